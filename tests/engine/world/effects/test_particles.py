"""What particles promise: the same at any moment however it is asked, and motion one believes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.world.effects.births import living
from engine.world.effects.chance import between, chance
from engine.world.effects.currents import Swirls, carried, thrown
from engine.world.effects.flung import bounced
from engine.world.effects.particles import Particles
from engine.world.effects.source import Source
from engine.world.model import Sprites
from engine.world.scene import Emitter, Scene
from tests.engine.world.shots import Shot

LOOKING_BACK = np.eye(4)
LOOKING_BACK[:3, 3] = (0.0, 1.6, 6.0)
EMITTERS = (
    Emitter("fire", (0.5, 0.1, 0.0), size_m=0.2),
    Emitter("smoke", (0.5, 0.8, 0.0)),
    Emitter("embers", (0.5, 0.5, 0.0)),
    Emitter("candle", (1.0, 0.9, 0.0), size_m=0.01),
    Emitter("steam", (1.2, 0.9, 0.0), size_m=0.03),
    Emitter("sparks", (0.0, 1.0, 0.0), direction=(0.6, 0.6, 0.0)),
    Emitter("leaves", (-3.0, 1.5, 0.0), size_m=2.0),
    Emitter("confetti", (0.0, 3.0, 0.0), size_m=1.5),
    Emitter("bubbles", (0.0, 1.2, 0.0)),
    Emitter("splash", (0.0, 0.0, 1.0), start_s=0.4, end_s=2.1, size_m=0.3),
    Emitter("shards", (0.0, 0.5, 0.0), start_s=0.4, end_s=6.0),
    Emitter("spray", (-1.0, 0.1, 0.0), size_m=0.03),
    Emitter("mist", (0.0, 0.5, -2.0), size_m=6.0),
    Emitter("dust", (0.0, 0.1, 0.0), size_m=0.2),
    Emitter("exhaust", (0.0, 0.3, 0.0), size_m=0.03, direction=(-1.0, 0.1, 0.0)),
    Emitter("wisp", (0.2, 1.0, 0.0), size_m=0.004),
)


def played(words: str, emitters: tuple[Emitter, ...] = (), frames: int = 48) -> Particles:
    shot = Shot(words, frames)
    scene: Scene = replace(shot.staging.scene, emitters=emitters)
    return Particles(scene, shot.motion, 24.0, 7)


def one(groups: tuple[Sprites, ...], kind: str) -> Sprites:
    return next(group for group in groups if group.kind == kind)


def source(emitter: Emitter, wind: tuple[float, float, float] = (0.0, 0.0, 0.0)) -> Source:
    place = np.array(emitter.position_m)
    return Source(emitter, lambda at: np.tile(place, (len(at), 1)), np.array(wind), 9.81, 5)


@pytest.mark.parametrize("words", ["a ball in a park, rain", "a ball in a park, snow"])
def test_a_moment_is_the_same_alone_backwards_and_in_order(words: str) -> None:
    in_order, alone = played(words, EMITTERS), played(words, EMITTERS)
    times = [0.02, 0.5, 0.9, 1.7]
    forwards = [in_order.sprites(time_s, LOOKING_BACK) for time_s in times]
    backwards = [alone.sprites(time_s, LOOKING_BACK) for time_s in reversed(times)][::-1]
    for first, second in zip(forwards, backwards, strict=True):
        assert [group.kind for group in first] == [group.kind for group in second]
        for one_group, other in zip(first, second, strict=True):
            assert np.array_equal(one_group.positions, other.positions)
            assert np.array_equal(one_group.colors, other.colors)


def test_every_kind_keeps_its_arrays_together_and_finite() -> None:
    groups = played("a ball in a park, snow", EMITTERS).sprites(0.8, LOOKING_BACK)
    assert {group.kind for group in groups} >= {
        "flame", "smoke", "spark", "leaf", "bubble", "spray", "dust", "flake",
    }  # fmt: skip
    for group in groups:
        assert group.fates is not None
        arrays = (group.positions, group.velocities, group.sizes_m, group.colors, group.fates)
        assert len({len(array) for array in arrays}) == 1
        assert all(np.isfinite(array).all() for array in arrays)
        assert (group.sizes_m >= 0.0).all() and (group.colors >= 0.0).all()


def test_a_ten_minute_shot_has_as_many_particles_at_its_end_as_at_its_beginning() -> None:
    particles = played("a ball in a park, rain", EMITTERS[:8])
    first, last = (
        sum(len(group.positions) for group in particles.sprites(time_s, LOOKING_BACK))
        for time_s in (3.0, 599.0)
    )
    assert 0.7 * first < last < 1.4 * first


def test_particles_move_on_smoothly_from_moment_to_moment() -> None:
    kinds = [emitter for emitter in EMITTERS if emitter.kind in {"smoke", "leaves", "bubbles"}]
    particles = played("a ball in a park", tuple(kinds))
    before, after = (particles.sprites(time_s, LOOKING_BACK) for time_s in (1.0, 1.0 + 1 / 240))
    for kind in ("smoke", "leaf", "bubble"):
        first, second = one(before, kind), one(after, kind)
        assert first.fates is not None and second.fates is not None
        shared, here, there = np.intersect1d(first.fates, second.fates, return_indices=True)
        step = np.linalg.norm(second.positions[there] - first.positions[here], axis=1)
        assert len(shared) > 0.9 * len(first.fates)
        assert step.max() < 0.05


def test_chance_is_even_and_each_stream_its_own() -> None:
    numbers = np.arange(20_000, dtype=np.int64)
    first, second = chance(numbers, 1, 3), chance(numbers, 2, 3)
    assert first.mean() == pytest.approx(0.5, abs=0.01)
    assert abs(np.corrcoef(first, second)[0, 1]) < 0.03
    assert np.histogram(first, 10, (0, 1))[0].min() > 1800
    assert between(numbers, 4, 3, -2.0, 3.0).min() < -1.9


def test_a_brood_is_born_at_its_rate_and_dies_at_its_age() -> None:
    brood = living(100.0, 2.0, (0.0, 1e4), 50.0, seed=1)
    assert 130 < len(brood.numbers) < 200  # 100 a second for 1.3 to 2 s
    assert (brood.ages_s >= 0.0).all() and (brood.shares < 1.0).all()
    assert not len(living(100.0, 2.0, (0.0, 1.0), 4.0, seed=1).numbers)


def test_swirls_neither_gather_nor_thin_out_the_air() -> None:
    swirls = Swirls(3, 1.0, 1.0)
    points = np.random.default_rng(0).uniform(-3, 3, (400, 3))
    times, h = np.full(400, 0.7), 1e-4
    divergence = sum(
        (swirls(points + h * axis, times) - swirls(points - h * axis, times)) @ axis / (2 * h)
        for axis in np.eye(3)
    )
    assert np.abs(divergence).max() < 1e-4
    speeds = np.linalg.norm(swirls(points, times), axis=1)
    assert 0.5 < speeds.mean() < 2.0


def test_what_is_carried_goes_with_the_flow() -> None:
    starts, born, ages = np.zeros((2, 3)), np.zeros(2), np.array([1.0, 2.5])
    places, _ = carried(starts, born, ages, lambda p, t, a: np.tile([0.3, 1.0, 0.0], (len(p), 1)))
    assert np.allclose(places, ages[:, None] * [0.3, 1.0, 0.0])


def test_a_thrown_drop_reaches_its_terminal_velocity() -> None:
    starts, fall = np.zeros((1, 3)), np.array([0.0, -9.81, 0.0])
    _, velocity = thrown(starts, np.zeros((1, 3)), np.array([9.0]), fall, 1.2, np.zeros(3))
    assert velocity[0, 1] == pytest.approx(-9.81 / 1.2, rel=1e-3)


def test_sparks_bounce_to_their_restitution_and_come_to_rest_on_the_ground() -> None:
    emitter = Emitter("sparks", (0.0, 1.0, 0.0))
    ages = np.linspace(0.0, 4.0, 2000)
    starts = np.tile([0.0, 1.004, 0.0], (2000, 1))
    places, _ = bounced(source(emitter), starts, np.tile([1.0, 0.0, 0.0], (2000, 1)), ages, 0.45)
    height = places[:, 1] - 0.004
    lands = int(np.argmax(height < 0.008))
    assert ages[lands] == pytest.approx(np.sqrt(2 / 9.81), abs=0.01)
    assert height[lands:].max() == pytest.approx(0.45**2, abs=0.005)
    assert height[-1] == pytest.approx(0.0, abs=1e-6)
    assert places[-1, 0] == places[-200, 0]


def test_smoke_rises_grows_and_goes_with_the_wind() -> None:
    particles = played("a ball in a park, windy", (Emitter("smoke", (0.0, 0.5, 0.0)),))
    smoke = one(particles.sprites(1.0, LOOKING_BACK), "smoke")
    old = smoke.sizes_m > np.quantile(smoke.sizes_m, 0.7)
    young = smoke.sizes_m < np.quantile(smoke.sizes_m, 0.3)
    assert smoke.positions[old, 1].mean() > smoke.positions[young, 1].mean() + 0.5
    assert smoke.positions[old, 0].mean() > smoke.positions[young, 0].mean() + 1.0


def test_rain_slants_with_the_wind_and_does_not_fall_through_a_roof() -> None:
    shot = Shot("a ball in a park, storm", 24)
    roof = next(prop for prop in shot.staging.scene.props if prop.kind == "fixed")
    particles = Particles(replace(shot.staging.scene, props=(roof,)), shot.motion, 24.0, 1)
    groups = particles.sprites(0.6, LOOKING_BACK)
    drops = [group for group in groups if group.kind == "drop"]
    positions = np.concatenate([group.positions for group in drops])
    velocities = np.concatenate([group.velocities for group in drops])
    assert len(positions) > 800
    assert -9.2 < velocities[:, 1].mean() < -6.0
    assert np.allclose(velocities[:, 0], 6.0)
    assert positions[:, 1].min() >= 0.0


def test_no_rain_falls_in_a_room() -> None:
    assert not played("a ball on a table in a kitchen, rain").sprites(0.5, LOOKING_BACK)


def test_a_fire_flickers_and_lights_what_is_near() -> None:
    particles = played("a ball in a park at night", (EMITTERS[0],))
    powers = [particles.lights(frame / 24)[0].color[0] for frame in range(48)]
    assert 0.04 < np.std(powers) / np.mean(powers) < 0.4
    assert max(abs(np.diff(powers))) < 0.45 * np.mean(powers)


def test_a_campfire_is_staged_with_flame_smoke_and_sparks() -> None:
    kinds = {emitter.kind for emitter in Shot("a campfire in a forest", 12).staging.scene.emitters}
    assert kinds == {"fire", "smoke", "embers"}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("leaves blow across the street", "leaves"),
        ("smoke rises from a chimney", "smoke"),
        ("sparks fly in a street", "sparks"),
        ("confetti falls on a woman in a park", "confetti"),
        ("a steaming cup on a table", "steam"),
        ("a candle on a table", "candle"),
        ("a car drives down a street", "exhaust"),
    ],
)
def test_words_bring_their_particles(words: str, kind: str) -> None:
    assert kind in {emitter.kind for emitter in Shot(words, 12).staging.scene.emitters}


def test_steps_raise_dust_in_the_desert_and_drops_in_the_rain() -> None:
    dusty = Shot("a man walks in a desert", 36)
    groups = [
        Particles(dusty.staging.scene, dusty.motion, 24.0, 0).sprites(time_s, LOOKING_BACK)
        for time_s in (0.8, 1.1, 1.4)
    ]
    assert any(group.kind == "dust" for each in groups for group in each)
    wet = Shot("a man walks in a street, rain", 36)
    particles = Particles(wet.staging.scene, wet.motion, 24.0, 0)
    wettest = max(
        max(float(group.sizes_m.max()) for group in particles.sprites(t, LOOKING_BACK)
            if group.kind == "spray")
        for t in (0.8, 1.0, 1.2, 1.4)
    )  # fmt: skip
    assert wettest > 0.001


def test_what_burns_without_a_flame_of_its_own_is_set_on_fire() -> None:
    scene = Shot("a car burns in a street at night", 12).staging.scene
    assert {"fire", "smoke", "embers"} <= {each.kind for each in scene.emitters}
    house = Shot("a house burns in a meadow", 12).staging.scene
    assert sum(each.kind == "fire" for each in house.emitters) == 3


def test_a_cup_that_steams_stays_on_its_table() -> None:
    shot = Shot("a steaming cup on a table", 24)
    assert {each.kind for each in shot.staging.scene.emitters} == {"steam"}
    cup = next(poses for label, poses in shot.motion.poses.items() if "cup" in label)
    assert np.ptp(cup[:, 1, 3]) < 0.01
