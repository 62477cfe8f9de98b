"""Claims about the composition root: the window opens, shows a film, and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from studio.app import run
from studio.document.edits import add_shot
from studio.document.files import save_film
from studio.document.project import new_project
from studio.session.film_file import FilmFile, RecentFilms
from studio.session.project_session import ProjectSession
from tests.fakes.quick_generator import QuickGenerator
from tests.studio.session.test_project_session import request

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def film(tmp_path: Path) -> Path:
    path = tmp_path / "rain.reel"
    save_film(add_shot(new_project("Rain"), request("rain falls"), name="Shot 1"), path)
    return path


def test_the_window_opens_a_film_and_closes_without_a_trace(
    qtbot: QtBot, tmp_path: Path, film: Path
) -> None:
    before = film.read_bytes()
    picture = tmp_path / "window.png"
    code = run(
        film,
        tmp_path / "library",
        screenshot=picture,
        generators={"world": QuickGenerator},
    )
    assert code == 0
    assert QImage(str(picture)).width() >= 980
    assert film.read_bytes() == before
    assert list((tmp_path / "library" / "journals").iterdir()) == []


def test_a_film_that_is_open_in_one_window_is_refused_in_another(
    qtbot: QtBot, tmp_path: Path, film: Path
) -> None:
    settings = QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)
    said: list[str] = []
    first, second = ProjectSession(), ProjectSession()
    second.refused.connect(said.append)
    one, other = FilmFile(first, RecentFilms(settings)), FilmFile(second, RecentFilms(settings))
    assert one.open(film)
    assert not other.open(film)
    assert len(said) == 1 and "open" in said[0]
    one.close()
    assert other.open(film)
    other.close()
