"""What a prompt says of the camera: size, angle, lens, move, speed."""

# ruff: noqa: E501 (tables read better one entry a line)
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from engine.camera.moves import move_words
from engine.script.breakdown import CameraWords
from engine.script.lexicon_verbs import verb_forms
from engine.script.tokens import Token, longest

_SIZES = """
extreme close-up: extreme closeup, ecu, extreme close up, big close-up, macro shot, macro, extreme close ups, tight close-up
close-up: cu, c.u., close, closeup, close up, tight shot, close shot, headshot, head shot, close-up shot, close view, tight close up, close ups, close-ups
medium close-up: mcu, medium closeup, medium close up, bust shot, head and shoulders shot
medium shot: ms, mid shot, mid-shot, waist shot, medium view, midshot, waist up, from the waist up, half body shot, medium
cowboy: cowboy shot, american shot, medium full shot, medium long shot, medium wide shot, three-quarter shot
full shot: full body shot, full-body shot, full length shot, full-length shot, head to toe, full body, fullbody shot
wide shot: wide, ls, wide-shot, long shot, wide view, wide angle shot, wide-angle shot, wide angle view, ws, wide angle
extreme wide: extreme wide shot, extreme long shot, very wide shot, ultra wide shot, panorama, panoramic shot, vista, panoramic view
two shot: two-shot, 2-shot, two person shot
over-the-shoulder: over the shoulder, over-the-shoulder shot, over the shoulder shot, ots, ots shot, over his shoulder, over her shoulder
establishing: establishing shot
"""
_ANGLES = """
low angle: low-angle, from below, worm's eye view, worms eye view, worm's-eye view, low camera angle, looking up at, low angle shot, shot from below, from a low angle
high angle: high-angle, from high above, high camera angle, high angle shot, looking down on, looking down at, from a high angle, from high up
overhead: from above, bird's eye view, birds eye view, bird's-eye view, top down, top-down, overhead shot, overhead view, god's eye view, top view, from directly above, from overhead, aerial view, top shot
eye level: eye-level, at eye level, eye level shot, eye-level shot
dutch: dutch angle, dutch tilt, canted angle, tilted angle, canted, oblique angle, dutch angle shot
ground level: ground-level, from the ground, ground level shot
"""
_LENSES: dict[str, float] = {
    "telephoto": 135.0, "telephoto lens": 135.0, "long lens": 135.0, "fisheye": 12.0,
    "fisheye lens": 12.0, "fish eye lens": 12.0, "wide angle lens": 24.0, "wide-angle lens": 24.0,
    "wide lens": 24.0, "portrait lens": 85.0, "macro lens": 100.0, "anamorphic": 40.0,
    "anamorphic lens": 40.0, "ultra wide lens": 16.0,
}  # fmt: skip
_VAGUE = frozenset(
    {"medium", "cowboy", "macro", "full body", "canted", "overhead", "wide", "close", "cu", "ms",
     "ls", "ws", "vista", "panorama"}
)  # fmt: skip
"""What is said of the camera only where it stands alone, or before ``shot``."""
_SHOULDERS = frozenset({"over his shoulder", "over her shoulder"})
_SLOW = frozenset("slow slowly gentle gently gradual gradually smoothly smooth lingering".split())
_FAST = frozenset("fast quick quickly rapid rapidly sudden suddenly swift swiftly".split())
_NOUNS = frozenset(
    "shot scene move movement view camera angle framing perspective cam take frame lens".split()
)
_OPERATORS = frozenset({"camera", "we", "lens", "view", "drone"})
_FILLERS = frozenset(
    """is are was then and begins starts start begin to it slightly very steadily around us the
    closer further in continues""".split()
)
_SHOWING = frozenset(
    """reveal show capture focus frame see watch find catch linger look record film cut open
    settle fade observe end stop highlight start begin move glide travel go""".split()
)
_ALONE = frozenset(
    """dolly zoom zolly vertigo whip swish handheld hand-held steadicam drone aerial flyover
    fly-over orbit orbiting pan panning tilt tilting tracking crane craning push pull static
    locked locked-off truck dollying zooming pedestal boom jib arc arcing helicopter fpv crash
    shaky turntable trombone hitchcock stationary fixed pov rack point focus roll""".split()
)
_CERTAIN = frozenset("handheld hand-held steadicam dolly vertigo zolly pov".split())
_APERTURES: dict[str, float] = {
    "shallow depth of field": 1.8, "shallow focus": 1.8, "bokeh": 1.8, "soft background": 1.8,
    "blurred background": 1.8, "blurry background": 1.8, "deep focus": 11.0,
    "deep depth of field": 11.0, "everything in focus": 11.0,
}  # fmt: skip
_FLOWN = frozenset(
    "flying soaring gliding moving circling travelling traveling rises rising descends descending".split()
)
_SHORT_STARTS = frozenset("the a an with in as shot on by using from seen viewed filmed".split())


@dataclass
class _Found:
    move: str = ""
    size: str = ""
    angle: str = ""
    lens_mm: float = 0.0
    speed: str = ""
    aperture_f: float = 0.0


