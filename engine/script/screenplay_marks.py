"""What is taken out of a screenplay before its lines are read: boneyard, notes, emphasis."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from engine.script.screenplay import Element, Kind

_TAB = "    "
_STARS = re.compile(r"(?<![\\*])(\*{1,3})(?=\S)((?:\\.|[^\\*\n])+?)(?<=\S)\1(?!\*)")
_UNDERLINE = re.compile(r"(?<![\\\w])_(?=\S)((?:\\.|[^\\_\n])+?)(?<=\S)_(?!\w)")
_ESCAPED = re.compile(r"\\([^\w\s]|_)")
_NESTED = 3
"""How deep emphasis may lie in emphasis."""


class Line(msgspec.Struct, frozen=True):
    """A line of the text and its number, counted from 1."""

    number: int
    text: str


class Mark(msgspec.Struct, frozen=True):
    """Something between two signs; ``start`` and ``end`` count characters, signs included."""

    kind: Kind
    start: int
    end: int
    words: str


def lines_of(text: str) -> tuple[list[Line], list[Element]]:
    """The lines that are to be read, and what stood between them as elements of its own.

    A mark that spans lines joins what stands before and after it, as the syntax says.
    """
    whole = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\t", _TAB)
    lines: list[Line] = []
    taken_out: list[Element] = []
    unfinished = Line(1, "")
    end, number = 0, 1
    for mark in _marks(whole):
        before = whole[end : mark.start]
        unfinished = _carry_on(lines, unfinished, before, number)
        number += before.count("\n")
        taken_out.append(Element(kind=mark.kind, text=mark.words, line_number=number))
        number += whole.count("\n", mark.start, mark.end)
        end = mark.end
    lines.append(_carry_on(lines, unfinished, whole[end:], number))
    return lines, taken_out


def _marks(whole: str) -> Iterator[Mark]:
    """All marks in order; what is never closed is text, and so is a note over an empty line."""
    at = 0
    closing = {"/*": _Next(whole, "*/"), "[[": _Next(whole, "]]")}
    opening = {sign: _Next(whole, sign) for sign in closing}
    gap = _Next(whole, "\n\n")
    while True:
        start, sign = min((opening[sign].after(at), sign) for sign in opening)
        if start == len(whole):
            return
        end = closing[sign].after(start + 2)
        if end == len(whole) or (sign == "[[" and gap.after(start) < end):
            at = start + 2
            continue
        at = end + 2
        words = " ".join(whole[start + 2 : end].split())
        yield Mark("note" if sign == "[[" else "boneyard", start, at, words)


class _Next:
    """Where a sign comes next; asked in rising order, each character is looked at once."""

    def __init__(self, text: str, sign: str) -> None:
        self._text, self._sign = text, sign
        self._found = -1

    def after(self, position: int) -> int:
        """Where the sign starts at or after ``position``; the text's length when nowhere."""
        if self._found < position:
            found = self._text.find(self._sign, position)
            self._found = len(self._text) if found < 0 else found
        return self._found


def _carry_on(lines: list[Line], unfinished: Line, text: str, number: int) -> Line:
    """Adds the lines that end in ``text``; the one that does not is given back."""
    first, *others = text.split("\n")
    if unfinished.text.endswith(" ") and first.startswith(" "):
        first = first.lstrip(" ")
    start = unfinished.number if unfinished.text else number
    last = Line(start, unfinished.text + first)
    for step, each in enumerate(others, 1):
        lines.append(last)
        last = Line(number + step, each)
    return last


def plain_text(text: str) -> str:
    """Text without the marks of emphasis; what a backslash escapes stays."""
    for _ in range(_NESTED):
        text = _UNDERLINE.sub(r"\1", _STARS.sub(r"\2", text))
    return _ESCAPED.sub(r"\1", text)
