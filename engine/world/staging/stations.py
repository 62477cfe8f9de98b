"""What people do at a thing: open it, play it, type, climb, lie on it; in the water: swim."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from engine.script.breakdown import Action
from engine.world.model import Hinge
from engine.world.staging.acting import sit_on
from engine.world.staging.afloat import water_of
from engine.world.staging.casting import bring
from engine.world.staging.layout import support_height
from engine.world.staging.roles import Role, Setting, Window, first, placed
from engine.world.staging.turning import turn_hinges

_BEFORE_S = -3.0
_OPENS_AT = 0.4
_HINGED = frozenset({"lid", "door"})
_ARM_SHARE = 0.36
_FAMILY = 880
_LAIN_ON = frozenset({"bed", "sofa", "bench", "table", "rug", "blanket"})
_WORKED_AT: Mapping[str, str] = {
    "type": "type", "piano": "type", "drum": "hammer", "stir": "hammer", "paint": "open",
    "write": "type", "work": "type",
}  # fmt: skip


def open_up(stage: Setting, role: Role, thing: Role, action: Action, window: Window) -> bool:
    """Goes to a lid or a door and moves it; False: the thing has neither."""
    hinge = first_hinge(thing)
    if hinge is None:
        return False
    if not thing.is_of_the_place and not thing.hangs_on:
        thing.yaw_rad = 0.95  # so that who opens it is seen from the side
    handle = _handle_of(thing, hinge)
    low = handle[1] < 0.35 * role.height_m
    stand_before(role, thing, handle, opens=hinge.kind == "door")
    length_s = min(2.2, max(window.length_s, 1.2))
    start_s = window.start_s
    if low and role.is_person:
        role.plan("crouch", start_s, start_s + length_s + 0.6)
    role.plan(action.verb, start_s, start_s + length_s, (), handle)
    moment_s = start_s + _OPENS_AT * length_s
    return turn_hinges(thing, action, action.verb, Window(moment_s, window.end_s))


def open_without_hinge(
    stage: Setting, role: Role, thing: Role, action: Action, window: Window
) -> bool:
    """The hands do it, though nothing on the thing can move."""
    if thing.is_actor:
        return False
    handle = (thing.x, thing.y + 0.9 * thing.height_m, thing.z + 0.3 * thing.depth_m)
    base = first(
        one for one in stage.roles
        if one is not thing and not one.is_actor and one.height_m > 0.3
        and abs(one.x - thing.x) < one.width_m / 2 and abs(one.z - thing.z) < one.depth_m / 2
    )  # fmt: skip
    stand_before(role, base or thing, handle)
    thing.is_handled = True
    if handle[1] < 0.35 * role.height_m:
        role.plan("crouch", window.start_s, window.end_s + 0.5)
    role.plan(action.verb, window.start_s, min(window.start_s + 2.2, window.end_s), (), handle)
    stage.notes.append(f"The {thing.name} has nothing on it that opens; only the hands are acted.")
    return True


def first_hinge(thing: Role) -> Hinge | None:
    """The lid or door that is meant when a thing is opened."""
    return next((hinge for hinge in thing.model.hinges if hinge.kind in _HINGED), None)


def _handle_of(thing: Role, hinge: Hinge) -> tuple[float, float, float]:
    """The middle of the edge that is farthest from the hinge's axis, in the world."""
    points = np.concatenate(
        [
            part.mesh.positions @ part.offset[:3, :3].T + part.offset[:3, 3]
            for part in thing.model.parts
            if part.name in hinge.parts
        ]
    )
    axis = np.asarray(hinge.axis, np.float64) / np.linalg.norm(hinge.axis)
    away = points - np.asarray(hinge.pivot_m)
    radius = np.linalg.norm(away - np.outer(away @ axis, axis), axis=1)
    edge = points[radius > 0.9 * radius.max()].mean(axis=0)
    if hinge.kind == "door":
        edge[1] = min(max(edge[1], 0.9), 1.15)
    pose = placed(thing.x, thing.y, thing.z, thing.yaw_rad)
    spot = pose[:3, :3] @ edge + pose[:3, 3]
    return (float(spot[0]), float(spot[1]), float(spot[2]))


