"""Room to act: nothing stands in anything else, nobody walks through anybody or anything."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from engine.world.assets.places import Placed
from engine.world.scene import ROOM_SIDES
from engine.world.staging.roles import Role, Setting

_GAP_M = 0.04
_BODY_M = 0.3
_WALK_RATE_HZ = 10
_KERBS_M = (-3.25, 3.3)
_SIDE_ROAD_M = 2.9
_LARGEST_DRESSING_M = 6.5
_LOW_M = 0.2
_OFF_WALL_M = 0.7

Spot = tuple[float, float]


@dataclass(frozen=True)
class Footprint:
    """What a thing covers of the ground, metres."""

    low_x: float
    high_x: float
    low_z: float
    high_z: float

    def grown(self, by_m: float) -> Footprint:
        """Larger on all sides."""
        return Footprint(
            self.low_x - by_m, self.high_x + by_m, self.low_z - by_m, self.high_z + by_m
        )

    def meets(self, other: Footprint) -> bool:
        """Do the two overlap?"""
        return (
            self.low_x < other.high_x
            and other.low_x < self.high_x
            and self.low_z < other.high_z
            and other.low_z < self.high_z
        )

    def is_crossed(self, start: Spot, end: Spot) -> bool:
        """Does the straight way from ``start`` to ``end`` lead through?"""
        first, last = 0.0, 1.0
        bounds = ((self.low_x, self.high_x), (self.low_z, self.high_z))
        for a, b, (low, high) in zip(start, end, bounds, strict=True):
            if abs(b - a) < 1e-9:
                if not low < a < high:
                    return False
                continue
            near, far = sorted(((low - a) / (b - a), (high - a) / (b - a)))
            first, last = max(first, near), min(last, far)
        return first < last


def footprint(role: Role) -> Footprint:
    """Of a role as it stands."""
    half_x, half_z = role.width_m / 2, role.depth_m / 2
    return Footprint(role.x - half_x, role.x + half_x, role.z - half_z, role.z + half_z)


def push_apart(setting: Setting) -> None:
    """Moves what stands in something else aside, along the shorter way."""
    solid = [role for role in setting.roles if not role.is_backdrop]
    for _ in range(4):
        moved = False
        for index, first in enumerate(solid):
            for second in solid[index + 1 :]:
                moved = _separate(first, second) or moved
        if not moved:
            return


def _separate(first: Role, second: Role) -> bool:
    one, other = footprint(first), footprint(second)
    same_level = (
        first.y < second.y + second.height_m - 0.005 and second.y < first.y + first.height_m - 0.005
    )
    if not same_level or not one.meets(other) or first.hangs_on or second.hangs_on:
        return False
    loser = second if not second.is_of_the_place else first
    if loser.is_of_the_place:
        return False
    keeper = first if loser is second else second
    push_x = min(one.high_x, other.high_x) - max(one.low_x, other.low_x) + _GAP_M
    push_z = min(one.high_z, other.high_z) - max(one.low_z, other.low_z) + _GAP_M
    if push_x <= push_z:
        loser.x += push_x if loser.x >= keeper.x else -push_x
    else:
        loser.z += push_z if loser.z >= keeper.z else -push_z
    return True


def clear_ways(setting: Setting) -> None:
    """Ways lead round what stands there, and two who walk keep out of each other's way."""
    for role in setting.actors():
        _keep_on_road(setting, role)
        _keep_inside(setting, role)
        _go_round(setting, role)
    walkers = [role for role in setting.actors() if role.model.figure != "bird"]
    for index, role in enumerate(walkers):
        for other in walkers[:index]:
            _step_aside(setting, other, role)


def _go_round(setting: Setting, role: Role) -> None:
    if role.model.figure == "bird":
        return
    here = (role.x, role.z)
    for number, act in enumerate(role.acts):
        if act.kind not in {"walk", "run"} or not act.points:
            if act.points and act.kind == "jump":
                here = act.points[-1]
            continue
        last = _off_obstacles(setting, role, act.points[-1])
        points = [here, *act.points[:-1], last]
        way = [here]
        for start, end in pairwise(points):
            way.extend(_round_about(setting, role, start, end))
            way.append(end)
        role.acts[number] = replace(act, points=tuple(way[1:]))
        here = last


def _off_obstacles(setting: Setting, role: Role, spot: Spot) -> Spot:
    """Nobody stops inside a thing: beside it, on the side towards the camera."""
    for other in setting.roles:
        if other is role or other.is_handled or other.is_pushed or other.is_actor or other.y > 1.5:
            continue
        if role.family and role.family == other.family:
            continue
        area = footprint(other).grown(0.15)
        if area.low_x < spot[0] < area.high_x and area.low_z < spot[1] < area.high_z:
            spot = (spot[0], area.high_z + 0.15)
    return spot


def _round_about(setting: Setting, role: Role, start: Spot, end: Spot) -> list[Spot]:
    """Way points beside what stands between ``start`` and ``end``."""
    body = _BODY_M if role.is_person else role.model.size_m[0] / 2
    found: list[tuple[float, Spot]] = []
    for other in setting.roles:
        is_obstacle = other is not role and not other.is_handled and other.height_m > 0.15
        if not is_obstacle or other.y > 1.5 or other.track is not None or other.hangs_on:
            continue
        if other.is_actor and any(act.kind in {"walk", "run"} for act in other.acts):
            continue
        area = footprint(other).grown(body)
        inside = any(
            area.low_x < x < area.high_x and area.low_z < z < area.high_z for x, z in (start, end)
        )
        if inside or other.is_pushed or not area.is_crossed(start, end):
            continue
        z = area.high_z + 0.1 if (start[1] + end[1]) / 2 >= other.z - 0.05 else area.low_z - 0.1
        along = abs(end[0] - start[0]) >= abs(end[1] - start[1])
        spot = (other.x, z) if along else (area.high_x + 0.1, other.z)
        found.append((math.dist(start, spot), spot))
    return [spot for _, spot in sorted(found)]


