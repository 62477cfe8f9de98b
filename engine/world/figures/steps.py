"""Where a figure goes and where each foot stands: a path in time and the plants of every foot.

The path is a table at 120 Hz.  Feet are planned as plants: a foot stands on one spot from
``land_s`` to ``lift_s`` and swings to the next; while it stands, nothing moves it.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

TABLE_HZ = 120
GRAVITY = 9.81

Array = NDArray[np.float64]
Spot = tuple[float, float]


@dataclass(frozen=True)
class Gait:
    """How the feet take turns: when in the cycle each foot lifts, how long it stands.

    Attributes:
        offsets: per foot, the share of the cycle at which it lifts.
        duty: share of the cycle that a foot is on the ground.
        stretch: factor on the length of a cycle.
    """

    offsets: tuple[float, ...]
    duty: float
    stretch: float = 1.0


@dataclass(frozen=True)
class Travel:
    """One piece of travelling: along way points, or on the spot to a new heading.

    Attributes:
        points: way points (x, z), the first is where it starts.
        heading: where to face at the end, None keeps the path's last direction.
    """

    start_s: float
    end_s: float
    points: tuple[Spot, ...]
    gait: Gait
    heading: float | None = None
    fixed_heading: bool = False
    steps: int = 0


@dataclass(frozen=True)
class Plant:
    """A foot standing still: from when to when, where (x, z), which way; ``pace`` of the travel."""

    land_s: float
    lift_s: float
    x: float
    z: float
    yaw: float
    pace: float


def smooth(u: float) -> float:
    """0 to 1 with no speed at the ends."""
    u = min(max(u, 0.0), 1.0)
    return u * u * (3 - 2 * u)


def _curve(points: Sequence[Spot]) -> Array:
    """A dense smooth line (n, 2) through the points, without overshoot at the corners."""
    knots = np.asarray(points, dtype=np.float64)
    keep = np.ones(len(knots), dtype=bool)
    keep[1:] = np.linalg.norm(np.diff(knots, axis=0), axis=1) > 1e-6
    knots = knots[keep]
    if len(knots) < 2:
        return knots
    lengths = np.linalg.norm(np.diff(knots, axis=0), axis=1)
    slopes = np.diff(knots, axis=0) / lengths[:, None]
    tangents = np.concatenate([slopes[:1], (slopes[1:] + slopes[:-1]) / 2, slopes[-1:]])
    pieces = []
    for k, length in enumerate(lengths):
        u = np.linspace(0.0, 1.0, max(int(length / 0.05), 8) + 1)[:, None]
        a, b = knots[k], knots[k + 1]
        ta, tb = tangents[k] * length, tangents[k + 1] * length
        piece = (
            (2 * u**3 - 3 * u**2 + 1) * a + (u**3 - 2 * u**2 + u) * ta
            + (3 * u**2 - 2 * u**3) * b + (u**3 - u**2) * tb
        )  # fmt: skip
        pieces.append(piece if k == 0 else piece[1:])
    return np.concatenate(pieces)


class Track:
    """Where the body is and which way it faces at any time, and how its gait's phase runs."""

    def __init__(
        self, start: Spot, yaw: float, travels: Sequence[Travel], end_s: float, leg_m: float
    ) -> None:
        self.leg_m = leg_m
        count = max(math.ceil(end_s * TABLE_HZ) + TABLE_HZ, 2)
        self.times = np.arange(count) / TABLE_HZ
        self.x = np.full(count, float(start[0]))
        self.z = np.full(count, float(start[1]))
        heading = np.full(count, yaw)
        self.phases: list[tuple[Travel, Array, Array, float, float]] = []
        for travel in travels:
            self._add(travel, heading, leg_m)
        self.yaw = _smoothed(np.unwrap(heading), 0.13)
        self.speed = np.hypot(np.gradient(self.x), np.gradient(self.z)) * TABLE_HZ

    def _add(self, travel: Travel, heading: Array, leg_m: float) -> None:
        first, last = (round(t * TABLE_HZ) for t in (travel.start_s, travel.end_s))
        last = min(max(last, first + 2), len(self.times) - 1)
        line = _curve(travel.points)
        span = np.arange(first, last + 1)
        duration = (last - first) / TABLE_HZ
        along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
        length = float(along[-1])
        ramp = min(0.40 + 0.20 * length / duration / math.sqrt(GRAVITY * leg_m), 0.4 * duration)
        s, speed = _ramped(np.arange(len(span)) / TABLE_HZ, duration, ramp)
        at = s * length
        if length > 1e-6:
            for axis, table in ((0, self.x), (1, self.z)):
                table[span] = np.interp(at, along, line[:, axis])
                table[last:] = line[-1, axis]
            step = np.gradient(line, axis=0)
            if not travel.fixed_heading:
                bearing = np.unwrap(np.arctan2(step[:, 0], step[:, 1]))
                heading[span] = np.interp(at, along, bearing)
                heading[last:] = heading[last]
        if travel.heading is not None:
            late = span[s > 0.9] if length > 0.3 else span
            heading[last:] = travel.heading
            if length <= 0.3:
                turn = _shortest(travel.heading - heading[first])
                heading[late] = heading[first] + turn * s
        pace = length / duration
        self._phase(travel, span, speed * length, pace, leg_m)

    def _phase(
        self, travel: Travel, span: NDArray[np.int64], speed: Array, pace: float, leg_m: float
    ) -> None:
        """The gait's phase over the travel: whole steps, ending when the last foot lands."""
        reach = np.maximum(speed, 0.5 * pace) / math.sqrt(GRAVITY * leg_m)
        stride = leg_m * (0.95 + 1.35 * reach) * travel.gait.stretch
        rate = np.maximum(speed, 0.30 * pace) / stride + 1e-9
        total = float(np.sum(rate)) / TABLE_HZ
        swing = 1.0 - travel.gait.duty
        feet = len(travel.gait.offsets)
        if feet == 0:
            return
        wanted = travel.steps / feet if travel.steps else total
        fewest = 1.0 if pace * (span[-1] - span[0]) / TABLE_HZ > 0.35 * leg_m else 0.5
        whole = max(round((wanted - swing) * 2) / 2, fewest) + swing
        phase = np.concatenate([[0.0], np.cumsum((rate[1:] + rate[:-1]) / 2)])
        phase *= whole / phase[-1]
        self.phases.append((travel, np.asarray(self.times[span.astype(int)]), phase, whole, pace))

    def at(self, time_s: float) -> tuple[float, float, float, float]:
        """(x, z, yaw, speed)."""
        place = min(max(time_s, 0.0) * TABLE_HZ, len(self.times) - 1.001)
        k = int(place)
        u = place - k
        return (
            float(self.x[k] + (self.x[k + 1] - self.x[k]) * u),
            float(self.z[k] + (self.z[k + 1] - self.z[k]) * u),
            float(self.yaw[k] + (self.yaw[k + 1] - self.yaw[k]) * u),
            float(self.speed[k] + (self.speed[k + 1] - self.speed[k]) * u),
        )


