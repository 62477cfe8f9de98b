"""One leg's foot in time: rolling from heel to toe while planted, swinging in between, kicking."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from engine.world.figures.joints import Array, about_x, about_y
from engine.world.figures.steps import FootPlan, Plant, smooth

_ROLL_S = 0.26
_STRIKE_S = 0.11


@dataclass(frozen=True)
class Foot:
    """Shape of a foot: ankle height, ball ahead of and above the ground, heel behind; metres."""

    ankle: float
    ball_ahead: float
    ball_up: float
    heel: float


@dataclass(frozen=True, eq=False)
class FootPose:
    """A foot at a moment.

    Attributes:
        ankle: (3,) metres.
        rotation, toe_rotation: (3, 3).
        lift: 0 planted to 1 in mid-swing.
        stance: 0 to 1 of the way through standing, 0 in the air.
    """

    ankle: Array
    rotation: Array
    toe_rotation: Array
    lift: float
    stance: float


def _planted(foot: Foot, plant: Plant, pitch: float) -> Array:
    """Where the ankle is when the foot is pitched about its ball (heel up) or its heel."""
    c, s = math.cos(pitch), math.sin(pitch)
    up = foot.ankle - (foot.ball_up if pitch > 0 else 0.0)
    ahead = foot.ball_ahead if pitch > 0 else -foot.heel
    height = up * c + ahead * s + (foot.ball_up if pitch > 0 else 0.0)
    forward = up * s - ahead * c + ahead
    return np.array(
        (plant.x + forward * math.sin(plant.yaw), height, plant.z + forward * math.cos(plant.yaw))
    )


def _roll(pace_n: float) -> float:
    return 0.12 + 0.72 * min(pace_n / 0.45, 1.25)


def foot_pose(foot: Foot, plan: FootPlan, time_s: float, leg_m: float) -> FootPose:
    """The foot at a time."""
    plant, following = plan.at(time_s)
    pace_n = plant.pace / math.sqrt(9.81 * leg_m)
    if following is None or time_s < plant.lift_s:
        return _standing(foot, plant, time_s, pace_n)
    span = following.land_s - plant.lift_s
    u = (time_s - plant.lift_s) / span
    up = _roll(pace_n)
    strike = _strike(following.pace / math.sqrt(9.81 * leg_m))
    start, end = _planted(foot, plant, up), _planted(foot, following, -strike)
    ankle = start + (end - start) * smooth(u)
    step = math.hypot(end[0] - start[0], end[2] - start[2])
    running = smooth((pace_n - 0.6) / 0.5)
    clear = 0.035 * leg_m + 0.055 * min(step, leg_m) + 0.18 * leg_m * running
    wave = math.sin(math.pi * u)
    arc = 0.4 * wave + 0.6 * wave**2
    ankle[1] += clear * (arc + running * math.sin(math.pi * min(u * 1.4, 1.0)) ** 2 * 0.7)
    pitch = up * (1 - smooth(u / 0.55)) - strike * smooth((u - 0.45) / 0.55)
    pitch += 0.55 * running * math.sin(math.pi * min(u * 1.3, 1.0)) ** 2
    turn = (following.yaw - plant.yaw + math.pi) % (2 * math.pi) - math.pi
    heading = about_y(plant.yaw + turn * smooth(u))
    curl = up * (1 - smooth(u / 0.3))
    rotation = heading @ about_x(pitch)
    return FootPose(ankle, rotation, rotation @ about_x(-curl), math.sin(math.pi * u), 0.0)


def _strike(pace_n: float) -> float:
    return 0.32 * min(pace_n / 0.45, 1.0) if pace_n < 0.7 else 0.12


def _standing(foot: Foot, plant: Plant, time_s: float, pace_n: float) -> FootPose:
    since, left = time_s - plant.land_s, plant.lift_s - time_s
    length = plant.lift_s - plant.land_s
    strike = _strike(pace_n) * (1 - smooth(since / min(_STRIKE_S, 0.3 * length)))
    roll_s = min(_ROLL_S, 0.55 * length)
    rise = _roll(pace_n) * max(1 - left / roll_s, 0.0) ** 1.6
    pitch = rise - strike
    heading = about_y(plant.yaw)
    rotation = heading @ about_x(pitch)
    toe = heading if pitch > 0 else rotation
    return FootPose(_planted(foot, plant, pitch), rotation, toe, 0.0, min(since / length, 1.0))


def kicked(
    rest: FootPose,
    foot: Foot,
    hip: Array,
    target: Array,
    heading: float,
    phase: float,
    leg_m: float,
) -> FootPose:
    """The kicking foot: back swing, its tip on the target at ``phase`` 0, follow through.

    Args:
        phase: time from the contact over the swing's half length, -1 to 1.5.
    """
    ahead = np.array((math.sin(heading), 0.0, math.cos(heading)))
    up = np.array((0.0, 1.0, 0.0))
    tip = np.array((0.0, foot.ball_up - foot.ankle, foot.ball_ahead * 1.55))
    high = np.array((target[0], max(float(target[1]), 2.0 * foot.ball_up), target[2]))
    meet = high - about_y(heading) @ about_x(0.35) @ tip
    back = rest.ankle - ahead * 0.48 * leg_m + up * 0.34 * leg_m
    through = hip + ahead * 0.66 * leg_m - up * 0.66 * leg_m
    keys = ((-1.0, rest.ankle, 0.0), (-0.42, back, 0.9), (0.0, meet, 0.35), (0.36, through, -0.1),
            (1.5, rest.ankle, 0.0))  # fmt: skip
    ankle, pitch = _keyed(keys, phase)
    rotation = about_y(heading) @ about_x(pitch)
    lift = smooth((phase + 1) / 0.3) * smooth((1.5 - phase) / 0.3)
    return FootPose(ankle, rotation, rotation, lift, 0.0)


def _keyed(keys: tuple[tuple[float, Array, float], ...], at: float) -> tuple[Array, float]:
    """Hermite through (time, position, angle) keys, at rest at both ends."""
    k = max(i for i in range(len(keys) - 1) if keys[i][0] <= at or i == 0)
    (t0, p0, a0), (t1, p1, a1) = keys[k], keys[k + 1]
    span = t1 - t0
    u = min(max((at - t0) / span, 0.0), 1.0)

    def slope(i: int) -> tuple[Array, float]:
        if i in (0, len(keys) - 1):
            return np.zeros(3), 0.0
        gap = keys[i + 1][0] - keys[i - 1][0]
        return (keys[i + 1][1] - keys[i - 1][1]) / gap, (keys[i + 1][2] - keys[i - 1][2]) / gap

    (m0, b0), (m1, b1) = slope(k), slope(k + 1)
    h1, h2 = 2 * u**3 - 3 * u**2 + 1, (u**3 - 2 * u**2 + u) * span
    h3, h4 = 3 * u**2 - 2 * u**3, (u**3 - u**2) * span
    return h1 * p0 + h2 * m0 + h3 * p1 + h4 * m1, h1 * a0 + h2 * b0 + h3 * a1 + h4 * b1
