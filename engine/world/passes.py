"""Passes as files, with the cameras: control signals for other tools.

Layout of the folder, by ``ShotRequest.pass_format``; only what was asked for is there:

``exr``: ``depth/00000.exr`` and so on, 32-bit float.  Depth (channel Y) in metres along the view
axis, infinite for the sky; normal (R, G, B) unit vectors in world space, 0 for the sky; albedo
linear; id (Y) whole numbers, 0 for the sky; flow (R, G) in pixels right and down, from this frame
to the next, whether or not something hides the point there.

``png`` (16 bits a channel) and ``video`` (``depth.mkv`` and so on, FFV1, 16 bits a channel): depth
in millimetres, 65535 is the sky or farther than 65.534 m; normal * 32767.5 + 32767.5; albedo in
sRGB * 65535; id as it is; flow * 64 + 32768 in R and G, B is 65535.

``passes.json``: what was written and how, the names of the ids, and with pass ``camera`` each
frame's camera (OpenGL camera-to-world, intrinsics in pixels).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self, TextIO

import numpy as np
from numpy.typing import NDArray

from engine.camera.convert import intrinsics
from engine.camera.pose import CameraPose
from engine.media.deep import Deep, DeepVideo, write_deep_png, write_exr
from engine.media.whole_file import machine_trouble
from engine.request import PassName, ShotRequest
from engine.world.model import Floats, RenderedFrame

DEPTH_UNITS_PER_M = 1000.0
SKY_DEPTH = 65535
FLOW_UNITS_PER_PX = 64.0
FLOW_ZERO = 32768.0

_Values = Mapping[PassName, Callable[[RenderedFrame], NDArray[np.generic] | None]]
_VALUES: _Values = MappingProxyType(
    {
        "depth": lambda frame: frame.depth_m,
        "normal": lambda frame: frame.normal,
        "albedo": lambda frame: frame.albedo,
        "id": lambda frame: frame.object_ids,
        "flow": lambda frame: frame.flow_px,
    }
)
_GREY: frozenset[PassName] = frozenset({"depth", "id"})


class PassWriter:
    """Writes the passes of each frame below ``folder``; a ``with`` block finishes them.

    Raises:
        CannotHere: the disk is full or the folder cannot be written.
    """

    def __init__(self, folder: Path, request: ShotRequest, names: dict[int, str]) -> None:
        self._folder = folder
        self._request = request
        self._kinds = tuple(kind for kind in _VALUES if kind in request.passes)
        self._videos: dict[PassName, DeepVideo] = {}
        self._cameras = 0
        self._open = ExitStack()
        with self._open:
            folder.mkdir(parents=True, exist_ok=True)
            self._facts = self._started(names)
            self._open.enter_context(self._facts)
            for kind in self._kinds:
                self._prepare(kind)
            self._open = self._open.pop_all()

    def write(self, frame: int, rendered: RenderedFrame, camera: CameraPose) -> None:
        """Writes one frame's passes.

        Raises:
            ValueError: the renderer was not asked for them.
            CannotHere: the disk is full.
        """
        for kind in self._kinds:
            values = _VALUES[kind](rendered)
            if values is None:
                raise ValueError(f"the renderer was not asked for {kind}")
            self._save(kind, frame, values)
        if "camera" in self._request.passes:
            self._note(frame, camera)

    def close(self) -> None:
        """Finishes every file.

        Raises:
            CannotHere: the disk is full.
        """
        with self._open:
            self._facts.write("]}\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            self.close()
        else:
            self._open.__exit__(kind, error, trace)

    def _prepare(self, kind: PassName) -> None:
        if self._request.pass_format != "video":
            (self._folder / kind).mkdir(exist_ok=True)
            return
        size = (self._request.width_px, self._request.height_px)
        channels = 1 if kind in _GREY else 3
        video = DeepVideo(self._folder / f"{kind}.mkv", size, self._request.rate, channels)
        self._videos[kind] = self._open.enter_context(video)

    def _started(self, names: dict[int, str]) -> TextIO:
        """``passes.json`` up to its list of cameras, which grows frame by frame on the disk."""
        request = self._request
        facts = {
            "width_px": request.width_px,
            "height_px": request.height_px,
            "rate": [request.rate.numerator, request.rate.denominator],
            "passes": list(self._kinds),
            "format": request.pass_format,
            "depth_units_per_m": 1.0 if request.pass_format == "exr" else DEPTH_UNITS_PER_M,
            "sky_depth": "inf" if request.pass_format == "exr" else SKY_DEPTH,
            "flow_units_per_px": 1.0 if request.pass_format == "exr" else FLOW_UNITS_PER_PX,
            "flow_zero": 0.0 if request.pass_format == "exr" else FLOW_ZERO,
            "ids": {str(number): name for number, name in names.items()},
        }
        try:
            file = (self._folder / "passes.json").open("w", encoding="utf-8")
        except OSError as error:
            raise machine_trouble(error, self._folder) from error
        file.write(json.dumps(facts, indent=1)[:-2] + ',\n "cameras": [')
        return file

    def _note(self, frame: int, camera: CameraPose) -> None:
        matrix = intrinsics(
            camera.vertical_fov_rad, self._request.width_px, self._request.height_px
        )
        facts = {
            "frame": frame,
            "camera_to_world": camera.camera_to_world.tolist(),
            "intrinsics_px": matrix.tolist(),
        }
        try:
            self._facts.write(("," if self._cameras else "") + "\n  " + json.dumps(facts))
        except OSError as error:
            raise machine_trouble(error, self._folder) from error
        self._cameras += 1

    def _save(self, kind: PassName, frame: int, values: NDArray[np.generic]) -> None:
        path = self._folder / kind / f"{frame:05d}"
        match self._request.pass_format:
            case "exr":
                write_exr(path.with_suffix(".exr"), np.asarray(values, np.float32))
            case "png":
                write_deep_png(path.with_suffix(".png"), in_16_bits(kind, values))
            case "video":
                self._videos[kind].write(in_16_bits(kind, values))


def in_16_bits(kind: PassName, values: NDArray[np.generic]) -> Deep:
    """A pass as whole numbers, as the module says: (h, w) or (h, w, 3) uint16."""
    if kind == "id":
        return np.asarray(values, np.uint16)
    numbers = np.asarray(values, np.float32)
    match kind:
        case "depth":
            scaled = np.minimum(numbers * DEPTH_UNITS_PER_M, SKY_DEPTH)
        case "normal":
            scaled = numbers * 32767.5 + 32767.5
        case "flow":
            moved = numbers * FLOW_UNITS_PER_PX + FLOW_ZERO
            scaled = np.dstack([moved, np.full(numbers.shape[:2], 65535.0, np.float32)])
        case _:
            scaled = _srgb(numbers) * 65535.0
    whole: Deep = np.rint(np.clip(scaled, 0, 65535)).astype(np.uint16)
    return whole


def _srgb(linear: Floats) -> Floats:
    low = np.clip(linear, 0.0, 1.0)
    return np.where(low <= 0.0031308, low * 12.92, 1.055 * low ** (1 / 2.4) - 0.055)
