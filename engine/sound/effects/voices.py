"""Sounds from throats: animals and people without words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.sound import noise, tones
from engine.sound.effects.recipe import Recipe
from engine.sound.score import Mono
from engine.timing import SAMPLE_RATE_HZ

_AH = ((750.0, 90.0, 1.0), (1250.0, 110.0, 0.6), (2600.0, 160.0, 0.25), (3500.0, 220.0, 0.12))
_OH = ((480.0, 80.0, 1.0), (880.0, 90.0, 0.5), (2400.0, 160.0, 0.12), (3300.0, 220.0, 0.06))
_EE = ((320.0, 70.0, 1.0), (2300.0, 140.0, 0.7), (3000.0, 180.0, 0.4), (3800.0, 220.0, 0.2))


def _call(
    rng: np.random.Generator,
    pitch_hz: Sequence[float],
    seconds: float,
    mouths: Sequence[tones.Formants],
    envelope: Sequence[tuple[float, float]],
    roughness: float = 0.1,
) -> Mono:
    """A throat's glide through mouth shapes, crossfaded evenly over its length."""
    count = int(seconds * SAMPLE_RATE_HZ)
    wander = 1 + 0.03 * roughness * 10 * (noise.drift(rng, count, 45.0) - 0.5)
    curve = tones.over_time(pitch_hz, count) * wander
    source = tones.buzz(curve, count) * (1 - roughness)
    source = source + roughness * 1.4 * noise.white(rng, count)
    source = noise.lowpass(source.astype(np.float32), 3200.0, order=1)
    place = np.linspace(0, len(mouths) - 1, count)
    out = np.zeros(count, np.float64)
    for index, mouth in enumerate(mouths):
        share = np.clip(1 - np.abs(place - index), 0.0, 1.0)
        if len(mouths) == 1:
            share = np.ones(count)
        out += share * tones.resonated(source, mouth)
    return tones.normalised((out * tones.shaped(count, envelope)).astype(np.float32))


def _laid(count: int, pieces: Sequence[tuple[float, Mono, float]]) -> Mono:
    """Pieces at (seconds) with gains, in one sound of ``count`` samples."""
    out = np.zeros(count, np.float32)
    for start_s, piece, gain in pieces:
        start = int(start_s * SAMPLE_RATE_HZ)
        room = max(count - start, 0)
        out[start : start + len(piece)] += gain * piece[:room]
    return out


def _dog(rng: np.random.Generator, count: int) -> Mono:
    barks: list[tuple[float, Mono, float]] = []
    start_s = 0.0
    for number in range(int(rng.integers(2, 4))):
        low = rng.uniform(0.92, 1.08)
        snout = ((720.0 * low, 140.0, 1.0), (1350.0 * low, 160.0, 0.8), (2700.0, 300.0, 0.35))
        shape = ((0, 0.15), (0.012, 1.0), (0.07, 0.9), (0.13, 0.25), (0.2, 0.0))
        glide = [330 * low, 520 * low, 430 * low, 240 * low]
        bark = _call(rng, glide, 0.2, (snout,), shape, 0.32)
        barks.append((start_s, bark, 1.0 - 0.12 * number))
        start_s += rng.uniform(0.34, 0.5)
    return _laid(count, barks)


def _cat(rng: np.random.Generator, count: int) -> Mono:
    high = rng.uniform(0.92, 1.08)
    narrow = ((500.0, 110.0, 0.8), (2500.0, 170.0, 1.0), (3700.0, 240.0, 0.5))
    wide = ((1050.0, 140.0, 1.0), (1900.0, 170.0, 0.8), (3600.0, 260.0, 0.3))
    round_ = ((620.0, 110.0, 1.0), (1250.0, 140.0, 0.6), (3000.0, 260.0, 0.15))
    glide = [480 * high, 680 * high, 760 * high, 700 * high, 560 * high, 440 * high]
    shape = ((0, 0), (0.08, 0.6), (0.3, 1.0), (0.55, 0.8), (0.85, 0))
    return _laid(count, [(0.0, _call(rng, glide, 0.85, (narrow, wide, round_), shape, 0.06), 1.0)])


def _cow(rng: np.random.Generator, count: int) -> Mono:
    closed = ((230.0, 60.0, 1.0), (700.0, 120.0, 0.15))
    opened = ((430.0, 80.0, 1.0), (820.0, 110.0, 0.6), (2300.0, 220.0, 0.15))
    shape = ((0, 0), (0.15, 0.6), (0.5, 1.0), (1.35, 0.9), (1.8, 0))
    moo = _call(rng, [100, 128, 150, 146, 118], 1.8, (closed, opened, opened), shape, 0.10)
    return _laid(count, [(0.0, moo, 1.0)])


