"""How clips come in, through every edit of them."""

from __future__ import annotations

import pytest

from studio.document import edits
from studio.document.errors import EditRefused, TrackLocked
from studio.document.project import Project, Transition
from tests.studio.document.films import clip, film, track

DISSOLVE = Transition(kind="dissolve", frame_count=6)


@pytest.fixture
def project() -> Project:
    made = film(24, 24)
    return edits.set_transition(made, clip(made, "V1", 1).id, DISSOLVE)


def test_a_transition_is_set_and_becomes_a_cut_again(project: Project):
    second = clip(project, "V1", 1)
    assert second.transition == DISSOLVE
    assert edits.set_transition(project, second.id, DISSOLVE) is project
    assert clip(edits.set_transition(project, second.id, None), "V1", 1).transition is None


@pytest.mark.parametrize("count", [0, 1, 25])
def test_a_transition_fits_its_clip(project: Project, count: int):
    with pytest.raises(EditRefused, match=f"of {count} frames does not fit a clip of 24"):
        edits.set_transition(
            project, clip(project, "V1", 1).id, Transition(kind="wipe", frame_count=count)
        )


def test_sound_has_no_transition_of_its_own(project: Project):
    with pytest.raises(EditRefused, match="belongs to a picture"):
        edits.set_transition(project, clip(project, "A1", 1).id, DISSOLVE)


def test_a_locked_track_refuses(project: Project):
    locked = edits.set_locked(project, track(project, "V1").id, True)
    with pytest.raises(TrackLocked):
        edits.set_transition(locked, clip(locked, "V1", 1).id, None)


def test_the_right_part_of_a_split_begins_with_a_cut(project: Project):
    split = edits.split_clip(project, clip(project, "V1", 1).id, 36)
    assert clip(split, "V1", 1).transition == DISSOLVE
    assert clip(split, "V1", 2).transition is None


def test_trimming_keeps_how_a_clip_comes_in(project: Project):
    trimmed = edits.trim_clip(project, clip(project, "V1", 1).id, "start", 30)
    assert clip(trimmed, "V1", 1).transition == DISSOLVE


def test_a_clip_whose_start_is_covered_begins_with_a_cut(project: Project):
    first = clip(project, "V1", 0)
    covered = edits.move_clip(project, first.id, 4)
    assert clip(covered, "V1", 1).transition is None
