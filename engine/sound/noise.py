"""Noise with a colour, a grain or a slow drift: the raw stuff of weather, breath and rubbing.

Everything is drawn from the generator that is passed in, so equal seeds give equal sound.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import signal

from engine.sound.score import Mono
from engine.timing import SAMPLE_RATE_HZ

Curve = Sequence[tuple[float, float]]
"""Points (frequency in Hz, level in dB) of a spectrum, straight lines on a log-frequency axis."""

_KERNEL_TAPS = 2047
_FILTER_BLOCK = 1 << 17
_DRIFT_STEP = 32


def white(rng: np.random.Generator, count: int) -> Mono:
    """``count`` samples of white noise with RMS 1."""
    return rng.standard_normal(count, dtype=np.float32)


def coloured(rng: np.random.Generator, count: int, curve: Curve) -> Mono:
    """``count`` samples of stationary noise with the spectrum ``curve`` and RMS 1."""
    if count <= 0:
        return np.zeros(0, np.float32)
    kernel = colour_kernel(curve)
    long = white(rng, count + len(kernel) - 1)
    return np.asarray(signal.oaconvolve(long, kernel, mode="valid"), np.float32)


def colour_kernel(curve: Curve, taps: int = _KERNEL_TAPS) -> Mono:
    """A linear-phase filter of unit energy with the spectrum ``curve``."""
    points = np.asarray(sorted(curve), np.float64)
    hertz = np.fft.rfftfreq(taps + 1, 1 / SAMPLE_RATE_HZ)
    level_db = np.interp(np.log(np.maximum(hertz, 1.0)), np.log(points[:, 0]), points[:, 1])
    magnitude = 10 ** (level_db / 20)
    magnitude[0] = 0.0
    kernel = np.roll(np.fft.irfft(magnitude), taps // 2)[:taps] * np.hanning(taps)
    return np.asarray(kernel / np.sqrt(np.sum(kernel**2)), np.float32)


def band(rng: np.random.Generator, count: int, low_hz: float, high_hz: float) -> Mono:
    """Noise of RMS about 1 between two frequencies (12 dB an octave outside)."""
    sos = signal.butter(2, (low_hz, high_hz), "bandpass", fs=SAMPLE_RATE_HZ, output="sos")
    filtered = filtered_in_blocks(sos, white(rng, count + 256))[256:]
    share = (high_hz - low_hz) / (SAMPLE_RATE_HZ / 2)
    return np.asarray(filtered / np.sqrt(share), np.float32)


def filtered_in_blocks(sos: NDArray[np.float64], samples: Mono) -> Mono:
    """Runs a filter over ``samples`` a piece at a time, so that other threads get their turn."""
    state = np.zeros((sos.shape[0], 2), np.float64)
    pieces: list[Mono] = []
    for start in range(0, len(samples), _FILTER_BLOCK):
        piece, state = signal.sosfilt(sos, samples[start : start + _FILTER_BLOCK], zi=state)
        pieces.append(np.asarray(piece, np.float32))
    return np.concatenate(pieces) if pieces else np.zeros(0, np.float32)


def lowpass(samples: Mono, cutoff_hz: float, order: int = 2) -> Mono:
    """``samples`` without what lies above ``cutoff_hz``."""
    sos = signal.butter(order, cutoff_hz, "lowpass", fs=SAMPLE_RATE_HZ, output="sos")
    return filtered_in_blocks(sos, samples)


def highpass(samples: Mono, cutoff_hz: float, order: int = 2) -> Mono:
    """``samples`` without what lies below ``cutoff_hz``."""
    sos = signal.butter(order, cutoff_hz, "highpass", fs=SAMPLE_RATE_HZ, output="sos")
    return filtered_in_blocks(sos, samples)


def drift(rng: np.random.Generator, count: int, rate_hz: float) -> Mono:
    """A smooth random curve between 0 and 1 that wanders ``rate_hz`` times a second."""
    knots = rng.random(int(count * rate_hz / SAMPLE_RATE_HZ) + 5)
    grid = np.arange(0, count + _DRIFT_STEP, _DRIFT_STEP, dtype=np.float64)
    where = rng.random() + grid * (rate_hz / SAMPLE_RATE_HZ)
    index = where.astype(np.int64)
    blend = (1 - np.cos(np.pi * (where - index))) / 2
    coarse = knots[index] * (1 - blend) + knots[index + 1] * blend
    return np.asarray(np.interp(np.arange(count), grid, coarse), np.float32)


def scattered(
    count: int, starts: NDArray[np.int64], grains: NDArray[np.float32], gains: NDArray[np.float64]
) -> Mono:
    """Adds one of the ``grains`` (kinds, length) at each start, cut at both ends.

    The grain for start ``i`` is ``i`` modulo the number of kinds.
    """
    out = np.zeros(count, np.float64)
    kinds, length = grains.shape
    span = np.arange(length)
    for first in range(0, len(starts), 512):
        chosen = slice(first, min(first + 512, len(starts)))
        which = np.arange(chosen.start, chosen.stop) % kinds
        where = (starts[chosen, None] + span).ravel()
        what = (grains[which] * gains[chosen, None]).ravel()
        inside = (where >= 0) & (where < count)
        low = int(where[inside].min(initial=count))
        piece = np.bincount(where[inside] - low, what[inside])
        out[low : low + len(piece)] += piece
    return out.astype(np.float32)


def faded(samples: Mono, fade_in_s: float, fade_out_s: float) -> Mono:
    """``samples`` with raised-cosine fades at both ends (shortened when they would meet)."""
    out = np.array(samples, np.float32)
    rising = min(int(fade_in_s * SAMPLE_RATE_HZ), len(out) // 2)
    falling = min(int(fade_out_s * SAMPLE_RATE_HZ), len(out) // 2)
    if rising:
        out[:rising] *= (1 - np.cos(np.pi * np.arange(rising) / rising)) / 2
    if falling:
        out[-falling:] *= (1 + np.cos(np.pi * np.arange(1, falling + 1) / falling)) / 2
    return out


def decibels(level_db: float) -> float:
    """The linear factor of a level in dB."""
    return float(10 ** (level_db / 20))
