"""Water: what is in it is lifted by the weight of the water it displaces, and slowed.

A body's volume is a grid of small cells inside its colliders; each cell counts by how much of it
is below the waves.  So a box floats at the depth that Archimedes gives it, and rights itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.materials import material
from engine.world.model import Collider, Model, Water
from engine.world.physics import Simulator
from engine.world.physics.bodies import matrix_of
from engine.world.scene import Prop, Vector
from engine.world.waves import Waves, water_height

Points = NDArray[np.float64]

_DENSITY_KG_M3 = 1000.0
_CELLS = 12
_MASSIVE_KG_M3 = 1900.0
_HULLS = frozenset({"boat", "rowing boat", "sailing boat", "ship", "canoe", "bottle", "duck"})
_DRAG = 0.8
_DAMPING_PER_S = 3.0
_SPIN_DAMPING_PER_S = 2.5
_SPLASH_MPS = 0.5


@dataclass(frozen=True, eq=False)
class Float:
    """A body's displacement: cells (n, 3) in model space, the size of each, the whole volume."""

    cells: Points
    cell_m: Points
    volume_m3: float


def displacement(model: Model) -> Float:
    """What a thing displaces when it is under water."""
    low, high = _bounds(model.colliders)
    counts = np.full(3, _CELLS)
    cell = (high - low) / counts
    axes = [low[i] + (np.arange(counts[i]) + 0.5) * cell[i] for i in range(3)]
    grid = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, 3)
    inside = np.zeros(len(grid), np.bool_)
    for collider in model.colliders:
        inside |= _contains(collider, grid)
    volume = float(inside.sum() * np.prod(cell))
    if len(model.colliders) == 1:
        volume = _volume_m3(model.colliders[0], volume)
    density = material(model.material).density_kg_m3
    if density >= _MASSIVE_KG_M3 and model.name not in _HULLS:
        volume = min(volume, model.mass_kg / density)  # open or thick: water fills the hollow
    return Float(grid[inside], cell, volume)


def _bounds(colliders: Sequence[Collider]) -> tuple[Points, Points]:
    corners = []
    for part in colliders:
        a, b, c = part.size_m
        half = {"box": (a, b, c), "sphere": (a, a, a), "cylinder": (a, b, a)}.get(
            part.shape, (a, a + b, a)
        )
        if part.points is not None:
            local = np.asarray(part.points, np.float64)
        else:
            local = np.array(np.meshgrid(*[(-s, s) for s in half])).reshape(3, -1).T
        corners.append(local @ part.offset[:3, :3].T + part.offset[:3, 3])
    every = np.concatenate(corners)
    return every.min(axis=0), every.max(axis=0)


def _volume_m3(collider: Collider, counted_m3: float) -> float:
    """Of a simple shape, exactly; of others, as counted."""
    a, b, c = collider.size_m
    exact = {
        "box": 8.0 * a * b * c,
        "sphere": 4.0 / 3.0 * np.pi * a**3,
        "cylinder": 2.0 * np.pi * a * a * b,
        "capsule": 2.0 * np.pi * a * a * b + 4.0 / 3.0 * np.pi * a**3,
    }
    return float(exact.get(collider.shape, counted_m3))


def _contains(collider: Collider, points: Points) -> NDArray[np.bool_]:
    local = (points - collider.offset[:3, 3]) @ collider.offset[:3, :3]
    a, b, _ = collider.size_m
    inside: NDArray[np.bool_]
    match collider.shape:
        case "box":
            inside = np.asarray((np.abs(local) <= np.asarray(collider.size_m)).all(axis=1))
        case "sphere":
            inside = (local**2).sum(axis=1) <= a * a
        case "cylinder":
            inside = (np.abs(local[:, 1]) <= b) & (local[:, 0] ** 2 + local[:, 2] ** 2 <= a * a)
        case "capsule":
            along = local.copy()
            along[:, 1] -= np.clip(along[:, 1], -b, b)
            inside = (along**2).sum(axis=1) <= a * a
        case "convex":
            from scipy.spatial import ConvexHull  # noqa: PLC0415

            faces = ConvexHull(np.asarray(collider.points, np.float64)).equations
            inside = (local @ faces[:, :3].T + faces[:, 3] <= 1e-9).all(axis=1)
    return inside


class Buoyancy:
    """Lifts and slows what is in the waters of a scene, on the waves that are seen.

    Args:
        wind_mps: (x, z), makes the waves; None is a level surface.
    """

    def __init__(
        self,
        waters: Sequence[Water],
        wind_mps: tuple[float, float] | None,
        gravity_mps2: float,
    ) -> None:
        self._waters = waters
        self._waves = [
            None if wind_mps is None else Waves(wind_mps, water.depth_m) for water in waters
        ]
        self._gravity = gravity_mps2
        self._floats: dict[str, Float] = {}
        self._was_in: set[str] = set()

    def push(
        self,
        simulator: Simulator,
        prop: Prop,
        pose: tuple[np.ndarray, np.ndarray],
        velocity_mps: np.ndarray,
        time_s: float,
    ) -> tuple[Vector, float] | None:
        """Forces of the next step; returns place and speed when the body just fell in."""
        x, y, z = (float(part) for part in pose[0])
        water, waves = next(
            (pair for pair in zip(self._waters, self._waves, strict=True) if pair[0].covers(x, z)),
            (None, None),
        )
        reach = 1.5 * max(prop.model.size_m)
        if water is None or y - reach > water.level_m:
            self._was_in.discard(prop.label)
            return None
        level = water.level_m + (water_height(waves, (), x, z, time_s) if waves else 0.0)
        share = self._float_up(simulator, prop, pose, velocity_mps, level)
        if share <= 0.0:
            self._was_in.discard(prop.label)
            return None
        fell_in = prop.label not in self._was_in and velocity_mps[1] < -_SPLASH_MPS
        self._was_in.add(prop.label)
        return ((x, water.level_m, z), -float(velocity_mps[1])) if fell_in else None

    def _float_up(
        self,
        simulator: Simulator,
        prop: Prop,
        pose: tuple[np.ndarray, np.ndarray],
        velocity_mps: np.ndarray,
        level: float,
    ) -> float:
        """Buoyancy and drag; returns the share that is under water."""
        label, model = prop.label, prop.model
        if label not in self._floats:
            self._floats[label] = displacement(model)
        shape = self._floats[label]
        turn = matrix_of(*pose)[:3, :3]
        offsets = shape.cells @ turn.T
        tall = float(np.abs(turn[1]) @ shape.cell_m)
        under = np.clip((level - pose[0][1] - offsets[:, 1]) / tall + 0.5, 0.0, 1.0)
        total = float(under.sum())
        if total <= 0.0:
            return 0.0
        share = total / len(under)
        middle = pose[0] + (offsets * under[:, None]).sum(axis=0) / total
        lift = np.array([0.0, _DENSITY_KG_M3 * self._gravity * shape.volume_m3 * share, 0.0])
        torque = np.cross(middle - simulator.centre(label), lift)
        speed = float(np.linalg.norm(velocity_mps))
        area = float(np.prod(np.sort(model.size_m)[1:]))
        drag = 0.5 * _DENSITY_KG_M3 * _DRAG * area * speed + _DAMPING_PER_S * model.mass_kg
        drag = min(drag * share, 200.0 * model.mass_kg)
        spin = simulator.spin(label)
        inertia = float(simulator.inertia(label).mean())
        torque = torque - spin * inertia * _SPIN_DAMPING_PER_S * share
        simulator.push(label, lift - drag * velocity_mps, torque)
        return share
