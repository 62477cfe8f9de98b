"""Smooth meshes for figures: lofts through elliptic rings, balls, limbs, tubes along a curve.

Every function returns a ``Mesh`` in metres with outward, area-weighted vertex normals.  A ring's
angle is 0 at +Z (the front) and turns towards +X (the figure's left).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.world.model import Mesh

Array = NDArray[np.float64]


def mesh_of(points: Array, faces: NDArray[np.int64]) -> Mesh:
    """A mesh of ``points`` (n, 3) and ``faces`` (m, 3) with smooth normals."""
    a, b, c = points[faces[:, 0]], points[faces[:, 1]], points[faces[:, 2]]
    face_normals = np.cross(b - a, c - a)
    normals = np.zeros_like(points)
    for corner in range(3):
        np.add.at(normals, faces[:, corner], face_normals)
    lengths = np.linalg.norm(normals, axis=1, keepdims=True)
    normals = np.where(lengths > 1e-14, normals / np.maximum(lengths, 1e-14), (0.0, 1.0, 0.0))
    return Mesh(points.astype(np.float32), normals.astype(np.float32), faces.astype(np.uint32))


def rings(grid: Array) -> Mesh:
    """Closes a (rings, segments, 3) grid into a solid: rings wrap round, the ends get a pole."""
    count, segments = grid.shape[:2]
    points = np.concatenate([grid.reshape(-1, 3), [grid[0].mean(0)], [grid[-1].mean(0)]])
    row, column = np.meshgrid(np.arange(count - 1), np.arange(segments), indexing="ij")
    here = (row * segments + column).ravel()
    right = (row * segments + (column + 1) % segments).ravel()
    faces = [
        np.stack([here, right, right + segments], 1),
        np.stack([here, right + segments, here + segments], 1),
    ]
    first = np.arange(segments)
    following = (first + 1) % segments
    low, high = len(points) - 2, len(points) - 1
    top = (count - 1) * segments
    faces.append(np.stack([following, first, np.full(segments, low)], 1))
    faces.append(np.stack([first + top, following + top, np.full(segments, high)], 1))
    return mesh_of(points, np.concatenate(faces))


def smooth_rows(rows: ArrayLike, per_span: int) -> Array:
    """Catmull-Rom through the rows of (n, k), ``per_span`` samples a span."""
    knots = np.asarray(rows, dtype=np.float64)
    padded = np.concatenate([[2 * knots[0] - knots[1]], knots, [2 * knots[-1] - knots[-2]]])
    t = np.linspace(0.0, len(knots) - 1.0, (len(knots) - 1) * per_span + 1)
    span = np.minimum(t.astype(int), len(knots) - 2)
    u = (t - span)[:, None]
    p0, p1, p2, p3 = (padded[span + k] for k in range(4))
    result: Array = 0.5 * (
        2 * p1
        + (p2 - p0) * u
        + (2 * p0 - 5 * p1 + 4 * p2 - p3) * u**2
        + (3 * p1 - p0 - 3 * p2 + p3) * u**3
    )
    return result


def ring_grid(rows: Array, segments: int, power: float = 2.0) -> Array:
    """Rings (n, segments, 3) from rows (y, half width, front z, back z); ``power`` 2 is round."""
    angle = np.linspace(0.0, 2 * np.pi, segments, endpoint=False)
    sine, cosine = np.sin(angle), np.cos(angle)
    x = np.sign(sine) * np.abs(sine) ** (2 / power)
    z = np.sign(cosine) * np.abs(cosine) ** (2 / power)
    y, half, front, back = (rows[:, k : k + 1] for k in range(4))
    middle, depth = (front + back) / 2, (front - back) / 2
    return np.stack([half * x, y + 0 * x, middle + depth * z], axis=2)


def loft(rows: ArrayLike, segments: int = 24, power: float = 2.0, per_span: int = 4) -> Mesh:
    """A body through rows (y, half width, front z, back z) with y rising; ends are rounded off."""
    smooth = smooth_rows(rows, per_span)
    capped = np.concatenate([_cap(smooth[0], -1.0)[::-1], smooth, _cap(smooth[-1], 1.0)])
    return rings(ring_grid(capped, segments, power))


def _cap(row: Array, sign: float) -> Array:
    """Rows that round off an end, a flattened dome (nearest the body first)."""
    y, half, front, back = row
    middle, depth = (front + back) / 2, (front - back) / 2
    bulge = 0.55 * min(half, depth)
    turns = np.radians([20, 40, 60, 76, 88])
    rows = [
        (y + sign * bulge * s, half * c, middle + depth * c, middle - depth * c)
        for s, c in zip(np.sin(turns), np.cos(turns), strict=True)
    ]
    return np.asarray(rows, dtype=np.float64)


def ball(
    center: Sequence[float] | Array, radii: Sequence[float] | float, segments: int = 16
) -> Mesh:
    """An ellipsoid."""
    polar = np.linspace(-np.pi / 2, np.pi / 2, segments // 2 + 3)[1:-1]
    angle = np.linspace(0.0, 2 * np.pi, segments, endpoint=False)
    unit = np.stack(
        [
            np.cos(polar)[:, None] * np.sin(angle),
            np.sin(polar)[:, None] + 0 * angle,
            np.cos(polar)[:, None] * np.cos(angle),
        ],
        axis=2,
    )
    return rings(unit * np.broadcast_to(radii, 3) + np.asarray(center, dtype=np.float64))


def limb(length: float, radii: Sequence[float], segments: int = 16, depth: float = 1.0) -> Mesh:
    """A limb from the origin down to y = -``length``: ball ends, radii spaced evenly from the top.

    ``depth`` is the ratio of thickness front to back to thickness sideways.
    """
    heights = np.linspace(-length, 0.0, len(radii))
    rows = np.array(
        [(y, r, r * depth, -r * depth) for y, r in zip(heights, radii[::-1], strict=True)]
    )
    smooth = smooth_rows(rows, 2)
    turns = np.radians([22, 45, 66, 84])
    ends = []
    for row, sign in ((smooth[0], -1.0), (smooth[-1], 1.0)):
        ends.append(
            np.array(
                [
                    (row[0] + sign * row[1] * s, row[1] * c, row[2] * c, row[3] * c)
                    for s, c in zip(np.sin(turns), np.cos(turns), strict=True)
                ]
            )
        )
    return rings(ring_grid(np.concatenate([ends[0][::-1], smooth, ends[1]]), segments))


def tube(path: ArrayLike, radii: ArrayLike, segments: int = 10, per_span: int = 4) -> Mesh:
    """A round tube through the points (n, 3) with radii (n,), closed with rounded ends."""
    knots = np.column_stack(
        [np.asarray(path, dtype=np.float64), np.asarray(radii, dtype=np.float64)]
    )
    smooth = smooth_rows(knots, per_span)
    centers, radius = smooth[:, :3], np.maximum(smooth[:, 3], 1e-5)
    tangent = np.gradient(centers, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
    frames = []
    side = np.cross(tangent[0], (0.0, 0.0, 1.0) if abs(tangent[0][2]) < 0.9 else (1.0, 0.0, 0.0))
    for direction in tangent:
        side = side - direction * float(side @ direction)
        side /= np.linalg.norm(side)
        frames.append((side, np.cross(direction, side)))
    ends: list[tuple[int, float, float]] = [(0, -s, c) for s, c in _DOME[::-1]]
    ends += [(k, 0.0, 1.0) for k in range(len(centers))]
    ends += [(len(centers) - 1, s, c) for s, c in _DOME]
    angle = np.linspace(0.0, 2 * np.pi, segments, endpoint=False)[:, None]
    grid = [
        centers[k]
        + tangent[k] * radius[k] * along
        + radius[k] * wide * (np.cos(angle) * frames[k][0] + np.sin(angle) * frames[k][1])
        for k, along, wide in ends
    ]
    return rings(np.array(grid))


_DOME = tuple((float(np.sin(a)), float(np.cos(a))) for a in np.radians([30, 60, 84]))


def moved(
    mesh: Mesh, offset: Sequence[float] | Array = (0, 0, 0), rotation: Array | None = None
) -> Mesh:
    """The mesh turned by ``rotation`` (3, 3), then shifted."""
    turn = np.eye(3) if rotation is None else rotation
    positions = mesh.positions @ turn.T + np.asarray(offset)
    normals = mesh.normals @ turn.T
    return Mesh(positions.astype(np.float32), normals.astype(np.float32), mesh.indices)


def scaled(mesh: Mesh, factors: Sequence[float] | float) -> Mesh:
    """The mesh stretched about its origin (factors positive)."""
    stretch = np.broadcast_to(np.asarray(factors, dtype=np.float64), 3)
    normals = mesh.normals / stretch
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
    positions = mesh.positions * stretch
    return Mesh(positions.astype(np.float32), normals.astype(np.float32), mesh.indices)


def mirrored(mesh: Mesh) -> Mesh:
    """The mesh mirrored left to right."""
    flip = np.array((-1.0, 1.0, 1.0), dtype=np.float32)
    return Mesh(mesh.positions * flip, mesh.normals * flip, mesh.indices[:, ::-1].copy())


def merged(*meshes: Mesh) -> Mesh:
    """Several meshes as one."""
    starts = np.cumsum([0] + [len(mesh.positions) for mesh in meshes[:-1]])
    return Mesh(
        np.concatenate([mesh.positions for mesh in meshes]),
        np.concatenate([mesh.normals for mesh in meshes]),
        np.concatenate(
            [mesh.indices + np.uint32(start) for mesh, start in zip(meshes, starts, strict=True)]
        ),
    )


def bent(mesh: Mesh, shape: Callable[[Array], Array]) -> Mesh:
    """The mesh with its points (n, 3) moved by ``shape``; normals are made anew."""
    return mesh_of(shape(mesh.positions.astype(np.float64)), mesh.indices.astype(np.int64))


def turned(x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Array:
    """Rotation (3, 3) by degrees about x, then y, then z."""
    result = np.eye(3)
    for axis, degrees in enumerate((x, y, z)):
        c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
        step = np.eye(3)
        i, j = ((1, 2), (2, 0), (0, 1))[axis]
        step[i, i] = step[j, j] = c
        step[i, j], step[j, i] = -s, s
        result = step @ result
    return result
