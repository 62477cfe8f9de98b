"""One pass through a scene, step by step."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import msgspec
import numpy as np

from engine.generation import ContactEvent
from engine.sound.effects.breaking import (
    breaking_level_db,
    breaking_sound,
    splash_level_db,
)
from engine.sound.score import EffectCue, FootstepCue, ImpactCue
from engine.timing import SAMPLE_RATE_HZ, FrameRate
from engine.world.carrying import Bearers
from engine.world.contacts import BodyFacts, ContactLog, Impact
from engine.world.model import Matrix
from engine.world.physics import STEP_RATE_HZ, Simulator, Touch, matrix_of
from engine.world.scene import Launch, Prop, Scene, Vector
from engine.world.simulation.air import Air, slow_rolling
from engine.world.simulation.breaking import breaking_touch, shattered
from engine.world.simulation.cast import (
    GROUND,
    WATER,
    actor_body,
    ground_body,
    prop_body,
    prop_facts,
    translation,
)
from engine.world.simulation.motion import Break, Motion, Splash
from engine.world.simulation.recording import Pose, Recorder, still
from engine.world.simulation.rehearsing import rehearsed
from engine.world.simulation.water import Buoyancy

_SETTLE_STEPS = STEP_RATE_HZ // 2
_FLOAT_STEPS = 3 * STEP_RATE_HZ
_STEPS_PER_CHECK = 24
_RESTING_STEPS = 24
_SHOWN_IMPACT_MPS = 0.4
_SPLASHING_SOUND = "splash"


class _Run:
    """One pass through a scene."""

    def __init__(self, scene: Scene, rate: FrameRate, frame_count: int) -> None:
        self._scene = scene
        self._rate = rate
        self._frame_count = frame_count
        self._simulator = Simulator(scene.gravity_mps2)
        self._facts: dict[str, BodyFacts] = {}
        self._props = {prop.label: prop for prop in scene.props}
        self._free = [prop.label for prop in scene.props if prop.kind == "free"]
        self._radii: dict[str, float] = {}
        self._poses: dict[str, Pose] = {}
        self._velocities: dict[str, np.ndarray] = {}
        self._held: set[str] = set()
        self._asleep: set[str] = set()
        self._pieces: list[Prop] = []
        self._spans: dict[str, tuple[int, int]] = {}
        self._breaks: list[Break] = []
        self._splashes: list[Splash] = []
        self._bearers = Bearers(scene)
        self._air = Air(scene)
        wind = None if scene.indoors else scene.atmosphere.wind_mps
        self._water = Buoyancy(scene.waters, wind, scene.gravity_mps2)
        self._recorder = Recorder(rate, frame_count)
        self._add_bodies()
        self._log = ContactLog(self._facts, scene.gravity_mps2)

    def play(self, check: Callable[[], None]) -> None:
        """Lets everything find its rest, then plays the shot."""
        self._settle(check)
        self._look()
        for label in self._free:
            self._recorder.begin(label, matrix_of(*self._poses[label]))
        steps = int(np.ceil(self._frame_count / float(self._rate.fraction) * STEP_RATE_HZ)) + 1
        launches = sorted(self._scene.launches, key=lambda launch: launch.time_s)
        for step in range(steps):
            if step % _STEPS_PER_CHECK == 0:
                check()
            time_s = step / STEP_RATE_HZ
            while launches and launches[0].time_s <= time_s:
                self._launch(launches.pop(0))
            self._move_driven(time_s + 1.0 / STEP_RATE_HZ)
            self._advance(step)
        for blow in self._scene.blows:
            bodies = (blow.first, blow.second)
            self._log.strike(blow.time_s, bodies, blow.position_m, blow.impulse_ns)
        self._log.finish()

    def motion(self) -> Motion:
        """What happened."""
        end_s = self._frame_count / float(self._rate.fraction)
        impacts = [impact for impact in self._log.impacts if impact.time_s < end_s]
        recorded = self._recorder.finish(self._poses)
        breaks = tuple(each for each in self._breaks if each.time_s < end_s)
        splashes = tuple(each for each in self._splashes if each.time_s < end_s)
        return Motion(
            poses=recorded
            | {
                prop.label: self._led(prop)
                for prop in self._scene.props
                if prop.label not in recorded
            },
            contacts=self._told(impacts, breaks, splashes),
            impacts=tuple(self._cue(impact) for impact in impacts),
            continuous=tuple(self._log.slides),
            footsteps=_footsteps(self._scene),
            pieces=tuple(self._pieces),
            spans=dict(self._spans),
            breaks=breaks,
            splashes=splashes,
            effects=(
                *(self._breaking(each) for each in breaks),
                *(_splashing(each) for each in splashes),
            ),
        )

    def _add_bodies(self) -> None:
        scene = self._scene
        body, facts = ground_body(scene)
        self._simulator.add(body)
        self._facts[GROUND] = facts
        for prop in scene.props:
            self._facts[prop.label] = prop_facts(prop)
            if prop.kind == "free" or prop.model.colliders:
                self._simulator.add(prop_body(prop))
            if prop.kind == "free" and self._facts[prop.label].rolls:
                self._radii[prop.label] = min(prop.model.size_m) / 2
        for actor in scene.actors:
            body, facts = actor_body(actor)
            self._simulator.add(body)
            self._facts[actor.label] = facts
        for joint in scene.joints:
            self._simulator.join(joint)
        for chain in scene.chains:
            self._simulator.chain(chain.props, chain.restitution)

    def _look(self) -> None:
        """Where every free body is now, and how fast."""
        for label in self._free:
            is_asleep = self._simulator.is_asleep(label)
            if is_asleep and label in self._asleep:
                continue
            (self._asleep.add if is_asleep else self._asleep.discard)(label)
            self._poses[label] = self._simulator.pose(label)
            self._velocities[label] = self._simulator.velocity(label)

    def _advance(self, step: int) -> None:
        """One step: forces, physics, what touched, what broke, what the frames show."""
        self._push(step / STEP_RATE_HZ)
        before, velocities = dict(self._poses), dict(self._velocities)
        self._simulator.step()
        touches = [touch for touch in self._simulator.touches() if self._is_heard(touch)]
        known = len(self._log.impacts)
        self._log.add(step, touches, velocities)
        self._look()
        for impact in self._log.impacts[known:]:
            self._show(impact, before, velocities)
        slow_rolling(self._simulator, touches, self._facts, self._radii)
        self._recorder.take(step, before, self._poses)
        self._break_joints(touches)
        self._break_props(step, touches, velocities)

    def _settle(self, check: Callable[[], None]) -> None:
        """Lets what merely stands find its rest before the shot begins; movers wait."""
        for label in self._free:
            prop = self._props[label]
            moves = any(prop.velocity_mps) or any(prop.spin_rad_s) or prop.lift > 0.0
            if prop.waits or moves or self._bearers.carry(label, 0.0) is not None:
                self._simulator.hold(label)
                self._held.add(label)
        steps = _FLOAT_STEPS if self._scene.waters else _SETTLE_STEPS
        for step in range(-steps, 0):
            if step % _STEPS_PER_CHECK == 0:
                check()
            self._move_held(0.0)
            if self._scene.waters:
                self._look()
                self._push(step / STEP_RATE_HZ)
            self._simulator.step()
            if step >= -_RESTING_STEPS:
                self._log.rest(step, self._simulator.touches())
        self._splashes.clear()
        for label in sorted(self._held):
            prop = self._props[label]
            if not prop.waits and self._bearers.carry(label, 0.0) is None:
                self._release(label, prop.velocity_mps, prop.spin_rad_s)

    def _push(self, time_s: float) -> None:
        """Air and water on everything that is free to move."""
        wind = self._air.wind(time_s)
        for label in self._free:
            if label in self._held:
                continue
            prop, velocity = self._props[label], self._velocities[label]
            self._air.push(self._simulator, prop, velocity, wind)
            if not self._scene.waters:
                continue
            fell = self._water.push(self._simulator, prop, self._poses[label], velocity, time_s)
            if fell is not None:
                size = self._facts[label].size_m
                self._splashes.append(Splash(label, max(time_s, 0.0), fell[0], fell[1], size))

    def _release(self, label: str, velocity_mps: Vector, spin_rad_s: Vector) -> None:
        self._held.discard(label)
        self._simulator.release(label, np.array(velocity_mps), np.array(spin_rad_s))
        self._asleep.discard(label)
        self._velocities[label] = self._simulator.velocity(label)

    def _launch(self, launch: Launch) -> None:
        if launch.prop not in self._velocities:
            return  # it broke before
        prop = self._props[launch.prop]
        before = self._simulator.velocity(launch.prop)
        self._release(launch.prop, launch.velocity_mps, launch.spin_rad_s)
        if launch.struck_by:
            change = np.array(launch.velocity_mps) - before
            pose = self._simulator.pose(launch.prop)
            where = pose[0] + np.array([0.0, prop.model.size_m[1] / 2, 0.0])
            impulse = float(np.linalg.norm(change)) * prop.model.mass_kg
            self._log.strike(launch.time_s, (launch.prop, launch.struck_by), _plain(where), impulse)
            self._recorder.strike(launch.prop, launch.time_s, impulse, pose, np.zeros(3))

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
            self._simulator.drive(actor.label, translation(x, max(y, 0.0) + 0.01, z))

    def _let_go(self, label: str, time_s: float) -> None:
        """A carry ended without a launch: the prop leaves with the hand's velocity."""
        prop = self._props[label]
        short_s = 1.0 / STEP_RATE_HZ
        last = self._bearers.last_carry(label, time_s)
        now = self._bearers.held_pose(prop, last, time_s)[:3, 3]
        then = self._bearers.held_pose(prop, last, time_s - short_s)[:3, 3]
        self._release(label, _plain((now - then) / short_s), (0.0, 0.0, 0.0))

    def _is_heard(self, touch: Touch) -> bool:
        """Not what a hand or a hold keeps."""
        return not any(body in self._held for body in touch.bodies)

    def _show(
        self, impact: Impact, before: dict[str, Pose], velocities: dict[str, np.ndarray]
    ) -> None:
        """Frames show impacts at their instant."""
        for body in impact.bodies:
            facts = self._facts[body]
            if facts.free and impact.impulse_ns > _SHOWN_IMPACT_MPS * facts.mass_kg:
                self._recorder.strike(
                    body, impact.time_s, impact.impulse_ns, before[body], velocities[body]
                )

    def _break_joints(self, touches: list[Touch]) -> None:
        for joint in self._simulator.joints():
            bodies = {joint.first, joint.second}
            if any(touch.impulse_ns > joint.strength_ns and bodies & {*touch.bodies}
                   for touch in touches):  # fmt: skip
                self._simulator.break_joint(joint.name)

    def _break_props(
        self, step: int, touches: list[Touch], velocities: dict[str, np.ndarray]
    ) -> None:
        for label in list(self._free):
            blow = breaking_touch(self._props[label], touches)
            if blow is not None:
                self._shatter(label, step, blow, velocities[label])

    def _shatter(self, label: str, step: int, blow: Touch, before_mps: np.ndarray) -> None:
        """A thing's body makes way for its pieces."""
        prop = self._props[label]
        other = blow.bodies[0] if blow.bodies[1] == label else blow.bodies[1]
        wreck = shattered(
            self._simulator,
            prop,
            before_mps,
            blow,
            zlib.crc32(label.encode()),
            meets_fixed=not self._facts[other].free,
        )
        if not wreck.pieces:
            return
        time_s = step / STEP_RATE_HZ
        frame = self._rate.frame_at_seconds(time_s)
        self._simulator.remove(label)
        self._free.remove(label)
        self._spans[label] = (0, frame + 1)
        self._breaks.append(Break(label, other, time_s, frame, blow.position_m, blow.impulse_ns))
        for piece, velocity in zip(wreck.pieces, wreck.velocities_mps, strict=True):
            self._add_piece(piece, velocity, wreck.spin_rad_s, frame, label)

    def _add_piece(
        self, piece: Prop, velocity: np.ndarray, spin: np.ndarray, frame: int, whole: str
    ) -> None:
        self._facts[piece.label] = prop_facts(piece)
        self._props[piece.label] = piece
        self._simulator.add(prop_body(piece))
        self._simulator.release(piece.label, velocity, spin)
        self._poses[piece.label] = self._simulator.pose(piece.label)
        self._velocities[piece.label] = self._simulator.velocity(piece.label)
        self._free.append(piece.label)
        self._pieces.append(piece)
        self._recorder.begin(piece.label, piece.pose)
        self._recorder.follow(piece.label, whole)
        self._spans[piece.label] = (frame + 1, self._frame_count)

    def _led(self, prop: Prop) -> Matrix:
        """(frames, 4, 4) of a thing that physics does not move."""
        if prop.track is None:
            return still(prop.pose, self._frame_count)
        rate = float(self._rate.fraction)
        times = (np.arange(self._frame_count) + 0.5) / rate
        return np.array([prop.track(float(time_s)) for time_s in times])

    def _told(
        self, impacts: list[Impact], breaks: tuple[Break, ...], splashes: tuple[Splash, ...]
    ) -> tuple[ContactEvent, ...]:
        """Everything that met, broke or splashed, in order of time."""
        events = [self._contact(impact) for impact in impacts]
        for each in breaks:
            pair = Impact(each.time_s, (each.prop, each.other), each.position_m, each.impulse_ns)
            events.append(msgspec.structs.replace(self._contact(pair), what="break"))
        for drop in splashes:
            impulse = drop.speed_mps * self._facts[drop.prop].mass_kg
            event = self._contact(
                Impact(drop.time_s, (drop.prop, GROUND), drop.position_m, impulse)
            )
            materials = (self._facts[drop.prop].material, "water")
            event = msgspec.structs.replace(
                event, what="splash", bodies=(drop.prop, WATER), materials=materials
            )
            events.append(event)
        return tuple(sorted(events, key=lambda event: (event.t_s, event.what, event.bodies)))

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

    def _breaking(self, event: Break) -> EffectCue:
        facts = self._facts[event.prop]
        level_db = breaking_level_db(facts.size_m)
        return _effect(breaking_sound(facts.material), event.time_s, event.position_m, level_db)

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


