"""Which verbs the stage can play, and which near ones stand in for those that it cannot yet.

The stage director plays from these tables and the breakdown reports from them, so that what is
substituted is never hidden.
"""

from __future__ import annotations

PLAYED_BY_FIGURES: frozenset[str] = frozenset(
    (
        "walk run fly stand sit wave point jump nod turn look dance say talk shout "
        "whisper throw kick hit push drop dribble bounce catch carry shoot score miss "
    ).split()
) | {"pick up", "knock over"}
"""Canonical verbs that people and animals act."""

PLAYED_BY_THINGS: frozenset[str] = frozenset(
    (
        "drop fall bounce roll slide throw kick hit push topple collide swing spin fly "
        "float shoot score miss drive stand ring "
    ).split()
) | {"knock over"}
"""Canonical verbs that happen to things."""

FIGURE_STAND_INS: dict[str, str] = {
    "lie": "sit",
    "sing": "talk",
    "laugh": "nod",
    "cry": "nod",
    "eat": "nod",
    "drink": "nod",
    "write": "point",
    "type": "point",
    "play": "dance",
    "work": "point",
    "hug": "wave",
    "climb": "walk",
    "swim": "walk",
    "pull": "push",
    "put down": "point",
    "stack": "point",
    "open": "point",
    "close": "point",
    "pour": "point",
    "light": "point",
    "shake hands": "wave",
    "clap": "wave",
    "fight": "wave",
    "fall": "jump",
    "roll": "run",
    "spin": "turn",
    "slide": "walk",
    "float": "jump",
    "collide": "run",
    "swing": "dance",
    "break": "kick",
    "grow": "stand",
    "ring": "point",
    "bark": "stand",
    "meow": "stand",
    "chirp": "stand",
    "whistle": "stand",
    "honk": "point",
    "burn": "stand",
    "topple": "jump",
    "drive": "walk",
}
"""Verb asked of a figure -> the played one that stands in."""

THING_STAND_INS: dict[str, str] = {
    "break": "fall",
    "pull": "slide",
    "walk": "slide",
    "run": "slide",
    "jump": "bounce",
    "turn": "spin",
    "dance": "spin",
    "pour": "fall",
    "open": "stand",
    "close": "stand",
    "lie": "stand",
    "sit": "stand",
    "look": "stand",
    "burn": "stand",
    "light": "stand",
    "grow": "stand",
    "swim": "float",
    "climb": "float",
    "honk": "stand",
    "pick up": "float",
    "put down": "stand",
    "carry": "float",
    "catch": "stand",
    "stack": "stand",
    "wave": "swing",
}
"""Verb asked of a thing -> the played one that stands in."""


def played(verb: str, *, by_figure: bool) -> str:
    """The verb that the stage plays for ``verb``: itself, a stand-in, or empty for none."""
    known = PLAYED_BY_FIGURES if by_figure else PLAYED_BY_THINGS
    if verb in known:
        return verb
    return (FIGURE_STAND_INS if by_figure else THING_STAND_INS).get(verb, "")
