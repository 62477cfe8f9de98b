"""Sounds of made things: bells, doors, machines, vehicles."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.sound import noise, tones
from engine.sound.effects.recipe import Recipe
from engine.sound.footsteps import footstep
from engine.sound.score import FootstepCue, Mono
from engine.timing import SAMPLE_RATE_HZ


def _struck(
    frequencies_hz: ArrayLike, decay_s: float, count: int, rng: np.random.Generator
) -> Mono:
    """A ringing thing hit once, higher modes sooner gone."""
    hertz = np.asarray(frequencies_hz, np.float64) * rng.uniform(0.99, 1.01)
    fall = decay_s * (hertz[0] / hertz) ** 0.7
    return tones.damped_modes(hertz, fall, (hertz[0] / hertz) ** 0.5, count)


def _trains(count: int, starts_s: NDArray[np.float64], sound: Mono) -> Mono:
    """``sound`` repeated at each start."""
    starts = (starts_s * SAMPLE_RATE_HZ).astype(np.int64)
    return noise.scattered(count, starts, sound[None, :], np.ones(len(starts)))


def _phone(rng: np.random.Generator, count: int) -> Mono:
    high = _struck((1480, 3350, 5200, 7300), 0.5, 14_400, rng)
    low = _struck((1180, 2710, 4300, 6100), 0.5, 14_400, rng)
    beats = np.concatenate([np.arange(0, 1.2, 1 / 11), np.arange(2.2, 3.4, 1 / 11)])
    return np.asarray(_trains(count, beats, high) + _trains(count, beats + 1 / 22, low))


def _bell(rng: np.random.Generator, count: int) -> Mono:
    partials = 440.0 * np.array([0.5, 1.0, 1.19, 1.5, 2.0, 2.51, 2.66, 3.01, 4.17, 5.43])
    levels = np.array([0.6, 1.0, 0.7, 0.4, 0.9, 0.4, 0.3, 0.3, 0.25, 0.15])
    decays = 4.5 * np.array([1.4, 1.0, 0.7, 0.6, 0.5, 0.35, 0.3, 0.25, 0.2, 0.12])
    clapper = np.zeros(count, np.float32)
    strike = min(count, 480)
    clapper[:strike] = noise.band(rng, strike, 2000, 9000) * np.exp(-np.arange(strike) / 90)
    return np.asarray(tones.damped_modes(partials, decays, levels, count) + 0.3 * clapper)


def _doorbell(rng: np.random.Generator, count: int) -> Mono:
    ding = _struck((659, 1977, 3560), 1.6, count, rng)
    dong = _struck((523, 1569, 2830), 1.8, count, rng)
    out = ding.copy()
    later = int(0.55 * SAMPLE_RATE_HZ)
    out[later:] += dong[: max(count - later, 0)]
    return out


def _alarm(rng: np.random.Generator, count: int) -> Mono:
    seconds = np.arange(count) / SAMPLE_RATE_HZ
    beep = tones.harmonics(1950.0, (1.0, 0.0, 0.35, 0.0, 0.15), count)
    on = (np.modf(seconds / 0.125)[0] < 0.55) & (np.modf(seconds)[0] < 0.5)
    return np.asarray(beep * noise.lowpass(on.astype(np.float32), 300.0, order=1))


def _siren(rng: np.random.Generator, count: int) -> Mono:
    seconds = np.arange(count) / SAMPLE_RATE_HZ
    sweep = 950 - 420 * np.cos(2 * np.pi * seconds / 2.6)
    return tones.harmonics(sweep, (1.0, 0.55, 0.45, 0.25, 0.2, 0.12, 0.08), count)


def _horn(rng: np.random.Generator, count: int) -> Mono:
    levels = (0.6, 0.9, 1.0, 0.8, 0.7, 0.45, 0.35, 0.25, 0.15, 0.1)
    both = tones.harmonics(405.0, levels, count) + tones.harmonics(508.0, levels, count)
    return noise.faded(both, 0.012, 0.06)


def _engine(rng: np.random.Generator, count: int) -> Mono:
    turn = 27.0 * (1 + 0.03 * (noise.drift(rng, count, 5.0) - 0.5))
    levels = (0.35, 1.0, 0.45, 0.9, 0.35, 0.6, 0.25, 0.4, 0.2, 0.28, 0.15, 0.2, 0.1, 0.12)
    hum = tones.harmonics(turn, levels, count)
    firing = 0.5 + 0.5 * np.sin(2 * tones.phase_of(turn, count))
    rasp = noise.band(rng, count, 120, 900) * firing**2
    tyres = noise.band(rng, count, 500, 2500)
    return np.asarray(hum + 0.10 * rasp + 0.025 * tyres, np.float32)


def _train(rng: np.random.Generator, count: int) -> Mono:
    rumble = noise.coloured(rng, count, ((35, -4), (90, 0), (250, -6), (900, -18), (5000, -34)))
    clack_seconds = np.arange(5200) / SAMPLE_RATE_HZ
    clack = noise.band(rng, 5200, 250, 3200) * np.exp(-clack_seconds / 0.022)
    clack = clack + 0.8 * tones.damped_modes((95, 410, 870), (0.1, 0.06, 0.04), (1, 0.7, 0.4), 5200)
    beats = np.arange(0, count / SAMPLE_RATE_HZ, 0.72)
    joints = np.sort(np.concatenate([beats, beats + 0.12, beats + 0.33, beats + 0.45]))
    squeal = tones.resonated(noise.white(rng, count), ((2350.0, 18.0, 1.0), (3120.0, 22.0, 0.7)))
    squeal = squeal * noise.drift(rng, count, 0.8) ** 3
    return np.asarray(0.22 * rumble + 0.5 * _trains(count, joints, clack) + 0.5 * squeal)


def _airplane(rng: np.random.Generator, count: int) -> Mono:
    roar = noise.coloured(rng, count, ((40, -3), (150, 0), (600, -6), (2000, -16), (8000, -34)))
    whine = tones.harmonics(1250 + 8 * noise.drift(rng, count, 1.0), (1.0, 0.3), count)
    return np.asarray(roar + 0.25 * whine, np.float32)


def _helicopter(rng: np.random.Generator, count: int) -> Mono:
    thump = np.maximum(np.sin(tones.phase_of(12.5, count)), 0) ** 5
    air = noise.coloured(rng, count, ((40, 0), (150, 0), (600, -10), (3000, -28)))
    return np.asarray(air * (0.25 + thump) + 0.15 * tones.harmonics(310.0, (1, 0.4), count))


def _knock(rng: np.random.Generator, count: int) -> Mono:
    length = 7200
    seconds = np.arange(length) / SAMPLE_RATE_HZ
    rap = tones.damped_modes(
        (145, 260, 390, 610, 930), (0.09, 0.07, 0.06, 0.04, 0.03), (1, 0.8, 0.7, 0.5, 0.3), length
    )
    rap = rap + 0.4 * noise.band(rng, length, 500, 3000) * np.exp(-seconds / 0.004)
    return _trains(count, np.array([0.0, 0.21, 0.42]), rap.astype(np.float32))


def _door(rng: np.random.Generator, count: int) -> Mono:
    seconds = np.arange(count) / SAMPLE_RATE_HZ
    creak_s, slam_s = 0.75, 0.85
    rate = tones.over_time([28, 60, 95, 70, 110], count) * (
        1 + 0.3 * (noise.drift(rng, count, 12) - 0.5)
    )
    creaking = tones.resonated(tones.buzz(rate, count), ((620, 60, 1.0), (1480, 90, 0.8),
                                                         (2650, 140, 0.4)))  # fmt: skip
    swing = np.sin(np.pi * np.clip(seconds / creak_s, 0, 1)) ** 0.5
    slam = tones.damped_modes(
        (62, 98, 170, 310), (0.25, 0.2, 0.14, 0.08), (1, 0.9, 0.6, 0.4), count
    )
    slam = slam + 0.5 * noise.band(rng, count, 150, 2500) * np.exp(-seconds / 0.02)
    latch = 0.4 * _struck((1900, 3100, 4700), 0.05, count, rng)
    out = 0.5 * tones.normalised((creaking * swing).astype(np.float32))
    for start_s, part in ((slam_s, slam), (slam_s + 0.05, latch)):
        start = min(int(start_s * SAMPLE_RATE_HZ), count)
        out[start:] += part[: count - start]
    return out


def clock_ticking(rng: np.random.Generator, count: int) -> Mono:
    """Tick and tock, one a second each."""
    length = 2400
    seconds = np.arange(length) / SAMPLE_RATE_HZ
    tick = _struck((2350, 3900, 6100), 0.02, length, rng)
    tick = tick + 0.4 * noise.band(rng, length, 2000, 9000) * np.exp(-seconds / 0.0012)
    tock = _struck((1850, 3150, 5000), 0.024, length, rng)
    beats = np.arange(0, count / SAMPLE_RATE_HZ, 1.0)
    return np.asarray(_trains(count, beats, tick) + 0.8 * _trains(count, beats + 0.5, tock))


def _typing(rng: np.random.Generator, count: int) -> Mono:
    kinds, length = 14, 2600
    seconds = np.arange(length) / SAMPLE_RATE_HZ
    keys = np.empty((kinds, length), np.float32)
    for kind in range(kinds):
        click = noise.band(rng, length, 1800, 7500) * np.exp(-seconds / 0.0025)
        thock = _struck((rng.uniform(300, 480), 1150, 2600), 0.035, length, rng)
        keys[kind] = 0.5 * click + 0.6 * thock
    gaps = rng.gamma(3.0, 0.045, int(count / SAMPLE_RATE_HZ * 9) + 2)
    gaps[rng.random(len(gaps)) < 0.12] += 0.3
    starts = (np.cumsum(gaps) - gaps[0]) * SAMPLE_RATE_HZ
    return noise.scattered(count, starts.astype(np.int64), keys, rng.uniform(0.5, 1.0, len(starts)))


def _swish(rng: np.random.Generator, count: int) -> Mono:
    air = noise.band(rng, count, 1200, 7000)
    strings = 0.45 + 0.55 * noise.drift(rng, count, 70.0) ** 2
    shape = tones.over_time([0.5, 1.0, 0.75, 0.45, 0.25, 0.12, 0.05, 0.0], count)
    return np.asarray(air * strings * shape, np.float32)


def _footsteps(rng: np.random.Generator, count: int) -> Mono:
    out = np.zeros(count, np.float32)
    for start_s in np.arange(0, count / SAMPLE_RATE_HZ, 0.56):
        start = int(start_s * SAMPLE_RATE_HZ)
        step = footstep(FootstepCue(start, "wood", 75.0, 0.9, (0.0, 0.0, 0.0)), rng)
        out[start : start + len(step)] += step[: count - start]
    return out


def _camera(rng: np.random.Generator, count: int) -> Mono:
    length = 2000
    seconds = np.arange(length) / SAMPLE_RATE_HZ
    click = noise.band(rng, length, 1500, 8000) * np.exp(-seconds / 0.003)
    return _trains(count, np.array([0.0, 0.07]), click.astype(np.float32))


def _gunshot(rng: np.random.Generator, count: int) -> Mono:
    seconds = np.arange(count) / SAMPLE_RATE_HZ
    crack = noise.white(rng, count) * np.exp(-seconds / 0.008)
    body = noise.band(rng, count, 80, 900) * np.exp(-seconds / 0.09)
    return np.asarray(crack + 0.7 * body, np.float32)


THINGS: dict[str, Recipe] = {
    "phone": Recipe(_phone, 3.8, -12.0),
    "bell": Recipe(_bell, 5.0, -8.0),
    "doorbell": Recipe(_doorbell, 2.4, -11.0),
    "alarm": Recipe(_alarm, 4.0, -14.0, lasting=True),
    "siren": Recipe(_siren, 6.0, -8.0, lasting=True),
    "horn": Recipe(_horn, 0.8, -6.0),
    "engine": Recipe(_engine, 5.0, -10.0, lasting=True, pitch_per_mps=0.07),
    "train": Recipe(_train, 6.0, -5.0, lasting=True),
    "airplane": Recipe(_airplane, 8.0, -6.0, lasting=True),
    "helicopter": Recipe(_helicopter, 8.0, -6.0, lasting=True),
    "knock": Recipe(_knock, 0.7, -9.0),
    "door": Recipe(_door, 1.5, -8.0),
    "clock": Recipe(clock_ticking, 6.0, -22.0, lasting=True),
    "typing": Recipe(_typing, 4.0, -18.0, lasting=True),
    "swish": Recipe(_swish, 0.35, -14.0),
    "footsteps": Recipe(_footsteps, 4.0, -16.0, lasting=True),
    "camera": Recipe(_camera, 0.2, -18.0),
    "gunshot": Recipe(_gunshot, 0.8, -1.0),
}
