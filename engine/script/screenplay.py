"""A screenplay as written, element by element; ``read_screenplay`` reads Fountain.

Nothing is dropped: what is no part of the film (notes, the boneyard, sections) is an element too.
Source of the syntax: https://fountain.io/syntax
"""

from __future__ import annotations

from typing import Literal

import msgspec

Kind = Literal[
    "heading", "action", "transition", "centered", "lyric", "note", "boneyard", "section",
    "synopsis", "page break",
]  # fmt: skip


class Element(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph that nobody speaks.

    Attributes:
        text: without the marks of the syntax; line breaks inside a paragraph are kept.
        line_number: of its first line, counted from 1.
        scene_number: of headings, e.g. ``"12A"``.
        level: of sections, 1 is the highest.
    """

    kind: Kind
    text: str
    line_number: int
    scene_number: str = ""
    level: int = 0


PartKind = Literal["line", "parenthetical", "lyric"]


class SpeechPart(msgspec.Struct, frozen=True):
    """A piece of a speech: what is said or sung, or how (without the brackets)."""

    kind: PartKind
    text: str


class Speech(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody speaks.

    Attributes:
        speaker: the name as written, without its extensions.
        extensions: ``("V.O.",)``, ``("O.S.", "CONT'D")``.
        dual: spoken at the same time as the speech before it.
    """

    speaker: str
    line_number: int
    extensions: tuple[str, ...] = ()
    dual: bool = False
    parts: tuple[SpeechPart, ...] = ()


class Screenplay(msgspec.Struct, frozen=True, kw_only=True):
    """Title page and body.

    Attributes:
        title_page: keys as written and their values, in order; lines of a value by line breaks.
    """

    title_page: tuple[tuple[str, str], ...] = ()
    elements: tuple[Element | Speech, ...] = ()

    @property
    def title(self) -> str:
        """The title in one line; empty when the title page has none."""
        values = {key.casefold(): value for key, value in self.title_page}
        return " ".join(values.get("title", "").split())

    @property
    def is_one(self) -> bool:
        """Is it a screenplay at all, rather than plain prose?"""
        return any(isinstance(each, Speech) or each.kind == "heading" for each in self.elements)
