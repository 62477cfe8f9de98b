"""Things that ring and things that sing: damped modes, gliding harmonics, resonances."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import signal

from engine.sound.score import Mono
from engine.timing import SAMPLE_RATE_HZ

_BLOCK = 256
_NYQUIST_SHARE = 0.45
Formants = Sequence[tuple[float, float, float]]
"""(centre in Hz, bandwidth in Hz, linear gain) of each resonance."""


def damped_modes(
    frequencies_hz: ArrayLike, decay_times_s: ArrayLike, amplitudes: ArrayLike, count: int
) -> Mono:
    """A sum of decaying sines, all struck at sample 0 (which is already not zero).

    Args:
        frequencies_hz, decay_times_s, amplitudes: one per mode; the decay time is the time to
            fall by 60 dB.  Modes too high for the sample rate are left out.
        count: length in samples.
    """
    hertz = np.asarray(frequencies_hz, np.float64)
    audible = (hertz > 0) & (hertz < _NYQUIST_SHARE * SAMPLE_RATE_HZ)
    hertz = hertz[audible]
    decay = 6.91 / np.maximum(np.asarray(decay_times_s, np.float64)[audible], 1e-4)
    strength = np.asarray(amplitudes, np.float64)[audible]
    exponent = (-decay + 2j * np.pi * hertz) / SAMPLE_RATE_HZ
    blocks = -(-count // _BLOCK)
    coarse = np.exp(np.outer(np.arange(blocks) * _BLOCK, exponent)) * strength
    fine = np.exp(np.outer(exponent, np.arange(1, _BLOCK + 1)))
    return np.asarray((coarse @ fine).imag.reshape(-1)[:count], np.float32)


def phase_of(frequency_hz: ArrayLike, count: int) -> NDArray[np.float64]:
    """The running phase in radians of a tone whose frequency may change over time.

    ``frequency_hz`` is one number or evenly spaced values over the whole length.
    """
    curve = over_time(frequency_hz, count)
    return np.asarray(2 * np.pi * np.cumsum(curve) / SAMPLE_RATE_HZ, np.float64)


def over_time(values: ArrayLike, count: int) -> NDArray[np.float64]:
    """Evenly spaced ``values`` drawn out (linearly) to ``count`` samples."""
    knots = np.atleast_1d(np.asarray(values, np.float64))
    return np.interp(np.linspace(0, max(len(knots) - 1, 0), count), np.arange(len(knots)), knots)


def harmonics(frequency_hz: ArrayLike, levels: Sequence[float], count: int) -> Mono:
    """A gliding tone with the given linear levels of its harmonics, peak about 1."""
    phase = phase_of(frequency_hz, count)
    total = np.zeros(count, np.float64)
    for number, level in enumerate(levels, start=1):
        if level:
            total += level * np.sin(number * phase)
    return (total / max(sum(abs(level) for level in levels), 1e-9)).astype(np.float32)


def buzz(frequency_hz: ArrayLike, count: int, top_hz: float = 9000.0) -> Mono:
    """A band-limited pulse train (all harmonics alike up to ``top_hz``), RMS about 1."""
    curve = over_time(frequency_hz, count)
    half = np.cumsum(curve) * (np.pi / SAMPLE_RATE_HZ)
    number = np.floor(top_hz / np.maximum(curve, 20.0))
    below = np.sin(half)
    flat = np.abs(below) < 1e-4
    train = np.sin((2 * number + 1) * half) / np.where(flat, 1.0, below) - 1
    train = np.where(flat, 2 * number, train)
    return np.asarray(train / np.sqrt(2 * np.maximum(number, 1)), np.float32)


def resonated(samples: Mono, formants: Formants) -> Mono:
    """``samples`` through parallel resonances (a mouth, a hull, a box)."""
    total = np.zeros(len(samples), np.float64)
    for centre_hz, width_hz, gain in formants:
        radius = np.exp(-np.pi * width_hz / SAMPLE_RATE_HZ)
        turn = 2 * np.pi * centre_hz / SAMPLE_RATE_HZ
        poles = [1.0, -2 * radius * np.cos(turn), radius * radius]
        zeros = [(1 - radius) * 1.0, 0.0, -(1 - radius)]
        total += gain * signal.lfilter(zeros, poles, samples)
    return total.astype(np.float32)


def shaped(count: int, points: Sequence[tuple[float, float]]) -> Mono:
    """An envelope through (seconds, level) points, straight between, held at the ends."""
    times, levels = zip(*points, strict=True)
    seconds = np.arange(count) / SAMPLE_RATE_HZ
    return np.asarray(np.interp(seconds, times, levels), np.float32)


def normalised(samples: Mono, peak: float = 1.0) -> Mono:
    """``samples`` with the given largest magnitude; silence stays silence."""
    top = float(np.max(np.abs(samples), initial=0.0))
    if top < 1e-9:
        return samples
    out: Mono = np.asarray(samples * (peak / top), np.float32)
    return out
