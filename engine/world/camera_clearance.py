"""Keeps a laid camera out of what is solid: walls, trees, the ground."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from engine.camera.motion import key_at
from engine.camera.path import CameraPath
from engine.world.coverage import triple
from engine.world.model import Collider
from engine.world.scene import ROOM_SIDES, Scene

Points = NDArray[np.float64]

LOWEST_M = 0.12
_MARGIN_M = 0.25
_OVER_GROUND_M = 0.3
_EVERY_FRAMES = 3
_SMOOTHED_OVER = 9
_ROUNDS = 6
_LAND_HEIGHT_M = 0.4
_UPWARD = 0.2
_ALONG = 0.75


@dataclass(frozen=True, eq=False)
class _Solids:
    """Boxes, each in a space of its own.

    Attributes:
        into: (n, 4, 4) world to box.
        half: (n, 3) half extents with the margin.
    """

    into: Points
    middle: Points
    half: Points

    def way_out(self, position: Points, along: Points) -> Points:
        """(3,) what leads out of all of them that hold the position; zeros outside.

        Args:
            along: where the camera goes; it makes way to the side, not forth or back.
        """
        local = self.into[:, :3, :3] @ position + self.into[:, :3, 3] - self.middle
        room = self.half - np.abs(local)
        total = np.zeros(3)
        for index in np.flatnonzero(room.min(axis=1) > 0.0):
            total += _exit(self.into[index, :3, :3], local[index], room[index], position, along)
        return total


def _exit(axes: Points, local: Points, room: Points, position: Points, along: Points) -> Points:
    """(3,) the shortest way out of a box that leads neither along nor underground."""
    ways = axes * np.where(local < 0.0, -1.0, 1.0)[:, None] * room[:, None]
    aside = np.abs(axes @ along) < _ALONG
    ways = ways[aside & (position[1] + ways[:, 1] >= LOWEST_M)]
    if not len(ways):
        return np.array([0.0, float(room.max()), 0.0])
    return np.asarray(ways[int(np.argmin(np.linalg.norm(ways, axis=1)))])


def kept_clear(
    path: CameraPath, scene: Scene, frame_count: int, spared: Sequence[str] = ()
) -> CameraPath:
    """The same path where nothing is in its way, else one that goes round or over it.

    Args:
        spared: labels of what the camera may be close to (its own subjects).
    """
    solids = _solids(scene, frozenset(spared))
    land = _land(scene)
    frames = sorted({*range(0, frame_count, _EVERY_FRAMES), frame_count - 1})
    asked = np.array([key_at(path, frame).position_m for frame in frames])
    goes = _directions(asked)
    shifts = _shifts(asked, goes, solids, land)
    if not shifts.any():
        return path
    soft = _softened(shifts)
    soft += _shifts(asked + soft, goes, solids, land)
    keys = tuple(
        msgspec.structs.replace(key_at(path, frame), position_m=triple(position))
        for frame, position in zip(frames, asked + soft, strict=True)
    )
    return msgspec.structs.replace(path, keys=keys)


def _directions(way: Points) -> Points:
    """(n, 3) unit vectors along a way; zeros where it rests."""
    if len(way) < 2:
        return np.zeros_like(way)
    steps = np.gradient(way, axis=0)
    lengths = np.linalg.norm(steps, axis=1, keepdims=True)
    along: Points = np.where(lengths > 1e-6, steps / np.maximum(lengths, 1e-9), 0.0)
    return along


def _shifts(way: Points, goes: Points, solids: _Solids, land: Points) -> Points:
    return np.array([_shift(at, along, solids, land) for at, along in zip(way, goes, strict=True)])


def _shift(position: Points, along: Points, solids: _Solids, land: Points) -> Points:
    """What must be added to a position so that it is free."""
    at = position.copy()
    for _ in range(_ROUNDS):
        way = solids.way_out(at, along)
        at = at + way
        lowest = max(LOWEST_M, _height_under(at, land) + _OVER_GROUND_M)
        lifted = max(0.0, lowest - float(at[1]))
        at[1] += lifted
        if lifted == 0.0 and not way.any():
            break
    return np.asarray(at - position)


def _softened(shifts: Points) -> Points:
    """Spread over the frames around, so that the camera does not jump aside."""
    reach = _SMOOTHED_OVER // 2
    padded = np.pad(shifts, ((reach, reach), (0, 0)), mode="edge")
    windows = [padded[start : start + len(shifts)] for start in range(_SMOOTHED_OVER)]
    mean: Points = np.mean(windows, axis=0)
    return mean


def _solids(scene: Scene, spared: frozenset[str]) -> _Solids:
    found = [
        (np.linalg.inv(prop.pose @ collider.offset), *_box_of(collider))
        for prop in scene.props
        if prop.kind == "fixed" and prop.label not in ROOM_SIDES and prop.label not in spared
        for collider in prop.model.colliders
    ]
    into = np.array([one[0] for one in found]).reshape(-1, 4, 4)
    middle = np.array([one[1] for one in found]).reshape(-1, 3)
    half = np.array([one[2] for one in found]).reshape(-1, 3)
    return _Solids(into, middle, half + _MARGIN_M)


def _box_of(collider: Collider) -> tuple[Points, Points]:
    """(3,) middle and half extents of a collider's own box; round shapes are taken by it too."""
    if collider.points is not None:
        points = np.asarray(collider.points, np.float64)
        low, high = points.min(axis=0), points.max(axis=0)
        return (low + high) / 2.0, (high - low) / 2.0
    if collider.shape == "box":
        return np.zeros(3), np.array(collider.size_m, np.float64)
    radius, half_height = collider.size_m[:2]
    if collider.shape == "sphere":
        return np.zeros(3), np.full(3, radius)
    rounded = radius if collider.shape == "capsule" else 0.0
    return np.zeros(3), np.array([radius, half_height + rounded, radius])


