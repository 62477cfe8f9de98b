"""Sounds of what goes to pieces, each by its material: one crack, then pieces that come to rest."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from engine.sound import noise, tones
from engine.sound.effects.recipe import Maker, Recipe
from engine.sound.score import Mono
from engine.timing import SAMPLE_RATE_HZ

_KINDS = 20


def _fragments(
    rng: np.random.Generator,
    count: int,
    pitches_hz: tuple[float, float],
    ring_s: tuple[float, float],
    pieces: int,
    over_s: float,
    ratios: tuple[float, ...] = (1.0, 1.58, 2.24),
) -> Mono:
    """Pieces that fall and knock, fewer and softer with time."""
    length = int(max(2.5 * ring_s[1], 0.02) * SAMPLE_RATE_HZ)
    low, high = np.log(pitches_hz)
    kinds = np.stack([
        tones.damped_modes(
            np.exp(rng.uniform(low, high)) * np.array(ratios),
            rng.uniform(*ring_s) * np.array([1.0, 0.7, 0.5])[: len(ratios)],
            np.array([1.0, 0.6, 0.35])[: len(ratios)],
            length,
        )
        for _ in range(_KINDS)
    ])  # fmt: skip
    starts = np.sort(np.concatenate([[0, 0], rng.exponential(over_s, pieces) * SAMPLE_RATE_HZ]))
    gains = rng.uniform(0.15, 0.7, len(starts)) * np.exp(-starts / (2.2 * over_s * SAMPLE_RATE_HZ))
    return noise.scattered(count, starts.astype(np.int64), kinds, gains)


def _crack(
    rng: np.random.Generator, count: int, low_hz: float, high_hz: float, fall_s: float
) -> Mono:
    seconds = np.arange(count) / SAMPLE_RATE_HZ
    return np.asarray(noise.band(rng, count, low_hz, high_hz) * np.exp(-seconds / fall_s))


def _glass(rng: np.random.Generator, count: int) -> Mono:
    crash = _crack(rng, count, 2500, 12_000, 0.035)
    return np.asarray(crash + _fragments(rng, count, (2200, 6500), (0.06, 0.3), 70, 0.22,
                                         (1.0, 1.63, 2.31)))  # fmt: skip


def _crockery(rng: np.random.Generator, count: int) -> Mono:
    crash = _crack(rng, count, 700, 5500, 0.022)
    body = tones.damped_modes((640, 1180, 1930), (0.09, 0.06, 0.04), (1, 0.8, 0.6), count)
    return np.asarray(crash + body + 1.3 * _fragments(rng, count, (900, 3200), (0.03, 0.11),
                                                      34, 0.17))  # fmt: skip


def _splintering(rng: np.random.Generator, count: int) -> Mono:
    """Fibres that tear before the wood gives, then boards that clatter."""
    crack = _crack(rng, count, 300, 4500, 0.012)
    body = tones.damped_modes((150, 270, 430, 690), (0.12, 0.1, 0.07, 0.05), (1, 1, 0.8, 0.5),
                              count)  # fmt: skip
    length = 700
    seconds = np.arange(length) / SAMPLE_RATE_HZ
    snaps = np.stack([
        noise.band(rng, length, low, 3 * low) * np.exp(-seconds / rng.uniform(0.0008, 0.003))
        for low in rng.uniform(500, 3000, _KINDS)
    ])  # fmt: skip
    starts = np.sort(rng.exponential(0.07, 45) * SAMPLE_RATE_HZ).astype(np.int64)
    fibres = noise.scattered(count, starts, snaps, rng.uniform(0.1, 0.8, len(starts)) ** 2)
    boards = _fragments(rng, count, (220, 900), (0.04, 0.1), 16, 0.22)
    return np.asarray(crack + 0.9 * body + 0.8 * fibres + 0.8 * boards, np.float32)


def _rubble(rng: np.random.Generator, count: int) -> Mono:
    """A dull blow, stones that knock, grit that runs after them."""
    seconds = np.arange(count) / SAMPLE_RATE_HZ
    blow = tones.damped_modes((58, 96, 170, 290), (0.22, 0.16, 0.1, 0.07), (1, 0.9, 0.7, 0.4),
                              count)  # fmt: skip
    crack = _crack(rng, count, 200, 2600, 0.018)
    stones = _fragments(rng, count, (260, 1300), (0.012, 0.045), 46, 0.28)
    grit = noise.band(rng, count, 1500, 6000) * noise.drift(rng, count, 70.0) ** 3
    grit = grit * np.minimum(seconds / 0.06, 1) * np.exp(-seconds / 0.35)
    return np.asarray(0.9 * blow + 0.8 * crack + 1.2 * stones + 0.25 * grit, np.float32)


def _ice(rng: np.random.Generator, count: int) -> Mono:
    """A chirping crack (stiff ice carries high tones first), then lumps that skitter."""
    seconds = np.arange(count) / SAMPLE_RATE_HZ
    chirp = np.sin(tones.phase_of(np.geomspace(4200, 500, 200), count)) * np.exp(-seconds / 0.03)
    crack = _crack(rng, count, 1200, 8000, 0.014)
    lumps = _fragments(rng, count, (1300, 3900), (0.012, 0.05), 55, 0.24, (1.0, 1.9))
    return np.asarray(0.6 * chirp + crack + 1.1 * lumps, np.float32)


def _plastic(rng: np.random.Generator, count: int) -> Mono:
    crack = _crack(rng, count, 900, 6500, 0.007)
    shell = tones.damped_modes((410, 760, 1240), (0.05, 0.035, 0.025), (1, 0.8, 0.5), count)
    bits = _fragments(rng, count, (600, 2100), (0.01, 0.03), 22, 0.16)
    return np.asarray(crack + 0.7 * shell + bits, np.float32)


def _tearing(rng: np.random.Generator, count: int) -> Mono:
    """Paper and card: fibre after fibre, rising as the tear runs."""
    seconds = np.arange(count) / SAMPLE_RATE_HZ
    rip = noise.band(rng, count, 1400, 9000) * noise.drift(rng, count, 260.0) ** 2
    shape = np.minimum(seconds / 0.02, 1) * np.exp(-seconds / 0.16)
    return np.asarray(rip * shape, np.float32)


def _squashing(rng: np.random.Generator, count: int) -> Mono:
    """Fruit and flesh: a dull blow and what runs out."""
    blow = tones.damped_modes((85, 140, 230), (0.09, 0.07, 0.05), (1, 0.8, 0.5), count)
    wet = noise.band(rng, count, 350, 2800) * noise.drift(rng, count, 45.0) ** 2
    wet = wet * np.exp(-np.arange(count) / (0.11 * SAMPLE_RATE_HZ))
    return np.asarray(blow + 0.7 * wet, np.float32)


def _crumpling(rng: np.random.Generator, count: int) -> Mono:
    """Sheet metal that folds: a clang and a few buckles."""
    clang = tones.damped_modes((310, 790, 1370, 2210, 3480), (0.5, 0.4, 0.3, 0.2, 0.15),
                               (1, 0.9, 0.8, 0.6, 0.4), count)  # fmt: skip
    buckles = _fragments(rng, count, (380, 2400), (0.05, 0.3), 14, 0.2)
    return np.asarray(clang + _crack(rng, count, 400, 5000, 0.02) + buckles, np.float32)


_SOUNDS: tuple[tuple[str, Maker, float, float], ...] = (
    ("glass", _glass, 1.6, -6.0),
    ("crockery", _crockery, 1.3, -6.0),
    ("splintering", _splintering, 1.3, -5.0),
    ("rubble", _rubble, 1.8, -4.0),
    ("cracking ice", _ice, 1.3, -7.0),
    ("cracking plastic", _plastic, 0.8, -9.0),
    ("tearing", _tearing, 0.6, -14.0),
    ("squashing", _squashing, 0.5, -12.0),
    ("crumpling", _crumpling, 1.3, -6.0),
)
BREAKING: dict[str, Recipe] = {
    name: Recipe(make, seconds, level_db) for name, make, seconds, level_db in _SOUNDS
}

_BY_MATERIAL: Mapping[str, str] = MappingProxyType(
    {
        "glass": "glass",
        **dict.fromkeys(("ceramic", "tiles"), "crockery"),
        "wood": "splintering",
        **dict.fromkeys(("stone", "brick", "concrete", "asphalt", "gravel", "earth"), "rubble"),
        **dict.fromkeys(("ice",), "cracking ice"),
        **dict.fromkeys(("paper", "cardboard", "fabric", "leather", "carpet"), "tearing"),
        **dict.fromkeys(("fruit", "flesh", "foam", "rubber", "snow", "sand", "grass"), "squashing"),
        "metal": "crumpling",
    }
)


def breaking_sound(material: str) -> str:
    """The effect's name for a thing of that material (of ``engine.materials``) going to pieces."""
    return _BY_MATERIAL.get(material, "cracking plastic")


_USUAL_M = 0.15
"""Size (cube root of its box) of a thing that breaks at a recipe's own level."""
_BLOW_DB = (-12.0, 8.0)


def breaking_level_db(size_m: float) -> float:
    """How much louder than its recipe a thing of this size (cube root of its box) breaks."""
    return float(np.clip(20 * np.log10(max(size_m, 1e-3) / _USUAL_M) * 0.7, *_BLOW_DB))


_USUAL_SPLASH = 3.0 * 0.2
"""Speed times size of a splash at its recipe's own level, m²/s."""


def splash_level_db(speed_mps: float, size_m: float) -> float:
    """How much louder than its recipe something of this size at this speed falls into water."""
    strength = max(speed_mps * size_m, 1e-3) / _USUAL_SPLASH
    return float(np.clip(20 * np.log10(strength) * 0.7, -20.0, 8.0))