def _footsteps(scene: Scene) -> tuple[FootstepCue, ...]:
    return tuple(
        FootstepCue(
            sample=round(time_s * SAMPLE_RATE_HZ),
            ground=scene.ground_material,
            weight_kg=actor.model.mass_kg,
            hard=actor.foot_hardness,
            position_m=(float(where[0]), float(where[1]), float(where[2])),
        )
        for actor in scene.actors
        for time_s, where in actor.performance.footsteps()
    )


def _effect(name: str, time_s: float, position_m: Vector, level_db: float) -> EffectCue:
    sample = round(time_s * SAMPLE_RATE_HZ)
    return EffectCue(name, sample, (position_m,), level_db=level_db)


def _splashing(splash: Splash) -> EffectCue:
    level_db = splash_level_db(splash.speed_mps, splash.size_m)
    return _effect(_SPLASHING_SOUND, splash.time_s, splash.position_m, level_db)


def _plain(values: np.ndarray) -> Vector:
    return (float(values[0]), float(values[1]), float(values[2]))


def simulate(scene: Scene, rate: FrameRate, frame_count: int, check: Callable[[], None]) -> Motion:
    """Plays ``scene`` for ``frame_count`` frames of ``rate``, with rehearsals for its aims.

    Args:
        check: called often; raises to stop the run.
    """

    def play(version: Scene) -> Motion:
        run = _Run(version, rate, frame_count)
        run.play(check)
        return run.motion()

    return rehearsed(scene, rate, play)
