"""Claims about the window as an editor meets it."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAccessible, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from engine.events import Done
from engine.media.encode import write_png
from studio.document.files import FilmFile
from studio.document.journal import Recoverable
from studio.session.actions import MENUS
from studio.session.workplace import Workplace
from studio.views.dialogs import ExportDialog
from studio.views.dialogs.questions import RecoveryChoice, UnsavedChoice, ask_recovery, ask_unsaved
from studio.views.job_list import JobCard
from studio.views.main_window import MainWindow
from studio.views.palette import Palette, matches
from studio.views.shot_card import DOUBTS_ROLE
from studio.views.timeline.layout import HEADER_PX, rows
from tests.fakes.quick_generator import QuickGenerator

WAIT_MS = 20_000

# The offscreen platform says this of every dialog; it is about the platform, not about us.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def write(window: MainWindow, workplace: Workplace, qtbot: QtBot, words: str) -> None:
    """Types a shot and presses Ctrl+Enter."""
    if not workplace.session.project.shots:
        workplace.film.new()
    box = window.shot_list.new_shot.words
    box.setFocus()
    qtbot.keyClicks(box, words)
    qtbot.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def wait_until_ready(workplace: Workplace, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: (
            bool(workplace.session.project.shots)
            and all(shot.is_up_to_date for shot in workplace.session.project.shots)
        ),
        timeout=WAIT_MS,
    )


def test_without_a_film_the_window_offers_ways_to_begin(window: MainWindow) -> None:
    assert window.welcome.isVisible()
    words = {button.text() for button in window.welcome.findChildren(QPushButton)}
    assert {"New film", "Open…", "Open the example film"} <= words


def test_a_new_film_shows_the_room_and_waits_for_words(window: MainWindow) -> None:
    window.welcome.new.click()
    assert not window.welcome.isVisible()
    assert window.shot_list.isVisible() and window.timeline.isVisible()
    assert QApplication.focusWidget() is window.shot_list.new_shot.words


def test_words_and_ctrl_enter_make_a_shot_with_a_take(
    window: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    write(window, workplace, qtbot, "a red ball bounces")
    shot = workplace.session.project.shots[0]
    assert shot.request.prompt == "a red ball bounces"
    assert window.shot_list.new_shot.words.toPlainText() == ""
    assert window.inspector.shot_form.words.toPlainText() == "a red ball bounces"
    wait_until_ready(workplace, qtbot)
    assert window.inspector.take_list.list.count() == 1
    assert window.inspector.shot_form.generate.text() == "New take"


def test_typing_words_is_one_entry_and_undo_brings_all_of_them_back(
    window: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    write(window, workplace, qtbot, "a ball")
    wait_until_ready(workplace, qtbot)
    count = workplace.session.undo_stack.count()
    window.inspector.shot_form.words.setFocus()
    window.inspector.shot_form.words.moveCursor(
        window.inspector.shot_form.words.textCursor().MoveOperation.End
    )
    qtbot.keyClicks(window.inspector.shot_form.words, " rolls")
    assert workplace.session.project.shots[0].request.prompt == "a ball rolls"
    assert workplace.session.undo_stack.count() == count + 1
    workplace.commands.undo()
    assert window.inspector.shot_form.words.toPlainText() == "a ball"


def test_the_inspector_changes_length_size_camera_and_seed(
    window: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    write(window, workplace, qtbot, "a ball")
    form = window.inspector.shot_form
    form.seconds.setValue(2.0)
    form.seed.setValue(42)
    form.size_box.setCurrentIndex(2)
    form.size_box.activated.emit(2)
    form.camera_box.setCurrentIndex(1)
    form.camera_box.activated.emit(1)
    request = workplace.session.project.shots[0].request
    assert request.frame_count == 48
    assert request.seed == 42
    assert (request.width_px, request.height_px) == (1280, 720)
    assert request.camera.name == form.camera_box.itemData(1)


def test_what_was_not_understood_is_shown(
    window: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    write(window, workplace, qtbot, "a red ball and a flummox")
    window.inspector.setCurrentWidget(window.inspector.breakdown)
    qtbot.waitUntil(lambda: "flummox" in window.inspector.breakdown.text, timeout=WAIT_MS)
    assert "Not understood" in window.inspector.breakdown.text
    assert "ball" in window.inspector.breakdown.text


def test_a_refusal_is_a_banner_and_not_a_dialog(window: MainWindow, workplace: Workplace) -> None:
    workplace.session.refused.emit("This cannot be done.")
    workplace.session.refused.emit("This cannot be done.")
    assert window.banners.sentences == ("This cannot be done.",)
    assert QApplication.activeModalWidget() is None


def test_a_folder_dropped_on_the_window_is_refused_in_words(
    window: MainWindow, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    workplace.film.new()
    drop(window, tmp_path)
    qtbot.waitUntil(lambda: bool(window.banners.sentences), timeout=WAIT_MS)
    assert "folder" in window.banners.sentences[0]
    assert workplace.session.project.media == ()


def test_a_picture_dropped_on_the_timeline_lies_where_it_was_dropped(
    window: MainWindow, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    workplace.film.new()
    path = tmp_path / "sky.png"
    write_png(path, np.full((36, 64, 3), 90, np.uint8))
    canvas = window.timeline.canvas
    frame = 30
    drop(canvas, path, QPointF(canvas.scale.x(frame), 60))
    qtbot.waitUntil(lambda: bool(workplace.session.project.media), timeout=WAIT_MS)
    starts = [
        clip.start_frame for track in workplace.session.project.tracks for clip in track.clips
    ]
    assert starts == [frame]


def drop(widget, path: Path, place: QPointF | None = None) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        place or QPointF(20, 20),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    widget.dropEvent(event)


def test_a_dragged_clip_moves_with_its_sound_and_one_undo_brings_it_back(
    window: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    write(window, workplace, qtbot, "a ball")
    wait_until_ready(workplace, qtbot)
    before = workplace.session.project
    canvas = window.timeline.canvas
    row = next(each for each in rows(before) if each.track.clips)
    start = QPoint(int(canvas.scale.x(20)), row.top_px + 10)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    for step in (40, 80, 120):
        qtbot.mouseMove(canvas, start + QPoint(step, 0))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(120, 0))
    starts = {
        clip.start_frame for track in workplace.session.project.tracks for clip in track.clips
    }
    assert len(starts) == 1 and starts.pop() > 0
    workplace.commands.undo()
    assert workplace.session.project is before


def test_a_click_on_the_ruler_moves_the_playhead(
    window: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    write(window, workplace, qtbot, "a ball")
    canvas = window.timeline.canvas
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(int(canvas.scale.x(48)), 8))
    assert abs(workplace.session.playhead - 48) <= 1
    assert window.viewer.bar.position.text().startswith("00:00:0")
    assert canvas.scale.x(48) > HEADER_PX


def test_space_plays_and_stops_but_types_a_blank_in_a_text_field(
    window: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    write(window, workplace, qtbot, "a ball")
    wait_until_ready(workplace, qtbot)
    assert not workplace.transport.is_playing
    window.actions_of_window["play.toggle"].trigger()
    assert workplace.transport.is_playing
    qtbot.waitUntil(lambda: workplace.session.playhead > 3, timeout=WAIT_MS)
    window.actions_of_window["play.toggle"].trigger()
    assert not workplace.transport.is_playing


def test_every_action_stands_in_a_menu_and_no_shortcut_is_used_twice(window: MainWindow) -> None:
    table = [action.row for action in window.actions_of_window.all]
    assert {row.menu for row in table} == set(MENUS)
    keys = [QKeySequence(key).toString() for row in table for key in row.shortcuts]
    assert len(keys) == len(set(keys))
    assert all(keys)
    in_menus = {
        action
        for menu_action in window.menuBar().actions()
        for action in menu_action.menu().actions()
        if not action.isSeparator()
    }
    assert in_menus == set(window.actions_of_window.all)


def test_the_palette_finds_a_command_by_a_few_letters(window: MainWindow, qtbot: QtBot) -> None:
    window._on_refresh_timer_timeout()
    palette = Palette(window.actions_of_window, window)
    qtbot.keyClicks(palette.field, "newfilm")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.chosen is window.actions_of_window["film.new"]
    palette.deleteLater()
    assert matches("splt", "Edit: Split at playhead")
    assert not matches("zzz", "Edit: Split at playhead")


def test_unsaved_edits_are_asked_about_and_cancel_keeps_the_window(
    window: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    write(window, workplace, qtbot, "a ball")
    answer = Answer("Cancel")
    QTimer.singleShot(100, answer.give)
    assert not window.close()
    assert answer.asked and "not saved" in answer.asked
    assert window.isVisible()


@pytest.mark.parametrize(
    ("button", "choice"),
    [("Save", UnsavedChoice.SAVE), ("Discard edits", UnsavedChoice.DISCARD)],
)
def test_the_question_about_unsaved_edits_gives_the_answer_that_was_clicked(
    window: MainWindow, button: str, choice: UnsavedChoice
) -> None:
    answer = Answer(button)
    QTimer.singleShot(50, answer.give)
    assert ask_unsaved("Rain", window) is choice


class Answer:
    """Clicks a button of the open question."""

    def __init__(self, button: str) -> None:
        self._button = button
        self.asked = ""

    def give(self) -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        self.asked = box.text()
        next(each for each in box.buttons() if each.text() == self._button).click()


def test_work_left_behind_by_a_crash_is_offered_with_its_age(
    window: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    write(window, workplace, qtbot, "a ball")
    left = Recoverable(
        journal_path=Path("x"),
        film_path=Path("rain.reel"),
        written_utc_s=1.0e9,
        pid=1,
        film=FilmFile(workplace.session.project),
    )
    answer = Answer("Recover")
    QTimer.singleShot(50, answer.give)
    assert ask_recovery(left, window) is RecoveryChoice.RECOVER
    assert "rain" in answer.asked


def test_the_export_window_exports_and_says_where_to(
    window: MainWindow, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    write(window, workplace, qtbot, "a ball")
    window.inspector.shot_form.seconds.setValue(0.5)
    workplace.bridge.generate_changed()
    wait_until_ready(workplace, qtbot)
    window.desk.export_film()
    dialog = window.findChild(ExportDialog)
    dialog.path.setText(str(tmp_path / "rain"))
    dialog.export.click()
    qtbot.waitUntil(lambda: "Exported to" in dialog.state_words, timeout=WAIT_MS)
    assert (tmp_path / "rain.mp4").stat().st_size > 1000
    dialog.close()


@pytest.mark.parametrize("size", [(1440, 900), (1180, 720)])
def test_no_label_or_button_is_cut_off(
    window: MainWindow, workplace: Workplace, qtbot: QtBot, size: tuple[int, int]
) -> None:
    write(window, workplace, qtbot, "an old woman walks along a rainy street at night")
    wait_until_ready(workplace, qtbot)
    window.resize(*size)
    QApplication.sendPostedEvents()
    for page in range(window.inspector.count()):
        window.inspector.setCurrentIndex(page)
        QApplication.sendPostedEvents()
        for widget in (*window.findChildren(QLabel), *window.findChildren(QPushButton)):
            if not widget.isVisible() or not widget.text() or _is_rich(widget):
                continue
            needed = widget.fontMetrics().horizontalAdvance(widget.text())
            wraps = isinstance(widget, QLabel) and widget.wordWrap()
            if wraps:
                assert widget.height() >= widget.heightForWidth(widget.width()), widget.text()
            else:
                assert widget.width() >= needed, widget.text()


def _is_rich(widget) -> bool:
    return isinstance(widget, QLabel) and bool(re.search(r"<\w+", widget.text()))


def test_a_running_job_shows_progress_everywhere_and_can_be_stopped(
    window: MainWindow, workplace: Workplace, qtbot: QtBot, generator: QuickGenerator
) -> None:
    generator._frame_s = 0.05
    write(window, workplace, qtbot, "a long shot of a ball")
    qtbot.waitUntil(
        lambda: any(
            "Drawing" in label.text() for label in window.inspector.job_list.findChildren(QLabel)
        ),
        timeout=WAIT_MS,
    )
    assert window.inspector.tabText(3) == "Jobs (1)"
    window.inspector.shot_form.stop.click()
    qtbot.waitUntil(lambda: not workplace.bridge.active_jobs, timeout=WAIT_MS)
    assert window.inspector.tabText(3) == "Jobs"


@pytest.mark.parametrize("typed", ["0", "36000", "-4", "long"])
def test_a_length_that_no_shot_can_have_is_refused_in_words(
    window: MainWindow, workplace: Workplace, qtbot: QtBot, typed: str
) -> None:
    write(window, workplace, qtbot, "a red ball bounces")
    before = workplace.session.project.shots[0].request
    box = window.inspector.shot_form.seconds
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, typed)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    sentence = window.banners.sentences[-1]
    assert sentence.startswith(f"A shot lasts from 0.1 to 600 s, not “{typed}”")
    assert workplace.session.project.shots[0].request == before
    assert box.text() == "5.00 s"
    wait_until_ready(workplace, qtbot)


def test_a_card_warns_of_words_that_nothing_was_made_of(
    window: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    write(window, workplace, qtbot, "a ball and a zorgblat on a table")
    write(window, workplace, qtbot, "a ball on a table")
    model = window.shot_list.model
    qtbot.waitUntil(lambda: bool(model.data(model.index(0), DOUBTS_ROLE)), timeout=WAIT_MS)
    assert "zorgblat" in str(model.data(model.index(0), Qt.ItemDataRole.ToolTipRole))
    wait_until_ready(workplace, qtbot)
    assert not model.data(model.index(1), DOUBTS_ROLE)


def test_a_job_that_was_answered_from_the_cache_shows_its_take(
    window: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    write(window, workplace, qtbot, "a red ball bounces")
    wait_until_ready(workplace, qtbot)
    workplace.bridge.forget_finished()
    workplace.session.undo_stack.undo()
    workplace.bridge.generate(workplace.session.project.shots[0])
    wait_until_ready(workplace, qtbot)
    job = workplace.bridge.jobs[0]
    assert isinstance(job.state, Done)
    assert job.state.from_cache
    cards = window.inspector.job_list.findChildren(JobCard)
    qtbot.waitUntil(lambda: not cards[0].picture.isNull(), timeout=WAIT_MS)


def test_what_a_screen_reader_says_of_a_button_is_what_it_does_now(
    window: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    write(window, workplace, qtbot, "a red ball bounces")
    wait_until_ready(workplace, qtbot)
    window._on_refresh_timer_timeout()
    names = [
        QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
        for button in window.findChildren(QToolButton)
        if button.isVisible()
    ]
    assert "Undo Take of “Shot 1”" in names
    assert all(name and "{" not in name for name in names)
