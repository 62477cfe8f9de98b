"""Closed solids with smooth normals and rounded edges, as triangle meshes.

Units are metres.  Triangles wind counter-clockwise seen from outside.  ``sphere`` and ``torus``
are centred on the origin; every other solid stands on y = 0, as models do.  Bent and drawn shapes
(lathe, sweep, extrude) are in ``sweeps``.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.world.model import Matrix, Mesh

Points = NDArray[np.float64]
Triangles = NDArray[np.int64]
Vector = tuple[float, float, float]

_WELD_M = 1e-6


def creased(points: ArrayLike, triangles: ArrayLike, crease_deg: float = 40.0) -> Mesh:
    """A mesh whose normals are smooth across edges flatter than ``crease_deg``, sharp elsewhere.

    Args:
        points: (n, 3) metres; points in the same place are welded.
        triangles: (m, 3) indices; triangles without area are dropped.
    """
    raw = np.asarray(points, dtype=np.float64)
    faces = np.asarray(triangles, dtype=np.int64)
    keys = np.round(raw / _WELD_M).astype(np.int64)
    _, first, place = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    welded = raw[first]
    faces = place.reshape(-1)[faces]
    edge = np.cross(
        welded[faces[:, 1]] - welded[faces[:, 0]], welded[faces[:, 2]] - welded[faces[:, 0]]
    )
    area = np.linalg.norm(edge, axis=1)
    kept = area > 1e-12
    faces, edge, area = faces[kept], edge[kept], area[kept]
    normals = _corner_normals(welded, faces, edge / area[:, None], crease_deg)
    return _joined_corners(welded, faces, normals)


def _corner_normals(
    points: Points, faces: Triangles, face_normals: Points, crease_deg: float
) -> Points:
    """(faces * 3, 3): each corner's angle-weighted mean over the faces it is smooth with."""
    corner_vertex = faces.reshape(-1)
    corner_face = np.repeat(np.arange(len(faces)), 3)
    weights = _corner_angles(points, faces).reshape(-1)
    order = np.argsort(corner_vertex, kind="stable")
    counts = np.bincount(corner_vertex, minlength=len(points))
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
    valence = counts[corner_vertex]
    mine = np.repeat(np.arange(len(corner_vertex)), valence)
    step = np.arange(len(mine)) - np.repeat(np.cumsum(valence) - valence, valence)
    theirs = order[starts[corner_vertex[mine]] + step]
    mine_face, their_face = corner_face[mine], corner_face[theirs]
    alike = np.einsum("ij,ij->i", face_normals[mine_face], face_normals[their_face])
    share = np.where(alike >= np.cos(np.radians(crease_deg)) - 1e-9, weights[theirs], 0.0)
    share = np.where(mine == theirs, np.maximum(weights[theirs], 1e-6), share)
    summed = np.stack(
        [
            np.bincount(mine, share * face_normals[their_face, axis], minlength=len(corner_vertex))
            for axis in range(3)
        ],
        axis=1,
    )
    length = np.linalg.norm(summed, axis=1, keepdims=True)
    means = summed / np.maximum(length, 1e-9)
    return np.asarray(np.where(length > 1e-9, means, face_normals[corner_face]))


def _corner_angles(points: Points, faces: Triangles) -> Points:
    corners = points[faces]
    ahead = np.roll(corners, -1, axis=1) - corners
    behind = np.roll(corners, 1, axis=1) - corners
    cosine = np.einsum("ijk,ijk->ij", ahead, behind) / np.maximum(
        np.linalg.norm(ahead, axis=2) * np.linalg.norm(behind, axis=2), 1e-15
    )
    return np.asarray(np.arccos(np.clip(cosine, -1.0, 1.0)))


def _joined_corners(points: Points, faces: Triangles, normals: Points) -> Mesh:
    """One vertex per (place, normal)."""
    vertex = faces.reshape(-1)
    keys = np.column_stack([vertex, np.round(normals * 2000).astype(np.int64)])
    _, first, corner = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    return Mesh(
        positions=points[vertex[first]].astype(np.float32),
        normals=normals[first].astype(np.float32),
        indices=corner.reshape(-1, 3).astype(np.uint32),
    )


def grid_triangles(rows: int, columns: int, *, wrap: bool = False) -> Triangles:
    """Two triangles per cell of a (rows, columns) point grid; ``wrap`` joins last column to first.

    The winding is right when (along the columns) x (along the rows) points outward.
    """
    row = np.arange(rows - 1)[:, None]
    column = np.arange(columns if wrap else columns - 1)[None, :]
    after = (column + 1) % columns
    low, high = row * columns, (row + 1) * columns
    a, b, c, d = (low + column, low + after, high + after, high + column)
    return np.stack([np.stack([a, b, c], -1), np.stack([a, c, d], -1)], -2).reshape(-1, 3)


def box(size: Vector) -> Mesh:
    """A sharp-edged box, 12 triangles."""
    return rounded_box(size, 0.0)


