"""How far things move from what theory says, and what physics costs."""

from __future__ import annotations

import time

from engine.world.physics import STEP_RATE_HZ, Simulator
from tests.engine.world.physics import experiments
from tests.engine.world.physics.experiments import Outcome


def _worst(outcomes: list[Outcome]) -> float:
    return 100.0 * max(outcome.error for outcome in outcomes)


def measure() -> list[tuple[str, float, str]]:
    """(name, value, unit): worst relative errors, drifts, cost."""
    wood = ("rubber", "wood")
    slides = [experiments.slid(v, ("wood", "concrete")) for v in (1.0, 2.0, 3.0, 5.0)]
    inclines = [experiments.slid_down(a, ("wood", "ice")) for a in (15.0, 25.0, 35.0)]
    walls = [each for v in (3.0, 10.0, 20.0) for each in experiments.rebounded(v)]
    swings = [experiments.swung(angle) for angle in (8.0, 30.0, 60.0, 110.0)]
    return [
        ("physics: free fall of 1 s", _worst([experiments.fallen()]), "%"),
        ("physics: drop, rebounds and time", _worst(experiments.dropped(9.81, wood)), "%"),
        ("physics: drop on the moon", _worst(experiments.dropped(1.62, wood)), "%"),
        ("physics: stopping distance", _worst(slides), "%"),
        ("physics: slide down an incline", _worst(inclines), "%"),
        ("physics: roll down an incline", _worst([experiments.rolled_down(15.0)]), "%"),
        ("physics: throw, range and top", _worst(experiments.thrown()), "%"),
        ("physics: rebound off a wall", _worst(walls), "%"),
        ("physics: pendulum, first period", _worst([swing[0] for swing in swings]), "%"),
        ("physics: pendulum, 10 s of periods", _worst([swing[1] for swing in swings]), "%"),
        ("physics: pendulum, height after 10 s", _worst([swing[2] for swing in swings]), "%"),
        ("physics: cradle, first swing", _worst(experiments.cradled(2.0)[:1]), "%"),
        ("physics: cradle, after 10 s", _worst(experiments.cradled()[1:]), "%"),
        ("physics: ten boxes, drift in 10 s", 1e3 * experiments.drift_of_a_stack(), "mm"),
        ("physics: tower of 36 blocks, drift", 1e3 * experiments.drift_of_a_tower(), "mm"),
        ("physics: dominoes fallen of 20", float(experiments.dominoes_fallen()), ""),
        ("physics: a step with ten boxes falling", 1e6 * _step_s(), "us"),
    ]


def _step_s() -> float:
    """Seconds that a step takes with ten boxes in the air and on the ground."""
    simulator = Simulator()
    simulator.add(experiments.floor("wood"))
    shape = (experiments.block((0.3, 0.3, 0.3)),)
    for number in range(10):
        pose = experiments.at(0.05 * number, 0.5 + 0.4 * number, 0.0, 0.3)
        simulator.add(experiments.BodySpec(f"box {number}", shape, "wood", 2.0, pose))
    count = 2 * STEP_RATE_HZ
    start = time.perf_counter()
    for _ in range(count):
        simulator.step()
    return (time.perf_counter() - start) / count
