"""From light to the printed picture: blur discs, glow, tone curve, the style's hand."""

from __future__ import annotations

import moderngl
import numpy as np

from engine.world.model import FrameView
from engine.world.renderer import gl as g
from engine.world.renderer import source
from engine.world.renderer.canvas import Canvas
from engine.world.renderer.gl import Program
from engine.world.renderer.targets import Targets

_GLOW_STRIDES = (1.0, 2.0)


class Development:
    """The programs that make a picture of light.

    Args:
        discs: what is out of focus is blurred.
        grades: table of ``grading.grades_of`` as a texture; None leaves the style's own colours.
    """

    def __init__(self, canvas: Canvas, style: str, grades: moderngl.Texture | None = None) -> None:
        self._grades = grades
        self._canvas = canvas
        gl = canvas.gl
        self._bright = source.screen_program(gl, "bloom_bright.frag", samplers=("light_map",))
        self._blur = source.screen_program(gl, "bloom_blur.frag", samplers=("bright_map",))
        self._sharp = source.screen_program(
            gl, "develop.frag", samplers=("light_map", "bright_map", "depth_map")
        )
        self._print = source.print_program(gl, style, graded=grades is not None)
        self._lens: tuple[Program, Program, Program] | None = None

    def draw(self, targets: Targets, view: FrameView, exposed: int) -> None:
        """Develops and prints.

        Args:
            exposed: 0 takes the light of the last moment, 1 the sum of several.
        """
        canvas = self._canvas
        light = targets.sum_map if exposed else targets.light_map
        self._glow(targets, exposed)
        if view.focus_distance_m is None:
            canvas.start(targets.developed, targets.size)
            canvas.bind(light, targets.bright_map, targets.depth)
            canvas.cover(self._sharp)
        else:
            self._develop_through_lens(targets, exposed)
        canvas.start(targets.printed, targets.size)
        anchor = targets.albedo if targets.anchor is None else targets.anchor
        grades = () if self._grades is None else (self._grades,)
        canvas.bind(
            targets.developed_map, targets.depth, targets.normal, targets.ids, targets.albedo,
            anchor, *grades,
        )  # fmt: skip
        canvas.cover(self._print)

    def release(self) -> None:
        """Frees the programs."""
        lens = self._lens or ()
        for program in (self._bright, self._blur, self._sharp, self._print, *lens):
            program.release()

    def _glow(self, targets: Targets, exposed: int) -> None:
        canvas = self._canvas
        x, y = 1 / targets.quarter[0], 1 / targets.quarter[1]
        canvas.start(targets.bright, targets.quarter)
        canvas.bind(targets.sum_map if exposed else targets.light_map)
        canvas.cover(self._bright)
        for stride in _GLOW_STRIDES:
            canvas.start(targets.bright_wide, targets.quarter)
            canvas.bind(targets.bright_map)
            canvas.cover(self._blur, stride=(x * stride, 0.0))
            canvas.start(targets.bright, targets.quarter)
            canvas.bind(targets.bright_wide_map)
            canvas.cover(self._blur, stride=(0.0, y * stride))

    def _develop_through_lens(self, targets: Targets, exposed: int) -> None:
        canvas = self._canvas
        focus, discs, develop = self._lens_programs()
        light = targets.sum_map if exposed else targets.light_map
        canvas.start(targets.focus, targets.half)
        canvas.bind(light, targets.depth)
        canvas.cover(focus)
        canvas.start(targets.discs, targets.half)
        both = g.COLOR_ATTACHMENT0 + np.arange(2, dtype=np.uint32)
        canvas.gl.DrawBuffers(2, both.ctypes.data)
        canvas.bind(targets.focus_map)
        canvas.cover(discs)
        canvas.start(targets.developed, targets.size)
        canvas.bind(light, targets.bright_map, targets.depth, targets.far_map, targets.near_map)
        canvas.cover(develop)

    def _lens_programs(self) -> tuple[Program, Program, Program]:
        if self._lens is None:
            gl = self._canvas.gl
            self._lens = (
                source.screen_program(gl, "focus.frag", samplers=("light_map", "depth_map")),
                source.screen_program(
                    gl, "discs.frag", samplers=("focus_map",), outputs=("far_light", "near_light")
                ),
                source.screen_program(
                    gl, "develop.frag", switches=("FOCUS",),
                    samplers=("light_map", "bright_map", "depth_map", "far_map", "near_map"),
                ),
            )  # fmt: skip
        return self._lens
