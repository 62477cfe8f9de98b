"""One frame from shadows to print; several moments of it when the shutter is open.

In order: shadow maps, surfaces, occlusion, light, mirrors, glass and water, particles; the moments
are added; then blur discs, glow, tone curve and the style's hand.  One renderer belongs to the
thread that made it.  All calls that may take long go through ``gl.GL`` and leave other threads
running.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from types import TracebackType

import moderngl
import numpy as np
from numpy.typing import NDArray

from engine.errors import BadRequest
from engine.request import PassName, Quality
from engine.world.model import Atmosphere, Drawable, FrameView, PointLight, RenderedFrame
from engine.world.renderer import gl as g
from engine.world.renderer import shutter, source
from engine.world.renderer.canvas import Canvas
from engine.world.renderer.context import OpenContext, open_context
from engine.world.renderer.development import Development
from engine.world.renderer.geometry import Geometry
from engine.world.renderer.grading import grades_of, palette_of
from engine.world.renderer.lens import (
    FRAME_BLOCK_BYTES,
    Lens,
    frame_block,
    is_night,
    lamps_of,
    lens_of,
)
from engine.world.renderer.lighting import Lighting
from engine.world.renderer.readback import Readback
from engine.world.renderer.shadow import LAMP_MAPS, Atlas, fit_shadows
from engine.world.renderer.shadow_maps import ShadowMaps, Spheres
from engine.world.renderer.shutter import Shutter, Views
from engine.world.renderer.sprites import SpriteField
from engine.world.renderer.styles import STYLES, style_of
from engine.world.renderer.surfaces import Surfaces, nearest_first
from engine.world.renderer.targets import Targets

_SHADOW_SIDE_PX = {"draft": 1024, "final": 1536}
_STILL_SHUTTER_S = 1 / 48
_GLOSSY = 0.42
_GLOSSY_SIZE_M = 0.8
_LEVEL_M = 0.05
_BOARD_HEIGHT_M, _STAGE_HEIGHT_M, _STAGE_SIZE_M = 0.3, 1.2, 3.0
_FILMED = frozenset({"natural", "noir", "vintage"})
_NO_JITTER = (0.0, 0.0)


class Renderer:
    """Draws the frames of one shot.

    Args:
        width_px, height_px: size of the picture, at least 16.
        style: one of ``STYLES``.
        passes: what comes with each frame beside the picture.
        quality: ``"draft"`` shows one moment of each frame; ``"final"`` opens the shutter, smooths
            edges by several moments and softens shadows by the distance of what casts them.
        palette: (h, w, 3) a picture whose colours the style takes; None leaves it its own.
        opener: makes the OpenGL context; None takes what fits the platform.

    Raises:
        BadRequest: an unknown style or a size below 16.
        CannotHere: no OpenGL 3.3 on this machine.
    """

    def __init__(
        self, width_px: int, height_px: int, style: str = "natural",
        passes: Collection[PassName] = (), quality: Quality = "draft", *,
        palette: NDArray[np.uint8] | None = None, opener: OpenContext | None = None,
    ) -> None:  # fmt: skip
        if style not in STYLES:
            raise BadRequest(f"There is no style “{style}”; there are {', '.join(STYLES)}.")
        if min(width_px, height_px) < 16:
            raise BadRequest(
                f"A picture of {width_px}x{height_px} is too small to draw; "
                "give each side at least 16 pixels."
            )
        self._passes = frozenset(passes) - {"camera"}
        self._blurs = quality == "final" and style in _FILMED
        self._context, self._gl = open_context(opener)
        self._anchored = style_of(style).anchored
        self._targets = self._made_targets((width_px, height_px))
        self._block = self._context.buffer(reserve=FRAME_BLOCK_BYTES)
        self._blank = self._context.texture((1, 1), 3, b"\xff\xff\xff", alignment=1)
        self._geometry: Geometry | None = None
        self._atmosphere = Atmosphere()
        self._closed = False
        soft = quality == "final"
        self._canvas = Canvas(self._gl)
        self._surfaces = Surfaces(self._canvas, style, passes=bool(self._passes), soft=soft)
        self._shadow_program = source.shadow_program(self._gl)
        self._shadow_maps = ShadowMaps(
            self._context, self._canvas, self._shadow_program, Atlas(_SHADOW_SIDE_PX[quality])
        )
        self._lighting = Lighting(self._canvas, style, soft=soft)
        self._sprites = SpriteField(self._gl)
        self._shutter = Shutter(self._canvas)
        self._grades = self._graded_like(palette)
        self._development = Development(self._canvas, style, self._grades)
        self._readback = Readback(self._gl)

    def __enter__(self) -> Renderer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:  # fmt: skip
        self.close()

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self._targets.size

    @property
    def description(self) -> str:
        """The OpenGL renderer and version in words, e.g. for a doctor's report."""
        info = self._context.info
        return f"{info['GL_RENDERER']}, OpenGL {info['GL_VERSION']}"

    def load(self, drawables: Sequence[Drawable], atmosphere: Atmosphere) -> None:
        """Takes the things of a shot; replaces what was loaded before.

        Args:
            drawables: in the order of each frame's matrices.
        """
        with self._context:
            if self._geometry is not None:
                self._gl.Finish()
                self._geometry.release()
                self._geometry = None
            self._atmosphere = atmosphere
            self._geometry = Geometry(self._context, self._gl, drawables)
            self._shadow_maps.forget()
            snowy = atmosphere.snow > 0 and not atmosphere.indoors
            self._surfaces.prepare(self._geometry.inks, snowy=snowy)
            self._lighting.prepare(atmosphere, glossy=any(map(_is_polished_floor, drawables)))

    def resize(self, width_px: int, height_px: int) -> None:
        """Draws at another size from now on."""
        with self._context:
            self._gl.Finish()
            self._targets.release()
            self._targets = self._made_targets((width_px, height_px))

    def close(self) -> None:
        """Frees everything; safe to call twice."""
        if self._closed:
            return
        self._closed = True
        with self._context:
            self._gl.Finish()
            if self._geometry is not None:
                self._geometry.release()
            for owned in (
                self._surfaces, self._shadow_maps, self._shadow_program, self._lighting,
                self._sprites, self._shutter, self._development, self._readback, self._canvas,
                self._targets, self._block, self._blank,
            ):  # fmt: skip
                owned.release()
            if self._grades is not None:
                self._grades.release()
        self._context.release()

    def render(self, view: FrameView, later: FrameView | None = None) -> RenderedFrame:
        """Draws one moment of what was loaded.

        Args:
            later: where flow leads to; None leaves flow at 0.

        Raises:
            ValueError: nothing is loaded, or the view has another number of matrices.
        """
        return next(self.frames(lambda _: view, [0.0], later=later, moments=1))

    def expose(self, views: Views, frame: float) -> RenderedFrame:
        """Draws a frame with the shutter open around it, as the quality says; flow to the next.

        Args:
            views: the view at a frame or between two.

        Raises:
            ValueError: nothing is loaded, or a view has another number of matrices.
        """
        return next(self.frames(views, [frame]))

    def frames(
        self, views: Views, frames: Sequence[float], *, later: FrameView | None = None,
        moments: int | None = None,
    ) -> Iterator[RenderedFrame]:  # fmt: skip
        """Draws frames one after the other; each is read while the next one is being drawn.

        Args:
            views: the view at a frame or between two.
            later: where flow leads to; None is the next frame.
            moments: how many make a frame; None lets its motion decide.

        Raises:
            ValueError: nothing is loaded, or a view has another number of matrices.
        """
        waiting = False
        for frame in frames:
            view = views(frame)
            with self._context:
                geometry = self._checked(view)
                self._expose(geometry, views, view, frame, moments)
                before = self._readback.take() if waiting else None
                self._readback.ask(self._targets)
            if before is not None:
                yield RenderedFrame(before)
            waiting = not self._passes
            if self._passes:
                after = later or (views(frame + 1) if moments is None else view)
                with self._context:
                    measured = self._measure(geometry, view, after)
                    picture = self._readback.take()
                yield replace(measured, rgb=picture)
        if waiting:
            with self._context:
                last = self._readback.take()
            yield RenderedFrame(last)

    def _graded_like(self, palette: NDArray[np.uint8] | None) -> moderngl.Texture | None:
        if palette is None:
            return None
        table = grades_of(palette_of(palette))
        grades = self._context.texture(table.shape[1::-1], 3, table.tobytes(), alignment=1)
        grades.repeat_x = grades.repeat_y = False
        return grades

    def _made_targets(self, size: tuple[int, int]) -> Targets:
        return Targets(self._context, size, bool(self._passes), self._anchored)

    def _checked(self, view: FrameView) -> Geometry:
        geometry = self._geometry
        if geometry is None:
            raise ValueError("render() needs load() first")
        if len(view.matrices) != geometry.count or len(view.visible) != geometry.count:
            raise ValueError(
                f"{len(view.matrices)} matrices and {len(view.visible)} visibilities for "
                f"{geometry.count} drawables"
            )
        return geometry

    def _expose(
        self, geometry: Geometry, views: Views, view: FrameView, frame: float, moments: int | None
    ) -> None:
        """Draws a frame up to the print."""
        if moments == 1 or not self._blurs:
            self._draw_moment(geometry, view)
            self._development.draw(self._targets, view, exposed=0)
            return
        half = shutter.OPEN_FRAMES / 2
        opens, closes = views(frame - half), views(frame + half)
        motion_px = shutter.greatest_motion_px(geometry, opens, closes, self.size)
        still = shutter.is_still(motion_px)
        count = shutter.moments_of(motion_px)
        edges = shutter.EDGE_LOOKS if count == 1 else 0
        if still:
            jitter = shutter.edge_shift_of(0, self.size)
            self._draw_moment(geometry, view, jitter=jitter, edges=edges)
            self._development.draw(self._targets, view, exposed=0)
            return
        each = [views(frame + at) for at in shutter.offsets_of(count)] if count > 1 else [view]
        if count > 1:
            self._shutter.clear(self._targets)
        for index, moment in enumerate(each):
            if count == 1:
                near, way = closes, 2.0
                jitter = shutter.edge_shift_of(0, self.size)
            else:
                near, way = each[index + 1] if index + 1 < count else each[index - 1], 1.0
                jitter = shutter.shift_of(index, self.size)
            open_s = abs(closes.time_s - opens.time_s) / count
            seen = self._draw_moment(geometry, moment, near, jitter, open_s, edges)
            geometry.place_later(near.matrices)
            self._shutter.find_ways(self._targets, geometry, seen)
            self._shutter.add_streaks(self._targets, 1 / count, way)
        self._development.draw(self._targets, view, exposed=1)

    def _draw_moment(
        self, geometry: Geometry, view: FrameView, later: FrameView | None = None,
        jitter: tuple[float, float] = _NO_JITTER, open_s: float = _STILL_SHUTTER_S,
        edges: int = 0,
    ) -> NDArray[np.intp]:  # fmt: skip
        """Light of one moment; returns what of it is seen."""
        gl, targets, air = self._gl, self._targets, self._atmosphere
        lens = lens_of(view, self.size[0] / self.size[1], jitter)
        lamps = lamps_of(view)
        casting = lamps[:LAMP_MAPS] if air.indoors or is_night(air) else ()
        shadows = fit_shadows(
            self._shadow_maps.atlas, lens.camera, lens.tangents, air.sun_direction, casting,
            sun=max(air.sun_color) > 0.01,
        )  # fmt: skip
        after = self._lens_of(later or view)

        def block_of(seen_by: Lens) -> bytes:
            return frame_block(view, seen_by, air, shadows, lamps, self.size, after, open_s)

        self._upload_block(block_of(lens))
        spheres = self._place(geometry, view, later)
        self._start_solid()
        shown = geometry.casters & view.visible
        self._shadow_maps.draw(geometry, view.matrices, shown, shadows, spheres)
        seen = nearest_first(view, lens, spheres, self.size[1])
        solid, sheer = seen[~geometry.sheer[seen]], seen[geometry.sheer[seen]]
        self._surfaces.fill(targets, geometry, solid, self._blank)
        gl.DepthMask(0)
        lit = (targets, self._shadow_maps, air, lens, lamps, len(casting))
        self._lighting.draw(*lit)
        for number in range(edges):
            shift = shutter.edge_shift_of(number + 1, self.size)
            self._upload_block(block_of(lens_of(view, self.size[0] / self.size[1], shift)))
            self._start_solid()
            self._surfaces.fill(targets, geometry, solid, self._blank)
            gl.DepthMask(0)
            self._lighting.draw_edges(*lit, 1 / (number + 2))
        self._lay_over(geometry, sheer, (len(casting), len(lamps)))
        if view.focus_distance_m is not None and sheer.size:
            self._surfaces.stand_in_focus(targets, geometry, sheer, self._blank)
        self._draw_particles(view, open_s)
        return solid

    def _lay_over(
        self, geometry: Geometry, sheer: NDArray[np.intp], lamps: tuple[int, int]
    ) -> None:
        """What needs the lit picture: mirrors, then glass and water."""
        self._lighting.mirror(self._targets)
        if sheer.size:
            self._surfaces.lay_over(
                self._targets, geometry, sheer, self._blank, self._shadow_maps, lamps
            )

    def _lens_of(self, view: FrameView) -> Lens:
        return lens_of(view, self.size[0] / self.size[1])

    def _upload_block(self, block: bytes) -> None:
        self._gl.BindBuffer(g.UNIFORM_BUFFER, self._block.glo)
        self._gl.BufferSubData(g.UNIFORM_BUFFER, 0, len(block), block)
        self._gl.BindBufferBase(g.UNIFORM_BUFFER, 0, self._block.glo)

    def _place(self, geometry: Geometry, view: FrameView, later: FrameView | None) -> Spheres:
        geometry.deform(view.shapes, None if later is None else later.shapes)
        return geometry.place(view.matrices)

    def _start_solid(self) -> None:
        gl = self._gl
        gl.Disable(g.BLEND)
        gl.Disable(g.CULL_FACE)
        gl.Enable(g.DEPTH_TEST)
        gl.DepthMask(1)
        gl.DepthFunc(g.LESS)

    def _draw_particles(self, view: FrameView, open_s: float) -> None:
        if not view.sprites:
            return
        gl = self._gl
        self._canvas.start(self._targets.light, self._targets.size)
        gl.Enable(g.DEPTH_TEST)
        gl.Enable(g.BLEND)
        gl.BlendFunc(g.ONE, g.ONE_MINUS_SRC_ALPHA)
        self._canvas.bind(self._targets.depth)
        camera = np.asarray(view.camera_to_world, dtype=np.float64)
        self._sprites.draw(view.sprites, camera, open_s)
        gl.Disable(g.BLEND)
        gl.Disable(g.DEPTH_TEST)

    def _measure(self, geometry: Geometry, view: FrameView, later: FrameView) -> RenderedFrame:
        """The passes of a frame: its middle moment, glass and water as if they were solid."""
        lens = self._lens_of(view)
        shadows = fit_shadows(
            self._shadow_maps.atlas, lens.camera, lens.tangents, (0.0, 1.0, 0.0), (), sun=False
        )
        no_lamps: tuple[PointLight, ...] = ()
        self._upload_block(
            frame_block(
                view, lens, self._atmosphere, shadows, no_lamps, self.size,
                self._lens_of(later), 0.0,
            )
        )  # fmt: skip
        spheres = self._place(geometry, view, later)
        self._start_solid()
        seen = nearest_first(view, lens, spheres, self.size[1])
        self._surfaces.fill(self._targets, geometry, seen, self._blank)
        if "flow" in self._passes:
            geometry.place_later(later.matrices)
            self._shutter.find_ways(self._targets, geometry, seen, exact=True)
        return self._readback.passes(self._targets, self._passes)


def _is_polished_floor(item: Drawable) -> bool:
    """It is smooth, solid, level and large enough to be seen mirroring; walls of glass are not."""
    surface, mesh = item.surface, item.mesh
    smooth = surface.roughness < _GLOSSY and not surface.metallic and surface.opacity >= 1.0
    if not smooth or not len(mesh.positions):
        return False
    top = mesh.positions[mesh.normals[:, 1] > 0.98]
    if not len(top):
        return False
    across, unevenness = float(np.ptp(top, axis=0)[[0, 2]].min()), float(np.ptp(top[:, 1]))
    tallest_m = _STAGE_HEIGHT_M if across > _STAGE_SIZE_M else _BOARD_HEIGHT_M
    height = float(np.ptp(mesh.positions[:, 1]))
    return across > _GLOSSY_SIZE_M and unevenness < _LEVEL_M and height < tallest_m
