"""Animals: every kind is built, stands, and goes in its own gait without sliding."""

from __future__ import annotations

import numpy as np
import pytest
import trimesh

from engine.world.figures import Act, Performance, build_figure
from engine.world.figures.breeds import BREEDS, GAITS
from engine.world.figures.hides import Flesh, hide

SLIP_M = 0.005
SLIP_OF_LEG = 0.012


@pytest.mark.parametrize("name", BREEDS)
def test_every_kind_stands_on_the_ground_with_all_its_bones(name: str) -> None:
    model = build_figure(name, (), 1)
    matrices, shapes = Performance(model, (Act("stand", 0.0, 2.0),)).posed(1.0)
    points = np.concatenate(
        [
            shape.positions @ matrix[:3, :3].T + matrix[:3, 3]
            for matrix, shape in zip(matrices, shapes, strict=True)
        ]
    )
    assert -0.05 * model.size_m[1] < points[:, 1].min() < 0.04 * model.size_m[1]
    assert model.skin is not None
    assert len(points) == len(model.skin.indices)
    assert np.allclose(model.skin.weights.sum(axis=1), 1.0, atol=1e-5)
    normals = np.concatenate([part.mesh.normals for part in model.parts])
    assert np.allclose(np.linalg.norm(normals, axis=1), 1.0, atol=1e-3)


@pytest.mark.parametrize("name", BREEDS)
def test_planted_feet_do_not_slide_when_it_walks(name: str) -> None:
    model = build_figure(name, (), 1)
    far = 4.0 * model.size_m[2]
    walk = Performance(model, (Act("walk", 0.0, 8.0, ((0.0, far),)),))
    rig = walk._rig
    worst = 0.0
    for foot, plan in rig.plans.items():
        end, side = foot.split("_")
        for plant in plan.plants[1:-1]:
            inside = np.linspace(
                plant.land_s + 0.05, max(plant.lift_s - 0.15, plant.land_s + 0.06), 4
            )
            spots = [rig.bones(float(t))[f"{end}_paw_{side}"][:3, 3] for t in inside]
            worst = max(worst, float(np.ptp(np.array(spots)[:, ::2], axis=0).max()))
    assert worst < max(SLIP_M, SLIP_OF_LEG * BREEDS[name].leg)


def test_different_kinds_go_differently() -> None:
    assert len({breed.gait for breed in BREEDS.values()}) == len(GAITS) >= 5
    rabbit = Performance(build_figure("rabbit"), (Act("run", 0.0, 3.0, ((0.0, 6.0),)),))
    dog = Performance(build_figure("dog"), (Act("run", 0.0, 3.0, ((0.0, 6.0),)),))
    together = [
        abs(plans["hind_L"].plants[2].lift_s - plans["hind_R"].plants[2].lift_s)
        for plans in (rabbit._rig.plans, dog._rig.plans)
    ]
    assert together[0] < 0.5 * together[1]


def test_size_words_change_size_and_mass_together() -> None:
    small, normal = build_figure("bear", ("small",)), build_figure("bear")
    ratio = small.size_m[1] / normal.size_m[1]
    assert ratio < 0.75
    assert small.mass_kg / normal.mass_kg == pytest.approx(ratio**3, rel=0.05)


def test_the_same_animal_is_built_the_same() -> None:
    one, two = build_figure("fox", ("big",), 5), build_figure("fox", ("big",), 5)
    assert all(
        a.mesh.positions.tobytes() == b.mesh.positions.tobytes()
        for a, b in zip(one.parts, two.parts, strict=True)
    )


def test_a_hide_is_closed_smooth_and_as_far_out_as_its_flesh() -> None:
    mesh = hide([Flesh("a", (0, 0, 0), (0, 0, 1), 0.3, 0.2)], 0.04, 0.01)
    solid = trimesh.Trimesh(mesh.positions, mesh.indices, process=False)
    assert solid.is_watertight
    assert solid.volume > 0
    assert mesh.positions[:, 1].max() == pytest.approx(0.3, abs=0.01)
    assert mesh.positions[:, 2].max() == pytest.approx(1.2, abs=0.01)
    around = mesh.positions[np.abs(mesh.positions[:, 2]) < 0.1]
    assert np.allclose(np.linalg.norm(around[:, :2], axis=1), 0.295, atol=0.02)
