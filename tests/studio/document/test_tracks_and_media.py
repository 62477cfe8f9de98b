from __future__ import annotations

import pytest

from engine.request import CastMember
from studio.document import edits
from studio.document.errors import EditRefused, TrackLocked
from studio.document.project import MediaSource
from studio.document.queries import clip_at, media_with
from tests.studio.document.films import film, locked, music, spans, title_card, track


def test_a_new_video_track_lies_above_and_a_new_sound_track_below():
    project = edits.add_track(edits.add_track(film(), "video"), "sound")
    assert [each.name for each in project.tracks] == ["V3", "V2", "V1", "A1", "A2", "A3"]


def test_removing_a_track_takes_its_clips_and_leaves_their_partners():
    project = film(24)
    gone = edits.remove_track(project, track(project, "V1").id)
    assert spans(gone, "A1") == [(0, 24)]
    assert track(gone, "A1") is track(project, "A1")
    with pytest.raises(EditRefused, match="only video track"):
        edits.remove_track(gone, track(gone, "V2").id)
    with pytest.raises(TrackLocked):
        edits.remove_track(locked(project, "V1"), track(project, "V1").id)


def test_a_track_that_is_muted_again_is_the_same_film():
    project = film(24)
    muted = edits.set_muted(project, track(project, "A1").id, True)
    assert track(muted, "A1").muted
    assert edits.set_muted(muted, track(muted, "A1").id, True) is muted
    assert track(muted, "V1") is track(project, "V1")


def test_a_file_that_was_brought_in_is_found_by_its_content():
    project = edits.add_media(film(), music())
    assert media_with(project, "d" * 64) == music()
    assert media_with(project, "0" * 64) is None
    with pytest.raises(EditRefused, match="already"):
        edits.add_media(project, music())


def test_a_file_without_picture_or_sound_is_refused():
    with pytest.raises(EditRefused, match="nothing"):
        edits.add_media(film(), music(0))


def test_removing_a_file_takes_its_clips():
    project = edits.place_source(edits.add_media(film(), title_card()), MediaSource("card"), 0)
    gone = edits.remove_media(project, "card")
    assert gone.media == ()
    assert gone.frame_count == 0


def test_a_sound_is_placed_on_the_first_sound_track_alone():
    project = edits.place_source(edits.add_media(film(), music(48)), MediaSource("music"), 12)
    assert spans(project, "A1") == [(12, 60)]
    assert track(project, "A1").clips[0].link_id is None
    assert clip_at(track(project, "A1"), 59) is track(project, "A1").clips[0]
    assert clip_at(track(project, "A1"), 60) is None


def test_two_of_the_same_name_cannot_be_in_the_cast():
    anna = CastMember(name="Anna", description="a woman")
    assert edits.set_cast(film(), (anna,)).cast == (anna,)
    with pytest.raises(EditRefused, match="same name"):
        edits.set_cast(film(), (anna, CastMember(name="anna ", description="a dog")))


@pytest.mark.parametrize("size", [(641, 360), (0, 0), (10_000, 360)])
def test_a_film_s_picture_has_even_sides_within_the_limits(size: tuple[int, int]):
    with pytest.raises(EditRefused, match=r"64 to 3840"):
        edits.set_picture(film(), *size)


@pytest.mark.parametrize("index", [-1, 2, 99])
def test_there_is_no_place_outside_the_list_of_shots(index: int):
    project = film(24, 24)
    with pytest.raises(EditRefused, match="no place"):
        edits.move_shot(project, project.shots[0].id, index)
