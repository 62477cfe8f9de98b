"""Ropes hold at their length and not before it; holds give way to blows stronger than they."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.timing import FrameRate
from engine.world.assets.catalogue import build
from engine.world.model import Atmosphere, Collider, Matrix, Surface
from engine.world.physics import STEP_RATE_HZ, BodySpec, Joint, Simulator
from engine.world.scene import Launch, Prop, Scene
from engine.world.simulation import simulate


def at(x: float, y: float, z: float) -> Matrix:
    matrix = np.eye(4)
    matrix[:3, 3] = (x, y, z)
    return matrix


def bob(name: str, where: Matrix) -> BodySpec:
    return BodySpec(name, (Collider("sphere", (0.1, 0.0, 0.0), np.eye(4)),), "metal", 0.6, where)


def track(simulator: Simulator, name: str, seconds: float) -> np.ndarray:
    """(steps, 3) positions."""
    places = []
    for _ in range(round(seconds * STEP_RATE_HZ)):
        simulator.step()
        places.append(simulator.pose(name)[0])
    return np.array(places)


def test_a_rope_lets_fall_until_it_is_taut_and_then_holds() -> None:
    simulator = Simulator()
    simulator.add(bob("bob", at(0.0, 3.0, 0.0)))
    pivot = (0.0, 3.0, 0.0)
    simulator.join(Joint("rope", "rope", "", "bob", pivot, high=1.0, other_m=pivot))
    places = track(simulator, "bob", 2.0)
    free = round(0.3 * STEP_RATE_HZ)
    fallen_m = 0.5 * 9.81 * (free / STEP_RATE_HZ) ** 2
    assert 3.0 - places[free - 1, 1] == pytest.approx(fallen_m, rel=0.02)
    reach = np.linalg.norm(places - np.array(pivot), axis=1)
    assert reach.max() == pytest.approx(1.0, abs=0.03)


def test_a_weight_on_a_taut_rope_swings_as_a_pendulum_of_its_length() -> None:
    simulator = Simulator()
    angle, length = 0.2, 1.0
    x, y = -length * np.sin(angle), 3.0 - length * np.cos(angle)
    simulator.add(bob("bob", at(x, y, 0.0)))
    simulator.join(
        Joint("rope", "rope", "", "bob", (0.0, 3.0, 0.0), high=length, other_m=(x, y, 0.0))
    )
    across = track(simulator, "bob", 5.0)[:, 0]
    up = np.flatnonzero((across[:-1] < 0.0) & (across[1:] >= 0.0))
    period_s = float(np.diff(up).mean()) / STEP_RATE_HZ
    small = 2 * np.pi * np.sqrt(length / 9.81)
    assert period_s == pytest.approx(small * (1 + angle**2 / 16), rel=0.02)


def test_a_rope_between_two_bodies_pulls_both() -> None:
    simulator = Simulator(gravity_mps2=0.0)
    simulator.add(bob("first", at(0.0, 1.0, 0.0)))
    simulator.add(bob("second", at(0.5, 1.0, 0.0)))
    ends = (0.0, 1.0, 0.0), (0.5, 1.0, 0.0)
    simulator.join(Joint("rope", "rope", "first", "second", ends[0], high=1.0, other_m=ends[1]))
    simulator.release("second", np.array([2.0, 0.0, 0.0]), np.zeros(3))
    track(simulator, "second", 1.5)
    gap = simulator.pose("second")[0][0] - simulator.pose("first")[0][0]
    assert gap <= 1.03
    total = simulator.velocity("first")[0] + simulator.velocity("second")[0]
    assert simulator.velocity("first")[0] > 0.5
    assert total == pytest.approx(2.0, rel=0.03)


def test_what_hung_on_a_broken_joint_falls() -> None:
    simulator = Simulator()
    simulator.add(bob("bob", at(0.0, 3.0, 0.0)))
    simulator.join(Joint("hold", "fixed", "", "bob", (0.0, 3.0, 0.0)))
    assert track(simulator, "bob", 0.5)[-1, 1] == pytest.approx(3.0, abs=1e-3)
    simulator.break_joint("hold")
    assert simulator.joints() == ()
    assert track(simulator, "bob", 0.5)[-1, 1] == pytest.approx(3.0 - 0.5 * 9.81 * 0.25, abs=0.03)


def struck(strength_ns: float) -> Scene:
    """A lamp that a joint holds up, and a ball that flies at it with 3 kg m/s."""
    lamp, ball = (build("bowling ball" if heavy else "ball") for heavy in (True, False))
    return Scene(
        place="studio",
        ground=Surface((0.5, 0.5, 0.5)),
        ground_material="concrete",
        extent_m=20.0,
        indoors=False,
        atmosphere=Atmosphere(),
        lights=(),
        props=(
            Prop("lamp", lamp, at(0.0, 2.0, 0.0)),
            Prop("ball", replace(ball, mass_kg=0.5), at(-1.5, 2.05, 0.0), waits=True),
        ),
        actors=(),
        carries=(),
        launches=(Launch("ball", 0.1, (6.0, 1.0, 0.0), (0.0, 0.0, 0.0)),),
        lines=(),
        effects=(),
        joints=(Joint("hook", "fixed", "", "lamp", (0.0, 2.2, 0.0), strength_ns=strength_ns),),
    )


@pytest.mark.parametrize(("strength_ns", "holds"), [(0.5, False), (500.0, True)])
def test_a_blow_breaks_only_a_hold_that_is_weaker(strength_ns: float, holds: bool) -> None:
    motion = simulate(struck(strength_ns), FrameRate(24), 36, lambda: None)
    assert any({"lamp", "ball"} == set(contact.bodies) for contact in motion.contacts)
    heights = motion.poses["lamp"][:, 1, 3]
    assert heights[0] == pytest.approx(2.0, abs=0.02)
    assert (heights[-1] > 1.9) == holds
