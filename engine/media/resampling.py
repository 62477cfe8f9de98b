"""Sound of any rate at 48 kHz: the same samples come out wherever reading begins."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.timing import SAMPLE_RATE_HZ

Stereo = NDArray[np.float32]
"""(samples, 2) float32, full scale is 1."""

_ZERO_CROSSINGS = 24
_KAISER_BETA = 9.0
"""About 90 dB of stopband, flat to 0.9 of the lower Nyquist frequency."""


class Resampling:
    """A windowed sinc from one rate to 48 kHz, evaluated at exact rational positions.

    Args:
        rate_hz: of the source.
    """

    def __init__(self, rate_hz: int) -> None:
        common = math.gcd(rate_hz, SAMPLE_RATE_HZ)
        self._up = SAMPLE_RATE_HZ // common
        self._down = rate_hz // common
        self._filters = _filters(self._up, self._down)
        self._reach = self._filters.shape[1] // 2

    def needed(self, start: int, count: int) -> tuple[int, int]:
        """Which source samples (start, count) ``count`` output samples from ``start`` hang on."""
        first = start * self._down // self._up - self._reach + 1
        last = (start + count - 1) * self._down // self._up + self._reach
        return first, last - first + 1

    def resample(self, source: Stereo, start: int, count: int) -> Stereo:
        """The output samples; ``source`` is exactly what ``needed`` names."""
        positions = np.arange(start, start + count, dtype=np.int64) * self._down
        whole, phase = np.divmod(positions, self._up)
        taps = self._filters.shape[1]
        begin = whole - whole[0]
        windows = np.lib.stride_tricks.sliding_window_view(source, taps, axis=0)
        samples: Stereo = np.einsum("nct,nt->nc", windows[begin], self._filters[phase])
        return samples


@lru_cache(maxsize=8)
def _filters(up: int, down: int) -> NDArray[np.float32]:
    """(up, taps): the filter for each position between two source samples."""
    cutoff = 0.95 * min(1.0, up / down)
    reach = math.ceil(_ZERO_CROSSINGS / cutoff)
    offsets = np.arange(-reach + 1, reach + 1)
    distance = offsets[None, :] - np.arange(up)[:, None] / up
    window = np.i0(_KAISER_BETA * np.sqrt(np.clip(1 - (distance / reach) ** 2, 0, 1)))
    filters = cutoff * np.sinc(cutoff * distance) * window
    filters /= filters.sum(axis=1, keepdims=True)
    return filters.astype(np.float32)
