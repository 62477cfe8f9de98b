"""Throws that arrive: the start velocity that brings a body from here to there in a given time."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Point = NDArray[np.float64]


def velocity_to_reach(start: Point, goal: Point, flight_s: float, gravity_mps2: float) -> Point:
    """Start velocity for a flight from ``start`` to ``goal`` (metres, +Y up).

    Raises:
        ValueError: the flight takes no time.
    """
    if flight_s <= 0.0:
        raise ValueError(f"a flight of {flight_s} s cannot be thrown")
    fall = np.array([0.0, 0.5 * gravity_mps2 * flight_s**2, 0.0])
    velocity: Point = (goal - start + fall) / flight_s
    return velocity


def flight_time(start: Point, goal: Point, gravity_mps2: float, arc_m: float) -> float:
    """Duration of a flight whose top lies ``arc_m`` above the higher of its two ends."""
    top = max(start[1], goal[1]) + max(arc_m, 0.02)
    up = math.sqrt(2.0 * (top - start[1]) / gravity_mps2)
    down = math.sqrt(2.0 * (top - goal[1]) / gravity_mps2)
    return up + down
