"""Claims about the viewer and the keys that move the playhead."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.document import edits
from studio.session.workplace import Workplace
from studio.views.main_window import MainWindow
from studio.views.viewer import Screen
from tests.fakes.quick_generator import QuickGenerator
from tests.studio.document.films import film

WAIT_MS = 20_000


@pytest.fixture
def room(window: MainWindow, workplace: Workplace, qtbot: QtBot) -> MainWindow:
    """Two shots of 24 frames without takes."""
    workplace.session.open_project(film(24, 24), None)
    window.activateWindow()
    return window


def generate(room: MainWindow, workplace: Workplace, qtbot: QtBot) -> None:
    workplace.bridge.generate_changed()
    qtbot.waitUntil(
        lambda: all(shot.is_up_to_date for shot in workplace.session.project.shots),
        timeout=WAIT_MS,
    )


def test_a_picture_is_as_large_as_fits_and_keeps_its_proportions(qtbot: QtBot) -> None:
    screen = Screen()
    qtbot.addWidget(screen)
    screen.set_aspect(16 / 9)
    for width, height in ((800, 300), (400, 700)):
        screen.resize(width, height)
        area = screen.picture_area()
        assert area.width() / area.height() == pytest.approx(16 / 9, rel=0.01)
        assert area.width() >= width - 17 or area.height() >= height - 17
    screen.resize(660, 376)
    image = QImage(64, 64, QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.white)
    screen.show_image(image)
    grabbed = screen.grab().toImage()
    assert grabbed.pixelColor(330, 188).lightness() == 255
    left = int(screen.picture_area().left())
    assert grabbed.pixelColor(left + 20, 188).lightness() == 0  # a bar, not a stretched picture


def test_a_shot_without_a_take_says_so_and_offers_to_generate(
    room: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    workplace.session.move_playhead(30)
    qtbot.waitUntil(room.viewer.missing.isVisible, timeout=WAIT_MS)
    assert "not generated yet" in room.viewer.missing.sentence.text()
    workplace.session.select_shot(workplace.session.project.shots[1].id)
    assert room.viewer.missing.generate.text() == "Generate this shot (G)"
    room.viewer.missing.generate.click()
    qtbot.waitUntil(lambda: workplace.session.project.shots[1].is_up_to_date, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not room.viewer.missing.isVisible(), timeout=WAIT_MS)
    assert not workplace.session.project.shots[0].is_up_to_date


def test_one_click_leads_from_drafts_to_a_film_that_space_plays(
    room: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    missing = room.viewer.missing
    qtbot.waitUntil(missing.isVisible, timeout=WAIT_MS)
    assert missing.generate_all.text() == "Generate all 2 (Ctrl+Shift+G)"
    qtbot.waitUntil(room.actions_of_window["generate.changed"].isEnabled, timeout=WAIT_MS)
    qtbot.mouseClick(missing.generate_all, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: all(shot.is_up_to_date for shot in workplace.session.project.shots),
        timeout=WAIT_MS,
    )
    qtbot.waitUntil(lambda: not missing.isVisible(), timeout=WAIT_MS)
    QTest.keyClick(QApplication.focusWidget() or room, Qt.Key.Key_Space)
    assert workplace.transport.is_playing
    workplace.transport.stop()


def test_all_shots_are_offered_only_where_more_than_one_needs_a_take(
    room: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    workplace.bridge.generate(workplace.session.project.shots[0])
    qtbot.waitUntil(lambda: workplace.session.project.shots[0].is_up_to_date, timeout=WAIT_MS)
    workplace.session.move_playhead(30)
    qtbot.waitUntil(room.viewer.missing.isVisible, timeout=WAIT_MS)
    assert not room.viewer.missing.generate_all.isVisible()
    assert room.viewer.missing.generate.isVisible()


def test_a_gap_is_black_and_says_nothing(
    room: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    generate(room, workplace, qtbot)
    v1 = next(t for t in workplace.session.project.tracks if t.name == "V1")
    clip = v1.clips[1].id
    workplace.session.apply("Move", lambda project: edits.move_clip(project, clip, 60))
    workplace.session.move_playhead(40)
    qtbot.waitUntil(lambda: _mean(room.viewer.screen_view.image) == 0.0, timeout=WAIT_MS)
    assert not room.viewer.missing.isVisible()
    workplace.session.move_playhead(10)
    qtbot.waitUntil(lambda: _mean(room.viewer.screen_view.image) > 20, timeout=WAIT_MS)


def _mean(image: QImage | None) -> float:
    if image is None:
        return -1.0
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    return float(np.frombuffer(rgb.constBits(), np.uint8).mean())


def test_a_selected_shot_is_seen_while_it_is_being_made(
    room: MainWindow, workplace: Workplace, qtbot: QtBot, generator: QuickGenerator
) -> None:
    generator._frame_s = 0.05
    workplace.session.move_playhead(30)
    shot = workplace.session.project.shots[0]
    workplace.session.select_shot(shot.id)
    workplace.bridge.generate(shot)
    qtbot.waitUntil(lambda: "frame" in room.viewer.screen_view.words, timeout=WAIT_MS)
    assert shot.name in room.viewer.screen_view.words
    assert room.viewer.screen_view.words.endswith("of 24")
    qtbot.waitUntil(lambda: not workplace.bridge.active_jobs, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: room.viewer.screen_view.words == "", timeout=WAIT_MS)


def test_a_shot_in_the_making_stays_in_sight_when_the_film_changes(
    room: MainWindow, workplace: Workplace, qtbot: QtBot, generator: QuickGenerator
) -> None:
    generate(room, workplace, qtbot)
    generator._frame_s = 0.05
    shot = workplace.session.project.shots[0]
    workplace.session.move_playhead(30)
    workplace.session.select_shot(shot.id)
    workplace.commands.generate_shot()
    qtbot.waitUntil(lambda: "frame" in room.viewer.screen_view.words, timeout=WAIT_MS)
    workplace.commands.name_shot(workplace.session.project.shots[1].id, "Another name")
    arrived: list[object] = []
    workplace.bridge.preview_arrived.connect(arrived.append)
    qtbot.waitUntil(lambda: len(arrived) > 2, timeout=WAIT_MS)
    assert "frame" in room.viewer.screen_view.words
    workplace.bridge.cancel_all()
    qtbot.waitUntil(lambda: not workplace.bridge.active_jobs, timeout=WAIT_MS)


def test_who_scrubs_away_from_a_shot_in_the_making_is_left_alone(
    room: MainWindow, workplace: Workplace, qtbot: QtBot, generator: QuickGenerator
) -> None:
    generate(room, workplace, qtbot)
    generator._frame_s = 0.05
    shot = workplace.session.project.shots[0]
    workplace.session.move_playhead(30)
    workplace.session.select_shot(shot.id)
    workplace.commands.generate_shot()
    qtbot.waitUntil(lambda: "frame" in room.viewer.screen_view.words, timeout=WAIT_MS)
    workplace.session.move_playhead(40)
    qtbot.waitUntil(lambda: room.viewer.screen_view.words == "", timeout=WAIT_MS)
    arrived: list[object] = []
    workplace.bridge.preview_arrived.connect(arrived.append)
    qtbot.waitUntil(lambda: len(arrived) > 2, timeout=WAIT_MS)
    assert room.viewer.screen_view.words == ""
    workplace.bridge.cancel_all()
    qtbot.waitUntil(lambda: not workplace.bridge.active_jobs, timeout=WAIT_MS)


def test_timecode_frame_number_and_length_follow_the_playhead(
    room: MainWindow, workplace: Workplace
) -> None:
    workplace.session.move_playhead(25)
    assert room.viewer.bar.position.text() == "00:00:01:01"
    assert room.viewer.bar.length.text() == "00:00:02:00"
    assert room.viewer.frame_number.text() == "Frame 25 of 48"


def test_keys_shuttle_step_and_mark(room: MainWindow, workplace: Workplace, qtbot: QtBot) -> None:
    canvas = room.timeline.canvas
    canvas.setFocus()
    qtbot.waitUntil(room.actions_of_window["play.toggle"].isEnabled, timeout=WAIT_MS)
    for key, frame in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Down, 24), (Qt.Key.Key_Left, 23)):
        QTest.keyClick(canvas, key)
        assert workplace.session.playhead == frame
    QTest.keyClick(canvas, Qt.Key.Key_I)
    assert workplace.transport.marks.in_frame == 23
    QTest.keyClick(canvas, Qt.Key.Key_L)
    QTest.keyClick(canvas, Qt.Key.Key_L)
    assert workplace.transport.speed == 2.0
    assert room.viewer.bar.speed.text() == "2×"
    QTest.keyClick(canvas, Qt.Key.Key_K)
    assert not workplace.transport.is_playing


def test_k_held_with_l_steps_and_goes_slowly_until_l_is_let_go(
    room: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    canvas = room.timeline.canvas
    canvas.setFocus()
    qtbot.waitUntil(room.actions_of_window["play.toggle"].isEnabled, timeout=WAIT_MS)
    QTest.keyPress(canvas, Qt.Key.Key_K)
    QTest.keyPress(canvas, Qt.Key.Key_L)
    assert workplace.session.playhead == 1
    assert workplace.transport.speed == 0.25
    QTest.keyRelease(canvas, Qt.Key.Key_L)
    assert not workplace.transport.is_playing
    QTest.keyRelease(canvas, Qt.Key.Key_K)
    QTest.keyPress(canvas, Qt.Key.Key_L)
    assert workplace.transport.speed == 1.0
    QTest.keyRelease(canvas, Qt.Key.Key_L)
    assert workplace.transport.is_playing
    workplace.transport.stop()


def test_loudness_and_mute_reach_the_sound_output(room: MainWindow, workplace: Workplace) -> None:
    room.viewer.bar.volume.setValue(40)
    assert workplace.sound.volume == pytest.approx(0.4)
    room.viewer.bar.mute.click()
    assert workplace.sound.is_muted
    room.viewer.bar.volume.setValue(60)
    assert not workplace.sound.is_muted


def test_safe_areas_are_drawn_when_they_are_switched_on(
    room: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    generate(room, workplace, qtbot)
    before = room.viewer.screen_view.grab().toImage()
    room.viewer.safe_areas.click()
    assert room.viewer.screen_view.has_safe_areas
    assert room.viewer.screen_view.grab().toImage() != before
