"""What a noun phrase is, once it was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class NounPhrase:
    """A noun phrase.

    Attributes:
        start, end: tokens, end-exclusive.
        kind: ``thing``, ``person`` (by name), ``pronoun``, ``again`` (``one``),
            ``place``, ``fixture``, ``clothes`` or ``unknown``.
        name: canonical thing or place, the fixture's word, or the kind of pronoun.
        noun: the head as written, in the singular.
        definite: ``the``, a possessive, a name: may be somebody already met.
        place: canonical place that a modifier names (``kitchen table``).
        asked: the word that ``name`` stands in for, empty when it is exact.
        strange: tokens inside that nothing was made of.
        acting: base forms of verbs that describe (``a bouncing ball``).
        written: the attributes that stand in the words before the noun.
    """

    start: int
    end: int
    kind: str
    name: str
    noun: str
    attributes: tuple[str, ...] = ()
    count: int = 1
    definite: bool = False
    place: str = ""
    asked: str = ""
    strange: tuple[int, ...] = ()
    acting: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
