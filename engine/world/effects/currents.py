"""Moving air: mean wind, gusts and swirls that neither begin nor end anywhere."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from engine.world.effects.chance import Reals

_STEP_S = 1.0 / 12.0

Flow = Callable[[Reals, Reals, Reals], Reals]
"""(n, 3) positions, (n,) shot times, (n,) ages to (n, 3) velocities."""


def gust(time_s: float | Reals, amount: float) -> Reals:
    """How strong the wind is at a moment, as a share of its mean; 1 on the average."""
    t = np.asarray(time_s, np.float64)
    slow = np.sin(0.61 * t + 0.4) * 0.5 + np.sin(1.37 * t + 2.1) * 0.3 + np.sin(2.9 * t) * 0.2
    return np.asarray(1.0 + amount * slow, np.float64)


class Swirls:
    """Turbulence without sources: a sum of travelling shear waves, each across its own way.

    Args:
        size_m: of the largest swirls; the others are smaller by halves.
        speed_mps: typical speed.
        waves: how many in all.
    """

    def __init__(self, seed: int, size_m: float, speed_mps: float, waves: int = 12) -> None:
        rng = np.random.default_rng(seed)
        ways = rng.normal(size=(waves, 3))
        ways /= np.linalg.norm(ways, axis=1, keepdims=True)
        octaves = np.arange(waves) % 3
        numbers = 2.0 * math.pi / size_m * 2.0**octaves
        across = np.cross(ways, rng.normal(size=(waves, 3)))
        across /= np.linalg.norm(across, axis=1, keepdims=True)
        strengths = speed_mps * 0.62**octaves * math.sqrt(2.0 / waves) * 1.5
        self._waves = (ways * numbers[:, None]).T
        self._drifts = across * strengths[:, None]
        self._beats = rng.normal(size=waves) * numbers * speed_mps * 0.7
        self._phases = rng.uniform(0.0, 2.0 * math.pi, waves)

    def __call__(self, positions: Reals, times_s: Reals) -> Reals:
        """(n, 3) velocity at (n, 3) positions and (n,) times."""
        angles = positions @ self._waves + times_s[:, None] * self._beats + self._phases
        return np.asarray(np.cos(angles) @ self._drifts)


def carried(starts: Reals, born_s: Reals, ages_s: Reals, flow: Flow,
            step_s: float = _STEP_S) -> tuple[Reals, Reals]:  # fmt: skip
    """Positions and velocities (n, 3) of what drifts with a flow from birth to its age.

    Steps are counted from each one's birth (midpoint rule), so that any moment can be asked for
    alone and the way is the same.
    """
    positions = starts.copy()
    velocities = np.zeros_like(starts)
    steps = math.ceil(float(ages_s.max(initial=0.0)) / step_s)
    for step in range(steps):
        begun = step * step_s
        length = np.clip(ages_s - begun, 0.0, step_s)
        moving = np.flatnonzero(length > 0.0)
        at, dt = positions[moving], length[moving]
        ages = np.full(len(moving), begun)
        times = born_s[moving] + begun
        middle = at + flow(at, times, ages) * (0.5 * dt)[:, None]
        now = flow(middle, times + 0.5 * dt, ages + 0.5 * dt)
        positions[moving] = at + now * dt[:, None]
        velocities[moving] = now
    return positions, velocities


def thrown(starts: Reals, velocities: Reals, ages_s: Reals, fall: Reals, drag: float,
           wind_mps: Reals) -> tuple[Reals, Reals]:  # fmt: skip
    """Positions and velocities (n, 3) in gravity and air that brakes in proportion to speed.

    Args:
        fall: (3,) gravity. drag: 1/s. wind_mps: (3,) what the air does.
    """
    slowed = np.exp(-drag * ages_s)[:, None]
    final = wind_mps + fall / drag
    return (
        starts + final * ages_s[:, None] + (velocities - final) * (1.0 - slowed) / drag,
        final + (velocities - final) * slowed,
    )
