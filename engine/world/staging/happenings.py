"""What things do by themselves: fall, bounce, roll, slide, collide, topple, spin, float."""

from __future__ import annotations

import math

import msgspec
import numpy as np

from engine.script.breakdown import Action
from engine.world.scene import Launch
from engine.world.staging.afloat import WATERS, put_on_water
from engine.world.staging.aiming import aim_point, goal_of
from engine.world.staging.ballistics import flight_time, velocity_to_reach
from engine.world.staging.layout import support_height
from engine.world.staging.roles import Role, Setting, Window, first
from engine.world.staging.shattering import aim_at, glazed, is_hit_already, is_to_fall
from engine.world.staging.soaring import soar
from engine.world.staging.tumbling import (
    bowl_over,
    falls_over,
    leave_edge,
    radius_of,
    rolling_spin,
    stands_together,
    topple,
    triple,
)

HITTING = frozenset({"hit", "collide", "knock over"})
BREAKING = frozenset({"break"})
FLYING = frozenset({"fly", "throw", "kick", "shoot", "score", "miss", "bounce"})

CONSEQUENCES = frozenset(
    {"drop", "fall", "bounce", "roll", "slide", "hit", "topple", "stand", "break", "float", "swim"}
)
ROLLING = frozenset({"roll", "slide", "fall", "drop", "bounce"})
_ROLLS_ALONG_MPS = 0.3
_DROP_HEIGHT_M = 1.4
_FELLED = frozenset({"bowling pin", "domino"})
_BOWLED_MPS = 5.5
_ON = frozenset({"on", "on top of", "upon"})
_LOW_OFF = frozenset({"off", "from", "across", "along", "down"})


def happen(
    stage: Setting, role: Role, action: Action, verb: str, window: Window, index: int
) -> bool:
    """Plans what a thing does; ``index`` counts its group's members.  False: unknown verb."""
    if verb in BREAKING and not action.object and not action.target:
        role.is_fragile = True
        if is_hit_already(stage, role):
            return True
    if verb == "topple" and _other(stage, action.object or action.target, role) is not None:
        verb = "knock over"  # “bowls over the pins”
        action = msgspec.structs.replace(action, verb=verb)
    if verb in CONSEQUENCES and is_to_fall(stage, role):
        return True  # it falls because it is hit
    if stage.is_moved(role) and verb in HITTING and _put_in_the_way(stage, role, action):
        return True
    if stage.is_moved(role) and verb in CONSEQUENCES:
        return True  # what moves already falls, bounces and rolls by itself
    start_s = window.start_s + 0.12 * index
    if _goes_into_water(stage, role, action, verb, start_s, index):
        return True
    if verb in BREAKING and _breaks(stage, role, action, start_s, index):
        return True
    base = _surface_under(stage, role, action)
    tumbles = verb == "fall" and (falls_over(action) or stands_together(stage, role, action))
    if verb == "topple" or tumbles:
        topple(stage, role, window.start_s, index)
    elif verb in {"drop", "fall"} | BREAKING and base is not None and role.y > 0.1:
        leave_edge(stage, role, base, start_s, 0.9)
    elif verb in {"drop", "fall"} | BREAKING:
        _fall(stage, role, action, start_s, index)
    elif verb == "bounce" and not stage.group(action.target):
        _bounce(stage, role, action, start_s, index)
    elif verb in {"roll", "slide", "push"} and base is not None and role.y > 0.1:
        leave_edge(stage, role, base, start_s, 1.1)
    elif verb in {"roll", "slide", "push"}:
        _glide(stage, role, action, start_s, index, is_rolling=verb == "roll")
    else:
        return _go_through_the_air(stage, role, action, verb, start_s, index)
    return True


