"""What people do with things: throw, kick, drop, pick up, carry, dribble, shoot, push.

Some plans need to know where a hand or a foot is at a moment, which only the finished performance
tells; those are returned as ``Deferred`` and carried out once it exists.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np

from engine.materials import pair_friction, pair_restitution
from engine.script.breakdown import Action
from engine.world.figures import Performance
from engine.world.scene import Carry, Launch
from engine.world.staging.acting import travel
from engine.world.staging.aiming import KICKING, THROWING, clearing_arc, facing, goal_of
from engine.world.staging.ballistics import flight_time, velocity_to_reach
from engine.world.staging.holding import grip_of, hold
from engine.world.staging.layout import support_height
from engine.world.staging.roles import Follower, Role, Setting, Window, first

Deferred = Callable[[Mapping[str, Performance]], None]

HOLDING = frozenset({"carry"})
HANDLING_VERBS = (
    THROWING | KICKING | HOLDING | {"drop", "dribble", "bounce", "push", "pick up", "catch"}
)
_ON_THE_WAY = frozenset(
    {
        "across",
        "to",
        "through",
        "down",
        "along",
        "into",
        "out of",
        "toward",
        "towards",
        "up",
        "past",
    }
)
_HAND = "R"


def handle(
    stage: Setting, role: Role, thing: Role, action: Action, verb: str, window: Window
) -> Deferred | None:
    """Plans what ``role`` does with ``thing``; None when everything is planned already."""
    thing.family = role.family = role.family or thing.family or 100 + len(stage.roles)
    thing.is_handled = thing.is_handled or verb not in {"catch"}
    if verb in THROWING:
        return _throw(stage, role, thing, action, window)
    if verb in KICKING and (verb == "kick" or thing.y < 0.5 * role.height_m):
        return _kick(stage, role, thing, action, window)
    if verb == "drop":
        return _drop(stage, role, thing, window)
    if verb in {"dribble", "bounce"}:
        return _dribble(stage, role, thing, window)
    if verb == "push" or verb in KICKING:
        base = first(other for other in stage.group(action.target) if not other.is_actor)
        if base is not None and action.preposition in {"off", "from"} and base.height_m > 0.25:
            return _push_off(stage, role, thing, base, window)
        _push(role, thing, window)
        return None
    if verb == "catch":
        return _catch_incoming(stage, role, thing, window)
    if verb in HOLDING:
        hold(stage, role, thing)
        if action.preposition in _ON_THE_WAY:
            travel(stage, role, action, window)
        return None
    return _pick_up(stage, role, thing, window)


def _catch_incoming(stage: Setting, role: Role, thing: Role, window: Window) -> Deferred | None:
    """Comes flying from the side into the hand; what was thrown to the catcher does anyway."""
    if thing.is_handled:
        return None
    thing.is_handled = True
    side = 1.0 if role.x <= stage.place.stage.center_m[0] + 0.1 else -1.0
    role.yaw_rad = side * 1.05
    floats = thing.name == "balloon"
    meet_s = min(max(window.start_s + (1.6 if floats else 1.0), 1.0), window.end_s)
    role.plan("point", meet_s - 0.7, stage.duration_s, (), _in_front(role, 0.74))
    thing.lift = 1.0 if floats else 0.0

    def fly_in(performances: Mapping[str, Performance]) -> None:
        hand = np.asarray(performances[role.label].hand(meet_s, _HAND), np.float64)
        start = hand + np.array([side * (1.5 if floats else 2.8), 0.25, 0.5])
        gravity = stage.gravity_mps2 * (1.0 - thing.lift)
        velocity = velocity_to_reach(start, hand, meet_s, gravity)
        thing.x, thing.y, thing.z = (
            float(start[0]),
            float(start[1]) - thing.height_m / 2,
            float(start[2]),
        )
        thing.velocity = _vector(velocity)
        _catch(stage, role, thing, meet_s)

    return fly_in


def _in_front(role: Role, height_share: float) -> tuple[float, float, float]:
    reach = 0.36 * role.height_m
    return (
        role.x + reach * math.sin(role.yaw_rad),
        height_share * role.height_m,
        role.z + reach * math.cos(role.yaw_rad),
    )


def _throw(stage: Setting, role: Role, thing: Role, action: Action, window: Window) -> Deferred:
    target, goal = goal_of(stage, thing, action, role)
    if target is None:
        goal[1] = 0.2
    else:
        _take_distance(role, target)
        _, goal = goal_of(stage, thing, action, role)
    dx, dz = float(goal[0] - role.x), float(goal[2] - role.z)
    role.yaw_rad = math.atan2(dx, dz)
    end_s = min(window.start_s + 1.3, max(window.end_s, window.start_s + 0.8))
    role.plan("throw", window.start_s, end_s, (), (float(goal[0]), float(goal[1]), float(goal[2])))
    catches = target is not None and target.is_person and action.preposition != "at"
    catcher = target if catches else None
    if catcher is not None:
        catcher.family = role.family
        catcher.yaw_rad = math.atan2(role.x - catcher.x, role.z - catcher.z)
        reach = _in_front(catcher, 0.7)
        catcher.plan("point", window.start_s + 0.5, stage.duration_s, (), reach)
    thing.is_handled = True

    def release(performances: Mapping[str, Performance]) -> None:
        thrower = performances[role.label]
        release_s = thrower.moment("throw")
        stage.carries.append(Carry(thing.label, role.label, _HAND, 0.0, release_s))
        start = np.asarray(thrower.hand(release_s, _HAND), np.float64)
        end = np.array(goal, np.float64)
        arc = max(0.25, clearing_arc(target, action, float(start[1])))
        if target is not None and target.name == "hoop":
            arc = 0.75 if action.preposition not in {"at", "off", "against"} else 0.35
        elif target is not None and not target.is_actor and action.preposition != "over":
            arc = 0.12 + 0.05 * float(np.linalg.norm(end - start))
        flight_s = flight_time(start, end, stage.gravity_mps2, arc)
        if catcher is not None:
            end = np.asarray(performances[catcher.label].hand(release_s + flight_s, _HAND))
            _catch(stage, catcher, thing, release_s + flight_s)
        velocity = velocity_to_reach(start, end, flight_s, stage.gravity_mps2)
        stage.launches.append(
            Launch(thing.label, release_s, _vector(velocity), _vector(_backspin(velocity)))
        )

    return release


def _take_distance(role: Role, target: Role) -> None:
    """A throw needs room: before a hoop's board, or some steps from anything else."""
    if target.name in {"hoop", "goal", "wall"}:
        ahead = facing(target) * (2.6 if target.name == "wall" else 3.4)
        side = np.array([ahead[2], 0.0, -ahead[0]]) * -0.22
        at = target.aim or (target.x, 0.0, target.z)
        role.x = float(at[0] + ahead[0] + side[0])
        role.z = float(at[2] + ahead[2] + side[2])
        return
    room_m = 2.4
    gap = role.x - target.x
    if abs(gap) < room_m:
        role.x = target.x + (room_m if gap > 0.0 else -room_m)


