from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from studio.document.errors import FilmInUse, FilmUnwritable
from studio.document.files import load_film, save_film
from studio.document.journal import KEEP_S, Journal, discard_recoverable, find_recoverable
from studio.document.locks import FileLock, lock_film
from tests.studio.document.films import film, renamed


def crashed_session(folder: Path, film_path: Path | None, title: str = "Edited") -> None:
    """Another process journals an edit and is killed."""
    film_words = f"Path({str(film_path)!r})" if film_path else "None"
    code = f"""
        import os, signal
        from pathlib import Path
        from studio.document.journal import Journal
        from tests.studio.document.films import film, renamed
        journal = Journal(Path({str(folder)!r}), {film_words})
        journal.write(renamed(film(24), {title!r}))
        os.kill(os.getpid(), signal.SIGKILL)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], cwd=Path(__file__).parents[3], check=False
    )
    assert done.returncode == -signal.SIGKILL


def test_what_a_killed_session_edited_is_offered_once(tmp_path: Path):
    path = tmp_path / "film.reel"
    save_film(film(24), path)
    os.utime(path, (time.time() - 5, time.time() - 5))
    crashed_session(tmp_path / "journals", path)
    (found,) = find_recoverable(tmp_path / "journals")
    assert found.film_path == path
    assert found.film.project.title == "Edited"
    assert [each.name for each in (tmp_path / "journals").glob("*.lock")] == []
    discard_recoverable(found)
    assert find_recoverable(tmp_path / "journals") == ()


def test_a_film_that_was_never_saved_is_offered(tmp_path: Path):
    crashed_session(tmp_path / "journals", None)
    (found,) = find_recoverable(tmp_path / "journals")
    assert found.film_path is None


def test_a_newer_saved_film_is_never_overwritten_by_an_older_journal(tmp_path: Path):
    path = tmp_path / "film.reel"
    crashed_session(tmp_path / "journals", path)
    save_film(film(24, 24), path)
    os.utime(path, (time.time() + 5, time.time() + 5))
    assert find_recoverable(tmp_path / "journals") == ()


def test_a_journal_that_holds_what_was_saved_is_not_offered(tmp_path: Path):
    path = tmp_path / "film.reel"
    crashed_session(tmp_path / "journals", path)
    (found,) = find_recoverable(tmp_path / "journals")
    save_film(found.film.project, path)
    os.utime(path, (1, 1))
    assert find_recoverable(tmp_path / "journals") == ()


def test_the_journal_of_an_open_window_is_not_offered(tmp_path: Path):
    journal = Journal(tmp_path, None)
    journal.write(film(24))
    assert find_recoverable(tmp_path) == ()
    journal.close()
    assert list(tmp_path.iterdir()) == []


def test_saving_discards_the_journal_and_the_next_edit_writes_it_again(tmp_path: Path):
    journal = Journal(tmp_path, None)
    journal.write(film(24))
    journal.discard()
    assert list(tmp_path.glob("*.journal")) == []
    journal.write(renamed(film(24), "Again"))
    assert len(list(tmp_path.glob("*.journal"))) == 1
    journal.close()


def test_a_damaged_journal_is_passed_over_and_swept_when_old(tmp_path: Path):
    broken = tmp_path / "x.journal"
    broken.write_bytes(b'{"film": ')
    assert find_recoverable(tmp_path) == ()
    assert broken.exists()
    os.utime(broken, (time.time() - KEEP_S - 10,) * 2)
    assert find_recoverable(tmp_path) == ()
    assert not broken.exists()


def test_a_journal_folder_that_is_a_file_is_said_in_words(tmp_path: Path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(FilmUnwritable, match="crash"):
        Journal(tmp_path / "file")


def test_a_film_open_in_another_window_is_said_with_its_process(tmp_path: Path):
    path = tmp_path / "film.reel"
    save_film(film(24), path)
    with lock_film(path) as first:
        assert first.held
        with pytest.raises(FilmInUse, match=rf"process {os.getpid()}.*open a copy") as refusal:
            lock_film(path)
        assert refusal.value.pid == os.getpid()
    with lock_film(path) as again:
        assert again.held
    assert [each.name for each in tmp_path.iterdir()] == ["film.reel"]


def test_a_killed_process_leaves_no_lock(tmp_path: Path):
    code = f"""
        import os, signal
        from pathlib import Path
        from studio.document.locks import FileLock
        assert FileLock(Path({str(tmp_path / "l")!r})).acquire()
        print("locked", flush=True)
        input()
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code)],
        cwd=Path(__file__).parents[3],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"locked\n"
        lock = FileLock(tmp_path / "l")
        assert not lock.acquire()
        assert lock.holder() == process.pid
        process.kill()
        process.wait()
    assert lock.acquire()
    lock.release()


def test_kill_at_any_moment_leaves_a_whole_film(tmp_path: Path):
    path = tmp_path / "film.reel"
    save_film(film(24), path)
    code = f"""
        from pathlib import Path
        from studio.document.files import save_film
        from tests.studio.document.films import film, renamed
        project, number = film(24, 24, 24, 24), 0
        print("saving", flush=True)
        while True:
            number += 1
            save_film(renamed(project, f"save {{number}}"), Path({str(path)!r}))
    """
    for delay_s in (0.0, 0.011, 0.023, 0.037, 0.05):
        with subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(code)],
            cwd=Path(__file__).parents[3],
            stdout=subprocess.PIPE,
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(delay_s)
            process.kill()
        assert load_film(path).shots
