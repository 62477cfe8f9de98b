"""How a prompt of ours is labelled by a human reader.

``who`` lists the subjects, parted by ``;``: ``"2 red+big ball|sphere"`` is a count, the attributes
that the words say, and the noun with others that a reader would accept (the thesaurus adds the
usual ones).  ``"2+"`` is a plural without a number, ``_`` a space inside a noun.  ``does`` lists
the actions as ``"subject verb|synonym object"``.  A ``?`` before an item: may be found, need not
be (a crowd implied, clothes, parts of things).  ``says`` parts lines by ``" // "``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Who:
    """A subject as labelled; ``count`` 0 is a plural without a number."""

    nouns: tuple[str, ...]
    attributes: tuple[str, ...] = ()
    count: int = 1
    needed: bool = True


@dataclass(frozen=True)
class Does:
    """An action as labelled; ``subject`` and ``object`` are nouns of ``Who``, empty for none."""

    subjects: tuple[str, ...]
    verbs: tuple[str, ...]
    objects: tuple[str, ...] = ()
    needed: bool = True


@dataclass(frozen=True)
class Said:
    """A line and the speakers that a reader would accept."""

    speakers: tuple[str, ...]
    line: str


@dataclass(frozen=True)
class Named:
    """Something with accepted names: a place, a sound, a camera move."""

    names: tuple[str, ...]
    fields: tuple[str, ...] = ()
    needed: bool = True


@dataclass(frozen=True)
class Labelled:
    """One prompt with what a human reader says is in it."""

    words: str
    who: str = ""
    does: str = ""
    place: str = ""
    time: str = ""
    weather: str = ""
    style: str = ""
    sounds: str = ""
    camera: str = ""
    says: str = ""

    def subjects(self) -> list[Who]:
        """What and who is in the shot."""
        return [_who(item) for item in _items(self.who)]

    def actions(self) -> list[Does]:
        """What happens."""
        return [_does(item) for item in _items(self.does)]

    def named(self, kind: str) -> list[Named]:
        """Labels of ``place``, ``time``, ``weather``, ``style`` or ``sounds``."""
        return [_named(item) for item in _items(getattr(self, kind))]

    def camera_words(self) -> list[Named]:
        """What is said of the camera."""
        return [_named(item) for item in _items(self.camera)]

    def lines(self) -> list[Said]:
        """What is spoken."""
        parts = [part for part in self.says.split(" // ") if part]
        said = [part.partition(": ") for part in parts]
        return [Said(_names(speaker), line) for speaker, _, line in said]


def _items(text: str) -> list[str]:
    return [item.strip() for item in text.split(";") if item.strip()]


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.replace("_", " ") for name in text.strip().split("|"))


def _who(item: str) -> Who:
    *before, nouns = item.removeprefix("?").split()
    count = 1
    attributes: list[str] = []
    for word in before:
        if re.fullmatch(r"\d+\+?", word):
            count = 0 if word.endswith("+") else int(word)
        else:
            attributes += word.split("+")
    return Who(_names(nouns), tuple(attributes), count, not item.startswith("?"))


def _does(item: str) -> Does:
    subject, verb, *objects = item.removeprefix("?").split()
    return Does(
        _names(subject),
        _names(verb),
        _names(objects[0]) if objects else (),
        not item.startswith("?"),
    )


def _named(item: str) -> Named:
    fields, _, names = item.removeprefix("?").rpartition("=")
    needed = not item.startswith("?")
    return Named(_names(names), _names(fields) if fields else (), needed)


def loose_ends(labelled: Labelled) -> list[str]:
    """Slips of the labelling itself: actions of nobody, lines that the words do not hold."""
    nouns = {noun for who in labelled.subjects() for noun in who.nouns}
    wrong = [
        f"{name!r} acts but is no subject"
        for act in labelled.actions()
        if act.needed and not nouns & set(act.subjects)
        for name in act.subjects[:1]
    ]
    wrong += [
        f"{said.line!r} is not in the words"
        for said in labelled.lines()
        if said.line.rstrip(",.") not in labelled.words
    ]
    firsts = sorted(who.nouns[0] for who in labelled.subjects())
    return wrong + [f"{one!r} is labelled twice" for one, other in pairwise(firsts) if one == other]