def _go_through_the_air(
    stage: Setting, role: Role, action: Action, verb: str, start_s: float, index: int
) -> bool:
    """Plans what flies, spins, floats or swings.  False: unknown verb."""
    if verb in HITTING:
        _collide(stage, role, action, start_s, index)
    elif verb == "fly" and role.name == "kite":
        soar(stage, role, index)
    elif verb in FLYING:
        _fly(stage, role, action, start_s, index)
    elif verb == "spin":
        _spin(stage, role, start_s)
    elif verb == "float":
        role.lift = 1.03
        role.velocity = (0.08, 0.12, 0.0)
        role.y = max(role.y, 0.5)
    elif verb == "swing":
        role.spin = (0.0, 0.0, 1.5)
    elif verb not in {"stand", "ring"}:
        return False
    return True


def _breaks(stage: Setting, role: Role, action: Action, start_s: float, index: int) -> bool:
    """Goes for something to break it, where that stands or on what it is told to stand on."""
    target = _other(stage, action.object or action.target, role)
    if target is None:
        return False
    if action.preposition == "by" and not action.object:
        swapped = msgspec.structs.replace(
            action, subject=target.label, object=role.label, preposition="", target=""
        )
        return _breaks(stage, target, swapped, start_s, index)  # “breaks by a ball”
    base = _other(stage, action.target, role) if action.object else None
    if target.name == "window" and target.kind == "fixed" and target.model.hinges:
        target = glazed(stage, target)
    if base is not None and base is not target and action.preposition in _ON:
        target.x, target.y, target.z = base.x, base.y + support_height(base), base.z
        target.hangs_on = True
    goal = msgspec.structs.replace(action, object="", preposition="at", target=target.label)
    if role.is_round and target.y < 0.3:
        _collide(stage, role, goal, start_s, index)
    else:
        aim_at(stage, role, target, "break")
        _fly(stage, role, goal, start_s, index)
    return True


def _goes_into_water(
    stage: Setting, role: Role, action: Action, verb: str, start_s: float, index: int
) -> bool:
    """Floats on the place's water, or falls into it."""
    floats = verb in {"float", "swing"} and role.name != "balloon"
    into = verb in {"drop", "fall", "roll", "slide", "throw", "fly", "bounce"}
    names = {action.target, action.object} & WATERS
    if not (floats or (into and names)) or not put_on_water(stage, role, index, drops=not floats):
        return False
    if not floats:
        stage.launches.append(Launch(role.label, start_s, (0.0, 0.0, 0.0), (0.2, 0.0, 0.3)))
    return True


def _put_in_the_way(stage: Setting, role: Role, action: Action) -> bool:
    """What something that already rolls is to hit stands where it will come along."""
    label = action.object or action.target
    targets = [other for other in stage.group(label) if other.kind == "free"]
    ramp = first(
        other
        for other in stage.roles
        if other.name == "ramp" and abs(other.x - role.x) < other.width_m
    )
    if not targets or any(stage.is_moved(other) for other in targets):
        return False
    if ramp is not None:
        x = ramp.x + ramp.width_m / 2 + 0.5
    else:
        way = sum(launch.velocity_mps[0] for launch in stage.launches if launch.prop == role.label)
        if abs(way) < _ROLLS_ALONG_MPS:
            return False
        x = role.x + math.copysign(1.7, way)
    step = targets[0].depth_m + 0.04
    for index, other in enumerate(targets):
        other.x, other.z = x, role.z + (index - (len(targets) - 1) / 2) * step
    return True


def _spin(stage: Setting, role: Role, start_s: float) -> None:
    """A coin or a plate spins on its edge, anything else about its upright axis."""
    width, height, _ = role.model.size_m
    rate = 9.0
    if height < 0.3 * width:
        role.lies = role.waits = True
        rate = 26.0
        start_s = 0.0
    stage.launches.append(Launch(role.label, start_s, (0.0, 0.0, 0.0), (0.0, rate, 0.0)))


