"""A noun as the lexicon knows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Head:
    """A noun: how many tokens, what kind, its canonical name and its word in the singular."""

    size: int
    kind: str
    name: str
    noun: str
    plural: bool = False
    attributes: tuple[str, ...] = ()
    count: int = 0
    asked: str = ""
