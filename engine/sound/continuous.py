"""Rolling and sliding: contact that lasts, as loud and as bright as it is fast."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from engine.materials import Material, material
from engine.sound import noise, tones
from engine.sound.score import ContinuousCue, Mono
from engine.timing import SAMPLE_RATE_HZ

_BANDS_HZ = ((70.0, 260.0), (260.0, 1100.0), (1100.0, 5500.0))
_STILL_MPS = 0.03


def rub(cue: ContinuousCue, rng: np.random.Generator) -> Mono:
    """The sound of ``cue`` at 1 m, from its start to its end; silent while it stands still."""
    count = max(cue.end_sample - cue.start_sample, 0)
    if count == 0 or not cue.speed_mps:
        return np.zeros(count, np.float32)
    speed = tones.over_time(cue.speed_mps, count)
    speed = np.maximum(np.abs(speed) - _STILL_MPS, 0.0)
    body, ground = (material(name) for name in cue.materials)
    sliding = cue.kind == "scrape"
    surface = _surface(body, ground, speed, sliding, rng)
    bumps = _bumps(speed, cue.size_m, sliding, rng)
    level_db = -31.0 + 12.0 * (min(body.brightness, ground.brightness) - 0.4)
    level_db += 4.0 * math.log10(max(cue.size_m, 0.01) / 0.2) + (5.0 if sliding else 0.0)
    loudness = noise.decibels(level_db) * np.minimum(speed, 12.0) ** 0.8
    return noise.faded((surface * bumps * loudness).astype(np.float32), 0.012, 0.03)


def _surface(
    body: Material,
    ground: Material,
    speed: NDArray[np.float64],
    sliding: bool,
    rng: np.random.Generator,
) -> Mono:
    """Three bands of roughness; faster and harder moves the weight upwards."""
    count = len(speed)
    hardness = (body.brightness + ground.brightness) / 2 + (0.25 if sliding else 0.0)
    pace = np.clip(speed / 4.0, 0.0, 1.0)
    weights = (
        np.full(count, 1.1 - 0.5 * hardness),
        np.full(count, 0.35 + 0.5 * hardness),
        (0.08 + 0.75 * hardness) * pace,
    )
    total = np.zeros(count, np.float64)
    for (low, high), weight in zip(_BANDS_HZ, weights, strict=True):
        total += weight * noise.band(rng, count, low, high)
    ringing = max(min(body.brightness, ground.brightness) - 0.3, 0.0)
    if ringing:
        tone = tones.resonated(noise.white(rng, count), ((900.0, 60.0, 6.0), (2300.0, 90.0, 5.0)))
        total += 2.0 * ringing * tone
    return total.astype(np.float32)


def _bumps(
    speed: NDArray[np.float64],
    size_m: float,
    sliding: bool,
    rng: np.random.Generator,
) -> Mono:
    """Unevenness: once a turn for what rolls, fine stick and slip for what slides."""
    count = len(speed)
    if sliding:
        return np.asarray(0.45 + 0.9 * noise.drift(rng, count, 55.0) ** 2, np.float32)
    turns = np.cumsum(speed) / (math.pi * max(size_m, 0.02) * SAMPLE_RATE_HZ)
    wobble = 0.75 + 0.25 * np.sin(2 * np.pi * turns + rng.uniform(0, 6.28))
    return np.asarray(wobble * (0.6 + 0.6 * noise.drift(rng, count, 24.0)), np.float32)
