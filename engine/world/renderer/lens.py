"""What a frame's camera and lights see: matrices, culling, the block of values for all shaders."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.world.model import Atmosphere, FrameView, Matrix, PointLight
from engine.world.renderer.shadow import Shadows

NEAR_M = 0.05
FAR_M = 3000.0
MAX_LAMPS = 8
_NIGHT_SKY = 0.12
_LEAST_SEEN_PX = 0.6
_LAMPS_FOCUS_M = 4.0


@dataclass(frozen=True, eq=False)
class Lens:
    """The camera of one frame as matrices.

    Attributes:
        view: world to camera, 4x4. projection: camera to clip space, 4x4.
        tangents: tangent of half the angle of view, in x and y.
    """

    camera: Matrix
    view: Matrix
    projection: Matrix
    tangents: tuple[float, float]

    def sees(
        self, centers: Matrix, radii: NDArray[np.float64], height_px: int
    ) -> NDArray[np.bool_]:
        """Which spheres (n, 3), (n,) reach into the picture and are not far below a pixel."""
        seen = centers @ self.view[:3, :3].T + self.view[:3, 3]
        ahead = -seen[:, 2]
        inside = (ahead + radii > NEAR_M) & (ahead - radii < FAR_M)
        inside &= radii * height_px > _LEAST_SEEN_PX * self.tangents[1] * ahead
        for axis, tangent in enumerate(self.tangents):
            slack = radii * math.hypot(1.0, tangent)
            inside &= np.abs(seen[:, axis]) <= ahead * tangent + slack
        return np.asarray(inside, dtype=bool)


def lens_of(view: FrameView, aspect: float) -> Lens:
    """Matrices of a frame's camera."""
    tangent = math.tan(view.vertical_fov_rad / 2)
    projection = np.zeros((4, 4))
    projection[0, 0] = 1 / (tangent * aspect)
    projection[1, 1] = 1 / tangent
    projection[2, 2] = (FAR_M + NEAR_M) / (NEAR_M - FAR_M)
    projection[2, 3] = 2 * FAR_M * NEAR_M / (NEAR_M - FAR_M)
    projection[3, 2] = -1.0
    camera = np.asarray(view.camera_to_world, dtype=np.float64)
    return Lens(
        camera,
        np.asarray(np.linalg.inv(camera), dtype=np.float64),
        projection,
        (tangent * aspect, tangent),
    )


def is_night(atmosphere: Atmosphere) -> bool:
    """The sky is so dark that the direct light is the moon's."""
    sky = np.add(atmosphere.sky_top, atmosphere.sky_horizon) / 2
    return bool(sky @ (0.21, 0.72, 0.07) < _NIGHT_SKY)


def lamps_of(view: FrameView) -> tuple[PointLight, ...]:
    """The lamps that matter most to this camera, strongest first, at most eight."""
    camera = np.asarray(view.camera_to_world, dtype=np.float64)
    middle = camera[:3, 3] - camera[:3, 2] * _LAMPS_FOCUS_M

    def importance(lamp: PointLight) -> float:
        gap = np.asarray(lamp.position_m) - middle
        return sum(lamp.color) / (4.0 + float(gap @ gap))

    nearest = sorted(view.lights, key=importance, reverse=True)[:MAX_LAMPS]
    return tuple(nearest)


def frame_block(
    view: FrameView, lens: Lens, atmosphere: Atmosphere, shadows: Shadows,
    lamps: tuple[PointLight, ...], size: tuple[int, int],
) -> bytes:  # fmt: skip
    """The uniform block of ``shaders/frame.glsl``: std140, so matrices by column, vec4 by vec4."""
    width, height = size
    air = atmosphere
    sun = np.asarray(air.sun_direction, dtype=np.float64)
    sun = sun / max(float(np.linalg.norm(sun)), 1e-9)
    night = 1.0 if is_night(air) else 0.0
    matrices = (lens.view, lens.projection, lens.camera, *shadows.clips)
    grain_seed = (round(view.time_s * 1000) % 9973) / 9973
    vectors = [
        (*lens.camera[:3, 3], view.time_s),
        (width, height, 1 / width, 1 / height),
        (*lens.tangents, view.focus_distance_m or 0.0, grain_seed),
        (*sun, night),
        (*air.sun_color, air.wetness),
        (*air.sky_top, air.clouds),
        (*air.sky_horizon, air.stars),
        (*air.ground_color, air.ambient),
        (*air.fog_color, air.fog_density_per_m),
        (air.rain, air.snow, *air.wind_mps),
        (air.exposure, float(air.indoors), len(lamps), float(shadows.lamp)),
        (*shadows.texels_m, *shadows.atlas_texel),
    ]
    blank = ((0.0, 0.0, 0.0, 1.0),) * (MAX_LAMPS - len(lamps))
    vectors += [(*lamp.position_m, lamp.radius_m) for lamp in lamps] + list(blank)
    vectors += [(*lamp.color, 0.0) for lamp in lamps] + list(blank)
    values = np.concatenate([matrix.T.reshape(-1) for matrix in matrices] + [np.ravel(vectors)])
    return values.astype(np.float32).tobytes()
