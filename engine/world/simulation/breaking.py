"""What breaks: at which impulse, into which pieces, and how these fly.

A fragile thing is one body until a blow is stronger than it is.  Then its pieces take over the
motion that it had at that instant: linear and angular momentum stay what they are.  The blow that
breaks a thing is spent on breaking, so it rebounds from what does not move less than a whole one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.world.fracture import pieces_of
from engine.world.physics import Simulator, Touch
from engine.world.scene import Prop

_KEPT_REBOUND = 0.12
"""Share of the rebound from fixed things that breaking leaves."""
_BURST_MPS = 0.35
_CHIPS_KG = 0.02


@dataclass(frozen=True, eq=False)
class Shattered:
    """A thing in pieces and the velocities with which they go on."""

    pieces: tuple[Prop, ...]
    velocities_mps: tuple[np.ndarray, ...]
    spin_rad_s: np.ndarray


def breaking_touch(prop: Prop, touches: Sequence[Touch]) -> Touch | None:
    """The blow of a step that is too strong for a thing."""
    if not np.isfinite(prop.strength_ns):
        return None
    blows = [
        touch
        for touch in touches
        if prop.label in touch.bodies and touch.impulse_ns > prop.strength_ns
    ]
    return max(blows, key=lambda touch: touch.impulse_ns, default=None)


def shattered(
    simulator: Simulator,
    prop: Prop,
    before_mps: np.ndarray,
    blow: Touch,
    seed: int,
    *,
    meets_fixed: bool,
) -> Shattered:
    """The pieces of a thing that a blow just broke.

    Args:
        before_mps: its velocity before the step.
        meets_fixed: what it met does not move.
    """
    pose = simulator.matrix(prop.label)
    velocity, spin = simulator.velocity(prop.label), simulator.spin(prop.label)
    centre = simulator.centre(prop.label)
    if meets_fixed:
        velocity = _less_rebound(velocity, before_mps, np.asarray(blow.normal))
    models = pieces_of(prop.model, seed)
    middles = [_middle(model.parts[0].mesh.positions, pose) for model in models]
    bursts = _bursts(middles, np.asarray(blow.position_m), [model.mass_kg for model in models])
    return Shattered(
        pieces=tuple(
            replace(
                prop,
                label=f"{prop.label} piece {number + 1}",
                model=model,
                pose=pose,
                kind="free",
                family=0,
                waits=False,
                strength_ns=float("inf"),
            )
            for number, model in enumerate(models)
        ),
        velocities_mps=tuple(
            velocity + np.cross(spin, middle - centre) + burst
            for middle, burst in zip(middles, bursts, strict=True)
        ),
        spin_rad_s=spin,
    )


def _less_rebound(after: np.ndarray, before: np.ndarray, normal: np.ndarray) -> np.ndarray:
    away = float(np.dot(after, normal))
    came = float(np.dot(before, normal))
    if away * came >= 0.0:
        return after
    return np.asarray(after - (1.0 - _KEPT_REBOUND) * away * normal)


def _middle(points: np.ndarray, pose: np.ndarray) -> np.ndarray:
    return np.asarray(pose[:3, :3] @ points.mean(axis=0) + pose[:3, 3])


def _bursts(
    middles: Sequence[np.ndarray], origin: np.ndarray, masses_kg: Sequence[float]
) -> list[np.ndarray]:
    """Velocities away from the blow, lighter pieces faster, without any total momentum."""
    ways = []
    for middle, mass in zip(middles, masses_kg, strict=True):
        way = middle - origin
        length = max(float(np.linalg.norm(way)), 1e-3)
        ways.append(_BURST_MPS * min((_CHIPS_KG / mass) ** 0.25, 1.6) * way / length)
    total = sum(masses_kg)
    drift = sum((mass * way for mass, way in zip(masses_kg, ways, strict=True)), np.zeros(3))
    return [way - drift / total for way in ways]
