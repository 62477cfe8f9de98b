"""The operator's hand: the camera turns after what is told before it leaves the picture."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from engine.camera.motion import key_at, pose_at
from engine.camera.path import CameraKey, CameraPath
from engine.request import ShotRequest
from engine.world.coverage import Subject, Track, triple
from engine.world.scene import Actor, Prop, Scene
from engine.world.simulation import Motion

Points = NDArray[np.float64]

STEADY_MOVES = frozenset({"", "static", "handheld", "dolly in", "dolly out", "dutch", "follow"})
"""Moves that leave the operator a free hand; of the others the words say where they look."""

_EVERY_FRAMES = 3
_AHEAD_S = 0.25
_SOFTENED_OVER = 7
_ZONE_SHARE = 0.8
_LEAST_SHARE = 0.22
_STEEPEST_RAD = math.radians(72.0)
_FLIGHT_WEIGHT = 0.8
_STAYS_S = 0.35


def told_track(
    chosen: Sequence[Subject],
    tracks: Sequence[Track],
    scene: Scene,
    motion: Motion,
    request: ShotRequest,
    *,
    is_close: bool,
) -> tuple[Track, float] | None:
    """What the eye goes after: (frames, 3) its middle (of close shots a face), its radius (m).

    One subject alone, or what somebody throws or kicks; None where several share the picture.
    """
    flown = _flight(chosen, scene, motion, request)
    if flown is not None:
        return flown
    actors = [index for index, one in enumerate(chosen) if isinstance(one, Actor)]
    if len(chosen) != 1 and len(actors) != 1:
        return None
    index = actors[0] if actors else 0
    one, track = chosen[index], tracks[index]
    if is_close and isinstance(one, Actor):
        rate = float(request.rate.fraction)
        heads = [one.performance.head((f + 0.5) / rate) for f in range(request.frame_count)]
        return np.array(heads, np.float64), 0.08 * one.model.size_m[1]
    held = _held_from(track, _end_of(one, motion, request))
    return held, 0.5 * max(one.model.size_m)


def kept_in_picture(
    path: CameraPath, told: Track, radius_m: float, request: ShotRequest
) -> CameraPath:
    """The same path where what is told stays in the picture, else one that turns after it."""
    last = request.frame_count - 1
    frames = sorted({*range(0, last, _EVERY_FRAMES), last})
    ahead = round(_AHEAD_S * float(request.rate.fraction))
    soon = [told[min(frame + ahead, last)] for frame in frames]
    turns = np.array(
        [
            _turn_needed(path, frame, told[frame], at, radius_m, request)
            for frame, at in zip(frames, soon, strict=True)
        ]
    )
    if float(np.abs(turns).max()) < 1e-4:
        return path
    turns = _softened(turns)
    keys = tuple(
        _turned_key(key_at(path, frame), turn) for frame, turn in zip(frames, turns, strict=True)
    )
    return msgspec.structs.replace(path, keys=keys)


def _flight(
    chosen: Sequence[Subject], scene: Scene, motion: Motion, request: ShotRequest
) -> tuple[Track, float] | None:
    """A thrower until the throw, then what flies, until it has met something."""
    actors = [one for one in chosen if isinstance(one, Actor)]
    things = {prop.label: prop for prop in scene.props}
    launch = next((one for one in scene.launches if one.prop in things), None)
    if not actors or launch is None:
        return None
    rate = float(request.rate.fraction)
    start = min(round(launch.time_s * rate), request.frame_count - 1)
    prop = things[launch.prop]
    flying = np.asarray(motion.poses[prop.label][:, :3, 3], np.float64)
    bodies = np.array([_body_track(actor, request) for actor in actors])
    thrower = int(np.argmin(np.linalg.norm(bodies[:, start] - flying[start], axis=1)))
    body = bodies[thrower]
    flying = _held_from(flying, _met(prop, start, motion, request))
    share = np.where(np.arange(request.frame_count) >= start, _FLIGHT_WEIGHT, 0.0)[:, None]
    return body + share * (flying - body), 0.3 * actors[thrower].model.size_m[1]


def _body_track(actor: Actor, request: ShotRequest) -> Track:
    rate = float(request.rate.fraction)
    lift = np.array([0.0, 0.55 * actor.model.size_m[1], 0.0])
    spots = [actor.performance.position((f + 0.5) / rate) for f in range(request.frame_count)]
    return np.asarray(np.array(spots, np.float64) + lift)


def _met(prop: Prop, start: int, motion: Motion, request: ShotRequest) -> int:
    """The frame a little after a flight has met anything."""
    stays = round(_STAYS_S * float(request.rate.fraction))
    met = [c.frame for c in motion.contacts if prop.label in c.bodies and c.frame > start + 2]
    return min([*met, request.frame_count - 1]) + stays


def _end_of(one: Subject, motion: Motion, request: ShotRequest) -> int:
    """The frame in which a thing breaks, after which its place is looked at."""
    broken = [event.frame for event in motion.breaks if event.prop == one.label]
    return min([*broken, request.frame_count - 1])


def _held_from(track: Track, frame: int) -> Track:
    """The same way, at rest from a frame on."""
    held = np.array(track, np.float64)
    held[min(frame, len(held) - 1) :] = held[min(frame, len(held) - 1)]
    return held


def _turn_needed(
    path: CameraPath,
    frame: int,
    now: Points,
    soon: Points,
    radius_m: float,
    request: ShotRequest,
) -> Points:
    """(2,) yaw and pitch by which the camera must turn so that a point is well inside."""
    camera = pose_at(path, frame, request.width_px, request.height_px)
    half_y = camera.vertical_fov_rad / 2.0
    half_x = math.atan(math.tan(half_y) * request.width_px / request.height_px)
    look = _angles(-camera.camera_to_world[:3, 2])
    needed = np.zeros(2)
    for point in (now, soon):
        way = point - camera.position_m
        own = math.atan2(radius_m, max(float(np.linalg.norm(way)), 0.05))
        off = _angles(way) - look - needed
        off[0] = math.remainder(off[0], 2.0 * math.pi)
        zone = np.array(
            [max(_ZONE_SHARE * half - own, _LEAST_SHARE * half) for half in (half_x, half_y)]
        )
        needed += off - np.clip(off, -zone, zone)
    return needed


def _angles(way: Points) -> Points:
    """(2,) yaw (from -Z towards +X) and pitch of a direction."""
    flat = math.hypot(float(way[0]), float(way[2]))
    return np.array([math.atan2(float(way[0]), -float(way[2])), math.atan2(float(way[1]), flat)])


def _softened(turns: Points) -> Points:
    """Averaged over the frames around, so that the camera starts and stops gently."""
    reach = _SOFTENED_OVER // 2
    padded = np.pad(turns, ((reach, reach), (0, 0)), mode="edge")
    mean: Points = np.mean(
        [padded[start : start + len(turns)] for start in range(_SOFTENED_OVER)], axis=0
    )
    return mean


def _turned_key(key: CameraKey, turn: Points) -> CameraKey:
    position = np.array(key.position_m)
    way = np.array(key.target_m) - position
    yaw, pitch = _angles(way) + turn
    pitch = min(max(pitch, -_STEEPEST_RAD), _STEEPEST_RAD)
    ahead = np.array(
        [math.sin(yaw) * math.cos(pitch), math.sin(pitch), -math.cos(yaw) * math.cos(pitch)]
    )
    target = position + ahead * float(np.linalg.norm(way))
    return msgspec.structs.replace(key, target_m=triple(target))
