"""Loudness as an independent meter hears it, and in pieces as in one."""

from __future__ import annotations

import numpy as np
import pyloudnorm
import pytest

from engine.sound.loudness import integrated_loudness
from engine.timing import SAMPLE_RATE_HZ


def programme(seconds: float, seed: int) -> np.ndarray:
    """Noise that comes and goes, with a silent stretch."""
    rng = np.random.default_rng(seed)
    count = int(seconds * SAMPLE_RATE_HZ)
    swell = 0.02 + 0.2 * np.abs(np.sin(np.linspace(0.0, 9.0, count)))
    swell[count // 3 : count // 2] = 0.0
    return (rng.normal(size=(count, 2)) * swell[:, None]).astype(np.float32)


@pytest.mark.parametrize(("seconds", "seed"), [(1.0, 1), (5.3, 2), (20.0, 3)])
def test_it_agrees_with_an_independent_meter(seconds: float, seed: int) -> None:
    samples = programme(seconds, seed)
    other = pyloudnorm.Meter(SAMPLE_RATE_HZ).integrated_loudness(samples.astype(np.float64))
    assert integrated_loudness(samples) == pytest.approx(other, abs=0.15)


def test_silence_does_not_count() -> None:
    loud = programme(6.0, 4)
    padded = np.concatenate([loud, np.zeros((20 * SAMPLE_RATE_HZ, 2), np.float32)])
    assert integrated_loudness(padded) == pytest.approx(integrated_loudness(loud), abs=0.2)
