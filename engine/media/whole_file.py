"""Files that are either whole or not there: written beside, synced, renamed into place.

What the operating system says is put into words here, once, for everybody who writes.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

from engine.errors import CannotHere, EngineError

_STALE_S = 24 * 3600
_LEFT_BEHIND = re.compile(r"\..{0,40}-[0-9a-f]{8}\.part(\.[^.]*)?", re.DOTALL)

_FULL = (errno.ENOSPC, errno.EDQUOT) if hasattr(errno, "EDQUOT") else (errno.ENOSPC,)


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A temporary path beside ``path`` to write to; becomes ``path`` when the block ends well.

    The temporary file keeps the suffix of ``path``, since writers choose formats by it.  When the
    block raises, nothing is left behind and a file that was there before is untouched.

    Raises:
        CannotHere: the folder is missing or cannot be written, or the disk is full.
    """
    check_folder(path)
    temporary = path.with_name(f".{path.stem[:40]}-{uuid.uuid4().hex[:8]}.part{path.suffix}")
    try:
        yield temporary
        _sync(temporary)
        temporary.replace(path)
        _sync_folder(path.parent)
    except EngineError:
        raise
    except OSError as error:
        raise machine_trouble(error, path.parent) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def sweep_beside(path: Path) -> None:
    """Removes temporary files of ours beside ``path`` that a crash left a day or more ago."""
    try:
        left = [each for each in path.parent.glob(".*.part*") if _LEFT_BEHIND.fullmatch(each.name)]
    except OSError:
        return  # a folder that cannot be listed is no reason not to write into it
    for each in left:
        with contextlib.suppress(OSError):  # another process finished with it, or owns it
            if each.is_file() and time.time() - each.stat().st_mtime > _STALE_S:
                each.unlink()


def check_folder(path: Path) -> None:
    """Refuses, before any work is done, a path that cannot be written.

    Raises:
        CannotHere: its folder is missing or not writable, or it is itself a folder.
    """
    folder = path.parent
    if not folder.is_dir():
        raise CannotHere(f"There is no folder {folder}; create it or choose another folder.")
    if path.is_dir():
        raise CannotHere(f"{path} is a folder; choose a file name inside it.")
    if not os.access(folder, os.W_OK):
        raise CannotHere(f"The folder {folder} cannot be written to; choose another folder.")


def machine_trouble(error: OSError, folder: Path) -> CannotHere:
    """What the operating system refused while writing in ``folder``, as one sentence."""
    if error.errno in _FULL:
        words = f"The disk of {folder} is full; free some space or choose another disk."
    elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        words = f"The folder {folder} cannot be written to; choose another folder."
    elif error.errno in (errno.ENOENT, errno.ENOTDIR):
        words = f"The folder {folder} is not there any more; create it or choose another folder."
    elif error.errno == errno.ENOMEM:
        words = "There is not enough memory; close other programs or make the picture smaller."
    else:
        reason = os.strerror(error.errno).lower() if error.errno else str(error)
        words = f"Writing in {folder} failed ({reason}); try another disk."
    return CannotHere(words)


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Makes a rename last; systems that cannot open a folder (Windows) order it themselves."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)
