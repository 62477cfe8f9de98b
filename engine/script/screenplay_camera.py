"""What a screenplay says of the camera, in the words of an editor."""

from __future__ import annotations

import re

_SAID: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"^(?:{pattern})\s*[:.\-–—]*\s*", re.IGNORECASE), words)
    for pattern, words in (
        (r"(?:extreme|tight|very) close(?:[- ]?up)?(?: shot)?(?: (?:on|of))?|ECU(?: (?:on|of))?",
         "Extreme close-up of"),
        (r"(?:close(?:[- ]?up)?(?: shot)?|CU|tight)(?: (?:on|of))|"
         r"(?:close[- ]?up|CU)(?=\s*[:\-–—])",
         "Close-up of"),
        (r"insert(?: shot)?(?: (?:on|of))?(?=\s*[:\-–—]|\s+on\b|\s+of\b)", "Close-up of"),
        (r"(?:wide|long|establishing)(?: shot| angle)? (?:on|of)\b", "Wide shot of"),
        (r"(?:wide|long|establishing)(?: shot| angle)?(?=\s*[:\-–—.])", "Wide shot."),
        (r"(?:medium|mid)(?: shot)?(?: (?:on|of))(?=\s)|MS(?=\s*[:\-–—])", "Medium shot of"),
        (r"(?:new |another )?angle(?: on)(?=\s)", "Shot of"),
        (r"back to(?: scene)?(?=\s*[:.\-–—]|$)", ""),
    )
)  # fmt: skip
_STARTS = re.compile(
    r"^(?:extreme|tight on|very close|close(?:[- ]?up)?\b(?= (?:on|shot|of)|\s*[:\-–—])|ECU\b|CU\b|"
    r"insert\b\s*(?:[:\-–—]|on|of)|wide\b(?: shot| angle)?\s*[:\-–—.]|wide (?:on|shot)|"
    r"establishing\b|angle on|new angle|another angle|POV\b|[\w'’]+(?:'s|’s) POV|aerial\b|"
    r"tracking\b|overhead\b|(?:slow |quick |fast )?(?:push|dolly|zoom|crane|pan|tilt|pull|truck)"
    r"(?:ing)?\b(?: in| out| back| up| down| left| right| to| on)|the camera\b|camera\b|"
    r"we (?:push|pull|pan|tilt|track|crane|dolly|zoom|follow)\b|over the shoulder|OTS\b|"
    r"handheld\b|montage\b|series of shots\b|medium (?:shot|on)|two[- ]?shot)",
    re.IGNORECASE,
)
_WE_SEE = re.compile(r"^We (?:now )?see (?=\w)", re.IGNORECASE)


def starts_a_shot(sentence: str) -> bool:
    """Does the sentence say what the camera does from here on?"""
    return bool(_STARTS.match(sentence.strip()))


def in_editors_words(sentence: str) -> str:
    """``CLOSE ON: the letter`` → ``Close-up of the letter``; ``we see`` goes."""
    text = sentence.strip()
    for pattern, words in _SAID:
        match = pattern.match(text)
        if match and match.end():
            rest = text[match.end() :].strip()
            return _joined(words, rest)
    said = _WE_SEE.sub("", text)
    return said[:1].upper() + said[1:]


def _joined(words: str, rest: str) -> str:
    if not words:
        return rest[:1].upper() + rest[1:]
    if not rest or rest == ".":
        return f"{words.removesuffix(' of')}."
    if words.endswith("."):
        return f"{words} {rest[:1].upper()}{rest[1:]}"
    is_known = re.match(r"(?:An?|The|His|Her|Their)\s", rest)
    return f"{words} {rest[0].lower() + rest[1:] if is_known else rest}"
