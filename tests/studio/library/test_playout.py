from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from engine.generation import ShownSubject
from engine.media.playout import Playout
from studio.document import edits
from studio.document.project import MediaSource, Project, Transition
from studio.library import Library
from studio.library.playout import FADE_SAMPLES, edit_list, missing_media
from tests.contracts.take_store import a_request, made_take
from tests.studio.document.films import clip, film, music, track


@pytest.fixture
def library(tmp_path: Path):
    with Library(tmp_path / "library") as library:
        yield library


@pytest.fixture
def made(library: Library, tmp_path: Path) -> Project:
    """Two shots of 8 frames with takes."""
    project = film()
    for number in range(2):
        request = a_request(f"shot {number}", frame_count=8)
        project = edits.add_shot(project, request)
        stored = library.takes.keep(request, made_take(request, tmp_path))
        project = edits.add_take(project, project.shots[number].id, stored)
    return project


def test_each_clip_plays_its_take_at_its_place(made: Project, library: Library):
    listed = edit_list(made, library)
    assert [(each.start_frame, each.frame_count) for each in listed.picture] == [(0, 8), (8, 8)]
    assert [each.start_sample for each in listed.sound] == [0, 16_000]
    assert [each.sample_count for each in listed.sound] == [16_000, 16_000]
    assert listed.frame_count == 16
    assert all(each.path.exists() for each in (*listed.picture, *listed.sound))


def test_shots_without_a_take_are_gaps(made: Project, library: Library):
    longer = edits.add_shot(made, a_request("later", frame_count=10))
    listed = edit_list(longer, library)
    assert listed.frame_count == 26
    assert len(listed.picture) == len(listed.sound) == 2


def test_missing_files_are_gaps_and_are_named(made: Project, library: Library):
    gone = made.shots[0].takes[0].stored.picture_sha256
    library.media.path(gone).unlink()
    assert [each.start_frame for each in edit_list(made, library).picture] == [8]
    assert missing_media(made, library) == {gone}


def test_muted_tracks_are_left_out(made: Project, library: Library):
    silent = edits.set_muted(made, track(made, "A1").id, True)
    assert edit_list(silent, library).sound == ()
    assert len(edit_list(silent, library).picture) == 2


def test_a_trimmed_clip_reads_from_inside_its_take(made: Project, library: Library):
    trimmed = edits.trim_clip(made, clip(made, "V1", 0).id, "start", 3)
    listed = edit_list(trimmed, library)
    assert (listed.picture[0].start_frame, listed.picture[0].source_start_frame) == (3, 3)
    assert listed.sound[0].source_start_sample == listed.sound[0].start_sample == 6_000


def test_cuts_fade_for_5_ms_but_a_split_that_runs_on_does_not(made: Project, library: Library):
    split = edits.split_clip(made, clip(made, "V1", 0).id, 4)
    left, right, other = edit_list(split, library).sound
    assert (left.fade_in_samples, left.fade_out_samples) == (FADE_SAMPLES, 0)
    assert (right.fade_in_samples, right.fade_out_samples) == (0, FADE_SAMPLES)
    assert (other.fade_in_samples, other.fade_out_samples) == (FADE_SAMPLES, FADE_SAMPLES)


def test_gain_is_linear_for_the_engine(made: Project, library: Library):
    quieter = edits.set_gain(made, clip(made, "V1", 0).id, -20.0)
    assert edit_list(quieter, library).sound[0].gain == pytest.approx(0.1)


def test_upper_video_tracks_cover_lower_ones(made: Project, library: Library):
    above = edits.move_clip(made, clip(made, "V1", 1).id, 8, track(made, "V2").id)
    layers = {each.start_frame: each.layer for each in edit_list(above, library).picture}
    assert layers == {0: 0, 8: 1}


