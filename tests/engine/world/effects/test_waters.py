"""What water promises: one height for picture and physics, waves that keep their speed, rings."""

from __future__ import annotations

import numpy as np
import pytest

from engine.world.effects.surfaces import WaterSurface, rings_of
from engine.world.model import Water
from engine.world.waves import Ring, Waves, ring_surface, water_height
from tests.engine.world.shots import Shot

LAKE = Water((-40.0, -60.0), (40.0, -4.0), level_m=-0.1, depth_m=3.0)


def test_what_is_drawn_is_what_things_float_on() -> None:
    surface = WaterSurface(LAKE, (4.0, 1.0), ())
    shape, waves = surface.shape(2.3), Waves((4.0, 1.0), LAKE.depth_m)
    fine = np.flatnonzero(
        (np.abs(shape.positions[:, 0]) < 2.0) & (np.abs(shape.positions[:, 2] + 6.0) < 1.0)
    )
    assert len(fine) > 50
    for index in fine[::17]:
        x, y, z = (float(value) for value in shape.positions[index])
        assert y - LAKE.level_m == pytest.approx(water_height(waves, (), x, z, 2.3), abs=0.012)


def test_slopes_belong_to_heights() -> None:
    waves, h = Waves((5.0, 0.0)), 1e-5
    x, z = np.random.default_rng(0).uniform(-20, 20, (2, 50))
    _, slope_x, slope_z = waves.surface(x, z, 1.0)
    assert np.allclose(
        (waves.surface(x + h, z, 1.0)[0] - waves.surface(x - h, z, 1.0)[0]) / (2 * h), slope_x,
        atol=1e-5,
    )  # fmt: skip
    assert np.allclose(
        (waves.surface(x, z + h, 1.0)[0] - waves.surface(x, z - h, 1.0)[0]) / (2 * h), slope_z,
        atol=1e-5,
    )  # fmt: skip


def test_more_wind_makes_higher_and_longer_waves() -> None:
    x = np.linspace(0, 200, 4000)
    calm, fresh = (Waves((speed, 0.0)).surface(x, 0 * x, 0.0) for speed in (1.0, 8.0))
    assert fresh[0].std() > 3 * calm[0].std()
    assert fresh[1].std() / fresh[0].std() < calm[1].std() / calm[0].std()


def test_a_ring_runs_outwards_and_dies() -> None:
    ring = Ring(0.0, 0.0, 1.0, 0.1, 0.3)
    x = np.linspace(0.05, 8.0, 800)

    def front(time_s: float) -> float:
        height = np.abs(ring_surface((ring,), x, 0 * x, time_s)[0])
        return float((x * height).sum() / max(height.sum(), 1e-12))

    assert not ring_surface((ring,), x, 0 * x, 0.9)[0].any()
    assert 0.2 < front(1.3) < front(2.0) < front(3.0)
    assert np.abs(ring_surface((ring,), x, 0 * x, 4.8)[0]).max() < 0.002


def test_a_thing_that_falls_in_makes_rings_and_drops() -> None:
    shot = Shot("a ball falls into a lake", 72)
    if not shot.motion.splashes:
        pytest.skip("nothing fell in: the ball was staged on the shore")
    rings = rings_of(shot.staging.scene, shot.motion, 24.0)
    assert rings[0].time_s == shot.motion.splashes[0].time_s
