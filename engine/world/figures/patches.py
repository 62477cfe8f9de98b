"""Pieces of surface cut from the body and its guides: clipped along lines, pushed out, hemmed."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Array = NDArray[np.float64]
Rows = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Patch:
    """Triangles that bend with the body.

    Attributes:
        positions, normals: (vertices, 3) metres in the body's own rest pose.
        triangles: (n, 3).
        source: (vertices, body vertices) sparse: which mixture of the body's vertices each is;
            None for what hangs on one bone.
        bone: the one bone, where ``source`` is None.
    """

    positions: Array
    normals: Array
    triangles: Rows
    source: sparse.csr_matrix | None
    bone: str = ""

    @property
    def mixture(self) -> sparse.csr_matrix:
        """``source`` of a piece that bends with the body.

        Raises:
            ValueError: it hangs on one bone.
        """
        if self.source is None:
            raise ValueError(f"what hangs on {self.bone!r} is no part of the body")
        return self.source

    def moved(self, positions: Array) -> Patch:
        """With other positions and the normals that go with them."""
        return replace(self, positions=positions, normals=normals_of(positions, self.triangles))

    def pushed(self, distance: Array | float) -> Patch:
        """Moved along its normals, metres."""
        return self.moved(self.positions + self.normals * np.reshape(distance, (-1, 1)))


def normals_of(positions: Array, triangles: Rows) -> Array:
    """(n, 3) smooth normals."""
    corners = positions[triangles]
    facing = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    total = np.zeros_like(positions)
    for axis in range(3):
        total[:, axis] = np.bincount(
            triangles.ravel(), np.repeat(facing[:, axis], 3), minlength=len(positions)
        )
    return np.asarray(total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-12))


def solid(positions: Array, triangles: Rows, bone: str, normals: Array | None = None) -> Patch:
    """A piece that hangs on one bone."""
    if normals is None:
        normals = normals_of(positions, triangles)
    return Patch(positions, normals, triangles, None, bone)


def cut_from(positions: Array, normals: Array, triangles: Rows) -> Patch:
    """The part of the body that these triangles cover, without the vertices it does not need."""
    used, inverse = np.unique(triangles, return_inverse=True)
    source = sparse.csr_matrix(
        (np.ones(len(used)), (np.arange(len(used)), used)), shape=(len(used), len(positions))
    )
    return Patch(positions[used], normals[used], inverse.reshape(-1, 3), source)


def compact(patch: Patch, triangles: Rows) -> Patch:
    """Only these triangles, and the vertices that they need."""
    used, inverse = np.unique(triangles, return_inverse=True)
    source = None if patch.source is None else patch.source[used]
    return Patch(
        patch.positions[used], patch.normals[used], inverse.reshape(-1, 3), source, patch.bone
    )


def clipped(patch: Patch, field: Array) -> Patch:
    """The part where ``field`` (a value per vertex) is positive, cut along its zero line."""
    inside = field > 0.0
    count = inside[patch.triangles].sum(axis=1)
    whole = patch.triangles[count == 3]
    one = _led_by(patch.triangles[count == 1], inside)
    two = _led_by(patch.triangles[count == 2], ~inside)
    edges = np.concatenate([one[:, (0, 1)], one[:, (0, 2)], two[:, (0, 1)], two[:, (0, 2)]])
    if not len(edges):
        return compact(patch, whole)
    unique, inverse, _ = _distinct(edges)
    fresh = inverse + len(patch.positions)
    a, b = np.split(fresh[: 2 * len(one)], 2)
    c, d = np.split(fresh[2 * len(one) :], 2)
    triangles = np.concatenate(
        [
            whole,
            np.stack([one[:, 0], a, b], axis=1),
            np.stack([c, two[:, 1], two[:, 2]], axis=1),
            np.stack([c, two[:, 2], d], axis=1),
        ]
    )
    first, second = unique.T
    share = (field[first] / (field[first] - field[second]))[:, None]
    return compact(_with_mixtures(patch, first, second, share), triangles)


def _with_mixtures(patch: Patch, first: Rows, second: Rows, share: Array) -> Patch:
    """With new vertices at the end, each a share of the way between two old ones."""

    def mixed(values: Array) -> Array:
        return np.concatenate([values, values[first] * (1 - share) + values[second] * share])

    source = patch.source
    if source is not None:
        between = source[first].multiply(1 - share) + source[second].multiply(share)
        source = sparse.csr_matrix(sparse.vstack([source, between]))
    return Patch(mixed(patch.positions), mixed(patch.normals), patch.triangles, source, patch.bone)


def _led_by(triangles: Rows, chosen: NDArray[np.bool_]) -> Rows:
    """Triangles turned so that their one chosen corner comes first."""
    first = np.argmax(chosen[triangles], axis=1)
    turns = (first[:, None] + np.arange(3)) % 3
    return np.asarray(np.take_along_axis(triangles, turns, axis=1))


def rim_edges(triangles: Rows) -> Rows:
    """(n, 2) edges that only one triangle has, in that triangle's direction."""
    edges = np.concatenate([triangles[:, (0, 1)], triangles[:, (1, 2)], triangles[:, (2, 0)]])
    if not len(edges):
        return edges
    _, inverse, counts = _distinct(edges)
    return np.asarray(edges[counts[inverse] == 1])


