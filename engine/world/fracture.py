"""What a breaking thing falls into: its own solid, cut into Voronoi cells about seeded points.

The cuts are made on the true meshes (manifold booleans), so the pieces together are the thing,
walls and hollows included; each piece has a convex collider round it and its share of the weight.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.world.model import Collider, Mesh, Model, Part

Points = NDArray[np.float64]

PIECES = 14
_LEAST_VOLUME_M3 = 1e-9
_LEAST_POINTS = 4
_MAX_HULL_POINTS = 48


@lru_cache(maxsize=32)
def pieces_of(model: Model, seed: int, count: int = PIECES) -> tuple[Model, ...]:
    """The pieces of a thing, each in the thing's own space, so that they fit together.

    Cut once for a model: rehearsals and takes of the same thing break alike.

    Args:
        count: how many cells it is cut into; those without substance are left out.
    """
    chance = np.random.default_rng(seed)
    solids = [(part, _solid(part)) for part in model.parts]
    solids = [(part, solid) for part, solid in solids if solid is not None]
    if not solids:
        return ()
    centres = _centres(model, chance, count)
    shards: list[tuple[float, tuple[Part, ...]]] = []
    for number in range(len(centres)):
        parts: list[Part] = []
        volume = 0.0
        for part, solid in solids:
            shard = _cell(solid, centres, number)
            if shard.volume() > _LEAST_VOLUME_M3:
                volume += float(shard.volume())
                parts.append(_drawn(part, shard, len(parts)))
        if parts:
            shards.append((volume, tuple(parts)))
    total = sum(volume for volume, _ in shards)
    pieces = [_piece(model, parts, volume / total) for volume, parts in shards]
    return tuple(piece for piece in pieces if piece is not None)


def _solid(part: Part) -> Any:
    """The part as a manifold in model space (vertex properties: normals), None if it has holes."""
    import manifold3d  # noqa: PLC0415  (only when something breaks)

    turn = part.offset[:3, :3]
    points = part.mesh.positions @ turn.T + part.offset[:3, 3]
    normals = part.mesh.normals @ turn.T
    mesh = manifold3d.Mesh(
        vert_properties=np.ascontiguousarray(np.hstack([points, normals]), np.float32),
        tri_verts=np.ascontiguousarray(part.mesh.indices, np.uint32),
    )
    mesh.merge()
    solid = manifold3d.Manifold(mesh)
    is_whole = solid.status() == manifold3d.Error.NoError and solid.volume() > 0.0
    return solid if is_whole else None


def _centres(model: Model, chance: np.random.Generator, count: int) -> Points:
    """(count, 3) cell centres, near the thing's substance, denser where it is thin."""
    points = np.concatenate(
        [part.mesh.positions @ part.offset[:3, :3].T + part.offset[:3, 3] for part in model.parts]
    ).astype(np.float64)
    extent = np.ptp(points, axis=0)
    chosen = points[chance.choice(len(points), size=count, replace=len(points) < count)]
    return np.asarray(chosen + chance.uniform(-0.06, 0.06, (count, 3)) * extent)


def _cell(solid: Any, centres: Points, number: int) -> Any:
    """The part of a solid that is nearest to one centre."""
    here = centres[number]
    for other, there in enumerate(centres):
        way = here - there
        length = float(np.linalg.norm(way))
        if other == number or length < 1e-9:
            continue
        normal = way / length
        offset = float(np.dot(normal, (here + there) / 2))
        solid = solid.trim_by_plane(tuple(float(part) for part in normal), offset)
        if solid.is_empty():
            break
    return solid


def _drawn(part: Part, shard: Any, number: int) -> Part:
    """A shard as a part; cut faces are flat, the old skin stays smooth."""
    mesh = shard.to_mesh()
    corners = np.asarray(mesh.tri_verts, np.int64)
    values = np.asarray(mesh.vert_properties, np.float64)
    points, normals = values[corners, :3], values[corners, 3:6]
    flat = np.cross(points[:, 1] - points[:, 0], points[:, 2] - points[:, 0])
    flat /= np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-12)
    lengths = np.linalg.norm(normals, axis=2, keepdims=True)
    agrees = np.einsum("tcx,tx->tc", normals, flat)[..., None] > 0.5 * lengths
    smooth = np.where(
        (lengths > 0.5) & agrees, normals / np.maximum(lengths, 1e-9), flat[:, None, :]
    )
    return Part(
        name=f"shard {number}",
        mesh=Mesh(
            positions=np.ascontiguousarray(points.reshape(-1, 3), np.float32),
            normals=np.ascontiguousarray(smooth.reshape(-1, 3), np.float32),
            indices=np.arange(3 * len(corners), dtype=np.uint32).reshape(-1, 3),
        ),
        surface=part.surface,
        offset=np.eye(4),
    )


def _piece(model: Model, parts: tuple[Part, ...], share: float) -> Model | None:
    points = np.unique(np.concatenate([part.mesh.positions for part in parts]), axis=0)
    hull = _hull_points(points.astype(np.float64))
    if hull is None:
        return None
    size = np.ptp(points, axis=0)
    return replace(
        model,
        name=f"piece of {model.name}",
        parts=parts,
        colliders=(Collider("convex", (0.0, 0.0, 0.0), np.eye(4), points=hull.astype(np.float32)),),
        size_m=(float(size[0]), float(size[1]), float(size[2])),
        mass_kg=max(model.mass_kg * share, 1e-3),
        fixed=False,
        hinges=(),
    )


def _hull_points(points: Points) -> Points | None:
    """Corners of the convex hull, at most as many as the simulator likes; None if it is flat."""
    from scipy.spatial import ConvexHull, QhullError  # noqa: PLC0415

    if len(points) < _LEAST_POINTS:
        return None
    try:
        corners = points[ConvexHull(points).vertices]
    except QhullError:
        return None
    if len(corners) <= _MAX_HULL_POINTS:
        return np.asarray(corners)
    middle = corners.mean(axis=0)
    golden = np.pi * (3.0 - np.sqrt(5.0))
    turn = np.arange(_MAX_HULL_POINTS)
    height = 1.0 - 2.0 * (turn + 0.5) / _MAX_HULL_POINTS
    ring = np.sqrt(1.0 - height**2)
    ways = np.column_stack([np.cos(golden * turn) * ring, height, np.sin(golden * turn) * ring])
    return np.asarray(corners[np.unique(((corners - middle) @ ways.T).argmax(axis=0))])
