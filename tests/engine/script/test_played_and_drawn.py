"""What the stage cannot play or draw is said, and said once for every word."""

from __future__ import annotations

import pytest

from engine.script import acted
from engine.script.breakdown import Substitution
from engine.script.lexicon_verbs import verb_meanings
from engine.script.prompt import understand

_VERBS = sorted(set(verb_meanings().values()))


@pytest.mark.parametrize(
    ("doer", "never"),
    [
        ("woman", acted.NOT_PLAYED_BY_FIGURES),
        ("box", acted.NOT_PLAYED_BY_THINGS),
        ("car", acted.NOT_PLAYED_BY_THINGS),
    ],
)
def test_every_verb_is_played_or_stood_in_for_or_known_to_be_neither(
    doer: str, never: frozenset[str]
) -> None:
    nothing = {verb for verb in _VERBS if not acted.stand_in(verb, doer)}
    assert nothing == never


def test_what_stands_in_is_itself_played() -> None:
    assert set(acted.FIGURE_STAND_INS.values()) <= acted.PLAYED_BY_FIGURES
    assert set(acted.THING_STAND_INS.values()) <= acted.PLAYED_BY_THINGS
    assert set(acted.VEHICLE_STAND_INS.values()) <= acted.PLAYED_BY_VEHICLES


def test_a_verb_that_is_played_has_no_stand_in() -> None:
    assert not acted.FIGURE_STAND_INS.keys() & acted.PLAYED_BY_FIGURES
    assert not acted.THING_STAND_INS.keys() & acted.PLAYED_BY_THINGS


@pytest.mark.parametrize(
    ("prompt", "verb", "asked", "used"),
    [
        ("Two dogs chase a cat.", "chase", "chase", "run"),
        ("A robot walks.", "walk", "walk", "slide"),
        ("A car overtakes a bus.", "overtake", "overtake", "drive"),
    ],
)
def test_a_verb_that_is_not_played_stays_and_its_stand_in_is_told(
    prompt: str, verb: str, asked: str, used: str
) -> None:
    found = understand(prompt)
    assert verb in [action.canonical for action in found.actions]
    assert Substitution(asked=asked, used=used) in found.substituted


def test_a_car_drives_turns_and_stops_without_a_stand_in() -> None:
    found = understand("A car drives down the street, turns and stops.")
    assert [action.canonical for action in found.actions] == ["drive", "turn", "stand"]
    assert "stops" in found.actions[-1].adverbs
    assert found.substituted == ()


def test_somebody_on_a_bicycle_rides_that_bicycle() -> None:
    (action,) = understand("A girl on a bicycle rides past a tree.").actions
    assert (action.canonical, action.object, action.target) == ("drive", "bicycle", "tree")


def test_a_verb_without_anything_near_is_not_understood() -> None:
    assert understand("A box dribbles.").not_understood == ("dribbles",)


@pytest.mark.parametrize(
    ("prompt", "strange"),
    [
        ("A mysterious woman stands.", ("mysterious",)),
        ("A smiling woman in a red hat stands.", ()),
        ("A girl with long red hair stands.", ()),
        ("A happy dog runs.", ("happy",)),
        ("A big striped cat runs.", ()),
        ("A rusty old car drives past.", ()),
        ("A delicate blue vase falls.", ("delicate",)),
        ("A man stands in a dim office.", ("dim",)),
        ("A man walks down an empty street.", ()),
    ],
)
def test_adjectives_that_are_not_drawn_are_told(prompt: str, strange: tuple[str, ...]) -> None:
    assert understand(prompt).not_understood == strange


def test_adjectives_that_are_not_drawn_stay_with_their_subject() -> None:
    (woman,) = understand("A mysterious woman stands.").subjects
    assert woman.attributes == ("mysterious",)


def test_a_label_says_no_word_twice() -> None:
    found = understand("A small wooden table stands by a wooden wooden crate and a red, red ball.")
    for subject in found.subjects:
        words = subject.label.split()
        assert len(words) == len(set(words)), subject.label
