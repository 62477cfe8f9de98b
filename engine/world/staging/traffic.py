"""Vehicles: driven along the road (left to right as the camera sees it), with their engines."""

from __future__ import annotations

import math
from collections.abc import Callable

from engine.script.breakdown import Action
from engine.sound.score import EffectCue
from engine.timing import SAMPLE_RATE_HZ
from engine.world.model import Matrix
from engine.world.scene import Blow
from engine.world.staging.afloat import CRAFT, water_of
from engine.world.staging.roles import VEHICLES, Role, Setting, Window, first, placed

DRIVING = frozenset({"drive", "walk", "run", "stand", "turn", "roll", "chase", "overtake"})
NOT_STRUTTED = frozenset({"fall", "topple", "drop", "break", "collide", "push", "roll", "float"})
AIRCRAFT = frozenset({"airplane", "helicopter", "drone", "hot air balloon", "spaceship"})
CRASHING = frozenset({"collide", "hit", "knock over"})
_SPEED_MPS = {
    "bicycle": 4.0, "bus": 7.0, "train": 11.0, "tractor": 3.0, "motorcycle": 8.0, "scooter": 2.2,
    "skateboard": 2.6, "sled": 3.0, "skis": 3.5, "surfboard": 3.0, "boat": 1.2, "canoe": 1.2,
    "sailing ship": 2.5, "submarine": 2.0, "cart": 1.4, "wheelbarrow": 1.2,
}  # fmt: skip
_AFLOAT = CRAFT | {"surfboard"}
_DRAUGHT = 0.3
_SMALL_M = 2.4
_CAR_MPS = 8.0
_PATH_POINTS = 24
_CRASH_NS = 1200.0


def drive(
    stage: Setting, role: Role, action: Action, window: Window, index: int
) -> EffectCue | None:
    """Lays a vehicle's way through the shot and returns its engine's sound."""
    speed = _SPEED_MPS.get(role.name, _CAR_MPS)
    if {"slowly", "slow"} & set(action.adverbs):
        speed *= 0.45
    if {"fast", "quickly"} & set(action.adverbs) or action.verb == "run":
        speed *= 1.7
    else:  # most of the shot in the picture
        seen_m = 10.0 + 3.0 * max(role.model.size_m)
        speed = max(min(speed, seen_m / max(window.length_s, 1.0)), 0.6 * speed)
    stops = action.verb == "stand" or "stops" in action.adverbs
    centre_x = stage.place.stage.center_m[0]
    lane_z, level_y = _way_of(stage, role, index)
    middle_s = (window.start_s + window.end_s) / 2
    long_x = role.model.size_m[0] > 1.5 * role.model.size_m[2]
    yaw = 0.0 if long_x else math.pi / 2
    role.yaw_rad = yaw
    role.x, role.y, role.z = centre_x, level_y, lane_z

    def track(time_s: float) -> Matrix:
        if stops:
            left_s = max(middle_s - time_s, 0.0)
            brake_s = min(1.4, middle_s)
            far = speed * max(left_s - brake_s, 0.0)
            x = centre_x - far - 0.5 * speed / max(brake_s, 0.1) * min(left_s, brake_s) ** 2
        else:
            x = centre_x + speed * (time_s - middle_s)
        return placed(x, level_y, lane_z, yaw)

    role.track = track
    return _engine(stage, role, track, lane_z, until_s=stage.duration_s)


def _way_of(stage: Setting, role: Role, index: int) -> tuple[float, float]:
    """(z, y) of a vehicle's way: its lane, the stage's middle for small ones, or the water."""
    water = water_of(stage) if role.name in _AFLOAT else None
    if water is not None:
        near = water.high_m[1] - 1.2 - role.model.size_m[0] - 2.0 * index
        z = max(min(near, stage.place.stage.center_m[1]), water.low_m[1] + 1.0)
        return z, water.level_m - _DRAUGHT * min(role.height_m, 1.0)
    if max(role.model.size_m) < _SMALL_M:
        return stage.place.stage.center_m[1] - 0.8 * index, 0.0
    return _lane(stage) - 2.9 * index, 0.0


def crash(stage: Setting, role: Role, action: Action, window: Window) -> EffectCue | None:
    """Drives into its target and brakes; what is loose flies off, what is fixed stops it dead."""
    target = first(
        other
        for label in (action.object, action.target)
        if label
        for other in stage.group(label)
        if other is not role
    )
    if target is None:
        return _head_on(stage, role, window)
    speed = 0.48 * _SPEED_MPS.get(role.name, _CAR_MPS)
    lane_z = _lane(stage)
    hit_s = window.start_s + 0.35 * window.length_s
    if target.name == "wall":
        target.yaw_rad = 0.35 - math.pi / 2
    if not target.is_of_the_place:
        target.x, target.z = stage.place.stage.center_m[0] + 0.8, lane_z
    reach = target.width_m if target.name != "wall" else 0.55
    nose = target.x - reach / 2 - role.model.size_m[2] / 2
    brake_s = 0.06 if target.kind == "fixed" else 0.6
    role.yaw_rad = math.pi / 2
    role.x, role.z = nose - speed * hit_s, lane_z

    def track(time_s: float) -> Matrix:
        past_s = min(max(time_s - hit_s, 0.0), brake_s)
        x = nose + speed * (min(time_s - hit_s, 0.0) + past_s - past_s**2 / (2 * brake_s))
        return placed(x, 0.0, lane_z, math.pi / 2)

    role.track = track
    if target.kind == "fixed":
        spot = (nose + role.model.size_m[2] / 2, 0.6, lane_z)
        stage.blows.append(Blow(role.label, target.label, hit_s, spot, _CRASH_NS * speed))
    return _engine(stage, role, track, lane_z, until_s=hit_s + brake_s)


