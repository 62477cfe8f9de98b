"""Fountain, read line by line: https://fountain.io/syntax."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from engine.script.screenplay import Element, Kind, PartKind, Screenplay, Speech, SpeechPart
from engine.script.screenplay_marks import Line, lines_of, plain_text

_TITLE_KEYS = frozenset(
    "title credit author authors source notes draft date contact copyright revision format "
    "font watermark".split()
) | {"draft date", "written by"}
_TITLE_LINE = re.compile(r"(?P<key>[^\W\d_][\w .-]*?)\s*:(?:\s+(?P<value>.*))?$")
_HEADING = re.compile(r"(?:INT\.?\s*/\s*EXT|EXT\.?\s*/\s*INT|I/E|INT|EXT|EST)(?:\.|:|\s)", re.I)
_SCENE_NUMBER = re.compile(r"\s*#(?P<number>[\w.-]+)#\s*$")
_TRANSITION = re.compile(r"(?:.*\bTO:|(?:FADE|IRIS) (?:IN|OUT)[:.]?|.*\bFADE (?:OUT|TO \w+)\.)$")
_CUE = re.compile(r"(?P<name>[^()]+?)\s*(?P<extensions>(?:\([^()]*\)\s*)*)(?P<dual>\^?)\s*$")
_PARENTHETICAL = re.compile(r"\((?P<words>.*)\)\s*$", re.DOTALL)
_PAGE_BREAK = re.compile(r"={3,}$")


def read_screenplay(text: str) -> Screenplay:
    """The screenplay that a text in Fountain writes down; never raises, whatever the text.

    Lines that are nothing else are action.
    """
    lines, taken_out = lines_of(text)
    title_page, start = _title_page(lines)
    body = _Body(lines, start)
    body.read()
    elements: list[Element | Speech] = [*body.elements, *taken_out]
    elements.sort(key=_by_line)
    return Screenplay(title_page=title_page, elements=tuple(elements))


def _by_line(element: Element | Speech) -> int:
    return element.line_number


def _title_page(lines: list[Line]) -> tuple[tuple[tuple[str, str], ...], int]:
    """The title page, and the index of the first line after it."""
    start = next((index for index, line in enumerate(lines) if line.text.strip()), len(lines))
    found: list[tuple[str, list[str]]] = []
    end = start
    for line in lines[start:]:
        if not line.text.strip():
            break
        match = _TITLE_LINE.fullmatch(line.text.strip())
        if match and not line.text[0].isspace():
            found.append((match["key"], [match["value"] or ""]))
        elif found:
            found[-1][1].append(line.text.strip())
        else:
            return (), start
        end += 1
    if not any(key.casefold() in _TITLE_KEYS for key, _ in found):
        return (), start
    return tuple(
        (key, "\n".join(plain_text(value) for value in values if value)) for key, values in found
    ), end


@dataclass
class _Body:
    """Where the reader stands in the body."""

    lines: list[Line]
    at: int
    elements: list[Element | Speech] = field(default_factory=list)

    def read(self) -> None:
        """Reads to the end."""
        while self.at < len(self.lines):
            if not self._text(self.at).strip():
                self.at += 1
            elif not (self._read_forced() or self._read_by_look()):
                self._read_action()

    def _text(self, index: int) -> str:
        return self.lines[index].text if 0 <= index < len(self.lines) else ""

    def _is_blank(self, index: int) -> bool:
        return not self._text(index).strip()

    def _add(self, kind: Kind, text: str, scene_number: str = "", level: int = 0) -> bool:
        """Adds the element of one line and goes on to the next."""
        self.elements.append(
            Element(
                kind=kind,
                text=plain_text(text.strip()),
                line_number=self.lines[self.at].number,
                scene_number=scene_number,
                level=level,
            )
        )
        self.at += 1
        return True

    def _read_forced(self) -> bool:
        """A line whose first character says what it is."""
        text = self._text(self.at).strip()
        match text[0]:
            case "!":
                self._read_action()
                return True
            case "." if len(text) > 1 and text[1].isalnum():
                return self._add_heading(text[1:])
            case "@" if len(text) > 1 and not self._is_blank(self.at + 1):
                return self._read_speech(text[1:])
            case ">" if text.endswith("<") and len(text) > 1:
                return self._add("centered", text[1:-1])
            case ">":
                return self._add("transition", text[1:])
            case "~":
                return self._add("lyric", text[1:])
            case "#":
                level = len(text) - len(text.lstrip("#"))
                return self._add("section", text[level:], level=level)
            case "=" if _PAGE_BREAK.fullmatch(text):
                return self._add("page break", "")
            case "=" if not text.startswith("=="):
                return self._add("synopsis", text[1:])
        return False

    def _read_by_look(self) -> bool:
        """A heading, a transition or a name over a speech: what stands after an empty line."""
        text = self._text(self.at).strip()
        if not self._starts_afresh():
            return False
        if _HEADING.match(text):
            return self._add_heading(text)
        if not _is_upper(text):
            return False
        if self._is_blank(self.at + 1):
            return bool(_TRANSITION.fullmatch(text)) and self._add("transition", text)
        return self._read_speech(text)

    def _starts_afresh(self) -> bool:
        """Is there an empty line before, or something that ends a paragraph?"""
        if self.at == 0 or self._is_blank(self.at - 1):
            return True
        last = self.elements[-1] if self.elements else None
        return last is None or (isinstance(last, Element) and last.kind != "action")

    def _add_heading(self, text: str) -> bool:
        number = _SCENE_NUMBER.search(text)
        words = text[: number.start()] if number else text
        return self._add("heading", words, scene_number=number["number"] if number else "")

    def _read_action(self) -> None:
        first = self.at
        written: list[str] = []
        while self.at < len(self.lines) and not self._is_blank(self.at):
            text = self._text(self.at).rstrip()
            if self.at > first and text.lstrip()[0] in "!.>~#=" and self._ends_action(text):
                break
            written.append(text.lstrip().removeprefix("!"))
            self.at += 1
        self.elements.append(
            Element(
                kind="action",
                text=plain_text("\n".join(written)),
                line_number=self.lines[first].number,
            )
        )

    def _ends_action(self, text: str) -> bool:
        """Does a line inside a paragraph force another element?"""
        stripped = text.strip()
        return (stripped[0] != "." or stripped[1:2].isalnum()) and not stripped.startswith("==")

    def _read_speech(self, cue: str) -> bool:
        match = _CUE.fullmatch(cue.strip())
        if match is None or not any(letter.isalpha() for letter in match["name"]):
            return False
        number = self.lines[self.at].number
        self.at += 1
        parts: list[SpeechPart] = []
        while self.at < len(self.lines):
            text = self._text(self.at).strip()
            if not text and len(self._text(self.at)) < 2:
                break  # two spaces alone keep a speech going over an empty line
            if text:
                _add_part(parts, text)
            self.at += 1
        extensions = re.findall(r"\(([^()]*)\)", match["extensions"])
        self.elements.append(
            Speech(
                speaker=plain_text(match["name"].strip()),
                line_number=number,
                extensions=tuple(words.strip() for words in extensions if words.strip()),
                dual=bool(match["dual"]),
                parts=tuple(parts),
            )
        )
        return True


def _add_part(parts: list[SpeechPart], text: str) -> None:
    """Adds a line to a speech; lines of one kind in a row are one part."""
    bracketed = _PARENTHETICAL.fullmatch(text) if text.startswith("(") else None
    kind: PartKind = "parenthetical" if bracketed else "lyric" if text[0] == "~" else "line"
    words = plain_text((bracketed["words"] if bracketed else text.removeprefix("~")).strip())
    if parts and parts[-1].kind == kind == "line":
        parts[-1] = SpeechPart(kind, f"{parts[-1].text} {words}")
    else:
        parts.append(SpeechPart(kind, words))


def _is_upper(text: str) -> bool:
    """Letters, all of them capitals; what stands in brackets may be written in any way."""
    outside = re.sub(r"\([^()]*\)", "", text)
    return any(letter.isalpha() for letter in outside) and outside == outside.upper()
