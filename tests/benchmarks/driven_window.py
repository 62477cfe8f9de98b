"""The real window in a process of its own, off screen, doing one thing; for the benchmarks.

python -m tests.benchmarks.driven_window show | stall | edit     says lines of JSON on stdout
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TICK_MS = 5
IDLE_S = 3.0
EDIT_EVERY_MS = 100
TAKE_EVERY_EDITS = 4


def start(mode: str, library: Path) -> subprocess.Popen[str]:
    """A driven window over a library, its stdout as text."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "STORYREEL_LIBRARY": str(library),
        "PYTHONPATH": str(ROOT),
    }
    return subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.driven_window", mode],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )


def say(**facts: Any) -> None:
    """One line for the parent, with the time."""
    print(json.dumps({**facts, "at_s": time.time()}), flush=True)


def _show() -> Mapping[str, Any]:
    from PySide6.QtCore import QEvent, QTimer
    from PySide6.QtWidgets import QApplication

    from studio.views.main_window import MainWindow

    class ShownWindow(MainWindow):
        painted = False

        def event(self, event: QEvent) -> bool:
            done = super().event(event)
            if event.type() == QEvent.Type.Paint and not self.painted:
                self.painted = True
                say(shown=True)
                QTimer.singleShot(0, QApplication.quit)
            return done

    return {"window": ShownWindow}


def _stall() -> Mapping[str, Any]:
    from PySide6.QtCore import Qt, QTimer, Slot
    from PySide6.QtWidgets import QApplication

    from studio.session.commands import replaced
    from studio.session.workplace import Workplace
    from studio.views.main_window import MainWindow

    class WatchedWindow(MainWindow):
        """Writes a shot after a while of rest; counts how late a 5 ms timer comes meanwhile."""

        def __init__(self, workplace: Workplace) -> None:
            super().__init__(workplace)
            self._bench = workplace
            self._late_s: list[float] = []
            self._last_s = time.perf_counter()
            self._idle: list[float] | None = None
            self._begun_s = time.perf_counter()
            self._tick = QTimer(self)
            self._tick.setTimerType(Qt.TimerType.PreciseTimer)
            self._tick.setInterval(TICK_MS)
            self._tick.timeout.connect(self._on_tick_timeout)
            workplace.film.new()
            QTimer.singleShot(1500, self, self._on_settled)

        @Slot()
        def _on_settled(self) -> None:
            self._last_s = self._begun_s = time.perf_counter()
            self._tick.start()

        @Slot()
        def _on_tick_timeout(self) -> None:
            now_s = time.perf_counter()
            self._late_s.append(now_s - self._last_s - TICK_MS / 1000)
            self._last_s = now_s
            if self._idle is None and now_s - self._begun_s > IDLE_S:
                self._idle, self._late_s = self._late_s, []
                commands, session = self._bench.commands, self._bench.session
                words = "A red ball bounces on a wooden table in a room, dolly in"
                commands.write_shot(words, generate=False)
                shot = session.project.shots[0]
                request = replaced(shot.request, width_px=640, height_px=360, frame_count=72)
                commands.change_request(shot.id, request, "Size")
                commands.generate_shot()
            elif self._idle is not None and self._bench.session.project.shots[0].is_up_to_date:
                self._tick.stop()
                say(idle_s=sorted(self._idle), busy_s=sorted(self._late_s))
                self._bench.autosave.give_up()
                QApplication.exit(0)  # without closing the window, which would ask about saving

    return {"window": WatchedWindow}


def _edit() -> Mapping[str, Any]:
    from PySide6.QtCore import QTimer, Slot

    from studio.document.edits import change_request
    from studio.session.commands import replaced
    from studio.session.workplace import Workplace
    from studio.views.main_window import MainWindow
    from tests.fakes.quick_generator import QuickGenerator

    class BusyWindow(MainWindow):
        """Edits ten times a second and lets takes be made; says what it did after it did it."""

        def __init__(self, workplace: Workplace) -> None:
            super().__init__(workplace)
            self._bench = workplace
            self._count = 0
            workplace.film.new()
            workplace.commands.write_shot("edit 0", generate=False)
            workplace.bridge.jobs_changed.connect(self._on_bench_jobs_changed)
            self._told: set[str] = set()
            self._timer = QTimer(self)
            self._timer.timeout.connect(self._on_bench_timer_timeout)
            self._timer.start(EDIT_EVERY_MS)

        @Slot()
        def _on_bench_timer_timeout(self) -> None:
            self._count += 1
            shot = self._bench.session.project.shots[0]
            request = replaced(
                shot.request,
                prompt=f"edit {self._count}",
                width_px=96,
                height_px=64,
                frame_count=6,
            )
            edit = partial(change_request, shot_id=shot.id, request=request)
            self._bench.session.apply("Write", edit)
            say(edit=self._count)
            if self._count % TAKE_EVERY_EDITS == 1:
                self._bench.bridge.generate(self._bench.session.project.shots[0])

        @Slot()
        def _on_bench_jobs_changed(self) -> None:
            for shot in self._bench.session.project.shots:
                for take in shot.takes:
                    if take.stored.request_hash not in self._told:
                        self._told.add(take.stored.request_hash)
                        say(take=take.stored.request_hash)

    return {"window": BusyWindow, "generators": {"world": lambda: QuickGenerator(frame_s=0.01)}}


def main(mode: str) -> int:
    """Opens the window as ``storyreel`` does, with a window that says what happens in it."""
    from studio import __main__ as door
    from studio import app
    from studio.automation import cli

    driven = {"show": _show, "stall": _stall, "edit": _edit}[mode]()
    app.MainWindow = driven["window"]  # type: ignore[misc]
    sys.excepthook = door._say_fault
    return cli.main([], driven.get("generators"), app.run)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
