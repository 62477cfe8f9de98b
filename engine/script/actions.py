"""The actions as the breakdown shows them, and which of them the stage cannot play."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.script.acted import stand_in
from engine.script.breakdown import Action, Substitution
from engine.script.entities import Entity
from engine.script.lexicon_things import ANIMALS, PEOPLE, VEHICLES
from engine.script.lexicon_verbs import FALLING_OVER, PARTICLES, verb_meanings
from engine.script.reading import Draft

_LEAVES = frozenset({"door", "book", "box"})
_PASSED = frozenset({"ball", "basketball", "football", "tennis ball"})
_GROUND = frozenset({"floor", "ground", "earth", "pavement"})


@dataclass(frozen=True)
class Unplayed:
    """Verbs that the stage has a near one for, and tokens of those that it has nothing for."""

    substituted: tuple[Substitution, ...]
    strange: tuple[int, ...]


def settled(
    drafts: Sequence[Draft], implied: Sequence[Draft], met: Sequence[Entity]
) -> list[Draft]:
    """All drafts that are deeds, each with the verb that fits who does it.

    Args:
        met: everybody and everything there, in order of appearance.
    """
    labels = {entity.label for entity in met}
    drafts = [_entering(draft, labels) for draft in drafts]
    said = [_undressed(_ridden(_fitting(draft), met), met) for draft in drafts if draft.verb]
    doing = {(entity.label, draft.verb) for draft in said for entity in draft.subjects}
    return said + [draft for draft in implied if (draft.subjects[0].label, draft.verb) not in doing]


def _fitting(draft: Draft) -> Draft:
    """Things topple, people fall; what knocks over nothing topples itself."""
    alone = not (draft.objects or draft.object_words)
    verb = "topple" if draft.verb == "knock over" and alone else draft.verb
    doers = draft.subjects or draft.objects
    swung = draft.objects or draft.subjects
    if verb == "collide" and draft.phrase == "slam" and _names(swung) & _LEAVES:
        verb = "close"
    elif verb == "collide" and draft.preposition in ("to", "onto") and draft.target in _GROUND:
        verb = "fall"
    if verb == "say" and draft.phrase == "read" and draft.objects:
        verb = "look"
    elif verb == "walk" and draft.phrase == "pass" and _names(draft.objects) & _PASSED:
        verb = "throw"
    elif verb == "stand" and draft.phrase == "stop" and draft.objects and draft.subjects:
        verb = "catch"
    acting = any(_is_figure(entity) for entity in doers)
    if verb in ("slide", "roll") and acting and draft.objects and draft.subjects:
        verb = "push"
    elif verb == "topple" and acting:
        verb = "fall"
    elif verb == "fall" and not acting and draft.phrase in FALLING_OVER:
        verb = "topple"
    return replace(draft, verb=verb)


def _ridden(draft: Draft, met: Sequence[Entity]) -> Draft:
    """Somebody who rides rides something: the vehicle that was spoken of."""
    vehicles = [entity for entity in met if entity.name in VEHICLES]
    rider = any(_is_figure(entity) for entity in draft.subjects)
    rides = draft.verb == "drive" and rider
    if draft.phrase == "race" and rider and _names(draft.objects) & VEHICLES:
        return replace(draft, verb="drive")
    if rides and vehicles and not (draft.objects or draft.object_words):
        return replace(draft, objects=vehicles[-1:])
    return draft


def _entering(draft: Draft, labels: set[str]) -> Draft:
    """Who runs into the forest does not collide with it."""
    inside = draft.phrase == "run into" and draft.target and draft.target not in labels
    return replace(draft, verb="run", phrase="run") if inside else draft


def _undressed(draft: Draft, met: Sequence[Entity]) -> Draft:
    """Somebody who takes off a hat has it in the hand, and does not fly."""
    off = next((one for one in met if one.label == draft.target and one.is_handy), None)
    if draft.phrase != "take off" or off is None or not any(e.is_person for e in draft.subjects):
        return draft
    return replace(draft, verb="pick up", objects=[off], preposition="", target="")


def _is_figure(entity: Entity) -> bool:
    return entity.name in PEOPLE or entity.name in ANIMALS


def _names(entities: Sequence[Entity]) -> set[str]:
    return {entity.name for entity in entities}


def _said(draft: Draft) -> str:
    """The verb as the words have it; where who does it changes its meaning, what it comes to."""
    first = draft.phrase.partition(" ")[0]
    if not first or first == draft.verb.partition(" ")[0] or draft.verb == "pick up":
        return draft.verb if draft.verb != "pick up" or first == "take" else draft.phrase
    last = draft.phrase.rpartition(" ")[2]
    if last in ("open", "shut"):
        return draft.verb
    return first if last in PARTICLES and first in verb_meanings() else draft.phrase


def actions_of(drafts: Sequence[Draft]) -> tuple[Action, ...]:
    """Actions in order, one for each who acts, ordered from 0."""
    ranks = {order: rank for rank, order in enumerate(sorted({d.order for d in drafts}))}
    actions: list[Action] = []
    for draft in drafts:
        for subject in [entity.label for entity in draft.subjects] or [""]:
            targets = [entity.label for entity in draft.objects] or [draft.object_words]
            for target in targets:
                said = _said(draft)
                action = Action(
                    verb=said, deed="" if said == draft.verb else draft.verb,
                    start_s=draft.start_s, times=draft.times, subject=subject, object=target,
                    preposition=draft.preposition, target=draft.target,
                    adverbs=tuple(dict.fromkeys(draft.adverbs)), order=ranks[draft.order],
                )  # fmt: skip
                if action not in actions:
                    actions.append(action)
    actions.sort(key=lambda action: action.order)
    return tuple(actions)


def unplayed(drafts: Sequence[Draft]) -> Unplayed:
    """What of the deeds is played by a near one, or by none.

    A deed whose doer the words do not say happens to what it is done to; one whose doer was not
    understood is told by that word alone.
    """
    substituted: list[Substitution] = []
    strange: list[int] = []
    for draft in drafts:
        rides = any(entity.name in VEHICLES for entity in draft.objects)
        doers = draft.subjects or draft.objects
        used = [stand_in(draft.verb, entity.name, rides=rides) for entity in doers]
        asked = draft.phrase or draft.base or draft.verb
        for verb in used:
            if verb and verb != draft.verb:
                substituted.append(Substitution(asked=asked, used=verb))
            elif not verb and draft.at >= 0:
                strange.append(draft.at)
    return Unplayed(tuple(substituted), tuple(strange))
