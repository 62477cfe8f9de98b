"""What keeps rain and snow off: how high things reach, on a grid over the stage."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.world.effects.chance import Reals
from engine.world.model import Water
from engine.world.scene import Prop

_REACH_M = 16.0
_CELL_M = 0.25
_LOW_M = 0.03
_MOST_STEPS = 40
_CELLS = round(2 * _REACH_M / _CELL_M)
_LOOSE = frozenset({"tree", "bush", "hedge", "pine", "palm tree", "fir tree"})
"""Things that let rain through."""


class Shelter:
    """Tops of what stands still, and the waters between.

    Args:
        props: of the scene; what moves shelters nothing.
    """

    def __init__(self, props: Sequence[Prop], waters: Sequence[Water]) -> None:
        self._tops = np.zeros((_CELLS, _CELLS))
        for water in waters:
            self._set(np.array(water.low_m), np.array(water.high_m), water.level_m)
        for prop in props:
            if prop.kind == "fixed" and prop.model.name not in _LOOSE:
                self._add(prop)

    def height(self, x: Reals, z: Reals) -> Reals:
        """(n,) height of what a drop at x, z falls on; 0 is the ground."""
        column = np.floor((x + _REACH_M) / _CELL_M).astype(np.int64)
        row = np.floor((z + _REACH_M) / _CELL_M).astype(np.int64)
        inside = (column >= 0) & (column < _CELLS) & (row >= 0) & (row < _CELLS)
        tops = self._tops[np.clip(row, 0, _CELLS - 1), np.clip(column, 0, _CELLS - 1)]
        return np.asarray(np.where(inside, tops, 0.0))

    def open(self, positions: Reals) -> NDArray[np.bool_]:
        """(n,) bool: nothing is above these points (n, 3)."""
        floor = self.height(positions[:, 0], positions[:, 2])
        return np.asarray(positions[:, 1] > floor - 0.01, dtype=np.bool_)

    def _add(self, prop: Prop) -> None:
        for part in prop.model.parts:
            matrix = prop.pose @ part.offset
            points = part.mesh.positions @ matrix[:3, :3].T + matrix[:3, 3]
            low, high = points.min(axis=0), points.max(axis=0)
            is_near = (low[[0, 2]] < _REACH_M).all() and (high[[0, 2]] > -_REACH_M).all()
            if is_near and high[1] > _LOW_M:
                self._cover(points[part.mesh.indices.reshape(-1, 3)])

    def _cover(self, triangles: Reals) -> None:
        """Raises the cells below triangles (n, 3, 3): points of each, as close as the cells."""
        flat = triangles[:, :, [0, 2]]
        overlaps = (flat.min(axis=1) < _REACH_M) & (flat.max(axis=1) > -_REACH_M)
        near = overlaps.all(axis=1)
        triangles, flat = triangles[near], flat[near]
        if not len(triangles):
            return
        size = np.ptp(flat, axis=1).max(axis=1)
        steps = np.clip(np.ceil(size / (0.7 * _CELL_M)), 1, _MOST_STEPS).astype(np.int64)
        for count in np.unique(steps):
            shares = _inside_triangle(int(count))
            points = (shares @ triangles[steps == count]).reshape(-1, 3)
            self._raise(points)

    def _raise(self, points: Reals) -> None:
        cells = np.floor((points[:, [0, 2]] + _REACH_M) / _CELL_M).astype(np.int64)
        inside = ((cells >= 0) & (cells < _CELLS)).all(axis=1)
        columns, rows = cells[inside].T
        np.maximum.at(self._tops, (rows, columns), points[inside, 1])

    def _set(self, low: Reals, high: Reals, level: float) -> None:
        rows, columns = _cells(low, high)
        self._tops[rows, columns] = level


def _inside_triangle(steps: int) -> Reals:
    """(points, 3) shares of the corners, evenly over a triangle."""
    one, two = np.meshgrid(np.arange(steps + 1), np.arange(steps + 1))
    kept = one + two <= steps
    shares = np.stack([one[kept], two[kept], steps - one[kept] - two[kept]], axis=1)
    return np.asarray(shares / steps)


def _cells(low: Reals, high: Reals) -> tuple[slice, slice]:
    first = np.clip(np.floor((low + _REACH_M) / _CELL_M), 0, _CELLS).astype(int)
    last = np.clip(np.ceil((high + _REACH_M) / _CELL_M), 0, _CELLS).astype(int)
    return slice(first[1], last[1]), slice(first[0], last[0])