def stand_before(
    role: Role, thing: Role, handle: tuple[float, float, float], *, opens: bool = False
) -> None:
    """Within an arm's reach of a handle, out of the way of what opens, turned to it."""
    sine, cosine = math.sin(thing.yaw_rad), math.cos(thing.yaw_rad)
    across = (handle[0] - thing.x) * cosine - (handle[2] - thing.z) * sine
    side = 1.0 if across >= 0.0 else -1.0
    aside = (abs(across) + 0.22 if opens else abs(across)) * side
    ahead = thing.model.size_m[2] / 2 + _ARM_SHARE * role.height_m * (0.8 if opens else 0.75)
    ahead = max(ahead, 0.25)
    role.x = thing.x + aside * cosine + ahead * sine
    role.z = thing.z - aside * sine + ahead * cosine
    role.yaw_rad = math.atan2(handle[0] - role.x, handle[2] - role.z)
    role.hangs_on = True
    role.family = thing.family = role.family or thing.family or _FAMILY


def work_at(
    stage: Setting, role: Role, thing: Role | None, action: Action, verb: str, window: Window
) -> bool:
    """Types, plays the piano or the drums, paints, stirs; False is something else."""
    target = first(one for one in stage.group(action.target) if not one.is_actor)
    at = thing or target
    if verb == "type":
        _at_a_desk(stage, role, at or bring(stage, "laptop", role, 0.0), window)
        return True
    if verb == "blow" and at is not None and not at.is_actor:
        _before_the_face(stage, role, at, target, window)
        return True
    if verb in {"stir", "work", "write"} and at is not None and not at.is_actor:
        inside = target if target is not None and action.preposition in {"in", "into"} else at
        over(stage, role, inside, "type", window)
        return True
    if verb == "paint":
        easel = at or bring(stage, "painting", role, 0.0)
        _at_an_easel(stage, role, easel, window)
        return True
    if verb == "play" and at is not None and at.name in {"piano", "drum"}:
        _at_keys(stage, role, at, window)
        return True
    return False


def _at_a_desk(stage: Setting, role: Role, laptop: Role, window: Window) -> None:
    """On a chair behind a desk, what is typed on before the hands."""
    desk = first(
        one for one in stage.roles
        if one.name in {"desk", "table"} and one.y < 0.1 and not one.is_of_the_place
    ) or bring(stage, "desk", role, 0.0)  # fmt: skip
    desk.x, desk.z = stage.place.stage.center_m
    desk.yaw_rad = math.pi + 0.6
    _sit_before(stage, role, desk, 0.24)
    top = desk.y + support_height(desk)
    sine, cosine = math.sin(desk.yaw_rad), math.cos(desk.yaw_rad)
    ahead = desk.model.size_m[2] / 2 - 0.20
    laptop.x, laptop.y, laptop.z = desk.x + ahead * sine, top, desk.z + ahead * cosine
    laptop.yaw_rad, laptop.hangs_on, laptop.kind = desk.yaw_rad, True, "fixed"
    role.plan("type", _BEFORE_S, window.end_s + 0.5, (), (laptop.x, top + 0.1, laptop.z))


def _sit_before(stage: Setting, role: Role, thing: Role, gap_m: float) -> None:
    """On a chair at the front of a thing, facing it."""
    sine, cosine = math.sin(thing.yaw_rad), math.cos(thing.yaw_rad)
    seat = bring(stage, "piano stool" if thing.name == "piano" else "chair", role, 0.0)
    ahead = thing.model.size_m[2] / 2 + gap_m + 0.20
    seat.x, seat.z = thing.x + ahead * sine, thing.z + ahead * cosine
    seat.yaw_rad = thing.yaw_rad + math.pi
    seat.family = thing.family = role.family = role.family or thing.family or _FAMILY
    sit_on(stage, role, seat, Window(_BEFORE_S, stage.duration_s + 1.0))


