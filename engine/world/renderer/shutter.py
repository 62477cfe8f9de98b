"""An open shutter: how many moments a frame is made of, and how they are added.

Each moment is drawn as a picture of its own, shifted by a part of a pixel (which smooths edges);
what moves between two moments is drawn out along its way, so few moments give a whole streak.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from engine.world.model import FrameView, Matrix
from engine.world.renderer import gl as g
from engine.world.renderer import source
from engine.world.renderer.canvas import Canvas
from engine.world.renderer.geometry import Geometry
from engine.world.renderer.gl import Program
from engine.world.renderer.lens import lens_of
from engine.world.renderer.targets import Targets

EDGE_LOOKS = 1
"""How many more looks a frame of one moment has at its edges."""

OPEN_FRAMES = 0.5
"""A shutter of 180 degrees is open for half of each frame."""

_STILL_PX = 1.5
_STREAK_PX = 28.0
_MOST_MOMENTS = 8
_SHIFTS_PX = (
    (0.25, 0.25), (-0.25, -0.25), (0.25, -0.25), (-0.25, 0.25),
    (0.125, 0.375), (-0.125, -0.375), (0.375, -0.125), (-0.375, 0.125),
)  # fmt: skip

_EDGE_SHIFTS_PX = ((-0.25, -0.25), (0.25, 0.25))


def moments_of(motion_px: float) -> int:
    """How many moments a frame needs whose fastest thing moves that far meanwhile."""
    if motion_px <= _STREAK_PX:
        return 1
    return min(2 * int(np.ceil(motion_px / _STREAK_PX / 2)), _MOST_MOMENTS)


def is_still(motion_px: float) -> bool:
    """Nothing moves so far that it would be seen as a streak."""
    return motion_px <= _STILL_PX


def offsets_of(count: int) -> list[float]:
    """Middles of ``count`` equal parts of the opening, in frames from its middle."""
    return [((index + 0.5) / count - 0.5) * OPEN_FRAMES for index in range(count)]


def shift_of(index: int, size: tuple[int, int]) -> tuple[float, float]:
    """The picture's shift for a moment, in clip space."""
    x, y = _SHIFTS_PX[index % len(_SHIFTS_PX)]
    return (2 * x / size[0], 2 * y / size[1])


def edge_shift_of(index: int, size: tuple[int, int]) -> tuple[float, float]:
    """The same for the looks at the edges of one moment; the first is the whole picture."""
    x, y = _EDGE_SHIFTS_PX[index]
    return (2 * x / size[0], 2 * y / size[1])


def greatest_motion_px(
    geometry: Geometry, first: FrameView, last: FrameView, size: tuple[int, int]
) -> float:
    """How far, in pixels, the fastest corner of what is seen moves between two views."""
    before, after = (_corners_px(geometry, view, size) for view in (first, last))
    both = first.visible & last.visible
    way = np.abs(after - before).max(axis=2)
    on_screen = (np.abs(before - np.array(size) / 2) < np.array(size)).all(axis=2)
    way = np.where(on_screen & both[:, None], way, 0.0)
    sky = _turn_px(first, last, size)
    return float(max(np.nan_to_num(way).max(initial=0.0), sky))


def _corners_px(geometry: Geometry, view: FrameView, size: tuple[int, int]) -> Matrix:
    """(drawables, 8, 2) where the corners of each drawable's box are seen; nan behind the eye."""
    lens = lens_of(view, size[0] / size[1])
    corners = geometry.corners(view.shapes)
    placed = view.matrices.astype(np.float64)
    world = np.einsum("nij,nkj->nki", placed[:, :3, :3], corners) + placed[:, None, :3, 3]
    seen = world @ lens.view[:3, :3].T + lens.view[:3, 3]
    ahead = np.where(seen[..., 2] < -0.1, -seen[..., 2], np.nan)
    flat = seen[..., :2] / ahead[..., None] / np.array(lens.tangents)
    return np.asarray((flat * 0.5 + 0.5) * np.array(size))


