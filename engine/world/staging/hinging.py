"""Things that move on hinges: doors, lids, pendulums, sails become bodies of their own.

A model says what moves on it (``Model.hinges``).  Where something is planned for a hinge, the thing
is split: what stays, and one body for each moving group, joined where the hinge is.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from engine.world.assets.assembly import outermost
from engine.world.model import Collider, Hinge, Matrix
from engine.world.physics import Joint
from engine.world.scene import Blow, Chain, Launch, Prop

_SWINGS_FREELY = 0.0
_ROTOR_NM = 4e3
_CRADLE_REBOUND = 0.9985
_MOVING_SHARE = 0.35
_FIRST_FAMILY = 9000


@dataclass(frozen=True)
class HingePlan:
    """What happens at one hinge.

    Attributes:
        start_rad: turn from the rest pose that it starts with.
        start_s: when it is let go or pushed; until then it is held.
        push_rad_s: speed that it is pushed with.
        motor_rad_s: speed that a motor keeps, from the shot's start; None has no motor.
        damping: friction, N m s/rad per kg m² of what moves.
        led: shot time to the turn that it is led through (opened, closed); then nothing above
            counts but ``start_rad``.
        shuts_s: when what is led falls shut, with ``push_rad_s``; None does not.
    """

    hinge: str
    start_rad: float = 0.0
    start_s: float = 0.0
    push_rad_s: float = 0.0
    motor_rad_s: float | None = None
    damping: float = _SWINGS_FREELY
    led: Callable[[float], float] | None = None
    shuts_s: float | None = None


@dataclass(frozen=True)
class HingedThing:
    """A thing in its parts, with what holds and what moves them."""

    props: tuple[Prop, ...]
    joints: tuple[Joint, ...]
    launches: tuple[Launch, ...]
    chains: tuple[Chain, ...]
    blows: tuple[Blow, ...] = ()


def with_hinges(props: Sequence[Prop], plans: Mapping[str, tuple[HingePlan, ...]]) -> HingedThing:
    """Props of which those that have plans (by label) are split at their hinges."""
    things = [
        split(prop, plans[prop.label], _FIRST_FAMILY + number)
        if plans.get(prop.label)
        else HingedThing((prop,), (), (), ())
        for number, prop in enumerate(props)
    ]
    return HingedThing(
        props=tuple(prop for thing in things for prop in thing.props),
        joints=tuple(joint for thing in things for joint in thing.joints),
        launches=tuple(launch for thing in things for launch in thing.launches),
        chains=tuple(chain for thing in things for chain in thing.chains),
        blows=tuple(blow for thing in things for blow in thing.blows),
    )


def split(prop: Prop, plans: tuple[HingePlan, ...], family: int) -> HingedThing:
    """A prop whose planned hinges move.

    Args:
        family: number that keeps its parts from colliding with each other.
    """
    model = prop.model
    hinges = {hinge.name: hinge for hinge in model.hinges}
    moving = [(plan, hinges[plan.hinge]) for plan in plans]
    names = {name for _, hinge in moving for name in hinge.parts}
    taken = {index for _, hinge in moving for index in hinge.colliders}
    share = _MOVING_SHARE / len(moving) if prop.kind == "free" else 1.0 / len(moving)
    base = replace(
        model,
        parts=tuple(part for part in model.parts if part.name not in names),
        colliders=tuple(part for index, part in enumerate(model.colliders) if index not in taken),
        mass_kg=model.mass_kg * (1.0 - share * len(moving) * (prop.kind == "free")),
        hinges=(),
    )
    family = prop.family or family
    is_led = any(plan.led is not None for plan in plans)
    props = [replace(prop, model=base, family=family, kind="fixed" if is_led else prop.kind)]
    joints: list[Joint] = []
    launches: list[Launch] = []
    blows: list[Blow] = []
    for plan, hinge in moving:
        part = _moving_prop(prop, hinge, plan, share, family)
        props.append(part)
        if plan.led is None:
            joints.append(_joint(prop, part, hinge, plan))
            launches += _launches(prop, part, hinge, plan)
        elif plan.shuts_s is not None:
            blows.append(_shutting(prop, part, hinge, plan, plan.shuts_s))
    chains = () if is_led else _chain(props[1:], moving)
    return HingedThing(tuple(props), tuple(joints), tuple(launches), chains, tuple(blows))


def _shutting(prop: Prop, part: Prop, hinge: Hinge, plan: HingePlan, time_s: float) -> Blow:
    """A lid or a door falls shut: its far edge meets the frame."""
    reach = max(part.model.size_m[0], part.model.size_m[2])
    points = np.concatenate([each.mesh.positions for each in part.model.parts])
    where = prop.pose[:3, :3] @ points.mean(axis=0) + prop.pose[:3, 3]
    impulse = 0.5 * part.model.mass_kg * abs(plan.push_rad_s) * reach
    return Blow(part.label, prop.label, time_s, _plain(where), impulse)


def _moving_prop(prop: Prop, hinge: Hinge, plan: HingePlan, share: float, family: int) -> Prop:
    model = prop.model
    parts = tuple(part for part in model.parts if part.name in hinge.parts)
    points = np.concatenate(
        [part.mesh.positions @ part.offset[:3, :3].T + part.offset[:3, 3] for part in parts]
    )
    colliders = tuple(model.colliders[index] for index in hinge.colliders)
    if not colliders:
        hull = outermost(points)
        colliders = (Collider("convex", (0.0, 0.0, 0.0), np.eye(4), hull),)
    size = np.ptp(points, axis=0)
    moving = replace(
        model,
        name=f"{hinge.name} of {model.name}",
        parts=parts,
        colliders=colliders,
        size_m=(float(size[0]), float(size[1]), float(size[2])),
        mass_kg=model.mass_kg * share,
        fixed=False,
        hinges=(),
    )
    waits = plan.start_s > 0.0 and plan.motor_rad_s is None
    if plan.led is not None:
        return Prop(
            label=f"{hinge.name} of {prop.label}",
            model=moving,
            pose=prop.pose @ turned(hinge, plan.start_rad),
            kind="driven",
            family=family,
            track=partial(_led_pose, prop.pose, hinge, plan.led),
            is_setting=prop.is_setting,
        )
    return Prop(
        label=f"{hinge.name} of {prop.label}",
        model=moving,
        pose=prop.pose @ turned(hinge, plan.start_rad),
        kind="free",
        family=family,
        waits=waits,
        is_setting=prop.is_setting,
    )


def _led_pose(pose: Matrix, hinge: Hinge, led: Callable[[float], float], time_s: float) -> Matrix:
    return np.asarray(pose @ turned(hinge, led(time_s)))


def turned(hinge: Hinge, angle_rad: float) -> Matrix:
    """4x4 in model space: turned about a hinge, counter-clockwise seen against its axis."""
    x, y, z = np.asarray(hinge.axis, np.float64) / np.linalg.norm(hinge.axis)
    c, s = math.cos(angle_rad), math.sin(angle_rad)
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    axis = np.array([x, y, z])
    matrix = np.eye(4)
    matrix[:3, :3] = c * np.eye(3) + s * cross + (1 - c) * np.outer(axis, axis)
    pivot = np.asarray(hinge.pivot_m, np.float64)
    matrix[:3, 3] = pivot - matrix[:3, :3] @ pivot
    return matrix


def _axis_of(prop: Prop, hinge: Hinge) -> np.ndarray:
    return np.asarray(prop.pose[:3, :3] @ np.asarray(hinge.axis, np.float64))


def _joint(prop: Prop, part: Prop, hinge: Hinge, plan: HingePlan) -> Joint:
    pivot = prop.pose[:3, :3] @ np.asarray(hinge.pivot_m) + prop.pose[:3, 3]
    low, high = hinge.range_rad
    reach = max(part.model.size_m) / 2
    return Joint(
        name=f"hinge of {part.label}",
        kind="hinge",
        first=prop.label if prop.kind == "free" else "",
        second=part.label,
        anchor_m=_plain(pivot),
        axis=_plain(_axis_of(prop, hinge)),
        low=low - plan.start_rad,
        high=high - plan.start_rad,
        damping=plan.damping * part.model.mass_kg * reach * reach,
        motor_rad_s=plan.motor_rad_s,
        motor_nm=_ROTOR_NM,
    )


def _launches(prop: Prop, part: Prop, hinge: Hinge, plan: HingePlan) -> list[Launch]:
    if plan.motor_rad_s is not None or (plan.start_s <= 0.0 and plan.push_rad_s == 0.0):
        return []
    spin = _axis_of(prop, hinge) * plan.push_rad_s
    middle = np.mean([collider.offset[:3, 3] for collider in part.model.colliders], axis=0)
    if part.model.colliders[0].points is not None:
        middle = np.asarray(part.model.colliders[0].points, np.float64).mean(axis=0)
    here = part.pose[:3, :3] @ middle + part.pose[:3, 3]
    pivot = prop.pose[:3, :3] @ np.asarray(hinge.pivot_m) + prop.pose[:3, 3]
    velocity = np.cross(spin, here - pivot)
    return [Launch(part.label, plan.start_s, _plain(velocity), _plain(spin))]


def _chain(parts: list[Prop], moving: list[tuple[HingePlan, Hinge]]) -> tuple[Chain, ...]:
    """Hanging balls side by side hand their impacts on."""
    balls = [
        part.label
        for part, (_, hinge) in zip(parts, moving, strict=True)
        if hinge.kind == "swing" and any(each.shape == "sphere" for each in part.model.colliders)
    ]
    return (Chain(tuple(balls), _CRADLE_REBOUND),) if len(balls) > 1 else ()


def _plain(values: np.ndarray) -> tuple[float, float, float]:
    return (float(values[0]), float(values[1]), float(values[2]))
