"""Who is alive: the particles of a source at a moment, found without any others having lived."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from engine.world.effects.chance import Numbers, Reals, between, chance


@dataclass(frozen=True, eq=False)
class Brood:
    """The particles of one source that live at a moment.

    Attributes:
        numbers: (n,) which they are since the source began; decides all their chances.
        born_s, ages_s, lives_s: (n,) shot time of birth, age now, age at the end.
    """

    numbers: Numbers
    born_s: Reals
    ages_s: Reals
    lives_s: Reals

    @property
    def shares(self) -> Reals:
        """(n,) share of the life that is over, 0 to 1."""
        return np.asarray(self.ages_s / self.lives_s)


def living(
    per_second: float, life_s: float, span_s: tuple[float, float], time_s: float, seed: int,
    spread: float = 0.35,
) -> Brood:  # fmt: skip
    """The brood of a steady source.

    Args:
        per_second: births; each at its own moment of its interval.
        life_s: longest life; the shortest is ``1 - spread`` of it.
        span_s: the source begins and ends.
    """
    start_s, end_s = span_s
    first = max(math.floor((time_s - life_s - start_s) * per_second) - 1, 0)
    last = math.floor((min(time_s, end_s) - start_s) * per_second) + 1
    numbers = np.arange(first, max(last, first), dtype=np.int64)
    born = start_s + (numbers + chance(numbers, 1, seed)) / per_second
    lives = life_s * (1.0 - spread * chance(numbers, 2, seed))
    ages = time_s - born
    alive = (ages >= 0.0) & (ages < lives) & (born < end_s)
    return Brood(numbers[alive], born[alive], ages[alive], lives[alive])


def burst(count: int, life_s: float, born_s: float, time_s: float, seed: int,
          over_s: float = 0.03) -> Brood:  # fmt: skip
    """The brood of one event: ``count`` particles within ``over_s`` from ``born_s``."""
    numbers = np.arange(count, dtype=np.int64)
    born = born_s + over_s * chance(numbers, 1, seed)
    lives = between(numbers, 2, seed, 0.55 * life_s, life_s)
    ages = time_s - born
    alive = (ages >= 0.0) & (ages < lives)
    return Brood(numbers[alive], born[alive], ages[alive], lives[alive])
