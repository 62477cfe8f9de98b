"""Words of a shot that goes on from another: what they leave unsaid is said there."""

from __future__ import annotations

import re

from engine.script.breakdown import Breakdown, Subject
from engine.script.film_places import Words
from engine.script.lexicon_things import ANIMALS, FEMALE, MALE, PEOPLE
from engine.script.prompt import named_place

_QUOTED = re.compile(r'("[^"]*"|“[^”]*”|«[^»]*»)')
_PRONOUN = re.compile(r"\b(he|she|it|they)\b", re.IGNORECASE)


def going_on(words: Words, earlier: Breakdown) -> Words:
    """The same words with the place and the first pronoun taken from the shot before.

    Args:
        words: see ``words_of``.
        earlier: the shot before, as understood.
    """
    prompt, cast, place = words
    if not place and not named_place(prompt, cast):
        weather = "" if earlier.weather == "clear" else f", {earlier.weather}"
        place = f"{earlier.place} at {earlier.time}{weather}"
    return _named(prompt, earlier), cast, place


def _named(prompt: str, earlier: Breakdown) -> str:
    """A pronoun before anything else is named stands for somebody of the shot before."""
    pieces = _QUOTED.split(prompt)
    for index in range(0, len(pieces), 2):
        found = _PRONOUN.search(pieces[index])
        if found is None:
            continue
        meant = _meant(found[1].lower(), earlier)
        if meant:
            piece = pieces[index]
            pieces[index] = piece[: found.start()] + meant + piece[found.end() :]
        break
    return "".join(pieces)


def _meant(pronoun: str, earlier: Breakdown) -> str:
    people = [one for one in earlier.subjects if one.name in PEOPLE]
    fits = {
        "he": [one for one in people if one.name in MALE],
        "she": [one for one in people if one.name in FEMALE],
        "it": [one for one in earlier.subjects if one.name not in PEOPLE],
        "they": [one for one in (people or earlier.subjects) if one.count > 1] or people,
    }[pronoun]
    if pronoun in ("he", "she"):
        fits = fits or [one for one in people if one.name == "person"]
    chosen = fits if pronoun == "they" else _doing(fits, earlier)[:1]
    return " and ".join(_called(one) for one in chosen)


def _doing(fits: list[Subject], earlier: Breakdown) -> list[Subject]:
    """Those that did something first; animals before things."""
    doers = {action.subject for action in earlier.actions}
    return sorted(fits, key=lambda one: (one.label not in doers, one.name not in ANIMALS))


def _called(one: Subject) -> str:
    label = one.label or one.name
    count = f"{one.count} " if one.count > 1 else ""
    return label if label[:1].isupper() else f"the {count}{label}"
