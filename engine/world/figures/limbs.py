"""Arms and legs of a person: two-bone reach, shoulders that follow, twists spread over the limb."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from engine.world.figures.arms import Goal
from engine.world.figures.hands import Fingers, mixed
from engine.world.figures.joints import (
    Array,
    about_y,
    about_z,
    pose,
    reach,
    swing,
    unit,
)
from engine.world.figures.steps import smooth
from engine.world.model import Skin

_SHRUG = 0.42
_FORWARD = 0.22
Placed = tuple[Array, Array]
"""A bone's rotation (3, 3) and where it begins (3,)."""


class Limbs:
    """Bones of arms and legs from the few that the pose engine decides.

    Args:
        joints: rest positions, hanging straight.
        arm: lengths of upper arm and forearm, metres.
    """

    def __init__(self, skin: Skin, joints: Mapping[str, Array], arm: tuple[float, float]) -> None:
        order = {name: k for k, name in enumerate(skin.bones)}
        self._binds = {name: skin.binds[k][:3, :3] for name, k in order.items()}
        self._joints, self._arm_m = joints, arm
        self._fingers = Fingers(skin)

    def arm(
        self, chest: Array, side: str, target: Array, pole: Array, goal: Goal
    ) -> dict[str, Array]:
        """All bones of one arm whose wrist goes to ``target`` (world), elbow towards ``pole``."""
        sign = 1.0 if side == "L" else -1.0
        collar = self._collar(chest, side, target, sign, goal.shrug)
        joints = self._joints
        offset = joints[f"upper_arm_{side}"] - joints[f"clavicle_{side}"]
        shoulder = collar[:3, 3] + collar[:3, :3] @ offset
        upper, elbow, lower, wrist = reach(shoulder, target, self._arm_m, pole, knee=False)
        roll = sign * goal.roll
        hand = lower @ about_y(roll) @ about_z(-sign * goal.flex)
        palm = pose(hand, wrist)
        bones = {
            f"clavicle_{side}": collar,
            f"upper_arm_{side}": pose(
                self._half(upper, collar[:3, :3], f"upper_arm_{side}"), shoulder
            ),
            f"elbow_{side}": pose(upper, shoulder),
            f"forearm_{side}": pose(lower, elbow),
            f"cuff_{side}": pose(lower @ about_y(0.5 * roll), elbow),
            f"hand_{side}": palm,
        }
        return bones | self._fingers.poses(palm, side, mixed(_shares(goal)), goal.spread)

    def leg(self, pelvis: Array, side: str, upper: Placed, lower: Placed) -> dict[str, Array]:
        """Bones of one leg above the foot."""
        half = self._half(upper[0], pelvis, f"thigh_{side}")
        return {
            f"thigh_{side}": pose(half, upper[1]),
            f"knee_{side}": pose(*upper),
            f"shin_{side}": pose(*lower),
            f"calf_{side}": pose(*lower),
        }

    def _collar(self, chest: Array, side: str, target: Array, sign: float, shrug: float) -> Array:
        """The collar bone rises with a raised arm and comes forward with a reaching one."""
        joints = self._joints
        at = chest[:3, 3] + chest[:3, :3] @ (joints[f"clavicle_{side}"] - joints["chest"])
        shoulder = chest[:3, 3] + chest[:3, :3] @ (joints[f"upper_arm_{side}"] - joints["chest"])
        way = chest[:3, :3].T @ unit(target - shoulder)
        rise = _SHRUG * smooth((float(way[1]) + 0.35) / 1.3) - 0.04 + 0.30 * shrug
        ahead = _FORWARD * max(float(way[2]), 0.0) - 0.10 * max(-float(way[2]), 0.0)
        return pose(chest[:3, :3] @ about_y(-sign * ahead) @ about_z(sign * rise), at)

    def _half(self, turn: Array, parent: Array, name: str) -> Array:
        """The bone's swing with half of its twist about itself."""
        bind = self._binds[name]
        inside = parent.T @ turn
        straight = swing(-bind[:, 1], -inside[:, 1]) @ bind
        twist = straight.T @ inside
        angle = math.atan2(float(twist[0, 2]), float(twist[2, 2]))
        return np.asarray(parent @ straight @ about_y(0.5 * angle))


def _shares(goal: Goal) -> dict[str, float]:
    shares: dict[str, float] = {}
    for name, share in goal.fingers:
        shares[name] = shares.get(name, 0.0) + share
    return shares
