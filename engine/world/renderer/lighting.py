"""Light on the G-buffer: occlusion, sun, sky and lamps tile by tile, and what floors mirror."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from engine.world.model import Atmosphere, PointLight
from engine.world.renderer import gl as g
from engine.world.renderer import source
from engine.world.renderer.canvas import Canvas
from engine.world.renderer.gl import Program
from engine.world.renderer.lens import MAX_LAMPS, NEAR_M, Lens
from engine.world.renderer.shadow_maps import ShadowMaps
from engine.world.renderer.surfaces import lamp_lists
from engine.world.renderer.targets import Targets

_TILES = (10, 6)
_SUN_SHINES = 0.01
_READ_UNIT = 5
_READ = ("albedo_map", "normal_map", "depth_map", "occlusion_map")


class Lighting:
    """The programs of light for one style.

    Args:
        soft: shadows whose edges widen with distance.
    """

    def __init__(self, canvas: Canvas, style: str, *, soft: bool) -> None:
        self._canvas = canvas
        self._switches = source.light_switches(style) + (("SOFT",) if soft else ())
        self._programs: dict[tuple[str, ...], Program] = {}
        self._air: tuple[str, ...] = ()
        self._mirrors = False
        gl = canvas.gl
        self._occlusion = source.screen_program(
            gl, "occlusion.frag", samplers=("depth_map", "normal_map"), outputs=("open_share",)
        )
        self._blur = source.screen_program(
            gl, "occlusion_blur.frag", samplers=("occlusion_map",), outputs=("open_share",)
        )
        self._mix = source.screen_program(
            gl, "reflect_mix.frag", samplers=("mirror_map", "depth_map")
        )
        self._edges = source.screen_program(
            gl, "edges.frag", samplers=("depth_map", "normal_map"), outputs=()
        )
        self._sky = source.screen_program(gl, "sky.frag", "sky.glsl", switches=self._switches)

    def prepare(self, atmosphere: Atmosphere, *, glossy: bool) -> None:
        """Compiles what this air needs; wet ground costs time.

        Args:
            glossy: some floor mirrors even when it is dry.
        """
        wet = atmosphere.wetness > 0.02 and not atmosphere.indoors
        self._air = ("WET",) if wet else ()
        self._mirrors = wet or glossy
        if self._mirrors:
            self._program("reflect.frag", self._air)

    def _light_program(self, lit_by: tuple[int, ...], casting: int) -> Program:
        """The one for a part of the picture that these lamps reach."""
        kinds = (("CASTING_LAMPS", 0, casting), ("PLAIN_LAMPS", casting, MAX_LAMPS))
        lamps = tuple(
            name for name, low, high in kinds if any(low <= lamp < high for lamp in lit_by)
        )
        return self._program("light.frag", self._air + lamps)

    def _program(self, name: str, switches: tuple[str, ...]) -> Program:
        key = (name, *switches)
        if key not in self._programs:
            self._programs[key] = self._compiled(name, switches)
        return self._programs[key]

    def _compiled(self, name: str, switches: tuple[str, ...]) -> Program:
        blocks = ["sky.glsl", "shadows.glsl", "lighting.glsl", "surface_read.glsl"]
        blocks += ["wet.glsl"] if self._air else []
        blocks += ["march.glsl"] if name == "reflect.frag" else []
        last = ("light_map",) if name == "reflect.frag" else ("shadow_map", "shadow_depth")
        return source.screen_program(
            self._canvas.gl, name, *blocks, switches=(*self._switches, *switches),
            samplers=(*_READ, *last),
        )  # fmt: skip

    def draw(
        self, targets: Targets, shadow_maps: ShadowMaps, atmosphere: Atmosphere, lens: Lens,
        lamps: tuple[PointLight, ...], casting: int,
    ) -> None:  # fmt: skip
        """Lights what the G-buffer holds and draws the sky behind it.

        Args:
            casting: how many of the lamps cast shadows.
        """
        self._canvas.gl.Disable(g.DEPTH_TEST)
        self._occlude(targets)
        self._canvas.start(targets.light, targets.size)
        self._canvas.gl.Enable(g.DEPTH_TEST)
        self._light(targets, shadow_maps, atmosphere, lens, lamps, casting)

    def draw_edges(
        self, targets: Targets, shadow_maps: ShadowMaps, atmosphere: Atmosphere, lens: Lens,
        lamps: tuple[PointLight, ...], casting: int, share: float,
    ) -> None:  # fmt: skip
        """Lights the G-buffer's edges again, for a look a part of a pixel aside.

        Args:
            share: of what is there in the end.
        """
        gl, canvas = self._canvas.gl, self._canvas
        canvas.start(targets.edges, targets.size)
        canvas.bind(targets.depth, targets.normal)
        gl.Enable(g.DEPTH_TEST)
        gl.DepthFunc(g.ALWAYS)
        gl.DepthMask(1)
        gl.ColorMask(0, 0, 0, 0)
        canvas.cover(self._edges)
        gl.ColorMask(1, 1, 1, 1)
        gl.DepthMask(0)
        gl.Enable(g.BLEND)
        gl.BlendColor(0.0, 0.0, 0.0, share)
        gl.BlendFuncSeparate(g.CONSTANT_ALPHA, g.ONE_MINUS_CONSTANT_ALPHA, g.ZERO, g.ONE)
        gl.DepthRange(0.5, 0.5)
        self._light(targets, shadow_maps, atmosphere, lens, lamps, casting)
        gl.DepthRange(0.0, 1.0)
        gl.Disable(g.BLEND)

    def _light(
        self, targets: Targets, shadow_maps: ShadowMaps, atmosphere: Atmosphere, lens: Lens,
        lamps: tuple[PointLight, ...], casting: int,
    ) -> None:  # fmt: skip
        """Where the target's depth is below the far plane there are things, at it is the sky."""
        gl, canvas = self._canvas.gl, self._canvas
        gl.DepthFunc(g.GREATER)
        canvas.bind(
            targets.albedo, targets.normal, targets.depth, targets.open_soft_map,
            shadow_maps.map, shadow_maps.map,
        )  # fmt: skip
        with shadow_maps.read_as_numbers(_READ_UNIT):
            self._light_tiles(atmosphere, lens, lamps, casting, targets.size)
        gl.DepthFunc(g.EQUAL)
        canvas.cover(self._sky)
        gl.DepthFunc(g.LESS)
        gl.Disable(g.DEPTH_TEST)

    def _light_tiles(
        self, atmosphere: Atmosphere, lens: Lens, lamps: tuple[PointLight, ...], casting: int,
        size: tuple[int, int],
    ) -> None:  # fmt: skip
        gl = self._canvas.gl
        shines = 1.0 if max(atmosphere.sun_color) > _SUN_SHINES else -1.0
        gl.Enable(g.SCISSOR_TEST)
        for lit_by, rects in tiles_by_lamps(lens, lamps, size).items():
            program = self._light_program(lit_by, casting)
            program.use(sun_shines=shines, **lamp_lists(lit_by, casting))
            for rect in rects:
                gl.Scissor(*rect)
                self._canvas.triangle()
        gl.Disable(g.SCISSOR_TEST)

    def release(self) -> None:
        """Frees the programs."""
        owned = (self._occlusion, self._blur, self._mix, self._edges, self._sky)
        for program in (*self._programs.values(), *owned):
            program.release()

    def _occlude(self, targets: Targets) -> None:
        canvas = self._canvas
        canvas.start(targets.open, targets.half)
        canvas.bind(targets.depth, targets.normal)
        canvas.cover(self._occlusion)
        canvas.start(targets.open_soft, targets.half)
        canvas.bind(targets.open_map)
        canvas.cover(self._blur)

    def mirror(self, targets: Targets) -> None:
        """Adds what wet ground and polished floors mirror of the lit picture."""
        if not self._mirrors:
            return
        gl, canvas = self._canvas.gl, self._canvas
        canvas.start(targets.mirror, targets.half)
        canvas.bind(
            targets.albedo, targets.normal, targets.depth, targets.open_soft_map, targets.light_map
        )
        canvas.cover(self._program("reflect.frag", self._air))
        canvas.start(targets.light, targets.size)
        gl.Enable(g.BLEND)
        gl.BlendFunc(g.ONE, g.ONE)
        canvas.bind(targets.mirror_map, targets.depth)
        canvas.cover(self._mix)
        gl.Disable(g.BLEND)


