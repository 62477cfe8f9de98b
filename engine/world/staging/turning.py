"""What is planned for hinges: swinging, opening, closing, slamming, turning in the wind."""

from __future__ import annotations

import math

from engine.script.breakdown import Action
from engine.world.model import Hinge
from engine.world.staging.hinging import HingePlan
from engine.world.staging.roles import Role, Setting, Window

OPENING = frozenset({"open"})
CLOSING = frozenset({"close"})
TURNING = frozenset({"spin", "turn", "swing", "work", "drive"})
_LIDS = frozenset({"lid", "door"})
_LIFT_RAD = math.radians(38.0)
_ROTOR_RAD_S = 1.3
_DOOR_SHARE = 0.85
_HARD = frozenset({"shut", "hard", "loudly", "quickly", "fast", "violently", "suddenly"})
_OPENING_S, _SLOW_S, _SLAM_S = 1.1, 2.4, 0.35
_UNTOLD_START_S = 0.4


def hangs(role: Role) -> bool:
    """Does something on it swing by itself?"""
    return any(hinge.kind == "swing" for hinge in role.model.hinges) and role.model.fixed


def turn_hinges(role: Role, action: Action | None, verb: str, window: Window) -> bool:
    """Plans the hinges of a thing; False: it has none that do this."""
    start_s = max(window.start_s, 0.05)
    plans: list[HingePlan] = []
    if verb in OPENING | CLOSING:
        plans = [
            _opened(hinge, action, start_s, closes=verb in CLOSING)
            for hinge in role.model.hinges
            if hinge.kind in _LIDS
        ][:1]
    elif hangs(role):
        plans = _swung([hinge for hinge in role.model.hinges if hinge.kind == "swing"], start_s)
    elif verb in TURNING | {"stand"} and role.model.fixed:
        plans = [
            HingePlan(hinge.name, motor_rad_s=_ROTOR_RAD_S)
            for hinge in role.model.hinges
            if hinge.kind == "rotor"
        ]
    role.hinge_plans = tuple(plans)
    return bool(plans)


def hinge_plans(setting: Setting) -> dict[str, tuple[HingePlan, ...]]:
    """Plans by label; what hangs or turns in the wind does so without being told."""
    whole = Window(_UNTOLD_START_S, setting.duration_s)
    for role in setting.roles:
        if not role.hinge_plans and not role.is_actor:
            turn_hinges(role, None, "stand", whole)
    return {role.label: role.hinge_plans for role in setting.roles}


def _opened(hinge: Hinge, action: Action | None, start_s: float, *, closes: bool) -> HingePlan:
    """Led open or shut, gently; slammed, it gathers speed and falls shut with a bang."""
    low, high = hinge.range_rad
    half_open = low < 0.0 < high  # as it is made; a positive turn opens it further
    shut = low if half_open else 0.0
    end = _DOOR_SHARE * (high if half_open or abs(high) > abs(low) else low)
    words = set(action.adverbs) if action is not None else set()
    slams = bool(_HARD & words)
    length_s = _SLAM_S if slams else (_SLOW_S if {"slowly", "slow"} & words else _OPENING_S)
    power = 2.0 if slams or closes else 0.0

    def led(time_s: float) -> float:
        share = min(max((time_s - start_s) / length_s, 0.0), 1.0)
        eased = share**power if power else share * share * (3.0 - 2.0 * share)
        return shut + (end - shut) * (1.0 - eased if closes else eased)

    return HingePlan(
        hinge.name,
        start_rad=led(0.0),
        push_rad_s=2.0 * (end - shut) / length_s,
        led=led,
        shuts_s=start_s + length_s if closes else None,
    )


def _swung(hinges: list[Hinge], start_s: float) -> list[HingePlan]:
    """The first one is lifted aside and let go; others hang."""
    first = hinges[0]
    low, high = first.range_rad
    lift = -_LIFT_RAD if math.isinf(low) or high > _LIFT_RAD else low * 0.95
    plans = [HingePlan(first.name, start_rad=lift, start_s=start_s)]
    return plans + [HingePlan(hinge.name) for hinge in hinges[1:]]