def rounded_box(size: Vector, radius: float = 0.01, steps: int = 2) -> Mesh:
    """A box with rounded edges and corners.

    Args:
        size: width, height, depth.
        radius: of the edges; cut to half the shortest side.
        steps: segments of an eighth turn; ignored for radius 0.
    """
    half = np.asarray(size, dtype=np.float64) / 2
    radius = float(min(radius, half.min()))
    angles = np.linspace(0.0, np.pi / 4, steps + 1 if radius > 0 else 1)
    angle = np.concatenate([-angles[::-1], angles]) if radius > 0 else np.array([0.0, 0.0])
    side = np.repeat([-1.0, 1.0], len(angles))
    positions: list[Points] = []
    normals: list[Points] = []
    triangles: list[Triangles] = []
    cells = grid_triangles(len(angle), len(angle))
    count = len(angle) ** 2
    for axis in range(3):
        for sign in (-1.0, 1.0):
            u, v = (axis + 1) % 3, (axis + 2) % 3
            direction = np.zeros((len(angle), len(angle), 3))
            direction[..., axis] = sign
            direction[..., u] = np.tan(angle)[None, :] * sign
            direction[..., v] = np.tan(angle)[:, None]
            direction /= np.linalg.norm(direction, axis=2, keepdims=True)
            centre = np.zeros_like(direction)
            centre[..., axis] = sign
            centre[..., u] = side[None, :] * sign
            centre[..., v] = side[:, None]
            positions.append((centre * (half - radius) + direction * radius).reshape(-1, 3))
            normals.append(direction.reshape(-1, 3))
            triangles.append(cells + count * len(triangles))
    points = np.concatenate(positions) + np.array([0.0, half[1], 0.0])
    faces = np.concatenate(triangles)
    return _without_slivers(
        Mesh(
            positions=points.astype(np.float32),
            normals=np.concatenate(normals).astype(np.float32),
            indices=faces.astype(np.uint32),
        )
    )


def _without_slivers(mesh: Mesh) -> Mesh:
    corners = mesh.positions[mesh.indices].astype(np.float64)
    area = np.linalg.norm(
        np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1
    )
    return Mesh(mesh.positions, mesh.normals, mesh.indices[area > 1e-12])


def sphere(radius: float, segments: int = 40) -> Mesh:
    """A smooth ball around the origin, ``segments`` round its equator."""
    rings = segments // 2
    polar = np.linspace(-np.pi / 2, np.pi / 2, rings + 1)[:, None]
    turn = (np.arange(segments) * 2 * np.pi / segments)[None, :]
    unit = np.stack(
        [
            np.cos(polar) * np.sin(turn),
            np.broadcast_to(np.sin(polar), (rings + 1, segments)),
            np.cos(polar) * np.cos(turn),
        ],
        axis=-1,
    ).reshape(-1, 3)
    mesh = Mesh(
        positions=(unit * radius).astype(np.float32),
        normals=unit.astype(np.float32),
        indices=grid_triangles(rings + 1, segments, wrap=True).astype(np.uint32),
    )
    return _without_slivers(mesh)


def ellipsoid(size: Vector, segments: int = 28) -> Mesh:
    """A smooth egg of this width, height and depth around the origin."""
    x, y, z = size
    return stretched(sphere(0.5, segments), x, y, z)


def icosphere(radius: float, divisions: int = 2) -> tuple[Points, Triangles]:
    """Points and triangles of an evenly divided ball: 20 * 4**divisions triangles."""
    golden = (1 + 5**0.5) / 2
    points = np.array(
        [(-1, golden, 0), (1, golden, 0), (-1, -golden, 0), (1, -golden, 0),
         (0, -1, golden), (0, 1, golden), (0, -1, -golden), (0, 1, -golden),
         (golden, 0, -1), (golden, 0, 1), (-golden, 0, -1), (-golden, 0, 1)],
        dtype=np.float64,
    )  # fmt: skip
    faces = np.array(
        [(0, 11, 5), (0, 5, 1), (0, 1, 7), (0, 7, 10), (0, 10, 11), (1, 5, 9), (5, 11, 4),
         (11, 10, 2), (10, 7, 6), (7, 1, 8), (3, 9, 4), (3, 4, 2), (3, 2, 6), (3, 6, 8),
         (3, 8, 9), (4, 9, 5), (2, 4, 11), (6, 2, 10), (8, 6, 7), (9, 8, 1)],
        dtype=np.int64,
    )  # fmt: skip
    for _ in range(divisions):
        a, b, c = (points[faces[:, corner]] for corner in range(3))
        soup = np.stack([a, b, c, (a + b) / 2, (b + c) / 2, (c + a) / 2], axis=1)
        base = np.arange(len(faces))[:, None, None] * 6
        faces = (base + np.array([[0, 3, 5], [3, 1, 4], [5, 4, 2], [3, 4, 5]])).reshape(-1, 3)
        keys = np.round(soup.reshape(-1, 3) * 1e6).astype(np.int64)
        _, first, place = np.unique(keys, axis=0, return_index=True, return_inverse=True)
        points, faces = soup.reshape(-1, 3)[first], place.reshape(-1)[faces]
    return points / np.linalg.norm(points, axis=1, keepdims=True) * radius, faces


