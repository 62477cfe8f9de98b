"""Where on the picture the shot's subject is: measured after the camera is laid."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.camera.motion import pose_at
from engine.camera.path import CameraPath
from engine.camera.pose import project
from engine.generation import ShownSubject
from engine.request import ShotRequest
from engine.world.coverage import Subject, Track, track_of
from engine.world.simulation import Motion

_EVERY_FRAMES = 12
_CORNERS = np.array([(x, y, z) for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], np.float64)


def shown_subjects(
    chosen: Sequence[Subject], motion: Motion, path: CameraPath, request: ShotRequest
) -> tuple[ShownSubject, ...]:
    """The box round all of ``chosen`` every dozen frames and at the last.

    Frames in which nothing of them is ahead of the camera are left out.
    """
    tracks = [track_of(motion, request, one) for one in chosen]
    last = request.frame_count - 1
    frames = sorted({*range(0, last, _EVERY_FRAMES), last})
    found = (_shown_at(frame, chosen, tracks, path, request) for frame in frames)
    return tuple(one for one in found if one is not None)


def _shown_at(
    frame: int,
    chosen: Sequence[Subject],
    tracks: Sequence[Track],
    path: CameraPath,
    request: ShotRequest,
) -> ShownSubject | None:
    width, height = request.width_px, request.height_px
    camera = pose_at(path, frame, width, height)
    corners = [
        track[frame] + _CORNERS * np.array(one.model.size_m) / 2
        for one, track in zip(chosen, tracks, strict=True)
    ]
    if not corners:
        return None
    where, ahead = project(
        np.concatenate(corners), camera.camera_to_world, camera.vertical_fov_rad, width / height
    )
    seen = np.clip(where[ahead > 0.0], -1.0, 1.0)
    if not len(seen):
        return None
    low, high = seen.min(axis=0), seen.max(axis=0)
    if float((high - low).min()) < 1e-3:
        return None
    return ShownSubject(
        frame=frame,
        left=round(float(low[0] + 1) / 2, 4),
        top=round(float(1 - high[1]) / 2, 4),
        right=round(float(high[0] + 1) / 2, 4),
        bottom=round(float(1 - low[1]) / 2, 4),
    )