def _catch(stage: Setting, catcher: Role, thing: Role, time_s: float) -> None:
    grip = grip_of(thing)
    stage.carries.append(
        Carry(thing.label, catcher.label, _HAND, time_s, stage.duration_s + 1.0, grip)
    )


def _backspin(velocity: np.ndarray) -> np.ndarray:
    flat = np.array([velocity[2], 0.0, -velocity[0]])
    norm = float(np.linalg.norm(flat))
    return -4.0 * flat / norm if norm > 1e-6 else np.zeros(3)


def _kick(stage: Setting, role: Role, thing: Role, action: Action, window: Window) -> Deferred:
    target, goal = goal_of(stage, thing, action, role)
    away = np.array([goal[0] - thing.x, 0.0, goal[2] - thing.z])
    away /= max(float(np.linalg.norm(away)), 1e-6)
    role.yaw_rad = math.atan2(away[0], away[2])
    behind = 0.34 * role.height_m + max(thing.width_m, thing.depth_m) / 2
    right = np.array([away[2], 0.0, -away[0]])
    stand = np.array([thing.x, 0.0, thing.z]) - away * behind + right * 0.09 * role.height_m / 1.7
    role.x, role.z = float(stand[0]), float(stand[2])
    ball = (thing.x, thing.y + min(thing.height_m / 2, 0.3), thing.z)
    role.plan("kick", window.start_s, min(window.start_s + 1.2, window.end_s + 0.3), (), ball)

    def strike(performances: Mapping[str, Performance]) -> None:
        moment_s = performances[role.label].moment("kick")
        start = thing.middle
        if thing.is_round:
            end = np.array(goal, np.float64)
            if target is None:
                end[1] = thing.height_m / 2
            flat_m = float(np.linalg.norm((end - start)[[0, 2]]))
            arc = max(0.1 + 0.06 * flat_m, clearing_arc(target, action, float(start[1])))
            flight_s = flight_time(start, end, stage.gravity_mps2, arc)
            velocity = velocity_to_reach(start, end, flight_s, stage.gravity_mps2)
        else:
            impulse_ns = 9.0 * role.height_m
            speed = min(impulse_ns / max(thing.model.mass_kg, 0.5), 5.0)
            velocity = away * speed + np.array([0.0, 0.25 * speed, 0.0])
        roll = np.cross([0.0, 1.0, 0.0], velocity) * 1.5
        stage.launches.append(
            Launch(thing.label, moment_s, _vector(velocity), _vector(roll), struck_by=role.label)
        )

    return strike


