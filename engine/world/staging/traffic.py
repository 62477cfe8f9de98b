"""Vehicles: driven along the road (left to right as the camera sees it), with their engines."""

from __future__ import annotations

import math

from engine.script.breakdown import Action
from engine.sound.score import EffectCue
from engine.timing import SAMPLE_RATE_HZ
from engine.world.model import Matrix
from engine.world.staging.roles import Role, Stage, Window, placed

DRIVING = frozenset({"drive", "walk", "run", "stand", "turn", "roll"})
_SPEED_MPS = {"bicycle": 4.5, "bus": 7.0, "train": 11.0}
_CAR_MPS = 8.0
_PATH_POINTS = 24


def drive(stage: Stage, role: Role, action: Action, window: Window, index: int) -> EffectCue | None:
    """Lays a vehicle's way through the shot and returns its engine's sound."""
    speed = _SPEED_MPS.get(role.name, _CAR_MPS)
    if {"slowly", "slow"} & set(action.adverbs):
        speed *= 0.45
    if {"fast", "quickly"} & set(action.adverbs) or action.verb == "run":
        speed *= 1.7
    stops = action.verb == "stand" or "stops" in action.adverbs
    centre_x = stage.place.stage.center_m[0]
    lane_z = _lane(stage) - 2.9 * index
    middle_s = (window.start_s + window.end_s) / 2
    role.yaw_rad = math.pi / 2
    role.x, role.z = centre_x, lane_z

    def track(time_s: float) -> Matrix:
        if stops:
            left_s = max(middle_s - time_s, 0.0)
            brake_s = min(1.4, middle_s)
            far = speed * max(left_s - brake_s, 0.0)
            x = centre_x - far - 0.5 * speed / max(brake_s, 0.1) * min(left_s, brake_s) ** 2
        else:
            x = centre_x + speed * (time_s - middle_s)
        return placed(x, 0.0, lane_z, math.pi / 2)

    role.track = track
    if role.name == "bicycle":
        return None
    times = [stage.duration_s * step / (_PATH_POINTS - 1) for step in range(_PATH_POINTS)]
    path = tuple((float(track(t)[0, 3]), 0.6, lane_z) for t in times)
    return EffectCue(
        name="engine",
        sample=0,
        path_m=path,
        end_sample=round(stage.duration_s * SAMPLE_RATE_HZ),
        level_db=-4.0,
    )


def _lane(stage: Stage) -> float:
    """Where traffic runs: on the place's road when it has one, else behind the stage."""
    road_z = stage.place.road_z
    return road_z if road_z is not None else stage.place.stage.center_m[1] - 2.4
