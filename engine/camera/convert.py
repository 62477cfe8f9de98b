"""The only place that knows other conventions: OpenCV cameras (x right, y down, z ahead)."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


def opencv_from_opengl(camera_to_world: Matrix) -> Matrix:
    """(4, 4) camera-to-world, camera axes turned from OpenGL's to OpenCV's; the world stays."""
    return camera_to_world @ np.diag([1.0, -1.0, -1.0, 1.0])


def opengl_from_opencv(camera_to_world: Matrix) -> Matrix:
    """(4, 4) camera-to-world, camera axes turned from OpenCV's to OpenGL's; the world stays."""
    return camera_to_world @ np.diag([1.0, -1.0, -1.0, 1.0])


def intrinsics(vertical_fov_rad: float, width_px: int, height_px: int) -> Matrix:
    """(3, 3) pinhole matrix in pixels, square pixels, principal point in the picture's middle."""
    focal_px = height_px / (2.0 * math.tan(vertical_fov_rad / 2.0))
    return np.array(
        [[focal_px, 0.0, width_px / 2.0], [0.0, focal_px, height_px / 2.0], [0.0, 0.0, 1.0]]
    )
