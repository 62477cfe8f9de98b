"""Rigid bodies: what falls, rolls, hits and rebounds.  The only module that knows the simulator.

Stands on SAPIEN's PhysX (MIT).  ``Simulator`` is the whole surface that the rest of the engine
sees, so another engine can take its place.  +Y up, metres, kilograms, seconds.  PhysX combines two
materials by their mean, as ``engine.materials`` says.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.materials import material
from engine.world.model import Collider, Matrix

STEP_RATE_HZ = 480
EARTH_GRAVITY_MPS2 = 9.81
_BOUNCE_THRESHOLD_MPS = 0.15
_CONTACT_OFFSET_M = 0.01

Vector = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class BodySpec:
    """A body as it enters the simulation.

    Attributes:
        name: unique; contacts name it.
        pose: 4x4 model-to-world at the start.
        kind: ``"free"`` moves by physics, ``"fixed"`` never moves, ``"driven"`` follows poses that
            it is given (and pushes what it meets).
        family: bodies of one family (not 0) never touch each other, e.g. a thrower and the ball.
        gravity: False for what floats.
    """

    name: str
    colliders: tuple[Collider, ...]
    material: str
    mass_kg: float
    pose: Matrix
    kind: str = "free"
    family: int = 0
    gravity: bool = True
    velocity_mps: tuple[float, float, float] = (0.0, 0.0, 0.0)
    spin_rad_s: tuple[float, float, float] = (0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Touch:
    """Two bodies in contact during one step.

    Attributes:
        bodies: their names.
        position_m: impulse-weighted point of contact.
        normal: unit normal of the contact.
        impulse_ns: total over the step.
        separation_m: gap at the start of the step (negative when they overlap).
    """

    bodies: tuple[str, str]
    position_m: tuple[float, float, float]
    normal: tuple[float, float, float]
    impulse_ns: float
    separation_m: float


def _quaternion(rotation: Matrix) -> list[float]:
    """(w, x, y, z) of a 3x3 rotation."""
    m = rotation
    trace = m[0, 0] + m[1, 1] + m[2, 2]
    if trace > 0.0:
        s = 2.0 * np.sqrt(trace + 1.0)
        q = [s / 4, (m[2, 1] - m[1, 2]) / s, (m[0, 2] - m[2, 0]) / s, (m[1, 0] - m[0, 1]) / s]
        return [float(part) for part in q]
    i = int(np.argmax(np.diag(m)))
    j, k = (i + 1) % 3, (i + 2) % 3
    s = 2.0 * np.sqrt(1.0 + m[i, i] - m[j, j] - m[k, k])
    parts = [0.0, 0.0, 0.0]
    parts[i], parts[j], parts[k] = s / 4, (m[j, i] + m[i, j]) / s, (m[k, i] + m[i, k]) / s
    return [float((m[k, j] - m[j, k]) / s), *(float(part) for part in parts)]


_Y_TO_X = np.array([[0.0, -1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
"""Columns turn a shape whose axis is X so that its axis is Y."""


class Simulator:
    """A world of rigid bodies, stepped at ``STEP_RATE_HZ``; deterministic for the same calls."""

    def __init__(self, gravity_mps2: float = EARTH_GRAVITY_MPS2) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # sapien speaks of Vulkan, which is not used here
            import sapien  # noqa: PLC0415
            from sapien import physx  # noqa: PLC0415
        self._sapien: Any = sapien
        self._physx: Any = physx
        physx.set_scene_config(
            gravity=np.array([0.0, -gravity_mps2, 0.0]),
            bounce_threshold=_BOUNCE_THRESHOLD_MPS,
            enable_ccd=True,
            enable_enhanced_determinism=True,
        )
        self._system = physx.PhysxCpuSystem()
        self._system.timestep = 1.0 / STEP_RATE_HZ
        self._scene = sapien.Scene([self._system])
        self._specs: dict[str, BodySpec] = {}
        self._components: dict[str, Any] = {}
        self._entities: dict[str, Any] = {}
        self._names: dict[int, str] = {}

    def add(self, spec: BodySpec) -> None:
        """Puts a body into the world."""
        physx = self._physx
        if spec.kind == "fixed":
            component = physx.PhysxRigidStaticComponent()
        else:
            component = physx.PhysxRigidDynamicComponent()
        for collider in spec.colliders:
            component.attach(self._shape(collider, spec))
        if spec.kind != "fixed":
            self._give_mass(component, spec)
        entity = self._sapien.Entity()
        entity.name = spec.name
        entity.add_component(component)
        entity.pose = self._pose(spec.pose)
        self._scene.add_entity(entity)
        if spec.kind == "driven":
            component.set_kinematic(True)
        self._specs[spec.name] = spec
        self._components[spec.name] = component
        self._entities[spec.name] = entity

    def hold(self, name: str) -> None:
        """From now on a free body follows the poses it is given (a hand carries it)."""
        self._components[name].set_kinematic(True)

    def release(self, name: str, velocity_mps: Vector, spin_rad_s: Vector) -> None:
        """Lets a held or resting body go with these velocities."""
        component = self._components[name]
        component.set_kinematic(False)
        component.set_linear_velocity(np.asarray(velocity_mps, np.float32))
        component.set_angular_velocity(np.asarray(spin_rad_s, np.float32))
        component.wake_up()

    def drive(self, name: str, pose: Matrix) -> None:
        """Where a driven or held body is at the end of the next step."""
        self._components[name].set_kinematic_target(self._pose(pose))

    def push(self, name: str, force_n: Vector) -> None:
        """A force through the centre of mass during the next step (wind, buoyancy)."""
        self._components[name].add_force_torque(
            np.asarray(force_n, np.float32), np.zeros(3, np.float32)
        )

    def step(self) -> None:
        """Advances the world by one step."""
        self._system.step()

    def pose(self, name: str) -> tuple[Vector, Vector]:
        """Position (3,) and quaternion (4,) w x y z of a body's model origin."""
        pose = self._entities[name].pose
        return np.asarray(pose.p, np.float64), np.asarray(pose.q, np.float64)

    def velocity(self, name: str) -> Vector:
        """Linear velocity (3,) of a free body's centre of mass, metres per second."""
        return np.asarray(self._components[name].linear_velocity, np.float64)

    def touches(self) -> list[Touch]:
        """What was in contact during the last step, with an impulse above zero."""
        found: list[Touch] = []
        for contact in self._system.get_contacts():
            points = contact.points
            impulses = [point.impulse for point in points]
            weights = np.array([float(np.linalg.norm(impulse)) for impulse in impulses])
            total = float(weights.sum())
            if total <= 0.0:
                continue
            positions = np.array([point.position for point in points], np.float64)
            where = (positions * weights[:, None]).sum(axis=0) / total
            strongest = points[int(weights.argmax())]
            first, second = (body.entity.name for body in contact.bodies)
            found.append(
                Touch(
                    bodies=(first, second),
                    position_m=_triple(where),
                    normal=_triple(strongest.normal),
                    impulse_ns=float(np.linalg.norm(np.sum(impulses, axis=0))),
                    separation_m=float(strongest.separation),
                )
            )
        return found

    def _shape(self, collider: Collider, spec: BodySpec) -> Any:
        physx = self._physx
        substance = material(spec.material)
        surface = physx.PhysxMaterial(
            substance.friction, substance.friction * 0.9, substance.restitution
        )
        a, b, _ = collider.size_m
        offset = np.array(collider.offset, np.float64)
        match collider.shape:
            case "box":
                shape = physx.PhysxCollisionShapeBox(
                    np.asarray(collider.size_m, np.float32), surface
                )
            case "sphere":
                shape = physx.PhysxCollisionShapeSphere(a, surface)
            case "cylinder":
                shape = physx.PhysxCollisionShapeCylinder(a, b, surface)
                offset[:3, :3] = offset[:3, :3] @ _Y_TO_X
            case "capsule":
                shape = physx.PhysxCollisionShapeCapsule(a, max(b, 1e-3), surface)
                offset[:3, :3] = offset[:3, :3] @ _Y_TO_X
            case "convex":
                shape = physx.PhysxCollisionShapeConvexMesh(
                    np.asarray(collider.points, np.float32), np.ones(3, np.float32), surface
                )
        shape.local_pose = self._pose(offset)
        shape.contact_offset = _CONTACT_OFFSET_M
        shape.rest_offset = 0.0
        if spec.family:
            shape.set_collision_groups([1, 1, 1, spec.family])
        return shape

    def _give_mass(self, component: Any, spec: BodySpec) -> None:
        mass_kg = max(spec.mass_kg, 1e-3)
        inertia = np.asarray(component.inertia, np.float64) * (mass_kg / component.mass)
        component.set_mass(mass_kg)
        component.set_inertia(np.maximum(inertia, 1e-7).astype(np.float32))
        component.set_linear_damping(0.0)
        component.set_angular_damping(0.06)
        component.set_disable_gravity(not spec.gravity)
        component.set_max_depenetration_velocity(1.0)
        component.set_linear_velocity(np.asarray(spec.velocity_mps, np.float32))
        component.set_angular_velocity(np.asarray(spec.spin_rad_s, np.float32))
        component.set_solver_position_iterations(10)
        component.set_solver_velocity_iterations(2)

    def _pose(self, matrix: Matrix) -> Any:
        return self._sapien.Pose(
            np.asarray(matrix[:3, 3], np.float32),
            np.asarray(_quaternion(matrix[:3, :3]), np.float32),
        )


def _triple(values: Any) -> tuple[float, float, float]:
    return (float(values[0]), float(values[1]), float(values[2]))
