"""Solids made of solids: booleans, hulls, and smooth bodies from fields.

``joined``, ``cut`` and ``common`` take closed meshes; ``level_surface`` draws the zero surface of
a field of signed distances, which ``melted`` can blend.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import manifold3d
import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.world.assets.shapes import Points, Triangles, Vector, creased
from engine.world.model import Mesh

Field = Callable[[Points], Points]
"""(n, 3) metres to (n,) signed distance: negative inside."""


def joined(first: Mesh, *others: Mesh, crease_deg: float = 40.0) -> Mesh:
    """One closed surface round all of them, without what lies inside."""
    body = _manifold(first)
    for other in others:
        body = body + _manifold(other)
    return _mesh(body, crease_deg)


def cut(first: Mesh, *tools: Mesh, crease_deg: float = 40.0) -> Mesh:
    """The first without the tools."""
    body = _manifold(first)
    for tool in tools:
        body = body - _manifold(tool)
    return _mesh(body, crease_deg)


def common(first: Mesh, *others: Mesh, crease_deg: float = 40.0) -> Mesh:
    """What lies in all of them."""
    body = _manifold(first)
    for other in others:
        body = body ^ _manifold(other)
    return _mesh(body, crease_deg)


def hull_of(points: ArrayLike, crease_deg: float = 40.0) -> Mesh:
    """The convex body round (n, 3) points."""
    cloud = np.asarray(points, dtype=np.float64)
    return _mesh(manifold3d.Manifold.hull_points(cloud), crease_deg)


def _manifold(mesh: Mesh) -> manifold3d.Manifold:
    """The mesh with its vertices welded by place."""
    keys = np.round(mesh.positions.astype(np.float64) * 1e6).astype(np.int64)
    _, first, place = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    faces = place.reshape(-1)[mesh.indices]
    flat = (
        (faces[:, 0] == faces[:, 1]) | (faces[:, 1] == faces[:, 2]) | (faces[:, 2] == faces[:, 0])
    )
    body = manifold3d.Manifold(
        manifold3d.Mesh(
            vert_properties=np.ascontiguousarray(mesh.positions[first], np.float32),
            tri_verts=np.ascontiguousarray(faces[~flat], np.uint32),
        )
    )
    if body.status() != manifold3d.Error.NoError:
        raise ValueError(f"a mesh of {len(faces)} triangles is not closed: {body.status()}")
    return body


def _mesh(body: manifold3d.Manifold, crease_deg: float) -> Mesh:
    size = np.asarray(body.bounding_box(), dtype=np.float64)
    thin = body.simplify(1e-5 * float((size[3:] - size[:3]).max()))
    raw = thin.to_mesh()
    return creased(raw.vert_properties[:, :3], raw.tri_verts, crease_deg)


def level_surface(field: Field, low: Vector, high: Vector, cell_m: float) -> Mesh:
    """The surface where the field is 0, smooth normals along its gradient.

    Args:
        field: negative inside, positive outside, positive all along the bounds.
        low, high: corners of the box that holds the body.
        cell_m: about the length of an edge.
    """
    axes = [np.arange(a - cell_m, b + 2 * cell_m, cell_m) for a, b in zip(low, high, strict=True)]
    grid = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1)
    values = field(grid.reshape(-1, 3)).reshape(grid.shape[:3])
    inside = values < 0
    sums, counts = np.zeros((*values.shape, 3)), np.zeros(values.shape)
    quads = [_crossings(axis, grid, values, inside, sums, counts) for axis in range(3)]
    cells = counts > 0
    number = np.full(values.shape, -1)
    number[cells] = np.arange(int(cells.sum()))
    points = sums[cells] / counts[cells][:, None]
    corners = np.concatenate([number[tuple(quad.T)].reshape(-1, 4) for quad in quads])
    faces = np.concatenate([corners[:, [0, 1, 2]], corners[:, [0, 2, 3]]])
    return _along_gradient(field, points, faces, cell_m)


def _crossings(
    axis: int, grid: Points, values: Points, inside: NDArray[np.bool_], sums: Points, counts: Points
) -> Triangles:
    """Adds each crossed edge's point to its four cells; (edges * 4, 3) cells round them."""
    ahead = [slice(None)] * 3
    behind = [slice(None)] * 3
    ahead[axis], behind[axis] = slice(1, None), slice(None, -1)
    enters = inside[tuple(behind)] & ~inside[tuple(ahead)]
    leaves = ~inside[tuple(behind)] & inside[tuple(ahead)]
    at = np.argwhere(enters | leaves)
    step = np.eye(3, dtype=np.int64)[axis]
    a, b = values[tuple(at.T)], values[tuple((at + step).T)]
    share = (a / (a - b))[:, None]
    place = grid[tuple(at.T)] * (1 - share) + grid[tuple((at + step).T)] * share
    u, v = np.eye(3, dtype=np.int64)[(axis + 1) % 3], np.eye(3, dtype=np.int64)[(axis + 2) % 3]
    around = np.stack([at - u - v, at - v, at, at - u], axis=1)
    for corner in range(4):
        where = tuple(around[:, corner].T)
        np.add.at(sums, where, place)
        np.add.at(counts, where, 1)
    turned = leaves[tuple(at.T)]
    around[turned] = around[turned][:, ::-1]
    return np.asarray(around.reshape(-1, 3))


def _along_gradient(field: Field, points: Points, faces: Triangles, cell_m: float) -> Mesh:
    reach = cell_m * 0.25
    slope = np.stack(
        [field(points + reach * axis) - field(points - reach * axis) for axis in np.eye(3)], axis=1
    )
    slope /= np.maximum(np.linalg.norm(slope, axis=1, keepdims=True), 1e-12)
    edge = np.cross(points[faces[:, 1]] - points[faces[:, 0]],
                    points[faces[:, 2]] - points[faces[:, 0]])  # fmt: skip
    kept = np.linalg.norm(edge, axis=1) > 1e-12
    return Mesh(
        positions=points.astype(np.float32),
        normals=slope.astype(np.float32),
        indices=faces[kept].astype(np.uint32),
    )


def melted(distances: Sequence[Points], reach_m: float) -> Points:
    """The smooth union of (n,) distances: bodies nearer than ``reach_m`` flow together."""
    result = distances[0]
    for other in distances[1:]:
        share = np.clip(0.5 + 0.5 * (other - result) / reach_m, 0, 1)
        result = other + (result - other) * share - reach_m * share * (1 - share)
    return result


def egg_distance(points: Points, middle: Vector, radii: Vector) -> Points:
    """(n,) distance to an ellipsoid (nearly; exact on its surface)."""
    away = (points - np.asarray(middle)) / np.asarray(radii)
    length = np.linalg.norm(away, axis=1)
    slope = np.linalg.norm(away / np.asarray(radii), axis=1)
    return np.asarray(length * (length - 1) / np.maximum(slope, 1e-9))


def limb_distance(points: Points, start: Vector, end: Vector, radii: tuple[float, float]) -> Points:
    """(n,) distance to a round bar whose radius runs from the first to the second."""
    first, last = np.asarray(start, float), np.asarray(end, float)
    along = last - first
    share = np.clip((points - first) @ along / float(along @ along), 0, 1)
    reach = np.linalg.norm(points - first - share[:, None] * along, axis=1)
    return np.asarray(reach - radii[0] - (radii[1] - radii[0]) * share)