def _head_on(stage: Setting, role: Role, window: Window) -> EffectCue | None:
    """Two of a kind meet nose to nose on one lane."""
    group = stage.group(role.group)
    side = -1.0 if group.index(role) % 2 == 0 else 1.0
    speed = 0.48 * _SPEED_MPS.get(role.name, _CAR_MPS)
    lane_z = _lane(stage) - 2.9 * (group.index(role) // 2)
    hit_s = window.start_s + 0.4 * window.length_s
    centre_x = stage.place.stage.center_m[0]
    stop_x = centre_x + side * role.model.size_m[2] / 2
    yaw = -side * math.pi / 2
    role.yaw_rad, role.x, role.z = yaw, stop_x + side * speed * hit_s, lane_z

    def track(time_s: float) -> Matrix:
        return placed(stop_x + side * speed * max(hit_s - time_s, 0.0), 0.0, lane_z, yaw)

    role.track = track
    if len(group) > 1 and side > 0.0:
        other = group[group.index(role) - 1]
        spot = (centre_x, 0.6, lane_z)
        stage.blows.append(Blow(role.label, other.label, hit_s, spot, 2 * _CRASH_NS * speed))
    return _engine(stage, role, track, lane_z, until_s=hit_s)


def fly_by(stage: Setting, role: Role, action: Action, window: Window, index: int) -> None:
    """Aircraft cross the sky above the stage; what hovers stays there, rocking in the air."""
    hovers = action.verb != "fly" or role.name == "hot air balloon"
    length = max(role.model.size_m)
    centre_x, centre_z = stage.place.stage.center_m
    height = max(1.7, 0.9 * length) if length < 1.5 else 3.0 + 0.35 * length
    z = centre_z - 0.9 * length - 0.8 * index
    speed = 0.5 if hovers else (1.6 if length < 1.5 else 0.55 * length + 2.0)
    if {"slowly", "slow"} & set(action.adverbs):
        speed *= 0.5
    middle_s = (window.start_s + window.end_s) / 2
    yaw = math.pi / 2 - 0.25

    def track(time_s: float) -> Matrix:
        gone = speed * (time_s - middle_s) * (0.3 if hovers else 1.0)
        pose = placed(
            centre_x + gone * math.sin(yaw), height + 0.06 * math.sin(1.3 * time_s + index),
            z + gone * math.cos(yaw), yaw,
        )  # fmt: skip
        roll = 0.05 * math.sin(0.9 * time_s + index)
        c, s = math.cos(roll), math.sin(roll)
        pose[:3, :3] = pose[:3, :3] @ [[c, -s, 0], [s, c, 0], [0, 0, 1]]
        return pose

    role.kind, role.track, role.hangs_on = "driven", track, True
    role.x, role.y, role.z, role.yaw_rad = centre_x, height, z, yaw


def strut(stage: Setting, role: Role, action: Action, window: Window) -> None:
    """A robot goes its way with a rocking gait, or rocks on the spot."""
    goes = action.verb in {"walk", "run"}
    speed = (0.55 if action.verb == "walk" else 1.1) if goes else 0.0
    centre_x, z = role.x, role.z
    way_m = speed * max(window.length_s - 0.3, 0.1)
    begin_x = centre_x - way_m / 2

    def track(time_s: float) -> Matrix:
        gone_s = min(max(time_s - window.start_s, 0.0), window.length_s)
        yaw = math.pi / 2 - 0.5 if goes else 0.4 * math.sin(2.2 * gone_s)
        pose = placed(begin_x + min(speed * gone_s, way_m), 0.0, z, yaw)
        inside = 0.0 < gone_s < window.length_s
        rock = 0.07 * math.sin(2.0 * math.pi * 1.6 * gone_s) * inside
        c, s = math.cos(rock), math.sin(rock)
        pose[:3, :3] = pose[:3, :3] @ [[c, -s, 0], [s, c, 0], [0, 0, 1]]
        pose[1, 3] = 0.5 * role.model.size_m[0] * abs(s)
        return pose

    role.x, role.kind, role.track = begin_x, "driven", track


def _engine(
    stage: Setting, role: Role, track: Callable[[float], Matrix], lane_z: float, until_s: float
) -> EffectCue | None:
    if role.name not in VEHICLES | {"motorcycle", "tractor"} or role.name in {"bicycle", "boat"}:
        return None
    times = [until_s * step / (_PATH_POINTS - 1) for step in range(_PATH_POINTS)]
    path = tuple((float(track(t)[0, 3]), 0.6, lane_z) for t in times)
    return EffectCue(
        name="engine",
        sample=0,
        path_m=path,
        end_sample=round(until_s * SAMPLE_RATE_HZ),
        level_db=-4.0,
    )


def _lane(stage: Setting) -> float:
    """Where traffic runs: on the place's road when it has one, else behind the stage."""
    road_z = stage.place.road_z
    return road_z if road_z is not None else stage.place.stage.center_m[1] - 2.4
