"""Nouns as the lexicon knows them, in the tokens of a prompt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine.script import lexicon_setting as setting_words
from engine.script import lexicon_things as things
from engine.script.doers import doer_at
from engine.script.head import Head
from engine.script.lexicon_verbs import verb_forms
from engine.script.lexicon_words import ADJECTIVES, CLOTHES, DETERMINERS, NUMBERS, PREPOSITIONS
from engine.script.tokens import Token, longest

_SPORTING = frozenset(
    """baseball hit hits hitting swing swings swinging swung hold holds holding held grip grips
    carry carries carrying throw throws pitcher batter player ball wooden wield wields raise raises
    grab grabs pick picks with racket cricket""".split()
)
"""Words beside which a bat is one to hit with."""


class Heads:
    """Looks nouns up at a token: exact things first, then places, near things, parts."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens

    def word(self, at: int) -> str:
        """Lower-case word at a token, empty outside."""
        if 0 <= at < len(self._tokens) and self._tokens[at].kind in ("word", "number"):
            return self._tokens[at].lower
        return ""

    def head(self, at: int) -> Head | None:
        """The noun at ``at``: longest phrase; exact things, then places, near things, fixtures."""
        leading = DETERMINERS | ADJECTIVES | PREPOSITIONS.keys()
        if self.word(at) in ("does", "has", "is"):
            return None
        if not self.word(at) or (self.word(at) == "home" and self.word(at - 1) not in leading):
            return None  # "goes home" says whither, "the home" is a house
        found: list[tuple[int, int, Head]] = []
        exact = longest(self._tokens, at, things.exact_things())
        if exact is not None:
            size, name, noun, plural = exact
            extra = things.implied_attributes().get(noun, ())
            found.append((size, 5, Head(size, "thing", name, noun, plural, extra)))
        place = longest(self._tokens, at, setting_words.places())
        if place is not None:
            found.append((place[0], 4, Head(place[0], "place", place[1], place[2], place[3])))
        near = longest(self._tokens, at, things.near_things())
        if near is not None:
            size, (name, extra), noun, plural = near
            found.append((size, 3, Head(size, "thing", name, noun, plural, extra, asked=noun)))
        far = longest(self._tokens, at, setting_words.near_places())
        if far is not None:
            found.append((far[0], 2, Head(far[0], "place", far[1], far[2], far[3], asked=far[2])))
        alone = longest(self._tokens, at, things.ALONE_COLLECTIVES)
        if alone is not None:
            (name, count) = alone[1]
            found.append((1, 6, Head(1, "thing", name, alone[2], True, count=count)))
        ground = self.word(at) == "moon" and "on" in (self.word(at - 1), self.word(at - 2))
        fixture = (
            None if ground else longest(self._tokens, at, dict.fromkeys(things.FIXTURES, ""), 1)
        )
        if fixture is not None:
            thing = exact is not None or near is not None
            rank = 1 if thing and self._is_indefinite(at) else 7
            found.append((1, rank, Head(1, "fixture", fixture[2], fixture[2], fixture[3])))
        clothes = longest(self._tokens, at, dict.fromkeys(CLOTHES, ""), 1)
        if clothes is not None:
            found.append((1, 0, Head(1, "clothes", clothes[2], clothes[2], clothes[3])))
        found = [item for item in found if not self._is_clause(at, item[2])]
        best = max(found, key=lambda item: item[:2])[2] if found else doer_at(self._tokens, at)
        return None if best is None else self._in_this_sense(at, best)

    def _in_this_sense(self, at: int, head: Head) -> Head:
        """The bat that flies is an animal, the palm of somebody is a hand."""
        if head.noun == "bat" and not _SPORTING & {token.lower for token in self._tokens}:
            return replace(head, name="bird", attributes=("brown",), asked="bat")
        if head.noun == "palm" and self.word(at - 1) in ("his", "her", "their", "my", "'s"):
            return replace(head, kind="fixture", name="hand")
        return head

    def _is_indefinite(self, at: int) -> bool:
        """``a brick wall``, ``two walls``: something of its own, and not a part of the place."""
        while self.word(at - 1) in ADJECTIVES or "-" in self.word(at - 1):
            at -= 1
        before = self.word(at - 1)
        return before in ("a", "an", "another") or (before in NUMBERS and before != "both")

    def _is_clause(self, at: int, head: Head) -> bool:
        """Is a plural of several words rather a noun and its verb (``the bus stops``)?"""
        form = verb_forms().get(self.word(at + head.size - 1))
        thing = head.kind == "thing" and not head.asked
        several = head.size > 1 and head.plural and not thing
        return several and form is not None and form[1] == "s"

    def is_finite(self, at: int) -> bool:
        """Does a finite verb stand here?"""
        form = verb_forms().get(self.word(at))
        return form is not None and form[1] in ("s", "past") and self.word(at) not in ("saw", "can")

    def noun_after(self, at: int) -> bool:
        """Do adjectives, if any, and then a noun follow?"""
        for step in range(4):
            head = self.head(at + step)
            if head is not None and not self.is_finite(at + step):
                return True
            if self.word(at + step) not in ADJECTIVES and self.word(at + step) != "and":
                return False
        return False

    def is_numbered(self, at: int) -> bool:
        """Does a number stand here?"""
        return self.word(at) in NUMBERS or is_number(self.word(at))


def is_number(word: str) -> bool:
    """Plain digits of a count that makes sense."""
    return word.isascii() and word.isdigit() and len(word) <= 3
