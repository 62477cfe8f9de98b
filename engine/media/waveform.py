"""Waveforms to draw: the lowest and highest sample of each stretch of sound."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.media.probe import probe
from engine.media.sound import SoundReader

_CHUNK_SAMPLES = 1 << 18


def peaks(
    path: Path, samples_per_peak: int, check: Callable[[], None] = lambda: None
) -> NDArray[np.float32]:
    """(n, 2) float32: least and greatest of both channels in each stretch of a file's sound.

    Args:
        samples_per_peak: length of a stretch at 48 kHz; the last one may be shorter.
        check: called now and then; what it raises ends the work.

    Raises:
        BadMedia: the file cannot be read.
    """
    if samples_per_peak < 1:
        raise ValueError(f"{samples_per_peak} samples per peak")
    total = probe(path).sample_count
    if total == 0:
        return np.zeros((0, 2), np.float32)
    chunk = max(1, _CHUNK_SAMPLES // samples_per_peak) * samples_per_peak
    parts: list[NDArray[np.float32]] = []
    with SoundReader(path) as reader:
        for start in range(0, total, chunk):
            check()
            samples = reader.read(start, min(chunk, total - start))
            begins = np.arange(0, len(samples), samples_per_peak)
            low = np.minimum.reduceat(samples.min(axis=1), begins)
            high = np.maximum.reduceat(samples.max(axis=1), begins)
            parts.append(np.stack([low, high], axis=1))
    return np.concatenate(parts)
