"""Focal length and angle of view, on a sensor of a given width."""

from __future__ import annotations

import math

from engine.camera.path import FULL_FRAME_WIDTH_MM


def vertical_fov_rad(
    focal_length_mm: float, aspect: float, sensor_width_mm: float = FULL_FRAME_WIDTH_MM
) -> float:
    """Full vertical angle of view of a picture ``aspect`` times as wide as high."""
    return 2.0 * math.atan(sensor_width_mm / aspect / (2.0 * focal_length_mm))


def horizontal_fov_rad(
    focal_length_mm: float, sensor_width_mm: float = FULL_FRAME_WIDTH_MM
) -> float:
    """Full horizontal angle of view."""
    return 2.0 * math.atan(sensor_width_mm / (2.0 * focal_length_mm))


def focal_length_mm(
    fov_rad: float, aspect: float, sensor_width_mm: float = FULL_FRAME_WIDTH_MM
) -> float:
    """Focal length whose vertical angle of view is ``fov_rad``."""
    return sensor_width_mm / aspect / (2.0 * math.tan(fov_rad / 2.0))
