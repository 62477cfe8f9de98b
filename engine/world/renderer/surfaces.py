"""What the camera sees before any light: the G-buffer; glass and water over the lit picture."""

from __future__ import annotations

from collections.abc import Sequence

import moderngl
import numpy as np
from numpy.typing import NDArray

from engine.world.model import FrameView
from engine.world.renderer import gl as g
from engine.world.renderer import source
from engine.world.renderer.canvas import Canvas
from engine.world.renderer.geometry import Geometry, Ink
from engine.world.renderer.gl import Program
from engine.world.renderer.lens import Lens
from engine.world.renderer.shadow_maps import ShadowMaps, Spheres
from engine.world.renderer.targets import Targets

_NO_DEPTH = np.array([np.inf, 0, 0, 0], dtype=np.float32)
_NOTHING = np.zeros(4, dtype=np.float32)
_NO_ID = np.zeros(4, dtype=np.uint32)
_FAR_PLANE = np.ones(1, dtype=np.float32)
_READ_UNIT = 6
_Key = tuple[str, bool, bool]


class Surfaces:
    """Draws drawables by pattern, nearest first; what lets light through, farthest first.

    Args:
        style: what it switches on in the surface programs.
        passes: also the exact normals, and sheer things as if they were solid.
        soft: shadows with wide edges.
    """

    def __init__(self, canvas: Canvas, style: str, *, passes: bool, soft: bool) -> None:
        self._canvas = canvas
        self._style, self._passes, self._soft = style, passes, soft
        self._programs: dict[_Key, Program] = {}
        self._snowy = False

    def prepare(self, inks: Sequence[Ink], *, snowy: bool) -> None:
        """Compiles what these need.

        Args:
            snowy: snow lies on things.
        """
        self._snowy = snowy
        for ink in inks:
            for sheer in {ink.sheer, ink.sheer and not self._passes}:
                self._program(ink.pattern, sheer=sheer)

    def _program(self, pattern: str, *, sheer: bool) -> Program:
        key = (pattern, sheer, self._snowy)
        if key not in self._programs:
            self._programs[key] = source.surface_program(
                self._canvas.gl,
                pattern,
                sheer=sheer,
                snowy=self._snowy,
                passes=self._passes,
                style=self._style,
                soft=self._soft,
            )
        return self._programs[key]

    def fill(
        self, targets: Targets, geometry: Geometry, seen: NDArray[np.intp],
        blank: moderngl.Texture,
    ) -> None:  # fmt: skip
        """Fills the G-buffer with these drawables, in this order."""
        gl, canvas = self._canvas.gl, self._canvas
        canvas.start(targets.surface, targets.size)
        count = targets.surface_outputs
        outputs = g.COLOR_ATTACHMENT0 + np.arange(count, dtype=np.uint32)
        gl.DrawBuffers(count, outputs.ctypes.data)
        gl.ClearBufferfv(g.DEPTH, 0, _FAR_PLANE.ctypes.data)
        for attachment in (0, 1, *range(4, count)):
            gl.ClearBufferfv(g.COLOR, attachment, _NOTHING.ctypes.data)
        gl.ClearBufferfv(g.COLOR, 2, _NO_DEPTH.ctypes.data)
        gl.ClearBufferuiv(g.COLOR, 3, _NO_ID.ctypes.data)
        groups: dict[Ink, list[int]] = {}
        for index in seen:
            groups.setdefault(geometry.inks[index], []).append(int(index))
        for ink, members in groups.items():
            picture = blank if ink.picture is None else geometry.pictures[ink.picture]
            canvas.bind(geometry.matrices, geometry.surfaces, picture)
            self._programs[ink.pattern, False, self._snowy].use()
            geometry.draw(np.array(members, dtype=np.intp))

    def lay_over(
        self, targets: Targets, geometry: Geometry, seen: NDArray[np.intp],
        blank: moderngl.Texture, shadow_maps: ShadowMaps, lamps: tuple[int, int],
    ) -> None:  # fmt: skip
        """Draws these sheer drawables over the lit picture, the last ones first.

        Args:
            lamps: how many cast shadows, how many there are.
        """
        gl, canvas = self._canvas.gl, self._canvas
        width, height = targets.size
        gl.BindFramebuffer(g.READ_FRAMEBUFFER, targets.light.glo)
        gl.BindFramebuffer(g.DRAW_FRAMEBUFFER, targets.opaque.glo)
        gl.BlitFramebuffer(0, 0, width, height, 0, 0, width, height, g.COLOR_BUFFER_BIT, g.NEAREST)
        canvas.start(targets.light, targets.size)
        gl.Enable(g.DEPTH_TEST)
        gl.DepthMask(1)
        for index in seen[::-1]:
            ink = geometry.inks[index]
            picture = blank if ink.picture is None else geometry.pictures[ink.picture]
            canvas.bind(
                geometry.matrices, geometry.surfaces, picture, targets.depth,
                targets.opaque_map, shadow_maps.map, shadow_maps.map,
            )  # fmt: skip
            program = self._programs[ink.pattern, True, self._snowy]
            program.use(sun_shines=1.0, **lamp_lists(range(lamps[1]), lamps[0]))
            with shadow_maps.read_as_numbers(_READ_UNIT):
                geometry.draw(np.array([index], dtype=np.intp))
        gl.DepthMask(0)
        gl.Disable(g.DEPTH_TEST)

    def stand_in_focus(
        self, targets: Targets, geometry: Geometry, seen: NDArray[np.intp],
        blank: moderngl.Texture,
    ) -> None:  # fmt: skip
        """Sheer drawables that were laid over count as the picture's depth: a lens focuses on them.

        Everything else of the G-buffer stays as it is.
        """
        gl, canvas = self._canvas.gl, self._canvas
        canvas.start(targets.surface, targets.size)
        outputs = np.full(targets.surface_outputs, g.NONE, np.uint32)
        outputs[2] = g.COLOR_ATTACHMENT0 + 2
        gl.DrawBuffers(len(outputs), outputs.ctypes.data)
        gl.Enable(g.DEPTH_TEST)
        gl.DepthFunc(g.LEQUAL)
        for index in seen:
            ink = geometry.inks[index]
            picture = blank if ink.picture is None else geometry.pictures[ink.picture]
            canvas.bind(geometry.matrices, geometry.surfaces, picture)
            self._program(ink.pattern, sheer=False).use()
            geometry.draw(np.array([index], dtype=np.intp))
        gl.DepthFunc(g.LESS)
        gl.Disable(g.DEPTH_TEST)

    def release(self) -> None:
        """Frees the programs."""
        for program in self._programs.values():
            program.release()


def lamp_lists(lamps: Sequence[int], casting: int) -> dict[str, int]:
    """The uniforms of ``lighting.glsl``: numbers of lamps, four bits each.

    Args:
        casting: lamps below this number cast shadows.
    """
    values: dict[str, int] = {}
    for name, chosen in (
        ("casting", [lamp for lamp in lamps if lamp < casting]),
        ("plain", [lamp for lamp in lamps if lamp >= casting]),
    ):
        packed = sum(lamp << (4 * place) for place, lamp in enumerate(chosen))
        values[f"{name}_lamps"] = packed - (1 << 32) if packed >= 1 << 31 else packed
        values[f"{name}_count"] = len(chosen)
    return values


def nearest_first(
    view: FrameView, lens: Lens, spheres: Spheres, height_px: int
) -> NDArray[np.intp]:
    """Indices of the drawables that the camera sees."""
    centers, radii = spheres
    seen = np.flatnonzero(view.visible & lens.sees(centers, radii, height_px))
    nearness = np.linalg.norm(centers[seen] - lens.camera[:3, 3], axis=1) - radii[seen]
    return seen[np.argsort(nearness, kind="stable")]
