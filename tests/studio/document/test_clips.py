from __future__ import annotations

import msgspec
import pytest

from studio.document import edits
from studio.document.errors import EditRefused, TrackLocked
from studio.document.invariants import faults
from studio.document.project import Clip, MediaSource, ShotSource, new_id
from studio.document.queries import linked, snap_points, source_frame_count
from tests.studio.document.films import clip, film, locked, music, spans, title_card, track


def test_written_shots_lie_one_after_the_other_with_picture_and_sound_linked():
    project = film(24, 48)
    assert spans(project, "V1") == spans(project, "A1") == [(0, 24), (24, 72)]
    assert clip(project, "V1", 0).link_id == clip(project, "A1", 0).link_id is not None
    assert project.frame_count == 72


def test_moving_a_picture_moves_its_sound_by_as_much():
    project = film(24)
    moved = edits.move_clip(project, clip(project, "V1", 0).id, 10)
    assert spans(moved, "V1") == spans(moved, "A1") == [(10, 34)]


def test_moving_onto_occupied_space_overwrites_what_lies_there():
    project = film(24, 24, 24)
    moved = edits.move_clip(project, clip(project, "V1", 2).id, 12)
    assert spans(moved, "V1") == spans(moved, "A1") == [(0, 12), (12, 36), (36, 48)]
    assert clip(moved, "V1", 2).in_frame == 12


def test_a_clip_laid_in_the_middle_leaves_both_ends_of_the_other_in_step():
    project = film(48)
    project = edits.add_media(project, title_card())
    card = Clip(id=new_id(), source=MediaSource("card"), start_frame=10, frame_count=8)
    placed = edits.place_clip(project, track(project, "V1").id, card)
    assert spans(placed, "V1") == [(0, 10), (10, 18), (18, 48)]
    assert spans(placed, "A1") == [(0, 48)]
    assert clip(placed, "V1", 2).in_frame == 18
    moved = edits.move_clip(placed, clip(placed, "V1", 2).id, 118)
    assert spans(moved, "A1") == [(100, 148)]


def test_a_clip_moves_to_another_track_of_its_kind_only():
    project = film(24)
    picture = clip(project, "V1", 0)
    moved = edits.move_clip(project, picture.id, 5, track(project, "V2").id)
    assert (spans(moved, "V2"), spans(moved, "V1"), spans(moved, "A1")) == (
        [(5, 29)],
        [],
        [(5, 29)],
    )
    with pytest.raises(EditRefused, match="A1"):
        edits.move_clip(project, picture.id, 5, track(project, "A1").id)


def test_a_picture_that_only_changes_its_track_leaves_the_sound_s_track_untouched():
    project = film(24)
    moved = edits.move_clip(project, clip(project, "V1", 0).id, 0, track(project, "V2").id)
    assert spans(moved, "V2") == [(0, 24)]
    assert track(moved, "A1") is track(project, "A1")


def test_nothing_starts_before_the_film():
    project = film(24)
    with pytest.raises(EditRefused, match="first frame"):
        edits.move_clip(project, clip(project, "V1", 0).id, -1)


def test_an_edit_that_changes_nothing_returns_the_same_film():
    project = film(24, 24)
    first = clip(project, "V1", 0)
    assert edits.move_clip(project, first.id, 0) is project
    assert edits.trim_clip(project, first.id, "end", 99) is project
    assert edits.set_gain(project, first.id, 0.0) is project
    assert edits.move_shot(project, project.shots[0].id, 0) is project


def test_trim_never_uncovers_media_that_is_not_there():
    project = film(24)
    moved = edits.move_clip(project, clip(project, "V1", 0).id, 50)
    for edge, beyond in (("start", 0), ("end", 999)):
        assert edits.trim_clip(moved, clip(moved, "V1", 0).id, edge, beyond) is moved


def test_trim_stops_at_the_neighbour_and_one_frame_before_the_other_edge():
    project = film(24, 24)
    first, second = clip(project, "V1", 0).id, clip(project, "V1", 1).id
    trimmed = edits.trim_clip(project, first, "end", 14)
    assert spans(trimmed, "V1") == spans(trimmed, "A1") == [(0, 14), (24, 48)]
    assert spans(edits.trim_clip(trimmed, first, "end", -5), "V1")[0] == (0, 1)
    assert spans(edits.trim_clip(trimmed, second, "start", 3), "V1") == [(0, 14), (24, 48)]


def test_trimming_the_start_moves_into_the_source():
    project = film(24)
    trimmed = edits.trim_clip(project, clip(project, "V1", 0).id, "start", 6)
    assert (clip(trimmed, "V1", 0).in_frame, clip(trimmed, "A1", 0).in_frame) == (6, 6)
    assert spans(trimmed, "V1") == [(6, 24)]
    again = edits.trim_clip(trimmed, clip(trimmed, "V1", 0).id, "start", 0)
    assert again == project


def test_a_still_can_be_any_length():
    project = edits.add_media(film(), title_card())
    project = edits.place_source(project, MediaSource("card"), 10)
    assert spans(project, "V1") == [(10, 130)]
    assert source_frame_count(project, MediaSource("card")) is None
    longer = edits.trim_clip(project, clip(project, "V1", 0).id, "end", 100_000)
    longer = edits.trim_clip(longer, clip(longer, "V1", 0).id, "start", 0)
    assert spans(longer, "V1") == [(0, 100_000)]
    assert clip(longer, "V1", 0).in_frame == 0


