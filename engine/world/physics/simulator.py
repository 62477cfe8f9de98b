"""A world of rigid bodies, stepped: the whole surface that the rest of the engine sees.

Free flight is exact: a body let go starts half a step early, which makes the stepped velocities
those of the steps' middles (leapfrog).  Impacts are resolved inside the step by the simulator's
sub-steps; hinges keep their energy.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np

from engine.world.model import Matrix
from engine.world.physics.bodies import BodySpec, Joint, Touch, Vector, matrix_of, triple
from engine.world.physics.impacts import ChainBall, collide
from engine.world.physics.jointing import attached
from engine.world.physics.pairs import surface_values
from engine.world.physics.shapes import pose_of, shape_of

STEP_RATE_HZ = 480
EARTH_GRAVITY_MPS2 = 9.81
_BOUNCE_THRESHOLD_MPS = 0.15


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
            enable_tgs=True,
        )
        self._early = np.array([0.0, 0.5 * gravity_mps2 / STEP_RATE_HZ, 0.0])
        self._system = physx.PhysxCpuSystem()
        self._system.timestep = 1.0 / STEP_RATE_HZ
        self._scene = sapien.Scene([self._system])
        self._specs: dict[str, BodySpec] = {}
        self._components: dict[str, Any] = {}
        self._entities: dict[str, Any] = {}
        self._surfaces: dict[str, Any] = {}
        self._has_new_materials = False
        self._joints: dict[str, tuple[Joint, Any]] = {}
        self._chains: list[tuple[tuple[str, ...], float]] = []
        self._chain_touches: list[Touch] = []

    def add(self, spec: BodySpec) -> None:
        """Puts a body into the world."""
        physx = self._physx
        if spec.kind == "fixed":
            component = physx.PhysxRigidStaticComponent()
        else:
            component = physx.PhysxRigidDynamicComponent()
        surface = self._surface(spec.material)
        for collider in spec.colliders:
            component.attach(shape_of(self._sapien, physx, collider, surface, spec.family))
        if spec.kind != "fixed":
            _give_mass(component, spec, self._early)
        entity = self._sapien.Entity()
        entity.name = spec.name
        entity.add_component(component)
        entity.pose = pose_of(self._sapien, spec.pose)
        self._scene.add_entity(entity)
        if spec.kind == "driven":
            component.set_kinematic(True)
        self._specs[spec.name] = spec
        self._components[spec.name] = component
        self._entities[spec.name] = entity

    def remove(self, name: str) -> None:
        """Takes a body, and the joints on it, out of the world."""
        for joint, _ in list(self._joints.values()):
            if name in (joint.first, joint.second):
                self.break_joint(joint.name)
        self._scene.remove_entity(self._entities.pop(name))
        del self._components[name], self._specs[name]

    def join(self, joint: Joint) -> None:
        """Joins two bodies, as they stand."""
        child = self._components[joint.second]
        parent = self._components[joint.first] if joint.first else None
        poses = (self.matrix(joint.first) if joint.first else np.eye(4), self.matrix(joint.second))
        constraint = attached(self._sapien, self._physx, joint, (parent, child), poses)
        self._entities[joint.second].add_component(constraint)
        child.set_linear_velocity(np.asarray(self._specs[joint.second].velocity_mps, np.float32))
        child.set_angular_damping(0.0)
        self._joints[joint.name] = (joint, constraint)

    def joints(self) -> tuple[Joint, ...]:
        """What still holds."""
        return tuple(joint for joint, _ in self._joints.values())

    def break_joint(self, name: str) -> None:
        """Lets go what a joint holds."""
        joint, constraint = self._joints.pop(name)
        constraint.disable()
        if joint.second in self._components:
            self._components[joint.second].wake_up()

    def chain(self, names: Sequence[str], restitution: float) -> None:
        """Balls that collide with each other one pair after the other (give them one family)."""
        self._chains.append((tuple(names), restitution))

    def hold(self, name: str) -> None:
        """From now on a free body follows the poses it is given (a hand carries it)."""
        self._components[name].set_kinematic(True)

    def release(self, name: str, velocity_mps: Vector, spin_rad_s: Vector) -> None:
        """Lets a held or resting body go with these velocities."""
        component = self._components[name]
        component.set_kinematic(False)
        early = self._early if self._flies(name) else 0.0
        component.set_linear_velocity(np.asarray(np.asarray(velocity_mps) + early, np.float32))
        component.set_angular_velocity(np.asarray(spin_rad_s, np.float32))
        component.wake_up()

    def drive(self, name: str, pose: Matrix) -> None:
        """Where a driven or held body is at the end of the next step."""
        self._components[name].set_kinematic_target(pose_of(self._sapien, pose))

    def push(self, name: str, force_n: Vector, torque_nm: Vector | None = None) -> None:
        """A force through the centre of mass, and a torque, during the next step."""
        torque = np.zeros(3) if torque_nm is None else torque_nm
        self._components[name].add_force_torque(
            np.asarray(force_n, np.float32), np.asarray(torque, np.float32)
        )

    def step(self) -> None:
        """Advances the world by one step."""
        if self._has_new_materials:
            self._fit_surfaces()
        self._system.step()
        self._chain_touches = []
        for names, restitution in self._chains:
            self._chain_touches += self._collide(names, restitution)

    def pose(self, name: str) -> tuple[Vector, Vector]:
        """Position (3,) and quaternion (4,) w x y z of a body's model origin."""
        pose = self._entities[name].pose
        return np.asarray(pose.p, np.float64), np.asarray(pose.q, np.float64)

    def matrix(self, name: str) -> Matrix:
        """4x4 model-to-world of a body."""
        return matrix_of(*self.pose(name))

    def velocity(self, name: str) -> Vector:
        """Linear velocity (3,) of a free body's centre of mass, metres per second."""
        return np.asarray(self._components[name].linear_velocity, np.float64)

    def spin(self, name: str) -> Vector:
        """Angular velocity (3,) of a free body, radians per second."""
        return np.asarray(self._components[name].angular_velocity, np.float64)

    def centre(self, name: str) -> Vector:
        """(3,) centre of mass in the world, metres."""
        local = np.asarray(self._components[name].cmass_local_pose.p, np.float64)
        pose = self.matrix(name)
        where: Vector = pose[:3, :3] @ local + pose[:3, 3]
        return where

    def inertia(self, name: str) -> Vector:
        """(3,) principal moments about the centre of mass, kg m²."""
        return np.asarray(self._components[name].inertia, np.float64)

    def is_asleep(self, name: str) -> bool:
        """Has a free body come to rest?"""
        return bool(self._components[name].is_sleeping)

    def touches(self) -> list[Touch]:
        """What was in contact during the last step, with an impulse above zero.

        What sleeps on something is left out.
        """
        found: list[Touch] = []
        resting = {
            name
            for name, spec in self._specs.items()
            if spec.kind == "fixed" or (spec.kind == "free" and self.is_asleep(name))
        }
        for contact in self._system.get_contacts():
            first, second = (body.entity.name for body in contact.bodies)
            if first in resting and second in resting:
                continue
            points = contact.points
            impulses = np.array([point.impulse for point in points], np.float64).reshape(-1, 3)
            weights = np.sqrt((impulses * impulses).sum(axis=1))
            total = float(weights.sum())
            if total <= 0.0:
                continue
            positions = np.array([point.position for point in points], np.float64)
            where = (positions * weights[:, None]).sum(axis=0) / total
            strongest = points[int(weights.argmax())]
            found.append(
                Touch(
                    bodies=(first, second),
                    position_m=triple(where),
                    normal=triple(strongest.normal),
                    impulse_ns=float(np.linalg.norm(impulses.sum(axis=0))),
                    separation_m=float(strongest.separation),
                )
            )
        return found + self._chain_touches

    def _flies(self, name: str) -> bool:
        is_held = any(name == joint.second for joint, _ in self._joints.values())
        return self._specs[name].gravity and not is_held

    def _surface(self, material: str) -> Any:
        """The simulator's material; its values are fitted when all bodies are known."""
        if material not in self._surfaces:
            self._surfaces[material] = self._physx.PhysxMaterial(0.5, 0.5, 0.5)
        self._has_new_materials = True
        return self._surfaces[material]

    def _fit_surfaces(self) -> None:
        self._has_new_materials = False
        specs = self._specs.values()
        values = surface_values(
            {spec.material for spec in specs if spec.kind == "free"},
            {spec.material for spec in specs if spec.kind != "free"},
        )
        for name, value in values.items():
            surface = self._surfaces[name]
            surface.set_static_friction(value.friction)
            surface.set_dynamic_friction(value.friction)
            surface.set_restitution(value.restitution)

    def _collide(self, names: tuple[str, ...], restitution: float) -> list[Touch]:
        balls = [self._chain_ball(name) for name in names if name in self._components]
        touches = collide(balls, restitution)
        for ball in balls:
            if ball.is_struck:
                component = self._components[ball.name]
                component.set_linear_velocity(ball.velocity_mps.astype(np.float32))
                component.set_angular_velocity(ball.spin_rad_s.astype(np.float32))
        return touches

    def _chain_ball(self, name: str) -> ChainBall:
        spec = self._specs[name]
        middle = self.centre(name)
        hinge = next(
            (
                joint
                for joint, _ in self._joints.values()
                if joint.second == name and joint.kind == "hinge"
            ),
            None,
        )
        pivot = None if hinge is None else np.asarray(hinge.anchor_m, np.float64)
        arm = 0.0 if pivot is None else float(np.linalg.norm(middle - pivot))
        radius = next(part.size_m[0] for part in spec.colliders if part.shape == "sphere")
        return ChainBall(
            name=name,
            radius_m=radius,
            mass_kg=spec.mass_kg,
            pivot_m=pivot,
            axis=None if hinge is None else np.asarray(hinge.axis, np.float64),
            inertia_kg_m2=float(self.inertia(name).mean()) + spec.mass_kg * arm * arm,
            middle_m=middle,
            velocity_mps=self.velocity(name),
            spin_rad_s=self.spin(name),
        )


def _give_mass(component: Any, spec: BodySpec, half_step: Vector) -> None:
    """Mass, inertia, first velocities; ``half_step`` is what gravity takes in half a step."""
    mass_kg = max(spec.mass_kg, 1e-3)
    inertia = np.asarray(component.inertia, np.float64) * (mass_kg / component.mass)
    early = half_step if spec.gravity and spec.kind == "free" else np.zeros(3)
    component.set_mass(mass_kg)
    component.set_inertia(np.maximum(inertia, 1e-7).astype(np.float32))
    component.set_linear_damping(0.0)
    component.set_angular_damping(0.02)
    component.set_disable_gravity(not spec.gravity)
    component.set_max_depenetration_velocity(1.0)
    component.set_linear_velocity(np.asarray(np.asarray(spec.velocity_mps) + early, np.float32))
    component.set_angular_velocity(np.asarray(spec.spin_rad_s, np.float32))
    component.set_max_angular_velocity(500.0)
    component.set_solver_position_iterations(10)
    component.set_solver_velocity_iterations(2)
