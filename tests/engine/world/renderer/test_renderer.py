"""What the renderer promises: exact passes, light where it belongs, the same bytes again."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import get_args

import numpy as np
import pytest

from engine.errors import BadRequest, CannotHere
from engine.request import ALL_PASSES
from engine.world.model import Atmosphere, Pattern, PointLight, RenderedFrame, Surface
from engine.world.renderer import STYLES, Renderer
from engine.world.renderer.context import hardware_first
from tests.engine.world.renderer import scenes
from tests.engine.world.renderer.scenes import Scene, at, box, looking, plane, sphere

SIZE = (160, 96)
CLEAR = Atmosphere(fog_density_per_m=0.0, clouds=0.0)
GREY = Surface((0.5, 0.5, 0.5), roughness=1.0)


def drawn(scene: Scene, air: Atmosphere = CLEAR, *, style: str = "natural", passes: bool = False,
          size: tuple[int, int] = SIZE, **changes: object) -> RenderedFrame:  # fmt: skip
    with Renderer(*size, style, ALL_PASSES if passes else ()) as renderer:
        renderer.load(scene.drawables, air)
        return renderer.render(scene.view(**changes))


def lightness(frame: RenderedFrame, x: int, y: int) -> float:
    return float(frame.rgb[y - 1 : y + 2, x - 1 : x + 2].mean())


def ball_on_ground(surface: Surface = GREY, **more: object) -> Scene:
    """A ball of 0.5 m on a grey plane, seen from the front and a little above."""
    scene = Scene(camera=looking((0, 1.5, 4), (0, 0.4, 0)))
    scene.add(plane(20), GREY)
    scene.add(sphere(0.5), surface, at(0, 0.5, 0), **more)
    return scene


def test_depth_of_a_plane_is_right_within_a_millimetre() -> None:
    scene = Scene(camera=looking((0, 0, 5), (0, 0, 0)))
    scene.add(box(40, 40, 2), GREY, at(0, -20, -1))
    depth = drawn(scene, passes=True).depth_m
    assert depth is not None
    assert depth.dtype == np.float32
    assert np.abs(depth - 5.0).max() < 0.001


def test_depth_of_a_slanted_floor_follows_the_ray() -> None:
    scene = Scene(camera=looking((0, 2, 4), (0, 1, 0)))
    scene.add(plane(50), GREY)
    depth = drawn(scene, passes=True).depth_m
    assert depth is not None
    width, height = SIZE
    tangent = np.tan(scene.fov / 2)
    row = height - 10
    up = 1 - 2 * (row + 0.5) / height
    ray = scene.camera[:3, :3] @ (0, up * tangent, -1)
    assert depth[row, width // 2] == pytest.approx(-2 / ray[1], abs=0.001)


def test_sky_is_infinitely_far_and_has_neither_normal_nor_id() -> None:
    frame = drawn(ball_on_ground(), passes=True, size=(160, 160),
                  camera_to_world=looking((0, 1.5, 4), (0, 1.5, 0)))  # fmt: skip
    assert frame.depth_m is not None and frame.normal is not None and frame.object_ids is not None
    assert np.isinf(frame.depth_m[2]).all()
    assert not frame.normal[2].any()
    assert not frame.object_ids[2].any()


def test_normals_are_unit_and_in_world_space() -> None:
    frame = drawn(ball_on_ground(Surface((0.5, 0.2, 0.1), pattern="brick")), passes=True)
    assert frame.normal is not None and frame.object_ids is not None
    floor = frame.normal[frame.object_ids == 1]
    assert np.abs(floor - (0, 1, 0)).max() < 1e-3
    ball = frame.normal[frame.object_ids == 2]
    assert np.abs(np.linalg.norm(ball, axis=1) - 1).max() < 1e-3
    assert ball[:, 2].max() > 0.9


def test_ids_are_whole_numbers_up_to_65535_without_mixing() -> None:
    scene = ball_on_ground()
    scene.drawables[1] = replace(scene.drawables[1], object_id=65535)
    ids = drawn(scene, passes=True).object_ids
    assert ids is not None
    assert ids.dtype == np.uint16
    assert set(np.unique(ids)) <= {0, 1, 65535}
    assert ids[SIZE[1] // 2, SIZE[0] // 2] == 65535


def test_no_passes_unless_asked() -> None:
    frame = drawn(ball_on_ground())
    assert frame.depth_m is None and frame.normal is None and frame.object_ids is None
    assert frame.rgb.shape == (SIZE[1], SIZE[0], 3)


def test_the_ground_behind_a_ball_is_darker_only_when_it_casts_a_shadow() -> None:
    air = replace(CLEAR, sun_direction=(-0.7, 0.7, 0.0))
    shaded = drawn(ball_on_ground(), air)
    open_to_the_sun = drawn(ball_on_ground(casts_shadow=False), air)
    camera = ball_on_ground().camera
    x, y = _pixel((0.95, 0.0, 0.0), camera, 0.8)
    assert lightness(shaded, x, y) < 0.7 * lightness(open_to_the_sun, x, y)
    far_x, far_y = _pixel((-1.4, 0.0, 0.0), camera, 0.8)
    assert lightness(shaded, far_x, far_y) == pytest.approx(
        lightness(open_to_the_sun, far_x, far_y), abs=1.0
    )


def _pixel(point: tuple[float, float, float], camera: np.ndarray, fov: float) -> tuple[int, int]:
    seen = np.linalg.inv(camera) @ (*point, 1.0)
    tangent = np.tan(fov / 2)
    x = seen[0] / -seen[2] / (tangent * SIZE[0] / SIZE[1])
    y = seen[1] / -seen[2] / tangent
    return int((x + 1) / 2 * SIZE[0]), int((1 - y) / 2 * SIZE[1])


def test_a_sunlit_floor_has_no_shadow_acne() -> None:
    scene = Scene(camera=looking((0, 1.5, 4), (0, 0, 0)))
    scene.add(plane(20), GREY)
    low_sun = replace(CLEAR, sun_direction=(0.8, 0.35, 0.3))
    rows = drawn(scene, low_sun).rgb[SIZE[1] // 2 :].astype(float)
    assert np.abs(np.diff(rows.mean(axis=2), axis=1)).max() < 6


def test_emission_is_bright_in_the_dark_and_glows_around_itself() -> None:
    dark = replace(CLEAR, sun_color=(0, 0, 0), sky_top=(0, 0, 0), sky_horizon=(0, 0, 0))
    size = (320, 192)
    lamp = drawn(ball_on_ground(Surface((1, 0.9, 0.7), emission=6.0)), dark, size=size)
    plain = drawn(ball_on_ground(Surface((1, 0.9, 0.7))), dark, size=size)
    assert lightness(lamp, 160, 90) > 200
    assert lightness(plain, 160, 90) < 80
    ball_edge = int(np.flatnonzero(lamp.rgb[90, 160:].mean(axis=1) < 150)[0]) + 160
    assert lightness(lamp, ball_edge + 5, 90) > lightness(plain, ball_edge + 5, 90) + 3


def test_a_lamp_lights_what_is_near_it() -> None:
    dark = replace(CLEAR, sun_color=(0, 0, 0), sky_top=(0, 0, 0), sky_horizon=(0, 0, 0))
    lamp = PointLight((-1.5, 1.0, 0.5), (6.0, 5.0, 4.0), 4.0)
    lit = drawn(ball_on_ground(), dark, lights=(lamp,))
    near, far = (_pixel((x, 0.0, 0.5), ball_on_ground().camera, 0.8) for x in (-1.4, 1.6))
    assert lightness(lit, *near) > 3 * lightness(lit, *far)


def test_a_lamp_in_a_room_throws_a_shadow_under_the_table() -> None:
    scene = Scene(camera=looking((0, 0.9, 4), (0, 0.4, 0)))
    scene.add(plane(5), GREY)
    scene.add(box(1.6, 0.05, 1.2), GREY, at(0, 0.8, 0))
    scene.lights = (PointLight((0, 2.4, 0), (9.0, 9.0, 9.0), 8.0),)
    under = _pixel((0, 0, 0.1), scene.camera, 0.8)
    beside = _pixel((1.9, 0, 0.1), scene.camera, 0.8)
    frame = drawn(scene, scenes.INDOORS)
    assert lightness(frame, *under) < 0.75 * lightness(frame, *beside)


def test_invisible_things_are_not_drawn() -> None:
    ids = drawn(ball_on_ground(), passes=True, visible=np.array([True, False])).object_ids
    assert ids is not None
    assert 2 not in ids


def test_glass_shows_what_is_behind_it_without_any_dots() -> None:
    scene = Scene(camera=looking((0, 1, 4), (0, 1, 0)))
    scene.add(plane(20), GREY)
    scene.add(box(3, 3, 0.2), Surface((0.9, 0.1, 0.1), roughness=1.0), at(0, 0, -1))
    clear = drawn(scene).rgb.astype(float)
    scene.add(box(1.5, 1.6, 0.02), Surface((0.9, 0.95, 0.9), opacity=0.2, refraction=1.5),
              at(0, 0.4, 0.5))  # fmt: skip
    pane = drawn(scene).rgb.astype(float)
    middle = (slice(40, 56), slice(72, 88))
    assert np.abs(pane[middle] - clear[middle]).mean() < 45
    assert pane[middle][..., 0].mean() > 2 * pane[middle][..., 1].mean()
    assert np.abs(np.diff(pane[middle], axis=1)).max() < 6


def test_what_lets_light_through_is_solid_in_the_passes() -> None:
    glass = drawn(ball_on_ground(replace(GREY, opacity=0.4, refraction=1.5)), passes=True)
    solid = drawn(ball_on_ground(), passes=True)
    assert glass.object_ids is not None and solid.object_ids is not None
    assert (glass.object_ids == solid.object_ids).all()
    assert glass.depth_m is not None and solid.depth_m is not None
    assert (glass.depth_m == solid.depth_m).all()


def test_a_picture_is_shown_upright_over_its_part() -> None:
    picture = np.zeros((32, 32, 3), dtype=np.uint8)
    picture[:16] = (255, 0, 0)
    picture[16:] = (0, 0, 255)
    scene = Scene(camera=looking((0, 1, 4), (0, 1, 0)))
    scene.add(box(2, 2, 0.1), Surface((1, 1, 1), pattern="picture"), at(0, 0, 0), picture=picture)
    rgb = drawn(scene).rgb.astype(int)
    top, bottom = rgb[SIZE[1] // 2 - 15, SIZE[0] // 2], rgb[SIZE[1] // 2 + 15, SIZE[0] // 2]
    assert top[0] > top[2] + 60
    assert bottom[2] > bottom[0] + 60


@pytest.mark.parametrize("style", STYLES)
def test_the_same_frame_is_the_same_bytes(style: str) -> None:
    scene = ball_on_ground()
    first, second = drawn(scene, style=style), drawn(scene, style=style)
    assert (first.rgb == second.rgb).all()


def test_every_style_looks_different_from_every_other() -> None:
    scene = ball_on_ground(Surface((0.8, 0.2, 0.1), pattern="basketball"))
    frames = [drawn(scene, style=style).rgb.astype(float) for style in STYLES]
    for index, first in enumerate(frames):
        for second in frames[index + 1 :]:
            assert np.abs(first - second).mean() > 2.5


def test_every_pattern_but_plain_changes_the_surface() -> None:
    scene = Scene(camera=looking((0.5, 1.2, 1.7), (0, 0.45, 0)))
    scene.add(box(0.9, 0.9, 0.9), GREY)
    picture = np.arange(48, dtype=np.uint8).reshape(4, 4, 3) * 5
    with Renderer(*SIZE) as renderer:
        looks: dict[str, np.ndarray] = {}
        for pattern in get_args(Pattern):
            surface = Surface((0.5, 0.35, 0.2), (0.12, 0.2, 0.35), 0.5, pattern=pattern)
            painted = replace(scene.drawables[0], surface=surface, picture=picture)
            renderer.load([painted], CLEAR)
            looks[pattern] = renderer.render(scene.view()).rgb.astype(float)
    plain = looks.pop("plain")
    for pattern, look in looks.items():
        assert np.abs(look - plain).mean() > 0.3, pattern


def test_wet_ground_mirrors() -> None:
    scene = ball_on_ground()
    dry = drawn(scene, replace(scenes.RAINY, rain=0.0, wetness=0.0)).rgb.astype(float)
    wet = drawn(scene, replace(scenes.RAINY, rain=0.0)).rgb.astype(float)
    assert np.abs(dry - wet)[SIZE[1] // 2 :].mean() > 3


def test_a_long_lens_wide_open_blurs_what_is_off_its_focus_and_stopped_down_hardly() -> None:
    scene = Scene(camera=looking((0, 1.5, 8), (0, 0.4, 0)), fov=0.2)
    scene.add(plane(20), Surface((0.8,) * 3, (0.05,) * 3, pattern="checker", pattern_scale_m=0.2))

    def contrast(**changes: object) -> float:
        rgb = drawn(scene, size=(320, 192), **changes).rgb.astype(float)
        return float(np.abs(np.diff(rgb[60:90], axis=1)).mean())

    depth = drawn(scene, size=(320, 192), passes=True).depth_m
    assert depth is not None
    sharp = contrast()
    assert contrast(focus_distance_m=3.0, f_number=1.4) < 0.6 * sharp
    assert contrast(focus_distance_m=3.0, f_number=64.0) > 0.9 * sharp
    assert contrast(focus_distance_m=float(depth[75, 160]), f_number=1.4) > 0.9 * sharp


def test_glass_in_the_focus_is_sharp_though_what_is_seen_through_it_is_not() -> None:
    scene = Scene(camera=looking((0, 1, 3), (0, 1, 0)), fov=0.3)
    scene.add(box(9, 9, 1), GREY, at(0, -3, -9))
    glass = Surface((0.9, 0.2, 0.2), roughness=0.4, opacity=0.5)
    scene.add(box(0.5, 0.5, 0.02), glass, at(0, 0.75, 0))

    def edge(distance: float) -> float:
        row = drawn(scene, focus_distance_m=distance, f_number=1.4).rgb[48].astype(float)
        return float(np.abs(np.diff(row, axis=0)).max())

    assert edge(3.0) > 1.5 * edge(8.5)


def test_what_lies_before_the_focus_keeps_its_light() -> None:
    scene = Scene(camera=looking((0, 1, 4), (0, 1, 0)), fov=0.3)
    scene.add(box(9, 9, 1), GREY, at(0, -3, -9))
    scene.add(box(0.3, 0.6, 0.05), Surface((0.8, 0.1, 0.1), roughness=1.0), at(0, 0.7, 1.5))
    sharp, blurred = (
        drawn(scene, focus_distance_m=distance, f_number=1.4).rgb[48, 80].astype(float)
        for distance in (2.5, 10.0)
    )
    assert np.abs(sharp - blurred).max() < 25


def test_resizing_gives_pictures_of_the_new_size() -> None:
    scene = ball_on_ground()
    with Renderer(*SIZE, "natural", ALL_PASSES) as renderer:
        renderer.load(scene.drawables, CLEAR)
        renderer.render(scene.view())
        renderer.resize(96, 64)
        frame = renderer.render(scene.view())
    assert frame.rgb.shape == (64, 96, 3)
    assert (frame.rgb == drawn(scene, passes=True, size=(96, 64)).rgb).all()


def test_loading_another_shot_leaves_nothing_of_the_first() -> None:
    with Renderer(*SIZE) as renderer:
        renderer.load(scenes.playground().drawables, scenes.RAINY)
        renderer.render(scenes.playground().view())
        scene = ball_on_ground()
        renderer.load(scene.drawables, CLEAR)
        again = renderer.render(scene.view())
    assert (again.rgb == drawn(scene).rgb).all()


def test_an_empty_shot_shows_the_sky() -> None:
    scene = Scene()
    frame = drawn(scene, passes=True)
    assert frame.object_ids is not None
    assert not frame.object_ids.any()
    assert frame.rgb.std() > 0


def test_without_opengl_one_sentence_names_the_fix() -> None:
    def no_device() -> object:
        raise OSError("no display device")

    with pytest.raises(CannotHere, match=r"OpenGL 3\.3.*no display device.*(install|log in)"):
        Renderer(*SIZE, opener=no_device)


def test_an_unknown_style_is_refused_with_the_known_ones() -> None:
    with pytest.raises(BadRequest, match="natural, cartoon"):
        Renderer(*SIZE, "cubist")


def test_a_size_that_cannot_be_drawn_is_refused() -> None:
    with pytest.raises(BadRequest, match="8x8"):
        Renderer(8, 8)


def test_a_view_of_another_shot_is_refused() -> None:
    with Renderer(*SIZE) as renderer:
        with pytest.raises(ValueError, match="load"):
            renderer.render(Scene().view())
        renderer.load(ball_on_ground().drawables, CLEAR)
        with pytest.raises(ValueError, match="0 matrices"):
            renderer.render(Scene().view())


def test_renderers_in_other_threads_one_after_the_other_draw_the_same() -> None:
    scene = ball_on_ground()
    frames: list[np.ndarray] = []
    for _ in range(2):
        thread = threading.Thread(target=lambda: frames.append(drawn(scene).rgb))
        thread.start()
        thread.join()
    assert len(frames) == 2
    assert (frames[0] == frames[1]).all()


def test_two_renderers_at_once_in_one_thread_do_not_mix() -> None:
    first_scene, second_scene = ball_on_ground(), scenes.parlour()
    with Renderer(*SIZE) as first, Renderer(*SIZE, "noir") as second:
        first.load(first_scene.drawables, CLEAR)
        second.load(second_scene.drawables, scenes.INDOORS)
        a, b = first.render(first_scene.view()), second.render(second_scene.view())
    assert (a.rgb == drawn(first_scene).rgb).all()
    assert (b.rgb == drawn(second_scene, scenes.INDOORS, style="noir").rgb).all()


def test_closing_twice_is_safe() -> None:
    renderer = Renderer(*SIZE)
    renderer.load(ball_on_ground().drawables, CLEAR)
    renderer.close()
    renderer.close()


def test_deep_picture_distances_do_not_fight() -> None:
    """A sheet 5 cm above the ground stays whole at 60 m."""
    scene = Scene(camera=looking((0, 2, 0), (0, 0, -60)), fov=0.05)
    scene.add(plane(100), GREY)
    scene.add(box(20, 0.05, 60), GREY, at(0, 0, -60))
    ids = drawn(scene, passes=True).object_ids
    assert ids is not None
    rows = (ids == 2).astype(int)
    assert rows[-1].all()
    assert (np.diff(rows, axis=0) >= 0).all()


def test_snow_lies_on_the_ground_outdoors_only() -> None:
    scene = ball_on_ground()
    snowy = replace(scenes.SNOWY, fog_density_per_m=0.0)
    x, y = _pixel((-1.6, 0.0, 1.0), scene.camera, scene.fov)
    covered = lightness(drawn(scene, snowy), x, y)
    assert covered > lightness(drawn(scene, replace(snowy, snow=0.0)), x, y) + 15
    assert (
        drawn(scene, replace(snowy, indoors=True)).rgb
        == drawn(scene, replace(snowy, indoors=True, snow=0.0)).rgb
    ).all()


def test_a_graphics_card_is_tried_before_software() -> None:
    software = "EGL_EXT_device_drm EGL_MESA_device_software"
    assert hardware_first([software, "EGL_NV_device_cuda", "EGL_EXT_device_drm"]) == [1, 2, 0]
    assert hardware_first([]) == []
