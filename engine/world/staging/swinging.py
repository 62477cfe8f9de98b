"""On a swing: somebody sits on its seat and goes to and fro as a pendulum does."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from engine.script.breakdown import Action
from engine.world.model import Hinge, Matrix
from engine.world.staging.hinging import HingePlan, turned
from engine.world.staging.roles import Ride, Role, Setting, Window, first, placed

_SWING_RAD = math.radians(24.0)
_FAMILY = 930
_BEFORE_S = -6.0


def swing_on(
    stage: Setting, role: Role, thing: Role | None, action: Action, window: Window
) -> bool:
    """Sits on a swing, or pushes who sits on it; False: there is no swing."""
    swing = first(
        one for one in stage.roles if any(h.kind == "swing" for h in one.model.hinges)
        and one.name == "swing"
    )  # fmt: skip
    if swing is None:
        return False
    rider = thing if thing is not None and thing.is_actor else role
    swing.yaw_rad = 1.1
    hinge = next(hinge for hinge in swing.model.hinges if hinge.kind == "swing")
    length = hinge.pivot_m[1] - _seat_height(swing)
    rate = math.sqrt(stage.gravity_mps2 / length)
    _sit_on(stage, rider, swing, hinge, rate)
    if rider is not role:
        _push_from_behind(stage, role, swing, rate)
    return True


def _seat_height(swing: Role) -> float:
    return min(float(part.offset[1, 3]) for part in swing.model.colliders if part.shape == "box")


def _sit_on(stage: Setting, rider: Role, swing: Role, hinge: Hinge, rate: float) -> None:
    def angle(time_s: float) -> float:
        return _SWING_RAD * math.sin(rate * time_s)

    swing.hinge_plans = (HingePlan(hinge.name, start_rad=0.0, led=angle),)
    swing.hangs_on = rider.hangs_on = True
    swing.family = rider.family = rider.family or swing.family or _FAMILY
    sine, cosine = math.sin(swing.yaw_rad), math.cos(swing.yaw_rad)
    top = _seat_height(swing) + 0.02
    ahead = 0.21 * rider.height_m
    rider.x, rider.z = swing.x + ahead * sine, swing.z + ahead * cosine
    rider.y, rider.yaw_rad = max(top - 0.26 * rider.height_m, 0.05), swing.yaw_rad
    facing = ((swing.x + 9.0 * sine, swing.z + 9.0 * cosine),)
    rider.plan("sit", _BEFORE_S, stage.duration_s + 1.0, facing, (swing.x, top, swing.z))
    stage.rides.append(Ride(rider, swing, 0.0, _seat_track(swing, hinge, angle)))


def _seat_track(
    swing: Role, hinge: Hinge, angle: Callable[[float], float]
) -> Callable[[float], Matrix]:
    def track(time_s: float) -> Matrix:
        pose = placed(swing.x, swing.y, swing.z, swing.yaw_rad)
        return np.asarray(pose @ turned(hinge, angle(time_s)))

    return track


def _push_from_behind(stage: Setting, role: Role, swing: Role, rate: float) -> None:
    """A push each time that the seat is back."""
    behind = 0.30 * role.height_m + 0.75
    role.x = swing.x - behind * math.sin(swing.yaw_rad)
    role.z = swing.z - behind * math.cos(swing.yaw_rad)
    role.yaw_rad, role.hangs_on, role.family = swing.yaw_rad, True, swing.family
    period_s = 2.0 * math.pi / rate
    back_s = 0.25 * period_s
    while back_s < stage.duration_s:
        role.plan("push", back_s - 0.35, back_s + 0.45)
        back_s += period_s
