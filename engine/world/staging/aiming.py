"""What throws and kicks are aimed at: the ring, the mouth of a goal, a chest, the far side."""

from __future__ import annotations

import math

import numpy as np

from engine.script.breakdown import Action
from engine.world.staging.roles import Role, Setting, first

THROWING = frozenset({"throw", "shoot", "score", "miss"})
KICKING = frozenset({"kick", "hit", "knock over"})


def goal_of(
    stage: Setting, thing: Role, action: Action, role: Role | None
) -> tuple[Role | None, np.ndarray]:
    """What a throw or kick aims at: a role and the point on it (x, y, z)."""
    target = first(
        other
        for label in (action.target, _named_goal(stage, action))
        if label
        for other in stage.group(label)
        if other is not thing and other is not role
    )
    if target is not None and action.preposition == "over" and not target.is_actor:
        return target, _beyond(
            role if role is not None and action.verb not in KICKING else thing, target
        )
    if target is not None:
        return target, aim_point(target, action)
    side = 1.0
    if role is not None and math.sin(role.yaw_rad) < -0.1:
        side = -1.0
    start = thing if role is None else role
    return None, np.array([start.x + side * 2.6, 0.0, start.z + 0.2])


def _beyond(start: Role, target: Role) -> np.ndarray:
    """Over something: it stands across the way, and the goal is the ground behind it."""
    side = 1.0 if target.x >= start.x else -1.0
    if not target.is_of_the_place:
        target.yaw_rad = side * 1.05
        target.x, target.z = start.x + side * 2.1, start.z
    return np.array([target.x + side * 1.7, 0.05, target.z])


def clearing_arc(target: Role | None, action: Action, start_y: float) -> float:
    """How much higher than its ends a flight must rise to get over something."""
    if target is None or action.preposition != "over" or target.is_actor:
        return 0.0
    return max(target.y + target.height_m + 0.45 - start_y, 0.0)


def _named_goal(stage: Setting, action: Action) -> str:
    """``shoots`` needs no target word where there is a hoop or a goal."""
    if action.verb in {"shoot", "score"} or action.target == "":
        for name in ("hoop", "goal"):
            found = first(role for role in stage.roles if role.name == name)
            if found is not None and action.verb in THROWING | KICKING:
                return found.label
    return ""


def aim_point(target: Role, action: Action) -> np.ndarray:
    """Where on a thing one aims: the ring of a hoop, the mouth of a goal, a person's chest."""
    if target.name == "hoop":
        return _hoop_point(target, action)
    if target.aim is not None:
        return np.array(target.aim)
    point = target.middle
    if target.is_actor:
        point[1] = target.y + 0.72 * target.height_m
    elif target.name in {"basket", "bucket", "bowl", "cup", "box", "crate"}:
        point[1] = target.y + target.height_m
    return point


def _hoop_point(hoop: Role, action: Action) -> np.ndarray:
    """Centre of the ring, or a point on the board for shots that miss or bounce off it."""
    ring = ring_centre(hoop)
    misses = bool({"miss", "misses"} & set(action.adverbs)) or action.preposition in {
        "off",
        "against",
    }
    if misses or action.verb == "miss" or (action.preposition == "at" and action.verb != "score"):
        ring = ring + np.array([0.14, 0.32, 0.0]) + facing(hoop) * -0.15
    return ring


def ring_centre(hoop: Role) -> np.ndarray:
    """(3,) world position of a hoop's ring: the middle of its ring of small capsules."""
    spots = np.array(
        [part.offset[:3, 3] for part in hoop.model.colliders if part.shape == "capsule"]
    )
    heights = spots[:, 1]
    spots = spots[np.abs(heights - np.median(heights)) < 0.05]
    local = np.append(spots.mean(axis=0), 1.0)
    return np.asarray((hoop.pose() @ local)[:3])


def facing(role: Role) -> np.ndarray:
    """(3,) unit vector of where a role looks."""
    return np.array([math.sin(role.yaw_rad), 0.0, math.cos(role.yaw_rad)])
