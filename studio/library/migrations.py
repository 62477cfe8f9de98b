"""The library's tables, version by version.

To change them, append a function to ``MIGRATIONS``; never change one that was released.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

Migration = Callable[[sqlite3.Connection], None]


def _first_tables(connection: sqlite3.Connection) -> None:
    connection.execute(
        """
        CREATE TABLE media (
            sha256 TEXT PRIMARY KEY,
            suffix TEXT NOT NULL,
            size_bytes INTEGER NOT NULL,
            added_utc TEXT NOT NULL
        ) STRICT
        """
    )
    connection.execute(
        """
        CREATE TABLE take (
            id INTEGER PRIMARY KEY,
            request_hash TEXT NOT NULL,
            picture_sha256 TEXT NOT NULL REFERENCES media (sha256),
            sound_sha256 TEXT NOT NULL REFERENCES media (sha256),
            poster_sha256 TEXT NOT NULL REFERENCES media (sha256),
            has_passes INTEGER NOT NULL,
            take_json TEXT NOT NULL,
            created_utc TEXT NOT NULL,
            UNIQUE (request_hash, picture_sha256, sound_sha256)
        ) STRICT
        """
    )
    connection.execute("CREATE INDEX take_by_request ON take (request_hash, id)")


MIGRATIONS: tuple[Migration, ...] = (_first_tables,)
"""Function ``n`` takes a database of version ``n`` to version ``n + 1``; 0 is an empty one."""
