"""A foot comes down: heel, then toe, on whatever the ground is."""

from __future__ import annotations

import numpy as np

from engine.sound import noise, tones
from engine.sound.score import FootstepCue, Mono
from engine.timing import SAMPLE_RATE_HZ

_LENGTH = int(0.42 * SAMPLE_RATE_HZ)

# ground: (lowest thump Hz, its share, click Hz, its share, rustle band Hz, its share, rustle s)
_GROUNDS: dict[str, tuple[float, float, float, float, tuple[float, float], float, float]] = {
    "wood": (105.0, 1.0, 1250.0, 0.45, (500.0, 3000.0), 0.12, 0.05),
    "stone": (120.0, 0.5, 2300.0, 0.8, (1200.0, 7000.0), 0.20, 0.05),
    "metal": (140.0, 0.6, 1700.0, 0.9, (900.0, 6000.0), 0.12, 0.05),
    "carpet": (85.0, 1.0, 600.0, 0.05, (250.0, 1500.0), 0.22, 0.07),
    "earth": (75.0, 1.0, 500.0, 0.08, (300.0, 2200.0), 0.30, 0.08),
    "grass": (80.0, 0.7, 500.0, 0.04, (1500.0, 7500.0), 0.40, 0.13),
    "gravel": (80.0, 0.5, 1800.0, 0.15, (1400.0, 8000.0), 0.95, 0.17),
    "sand": (70.0, 0.6, 500.0, 0.03, (900.0, 5000.0), 0.55, 0.15),
    "snow": (80.0, 0.6, 500.0, 0.02, (700.0, 4200.0), 0.80, 0.19),
    "water": (90.0, 0.6, 700.0, 0.08, (400.0, 5000.0), 0.90, 0.20),
}
_LIKE = {
    "concrete": "stone", "asphalt": "stone", "tiles": "stone", "brick": "stone", "ceramic": "stone",
    "glass": "stone", "ice": "stone", "plastic": "wood", "rubber": "carpet", "leather": "carpet",
    "fabric": "carpet", "foam": "carpet", "flesh": "carpet", "paper": "carpet",
    "cardboard": "wood", "fruit": "earth",
}  # fmt: skip


def footstep(cue: FootstepCue, rng: np.random.Generator) -> Mono:
    """The sound of ``cue`` at 1 m; the heel's onset is its first sample."""
    ground = _LIKE.get(cue.ground, cue.ground)
    if cue.weight_kg <= 0.0:
        return np.zeros(0, np.float32)
    weight = float(np.clip((cue.weight_kg / 70.0) ** 0.45, 0.12, 1.8))
    toe_after = int(rng.uniform(0.075, 0.105) * (0.6 + 0.4 * weight) * SAMPLE_RATE_HZ)
    out = _touch(ground, weight, cue.hard, _LENGTH, rng)
    toe = _touch(ground, weight, 0.4 * cue.hard, _LENGTH - toe_after, rng)
    out[toe_after:] += 0.5 * toe
    loudness = noise.decibels(-21.0 + 5.0 * cue.hard + rng.uniform(-1.5, 1.0)) * weight
    return noise.faded((out * loudness).astype(np.float32), 0.0, 0.03)


def _touch(ground: str, weight: float, hard: float, count: int, rng: np.random.Generator) -> Mono:
    """One touch: thump of the ground, click of the sole, what lies loose on it."""
    thump_hz, thump, click_hz, click, rustle_band, rustle, rustle_s = _GROUNDS[ground]
    seconds = np.arange(count) / SAMPLE_RATE_HZ
    low = thump_hz * weight**-0.25 * rng.uniform(0.94, 1.06)
    ratios = np.array([1.0, 1.7, 2.6, 3.9])
    body = tones.damped_modes(
        low * ratios, 0.11 / ratios**0.6, thump * np.array([1.0, 0.7, 0.4, 0.25]), count
    )
    sole = tones.damped_modes(
        click_hz * np.array([1.0, 1.37, 1.93, 2.7]) * rng.uniform(0.92, 1.08),
        np.array([0.022, 0.018, 0.014, 0.01]),
        click * (0.15 + 0.85 * hard) * np.array([0.6, 0.5, 0.35, 0.25]),
        count,
    )
    lumps = 0.25 + 0.75 * noise.drift(rng, count, 130.0) ** 2
    shape = np.minimum((np.arange(count) + 1) / 40.0, 1.0) * np.exp(-seconds / (rustle_s / 2.3))
    loose = 0.55 * rustle * noise.band(rng, count, *rustle_band) * lumps * shape
    return np.asarray(body + sole + loose, np.float32)
