"""Locks of the operating system, which end with the process that holds them, however it ends."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from studio.document.errors import FilmInUse

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LOCKED_BYTE = 1 << 30  # far behind the pid, which stays readable on Windows


class FileLock:
    """A lock file that one process holds; it is removed on release and is void after a crash.

    Args:
        path: of the lock file; its folder must exist.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle: int | None = None

    @property
    def held(self) -> bool:
        """Is it ours now?"""
        return self._handle is not None

    def acquire(self) -> bool:
        """Takes the lock; False when another process (or another holder here) has it.

        Raises:
            OSError: the lock file cannot be made here (read-only folder).
        """
        while True:
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644)
            if not _lock(handle):
                os.close(handle)
                return False
            if self._is_ours(handle):
                break
            os.close(handle)  # its last holder removed it meanwhile: lock the new file
        with contextlib.suppress(OSError):  # a full disk: locked all the same, without a name
            os.truncate(handle, 0)
            os.write(handle, str(os.getpid()).encode("ascii"))
        self._handle = handle
        return True

    def holder(self) -> int | None:
        """The process id that the holder wrote down; None when it cannot be told."""
        try:
            return int(self.path.read_text("ascii"))
        except (OSError, ValueError):
            return None

    def release(self) -> None:
        """Gives the lock back; without effect when it is not held."""
        if self._handle is None:
            return
        if sys.platform != "win32":
            self.path.unlink(missing_ok=True)
        os.close(self._handle)
        self._handle = None
        if sys.platform == "win32":
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()

    def _is_ours(self, handle: int) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), self.path.stat())
        except FileNotFoundError:
            return False


def _lock(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def lock_film(path: Path) -> FileLock:
    """Marks the film as open in this window, until the lock is released or the process ends.

    The film itself need not exist yet.  Where its folder cannot be written, nothing can be saved
    over another window's work either, so the lock comes back without being held.

    Raises:
        FilmInUse: it is open in another window; offer to open it read-only or as a copy.
    """
    film = path.resolve()
    lock = FileLock(film.with_name(f".{film.name}.lock"))
    try:
        if lock.acquire():
            return lock
    except OSError:
        return lock
    pid = lock.holder()
    where = "another window" if pid is None else f"another window (process {pid})"
    raise FilmInUse(f"“{path.name}” is open in {where}: close it there, or open a copy here.", pid)
