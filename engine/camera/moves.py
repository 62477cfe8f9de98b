"""The named camera moves and the words people use for them."""

from __future__ import annotations

import re

from engine.errors import BadRequest

MOVES: tuple[str, ...] = (
    "static", "dolly in", "dolly out", "truck left", "truck right", "pan left", "pan right",
    "tilt up", "tilt down", "crane up", "crane down", "orbit left", "orbit right", "zoom in",
    "zoom out", "dolly zoom", "crash zoom", "follow", "steadicam", "handheld", "whip pan",
    "flyover", "roll left", "roll right", "pedestal up", "pedestal down", "arc left", "arc right",
    "reveal", "rack focus", "top down", "over the shoulder", "pov", "dutch",
)  # fmt: skip
"""Canonical names, as they stand in ``CameraMove.name``."""

_ALIASES: dict[str, tuple[str, ...]] = {
    "static": (
        "fixed", "locked", "locked off", "lock off", "locked down", "still", "tripod", "none",
        "no move", "stationary", "hold",
    ),
    "dolly in": (
        "dolly", "push in", "push", "push forward", "track in", "move in", "dolly forward",
        "move forward", "truck in", "creep in", "close in", "dolly towards", "move closer",
        "go in", "slide in", "glide in",
    ),
    "dolly out": (
        "pull back", "pull out", "push out", "push back", "dolly back", "track out", "track back",
        "move back", "move out", "dolly away", "back away", "move away", "retreat", "slide out",
    ),
    "truck left": (
        "track left", "slide left", "move left", "dolly left", "crab left", "strafe left",
        "glide left",
    ),
    "truck right": (
        "truck", "track right", "slide right", "move right", "dolly right", "crab right",
        "strafe right", "slide", "crab", "lateral", "glide right", "sideways", "slider",
    ),
    "pan left": ("swivel left", "turn left", "look left", "rotate left", "sweep left"),
    "pan right": (
        "pan", "swivel right", "turn right", "look right", "rotate right", "sweep right",
        "pan across",
    ),
    "tilt up": ("tilt", "look up"),
    "tilt down": ("look down",),
    "crane up": (
        "crane", "boom up", "jib up", "rise", "raise", "lift", "boom", "jib", "rise up", "ascend",
    ),
    "crane down": ("boom down", "jib down", "lower", "descend", "sink", "drop down"),
    "pedestal up": ("pedestal", "ped up", "move up", "slide up"),
    "pedestal down": ("ped down", "move down", "slide down"),
    "orbit left": ("circle left", "orbit counterclockwise", "orbit counter clockwise"),
    "orbit right": (
        "orbit", "circle", "circle right", "orbit clockwise", "circle around", "orbit around",
        "move around", "rotate around", "revolve", "360", "spin around", "turntable",
    ),
    "arc left": ("arc counterclockwise",),
    "arc right": ("arc", "arc around", "arc clockwise"),
    "roll left": ("roll counterclockwise", "barrel roll left"),
    "roll right": ("roll", "roll clockwise", "barrel roll", "barrel roll right"),
    "zoom in": ("zoom", "punch in", "zoom into"),
    "crash zoom": ("snap zoom", "fast zoom", "crash zoom in", "whip zoom"),
    "zoom out": ("punch out", "zoom back"),
    "dolly zoom": (
        "vertigo", "vertigo effect", "zolly", "hitchcock zoom", "trombone", "dolly zoom in",
    ),
    "follow": (
        "tracking", "track", "follow shot", "tracking shot", "follow along", "chase", "track along",
        "track with", "follow behind",
    ),
    "steadicam": ("steadycam", "gimbal", "steadicam follow", "floating camera"),
    "reveal": ("reveal shot", "slide to reveal", "move to reveal", "unveil"),
    "rack focus": ("focus pull", "pull focus", "focus rack", "rack the focus", "shift focus"),
    "top down": ("straight down", "directly overhead", "bird's eye move"),
    "over the shoulder": ("over shoulder", "ots"),
    "pov": ("point of view", "first person", "subjective", "through the eyes"),
    "dutch": ("dutch tilt", "canted", "dutch angle"),
    "handheld": ("hand held", "shaky", "shaky cam", "shake", "documentary", "wobbly"),
    "whip pan": ("swish pan", "whip", "flash pan", "zip pan"),
    "flyover": (
        "fly over", "drone", "aerial", "drone shot", "aerial shot", "flythrough", "fly through",
        "helicopter", "fpv", "drone flyover", "fly in",
    ),
}  # fmt: skip

_ENDINGS = (" shot", " move", " camera", " movement")


def move_words() -> dict[str, str]:
    """Every spelling (lower case, single spaces) and the canonical move that it means."""
    table = {name: name for name in MOVES}
    for name, aliases in _ALIASES.items():
        table.update(dict.fromkeys(aliases, name))
    return table


def canonical_move(words: str) -> str:
    """The canonical name of a move: ``"Push-in"`` is ``"dolly in"``.

    Raises:
        BadRequest: no such move; the sentence lists the moves.
    """
    plain = re.sub(r"[\s_-]+", " ", words.strip().lower())
    for article in ("a ", "the ", "slow ", "slowly ", "fast ", "quick "):
        plain = plain.removeprefix(article)
    table = move_words()
    shortened = plain
    for ending in _ENDINGS:
        shortened = shortened.removesuffix(ending)
    for spelling in (plain, shortened, _base_form(shortened)):
        if spelling in table:
            return table[spelling]
    raise BadRequest(f"There is no camera move “{words.strip()}”; use one of: {', '.join(MOVES)}.")


def _base_form(words: str) -> str:
    """``"pushes in"``, ``"pushing in"`` -> ``"push in"``; unknown words stay as they are."""
    first, _, rest = words.partition(" ")
    starts = {spelling.partition(" ")[0] for spelling in move_words()}
    for ending, instead in (("ies", "y"), ("es", ""), ("s", ""), ("ning", ""),
                            ("ing", "e"), ("ing", "")):  # fmt: skip
        if first.endswith(ending) and first.removesuffix(ending) + instead in starts:
            return f"{first.removesuffix(ending)}{instead} {rest}".strip()
    return words
