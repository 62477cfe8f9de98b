"""Claims about the open film: history, merging, refusals, selection."""

from __future__ import annotations

from functools import partial

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from engine.request import ShotRequest
from engine.timing import FrameRate
from studio.document.edits import add_shot, move_clip, remove_shot, rename_film
from studio.document.errors import EditRefused
from studio.document.project import Project
from studio.session.project_session import ProjectSession


def request(words: str = "a ball bounces") -> ShotRequest:
    return ShotRequest(prompt=words, frame_count=24, rate=FrameRate(24), width_px=64, height_px=64)


@pytest.fixture
def session(qtbot: QtBot) -> ProjectSession:
    return ProjectSession()


def named(title: str) -> partial[Project]:
    return partial(rename_film, title=title)


def shot_added(project: Project) -> Project:
    return add_shot(project, request(), name="Shot 1")


def test_undo_brings_back_the_very_same_film(session: ProjectSession) -> None:
    before = session.project
    session.apply("Write shot", shot_added)
    after = session.project
    session.undo_stack.undo()
    assert session.project is before
    session.undo_stack.redo()
    assert session.project is after


def test_each_change_is_told_once_with_before_and_after(
    session: ProjectSession, qtbot: QtBot
) -> None:
    before = session.project
    with qtbot.waitSignal(session.project_changed) as told:
        session.apply("Rename", named("Rain"))
    assert told.args == [before, session.project]


def test_a_refused_edit_changes_nothing_and_says_why(session: ProjectSession, qtbot: QtBot) -> None:
    def refuse(_project: Project) -> Project:
        raise EditRefused("No.")

    before = session.project
    with qtbot.waitSignal(session.refused) as told:
        assert not session.apply("Try", refuse)
    assert told.args == ["No."]
    assert session.project is before
    assert session.undo_stack.count() == 0


def test_an_edit_that_changes_nothing_leaves_no_entry(session: ProjectSession) -> None:
    assert not session.apply("Nothing", lambda project: project)
    assert session.undo_stack.count() == 0


def test_a_drag_is_one_entry_and_starts_from_the_film_before_it(
    session: ProjectSession,
) -> None:
    session.apply("Write shot", shot_added)
    session.apply("Write shot", lambda project: add_shot(project, request("rain"), name="2"))
    before = session.project
    clip = before.tracks[1].clips[0]
    for start in (10, 20, 30, 100):
        session.apply("Move", partial(move_clip, clip_id=clip.id, start_frame=start), "drag 1")
    assert session.undo_stack.count() == 3
    assert len(session.project.tracks[1].clips) == 2, "what the drag passed over is whole again"
    session.undo_stack.undo()
    assert session.project is before


def test_a_drag_back_to_where_it_began_leaves_no_entry(session: ProjectSession) -> None:
    session.apply("Write shot", shot_added)
    before, count = session.project, session.undo_stack.count()
    clip = before.tracks[1].clips[0]
    for start in (10, 0):
        session.apply("Move", partial(move_clip, clip_id=clip.id, start_frame=start), "drag 1")
    assert session.project is before
    assert session.undo_stack.count() == count


def test_two_drags_are_two_entries(session: ProjectSession) -> None:
    session.apply("One", named("One"), "drag 1")
    session.apply("Two", named("Two"), "drag 2")
    assert session.undo_stack.count() == 2


def test_a_film_is_dirty_until_it_is_saved(session: ProjectSession, tmp_path) -> None:
    assert not session.is_dirty
    session.apply("Rename", named("Rain"))
    assert session.is_dirty
    session.mark_saved(session.project, tmp_path / "rain.reel")
    assert not session.is_dirty
    session.undo_stack.undo()
    assert session.is_dirty


def test_a_drag_does_not_swallow_the_entry_that_was_saved(
    session: ProjectSession, tmp_path
) -> None:
    session.apply("One", named("One"), "key")
    session.mark_saved(session.project, tmp_path / "one.reel")
    session.apply("Two", named("Two"), "key")
    assert session.is_dirty
    session.undo_stack.undo()
    assert session.project.title == "One"


def test_saving_an_older_value_leaves_the_film_dirty(session: ProjectSession, tmp_path) -> None:
    session.apply("One", named("One"))
    older = session.project
    session.apply("Two", named("Two"))
    session.mark_saved(older, tmp_path / "one.reel")
    assert session.is_dirty


def test_selecting_a_shot_selects_its_clips_and_the_other_way_round(
    session: ProjectSession,
) -> None:
    session.apply("Write shot", shot_added)
    shot = session.project.shots[0]
    session.select_shot(shot.id)
    clips = {clip.id for track in session.project.tracks for clip in track.clips}
    assert session.selection.clip_ids == clips and len(clips) == 2
    session.select_shot(None)
    session.select_clips(frozenset(clips))
    assert session.selection.shot_id == shot.id


def test_what_is_gone_is_not_selected_any_more(session: ProjectSession) -> None:
    session.apply("Write shot", shot_added)
    shot = session.project.shots[0]
    session.select_shot(shot.id)
    session.apply("Remove", partial(remove_shot, shot_id=shot.id))
    assert session.selected_shot is None
    assert session.selection.clip_ids == frozenset()


def test_the_playhead_stays_inside_the_film(session: ProjectSession) -> None:
    session.apply("Write shot", shot_added)
    session.move_playhead(1000)
    assert session.playhead == session.project.frame_count
    session.move_playhead(-5)
    assert session.playhead == 0
    session.move_playhead(20)
    session.undo_stack.undo()
    assert session.playhead == 0


def test_values_are_frozen(session: ProjectSession) -> None:
    with pytest.raises(AttributeError):
        session.project.title = "other"  # type: ignore[misc]
    assert isinstance(session.project, msgspec.Struct)