def tiles_by_lamps(
    lens: Lens, lamps: tuple[PointLight, ...], size: tuple[int, int]
) -> dict[tuple[int, ...], list[tuple[int, int, int, int]]]:
    """Which parts of the picture (x, y, width, height in pixels) which lamps can reach."""
    width, height = size
    if not lamps:
        return {(): [(0, 0, width, height)]}
    spans = [_span(lens, lamp) for lamp in lamps]
    columns = np.linspace(0, width, _TILES[0] + 1).astype(int)
    rows = np.linspace(0, height, _TILES[1] + 1).astype(int)
    tiles: dict[tuple[int, ...], list[tuple[int, int, int, int]]] = {}
    for left, right in pairwise(columns):
        for bottom, top in pairwise(rows):
            lit_by = tuple(
                number
                for number, (x0, y0, x1, y1) in enumerate(spans)
                if x0 * width < right
                and x1 * width > left
                and y0 * height < top
                and y1 * height > bottom
            )
            rect = (int(left), int(bottom), int(right - left), int(top - bottom))
            tiles.setdefault(lit_by, []).append(rect)
    return tiles


def _span(lens: Lens, lamp: PointLight) -> tuple[float, float, float, float]:
    """x0, y0, x1, y1 of what the lamp's reach covers, in shares of the picture."""
    x, y, z = lens.view[:3, :3] @ np.asarray(lamp.position_m) + lens.view[:3, 3]
    ahead, reach = -float(z), lamp.radius_m
    if ahead + reach < NEAR_M:
        return (2.0, 2.0, -2.0, -2.0)
    ends: list[tuple[float, float]] = []
    for across, tangent in ((float(x), lens.tangents[0]), (float(y), lens.tangents[1])):
        gap = math.hypot(across, ahead)
        if gap <= reach * 1.001:
            ends.append((-1.0, 2.0))
            continue
        middle, half = math.atan2(across, ahead), math.asin(reach / gap)
        low, high = middle - half, middle + half
        first, last = (_tangent(angle) / tangent for angle in (low, high))
        ends.append((first * 0.5 + 0.49, last * 0.5 + 0.51))
    return (ends[0][0], ends[1][0], ends[0][1], ends[1][1])


def _tangent(angle: float) -> float:
    """Of what is before the camera; far out for what is beside or behind it."""
    return math.tan(angle) if abs(angle) < 1.5 else math.copysign(99.0, angle)
