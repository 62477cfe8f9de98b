"""What each named move does to a framed camera: aims at frames along the shot."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

RESTING = frozenset({"static", "handheld", "rack focus", "over the shoulder", "pov", "dutch"})
"""Moves in which the camera stays where it is framed."""

FOLLOWING = frozenset({"follow", "steadicam"})
"""Moves that go along with the subject."""

_STRAIGHT = (
    "dolly in", "dolly out", "zoom", "truck", "crane", "roll", "pedestal", "top down",
)  # fmt: skip
_CURVE_KEYS = 13
_FOLLOW_EVERY_FRAMES = 6


@dataclass(frozen=True, eq=False)
class Aim:
    """A camera standing somewhere, looking at a point through a lens.

    Attributes:
        position, target: (3,) world metres.
    """

    position: Points
    target: Points
    focal_mm: float
    roll_deg: float = 0.0


def aims(
    move: str,
    framed: Aim,
    *,
    amount: float,
    frame_count: int,
    free_rad: tuple[float, float],
    track: Points | None,
) -> tuple[tuple[int, Aim], ...]:
    """Aims at rising frames for a canonical move.

    Args:
        framed: the camera that shows the subject as asked.
        amount: 1.0 is the move as named.
        free_rad: how far it may turn sideways and up before it loses the subject.
        track: (frames, 3) middle of the subject, for those of ``FOLLOWING``.
    """
    last = max(frame_count - 1, 0)
    if last == 0 or move in RESTING or (move == "follow" and track is None):
        return ((0, framed),)
    if move in FOLLOWING and track is not None:
        return _following(framed, track, last, 6 if move == "follow" else 14)
    if move == "whip pan":
        return _whipped(framed, amount, last)
    if move == "crash zoom":
        return _crashed(framed, amount, last)
    count = 2 if move.startswith(_STRAIGHT) else _CURVE_KEYS
    frames = sorted({round(last * index / (count - 1)) for index in range(count)})
    return tuple(
        (frame, _moved(move, framed, amount, _eased(frame / last), free_rad)) for frame in frames
    )


def _eased(u: float) -> float:
    """0 to 1 with a soft start and end."""
    return u * u * (3.0 - 2.0 * u)


@dataclass(frozen=True)
class _Progress:
    """How far a move is.

    Attributes:
        s: 0 to 1.
        swing: -1 to 1, signed by the move's direction, ``swing_sign``.
    """

    amount: float
    s: float
    swing: float
    swing_sign: float
    free_rad: tuple[float, float]


def _moved(move: str, framed: Aim, amount: float, s: float, free: tuple[float, float]) -> Aim:
    """The camera ``s`` (0 to 1) of the way through a move."""
    sign = -1.0 if move.endswith((" left", " down")) else 1.0
    progress = _Progress(amount, s, (2.0 * s - 1.0) * sign, sign, free)
    whole = move in _MOVEMENTS
    kind = move if whole else move.partition(" ")[0]
    return _MOVEMENTS[kind](framed, progress)


def _at_distance(aim: Aim, ratio: float) -> Aim:
    return replace(aim, position=aim.target + (aim.position - aim.target) * ratio)


def _axes(aim: Aim) -> tuple[Points, Points, float]:
    """Horizontal right of the camera, its forward, and the distance to the target."""
    forward = aim.target - aim.position
    distance = float(np.linalg.norm(forward))
    forward = forward / distance
    right = np.cross(forward, [0.0, 1.0, 0.0])
    length = float(np.linalg.norm(right))
    return (right / length if length > 1e-6 else np.array([1.0, 0.0, 0.0])), forward, distance


def _trucked(aim: Aim, angle_rad: float) -> Aim:
    right, _, distance = _axes(aim)
    # What leaves the frame is the near side of the subject: stay a little inside the free angle.
    step = right * (0.8 * distance * math.tan(angle_rad))
    return replace(aim, position=aim.position + step, target=aim.target + step)


def _turned(aim: Aim, left_rad: float, up_rad: float) -> Aim:
    """Turned on the spot; the look keeps its distance."""
    right, forward, distance = _axes(aim)
    up = np.cross(right, forward)
    look = forward * math.cos(up_rad) + up * math.sin(up_rad)
    cosine, sine = math.cos(left_rad), math.sin(left_rad)
    turned = np.array(
        [look[0] * cosine + look[2] * sine, look[1], -look[0] * sine + look[2] * cosine]
    )
    return replace(aim, target=aim.position + turned * distance)


def _craned(aim: Aim, amount: float, height: float) -> Aim:
    """Raised on an arm, from the framed height upwards, still looking at the subject."""
    _, _, distance = _axes(aim)
    flat = aim.position - aim.target
    raised = aim.position + np.array([0.0, 0.75 * amount * distance * height, 0.0])
    # Stepping back a little keeps the near edge of the subject in the frame from above.
    raised += np.array([flat[0], 0.0, flat[2]]) * (0.34 * height)
    return replace(aim, position=raised)


def _raised(aim: Aim, angle_rad: float) -> Aim:
    """Straight up or down, looking level all the while."""
    _, _, distance = _axes(aim)
    step = np.array([0.0, 0.8 * distance * math.tan(angle_rad), 0.0])
    return replace(aim, position=aim.position + step, target=aim.target + step)


def _uncovered(aim: Aim, amount: float, s: float) -> Aim:
    """Comes from aside, where the subject is not seen, and ends on it before the shot does."""
    away = 1.0 - _eased(min(1.0, s / 0.65))
    right, _, distance = _axes(aim)
    half_width = 18.0 / aim.focal_mm
    aside = right * (distance * away * amount * (0.25 + 0.7 * half_width))
    beside = right * (distance * away * amount * (0.35 + 1.6 * half_width))
    return replace(aim, position=aim.position - aside, target=aim.target - beside)


def _orbited(aim: Aim, angle_rad: float) -> Aim:
    cosine, sine = math.cos(angle_rad), math.sin(angle_rad)
    x, y, z = (aim.position - aim.target) * 1.06
    around = np.array([x * cosine + z * sine, y, -x * sine + z * cosine])
    return replace(aim, position=aim.target + around)


def _flown(aim: Aim, amount: float, s: float) -> Aim:
    """A drone: comes in high and from afar, sinks towards the subject, drifts around it."""
    far = 1.0 - s
    turned = _orbited(aim, math.radians(30.0) * amount * far)
    _, _, distance = _axes(aim)
    out = _at_distance(turned, 1.15 + 0.9 * amount * far)
    return replace(
        out, position=out.position + np.array([0.0, distance * (0.35 + 0.85 * amount * far), 0.0])
    )


def _whipped(framed: Aim, amount: float, last: int) -> tuple[tuple[int, Aim], ...]:
    """Starts turned away, whips onto the subject in a few frames, rests there."""
    start = round(last * 0.3)
    end = min(last, start + max(4, min(8, last // 4)))
    away = [
        (frame, _turned(framed, math.radians(75.0) * amount * (1.0 - _eased(u)), 0.0))
        for frame, u in ((start + round((end - start) * i / 4), i / 4) for i in range(5))
    ]
    unique = dict([(0, _turned(framed, math.radians(75.0) * amount, 0.0)), *away])
    return tuple(sorted(unique.items(), key=lambda item: item[0]))


def _crashed(framed: Aim, amount: float, last: int) -> tuple[tuple[int, Aim], ...]:
    """Rests wide, zooms in within a few frames, rests tight."""
    start = round(last * 0.35)
    end = min(last, start + 9)
    wide = _zoomed(framed, 1.0 / (1.0 + 1.6 * amount))
    return tuple({0: wide, start: wide, end: framed, last: framed}.items())


def _following(
    framed: Aim, track: Points, last: int, reach_frames: int
) -> tuple[tuple[int, Aim], ...]:
    """Goes along with the subject at the framed offset, smoothed like a heavy camera."""
    offset = framed.position - framed.target
    lift = framed.target - track[0]
    steady = _smoothed(track, reach_frames)
    frames = sorted({*range(0, last, _FOLLOW_EVERY_FRAMES), last})
    result = []
    for frame in frames:
        point = steady[min(frame, len(steady) - 1)] + lift
        # Hops and bumps move the subject in the frame, not the camera.
        level = np.array(
            [point[0], framed.target[1] + 0.5 * (point[1] - framed.target[1]), point[2]]
        )
        result.append((frame, replace(framed, position=level + offset, target=level)))
    return tuple(result)


def _smoothed(track: Points, reach_frames: int) -> Points:
    """Moving average over the neighbours that exist on both sides, so that ends stay put."""
    smooth = np.empty_like(track)
    for index in range(len(track)):
        reach = min(reach_frames, index, len(track) - 1 - index)
        smooth[index] = track[index - reach : index + reach + 1].mean(axis=0)
    return smooth


def _zoomed(aim: Aim, ratio: float) -> Aim:
    return replace(aim, focal_mm=aim.focal_mm * ratio)


_MOVEMENTS: Mapping[str, Callable[[Aim, _Progress], Aim]] = {
    "dolly in": lambda aim, at: _at_distance(aim, 1.0 + 0.7 * at.amount * (1.0 - at.s)),
    "dolly out": lambda aim, at: _at_distance(aim, 1.0 + 0.9 * at.amount * at.s),
    "dolly zoom": lambda aim, at: _zoomed(
        _at_distance(aim, 1.0 + 0.9 * at.amount * at.s), 1.0 + 0.9 * at.amount * at.s
    ),
    "zoom in": lambda aim, at: _zoomed(aim, 1.0 / (1.0 + 0.9 * at.amount * (1.0 - at.s))),
    "zoom out": lambda aim, at: _zoomed(aim, 1.0 / (1.0 + 0.9 * at.amount * at.s)),
    "truck": lambda aim, at: _trucked(aim, at.swing * min(at.free_rad[0], 0.5 * at.amount)),
    "pan": lambda aim, at: _turned(aim, -at.swing * min(at.free_rad[0], 0.5 * at.amount), 0.0),
    "tilt": lambda aim, at: _turned(aim, 0.0, at.swing * min(at.free_rad[1], 0.4 * at.amount)),
    "crane up": lambda aim, at: _craned(aim, at.amount, at.s),
    "crane down": lambda aim, at: _craned(aim, at.amount, 1.0 - at.s),
    "roll": lambda aim, at: replace(
        aim, roll_deg=aim.roll_deg + 25.0 * at.amount * at.s * at.swing_sign
    ),
    "pedestal": lambda aim, at: _raised(aim, at.swing * min(at.free_rad[1], 0.4 * at.amount)),
    "arc": lambda aim, at: _at_distance(
        _orbited(aim, at.swing * math.radians(55.0) * at.amount), 1.16 - 0.16 * at.s
    ),
    "steadicam": lambda aim, at: _at_distance(
        _orbited(aim, at.swing * math.radians(12.0) * at.amount), 1.0 + 0.3 * at.amount * (1 - at.s)
    ),
    "reveal": lambda aim, at: _uncovered(aim, at.amount, at.s),
    "top down": lambda aim, at: _at_distance(aim, 1.0 + 0.25 * at.amount * (1.0 - at.s)),
    "orbit": lambda aim, at: _orbited(aim, at.swing * math.radians(35.0) * at.amount),
    "flyover": lambda aim, at: _flown(aim, at.amount, at.s),
}
