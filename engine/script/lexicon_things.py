"""Nouns: the tables of ``engine.script.things`` as the readers look words up in them."""

# ruff: noqa: E501 (tables read better one entry a line)
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from engine.script.callings import callings
from engine.script.things import FAMILIES

_WORD = re.compile(r"(?P<word>[^(]+?)\s*(?:\((?P<attributes>[^)]*)\))?")


def _lines(text: str) -> Iterator[tuple[str, list[str]]]:
    for line in text.strip().splitlines():
        name, _, words = line.partition(":")
        yield name.strip(), [word.strip() for word in words.split(",") if word.strip()]


def _words(text: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Canonical name, other word and what that word says beside it."""
    for name, words in _lines(text):
        for written in words:
            match = _WORD.fullmatch(written)
            if match is None:
                raise ValueError(f"The lexicon's word {written!r} is not `word (attributes)`.")
            yield name, match["word"], tuple((match["attributes"] or "").split())


def _names(*families: str) -> frozenset[str]:
    return frozenset(name for family in families for name, _ in _lines(FAMILIES[family][0]))


THINGS: frozenset[str] = _names(*FAMILIES)
"""Every canonical name, as ``Subject.name`` holds it."""

PEOPLE = _names("people")
ANIMALS = _names("animals")
VEHICLES = _names("vehicles")
MALE = frozenset({"man", "boy", "old man"})
FEMALE = frozenset({"woman", "girl", "old woman"})

COLLECTIVES: dict[str, int] = {
    "pair": 2, "couple": 2, "duo": 2, "trio": 3, "dozen": 12, "stack": 4, "pile": 4, "heap": 4,
    "row": 4, "line": 4, "group": 4, "bunch": 4, "crowd": 6, "pack": 4, "herd": 4, "flock": 5,
    "tower": 4, "pyramid": 6, "set": 3, "lot": 6, "lots": 6, "team": 4, "cluster": 4, "handful": 3,
    "rack": 10, "number": 3, "family": 4, "gang": 4, "swarm": 6, "collection": 4, "series": 4,
    "mound": 4, "bouquet": 5, "chain": 6, "column": 4, "circle": 5, "ring": 5, "queue": 4, "army": 6,
    "train": 7, "string": 5,
}  # fmt: skip
"""``a stack of boxes``: how many that is when no number is given."""

ARRANGED: dict[str, str] = dict.fromkeys(
    ("stack", "pile", "heap", "tower", "pyramid", "column", "mound"), "stacked"
) | dict.fromkeys(("row", "line", "queue", "chain", "train"), "in a row")
"""How the members of a collective stand to each other, as an attribute."""

ROW_OF_DOMINOES = 7

ALONE_COLLECTIVES: dict[str, tuple[str, int]] = {
    "crowd": ("person", 6), "group": ("person", 4), "family": ("person", 4),
    "team": ("person", 4), "people": ("person", 3), "audience": ("person", 6),
    "couple": ("person", 2), "folks": ("person", 3), "herd": ("cow", 4), "flock": ("bird", 5),
    "traffic": ("car", 3), "police": ("person", 2), "everyone": ("person", 3),
    "everybody": ("person", 3), "twins": ("person", 2), "cattle": ("cow", 3),
    "crew": ("person", 4), "band": ("person", 4), "duo": ("person", 2), "trio": ("person", 3),
    "parents": ("person", 2), "passersby": ("person", 3), "pack": ("dog", 4),
}  # fmt: skip
"""Words for several that need no ``of``."""

FIXTURES: frozenset[str] = frozenset(
    """tile tiles shade floor ground wall ceiling window sky sun moon stars star cloud clouds grass road pavement
    sidewalk horizon corner edge top bottom side middle center centre front back foreground
    background water puddle air distance lawn stairs staircase windowsill shore surface path
    carpet curb lane crossing earth sand snow dirt mud concrete asphalt screen frame
    shadow shadows light lights sunlight moonlight lamplight face head hand hands foot feet leg
    legs arm arms eyes eye mouth hair body shoulder shoulders finger fingers back knee knees lap
    left right neck nose ear ears cheek smile tail paw paws rim wind rain breeze fire
    wave waves mist fog smoke place spot way direction end start lid handle
    rails drizzle darkness puddles leaves leaf
    branch branches petals time moment step steps second seconds minute minutes row
    net height meter metre mile inch speed""".split()
)
"""Part of every place or body; understood, yet not things of their own."""


@cache
def exact_things() -> dict[str, str]:
    """Word -> canonical name, for words that mean the very thing."""
    table = {name: name for name in THINGS}
    for exact, _ in FAMILIES.values():
        for name, word, _ in _words(exact):
            table.setdefault(word, name)
    return table


@cache
def near_things() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Word -> (canonical name, attributes) of what stands in for it; no word of a thing itself."""
    table: dict[str, tuple[str, tuple[str, ...]]] = {}
    exact = exact_things()
    for _, near in FAMILIES.values():
        for stand_in, word, _ in _words(near):
            name, attributes = _stand_in(stand_in)
            if name and word not in exact:
                table.setdefault(word, (name, attributes))
    return table


def _stand_in(written: str) -> tuple[str, tuple[str, ...]]:
    """Canonical name and attributes of a stand-in; no name where its thing is not built."""
    parts = written.split()
    for at in range(len(parts)):
        name = " ".join(parts[at:])
        if name in THINGS:
            return name, tuple(parts[:at])
    return "", ()


@cache
def implied_attributes() -> dict[str, tuple[str, ...]]:
    """What a word says beside its canonical name: a school bus is yellow, a nurse a nurse."""
    told = {
        word: attributes
        for exact, _ in FAMILIES.values()
        for _, word, attributes in _words(exact)
        if attributes
    }
    called = {word: calling for word, calling in callings().items() if word in exact_things()}
    for word, calling in called.items():
        told[word] = (*told.get(word, ()), calling)
    return told
