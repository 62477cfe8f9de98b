"""Simple shapes that cloth cannot pass: the ground, boxes, balls, posts, people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.world.effects.chance import Reals
from engine.world.model import Collider, Matrix

_SOLID = frozenset({"box", "sphere", "cylinder", "capsule"})


@dataclass(frozen=True, eq=False)
class Obstacle:
    """One shape.

    Attributes:
        size_m: box: half extents; ball: radius; post: radius and half height along its own y;
            ground: nothing.
        to_world: 4x4 without scale.
    """

    shape: Literal["ground", "box", "ball", "post"]
    size_m: tuple[float, float, float]
    to_world: Matrix


def obstacle_of(collider: Collider, pose: Matrix) -> Obstacle | None:
    """The collider of a thing at ``pose`` as an obstacle; None for hulls."""
    if collider.shape not in _SOLID:
        return None
    matrix = pose @ collider.offset
    match collider.shape:
        case "box":
            return Obstacle("box", collider.size_m, matrix)
        case "sphere":
            return Obstacle("ball", collider.size_m, matrix)
        case _:
            radius, half, _ = collider.size_m
            extra = radius if collider.shape == "capsule" else 0.0
            return Obstacle("post", (radius, half + extra, 0.0), matrix)


def pushed_out(points: Reals, obstacle: Obstacle, skin_m: float) -> None:
    """Moves the points (n, 3) that are inside out of it by the shortest way; changes them."""
    if obstacle.shape == "ground":
        np.maximum(points[:, 1], obstacle.to_world[1, 3] + skin_m, out=points[:, 1])
        return
    turn, place = obstacle.to_world[:3, :3], obstacle.to_world[:3, 3]
    local = (points - place) @ turn
    reach = np.asarray(obstacle.size_m) + skin_m
    match obstacle.shape:
        case "box":
            moved = _out_of_box(local, reach)
        case "ball":
            moved = _out_of_ball(local, float(reach[0]))
        case _:
            moved = _out_of_post(local, float(reach[0]), float(reach[1]))
    if moved is not None:
        inside, fixed = moved
        points[inside] = fixed @ turn.T + place


def _out_of_box(local: Reals, half: Reals) -> tuple[NDArray[np.intp], Reals] | None:
    depth = half - np.abs(local)
    inside = np.flatnonzero((depth > 0.0).all(axis=1))
    if not len(inside):
        return None
    fixed = local[inside]
    axis = np.argmin(depth[inside], axis=1)
    rows = np.arange(len(inside))
    fixed[rows, axis] = np.where(fixed[rows, axis] < 0.0, -1.0, 1.0) * half[axis]
    return inside, fixed


def _out_of_ball(local: Reals, radius: float) -> tuple[NDArray[np.intp], Reals] | None:
    far = np.linalg.norm(local, axis=1)
    inside = np.flatnonzero(far < radius)
    if not len(inside):
        return None
    return inside, local[inside] * (radius / np.maximum(far[inside], 1e-9))[:, None]


def _out_of_post(local: Reals, radius: float, half: float) -> tuple[NDArray[np.intp], Reals] | None:
    far = np.hypot(local[:, 0], local[:, 2])
    inside = np.flatnonzero((far < radius) & (np.abs(local[:, 1]) < half))
    if not len(inside):
        return None
    fixed = local[inside]
    fixed[:, [0, 2]] *= (radius / np.maximum(far[inside], 1e-9))[:, None]
    return inside, fixed
