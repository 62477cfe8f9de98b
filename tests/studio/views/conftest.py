"""A window over a real library and a real engine with quick pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine import Engine
from studio.app import build_workplace
from studio.library import Library
from studio.session.workplace import Workplace
from studio.views import theme
from studio.views.main_window import MainWindow
from tests.fakes.quick_generator import QuickGenerator


@pytest.fixture
def generator() -> QuickGenerator:
    return QuickGenerator(frame_s=0.001)


@pytest.fixture
def workplace(qtbot: QtBot, tmp_path: Path, generator: QuickGenerator) -> Iterator[Workplace]:
    library = Library(tmp_path / "library")
    engine = Engine(library.takes, {"world": lambda: generator}, library.work)
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    made = build_workplace(library, engine, settings)
    yield made
    made.autosave.give_up()
    made.close()
    engine.close()
    library.close()


@pytest.fixture
def window(qtbot: QtBot, workplace: Workplace) -> Iterator[MainWindow]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.dress(application)
    made = MainWindow(workplace)
    made.show()
    qtbot.waitExposed(made)
    yield made
    workplace.autosave.give_up()
    workplace.session.open_project(workplace.session.project, None)
    made.close()
    shiboken6.delete(made)
