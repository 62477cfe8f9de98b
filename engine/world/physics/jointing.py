"""Joints as the simulator's constraints."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from engine.world.model import Matrix
from engine.world.physics.bodies import Joint, Triple, along
from engine.world.physics.shapes import pose_of

_MOTOR_GAIN = 1e4
_UNLIMITED = 3.0e38
_RIGID = (1e6, 2e3, _UNLIMITED, "acceleration")
"""Stiffness and damping of a direction that a joint locks (the simulator locks shifts only)."""


def _at(point: Triple, frame: Matrix) -> Matrix:
    placed = frame.copy()
    placed[:3, 3] = point
    return placed


def attached(
    sapien: Any,
    physx: Any,
    joint: Joint,
    bodies: tuple[Any, Any],
    poses: tuple[Matrix, Matrix],
) -> Any:
    """The constraint component of a joint, to be added to the second body's entity.

    Args:
        bodies: the simulator's components of first (None is the world) and second.
        poses: their 4x4 poses now.
    """
    parent, child = bodies
    frame = along(joint.axis)
    first = np.linalg.inv(poses[0]) @ _at(joint.anchor_m, frame)
    second = np.linalg.inv(poses[1]) @ _at(joint.other_m or joint.anchor_m, frame)
    is_rope = joint.kind == "rope"
    constraint = (physx.PhysxDistanceJointComponent if is_rope else physx.PhysxDriveComponent)(
        child
    )
    constraint.parent = parent
    constraint.set_pose_in_parent(pose_of(sapien, first))
    constraint.set_pose_in_child(pose_of(sapien, second))
    if is_rope:
        constraint.set_limit(0.0, joint.high, 0.0, 0.0)
    else:
        _limit(constraint, joint)
        _drive(constraint, joint)
    return constraint


def _limit(constraint: Any, joint: Joint) -> None:
    """Locks what the kind of joint does not leave free."""
    for lock in (constraint.set_limit_y, constraint.set_limit_z):
        lock(0.0, 0.0, 0.0, 0.0)
    if joint.kind == "slider":
        constraint.set_limit_x(joint.low, joint.high, 0.0, 0.0)
    else:
        constraint.set_limit_x(0.0, 0.0, 0.0, 0.0)
    if joint.kind == "hinge" and not (math.isinf(joint.low) or math.isinf(joint.high)):
        constraint.set_limit_twist(max(joint.low, -6.2), min(joint.high, 6.2), 0.0, 0.0)
    else:
        constraint.set_limit_twist(-math.inf, math.inf, 0.0, 0.0)


def _drive(constraint: Any, joint: Joint) -> None:
    """What keeps its direction, a motor's speed, or the friction that brings it to rest."""
    if joint.kind in {"hinge", "slider", "fixed"}:
        constraint.set_drive_property_swing(*_RIGID)
    if joint.kind in {"slider", "fixed"}:
        constraint.set_drive_property_twist(*_RIGID)
    motor = joint.motor_rad_s
    gain = joint.damping if motor is None else _MOTOR_GAIN
    most = joint.motor_nm if motor is not None else _UNLIMITED
    if gain <= 0.0 or joint.kind == "fixed":
        return
    # the simulator counts a driven turn of the first against the second
    sign = 1.0 if joint.kind == "slider" else -1.0
    along_axis = np.array([sign * (motor or 0.0), 0.0, 0.0], np.float32)
    still = np.zeros(3, np.float32)
    if joint.kind == "slider":
        constraint.set_drive_property_x(0.0, gain, most)
        constraint.set_drive_velocity_target(along_axis, still)
        return
    constraint.set_drive_property_twist(0.0, gain, most)
    if joint.kind == "ball":
        constraint.set_drive_property_swing(0.0, gain, most)
    constraint.set_drive_velocity_target(still, along_axis)
