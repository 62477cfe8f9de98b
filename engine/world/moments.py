"""Where things are between two frames: what a shutter sees while it is open.

The pose of a whole frame is what the simulation says, which is the instant of the contact where a
body hits something in that frame; around such a frame the body is held at that instant, so that
the picture of a contact shows the contact and no ghosts beside it.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from engine.world.model import Matrix


def pose_at_moment(poses: Matrix, frame: float, struck: Collection[int] = ()) -> Matrix:
    """The 4x4 pose at a fraction of a frame, turned and moved evenly between two frames.

    Args:
        poses: (frames, 4, 4), rigid; before the first and after the last it stands still.
        struck: frames that show a contact.
    """
    nearest = min(max(round(frame), 0), len(poses) - 1)
    first = min(max(int(np.floor(frame)), 0), len(poses) - 1)
    second = min(first + 1, len(poses) - 1)
    share = frame - first
    if nearest in struck or second == first or share <= 0.0:
        return np.asarray(poses[nearest])
    start, end = poses[first], poses[second]
    if (start == end).all():
        return np.asarray(start)
    pose = np.eye(4)
    pose[:3, 3] = start[:3, 3] + share * (end[:3, 3] - start[:3, 3])
    pose[:3, :3] = start[:3, :3] @ _turned(start[:3, :3].T @ end[:3, :3], share)
    return pose


def _turned(turn: Matrix, share: float) -> Matrix:
    """That share of a rotation (3, 3), about the same axis."""
    axis = np.array([turn[2, 1] - turn[1, 2], turn[0, 2] - turn[2, 0], turn[1, 0] - turn[0, 1]])
    sine = float(np.linalg.norm(axis)) / 2.0
    angle = float(np.arctan2(sine, (np.trace(turn) - 1.0) / 2.0))
    if sine < 1e-6:  # next to nothing, or half a turn, which has no way to go
        return np.eye(3) if angle < 1.0 or share < 0.5 else turn
    x, y, z = axis / (2.0 * sine)
    cross = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    part = angle * share
    return np.asarray(np.eye(3) + np.sin(part) * cross + (1.0 - np.cos(part)) * cross @ cross)
