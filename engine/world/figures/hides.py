"""One smooth skin over many round bones: implicit surfaces for bodies of animals.

Each bone is a cone with round ends; together they are a smooth union (Ricci, "A constructive
geometry for computer graphics", 1973, in its exponential form), meshed by surface nets (Gibson,
"Constrained elastic surface nets", 1998).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import map_coordinates

from engine.world.figures.joints import Triple
from engine.world.model import Mesh

Array = NDArray[np.float64]

_REACH = 3.5
_SETTLING_STEPS = 3
_LOOSE = 0.18


@dataclass(frozen=True)
class Flesh:
    """A cone with round ends that is part of a body.

    Attributes:
        bone: which bone moves it.
        start, end: middles of its ends, model metres; radii at them.
        flat: its width as a share of its height (x against y).
    """

    bone: str
    start: Triple
    end: Triple
    start_radius: float
    end_radius: float
    flat: float = 1.0

    def distance(self, points: Array) -> Array:
        """(...,) signed distance of (..., 3) points, negative inside (nearly exact when flat)."""
        squeeze = np.array((1.0 / self.flat, 1.0, 1.0))
        a, b = np.array(self.start) * squeeze, np.array(self.end) * squeeze
        along = b - a
        length2 = max(float(along @ along), 1e-12)
        away = points * squeeze - a
        share = np.clip(away @ along / length2, 0.0, 1.0)
        radius = self.start_radius + (self.end_radius - self.start_radius) * share
        gap: Array = np.linalg.norm(away - share[..., None] * along, axis=-1) - radius
        return gap * min(self.flat, 1.0)

    def bounds(self, margin: float) -> tuple[Array, Array]:
        """Lowest and highest corner (3,) with a margin."""
        a, b = np.array(self.start), np.array(self.end)
        wide = np.array((max(self.flat, 1.0), 1.0, 1.0))
        low = np.minimum(a - self.start_radius * wide, b - self.end_radius * wide)
        high = np.maximum(a + self.start_radius * wide, b + self.end_radius * wide)
        return low - margin, high + margin


def hide(flesh: Sequence[Flesh], cell_m: float, blend_m: float) -> Mesh:
    """The skin over all of ``flesh``.

    Args:
        cell_m: size of the grid's cells; about that of the triangles.
        blend_m: how far pieces melt into each other.
    """
    reach = _REACH * blend_m + 2.0 * cell_m
    corners = [piece.bounds(reach) for piece in flesh]
    low = np.min([corner[0] for corner in corners], axis=0)
    high = np.max([corner[1] for corner in corners], axis=0)
    shape = tuple(int(n) for n in np.ceil((high - low) / cell_m))
    total = np.zeros(shape)
    axes = [low[axis] + cell_m * np.arange(shape[axis]) for axis in range(3)]
    for piece, (near, far) in zip(flesh, corners, strict=True):
        first = np.maximum(np.floor((near - low) / cell_m).astype(int), 0)
        last = np.minimum(np.ceil((far - low) / cell_m).astype(int) + 1, shape)
        window = tuple(slice(int(a), int(b)) for a, b in zip(first, last, strict=True))
        grid = np.stack(np.meshgrid(*(axes[k][window[k]] for k in range(3)), indexing="ij"), -1)
        total[window] += np.exp(-piece.distance(grid) / blend_m)
    values = -blend_m * np.log(np.maximum(total, np.exp(-_REACH)))
    points, faces = _nets(values)
    normals = _settled(points, values, cell_m)
    return Mesh((low + cell_m * points).astype(np.float32), normals.astype(np.float32), faces)


def _settled(points: Array, values: Array, cell_m: float) -> Array:
    """Moves points (n, 3), in cells, onto the surface; returns their normals (n, 3)."""
    slopes: list[Array] = list(np.gradient(values, cell_m))
    for _ in range(_SETTLING_STEPS):
        value = map_coordinates(values, points.T, order=1, mode="nearest")
        normals = _normals(slopes, points)
        points -= normals * (value / cell_m)[:, None]
    return _normals(slopes, points)


def _normals(slopes: Sequence[Array], points: Array) -> Array:
    found = np.stack(
        [map_coordinates(slope, points.T, order=1, mode="nearest") for slope in slopes], axis=1
    )
    length = np.linalg.norm(found, axis=1, keepdims=True)
    return np.asarray(found / np.maximum(length, 1e-9))


def _nets(values: Array) -> tuple[Array, NDArray[np.uint32]]:
    """Vertices (n, 3) in cells and triangles (m, 3) where ``values`` passes zero."""
    inside = values < 0.0
    cells = tuple(n - 1 for n in values.shape)
    weight, place = np.zeros(cells), np.zeros((*cells, 3))
    crossings: list[NDArray[np.bool_]] = []
    for axis in range(3):
        lower = [slice(None)] * 3
        upper = [slice(None)] * 3
        lower[axis], upper[axis] = slice(None, -1), slice(1, None)
        first, second = values[tuple(lower)], values[tuple(upper)]
        crossed = inside[tuple(lower)] != inside[tuple(upper)]
        crossings.append(crossed)
        share = np.where(crossed, first / np.where(crossed, first - second, 1.0), 0.0)
        _gather(axis, crossed, share, weight, place)
    used = weight > 0.0
    index = np.full(cells, -1, np.int64)
    index[used] = np.arange(int(used.sum()))
    base = np.stack(np.nonzero(used), axis=1)
    points = base + place[used] / weight[used][:, None]
    faces = [_quads(axis, crossings[axis], inside, index) for axis in range(3)]
    return points, np.concatenate(faces).astype(np.uint32)


def _gather(
    axis: int, crossed: NDArray[np.bool_], share: Array, weight: Array, place: Array
) -> None:
    """Adds the crossings of all edges along one axis to the four cells around each."""
    others = [k for k in range(3) if k != axis]
    for du in (0, 1):
        for dv in (0, 1):
            window = [slice(None)] * 3
            window[others[0]] = slice(du, crossed.shape[others[0]] - 1 + du)
            window[others[1]] = slice(dv, crossed.shape[others[1]] - 1 + dv)
            hit = crossed[tuple(window)]
            weight += hit
            place[..., axis] += share[tuple(window)]
            place[..., others[0]] += du * hit
            place[..., others[1]] += dv * hit


def _quads(
    axis: int, crossed: NDArray[np.bool_], inside: NDArray[np.bool_], index: NDArray[np.int64]
) -> NDArray[np.int64]:
    """(2 n, 3) triangles across the crossed edges of one axis."""
    u, v = (axis + 1) % 3, (axis + 2) % 3
    at = np.stack(np.nonzero(crossed), axis=1)
    at = at[(at[:, u] > 0) & (at[:, v] > 0)]
    at = at[(at[:, u] < crossed.shape[u] - 1) & (at[:, v] < crossed.shape[v] - 1)]
    step_u, step_v = np.eye(3, dtype=np.int64)[u], np.eye(3, dtype=np.int64)[v]
    corners = [at, at - step_u, at - step_u - step_v, at - step_v]
    a, b, c, d = (index[tuple(corner.T)] for corner in corners)
    outward = inside[tuple(at.T)]
    b, d = np.where(outward, b, d), np.where(outward, d, b)
    return np.concatenate([np.stack([a, b, c], 1), np.stack([a, c, d], 1)])


def bindings(
    mesh: Mesh, flesh: Sequence[Flesh], bones: Sequence[str]
) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """(vertices, 4) which bones move each vertex, and how much; the nearest flesh counts most."""
    points = mesh.positions.astype(np.float64)
    gaps = np.full((len(points), len(bones)), np.inf)
    loose = np.full(len(bones), np.inf)
    for piece in flesh:
        bone = bones.index(piece.bone)
        gaps[:, bone] = np.minimum(gaps[:, bone], piece.distance(points))
        loose[bone] = min(loose[bone], max(piece.start_radius, piece.end_radius))
    nearest = gaps.min(axis=1, keepdims=True)
    soft = _LOOSE * np.minimum(loose, np.median(loose[np.isfinite(loose)]))
    shares = np.exp(-(gaps - nearest) / np.where(np.isfinite(soft), soft, 1.0))
    order = np.argsort(-shares, axis=1)[:, :4]
    chosen = np.take_along_axis(shares, order, axis=1)
    weights = chosen / chosen.sum(axis=1, keepdims=True)
    return order.astype(np.uint8), weights.astype(np.float32)
