from __future__ import annotations

import msgspec
import pytest

from studio.document import edits
from studio.document.errors import EditRefused, TrackLocked
from studio.document.queries import outdated_shots, used_media
from tests.studio.document.films import clip, film, locked, request, shot, spans, taken, track


def test_a_finished_take_is_selected_and_the_shot_is_up_to_date():
    project = film(24)
    assert outdated_shots(project) == project.shots
    done = edits.add_take(project, shot(project, 0).id, taken(shot(project, 0).request))
    assert shot(done, 0).is_up_to_date
    assert outdated_shots(done) == ()
    assert done.tracks is project.tracks


def test_a_longer_take_pushes_what_follows_and_a_shorter_one_pulls_it():
    project = film(24, 24)
    first = shot(project, 0).id
    longer = edits.add_take(project, first, taken(request(36)))
    assert spans(longer, "V1") == spans(longer, "A1") == [(0, 36), (36, 60)]
    shorter = edits.add_take(longer, first, taken(request(12)))
    assert spans(shorter, "V1") == spans(shorter, "A1") == [(0, 12), (12, 36)]


def test_a_clip_that_was_trimmed_keeps_its_length_when_a_longer_take_comes():
    project = film(24, 24)
    project = edits.trim_clip(project, clip(project, "V1", 0).id, "end", 20)
    longer = edits.add_take(project, shot(project, 0).id, taken(request(36)))
    assert spans(longer, "V1") == [(0, 20), (24, 48)]


def test_changing_the_words_keeps_the_take_and_shows_the_shot_as_out_of_date():
    project = film(24)
    project = edits.add_take(project, shot(project, 0).id, taken(shot(project, 0).request))
    changed = edits.change_request(project, shot(project, 0).id, request(48, "another ball"))
    assert shot(changed, 0).selected_take is not None
    assert outdated_shots(changed) == changed.shots
    assert spans(changed, "V1") == [(0, 24)]


def test_while_a_shot_has_no_take_its_clips_follow_the_asked_length():
    project = film(24, 24)
    changed = edits.change_request(project, shot(project, 0).id, request(30))
    assert spans(changed, "V1") == spans(changed, "A1") == [(0, 30), (30, 54)]


def test_a_take_that_would_change_a_locked_track_is_kept_but_not_shown():
    project = locked(film(24, 24), "V1")
    arrived = edits.add_take(project, shot(project, 0).id, taken(request(36)))
    assert len(shot(arrived, 0).takes) == 1
    assert shot(arrived, 0).selected_take is None
    with pytest.raises(TrackLocked):
        edits.select_take(arrived, shot(arrived, 0).id, shot(arrived, 0).takes[0].id)


def test_a_take_of_the_same_length_is_shown_on_a_locked_track():
    project = locked(film(24), "V1")
    arrived = edits.add_take(project, shot(project, 0).id, taken(request(24)))
    assert shot(arrived, 0).selected_take is not None


def test_the_same_take_is_not_added_twice():
    project = film(24)
    once = edits.add_take(project, shot(project, 0).id, taken(request(24)))
    again = msgspec.structs.replace(taken(request(24)), created_utc="2030-01-01T00:00:00+00:00")
    assert edits.add_take(once, shot(once, 0).id, again) is once


def test_an_earlier_take_can_be_shown_again_and_removed():
    project = film(24)
    shot_id = shot(project, 0).id
    project = edits.add_take(project, shot_id, taken(request(24), "a"))
    project = edits.add_take(project, shot_id, taken(request(30), "f"))
    earlier, later = shot(project, 0).takes
    back = edits.select_take(project, shot_id, earlier.id)
    assert spans(back, "V1") == [(0, 24)]
    gone = edits.remove_take(project, shot_id, later.id)
    assert shot(gone, 0).selected_take_id == earlier.id
    assert spans(gone, "V1") == [(0, 24)]
    assert "f" * 64 in used_media(project)
    assert "f" * 64 not in used_media(gone)


def test_a_shot_that_was_removed_meanwhile_takes_no_take():
    project = film(24)
    gone = edits.remove_shot(project, shot(project, 0).id)
    with pytest.raises(EditRefused, match="no longer in the film"):
        edits.add_take(gone, shot(project, 0).id, taken(request(24)))


def test_removing_a_shot_leaves_its_place_empty():
    project = film(24, 24)
    gone = edits.remove_shot(project, shot(project, 0).id)
    assert spans(gone, "V1") == spans(gone, "A1") == [(24, 48)]
    assert track(gone, "V2") is track(project, "V2")


def test_reordering_the_list_leaves_the_timeline():
    project = film(24, 30)
    moved = edits.move_shot(project, shot(project, 1).id, 0)
    assert [each.id for each in moved.shots] == [shot(project, 1).id, shot(project, 0).id]
    assert moved.tracks is project.tracks