def _land(scene: Scene) -> Points:
    """(triangles, 3, 3) of scenery that rises: hills, dunes, rocks without a body of their own."""
    found = [np.zeros((0, 3, 3))]
    for prop in scene.props:
        if prop.kind != "fixed" or prop.model.colliders or prop.label in ROOM_SIDES:
            continue
        for part in prop.model.parts:
            world = prop.pose @ part.offset
            points = part.mesh.positions @ world[:3, :3].T + world[:3, 3]
            if float(np.ptp(points[:, 1])) > _LAND_HEIGHT_M:
                found.append(points[part.mesh.indices.reshape(-1, 3)])
    return np.concatenate(found)


def _height_under(position: Points, land: Points) -> float:
    """How high the land is at a place, from above; -inf where there is none."""
    if not len(land):
        return -np.inf
    x, z = float(position[0]), float(position[2])
    flat = land[:, :, (0, 2)]
    near = (
        (flat[:, :, 0].min(axis=1) <= x)
        & (flat[:, :, 0].max(axis=1) >= x)
        & (flat[:, :, 1].min(axis=1) <= z)
        & (flat[:, :, 1].max(axis=1) >= z)
    )
    heights = [_height_in(triangle, x, z) for triangle in land[near]]
    return max(heights, default=-np.inf)


def _height_in(triangle: Points, x: float, z: float) -> float:
    """The height of a triangle that faces up at a place inside it; else -inf."""
    first, second = triangle[1] - triangle[0], triangle[2] - triangle[0]
    normal = np.cross(first, second)
    length = float(np.linalg.norm(normal))
    if length < 1e-12 or abs(float(normal[1])) < _UPWARD * length:
        return -np.inf
    across = first[0] * second[2] - second[0] * first[2]
    dx, dz = x - triangle[0, 0], z - triangle[0, 2]
    u = (dx * second[2] - second[0] * dz) / across
    v = (first[0] * dz - dx * first[2]) / across
    if u < 0.0 or v < 0.0 or u + v > 1.0:
        return -np.inf
    return float(triangle[0, 1] + u * first[1] + v * second[1])
