"""Puts a subject into the frame: shot size, angle, lens and move become an exact path.

The camera stands where the part of the subject that the shot size asks for (the face, the upper
body, all of it) just fits, in a three-quarter view unless told otherwise, and moves so that this
part stays in the picture (a whip pan ends on it).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.camera.lens import vertical_fov_rad
from engine.camera.motion import pose_at
from engine.camera.moves import canonical_move
from engine.camera.path import CameraKey, CameraPath, Vector
from engine.camera.pose import look_at, project
from engine.camera.trajectories import Aim, aims
from engine.errors import BadRequest

Points = NDArray[np.float64]
_T = TypeVar("_T")

LOWEST_M = 0.15
_NEAR_M = 0.25
_THREE_QUARTER_RAD = math.radians(32.0)


_ZOOMING = frozenset({"zoom in", "zoom out", "dolly zoom", "crash zoom"})
_SWAYING = {"handheld": 1.0, "steadicam": 0.2}
MEANT_ANGLES = {"top down": "overhead", "dutch": "dutch"}
"""Moves that are seen from an angle of their own."""

_MEANT_SIZES = {"over the shoulder": "over-the-shoulder"}


@dataclass(frozen=True)
class SubjectBox:
    """What is to be seen: an upright box.

    Attributes:
        center_m: middle of the box.
        size_m: width, height, depth before turning.
        yaw_rad: where it faces; 0 faces +Z, growing turns towards +X.
        person: has a face at its top that close-ups show.
    """

    center_m: Vector
    size_m: Vector
    yaw_rad: float = 0.0
    person: bool = False


@dataclass(frozen=True)
class Bounds:
    """Where the camera may stand: between two corners in world metres (a room's inside)."""

    low_m: Vector
    high_m: Vector


@dataclass(frozen=True)
class _Size:
    """How a shot size frames: share of a person's height from the top, share of the frame."""

    body: float
    fill: float
    thing_fill: float
    lens_mm: float


_SIZES: dict[str, _Size] = {
    "extreme close-up": _Size(0.15, 0.88, 0.90, 70.0),
    "close-up": _Size(0.24, 0.90, 0.86, 55.0),
    "medium close-up": _Size(0.38, 0.92, 0.70, 50.0),
    "medium shot": _Size(0.56, 0.92, 0.56, 42.0),
    "cowboy": _Size(0.72, 0.92, 0.50, 40.0),
    "full shot": _Size(1.0, 0.86, 0.72, 36.0),
    "wide shot": _Size(1.0, 0.58, 0.42, 30.0),
    "extreme wide": _Size(1.0, 0.26, 0.20, 24.0),
    "two shot": _Size(0.62, 0.90, 0.80, 38.0),
    "over-the-shoulder": _Size(0.42, 0.80, 0.56, 48.0),
    "establishing": _Size(1.0, 0.20, 0.16, 24.0),
}
SHOT_SIZES: tuple[str, ...] = tuple(_SIZES)
"""Canonical shot sizes."""

_ELEVATIONS_DEG: dict[str, float] = {
    "eye level": 3.0,
    "low angle": -16.0,
    "high angle": 32.0,
    "overhead": 78.0,
    "dutch": 5.0,
    "ground level": -6.0,
}
_HEIGHTS_M, _THING_ELEVATIONS_DEG = (0.6, 1.8, 3.5, 9.0, 20.0), (14.0, 8.0, 2.0, -4.0, -7.0)
"""How steeply things are looked down on: what is taller than people is seen from below."""

ANGLES: tuple[str, ...] = tuple(_ELEVATIONS_DEG)
"""Canonical camera angles."""


def framed_path(
    subject: SubjectBox,
    shot_size: str = "",
    angle: str = "",
    lens_mm: float = 0.0,
    move: str = "",
    amount: float = 1.0,
    frame_count: int = 120,
    aspect: float = 16 / 9,
    *,
    subject_track: Sequence[Vector] | Points | None = None,
    bounds: Bounds | None = None,
    view_yaw_rad: float | None = None,
    over: SubjectBox | None = None,
) -> CameraPath:
    """A path that shows ``subject`` as a camera operator would.

    Args:
        shot_size: one of ``SHOT_SIZES``; empty is a full shot.
        angle: one of ``ANGLES``; empty is a flattering, slightly raised view.
        lens_mm: 0 takes the lens that suits the size.
        move: any spelling of a move; empty stands still.
        amount: 1.0 is the move as named.
        aspect: picture width / height.
        subject_track: (frames, 3) middle of the subject, for ``follow``; None stays put.
        bounds: the camera is kept inside; the lens widens where it cannot step back.
        view_yaw_rad: side from which to look (0 from +Z); None is three-quarter of its front.
        over: whose shoulder an over-the-shoulder shot looks across.

    Raises:
        BadRequest: unknown size, angle or move.
    """
    name = canonical_move(move or "static")
    shot_size, angle = shot_size or _MEANT_SIZES.get(name, ""), angle or MEANT_ANGLES.get(name, "")
    region = shown_region(subject, shot_size or "full shot")
    start = _first_aim(subject, region, shot_size, angle, lens_mm, name, aspect, view_yaw_rad, over)
    track = None if subject_track is None else np.asarray(subject_track, dtype=np.float64)
    keys = _keys(start, region, name, amount, frame_count, aspect, bounds, track)
    path = CameraPath(keys=keys, handheld=_SWAYING.get(name, 0.0) * amount)
    return path if name in _ZOOMING else _one_lens(path)


def _keys(
    start: Aim,
    region: SubjectBox,
    move: str,
    amount: float,
    frame_count: int,
    aspect: float,
    bounds: Bounds | None,
    track: Points | None,
) -> tuple[CameraKey, ...]:
    """The move's aims as keys, each kept inside the bounds."""
    room = _free_angles(start, region, aspect)
    planned = aims(move, start, amount=amount, frame_count=frame_count, free_rad=room, track=track)
    return tuple(
        _key(frame, _kept_inside(aim, region, bounds, aspect, move)) for frame, aim in planned
    )


def _first_aim(
    subject: SubjectBox,
    region: SubjectBox,
    shot_size: str,
    angle: str,
    lens_mm: float,
    move: str,
    aspect: float,
    view_yaw_rad: float | None,
    over: SubjectBox | None,
) -> Aim:
    """Where the camera stands before the move, so that ``region`` fills the shot's size."""
    size = _looked_up(_SIZES, shot_size or "full shot", "shot size")
    focal = lens_mm or size.lens_mm
    side = subject.yaw_rad + _THREE_QUARTER_RAD if view_yaw_rad is None else view_yaw_rad
    if shot_size == "over-the-shoulder" and over is not None:
        side = _side_over(subject, over)
    direction = _direction(side, _elevation_deg(subject, angle))
    fill = size.fill if subject.person else size.thing_fill
    distance = _fitting_distance(
        region, subject, direction, fill=fill, focal_mm=focal, aspect=aspect, move=move
    )
    start = Aim(
        position=np.asarray(region.center_m) + direction * distance,
        target=np.asarray(region.center_m, dtype=np.float64),
        focal_mm=focal,
        roll_deg=14.0 if angle == "dutch" else 0.0,
    )
    return _above_ground(start)


def shown_region(subject: SubjectBox, shot_size: str) -> SubjectBox:
    """The part of the subject that a shot size must show: a person's face, or everything.

    Raises:
        BadRequest: unknown size.
    """
    body = _looked_up(_SIZES, shot_size, "shot size").body
    if not subject.person or body >= 1.0:
        return subject
    width, height, depth = subject.size_m
    x, y, z = subject.center_m
    shown = height * body
    narrow = 1.0 if shot_size == "two shot" else min(1.0, 0.30 + body)
    return replace(
        subject,
        center_m=(x, y + (height - shown) / 2.0, z),
        size_m=(width * narrow, shown, depth * narrow),
    )


def box_corners(box: SubjectBox) -> Points:
    """(8, 3) corners of the box in world metres."""
    half = np.asarray(box.size_m) / 2.0
    signs = np.array([(x, y, z) for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)])
    cosine, sine = math.cos(box.yaw_rad), math.sin(box.yaw_rad)
    turn = np.array([[cosine, 0.0, sine], [0.0, 1.0, 0.0], [-sine, 0.0, cosine]])
    corners: Points = (signs * half) @ turn.T + np.asarray(box.center_m)
    return corners


