"""What people do with things and with each other, by verb: who plans it."""

from __future__ import annotations

from engine.script.breakdown import Action
from engine.world.staging.acting import crawl, fall_down, soar, travel
from engine.world.staging.handling import Deferred, carry_off, is_wheeled, push_along, put_down
from engine.world.staging.roles import Role, Setting, Window, first
from engine.world.staging.stations import (
    climb_up,
    first_hinge,
    lie_down,
    open_up,
    open_without_hinge,
    swim,
    work_at,
)
from engine.world.staging.swinging import swing_on
from engine.world.staging.together import TOGETHER, meet
from engine.world.staging.wielding import hit_with, pour_out, wield, wielding_of

_OPENING = frozenset({"open", "close"})
_WORKING = frozenset({"type", "play", "stir", "paint", "work", "write", "blow"})
_BY_MEANS_OF = frozenset({"with", "using", "from", "out of"})
_SWUNG = frozenset({"bat", "racket", "sword"})


def engage(
    stage: Setting, role: Role, thing: Role | None, action: Action, verb: str, window: Window
) -> tuple[bool, Deferred | None]:
    """Plans what a figure does beyond moving by itself.

    Returns:
        Whether this is such an act, and what waits for the performances.
    """
    if verb == "swim":
        if not swim(stage, role, window):
            stage.notes.append("There is no water here to swim in: give the shot a lake or a pool.")
            travel(stage, role, action, window)
        return True, None
    if not role.is_person:
        return False, None
    if verb == "hit" and thing is not None and thing.kind == "free":
        tool = _tool(stage, role)
        if tool is not None:
            return True, hit_with(stage, role, thing, tool, window)
    if verb == "put down" and thing is not None and thing.kind == "free":
        return True, put_down(stage, role, thing, action, window)
    held = thing
    if action.preposition in _BY_MEANS_OF and (thing is None or thing.kind == "free"):
        held = first(one for one in stage.group(action.target) if one.kind == "free") or thing
    if verb == "play" and (tool := _tool(stage, role)) is not None:
        held = tool
    wielding = wielding_of(role, held, verb)
    if wielding is not None:
        wield(stage, role, held, action, wielding, window)
        return True, None
    return _with_a_thing(stage, role, thing, action, verb, window), None


def _with_a_thing(
    stage: Setting, role: Role, thing: Role | None, action: Action, verb: str, window: Window
) -> bool:
    if verb in TOGETHER:
        return meet(stage, role, thing, action, verb, window)
    if verb in _OPENING:
        named = thing or first(one for one in stage.group(action.target) if not one.is_actor)
        if named is not None and first_hinge(named) is not None:
            return open_up(stage, role, named, action, window)
        return named is not None and open_without_hinge(stage, role, named, action, window)
    if verb == "swing" or (verb == "push" and thing is not None and thing.is_actor):
        return swing_on(stage, role, thing, action, window)
    if verb == "push" and thing is not None and is_wheeled(thing):
        push_along(stage, role, thing, window)
        return True
    if verb == "fly":
        soar(stage, role, window)
        return True
    if verb == "pour":
        return pour_out(stage, role, thing, action, window)
    if verb in _WORKING:
        return work_at(stage, role, thing, action, verb, window)
    if verb == "climb":
        climbed = thing or first(one for one in stage.group(action.target) if not one.is_actor)
        return climb_up(stage, role, climbed, window)
    if verb in {"lie", "sleep"}:
        lie_down(stage, role, action, verb, window)
    elif verb == "fall":
        fall_down(stage, role, window)
    elif verb == "crawl":
        crawl(stage, role, window)
    elif verb == "pull" and thing is not None and not thing.is_of_the_place:
        carry_off(stage, role, thing, action, window)
    else:
        return False
    return True


def _tool(stage: Setting, role: Role) -> Role | None:
    """What somebody has to hit with, if it is around and nobody else holds it."""
    return first(
        one
        for one in stage.roles
        if one.name in _SWUNG
        and all(carry.actor == role.label for carry in stage.carries if carry.prop == one.label)
    )
