"""From the card to numpy: the picture through a buffer that fills while others are drawn."""

from __future__ import annotations

import ctypes
from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from engine.request import PassName
from engine.world.model import Floats, RenderedFrame
from engine.world.renderer import gl as g
from engine.world.renderer.gl import GL
from engine.world.renderer.targets import Targets


class Readback:
    """One picture on its way, and the passes at once."""

    def __init__(self, gl: GL) -> None:
        self._gl = gl
        self._buffer = ctypes.c_uint()
        gl.GenBuffers(1, ctypes.byref(self._buffer))
        self._room_bytes = 0
        self._size = (0, 0)

    def ask(self, targets: Targets) -> None:
        """Starts to copy the printed picture; returns before it is there."""
        gl = self._gl
        width, height = self._size = targets.size
        gl.BindBuffer(g.PIXEL_PACK_BUFFER, self._buffer)
        if self._room_bytes != width * height * 3:
            self._room_bytes = width * height * 3
            gl.BufferData(g.PIXEL_PACK_BUFFER, self._room_bytes, None, g.STREAM_READ)
        gl.BindFramebuffer(g.FRAMEBUFFER, targets.printed.glo)
        gl.PixelStorei(g.PACK_ALIGNMENT, 1)
        gl.ReadBuffer(g.COLOR_ATTACHMENT0)
        gl.ReadPixels(0, 0, width, height, g.RGB, g.UNSIGNED_BYTE, None)
        gl.BindBuffer(g.PIXEL_PACK_BUFFER, 0)
        gl.Flush()

    def take(self) -> NDArray[np.uint8]:
        """Waits for the picture that was asked for: (h, w, 3) uint8, top row first."""
        gl = self._gl
        width, height = self._size
        rgb = np.empty((height, width, 3), dtype=np.uint8)
        gl.BindBuffer(g.PIXEL_PACK_BUFFER, self._buffer)
        gl.GetBufferSubData(g.PIXEL_PACK_BUFFER, 0, rgb.nbytes, rgb.ctypes.data)
        gl.BindBuffer(g.PIXEL_PACK_BUFFER, 0)
        return np.ascontiguousarray(rgb[::-1])

    def passes(self, targets: Targets, wanted: Collection[PassName]) -> RenderedFrame:
        """The passes that are wanted; the picture is left empty."""
        size = targets.size
        surface = targets.surface.glo
        single, triple = (g.RED, g.FLOAT), (g.RGB, g.FLOAT)
        return RenderedFrame(
            np.empty((0, 0, 3), np.uint8),
            depth_m=self._floats(surface, 2, size, single, 1) if "depth" in wanted else None,
            normal=self._floats(surface, 4, size, triple, 3) if "normal" in wanted else None,
            object_ids=self._ids(surface, size) if "id" in wanted else None,
            albedo=self._floats(surface, 0, size, triple, 3) ** 2 if "albedo" in wanted else None,
            flow_px=self._flow(targets) if "flow" in wanted else None,
        )

    def _flow(self, targets: Targets) -> Floats:
        upwards = self._floats(targets.exact_flow.glo, 0, targets.size, (g.RG, g.FLOAT), 2)
        return upwards * np.array([1.0, -1.0], dtype=np.float32)

    def _ids(self, framebuffer: int, size: tuple[int, int]) -> NDArray[np.uint16]:
        values = np.empty((size[1], size[0]), dtype=np.uint16)
        self._gl.BindFramebuffer(g.FRAMEBUFFER, framebuffer)
        self._gl.read(3, size, (g.RED_INTEGER, g.UNSIGNED_SHORT), values)
        return np.ascontiguousarray(values[::-1])

    def _floats(
        self, framebuffer: int, attachment: int, size: tuple[int, int], layout: tuple[int, int],
        channels: int,
    ) -> Floats:  # fmt: skip
        shape = (size[1], size[0]) if channels == 1 else (size[1], size[0], channels)
        values: Floats = np.empty(shape, dtype=np.float32)
        self._gl.BindFramebuffer(g.FRAMEBUFFER, framebuffer)
        self._gl.read(attachment, size, layout, values)
        return np.ascontiguousarray(values[::-1])

    def release(self) -> None:
        """Frees it."""
        self._gl.DeleteBuffers(1, ctypes.byref(self._buffer))
