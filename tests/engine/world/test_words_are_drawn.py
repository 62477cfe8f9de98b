"""The words that the script says are drawn are those that the world draws."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.script.drawable import (
    DRAWN_ON_ANIMALS,
    DRAWN_ON_PEOPLE,
    DRAWN_ON_THINGS,
    WORN,
    WORN_CLOTH,
    WORN_COLORS,
    undrawn,
)
from engine.script.lexicon_words import ADJECTIVES
from engine.world.assets.catalogue import used_attributes
from engine.world.figures import beasts, build_figure, looks
from engine.world.model import Model

_SAMPLE = ("box", "ball", "vase", "table", "car")


@pytest.fixture
def steady_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures draw the same lots whatever the words, so that only the words make a difference."""

    def seeded(*_: Any) -> np.random.Generator:
        return np.random.default_rng(5)

    monkeypatch.setattr(looks, "seeded", seeded)
    monkeypatch.setattr(beasts, "seeded", seeded)


def test_every_word_that_is_drawn_changes_some_thing() -> None:
    idle = [
        word
        for word in sorted(DRAWN_ON_THINGS)
        if not any(used_attributes(name, (word,)) for name in _SAMPLE)
    ]
    assert idle == []


@pytest.mark.parametrize("name", _SAMPLE)
def test_an_adjective_that_changes_a_thing_is_never_said_to_be_undrawn(name: str) -> None:
    changing = used_attributes(name, tuple(sorted(ADJECTIVES)))
    assert [word for word in changing if undrawn(name, word)] == []


def _written(word: str) -> str:
    """A word for people in the phrase in which it says something."""
    if word in WORN_COLORS:
        return f"{word} coat"
    if word in WORN_CLOTH:
        return f"{word} shirt"
    if word == "eyes":
        return "green eyes"
    return f"turquoise {word}" if word in WORN else word


@pytest.mark.usefixtures("steady_chance")
def test_every_word_that_is_drawn_changes_some_person() -> None:
    idle = []
    for word in sorted(DRAWN_ON_PEOPLE):
        plain = ("coat",) if word in WORN_COLORS else ("shirt",) if word in WORN_CLOTH else ()
        if all(
            looks.look_of(name, plain, 0) == looks.look_of(name, (_written(word),), 0)
            for name in ("man", "woman", "girl")
        ):
            idle.append(word)
    assert idle == []


@pytest.mark.usefixtures("steady_chance")
def test_every_word_that_is_drawn_changes_some_animal() -> None:
    plain = {name: _seen(build_figure(name)) for name in ("dog", "cat")}
    idle = [
        word
        for word in sorted(DRAWN_ON_ANIMALS)
        if all(_seen(build_figure(name, (word,))) == seen for name, seen in plain.items())
    ]
    assert idle == []


def _seen(model: Model) -> tuple[object, ...]:
    """How big a model is and what it is covered with."""
    return (model.size_m, *(part.surface for part in model.parts))
