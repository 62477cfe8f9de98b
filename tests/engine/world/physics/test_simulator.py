"""The simulator keeps to the physics that its callers count on."""

from __future__ import annotations

import numpy as np
import pytest

from engine.materials import pair_restitution
from engine.world.contacts import BodyFacts, ContactLog
from engine.world.model import Collider, Matrix
from engine.world.physics import STEP_RATE_HZ, BodySpec, Simulator


def at(x: float, y: float, z: float) -> Matrix:
    matrix = np.eye(4)
    matrix[:3, 3] = (x, y, z)
    return matrix


def floor(material: str) -> BodySpec:
    slab = Collider("box", (20.0, 0.5, 20.0), at(0.0, -0.5, 0.0))
    return BodySpec("ground", (slab,), material, 0.0, np.eye(4), kind="fixed")


def ball(material: str, height_m: float, radius_m: float = 0.1, **more: object) -> BodySpec:
    shape = Collider("sphere", (radius_m, 0.0, 0.0), at(0.0, radius_m, 0.0))
    return BodySpec("ball", (shape,), material, 0.6, at(0.0, height_m, 0.0), **more)  # type: ignore[arg-type]


def heights(simulator: Simulator, seconds: float) -> np.ndarray:
    track = []
    for _ in range(round(seconds * STEP_RATE_HZ)):
        simulator.step()
        track.append(simulator.pose("ball")[0][1])
    return np.array(track)


@pytest.mark.parametrize(
    ("first", "second"), [("rubber", "wood"), ("glass", "stone"), ("leather", "grass")]
)
def test_a_dropped_ball_rebounds_to_the_restitution_of_its_pair(first: str, second: str) -> None:
    simulator = Simulator()
    simulator.add(floor(second))
    simulator.add(ball(first, 1.0))
    track = heights(simulator, 1.4)
    touched = int(np.argmin(track[: round(0.6 * STEP_RATE_HZ)]))
    rebound = track[touched:].max()
    assert rebound == pytest.approx(pair_restitution(first, second) ** 2, abs=0.02)


def test_free_fall_takes_the_time_that_gravity_gives_it() -> None:
    simulator = Simulator(gravity_mps2=1.62)
    simulator.add(floor("stone"))
    simulator.add(ball("stone", 1.0))
    track = heights(simulator, 1.2)
    landed_s = int(np.argmin(track)) / STEP_RATE_HZ
    assert landed_s == pytest.approx(np.sqrt(2 / 1.62), abs=0.02)


def test_a_body_has_the_inertia_of_its_mass_and_shape() -> None:
    simulator = Simulator()
    simulator.add(ball("rubber", 1.0, radius_m=0.2))
    inertia = simulator.inertia("ball")
    assert inertia == pytest.approx(np.full(3, 0.4 * 0.6 * 0.2**2), rel=0.02)


def test_the_same_calls_give_the_same_motion() -> None:
    tracks = []
    for _ in range(2):
        simulator = Simulator()
        simulator.add(floor("wood"))
        simulator.add(ball("rubber", 1.0, velocity_mps=(0.7, 0.0, 0.2), spin_rad_s=(3.0, 1.0, 0.0)))
        tracks.append(heights(simulator, 2.0))
    assert np.array_equal(tracks[0], tracks[1])


def test_bodies_of_one_family_pass_through_each_other() -> None:
    simulator = Simulator()
    table = Collider("box", (1.0, 0.1, 1.0), at(0.0, 0.5, 0.0))
    simulator.add(floor("wood"))
    simulator.add(BodySpec("table", (table,), "wood", 0.0, np.eye(4), kind="fixed", family=7))
    simulator.add(ball("rubber", 1.0, family=7))
    assert heights(simulator, 0.6).min() < 0.05


def test_a_held_body_stays_and_leaves_with_the_velocity_it_is_given() -> None:
    simulator = Simulator()
    simulator.add(ball("rubber", 1.0))
    simulator.hold("ball")
    for _ in range(100):
        simulator.drive("ball", at(0.0, 1.0, 0.0))
        simulator.step()
    assert simulator.pose("ball")[0][1] == pytest.approx(1.0, abs=1e-4)
    simulator.release("ball", np.array([2.0, 0.0, 0.0]), np.zeros(3))
    for _ in range(STEP_RATE_HZ // 4):
        simulator.step()
    assert simulator.pose("ball")[0][0] == pytest.approx(0.5, abs=0.02)


def log_of(seconds: float, first: BodySpec, ground: str) -> ContactLog:
    simulator = Simulator()
    simulator.add(floor(ground))
    simulator.add(first)
    facts = {
        "ground": BodyFacts(ground, 1e6, 1.0, free=False, rolls=False),
        "ball": BodyFacts(first.material, first.mass_kg, 0.2, free=True, rolls=True),
    }
    log = ContactLog(facts, 9.81)
    for step in range(round(seconds * STEP_RATE_HZ)):
        before = {"ball": simulator.velocity("ball")}
        simulator.step()
        log.add(step, simulator.touches(), before)
    log.finish()
    return log


def test_each_bounce_is_one_impact_at_its_instant() -> None:
    log = log_of(1.6, ball("rubber", 1.0), "wood")
    e = pair_restitution("rubber", "wood")
    fall_s = np.sqrt(2 / 9.81)
    expected = [fall_s, fall_s * (1 + 2 * e), fall_s * (1 + 2 * e + 2 * e * e)]
    found = [impact.time_s for impact in log.impacts][:3]
    assert found == pytest.approx(expected, abs=0.008)


def test_an_impact_carries_the_impulse_that_turned_the_body_around() -> None:
    log = log_of(0.8, ball("rubber", 1.0), "wood")
    speed = np.sqrt(2 * 9.81)
    expected = 0.6 * speed * (1 + pair_restitution("rubber", "wood"))
    assert log.impacts[0].impulse_ns == pytest.approx(expected, rel=0.03)


def test_what_lies_still_is_silent() -> None:
    log = log_of(2.0, ball("stone", 0.0), "wood")
    assert log.impacts == []
    assert log.slides == []


def test_a_rolling_ball_is_one_long_roll_not_many_knocks() -> None:
    rolling = ball("stone", 0.0, velocity_mps=(1.0, 0.0, 0.0), spin_rad_s=(0.0, 0.0, -10.0))
    log = log_of(1.5, rolling, "wood")
    assert len(log.impacts) == 0
    assert [slide.kind for slide in log.slides] == ["roll"]
    assert log.slides[0].end_sample - log.slides[0].start_sample > 48_000