def _shortest(angle: float) -> float:
    return (angle + math.pi) % (2 * math.pi) - math.pi


def _ramped(t: Array, duration: float, ramp: float) -> tuple[Array, Array]:
    """Share of the way and its rate for a smooth start, a steady middle, a smooth end."""
    top = 1.0 / (duration - ramp)
    rise = np.clip(t / ramp, 0, 1)
    fall = np.clip((duration - t) / ramp, 0, 1)
    speed = top * (rise**2 * (3 - 2 * rise)) * (fall**2 * (3 - 2 * fall))
    whole = np.concatenate([[0.0], np.cumsum((speed[1:] + speed[:-1]) / 2)])
    return whole / whole[-1], speed


def _smoothed(values: Array, sigma_s: float) -> Array:
    reach = int(3 * sigma_s * TABLE_HZ)
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / (sigma_s * TABLE_HZ)) ** 2)
    padded = np.pad(values, reach, mode="edge")
    return np.convolve(padded, kernel / kernel.sum(), mode="valid")


class FootPlan:
    """All plants of one foot, in order of time."""

    def __init__(self, plants: Sequence[Plant]) -> None:
        self.plants = tuple(plants)
        self._lands = [plant.land_s for plant in plants]

    def at(self, time_s: float) -> tuple[Plant, Plant | None]:
        """The plant the foot stands on or left last, and the next one (None at the end)."""
        index = max(bisect_right(self._lands, time_s) - 1, 0)
        following = self.plants[index + 1] if index + 1 < len(self.plants) else None
        return self.plants[index], following


