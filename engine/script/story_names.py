"""How screenplays shout: names and things in capitals, written as a reader says them."""

from __future__ import annotations

import re

_CAPITALS = re.compile(r"(?<![\w'’])[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ0-9'’.&-]*[A-ZÀ-ÖØ-Þ0-9](?![\w])")
_SHORT = frozenset(
    "TV UFO USA UK US FBI CIA CCTV DJ MC VIP BMW CD DVD PC SUV VW ID CEO NASA".split()
)
_SMALL = frozenset("of the and in on at von van de la du der".split())
_ROMAN = re.compile(r"(?=[IVX])(?:X{0,2})(?:IX|IV|V?I{0,3})")


def said_name(shouted: str) -> str:
    """A name in capitals as it is said: ``"BRICK O'NEIL"`` → ``"Brick O'Neil"``."""
    name = " ".join(shouted.replace("#", " ").split())
    if name != name.upper():
        return name
    words = [_said_word(word, number) for number, word in enumerate(name.split(" "))]
    return " ".join(words)


def _said_word(word: str, number: int) -> str:
    if number and (_ROMAN.fullmatch(word) or word in _SHORT):
        return word
    if number and word.lower() in _SMALL:
        return word.lower()
    parts = re.split(r"([-’'])", word.lower())
    return "".join(
        part
        if index and parts[index - 1] in "'’" and len(part) < 3
        else part[:1].upper() + part[1:]
        for index, part in enumerate(parts)
    )


def in_small_letters(text: str, names: dict[str, str]) -> str:
    """A text whose words in capitals are written small, names as names.

    Args:
        names: name in capitals -> as it is said; longer names go before shorter ones.
    """
    for shouted in sorted(names, key=_longest_first):
        pattern = rf"(?<![\w]){re.escape(shouted)}(?P<of>['’]S)?(?![\w])"
        text = re.sub(pattern, _saying(names[shouted]), text)
    return _CAPITALS.sub(_small, _starting_upper(text))


def _longest_first(name: str) -> tuple[int, str]:
    return -len(name), name


class _saying:  # noqa: N801 - used like a function
    """Replaces a match by the name as it is said."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, match: re.Match[str]) -> str:
        return self._name + ("'s" if match["of"] else "")


def _small(match: re.Match[str]) -> str:
    word = match[0]
    if word in _SHORT or sum(letter.isalpha() for letter in word) < 2:
        return word
    before = match.string[: match.start()].rstrip(" \"“'‘(")
    small = word.lower()
    return small[:1].upper() + small[1:] if not before or before[-1] in ".!?:\n" else small


def _starting_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
