"""Sounds of air, water and fire."""

from __future__ import annotations

import numpy as np

from engine.sound import noise, tones
from engine.sound.effects.recipe import Recipe
from engine.sound.score import Mono
from engine.timing import SAMPLE_RATE_HZ


def thunder(rng: np.random.Generator, count: int) -> Mono:
    """A crack that rolls away."""
    seconds = np.arange(count) / SAMPLE_RATE_HZ
    rumble = noise.coloured(rng, count, ((25, -3), (60, 0), (140, -5), (400, -20), (2000, -45)))
    roll = np.zeros(count)
    for start_s in np.concatenate([[0.0], np.sort(rng.uniform(0.15, 2.8, 7))]):
        late = np.maximum(seconds - start_s, 0)
        roll += (seconds >= start_s) * (1 - np.exp(-late / 0.03)) * np.exp(
            -late / rng.uniform(0.4, 1.3)
        ) * rng.uniform(0.4, 1.0) * np.exp(-start_s / 2.5)  # fmt: skip
    crack = noise.band(rng, count, 250, 4500) * np.exp(-seconds / 0.09)
    crackle = crack * (0.3 + noise.drift(rng, count, 90.0) ** 3)
    return np.asarray(tones.normalised((rumble * roll).astype(np.float32)) + 0.35 * crackle)


def rain(rng: np.random.Generator, count: int) -> Mono:
    """Hiss of many drops, and the near ones one by one."""
    hiss = noise.coloured(rng, count, ((200, -22), (900, -8), (3000, 0), (8000, -2), (16000, -12)))
    return np.asarray(0.25 * hiss + 0.8 * drops(rng, count, 260.0), np.float32)


def drops(rng: np.random.Generator, count: int, per_second: float) -> Mono:
    """Single drops on a wet ground, scattered at random."""
    kinds, length = 24, 720
    seconds = np.arange(length) / SAMPLE_RATE_HZ
    grains = np.empty((kinds, length), np.float32)
    for kind in range(kinds):
        pitch = rng.uniform(900, 5200)
        plink = np.sin(2 * np.pi * pitch * seconds * (1 + 6 * seconds))
        splat = rng.standard_normal(length) * np.exp(-seconds / 0.0012)
        grains[kind] = plink * np.exp(-seconds / rng.uniform(0.001, 0.004)) + 0.7 * splat
    total = int(per_second * count / SAMPLE_RATE_HZ)
    starts = np.sort(rng.integers(-length, max(count, 1), total))
    return noise.scattered(count, starts, grains, rng.uniform(0.1, 0.6, total) ** 2)


def wind(rng: np.random.Generator, count: int) -> Mono:
    """Gusts that swell and brighten, with a faint howl."""
    gust = 0.25 + 0.75 * noise.drift(rng, count, 0.45) ** 1.5
    low = noise.coloured(rng, count, ((40, -2), (120, 0), (350, -8), (900, -24), (4000, -50)))
    middle = noise.coloured(rng, count, ((150, -16), (450, 0), (900, -4), (2500, -22)))
    howl = tones.resonated(noise.white(rng, count), ((520.0, 26.0, 1.0), (780.0, 34.0, 0.6)))
    return np.asarray(
        low * gust + 0.5 * middle * gust**2 + 2.0 * howl * np.maximum(gust - 0.45, 0) ** 1.5,
        np.float32,
    )


def waves(rng: np.random.Generator, count: int) -> Mono:
    """Breakers: a rise, the crash, the water drawing back through the sand."""
    seconds = np.arange(count) / SAMPLE_RATE_HZ
    body = noise.coloured(rng, count, ((50, -6), (150, 0), (600, -5), (2000, -12), (8000, -26)))
    foam = noise.coloured(rng, count, ((500, -20), (2000, -4), (5000, 0), (12000, -8)))
    swell = np.full(count, 0.12)
    fizz = np.full(count, 0.06)
    start_s = -rng.uniform(0.5, 4.0)
    while start_s < seconds[-1] if count else False:
        after = seconds - start_s
        strength = rng.uniform(0.6, 1.0)
        rise = np.exp(-(((after - 2.2) / 0.9) ** 2))
        drawn = np.where(after > 2.2, np.exp(-np.maximum(after - 2.2, 0) / 1.9), rise)
        swell += strength * np.maximum(rise, 0.8 * drawn)
        fizz += 0.55 * strength * np.where(after > 2.0, drawn, rise**3)
        start_s += rng.uniform(5.0, 7.5)
    return np.asarray(body * swell + 0.7 * foam * fizz, np.float32)


