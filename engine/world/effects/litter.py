"""What flutters and floats: leaves in the wind, confetti, soap bubbles."""

from __future__ import annotations

import numpy as np

from engine.world.effects.births import Brood
from engine.world.effects.chance import Reals, between, chance
from engine.world.effects.currents import Swirls, carried, gust
from engine.world.effects.source import Source, sprites, swell
from engine.world.model import Sprites

_LEAVES = ((0.42, 0.12, 0.02), (0.55, 0.25, 0.03), (0.30, 0.16, 0.04), (0.50, 0.36, 0.05),
           (0.16, 0.20, 0.04))  # fmt: skip
_CONFETTI = ((0.85, 0.06, 0.10), (0.95, 0.62, 0.04), (0.05, 0.45, 0.80), (0.08, 0.60, 0.20),
             (0.75, 0.12, 0.60), (0.95, 0.90, 0.85))  # fmt: skip
_LYING_M = 0.012
_STEP_S = 1.0 / 6.0


def leaves(source: Source, time_s: float) -> Sprites:
    """Dry leaves: they come with the wind, sink in swings and skip over the ground."""
    brood = source.living(26.0, 6.0, time_s)
    wind = source.wind_mps * 0.9
    positions, velocities = _fluttered(source, brood, sink_mps=0.75, wind=wind, swing_m=0.32)
    return _flakes(source, brood, (positions, velocities), (0.030, 0.055), _LEAVES)


def confetti(source: Source, time_s: float) -> Sprites:
    """Bits of paper: thrown up or let down, they spin to the ground and stay there."""
    brood = source.living(100.0, 6.0, time_s)
    positions, velocities = _fluttered(
        source, brood, sink_mps=0.95, wind=source.wind_mps * 0.7, swing_m=0.10
    )
    return _flakes(source, brood, (positions, velocities), (0.016, 0.026), _CONFETTI)


def _fluttered(source: Source, brood: Brood, *, sink_mps: float, wind: Reals,
               swing_m: float) -> tuple[Reals, Reals]:  # fmt: skip
    """Drifts, then adds each one's swing from side to side; on the ground nothing swings."""
    swirls = Swirls(source.seed % 9973, 2.2, 0.35 + 0.22 * float(np.linalg.norm(wind)))
    toss = np.asarray(source.emitter.direction) * (source.emitter.strength - 1.0) * 3.0

    def flow(positions: Reals, times_s: Reals, ages_s: Reals) -> Reals:
        height = positions[:, 1] - source.ground_m
        near = np.clip(height / 0.25, 0.0, 1.0)
        speed = swirls(positions, times_s) + wind * gust(times_s, 0.6)[:, None]
        speed[:, 1] -= sink_mps
        speed += toss * np.exp(-ages_s / 0.45)[:, None]
        # Near the ground there is little wind: what lies there moves in the gusts only.
        speed[:, [0, 2]] *= (0.04 + 0.96 * near)[:, None]
        speed[:, 1] = np.where(height < _LYING_M, np.maximum(speed[:, 1], 0.0), speed[:, 1])
        return speed

    positions, velocities = carried(
        source.births(brood, 0.8), brood.born_s, brood.ages_s, flow, _STEP_S
    )
    beat = between(brood.numbers, 71, source.seed, 3.0, 5.5)
    phase = beat * brood.ages_s + 6.2832 * chance(brood.numbers, 72, source.seed)
    turn = 6.2832 * chance(brood.numbers, 73, source.seed)
    high = np.clip((positions[:, 1] - source.ground_m) / 0.3, 0.0, 1.0)
    side = swing_m * np.sin(phase) * high
    positions += np.stack(
        [side * np.cos(turn), 0.35 * swing_m * np.cos(2.0 * phase) * high, side * np.sin(turn)],
        axis=1,
    )
    swing = swing_m * beat * np.cos(phase) * high
    velocities[:, 0] += swing * np.cos(turn)
    velocities[:, 2] += swing * np.sin(turn)
    positions[:, 1] = np.maximum(positions[:, 1], source.ground_m + _LYING_M)
    return positions, velocities


def _flakes(source: Source, brood: Brood, motion: tuple[Reals, Reals],
            sizes_m: tuple[float, float],
            palette: tuple[tuple[float, float, float], ...]) -> Sprites:  # fmt: skip
    tints = np.array([source.emitter.color]) if source.emitter.color else np.array(palette)
    chosen = tints[(chance(brood.numbers, 74, source.seed) * len(tints)).astype(np.int64)]
    shade = between(brood.numbers, 75, source.seed, 0.75, 1.2)[:, None]
    sizes = between(brood.numbers, 76, source.seed, *sizes_m)
    opacity = swell(brood.shares, 0.03, 0.92)
    colors = np.clip(chosen * shade, 0.0, 1.0)
    return sprites("leaf", *motion, sizes, colors, opacity, source.fates(brood))


def bubbles(source: Source, time_s: float) -> Sprites:
    """Soap bubbles: they wobble along with the air, sink a little and burst."""
    brood = source.living(7.0, 4.5, time_s)
    swirls = Swirls(source.seed % 9973, 0.9, 0.18)
    push = np.asarray(source.emitter.direction) * 0.7 * source.emitter.strength
    wind = source.wind_mps * 0.6

    def flow(positions: Reals, times_s: Reals, ages_s: Reals) -> Reals:
        speed = swirls(positions, times_s) + wind * gust(times_s, 0.4)[:, None]
        speed += push * np.exp(-ages_s / 0.6)[:, None]
        speed[:, 1] += 0.16 - 0.08 * ages_s
        return speed

    positions, velocities = carried(source.births(brood), brood.born_s, brood.ages_s, flow)
    positions[:, 1] = np.maximum(positions[:, 1], source.ground_m + 0.03)
    sizes = between(brood.numbers, 77, source.seed, 0.02, 0.065)
    wobble = 1.0 + 0.05 * np.sin(brood.ages_s * 9.0 + 6.28 * chance(brood.numbers, 78, 0))
    grown = np.clip(brood.ages_s / 0.25, 0.1, 1.0)
    color = source.emitter.color or (0.85, 0.92, 1.0)
    opacity = np.where(brood.shares < 0.99, 0.8, 0.0)
    sizes *= wobble * grown
    return sprites("bubble", positions, velocities, sizes, color, opacity, source.fates(brood))
