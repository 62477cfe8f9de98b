"""The passes of a frame, in order: shadows, surfaces, occlusion, light, weather, glow, print.

One renderer belongs to the thread that made it.  All calls that may take long go through
``gl.GL`` and leave other threads running.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from types import TracebackType

import moderngl
import numpy as np
from numpy.typing import NDArray

from engine.errors import BadRequest
from engine.world.model import Atmosphere, Drawable, Floats, FrameView, PointLight, RenderedFrame
from engine.world.renderer import gl as g
from engine.world.renderer import source
from engine.world.renderer.context import OpenContext, open_context
from engine.world.renderer.geometry import Geometry, Ink
from engine.world.renderer.gl import Program
from engine.world.renderer.lens import Lens, frame_block, is_night, lamps_of, lens_of
from engine.world.renderer.shadow import MAP_SIDE_PX, Shadows, fit_shadows
from engine.world.renderer.sprites import SpriteField
from engine.world.renderer.styles import STYLES, style_of
from engine.world.renderer.targets import Targets

_FRAME_BLOCK_BYTES = (5 * 16 + 12 * 4 + 16 * 4) * 4
_Spheres = tuple[NDArray[np.float64], NDArray[np.float64]]
_RAIN_DROPS = 9000
_SNOW_FLAKES = 6500
_SHUTTER_S = 1 / 48
_NO_DEPTH = np.array([np.inf, 0, 0, 0], dtype=np.float32)
_NOTHING = np.zeros(4, dtype=np.float32)
_NO_ID = np.zeros(4, dtype=np.uint32)
_FAR_PLANE = np.ones(1, dtype=np.float32)


class Renderer:
    """Draws the frames of one shot.

    Args:
        width_px, height_px: size of the picture, at least 16.
        style: one of ``STYLES``.
        passes: also return depth, normals and ids with each frame.
        opener: makes the OpenGL context; None takes what fits the platform.

    Raises:
        BadRequest: an unknown style or a size below 16.
        CannotHere: no OpenGL 3.3 on this machine.
    """

    def __init__(self, width_px: int, height_px: int, style: str = "natural",
                 passes: bool = False, *, opener: OpenContext | None = None) -> None:  # fmt: skip
        if style not in STYLES:
            raise BadRequest(f"There is no style “{style}”; there are {', '.join(STYLES)}.")
        if min(width_px, height_px) < 16:
            raise BadRequest(
                f"A picture of {width_px}x{height_px} is too small to draw; "
                "give each side at least 16 pixels."
            )
        self._style, self._passes = style, passes
        self._context, self._gl = open_context(opener)
        self._anchored = style_of(style).anchored
        self._targets = Targets(self._context, (width_px, height_px), passes, self._anchored)
        self._block = self._context.buffer(reserve=_FRAME_BLOCK_BYTES)
        self._empty = ctypes.c_uint()
        self._gl.GenVertexArrays(1, ctypes.byref(self._empty))
        self._blank = self._context.texture((1, 1), 3, b"\xff\xff\xff", alignment=1)
        self._programs: dict[str, Program] = {}
        self._surface_programs: dict[tuple[str, bool, bool], Program] = {}
        self._geometry: Geometry | None = None
        self._sprites = SpriteField(self._gl)
        self._atmosphere = Atmosphere()
        self._closed = False
        self._compile_passes()

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

    @property
    def _snowy(self) -> bool:
        """Snow lies on things."""
        return self._atmosphere.snow > 0 and not self._atmosphere.indoors

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
            snowy = self._snowy
            for ink in self._geometry.inks:
                key = (ink.pattern, ink.dithered, snowy)
                if key not in self._surface_programs:
                    self._surface_programs[key] = source.surface_program(
                        self._gl,
                        ink.pattern,
                        dithered=ink.dithered,
                        snowy=snowy,
                        passes=self._passes,
                        style=self._style,
                    )
            self._compile_light()

    def resize(self, width_px: int, height_px: int) -> None:
        """Draws at another size from now on."""
        with self._context:
            self._gl.Finish()
            self._targets.release()
            self._targets = Targets(
                self._context, (width_px, height_px), self._passes, self._anchored
            )

    def close(self) -> None:
        """Frees everything; safe to call twice."""
        if self._closed:
            return
        self._closed = True
        with self._context:
            self._gl.Finish()
            for program in (*self._programs.values(), *self._surface_programs.values()):
                program.release()
            if self._geometry is not None:
                self._geometry.release()
            self._sprites.release()
            self._targets.release()
            self._gl.DeleteVertexArrays(1, ctypes.byref(self._empty))
            self._block.release()
            self._blank.release()
        self._context.release()

    def render(self, view: FrameView) -> RenderedFrame:
        """Draws one frame of what was loaded.

        Raises:
            ValueError: nothing is loaded, or the view has another number of matrices.
        """
        geometry = self._geometry
        if geometry is None:
            raise ValueError("render() needs load() first")
        if len(view.matrices) != geometry.count or len(view.visible) != geometry.count:
            raise ValueError(
                f"{len(view.matrices)} matrices and {len(view.visible)} visibilities for "
                f"{geometry.count} drawables"
            )
        with self._context:
            self._draw(geometry, view)
            self._gl.Finish()
            return self._read_back()

    def _compile_passes(self) -> None:
        gl = self._gl
        self._programs["shadow"] = source.shadow_program(gl)
        self._programs["occlusion"] = source.screen_program(
            gl, "occlusion.frag", samplers=("depth_map", "normal_map")
        )
        self._programs["occlusion_blur"] = source.screen_program(
            gl, "occlusion_blur.frag", samplers=("occlusion_map", "depth_map")
        )
        self._programs["bright"] = source.screen_program(
            gl, "bloom_bright.frag", samplers=("light_map",)
        )
        self._programs["blur"] = source.screen_program(
            gl, "bloom_blur.frag", samplers=("bright_map",)
        )
        self._programs["develop"] = self._develop_program()
        self._programs["print"] = source.print_program(gl, self._style)
        self._programs["sky"] = source.screen_program(
            gl, "sky.frag", "sky.glsl", switches=source.light_switches(self._style)
        )

    def _develop_program(self, *switches: str) -> Program:
        return source.screen_program(
            self._gl, "develop.frag", switches=switches,
            samplers=("light_map", "bright_map", "depth_map"),
        )  # fmt: skip

    def _compile_light(self) -> None:
        """The light pass this atmosphere needs: reflections on wet ground cost time."""
        air = self._atmosphere
        wet = ("WET",) if air.wetness > 0.02 and not air.indoors else ()
        name = "light_wet" if wet else "light"
        if name not in self._programs:
            self._programs[name] = source.screen_program(
                self._gl, "light.frag", "sky.glsl",
                switches=(*source.light_switches(self._style), *wet),
                samplers=("albedo_map", "normal_map", "depth_map", "occlusion_map", "shadow_map"),
            )  # fmt: skip
        self._light_name = name
        if max(air.rain, air.snow) > 0 and "drops" not in self._programs:
            self._programs["drops"] = source.drops_program(self._gl)

    def _draw(self, geometry: Geometry, view: FrameView) -> None:
        gl = self._gl
        width, height = self.size
        lens = lens_of(view, width / height)
        lamps = lamps_of(view)
        shadows = self._shadows(lens, lamps)
        block = frame_block(view, lens, self._atmosphere, shadows, lamps, self.size)
        gl.BindBuffer(g.UNIFORM_BUFFER, self._block.glo)
        gl.BufferSubData(g.UNIFORM_BUFFER, 0, len(block), block)
        gl.BindBufferBase(g.UNIFORM_BUFFER, 0, self._block.glo)
        geometry.deform(view.shapes)
        centers, radii = geometry.place(view.matrices)
        gl.Disable(g.BLEND)
        gl.Disable(g.CULL_FACE)
        gl.Enable(g.DEPTH_TEST)
        gl.DepthMask(1)
        gl.DepthFunc(g.LESS)
        self._draw_shadows(geometry, view, shadows, (centers, radii))
        self._draw_surfaces(geometry, view, lens, (centers, radii))
        gl.BindVertexArray(self._empty)
        gl.DepthMask(0)
        gl.Disable(g.DEPTH_TEST)
        self._draw_occlusion()
        self._draw_light()
        self._draw_particles(view)
        self._draw_glow()
        self._print(view)

    def _shadows(self, lens: Lens, lamps: tuple[PointLight, ...]) -> Shadows:
        air = self._atmosphere
        lamp = lamps[0] if lamps and (air.indoors or is_night(air)) else None
        return fit_shadows(lens.camera, lens.tangents, air.sun_direction, lamp)

    def _draw_shadows(
        self, geometry: Geometry, view: FrameView, shadows: Shadows, spheres: _Spheres
    ) -> None:
        gl = self._gl
        gl.BindFramebuffer(g.FRAMEBUFFER, self._targets.shadow.glo)
        gl.ClearBufferfv(g.DEPTH, 0, _FAR_PLANE.ctypes.data)
        gl.Enable(g.DEPTH_CLAMP)
        gl.Enable(g.POLYGON_OFFSET_FILL)
        gl.PolygonOffset(1.6, 2.0)
        self._bind(geometry.matrices)
        for slot in (0, 1):
            if slot == 1 and shadows.lamp:
                gl.Disable(g.DEPTH_CLAMP)
            gl.Viewport(slot * MAP_SIDE_PX, 0, MAP_SIDE_PX, MAP_SIDE_PX)
            casts = geometry.casters & view.visible & shadows.reached(slot, *spheres)
            self._programs["shadow"].use(slot=slot)
            geometry.draw(np.flatnonzero(casts))
        gl.Disable(g.DEPTH_CLAMP)
        gl.Disable(g.POLYGON_OFFSET_FILL)

    def _draw_surfaces(
        self, geometry: Geometry, view: FrameView, lens: Lens, spheres: _Spheres
    ) -> None:
        gl = self._gl
        self._start(self._targets.surface, self.size)
        count = 4 + self._passes + self._anchored
        outputs = g.COLOR_ATTACHMENT0 + np.arange(count, dtype=np.uint32)
        gl.DrawBuffers(len(outputs), outputs.ctypes.data)
        gl.ClearBufferfv(g.DEPTH, 0, _FAR_PLANE.ctypes.data)
        for attachment in (0, 1, *range(4, count)):
            gl.ClearBufferfv(g.COLOR, attachment, _NOTHING.ctypes.data)
        gl.ClearBufferfv(g.COLOR, 2, _NO_DEPTH.ctypes.data)
        gl.ClearBufferuiv(g.COLOR, 3, _NO_ID.ctypes.data)
        centers, radii = spheres
        seen = np.flatnonzero(view.visible & lens.sees(centers, radii, self.size[1]))
        nearness = np.linalg.norm(centers[seen] - lens.camera[:3, 3], axis=1) - radii[seen]
        groups: dict[Ink, list[int]] = {}
        for index in seen[np.argsort(nearness, kind="stable")]:
            groups.setdefault(geometry.inks[index], []).append(int(index))
        for ink, members in groups.items():
            picture = self._blank if ink.picture is None else geometry.pictures[ink.picture]
            self._bind(geometry.matrices, geometry.surfaces, picture)
            self._surface_programs[ink.pattern, ink.dithered, self._snowy].use()
            geometry.draw(np.array(members, dtype=np.intp))

    def _draw_occlusion(self) -> None:
        targets = self._targets
        self._start(targets.open, targets.half)
        self._bind(targets.depth, targets.normal)
        self._cover("occlusion")
        self._start(targets.open_soft, targets.half)
        self._bind(targets.open_map, targets.depth)
        self._cover("occlusion_blur")

    def _draw_light(self) -> None:
        gl, targets = self._gl, self._targets
        self._start(targets.light, self.size)
        gl.Enable(g.DEPTH_TEST)
        gl.DepthFunc(g.GREATER)
        self._bind(
            targets.albedo, targets.normal, targets.depth, targets.open_soft_map, targets.shadow_map
        )
        self._cover(self._light_name)
        gl.DepthFunc(g.EQUAL)
        self._cover("sky")
        gl.DepthFunc(g.LESS)
        air = self._atmosphere
        if max(air.rain, air.snow) > 0 and not air.indoors:
            gl.Enable(g.BLEND)
            gl.BlendFunc(g.ONE, g.ONE_MINUS_SRC_ALPHA)
            for is_snow, amount, most in ((0, air.rain, _RAIN_DROPS), (1, air.snow, _SNOW_FLAKES)):
                self._programs["drops"].use(snow=is_snow)
                gl.DrawArrays(g.TRIANGLES, 0, 6 * round(min(amount, 1.0) * most))
            gl.Disable(g.BLEND)
        gl.Disable(g.DEPTH_TEST)

    def _draw_particles(self, view: FrameView) -> None:
        if not view.sprites:
            return
        gl = self._gl
        if "sprites" not in self._programs:
            self._programs["sprites"] = source.sprites_program(gl)
        gl.Enable(g.DEPTH_TEST)
        gl.Enable(g.BLEND)
        gl.BlendFunc(g.ONE, g.ONE_MINUS_SRC_ALPHA)
        self._bind(self._targets.depth)
        self._programs["sprites"].use(open_s=_SHUTTER_S)
        self._sprites.draw(view.sprites, np.asarray(view.camera_to_world, dtype=np.float64))
        gl.Disable(g.BLEND)
        gl.Disable(g.DEPTH_TEST)

    def _draw_glow(self) -> None:
        targets = self._targets
        x, y = 1 / targets.quarter[0], 1 / targets.quarter[1]
        self._start(targets.bright, targets.quarter)
        self._bind(targets.light_map)
        self._cover("bright")
        for stride in (1.0, 2.0):
            self._start(targets.bright_wide, targets.quarter)
            self._bind(targets.bright_map)
            self._cover("blur", stride=(x * stride, 0.0))
            self._start(targets.bright, targets.quarter)
            self._bind(targets.bright_wide_map)
            self._cover("blur", stride=(0.0, y * stride))

    def _print(self, view: FrameView) -> None:
        targets = self._targets
        name = "develop"
        if view.focus_distance_m is not None:
            name = "develop_focus"
            if name not in self._programs:
                self._programs[name] = self._develop_program("FOCUS")
        self._start(targets.developed, self.size)
        self._bind(targets.light_map, targets.bright_map, targets.depth)
        self._cover(name)
        self._start(targets.printed, self.size)
        anchor = () if targets.anchor is None else (targets.anchor,)
        self._bind(
            targets.developed_map, targets.depth, targets.normal, targets.ids, targets.albedo,
            *anchor,
        )  # fmt: skip
        self._cover("print")

    def _start(self, framebuffer: moderngl.Framebuffer, size: tuple[int, int]) -> None:
        self._gl.BindFramebuffer(g.FRAMEBUFFER, framebuffer.glo)
        self._gl.Viewport(0, 0, *size)

    def _bind(self, *textures: moderngl.Texture) -> None:
        for unit, texture in enumerate(textures):
            self._gl.ActiveTexture(g.TEXTURE0 + unit)
            self._gl.BindTexture(g.TEXTURE_2D, texture.glo)

    def _cover(self, name: str, **values: tuple[float, float]) -> None:
        self._gl.BindVertexArray(self._empty)
        self._programs[name].use(**values)
        self._gl.DrawArrays(g.TRIANGLES, 0, 3)

    def _read_back(self) -> RenderedFrame:
        gl, targets = self._gl, self._targets
        width, height = self.size
        rgb = np.empty((height, width, 3), dtype=np.uint8)
        gl.BindFramebuffer(g.FRAMEBUFFER, targets.printed.glo)
        gl.read(0, self.size, (g.RGB, g.UNSIGNED_BYTE), rgb)
        if not self._passes:
            return RenderedFrame(np.ascontiguousarray(rgb[::-1]))
        depth: Floats = np.empty((height, width), dtype=np.float32)
        normal: Floats = np.empty((height, width, 3), dtype=np.float32)
        ids = np.empty((height, width), dtype=np.uint16)
        gl.BindFramebuffer(g.FRAMEBUFFER, targets.surface.glo)
        gl.read(2, self.size, (g.RED, g.FLOAT), depth)
        gl.read(3, self.size, (g.RED_INTEGER, g.UNSIGNED_SHORT), ids)
        gl.read(4, self.size, (g.RGB, g.FLOAT), normal)
        return RenderedFrame(
            np.ascontiguousarray(rgb[::-1]),
            np.ascontiguousarray(depth[::-1]),
            np.ascontiguousarray(normal[::-1]),
            np.ascontiguousarray(ids[::-1]),
        )
