"""What the lights see: two shadow maps side by side, fitted so that they do not swim.

The near map follows the camera's first metres; the far map reaches over the place, or, indoors,
belongs to the strongest lamp.  Both cover spheres of a fixed size and move in whole texels.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.world.model import Matrix, PointLight

MAP_SIDE_PX = 1024
_DEPTH_RANGE_M = 160.0
_LAMP_TANGENT = 2.4
_LAMP_NEAR_M = 0.35
_LEAST_CASTER_M = 0.02


@dataclass(frozen=True, eq=False)
class Shadows:
    """The lights' cameras of one frame.

    Attributes:
        clips: world to clip space of the near and the far map, 4x4 each.
        texels_m: size of their texels.
        lamp: the far map is the first lamp's (perspective, looking down).
    """

    clips: tuple[Matrix, Matrix]
    texels_m: tuple[float, float]
    lamp: bool

    @property
    def atlas_texel(self) -> tuple[float, float]:
        """One texel in texture coordinates of both maps side by side."""
        return (1 / (2 * MAP_SIDE_PX), 1 / MAP_SIDE_PX)

    def reached(self, slot: int, centers: Matrix, radii: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Which spheres can throw a shadow into that map that is larger than a texel."""
        texel = self.texels_m[slot]
        if slot == 1 and self.lamp:
            return np.asarray(radii > _LEAST_CASTER_M, dtype=bool)
        clip = self.clips[slot]
        at = centers @ clip[:2, :3].T + clip[:2, 3]
        slack = radii * 2 / (texel * MAP_SIDE_PX)
        inside = (np.abs(at) <= 1 + slack[:, None]).all(axis=1)
        return np.asarray(inside & (radii > texel), dtype=bool)


def fit_shadows(
    camera: Matrix, tangents: tuple[float, float], sun_direction: tuple[float, float, float],
    lamp: PointLight | None,
) -> Shadows:  # fmt: skip
    """Fits both maps.

    Args:
        camera: camera to world.
        tangents: of half the angle of view.
        lamp: throws the far map's shadows; None leaves it to the sun.
    """
    wide = math.hypot(*tangents)
    near_reach = _stepped(min(max(7.0 / wide, 7.0), 40.0))
    turn = _facing(np.asarray(sun_direction, dtype=np.float64))
    near, near_radius = _slice_sphere(camera, 0.0, near_reach, wide)
    far, far_radius = _slice_sphere(camera, 0.0, near_reach * 5.0, wide)
    near_clip = _ortho(turn, near, near_radius)
    texels = (2 * near_radius / MAP_SIDE_PX, 2 * far_radius / MAP_SIDE_PX)
    far_clip = _ortho(turn, far, far_radius) if lamp is None else _downward(lamp)
    return Shadows((near_clip, far_clip), texels, lamp is not None)


def _stepped(length: float) -> float:
    """Rounded up to a step of 1.25, so that a zoom changes the map's size seldom."""
    step = 1.25
    return float(step ** math.ceil(math.log(length, step)))


def _slice_sphere(camera: Matrix, start: float, stop: float, wide: float) -> tuple[Matrix, float]:
    """The sphere around the part of the view between two distances."""
    middle = min((start + stop) / 2 * (1 + wide * wide), stop)
    radius = math.hypot(stop - middle, stop * wide)
    center = camera[:3, 3] - camera[:3, 2] * middle
    return center, _stepped(min(radius, stop * 1.05))


def _facing(sun: Matrix) -> Matrix:
    """Rotation (3, 3) world to light: rows right, up, towards the light."""
    back = sun / max(float(np.linalg.norm(sun)), 1e-9)
    guide = np.array([0.0, 1.0, 0.0]) if abs(back[1]) < 0.95 else np.array([0.0, 0.0, 1.0])
    right = np.cross(guide, back)
    right /= np.linalg.norm(right)
    return np.array([right, np.cross(back, right), back])


def _ortho(turn: Matrix, center: Matrix, radius: float) -> Matrix:
    seen = turn @ center
    texel = 2 * radius / MAP_SIDE_PX
    seen[:2] = np.round(seen[:2] / texel) * texel
    clip = np.eye(4)
    clip[:2, :3] = turn[:2] / radius
    clip[:2, 3] = -seen[:2] / radius
    clip[2, :3] = -turn[2] / _DEPTH_RANGE_M
    clip[2, 3] = seen[2] / _DEPTH_RANGE_M
    return clip


def _downward(lamp: PointLight) -> Matrix:
    """A wide perspective straight down from the lamp."""
    x, y, z = lamp.position_m
    view = np.array(
        [[1.0, 0.0, 0.0, -x], [0.0, 0.0, -1.0, z], [0.0, 1.0, 0.0, -y], [0.0, 0.0, 0.0, 1.0]]
    )
    far = max(lamp.radius_m, 1.0)
    near = _LAMP_NEAR_M
    projection = np.zeros((4, 4))
    projection[0, 0] = projection[1, 1] = 1 / _LAMP_TANGENT
    projection[2, 2] = (far + near) / (near - far)
    projection[2, 3] = 2 * far * near / (near - far)
    projection[3, 2] = -1.0
    return np.asarray(projection @ view, dtype=np.float64)
