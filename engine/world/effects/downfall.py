"""Rain and snow: drops and flakes tied to the world, in a region that follows the camera.

Every drop falls down a column of its own again and again, each time at another spot of the
region; where it ends (ground, roof, table) it splashes.  All of it follows from the shot time.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from engine.world.effects.chance import Numbers, Reals, between, chance
from engine.world.effects.currents import Swirls
from engine.world.effects.shelter import Shelter
from engine.world.effects.source import sprites
from engine.world.model import Atmosphere, Sprites

_BOXES = ((7.0, 0.42), (20.0, 0.58))
"""Side of a region in metres, share of the drops that fall in it."""
_DROPS = 3400
_FLAKES = 5200
_TOP_M = 9.0
_SPLASH_S = 0.16
_SPLASH_REACH_M = 9.0


@dataclass(frozen=True, eq=False)
class _Fall:
    """Where drops are now: (n,) numbers of each fall, landing spots, heights and speeds."""

    fates: Numbers
    x: Reals
    z: Reals
    y: Reals
    speed: Reals


class Downfall:
    """The rain or snow of a shot.

    Args:
        shelter: what keeps it off.
    """

    def __init__(self, air: Atmosphere, shelter: Shelter, seed: int) -> None:
        self._air = air
        self._shelter = shelter
        self._seed = seed
        self._swirls = Swirls(seed % 9973, 3.5, 0.4)

    def sprites(self, time_s: float, camera: Reals) -> tuple[Sprites, ...]:
        """All that falls and splashes near a camera.

        Args:
            camera: 4x4 camera to world.
        """
        air = self._air
        if air.indoors:
            return ()
        made: list[Sprites] = []
        for number, (side, share) in enumerate(_BOXES):
            middle = camera[:3, 3] - camera[:3, 2] * (0.42 * side)
            if air.rain > 0.0:
                count = round(_DROPS * share * min(air.rain, 1.0))
                made += self._rain(time_s, count, side, middle, 2 * number)
            if air.snow > 0.0:
                count = round(_FLAKES * share * min(air.snow, 1.0))
                made.append(self._snow(time_s, count, side, middle, 2 * number + 1))
        return tuple(made)

    def _rain(self, time_s: float, count: int, side: float, middle: Reals,
              stream: int) -> list[Sprites]:  # fmt: skip
        numbers = np.arange(count, dtype=np.int64)
        # Drops of 1 to 4 mm fall at 4 to 9 m/s.
        speed = between(numbers, 3, self._seed + stream, 6.0, 9.0)
        fall = self._fallen(numbers, speed, time_s, side, middle, stream)
        wind = np.array([self._air.wind_mps[0], 0.0, self._air.wind_mps[1]])
        left_s = fall.y / speed
        floor = self._shelter.height(fall.x, fall.z)
        positions = np.stack([fall.x, fall.y, fall.z], axis=1) - wind * left_s[:, None]
        velocities = wind - np.stack([0.0 * speed, speed, 0.0 * speed], axis=1)
        in_air = (fall.y > floor) & self._shelter.open(positions)
        sizes = np.full(count, 0.0028)
        color = np.array([0.80, 0.84, 0.90])
        opacity = np.where(in_air, 0.9, 0.0)
        shown = in_air
        drops = sprites(
            "drop", positions[shown], velocities[shown], sizes[shown], color, opacity[shown],
            chance(fall.fates, 5, self._seed)[shown],
        )  # fmt: skip
        since_s = (floor - fall.y) / speed
        near = np.hypot(fall.x - middle[0], fall.z - middle[2]) < _SPLASH_REACH_M
        landed = (since_s >= 0.0) & (since_s < _SPLASH_S) & near
        return [drops, self._splashes(fall, floor, since_s, landed)]

    def _splashes(self, fall: _Fall, floor: Reals, since_s: Reals, landed: Reals) -> Sprites:
        """Three droplets leap from where a drop has just landed."""
        at = np.flatnonzero(landed)
        each = np.repeat(at, 3)
        fates = fall.fates[each] * 3 + np.tile(np.arange(3), len(at))
        turn = 2.0 * math.pi * chance(fates, 6, self._seed)
        up = between(fates, 7, self._seed, 0.5, 1.25)
        out = between(fates, 8, self._seed, 0.15, 0.55)
        age = since_s[each]
        velocities = np.stack([out * np.cos(turn), up - 9.81 * age, out * np.sin(turn)], axis=1)
        positions = np.stack([fall.x[each], floor[each], fall.z[each]], axis=1)
        positions[:, 0] += velocities[:, 0] * age
        positions[:, 1] += np.maximum(up * age - 4.9 * age * age, 0.003)
        positions[:, 2] += velocities[:, 2] * age
        sizes = between(fates, 9, self._seed, 0.0025, 0.005)
        opacity = 0.6 * (1.0 - age / _SPLASH_S)
        color = np.array([0.80, 0.84, 0.90])
        return sprites("spray", positions, velocities, sizes, color, opacity,
                       chance(fates, 5, self._seed))  # fmt: skip

    def _snow(self, time_s: float, count: int, side: float, middle: Reals,
              stream: int) -> Sprites:  # fmt: skip
        seed = self._seed + stream
        numbers = np.arange(count, dtype=np.int64)
        speed = between(numbers, 3, seed, 0.75, 1.35)
        fall = self._fallen(numbers, speed, time_s, side, middle, stream)
        left_s = fall.y / speed
        wind = np.array([self._air.wind_mps[0], 0.0, self._air.wind_mps[1]])
        positions = np.stack([fall.x, fall.y, fall.z], axis=1) - wind * left_s[:, None]
        floor = self._shelter.height(fall.x, fall.z)
        shown = np.flatnonzero(fall.y > floor + 0.02)
        positions, left_s, fates = positions[shown], left_s[shown], fall.fates[shown]
        # Each flake swings on its own beat, neighbours drift together in the same eddies.
        beat = between(fates, 6, seed, 1.1, 2.6)
        phase = 2.0 * math.pi * chance(fates, 7, seed) + beat * time_s
        high = np.clip(left_s / 0.6, 0.0, 1.0)
        swing = between(fates, 8, seed, 0.04, 0.13) * high
        positions[:, 0] += swing * np.sin(phase)
        positions[:, 2] += swing * np.cos(0.83 * phase + 1.0)
        moment = np.full(len(fates), time_s)
        drift = self._swirls(positions, moment) * (0.6 * high)[:, None]
        positions += drift
        velocities = np.stack(
            [
                wind[0] + swing * beat * np.cos(phase),
                -speed[shown],
                wind[2] - swing * beat * np.sin(0.83 * phase + 1.0),
            ],
            axis=1,
        )
        open_air = self._shelter.open(positions)
        sizes = between(fates, 9, seed, 0.006, 0.014)
        opacity = np.where(open_air, 0.92, 0.0)
        color = np.array([0.92, 0.94, 0.97])
        return sprites("flake", positions, velocities, sizes, color, opacity,
                       chance(fates, 5, seed))  # fmt: skip

    def _fallen(self, numbers: Numbers, speed: Reals, time_s: float, side: float, middle: Reals,
                stream: int) -> _Fall:  # fmt: skip
        """Every drop's present fall: its number, where it will land, how high it is."""
        seed = self._seed + stream
        top = _TOP_M * (1.0 + max(math.floor((middle[1] - 3.0) / _TOP_M), 0.0))
        turns = time_s * speed / top + chance(numbers, 4, seed)
        cycle = np.floor(turns)
        fates = numbers + cycle.astype(np.int64) * 1_000_003
        x = _wrapped(chance(fates, 1, seed) * side, middle[0], side)
        z = _wrapped(chance(fates, 2, seed) * side, middle[2], side)
        return _Fall(fates, x, z, top * (1.0 - (turns - cycle)), speed)


def _wrapped(spots: Reals, middle: float, side: float) -> Reals:
    """The spots moved by whole sides to within half a side of the middle."""
    low = middle - 0.5 * side
    return np.asarray(low + np.mod(spots - low, side))
