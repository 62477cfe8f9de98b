"""What must hold of every prompt, whatever its words."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.camera.framing import ANGLES, SHOT_SIZES
from engine.camera.moves import MOVES
from engine.request import CastMember
from engine.script import lexicon_setting, lexicon_things, lexicon_verbs
from engine.script.breakdown import Breakdown
from engine.script.prompt import understand
from engine.world.assets import catalogue

_VOCABULARY = [
    *sorted(lexicon_things.exact_things()), *sorted(lexicon_things.near_things()),
    *sorted(lexicon_verbs.verb_forms()), *sorted(lexicon_setting.places()),
    "the", "a", "two", "red", "old", "and", "then", "while", "who", "that", "by", "on", "of", "'s",
    ",", ".", "\n", "“hello”", "Anna", "ANNA:", "the camera", "pans left", "close-up of", "no",
    "without", "it", "he", "they", "wearing", "in", "a hat", "is", "was", "with", "xyzzy", "to",
]  # fmt: skip


def _check_whole(found: Breakdown) -> None:
    labels = [subject.label for subject in found.subjects]
    assert len(labels) == len(set(labels)) and all(labels)
    assert all(subject.name in lexicon_things.THINGS for subject in found.subjects)
    assert all(subject.count >= 1 for subject in found.subjects)
    assert all(act.subject in ("", *labels) and act.canonical for act in found.actions)
    assert all(line.speaker in ("narrator", *labels) and line.line for line in found.dialogue)
    assert found.place in set(lexicon_setting.places().values())
    assert found.camera.move in ("", *MOVES)
    assert found.camera.shot_size in ("", *SHOT_SIZES)
    assert found.camera.angle in ("", *ANGLES)


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_without_an_error(text: str) -> None:
    _check_whole(understand(text))


@given(st.lists(st.sampled_from(_VOCABULARY), max_size=25).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_any_mixture_of_known_words_is_read_without_an_error(text: str) -> None:
    found = understand(text)
    _check_whole(found)
    assert understand(text) == found


@given(st.text(max_size=60), st.text(max_size=40), st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_cast_and_place_are_read_without_an_error(text: str, name: str, look: str) -> None:
    _check_whole(understand(f"{name} {text}", (CastMember(name=name, description=look),), look))


def test_an_empty_prompt_gives_an_empty_breakdown() -> None:
    assert understand("") == Breakdown()
    assert understand("  \n ") == Breakdown()


def test_the_cast_gives_names_their_look_and_keeps_their_case() -> None:
    cast = (
        CastMember(name="Anna", description="an old woman in a red coat"),
        CastMember(name="Rex", description="a big brown dog"),
    )
    found = understand("anna walks REX through the park", cast)
    anna, rex = found.subjects
    assert (anna.name, anna.label, anna.attributes) == ("old woman", "Anna", ("red coat",))
    assert (rex.name, rex.label) == ("dog", "Rex")
    assert {"big", "brown"} <= set(rex.attributes)
    assert found.not_understood == ()


def test_the_films_place_is_used_with_its_weather_and_time() -> None:
    found = understand("A man walks", place="a rainy street at night")
    assert (found.place, found.weather, found.time) == ("street", "rain", "night")


def test_words_inside_quotes_become_neither_things_nor_deeds() -> None:
    found = understand('A man says "The red car hit my dog and then it exploded!"')
    assert [subject.name for subject in found.subjects] == ["man"]
    assert [action.canonical for action in found.actions] == ["say"]


def test_apostrophes_are_not_quotes() -> None:
    found = understand("The dog's ball rolls; it's raining and the boys' car doesn't move")
    assert found.dialogue == ()


@pytest.mark.parametrize(
    "prompt", ["no cars in the street", "a street without people", "a meadow, no animals"]
)
def test_what_is_said_not_to_be_there_is_not_there(prompt: str) -> None:
    assert understand(prompt).subjects == ()


def test_then_comes_later_and_while_goes_together() -> None:
    found = understand("A man sits down, then a dog barks while a bird flies away.")
    orders = {action.canonical: action.order for action in found.actions}
    assert orders["sit"] < orders["bark"] == orders["fly"]


def test_after_puts_what_follows_before() -> None:
    found = understand("A ball rolls away after a boy kicks it.")
    orders = {action.canonical: action.order for action in found.actions}
    assert orders["kick"] < orders["roll"]


def test_the_lexicon_is_large_and_only_names_what_the_world_builds() -> None:
    exact, near = lexicon_things.exact_things(), lexicon_things.near_things()
    assert len(exact) + len(near) >= 400
    assert set(exact.values()) == lexicon_things.THINGS
    assert {name for name, _ in near.values()} <= lexicon_things.THINGS
    assert len(lexicon_verbs.verb_meanings()) >= 150


def test_the_lexicon_names_exactly_what_the_world_builds() -> None:
    assert set(catalogue.names()) == lexicon_things.THINGS


def test_understanding_loads_nothing_heavy() -> None:
    code = (
        "import sys, engine.script.prompt as p; p.understand('a ball falls');"
        "heavy = ('torch', 'scipy', 'cv2', 'av', 'sapien', 'moderngl');"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
