"""The library: media by content, takes, recovery journals; shared by all films and windows.

    media/           files by SHA-256            library.sqlite    which takes there are
    passes/          depth, normals, ids         journals/         what survives a crash
    work/            takes in the making

Several windows and commands may use one library at once: SQLite orders their transactions, files
are written beside and renamed.  No Qt; the only place for sqlite3.
"""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

from engine.closing import Closing
from engine.media.whole_file import machine_trouble
from studio.library.database import Database
from studio.library.errors import LibraryUnwritable
from studio.library.media_store import STALE_S, MediaStore
from studio.library.takes import LibraryTakes

__all__ = ["Library", "default_library_root"]

_WORK_STALE_S = 24 * STALE_S


def default_library_root() -> Path:
    """Where the library is: ``STORYREEL_LIBRARY``, or the user's data folder."""
    chosen = os.environ.get("STORYREEL_LIBRARY")
    if chosen:
        return Path(chosen).expanduser()
    import platformdirs  # noqa: PLC0415 - only when it was not chosen

    return platformdirs.user_data_path("Storyreel", appauthor=False) / "library"


class Library(Closing):
    """An open library.

    Args:
        root: its folder; made when it is not there.

    Attributes:
        root: its folder.
        media: files by content.
        takes: finished takes, the engine's ``TakeStore``.
        journals: folder of recovery journals.
        work: folder on the same disk for takes in the making.

    Raises:
        LibraryError: it cannot be opened; the sentence says why and what to do.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.journals = root / "journals"
        self.work = root / "work"
        try:
            for folder in (root, self.journals, self.work):
                folder.mkdir(parents=True, exist_ok=True)
            _sweep_work(self.work)
        except FileExistsError as error:
            raise LibraryUnwritable(
                f"{root} is a file, so it cannot be the library: choose a folder for it."
            ) from error
        except OSError as error:
            raise LibraryUnwritable(str(machine_trouble(error, root))) from error
        self.media = MediaStore(root / "media")
        self._database = Database(root / "library.sqlite")
        self.takes = LibraryTakes(self._database, self.media, root / "passes")

    def close(self) -> None:
        """Ends the use of the library; every file is whole."""
        self._database.close()


def _sweep_work(work: Path) -> None:
    """Removes what takes that never finished left behind in earlier sessions."""
    for path in work.iterdir():
        if time.time() - path.stat().st_mtime > _WORK_STALE_S:
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
