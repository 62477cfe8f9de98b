"""What the lights see: maps in one atlas, fitted so that they do not swim.

The near map follows the camera's first metres, the far map reaches over the place; both cover
spheres of a fixed size and move in steps of many whole texels, so that what stands still is seldom
drawn again.  Below them lie the maps of the strongest lamps.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.world.model import Matrix, PointLight

SUN_MAPS = 2
LAMP_MAPS = 4
_DEPTH_RANGE_M = 160.0
_LAMP_TANGENT = 2.4
_LAMP_NEAR_M = 0.35
_LEAST_CASTER_M = 0.02
_STEP_TEXELS = 64.0
_DEPTH_STEP_M = 2.0


@dataclass(frozen=True)
class Atlas:
    """Where the maps lie in the one texture.

    Attributes:
        side_px: of a sun's map; a lamp's is half of it.
    """

    side_px: int

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in texels."""
        return (2 * self.side_px, 3 * self.side_px // 2)

    def place(self, slot: int) -> tuple[int, int, int, int]:
        """x, y, width, height of a map in texels: two of the sun, then the lamps'."""
        if slot < SUN_MAPS:
            return (slot * self.side_px, 0, self.side_px, self.side_px)
        half = self.side_px // 2
        return ((slot - SUN_MAPS) * half, self.side_px, half, half)


@dataclass(frozen=True, eq=False)
class Shadows:
    """The lights' cameras of one frame.

    Attributes:
        clips: world to clip space, 4x4 each: near and far map of the sun, then the lamps.
        texels_m: size of the sun's texels.
        sun: the sun's maps are needed.
    """

    atlas: Atlas
    clips: tuple[Matrix, ...]
    texels_m: tuple[float, float]
    sun: bool

    @property
    def lamps(self) -> int:
        """How many of the lamps cast shadows: the first ones."""
        return len(self.clips) - SUN_MAPS

    @property
    def slots(self) -> range:
        """The maps that are needed."""
        return range(0 if self.sun else SUN_MAPS, len(self.clips))

    def reached(self, slot: int, centers: Matrix, radii: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Which spheres can throw a shadow into that map that is larger than a texel."""
        if slot >= SUN_MAPS:
            return np.asarray(radii > _LEAST_CASTER_M, dtype=bool)
        texel = self.texels_m[slot]
        clip = self.clips[slot]
        at = centers @ clip[:2, :3].T + clip[:2, 3]
        slack = radii * 2 / (texel * self.atlas.side_px)
        inside = (np.abs(at) <= 1 + slack[:, None]).all(axis=1)
        return np.asarray(inside & (radii > texel), dtype=bool)


def fit_shadows(
    atlas: Atlas, camera: Matrix, tangents: tuple[float, float],
    sun_direction: tuple[float, float, float], lamps: tuple[PointLight, ...], *, sun: bool,
) -> Shadows:  # fmt: skip
    """Fits all maps.

    Args:
        camera: camera to world.
        tangents: of half the angle of view.
        lamps: those that cast shadows, at most ``LAMP_MAPS``.
        sun: False where the sun's light does not come.
    """
    wide = math.hypot(*tangents)
    near_reach = _stepped(min(max(7.0 / wide, 7.0), 40.0))
    turn = _facing(np.asarray(sun_direction, dtype=np.float64))
    clips: list[Matrix] = []
    texels: list[float] = []
    for reach in (near_reach, near_reach * 5.0):
        center, radius = _slice_sphere(camera, 0.0, reach, wide)
        radius *= atlas.side_px / (atlas.side_px - _STEP_TEXELS)
        texels.append(2 * radius / atlas.side_px)
        clips.append(_ortho(turn, center, radius, texels[-1]))
    clips += [_downward(lamp) for lamp in lamps[:LAMP_MAPS]]
    return Shadows(atlas, tuple(clips), (texels[0], texels[1]), sun)


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


def _ortho(turn: Matrix, center: Matrix, radius: float, texel: float) -> Matrix:
    seen = turn @ center
    step = _STEP_TEXELS * texel
    seen[:2] = np.round(seen[:2] / step) * step
    seen[2] = round(float(seen[2]) / _DEPTH_STEP_M) * _DEPTH_STEP_M
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
