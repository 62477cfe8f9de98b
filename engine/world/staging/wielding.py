"""What people do with a thing in their hands: drink, eat, read, play, swing, sweep, pour."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from engine.script.breakdown import Action
from engine.world.assets.assembly import rescaled
from engine.world.figures import Performance
from engine.world.model import Model
from engine.world.scene import Carry, Launch, Vector
from engine.world.staging.acting import SEATS, sit_on
from engine.world.staging.ballistics import velocity_to_reach
from engine.world.staging.casting import bring
from engine.world.staging.holding import grip_of
from engine.world.staging.layout import support_height
from engine.world.staging.roles import Role, Setting, Window, first
from engine.world.staging.stations import over

Deferred = Callable[[Mapping[str, Performance]], None]
_FAMILY = 860
_BEFORE_S = -2.0
_HAND_TOOL: tuple[Vector, Vector] = ((0.0, 0.0, 1.0), (1.0, 0.0, 0.0))
"""In the hand's space: along the thumb, the tool's head across the fingers."""


@dataclass(frozen=True)
class Grip:
    """How a thing is held; see ``scene.Carry``."""

    side: str = "R"
    bone: str = ""
    axes: tuple[Vector, Vector] = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0))
    shift_m: Vector = (0.0, 0.0, 0.0)
    tips: bool = False
    handle: bool = False


TOOL = Grip(bone="hand_R", axes=_HAND_TOOL, handle=True)
CUP = Grip(tips=True)
BOOK = Grip("both", axes=((1.0, 0.0, 0.0), (0.0, 0.55, -0.835)), shift_m=(0.0, 0.02, 0.05))
STRUNG = Grip("both", bone="chest", axes=((0.36, -0.93, 0.0), (0.93, 0.36, 0.0)),
              shift_m=(0.06, -0.16, 0.19))  # fmt: skip
FIDDLE = Grip("both", bone="chest", axes=((0.0, 0.0, -1.0), (0.0, 1.0, 0.0)),
              shift_m=(0.12, 0.11, 0.26))  # fmt: skip
TRUMPET = Grip("both", bone="head", axes=((1.0, 0.0, 0.0), (0.0, 1.0, 0.0)),
               shift_m=(0.0, 0.03, 0.36))  # fmt: skip
PHONE = Grip(bone="head", axes=((0.0, 1.0, 0.0), (-1.0, 0.0, 0.0)), shift_m=(-0.085, 0.06, 0.03))
BROOM = Grip("both", axes=((0.0, -0.80, 0.60), (0.0, 0.60, 0.80)), handle=True)
FLAGPOLE = Grip(bone="hand_R", axes=((0.0, -1.0, 0.0), (0.0, 0.0, 1.0)))


@dataclass(frozen=True)
class Wielding:
    """An act with something in the hands.

    Attributes:
        thing: what is brought where the words name nothing to hold.
        lasts_s: how long it takes once; 0 goes on through the shot.
    """

    kind: str
    thing: str
    grip: Grip
    lasts_s: float = 0.0
    style: str = ""


WIELDED: Mapping[str, Wielding] = {
    "drink": Wielding("drink", "cup", CUP, lasts_s=2.6),
    "eat": Wielding("eat", "apple", Grip()),
    "read": Wielding("read", "book", BOOK),
    "phone": Wielding("phone", "phone", PHONE),
    "swing": Wielding("swing", "bat", TOOL, lasts_s=1.5),
    "hammer": Wielding("hammer", "hammer", TOOL),
    "sweep": Wielding("pull", "broom", BROOM),
    "fight": Wielding("swing", "sword", TOOL, lasts_s=1.4),
    "blow": Wielding("", "", Grip()),
}
"""By verb; what is played on an instrument or waved depends on the thing."""

_INSTRUMENTS: Mapping[str, Wielding] = {
    "guitar": Wielding("guitar", "guitar", STRUNG),
    "violin": Wielding("guitar", "violin", FIDDLE),
    "trumpet": Wielding("read", "trumpet", TRUMPET),
}
_VESSELS = frozenset({"teapot", "jug", "kettle", "bottle", "bucket", "can", "glass"})
_POURING = Grip(axes=((0.82, 0.57, 0.0), (-0.57, 0.82, 0.0)))
_SWUNG = frozenset({"bat", "racket", "sword", "axe", "hammer", "shovel", "rake", "broom"})
_SPORTS = frozenset({"bat", "racket"})
_STYLES = {"racket": "racket", "hammer": "hammer"}
_NOT_HELD = frozenset({"nail", "cake", "soup", "table"})


def wielding_of(role: Role, thing: Role | None, verb: str) -> Wielding | None:
    """How a verb is played with something in the hands; None is not."""
    if verb == "play" and thing is not None:
        sport = Wielding("swing", thing.name, TOOL, lasts_s=1.6)
        return sport if thing.name in _SPORTS else _INSTRUMENTS.get(thing.name)
    if verb == "wave" and thing is not None and thing.name == "flag":
        return Wielding("wave", "flag", FLAGPOLE)
    if verb in {"fight", "swing"} and (thing is None or thing.name not in _SWUNG):
        return None
    wielding = WIELDED.get(verb)
    return wielding if wielding is not None and wielding.kind and role.is_person else None


def wield(
    stage: Setting, role: Role, thing: Role | None, action: Action, wielding: Wielding,
    window: Window,
) -> None:  # fmt: skip
    """Plans the act and puts the thing into the hands."""
    seat = first(one for one in stage.group(action.target) if one.name in SEATS)
    if seat is not None and not role.hangs_on and action.preposition in {"on", "in", "at"}:
        sit_on(stage, role, seat, Window(_BEFORE_S, stage.duration_s))
    held = _to_hold(stage, role, thing, action, wielding)
    style = _STYLES.get(held.name, "") if wielding.kind == "swing" else wielding.style
    if wielding.kind == "hammer":
        lay_under(stage, role, thing)
    _take(stage, role, held, wielding.grip)
    for start_s, end_s in _turns(stage, role, action, wielding, window):
        role.plan(wielding.kind, start_s, end_s, (), None, style)


def pour_out(
    stage: Setting, role: Role, thing: Role | None, action: Action, window: Window
) -> bool:
    """From a pot in the hand into what stands on a table; False: into nothing."""
    into = first(one for one in stage.group(action.target) if not one.is_actor)
    vessels = [one for one in stage.roles if one.name in _VESSELS and one is not into]
    vessel = first(vessels) or bring(stage, "teapot", role, 0.2)
    into = into or (thing if thing is not None and thing is not vessel else None)
    if into is None or into.is_actor:
        return False
    over(stage, role, into, "hold", window)
    into.x = role.x - 0.02
    _take(stage, role, vessel, _POURING)
    for spare in stage.group(action.object):
        if spare is not vessel and spare is not into and not spare.is_actor:
            spare.x, spare.y, spare.z = into.x + 0.3, into.y, into.z
            spare.hangs_on = spare.is_handled = True
    return True


def hit_with(stage: Setting, role: Role, ball: Role, tool: Role, window: Window) -> Deferred:
    """A ball comes flying, is met by what is swung, and flies away."""
    _take(stage, role, tool, TOOL)
    ball.family = role.family
    start_s = max(window.start_s, 0.3)
    style = _STYLES.get(tool.name, "")
    role.yaw_rad = role.yaw_rad or 0.6
    role.plan("swing", start_s, start_s + 1.5, (), None, style)
    moment_s = start_s + 0.58 * 1.5 if style != "racket" else start_s + 0.5 * 1.5
    ball.is_handled = True

    def meet(performances: Mapping[str, Performance]) -> None:
        play = performances[role.label]
        hand = play.bone("hand_R", moment_s)
        reach = 0.72 * max(tool.model.size_m)
        spot = np.asarray(play.hand(moment_s, "R")) + hand[:3, 2] * reach
        angle = play.heading(0.0) + 0.25
        away = np.array([np.sin(angle), 0.0, np.cos(angle)])
        begin = spot + away * 3.2 * min(moment_s, 1.2) + np.array([0.0, 0.1, 0.0])
        velocity = velocity_to_reach(begin, spot, moment_s, stage.gravity_mps2)
        ball.x, ball.y, ball.z = (float(v) for v in begin - (0.0, ball.height_m / 2, 0.0))
        ball.velocity = _triple(velocity)
        out = away * 6.5 + np.array([0.0, 2.6, 0.0])
        stage.launches.append(Launch(ball.label, moment_s, _triple(out), struck_by=role.label))

    return meet


def lay_under(stage: Setting, role: Role, nail: Role | None) -> None:
    """What is hammered is on a table before the hammer."""
    table = first(one for one in stage.roles if one.name in {"table", "desk"})
    table = table or bring(stage, "table", role, 0.0)
    role.yaw_rad, role.hangs_on = 1e-3, True
    role.family = table.family = role.family or _FAMILY
    role.x, role.z = table.x + 0.1, table.z - table.depth_m / 2 - 0.12
    if nail is not None and not nail.is_actor and max(nail.model.size_m) < 0.6:
        nail.x, nail.z = role.x - 0.16, role.z + 0.30 * role.height_m
        nail.y = table.y + support_height(table)
        nail.family, nail.hangs_on, nail.is_handled, nail.kind = role.family, True, True, "fixed"


def _to_hold(
    stage: Setting, role: Role, thing: Role | None, action: Action, wielding: Wielding
) -> Role:
    """What the words name as held (with a broom, from a cup), the object, or what is brought."""
    named = first(one for one in stage.group(action.target) if one.name == wielding.thing) or first(
        one for one in stage.roles if one.name == wielding.thing and not one.is_of_the_place
    )
    if wielding.kind in {"hammer", "pull"}:
        return named or bring(stage, wielding.thing, role, 0.2)
    if thing is not None and not thing.is_actor and not thing.is_of_the_place:
        small = max(thing.model.size_m) < 1.3 or thing.name == "flag"
        if small and thing.name not in _NOT_HELD:
            return thing
    return named or bring(stage, wielding.thing, role, 0.2)


def _take(stage: Setting, role: Role, thing: Role, grip: Grip) -> None:
    if any(carry.prop == thing.label for carry in stage.carries):
        return
    thing.family = role.family = role.family or thing.family or _FAMILY + len(stage.carries)
    thing.kind, thing.is_handled, thing.hangs_on = "free", True, True
    if thing.name == "flag":
        thing.model = _waved_flag(thing)
    middle: Vector | None = (0.0, thing.height_m / 2, 0.0)
    if grip.handle:
        length = thing.model.size_m[0]
        low = min(float(part.mesh.positions[:, 0].min() + part.offset[0, 3])
                  for part in thing.model.parts)  # fmt: skip
        middle = (low + (0.13 if length < 1.0 else 0.30) * length, thing.height_m / 2, 0.0)
    elif thing.name == "flag":
        middle = (0.0, 0.5, 0.0)
    elif not grip.bone:
        middle = grip_of(thing) or middle
    until_s = stage.duration_s + 1.0
    stage.carries.append(
        Carry(thing.label, role.label, grip.side, 0.0, until_s, middle, grip.bone, grip.axes,
              grip.shift_m, grip.tips)
    )  # fmt: skip
    thing.x, thing.y, thing.z = role.x, 0.5 * role.height_m, role.z
    role.plan("hold", _BEFORE_S - 1.0, until_s, ((0.0, 0.0),) if grip.side == "both" else ())


def _waved_flag(flag: Role) -> Model:
    """A flag that one can wave: half the size of one on a mast."""
    return replace(rescaled(flag.model, 0.5), fixed=False, mass_kg=1.0)


def _turns(
    stage: Setting, role: Role, action: Action, wielding: Wielding, window: Window
) -> list[tuple[float, float]]:
    """When it is done: on and on, or as often as the words say and the time allows."""
    first_act = all(act.kind in {"hold", "sit"} for act in role.acts)
    begin_s = window.start_s
    if wielding.lasts_s == 0.0:
        return [(_BEFORE_S if first_act and action.start_s == 0.0 else begin_s, window.end_s + 0.5)]
    count = max(action.times, 1)
    if count == 1:
        count = max(1, int(window.length_s / (wielding.lasts_s + 1.2)))
    length_s = min(wielding.lasts_s, window.length_s / count)
    step_s = window.length_s / count
    return [(begin_s + n * step_s, begin_s + n * step_s + length_s) for n in range(count)]


def _triple(values: np.ndarray) -> Vector:
    return (float(values[0]), float(values[1]), float(values[2]))
