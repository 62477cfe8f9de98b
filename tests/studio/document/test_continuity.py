"""Who and what the film shares: the cast, the places, shots that go on from each other."""

from __future__ import annotations

import msgspec
import pytest

from engine.request import CastMember, FilmPlace
from studio.document import edits
from studio.document.errors import EditRefused
from studio.document.invariants import faults
from studio.document.project import Project
from tests.studio.document.films import film, request

ANNA = CastMember(name="Anna", description="an old woman in a red coat")
BEN = CastMember(name="Ben", description="a boy in a blue shirt")
DINER = FilmPlace(name="Joe's Diner", description="a kitchen at night")


def written(*prompts: str) -> Project:
    project = film()
    for prompt in prompts:
        project = edits.add_shot(project, request(prompt=prompt))
    return project


def casts(project: Project) -> list[list[str]]:
    return [[member.name for member in shot.request.cast] for shot in project.shots]


def test_a_shot_gets_those_of_the_cast_whom_its_words_name():
    project = edits.set_cast(written("Anna walks", "ben and ANNA wave", "a ball"), (ANNA, BEN))
    assert casts(project) == [["Anna"], ["Anna", "Ben"], []]
    assert casts(edits.add_shot(project, request(prompt="Ben sits")))[-1] == ["Ben"]


def test_a_new_look_reaches_every_shot_that_names_it_and_no_other():
    project = edits.set_cast(written("Anna walks", "a ball"), (ANNA,))
    changed = edits.set_cast(
        project, (msgspec.structs.replace(ANNA, description="a girl in yellow"),)
    )
    assert changed.shots[0].request.cast[0].description == "a girl in yellow"
    assert changed.shots[1] is project.shots[1]


def test_who_leaves_the_cast_leaves_the_shots_and_a_shot_s_own_people_stay():
    own = CastMember(name="Carl", description="a man")
    project = edits.set_cast(written("Anna walks"), (ANNA,))
    shot = project.shots[0]
    with_own = msgspec.structs.replace(shot.request, cast=(*shot.request.cast, own))
    project = edits.change_request(project, shot.id, with_own)
    assert casts(edits.set_cast(project, ())) == [["Carl"]]


def test_new_words_bring_their_people_with_them():
    project = edits.set_cast(written("a ball"), (ANNA,))
    renamed = edits.change_request(project, project.shots[0].id, request(prompt="Anna waves"))
    assert casts(renamed) == [["Anna"]]


def test_places_reach_the_shots_that_name_or_choose_them():
    project = written("Anna waits at Joe's Diner", "a ball", "a cup")
    chosen = msgspec.structs.replace(project.shots[1].request, place="joe's diner")
    project = edits.change_request(project, project.shots[1].id, chosen)
    project = edits.set_places(project, (DINER,))
    assert [shot.request.places for shot in project.shots] == [(DINER,), (DINER,), ()]


def test_a_shot_that_goes_on_carries_the_whole_shot_before_it():
    project = written("a ball rolls", "it stops", "a dog comes")
    first, second, third = (shot.id for shot in project.shots)
    project = edits.set_continues(project, second, first)
    project = edits.set_continues(project, third, second)
    chain = project.shots[2].request.continues
    assert chain == project.shots[1].request
    assert chain is not None
    assert chain.continues == project.shots[0].request


def test_what_changes_in_a_shot_reaches_those_that_go_on_from_it():
    project = written("a ball rolls", "it stops", "a dog")
    first, second, third = (shot.id for shot in project.shots)
    project = edits.set_continues(project, second, first)
    changed = edits.change_request(project, first, request(prompt="a cube slides"))
    before = changed.shots[1].request.continues
    assert before is not None
    assert before.prompt == "a cube slides"
    assert changed.shots[2] is project.shots[2]
    assert third == changed.shots[2].id


def test_a_shot_cannot_go_on_from_itself_by_any_way_round():
    project = written("a", "b", "c")
    first, second, third = (shot.id for shot in project.shots)
    project = edits.set_continues(project, second, first)
    project = edits.set_continues(project, third, second)
    for before in (first, second, third):
        with pytest.raises(EditRefused, match="cannot go on from itself"):
            edits.set_continues(project, first, before)


def test_where_a_shot_is_removed_the_next_goes_on_from_the_one_before():
    project = written("a", "b", "c")
    first, second, third = (shot.id for shot in project.shots)
    project = edits.set_continues(edits.set_continues(project, second, first), third, second)
    left = edits.remove_shot(project, second)
    assert left.shots[1].continues_id == first
    assert left.shots[1].request.continues == left.shots[0].request
    assert edits.remove_shot(left, first).shots[0].request.continues is None


def test_a_film_whose_shots_go_round_in_circles_is_faulty():
    project = written("a", "b")
    one, two = project.shots
    circle = (
        msgspec.structs.replace(one, continues_id=two.id),
        msgspec.structs.replace(two, continues_id=one.id),
    )
    assert "itself" in " ".join(faults(msgspec.structs.replace(project, shots=circle)))
    lost = (msgspec.structs.replace(one, continues_id="x"), two)
    assert "not there" in " ".join(faults(msgspec.structs.replace(project, shots=lost)))


@pytest.mark.parametrize(
    ("names", "words"), [(("", "b"), "needs a name"), (("Anna", " anna"), "same name")]
)
def test_names_of_cast_and_places_are_there_and_differ(names: tuple[str, str], words: str):
    cast = tuple(CastMember(name=name, description="") for name in names)
    places = tuple(FilmPlace(name=name, description="") for name in names)
    with pytest.raises(EditRefused, match=words):
        edits.set_cast(film(), cast)
    with pytest.raises(EditRefused, match=words):
        edits.set_places(film(), places)
