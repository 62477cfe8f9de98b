"""Words for light, mood and lens at the end of a prompt, of which the world makes nothing.

``Moody, high contrast, shallow depth of field``: nobody does anything there, so no subject and no
deed may come of it; the words are told as not understood.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.script.lexicon_things import exact_things, near_things
from engine.script.lexicon_words import DETERMINERS, NUMBERS, PRONOUNS, SILENT
from engine.script.tokens import Token, longest, singulars

_LOOK_NOUNS = frozenset(
    """lighting light lights backlight mood atmosphere tone tones palette feel feeling vibe vibes
    aesthetic look contrast shadows colors colours color colour grading grade glow focus outlines
    scale timing lines texture textures bokeh grain composition exposure style flare flares
    silence energy tension pacing cinematography photography visuals saturation quality realism
    detail details daylight resolution ambience ambiance haze rendering tracking""".split()
)
_PHRASES: dict[str, str] = dict.fromkeys(
    ("depth of field", "soft focus", "rack focus", "pull focus", "lens flare", "lens flares",
     "slow motion", "slow-motion", "slo-mo", "slomo", "time lapse", "time-lapse", "timelapse",
     "high contrast", "low key", "high key"), ""
)  # fmt: skip
_FILMED = frozenset({"shot", "filmed", "captured", "recorded"})
_LONGEST = 6


def read_look(tokens: Sequence[Token]) -> list[int]:
    """Uses the words of look and mood; the indices of those that nothing is made of."""
    refused: list[int] = []
    for at in range(len(tokens)):
        match = longest(tokens, at, _PHRASES)
        if match is not None and not tokens[at].used:
            refused += _take(tokens, at, at + match[0])
    start = 0
    for end in range(len(tokens) + 1):
        if end < len(tokens) and tokens[end].kind == "word":
            continue
        if end < len(tokens) and tokens[end].kind == "number":
            continue
        if _is_look(tokens, start, end):
            refused += _take(tokens, start, end)
        start = end + 1
    return refused


def _take(tokens: Sequence[Token], start: int, end: int) -> list[int]:
    plain = SILENT | DETERMINERS | {"of", "with"}
    left = [at for at in range(start, end) if not tokens[at].used]
    told = [at for at in left if tokens[at].lower not in plain]
    # "Morning light" was read as the morning; in "warm light" it is the warmth that is missing.
    telling = [at for at in told if tokens[at].lower not in _LOOK_NOUNS]
    if telling or len(left) < end - start:
        told = telling
    for token in tokens[start:end]:
        token.used = True
    return told


def _is_look(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Do the words between two marks only say how it looks?"""
    left = [at for at in range(start, end) if not tokens[at].used]
    if not left:
        return False
    words = [tokens[at].lower for at in left]
    if words[0] in _FILMED and words[1:2] in (["on"], ["with"], ["in"]):
        return True
    if len(left) > _LONGEST or words[-1] not in _LOOK_NOUNS:
        return False
    if any(word in PRONOUNS or word in ("is", "are", "the") for word in words):
        return False
    counted = any(word in DETERMINERS or word in NUMBERS for word in words)
    return not any(_is_thing(word) and (counted or word.endswith("s")) for word in words[:-1])


def _is_thing(word: str) -> bool:
    known = exact_things().keys() | near_things().keys()
    return any(single in known for single in (word, *singulars(word)))
