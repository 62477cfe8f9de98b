"""Claims about the pictures at the playhead: the exact frame, at every speed, through edits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from engine.media.edit_list import EditList, PictureSegment
from engine.timing import FrameRate
from studio.session.frame_feed import FrameFeed, stride_at
from tests.fakes.numbered_film import number_in, write_numbered

WAIT_MS = 10_000
RATE = FrameRate(24)
FRAMES = 120


def edit(path: Path, source_start: int = 0, frames: int = FRAMES) -> EditList:
    segment = PictureSegment(
        start_frame=0,
        frame_count=frames,
        layer=0,
        path=path,
        kind="video",
        source_rate=RATE,
        source_start_frame=source_start,
    )
    return EditList(
        rate=RATE, width_px=160, height_px=96, frame_count=frames, picture=(segment,), sound=()
    )


def number(image: QImage) -> int:
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    return number_in(rows[:, : rgb.width() * 3].reshape(rgb.height(), rgb.width(), 3))


class Seen:
    """Collects what the feed shows."""

    def __init__(self, feed: FrameFeed) -> None:
        self.frames: list[int] = []
        self.numbers: list[int] = []
        feed.picture_ready.connect(self.take)

    def take(self, frame: int, image: QImage) -> None:
        self.frames.append(frame)
        self.numbers.append(number(image))


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return write_numbered(tmp_path / "film.mp4", FRAMES, RATE)


@pytest.fixture
def feed(qtbot: QtBot) -> Iterator[FrameFeed]:
    made = FrameFeed()
    yield made
    made.close()


def test_scrubbing_anywhere_shows_exactly_the_frame_that_was_asked_for(
    feed: FrameFeed, film: Path, qtbot: QtBot
) -> None:
    feed.show_film(edit(film))
    seen = Seen(feed)
    for frame in (0, 119, 60, 59, 58, 7, 100, 101):
        feed.want(frame)
        qtbot.waitUntil(lambda frame=frame: seen.frames[-1:] == [frame], timeout=WAIT_MS)
    assert seen.frames == seen.numbers


@pytest.mark.parametrize("speed", [1.0, -1.0])
def test_playing_shows_each_frame_in_order_in_both_directions(
    feed: FrameFeed, film: Path, qtbot: QtBot, speed: float
) -> None:
    feed.show_film(edit(film))
    seen = Seen(feed)
    asked = list(range(30, 60)) if speed > 0 else list(range(60, 30, -1))
    for frame in asked:
        feed.want(frame, speed)
        qtbot.waitUntil(lambda frame=frame: frame in seen.frames, timeout=WAIT_MS)
    assert seen.frames == seen.numbers == asked


def test_fast_play_shows_every_second_or_fourth_frame_in_both_directions(
    feed: FrameFeed, film: Path, qtbot: QtBot
) -> None:
    feed.show_film(edit(film))
    seen = Seen(feed)
    for frame in range(3, 40, 3):
        feed.want(frame, 8.0)
        qtbot.waitUntil(lambda frame=frame: frame - frame % 4 in seen.frames, timeout=WAIT_MS)
    assert all(frame % 4 == 0 for frame in seen.frames)
    assert seen.frames == seen.numbers
    assert [stride_at(speed) for speed in (0, 0.25, 1, 2, 4, 8, -1, -8)] == [
        0, 1, 1, 1, 2, 4, -1, -4,
    ]  # fmt: skip


def test_frames_ahead_are_decoded_before_they_are_asked_for(
    feed: FrameFeed, film: Path, qtbot: QtBot
) -> None:
    feed.show_film(edit(film))
    seen = Seen(feed)
    feed.want(10, 1.0)
    qtbot.waitUntil(lambda: all(frame in feed._kept for frame in range(10, 20)), timeout=WAIT_MS)
    feed.want(15, 1.0)
    assert seen.frames[-1] == 15  # at once, without going round the event loop


def test_another_edit_is_shown_at_the_same_frame_and_the_old_one_never_comes_back(
    feed: FrameFeed, film: Path, qtbot: QtBot
) -> None:
    feed.show_film(edit(film))
    seen = Seen(feed)
    feed.want(10, 1.0)
    qtbot.waitUntil(lambda: 10 in seen.numbers, timeout=WAIT_MS)
    feed.show_film(edit(film, source_start=50, frames=60))
    feed.want(10, 1.0)
    qtbot.waitUntil(lambda: 60 in seen.numbers, timeout=WAIT_MS)
    feed.want(11, 1.0)
    qtbot.waitUntil(lambda: seen.frames[-1] == 11, timeout=WAIT_MS)
    assert seen.numbers[-2:] == [60, 61]


def test_wishes_that_come_faster_than_pictures_end_with_the_newest_and_never_go_back(
    feed: FrameFeed, film: Path, qtbot: QtBot
) -> None:
    feed.show_film(edit(film))
    seen = Seen(feed)
    for frame in range(0, 100, 5):
        feed.want(frame)
    qtbot.waitUntil(lambda: seen.frames[-1:] == [95], timeout=WAIT_MS)
    assert seen.frames == sorted(seen.frames) == seen.numbers


def test_a_file_that_cannot_be_read_is_black_and_said_once(
    feed: FrameFeed, tmp_path: Path, qtbot: QtBot
) -> None:
    torn = tmp_path / "torn.mp4"
    torn.write_bytes(b"no film at all")
    said: list[str] = []
    feed.trouble.connect(said.append)
    feed.show_film(edit(torn))
    seen = Seen(feed)
    for frame in (3, 9, 27):
        feed.want(frame)
        qtbot.waitUntil(lambda frame=frame: seen.frames[-1:] == [frame], timeout=WAIT_MS)
    assert seen.numbers == [0, 0, 0]
    assert len(said) == 1 and "torn.mp4" in said[0]
