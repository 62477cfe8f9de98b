from __future__ import annotations

from pathlib import Path

import pytest

from engine.media.playout import Playout
from studio.document import edits
from studio.document.project import MediaSource, Project
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
