"""Turning and bending: small rotations, frames, and the two-bone reach of arms and legs."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.world.model import Model

Array = NDArray[np.float64]
Triple = tuple[float, float, float]


def about_x(angle: float) -> Array:
    """Rotation (3, 3) about X; positive tips +Z down."""
    c, s = math.cos(angle), math.sin(angle)
    return np.array(((1.0, 0.0, 0.0), (0.0, c, -s), (0.0, s, c)))


def about_y(angle: float) -> Array:
    """Rotation (3, 3) about Y; positive turns +Z towards +X."""
    c, s = math.cos(angle), math.sin(angle)
    return np.array(((c, 0.0, s), (0.0, 1.0, 0.0), (-s, 0.0, c)))


def about_z(angle: float) -> Array:
    """Rotation (3, 3) about Z; positive lifts +X."""
    c, s = math.cos(angle), math.sin(angle)
    return np.array(((c, -s, 0.0), (s, c, 0.0), (0.0, 0.0, 1.0)))


def pose(rotation: Array, position: Sequence[float] | Array) -> Array:
    """4x4 of a rotation (3, 3) and a position."""
    result = np.zeros((4, 4))
    result[:3, :3] = rotation
    result[:3, 3] = position
    result[3, 3] = 1.0
    return result


def cross(a: Array, b: Array) -> Array:
    """Cross product of two vectors (faster than numpy's for one pair)."""
    ax, ay, az = a.tolist()
    bx, by, bz = b.tolist()
    return np.array((ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx))


def unit(vector: Array) -> Array:
    """The vector at length 1 (a zero vector stays zero)."""
    x, y, z = vector.tolist()
    return vector / max(math.sqrt(x * x + y * y + z * z), 1e-9)


def bone(direction: Array, hinge: Array) -> Array:
    """Rotation whose -Y runs along ``direction`` and whose X lies as near ``hinge`` as can be."""
    y = -unit(direction)
    z = unit(cross(hinge, y))
    return np.column_stack([cross(y, z), y, z])


def halfway(first: Array, second: Array, share: float) -> Array:
    """Rotation (3, 3) some share of the way from one to another."""
    z = unit(first[:, 2] * (1 - share) + second[:, 2] * share)
    y = first[:, 1] * (1 - share) + second[:, 1] * share
    y = unit(y - z * float(y @ z))
    return np.column_stack([cross(y, z), y, z])


def swing(direction: Array, target: Array) -> Array:
    """The smallest rotation (3, 3) that turns one unit vector onto another."""
    axis, cosine = cross(direction, target), float(direction @ target)
    if cosine < -0.9999:
        return np.diag((-1.0, -1.0, 1.0))
    x, y, z = axis.tolist()
    skew = np.array(((0.0, -z, y), (z, 0.0, -x), (-y, x, 0.0)))
    return np.asarray(np.eye(3) + skew + skew @ skew / (1.0 + cosine))


def reach(
    root: Array, target: Array, lengths: tuple[float, float], pole: Array, knee: bool
) -> tuple[Array, Array, Array, Array]:
    """Two bones from ``root`` towards ``target``, bending towards ``pole``.

    Returns:
        rotation of the upper bone, position of the middle joint, rotation of the lower bone,
        position of the end (the target where it can be reached).
    """
    upper, lower = lengths
    along = target - root
    distance = math.sqrt(float(along @ along))
    direction = along / max(distance, 1e-9)
    span = min(max(distance, abs(upper - lower) * 1.02 + 1e-4), (upper + lower) * 0.9995)
    ahead = (upper * upper - lower * lower + span * span) / (2 * span)
    aside = math.sqrt(max(upper * upper - ahead * ahead, 0.0))
    bend = unit(pole - direction * float(pole @ direction))
    middle = root + direction * ahead + bend * aside
    end = root + direction * span
    hinge = cross(bend, direction) if knee else cross(direction, bend)
    return bone(middle - root, hinge), middle, bone(end - middle, hinge), end


class Skeleton:
    """A figure's joints and parts as the model tells them.

    Attributes:
        joints: rest position (3,) of every bone in model space.
        bones: names in the order of the bone stack.
        bone_of_part: (parts,) index into ``bones``; only of figures made of rigid parts.
        local: (parts, 4, 4) part to bone; only of figures made of rigid parts.
    """

    def __init__(self, model: Model) -> None:
        if model.skin is not None:
            self.joints: dict[str, Array] = dict(model.skin.joints)
            self.bones = model.skin.bones
            return
        self.joints = {
            part.name: part.offset[:3, 3] for part in model.parts if "." not in part.name
        }
        self.bones = tuple(self.joints)
        index = {name: k for k, name in enumerate(self.bones)}
        owners = [index[_owner(part.name, index)] for part in model.parts]
        self.bone_of_part = np.array(owners)
        self.local = np.stack([part.offset for part in model.parts])
        for k, owner in enumerate(owners):
            self.local[k, :3, 3] -= self.joints[self.bones[owner]]

    def distance(self, first: str, second: str) -> float:
        """Distance of two joints in the rest pose, metres."""
        return float(np.linalg.norm(self.joints[first] - self.joints[second]))

    def place(self, bones: dict[str, Array]) -> Array:
        """(parts, 4, 4) part to world, from a pose (4, 4) for every bone."""
        stack = np.stack([bones[name] for name in self.bones])
        placed: Array = stack[self.bone_of_part] @ self.local
        return placed


def _owner(part: str, index: dict[str, int]) -> str:
    return part if part in index else part.partition(".")[0]