def stream(rng: np.random.Generator, count: int) -> Mono:
    """Running water: bubbles over a soft wash."""
    kinds, length = 20, 2400
    seconds = np.arange(length) / SAMPLE_RATE_HZ
    grains = np.stack([
        np.sin(2 * np.pi * rng.uniform(350, 1900) * seconds * (1 + rng.uniform(2, 9) * seconds))
        * np.exp(-seconds / rng.uniform(0.006, 0.015)) * np.minimum(seconds / 0.001, 1)
        for _ in range(kinds)
    ]).astype(np.float32)  # fmt: skip
    total = int(140 * count / SAMPLE_RATE_HZ)
    starts = np.sort(rng.integers(-length, max(count, 1), total))
    wash = noise.coloured(rng, count, ((200, -18), (700, -2), (2200, 0), (6000, -10)))
    bubbles = noise.scattered(count, starts, grains, rng.uniform(0.05, 1.0, total) ** 2)
    return np.asarray(0.7 * bubbles + 0.16 * wash, np.float32)


def fire(rng: np.random.Generator, count: int) -> Mono:
    """A low roar and crackling wood."""
    roar = noise.coloured(rng, count, ((40, -4), (120, 0), (400, -10), (1500, -26), (8000, -40)))
    kinds, length = 16, 900
    seconds = np.arange(length) / SAMPLE_RATE_HZ
    snaps = np.stack([
        noise.band(rng, length, low, 3.5 * low) * np.exp(-seconds / rng.uniform(0.0008, 0.005))
        for low in rng.uniform(900, 3800, kinds)
    ])  # fmt: skip
    total = int(26 * count / SAMPLE_RATE_HZ)
    starts = np.sort(rng.integers(0, max(count, 1), total))
    crackle = noise.scattered(count, starts, snaps, rng.uniform(0.15, 1.0, total) ** 3)
    flicker = 0.6 + 0.4 * noise.drift(rng, count, 6.0)
    return np.asarray(0.16 * roar * flicker + 0.55 * crackle, np.float32)


def _splash(rng: np.random.Generator, count: int) -> Mono:
    seconds = np.arange(count) / SAMPLE_RATE_HZ
    slap = noise.band(rng, count, 250, 2500) * np.exp(-seconds / 0.06)
    spray = noise.band(rng, count, 1200, 8000) * np.minimum(seconds / 0.03, 1)
    spray = spray * np.exp(-seconds / 0.28)
    falling = stream(rng, count) * np.minimum(seconds / 0.2, 1) * np.exp(-seconds / 0.5)
    return np.asarray(slap + 0.4 * spray + 1.2 * falling, np.float32)


def _explosion(rng: np.random.Generator, count: int) -> Mono:
    seconds = np.arange(count) / SAMPLE_RATE_HZ
    boom = noise.coloured(rng, count, ((25, 0), (70, 0), (200, -10), (800, -28), (5000, -48)))
    sub = np.sin(tones.phase_of(np.geomspace(75, 28, 60), count)) * np.exp(-seconds / 0.5)
    crack = noise.white(rng, count) * np.exp(-seconds / 0.025)
    debris = noise.band(rng, count, 500, 5000) * noise.drift(rng, count, 60.0) ** 3
    debris = debris * np.minimum(seconds / 0.25, 1) * np.exp(-seconds / 0.8)
    body = 0.5 * boom * np.exp(-seconds / 0.75)
    return np.asarray(1.1 * sub + body + 0.45 * crack + 0.35 * debris, np.float32)


def crickets(rng: np.random.Generator, count: int) -> Mono:
    """A few insects, each with its own pitch and pulse."""
    seconds = np.arange(count) / SAMPLE_RATE_HZ
    out = np.zeros(count, np.float64)
    for _ in range(4):
        carrier = rng.uniform(3900, 5100)
        rate = rng.uniform(26, 34)
        chirps = rng.uniform(1.6, 2.6)
        pulse = np.maximum(np.sin(2 * np.pi * rate * seconds), 0) ** 1.5
        chirp = (np.modf(seconds * chirps + rng.random())[0] < 0.36).astype(np.float32)
        gate = noise.lowpass(chirp, 60.0, order=1)
        tone = np.sin(2 * np.pi * carrier * seconds) + 0.15 * np.sin(4 * np.pi * carrier * seconds)
        out += rng.uniform(0.3, 1.0) * tone * pulse * gate
    return out.astype(np.float32)


WEATHER: dict[str, Recipe] = {
    "thunder": Recipe(thunder, 5.0, -3.0),
    "rain": Recipe(rain, 8.0, -20.0, lasting=True),
    "wind": Recipe(wind, 8.0, -18.0, lasting=True),
    "waves": Recipe(waves, 10.0, -14.0, lasting=True),
    "stream": Recipe(stream, 8.0, -18.0, lasting=True),
    "fire": Recipe(fire, 8.0, -14.0, lasting=True),
    "splash": Recipe(_splash, 1.4, -7.0),
    "explosion": Recipe(_explosion, 3.0, -1.0),
    "crickets": Recipe(crickets, 8.0, -22.0, lasting=True),
}
