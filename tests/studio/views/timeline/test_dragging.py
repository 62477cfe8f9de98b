"""Claims about the timeline under the mouse: what is dragged is what is done, and undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.document import edits
from studio.document.project import Clip, Project, Track
from studio.session.workplace import Workplace
from studio.views.main_window import MainWindow
from studio.views.timeline.canvas import SHOT_ROW_MIME, TimelineCanvas
from studio.views.timeline.layout import HEADER_PX, RULER_PX, Hit
from studio.views.timeline.painting import lock_area, mute_area
from tests.studio.document.films import film

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def canvas(window: MainWindow, workplace: Workplace, qtbot: QtBot) -> TimelineCanvas:
    """Three shots of 24, 48 and 72 frames on V1 and A1, eight pixels a frame."""
    workplace.session.open_project(film(24, 48, 72), None)
    window.timeline.canvas.zoom_to(8.0)
    return window.timeline.canvas


def track(project: Project, name: str) -> Track:
    return next(each for each in project.tracks if each.name == name)


def spans(workplace: Workplace, name: str) -> list[tuple[int, int]]:
    clips = track(workplace.session.project, name).clips
    return [(clip.start_frame, clip.end_frame) for clip in clips]


def first(workplace: Workplace, index: int = 0) -> Clip:
    return track(workplace.session.project, "V1").clips[index]


def place(canvas: TimelineCanvas, frame: float, name: str = "V1") -> QPoint:
    row = next(row for row in canvas.rows() if row.track.name == name)
    return QPoint(round(canvas.scale.x(frame)), row.top_px + row.height_px // 2)


@pytest.fixture
def drag(canvas: TimelineCanvas, qtbot: QtBot) -> Callable[..., None]:
    def dragged(start: QPoint, *stops: QPoint, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.mousePress(canvas, LEFT, Qt.KeyboardModifier.NoModifier, start)
        for stop in stops:
            send_move(canvas, stop, modifier)
        QTest.mouseRelease(canvas, LEFT, modifier, stops[-1])

    return dragged


def send_move(canvas: TimelineCanvas, to: QPoint, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    at = QPointF(to)
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, canvas.mapToGlobal(at), Qt.MouseButton.NoButton, LEFT, modifier
    )
    QApplication.sendEvent(canvas, event)


def test_a_dragged_clip_changes_nothing_until_it_is_let_go_and_is_one_undo(
    canvas: TimelineCanvas, workplace: Workplace, qtbot: QtBot
) -> None:
    before = workplace.session.project
    qtbot.mousePress(canvas, LEFT, pos=place(canvas, 100))
    for frame in (110, 120, 140):
        send_move(canvas, place(canvas, frame))
        assert workplace.session.project is before
    assert canvas.plan is not None
    assert {track.name for track, _ in canvas.plan.ghosts} == {"V1", "A1"}
    qtbot.mouseRelease(canvas, LEFT, pos=place(canvas, 140))
    assert workplace.session.undo_stack.count() == 1


def test_moving_the_last_clip_moves_its_sound_as_far(
    canvas: TimelineCanvas, workplace: Workplace, drag: Callable[..., None]
) -> None:
    before = workplace.session.project
    drag(place(canvas, 100), place(canvas, 110), place(canvas, 130))
    assert spans(workplace, "V1") == [(0, 24), (24, 72), (102, 174)]
    assert spans(workplace, "A1") == spans(workplace, "V1")
    assert workplace.session.undo_stack.count() == 1
    workplace.commands.undo()
    assert workplace.session.project is before


def test_a_clip_goes_to_another_track_and_its_sound_stays_on_its_own(
    canvas: TimelineCanvas, workplace: Workplace, drag: Callable[..., None]
) -> None:
    drag(place(canvas, 40), place(canvas, 45), place(canvas, 41, "V2"), modifier=ALT)
    assert spans(workplace, "V2") == [(25, 73)]
    assert (25, 73) in spans(workplace, "A1")


def test_an_edge_within_reach_of_a_cut_snaps_to_it_unless_alt_is_held(
    canvas: TimelineCanvas, workplace: Workplace, drag: Callable[..., None]
) -> None:
    workplace.session.move_playhead(100)
    start = place(canvas, 120)
    drag(start, start + QPoint(40, 0), start + QPoint(8 * 28 + 5, 0))
    assert spans(workplace, "V1")[-1] == (100, 172)  # 28 frames and 5 px: the playhead is near
    workplace.commands.undo()
    drag(start, start + QPoint(40, 0), start + QPoint(8 * 29, 0), modifier=ALT)
    assert spans(workplace, "V1")[-1] == (101, 173)
    workplace.commands.undo()
    canvas.snaps = False
    drag(start, start + QPoint(40, 0), start + QPoint(8 * 29, 0))
    assert spans(workplace, "V1")[-1] == (101, 173)


def test_the_snap_line_says_where_it_snapped(
    canvas: TimelineCanvas, workplace: Workplace, qtbot: QtBot
) -> None:
    qtbot.mousePress(canvas, LEFT, pos=place(canvas, 120))
    send_move(canvas, place(canvas, 130))
    send_move(canvas, place(canvas, 120 - 47) + QPoint(3, 0))
    assert canvas.plan is not None and canvas.plan.snap_frame == 24
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.plan is None


def test_escape_lets_go_without_an_edit(
    canvas: TimelineCanvas, workplace: Workplace, qtbot: QtBot
) -> None:
    before = workplace.session.project
    qtbot.mousePress(canvas, LEFT, pos=place(canvas, 120))
    send_move(canvas, place(canvas, 150))
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    qtbot.mouseRelease(canvas, LEFT, pos=place(canvas, 150))
    assert workplace.session.project is before


def test_trimming_an_end_stops_at_the_media_and_undo_restores_the_same_film(
    canvas: TimelineCanvas, workplace: Workplace, drag: Callable[..., None]
) -> None:
    before = workplace.session.project
    edge = place(canvas, 144) - QPoint(3, 0)
    drag(edge, edge - QPoint(80, 0), edge - QPoint(8 * 30, 0), modifier=ALT)
    assert spans(workplace, "V1")[-1] == (72, 114) == spans(workplace, "A1")[-1]
    edge = place(canvas, 114) - QPoint(3, 0)
    drag(edge, edge + QPoint(80, 0), edge + QPoint(8 * 100, 0), modifier=ALT)
    assert spans(workplace, "V1")[-1] == (72, 144)
    workplace.commands.undo()
    workplace.commands.undo()
    assert workplace.session.project is before


def test_trimming_a_start_says_in_out_and_length_beside_the_pointer(
    canvas: TimelineCanvas, workplace: Workplace, qtbot: QtBot
) -> None:
    edge = place(canvas, 72) + QPoint(3, 0)
    qtbot.mousePress(canvas, LEFT, pos=edge)
    send_move(canvas, edge + QPoint(40, 0), ALT)
    send_move(canvas, edge + QPoint(8 * 24, 0), ALT)
    plan = canvas.plan
    assert plan is not None
    assert plan.note == ("In 00:00:01:00   Out 00:00:03:00   Length 00:00:02:00 (-00:00:01:00)")
    qtbot.mouseRelease(canvas, LEFT, pos=edge + QPoint(8 * 24, 0))
    assert first(workplace, 2).in_frame == 24


def test_the_pointer_over_an_edge_shows_that_it_can_be_trimmed(
    canvas: TimelineCanvas, workplace: Workplace, qtbot: QtBot
) -> None:
    qtbot.mouseMove(canvas, place(canvas, 72) + QPoint(3, 0))
    assert canvas.cursor().shape() == Qt.CursorShape.SizeHorCursor
    qtbot.mouseMove(canvas, place(canvas, 100))
    assert canvas.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_ctrl_and_shift_clicks_choose_several_clips_and_they_move_together(
    canvas: TimelineCanvas,
    workplace: Workplace,
    qtbot: QtBot,
    drag: Callable[..., None],
) -> None:
    workplace.session.select_clips(frozenset())
    qtbot.mouseClick(canvas, LEFT, CTRL, place(canvas, 10))
    qtbot.mouseClick(canvas, LEFT, SHIFT, place(canvas, 40))
    assert len(workplace.session.selection.clip_ids) == 4
    qtbot.mouseClick(canvas, LEFT, CTRL, place(canvas, 10))
    assert len(workplace.session.selection.clip_ids) == 2
    qtbot.mouseClick(canvas, LEFT, CTRL, place(canvas, 10))
    canvas.snaps = False
    drag(place(canvas, 40), place(canvas, 80), place(canvas, 240))
    assert spans(workplace, "V1") == [(72, 144), (200, 224), (224, 272)]


def test_a_rubber_band_chooses_what_it_touches(
    canvas: TimelineCanvas, workplace: Workplace, drag: Callable[..., None]
) -> None:
    drag(place(canvas, 12, "V2"), place(canvas, 20, "V2"), place(canvas, 30, "V1"))
    chosen = {clip.start_frame for _, clip in workplace.session.selected_clips}
    assert chosen == {0, 24}


def test_a_click_beside_the_clips_chooses_nothing_and_moves_the_playhead(
    canvas: TimelineCanvas, workplace: Workplace, qtbot: QtBot
) -> None:
    qtbot.mouseClick(canvas, LEFT, pos=place(canvas, 10))
    qtbot.mouseClick(canvas, LEFT, pos=place(canvas, 33, "V2"))
    assert not workplace.session.selection.clip_ids
    assert workplace.session.playhead == 33


def test_dragging_in_the_ruler_scrubs(
    canvas: TimelineCanvas, workplace: Workplace, drag: Callable[..., None]
) -> None:
    seen: list[int] = []
    workplace.session.playhead_changed.connect(seen.append)
    points = [QPoint(round(canvas.scale.x(frame)), RULER_PX // 2) for frame in (12, 30, 31, 90)]
    drag(*points)
    assert seen == [12, 30, 31, 90]


def test_split_delete_and_ripple_delete_by_key(
    canvas: TimelineCanvas, window: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    before = workplace.session.project
    workplace.session.select_clips(frozenset())
    workplace.session.move_playhead(48)
    window.actions_of_window["clip.split"].trigger()
    assert spans(workplace, "V1") == [(0, 24), (24, 48), (48, 72), (72, 144)]
    qtbot.mouseClick(canvas, LEFT, pos=place(canvas, 30))
    window.actions_of_window["clip.ripple"].trigger()
    assert spans(workplace, "V1") == [(0, 24), (24, 48), (48, 120)] == spans(workplace, "A1")
    qtbot.mouseClick(canvas, LEFT, pos=place(canvas, 30))
    window.actions_of_window["clip.delete"].trigger()
    assert spans(workplace, "V1") == [(0, 24), (48, 120)]
    for _ in range(3):
        workplace.commands.undo()
    assert workplace.session.project is before


def test_a_drag_onto_a_locked_track_is_refused_in_words_and_nothing_moves(
    canvas: TimelineCanvas,
    window: MainWindow,
    workplace: Workplace,
    drag: Callable[..., None],
) -> None:
    v2 = track(workplace.session.project, "V2").id
    workplace.session.apply("Lock", lambda project: edits.set_locked(project, v2, True))
    before = workplace.session.project
    drag(place(canvas, 40), place(canvas, 50), place(canvas, 60, "V2"))
    assert workplace.session.project is before
    assert window.banners.sentences == ("Track V2 is locked: unlock it to change its clips.",)


def test_headers_mute_and_lock_their_track(
    canvas: TimelineCanvas, workplace: Workplace, qtbot: QtBot
) -> None:
    row = next(row for row in canvas.rows() if row.track.name == "A1")
    qtbot.mouseClick(canvas, LEFT, pos=mute_area(row).center().toPoint())
    qtbot.mouseClick(canvas, LEFT, pos=lock_area(row).center().toPoint())
    a1 = track(workplace.session.project, "A1")
    assert a1.muted and a1.locked


def test_ctrl_and_wheel_zoom_about_the_pointer(canvas: TimelineCanvas) -> None:
    x = canvas.scale.x(50)
    wheel(canvas, QPointF(x, 60), 120, CTRL)
    assert canvas.scale.px_per_frame > 8.0
    assert canvas.scale.x(50) == pytest.approx(x, abs=1)
    canvas.zoom_to_fit()
    assert canvas.scale.x(144) < canvas.width()
    assert canvas.scale.x(0) == HEADER_PX


def test_the_wheel_scrolls_and_never_beyond_the_film(canvas: TimelineCanvas) -> None:
    canvas.zoom_to(20.0)
    canvas.scroll_to(0)
    wheel(canvas, QPointF(500, 60), -240, Qt.KeyboardModifier.NoModifier)
    assert canvas.scale.scroll_px == 240
    wheel(canvas, QPointF(500, 60), 2400, Qt.KeyboardModifier.NoModifier)
    assert canvas.scale.scroll_px == 0


def wheel(canvas: TimelineCanvas, at: QPointF, turn: int, modifier) -> None:
    canvas.wheelEvent(
        QWheelEvent(
            at,
            canvas.mapToGlobal(at),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            modifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
    )


def test_a_shot_from_the_list_lies_where_it_is_dropped(
    canvas: TimelineCanvas, workplace: Workplace
) -> None:
    data = QMimeData()
    data.setData(SHOT_ROW_MIME, (1).to_bytes(4, "big", signed=True))
    event = QDropEvent(
        QPointF(place(canvas, 100, "V2")),
        Qt.DropAction.MoveAction,
        data,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    canvas.snaps = False
    canvas.dropEvent(event)
    assert spans(workplace, "V2") == [(100, 148)]
    assert workplace.session.undo_stack.undoText() == "Place shot"


def test_the_menu_of_a_gap_closes_it(
    canvas: TimelineCanvas, window: MainWindow, workplace: Workplace
) -> None:
    last = first(workplace, 2).id
    workplace.session.apply("Move", lambda project: edits.move_clip(project, last, 100))
    menu = window.timeline.menu(Hit(track(workplace.session.project, "V1"), None), 80)
    menu.actions()[0].trigger()
    assert spans(workplace, "V1") == [(0, 24), (24, 72), (72, 144)]
    menu.deleteLater()


def test_tracks_are_added_and_removed_from_the_headers_menu_and_all_rows_stay_in_view(
    canvas: TimelineCanvas, window: MainWindow, workplace: Workplace, qtbot: QtBot
) -> None:
    for _ in range(3):
        menu = window.timeline.menu(Hit(track(workplace.session.project, "V1"), None), -1)
        menu.actions()[0].trigger()
        menu.deleteLater()
    assert [row.track.name for row in canvas.rows()][:3] == ["V5", "V4", "V3"]
    qtbot.waitUntil(lambda: canvas.rows()[-1].top_px < canvas.height())
    menu = window.timeline.menu(Hit(track(workplace.session.project, "V5"), None), -1)
    menu.actions()[-1].trigger()
    menu.deleteLater()
    assert "V5" not in [each.name for each in workplace.session.project.tracks]


def test_a_film_that_changes_under_a_drag_ends_the_drag(
    canvas: TimelineCanvas, workplace: Workplace, qtbot: QtBot
) -> None:
    qtbot.mousePress(canvas, LEFT, pos=place(canvas, 120))
    send_move(canvas, place(canvas, 150))
    shot = workplace.session.project.shots[0]
    workplace.session.apply("Name", lambda project: edits.rename_shot(project, shot.id, "Rain"))
    after = workplace.session.project
    send_move(canvas, place(canvas, 160))
    assert canvas.plan is None
    qtbot.mouseRelease(canvas, LEFT, pos=place(canvas, 160))
    assert workplace.session.project is after