def _drop(stage: Setting, role: Role, thing: Role, window: Window) -> Deferred:
    release_s = window.start_s + 0.45
    role.plan("point", 0.0, release_s + 0.5, (), _in_front(role, 0.66))
    thing.is_handled = True

    def let_go(_: Mapping[str, Performance]) -> None:
        stage.carries.append(Carry(thing.label, role.label, _HAND, 0.0, release_s))
        stage.launches.append(Launch(thing.label, release_s, (0.0, 0.0, 0.0), (0.4, 0.0, 0.7)))

    return let_go


def _dribble(stage: Setting, role: Role, thing: Role, window: Window) -> Deferred:
    """The ball is struck down again each time it is back at the hand."""
    x, _, z = _in_front(role, 0.5)
    top = 0.52 * role.height_m
    thing.x, thing.z = x + 0.12 * math.cos(role.yaw_rad), z - 0.12 * math.sin(role.yaw_rad)
    thing.y = top - thing.height_m
    thing.waits = thing.is_handled = True
    role.plan("point", 0.0, stage.duration_s, (), (thing.x, top, thing.z))

    def beat(_: Mapping[str, Performance]) -> None:
        bounce = pair_restitution(thing.model.material, stage.place.ground_material)
        fall_m = thing.y
        g = stage.gravity_mps2
        down = math.sqrt(max(2 * g * fall_m * (1 / bounce**2 - 1), 0.04))
        hit = math.sqrt(down**2 + 2 * g * fall_m)
        period_s = (hit - down) / g + hit * bounce / g
        time_s = window.start_s
        while time_s < window.end_s:
            stage.launches.append(
                Launch(thing.label, time_s, (0.0, -down, 0.0), struck_by=role.label)
            )
            time_s += period_s

    return beat


def _push(role: Role, thing: Role, window: Window) -> None:
    """Walks into the thing; the simulator does the rest."""
    role.family = thing.family = 0
    thing.is_pushed = True
    role.girth_m = 0.25 * role.height_m
    reach = thing.width_m / 2 + role.girth_m
    role.x, role.z = thing.x - reach - 0.4, thing.z
    role.plan("hold", window.start_s, window.end_s, ((0.0, 0.0),), None)
    role.yaw_rad = math.pi / 2
    way = min(0.75 * window.length_s, 1.6) + 0.5
    role.plan(
        "walk", window.start_s, window.end_s, ((role.x + way, role.z),), _vector(thing.middle)
    )


def _push_off(stage: Setting, role: Role, thing: Role, base: Role, window: Window) -> Deferred:
    """Behind the table, the hand gives it the push that takes it over the edge."""
    edge = base.x + base.width_m / 2
    thing.x, thing.z = edge - thing.width_m / 2 - 0.12, base.z
    thing.y = base.y + support_height(base)
    role.x, role.z = thing.x - thing.width_m / 2 - 0.25, base.z - base.depth_m / 2 - 0.28
    role.yaw_rad = math.atan2(thing.x - role.x, thing.z - role.z)
    moment_s = window.start_s + 0.6
    role.plan("point", window.start_s, moment_s + 0.5, (), _vector(thing.middle))
    grip = pair_friction(thing.model.material, base.model.material)
    way_m = 0.2 + thing.width_m / 2
    speed = 1.25 * math.sqrt(2.0 * grip * stage.gravity_mps2 * way_m)
    push = Launch(thing.label, moment_s, (speed, 0.0, 0.0), struck_by=role.label)

    def shove(_: Mapping[str, Performance]) -> None:
        stage.launches.append(push)

    return shove


def _pick_up(stage: Setting, role: Role, thing: Role, window: Window) -> Deferred:
    point = _vector(thing.middle)
    end_s = min(window.start_s + 1.6, window.end_s)
    role.plan("pick_up", window.start_s, end_s, (), point)
    if abs(role.x - thing.x) > 0.5 or abs(role.z - thing.z) > 0.6:
        side = -1.0 if role.x <= thing.x else 1.0
        role.x, role.z = thing.x + side * 0.42, thing.z - 0.15
        role.yaw_rad = math.atan2(thing.x - role.x, thing.z - role.z)

    def grasp(performances: Mapping[str, Performance]) -> None:
        moment_s = performances[role.label].moment("pick_up")
        stage.carries.append(
            Carry(thing.label, role.label, _HAND, moment_s, stage.duration_s + 1.0)
        )

    return grasp


