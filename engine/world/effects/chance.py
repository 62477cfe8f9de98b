"""Chance by number: a particle has the same fate in whatever frame it is asked for."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Reals = NDArray[np.float64]


def chance(numbers: Numbers, stream: int, seed: int) -> Reals:
    """(n,) float64 in [0, 1), one for each number.

    Args:
        numbers: (n,) int64 of any sign.
        stream: which of a particle's qualities is drawn.

    Source: the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    """
    salt = (stream * 0xD1342543DE82EF95 + seed * 0x2545F4914F6CDD1D) & 0xFFFFFFFFFFFFFFFF
    z = numbers.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(salt)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    z ^= z >> np.uint64(31)
    return (z >> np.uint64(11)).astype(np.float64) * 2.0**-53


def between(numbers: Numbers, stream: int, seed: int, low: float, high: float) -> Reals:
    """(n,) evenly spread from ``low`` to ``high``."""
    return low + (high - low) * chance(numbers, stream, seed)


def bell(numbers: Numbers, stream: int, seed: int) -> Reals:
    """(n,) about normal with mean 0 and deviation 1, never beyond 3.5."""
    four = sum(chance(numbers, 40 * stream + part, seed) for part in range(4))
    return np.asarray((four - 2.0) * np.sqrt(3.0), np.float64)


def directions(numbers: Numbers, stream: int, seed: int) -> Reals:
    """(n, 3) unit vectors, evenly over the sphere."""
    up = between(numbers, 2 * stream + 700, seed, -1.0, 1.0)
    turn = between(numbers, 2 * stream + 701, seed, 0.0, 2.0 * np.pi)
    flat = np.sqrt(1.0 - up * up)
    return np.stack([flat * np.cos(turn), up, flat * np.sin(turn)], axis=1)
