"""What people and animals do by themselves: walking, sitting, waving, looking, speaking."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from engine.script.breakdown import Action
from engine.world.assets.catalogue import build
from engine.world.scene import SpokenLine
from engine.world.staging.landmarks import GROUNDED
from engine.world.staging.layout import support_height
from engine.world.staging.leaping import SPEED_MPS, leap
from engine.world.staging.roles import Role, Setting, Window, first

SEATS = frozenset("chair armchair sofa bench bed stool table box crate rock stump log wall".split())
MOVING = frozenset({"walk", "run", "fly"})
_STILL = {
    "stand": "stand",
    "sit": "sit",
    "wave": "wave",
    "point": "point",
    "jump": "jump",
    "nod": "nod",
    "turn": "turn",
    "look": "stand",
    "dance": "dance",
    "talk": "talk",
    "say": "talk",
    "shout": "talk",
    "whisper": "talk",
    "sing": "talk",
    "shake head": "shake_head",
    "clap": "clap",
    "bow": "bow",
    "shrug": "shrug",
    "kneel": "kneel",
    "crouch": "crouch",
    "hug": "hug",
    "drink": "drink",
    "eat": "eat",
    "play": "dance",
    "write": "open",
    "work": "open",
    "blow": "nod",
    "fight": "swing",
}
_ONCE_S = {"bow": 2.4, "shrug": 1.5, "jump": 1.3, "turn": 1.4, "nod": 1.6, "shake_head": 1.8}
"""How long one of it takes; other acts go on."""

_STAYS = frozenset({"kneel", "crouch", "hug"})
_FEELINGS = {"smile": "happy", "laugh": "laughing", "cry": "sad"}
_GAITS = {
    "sneaking": "sneak", "quietly": "sneak", "marching": "march", "limping": "limp",
    "drunk": "drunk", "drunkenly": "drunk", "proudly": "proud", "tired": "tired",
    "wearily": "tired", "tiredly": "tired", "sadly": "sad", "happily": "happy",
    "slowly": "slow", "cheerfully": "happy",
}  # fmt: skip

_COMING_DOWN = frozenset({"down", "slowly", "quickly"})
_HASTY = frozenset({"quickly", "fast"})
_PASSING = frozenset({"from", "away from", "past", "by", "along", "around"})


def act_out(stage: Setting, role: Role, action: Action, verb: str, window: Window) -> bool:
    """Plans a figure's own action; False when the verb is none of a figure's."""
    if verb in MOVING:
        travel(stage, role, action, window, is_fast=verb != "walk")
        return True
    if verb in _FEELINGS and role.is_person:
        _feel(stage, role, action, verb, window)
        return True
    if verb == "stand up" and role.is_person:
        stand_up(stage, role, _target_role(stage, role, action), window)
        return True
    kind = _STILL.get(verb)
    if kind is None:
        return False
    target = _target_role(stage, role, action)
    if kind == "sit" and not role.is_person and (target is None or target.name not in SEATS):
        role.plan("sit", window.start_s - 3.0, stage.duration_s, (), None)
        return True
    if kind == "sit" and GROUNDED in action.adverbs:
        _sit_down_there(stage, role, window)
        return True
    if kind == "sit":
        _sit(stage, role, target, window, at=action.preposition in {"at", "near", "by", "behind"})
        if _COMING_DOWN & set(action.adverbs) or action.order or action.start_s:
            role.acts[-1] = replace(role.acts[-1], start_s=window.start_s)
        return True
    if kind == "jump" and target is not None and not target.is_actor:
        leap(stage, role, target, action, window)
        return True
    if target is not None and not target.is_actor and action.preposition and not role.acts:
        _step_up(role, target)
    _in_place(stage, role, action, kind, target, window)
    return True


def _in_place(
    stage: Setting, role: Role, action: Action, kind: str, target: Role | None, window: Window
) -> None:
    """On the spot, as often as the words say."""
    point = _target_point(stage, role, target, action)
    count = max(action.times, 2 if "twice" in action.adverbs else 1)
    length_s = window.length_s / count
    once_s = _ONCE_S.get(kind)
    if once_s is not None and "slowly" not in action.adverbs:
        length_s = min(length_s, once_s * (0.7 if _HASTY & set(action.adverbs) else 1.0))
    for turn in range(count):
        start_s = window.start_s + turn * length_s
        end_s = start_s + length_s * 0.92
        role.plan(kind, start_s, stage.duration_s + 1.0 if kind in _STAYS else end_s, (), point)


def _sit_down_there(stage: Setting, role: Role, window: Window) -> None:
    """On the floor, the feet before it."""
    role.yaw_rad = role.yaw_rad or 0.7
    start_s = window.start_s if role.acts else -3.0
    back = 0.22 * role.height_m
    x, z = role.x - back * math.sin(role.yaw_rad), role.z - back * math.cos(role.yaw_rad)
    role.plan("sit", start_s, stage.duration_s + 1.0, (), (x, 0.02, z))


def _feel(stage: Setting, role: Role, action: Action, verb: str, window: Window) -> None:
    """A face with the body that goes with it."""
    target = _target_role(stage, role, action)
    point = _target_point(stage, role, target, action)
    role.plan("feel", window.start_s - 0.3, window.end_s + 0.6, (), point, _FEELINGS[verb])
    if verb == "laugh":
        role.plan("nod", window.start_s, window.end_s)


def fall_down(stage: Setting, role: Role, window: Window) -> None:
    """Loses its feet and stays on the ground."""
    role.yaw_rad = role.yaw_rad or 1.1
    start_s = max(role.acts[-1].end_s, window.start_s) if role.acts else window.start_s + 0.3
    role.plan("fall", start_s, start_s + 1.4)


def crawl(stage: Setting, role: Role, window: Window) -> None:
    """On hands and knees from left to right."""
    way_m = 0.42 * role.height_m / 1.7 * (window.length_s + 1.0)
    role.x -= way_m / 2
    role.yaw_rad = math.pi / 2
    role.plan("crawl", window.start_s - 1.0, window.end_s + 1.0, ((role.x + way_m, role.z),))


def soar(stage: Setting, role: Role, window: Window) -> None:
    """A hero flies: stretched out, one arm ahead, high above the ground."""
    way_m = min(1.6 * (window.length_s + 1.0), 7.0)
    x, z = stage.place.stage.center_m
    height = 1.5 * role.height_m
    role.x, role.y, role.z, role.hangs_on = x - way_m / 2, height, z, True
    role.yaw_rad = math.pi / 2
    goal = (x + way_m / 2, z)
    until_s = stage.duration_s + 1.0
    role.plan("swim", -1.5, window.end_s + 1.0, (goal,), (goal[0], height + 0.2, z))
    role.plan("hold", -1.5, until_s, (), None, "L")
    role.plan("point", -1.4, until_s, (), (goal[0] + 60.0, height + 6.0, z))


def _step_up(role: Role, target: Role) -> None:
    """Who does something at a thing stands beside it."""
    reach = (target.width_m + role.model.size_m[2]) / 2 + 0.35
    if abs(role.x - target.x) > reach + 0.6 or abs(role.z - target.z) > 1.2:
        side = -1.0 if role.x <= target.x else 1.0
        role.x, role.z = target.x + side * reach, target.z + 0.1
        role.yaw_rad = -side * math.pi / 3


def speak_out(stage: Setting, lines: tuple[SpokenLine, ...]) -> None:
    """Speakers talk while their lines sound; listeners look at them."""
    actors = {role.label: role for role in stage.actors()}
    for line in lines:
        speaker = actors.get(line.actor)
        if speaker is None:
            continue
        end_s = line.start_s + len(line.speech.samples) / 48_000
        others = [role for role in stage.people() if role is not speaker]
        target = _eyes(min(others, key=lambda role: abs(role.x - speaker.x))) if others else None
        speaker.plan("talk", line.start_s, end_s, (), target)
        for role in others:
            busy = any(act.start_s < end_s and act.end_s > line.start_s for act in role.acts)
            if not busy:
                role.plan("stand", line.start_s, end_s, (), _eyes(speaker))


def face_each_other(stage: Setting) -> None:
    """People who have nothing else to look at turn half to each other, or to the camera."""
    people = stage.people()
    centre = sum(role.x for role in people) / max(len(people), 1)
    for index, role in enumerate(people):
        if role.yaw_rad:
            continue
        if len(people) == 1:
            role.yaw_rad = math.radians(-14.0)
        else:
            inward = -1.0 if role.x > centre else 1.0
            role.yaw_rad = math.radians((52.0 if len(people) == 2 else 25.0 + 6 * index) * inward)


def _eyes(role: Role) -> tuple[float, float, float]:
    return (role.x, role.y + 0.93 * role.height_m, role.z)


def _target_role(stage: Setting, role: Role, action: Action) -> Role | None:
    for label in (action.target, action.object):
        if label:
            found = first(other for other in stage.group(label) if other is not role)
            if found is not None:
                return found
    return None


def _target_point(
    stage: Setting, role: Role, target: Role | None, action: Action
) -> tuple[float, float, float] | None:
    if target is not None:
        if target.is_actor:
            return _eyes(target)
        x, y, z = (float(part) for part in target.middle)
        return (x, y, z)
    if action.target in {"camera", "us", "viewer", "audience"}:
        return (role.x, 0.95 * role.height_m, role.z + 4.0)
    others = [other for other in stage.people() if other is not role]
    if others and action.verb in {"wave", "point", "nod"}:
        return _eyes(others[0])
    return None


def _sit(stage: Setting, role: Role, seat: Role | None, window: Window, *, at: bool) -> None:
    """On the seat that the words name, or on one that the stage brings along."""
    if seat is not None and at and not seat.is_actor:
        role.x = seat.x + _place_at(stage, seat) * 0.72
        role.z = seat.z - seat.depth_m / 2 + 0.05
        seat = _brought_seat(stage, role)
        seat.yaw_rad = 1e-3
    elif seat is None or seat.is_actor or seat.name not in SEATS:
        seat = _brought_seat(stage, role)
    sit_on(stage, role, seat, window)


def sit_on(stage: Setting, role: Role, seat: Role, window: Window) -> None:
    """On the next free place of a seat: already there, or coming from what was done before."""
    sitting = [other for other in stage.people() if any(act.kind == "sit" for act in other.acts)]
    beside = [other for other in sitting if abs(other.x - seat.x) < seat.width_m / 2]
    slots = max(1, int(seat.width_m / 0.62))
    offset = (len(beside) - (slots - 1) / 2) * 0.62 if slots > 1 else 0.0
    sine, cosine = math.sin(seat.yaw_rad), math.cos(seat.yaw_rad)
    seat_x, seat_z = seat.x + offset * cosine, seat.z - offset * sine
    ahead = 0.30 * role.height_m
    role.x, role.y, role.z = seat_x + ahead * sine, 0.0, seat_z + ahead * cosine
    role.yaw_rad = seat.yaw_rad or 1e-3
    role.hangs_on = True
    role.family = seat.family = seat.family or role.family or 900
    top = (seat_x, seat.y + support_height(seat), seat_z)
    starts_s = window.start_s if role.acts else -3.0
    role.plan("sit", starts_s, window.end_s, (), top)


def stand_up(stage: Setting, role: Role, seat: Role | None, window: Window) -> None:
    """Sits when the shot begins, and gets up."""
    if not any(act.kind in {"sit", "kneel", "lie", "fall", "crouch"} for act in role.acts):
        seat = seat if seat is not None and seat.name in SEATS else _brought_seat(stage, role)
        sit_on(stage, role, seat, Window(-3.0, window.start_s + 0.9))
        role.acts[-1] = replace(role.acts[-1], start_s=-3.0)
    role.plan("stand_up", window.start_s + 0.9, window.start_s + 1.9)


def _place_at(stage: Setting, table: Role) -> float:
    """Who sits at a table sits beside the others: the next free place, 0 in its middle."""
    near = [
        other
        for other in stage.people()
        if other.hangs_on or abs(other.x - table.x) < table.width_m / 2 + 1.2
    ]
    seated = sum(any(act.kind == "sit" for act in other.acts) for other in near)
    total = max(len(near), seated + 1)
    return seated - (total - 1) / 2


def _brought_seat(stage: Setting, role: Role) -> Role:
    """A chair (a bench out of doors) where somebody sits down."""
    name = "chair" if stage.place.indoors or stage.place.name == "studio" else "bench"
    seat = Role(
        label=f"{name} of {role.label}",
        group=f"{name} of {role.label}",
        name=name,
        attributes=(),
        model=build(name, (), stage.seed),
        kind="free",
        x=role.x,
        z=role.z - 0.3,
        yaw_rad=0.35 if role.x < stage.place.stage.center_m[0] else -0.35,
        is_placed=True,
    )
    stage.roles.append(seat)
    return seat


def travel(
    stage: Setting, role: Role, action: Action, window: Window, *, is_fast: bool = False
) -> None:
    """Start and goal are laid so that the way fits the time at a believable speed."""
    slow, fast = SPEED_MPS.get(role.model.figure or "biped", (1.2, 3.0))
    is_fast = is_fast or bool({"quickly", "fast"} & set(action.adverbs))
    size = min(max(role.height_m / (1.7 if role.is_person else 1.0), 0.45), 1.3)
    speed = (fast if is_fast else slow) * size
    if {"slowly", "slow", "carefully"} & set(action.adverbs):
        speed *= 0.65
    radius = max(stage.place.stage.radius_m, 1.6)
    way_m = min(speed * max(window.length_s - 0.4, 0.3), 3.2 * radius if is_fast else 2.2 * radius)
    kind = "run" if is_fast else "walk"
    if role.model.figure == "bird" and action.verb == "fly":
        kind = "fly"
    points = _way(stage, role, action, way_m)
    rank = stage.group(role.group).index(role)
    if rank and not role.acts:  # several run side by side, not through one another
        aside = rank * (role.model.size_m[0] + 0.35)
        points = [(x - 0.4 * rank, z - aside) for x, z in points]
    if kind == "fly":
        target = _target_role(stage, role, action)
        height = None
        if target is not None and action.preposition in {"over", "above", "across"}:
            height = (target.x, target.y + target.height_m + 0.7, target.z)
            points = [(x, target.z) for x, _ in points]
        role.plan(kind, -2.0, window.end_s + 1.0, tuple(points[1:]), height)
        role.x, role.z = points[0]
        role.yaw_rad = math.pi / 2
        return
    start, *rest = points
    if not role.acts:
        role.x, role.z = start
    role.yaw_rad = math.atan2(rest[0][0] - start[0], rest[0][1] - start[1])
    length_m = sum(math.dist(a, b) for a, b in zip(points, rest, strict=False))
    end_s = min(window.end_s, window.start_s + length_m / speed + 0.4)
    style = next((_GAITS[word] for word in action.adverbs if word in _GAITS), "")
    role.plan(kind, window.start_s, end_s, tuple(rest), None, style)


def _way(stage: Setting, role: Role, action: Action, way_m: float) -> list[tuple[float, float]]:
    """Way points of a walk, the first being where it starts."""
    here = (role.x, role.z)
    moved_before = bool(role.acts)
    target = _target_role(stage, role, action)
    if target is not None and action.preposition not in _PASSING:
        reach = max(target.width_m, target.depth_m) / 2 + 0.35 * role.height_m / 1.7 + 0.2
        side = -1.0 if role.x <= target.x else 1.0
        goal = (target.x + side * reach, target.z + 0.1)
        start = here if moved_before else (goal[0] + side * way_m, goal[1] + 0.15)
        return [start, goal]
    if target is not None and action.preposition in {"past", "by", "along"}:
        return _past(stage, target, way_m)
    if "away" in action.adverbs or action.preposition == "away":
        if stage.place.indoors:  # out through the side of the picture
            return [here, (here[0] + max(way_m, 3.4), here[1])]
        return [here, (here[0] + 0.25 * way_m, here[1] - 0.95 * way_m)]
    if action.preposition in {"towards", "toward", "to"} and action.target in {"camera", "us"}:
        return [here, (here[0] * 0.5, here[1] + min(way_m, 2.2))]
    if action.preposition == "around" and target is not None:
        return _circle(target, way_m)
    if {"in", "inside"} & set(action.adverbs) and not moved_before:
        return [(here[0] - max(way_m, 3.4), here[1]), here]
    if moved_before:
        return [here, (here[0] + way_m, here[1])]
    half = np.array([way_m / 2, 0.0])
    return [(here[0] - half[0], here[1]), (here[0] + half[0], here[1])]


def _past(stage: Setting, target: Role, way_m: float) -> list[tuple[float, float]]:
    """In front of everybody and everything of the target's group."""
    group = [target] if target.is_of_the_place else stage.group(target.group)
    z = max(member.z + member.depth_m / 2 for member in group) + 0.6
    middle = (min(m.x for m in group) + max(m.x for m in group)) / 2
    return [(middle - way_m / 2, z), (middle + way_m / 2, z)]


def _circle(around: Role, way_m: float) -> list[tuple[float, float]]:
    radius = max(around.width_m, around.depth_m) / 2 + 0.6
    sweep = min(way_m / radius, 2 * math.pi)
    steps = max(4, int(sweep / 0.35))
    return [
        (
            around.x + radius * math.cos(math.pi - sweep * step / steps),
            around.z + radius * math.sin(math.pi - sweep * step / steps) * 0.8 + 0.2,
        )
        for step in range(steps + 1)
    ]
