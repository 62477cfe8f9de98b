"""The camera between the keys of its path, and on whose shoulder it is.

A smooth path is a cubic Hermite spline whose slopes are limited so that each coordinate is monotone
between neighbouring keys (Fritsch & Carlson, "Monotone piecewise cubic interpolation", 1980): a
camera whose keys are above ground stays above ground, and two equal keys are a rest.  Where one of
two keys is turned by a quaternion, directions are interpolated on the sphere.
"""

from __future__ import annotations

import math
from bisect import bisect_right

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation, Slerp

from engine.camera.lens import vertical_fov_rad
from engine.camera.path import CameraKey, CameraPath, Ease, Vector
from engine.camera.pose import CameraPose, look_at
from engine.errors import BadRequest

Values = NDArray[np.float64]

_NOISE_FRAMES = 24.0
_SWAY_M = 0.018
_SWAY_RAD = 0.009
_FOCUS_FAR_M = 1.0e4
_POSITION = slice(0, 3)
_TARGET = slice(3, 6)
_ROLL, _FOCAL, _FOCUS, _APERTURE = 6, 7, 8, 9


def pose_at(path: CameraPath, frame: float, width_px: int, height_px: int) -> CameraPose:
    """The camera at ``frame`` (fractions are fine) for a picture of that size.

    Raises:
        BadRequest: the path has no keys.
    """
    if not path.keys:
        raise BadRequest("The camera path has no keys: add at least one.")
    values = _values_at(path.keys, frame)
    position, turned = values[_POSITION], _turned_at(path.keys, frame)
    if turned is None:
        world = look_at(position, values[_TARGET], float(values[_ROLL]))
    else:
        world = np.eye(4)
        world[:3, :3], world[:3, 3] = turned, position
    if path.handheld > 0.0:
        aim = values[_TARGET] if turned is None else position - turned[:, 2]
        world = _swayed(world, float(np.linalg.norm(aim - position)), frame, path.handheld)
    return CameraPose(
        position_m=world[:3, 3].copy(),
        camera_to_world=world,
        vertical_fov_rad=vertical_fov_rad(
            math.exp(float(values[_FOCAL])), width_px / height_px, path.sensor_width_mm
        ),
        focus_distance_m=1.0 / float(values[_FOCUS]) if _focused(path.keys, frame) else None,
        f_number=math.exp(float(values[_APERTURE])),
    )


def key_at(path: CameraPath, frame: int) -> CameraKey:
    """The camera at a frame as a key of its own, turned by its target (or its orientation)."""
    values, turned = _values_at(path.keys, frame), _turned_at(path.keys, frame)
    x, y, z, tx, ty, tz = (float(value) for value in values[:6])
    quaternion = None
    if turned is not None:
        qx, qy, qz, qw = (float(part) for part in Rotation.from_matrix(turned).as_quat())
        quaternion = (qw, qx, qy, qz)
    return CameraKey(
        frame=frame,
        position_m=(x, y, z),
        target_m=(tx, ty, tz),
        orientation=quaternion,
        roll_deg=float(values[_ROLL]),
        focal_length_mm=math.exp(float(values[_FOCAL])),
        focus_distance_m=1.0 / float(values[_FOCUS]) if _focused(path.keys, frame) else None,
        aperture_f=math.exp(float(values[_APERTURE])),
    )


def _numbers(key: CameraKey) -> Values:
    """Position, target, roll, log focal length, 1/focus distance, log f-number."""
    focus = key.focus_distance_m if key.focus_distance_m else _FOCUS_FAR_M
    lens = (key.roll_deg, math.log(key.focal_length_mm), 1.0 / focus, math.log(key.aperture_f))
    return np.array([*key.position_m, *key.target_m, *lens])


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
    span = end.frame - start.frame
    u = _eased((frame - start.frame) / span, start.ease)
    match start.ease:
        case "hold":
            return first
        case "linear" | "ease in" | "ease out" | "ease in-out":
            return first + (last - first) * u
        case "smooth":
            slopes = (_slope(keys, after - 1) * span, _slope(keys, after) * span)
        case "catmull-rom":
            slopes = (_chord(keys, after - 1) * span, _chord(keys, after) * span)
        case "bezier":
            slopes = (last - first, last - first)
            slopes[0][_POSITION] = 3.0 * _handle(start.handle_out_m, (last - first)[_POSITION])
            slopes[1][_POSITION] = -3.0 * _handle(end.handle_in_m, (first - last)[_POSITION])
    return (
        (2 * u**3 - 3 * u**2 + 1) * first
        + (u**3 - 2 * u**2 + u) * slopes[0]
        + (3 * u**2 - 2 * u**3) * last
        + (u**3 - u**2) * slopes[1]
    )


