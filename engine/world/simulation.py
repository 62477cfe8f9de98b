"""Plays a staged scene: steps the physics, records every pose, finds what touched.

Frames sample the motion in the middle of their time, except that a body which hits something
during a frame is shown at the instant of the contact: the frame that is on screen when the impact
sounds is the one that shows it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from engine.generation import ContactEvent
from engine.sound.score import ContinuousCue, FootstepCue, ImpactCue
from engine.timing import SAMPLE_RATE_HZ, FrameRate
from engine.world.carrying import Bearers
from engine.world.contacts import BodyFacts, ContactLog, Impact
from engine.world.dry_land import Rectangle, dry_land
from engine.world.model import Collider, Matrix
from engine.world.physics import STEP_RATE_HZ, BodySpec, Simulator, Touch
from engine.world.scene import Actor, Launch, Prop, Scene, Vector

GROUND = "ground"
_GROUND_DEPTH_M = 1.0
_SETTLE_STEPS = STEP_RATE_HZ // 2
_STEPS_PER_CHECK = 24
_RESTING_STEPS = 24
_SHOWN_IMPACT_MPS = 0.4


@dataclass(frozen=True, eq=False)
class Motion:
    """What happened.

    Attributes:
        poses: prop label -> (frames, 4, 4) float64 model-to-world, one per video frame.
        contacts: for people and files; ``impacts`` the same for the sound stage.
    """

    poses: dict[str, Matrix]
    contacts: tuple[ContactEvent, ...]
    impacts: tuple[ImpactCue, ...]
    continuous: tuple[ContinuousCue, ...]
    footsteps: tuple[FootstepCue, ...]


def _matrix(position: np.ndarray, quaternion: np.ndarray) -> Matrix:
    w, x, y, z = quaternion / np.linalg.norm(quaternion)
    return np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y), position[0]],
            [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x), position[1]],
            [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y), position[2]],
            [0.0, 0.0, 0.0, 1.0],
        ]
    )


def _translation(x: float, y: float, z: float) -> Matrix:
    matrix = np.eye(4)
    matrix[:3, 3] = (x, y, z)
    return matrix


def _slab(piece: Rectangle, top: float) -> Collider:
    """A piece of ground whose top is at that height."""
    x0, z0, x1, z1 = piece
    return Collider(
        "box",
        ((x1 - x0) / 2, _GROUND_DEPTH_M / 2, (z1 - z0) / 2),
        _translation((x0 + x1) / 2, top - _GROUND_DEPTH_M / 2, (z0 + z1) / 2),
    )


class _Run:
    """One pass through a scene."""

    def __init__(self, scene: Scene, rate: FrameRate, frame_count: int) -> None:
        self._scene = scene
        self._rate = rate
        self._frame_count = frame_count
        self._simulator = Simulator(scene.gravity_mps2)
        self._facts: dict[str, BodyFacts] = {}
        self._props = {prop.label: prop for prop in scene.props}
        self._actors = {actor.label: actor for actor in scene.actors}
        self._free = [prop.label for prop in scene.props if prop.kind == "free"]
        self._recorded: dict[str, list[tuple[np.ndarray, np.ndarray]]] = {
            label: [] for label in self._free
        }
        self._held: set[str] = set()
        self._bearers = Bearers(scene)
        self._add_ground()
        for prop in scene.props:
            self._add_prop(prop)
        for actor in scene.actors:
            self._add_actor(actor)
        self._log = ContactLog(self._facts, scene.gravity_mps2)

    def play(self, check: Callable[[], None]) -> None:
        self._settle(check)
        steps = int(np.ceil(self._frame_count / float(self._rate.fraction) * STEP_RATE_HZ)) + 1
        launches = sorted(self._scene.launches, key=lambda launch: launch.time_s)
        for step in range(steps):
            if step % _STEPS_PER_CHECK == 0:
                check()
            time_s = step / STEP_RATE_HZ
            while launches and launches[0].time_s <= time_s:
                self._launch(launches.pop(0))
            self._record()
            self._move_driven(time_s + 1.0 / STEP_RATE_HZ)
            before = {label: self._simulator.velocity(label) for label in self._free}
            self._simulator.step()
            self._log.add(step, self._heard(), before)
        self._record()
        for blow in self._scene.blows:
            bodies = (blow.first, blow.second)
            self._log.strike(blow.time_s, bodies, blow.position_m, blow.impulse_ns)
        self._log.finish()

    def motion(self) -> Motion:
        end_s = self._frame_count / float(self._rate.fraction)
        impacts = [impact for impact in self._log.impacts if impact.time_s < end_s]
        shown = self._shown_instants(impacts)
        return Motion(
            poses={
                prop.label: self._frames(prop, shown.get(prop.label, {}))
                for prop in self._scene.props
            },
            contacts=tuple(self._contact(impact) for impact in impacts),
            impacts=tuple(self._cue(impact) for impact in impacts),
            continuous=tuple(self._log.slides),
            footsteps=self._footsteps(),
        )

    def _add_ground(self) -> None:
        scene = self._scene
        reach = max(scene.extent_m, 20.0) * 4
        slabs = [_slab(piece, 0.0) for piece in dry_land(reach, (*scene.waters, *scene.drops))]
        slabs += [
            _slab((*water.low_m, *water.high_m), water.level_m - water.depth_m)
            for water in scene.waters
        ]
        slabs += [_slab((*drop.low_m, *drop.high_m), -drop.depth_m) for drop in scene.drops]
        self._simulator.add(
            BodySpec(GROUND, tuple(slabs), scene.ground_material, 0.0, np.eye(4), kind="fixed")
        )
        self._facts[GROUND] = BodyFacts(scene.ground_material, 1e6, 1.0, free=False, rolls=False)

    def _add_prop(self, prop: Prop) -> None:
        model = prop.model
        self._facts[prop.label] = BodyFacts(
            material=model.material,
            mass_kg=max(model.mass_kg, 1e-3),
            size_m=float(np.cbrt(np.prod(np.maximum(model.size_m, 1e-3)))),
            free=prop.kind == "free",
            rolls=any(part.shape in {"sphere", "cylinder", "capsule"} for part in model.colliders),
        )
        if not model.colliders:
            if prop.kind == "free":
                raise ValueError(f"{prop.label} is free but has no colliders")
            return
        self._simulator.add(
            BodySpec(
                name=prop.label,
                colliders=model.colliders,
                material=model.material,
                mass_kg=model.mass_kg,
                pose=prop.pose,
                kind=prop.kind,
                family=prop.family,
                gravity=True,
                velocity_mps=prop.velocity_mps,
                spin_rad_s=prop.spin_rad_s,
            )
        )

    def _add_actor(self, actor: Actor) -> None:
        width, height, depth = actor.model.size_m
        radius = min(max(min(width, depth) * 0.42, 0.05), height * 0.45)
        radius = actor.girth_m or radius
        half = max(height / 2 - radius, 0.01)
        body = Collider("capsule", (radius, half, 0.0), _translation(0.0, radius + half, 0.0))
        x, y, z = actor.performance.position(0.0)
        self._simulator.add(
            BodySpec(
                name=actor.label,
                colliders=(body,),
                material=actor.model.material,
                mass_kg=actor.model.mass_kg,
                pose=_translation(x, max(y, 0.0) + 0.01, z),
                kind="driven",
                family=actor.family,
            )
        )
        self._facts[actor.label] = BodyFacts(
            actor.model.material, actor.model.mass_kg, height, free=False, rolls=False
        )

    def _settle(self, check: Callable[[], None]) -> None:
        """Lets what merely stands find its rest before the shot begins; movers wait."""
        for label in self._free:
            prop = self._props[label]
            moves = any(prop.velocity_mps) or any(prop.spin_rad_s) or prop.lift > 0.0
            if prop.waits or moves or self._bearers.carry(label, 0.0) is not None:
                self._simulator.hold(label)
                self._held.add(label)
        for step in range(_SETTLE_STEPS):
            if step % _STEPS_PER_CHECK == 0:
                check()
            self._move_held(0.0)
            self._simulator.step()
            if step >= _SETTLE_STEPS - _RESTING_STEPS:
                self._log.rest(step - _SETTLE_STEPS, self._simulator.touches())
        for label in sorted(self._held):
            prop = self._props[label]
            if not prop.waits and self._bearers.carry(label, 0.0) is None:
                self._release(label, prop.velocity_mps, prop.spin_rad_s)

    def _release(self, label: str, velocity_mps: Vector, spin_rad_s: Vector) -> None:
        self._held.discard(label)
        self._simulator.release(label, np.array(velocity_mps), np.array(spin_rad_s))

    def _launch(self, launch: Launch) -> None:
        prop = self._props[launch.prop]
        before = self._simulator.velocity(launch.prop)
        self._release(launch.prop, launch.velocity_mps, launch.spin_rad_s)
        if launch.struck_by:
            change = np.array(launch.velocity_mps) - before
            position, _ = self._simulator.pose(launch.prop)
            position[1] += prop.model.size_m[1] / 2
            self._log.strike(
                launch.time_s,
                (launch.prop, launch.struck_by),
                (float(position[0]), float(position[1]), float(position[2])),
                float(np.linalg.norm(change)) * prop.model.mass_kg,
            )

    def _move_held(self, time_s: float) -> None:
        for label in sorted(self._held):
            self._simulator.drive(label, self._held_pose(self._props[label], time_s))

    def _held_pose(self, prop: Prop, time_s: float) -> Matrix:
        carry = self._bearers.carry(prop.label, time_s)
        if carry is None:
            return prop.pose
        return self._bearers.held_pose(prop, carry, time_s)

    def _move_driven(self, time_s: float) -> None:
        """Poses that the step from ``time_s - 1/rate`` to ``time_s`` must reach."""
        for label in self._free:
            carry = self._bearers.carry(label, time_s)
            if carry is not None and label not in self._held:
                self._simulator.hold(label)
                self._held.add(label)
            elif carry is None and label in self._held and not self._props[label].waits:
                self._let_go(label, time_s)
        self._move_held(time_s)
        for prop in self._scene.props:
            if prop.track is not None and prop.model.colliders:
                self._simulator.drive(prop.label, prop.track(time_s))
        for actor in self._scene.actors:
            x, y, z = self._bearers.position(actor.label, time_s)
            self._simulator.drive(actor.label, _translation(x, max(y, 0.0) + 0.01, z))
        self._lift()

    def _let_go(self, label: str, time_s: float) -> None:
        """A carry ended without a launch: the prop leaves with the hand's velocity."""
        prop = self._props[label]
        short_s = 1.0 / STEP_RATE_HZ
        last = self._bearers.last_carry(label, time_s)
        now = self._bearers.held_pose(prop, last, time_s)[:3, 3]
        then = self._bearers.held_pose(prop, last, time_s - short_s)[:3, 3]
        velocity = (now - then) / short_s
        self._release(label, (velocity[0], velocity[1], velocity[2]), (0.0, 0.0, 0.0))

    def _lift(self) -> None:
        for label in self._free:
            prop = self._props[label]
            if prop.lift > 0.0 and label not in self._held:
                up_n = prop.lift * prop.model.mass_kg * self._scene.gravity_mps2
                self._simulator.push(label, np.array([0.0, up_n, 0.0]))

    def _heard(self) -> list[Touch]:
        """Touches between bodies that may make a sound: not what a hand or a hold keeps."""
        return [
            touch
            for touch in self._simulator.touches()
            if not any(body in self._held for body in touch.bodies)
        ]

    def _record(self) -> None:
        for label in self._free:
            self._recorded[label].append(self._simulator.pose(label))

    def _shown_instants(self, impacts: list[Impact]) -> dict[str, dict[int, float]]:
        """Label -> video frame -> instant of its strongest impact in that frame."""
        chosen: dict[str, dict[int, float]] = {}
        for impact in sorted(impacts, key=lambda impact: impact.impulse_ns):
            for body in impact.bodies:
                facts = self._facts[body]
                if facts.free and impact.impulse_ns > _SHOWN_IMPACT_MPS * facts.mass_kg:
                    frame = self._rate.frame_at_seconds(impact.time_s)
                    chosen.setdefault(body, {})[frame] = impact.time_s
        return chosen

    def _frames(self, prop: Prop, instants: dict[int, float]) -> Matrix:
        rate = float(self._rate.fraction)
        poses = np.empty((self._frame_count, 4, 4))
        for frame in range(self._frame_count):
            time_s = (frame + 0.5) / rate
            if prop.track is not None:
                poses[frame] = prop.track(time_s)
            elif prop.kind == "fixed":
                poses[frame] = prop.pose
            else:
                poses[frame] = self._pose_at(prop.label, instants.get(frame, time_s))
        return poses

    def _pose_at(self, label: str, time_s: float) -> Matrix:
        track = self._recorded[label]
        place = min(max(time_s * STEP_RATE_HZ, 0.0), len(track) - 1.0)
        index = min(int(place), len(track) - 2)
        share = place - index
        (position, turn), (next_position, next_turn) = track[index], track[index + 1]
        if float(np.dot(turn, next_turn)) < 0.0:
            next_turn = -next_turn
        return _matrix(
            position + share * (next_position - position), turn + share * (next_turn - turn)
        )

    def _contact(self, impact: Impact) -> ContactEvent:
        return ContactEvent(
            t_s=round(impact.time_s, 6),
            frame=self._rate.frame_at_seconds(round(impact.time_s, 6)),
            sample=round(round(impact.time_s, 6) * SAMPLE_RATE_HZ),
            position_m=impact.position_m,
            impulse_ns=impact.impulse_ns,
            materials=self._log.materials(impact.bodies),
            bodies=impact.bodies,
        )

    def _cue(self, impact: Impact) -> ImpactCue:
        facts = self._log.sounding(impact.bodies)
        other = next((body for body in impact.bodies if self._facts[body] is not facts), GROUND)
        return ImpactCue(
            sample=round(round(impact.time_s, 6) * SAMPLE_RATE_HZ),
            materials=(facts.material, self._facts[other].material),
            impulse_ns=impact.impulse_ns,
            size_m=facts.size_m,
            mass_kg=facts.mass_kg,
            position_m=impact.position_m,
        )

    def _footsteps(self) -> tuple[FootstepCue, ...]:
        return tuple(
            FootstepCue(
                sample=round(time_s * SAMPLE_RATE_HZ),
                ground=self._scene.ground_material,
                weight_kg=actor.model.mass_kg,
                hard=actor.foot_hardness,
                position_m=(float(where[0]), float(where[1]), float(where[2])),
            )
            for actor in self._scene.actors
            for time_s, where in actor.performance.footsteps()
        )


def simulate(scene: Scene, rate: FrameRate, frame_count: int, check: Callable[[], None]) -> Motion:
    """Plays ``scene`` for ``frame_count`` frames of ``rate``.

    Args:
        check: called often; raises to stop the run.
    """
    run = _Run(scene, rate, frame_count)
    run.play(check)
    return run.motion()
