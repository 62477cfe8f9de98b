"""Words that say when and how often: after two seconds, twice, three times, at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.script.grammar import Node
from engine.script.lexicon_words import NUMBERS
from engine.script.reading import Draft
from engine.script.tokens import Token, longest

_MANNERS = dict.fromkeys(
    ("side by side", "one by one", "one after another", "at once", "all at once", "in circles",
     "for a moment", "for a while", "in a row", "again and again",
     "at full speed", "over and over", "back and forth", "up and down",
     "hand in hand", "face to face", "in a circle", "on its own", "by itself", "by mistake"), ""
)  # fmt: skip
_SPANS = {"second": 1.0, "seconds": 1.0, "sec": 1.0, "secs": 1.0, "minute": 60.0, "minutes": 60.0,
          "s": 1.0}  # fmt: skip
_OFTEN = {"once": 1, "twice": 2, "thrice": 3}
_PAUSE_S = {"moment": 1.0, "beat": 1.0, "pause": 1.0, "while": 2.0}


class TimingReader:
    """Finds the words of timing, and gives them to the deeds beside them.

    Attributes:
        taken: tokens that are nothing but timing.
    """

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._manners: dict[int, str] = {}
        self._starts: dict[int, float] = {}
        self._times: dict[int, int] = {}
        taken: set[int] = set()
        for at in range(len(tokens)):
            if at not in taken:
                taken.update(range(at, at + self._read(at)))
        self.taken = frozenset(taken)

    def _word(self, at: int) -> str:
        return self._tokens[at].lower if 0 <= at < len(self._tokens) else ""

    def _number(self, at: int) -> float:
        word = self._word(at)
        if at < len(self._tokens) and self._tokens[at].kind == "number":
            return float(word)
        return float(NUMBERS.get(word, {"a": 1, "an": 1}.get(word, 0)))

    def _read(self, at: int) -> int:
        """How many tokens of timing start here; notes what they say."""
        manner = longest(self._tokens, at, _MANNERS)
        if manner is not None:
            self._manners[at] = manner[2]
            return manner[0]
        word, after = self._word(at), self._word(at + 1)
        if word in _OFTEN:
            self._times[at], self._manners[at] = _OFTEN[word], word
            return 1 if word != "once" else 0
        if after == "times" and self._number(at):
            self._times[at], self._manners[at] = int(self._number(at)), f"{word} times"
            return 2
        return self._read_start(at)

    def _read_start(self, at: int) -> int:
        """``after two seconds``, ``two seconds later``, ``after a moment``, ``at 0:03``."""
        first = at + (self._word(at) in ("after", "at", "in"))
        few = self._word(first) == "a" and self._word(first + 1) in ("few", "couple")
        number = 3.0 if few else self._number(first)
        unit = first + 1 + few + (self._word(first + 1 + few) == "of")
        later = self._word(unit + 1) in ("later", "in")
        if not number or not (first > at or later):
            return 0
        span = _SPANS.get(self._word(unit), 0.0) or (
            _PAUSE_S.get(self._word(unit), 0.0) if self._word(first) in ("a", "another") else 0.0
        )
        if not span:
            return 0
        self._starts[at] = number * span
        return unit + 1 + later - at

    def note(self, deeds: Mapping[Node, Draft], start: int, end: int) -> None:
        """Gives a sentence's words of timing to its deeds."""
        drafts = sorted(deeds.values(), key=lambda draft: draft.at)
        if not drafts:
            return
        for at in range(start, end):
            before = [draft for draft in drafts if draft.at < at]
            after = [draft for draft in drafts if draft.at > at]
            said = before[-1] if before else (after or drafts)[0]
            if at in self._manners and self._manners[at] != "once":
                said.adverbs.append(self._manners[at])
            if at in self._times and self._times[at] > 1:
                said.times = self._times[at]
            if at in self._starts:
                self._start(at, before, after)

    def _start(self, at: int, before: Sequence[Draft], after: Sequence[Draft]) -> None:
        """``after two seconds a man enters``: the deed that follows in the same clause."""
        marks = [step for step in range(at, len(self._tokens)) if self._tokens[step].kind == "mark"]
        fresh = at == 0 or self._tokens[at - 1].kind == "mark" or self._word(at - 1) in (
            "then", "and")  # fmt: skip
        ends = bool(marks) and self._tokens[marks[0]].lower in ".!?;\n" and bool(before)
        chosen = after[0] if after and (fresh or not before) and not (ends and not fresh) else None
        (chosen or [*before, *after][-1]).start_s = self._starts[at]