def test_split_cuts_picture_and_sound_and_the_halves_go_on_separately():
    project = film(24)
    halves = edits.split_clip(project, clip(project, "V1", 0).id, 10)
    assert spans(halves, "V1") == spans(halves, "A1") == [(0, 10), (10, 24)]
    assert clip(halves, "A1", 1).in_frame == 10
    assert clip(halves, "V1", 0).id == clip(project, "V1", 0).id
    right = linked(halves, clip(halves, "V1", 1).id)
    assert [each.start_frame for _, each in right] == [10, 10]
    assert spans(edits.delete_clip(halves, right[0][1].id), "A1") == [(0, 10)]


@pytest.mark.parametrize("frame", [0, 24, -3, 99])
def test_there_is_nothing_to_split_at_an_edge_or_outside(frame):
    project = film(24)
    with pytest.raises(EditRefused, match="playhead"):
        edits.split_clip(project, clip(project, "V1", 0).id, frame)


def test_ripple_delete_closes_the_gap_on_all_tracks_in_step():
    project = edits.add_media(film(24, 24, 24), music(30))
    project = edits.place_source(
        project, MediaSource("music"), 60, sound_track_id=track(project, "A2").id
    )
    shorter = edits.ripple_delete(project, clip(project, "V1", 1).id)
    assert spans(shorter, "V1") == spans(shorter, "A1") == [(0, 24), (24, 48)]
    assert spans(shorter, "A2") == [(36, 66)]


def test_ripple_delete_leaves_a_bed_of_music_whole():
    project = edits.add_media(film(24, 24, 24), music(72))
    project = edits.place_source(
        project, MediaSource("music"), 0, sound_track_id=track(project, "A2").id
    )
    shorter = edits.ripple_delete(project, clip(project, "V1", 1).id)
    assert spans(shorter, "A2") == [(0, 72)]
    assert track(shorter, "A2") is track(project, "A2")


def test_ripple_delete_leaves_locked_tracks_where_they_are():
    project = edits.add_media(film(24, 24), music(10))
    project = edits.place_source(
        project, MediaSource("music"), 30, sound_track_id=track(project, "A2").id
    )
    shorter = edits.ripple_delete(locked(project, "A2"), clip(project, "V1", 0).id)
    assert spans(shorter, "V1") == [(0, 24)]
    assert spans(shorter, "A2") == [(30, 40)]


def test_ripple_delete_refuses_to_tear_picture_from_locked_sound():
    project = edits.add_media(film(24, 24), title_card())
    project = edits.place_source(
        project, MediaSource("card"), 0, video_track_id=track(project, "V2").id
    )
    project = edits.trim_clip(project, clip(project, "V2", 0).id, "end", 24)
    with pytest.raises(TrackLocked, match="A1"):
        edits.ripple_delete(locked(project, "A1"), clip(project, "V2", 0).id)


@pytest.mark.parametrize(
    "change",
    [
        lambda project, each: edits.move_clip(project, each, 7),
        lambda project, each: edits.trim_clip(project, each, "end", 5),
        lambda project, each: edits.split_clip(project, each, 5),
        edits.delete_clip,
        edits.ripple_delete,
        lambda project, each: edits.set_gain(project, each, -6),
        lambda project, each: edits.remove_shot(project, project.shots[0].id),
    ],
)
def test_a_locked_track_refuses_in_words(change):
    project = locked(film(24), "A1")
    with pytest.raises(TrackLocked, match=r"^Track A1 is locked: unlock it.*\.$"):
        change(project, clip(project, "V1", 0).id)


def test_a_sound_file_cannot_lie_on_a_video_track():
    project = edits.add_media(film(), music())
    with pytest.raises(EditRefused, match="sound track"):
        edits.place_clip(
            project,
            track(project, "V1").id,
            Clip(id=new_id(), source=MediaSource("music"), start_frame=0, frame_count=5),
        )


def test_a_placed_clip_cannot_show_more_than_its_source_has():
    project = film(24)
    with pytest.raises(EditRefused, match="24 frames long"):
        edits.place_clip(
            project,
            track(project, "V2").id,
            Clip(
                id=new_id(),
                source=ShotSource(project.shots[0].id),
                start_frame=0,
                frame_count=20,
                in_frame=5,
            ),
        )


def test_gain_of_a_picture_is_that_of_its_sound():
    project = film(24)
    quieter = edits.set_gain(project, clip(project, "V1", 0).id, -6.0)
    assert (clip(quieter, "A1", 0).gain_db, clip(quieter, "V1", 0).gain_db) == (-6.0, 0.0)
    with pytest.raises(EditRefused, match="24 dB"):
        edits.set_gain(project, clip(project, "V1", 0).id, 60.0)


def test_snap_points_are_the_edges_of_what_is_not_dragged():
    project = film(24, 24)
    assert snap_points(project) == (0, 24, 48)
    last = frozenset(clip(project, name, 1).id for name in ("V1", "A1"))
    assert snap_points(project, last) == (0, 24)


def test_faults_tell_of_an_overlap():
    project = film(24, 24)
    v1 = track(project, "V1")
    bad = msgspec.structs.replace(v1.clips[1], start_frame=10)
    tracks = tuple(
        msgspec.structs.replace(v1, clips=(v1.clips[0], bad)) if each is v1 else each
        for each in project.tracks
    )
    broken = msgspec.structs.replace(project, tracks=tracks)
    assert any("overlap" in fault for fault in faults(broken))
