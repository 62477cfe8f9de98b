"""Small things that people have with them are held: upright, in the hand, wherever they go."""

from __future__ import annotations

from engine.script.breakdown import Breakdown
from engine.world.scene import Carry, Vector
from engine.world.staging.roles import Role, Setting, first

_WITH = frozenset({"with", "in the hand of", "held by"})
_LARGEST_M = 1.2
_HEAVIEST_KG = 10.0
_TWO_HANDS_M = 0.28
_LONG_M = 0.45


def hold_what_is_brought(setting: Setting, breakdown: Breakdown) -> None:
    """``A man with an umbrella``: whatever nobody does anything else with is held."""
    busy = {action.subject for action in breakdown.actions}
    for action in breakdown.actions:
        bearer = first(role for role in setting.group(action.subject) if role.is_person)
        thing = first(setting.group(action.object)) if action.object else None
        if bearer is not None and thing is not None and _may_hold(setting, bearer, thing):
            hold(setting, bearer, thing)
    for subject in breakdown.subjects:
        if len(subject.where) != 2 or subject.where[0] not in _WITH:
            continue
        bearer = first(role for role in setting.group(subject.where[1]) if role.is_person)
        thing = first(setting.group(subject.label or subject.name))
        if bearer is None or thing is None or thing.group in busy:
            continue
        if _may_hold(setting, bearer, thing):
            hold(setting, bearer, thing)


def _may_hold(setting: Setting, bearer: Role, thing: Role) -> bool:
    full = any(carry.actor == bearer.label for carry in setting.carries)
    return _is_handy(thing) and not full and not thing.is_handled and not setting.is_moved(thing)


def _is_handy(thing: Role) -> bool:
    size = max(thing.model.size_m)
    return thing.kind == "free" and size < _LARGEST_M and thing.model.mass_kg < _HEAVIEST_KG


def hold(
    setting: Setting, bearer: Role, thing: Role, start_s: float = 0.0, end_s: float | None = None
) -> None:
    """``bearer`` holds ``thing`` from ``start_s`` on."""
    width, _, _ = thing.model.size_m
    both = width > _TWO_HANDS_M and thing.model.size_m[1] < _LONG_M * 2 and thing.name != "umbrella"
    until_s = setting.duration_s + 1.0 if end_s is None else end_s
    thing.family = bearer.family = bearer.family or thing.family or 100 + len(setting.carries)
    thing.is_handled = True
    points = ((0.0, 0.0),) if both else ()
    spot = tuple(float(part) for part in thing.middle)
    bearer.acts = [act for act in bearer.acts if act.kind != "point" or act.target != spot]
    bearer.plan("hold", start_s - 1.0, until_s, points, None)
    setting.carries.append(
        Carry(
            thing.label,
            bearer.label,
            "both" if both else "R",
            start_s,
            until_s,
            grip_m=grip_of(thing, both=both),
        )
    )


def grip_of(thing: Role, *, both: bool = False) -> Vector | None:
    """Where one takes a thing: long things near their lower end, wide ones at their sides."""
    _, height, depth = thing.model.size_m
    if both:
        return (0.0, 0.35 * height, -0.42 * depth)
    if thing.name == "balloon":
        return (0.0, 0.0, 0.0)
    if height > _LONG_M:
        return (0.0, 0.1, 0.0)
    return None
