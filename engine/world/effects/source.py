"""An emitter where it is played: its air, its ground, its way through the world."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.world.effects.births import Brood, burst, living
from engine.world.effects.chance import Reals, chance
from engine.world.model import Color, SpriteKind, Sprites
from engine.world.scene import Emitter


@dataclass(frozen=True, eq=False)
class Source:
    """What a kind of particles needs to know.

    Attributes:
        spot: shot times (n,) to where the emitter is, (n, 3).
        wind_mps: (3,) mean wind there. gravity_mps2: downwards.
        seed: of this emitter.
        ground_m: height of what its particles fall on.
    """

    emitter: Emitter
    spot: Callable[[Reals], Reals]
    wind_mps: Reals
    gravity_mps2: float
    seed: int
    ground_m: float = 0.0

    @property
    def fall(self) -> Reals:
        """(3,) gravity."""
        return np.array([0.0, -self.gravity_mps2, 0.0])

    def living(self, per_second: float, life_s: float, time_s: float) -> Brood:
        """Its steady brood; strength makes more of them."""
        emitter = self.emitter
        rate = per_second * (0.5 + 0.5 * emitter.strength)
        return living(rate, life_s, (emitter.start_s, emitter.end_s), time_s, self.seed)

    def burst(self, count: int, life_s: float, time_s: float, over_s: float = 0.03) -> Brood:
        """Its brood of one event at its start."""
        return burst(count, life_s, self.emitter.start_s, time_s, self.seed, over_s)

    def fates(self, brood: Brood) -> Reals:
        """(n,) each particle's own number for its looks."""
        return chance(brood.numbers, 14, self.seed)

    def births(self, brood: Brood, flat: float = 0.4) -> Reals:
        """(n, 3) where they are born: within the emitter's radius, flattened."""
        size = self.emitter.size_m
        turn = 2.0 * np.pi * chance(brood.numbers, 11, self.seed)
        reach = size * np.sqrt(chance(brood.numbers, 12, self.seed))
        lift = size * flat * (chance(brood.numbers, 13, self.seed) - 0.5)
        offsets = np.stack([reach * np.cos(turn), lift, reach * np.sin(turn)], axis=1)
        return np.asarray(self.spot(brood.born_s) + offsets)


def sprites(kind: SpriteKind, positions: Reals, velocities: Reals, sizes_m: Reals,
            colors: Reals | Color, opacity: Reals, fates: Reals) -> Sprites:  # fmt: skip
    """Sprites of one kind; one colour or (n, 3), with (n,) opacities and fates."""
    painted: NDArray[np.float32] = np.empty((len(positions), 4), np.float32)
    painted[:, :3] = colors
    painted[:, 3] = np.clip(opacity, 0.0, 1.0)
    return Sprites(
        kind,
        positions.astype(np.float32),
        velocities.astype(np.float32),
        np.asarray(sizes_m, np.float32),
        painted,
        fates.astype(np.float32),
    )


def swell(shares: Reals, rise: float, fall: float) -> Reals:
    """0 at birth, 1 after ``rise`` of the life, back to 0 from ``fall`` on; smooth."""
    up = np.clip(shares / rise, 0.0, 1.0)
    down = np.clip((1.0 - shares) / (1.0 - fall), 0.0, 1.0)
    return np.asarray(up * up * (3.0 - 2.0 * up) * down * down * (3.0 - 2.0 * down))
