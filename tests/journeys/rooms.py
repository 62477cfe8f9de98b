"""An editing room for journeys: the real window over a real library, opened and closed at will."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import shiboken6
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine import Engine
from engine.runtime.generators import GeneratorFactory
from studio.app import build_workplace
from studio.document.project import Project, Shot
from studio.library import Library
from studio.session.workplace import Workplace
from studio.views import theme
from studio.views.main_window import MainWindow

WAIT_MS = 60_000


@dataclass(frozen=True)
class Room:
    """A window and what it works with."""

    window: MainWindow
    work: Workplace
    qtbot: QtBot

    @property
    def film(self) -> Project:
        return self.work.session.project

    @property
    def said(self) -> tuple[str, ...]:
        return self.window.banners.sentences

    def write(self, words: str) -> Shot:
        """Types a shot into the new-shot box and presses Ctrl+Enter."""
        before = {shot.id for shot in self.film.shots}
        box = self.window.shot_list.new_shot.words
        box.setFocus()
        self.qtbot.keyClicks(box, words)
        self.qtbot.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        return next(shot for shot in self.film.shots if shot.id not in before)

    def do(self, action_id: str) -> None:
        """Triggers an action of the menus, which must be on offer."""
        self.window._on_refresh_timer_timeout()
        action = self.window.actions_of_window[action_id]
        assert action.isEnabled(), action_id
        action.trigger()

    def until_ready(self) -> None:
        """Waits until every shot shows what it says."""
        self.qtbot.waitUntil(
            lambda: (
                not self.work.bridge.active_jobs
                and all(shot.is_up_to_date for shot in self.film.shots)
            ),
            timeout=WAIT_MS,
        )

    def until_idle(self) -> None:
        """Waits until no job waits or runs."""
        self.qtbot.waitUntil(lambda: not self.work.bridge.active_jobs, timeout=WAIT_MS)

    def until_said(self, words: str) -> str:
        """Waits until a banner holds these words; the banner's sentence."""
        self.qtbot.waitUntil(lambda: any(words in each for each in self.said), timeout=WAIT_MS)
        return next(each for each in self.said if words in each)


@contextlib.contextmanager
def opened_room(
    qtbot: QtBot, root: Path, generators: Mapping[str, GeneratorFactory] | None
) -> Iterator[Room]:
    """A room over the library in ``root``; closed without a question at the end."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.dress(application)
    library = Library(root)
    engine = Engine(library.takes, generators, library.work)
    settings = QSettings(str(root / "window.ini"), QSettings.Format.IniFormat)
    work = build_workplace(library, engine, settings)
    window = MainWindow(work)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    try:
        yield Room(window, work, qtbot)
    finally:
        work.autosave.give_up()
        work.session.open_project(work.session.project, None)
        window.close()
        shiboken6.delete(window)
        work.close()
        engine.close()
        library.close()
