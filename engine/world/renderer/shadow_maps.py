"""The shadow atlas on the graphics card: what stands still is drawn once and kept.

A second atlas holds each map with only the casters that have not moved since the frame before.
While they and the light stay, a frame mends the spots where moving casters were and draws those
again; the depths are the same as if all had been drawn, whatever frame came before.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import moderngl
import numpy as np
from numpy.typing import NDArray

from engine.world.model import Floats, Matrix
from engine.world.renderer import gl as g
from engine.world.renderer.canvas import Canvas
from engine.world.renderer.geometry import Geometry
from engine.world.renderer.gl import Program
from engine.world.renderer.shadow import SUN_MAPS, Atlas, Shadows

Spheres = tuple[Matrix, NDArray[np.float64]]
_FAR_PLANE = np.ones(1, dtype=np.float32)
_Rect = tuple[int, int, int, int]


@dataclass(frozen=True, eq=False)
class _Kept:
    """What a slot of the kept atlas shows, and where the used one differs from it.

    Attributes:
        casters, poses: who is in it, (n,) and (n, 4, 4); empty: nobody, nothing is kept.
        dirty: x0, y0, x1, y1 in texels, where moving casters were drawn last.
    """

    clip: Matrix
    casters: NDArray[np.intp]
    poses: Floats
    dirty: _Rect | None


class ShadowMaps:
    """Draws the atlas.

    Attributes:
        map: the depth texture that the light pass reads.
    """

    def __init__(
        self, context: moderngl.Context, canvas: Canvas, program: Program, atlas: Atlas
    ) -> None:
        self._canvas, self._gl, self._program, self.atlas = canvas, canvas.gl, program, atlas
        self.map = context.depth_texture(atlas.size)
        self.map.compare_func = "<="
        self.map.filter = (moderngl.LINEAR, moderngl.LINEAR)
        self.map.repeat_x = self.map.repeat_y = False
        self._kept_map = context.depth_texture(atlas.size)
        self._used = context.framebuffer(color_attachments=(), depth_attachment=self.map)
        self._keeping = context.framebuffer(color_attachments=(), depth_attachment=self._kept_map)
        self._reader = ctypes.c_uint()
        self._gl.GenSamplers(1, ctypes.byref(self._reader))
        for name, value in (
            (g.TEXTURE_COMPARE_MODE, g.NO_COMPARISON),
            (g.TEXTURE_MIN_FILTER, g.NEAREST),
            (g.TEXTURE_MAG_FILTER, g.NEAREST),
        ):
            self._gl.SamplerParameteri(self._reader, name, value)
        self._kept: dict[int, _Kept] = {}
        self._last: Floats | None = None

    def forget(self) -> None:
        """Other things are loaded: nothing that was kept is true any more."""
        self._kept.clear()
        self._last = None

    def draw(
        self, geometry: Geometry, poses: Floats, casting: NDArray[np.bool_], shadows: Shadows,
        spheres: Spheres,
    ) -> None:  # fmt: skip
        """Draws what these lights see.

        Args:
            poses: (drawables, 4, 4) of this frame, already uploaded with ``geometry.place``.
            casting: (drawables,) who is visible and throws shadows.
        """
        gl = self._gl
        still = ~geometry.deforming
        if self._last is not None and self._last.shape == poses.shape:
            still &= (self._last == poses).all(axis=(1, 2))
        else:
            still &= False
        self._last = poses.copy()
        gl.Enable(g.POLYGON_OFFSET_FILL)
        gl.Enable(g.SCISSOR_TEST)
        gl.PolygonOffset(1.6, 2.0)
        self._canvas.bind(geometry.matrices)
        for slot in shadows.slots:
            reached = casting & shadows.reached(slot, *spheres)
            (gl.Enable if slot < SUN_MAPS else gl.Disable)(g.DEPTH_CLAMP)
            gl.Viewport(*self.atlas.place(slot))
            self._program.use(slot=slot)
            self._draw_slot(slot, geometry, poses, (reached, still), shadows, spheres)
        for switch in (g.DEPTH_CLAMP, g.POLYGON_OFFSET_FILL, g.SCISSOR_TEST):
            gl.Disable(switch)

    @contextmanager
    def read_as_numbers(self, unit: int) -> Iterator[None]:
        """Within the block a texture bound to that unit gives depths, not comparisons."""
        self._gl.BindSampler(unit, self._reader)
        try:
            yield
        finally:
            self._gl.BindSampler(unit, 0)

    def release(self) -> None:
        """Frees everything."""
        self._gl.DeleteSamplers(1, ctypes.byref(self._reader))
        for item in (self._used, self._keeping, self.map, self._kept_map):
            item.release()

    def _draw_slot(
        self, slot: int, geometry: Geometry, poses: Floats,
        who: tuple[NDArray[np.bool_], NDArray[np.bool_]], shadows: Shadows, spheres: Spheres,
    ) -> None:  # fmt: skip
        reached, still = who
        clip = shadows.clips[slot]
        kept = self._kept.get(slot)
        if kept is None or not self._holds(kept, clip, reached, poses):
            kept = self._keep(slot, geometry, clip, np.flatnonzero(reached & still), poses)
        elif kept.dirty is not None:
            self._mend(kept.dirty)
        moving = np.setdiff1d(np.flatnonzero(reached), kept.casters, assume_unique=True)
        dirty = None
        if moving.size:
            dirty = self._spot(slot, clip, spheres[0][moving], spheres[1][moving])
            self._gl.BindFramebuffer(g.FRAMEBUFFER, self._used.glo)
            self._gl.Scissor(*self.atlas.place(slot))
            geometry.draw(moving)
        self._kept[slot] = _Kept(kept.clip, kept.casters, kept.poses, dirty)

    def _holds(self, kept: _Kept, clip: Matrix, reached: NDArray[np.bool_], poses: Floats) -> bool:
        return bool(
            kept.casters.size
            and (kept.clip == clip).all()
            and reached[kept.casters].all()
            and (poses[kept.casters] == kept.poses).all()
        )

    def _keep(
        self, slot: int, geometry: Geometry, clip: Matrix, casters: NDArray[np.intp], poses: Floats
    ) -> _Kept:
        """Draws who stands still into the kept map and copies it over."""
        gl = self._gl
        place = self.atlas.place(slot)
        gl.Scissor(*place)
        target = self._keeping if casters.size else self._used
        gl.BindFramebuffer(g.FRAMEBUFFER, target.glo)
        gl.ClearBufferfv(g.DEPTH, 0, _FAR_PLANE.ctypes.data)
        if casters.size:
            geometry.draw(casters)
            x, y, width, height = place
            self._mend((x, y, x + width, y + height))
        return _Kept(clip, casters, poses[casters].copy(), None)

    def _mend(self, rect: _Rect) -> None:
        gl = self._gl
        x0, y0, x1, y1 = rect
        gl.Scissor(x0, y0, x1 - x0, y1 - y0)
        gl.BindFramebuffer(g.READ_FRAMEBUFFER, self._keeping.glo)
        gl.BindFramebuffer(g.DRAW_FRAMEBUFFER, self._used.glo)
        gl.BlitFramebuffer(*rect, *rect, g.DEPTH_BUFFER_BIT, g.NEAREST)

    def _spot(self, slot: int, clip: Matrix, centers: Matrix, radii: NDArray[np.float64]) -> _Rect:
        """The texels that these spheres can fall on; a lamp's whole map."""
        x, y, width, height = self.atlas.place(slot)
        if slot >= SUN_MAPS:
            return (x, y, x + width, y + height)
        at = centers @ clip[:2, :3].T + clip[:2, 3]
        reach = radii * float(np.linalg.norm(clip[0, :3]))
        low, high = (at - reach[:, None]).min(axis=0), (at + reach[:, None]).max(axis=0)
        left, bottom = np.clip((low * 0.5 + 0.5) * width - 2, 0, width).astype(int)
        right, top = np.clip((high * 0.5 + 0.5) * width + 3, 0, width).astype(int)
        return (x + int(left), y + int(bottom), x + int(right), y + int(top))
