"""What stands before a noun: articles, numbers and describing words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.script.drawable import SHADES
from engine.script.heads import Heads, is_number
from engine.script.lexicon_verbs import verb_forms
from engine.script.lexicon_words import ADJECTIVES, COLOR_MODIFIERS, COLORS, DETERMINERS, NUMBERS
from engine.script.tokens import Token

DEFINITE = frozenset("the this that these those his her its their my our your same".split())
"""Determiners that may mean somebody already met."""


@dataclass
class Before:
    """What stands before the head."""

    at: int
    count: int = 0
    definite: bool = False
    determined: bool = False
    place: str = ""

    def __post_init__(self) -> None:
        self.attributes: list[str] = []
        self.strange: list[int] = []
        self.acting: list[str] = []


class Modifiers:
    """Reads the words before a noun."""

    def __init__(self, tokens: Sequence[Token], heads: Heads) -> None:
        self._tokens = tokens
        self._heads = heads

    def read_determiners(self, before: Before) -> None:
        """Reads articles, possessives and numbers."""
        while word := self._heads.word(before.at):
            if word in ("a", "an") and self._heads.word(before.at + 1) in (
                "few",
                "couple",
                "dozen",
            ):
                before.at += 1
                continue
            if word == "half" and self._heads.word(before.at + 1) == "a":
                before.at += 1
                continue
            if word in DETERMINERS or (word == "'s" and before.determined):
                before.definite |= word in DEFINITE
                if word in ("some",):
                    before.count = max(before.count, 0)
            elif word in NUMBERS:
                before.count = max(1, before.count) * NUMBERS[word] if word in (
                    "hundred", "dozen") and before.count else NUMBERS[word]  # fmt: skip
            elif is_number(word):
                before.count = max(1, int(word))
            elif (
                (word == "of" and before.count and self._heads.word(before.at + 1) in DETERMINERS)
                or (
                    word == "of"
                    and self._heads.word(before.at - 1) in ("couple", "dozens", "hundreds")
                )
                or word == "single"
                or word in ("plenty",)
            ):
                pass
            else:
                break
            before.determined = True
            before.at += 1

    def read_adjectives(self, before: Before) -> None:
        """Reads describing words, up to the noun."""
        while word := self._heads.word(before.at):
            nxt = self._heads.word(before.at + 1)
            if word in COLOR_MODIFIERS and nxt in COLORS:
                shade = f"{word} {nxt}"
                before.attributes.extend([shade] if shade in SHADES else [word, nxt])
                before.at += 2
            elif word in ("very", "really", "extremely", "quite", "so", "slightly", "brightly"):
                if not (before.determined or nxt in ADJECTIVES):
                    break
                before.at += 1
            elif self._is_adjective(before, word):
                self._add_adjective(before, word)
            else:
                break
            self._skip_joint(before)

    def _skip_joint(self, before: Before) -> None:
        """``big, red``, ``black and white``: over the comma or the word between."""
        at = before.at
        if at < len(self._tokens) and self._tokens[at].lower in (",", "and") and before.attributes:
            follows = self._heads.word(at + 1)
            if follows in ADJECTIVES and self._heads.head(at + 2) is not None:
                before.at += 1

    def _is_adjective(self, before: Before, word: str) -> bool:
        at = before.at
        head_here = self._heads.head(at)
        if head_here is not None and head_here.size > 1:
            return False
        head_after = self._heads.noun_after(at + 1)
        if word in ADJECTIVES or word.endswith(("-looking", "-colored", "-coloured", "-sized")):
            return head_here is None or head_after
        form = verb_forms().get(word)
        if form is not None and form[1] in ("ing", "past", "participle"):
            brought = form[1] == "ing" and self._heads.word(at - 1) == "with"
            known = head_after or (brought and self._heads.head(at + 1) is not None)
            return (before.determined or brought) and known and head_here is None
        if head_here is None and "-" in word and before.determined:
            return head_after
        return False

    def _add_adjective(self, before: Before, word: str) -> None:
        form = verb_forms().get(word)
        if form is not None and form[1] == "ing":
            before.acting.append(form[0])
        before.attributes.append(word)
        before.at += 1