def _walk(setting: Setting, role: Role) -> np.ndarray:
    """(moments, 2) where a role stands over the shot, walking evenly."""
    times = np.arange(0.0, setting.duration_s, 1.0 / _WALK_RATE_HZ)
    knots, spots = [0.0], [(role.x, role.z)]
    for act in sorted(role.acts, key=lambda act: act.start_s):
        if act.kind not in {"walk", "run", "jump"} or not act.points:
            continue
        way = [spots[-1], *act.points]
        steps = [math.dist(a, b) for a, b in pairwise(way)]
        total = max(sum(steps), 1e-6)
        knots.append(max(act.start_s, knots[-1]))
        spots.append(way[0])
        gone = 0.0
        for step, spot in zip(steps, act.points, strict=True):
            gone += step
            knots.append(max(act.start_s + act.length_s * gone / total, knots[-1]))
            spots.append(spot)
    xs, zs = zip(*spots, strict=True)
    return np.stack([np.interp(times, knots, xs), np.interp(times, knots, zs)], axis=1)


def _step_aside(setting: Setting, first: Role, second: Role) -> None:
    """Shifts the later named of two whose ways meet."""
    if (first.family and first.family == second.family) or second.hangs_on or first.hangs_on:
        return
    room = 0.5 * (_reach(first) + _reach(second))
    apart = np.linalg.norm(_walk(setting, first) - _walk(setting, second), axis=1).min()
    if apart >= room or not any(act.points for act in (*first.acts, *second.acts)):
        return
    mover = second if any(act.points for act in second.acts) else first
    still = first if mover is second else second
    aside = (room - float(apart) + 0.15) * (1.0 if mover.z >= still.z + 0.01 else -1.0)
    mover.z += aside
    mover.acts = [
        replace(act, points=tuple((x, z + aside) for x, z in act.points))
        if act.kind != "hold"
        else act
        for act in mover.acts
    ]


def _reach(role: Role) -> float:
    return 0.7 if role.is_person else max(role.model.size_m[0], 0.7 * role.model.size_m[2])


def _keep_on_road(setting: Setting, role: Role) -> None:
    """Nobody sinks into the street's pavements: acting happens between the kerbs."""
    if setting.place.name != "street" or role.model.figure == "bird":
        return
    role.x, role.z = _on_road((role.x, role.z))
    role.acts = [
        act
        if act.kind in {"hold", "fly"}
        else replace(act, points=tuple(_on_road(spot) for spot in act.points))
        for act in role.acts
    ]


def _keep_inside(setting: Setting, role: Role) -> None:
    """Ways end before the walls of a room."""
    sides = {thing.model.name: thing.position_m for thing in setting.place.things}
    if "left wall" not in sides or "right wall" not in sides:
        return
    low = (sides["left wall"][0] + _OFF_WALL_M, sides["back wall"][2] + _OFF_WALL_M)
    high = (sides["right wall"][0] - _OFF_WALL_M, setting.place.stage.center_m[1] + 3.0)

    def inside(spot: Spot) -> Spot:
        x, z = spot
        return (min(max(x, low[0]), high[0]), min(max(z, low[1]), high[1]))

    role.x, role.z = inside((role.x, role.z))
    role.acts = [
        act
        if act.kind == "hold"
        else replace(act, points=tuple(inside(spot) for spot in act.points))
        for act in role.acts
    ]


def _on_road(spot: Spot) -> Spot:
    x, z = spot
    if z < _KERBS_M[0] and abs(x) < _SIDE_ROAD_M + 1.5:
        return (min(max(x, -_SIDE_ROAD_M), _SIDE_ROAD_M), z)
    return (x, min(max(z, _KERBS_M[0]), _KERBS_M[1]))


def is_in_the_way(setting: Setting, thing: Placed) -> bool:
    """Does dressing of the place stand where a role stands or walks?  Then it is taken away."""
    width, height, depth = thing.model.size_m
    x, y, z = thing.position_m
    if thing.model.name in ROOM_SIDES or not thing.model.colliders:
        return False
    if max(width, depth) > _LARGEST_DRESSING_M or y > 1.5 or height < _LOW_M:
        return False
    c, s = abs(math.cos(thing.yaw_rad)), abs(math.sin(thing.yaw_rad))
    half_x, half_z = (width * c + depth * s) / 2, (depth * c + width * s) / 2
    area = Footprint(x - half_x, x + half_x, z - half_z, z + half_z)
    for role in setting.roles:
        if role.is_of_the_place:
            continue
        if role.y < height and area.meets(footprint(role)):
            return True
        ways = [
            (role.x, role.z),
            *(p for act in role.acts if act.kind != "hold" for p in act.points),
        ]
        body = area.grown(_BODY_M)
        if role.is_actor and any(body.is_crossed(a, b) for a, b in pairwise(ways)):
            return role.model.figure != "bird"
    return False