def _surface_under(stage: Setting, role: Role, action: Action) -> Role | None:
    """The table (shelf, box …) that a thing lies on, or that the words let it leave."""
    if action.target and action.preposition in _LOW_OFF | _ON:
        base = first(other for other in stage.group(action.target) if other is not role)
        is_support = base is not None and not base.is_actor and base.name not in {"ramp", "tree"}
        if base is not None and is_support and base.height_m > 0.25:
            falls_there = action.preposition in _ON and action.verb in {"fall", "drop", "bounce"}
            if falls_there:
                return None
            if role.y < 0.1:
                role.x, role.z = base.x, base.z
                role.y = base.y + support_height(base)
                role.hangs_on = True
            return base
    if role.y < 0.1:
        return None
    return first(
        other
        for other in stage.roles
        if other is not role
        and not other.is_actor
        and abs(other.x - role.x) < other.width_m / 2 + 0.05
        and abs(other.z - role.z) < other.depth_m / 2 + 0.05
        and abs(other.y + support_height(other) - role.y) < 0.06
    )


def _other(stage: Setting, label: str, role: Role) -> Role | None:
    if not label:
        return None
    return first(other for other in stage.group(label) if other is not role)


def _fall(stage: Setting, role: Role, action: Action, start_s: float, index: int) -> None:
    high = bool({"high", "great"} & set(action.adverbs)) or action.target in {"sky", "above"}
    natural = min(max(0.25 + 0.9 * max(role.model.size_m), 0.4), _DROP_HEIGHT_M)
    height = 2.6 if high else natural
    target = _other(stage, action.target, role)
    ground = 0.0
    if target is not None and target.name == "tree":
        _hang_in_tree(role, target, index)
        height = role.y - index * (role.height_m + 0.05)
    if target is not None and action.preposition in {"on", "onto", "into", "in"}:
        role.x, role.z = target.x + 0.02 * index, target.z
        ground = target.y + (0.72 * target.height_m if target.is_actor else support_height(target))
    role.y = ground + height + index * (role.height_m + 0.05)
    role.waits = True
    lean = 0.25 * math.sin(1.7 * index + stage.seed % 7)
    spin = (0.0, 0.0, 0.0) if role.is_round else (0.3, 0.0, 0.5 + lean)
    stage.launches.append(Launch(role.label, start_s, (0.03 + 0.02 * index, 0.0, 0.0), spin))


def _hang_in_tree(role: Role, tree: Role, index: int) -> None:
    """Fruit hangs at the near side of the crown, low enough to be seen with the ground."""
    role.x = tree.x + tree.width_m * (0.2 + 0.08 * index)
    role.z = tree.z + 0.3 * tree.depth_m
    role.y = min(0.42 * tree.height_m, 1.9)


def _bounce(stage: Setting, role: Role, action: Action, start_s: float, index: int) -> None:
    role.y = max(role.y, 0.0) + 1.15 + 0.12 * index
    role.waits = True
    travels = action.preposition in {"across", "along", "down", "past", "over", "through"}
    speed = 0.9 if travels else 0.16
    if travels:
        role.x -= 1.1
    velocity = (speed, 0.0, 0.02 * index)
    stage.launches.append(
        Launch(role.label, start_s, velocity, (0.0, 0.0, -velocity[0] / radius_of(role)))
    )


def _glide(
    stage: Setting, role: Role, action: Action, start_s: float, index: int, *, is_rolling: bool
) -> None:
    """Rolls or slides over the ground towards its target, or from left to right."""
    target = _other(stage, action.target, role)
    speed = 2.0 if is_rolling and role.is_round else 2.4
    if {"slowly", "slow"} & set(action.adverbs):
        speed *= 0.55
    if {"fast", "quickly"} & set(action.adverbs):
        speed *= 1.6
    if target is not None and target.name == "ramp":
        _down_a_ramp(stage, role, target, start_s)
        return
    if target is not None and action.preposition in {"past", "by", "along", "around"}:
        beside = (target.depth_m + role.depth_m) / 2 + 0.25
        role.x, role.z = target.x - target.width_m / 2 - 1.5, target.z + beside
    elif target is not None:
        role.x, role.z = target.x - target.width_m / 2 - 1.5, target.z + 0.02
        speed *= 1.4
        if target.kind == "free" and is_rolling:
            fells = target.name in _FELLED
            speed = _BOWLED_MPS if target.name == "bowling pin" else speed
            aim_at(stage, role, target, "knock over" if fells else "hit")
    elif role.y < 0.1:
        role.x -= 1.5
        role.z += 0.05 * index
    velocity = np.array([speed, 0.0, 0.0])
    role.lies = is_rolling and role.is_roller
    rolls = is_rolling and (role.is_round or role.lies)
    spin = rolling_spin(velocity, radius_of(role)) if rolls else (0.0, 0.0, 0.0)
    stage.launches.append(Launch(role.label, start_s, triple(velocity), spin))


