"""What stands between a camera and what it looks at."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.world.scene import Prop, prop_bounds

Points = NDArray[np.float64]

_SIGHT_SHARE = 0.85
_SLENDER_M = 0.12
_LARGE_M = 6.0
_EDGE = 1e-9


def blocking_parts(prop: Prop, starts: Points, ends: Points) -> NDArray[np.bool_]:
    """(parts,) True for parts of a prop that lines of sight meet.

    What is small goes as a whole (no crown floats without its trunk), of a house or a castle only
    the parts in the way.

    Args:
        starts, ends: (n, 3) cameras and the points that they look at.
    """
    parts = prop.model.parts
    none = np.zeros(len(parts), np.bool_)
    low, high = prop_bounds(prop)
    ways = (ends - starts) * _SIGHT_SHARE
    near = _meet_box(starts, ways, low - _SLENDER_M, high + _SLENDER_M)
    if not near.any():
        return none
    starts, ways = starts[near], ways[near]
    blocked = none.copy()
    for index, part in enumerate(parts):
        world = prop.pose @ part.offset
        points = part.mesh.positions @ world[:3, :3].T + world[:3, 3]
        low, high = points.min(axis=0) - _SLENDER_M, points.max(axis=0) + _SLENDER_M
        held = _meet_box(starts, ways, low, high)
        if held.any():
            slender = float(np.sort(high - low)[1]) < 5.0 * _SLENDER_M
            triangles = points[part.mesh.indices.reshape(-1, 3)]
            blocked[index] = slender or _meet_triangles(starts[held], ways[held], triangles)
    if blocked.any() and float((prop_bounds(prop)[1] - prop_bounds(prop)[0]).max()) < _LARGE_M:
        return np.ones(len(parts), np.bool_)
    return blocked


def _meet_box(starts: Points, ways: Points, low: Points, high: Points) -> NDArray[np.bool_]:
    """(n,) which of the lines meet a box (slab test)."""
    safe = np.where(np.abs(ways) < _EDGE, _EDGE, ways)
    first, second = (low - starts) / safe, (high - starts) / safe
    near = np.minimum(first, second).max(axis=1)
    far = np.maximum(first, second).min(axis=1)
    meet: NDArray[np.bool_] = (near <= far) & (far >= 0.0) & (near <= 1.0)
    return meet


def _meet_triangles(starts: Points, ways: Points, triangles: Points) -> bool:
    """Does any line meet any triangle (Möller and Trumbore, 1997)?"""
    corner = triangles[:, 0]
    side, other = triangles[:, 1] - corner, triangles[:, 2] - corner
    for start, way in zip(starts, ways, strict=True):
        across = np.cross(way, other)
        scale = np.einsum("ij,ij->i", side, across)
        flat = np.abs(scale) < _EDGE
        scale = np.where(flat, 1.0, scale)
        from_corner = start - corner
        u = np.einsum("ij,ij->i", from_corner, across) / scale
        turned = np.cross(from_corner, side)
        v = (turned @ way) / scale
        t = np.einsum("ij,ij->i", other, turned) / scale
        if bool((~flat & (u >= 0) & (v >= 0) & (u + v <= 1) & (t >= 0) & (t <= 1)).any()):
            return True
    return False
