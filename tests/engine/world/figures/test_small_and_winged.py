"""Birds, swimmers, creepers and insects: built whole, standing, flying, swimming, not sliding."""

from __future__ import annotations

import numpy as np
import pytest
import trimesh

from engine.world.figures import Act, Performance, build_figure
from engine.world.figures.bodywork import cut
from engine.world.figures.creepers import JOINTS, bone_at
from engine.world.figures.forms import ball
from engine.world.figures.fowl import FOWL
from engine.world.figures.sea_life import SEA_LIFE
from engine.world.figures.small_life import CREEPERS, FLUTTERERS, SCUTTLERS

EVERY = (*FOWL, *SEA_LIFE, *CREEPERS, *SCUTTLERS, *FLUTTERERS)
MOST_TRIANGLES = 12_000
_AFLOAT = ("duck", "swan", "goose")


def points(performance: Performance, time_s: float) -> np.ndarray:
    matrices, shapes = performance.posed(time_s)
    return np.concatenate(
        [
            shape.positions @ matrix[:3, :3].T + matrix[:3, 3]
            for matrix, shape in zip(matrices, shapes, strict=True)
        ]
    )


@pytest.mark.parametrize("name", EVERY)
def test_every_kind_is_whole_light_and_rests_on_the_ground(name: str) -> None:
    model = build_figure(name, (), 1)
    assert model.skin is not None
    assert sum(len(part.mesh.indices) for part in model.parts) <= MOST_TRIANGLES
    assert np.allclose(model.skin.weights.sum(axis=1), 1.0, atol=1e-5)
    normals = np.concatenate([part.mesh.normals for part in model.parts])
    assert np.allclose(np.linalg.norm(normals, axis=1), 1.0, atol=2e-3)
    performance = Performance(model, (Act("stand", 0.0, 3.0),))
    low = min(points(performance, t)[:, 1].min() for t in (0.0, 0.7, 1.4))
    assert -0.10 * model.size_m[1] < low < 0.12 * model.size_m[1]


@pytest.mark.parametrize("name", FOWL)
def test_a_walking_birds_planted_feet_do_not_slide(name: str) -> None:
    model = build_figure(name, (), 1)
    walk = Performance(model, (Act("walk", 0.0, 5.0, ((0.0, 3.0 * model.size_m[2]),)),))
    worst = 0.0
    for side, plan in walk._rig.plans.items():
        for plant in plan.plants[1:-1]:
            inside = np.linspace(plant.land_s + 0.01, max(plant.lift_s, plant.land_s + 0.02), 4)
            spots = [walk.bone(f"foot_{side}", float(t))[:3, 3] for t in inside]
            worst = max(worst, float(np.ptp(np.array(spots), axis=0).max()))
    assert worst < max(0.004, 0.015 * FOWL[name].leg)


@pytest.mark.parametrize("name", SCUTTLERS)
def test_planted_feet_of_small_animals_do_not_slide(name: str) -> None:
    walk = Performance(build_figure(name, (), 1), (Act("walk", 0.0, 4.0, ((0.0, 0.6),)),))
    for leg, plan in walk._rig.plans.items():
        for plant in plan.plants[1:-1]:
            spots = [walk.bone(f"foot_{leg}", t)[:3, 3] for t in (plant.land_s, plant.lift_s)]
            assert np.linalg.norm(spots[1] - spots[0]) < 0.004


def test_a_small_bird_beats_its_wings_faster_than_a_large_one() -> None:
    beats = {}
    for name in ("bird", "eagle"):
        act = Act("fly", 0.0, 8.0, ((0.0, 9.0),), (0.0, 3.0, 0.0))
        performance = Performance(build_figure(name), (act,))
        lift = [
            float(performance.bone("wing_L", t)[1, 0] / np.linalg.norm(
                performance.bone("wing_L", t)[:3, 0])) for t in np.arange(0.4, 2.4, 0.02)
        ]  # fmt: skip
        beats[name] = int((np.diff(np.sign(np.diff(lift))) != 0).sum())
        heights = [performance.bone("pelvis", t)[1, 3] for t in (0.0, 4.0, 7.99)]
        assert heights[1] > 2.8 and abs(heights[2] - heights[0]) < 0.25
    assert beats["bird"] > 2 * beats["eagle"] > 4


