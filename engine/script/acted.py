"""Which verbs the stage can play, and which near ones stand in for those that it cannot yet.

The stage director plays from these tables and the breakdown reports from them, so that what is
substituted is never hidden.
"""

from __future__ import annotations

from functools import cache

import msgspec

from engine.script.breakdown import Action, Breakdown
from engine.script.lexicon_things import ANIMALS, PEOPLE, VEHICLES
from engine.script.lexicon_verbs import verb_meanings
from engine.script.meaning import nearest_deed

PLAYED_BY_FIGURES: frozenset[str] = frozenset(
    (
        "walk run fly stand sit wave point jump nod turn look dance say talk shout "
        "whisper throw kick hit push drop dribble bounce catch carry shoot score miss swim "
    ).split()
) | {"pick up", "knock over"}
"""Canonical verbs that people and animals act."""

PLAYED_BY_PEOPLE: frozenset[str] = (
    PLAYED_BY_FIGURES
    | frozenset(
        "lie climb pull open close drink eat write type play hug clap fall swing drive work "
        "sing smile laugh cry blow pour fight".split()
    )
    | {"put down", "shake hands"}
)
"""Canonical verbs that only people act."""

SAID_DEEDS: dict[str, str] = {
    "ride": "ride",
    "crawl": "crawl",
    "kneel": "kneel",
    "squat": "crouch",
    "crouch": "crouch",
    "duck": "crouch",
    "bow": "bow",
    "curtsy": "bow",
    "curtsey": "bow",
    "shrug": "shrug",
    "read": "read",
    "hammer": "hammer",
    "sleep": "sleep",
    "nap": "sleep",
    "doze": "sleep",
    "snore": "sleep",
    "slumber": "sleep",
    "fall asleep": "sleep",
    "go to sleep": "sleep",
    "shake": "shake head",
    "high five": "high five",
    "five": "high five",
    "high-five": "high five",
    "paint": "paint",
    "sketch": "paint",
    "sweep": "sweep",
    "mop": "sweep",
    "rake": "sweep",
    "vacuum": "sweep",
    "stir": "stir",
    "mix": "stir",
    "cook": "stir",
    "fry": "stir",
    "phone": "phone",
    "sneak": "walk",
    "row": "ride",
    "ski": "ride",
    "surf": "ride",
    "skateboard": "ride",
    "cycle": "ride",
    "bike": "ride",
    "stand up": "stand up",
    "get up": "stand up",
}
"""What people act as it is written, where its canonical verb says less."""

PLAYED_BY_THINGS: frozenset[str] = frozenset(
    (
        "drop fall bounce roll slide throw kick hit push topple collide swing spin fly "
        "float shoot score miss drive stand ring break "
    ).split()
) | {"knock over"}
"""Canonical verbs that happen to things."""

PLAYED_BY_VEHICLES: frozenset[str] = PLAYED_BY_THINGS | frozenset("walk run turn".split())
"""Canonical verbs that happen to cars, buses and bicycles."""

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
    "chase": "run",
    "overtake": "run",
    "smile": "nod",
    "blow": "nod",
}
"""Verb asked of a figure -> the played one that stands in."""

THING_STAND_INS: dict[str, str] = {
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
    "chase": "slide",
    "overtake": "slide",
    "fight": "collide",
    "play": "stand",
    "work": "stand",
    "say": "stand",
    "talk": "stand",
    "shout": "stand",
    "whisper": "stand",
    "sing": "stand",
    "tick": "stand",
    "whistle": "stand",
    "point": "spin",
    "nod": "swing",
}
"""Verb asked of a thing -> the played one that stands in."""

VEHICLE_STAND_INS: dict[str, str] = THING_STAND_INS | {"chase": "drive", "overtake": "drive"}
"""Verb asked of a car, bus or bicycle -> the played one that stands in."""

_AT_REST: frozenset[str] = frozenset({"lie", "sit"})
"""What a thing does by standing where it is."""

NOT_PLAYED_BY_FIGURES: frozenset[str] = frozenset({"tick"})
"""What nothing that a figure does comes near to."""

