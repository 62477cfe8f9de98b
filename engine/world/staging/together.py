"""What two people do with each other: hug, shake hands, high five, push on a swing."""

from __future__ import annotations

import math

from engine.script.breakdown import Action
from engine.world.staging.roles import Role, Setting, Window, first

TOGETHER = frozenset({"hug", "shake hands", "high five", "fight"})
_GAP_SHARE = {"hug": 0.19, "shake hands": 0.40, "high five": 0.36, "fight": 0.42}
_PUNCH_S = 0.75
_FAMILY = 890


def meet(
    stage: Setting, role: Role, thing: Role | None, action: Action, verb: str, window: Window
) -> bool:
    """Both face each other and do it; False: there is nobody to do it with."""
    other = _partner(stage, role, thing, action)
    if other is None:
        return False
    if any(act.kind in {"hug", "close"} for act in role.acts):
        return True  # planned with the partner
    middle_x, middle_z = stage.place.stage.center_m
    size = 0.5 * (role.height_m + other.height_m)
    half = 0.5 * _GAP_SHARE[verb] * size
    side = 1.0 if role.x <= other.x else -1.0
    slant = 0.35
    for one, sign in ((role, -side), (other, side)):
        one.x, one.z = middle_x + sign * half, middle_z + sign * half * slant
        one.hangs_on = True
        one.yaw_rad = math.atan2(-sign, -sign * slant)
        one.family = role.family = role.family or other.family or _FAMILY
    start_s = max(window.start_s, 0.2)
    if verb == "hug":
        for one in (role, other):
            one.plan("hug", start_s, window.end_s)
            one.plan("feel", start_s, window.end_s, (), None, "happy")
        return True
    if verb == "fight":
        _box(role, other, start_s, window.end_s)
        return True
    share = 0.60 if verb == "shake hands" else 0.98
    lower = min(role.height_m, other.height_m)
    spot = (middle_x, share * lower, middle_z)
    length_s = min(2.4 if verb == "shake hands" else 1.8, window.length_s)
    times = max(action.times, 1)
    for number in range(times):
        at_s = start_s + number * length_s
        for one in (role, other):
            one.plan("close", at_s, at_s + length_s, (), spot)
            one.plan("feel", at_s, at_s + length_s + 1.0, (), None, "happy")
    return True


def _box(role: Role, other: Role, start_s: float, end_s: float) -> None:
    """Blows that stop short of the other's chest, by turns."""
    number = 0
    while start_s + 0.5 * _PUNCH_S < end_s:
        one, hit = (role, other) if number % 2 == 0 else (other, role)
        near = 0.55
        spot = (
            one.x + near * (hit.x - one.x),
            (0.76 - 0.05 * (number % 3)) * hit.height_m,
            one.z + near * (hit.z - one.z),
        )
        one.plan("close", start_s, start_s + _PUNCH_S, (), spot)
        one.plan("feel", start_s, start_s + 2.0 * _PUNCH_S, (), None, "angry")
        start_s += 0.6 * _PUNCH_S
        number += 1


def _partner(stage: Setting, role: Role, thing: Role | None, action: Action) -> Role | None:
    if thing is not None and thing.is_actor:
        return thing
    named = [*stage.group(action.target), *stage.group(role.group), *stage.people()]
    return first(one for one in named if one.is_actor and one is not role)
