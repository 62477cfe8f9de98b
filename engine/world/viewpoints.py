"""Cameras that belong to somebody: through their eyes, over their shoulder; and what is sharp."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from engine.camera.lens import focal_length_mm
from engine.camera.motion import key_at, pose_at
from engine.camera.path import CameraKey, CameraPath
from engine.request import ShotRequest
from engine.world.coverage import Subject, Track, track_of, triple
from engine.world.scene import Actor
from engine.world.simulation import Motion

Points = NDArray[np.float64]

CLOSE_APERTURE_F = 2.8
RACKED_APERTURE_F = 1.8
_EVERY_FRAMES = 6
_EYES_AHEAD_M = 0.17
_EYES_UP_M = 0.05
_GLANCE_M = 4.0
_POV_LENS_MM = 26.0
_POV_SWAY = 0.5
_BEHIND_M, _ASIDE_M, _ABOVE_M = 0.72, 0.36, 0.12
_BUST_M, _BUST_FILL = 0.62, 0.55
_RACK_FROM, _RACK_TO = 0.38, 0.56
_NEAR_SHARE = 0.45


def through_eyes(
    viewer: Actor, seen: Subject | None, motion: Motion, request: ShotRequest
) -> CameraPath:
    """What a person sees: from between the eyes, at what is looked at or straight ahead."""
    track = track_of(motion, request, seen) if seen is not None else None
    keys = []
    for frame in _sampled(request):
        time_s = (frame + 0.5) / float(request.rate.fraction)
        eyes, ahead = _eyes(viewer, time_s)
        target = eyes + ahead * _GLANCE_M
        if seen is not None and track is not None:
            target = _face(seen, track, frame, time_s)
        flat = (target - eyes) * (1.0, 0.0, 1.0)
        length = float(np.linalg.norm(flat))
        towards = flat / length if length > 1e-3 else ahead
        position = eyes + towards * _EYES_AHEAD_M
        if float(np.linalg.norm(target - position)) < 0.1:
            target = position + towards
        keys.append(
            CameraKey(
                frame=frame,
                position_m=triple(position),
                target_m=triple(target),
                focal_length_mm=_POV_LENS_MM,
            )
        )
    return CameraPath(keys=tuple(keys), handheld=_POV_SWAY)


def over_shoulder(viewer: Actor, seen: Subject, motion: Motion, request: ShotRequest) -> CameraPath:
    """From behind a person's shoulder onto whom or what the person faces."""
    track = track_of(motion, request, seen)
    aspect = request.width_px / request.height_px
    keys = []
    for frame in _sampled(request):
        time_s = (frame + 0.5) / float(request.rate.fraction)
        eyes, ahead = _eyes(viewer, time_s)
        face = _face(seen, track, frame, time_s)
        flat = (face - eyes) * (1.0, 0.0, 1.0)
        length = float(np.linalg.norm(flat))
        towards = flat / length if length > 1e-3 else ahead
        aside = np.cross(towards, (0.0, 1.0, 0.0))
        position = eyes - towards * _BEHIND_M + aside * _ASIDE_M + (0.0, _ABOVE_M, 0.0)
        distance = float(np.linalg.norm(face - position))
        opening = 2.0 * math.atan(_BUST_M / _BUST_FILL / 2.0 / max(distance, 0.3))
        lens = focal_length_mm(opening, aspect)
        keys.append(
            CameraKey(
                frame=frame,
                position_m=triple(position),
                target_m=triple(face - aside * (0.07 * distance)),
                focal_length_mm=min(max(lens, 24.0), 120.0),
                focus_distance_m=distance,
                aperture_f=CLOSE_APERTURE_F,
            )
        )
    return CameraPath(keys=tuple(keys))


def focused(
    path: CameraPath, on: Subject, motion: Motion, request: ShotRequest, aperture_f: float
) -> CameraPath:
    """The same path, sharp on a subject wherever it goes."""
    track = track_of(motion, request, on)
    frames = sorted({*(key.frame for key in path.keys), *_sampled(request)})
    keys = tuple(
        msgspec.structs.replace(
            key_at(path, frame),
            focus_distance_m=_distance(path, _face_at(on, track, frame, request), frame, request),
            aperture_f=aperture_f,
            ease="linear",
        )
        for frame in frames
        if frame < request.frame_count
    )
    return msgspec.structs.replace(path, keys=keys)


def racked(
    path: CameraPath, ends: Sequence[Subject], motion: Motion, request: ShotRequest, lens_f: float
) -> CameraPath:
    """The same path; the focus goes from the first of ``ends`` to the last about half way.

    With one only, it comes to it from something nearer to the camera.
    """
    last = request.frame_count - 1
    frames = sorted({0, round(_RACK_FROM * last), round(_RACK_TO * last), last})
    keys = []
    for frame in frames:
        one = ends[0] if frame <= _RACK_FROM * last + 0.5 else ends[-1]
        point = _face_at(one, track_of(motion, request, one), frame, request)
        distance = _distance(path, point, frame, request)
        if len(ends) == 1 and frame <= _RACK_FROM * last + 0.5:
            distance *= _NEAR_SHARE
        keys.append(
            msgspec.structs.replace(
                key_at(path, frame), focus_distance_m=distance, aperture_f=lens_f
            )
        )
    return msgspec.structs.replace(path, keys=tuple(keys))


def _sampled(request: ShotRequest) -> list[int]:
    last = request.frame_count - 1
    return sorted({*range(0, last, _EVERY_FRAMES), max(last, 0)})


def _eyes(viewer: Actor, time_s: float) -> tuple[Points, Points]:
    """Where the eyes are, and straight ahead (level)."""
    head = np.asarray(viewer.performance.head(time_s), np.float64)
    heading = viewer.performance.heading(time_s)
    ahead = np.array([math.sin(heading), 0.0, math.cos(heading)])
    return head + np.array([0.0, _EYES_UP_M, 0.0]), ahead


def _face(one: Subject, track: Track, frame: int, time_s: float) -> Points:
    """The face of a figure, the middle of a thing."""
    if isinstance(one, Actor):
        return np.asarray(one.performance.head(time_s), np.float64)
    return np.asarray(track[frame], np.float64)


def _face_at(one: Subject, track: Track, frame: int, request: ShotRequest) -> Points:
    return _face(one, track, frame, (frame + 0.5) / float(request.rate.fraction))


def _distance(path: CameraPath, point: Points, frame: int, request: ShotRequest) -> float:
    """Along the camera's axis, as a lens focuses."""
    camera = pose_at(path, frame, request.width_px, request.height_px)
    ahead = float((camera.position_m - point) @ camera.camera_to_world[:3, 2])
    return round(max(ahead, 0.1), 4)
