"""The height of open water at any spot and moment: wind waves in closed form, rings of splashes.

Picture and physics ask the same functions, so what floats rides the waves that are seen.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Reals = NDArray[np.float64]

_GRAVITY_MPS2 = 9.81
_TENSION_M3_S2 = 7.3e-5
_RING_LIFE_S = 4.0
_WAVES = 14


@dataclass(frozen=True)
class Ring:
    """Something went into the water or moved through it: waves run away from there.

    Attributes:
        height_m: of the first crest near the spot.
        size_m: of what went in; decides the wavelength.
    """

    x_m: float
    z_m: float
    time_s: float
    height_m: float
    size_m: float


class Waves:
    """Wind waves: a sum of travelling sines with the lengths and heights that the wind makes.

    Args:
        wind_mps: (x, z); a lake at rest still breathes a little.
        depth_m: waves in shallow water are slower.
        fetch_m: over which the wind could work; short waters have short waves.
    """

    def __init__(self, wind_mps: tuple[float, float], depth_m: float = 2.0,
                 fetch_m: float = 60.0, seed: int = 0) -> None:  # fmt: skip
        rng = np.random.default_rng(seed)
        speed = max(math.hypot(*wind_mps), 0.6)
        heading = math.atan2(wind_mps[1], wind_mps[0])
        # Young sea (JONSWAP's growth with fetch): height and length of the highest waves.
        reach = _GRAVITY_MPS2 * fetch_m / speed**2
        height = 0.0016 * math.sqrt(reach) * speed**2 / _GRAVITY_MPS2
        beat = 22.0 * (_GRAVITY_MPS2**2 / (speed * fetch_m)) ** (1.0 / 3.0)
        number = max(beat**2 / _GRAVITY_MPS2, 0.4)
        ratios = np.geomspace(0.7, 9.0, _WAVES) * rng.uniform(0.93, 1.07, _WAVES)
        turns = heading + rng.normal(0.0, 0.55, _WAVES) * (0.6 + 0.4 * np.log2(ratios + 1.0))
        self._numbers = number * ratios
        self._ways = np.stack([np.cos(turns), np.sin(turns)])
        shares = ratios**-1.6
        self._heights = min(height, 0.35) * 0.5 * shares / math.sqrt(float(shares @ shares)) * 1.4
        self._beats = _pulses(self._numbers, depth_m)
        self._phases = rng.uniform(0.0, 2.0 * math.pi, _WAVES)

    def seen_at(self, cell_m: Reals) -> Reals:
        """(..., waves) how much of each wave a grid with cells of that size can show, 0 to 1."""
        lengths = 2.0 * math.pi / self._numbers
        share = np.clip((lengths / cell_m[..., None] - 2.5) / 3.0, 0.0, 1.0)
        return np.asarray(share)

    def surface(
        self, x: Reals, z: Reals, time_s: float, shares: Reals | float = 1.0
    ) -> tuple[Reals, Reals, Reals]:
        """Height above the still level and its slopes along x and z, each as ``x`` is shaped.

        Args:
            shares: of ``seen_at``; 1 is the whole sea.
        """
        along = x[..., None] * self._ways[0] + z[..., None] * self._ways[1]
        angles = along * self._numbers - time_s * self._beats + self._phases
        heights = self._heights * shares
        height = np.sum(np.sin(angles) * heights, axis=-1)
        rise = np.cos(angles) * (heights * self._numbers)
        return height, rise @ self._ways[0], rise @ self._ways[1]


def _pulses(numbers: Reals, depth_m: float) -> Reals:
    """Angular frequency of waves of these numbers: gravity, surface tension, depth."""
    return np.asarray(
        np.sqrt(
            (_GRAVITY_MPS2 * numbers + _TENSION_M3_S2 * numbers**3) * np.tanh(numbers * depth_m)
        )
    )


def ring_surface(rings: tuple[Ring, ...], x: Reals, z: Reals,
                 time_s: float) -> tuple[Reals, Reals, Reals]:  # fmt: skip
    """Height and slopes that rings add: packets of waves that spread, thin out and die."""
    height, slope_x, slope_z = np.zeros_like(x), np.zeros_like(x), np.zeros_like(x)
    for ring in rings:
        age = time_s - ring.time_s
        if not 0.0 < age < _RING_LIFE_S:
            continue
        number = 2.0 * math.pi / max(2.2 * ring.size_m, 0.12)
        pulse = float(_pulses(np.array([number]), 5.0)[0])
        dx, dz = x - ring.x_m, z - ring.z_m
        gap = np.sqrt(dx * dx + dz * dz) + 1e-6
        front = 0.5 * pulse / number * age * 1.3 + 0.5 * ring.size_m
        width = ring.size_m * (1.2 + 1.1 * age)
        packet = np.exp(-(((gap - front) / width) ** 2))
        fade = (1.0 - age / _RING_LIFE_S) ** 1.5 * min(age / 0.08, 1.0)
        size = ring.height_m * fade / np.sqrt(1.0 + gap / max(ring.size_m, 0.05)) * packet
        angle = number * gap - pulse * age
        height += size * np.cos(angle)
        rise = -size * number * np.sin(angle) / gap
        slope_x += rise * dx
        slope_z += rise * dz
    return height, slope_x, slope_z


def water_height(waves: Waves, rings: tuple[Ring, ...], x: float, z: float, time_s: float) -> float:
    """Height of the surface above its still level at one spot, metres."""
    at_x, at_z = np.array([x]), np.array([z])
    wind = waves.surface(at_x, at_z, time_s)[0]
    return float(wind[0] + ring_surface(rings, at_x, at_z, time_s)[0][0])
