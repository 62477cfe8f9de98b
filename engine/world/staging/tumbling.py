"""How things lose their hold: over an edge, toppled, bowled over."""

from __future__ import annotations

import math

import numpy as np

from engine.materials import pair_friction
from engine.script.breakdown import Action
from engine.world.scene import Launch
from engine.world.staging.ballistics import velocity_to_reach
from engine.world.staging.roles import Role, Setting

_TOPPLING_MPS = 4.5
"""A ball that bowls a stack over sends it to the floor, not across the room."""


def stands_together(stage: Setting, role: Role, action: Action) -> bool:
    """Dominoes, towers and stacks fall over where they stand, they do not rain from above."""
    members = stage.group(role.group)
    is_stack = max(member.y for member in members) > min(member.y for member in members) + 0.01
    rows = role.name in {"domino", "bowling pin"}
    return len(members) > 1 and not action.target and (is_stack or rows)


def falls_over(action: Action) -> bool:
    """Do the words say that it tips rather than drops?"""
    return "over" in action.adverbs or action.preposition == "over"


def radius_of(role: Role) -> float:
    """Half the thickness of what rolls, metres."""
    return max(role.model.size_m[0] if role.lies else role.height_m, 2e-3) / 2


def rolling_spin(velocity: np.ndarray, radius_m: float) -> tuple[float, float, float]:
    """Spin of a ball that rolls without slipping on level ground."""
    return (float(velocity[2]) / radius_m, 0.0, -float(velocity[0]) / radius_m)


def leave_edge(stage: Setting, role: Role, base: Role, start_s: float, speed_mps: float) -> None:
    """Moves over the top and off its right edge, the one nearer to the camera's middle."""
    side = -1.0 if base.x > stage.place.stage.center_m[0] + 0.3 else 1.0
    edge = base.x + side * base.width_m / 2
    run_up = min(0.38, base.width_m * 0.4)
    role.z = base.z + 0.12 * base.depth_m
    role.lies = role.is_roller
    rolls = role.is_round or role.lies
    if not rolls:
        run_up = min(role.width_m / 2 + 0.04, run_up)
        grip = pair_friction(role.model.material, base.model.material)
        way_m = run_up + 0.06 + 0.1 * role.width_m
        speed_mps = max(speed_mps, 1.2 * math.sqrt(2.0 * grip * stage.gravity_mps2 * way_m))
    role.x = edge - side * run_up
    velocity = np.array([side * speed_mps, 0.0, 0.0])
    spin = rolling_spin(velocity, radius_of(role)) if rolls else (0.0, 0.0, 0.0)
    stage.launches.append(Launch(role.label, start_s, triple(velocity), spin))


def bowl_over(stage: Setting, role: Role, target: Role, start_s: float, speed_mps: float) -> None:
    """Flies at the upper part of a target (the top of a stack), so that it falls."""
    members = stage.group(target.group)
    top = max(member.y + member.height_m for member in members)
    goal = np.array([target.x, top - 0.5 * target.height_m, target.z])
    if top < 2.5 * role.height_m:
        velocity = np.array([speed_mps, 0.0, 0.0])
        spin = rolling_spin(velocity, radius_of(role)) if role.is_round else (0.0, 0.0, 0.0)
        stage.launches.append(Launch(role.label, start_s, triple(velocity), spin))
        return
    speed_mps = min(speed_mps, _TOPPLING_MPS)
    role.waits = True
    role.x -= 0.4
    role.y = max(0.55 * top - role.height_m / 2, 0.0)
    start = role.middle
    flight_s = (goal[0] - start[0]) / speed_mps
    velocity = velocity_to_reach(start, goal, flight_s, stage.gravity_mps2)
    stage.launches.append(Launch(role.label, start_s, triple(velocity), (0.0, 0.0, -4.0)))


def topple(stage: Setting, role: Role, start_s: float, index: int) -> None:
    """A shove at the top: higher members of a stack get more of it, of a row only the first."""
    members = stage.group(role.group)
    level = max(member.y for member in members) < min(member.y for member in members) + 0.01
    if level and len(members) > 1 and index > 0 and role.name == "domino":
        return
    share = min(role.y + role.height_m, 2.5)
    middle, half = role.height_m / 2, role.width_m / 2
    rise = math.hypot(middle, half) - middle
    needed = math.sqrt(1.5 * stage.gravity_mps2 * rise) / math.hypot(middle, half)
    tilt = max(2.2 / max(math.sqrt(role.height_m), 0.3), 1.35 * needed)
    rank = members.index(role) + 1
    speed = max(0.55 * share, 0.0 if level else 0.3 * rank)
    up = 0.0
    if level:
        speed, up = tilt * middle, tilt * half if role.name != "domino" else 0.0
    stage.launches.append(Launch(role.label, start_s, (speed, up, 0.02), (0.0, 0.0, -tilt)))


def triple(values: np.ndarray) -> tuple[float, float, float]:
    """Three numbers as plain floats."""
    return (float(values[0]), float(values[1]), float(values[2]))