def _turn_px(first: FrameView, last: FrameView, size: tuple[int, int]) -> float:
    """How far the camera's turn moves the sky."""
    lens = lens_of(last, size[0] / size[1])
    way = lens.view[:3, :3] @ -np.asarray(first.camera_to_world)[:3, 2]
    if way[2] > -0.05:
        return float(size[0])
    flat = np.abs(way[:2] / -way[2]) / np.array(lens.tangents) * np.array(size) / 2
    return float(flat.max())


class Shutter:
    """Adds moments to an exposure and finds the way of every pixel."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        gl = canvas.gl
        self._flow = source.flow_program(gl)
        self._flow_sky = source.screen_program(gl, "flow_sky.frag", outputs=("way",))
        self._most = source.screen_program(
            gl, "flow_most.frag", samplers=("flow_map",), outputs=("way",)
        )
        self._streak = source.screen_program(
            gl, "gather.frag",
            samplers=("light_map", "depth_map", "flow_map", "most_map"),
        )  # fmt: skip

    def clear(self, targets: Targets) -> None:
        """Starts an exposure in the dark."""
        self._canvas.start(targets.sum, targets.size)
        self._canvas.gl.ClearBufferfv(g.COLOR, 0, np.zeros(4, dtype=np.float32).ctypes.data)

    def add_streaks(self, targets: Targets, weight: float, length: float) -> None:
        """Adds the light of a moment whose ways ``find_ways`` has drawn.

        Args:
            weight: share of the exposure; 1 is the whole of it and replaces what was there.
            length: of the streaks, in ways.
        """
        canvas = self._canvas
        x, y = 1 / targets.half[0], 1 / targets.half[1]
        canvas.start(targets.most, targets.tiles)
        canvas.bind(targets.flow_map)
        canvas.cover(self._most, reach=8, stride=(x, y))
        canvas.start(targets.around, targets.tiles)
        canvas.bind(targets.most_map)
        canvas.cover(self._most, reach=3, stride=(1 / targets.tiles[0], 1 / targets.tiles[1]))
        canvas.bind(targets.light_map, targets.depth, targets.flow_map, targets.around_map)
        self._gather(self._streak, targets, weight, length)

    def find_ways(
        self, targets: Targets, geometry: Geometry, seen: np.ndarray, *, exact: bool = False
    ) -> None:
        """Draws where each pixel goes until the later moment that the frame block names.

        Args:
            exact: at full size into ``exact_flow``; else at half size.
        """
        gl, canvas = self._canvas.gl, self._canvas
        size = targets.size if exact else targets.half
        canvas.start(targets.exact_flow if exact else targets.flow, size)
        gl.DepthMask(1)
        gl.ClearBufferfv(g.DEPTH, 0, np.ones(1, dtype=np.float32).ctypes.data)
        gl.Disable(g.DEPTH_TEST)
        gl.DepthMask(0)
        shown = (float(size[0]), float(size[1]))
        canvas.cover(self._flow_sky, shown=shown)
        gl.Enable(g.DEPTH_TEST)
        gl.DepthMask(1)
        canvas.bind(geometry.matrices, geometry.next_matrices)
        self._flow.use(shown=shown)
        geometry.draw(seen)
        gl.DepthMask(0)
        gl.Disable(g.DEPTH_TEST)

    def release(self) -> None:
        """Frees the programs."""
        for program in (self._flow, self._flow_sky, self._most, self._streak):
            program.release()

    def _gather(self, program: Program, targets: Targets, weight: float, length: float) -> None:
        gl = self._canvas.gl
        self._canvas.start(targets.sum, targets.size)
        if weight < 1.0:
            gl.Enable(g.BLEND)
            gl.BlendFunc(g.ONE, g.ONE)
        self._canvas.cover(program, weight=weight, length_in_ways=length)
        gl.Disable(g.BLEND)


Views = Callable[[float], FrameView]
"""The view at a frame or between two."""