def whinny(rng: np.random.Generator) -> Mono:
    """A horse's high, shaking call that falls."""
    count = int(1.5 * SAMPLE_RATE_HZ)
    shake = 1 + 0.16 * np.sin(2 * np.pi * 13.0 * np.arange(count) / SAMPLE_RATE_HZ)
    glide = tones.over_time([650, 1250, 1150, 900, 620, 420], count) * shake
    nose = ((900.0, 160.0, 0.8), (1700.0, 200.0, 1.0), (3100.0, 320.0, 0.5))
    shape = ((0, 0), (0.08, 0.8), (0.4, 1.0), (1.1, 0.6), (1.5, 0))
    return _call(rng, list(glide[::240]), 1.5, (nose, nose), shape, 0.22)


def _hooves(rng: np.random.Generator, count: int) -> Mono:
    pieces: list[tuple[float, Mono, float]] = []
    stride_s = 0.52
    seconds = np.arange(6000) / SAMPLE_RATE_HZ
    for stride in range(int(count / SAMPLE_RATE_HZ / stride_s) + 1):
        for beat, gain in ((0.0, 0.8), (0.13, 1.0), (0.25, 0.9)):
            tone = rng.uniform(0.93, 1.07)
            clop = tones.damped_modes(
                np.array([130.0, 620.0, 980.0, 1700.0]) * tone,
                (0.09, 0.05, 0.035, 0.02), (0.9, 1.0, 0.6, 0.3), 6000,
            )  # fmt: skip
            clop = clop + 0.4 * noise.band(rng, 6000, 800, 4000) * np.exp(-seconds / 0.012)
            pieces.append((stride * stride_s + beat, clop.astype(np.float32), gain))
    return _laid(count, pieces)


def _horse(rng: np.random.Generator, count: int) -> Mono:
    return _laid(count, [(0.0, whinny(rng), 1.0), (1.2, 0.5 * _hooves(rng, count), 1.0)])


def _bird(rng: np.random.Generator, count: int) -> Mono:
    song: list[tuple[float, Mono, float]] = []
    start_s = 0.0
    base_hz = rng.uniform(2600, 3900)
    while start_s < count / SAMPLE_RATE_HZ - 0.3:
        for _ in range(int(rng.integers(2, 6))):
            note = chirp(rng, base_hz)
            song.append((start_s, note, rng.uniform(0.6, 1.0)))
            start_s += len(note) / SAMPLE_RATE_HZ + rng.uniform(0.02, 0.07)
        start_s += rng.uniform(0.25, 0.7)
    return _laid(count, song)


def chirp(rng: np.random.Generator, base_hz: float) -> Mono:
    """One note of a small bird: a quick whistled sweep."""
    seconds = rng.uniform(0.05, 0.16)
    count = int(seconds * SAMPLE_RATE_HZ)
    steps = base_hz * rng.uniform(0.82, 1.35, 4)
    tone = tones.harmonics(steps, (1.0, 0.12, 0.03), count)
    trill = 1 - 0.5 * (rng.random() < 0.3) * (1 + np.sin(tones.phase_of(38.0, count))) / 2
    shape = np.sin(np.pi * np.arange(count) / count) ** 0.7
    return np.asarray(tone * shape * trill, np.float32)


def _laugh(rng: np.random.Generator, count: int) -> Mono:
    pieces: list[tuple[float, Mono, float]] = []
    pitch = rng.uniform(190, 260)
    start_s = 0.0
    for number in range(7):
        fall = pitch * (1.18 - 0.05 * number)
        shape = ((0, 0.1), (0.03, 0.5), (0.06, 1.0), (0.11, 0.8), (0.17, 0.0))
        ha = _call(rng, [fall * 1.08, fall, fall * 0.86], 0.17, (_AH,), shape, 0.16)
        pieces.append((start_s, ha, 1.0 - 0.09 * number))
        start_s += rng.uniform(0.18, 0.215)
    return _laid(count, pieces)


