"""Flames: tongues that tear off and rise, a candle's one flame, and the light that flickers."""

from __future__ import annotations

import math

import numpy as np

from engine.world.effects.chance import Reals, between, chance
from engine.world.effects.currents import Swirls, gust
from engine.world.effects.source import Source, sprites
from engine.world.model import PointLight, Sprites

_PER_SECOND = 95.0
_LIFE_S = 0.75
_CANDLE_STEPS = 9
_GLOW = ((0.0, (1.0, 0.72, 0.30)), (0.25, (1.0, 0.50, 0.11)), (0.6, (0.90, 0.22, 0.035)),
         (1.0, (0.35, 0.04, 0.01)))  # fmt: skip
"""Share of a tongue's life to its colour: from yellow-white at the root to dark red."""


def glow(shares: Reals) -> Reals:
    """(n, 3) colour of burning gas, or of cooling iron, by the share of its life."""
    stops = [stop for stop, _ in _GLOW]
    columns = np.array([color for _, color in _GLOW]).T
    return np.stack([np.interp(shares, stops, column) for column in columns], axis=1)


def fire(source: Source, time_s: float) -> Sprites:
    """A campfire, a torch, a burning heap: tongues rise ever faster, draw together and thin out."""
    emitter = source.emitter
    size = emitter.size_m
    brood = source.living(_PER_SECOND * min(0.6 + 2.0 * size, 1.6), _LIFE_S, time_s)
    shares, ages = brood.shares, brood.ages_s
    starts = source.births(brood, 0.2)
    root = source.spot(brood.born_s)
    out = np.linalg.norm(starts - root, axis=1) / max(size, 1e-3)
    reach = (1.35 - 0.75 * out) * emitter.strength
    speed = 1.9 * math.sqrt(size / 0.2) * reach
    rise = speed * (0.35 * ages + 0.65 * ages * ages / _LIFE_S)
    swirls = Swirls(source.seed % 9973, 2.6 * size, 0.9 * math.sqrt(size / 0.2))
    positions = root + (starts - root) * (1.0 - 0.55 * shares)[:, None]
    positions[:, 1] += rise
    sway = swirls(positions, np.full(len(ages), time_s)) * (0.28 * shares)[:, None]
    positions += sway + source.wind_mps * (0.35 * ages * gust(brood.born_s, 0.5))[:, None]
    velocities = np.stack([sway[:, 0], speed * (0.35 + 1.3 * ages / _LIFE_S), sway[:, 2]], axis=1)
    swelling = np.sin(np.pi * np.clip(0.22 + 0.78 * shares, 0.0, 1.0))
    sizes = size * (0.50 - 0.12 * out) * swelling
    sizes *= between(brood.numbers, 31, source.seed, 0.7, 1.2)
    opacity = 0.75 * np.clip(shares / 0.08, 0.0, 1.0) * (1.0 - shares) ** 0.8
    tint = np.asarray(emitter.color or (1.0, 1.0, 1.0))
    colors = glow(shares * 0.95) * tint
    return sprites("flame", positions, velocities, sizes, colors, opacity, source.fates(brood))


def candle(source: Source, time_s: float) -> Sprites:
    """One small flame of stacked drops of light that leans with the air and breathes."""
    steps = np.linspace(0.0, 1.0, _CANDLE_STEPS)
    numbers = np.arange(_CANDLE_STEPS, dtype=np.int64)
    moment = np.full(_CANDLE_STEPS, time_s)
    size = source.emitter.size_m
    breath = 1.0 + 0.10 * _flicker(time_s, source.seed)
    height = 3.6 * size * breath
    positions = source.spot(moment)
    positions[:, 1] += steps * height
    swirls = Swirls(source.seed % 9973, 0.25, 0.12, 6)
    lean = swirls(positions, moment - 0.12 * steps) * 0.09
    lean += source.wind_mps * 0.012 * gust(time_s, 0.6)
    positions += lean * (steps**1.6)[:, None] * (size / 0.012)
    positions[:, 1] = np.maximum(positions[:, 1], source.spot(moment)[:, 1])
    sizes = size * (0.55 + 1.3 * steps * (1.0 - steps) - 0.42 * steps**2)
    colors = glow(0.55 * steps**1.5)
    colors[0] = (0.15, 0.22, 0.75)
    opacity = np.where(steps < 0.05, 0.35, 0.62) * (1.0 - 0.4 * steps)
    alive = source.emitter.start_s <= time_s < source.emitter.end_s
    fates = chance(numbers, 33, source.seed)
    return sprites("flame", positions, lean, sizes, colors, opacity * alive, fates)


def light_of(source: Source, time_s: float) -> PointLight | None:
    """What a fire or a candle throws on its surroundings now; None while it does not burn."""
    emitter = source.emitter
    if not emitter.start_s <= time_s < emitter.end_s:
        return None
    is_candle = emitter.kind == "candle"
    power = 0.55 if is_candle else 5.0 * emitter.strength * min(emitter.size_m / 0.25, 2.0)
    depth = 0.12 if is_candle else 0.30
    power *= 1.0 + depth * _flicker(time_s, source.seed)
    x, y, z = source.spot(np.array([time_s]))[0]
    sway = 0.02 if is_candle else 0.35 * emitter.size_m
    x += sway * _flicker(time_s * 0.9, source.seed + 1)
    z += sway * _flicker(time_s * 0.9, source.seed + 2)
    y += 0.05 if is_candle else 0.25 + 1.2 * emitter.size_m
    red, green, blue = emitter.color or (1.0, 0.52, 0.17)
    reach = 2.6 if is_candle else 7.0 + 6.0 * emitter.size_m
    return PointLight(
        (float(x), float(y), float(z)), (red * power, green * power, blue * power), reach
    )


def _flicker(time_s: float, seed: int) -> float:
    """About -1 to 1: slow breathing, quick licking; never the same twice in a shot."""
    phase = (seed % 977) * 0.37
    beats = ((2.3, 0.35), (5.7, 0.30), (9.1, 0.22), (14.3, 0.16), (0.9, 0.20))
    return sum(
        share * math.sin(beat * time_s * 1.13 + phase * (1.0 + index))
        for index, (beat, share) in enumerate(beats)
    )
