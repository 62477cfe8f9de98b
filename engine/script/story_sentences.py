"""A text in sentences: what is said stays with who says it, abbreviations end nothing."""

from __future__ import annotations

import re

import msgspec

_ENDS = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s)|\n")
_ABBREVIATED = frozenset("mr mrs ms dr st prof sgt lt capt jr sr vs no etc e.g i.e a.m p.m".split())
_SAYS = re.compile(
    r"\s*(?:[A-Z]?\w+[\s,]+){0,4}?(?:says?|said|asks?|asked|answers?|answered|repl(?:y|ies|ied)|"
    r"whispers?|whispered|shouts?|shouted|cr(?:y|ies|ied)|calls?|called|yells?|yelled|murmurs?|"
    r"murmured|mutters?|muttered|screams?|screamed|adds?|added|growls?|growled|sighs?|sighed)\b"
)
_QUOTES = re.compile(r"[\"“”]")


class Sentence(msgspec.Struct, frozen=True):
    """A sentence and the line of the text in which it starts, counted from 1."""

    text: str
    line_number: int


def sentences_of(text: str, first_line: int = 1) -> list[Sentence]:
    """The sentences of a paragraph, in order."""
    found: list[Sentence] = []
    start = 0
    for match in _ENDS.finditer(text):
        if match.start() < start or not _ends_one(text, start, match):
            continue
        _keep(found, text, start, match.end(), first_line)
        start = match.end()
    _keep(found, text, start, len(text), first_line)
    return found


def _keep(found: list[Sentence], text: str, start: int, end: int, first_line: int) -> None:
    words = " ".join(text[start:end].split())
    if words:
        lead = len(text[start:end]) - len(text[start:end].lstrip())
        found.append(Sentence(words, first_line + text.count("\n", 0, start + lead)))


def _ends_one(text: str, start: int, match: re.Match[str]) -> bool:
    before, after = text[start : match.end()], text[match.end() :]
    if match[0] == "\n":
        return False  # lines of one paragraph run on
    if len(_QUOTES.findall(before)) % 2:
        return False
    last = before.rstrip(".").rsplit(None, 1)[-1:] or [""]
    if match[0] == "." and (last[0].casefold() in _ABBREVIATED or len(last[0]) == 1):
        return False
    rest = after.lstrip()
    if match[0][-1] in '"”' and _SAYS.match(after):
        return False
    return not rest[:1].islower()