def enclosing(boxes: Sequence[SubjectBox]) -> SubjectBox:
    """One box around several, facing as the first does (a single box stays itself)."""
    if len(boxes) == 1:
        return boxes[0]
    corners = np.concatenate([box_corners(box) for box in boxes])
    low, high = corners.min(axis=0), corners.max(axis=0)
    middle, size = (low + high) / 2.0, high - low
    cosine, sine = abs(math.cos(boxes[0].yaw_rad)), abs(math.sin(boxes[0].yaw_rad))
    return SubjectBox(
        center_m=(float(middle[0]), float(middle[1]), float(middle[2])),
        size_m=(
            float(size[0] * cosine + size[2] * sine),
            float(size[1]),
            float(size[2] * cosine + size[0] * sine),
        ),
        yaw_rad=boxes[0].yaw_rad,
        person=all(box.person for box in boxes),
    )


def _looked_up(table: Mapping[str, _T], name: str, what: str) -> _T:
    if name not in table:
        raise BadRequest(f"There is no {what} “{name}”; use one of: {', '.join(table)}.")
    return table[name]


def _elevation_deg(subject: SubjectBox, angle: str) -> float:
    if angle:
        return _looked_up(_ELEVATIONS_DEG, angle, "camera angle")
    if subject.person:
        return 4.0
    return float(np.interp(subject.size_m[1], _HEIGHTS_M, _THING_ELEVATIONS_DEG))


def _direction(side_rad: float, elevation_deg: float) -> Points:
    """Unit vector from the subject to the camera."""
    up = math.radians(elevation_deg)
    return np.array(
        [math.sin(side_rad) * math.cos(up), math.sin(up), math.cos(side_rad) * math.cos(up)]
    )


