"""Particles and what deforms: drawn where they are, over and behind the right things."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.world.model import Atmosphere, FrameView, Mesh, Shape, Sprites, Surface
from engine.world.renderer import Renderer
from engine.world.renderer.sprites import sorted_rows
from tests.engine.world.renderer.scenes import Scene, at, box, looking, plane, sphere

SIZE = (160, 96)
DARK = Atmosphere(
    sun_color=(0, 0, 0), sky_top=(0, 0, 0), sky_horizon=(0, 0, 0), fog_density_per_m=0.0, clouds=0.0
)
CLEAR = Atmosphere(fog_density_per_m=0.0, clouds=0.0)
GREY = Surface((0.4, 0.4, 0.4), roughness=1.0)


def particles(
    kind: str, x: float, y: float, z: float, *, size: float = 0.2,
    color: tuple[float, float, float, float] = (1.0, 1.0, 1.0, 1.0),
) -> Sprites:  # fmt: skip
    return Sprites(
        kind=kind,  # type: ignore[arg-type]
        positions=np.array([[x, y, z]], np.float32),
        velocities=np.zeros((1, 3), np.float32),
        sizes_m=np.array([size], np.float32),
        colors=np.array([color], np.float32),
    )


def stage() -> Scene:
    scene = Scene(camera=looking((0, 1, 4), (0, 1, 0)))
    scene.add(plane(20), GREY)
    scene.add(box(1.5, 1.5, 0.2), GREY, at(0, 0, -1))
    return scene


def drawn(scene: Scene, view: FrameView, air: Atmosphere = CLEAR) -> np.ndarray:
    with Renderer(*SIZE) as renderer:
        renderer.load(scene.drawables, air)
        return renderer.render(view).rgb.astype(float)


def test_sparks_add_light_in_the_dark_and_are_hidden_by_what_stands_before_them() -> None:
    scene = stage()
    empty = drawn(scene, scene.view(), DARK)
    before = drawn(scene, scene.view(sprites=(particles("spark", 0, 1, 0),)), DARK)
    behind = drawn(scene, scene.view(sprites=(particles("spark", 0, 1, -2),)), DARK)
    assert before[48, 80].mean() > empty[48, 80].mean() + 60
    assert np.abs(behind[48, 80] - empty[48, 80]).max() < 12


def test_smoke_covers_what_is_behind_it_and_takes_the_light_of_the_place() -> None:
    scene = stage()
    soot = particles("smoke", 0, 1, 0, size=0.5, color=(0.02, 0.02, 0.02, 0.9))
    by_day = drawn(scene, scene.view(), CLEAR)
    smoky = drawn(scene, scene.view(sprites=(soot,)), CLEAR)
    assert smoky[48, 80].mean() < 0.75 * by_day[48, 80].mean()
    assert np.abs(smoky[5, 5] - by_day[5, 5]).max() < 3


def test_the_farthest_particle_is_drawn_first_and_none_behind_the_camera() -> None:
    camera = looking((0, 1, 4), (0, 1, 0))
    mixed = [particles("smoke", 0, 1, z) for z in (1.0, -3.0, 9.0)]
    rows = sorted_rows([*mixed, particles("flame", 0, 1, 0)], camera)
    assert rows[:, 2].tolist() == [-3.0, 0.0, 1.0]


def test_arrays_of_particles_that_differ_in_length_are_refused() -> None:
    torn = replace(particles("drop", 0, 1, 0), sizes_m=np.ones(2, np.float32))
    with pytest.raises(ValueError, match="drop sprites"):
        sorted_rows([torn], np.eye(4))


def test_a_deformed_body_looks_like_a_body_of_that_form() -> None:
    ball = sphere(0.4)
    flat = Mesh(
        np.ascontiguousarray(ball.positions * np.array([1.4, 0.5, 1.0], np.float32)),
        ball.normals,
        ball.indices,
    )
    soft, firm = stage(), stage()
    soft.add(ball, GREY, at(0, 0.9, 0.5), deforms=True)
    firm.add(flat, GREY, at(0, 0.9, 0.5))
    shape = Shape(flat.positions, flat.normals)
    assert (drawn(soft, soft.view(shapes={2: shape})) == drawn(firm, firm.view())).all()


def test_each_frame_shows_its_own_form_and_without_one_the_form_at_rest() -> None:
    scene = stage()
    ball = sphere(0.4)
    scene.add(ball, GREY, at(0, 0.9, 0.5), deforms=True)
    wide = Shape(ball.positions * np.float32(1.5), ball.normals)
    with Renderer(*SIZE, passes=("id",)) as renderer:
        renderer.load(scene.drawables, CLEAR)
        frames = [renderer.render(scene.view(shapes=shapes)) for shapes in ({}, {2: wide}, {})]
    areas = [int((frame.object_ids == 3).sum()) for frame in frames]
    assert areas[1] > 2 * areas[0]
    assert (frames[0].rgb == frames[2].rgb).all()


def test_a_form_of_another_number_of_vertices_is_refused() -> None:
    scene = stage()
    scene.add(sphere(0.4), GREY, at(0, 0.9, 0.5), deforms=True)
    wrong = Shape(np.zeros((3, 3), np.float32), np.zeros((3, 3), np.float32))
    with pytest.raises(ValueError, match="its shape 3"):
        drawn(scene, scene.view(shapes={2: wrong}))
