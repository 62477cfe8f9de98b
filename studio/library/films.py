"""Films that the library holds for its owner: today, a personal copy of the bundled example."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from engine.errors import CannotHere
from engine.media.whole_file import machine_trouble, whole_file
from studio.document.bundled import EXAMPLE_FILM
from studio.library.errors import LibraryError, LibraryUnwritable

EXAMPLE_NAME: Final = "The example film.reel"


def own_example(root: Path, bundled: Path = EXAMPLE_FILM) -> Path:
    """The owner's copy of the example film, made the first time and left alone ever after.

    Args:
        root: the library's folder.
        bundled: the film that comes with Storyreel; never written to.

    Raises:
        LibraryError: the film is not installed.
        LibraryUnwritable: the copy cannot be written.
    """
    path = root / "films" / EXAMPLE_NAME
    if path.exists():
        return path
    try:
        film = bundled.read_bytes()
    except OSError as error:
        raise LibraryError("The example film is not installed: install Storyreel again.") from error
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole_file(path) as temporary:
            temporary.write_bytes(film)
    except OSError as error:
        raise LibraryUnwritable(str(machine_trouble(error, path.parent))) from error
    except CannotHere as error:
        raise LibraryUnwritable(str(error)) from error
    return path
