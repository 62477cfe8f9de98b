"""Impacts of hanging balls one after the other, as in Newton's cradle.

An iterative solver spreads a chain's impulse over all balls at once.  True balls meet in pairs, so
here every pair that is in touch and approaches gets Newton's impulse on its own, in order, until
none approaches.  A ball on a hinge turns about its pivot, with the inertia that it has there.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.world.physics.bodies import Touch, Vector, triple

_TOUCHING_M = 4e-4
_MAX_ROUNDS = 64
_APPROACH_MPS = 1e-5


@dataclass(eq=False)
class ChainBall:
    """One ball of a chain.

    Attributes:
        pivot_m, axis: its hinge, or None when it flies free.
        inertia_kg_m2: about the pivot (hinged).
        middle_m, velocity_mps, spin_rad_s: its state; ``spin`` of a hinged ball is about ``axis``.
    """

    name: str
    radius_m: float
    mass_kg: float
    pivot_m: Vector | None
    axis: Vector | None
    inertia_kg_m2: float
    middle_m: Vector
    velocity_mps: Vector
    spin_rad_s: Vector
    is_struck: bool = False

    def lever(self, normal: Vector) -> float:
        """How far one radian per second moves the middle along ``normal`` (hinged)."""
        if self.axis is None or self.pivot_m is None:
            return 0.0
        return float(np.dot(np.cross(self.axis, self.middle_m - self.pivot_m), normal))

    def mobility(self, normal: Vector) -> float:
        """Speed along ``normal`` that one newton second gives it."""
        if self.axis is None:
            return 1.0 / self.mass_kg
        return self.lever(normal) ** 2 / self.inertia_kg_m2

    def strike(self, normal: Vector, impulse_ns: float) -> None:
        """Takes an impulse along ``normal`` through its middle."""
        self.is_struck = True
        if self.axis is None or self.pivot_m is None:
            self.velocity_mps = self.velocity_mps + normal * (impulse_ns / self.mass_kg)
            return
        change = self.lever(normal) * impulse_ns / self.inertia_kg_m2
        rate = float(np.dot(self.spin_rad_s, self.axis)) + change
        self.spin_rad_s = self.axis * rate
        self.velocity_mps = np.cross(self.spin_rad_s, self.middle_m - self.pivot_m)


def collide(balls: list[ChainBall], restitution: float) -> list[Touch]:
    """Lets the balls collide pair by pair; changes their velocities.

    Returns:
        What touched, with the impulse of each pair.
    """
    impulses: dict[tuple[int, int], tuple[float, Vector]] = {}
    for _ in range(_MAX_ROUNDS):
        if not any(
            _meet(balls, (i, j), restitution, impulses)
            for i in range(len(balls))
            for j in range(i + 1, len(balls))
        ):
            break
    touches: list[Touch] = []
    for (i, j), (impulse, normal) in sorted(impulses.items(), key=lambda item: item[0]):
        where = balls[i].middle_m + normal * balls[i].radius_m
        names = (balls[i].name, balls[j].name)
        touches.append(Touch(names, triple(where), triple(normal), impulse, 0.0))
    return touches


def _meet(
    balls: list[ChainBall],
    pair: tuple[int, int],
    restitution: float,
    impulses: dict[tuple[int, int], tuple[float, Vector]],
) -> bool:
    """One pair's impact, if it touches and approaches."""
    first, second = balls[pair[0]], balls[pair[1]]
    apart = second.middle_m - first.middle_m
    distance = float(np.linalg.norm(apart))
    if distance > first.radius_m + second.radius_m + _TOUCHING_M:
        return False
    normal = apart / distance
    closing = float(np.dot(first.velocity_mps - second.velocity_mps, normal))
    if closing < _APPROACH_MPS:
        return False
    impulse = (1.0 + restitution) * closing / (first.mobility(normal) + second.mobility(normal))
    first.strike(normal, -impulse)
    second.strike(normal, impulse)
    before = impulses.get(pair, (0.0, normal))[0]
    impulses[pair] = (before + impulse, normal)
    return True