def blob(
    radius: float,
    seed: int,
    *,
    roughness: float = 0.18,
    divisions: int = 3,
    crease_deg: float = 180.0,
    squash: Vector = (1.0, 1.0, 1.0),
) -> Mesh:
    """A lumpy ball around the origin: foliage when smooth, rock when creased.

    Args:
        roughness: depth of the lumps as a share of the radius.
        squash: stretch along x, y, z.
    """
    rng = np.random.default_rng(seed)
    points, faces = icosphere(1.0, divisions)
    lumps = np.zeros(len(points))
    for octave, weight in ((2.2, 1.0), (4.6, 0.5), (8.5, 0.28)):
        for _ in range(4):
            wave = rng.normal(size=3)
            wave *= octave / np.linalg.norm(wave)
            lumps += weight * np.sin(points @ wave + rng.uniform(0, 2 * np.pi)) / 4
    shaped = points * (radius * (1 + roughness * 1.6 * lumps))[:, None] * np.asarray(squash)
    return creased(shaped, faces, crease_deg)


def plane(width: float, depth: float, cells: int = 1) -> Mesh:
    """A level sheet at y = 0 seen from above (open, one-sided)."""
    x = np.linspace(-width / 2, width / 2, cells + 1)
    z = np.linspace(depth / 2, -depth / 2, cells + 1)
    grid = np.zeros((cells + 1, cells + 1, 3))
    grid[..., 0], grid[..., 2] = x[None, :], z[:, None]
    up = np.zeros_like(grid)
    up[..., 1] = 1.0
    return Mesh(
        positions=grid.reshape(-1, 3).astype(np.float32),
        normals=up.reshape(-1, 3).astype(np.float32),
        indices=grid_triangles(cells + 1, cells + 1).astype(np.uint32),
    )


def merged(meshes: Sequence[Mesh]) -> Mesh:
    """All triangles in one mesh."""
    starts = np.cumsum([0, *(len(mesh.positions) for mesh in meshes)])
    return Mesh(
        positions=np.concatenate([mesh.positions for mesh in meshes]),
        normals=np.concatenate([mesh.normals for mesh in meshes]),
        indices=np.concatenate(
            [mesh.indices + np.uint32(start) for mesh, start in zip(meshes, starts, strict=False)]
        ),
    )


def transformed(mesh: Mesh, matrix: Matrix) -> Mesh:
    """The mesh moved, turned, stretched or mirrored by a 4x4 matrix; normals stay true."""
    linear = matrix[:3, :3]
    positions = mesh.positions @ linear.T + matrix[:3, 3]
    normals = mesh.normals @ np.linalg.inv(linear)
    normals = normals / np.linalg.norm(normals, axis=1, keepdims=True)
    mirrored = np.linalg.det(linear) < 0
    return Mesh(
        positions=positions.astype(np.float32),
        normals=normals.astype(np.float32),
        indices=np.ascontiguousarray(mesh.indices[:, ::-1]) if mirrored else mesh.indices,
    )


def stretched(mesh: Mesh, x: float = 1.0, y: float = 1.0, z: float = 1.0) -> Mesh:
    """The mesh scaled along its axes."""
    return transformed(mesh, np.diag([x, y, z, 1.0]))


def placed(at: Vector = (0, 0, 0), turn: Vector = (0, 0, 0)) -> Matrix:
    """The 4x4 that turns by degrees about x, then y, then z, and moves to ``at``."""
    x, y, z = np.radians(turn)
    about_x = np.array([[1, 0, 0], [0, np.cos(x), -np.sin(x)], [0, np.sin(x), np.cos(x)]])
    about_y = np.array([[np.cos(y), 0, np.sin(y)], [0, 1, 0], [-np.sin(y), 0, np.cos(y)]])
    about_z = np.array([[np.cos(z), -np.sin(z), 0], [np.sin(z), np.cos(z), 0], [0, 0, 1]])
    matrix = np.eye(4)
    matrix[:3, :3] = about_z @ about_y @ about_x
    matrix[:3, 3] = at
    return matrix


def volume_m3(mesh: Mesh) -> float:
    """Volume of a closed mesh (positive when the triangles wind outward)."""
    corners = mesh.positions[mesh.indices].astype(np.float64)
    return float(np.einsum("ij,ij->", corners[:, 0], np.cross(corners[:, 1], corners[:, 2])) / 6)


def outward(mesh: Mesh) -> Mesh:
    """A closed mesh turned inside out if it was wound inward."""
    if volume_m3(mesh) >= 0:
        return mesh
    return Mesh(mesh.positions, -mesh.normals, np.ascontiguousarray(mesh.indices[:, ::-1]))
