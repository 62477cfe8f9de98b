"""Friction and restitution by material *pair* for a simulator that knows only one of each a body.

The simulator takes the mean of the two bodies' values.  So each material of a scene gets the value
with which the means come nearest to what ``engine.materials`` says of the pairs; what can move
against what stands still counts most, and with two materials it comes out exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import numpy as np

from engine.materials import pair_friction, pair_restitution

_MEETS_WHAT_STANDS = 1e3
_MAX_FRICTION = 2.0


@dataclass(frozen=True)
class SurfaceValues:
    """What the simulator is told of a material in this scene."""

    friction: float
    restitution: float


def surface_values(free: Collection[str], standing: Collection[str]) -> Mapping[str, SurfaceValues]:
    """Values by material, whose means are the pairs' values as nearly as can be.

    Args:
        free: materials of bodies that move.
        standing: materials of bodies that do not.
    """
    names = sorted({*free, *standing})
    frictions = _fitted(names, set(free), set(standing), pair_friction, _MAX_FRICTION)
    restitutions = _fitted(names, set(free), set(standing), pair_restitution, 1.0)
    return {name: SurfaceValues(frictions[name], restitutions[name]) for name in names}


def _fitted(
    names: list[str],
    free: set[str],
    standing: set[str],
    of_pair: Callable[[str, str], float],
    most: float,
) -> dict[str, float]:
    from scipy.optimize import lsq_linear  # noqa: PLC0415  (slow to import)

    rows: list[np.ndarray] = []
    wanted: list[float] = []
    for i, first in enumerate(names):
        for j in range(i, len(names)):
            second = names[j]
            meets = (first in free and second in standing) or (second in free and first in standing)
            weight = _MEETS_WHAT_STANDS if meets else 1.0
            row = np.zeros(len(names))
            row[i] += 0.5 * weight
            row[j] += 0.5 * weight
            rows.append(row)
            wanted.append(weight * of_pair(first, second))
    fit = lsq_linear(np.array(rows), np.array(wanted), bounds=(0.0, most), method="bvls")
    return {name: float(value) for name, value in zip(names, fit.x, strict=True)}
