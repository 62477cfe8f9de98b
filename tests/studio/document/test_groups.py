"""Claims about moving several clips at once and about closing gaps."""

from __future__ import annotations

import pytest

from studio.document import edits
from studio.document.errors import EditRefused, TrackLocked
from tests.studio.document.films import clip, film, locked, spans, track


def ids(project, *places: tuple[str, int]) -> frozenset[str]:
    return frozenset(clip(project, name, index).id for name, index in places)


def test_neighbours_that_move_together_do_not_overwrite_each_other() -> None:
    before = film(24, 48, 12)
    after = edits.move_clips(before, ids(before, ("V1", 0), ("V1", 1)), 20)
    assert spans(after, "V1") == [(20, 44), (44, 92)]
    assert spans(after, "A1") == spans(after, "V1")


def test_clips_keep_their_distances_and_cover_what_they_land_on() -> None:
    before = film(24, 48, 12)
    after = edits.move_clips(before, ids(before, ("V1", 0), ("V1", 2)), 30)
    assert spans(after, "V1") == [(24, 30), (30, 54), (54, 72), (102, 114)]


def test_going_to_another_track_takes_the_named_pictures_and_leaves_their_sound() -> None:
    before = film(24, 48)
    grabbed = clip(before, "V1", 1)
    after = edits.move_clips(before, frozenset({grabbed.id}), 6, grabbed.id, track(before, "V2").id)
    assert spans(after, "V2") == [(30, 78)]
    assert spans(after, "V1") == [(0, 24)]
    assert spans(after, "A1") == [(0, 24), (30, 78)]


def test_nothing_moves_before_the_start_onto_a_locked_or_a_missing_track() -> None:
    before = film(24, 48)
    first = clip(before, "V1", 0)
    with pytest.raises(EditRefused, match="first frame"):
        edits.move_clips(before, frozenset({first.id}), -1)
    with pytest.raises(TrackLocked):
        edits.move_clips(
            locked(before, "V2"), frozenset({first.id}), 0, first.id, track(before, "V2").id
        )
    with pytest.raises(EditRefused, match="differ"):
        edits.move_clips(before, frozenset({first.id}), 0, first.id, track(before, "A2").id)
    lifted = edits.move_clips(
        before, ids(before, ("V1", 1)), 0, clip(before, "V1", 1).id, track(before, "V2").id
    )
    both = ids(lifted, ("V2", 0), ("V1", 0))
    with pytest.raises(EditRefused, match="add a track"):
        edits.move_clips(lifted, both, 0, clip(lifted, "V1", 0).id, track(lifted, "V2").id)


def test_a_move_that_changes_nothing_returns_the_same_film() -> None:
    before = film(24, 48)
    first = clip(before, "V1", 0)
    assert edits.move_clips(before, frozenset({first.id}), 0) is before


def test_a_gap_closes_as_far_as_all_tracks_allow() -> None:
    before = film(24, 24)
    before = edits.move_clip(before, clip(before, "V1", 1).id, 60)
    assert edits.gap_at(track(before, "V1"), 30) == (24, 60)
    after = edits.close_gap(before, track(before, "V1").id, 30)
    assert spans(after, "V1") == [(0, 24), (24, 48)] == spans(after, "A1")
    with pytest.raises(EditRefused, match="no gap"):
        edits.close_gap(after, track(after, "V1").id, 30)
