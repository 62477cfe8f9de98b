"""What a frame's camera and lights see: matrices, culling, the block of values for all shaders."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.world.model import Atmosphere, FrameView, Matrix, PointLight
from engine.world.renderer.shadow import LAMP_MAPS, SUN_MAPS, Shadows

NEAR_M = 0.05
FAR_M = 3000.0
MAX_LAMPS = 8
_NIGHT_SKY = 0.12
_LEAST_SEEN_PX = 0.6
_LAMPS_FOCUS_M = 4.0
_FILM_DIAGONAL_M = 0.0433
FRAME_BLOCK_BYTES = (10 * 16 + 13 * 4 + 16 * 4) * 4


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
    jitter: tuple[float, float] = (0.0, 0.0)

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


def lens_of(view: FrameView, aspect: float, jitter: tuple[float, float] = (0.0, 0.0)) -> Lens:
    """Matrices of a frame's camera.

    Args:
        jitter: shift of the whole picture in clip space (2 is its width or height).
    """
    tangent = math.tan(view.vertical_fov_rad / 2)
    projection = np.zeros((4, 4))
    projection[0, 0] = 1 / (tangent * aspect)
    projection[1, 1] = 1 / tangent
    projection[0, 2], projection[1, 2] = -jitter[0], -jitter[1]
    projection[2, 2] = (FAR_M + NEAR_M) / (NEAR_M - FAR_M)
    projection[2, 3] = 2 * FAR_M * NEAR_M / (NEAR_M - FAR_M)
    projection[3, 2] = -1.0
    camera = np.asarray(view.camera_to_world, dtype=np.float64)
    return Lens(
        camera,
        np.asarray(np.linalg.inv(camera), dtype=np.float64),
        projection,
        (tangent * aspect, tangent),
        jitter,
    )


def blur_per_dioptre(view: FrameView, aspect: float) -> float:
    """Radius of the blur disc, in heights of the picture, for each 1/m off the focus.

    The sensor is as large as 35 mm film (43.3 mm across its corners) whatever the picture's shape.
    """
    if view.focus_distance_m is None:
        return 0.0
    height = _FILM_DIAGONAL_M / math.hypot(1.0, aspect)
    focal = height / (2 * math.tan(view.vertical_fov_rad / 2))
    focus = max(view.focus_distance_m, 2 * focal)
    opening = focal / max(view.f_number, 0.5)
    return 0.5 * opening * focal * focus / (focus - focal) / height


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
    lamps: tuple[PointLight, ...], size: tuple[int, int], later: Lens, open_s: float,
) -> bytes:  # fmt: skip
    """The uniform block of ``shaders/frame.glsl``: std140, so matrices by column, vec4 by vec4.

    Args:
        later: the camera of the moment that flow leads to.
        open_s: how long the shutter is open.
    """
    width, height = size
    air = atmosphere
    sun = np.asarray(air.sun_direction, dtype=np.float64)
    sun = sun / max(float(np.linalg.norm(sun)), 1e-9)
    night = 1.0 if is_night(air) else 0.0
    unused = (np.eye(4),) * (SUN_MAPS + LAMP_MAPS - len(shadows.clips))
    matrices = (lens.view, lens.projection, lens.camera, later.projection @ later.view)
    grain_seed = (round(view.time_s * 1000) % 9973) / 9973
    atlas = shadows.atlas.size
    vectors = [
        (*lens.camera[:3, 3], view.time_s),
        (width, height, 1 / width, 1 / height),
        (*lens.tangents, view.focus_distance_m or 0.0, grain_seed),
        (*lens.jitter, blur_per_dioptre(view, width / height), open_s),
        (*sun, night),
        (*air.sun_color, air.wetness),
        (*air.sky_top, air.clouds),
        (*air.sky_horizon, air.stars),
        (*air.ground_color, air.ambient),
        (*air.fog_color, air.fog_density_per_m),
        (air.rain, air.snow, *air.wind_mps),
        (air.exposure, float(air.indoors), len(lamps), shadows.lamps),
        (*shadows.texels_m, 1 / atlas[0], 1 / atlas[1]),
    ]
    blank = ((0.0, 0.0, 0.0, 1.0),) * (MAX_LAMPS - len(lamps))
    vectors += [(*lamp.position_m, lamp.radius_m) for lamp in lamps] + list(blank)
    vectors += [(*lamp.color, 0.0) for lamp in lamps] + list(blank)
    columns = [matrix.T.reshape(-1) for matrix in (*matrices, *shadows.clips, *unused)]
    return np.concatenate([*columns, np.ravel(vectors)]).astype(np.float32).tobytes()
