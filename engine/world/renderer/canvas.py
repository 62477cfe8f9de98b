"""Passes over the whole picture: where they draw, what they read, which program they run."""

from __future__ import annotations

import ctypes

import moderngl

from engine.world.renderer import gl as g
from engine.world.renderer.gl import GL, Program


class Canvas:
    """Draws one triangle over a target; remembers nothing between two passes."""

    def __init__(self, gl: GL) -> None:
        self.gl = gl
        self._empty = ctypes.c_uint()
        gl.GenVertexArrays(1, ctypes.byref(self._empty))

    def start(self, framebuffer: moderngl.Framebuffer, size: tuple[int, int]) -> None:
        """What is drawn from now on goes there."""
        self.gl.BindFramebuffer(g.FRAMEBUFFER, framebuffer.glo)
        self.gl.Viewport(0, 0, *size)

    def bind(self, *textures: moderngl.Texture) -> None:
        """Textures for the samplers, in the order of their units."""
        for unit, texture in enumerate(textures):
            self.gl.ActiveTexture(g.TEXTURE0 + unit)
            self.gl.BindTexture(g.TEXTURE_2D, texture.glo)

    def cover(self, program: Program, **values: int | float | tuple[float, float]) -> None:
        """Runs a program over the whole target."""
        program.use(**values)
        self.triangle()

    def triangle(self) -> None:
        """Covers the target with the program in use."""
        self.gl.BindVertexArray(self._empty)
        self.gl.DrawArrays(g.TRIANGLES, 0, 3)

    def release(self) -> None:
        """Frees it."""
        self.gl.DeleteVertexArrays(1, ctypes.byref(self._empty))
