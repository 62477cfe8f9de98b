"""A final frame: what moves is streaked along its way, what stands is sharp, edges are smooth."""

from __future__ import annotations

import numpy as np
import pytest

from engine.request import ALL_PASSES, Quality
from engine.world.model import Atmosphere, FrameView, RenderedFrame, Surface
from engine.world.renderer import Renderer
from engine.world.renderer.shutter import moments_of, offsets_of
from tests.engine.world.renderer.scenes import Scene, at, box, looking, plane, sphere

SIZE = (192, 112)
CLEAR = Atmosphere(fog_density_per_m=0.0, clouds=0.0)
GREY = Surface((0.4, 0.4, 0.4), roughness=1.0)
RED = Surface((0.8, 0.05, 0.05), roughness=1.0)


def stage() -> Scene:
    scene = Scene(camera=looking((0, 1, 4), (0, 1, 0)))
    scene.add(plane(20), GREY)
    scene.add(sphere(0.35), RED, at(0, 1, 0))
    scene.add(box(0.4, 0.4, 0.4), RED, at(-1.4, 0, 0))
    return scene


def exposed(scene: Scene, speed_m: float, quality: Quality, **passes: object) -> RenderedFrame:
    """The ball moves by ``speed_m`` in each frame."""

    def views(frame: float) -> FrameView:
        scene.poses[1] = at(speed_m * frame, 1, 0)
        return scene.view(time_s=(frame + 0.5) / 24)

    with Renderer(*SIZE, "natural", quality=quality, **passes) as renderer:  # type: ignore[arg-type]
        renderer.load(scene.drawables, CLEAR)
        return renderer.expose(views, 0)


def test_a_still_final_frame_is_the_draft_but_for_its_edges() -> None:
    draft, final = (exposed(stage(), 0.0, kind).rgb.astype(float) for kind in ("draft", "final"))
    difference = np.abs(draft - final).max(axis=2)
    assert np.median(difference) <= 2
    assert (difference > 25).mean() < 0.03


