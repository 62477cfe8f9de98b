"""The recovery journal: what was edited since the last save, for the case of a crash.

A session writes its film here within a second of each edit, whole or not at all, and discards it
when the film is saved or closed cleanly.  A journal that is left belongs to a session that ended
badly; it is offered only while it holds something newer than the film file does.
"""

from __future__ import annotations

import contextlib
import os
import time
import uuid
from pathlib import Path

import msgspec

from engine import CannotHere
from engine.media.whole_file import whole_file
from studio.document.errors import DocumentError, FilmUnwritable
from studio.document.files import FilmFile, film_json, load_film, read_film
from studio.document.locks import FileLock
from studio.document.project import Project
from studio.document.unknown import UnknownField

JOURNAL_SUFFIX = ".journal"
KEEP_S = 30 * 24 * 3600
"""How long a journal that is no longer newer than its film is kept before it is swept."""


class _Entry(msgspec.Struct, kw_only=True):
    film_path: str | None
    written_ns: int
    pid: int
    film: str


class Recoverable(msgspec.Struct, frozen=True, kw_only=True):
    """Work that a session left behind.

    Attributes:
        journal_path: the file that holds it; ``discard_recoverable`` when it was dealt with.
        film_path: the film it belongs to; None when that was never saved.
        written_utc_s: when, in seconds since 1970.
        pid: the process that wrote it.
        film: the film as it was edited.
    """

    journal_path: Path
    film_path: Path | None
    written_utc_s: float
    pid: int
    film: FilmFile


class Journal:
    """The journal of one open film.

    Args:
        folder: where journals are kept (the library's ``journals``).
        film_path: the film's file; None while it has none.

    Raises:
        FilmUnwritable: the folder cannot be written.
    """

    def __init__(self, folder: Path, film_path: Path | None = None) -> None:
        self.film_path = film_path
        self._path = folder / f"{uuid.uuid4().hex[:12]}{JOURNAL_SUFFIX}"
        self._lock = FileLock(self._path.with_suffix(".lock"))
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock.acquire()
        except OSError as error:
            raise FilmUnwritable(
                f"The folder {folder} cannot be written to, so unsaved edits would not survive a "
                "crash: make it writable or choose another library."
            ) from error

    def write(self, project: Project, unknown: tuple[UnknownField, ...] = ()) -> None:
        """Puts the film as it is now in place of what the journal held.

        Raises:
            FilmUnwritable: the disk is full or read-only; the journal holds what it held before.
        """
        entry = _Entry(
            film_path=None if self.film_path is None else str(self.film_path.absolute()),
            written_ns=time.time_ns(),
            pid=os.getpid(),
            film=film_json(project, unknown).decode("utf-8"),
        )
        try:
            with whole_file(self._path) as temporary:
                temporary.write_bytes(msgspec.json.encode(entry))
        except CannotHere as error:
            raise FilmUnwritable(f"The recovery copy could not be written: {error}") from error

    def discard(self) -> None:
        """Forgets what it holds: the film was saved."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """Ends the journal of a film that is closed cleanly."""
        self.discard()
        self._lock.release()


def find_recoverable(folder: Path) -> tuple[Recoverable, ...]:
    """What sessions that ended badly left, newest first; sweeps what has been old for long.

    Left out: journals of windows that are open now, and those whose film was saved later or holds
    the same.
    """
    found = []
    for path in sorted(folder.glob(f"*{JOURNAL_SUFFIX}")):
        lock = FileLock(path.with_suffix(".lock"))
        with lock, contextlib.suppress(OSError):
            if not lock.acquire():
                continue
            recoverable = _read(path)
            if recoverable is not None and _is_news(recoverable):
                found.append(recoverable)
            elif time.time() - path.stat().st_mtime > KEEP_S:
                path.unlink()
    return tuple(sorted(found, key=lambda each: -each.written_utc_s))


def discard_recoverable(recoverable: Recoverable) -> None:
    """Removes a journal that was recovered from, or that the editor does not want."""
    with contextlib.suppress(OSError):
        recoverable.journal_path.unlink(missing_ok=True)


def _read(path: Path) -> Recoverable | None:
    try:
        entry = msgspec.json.decode(path.read_bytes(), type=_Entry)
        film = read_film(entry.film.encode("utf-8"), path.name)
    except (msgspec.DecodeError, DocumentError):
        return None
    return Recoverable(
        journal_path=path,
        film_path=None if entry.film_path is None else Path(entry.film_path),
        written_utc_s=entry.written_ns / 1e9,
        pid=entry.pid,
        film=film,
    )


def _is_news(recoverable: Recoverable) -> bool:
    path = recoverable.film_path
    if path is None or not path.exists():
        return True
    if path.stat().st_mtime >= recoverable.written_utc_s:
        return False
    try:
        return load_film(path) != recoverable.film.project
    except DocumentError:
        return True