def _at_keys(stage: Setting, role: Role, thing: Role, window: Window) -> None:
    """At a piano on its stool; at a drum standing over it."""
    if thing.name == "piano":
        thing.yaw_rad = 1.05
        _sit_before(stage, role, thing, 0.12)
        role.plan("type", _BEFORE_S, window.end_s + 0.5, (), None)
        return
    drums = stage.group(thing.group)
    for index, drum in enumerate(drums):
        drum.x = role.x + (index - (len(drums) - 1) / 2) * (drum.width_m + 0.05)
        drum.z, drum.y, drum.kind, drum.hangs_on = role.z + 0.42, 0.0, "fixed", True
        drum.family = role.family = role.family or _FAMILY
    role.yaw_rad = 1e-3
    role.plan("kneel", _BEFORE_S - 2.0, window.end_s + 1.0)
    role.plan("hammer", _BEFORE_S, window.end_s + 0.5, (), None)


def over(stage: Setting, role: Role, thing: Role, kind: str, window: Window) -> None:
    """Stands behind a table (or a stove) with the thing on it, hands over it."""
    if thing.y < 0.3 and thing.height_m < 0.7 and not thing.is_of_the_place:
        table = first(
            one for one in stage.roles if one.name in {"table", "desk", "oven"} and one.y < 0.1
        ) or bring(stage, "table", role, 0.0)
        thing.x, thing.z = table.x, table.z - table.depth_m / 2 + 0.26
        thing.y, thing.hangs_on = table.y + support_height(table), True
        thing.kind, thing.is_handled = "fixed", True
        table.hangs_on = True
        role.x, role.z = table.x - 0.05, table.z - table.depth_m / 2 - 0.20
        table.family = role.family = role.family or _FAMILY
    else:
        role.x, role.z = thing.x, thing.z - thing.depth_m / 2 - 0.30
    role.yaw_rad, role.hangs_on = 1e-3, True
    spot = (thing.x, thing.y + thing.height_m, thing.z)
    role.plan(kind, _BEFORE_S, window.end_s + 0.5, (), spot)


def _before_the_face(
    stage: Setting, role: Role, at: Role, target: Role | None, window: Window
) -> None:
    """Bends over what is on a table and blows."""
    under = target if target is not None and target is not at else at
    over(stage, role, under, "nod", window)
    group = stage.group(at.group)
    for index, one in enumerate(group if under is not at else ()):
        one.x = under.x + 0.09 * (index - (len(group) - 1) / 2)
        one.y, one.z = under.y + under.height_m - 0.01, under.z
        one.hangs_on, one.kind, one.family = True, "fixed", role.family
    spot = (under.x, under.y + under.height_m + 0.1, under.z)
    role.acts.pop()
    role.plan("put_down", window.start_s, window.end_s, (), (spot[0], spot[1] * 0.55, spot[2]))


def _at_an_easel(stage: Setting, role: Role, picture: Role, window: Window) -> None:
    """The picture stands at the height of the chest, the brush goes to it again and again."""
    picture.kind, picture.hangs_on = "fixed", True
    picture.x, picture.z = stage.place.stage.center_m[0] + 0.35, stage.place.stage.center_m[1]
    picture.yaw_rad, picture.y = -1.3, 0.62 * role.height_m - picture.height_m / 2
    spot = (picture.x, picture.y + 0.5 * picture.height_m, picture.z)
    stand_before(role, picture, spot)
    count = max(2, round((window.length_s + 1.0) / 1.6))
    for number in range(count):
        start_s = window.start_s - 0.8 + number * 1.6
        dab = (spot[0] + 0.08 * math.sin(2.4 * number), spot[1] + 0.08 * math.cos(1.7 * number),
               spot[2])  # fmt: skip
        role.plan("close", start_s, start_s + 1.5, (), dab)


