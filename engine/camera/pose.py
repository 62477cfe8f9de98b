"""The camera at one moment."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.camera.path import Vector

Matrix = NDArray[np.float64]
Points = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class CameraPose:
    """Where the camera is, how it is turned, what it sees.

    Attributes:
        position_m: (3,) world metres.
        camera_to_world: (4, 4) float64, OpenGL (the camera looks along its -Z).
        vertical_fov_rad: full vertical angle of view.
        focus_distance_m: None keeps everything sharp.
        f_number: aperture.
    """

    position_m: Points
    camera_to_world: Matrix
    vertical_fov_rad: float
    focus_distance_m: float | None = None
    f_number: float = 2.8


def look_at(
    position_m: Vector | Points, target_m: Vector | Points, roll_deg: float = 0.0
) -> Matrix:
    """(4, 4) OpenGL camera-to-world at ``position_m`` towards ``target_m``, +Y up.

    Looking straight up or down, the top of the picture points to the world's -Z.  A positive roll
    turns the picture's horizon clockwise.
    """
    position = np.asarray(position_m, dtype=np.float64)
    back = position - np.asarray(target_m, dtype=np.float64)
    length = float(np.linalg.norm(back))
    back = back / length if length > 1e-9 else np.array([0.0, 0.0, 1.0])
    right = np.cross([0.0, 1.0, 0.0], back)
    if float(np.linalg.norm(right)) < 1e-6:
        right = np.array([1.0, 0.0, 0.0])
    right /= np.linalg.norm(right)
    up = np.cross(back, right)
    # A camera that rolls counter-clockwise shows a horizon that tilts clockwise.
    angle = math.radians(roll_deg)
    rolled_right = right * math.cos(angle) + up * math.sin(angle)
    matrix = np.eye(4)
    matrix[:3, 0] = rolled_right
    matrix[:3, 1] = np.cross(back, rolled_right)
    matrix[:3, 2] = back
    matrix[:3, 3] = position
    return matrix


def project(
    points_m: Points, camera_to_world: Matrix, vertical_fov_rad: float, aspect: float
) -> tuple[Points, Points]:
    """Where points fall on the picture.

    Args:
        points_m: (n, 3) world metres.

    Returns:
        (n, 2) picture positions, -1 to 1 inside the frame (x right, y up), and (n,) distances
        along the view axis, positive ahead; positions behind the camera mean nothing.
    """
    seen = (points_m - camera_to_world[:3, 3]) @ camera_to_world[:3, :3]
    ahead = -seen[:, 2]
    tangent = math.tan(vertical_fov_rad / 2.0)
    depth = np.maximum(ahead, 1e-9)
    where = np.stack([seen[:, 0] / (depth * tangent * aspect), seen[:, 1] / (depth * tangent)], 1)
    return where, ahead