def read_camera(tokens: Sequence[Token]) -> CameraWords:
    """What the tokens say of the camera; those words are marked as used."""
    found = _Found()
    _read_lens(tokens, found)
    _read_aperture(tokens, found)
    at = 0
    while at < len(tokens):
        at += max(1, _read_framing(tokens, at, found) or _read_clause(tokens, at, found)
                  or _read_move(tokens, at, found))  # fmt: skip
    for token, after in pairwise(tokens):
        shown = token.lower in ("shot", "view", "footage", "video", "image", "scene")
        if shown and after.lower == "of" and not token.used:
            token.used = after.used = True
    return CameraWords(
        move=found.move, shot_size=found.size, angle=found.angle, lens_mm=found.lens_mm,
        speed=found.speed, aperture_f=found.aperture_f,
    )  # fmt: skip


@cache
def _phrases(text: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for line in text.strip().splitlines():
        name, _, words = line.partition(":")
        for word in (name, *words.split(",")):
            table[word.strip()] = name.strip()
            table[word.strip().replace("'s", " 's")] = name.strip()
    return table


def _use(tokens: Sequence[Token], start: int, end: int) -> None:
    for token in tokens[max(0, start) : end]:
        if token.kind != "quote":
            token.used = True


def _read_lens(tokens: Sequence[Token], found: _Found) -> None:
    for at, token in enumerate(tokens):
        after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        millimetres = re.fullmatch(r"(\d{1,4})-?mm", token.lower)
        if millimetres is None and not (token.kind == "number" and after == "mm"):
            continue
        spaced = millimetres is None
        follows = tokens[at + 1 + spaced].lower if at + 1 + spaced < len(tokens) else ""
        value = float(token.lower if millimetres is None else millimetres[1])
        if follows in ("film", "footage") or not 8 <= value <= 1200:
            continue
        found.lens_mm = value
        end = at + 1 + spaced + (follows == "lens")
        back = at
        while back > 0 and tokens[back - 1].lower in ("on", "with", "a", "an", "shot", "using"):
            back -= 1
        _use(tokens, back, end)


def _read_aperture(tokens: Sequence[Token], found: _Found) -> None:
    """``shallow depth of field``, ``f/2.8``."""
    for at, token in enumerate(tokens):
        match = longest(tokens, at, _APERTURES)
        if match is not None:
            found.aperture_f = match[1]
            start = at - (at > 0 and tokens[at - 1].lower in ("with", "a", "in", "very"))
            _use(tokens, start, at + match[0])
        follows = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.lower == "f" and follows is not None and follows.kind == "number":
            found.aperture_f = float(follows.lower)
            _use(tokens, at, at + 2)


def _read_framing(tokens: Sequence[Token], at: int, found: _Found) -> int:
    """A shot size, angle or lens at ``at``; how many tokens it took."""
    if tokens[at].used:
        return 0
    lens = longest(tokens, at, _LENSES)
    if lens is not None:
        found.lens_mm = found.lens_mm or lens[1]
        return _take_framing(tokens, at, lens[0], found)
    for table, kind in ((_phrases(_SIZES), "size"), (_phrases(_ANGLES), "angle")):
        match = longest(tokens, at, table, 5)
        if match is None:
            continue
        after = tokens[at + match[0]].lower if at + match[0] < len(tokens) else ""
        vague = match[2] in _VAGUE and after not in _NOUNS
        if vague and not _stands_alone(tokens, at, match[0]):
            continue
        if match[2] in _SHOULDERS and not _opens(tokens, at):
            continue
        if kind == "size":
            found.size = found.size or match[1]
        else:
            found.angle = found.angle or match[1]
        return _take_framing(tokens, at, match[0], found)
    return 0


def _stands_alone(tokens: Sequence[Token], at: int, size: int) -> bool:
    """``Wide: a road``, ``Close on her hands``, ``Static wide.``: nothing else in front of it."""
    end = at + size
    after = tokens[end].lower if end < len(tokens) else "."
    ends = end >= len(tokens) or tokens[end].kind == "mark" or after in ("on", "of")
    article = at > 0 and tokens[at - 1].lower in ("a", "an", "the")
    return ends and not article and _opens(tokens, at)


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Does a part of the prompt, or the words of the camera, begin before ``at``?"""
    before = tokens[at - 1] if at else None
    if before is None or before.kind == "mark" or before.used:
        return True
    return before.lower in {
        "shot",
        "camera",
        "a",
        "an",
        "the",
        "static",
        "view",
        "to",
        "from",
    } and (at < 2 or tokens[at - 2].kind == "mark" or tokens[at - 2].lower in ("cut", "camera"))


def _take_framing(tokens: Sequence[Token], at: int, size: int, found: _Found) -> int:
    end = at + size
    while end < len(tokens) and tokens[end].lower in _NOUNS:
        end += 1
    if end < len(tokens) and tokens[end].lower in ("of", "on"):
        end += 1
    start = _opening(tokens, at, found)
    _use(tokens, start, end)
    return end - at


def _opening(tokens: Sequence[Token], at: int, found: _Found) -> int:
    """Where the camera words before ``at`` begin: articles and speed."""
    while at > 0 and (
        tokens[at - 1].lower in _SHORT_STARTS or tokens[at - 1].lower in _SLOW | _FAST
    ):
        _note_speed(tokens[at - 1].lower, found)
        at -= 1
    return at


def _note_speed(word: str, found: _Found) -> None:
    if word in _SLOW:
        found.speed = "slow"
    elif word in _FAST:
        found.speed = "fast"


def _based(word: str) -> str:
    form = verb_forms().get(word)
    if form is not None:
        return form[0]
    starts = {spelling.partition(" ")[0] for spelling in move_words()}
    if word.endswith("ies") and word.removesuffix("ies") + "y" in starts:
        return word.removesuffix("ies") + "y"
    for ending in ("ning", "ming", "ing", "es", "s", "ed"):
        for base in (word.removesuffix(ending), word.removesuffix(ending) + "e"):
            if word.endswith(ending) and base in starts:
                return base
    return word


def _move_at(tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
    """The longest named move from ``at``, its first word in any form."""
    words = [token.lower for token in tokens[at : at + 4] if token.kind in ("word", "number")]
    if not words:
        return None
    table = move_words()
    # "pushes slowly in" is a push in; the speed is noted where the words are used.
    plain = [word for word in words if word not in _SLOW | _FAST and word not in ("to", "the")]
    for first in (words[0], _based(words[0])):
        for rest in (words[1:], plain[1:] if plain[:1] == words[:1] else []):
            for size in range(min(3, len(rest)), -1, -1):
                phrase = " ".join([first, *rest[:size]]).replace("-", " ")
                if phrase in table:
                    skipped = 0
                    if rest is not words[1:] and size:
                        skipped = words.index(rest[size - 1], 1) - size
                    return 1 + size + max(0, skipped), table[phrase]
    return None


def _read_clause(tokens: Sequence[Token], at: int, found: _Found) -> int:
    """``the camera slowly pushes in``: from its subject to the end of its move."""
    if tokens[at].used or tokens[at].lower not in _OPERATORS:
        return 0
    if tokens[at].lower == "view" and (at + 1 >= len(tokens) or tokens[at + 1].lower == "of"):
        return 0
    start = at - 1 if at and tokens[at - 1].lower in ("the", "a") else at
    start = _opening(tokens, start, found)
    end = at + 1
    moved = False
    while end < len(tokens) and tokens[end].kind != "mark":
        word = tokens[end].lower
        if word in _SLOW | _FAST:
            _note_speed(word, found)
            end += 1
            continue
        match = _move_at(tokens, end)
        if match is not None and word not in ("still", "none"):
            found.move = found.move or match[1]
            end += match[0]
            moved = True
        elif (word in _FILLERS and not (moved and word in ("the", "in", "it"))) or _based(
            word
        ) in _SHOWING:
            end += 1
        else:
            break
    if not moved and (tokens[at].lower == "drone" or (tokens[at].lower == "we" and end == at + 1)):
        return 0
    while end > at + 1 and tokens[end - 1].lower in ("and", "the", "then"):
        end -= 1
    _use(tokens, start, end)
    return end - at


def _read_move(tokens: Sequence[Token], at: int, found: _Found) -> int:
    """A move that stands without the word camera: ``dolly in on``, ``tracking shot of``."""
    token = tokens[at]
    if token.used or (
        token.lower.split("-")[0] not in _ALONE and _based(token.lower) not in _ALONE
    ):
        return 0
    match = _move_at(tokens, at)
    if match is None:
        return 0
    size, move = match
    end = at + size
    before = tokens[at - 1].lower if at else ""
    after = tokens[end].lower if end < len(tokens) else ""
    if before in ("a", "the") and token.lower == "pan" and after in ("on", "of", "in"):
        return 0  # one to cook in
    noun = end < len(tokens) and tokens[end].lower in _NOUNS
    noun |= longest(tokens, end, _phrases(_SIZES), 5) is not None
    shot = noun or tokens[end - 1].lower in ("shot", "zoom")
    start = _opening(tokens, at, found)
    segment = start == 0 or tokens[start - 1].kind == "mark" or tokens[start - 1].used
    segment = segment or tokens[start - 1].lower in ("then", "and")
    certain = token.lower in _CERTAIN or (size > 1 and token.lower in ("rack", "point"))
    if not (shot or certain or (segment and (size > 1 or _ends(tokens, end)))):
        return 0
    found.move = found.move or move
    while end < len(tokens) and tokens[end].lower in _NOUNS:
        end += 1
    if end < len(tokens) and tokens[end].lower in _FLOWN:
        end += 1
    if end < len(tokens) and tokens[end].lower in ("of", "on", "onto", "behind", "alongside"):
        end += 1
    for word in tokens[end : end + 1]:
        if word.lower in _SLOW | _FAST:
            _note_speed(word.lower, found)
            end += 1
    _use(tokens, start, end)
    return end - at


def _ends(tokens: Sequence[Token], at: int) -> bool:
    after = {"of", "on", "around", "across", "over", "along", "past", "to", "towards", "toward"}
    return at >= len(tokens) or tokens[at].kind == "mark" or tokens[at].lower in after