def test_wings_are_closed_on_the_ground_and_spread_in_the_air() -> None:
    act = Act("fly", 2.0, 8.0, ((0.0, 9.0),), (0.0, 3.0, 0.0))
    performance = Performance(build_figure("eagle"), (act,))
    widths = [float(np.ptp(points(performance, t)[:, 0])) for t in (0.5, 5.0)]
    assert widths[0] < 0.5 and widths[1] > 1.2


@pytest.mark.parametrize("name", ["bird", "chicken", "flamingo", "swan"])
def test_a_pecking_bird_reaches_the_ground_with_its_beak(name: str) -> None:
    model = build_figure(name)
    performance = Performance(model, (Act("eat", 0.0, 4.0),))
    beak = [performance.hand(t)[1] for t in np.arange(0.5, 3.0, 0.05)]
    assert -0.06 * model.size_m[1] < min(beak) < 0.17 * model.size_m[1] < max(beak)


@pytest.mark.parametrize("name", _AFLOAT)
def test_a_water_bird_floats_at_the_waters_level(name: str) -> None:
    act = Act("swim", 0.0, 5.0, ((0.0, 1.5),), (0.0, -0.1, 0.0))
    performance = Performance(build_figure(name), (act,))
    middle = performance.bone("pelvis", 2.5)[1, 3]
    assert -0.1 < middle < -0.1 + FOWL[name].thick


def test_a_snake_follows_its_own_head_and_never_slides_aside() -> None:
    performance = Performance(build_figure("snake"), (Act("walk", 0.0, 6.0, ((0.0, 4.0),)),))
    trace = np.array([performance.bone("head", t)[[0, 2], 3] for t in np.arange(0.0, 5.0, 0.01)])
    for k in range(4, JOINTS, 5):
        spot = performance.bone(bone_at(k), 4.5)[[0, 2], 3]
        assert np.linalg.norm(trace - spot, axis=1).min() < 0.03


def test_a_wave_runs_down_a_swimming_fish_and_a_dolphin_leaps() -> None:
    act = Act("swim", 0.0, 6.0, ((0.0, 5.0),), (0.0, -0.2, 0.0))
    fish = Performance(build_figure("fish"), (act,))
    swing = {
        name: np.ptp([fish.bone(name, t)[0, 3] for t in np.arange(2.0, 4.0, 0.02)])
        for name in ("spine_2", "fin")
    }
    assert swing["fin"] > 2.0 * swing["spine_2"] > 0.0
    dolphin = Performance(build_figure("dolphin"), (act,))
    heights = [dolphin.bone("pelvis", t)[1, 3] for t in np.arange(1.0, 5.0, 0.05)]
    assert max(heights) > 0.5 and min(heights) < -0.3


def test_a_fish_on_dry_land_lies_on_its_side() -> None:
    fish = Performance(build_figure("fish"), (Act("stand", 0.0, 4.0),))
    assert abs(fish.bone("pelvis", 1.0)[1, 0]) > 0.8


def test_a_butterfly_lands_on_what_it_flies_to() -> None:
    act = Act("fly", 0.0, 3.0, ((0.5, 0.2), (1.0, 0.0)), (1.0, 0.7, 0.0))
    performance = Performance(build_figure("butterfly"), (act,))
    stand = performance.bone("pelvis", 4.0)[:3, 3]
    assert np.allclose(stand[[0, 2]], (1.0, 0.0), atol=0.02)
    assert 0.7 < stand[1] < 0.76


def test_a_colour_word_dyes_and_a_size_word_grows() -> None:
    hide = next(p for p in build_figure("parrot", ("green",)).parts if p.name == "hide")
    red, green, blue = hide.surface.color
    assert green > 1.5 * red and green > 1.2 * blue
    small, plain = build_figure("shark", ("small",)), build_figure("shark")
    assert small.size_m[2] < 0.75 * plain.size_m[2]
    assert small.mass_kg == pytest.approx(plain.mass_kg * 0.65**3)


def test_a_skin_cut_along_a_line_loses_nothing() -> None:
    whole = ball((0, 0, 0), 1.0, 24)
    values = whole.positions[:, 1].astype(np.float64) - 0.31
    upper, lower = cut(whole, values)
    areas = [trimesh.Trimesh(m.positions, m.indices, process=False).area
             for m in (whole, upper, lower)]  # fmt: skip
    assert areas[1] + areas[2] == pytest.approx(areas[0], rel=1e-5)
    assert upper.positions[:, 1].min() == pytest.approx(0.31, abs=1e-5)