NOT_PLAYED_BY_THINGS: frozenset[str] = frozenset(
    """dribble laugh smile cry eat drink write type hug clap blow bark meow chirp""".split()
) | {"shake hands"}
"""What nothing that happens to a thing comes near to."""


def played(verb: str, *, by_figure: bool, by_person: bool = False) -> str:
    """The verb that the stage plays for ``verb``: itself, a stand-in, or empty for none.

    Args:
        by_figure: a person or an animal does it.
        by_person: a person does it.
    """
    if by_person and verb in SAID_DEEDS.values():
        return verb
    verb = known_deed(verb)
    known = PLAYED_BY_FIGURES if by_figure else PLAYED_BY_THINGS
    if verb in (PLAYED_BY_PEOPLE if by_person else known):
        return verb
    return (FIGURE_STAND_INS if by_figure else THING_STAND_INS).get(verb, "")


def staged(breakdown: Breakdown) -> Breakdown:
    """The breakdown as the world plays it: every action by its canonical verb.

    What people do is told more closely where the stage can play it as it is written.
    """
    people = {
        (subject.label or subject.name) for subject in breakdown.subjects if subject.name in PEOPLE
    }
    actions = tuple(
        msgspec.structs.replace(
            action,
            verb=_told(action) if action.subject in people else action.canonical,
            deed="",
            adverbs=tuple(dict.fromkeys((*action.adverbs, *_manners(action)))),
        )
        for action in breakdown.actions
    )
    return msgspec.structs.replace(breakdown, actions=actions)


def _told(action: Action) -> str:
    """The verb as a person plays it."""
    said = action.verb
    word = said.partition(" ")[0]
    if word == "shake" and "head" not in (*said.split(), action.object):
        return action.canonical
    if action.object == "call" and word in {"make", "take", "have"}:
        return "phone"
    if "up" in action.adverbs and f"{said} up" in SAID_DEEDS:
        return SAID_DEEDS[f"{said} up"]
    return SAID_DEEDS.get(said) or SAID_DEEDS.get(word) or action.canonical


MANNERS: dict[str, str] = {
    "sneak": "sneaking",
    "creep": "sneaking",
    "tiptoe": "sneaking",
    "slink": "sneaking",
    "march": "marching",
    "parade": "marching",
    "limp": "limping",
    "hobble": "limping",
    "stagger": "drunk",
    "totter": "drunk",
    "strut": "proudly",
    "swagger": "proudly",
    "trudge": "tired",
    "plod": "tired",
    "shuffle": "tired",
    "stroll": "slowly",
    "amble": "slowly",
}
"""Verbs of going that say how, and the adverb for it."""


MOUNTS: dict[str, str] = {
    "row": "boat",
    "ski": "skis",
    "surf": "surfboard",
    "skateboard": "skateboard",
    "cycle": "bicycle",
    "bike": "bicycle",
}
"""Verbs of riding that say on what, and the name of it, told like an adverb."""


def _manners(action: Action) -> tuple[str, ...]:
    word = action.verb.partition(" ")[0]
    return tuple(told[word] for told in (MANNERS, MOUNTS) if word in told)


@cache
def known_deed(verb: str) -> str:
    """The canonical verb nearest to one that no lexicon lists; canonical ones stay themselves."""
    return verb if verb in verb_meanings().values() else nearest_deed(verb)


def stand_in(verb: str, doer: str, *, rides: bool = False) -> str:
    """What the stage plays when a doer of that canonical name is asked for a canonical verb.

    Args:
        rides: what it is done to is a vehicle, which figures then drive.

    Returns:
        The verb itself where it is played, a near one, or empty for none.
    """
    if doer in PEOPLE or doer in ANIMALS:
        if rides and verb == "drive":
            return verb
        return played(verb, by_figure=True, by_person=doer in PEOPLE)
    verb = known_deed(verb)
    if verb in _AT_REST:
        return verb
    if doer in VEHICLES:
        return verb if verb in PLAYED_BY_VEHICLES else VEHICLE_STAND_INS.get(verb, "")
    return played(verb, by_figure=False)
