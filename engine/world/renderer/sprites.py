"""Particles of a frame: billboards and streaks, farthest first, in one call after the light."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from engine.world.model import Floats, Matrix, SpriteKind, Sprites
from engine.world.renderer import source
from engine.world.renderer.geometry import Stream
from engine.world.renderer.gl import ARRAY_BUFFER, FLOAT, GL, TRIANGLES, Program

_WIDTHS = (3, 1, 3, 1, 4, 1)
_FLOATS = sum(_WIDTHS)
_KINDS: tuple[str, ...] = get_args(SpriteKind)
_GOLDEN = 0.6180339887


class SpriteField:
    """The particles' instances on the graphics card; written anew with each frame."""

    def __init__(self, gl: GL) -> None:
        self._gl = gl
        self._program: Program | None = None
        self._stream = Stream(gl)
        self._array = ctypes.c_uint()
        gl.GenVertexArrays(1, ctypes.byref(self._array))
        gl.BindVertexArray(self._array)
        gl.BindBuffer(ARRAY_BUFFER, self._stream.handle)
        offset = 0
        for location, width in enumerate(_WIDTHS):
            gl.EnableVertexAttribArray(location)
            gl.VertexAttribPointer(location, width, FLOAT, 0, _FLOATS * 4, offset * 4)
            gl.VertexAttribDivisor(location, 1)
            offset += width
        gl.BindVertexArray(0)

    def draw(self, sprites: Sequence[Sprites], camera: Matrix, open_s: float) -> None:
        """Draws them; blending must be set and the depth picture bound.

        Args:
            camera: 4x4 camera to world; what lies behind it is left out.
            open_s: how long the shutter is open: fast ones are as long as their way in it.
        """
        rows = sorted_rows(sprites, camera)
        if not len(rows):
            return
        if self._program is None:
            self._program = source.sprites_program(self._gl)
        self._program.use(open_s=open_s)
        self._stream.write(rows)
        self._gl.BindVertexArray(self._array)
        self._gl.DrawArraysInstanced(TRIANGLES, 0, 6, len(rows))
        self._gl.BindVertexArray(0)

    def release(self) -> None:
        """Frees it."""
        self._gl.DeleteVertexArrays(1, ctypes.byref(self._array))
        self._stream.release()
        if self._program is not None:
            self._program.release()


def sorted_rows(sprites: Sequence[Sprites], camera: Matrix) -> Floats:
    """(n, 13) float32 as ``sprites.vert`` reads them, farthest from the camera first.

    Raises:
        ValueError: arrays of one group that differ in length.
    """
    groups = [_rows(group) for group in sprites if len(group.positions)]
    if not groups:
        return np.zeros((0, _FLOATS), dtype=np.float32)
    rows = np.concatenate(groups)
    ahead: NDArray[np.float64] = (rows[:, :3] - camera[:3, 3]) @ -camera[:3, 2]
    order = np.argsort(-ahead, kind="stable")
    return np.ascontiguousarray(rows[order[ahead[order] > -rows[order, 3]]])


def _rows(group: Sprites) -> Floats:
    count = len(group.positions)
    if not count == len(group.velocities) == len(group.sizes_m) == len(group.colors):
        raise ValueError(f"{group.kind} sprites: {count} positions, other arrays differ in length")
    rows = np.empty((count, _FLOATS), dtype=np.float32)
    rows[:, :3] = group.positions
    rows[:, 3] = group.sizes_m
    rows[:, 4:7] = group.velocities
    rows[:, 7] = _KINDS.index(group.kind)
    rows[:, 8:12] = group.colors
    fates = np.arange(1, count + 1) * _GOLDEN % 1.0 if group.fates is None else group.fates
    rows[:, 12] = fates
    return rows