def babble(rng: np.random.Generator, count: int, people: int) -> Mono:
    """Many people talking at once: vowels and consonants, no words."""
    out = np.zeros(count, np.float64)
    for _ in range(people):
        pitch = rng.choice([115.0, 205.0]) * rng.uniform(0.85, 1.2)
        curve = pitch * (0.85 + 0.35 * noise.drift(rng, count, 2.2))
        source = tones.buzz(curve, count, 6000.0) + 0.25 * noise.white(rng, count)
        source = noise.lowpass(source.astype(np.float32), 1800.0, order=1)
        syllables = np.clip(1.6 * noise.drift(rng, count, 5.5) - 0.35, 0, 1)
        turns = np.clip(2.2 * noise.drift(rng, count, 0.5) - 0.5, 0, 1)
        mouth = noise.drift(rng, count, 4.5)
        vowels = (_EE, _AH, _OH)
        for index, vowel in enumerate(vowels):
            share = np.clip(1 - np.abs(mouth * 2 - index), 0, 1)
            out += share * syllables * turns * tones.resonated(source, vowel) * rng.uniform(0.3, 1)
    return tones.normalised(out.astype(np.float32))


def _crowd(rng: np.random.Generator, count: int) -> Mono:
    murmur = noise.coloured(rng, count, ((100, -20), (300, 0), (700, 0), (2000, -12), (8000, -34)))
    swell = 0.6 + 0.4 * noise.drift(rng, count, 0.6)
    return np.asarray(babble(rng, count, 4) + 0.10 * murmur * swell, np.float32)


def _applause(rng: np.random.Generator, count: int) -> Mono:
    kinds, length = 12, 1400
    seconds = np.arange(length) / SAMPLE_RATE_HZ
    claps = np.stack([
        tones.normalised(
            (noise.band(rng, length, low, 2.6 * low) * np.exp(-seconds / 0.006)).astype(np.float32)
        )
        for low in rng.uniform(700, 1500, kinds)
    ])  # fmt: skip
    total = int(150 * count / SAMPLE_RATE_HZ)
    starts = np.sort(rng.integers(0, count, total))
    clapping = noise.scattered(count, starts, claps, rng.uniform(0.15, 1.0, total) ** 2)
    wash = noise.band(rng, count, 800, 5000)
    envelope = tones.over_time([0.35, 1, 1, 0.95, 0.85, 0.6, 0.15], count)
    return np.asarray((clapping + 0.10 * wash) * envelope, np.float32)


def _cheer(rng: np.random.Generator, count: int) -> Mono:
    roar = noise.coloured(rng, count, ((150, -20), (500, -2), (1100, 0), (2500, -8), (9000, -28)))
    rise = tones.over_time([0.2, 0.9, 1.0, 0.8, 0.5, 0.2], count)
    return np.asarray((0.3 * roar + 0.6 * _applause(rng, count)) * rise, np.float32)


def _scream(rng: np.random.Generator, count: int) -> Mono:
    shape = ((0, 0), (0.05, 0.9), (0.7, 1.0), (1.2, 0))
    cry = _call(rng, [700, 980, 1020, 950, 800], 1.2, (_AH, _AH), shape, 0.22)
    return _laid(count, [(0.0, cry, 1.0)])


def _whistle(rng: np.random.Generator, count: int) -> Mono:
    curve = 2750 + 130 * np.sin(tones.phase_of(32.0, count)) + 30 * noise.drift(rng, count, 8.0)
    tone = tones.harmonics(curve, (1.0, 0.25, 0.1), count)
    air = 0.12 * noise.band(rng, count, 2200, 5500)
    end = count / SAMPLE_RATE_HZ
    shape = tones.shaped(count, ((0, 0), (0.02, 1), (0.6 * end, 1), (0.9 * end, 0.3), (end, 0)))
    return np.asarray((tone + air) * shape, np.float32)


VOICES: dict[str, Recipe] = {
    "dog": Recipe(_dog, 1.4, -6.0),
    "cat": Recipe(_cat, 0.9, -11.0),
    "cow": Recipe(_cow, 1.9, -6.0),
    "horse": Recipe(_horse, 3.6, -6.0),
    "hooves": Recipe(_hooves, 3.0, -9.0, lasting=True),
    "bird": Recipe(_bird, 2.6, -14.0, lasting=True),
    "laugh": Recipe(_laugh, 1.6, -10.0),
    "scream": Recipe(_scream, 1.3, -5.0),
    "crowd": Recipe(_crowd, 6.0, -16.0, lasting=True),
    "applause": Recipe(_applause, 5.0, -9.0, lasting=True),
    "cheer": Recipe(_cheer, 3.5, -8.0, lasting=True),
    "whistle": Recipe(_whistle, 0.9, -10.0),
}
