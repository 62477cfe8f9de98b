"""Depth, normal and id passes as files, with the cameras: control signals for other tools.

Layout of the folder: ``depth/00000.png`` 16-bit grey, millimetres along the view axis, 65535 is
the sky or farther than 65.534 m; ``normal/00000.png`` 8-bit RGB, world normal * 127.5 + 127.5;
``id/00000.png`` 16-bit grey, 0 is the sky; ``passes.json`` with the names of the ids and each
frame's camera (OpenGL camera-to-world, intrinsics in pixels).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from engine.camera.convert import intrinsics
from engine.camera.pose import CameraPose
from engine.media.whole_file import machine_trouble
from engine.request import ShotRequest
from engine.world.model import RenderedFrame

DEPTH_UNITS_PER_M = 1000.0
SKY_DEPTH = 65535


class PassWriter:
    """Writes the passes of each frame below ``folder``.

    Raises:
        CannotHere: the disk is full or the folder cannot be written.
    """

    def __init__(self, folder: Path, request: ShotRequest, names: dict[int, str]) -> None:
        self._folder = folder
        self._request = request
        self._names = names
        self._cameras: list[dict[str, Any]] = []
        for kind in ("depth", "normal", "id"):
            (folder / kind).mkdir(parents=True, exist_ok=True)

    def write(self, frame: int, rendered: RenderedFrame, camera: CameraPose) -> None:
        """Writes one frame's passes."""
        if rendered.depth_m is None or rendered.normal is None or rendered.object_ids is None:
            raise ValueError("the renderer was not asked for passes")
        depth = np.minimum(rendered.depth_m * DEPTH_UNITS_PER_M, SKY_DEPTH)
        normal = np.clip(rendered.normal * 127.5 + 127.5, 0, 255)
        self._save("depth", frame, np.rint(depth).astype(np.uint16))
        self._save("normal", frame, np.rint(normal).astype(np.uint8))
        self._save("id", frame, rendered.object_ids)
        matrix = intrinsics(
            camera.vertical_fov_rad, self._request.width_px, self._request.height_px
        )
        self._cameras.append(
            {
                "frame": frame,
                "camera_to_world": camera.camera_to_world.tolist(),
                "intrinsics_px": matrix.tolist(),
            }
        )

    def close(self) -> None:
        """Writes ``passes.json``."""
        rate = self._request.rate
        facts = {
            "width_px": self._request.width_px,
            "height_px": self._request.height_px,
            "rate": [rate.numerator, rate.denominator],
            "depth_units_per_m": DEPTH_UNITS_PER_M,
            "sky_depth": SKY_DEPTH,
            "ids": {str(number): name for number, name in self._names.items()},
            "cameras": self._cameras,
        }
        try:
            (self._folder / "passes.json").write_text(json.dumps(facts, indent=1))
        except OSError as error:
            raise machine_trouble(error, self._folder) from error

    def _save(self, kind: str, frame: int, values: np.ndarray) -> None:
        try:
            Image.fromarray(values).save(self._folder / kind / f"{frame:05d}.png", compress_level=1)
        except OSError as error:
            raise machine_trouble(error, self._folder) from error