def plan_feet(
    track: Track,
    rests: Sequence[Spot],
    hops: Sequence[tuple[float, float]] = (),
    back_share: float = 0.06,
) -> tuple[FootPlan, ...]:
    """Plants of every foot along a track.

    Args:
        rests: per foot, where it stands under a resting body: (left, forward) in metres.
        hops: (lift, land) times of jumps with all feet.
        back_share: how far behind the body a foot's mid-stance lies, in strides.
    """
    return tuple(_plan_foot(track, foot, rest, hops, back_share) for foot, rest in enumerate(rests))


def _gap(track: Track, first_s: float, second_s: float) -> float:
    """How far the body goes between two moments."""
    (ax, az, _, _), (bx, bz, _, _) = track.at(first_s), track.at(second_s)
    return math.hypot(bx - ax, bz - az)


def _spot(track: Track, time_s: float, rest: Spot, back_m: float) -> tuple[float, float, float]:
    x, z, yaw, _ = track.at(time_s)
    left, forward = rest[0], rest[1] - back_m
    return (
        x + left * math.cos(yaw) + forward * math.sin(yaw),
        z - left * math.sin(yaw) + forward * math.cos(yaw),
        yaw,
    )


def _plan_foot(
    track: Track, foot: int, rest: Spot, hops: Sequence[tuple[float, float]], back_share: float
) -> FootPlan:
    swings: list[tuple[float, float, float, float, float]] = []  # lift, land, mid, pace, back
    for index, (travel, times, phase, whole, pace) in enumerate(track.phases):
        swing = 1.0 - travel.gait.duty
        lift = travel.gait.offsets[foot]
        end_s = float(times[-1])
        cycle_s = (end_s - float(times[0])) / whole
        later = [float(entry[1][0]) for entry in track.phases[index + 1 :]]
        hurried = bool(later) and later[0] - end_s < 0.5
        while lift + swing <= whole + 1e-6:
            land = lift + swing
            is_last = lift + 1.0 + swing > whole + 1e-6
            mid = min(land + travel.gait.duty / 2, whole)
            lift_s, land_s, mid_s = (float(np.interp(p, phase, times)) for p in (lift, land, mid))
            back = back_share * pace * cycle_s
            if is_last:
                early = _gap(track, land_s, end_s) > 0.40 * track.leg_m
                if not early:
                    mid_s, back = end_s + 0.2, 0.0
                elif not hurried:
                    swings.append((end_s, end_s + 0.30, end_s + 0.3, 0.15 * pace, 0.0))
            swings.append((lift_s, land_s, mid_s, pace, back))
            lift += 1.0
    swings += [(lift_s, land_s, land_s + 0.1, 0.0, 0.0) for lift_s, land_s in hops]
    swings.sort()
    x, z, yaw = _spot(track, 0.0, rest, 0.0)
    plants = []
    land_s, pace = -1e9, 0.0
    for lift_s, next_land, mid_s, next_pace, back in swings:
        plants.append(Plant(land_s, lift_s, x, z, yaw, max(pace, next_pace)))
        x, z, yaw = _spot(track, mid_s, rest, back)
        land_s, pace = next_land, next_pace
    plants.append(Plant(land_s, 1e9, x, z, yaw, pace))
    return FootPlan(plants)
