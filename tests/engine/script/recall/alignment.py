"""Which subject of a breakdown is which subject of the label."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from engine.script.breakdown import Breakdown, Subject
from tests.engine.script.recall.labels import Labelled, Who
from tests.engine.script.recall.thesaurus import accepted, plain


def stem(word: str) -> str:
    """Enough of a word to know it again in another form."""
    word = word.lower()
    for ending in ("ing", "ies", "ed", "es", "s", "en", "y", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def stems(text: str) -> frozenset[str]:
    """The stems of all words of a text."""
    return frozenset(stem(word) for word in re.findall(r"[^\W_]+", text))


def stands_in(found: Breakdown, names: tuple[str, ...], used: str) -> bool:
    """Does the breakdown report that ``used`` stands in for one of the names?"""
    return any(
        used in (plain(item.used), plain(item.used).split(" ")[-1])
        or plain(item.used).endswith(used)
        for item in found.substituted
        if any(stems(plain(name)) & stems(item.asked) for name in names)
    )


@dataclass(frozen=True)
class Alignment:
    """Subjects of a breakdown beside those of the label.

    Attributes:
        pairs: place in the breakdown's subjects -> place in the label's.
    """

    found: Breakdown
    asked: tuple[Who, ...]
    pairs: dict[int, int] = field(default_factory=dict)

    def of(self, number: int) -> list[Subject]:
        """The breakdown's subjects that are the label's ``number``-th."""
        return [
            subject for index, subject in enumerate(self.found.subjects)
            if self.pairs.get(index) == number
        ]  # fmt: skip

    def spare(self) -> list[Subject]:
        """The breakdown's subjects that the label does not know."""
        return [
            subject for index, subject in enumerate(self.found.subjects)
            if index not in self.pairs
        ]  # fmt: skip

    def is_one_of(self, label: str, nouns: tuple[str, ...]) -> bool:
        """Is what the breakdown calls ``label`` one of these nouns of the label?"""
        for index, subject in enumerate(self.found.subjects):
            if label and label in (subject.label, subject.name) and index in self.pairs:
                who = self.asked[self.pairs[index]]
                if set(who.nouns) & set(nouns):
                    return True
        return bool(stems(label) & stems(" ".join(nouns)))


def _heads(who: Who) -> frozenset[str]:
    """Last words of the nouns: a delivery van is a van."""
    return frozenset(plain(noun).split(" ")[-1] for noun in who.nouns)


def _fit(found: Breakdown, subject: Subject, who: Who) -> float:
    """How well a subject fits a label; 0 does not."""
    name = plain(subject.name)
    said = any(stems(plain(noun)) <= stems(subject.label) for noun in who.nouns)
    fits = name in accepted("noun", who.nouns) or name in _heads(who)
    if not (fits or stands_in(found, who.nouns, name)):
        return 0.0
    shared = set(who.attributes) & set(subject.attributes)
    return (
        1.0
        + 4.0 * said
        + 2.0 * (name in map(plain, who.nouns))
        + 1.0 * len(shared)
        + 0.5 * (subject.count == who.count)
        + 0.2 * who.needed
    )


def align(found: Breakdown, labelled: Labelled) -> Alignment:
    """Pairs them, the best fitting first; a label of several may take several subjects."""
    asked = tuple(labelled.subjects())
    fits = sorted(
        (
            (-_fit(found, subject, who), index, number)
            for index, subject in enumerate(found.subjects)
            for number, who in enumerate(asked)
            if _fit(found, subject, who)
        ),
    )
    pairs: dict[int, int] = {}
    room = {number: who.count or 99 for number, who in enumerate(asked)}
    for _, index, number in fits:
        if index in pairs or room[number] <= 0:
            continue
        pairs[index] = number
        room[number] -= found.subjects[index].count
    return Alignment(found, asked, pairs)
