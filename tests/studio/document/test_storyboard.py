"""A proposed film is added whole, in order, and takes nothing from the film that is there."""

from __future__ import annotations

import pytest

from engine.errors import BadRequest
from engine.request import CastMember, FilmPlace, ShotRequest
from engine.script.storyboard import ProposedFilm, ProposedShot, merged
from engine.timing import FrameRate
from studio.document import edits
from studio.document.errors import EditRefused
from studio.document.invariants import faults
from studio.document.project import Project, new_project
from tests.studio.document.films import film

LIKE = ShotRequest(prompt="", frame_count=1, rate=FrameRate(24), width_px=64, height_px=64, seed=7)
ANNA = CastMember(name="Anna", description="a woman in a red coat")
PROPOSED = ProposedFilm(
    shots=(
        ProposedShot(words="Anna walks.", seconds=2.0, name="1.1", place="Pier"),
        ProposedShot(words="A dog barks.", seconds=1.5, name="1.2", transition="dissolve"),
        ProposedShot(words="Anna waves.", seconds=0.1, name="2.1"),
    ),
    cast=(ANNA,),
    places=(FilmPlace(name="Pier", description="a pier in the fog"),),
)


def laid(project: Project, name: str) -> list[tuple[int, int]]:
    (track,) = (track for track in project.tracks if track.name == name)
    return [(clip.start_frame, clip.frame_count) for clip in track.clips]


def test_shots_lie_one_after_another_with_picture_and_sound() -> None:
    project = edits.add_storyboard(new_project(), PROPOSED, LIKE)
    assert [shot.name for shot in project.shots] == ["1.1", "1.2", "2.1"]
    assert laid(project, "V1") == laid(project, "A1") == [(0, 48), (48, 36), (84, 12)]
    assert list(faults(project)) == []
    assert {shot.request.seed for shot in project.shots} == {7}


def test_cast_and_places_reach_the_shots_that_name_them() -> None:
    project = edits.add_storyboard(new_project(), PROPOSED, LIKE)
    assert [shot.request.cast for shot in project.shots] == [(ANNA,), (), (ANNA,)]
    assert [shot.request.places for shot in project.shots] == [PROPOSED.places, (), ()]


def test_a_shot_comes_in_as_it_is_proposed() -> None:
    project = edits.add_storyboard(new_project(), PROPOSED, LIKE)
    clips = next(track.clips for track in project.tracks if track.name == "V1")
    kinds = [clip.transition and clip.transition.kind for clip in clips]
    assert kinds == [None, "dissolve", None]


def test_what_the_film_has_stays_and_the_rest_goes_to_its_end() -> None:
    before = film(24, 24)
    old = CastMember(name="ANNA", description="an old woman")
    before = edits.set_cast(before, (old,))
    project = edits.add_storyboard(before, PROPOSED, LIKE)
    assert project.cast == (old,)
    assert project.shots[:2] == before.shots
    assert laid(project, "V1")[:3] == [(0, 24), (24, 24), (48, 48)]
    assert list(faults(project)) == []


def test_nothing_and_what_cannot_be_made_are_refused() -> None:
    with pytest.raises(EditRefused, match="no shots to add"):
        edits.add_storyboard(new_project(), ProposedFilm(), LIKE)
    dots = ProposedFilm(shots=(ProposedShot(words="...", seconds=1.0),))
    with pytest.raises(BadRequest, match="has no words in it"):
        edits.add_storyboard(new_project(), dots, LIKE)


def test_merged_shots_say_time_and_weather_once() -> None:
    first = ProposedShot(words="Night, rain. Anna walks.", seconds=2.0, name="1.1")
    second = ProposedShot(words="Night, rain. She stops.", seconds=1.5, name="1.2", speaker="Ben")
    whole = merged(first, second)
    assert (whole.words, whole.seconds) == ("Night, rain. Anna walks. She stops.", 3.5)
    assert (whole.name, whole.speaker) == ("1.1", "Ben")
