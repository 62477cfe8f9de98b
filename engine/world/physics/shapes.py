"""Colliders as the simulator's shapes."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.world.model import Collider, Matrix
from engine.world.physics.bodies import quaternion

CONTACT_OFFSET_M = 0.03
"""Contacts are seen coming from twice this far: 28 m/s at 480 steps a second."""

_Y_TO_X = np.array([[0.0, -1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
"""Columns turn a shape whose axis is X so that its axis is Y."""


def pose_of(sapien: Any, matrix: Matrix) -> Any:
    """The simulator's pose of a 4x4 matrix."""
    return sapien.Pose(
        np.asarray(matrix[:3, 3], np.float32),
        np.asarray(quaternion(matrix[:3, :3]), np.float32),
    )


def shape_of(sapien: Any, physx: Any, collider: Collider, surface: Any, family: int) -> Any:
    """The simulator's shape of a collider; bodies of one family (not 0) pass each other."""
    a, b, _ = collider.size_m
    offset = np.array(collider.offset, np.float64)
    match collider.shape:
        case "box":
            shape = physx.PhysxCollisionShapeBox(np.asarray(collider.size_m, np.float32), surface)
        case "sphere":
            shape = physx.PhysxCollisionShapeSphere(a, surface)
        case "cylinder":
            shape = physx.PhysxCollisionShapeCylinder(a, b, surface)
            offset[:3, :3] = offset[:3, :3] @ _Y_TO_X
        case "capsule":
            shape = physx.PhysxCollisionShapeCapsule(a, max(b, 1e-3), surface)
            offset[:3, :3] = offset[:3, :3] @ _Y_TO_X
        case "convex":
            shape = physx.PhysxCollisionShapeConvexMesh(
                np.asarray(collider.points, np.float32), np.ones(3, np.float32), surface
            )
    shape.local_pose = pose_of(sapien, offset)
    shape.contact_offset = CONTACT_OFFSET_M
    shape.rest_offset = 0.0
    if family:
        shape.set_collision_groups([1, 1, 1, family])
    return shape
