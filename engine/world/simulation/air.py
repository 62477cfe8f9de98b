"""Air: lift, drag that grows with the square of the speed, wind; and what slows rolling things."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import numpy as np

from engine.materials import pair_rolling
from engine.world.contacts import BodyFacts
from engine.world.model import Model
from engine.world.physics import STEP_RATE_HZ, Simulator, Touch
from engine.world.scene import Prop, Scene

_DENSITY_KG_M3 = 1.2
_VACUUM_BELOW_MPS2 = 2.0
"""Where things are that light (the moon, open space) there is no air."""
_FELT = 0.002
"""Forces below this share of the weight are left out, so that what lies still can sleep."""
_SLIDES = 0.35
_ROUND_DRAG = 0.47
_BLUNT_DRAG = 1.05
_MAX_SPIN_LOSS = 0.5
_MOST_PER_S = 0.5 * STEP_RATE_HZ
"""Light things take on the wind's speed, no more."""


class Air:
    """The forces of the air on the free bodies of a scene."""

    def __init__(self, scene: Scene) -> None:
        self._gravity = scene.gravity_mps2
        self._has_air = scene.gravity_mps2 > _VACUUM_BELOW_MPS2
        x, z = (0.0, 0.0) if scene.indoors else scene.atmosphere.wind_mps
        self._wind = np.array([x, 0.0, z])
        self._drags: dict[str, float] = {}

    def wind(self, time_s: float) -> np.ndarray:
        """(3,) wind now, m/s: it comes and goes."""
        gust = 1.0 + 0.3 * math.sin(1.9 * time_s) + 0.2 * math.sin(0.73 * time_s + 1.0)
        return np.asarray(self._wind * gust)

    def push(
        self,
        simulator: Simulator,
        prop: Prop,
        velocity_mps: np.ndarray,
        wind_mps: np.ndarray,
    ) -> None:
        """Drag and lift of one body during the next step."""
        weight = prop.model.mass_kg * self._gravity
        x, y, z = (float(part) for part in velocity_mps - wind_mps)
        pull = 0.0
        if self._has_air:
            speed = math.sqrt(x * x + y * y + z * z)
            pull = self._drag(prop) * speed
            pull = min(pull, prop.model.mass_kg * _MOST_PER_S)
            felt = _SLIDES if simulator.is_asleep(prop.label) else _FELT
            if pull * speed < felt * weight:
                pull = 0.0
        if pull > 0.0 or prop.lift > 0.0:
            force = np.array([-pull * x, prop.lift * weight - pull * y, -pull * z])
            simulator.push(prop.label, force)

    def _drag(self, prop: Prop) -> float:
        if prop.label not in self._drags:
            self._drags[prop.label] = drag_ns2_m2(prop.model)
        return self._drags[prop.label]


def drag_ns2_m2(model: Model) -> float:
    """Drag of a thing over the square of its speed: half the air's density, size and shape."""
    width, height, depth = model.size_m
    is_round = any(part.shape == "sphere" for part in model.colliders)
    area = (width * height + height * depth + width * depth) / 3.0
    factor = _ROUND_DRAG * math.pi / 4.0 if is_round else _BLUNT_DRAG
    return 0.5 * _DENSITY_KG_M3 * factor * area


def slow_rolling(
    simulator: Simulator,
    touches: Iterable[Touch],
    facts: Mapping[str, BodyFacts],
    sizes_m: Mapping[str, float],
) -> None:
    """Rolling resistance on every round free body that lies on something.

    Args:
        sizes_m: radius of those that roll, by label.
    """
    for touch in touches:
        for body in touch.bodies:
            radius = sizes_m.get(body)
            if radius is None or simulator.is_asleep(body):
                continue
            spin = simulator.spin(body)
            rate = float(np.linalg.norm(spin))
            if rate < 1e-4:
                continue
            other = touch.bodies[0] if touch.bodies[1] == body else touch.bodies[1]
            share = pair_rolling(facts[body].material, facts[other].material)
            torque = share * radius * touch.impulse_ns * STEP_RATE_HZ
            most = float(simulator.inertia(body).min()) * rate * STEP_RATE_HZ * _MAX_SPIN_LOSS
            simulator.push(body, np.zeros(3), -spin * (min(torque, most) / rate))
