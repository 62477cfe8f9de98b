from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from studio.library import Library, default_library_root
from studio.library.database import Database
from studio.library.errors import LibraryDamaged, LibraryTooNew, LibraryUnwritable
from studio.library.migrations import MIGRATIONS

ONE_SENTENCE = r"^[^\n]+\.$"


def test_a_library_of_a_newer_storyreel_is_refused_and_left_alone(tmp_path: Path):
    path = tmp_path / "library.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version={len(MIGRATIONS) + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LibraryTooNew, match=r"made by a newer Storyreel.*update Storyreel"):
        Library(tmp_path)
    assert path.read_bytes() == before


def test_each_version_of_the_tables_becomes_the_next_and_keeps_its_rows(tmp_path: Path):
    path = tmp_path / "library.sqlite"
    Database(path).close()

    def add_stars(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE media ADD COLUMN stars INTEGER NOT NULL DEFAULT 3")

    old = Database(path)
    with old.transaction() as connection:
        connection.execute("INSERT INTO media VALUES ('a', '.mp4', 1, 'now')")
    old.close()
    new = Database(path, (*MIGRATIONS, add_stars))
    assert new.rows("SELECT stars FROM media") == [(3,)]
    assert new.rows("PRAGMA user_version") == [(len(MIGRATIONS) + 1,)]
    new.close()


def test_a_migration_that_fails_leaves_the_version_before(tmp_path: Path):
    path = tmp_path / "library.sqlite"
    Database(path).close()

    def fails_halfway(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE half (id INTEGER)")
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        Database(path, (*MIGRATIONS, fails_halfway))
    database = Database(path)
    assert database.rows("SELECT name FROM sqlite_master WHERE name = 'half'") == []
    database.close()


def test_the_database_is_safe_against_power_loss(tmp_path: Path):
    database = Database(tmp_path / "library.sqlite")
    assert database.rows("PRAGMA journal_mode") == [("wal",)]
    assert database.rows("PRAGMA synchronous") == [(2,)]
    assert database.rows("PRAGMA foreign_keys") == [(1,)]
    database.close()


def test_a_failed_transaction_changes_nothing(tmp_path: Path):
    database = Database(tmp_path / "library.sqlite")
    with pytest.raises(KeyError), database.transaction() as connection:
        connection.execute("INSERT INTO media VALUES ('a', '.mp4', 1, 'now')")
        raise KeyError
    assert database.rows("SELECT * FROM media") == []
    database.close()


def test_what_is_no_database_is_said_in_words(tmp_path: Path):
    (tmp_path / "library.sqlite").write_bytes(b"this is a text file, not a database" * 100)
    with pytest.raises(LibraryDamaged, match=ONE_SENTENCE):
        Library(tmp_path)


def test_a_library_where_a_file_lies_is_said_in_words(tmp_path: Path):
    (tmp_path / "file").write_text("x")
    for root in (tmp_path / "file", tmp_path / "file" / "library"):
        with pytest.raises(LibraryUnwritable, match=ONE_SENTENCE):
            Library(root)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights do not bind here")
def test_a_read_only_library_is_said_in_words(tmp_path: Path):
    Library(tmp_path / "library").close()
    (tmp_path / "library" / "media").chmod(0o500)
    with pytest.raises(LibraryUnwritable, match=ONE_SENTENCE):
        Library(tmp_path / "library")
    (tmp_path / "library" / "media").chmod(0o700)


def test_the_library_is_where_the_environment_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("STORYREEL_LIBRARY", str(tmp_path / "mine"))
    assert default_library_root() == tmp_path / "mine"
    monkeypatch.delenv("STORYREEL_LIBRARY")
    assert default_library_root().name == "library"


def test_takes_acknowledged_before_a_kill_are_there_after(tmp_path: Path):
    code = f"""
        from pathlib import Path
        from studio.library import Library
        from tests.contracts.take_store import a_request, made_take
        library = Library(Path({str(tmp_path / "library")!r}))
        for number in range(1000):
            request = a_request(f"shot {{number}}", frame_count=1)
            take = library.takes.keep(request, made_take(request, Path({str(tmp_path)!r})))
            print(take.request_hash, flush=True)
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code)],
        cwd=Path(__file__).parents[3],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        acknowledged = [process.stdout.readline().strip() for _ in range(5)]
        process.kill()
    with Library(tmp_path / "library") as library:
        assert all(library.takes.find(request_hash) for request_hash in acknowledged)
        assert list(library.media.damaged()) == []
