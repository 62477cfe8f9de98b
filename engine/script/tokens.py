"""The words of a prompt as tokens, each of which ends up understood or not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

_T = TypeVar("_T")

_TOKEN = re.compile(
    r"\x00(?P<quote>\d+)\x00"
    r"|(?P<number>\d+(?:\.\d+)?)(?![\w-])"
    r"|(?P<word>\d+(?:st|nd|rd|th|mm|k|s)?(?:-[^\W_]+)*|b&w|b/w|[^\W_]+(?:[-'][^\W_]+)*)"
    r"|(?P<punct>[.,;:!?()\n…—–])"
)

_IRREGULAR_PLURALS = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "mice": "mouse",
    "feet": "foot", "geese": "goose", "leaves": "leaf", "wolves": "wolf", "shelves": "shelf",
    "knives": "knife", "calves": "calf", "dice": "die", "oxen": "ox", "loaves": "loaf",
    "policemen": "policeman", "firemen": "fireman", "businessmen": "businessman",
    "ladies": "lady", "gentlemen": "gentleman", "cowboys": "cowboy", "elves": "elf",
    "movies": "movie", "cookies": "cookie", "pies": "pie", "ties": "tie", "buses": "bus",
    "thieves": "thief", "scarves": "scarf", "sheep": "sheep", "deer": "deer",
}  # fmt: skip


@dataclass
class Token:
    """A word, number, mark or quotation.

    Attributes:
        lower: spelling in lower case.
        kind: ``word``, ``number``, ``mark`` or ``quote``.
        quote: index of the line of dialogue that stood here.
        used: something was made of it.
    """

    text: str
    lower: str
    kind: str
    position: int
    quote: int = -1
    used: bool = field(default=False)

    @property
    def is_capital(self) -> bool:
        """Written with a capital letter."""
        return self.text[:1].isupper()


def tokens_of(text: str) -> list[Token]:
    """Tokens in order; a possessive ``'s`` is one of its own."""
    plain = text.replace("’", "'").replace("‘", "'").replace("`", "'")
    result: list[Token] = []
    for match in _TOKEN.finditer(plain):
        if match["quote"] is not None:
            result.append(Token("", "", "quote", len(result), quote=int(match["quote"])))
            continue
        kind = "number" if match["number"] else "word" if match["word"] else "mark"
        spelled = match.group()
        stem = re.sub(r"'(s|re|ll|ve|m|d)$", "", spelled, flags=re.IGNORECASE)
        result.append(Token(stem, stem.lower(), kind, len(result)))
        if stem != spelled:
            ending = spelled[len(stem) :]
            result.append(Token(ending, ending.lower(), kind, len(result)))
    return result


def singulars(word: str) -> tuple[str, ...]:
    """Spellings under which a plural may stand in the lexicon, the likeliest first."""
    if word in _IRREGULAR_PLURALS:
        return (_IRREGULAR_PLURALS[word],)
    for plural, singular in (("women", "woman"), ("men", "man"), ("people", "person")):
        if word.endswith(" " + plural):
            return (word.removesuffix(plural) + singular,)
    for plural, singular in (("women", "woman"), ("men", "man"), ("folk", "person")):
        if len(word) > len(plural) + 2 and word.endswith(plural):
            return (word.removesuffix(plural) + singular,)
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us")):
        return ()
    if word.endswith("ies"):
        return (word[:-3] + "y", word[:-1])
    if word.endswith(("ses", "xes", "ches", "shes", "zes", "oes")):
        return (word[:-2], word[:-1])
    if word.endswith("ves"):
        return (word[:-3] + "f", word[:-3] + "fe", word[:-1])
    return (word[:-1],)


def longest(
    tokens: Sequence[Token], at: int, table: Mapping[str, _T], most: int = 4
) -> tuple[int, _T, str, bool] | None:
    """The longest run of words from ``at`` that stands in ``table``.

    Returns:
        How many tokens, what the table says, the spelling found there, and whether the last word
        was a plural; None when nothing fits.
    """
    words: list[str] = []
    for token in tokens[at : at + most]:
        if token.kind not in ("word", "number"):
            break
        words.append(token.lower)
    for size in range(len(words), 0, -1):
        phrase = " ".join(words[:size])
        for spelling in (phrase, phrase.replace("-", " ")):
            if spelling in table:
                return size, table[spelling], spelling, spelling in _IRREGULAR_PLURALS
        for single in singulars(phrase):
            if single in table:
                return size, table[single], single, True
    return None
