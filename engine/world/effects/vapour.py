"""Smoke, steam, exhaust, mist and dust: puffs that drift, swirl, grow and thin out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from engine.world.effects.births import Brood
from engine.world.effects.chance import Reals, between, directions
from engine.world.effects.currents import Flow, Swirls, carried, gust
from engine.world.effects.source import Source, sprites, swell
from engine.world.model import Color, SpriteKind, Sprites

_STEPS = 40
"""In which a puff's whole way is followed."""


@dataclass(frozen=True)
class Vapour:
    """How a kind of puffs behaves.

    Attributes:
        per_second, life_s: births and longest life.
        rise_mps, cools_s: how fast it goes up at first and how soon it stops.
        push_mps, slows_s: along the emitter's direction.
        swirl_m, swirl_mps: size and speed of its eddies; they take hold within ``looses_s``.
        small_m, large_m: radius at birth and at the end.
        opacity: at its thickest. wind: how much of the wind it takes.
    """

    per_second: float
    life_s: float
    rise_mps: float
    cools_s: float
    push_mps: float
    slows_s: float
    swirl_m: float
    swirl_mps: float
    looses_s: float
    small_m: float
    large_m: float
    opacity: float
    color: Color
    wind: float = 1.0
    kind: SpriteKind = "smoke"


KINDS: Mapping[str, Vapour] = MappingProxyType(
    {
        "smoke": Vapour(15, 5.5, 1.25, 4.0, 0.25, 1.0, 1.3, 0.50, 0.8, 0.14, 0.75, 0.32,
                        (0.20, 0.20, 0.21)),
        "steam": Vapour(22, 1.9, 0.42, 1.4, 0.12, 0.4, 0.22, 0.16, 0.35, 0.018, 0.11, 0.32,
                        (0.85, 0.87, 0.90), 0.35),
        "wisp": Vapour(60, 3.0, 0.36, 3.0, 0.0, 1.0, 0.16, 0.10, 0.9, 0.006, 0.035, 0.22,
                       (0.62, 0.64, 0.68), 0.25),
        "exhaust": Vapour(22, 1.5, 0.32, 1.2, 1.1, 0.35, 0.40, 0.28, 0.3, 0.035, 0.30, 0.16,
                          (0.50, 0.50, 0.53)),
        "mist": Vapour(0.8, 16.0, 0.015, 8.0, 0.0, 1.0, 4.0, 0.16, 1.0, 1.1, 2.2, 0.085,
                       (0.78, 0.81, 0.86), 0.5),
        "dust": Vapour(16, 2.2, 0.42, 0.9, 0.7, 0.35, 0.7, 0.26, 0.3, 0.06, 0.42, 0.22,
                       (0.55, 0.44, 0.31), 0.8, "dust"),
    }
)  # fmt: skip
"""Every kind of puffs."""


def puffs(source: Source, time_s: float) -> Sprites:
    """The puffs of a steady source."""
    how = KINDS[source.emitter.kind]
    return _drifting(source, how, source.living(how.per_second, how.life_s, time_s))


def cloud(source: Source, time_s: float, count: int) -> Sprites:
    """One cloud of ``count`` puffs that bursts away from a spot: a landing, a step in the sand."""
    how = KINDS[source.emitter.kind]
    return _drifting(source, how, source.burst(count, how.life_s, time_s), bursting=True)


def _drifting(source: Source, how: Vapour, brood: Brood, *, bursting: bool = False) -> Sprites:
    emitter = source.emitter
    strength = emitter.strength
    starts = source.births(brood)
    away = directions(brood.numbers, 21, source.seed)
    if bursting:
        away[:, 1] = np.abs(away[:, 1]) * 0.45
    pushes = np.asarray(emitter.direction) * (0.0 if bursting else 1.0)
    push = how.push_mps * strength * (pushes + (1.0 if bursting else 0.25) * away)
    ages = brood.ages_s
    step_s = how.life_s / _STEPS
    positions, velocities = carried(starts, brood.born_s, ages, _flow(source, how), step_s)
    slowed = np.exp(-ages / how.slows_s)[:, None]
    positions += push * how.slows_s * (1.0 - slowed)
    velocities += push * slowed
    shares = brood.shares
    scale = 0.6 + 0.4 * strength
    sizes = how.small_m + (how.large_m - how.small_m) * np.sqrt(shares)
    sizes = sizes * scale * between(brood.numbers, 22, source.seed, 0.75, 1.25)
    positions[:, 1] = np.maximum(positions[:, 1], source.ground_m + 0.25 * sizes)
    thinning = how.opacity * min(0.5 + 0.5 * strength, 1.6)
    opacity = thinning * swell(shares, min(0.18, 0.25 / how.life_s + 0.04), 0.35)
    tint = np.asarray(emitter.color or how.color)
    shade = between(brood.numbers, 23, source.seed, 0.82, 1.12)[:, None]
    fades = np.clip(ages[:, None] / how.life_s, 0.0, 1.0)
    colors = tint * shade * (1.0 + 0.35 * fades)
    colors = np.clip(colors, 0.0, 1.0)
    return sprites(how.kind, positions, velocities, sizes, colors, opacity, source.fates(brood))


def _flow(source: Source, how: Vapour) -> Flow:
    """The air round a source: it rises while it is warm, swirls, and the wind takes it."""
    swirls = Swirls(source.seed % 9973, how.swirl_m, how.swirl_mps)
    wind = source.wind_mps * how.wind
    lift = how.rise_mps * (0.75 + 0.25 * source.emitter.strength)

    def flow(positions: Reals, times_s: Reals, ages_s: Reals) -> Reals:
        loose = 1.0 - np.exp(-ages_s / how.looses_s)
        speed = swirls(positions, times_s) * loose[:, None]
        height = np.clip((positions[:, 1] - source.ground_m) / 2.0, 0.15, 1.0)
        taken = (1.0 - np.exp(-ages_s / 0.6)) * height * gust(times_s, 0.4)
        speed += wind * taken[:, None]
        speed[:, 1] += lift * np.exp(-ages_s / how.cools_s)
        return speed

    return flow
