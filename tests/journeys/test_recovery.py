"""The machine dies in the middle of the work: what is there afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from engine.request import request_hash
from studio.library import Library
from tests.fakes.quick_generator import QuickGenerator
from tests.journeys.rooms import opened_room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ROOT = Path(__file__).parents[2]
MOST_LOST_S = 1.0


class Deaths:
    """The program of ``edited_until_killed.py`` and what it said, with times."""

    def __init__(self, library: Path, film: Path) -> None:
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
        program = ROOT / "tests" / "journeys" / "edited_until_killed.py"
        self._process = subprocess.Popen(
            [sys.executable, str(program), str(library), str(film)],
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        self.edits: list[tuple[int, float]] = []
        self.takes: list[str] = []
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            kind, value = line.split()
            if kind == "edit":
                self.edits.append((int(value), time.monotonic()))
            else:
                self.takes.append(value)

    def kill_after(self, edits: int) -> float:
        """Waits for so many edits, kills as ``kill -9`` does; the time of death."""
        deadline = time.monotonic() + 60
        while len(self.edits) < edits and time.monotonic() < deadline:
            assert self._process.poll() is None, "the program ended by itself"
            time.sleep(0.01)
        died_s = time.monotonic()
        self._process.kill()
        self._process.wait()
        self._reader.join()
        assert self._process.stdout is not None
        self._process.stdout.close()
        return died_s


class Recovering:
    """Answers the question about work that was left behind."""

    def __init__(self) -> None:
        self.asked = ""

    def give(self) -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        self.asked = box.text()
        next(each for each in box.buttons() if each.text() == "Recover").click()


@pytest.mark.parametrize("edits", [25, 41])
def test_after_a_kill_at_most_the_last_second_of_edits_and_no_take_is_lost(
    qtbot: QtBot, tmp_path: Path, edits: int
) -> None:
    root, film = tmp_path / "library", tmp_path / "rain.reel"
    deaths = Deaths(root, film)
    died_s = deaths.kill_after(edits)
    with Library(root) as library:
        kept = [library.takes.find(each) for each in deaths.takes]
        assert all(take is not None for take in kept)
        assert all(
            library.media.has(sha256)
            for take in kept
            for sha256 in (take.picture_sha256, take.sound_sha256, take.poster_sha256)
        )
    generator = QuickGenerator(frame_s=0.001)
    with opened_room(qtbot, root, {"world": lambda: generator}) as room:
        answer = Recovering()
        QTimer.singleShot(200, answer.give)
        room.window.desk.offer_recovery()
        assert "rain" in answer.asked
        recovered = int(room.film.shots[0].request.place.removeprefix("room "))
        safe = [number for number, made_s in deaths.edits if died_s - made_s > MOST_LOST_S]
        assert recovered >= max(safe, default=0)
        assert room.work.session.path == film
        assert room.work.session.is_dirty
        for shot in room.film.shots:
            if request_hash(shot.request) in deaths.takes:
                assert shot.is_up_to_date


def test_a_kill_while_the_film_is_saved_over_and_over_leaves_a_whole_film(tmp_path: Path) -> None:
    from studio.document.files import load_film

    film = tmp_path / "rain.reel"
    program = (
        "import sys; from pathlib import Path;"
        "from studio.document.files import save_film;"
        "from studio.document.project import new_project\n"
        "n = 0\n"
        "while True:\n"
        "    save_film(new_project('Rain ' + 'x' * (n % 5000)), Path(sys.argv[1])); n += 1\n"
        "    print(n, flush=True)"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(film)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert process.stdout is not None
    for _ in range(40):
        process.stdout.readline()
    process.kill()
    process.wait()
    process.stdout.close()
    assert load_film(film).title.startswith("Rain")
