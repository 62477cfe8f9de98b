"""Throws that arrive: the start velocity that brings a body from here to there in a given time."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

AIR_DAMPING_PER_S = 0.02
"""Linear damping of free bodies in ``engine.world.physics``; throws allow for it."""

Point = NDArray[np.float64]


def velocity_to_reach(start: Point, goal: Point, flight_s: float, gravity_mps2: float) -> Point:
    """Start velocity for a flight from ``start`` to ``goal`` (metres, +Y up).

    Exact for linear drag ``c``: p(T) = p0 + (v0 + g/c)(1 - exp(-cT))/c - gT/c.

    Raises:
        ValueError: the flight takes no time.
    """
    if flight_s <= 0.0:
        raise ValueError(f"a flight of {flight_s} s cannot be thrown")
    drag = AIR_DAMPING_PER_S
    reach = (1.0 - math.exp(-drag * flight_s)) / drag
    pull = np.array([0.0, gravity_mps2 / drag, 0.0])
    return (goal - start + pull * flight_s) / reach - pull


def flight_time(start: Point, goal: Point, gravity_mps2: float, arc_m: float) -> float:
    """Duration of a flight whose top lies ``arc_m`` above the higher of its two ends."""
    top = max(start[1], goal[1]) + max(arc_m, 0.02)
    up = math.sqrt(2.0 * (top - start[1]) / gravity_mps2)
    down = math.sqrt(2.0 * (top - goal[1]) / gravity_mps2)
    return up + down
