"""Where fishes swim, ducks paddle, snakes wind and butterflies flutter."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from engine.script.breakdown import Action
from engine.world.figures.fowl import FOWL
from engine.world.staging.afloat import water_of
from engine.world.staging.roles import Role, Setting

_MOVING = frozenset({"walk", "run", "fly", "swim", "slide", "float", "chase", "jump", "spin"})
_SWIMS = frozenset({"swim", "float"})
_GLIDES = frozenset({"slide", "fly", "float", "swing"})
_ALIGHTS = frozenset({"land", "fly", "settle", "alight"})
_PECKS = frozenset({"eat", "drink", "peck at"})
_HOVER_M = 1.1
_MARGIN_M = 0.6
_LONGEST_M = 7.0


def settle_creatures(stage: Setting, actions: Sequence[Action]) -> None:
    """Gives swimmers, water birds and insects the ways and heights of their kind."""
    for role in stage.actors():
        told = [action for action in actions if action.subject == role.group]
        verbs = {verb for action in told for verb in (action.verb, action.canonical)}
        figure = role.model.figure
        if figure == "swimmer":
            _swim(stage, role, verbs)
        elif figure == "bird" and verbs & _SWIMS and water_of(stage) is not None:
            _paddle(stage, role)
        elif figure == "bird" and verbs & _GLIDES and FOWL[role.name].glide > 0.0:
            _soar(stage, role)
        elif figure == "bird" and verbs & _PECKS:
            _peck(stage, role)
        elif figure == "flutterer" and (not role.hangs_on or verbs & _ALIGHTS):
            _flutter(stage, role, told)


def _between_banks(stage: Setting, role: Role, way_m: float) -> tuple[float, float, float, float]:
    """(first x, last x, z, water level) of a way on the water nearest to the stage."""
    water = water_of(stage)
    x, z = stage.place.stage.center_m
    rank = stage.group(role.group).index(role)
    aside = rank * (role.model.size_m[0] + 0.5)
    if water is None:
        return x - way_m / 2 - 0.5 * rank, x + way_m / 2 - 0.5 * rank, z - aside, 0.0
    margin = min(_MARGIN_M + 0.6 * role.model.size_m[2],
                 0.3 * (water.high_m[0] - water.low_m[0]))  # fmt: skip
    deep = min(_MARGIN_M + 0.6 * role.model.size_m[2], 0.4 * (water.high_m[1] - water.low_m[1]))
    low, high = water.low_m[0] + margin, water.high_m[0] - margin
    middle = min(max(x, low), high)
    first = max(middle - way_m / 2, low)
    last = min(first + way_m, high)
    z = min(max(z, water.low_m[1] + deep), water.high_m[1] - deep) - aside
    return first - 0.5 * rank, last - 0.5 * rank, max(z, water.low_m[1] + 0.3), water.level_m


def _swim(stage: Setting, role: Role, verbs: set[str]) -> None:
    """Along the water near its surface; without water only where the words say that it swims."""
    if role.hangs_on or (water_of(stage) is None and not verbs & (_SWIMS | {"fly", "jump"})):
        return
    length = role.model.size_m[2]
    span_s = stage.duration_s + 2.0
    speed = 0.42 * math.sqrt(9.81 * 0.3 * length)
    way_m = min(speed * span_s, _LONGEST_M) if verbs & _MOVING else 0.4 * length
    first, last, z, level = _between_banks(stage, role, way_m)
    height = level - 0.22 * role.height_m if water_of(stage) is not None else _HOVER_M
    leaps = [replace(act, points=(), target=None) for act in role.acts if act.kind == "jump"]
    _put(role, first, z, height)
    role.acts = [*leaps, *(act for act in role.acts if act.kind in ("talk", "nod"))]
    role.plan("swim", -1.0, stage.duration_s + 1.0, ((last, z),), (last, height, z))


def _put(role: Role, x: float, z: float, y: float) -> None:
    role.x, role.z, role.yaw_rad = x, z, math.pi / 2
    role.y, role.hangs_on = y, True


def _paddle(stage: Setting, role: Role) -> None:
    """A water bird on the water."""
    way_m = min(0.35 * (stage.duration_s + 2.0), 4.0)
    first, last, z, level = _between_banks(stage, role, way_m)
    _put(role, first, z, level)
    role.acts = [act for act in role.acts if act.kind not in ("walk", "run", "fly", "swim")]
    role.plan("swim", -1.0, stage.duration_s + 1.0, ((last, z),), (last, level, z))


def _peck(stage: Setting, role: Role) -> None:
    """At the ground, each bird turned another way."""
    rank = stage.group(role.group).index(role)
    role.acts = [act for act in role.acts if act.kind in ("walk", "run", "fly", "talk")]
    start_s = max((act.end_s for act in role.acts if act.points), default=-1.0)
    if not role.acts:
        role.yaw_rad = (1.0, -0.8, 0.5, -1.3)[rank % 4]
    role.plan("eat", start_s + 0.13 * rank, stage.duration_s + 1.0)


def _soar(stage: Setting, role: Role) -> None:
    """What was told as sliding or floating is gliding on the wing."""
    if any(act.kind == "fly" for act in role.acts):
        return
    x, z = stage.place.stage.center_m
    half = min(1.1 * (stage.duration_s + 2.0), 8.0) / 2
    rank = stage.group(role.group).index(role)
    role.x, role.z, role.yaw_rad = x - half - 0.6 * rank, z - 0.8 * rank, math.pi / 2
    role.acts = [act for act in role.acts if act.kind not in ("walk", "run", "jump", "dance")]
    role.plan("fly", -2.0, stage.duration_s + 1.5, ((x + half, role.z),), (x, 2.4, z))


def _flutter(stage: Setting, role: Role, told: Sequence[Action]) -> None:
    """Through the air and down onto what the words name; else to and fro."""
    if told and not any(
        {action.verb, action.canonical} & (_MOVING | _ALIGHTS | {"look"}) for action in told
    ):
        return
    labels = {label for action in told for label in (action.target, action.object) if label}
    goal = next((other for other in stage.roles if other is not role and not other.is_actor
                 and labels & {other.label, other.group}), None)  # fmt: skip
    kept = [act for act in role.acts if act.kind in ("talk", "nod")]
    end_s = stage.duration_s
    over = {action.preposition for action in told} & {"over", "above", "around", "past", "through"}
    if goal is not None:  # too light to push anything over
        role.family = goal.family = goal.family or role.family or 860 + len(stage.roles)
    if goal is not None and not over:
        top = (goal.x, goal.y + goal.height_m, goal.z)
        role.x, role.z, role.yaw_rad = goal.x - 1.3, goal.z + 0.3, math.pi / 2
        way = ((goal.x - 0.6, goal.z + 0.45), (goal.x, goal.z))
        role.acts, role.hangs_on, role.y = kept, True, 0.0
        role.plan("fly", -1.0, min(0.62 * end_s, 3.2), way, top)
        return
    x, z = (goal.x, goal.z) if goal is not None else (role.x, role.z)
    high = goal.y + goal.height_m + 0.25 if goal is not None else 0.9
    rank = stage.group(role.group).index(role)
    role.acts = kept
    role.x, role.z = x - 0.8 - 0.25 * rank, z + 0.15 * rank
    loops = ((x - 0.3, z + 0.3), (x + 0.1, z - 0.1 * rank), (x + 0.5, z + 0.25), (x + 0.8, z))
    role.plan("fly", -2.0, end_s + 1.0, loops, (x, high + 0.12 * rank, z + 9.0))
