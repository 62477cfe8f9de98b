"""How open a mouth is while a line sounds, read from the line itself."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage, signal

from engine.sound.score import Mono
from engine.timing import SAMPLE_RATE_HZ

STEP_SAMPLES = SAMPLE_RATE_HZ // 100
_WINDOW = 2 * STEP_SAMPLES
_SILENCE_DB = -36.0


def mouth_opening(samples: Mono) -> NDArray[np.float32]:
    """0 (closed) to 1 (wide), one value per 10 ms of ``samples``.

    Vowels open it: energy from 400 to 3,000 Hz, wider when much of it lies where the first
    resonance of an open "ah" does.  A hummed "m", the closure of a "b" or "p", a hissed "s" and
    silence hold little there, so they close it.
    """
    count = -(-len(samples) // STEP_SAMPLES)
    if not count or not np.any(samples):
        return np.zeros(count, np.float32)
    power = _band_powers(samples, count)
    vowel_db = 10 * np.log10(np.maximum(power[1] + power[2], 1e-12))
    top_db = float(np.percentile(vowel_db, 95))
    if top_db < -80:
        return np.zeros(count, np.float32)
    loud = np.clip((vowel_db - top_db - _SILENCE_DB) / -_SILENCE_DB, 0.0, 1.0)
    humming = power[0] / np.maximum(power[0] + 6 * (power[1] + power[2]), 1e-12)
    open_vowel = power[1] / np.maximum(power[0] + power[1], 1e-12)
    opening = loud**1.6 * (1 - 0.8 * humming) * (0.5 + 0.5 * np.sqrt(open_vowel))
    opening = np.where(loud < 0.1, 0.3 * opening, opening)
    smooth = ndimage.gaussian_filter1d(opening, 1.2, mode="constant")
    widest = max(float(np.percentile(smooth, 98)), 0.2)
    return np.asarray(np.clip(smooth / widest, 0.0, 1.0), np.float32)


def _band_powers(samples: Mono, count: int) -> NDArray[np.float64]:
    """(3, count) mean power of hum (80-350), open vowel (400-1,200) and front vowel (to 3,000)."""
    padded = np.pad(samples, (_WINDOW // 2, _WINDOW + STEP_SAMPLES))
    pieces = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)[::STEP_SAMPLES][:count]
    window = signal.get_window("hann", _WINDOW).astype(np.float32)
    spectrum = np.abs(np.fft.rfft(pieces * window, axis=1)) ** 2 / _WINDOW**2
    hertz = np.fft.rfftfreq(_WINDOW, 1 / SAMPLE_RATE_HZ)
    bands = ((80, 375), (375, 1200), (1200, 3000))
    return np.stack(
        [spectrum[:, (hertz >= low) & (hertz < high)].sum(axis=1) for low, high in bands]
    )