def test_sound_never_reads_beyond_its_file(made: Project, library: Library, tmp_path: Path):
    stored = made.shots[0].takes[0].stored
    item = music(0).__class__(
        id="m", name="m.wav", kind="sound", sha256=stored.sound_sha256, sample_count=15_000
    )
    project = edits.place_source(
        edits.add_media(made, item),
        MediaSource("m"),
        0,
        sound_track_id=track(made, "A2").id,
    )
    last = edit_list(project, library).sound[-1]
    assert last.source_start_sample + last.sample_count <= 15_000


def test_the_engine_plays_what_is_listed(made: Project, library: Library):
    playout = Playout(edit_list(made, library))
    try:
        assert playout.picture(0).max() > 200
        assert abs(playout.sound(0, 32_000)).max() > 0.1
    finally:
        playout.close()


def test_a_transition_lies_half_before_and_half_after_its_cut(made: Project, library: Library):
    dissolve = Transition(kind="dissolve", frame_count=5)
    listed = edit_list(edits.set_transition(made, clip(made, "V1", 1).id, dissolve), library)
    going, coming = listed.picture
    assert (going.start_frame, going.frame_count) == (0, 8 + 3)
    assert (coming.start_frame, coming.frame_count) == (8 - 2, 8 + 2)
    assert coming.source_start_frame == -2
    assert coming.transition is not None
    assert (coming.transition.kind, coming.transition.frame_count) == ("dissolve", 5)


def test_linked_sound_fades_over_with_its_picture(made: Project, library: Library):
    trimmed = edits.trim_clip(made, clip(made, "V1", 0).id, "end", 5)
    trimmed = edits.move_clip(trimmed, clip(trimmed, "V1", 1).id, 5)
    trimmed = edits.trim_clip(trimmed, clip(trimmed, "V1", 1).id, "start", 7)
    trimmed = edits.move_clip(trimmed, clip(trimmed, "V1", 1).id, 5)
    dissolve = Transition(kind="dissolve", frame_count=4)
    listed = edit_list(edits.set_transition(trimmed, clip(trimmed, "V1", 1).id, dissolve), library)
    going, coming = listed.sound
    assert (coming.start_sample, coming.fade_in_samples) == (3 * 2000, 4 * 2000)
    assert (going.sample_count, going.fade_out_samples) == (7 * 2000, 4 * 2000)


def test_a_clip_after_a_gap_comes_in_from_black(made: Project, library: Library):
    apart = edits.move_clip(made, clip(made, "V1", 1).id, 20)
    dissolve = Transition(kind="dissolve", frame_count=4)
    apart = edits.set_transition(apart, clip(apart, "V1", 1).id, dissolve)
    listed = edit_list(apart, library)
    assert [(each.start_frame, each.frame_count) for each in listed.picture] == [(0, 8), (20, 8)]
    with Playout(listed) as playout:
        brightness = [int(playout.picture(frame).sum()) for frame in (19, 20, 22, 24)]
    assert brightness[0] == 0 < brightness[1] < brightness[2] < brightness[3]


def test_a_match_knows_where_both_subjects_are(made: Project, library: Library):
    for number, (frame, left) in enumerate(((7, 0.1), (0, 0.6))):
        shot = made.shots[number]
        box = ShownSubject(frame=frame, left=left, top=0.2, right=left + 0.2, bottom=0.8)
        take = shot.takes[0]
        stored = msgspec.structs.replace(take.stored, framing=(box,))
        shots = list(made.shots)
        shots[number] = msgspec.structs.replace(
            shot, takes=(msgspec.structs.replace(take, stored=stored),)
        )
        made = msgspec.structs.replace(made, shots=tuple(shots))
    match = Transition(kind="match", frame_count=4)
    listed = edit_list(edits.set_transition(made, clip(made, "V1", 1).id, match), library)
    coming = listed.picture[1].transition
    assert coming is not None
    assert coming.before == pytest.approx((0.1, 0.2, 0.3, 0.8))
    assert coming.after == pytest.approx((0.6, 0.2, 0.8, 0.8))
