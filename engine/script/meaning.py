"""The nearest known thing, place or deed for a word that no lexicon lists.

Few words are asked for, and hundreds are known: the known ones whose word pieces lie nearest are
found first, and only those are read whole by the embedding.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np

from engine.script.embedding import Vectors, embedding
from engine.script.language import is_word
from engine.script.lexicon_setting import near_places, places
from engine.script.lexicon_things import PEOPLE, exact_things, near_things
from engine.script.lexicon_vectors import vectors_of
from engine.script.lexicon_verbs import verb_meanings

_CANDIDATES = 12
_NEAR_THING = 0.56
_NEAR_PLACE = 0.66
_NEAR_DEED = 0.50
_KINDS = ("things", "people", "places", "deeds")
_OTHERWISE = frozenset(
    """time thing way power silence music sound noise voice energy tension love life hope fear
    moment idea story word line rest end start part piece bit kind sort air dust smoke
    steam light darkness shadow mood beauty peace anger joy sadness heat cold rush pause beat
    laughter applause day night weather effect motion focus detail texture style
    distance background foreground frame view angle reflection direction height speed slowness
    splash crash autumn spring summer season size beam heartbeat neon scrap spotlight picnic
    opening pov panel montage crack boom bang echo wake shot take horizon
    attention balance control breath sleep dream memory turn side half middle""".split()
)
"""Nouns that name nothing which could stand anywhere."""


def nearest_noun(noun: str, *, led: bool, acts: bool) -> tuple[str, str, tuple[str, ...]] | None:
    """What stands in for a noun: kind (``thing`` or ``place``), canonical name, attributes.

    None where nothing known is near enough, or the noun names nothing that can be seen.

    Args:
        led: a preposition leads to it that may lead to a place.
        acts: it does something, so that it may be somebody.
    """
    if noun in _OTHERWISE or not all(is_word(part) for part in noun.split()):
        return None
    thing, how_near = _nearest(noun, "things")
    somebody, how_alike = _nearest(noun, "people") if acts else ("", 0.0)
    if how_alike >= _NEAR_THING and how_alike > how_near:
        return "thing", exact_things()[somebody], ()
    place, how_near_place = _nearest(noun, "places")
    if led and how_near_place >= _NEAR_PLACE and how_near_place > how_near:
        return "place", (places() | near_places())[place], ()
    if how_near < _NEAR_THING:
        return None
    near = near_things().get(thing)
    if near is not None:
        return "thing", near[0], near[1]
    return "thing", exact_things()[thing], ()


def nearest_deed(verb: str) -> str:
    """The canonical verb nearest to a verb's base form; empty where none is near enough."""
    deed, how_near = _nearest(verb, "deeds")
    return verb_meanings()[deed] if how_near >= _NEAR_DEED else ""


def known_words() -> tuple[str, ...]:
    """Every word that another may be near to."""
    return tuple(sorted({word for kind in _KINDS for word in _known(kind)}))


@cache
def _known(kind: str) -> tuple[str, ...]:
    if kind == "places":
        return tuple(sorted(places().keys() | near_places().keys()))
    if kind == "deeds":
        return tuple(sorted(word for word in verb_meanings() if " " not in word))
    exact: Mapping[str, str] = exact_things()
    near = near_things()
    if kind == "people":
        return tuple(sorted(word for word, name in exact.items() if name in PEOPLE))
    # A violin is near a violinist, and nothing to talk to.
    things = {word for word, name in exact.items() if name not in PEOPLE}
    things |= {word for word, (name, _) in near.items() if name not in PEOPLE}
    return tuple(sorted(word for word in things if word.count(" ") < 2))


@cache
def _pieces(kind: str) -> Vectors:
    return embedding().pieces(_known(kind))


@cache
def _nearest(word: str, kind: str) -> tuple[str, float]:
    """The known word of a kind nearest to ``word``, and how near: 1 is the same."""
    known = _known(kind)
    if word in known:
        return word, 1.0
    alike = _pieces(kind) @ embedding().pieces((word,))[0]
    first = np.argsort(-alike, kind="stable")[:_CANDIDATES]
    nearness = vectors_of([known[index] for index in first]) @ embedding().of([word])[0]
    best = int(np.argmax(nearness))
    return known[first[best]], float(nearness[best])