def _distinct(edges: Rows) -> tuple[Rows, Rows, Rows]:
    """Edges without repeats and direction (n, 2), which of them each is, and how often it is."""
    low, high = edges.min(axis=1), edges.max(axis=1)
    base = int(high.max()) + 1
    codes, inverse, counts = np.unique(low * base + high, return_inverse=True, return_counts=True)
    return np.stack([codes // base, codes % base], axis=1), inverse, counts


def hemmed(patch: Patch, thickness_m: float, depth_m: float = 0.015) -> Patch:
    """With edges that show how thick the cloth is: turned in along every rim."""
    edges = rim_edges(patch.triangles)
    if not len(edges):
        return patch
    rim, inverse = np.unique(edges, return_inverse=True)
    inverse = inverse.reshape(-1, 2)
    inward = _inward(patch, rim)
    turned = patch.positions[rim] - patch.normals[rim] * thickness_m
    deep = turned + inward * depth_m
    count, ring = len(patch.positions), len(rim)
    a, b = edges.T
    c, d = (inverse + count).T
    strips = [
        np.stack([b, a, c], axis=1), np.stack([b, c, d], axis=1),
        np.stack([d, c, c + ring], axis=1), np.stack([d, c + ring, d + ring], axis=1),
    ]  # fmt: skip
    source = patch.source
    if source is not None:
        source = sparse.csr_matrix(sparse.vstack([source, source[rim], source[rim]]))
    positions = np.concatenate([patch.positions, turned, deep])
    triangles = np.concatenate([patch.triangles, *strips])
    normals = normals_of(positions, triangles)
    normals[:count] = patch.normals
    return Patch(positions, normals, triangles, source, patch.bone)


def _inward(patch: Patch, rim: Rows) -> Array:
    """From each vertex of the rim into the piece, unit length."""
    total = np.zeros_like(patch.positions)
    weight = np.zeros(len(patch.positions))
    middles = patch.positions[patch.triangles].mean(axis=1)
    for corner in range(3):
        rows = patch.triangles[:, corner]
        for axis in range(3):
            total[:, axis] += np.bincount(rows, middles[:, axis], minlength=len(total))
        weight += np.bincount(rows, minlength=len(total))
    ways = total[rim] / weight[rim, None] - patch.positions[rim]
    ways -= patch.normals[rim] * np.sum(ways * patch.normals[rim], axis=1, keepdims=True)
    return np.asarray(ways / np.maximum(np.linalg.norm(ways, axis=1, keepdims=True), 1e-9))


def smoothed(patch: Patch, rounds: int, share: float = 0.5, keep: Array | None = None) -> Patch:
    """Evened out: every vertex moves towards the middle of its neighbours.

    Args:
        keep: (vertices,) 1 where nothing may move.
    """
    even = _averaging(patch)
    count = len(patch.positions)
    moving = np.ones(count) if keep is None else 1.0 - keep
    edge = np.unique(rim_edges(patch.triangles))
    moving[edge] = 0.0
    positions = patch.positions
    for _ in range(rounds):
        positions = positions + (even @ positions - positions) * (share * moving)[:, None]
    return patch.moved(positions)


def evened(patch: Patch, values: Array, rounds: int) -> Array:
    """A field (a value per vertex) without its small bumps."""
    even = _averaging(patch)
    for _ in range(rounds):
        values = 0.4 * values + 0.6 * (even @ values)
    return values


def _averaging(patch: Patch) -> sparse.csr_matrix:
    """(vertices, vertices) sparse: the mean of each vertex's neighbours."""
    first, second, third = patch.triangles.T
    rows, columns = np.concatenate([[first, second], [second, third], [third, first]], axis=1)
    count = len(patch.positions)
    links = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(count, count))
    links = links + links.T
    links.data[:] = 1.0
    return sparse.diags(1.0 / np.maximum(np.asarray(links.sum(axis=1)).ravel(), 1.0)) @ links


def joined(*patches: Patch) -> Patch:
    """Several pieces of one kind as one (all bend with the body, or all hang on one bone)."""
    starts = np.cumsum([0, *(len(patch.positions) for patch in patches)])
    source = None
    if patches[0].source is not None:
        source = sparse.csr_matrix(sparse.vstack([patch.source for patch in patches]))
    return Patch(
        np.concatenate([patch.positions for patch in patches]),
        np.concatenate([patch.normals for patch in patches]),
        np.concatenate(
            [patch.triangles + start for patch, start in zip(patches, starts[:-1], strict=True)]
        ),
        source,
        patches[0].bone,
    )


def finer(patch: Patch) -> Patch:
    """Every triangle in four, on the same surface."""
    edges = np.concatenate([patch.triangles[:, (0, 1)], patch.triangles[:, (1, 2)],
                            patch.triangles[:, (2, 0)]])  # fmt: skip
    unique, inverse, _ = _distinct(edges)
    count = len(patch.positions)
    a, b, c = (inverse + count).reshape(3, -1)
    i, j, k = patch.triangles.T
    triangles = np.concatenate(
        [np.stack(t, axis=1) for t in ((i, a, c), (a, j, b), (c, b, k), (a, b, c))]
    )
    first, second = unique.T
    mixed = _with_mixtures(patch, first, second, np.full((len(first), 1), 0.5))
    normals = mixed.normals / np.linalg.norm(mixed.normals, axis=1, keepdims=True)
    return Patch(mixed.positions, normals, triangles, mixed.source, mixed.bone)