def _down_a_ramp(stage: Setting, role: Role, ramp: Role, start_s: float) -> None:
    """Let go near the ramp's upper end, which is at its left."""
    role.lies = role.is_roller
    share = 0.84
    role.x = ramp.x + (0.5 - share) * ramp.width_m
    role.z = ramp.z
    role.y = ramp.y + share * ramp.height_m + 0.25 * radius_of(role)
    role.waits = True
    stage.launches.append(Launch(role.label, start_s, (0.0, 0.0, 0.0)))


def _collide(stage: Setting, role: Role, action: Action, start_s: float, index: int) -> None:
    """Comes from the left and meets its target; two of a kind meet in the middle."""
    target = first(
        other
        for label in (action.object, action.target)
        if label
        for other in stage.group(label)
        if other is not role
    )
    speed = 2.6
    if target is None or target.group == role.group:
        side = -1.0 if index % 2 == 0 else 1.0
        centre_x, centre_z = stage.place.stage.center_m
        role.x, role.z = centre_x + side * 1.3, centre_z
        velocity = np.array([-side * speed, 0.0, 0.0])
        start_s -= 0.12 * index
    else:
        aim = aim_point(target, action)
        role.x, role.z = target.x - target.width_m / 2 - 1.4 - 0.3 * index, target.z
        if target.y > 0.3 or aim[1] > 1.2:
            aim_at(stage, role, target, action.verb)
            _fly(stage, role, action, start_s, index)
            return
        weight = sum(other.model.mass_kg for other in stage.group(target.group))
        ratio = weight / max(role.model.mass_kg, 0.05)
        aim_at(stage, role, target, action.verb)
        if action.verb == "knock over":
            bowl_over(
                stage,
                role,
                target,
                start_s,
                min(max(3.0 * ratio, 4.5), 13.0 if target.y + target.height_m > 0.6 else 6.0),
            )
            return
        velocity = np.array([min(max(0.8 * ratio, speed), 6.0), 0.0, 0.0])
    spin = rolling_spin(velocity, radius_of(role)) if role.is_round else (0.0, 0.0, 0.0)
    stage.launches.append(Launch(role.label, start_s, triple(velocity), spin))


def _fly(stage: Setting, role: Role, action: Action, start_s: float, index: int) -> None:
    """Comes in from the side, aimed at its target (a hoop's board, a wall, a box)."""
    target, goal = goal_of(stage, role, action, None)
    if target is None:
        role.x -= 1.6
        goal = np.array([role.x + 3.2, role.height_m / 2, role.z])
        start = np.array([role.x, 1.1, role.z])
    else:
        back = np.array([math.sin(target.yaw_rad), 0.0, math.cos(target.yaw_rad)])
        across = np.array([back[2], 0.0, -back[0]])
        middle = target.middle if target.aim is None else np.array(target.aim)
        start = middle + back * 2.6 - across * (0.7 + 0.2 * index)
        start[1] = 1.5 if target.height_m > 1.0 else 1.0
    role.x, role.y, role.z = float(start[0]), float(start[1]) - role.height_m / 2, float(start[2])
    role.waits = True
    arc = 0.6 if target is not None and target.name == "hoop" and action.verb == "score" else 0.22
    flight_s = flight_time(start, goal, stage.gravity_mps2, arc)
    velocity = velocity_to_reach(start, goal, flight_s, stage.gravity_mps2)
    stage.launches.append(Launch(role.label, start_s, triple(velocity), (2.0, 0.0, -3.0)))
