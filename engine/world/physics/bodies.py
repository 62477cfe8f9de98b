"""What the simulator takes in and gives back: bodies, joints, touches.  Values only."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.world.model import Collider, Matrix

Vector = NDArray[np.float64]
Triple = tuple[float, float, float]

JointKind = Literal["hinge", "ball", "slider", "fixed", "rope"]


@dataclass(frozen=True, eq=False)
class BodySpec:
    """A body as it enters the simulation.

    Attributes:
        name: unique; contacts name it.
        pose: 4x4 model-to-world at the start.
        kind: ``"free"`` moves by physics, ``"fixed"`` never moves, ``"driven"`` follows poses that
            it is given (and pushes what it meets).
        family: bodies of one family (not 0) never touch each other, e.g. a thrower and the ball.
        gravity: False for what floats.
    """

    name: str
    colliders: tuple[Collider, ...]
    material: str
    mass_kg: float
    pose: Matrix
    kind: str = "free"
    family: int = 0
    gravity: bool = True
    velocity_mps: Triple = (0.0, 0.0, 0.0)
    spin_rad_s: Triple = (0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Joint:
    """Two bodies hold on to each other, or one to the world.  In world space, as they stand.

    Attributes:
        name: unique.
        kind: ``"hinge"`` turns about ``axis``, ``"ball"`` turns every way, ``"slider"`` moves along
            ``axis``, ``"fixed"`` not at all, ``"rope"`` keeps ``anchor_m`` and ``other_m`` no
            further apart than ``high`` metres.
        first: what holds; empty is the world.
        second: the free body that is held.
        anchor_m: the point that they share (on a rope: its end on ``first``).
        low, high: limits from the start, radians (slider: metres); infinite is free.
        damping: friction of a hinge, N m s/rad.
        motor_rad_s: speed that a motor keeps with at most ``motor_nm``; None has no motor.
        strength_ns: an impulse on either body above this breaks the joint.
        other_m: a rope's end on ``second``.
    """

    name: str
    kind: JointKind
    first: str
    second: str
    anchor_m: Triple
    axis: Triple = (0.0, 0.0, 1.0)
    low: float = -math.inf
    high: float = math.inf
    damping: float = 0.0
    motor_rad_s: float | None = None
    motor_nm: float = 50.0
    strength_ns: float = math.inf
    other_m: Triple | None = None


@dataclass(frozen=True)
class Touch:
    """Two bodies in contact during one step.

    Attributes:
        bodies: their names.
        position_m: impulse-weighted point of contact.
        normal: unit normal of the contact.
        impulse_ns: total over the step.
        separation_m: gap at the start of the step (negative when they overlap).
    """

    bodies: tuple[str, str]
    position_m: Triple
    normal: Triple
    impulse_ns: float
    separation_m: float


def triple(values: Vector) -> Triple:
    """Three plain floats."""
    return (float(values[0]), float(values[1]), float(values[2]))


def quaternion(rotation: Matrix) -> list[float]:
    """(w, x, y, z) of a 3x3 rotation."""
    m = rotation
    trace = m[0, 0] + m[1, 1] + m[2, 2]
    if trace > 0.0:
        s = 2.0 * np.sqrt(trace + 1.0)
        q = [s / 4, (m[2, 1] - m[1, 2]) / s, (m[0, 2] - m[2, 0]) / s, (m[1, 0] - m[0, 1]) / s]
        return [float(part) for part in q]
    i = int(np.argmax(np.diag(m)))
    j, k = (i + 1) % 3, (i + 2) % 3
    s = 2.0 * np.sqrt(1.0 + m[i, i] - m[j, j] - m[k, k])
    parts = [0.0, 0.0, 0.0]
    parts[i], parts[j], parts[k] = s / 4, (m[j, i] + m[i, j]) / s, (m[k, i] + m[i, k]) / s
    return [float((m[k, j] - m[j, k]) / s), *(float(part) for part in parts)]


def matrix_of(position: Vector, turn: Vector) -> Matrix:
    """4x4 pose of a position (3,) and a quaternion (4,) w x y z of any length."""
    w, x, y, z = turn / np.linalg.norm(turn)
    return np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y), position[0]],
            [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x), position[1]],
            [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y), position[2]],
            [0.0, 0.0, 0.0, 1.0],
        ]
    )


def along(axis: Triple) -> Matrix:
    """4x4 rotation whose X runs along ``axis``."""
    first = np.asarray(axis, np.float64) / np.linalg.norm(axis)
    least = np.eye(3)[int(np.argmin(np.abs(first)))]
    second = np.cross(first, least)
    second /= np.linalg.norm(second)
    frame = np.eye(4)
    frame[:3, :3] = np.column_stack([first, second, np.cross(first, second)])
    return frame
