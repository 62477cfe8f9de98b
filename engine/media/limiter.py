"""Keeps a sum of sounds below full scale without audible clipping.

Where a peak would pass -1 dBFS, the level dips smoothly around it (5 ms before and after, both
sides alike) and is otherwise untouched: material that does not pass it comes out bit for bit.  The
gain at a sample hangs only on the samples within 10 ms of it, so preview and export, whatever
pieces they ask for, get the same.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.media.resampling import Stereo

CEILING = 10 ** (-1 / 20)
REACH_SAMPLES = 240
MARGIN_SAMPLES = 2 * REACH_SAMPLES


def limited(extended: Stereo) -> Stereo:
    """The middle of ``extended``, limited.

    Args:
        extended: (count + 2 * MARGIN_SAMPLES, 2): what is asked for and its surroundings.

    Returns:
        (count, 2) float32, no sample beyond CEILING.
    """
    middle = extended[MARGIN_SAMPLES : len(extended) - MARGIN_SAMPLES]
    peaks = np.abs(extended).max(axis=1)
    if len(middle) == 0 or peaks.max() <= CEILING:
        return middle.copy()
    wanted = np.minimum(1.0, CEILING / np.maximum(peaks, CEILING))
    window = np.hanning(2 * REACH_SAMPLES + 3)[1:-1]
    gain = np.convolve(_lowest_around(wanted), window / window.sum(), mode="valid")
    product = (middle * gain[:, None]).astype(np.float32)
    return np.clip(product, -CEILING, CEILING).astype(np.float32)  # rounding of the last bit


def _lowest_around(values: NDArray[np.floating]) -> NDArray[np.floating]:
    """The least of each 2 * REACH_SAMPLES + 1 neighbours; shorter by REACH_SAMPLES at both ends."""
    length, width = 2 * REACH_SAMPLES + 1, 1
    lowest = values
    while width * 2 <= length:
        lowest = np.minimum(lowest[:-width], lowest[width:])
        width *= 2
    least: NDArray[np.floating] = np.minimum(
        lowest[: len(lowest) - (length - width)], lowest[length - width :]
    )
    return least