def climb_up(stage: Setting, role: Role, thing: Role | None, window: Window) -> bool:
    """Up a ladder, a tree, a rock; False: there is nothing to climb."""
    if thing is None or thing.is_actor:
        return False
    thing.family = role.family = role.family or thing.family or _FAMILY
    thing.hangs_on = role.hangs_on = True
    thing.kind = "fixed"
    if thing.name == "ladder":
        thing.yaw_rad = -0.7
    reach = 0.23 * role.height_m
    trunk = 0.16 if thing.name in {"tree", "palm", "fir"} else thing.model.size_m[2] / 2
    gap = trunk + reach * 0.8
    angle = thing.yaw_rad if thing.name == "ladder" else 0.8
    role.x, role.z = thing.x + gap * math.sin(angle), thing.z + gap * math.cos(angle)
    role.yaw_rad = angle + math.pi
    top = min(thing.height_m - 0.55 * role.height_m, 0.55 * max(window.length_s, 1.0))
    role.plan("climb", window.start_s, window.end_s + 0.3, (), (thing.x, max(top, 0.4), thing.z))
    return True


def lie_down(stage: Setting, role: Role, action: Action, verb: str, window: Window) -> None:
    """On a bed (already when the shot begins) or down onto the ground."""
    bed = first(one for one in stage.group(action.target) if one.name in _LAIN_ON)
    asleep = verb == "sleep"
    if bed is None and asleep and stage.place.indoors:
        bed = first(one for one in stage.roles if one.name == "bed") or bring(
            stage, "bed", role, 0.0
        )
    until_s = stage.duration_s + 1.0
    if bed is not None:
        lengthwise = bed.model.size_m[2] >= bed.model.size_m[0]
        if not bed.is_of_the_place and lengthwise:
            bed.yaw_rad = 1.15
        yaw = bed.yaw_rad if lengthwise else bed.yaw_rad + math.pi / 2
        ahead = 0.40 * role.height_m
        role.x, role.z = bed.x + ahead * math.sin(yaw), bed.z + ahead * math.cos(yaw)
        role.y = bed.y + _lying_height(bed)
        role.yaw_rad, role.hangs_on = yaw or 1e-3, True
        bed.family = role.family = role.family or bed.family or _FAMILY
        role.plan("lie", _BEFORE_S - 3.0, until_s)
    else:
        role.yaw_rad = role.yaw_rad or 1.2
        start_s = _BEFORE_S - 3.0 if asleep else window.start_s
        role.plan("lie", start_s, start_s + 2.2 if not asleep else until_s)
    if asleep:
        role.plan("feel", _BEFORE_S, until_s, (), None, "asleep")


def _lying_height(bed: Role) -> float:
    tops = [
        float(part.offset[1, 3]) + part.size_m[1]
        for part in bed.model.colliders
        if part.shape == "box" and min(part.size_m[0], part.size_m[2]) > 0.15
    ]
    return max(tops, default=bed.height_m) + (0.05 if bed.name == "bed" else 0.0)


def swim(stage: Setting, role: Role, window: Window) -> bool:
    """Through the place's water from left to right; False: there is none."""
    water = water_of(stage)
    if water is None:
        return False
    speed = 0.75 * min(max(role.height_m / 1.7, 0.4), 1.1)
    way_m = min(speed * (window.length_s + 1.5), water.high_m[0] - water.low_m[0] - 2.0)
    x, centre_z = stage.place.stage.center_m
    x = min(max(x, water.low_m[0] + 1.0 + way_m / 2), water.high_m[0] - 1.0 - way_m / 2)
    rank = stage.group(role.group).index(role)
    z = min(max(centre_z, water.low_m[1] + 1.2), water.high_m[1] - 1.3) - 0.9 * rank
    role.x, role.z = x - way_m / 2, z
    role.yaw_rad, role.hangs_on = math.pi / 2, True
    goal = ((x + way_m / 2, z - 0.1),)
    if role.is_person:
        role.plan("swim", -1.0, window.end_s + 0.5, goal, (goal[0][0], water.level_m + 0.02, z))
    else:
        role.y = water.level_m - 0.68 * role.height_m
        role.plan("walk", -1.0, window.end_s + 0.5, goal)
    return True
