"""The path between its keys: smooth, through every key, never beyond what the keys span.

Each coordinate is a cubic Hermite spline whose slopes are limited so that it is monotone between
neighbouring keys (Fritsch & Carlson, "Monotone piecewise cubic interpolation", 1980): a camera
whose keys are above ground stays above ground, and two equal keys are a rest.
"""

from __future__ import annotations

import math
from bisect import bisect_right

import numpy as np
from numpy.typing import NDArray

from engine.camera.lens import vertical_fov_rad
from engine.camera.path import CameraKey, CameraPath
from engine.camera.pose import CameraPose, look_at
from engine.errors import BadRequest

Values = NDArray[np.float64]

_NOISE_FRAMES = 24.0
_SWAY_M = 0.018
_SWAY_RAD = 0.009
_FOCUS_FAR_M = 1.0e4


def pose_at(path: CameraPath, frame: float, width_px: int, height_px: int) -> CameraPose:
    """The camera at ``frame`` (fractions are fine) for a picture of that size.

    Raises:
        BadRequest: the path has no keys.
    """
    if not path.keys:
        raise BadRequest("The camera path has no keys: add at least one.")
    values = _values_at(path.keys, frame)
    position, target, roll_deg = values[0:3], values[3:6], float(values[6])
    focus = 1.0 / float(values[8])
    if path.handheld > 0.0:
        position, target, roll_deg = _swayed(position, target, roll_deg, frame, path.handheld)
    return CameraPose(
        position_m=position,
        camera_to_world=look_at(position, target, roll_deg),
        vertical_fov_rad=vertical_fov_rad(
            math.exp(float(values[7])), width_px / height_px, path.sensor_width_mm
        ),
        focus_distance_m=focus if _focused(path.keys, frame) else None,
    )


def _numbers(key: CameraKey) -> Values:
    """Position, target, roll, log focal length, focus as 1/distance: what is interpolated."""
    focus = key.focus_distance_m if key.focus_distance_m else _FOCUS_FAR_M
    return np.array(
        [*key.position_m, *key.target_m, key.roll_deg, math.log(key.focal_length_mm), 1.0 / focus]
    )


def _focused(keys: tuple[CameraKey, ...], frame: float) -> bool:
    """Does either key around ``frame`` name a focus distance?"""
    at = bisect_right([key.frame for key in keys], frame)
    around = keys[max(0, at - 1) : at + 1]
    if at > 0 and (keys[at - 1].ease == "hold" or frame == keys[at - 1].frame):
        around = keys[at - 1 : at]
    return any(key.focus_distance_m is not None for key in around)


def _values_at(keys: tuple[CameraKey, ...], frame: float) -> Values:
    after = bisect_right([key.frame for key in keys], frame)
    if after == 0:
        return _numbers(keys[0])
    if after == len(keys):
        return _numbers(keys[-1])
    start, end = keys[after - 1], keys[after]
    first, last = _numbers(start), _numbers(end)
    if start.ease == "hold":
        return first
    span = end.frame - start.frame
    u = (frame - start.frame) / span
    if start.ease == "linear":
        return first + (last - first) * u
    slope_in = _slope(keys, after - 1) * span
    slope_out = _slope(keys, after) * span
    return (
        (2 * u**3 - 3 * u**2 + 1) * first
        + (u**3 - 2 * u**2 + u) * slope_in
        + (3 * u**2 - 2 * u**3) * last
        + (u**3 - u**2) * slope_out
    )


def _slope(keys: tuple[CameraKey, ...], index: int) -> Values:
    """Change per frame at a key, limited so that no coordinate overshoots its neighbours."""
    here = _numbers(keys[index])
    if index in (0, len(keys) - 1) or keys[index - 1].ease == "hold" or keys[index].ease == "hold":
        return np.zeros_like(here)
    before, after = keys[index - 1], keys[index + 1]
    left = (here - _numbers(before)) / (keys[index].frame - before.frame)
    right = (_numbers(after) - here) / (after.frame - keys[index].frame)
    if before.ease == "linear":
        wanted = left
    elif keys[index].ease == "linear":
        wanted = right
    else:
        wanted = (_numbers(after) - _numbers(before)) / (after.frame - before.frame)
    bound = 3.0 * np.minimum(np.abs(left), np.abs(right))
    return np.where(left * right > 0.0, np.clip(wanted, -bound, bound), 0.0)


def _swayed(
    position: Values, target: Values, roll_deg: float, frame: float, amount: float
) -> tuple[Values, Values, float]:
    """Position and aim of a camera on a shoulder: slow drift, breathing, small tremor."""
    time = frame / _NOISE_FRAMES
    noise = np.array([_sway(time, channel) for channel in range(6)])
    moved = position + noise[:3] * (_SWAY_M * amount)
    distance = float(np.linalg.norm(target - position))
    aimed = target + noise[3:6] * (_SWAY_RAD * amount * distance)
    return moved, aimed, roll_deg + 0.35 * amount * _sway(time, 6)


def _sway(time: float, channel: int) -> float:
    """Smooth noise about -1 to 1, the same for the same time and channel."""
    return sum(
        weight * math.sin(2.0 * math.pi * (rate * time + 0.37 * channel * (octave + 1.618)))
        for octave, (rate, weight) in enumerate(
            ((0.23 + 0.031 * channel, 0.5), (0.61 - 0.043 * channel, 0.3), (1.7, 0.12), (3.9, 0.05))
        )
    )
