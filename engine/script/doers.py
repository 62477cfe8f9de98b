"""People named by what they do, though no lexicon lists them: ``glassblower``, ``horsewomen``."""

from __future__ import annotations

from collections.abc import Sequence

from engine.script.head import Head
from engine.script.lexicon_verbs import verb_forms, verb_meanings
from engine.script.lexicon_words import ADJECTIVES, ADVERBS, DETERMINERS, PREPOSITIONS, SILENT
from engine.script.tokens import Token, singulars

_ENDINGS = {"woman": "woman", "man": "man", "person": "person", "lady": "woman", "boy": "boy",
            "girl": "girl"}  # fmt: skip
_AGENTS = ("er", "or", "ist", "eer", "ian", "ier", "smith", "wright", "keeper")
_HUMAN_DEEDS = frozenset(
    """walk run jump sit lie wave point say talk shout whisper sing laugh smile cry look nod dance
    throw kick catch carry write type play work hug climb swim pour shake drink eat clap fight open
    close push pull stack shoot dribble""".split()
) | {"pick up", "put down", "shake hands", "stand"}
_TOOLS = frozenset(
    """printer scanner toaster blender mixer heater burner cooker cooler lighter ladder trailer
    container conveyor elevator escalator mirror motor propeller generator projector radiator
    sensor reactor lever roller poster banner letter folder charger controller helicopter
    cracker burger butter sugar pepper finger river powder thunder fever cover corner border
    center meter tiger spider otter beaver lobster hamster monster rocker speaker sprinkler
    drawer shutter computer calculator rotor cursor feather leather timer buzzer cutter hammer
    hanger number chapter december october november september member counter water weather
    paper flower tower shower layer silver copper timber lumber cedar tractor reflector
    monitor door floor color colour mist list fist twist""".split()
)
"""What ends like a doer and is a thing."""


def doer_at(tokens: Sequence[Token], at: int) -> Head | None:
    """Somebody named by an agent noun that no lexicon lists, where the words let them act."""
    word = _word(tokens, at)
    if not word or tokens[at].kind != "word" or word in SILENT or word in PREPOSITIONS:
        return None
    if word in DETERMINERS or any(single in DETERMINERS for single in singulars(word)):
        return None
    if word in ADJECTIVES or word in ADVERBS or word in verb_forms() or len(word) < 5:
        return None
    for single in (word, *singulars(word)):
        plural = single != word
        for ending, name in _ENDINGS.items():
            if single.endswith(ending) and len(single) > len(ending) + 1:
                return Head(1, "thing", name, single, plural)
        if single.endswith(_AGENTS) and single not in _TOOLS and _acts(tokens, at + 1):
            return Head(1, "thing", "person", single, plural)
    return None


def _acts(tokens: Sequence[Token], at: int) -> bool:
    """Does what follows do something that people do?"""
    while _word(tokens, at) in ADVERBS or _word(tokens, at).endswith("ly"):
        at += 1
    word = _word(tokens, at)
    if word == "who":
        return True
    base, _ = verb_forms().get(word, ("", ""))
    return verb_meanings().get(base, "") in _HUMAN_DEEDS


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""
