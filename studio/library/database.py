"""The library's SQLite database: safe against crashes, power loss and several windows.

Write-ahead log with full synchronisation: a transaction that returned survives a power loss, and
readers of other windows are never blocked.  Any thread may use it; transactions take turns.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from studio.library.errors import LibraryDamaged, LibraryError, LibraryTooNew, LibraryUnwritable
from studio.library.migrations import MIGRATIONS, Migration

BUSY_TIMEOUT_S = 10.0


class Database:
    """One connection to the library's database file.

    Args:
        path: of the file; made when it is not there.
        migrations: the versions of its tables.

    Raises:
        LibraryTooNew: a newer Storyreel made it.
        LibraryDamaged: it is not a database, or damaged.
        LibraryUnwritable: it cannot be made or written here.
    """

    def __init__(self, path: Path, migrations: tuple[Migration, ...] = MIGRATIONS) -> None:
        self._path = path
        self._turn = threading.RLock()
        with self._in_words():
            self._connection = sqlite3.connect(
                path, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False
            )
        try:
            self._prepare(migrations)
        except BaseException:
            self._connection.close()
            raise

    def _prepare(self, migrations: tuple[Migration, ...]) -> None:
        with self._in_words():
            version = self._version()
            if version <= len(migrations):
                for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
                    self._connection.execute(f"PRAGMA {setting}")
        if version < len(migrations):
            with self.transaction() as connection:
                version = self._version()  # another window may have been faster
                for migration in migrations[version:]:
                    migration(connection)
                if version < len(migrations):
                    connection.execute(f"PRAGMA user_version={len(migrations)}")
        if version > len(migrations):
            raise LibraryTooNew(
                f"The library {self._path.parent} was made by a newer Storyreel (version {version},"
                f" this one knows up to {len(migrations)}): update Storyreel, or choose another "
                "folder for it."
            )

    def _version(self) -> int:
        return int(self._connection.execute("PRAGMA user_version").fetchone()[0])

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A block whose changes are all made, safely on the disk, or not at all.

        Raises:
            LibraryError: the database cannot be written (full, read-only, damaged, busy).
        """
        with self._turn, self._in_words():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """What a ``SELECT`` finds.

        Raises:
            LibraryError: the database cannot be read.
        """
        with self._turn, self._in_words():
            return self._connection.execute(query, values).fetchall()

    def close(self) -> None:
        """Ends the connection; the database is one file again when it was the last."""
        with self._turn:
            self._connection.close()

    @contextlib.contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise _library_error(error, self._path) from error


def _library_error(error: sqlite3.Error, path: Path) -> LibraryError:
    folder = path.parent
    code = getattr(error, "sqlite_errorcode", None)
    primary = None if code is None else code & 0xFF
    if primary == sqlite3.SQLITE_FULL:
        return LibraryUnwritable(
            f"The disk of the library {folder} is full: free some space and try again."
        )
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return LibraryUnwritable(
            f"The library {folder} cannot be written to: make it writable, or choose another "
            "folder for it."
        )
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LibraryError(
            f"Another window kept the library {folder} busy for {BUSY_TIMEOUT_S:g} s: try again."
        )
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return LibraryDamaged(
            f"The library's database {path} is damaged: put a backup in its place, or move it away "
            "so that Storyreel makes a new one."
        )
    return LibraryError(f"The library {folder} could not be used ({error}): check its disk.")