def put_down(stage: Setting, role: Role, thing: Role, action: Action, window: Window) -> Deferred:
    """In the hand when the shot begins, then set onto a table, or onto the ground."""
    base = first(
        other for other in stage.group(action.target) if not other.is_actor and other is not thing
    )
    thing.family = role.family = role.family or thing.family or 100 + len(stage.roles)
    thing.is_handled = thing.hangs_on = True
    if (base is not None and not base.is_of_the_place) or (
        base is not None and base.height_m < 1.3
    ):
        top = base.y + support_height(base)
        edge = base.depth_m / 2
        x, z = base.x, base.z + max(edge - 0.18, 0.0)
        role.x, role.z = base.x - 0.1, base.z + edge + 0.30
        role.yaw_rad = math.pi - 0.3
        base.family = role.family
    else:
        top, yaw = 0.0, role.yaw_rad or 0.7
        x, z = role.x + 0.4 * math.sin(yaw), role.z + 0.4 * math.cos(yaw)
        role.yaw_rad = yaw
    role.hangs_on = True
    spot = (x, top + thing.height_m * 0.6, z)
    end_s = min(window.start_s + 2.0, window.end_s)
    held = [act for act in role.acts if act.kind == "pick_up"]
    if not held:
        role.plan("hold", -2.0, window.start_s + 0.5)
    role.plan("put_down", window.start_s, end_s, (), spot)

    def let_go(performances: Mapping[str, Performance]) -> None:
        moment_s = performances[role.label].moment("put_down")
        stage.carries[:] = [
            replace(carry, end_s=moment_s)
            if carry.prop == thing.label and carry.end_s > moment_s
            else carry
            for carry in stage.carries
        ]
        if not any(carry.prop == thing.label for carry in stage.carries):
            stage.carries.append(
                Carry(thing.label, role.label, _HAND, 0.0, moment_s, grip_of(thing))
            )
        stage.launches.append(Launch(thing.label, moment_s, (0.0, -0.05, 0.0)))

    return let_go


def carry_off(stage: Setting, role: Role, thing: Role, action: Action, window: Window) -> None:
    """Pulls a sled, a cart, a box behind: it follows on its track at an arm's length."""
    others = [one for one in stage.followers if one.thing is thing]
    _walk_with(stage, role, thing, window, side=1.0 + 0.9 * len(others))
    role.plan("hold", -2.0, stage.duration_s, (), None, "L")
    if thing.name == "rope":
        stage.notes.append("The rope is pulled as it lies, coiled: it is not stretched.")


def push_along(stage: Setting, role: Role, thing: Role, window: Window) -> None:
    """A cart, a wheelbarrow: it rolls before who pushes it."""
    _walk_with(stage, role, thing, window, side=-1.0)
    role.plan("hold", -2.0, stage.duration_s, ((0.0, 0.0),))


def is_wheeled(thing: Role) -> bool:
    """Does it stand on wheels?"""
    rolls = any(hinge.kind == "wheel" for hinge in thing.model.hinges)
    return rolls and thing.model.mass_kg < 150.0


def _walk_with(stage: Setting, role: Role, thing: Role, window: Window, side: float) -> None:
    """Walks to the right with a thing behind (``side`` 1 and more) or before (-1)."""
    thing.family = role.family = role.family or thing.family or 820
    thing.is_handled = thing.hangs_on = role.hangs_on = True
    way_m = min(0.75 * window.length_s, 3.0)
    long_x = thing.model.size_m[0] > 1.5 * thing.model.size_m[2]
    yaw = 0.0 if long_x else math.pi / 2
    half = max(thing.model.size_m[0], thing.model.size_m[2]) / 2
    if side < 0.0:
        half = _near_edge(thing, yaw)
    behind = (half + (0.28 if side > 0.0 else 0.19) * role.height_m) * math.copysign(
        1.0, side
    ) + max(side - 1.0, 0.0)
    role.x = stage.place.stage.center_m[0] - way_m / 2 + 0.5 * behind
    role.z = stage.place.stage.center_m[1]
    role.yaw_rad = math.pi / 2
    role.plan("walk", window.start_s, window.end_s, ((role.x + way_m, role.z),), None)
    if not any(one.thing is thing for one in stage.followers):
        thing.yaw_rad, thing.kind = yaw, "driven"
        thing.x, thing.z = role.x - behind, role.z
        stage.followers.append(Follower(thing, role, behind, yaw))


def _near_edge(thing: Role, yaw: float) -> float:
    """How far a thing reaches back from its origin as it is pushed to the right, metres."""
    axis = 2 if yaw else 0
    points = np.concatenate(
        [part.mesh.positions[:, axis] + part.offset[axis, 3] for part in thing.model.parts]
    )
    return float(-points.min())


def _vector(values: np.ndarray) -> tuple[float, float, float]:
    return (float(values[0]), float(values[1]), float(values[2]))