def test_a_fast_ball_is_streaked_along_its_way_and_the_box_beside_it_is_not() -> None:
    still, fast = (exposed(stage(), speed, "final").rgb.astype(float) for speed in (0.0, 0.8))
    redness = [frame[..., 0] - frame[..., 1] for frame in (still, fast)]
    row = SIZE[1] // 2
    widths = [int((each[row] > 12).sum()) for each in redness]
    assert widths[1] > 1.25 * widths[0]
    columns = [int((each[:, SIZE[0] // 2] > 12).sum()) for each in redness]
    assert abs(columns[1] - columns[0]) <= 4
    left = slice(0, SIZE[0] // 4)
    assert np.abs(still[:, left] - fast[:, left]).mean() < 0.6


def test_a_draft_has_no_streaks() -> None:
    still, fast = (exposed(stage(), speed, "draft").rgb for speed in (0.0, 0.8))
    assert (still == fast).all()


def test_the_same_final_frame_is_the_same_bytes_whatever_was_drawn_before() -> None:
    scene = stage()

    def views(frame: float) -> FrameView:
        scene.poses[1] = at(0.3 * frame, 1, 0)
        return scene.view(time_s=(frame + 0.5) / 24)

    with Renderer(*SIZE, quality="final") as renderer:
        renderer.load(scene.drawables, CLEAR)
        forwards = [renderer.expose(views, frame).rgb for frame in (0, 1, 2, 3)]
        backwards = [renderer.expose(views, frame).rgb for frame in (3, 2, 1, 0)]
        in_a_row = [frame.rgb for frame in renderer.frames(views, range(4))]
    for one, other, third in zip(forwards, backwards[::-1], in_a_row, strict=True):
        assert (one == other).all()
        assert (one == third).all()


def test_moments_are_spread_evenly_over_the_opening_and_grow_with_the_motion() -> None:
    assert [moments_of(px) for px in (0.0, 20.0, 50.0, 110.0, 5000.0)] == [1, 1, 2, 4, 8]
    assert offsets_of(2) == [-0.125, 0.125]
    assert sum(offsets_of(8)) == pytest.approx(0.0)


def flow_of(scene: Scene, first: FrameView, second: FrameView) -> RenderedFrame:
    with Renderer(*SIZE, passes=ALL_PASSES) as renderer:
        renderer.load(scene.drawables, CLEAR)
        return renderer.render(first, second)


def test_flow_of_a_known_motion_is_right_within_a_twentieth_of_a_pixel() -> None:
    scene = Scene(camera=looking((0, 1, 5), (0, 1, 0)))
    scene.add(box(60, 60, 1), GREY, at(0, -29, -0.5))
    first = scene.view()
    scene.poses[0] = at(0.11, -29.07, -0.5)
    flow = flow_of(scene, first, scene.view()).flow_px
    assert flow is not None
    px_per_m = SIZE[1] / 2 / np.tan(scene.fov / 2) / 5
    assert np.abs(flow - (0.11 * px_per_m, 0.07 * px_per_m)).max() < 0.05


def test_flow_leads_each_point_to_where_a_moved_and_turned_camera_sees_it() -> None:
    scene = stage()
    first = scene.view()
    second = scene.view(camera_to_world=looking((0.3, 1.2, 3.6), (0.1, 0.9, 0)))
    frame = flow_of(scene, first, second)
    assert frame.flow_px is not None and frame.depth_m is not None
    for x, y in ((20, 100), (96, 56), (40, 90), (150, 80)):
        expected = _moved(first, second, (x, y), float(frame.depth_m[y, x]))
        assert np.abs(frame.flow_px[y, x] - expected).max() < 0.05


def test_flow_of_the_sky_follows_the_turn_of_the_camera() -> None:
    scene = Scene(camera=looking((0, 5, 0), (0, 8, -5)))
    scene.add(sphere(0.1), GREY)
    first = scene.view()
    second = scene.view(camera_to_world=looking((0, 5, 0), (0.2, 8, -5)))
    frame = flow_of(scene, first, second)
    assert frame.flow_px is not None
    expected = _moved(first, second, (96, 30), 1e6)
    assert np.abs(frame.flow_px[30, 96] - expected).max() < 0.05


def _moved(
    first: FrameView, second: FrameView, pixel: tuple[int, int], depth_m: float
) -> np.ndarray:
    """Where the point behind a pixel's middle goes, in pixels right and down."""
    half = np.array(SIZE) / 2
    tangent = np.tan(first.vertical_fov_rad / 2)
    center = np.array(pixel) + 0.5
    flat = (center / half - 1) * (tangent * SIZE[0] / SIZE[1], -tangent)
    world = first.camera_to_world @ (*(flat * depth_m), -depth_m, 1.0)
    seen = np.linalg.inv(second.camera_to_world) @ world
    onto = seen[:2] / -seen[2] / (tangent * SIZE[0] / SIZE[1], -tangent)
    return np.asarray((onto + 1) * half - center)


def test_flow_of_a_deforming_body_follows_its_vertices() -> None:
    from engine.world.model import Shape

    scene = Scene(camera=looking((0, 1, 5), (0, 1, 0)))
    wall = box(6, 6, 0.2)
    scene.add(wall, GREY, at(0, -2, -0.1), deforms=True)
    moved = Shape(wall.positions + np.float32([0.2, 0.0, 0.0]), wall.normals)
    rest = Shape(wall.positions, wall.normals)
    frame = flow_of(scene, scene.view(shapes={0: rest}), scene.view(shapes={0: moved}))
    assert frame.flow_px is not None
    px_per_m = SIZE[1] / 2 / np.tan(scene.fov / 2) / 5
    assert np.abs(frame.flow_px[56, 96] - (0.2 * px_per_m, 0.0)).max() < 0.05


def test_albedo_is_the_colour_without_any_light() -> None:
    scene = Scene(camera=looking((0, 1, 4), (0, 1, 0)))
    scene.add(box(9, 9, 1), Surface((0.5, 0.1, 0.02)), at(0, -3, -2))
    albedo = flow_of(scene, scene.view(), scene.view()).albedo
    assert albedo is not None
    assert np.abs(albedo[40, 90] - (0.5, 0.1, 0.02)).max() < 0.01


def test_only_the_passes_that_are_asked_for_come_back() -> None:
    frame = exposed(stage(), 0.0, "draft", passes=("depth", "camera"))
    assert frame.depth_m is not None
    assert frame.normal is None and frame.object_ids is None
    assert frame.albedo is None and frame.flow_px is None
