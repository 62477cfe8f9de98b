"""The lie of the land: height fields with smooth normals, and the noise that shapes them.

A relief is a function of the plan: arrays x and z in metres to heights.  It is laid round the
stage as rings that widen with distance, so that near ground is fine and far ground is cheap.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from engine.world.assets.shapes import Points, Triangles, grid_triangles, merged
from engine.world.model import Mesh, Water

Relief = Callable[[Points, Points], Points]
"""Heights (n,) in metres over x (n,) and z (n,)."""


def _lattice(column: Points, row: Points, seed: int) -> Points:
    """A chance value, 0 to 1, for each whole-numbered crossing."""
    across, along = column.astype(np.int64), row.astype(np.int64)
    mixed = (across * 374761393 + along * 668265263 + seed * 974711) & 0xFFFFFFFF
    mixed = ((mixed ^ (mixed >> 13)) * 1274126177) & 0xFFFFFFFF
    return ((mixed ^ (mixed >> 16)) & 0xFFFFFF).astype(np.float64) / 0xFFFFFF


def noise(x: Points, z: Points, size_m: float, seed: int = 0) -> Points:
    """Smooth chance, 0 to 1, with bumps of about that size."""
    column, row = np.floor(x / size_m), np.floor(z / size_m)
    u, v = x / size_m - column, z / size_m - row
    u, v = u * u * u * (u * (6 * u - 15) + 10), v * v * v * (v * (6 * v - 15) + 10)
    near = _lattice(column, row, seed) * (1 - u) + _lattice(column + 1, row, seed) * u
    far = _lattice(column, row + 1, seed) * (1 - u) + _lattice(column + 1, row + 1, seed) * u
    return np.asarray(near * (1 - v) + far * v)


def rolling(x: Points, z: Points, size_m: float, seed: int = 0, octaves: int = 4) -> Points:
    """Noise upon noise, 0 to 1: rolling ground."""
    total, weight = np.zeros_like(x), 0.0
    for octave in range(octaves):
        share = 0.5**octave
        total += share * noise(x, z, size_m * 0.47**octave, seed + octave)
        weight += share
    return np.asarray(total / weight)


def ridged(x: Points, z: Points, size_m: float, seed: int = 0, octaves: int = 5) -> Points:
    """Sharp crests between valleys, 0 to 1: mountains."""
    total, weight, last = np.zeros_like(x), 0.0, np.ones_like(x)
    for octave in range(octaves):
        share = 0.52**octave
        crest = 1 - np.abs(2 * noise(x, z, size_m * 0.47**octave, seed + octave) - 1)
        crest = crest**1.6 * (0.35 + 0.65 * last)
        total += share * crest
        weight += share
        last = crest
    return np.asarray(total / weight)


def smoothstep(low: float, high: float, value: Points) -> Points:
    """0 below ``low``, 1 above ``high``, smooth between."""
    share = np.clip((value - low) / (high - low), 0.0, 1.0)
    return np.asarray(share * share * (3 - 2 * share))


def rings(
    relief: Relief, inner_m: float, outer_m: float, ring_count: int = 56, spokes: int = 144
) -> Mesh:
    """The relief from one distance round the origin to another, finer near by."""
    radius = np.geomspace(inner_m, outer_m, ring_count)[:, None]
    turn = (np.arange(spokes) * 2 * np.pi / spokes)[None, :]
    x, z = radius * np.sin(turn), radius * np.cos(turn)
    return _sheet(relief, x, z, grid_triangles(ring_count, spokes, wrap=True)[:, ::-1])


def field(
    relief: Relief, low: tuple[float, float], high: tuple[float, float], cells: tuple[int, int]
) -> Mesh:
    """The relief over a rectangle from corner (x, z) to corner, as so many cells each way."""
    x, z = np.meshgrid(
        np.linspace(low[0], high[0], cells[0] + 1), np.linspace(high[1], low[1], cells[1] + 1)
    )
    return _sheet(relief, x, z, grid_triangles(cells[1] + 1, cells[0] + 1))


def _sheet(relief: Relief, x: Points, z: Points, triangles: Triangles) -> Mesh:
    flat_x, flat_z = x.reshape(-1), z.reshape(-1)
    points = np.column_stack([flat_x, relief(flat_x, flat_z), flat_z])
    corners = points[triangles]
    faces = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals = np.column_stack(
        [
            np.bincount(triangles.reshape(-1), np.repeat(faces[:, axis], 3), minlength=len(points))
            for axis in range(3)
        ]
    )
    length = np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
    normals = np.asarray(normals / length)
    return Mesh(points.astype(np.float32), normals.astype(np.float32), triangles.astype(np.uint32))


def parted(mesh: Mesh, chosen: Callable[[Points], NDArray[np.bool_]]) -> tuple[Mesh, Mesh]:
    """The mesh in two: where ``chosen`` of the triangles' middles (n, 3) is true, and the rest."""
    taken = chosen(mesh.positions[mesh.indices].mean(axis=1).astype(np.float64))
    return _only(mesh, mesh.indices[taken]), _only(mesh, mesh.indices[~taken])


def _only(mesh: Mesh, indices: NDArray[np.uint32]) -> Mesh:
    used, place = np.unique(indices, return_inverse=True)
    return Mesh(mesh.positions[used], mesh.normals[used], place.reshape(-1, 3).astype(np.uint32))


def bank(water: Water, wide_m: float, wander_m: float, seed: int, cell_m: float = 0.9) -> Mesh:
    """The ground's edge round a water: from y = 0 at its border down below the surface.

    Args:
        wide_m: how far the shore reaches into the rectangle.
        wander_m: how much the waterline winds.
    """
    (x0, z0), (x1, z1) = water.low_m, water.high_m
    drop = water.level_m - 1.0

    def relief(x: Points, z: Points) -> Points:
        inward = np.minimum(np.minimum(x - x0, x1 - x), np.minimum(z - z0, z1 - z))
        winding = wander_m * (2 * rolling(x, z, wide_m * 1.6, seed, 2) - 1)
        shelf = np.clip((inward + winding * smoothstep(0.0, wide_m / 2, inward)) / wide_m, 0, 1)
        return np.asarray(drop * shelf**1.5)

    cells = (max(round((x1 - x0) / cell_m), 8), max(round((z1 - z0) / cell_m), 8))
    reach = wide_m + wander_m
    strips = (
        ((x0, z1 - reach), (x1, z1), (min(cells[0], 180), 14)),
        ((x0, z0), (x1, z0 + reach), (60, 8)),
        ((x0, z0 + reach), (x0 + reach, z1 - reach), (8, 60)),
        ((x1 - reach, z0 + reach), (x1, z1 - reach), (8, 60)),
    )
    return merged([field(relief, low, high, count) for low, high, count in strips])