def _eased(u: float, ease: Ease) -> float:
    """The share of the way, of the share of the time: cubic ease curves."""
    match ease:
        case "ease in":
            return u * u * u
        case "ease out":
            return 1.0 - (1.0 - u) ** 3
        case "ease in-out":
            return u * u * (3.0 - 2.0 * u)
        case _:
            return u


def _handle(handle_m: Vector | None, towards: Values) -> Values:
    return towards / 3.0 if handle_m is None else np.asarray(handle_m, np.float64)


def _chord(keys: tuple[CameraKey, ...], index: int) -> Values:
    """Change per frame at a key: that between its neighbours (Catmull & Rom, 1974)."""
    before, after = keys[max(index - 1, 0)], keys[min(index + 1, len(keys) - 1)]
    return (_numbers(after) - _numbers(before)) / max(after.frame - before.frame, 1)


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


def _turned_at(keys: tuple[CameraKey, ...], frame: float) -> Values | None:
    """(3, 3) camera axes where a key around ``frame`` gives its orientation, else None."""
    after = bisect_right([key.frame for key in keys], frame)
    start, end = keys[max(after - 1, 0)], keys[min(after, len(keys) - 1)]
    if start.orientation is None and end.orientation is None:
        return None
    if start is end or start.ease == "hold":
        return _rotation(start).as_matrix() if start.orientation is not None else None
    u = _eased((frame - start.frame) / (end.frame - start.frame), start.ease)
    if start.ease == "smooth":
        u = _eased(u, "ease in-out")
    between = Slerp([0.0, 1.0], Rotation.concatenate([_rotation(start), _rotation(end)]))
    matrix: Values = between(u).as_matrix()
    return matrix


def _rotation(key: CameraKey) -> Rotation:
    if key.orientation is None:
        return Rotation.from_matrix(look_at(key.position_m, key.target_m, key.roll_deg)[:3, :3])
    w, x, y, z = key.orientation
    return Rotation.from_quat([x, y, z, w])


def _swayed(world: Values, distance_m: float, frame: float, amount: float) -> Values:
    """(4, 4) on a shoulder: slow drift, breathing, small tremor."""
    time = frame / _NOISE_FRAMES
    noise = np.array([_sway(time, channel) for channel in range(7)])
    position = world[:3, 3] + noise[:3] * (_SWAY_M * amount)
    distance_m = max(distance_m, 0.1)
    aim = world[:3, 3] - world[:3, 2] * distance_m
    aim = aim + noise[3:6] * (_SWAY_RAD * amount * distance_m)
    upright = look_at(world[:3, 3], world[:3, 3] - world[:3, 2])
    rolled = (upright[:3, :3].T @ world[:3, :3])[:2, 0]
    roll_deg = math.degrees(math.atan2(float(rolled[1]), float(rolled[0])))
    return look_at(position, aim, roll_deg + 0.35 * amount * float(noise[6]))


def _sway(time: float, channel: int) -> float:
    """Smooth noise about -1 to 1, the same for the same time and channel."""
    return sum(
        weight * math.sin(2.0 * math.pi * (rate * time + 0.37 * channel * (octave + 1.618)))
        for octave, (rate, weight) in enumerate(
            ((0.23 + 0.031 * channel, 0.5), (0.61 - 0.043 * channel, 0.3), (1.7, 0.12), (3.9, 0.05))
        )
    )
