"""When deeds happen, which way they lead, and what comes after what."""

from __future__ import annotations

import pytest

from engine.script.acted import staged
from engine.script.prompt import understand


@pytest.mark.parametrize(
    ("prompt", "verbs"),
    [
        ("A woman enters, sits down, stands up and leaves.", ["walk", "sit", "stand", "walk"]),
        ("A bird lands on a fence, looks around and flies off.", ["stand", "look", "fly"]),
        ("A man runs and stops.", ["run", "stand"]),
    ],
)
def test_deeds_in_a_list_follow_each_other(prompt: str, verbs: list[str]) -> None:
    actions = understand(prompt).actions
    assert [action.canonical for action in actions] == verbs
    assert [action.order for action in actions] == list(range(len(verbs)))


def test_two_deeds_that_last_go_on_together() -> None:
    walking, talking = understand("A man walks and talks.").actions
    assert walking.order == talking.order


@pytest.mark.parametrize(
    ("prompt", "way"),
    [
        ("A man enters.", "in"),
        ("A man comes in.", "in"),
        ("A woman leaves.", "away"),
        ("A woman walks away.", "away"),
        ("A ball rolls away.", "away"),
        ("A girl sits down.", "down"),
        ("A girl stands up.", "up"),
        ("A vase falls over.", "over"),
        ("A car stops.", "stops"),
        ("A boy throws the ball back.", "back"),
    ],
)
def test_the_way_a_deed_leads_is_kept(prompt: str, way: str) -> None:
    assert way in understand(prompt).actions[0].adverbs


@pytest.mark.parametrize(
    ("prompt", "verb"),
    [
        ("The vase falls over.", "topple"),
        ("The tower collapses.", "topple"),
        ("A stack of books tumbles down.", "topple"),
        ("A shelf tips over.", "topple"),
        ("A pile of boxes falls apart.", "topple"),
        ("A vase falls.", "fall"),
        ("An old man falls over.", "fall"),
        ("The man collapses.", "fall"),
    ],
)
def test_things_topple_where_people_fall(prompt: str, verb: str) -> None:
    assert understand(prompt).actions[0].canonical == verb


@pytest.mark.parametrize(
    ("prompt", "count", "arranged"),
    [
        ("A stack of boxes.", 4, "stacked"),
        ("A pile of three books.", 3, "stacked"),
        ("A pyramid of cans.", 6, "stacked"),
        ("Stacked crates.", 4, "stacked"),
        ("Five boxes stacked on a table.", 5, "stacked"),
        ("Five boxes are stacked on a table.", 5, "stacked"),
        ("A row of dominoes.", 7, "in a row"),
        ("A row of ten dominoes.", 10, "in a row"),
    ],
)
def test_how_several_stand_to_each_other_is_kept(prompt: str, count: int, arranged: str) -> None:
    found = understand(prompt)
    assert found.subjects[0].count == count
    assert arranged in found.subjects[0].attributes
    assert found.actions == ()


def test_one_of_two_speaks_for_them() -> None:
    found = understand('Two men are arguing in an office. One shouts, "Get out!"')
    assert [line.speaker for line in found.dialogue] == [found.subjects[0].label]


def test_a_blue_one_is_another_ball() -> None:
    red, blue = understand("A red ball hits a blue one.").subjects
    assert (red.name, blue.name) == ("ball", "ball")
    assert (red.attributes, blue.attributes) == (("red",), ("blue",))


def test_what_somebody_walks_past_is_a_building_and_not_the_place() -> None:
    found = understand("A man walks past a bakery.")
    assert found.place == "street"
    assert "building" in [subject.name for subject in found.subjects]
    assert understand("A man walks into a bakery.").place == "room"


def test_an_unknown_deed_in_a_second_clause_leaves_the_first_its_doer() -> None:
    found = understand("A man pushed a woman because she glorped at him.")
    (push,) = [action for action in found.actions if action.canonical == "push"]
    assert (push.subject, push.canonical, push.object, push.target) == ("man", "push", "woman", "")
    assert found.not_understood == ("glorped",)


@pytest.mark.parametrize(
    ("prompt", "deed"),
    [
        ("Six dominoes in a row fall.", ("domino", "fall")),
        ("Five dominoes in a row topple.", ("domino", "topple")),
        ("A door slams shut.", ("door", "close")),
        ("The door slams.", ("door", "close")),
        ("A ball breaks a window.", ("ball", "break")),
    ],
)
def test_what_a_thing_does_is_read_over_what_stands_between(
    prompt: str, deed: tuple[str, str]
) -> None:
    (action,) = staged(understand(prompt)).actions
    assert (action.subject, action.verb) == deed
