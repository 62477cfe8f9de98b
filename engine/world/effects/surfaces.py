"""The waters of a scene as they move: wind waves, rings of what fell in, wakes of what goes by."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.world.effects.chance import Reals
from engine.world.model import Mesh, Shape, Water
from engine.world.scene import Scene
from engine.world.simulation import Motion
from engine.world.waves import Ring, Waves, ring_surface

_CELLS_X, _CELLS_Z = 120, 90
_REACH_M = 260.0
_FINEST_M = 0.09
_WAKE_EVERY_S = 0.16
_LEAST_WAKE_MPS = 0.25
_RING_REACH_M = 9.0


class WaterSurface:
    """One water: a grid that is fine where the stage is near and coarse far off.

    Attributes:
        mesh: as loaded once, in world space.
    """

    def __init__(self, water: Water, wind_mps: tuple[float, float], rings: Sequence[Ring]) -> None:
        self._water = water
        self._waves = Waves(wind_mps, water.depth_m)
        self._rings = sorted(rings, key=lambda ring: ring.time_s)
        x = _graded(water.low_m[0], water.high_m[0], 0.0, _CELLS_X)
        z = _graded(water.low_m[1], water.high_m[1], water.high_m[1], _CELLS_Z)
        self._x, self._z = (grid.ravel() for grid in np.meshgrid(x, z))
        cell = np.maximum(*np.meshgrid(_spacing(x), _spacing(z))).ravel()
        self._shares = self._waves.seen_at(cell)
        self._level = np.full_like(self._x, water.level_m)
        # Shores lie still.
        edge = np.minimum(
            np.minimum(self._x - water.low_m[0], water.high_m[0] - self._x),
            np.minimum(self._z - water.low_m[1], water.high_m[1] - self._z),
        )
        self._calm = np.clip(edge / 0.8, 0.15, 1.0)
        self._ringed = np.flatnonzero(cell < 0.6)
        self.mesh = self._mesh(len(x), len(z))

    def shape(self, time_s: float) -> Shape:
        """The surface at a moment, world space."""
        height, slope_x, slope_z = self._waves.surface(self._x, self._z, time_s, self._shares)
        near = tuple(ring for ring in self._rings if 0.0 < time_s - ring.time_s < 4.0)
        for ring in near:
            at = self._ringed[
                np.hypot(self._x[self._ringed] - ring.x_m, self._z[self._ringed] - ring.z_m)
                < _RING_REACH_M
            ]
            more = ring_surface((ring,), self._x[at], self._z[at], time_s)
            height[at] += more[0]
            slope_x[at] += more[1]
            slope_z[at] += more[2]
        calm = self._calm
        places = np.stack([self._x, self._level + calm * height, self._z], axis=1)
        normals = np.stack([-calm * slope_x, np.ones_like(height), -calm * slope_z], axis=1)
        normals /= np.linalg.norm(normals, axis=1, keepdims=True)
        return Shape(places.astype(np.float32), normals.astype(np.float32))

    def _mesh(self, columns: int, rows: int) -> Mesh:
        i, j = (grid.ravel() for grid in np.meshgrid(np.arange(columns - 1), np.arange(rows - 1)))
        a = j * columns + i
        b, c, d = a + 1, a + columns, a + columns + 1
        triangles = np.concatenate([np.stack([a, c, b], 1), np.stack([b, c, d], 1)])
        places = np.stack([self._x, self._level, self._z], axis=1)
        up = np.tile(np.array([0.0, 1.0, 0.0], np.float32), (len(places), 1))
        return Mesh(places.astype(np.float32), up, triangles.astype(np.uint32))


def _graded(low: float, high: float, middle: float, count: int) -> Reals:
    """Coordinates from ``low`` to ``high``, closest to each other round ``middle``."""
    low, high = max(low, -_REACH_M), min(high, _REACH_M)
    middle = min(max(middle, low), high)
    sharp = 4.2
    start = np.arcsinh((low - middle) * np.sinh(sharp) / _REACH_M) / sharp
    end = np.arcsinh((high - middle) * np.sinh(sharp) / _REACH_M) / sharp
    steps = np.linspace(start, end, count)
    spots = middle + np.sinh(steps * sharp) / np.sinh(sharp) * _REACH_M
    spots[0], spots[-1] = low, high
    return np.asarray(spots)


def _spacing(spots: Reals) -> Reals:
    return np.asarray(np.maximum(np.gradient(spots), _FINEST_M))


def rings_of(scene: Scene, motion: Motion, rate_fps: float) -> tuple[Ring, ...]:
    """Rings of everything that fell in, and of what moves through the waters."""
    rings = [
        Ring(
            x_m=splash.position_m[0],
            z_m=splash.position_m[2],
            time_s=splash.time_s,
            height_m=min(0.05 * splash.speed_mps * splash.size_m**0.5, 0.25),
            size_m=max(splash.size_m, 0.05),
        )
        for splash in motion.splashes
    ]
    for prop in scene.props:
        if prop.kind != "fixed":
            rings += _wake(scene, prop.model.size_m, motion.poses[prop.label], rate_fps)
    return tuple(rings)


def _wake(scene: Scene, size_m: tuple[float, float, float], poses: NDArray[np.floating],
          rate_fps: float) -> list[Ring]:  # fmt: skip
    """What a thing in the water leaves behind: a small ring every few frames of its way."""
    step = max(round(_WAKE_EVERY_S * rate_fps), 1)
    width = min(max(min(size_m[0], size_m[2]), 0.1), 1.5)
    rings = []
    for frame in range(step, len(poses), step):
        x, y, z = (float(value) for value in poses[frame][:3, 3])
        way = float(np.linalg.norm((poses[frame] - poses[frame - step])[[0, 2], 3]))
        speed = way * rate_fps / step
        wet = next((water for water in scene.waters if water.covers(x, z)), None)
        if wet is None or speed < _LEAST_WAKE_MPS or not -size_m[1] < y - wet.level_m < 0.05:
            continue
        height = min(0.012 * speed * width**0.5, 0.06)
        rings.append(Ring(x, z, frame / rate_fps, height, 0.35 * width))
    return rings