def _side_over(subject: SubjectBox, over: SubjectBox) -> float:
    """From behind the other's shoulder: the line between the two, a little to the side."""
    away = np.asarray(over.center_m) - np.asarray(subject.center_m)
    return math.atan2(float(away[0]), float(away[2])) + math.radians(11.0)


def _fill_of(aim: Aim, box: SubjectBox, aspect: float) -> float:
    """How much of the half frame the box needs; 1 touches an edge, inf is behind the camera."""
    where, ahead = project(
        box_corners(box),
        look_at(aim.position, aim.target),
        vertical_fov_rad(aim.focal_mm, aspect),
        aspect,
    )
    return float(np.abs(where).max()) if float(ahead.min()) > 0.05 else math.inf


def _fitting_distance(
    region: SubjectBox,
    subject: SubjectBox,
    direction: Points,
    *,
    fill: float,
    focal_mm: float,
    aspect: float,
    move: str,
) -> float:
    """Nearest distance at which the region needs no more than ``fill`` of the frame."""
    target = np.asarray(region.center_m)
    # Sideways moves need room beside the subject, so they stand a little further back.
    roomy = fill * (0.72 if move.startswith(("pan", "truck", "tilt", "pedestal", "roll")) else 1.0)
    low = math.hypot(subject.size_m[0], subject.size_m[2]) / 2.0 + _NEAR_M
    if abs(direction[1]) > 0.5:
        low = max(low, subject.size_m[1] / 2.0 + _NEAR_M)
    high = low + 400.0 * max(*region.size_m, 0.05)
    for _ in range(48):
        middle = (low + high) / 2.0
        aim = _above_ground(Aim(target + direction * middle, target, focal_mm))
        low, high = (low, middle) if _fill_of(aim, region, aspect) <= roomy else (middle, high)
    return high


def _above_ground(aim: Aim) -> Aim:
    """The same aim, the camera not lower than ``LOWEST_M``."""
    if aim.position[1] >= LOWEST_M:
        return aim
    raised = aim.position.copy()
    raised[1] = LOWEST_M
    return replace(aim, position=raised)


def _free_angles(aim: Aim, region: SubjectBox, aspect: float) -> tuple[float, float]:
    """How far (radians) the camera may turn sideways and up before it loses the region."""
    fov = vertical_fov_rad(aim.focal_mm, aspect)
    where, _ = project(box_corners(region), look_at(aim.position, aim.target), fov, aspect)
    half_y = math.tan(fov / 2.0)
    used = np.abs(where).max(axis=0)
    free_x = math.atan(half_y * aspect) - math.atan(half_y * aspect * min(1.0, float(used[0])))
    free_y = math.atan(half_y) - math.atan(half_y * min(1.0, float(used[1])))
    return 0.82 * free_x, 0.75 * free_y


def _kept_inside(
    aim: Aim, region: SubjectBox, bounds: Bounds | None, aspect: float, move: str
) -> Aim:
    """Above ground and within bounds; where it could not step back, the lens widens."""
    aim = _above_ground(aim)
    if bounds is None:
        return aim
    inside = np.clip(aim.position, bounds.low_m, bounds.high_m)
    if np.allclose(inside, aim.position):
        return aim
    wanted = min(0.97, _fill_of(aim, region, aspect))
    moved = replace(aim, position=inside)
    if move in ("follow", "steadicam", "whip pan", "reveal") or not math.isfinite(wanted):
        return moved
    for focal in np.linspace(aim.focal_mm, 14.0, 24):
        moved = replace(moved, focal_mm=float(focal))
        if _fill_of(moved, region, aspect) <= max(wanted, 0.9):
            break
    return moved


def _one_lens(path: CameraPath) -> CameraPath:
    """The widest lens of all keys for every key, so that a move does not zoom by itself."""
    widest = min(key.focal_length_mm for key in path.keys)
    return CameraPath(
        keys=tuple(
            CameraKey(
                frame=key.frame,
                position_m=key.position_m,
                target_m=key.target_m,
                roll_deg=key.roll_deg,
                focal_length_mm=widest,
                ease=key.ease,
            )
            for key in path.keys
        ),
        handheld=path.handheld,
    )


def _key(frame: int, aim: Aim) -> CameraKey:
    x, y, z = (round(float(value), 6) for value in aim.position)
    tx, ty, tz = (round(float(value), 6) for value in aim.target)
    return CameraKey(
        frame=frame,
        position_m=(x, y, z),
        target_m=(tx, ty, tz),
        roll_deg=aim.roll_deg,
        focal_length_mm=round(aim.focal_mm, 4),
    )


def in_frame(
    path: CameraPath, box: SubjectBox, frame: float, width_px: int, height_px: int
) -> bool:
    """Is all of ``box`` inside the picture at ``frame``?"""
    pose = pose_at(path, frame, width_px, height_px)
    where, ahead = project(
        box_corners(box), pose.camera_to_world, pose.vertical_fov_rad, width_px / height_px
    )
    return bool(ahead.min() > 0.0 and np.abs(where).max() <= 1.0 + 1e-6)
