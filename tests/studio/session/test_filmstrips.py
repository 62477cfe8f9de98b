"""Claims about the small pictures along clips."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from engine.errors import BadMedia
from engine.timing import FrameRate
from studio.session.background import Background
from studio.session.filmstrips import STRIP_HEIGHT_PX, FilmStrips
from tests.fakes.numbered_film import number_in, write_numbered

WAIT_MS = 10_000


class Folder:
    """Media by name."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.asked: list[str] = []

    def media_path(self, sha256: str) -> Path:
        self.asked.append(sha256)
        path = self._root / f"{sha256}.mp4"
        if not path.exists():
            raise BadMedia("It is gone; bring the file in again.")
        return path


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    write_numbered(tmp_path / "a.mp4", 60, FrameRate(24))
    return Folder(tmp_path)


@pytest.fixture
def strips(qtbot: QtBot, folder: Folder) -> Iterator[FilmStrips]:
    background = Background()
    yield FilmStrips(folder, background)
    background.close()


def number(image: QImage) -> int:
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    return number_in(rows[:, : rgb.width() * 3].reshape(rgb.height(), rgb.width(), 3))


def test_pictures_come_in_the_background_and_a_near_one_stands_in_until_then(
    strips: FilmStrips, qtbot: QtBot
) -> None:
    strips.begin()
    assert strips.picture("a", 16) is None
    with qtbot.waitSignal(strips.arrived, timeout=WAIT_MS):
        pass
    exact = strips.picture("a", 16)
    assert exact is not None and exact.height() == STRIP_HEIGHT_PX
    assert number(exact) == 16
    near = strips.picture("a", 20)
    assert near is exact
    qtbot.waitUntil(lambda: strips.picture("a", 20) is not exact, timeout=WAIT_MS)
    assert number(strips.picture("a", 20)) == 20


def test_what_is_not_visible_any_more_is_not_decoded(
    strips: FilmStrips, folder: Folder, qtbot: QtBot
) -> None:
    strips.begin()
    strips.picture("b", 1)
    strips.begin()
    strips.picture("a", 1)
    with qtbot.waitSignal(strips.arrived, timeout=WAIT_MS):
        pass
    assert folder.asked == ["a"]


def test_a_file_that_is_gone_is_asked_for_once_and_does_not_stop_the_others(
    strips: FilmStrips, folder: Folder, qtbot: QtBot
) -> None:
    strips.begin()
    strips.picture("gone", 1)
    strips.picture("a", 1)
    with qtbot.waitSignal(strips.arrived, timeout=WAIT_MS):
        pass
    strips.begin()
    assert strips.picture("gone", 1) is None
    assert strips.picture("a", 1) is not None
    assert folder.asked.count("gone") == 1
