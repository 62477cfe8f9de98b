"""A program for the journey of recovery: the real window, edits in a steady pace, until killed.

    python edited_until_killed.py LIBRARY FILM.reel

It prints a line for each edit when it is made (``edit NUMBER``), for each take when the library
has it (``take HASH``).
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer, Slot
from PySide6.QtWidgets import QApplication

from engine import Engine, ShotRequest
from engine.events import StoredTake
from engine.generation import GeneratedTake
from studio.app import build_workplace
from studio.library import Library
from studio.session.commands import replaced
from studio.session.workplace import Workplace
from studio.views.main_window import MainWindow
from tests.fakes.quick_generator import QuickGenerator

EDIT_MS = 60


class ToldTakes:
    """The library's takes; says of each when it is kept."""

    def __init__(self, library: Library) -> None:
        self._takes = library.takes
        self.find = library.takes.find
        self.media_path = library.takes.media_path

    def keep(self, request: ShotRequest, made: GeneratedTake) -> StoredTake:
        stored = self._takes.keep(request, made)
        print("take", stored.request_hash, flush=True)
        return stored


class Editor(QObject):
    """Changes the seed of the last shot, again and again; now and then writes a shot."""

    def __init__(self, work: Workplace) -> None:
        super().__init__()
        self._work = work
        self._count = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start(EDIT_MS)

    @Slot()
    def _on_timer_timeout(self) -> None:
        if self._count % 10 == 0:
            self._work.commands.write_shot(f"a ball rolls {self._count}")
        shot = self._work.session.project.shots[0]
        self._count += 1
        request = replaced(shot.request, place=f"room {self._count}")
        self._work.commands.change_request(shot.id, request)
        print("edit", self._count, flush=True)


def main() -> None:
    """Runs until it is killed."""
    application = QApplication(sys.argv[:1])
    library = Library(Path(sys.argv[1]))
    engine = Engine(ToldTakes(library), {"world": lambda: QuickGenerator(0.0005)}, library.work)
    settings = QSettings(str(library.root / "window.ini"), QSettings.Format.IniFormat)
    work = build_workplace(library, engine, settings)
    window = MainWindow(work)
    window.show()
    work.film.new()
    work.film.save_as(Path(sys.argv[2]))
    editor = Editor(work)
    application.exec()
    del editor


main()
