"""The director: from a breakdown to a staged scene.

Reads top to bottom: the place, the cast, where everybody stands, what each does in which part of
the shot, who says what.  What could not be staged is said in the scene's notes.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import msgspec
import numpy as np

from engine.request import ShotRequest
from engine.script.acted import played
from engine.script.breakdown import Action, Breakdown
from engine.sound.score import EffectCue
from engine.sound.speech import DraftVoice
from engine.timing import SAMPLE_RATE_HZ
from engine.world.assets.places import build_place
from engine.world.model import Model
from engine.world.scene import Scene
from engine.world.staging.acting import act_out, face_each_other, speak_out
from engine.world.staging.afloat import launch
from engine.world.staging.casting import bring, cast_roles, look_seed
from engine.world.staging.clearance import clear_ways, push_apart
from engine.world.staging.continuing import SceneEnd, go_on_sitting, keep_holding, take_up
from engine.world.staging.creatures import settle_creatures
from engine.world.staging.demolition import swing_into
from engine.world.staging.dialogue import speak_lines
from engine.world.staging.engaging import engage
from engine.world.staging.freezing import frozen_scene, perform_roles
from engine.world.staging.handling import HANDLING_VERBS, Deferred, handle
from engine.world.staging.happenings import BREAKING, CONSEQUENCES, HITTING, ROLLING, happen
from engine.world.staging.holding import hold_what_is_brought
from engine.world.staging.landmarks import name_landmarks, replace_target
from engine.world.staging.layout import lay_out
from engine.world.staging.mounting import RIDING, carried, lead_followers, mount_up, seat_riders
from engine.world.staging.roles import Role, Setting, Window, first
from engine.world.staging.traffic import (
    AIRCRAFT,
    CRASHING,
    DRIVING,
    NOT_STRUTTED,
    crash,
    drive,
    fly_by,
    strut,
)
from engine.world.staging.turning import turn_hinges

_LEAD_S = 0.25
_BESIDE_M = 0.35


@dataclass(frozen=True, eq=False)
class Staging:
    """A staged scene and which of its labels the words are about.

    Attributes:
        scene: what plays.
        featured: labels of the props and actors that the words name, in their order.
        place_look: what the place's look was seeded by.
    """

    scene: Scene
    featured: tuple[str, ...]
    place_look: str


def stage(
    request: ShotRequest,
    breakdown: Breakdown,
    speaker: DraftVoice,
    check: Callable[[], None],
    before: SceneEnd | None = None,
    models: Mapping[str, Model] = MappingProxyType({}),
) -> Staging:
    """Stages a shot.

    Args:
        check: called between steps; raises to stop.
        before: how the shot ended that this one goes on from.
        models: own models of cast members, by name in lower case.
    """
    place_look = request.place or breakdown.place
    if before is not None and before.scene.place == breakdown.place:
        place_look = before.place_look
    setting = _empty_set(request, breakdown, place_look)
    cast_roles(setting, breakdown, request, models)
    check()
    lay_out(setting, breakdown)
    launch(setting, breakdown)
    push_apart(setting)
    _vary(setting)
    if before is not None:
        take_up(setting, breakdown, before)
    actions = name_landmarks(setting, breakdown.actions)
    lines = speak_lines(setting, breakdown, request, speaker, check)
    deferred, effects = _block(setting, actions)
    hold_what_is_brought(setting, breakdown)
    seat_riders(setting)
    face_each_other(setting)
    speak_out(setting, lines)
    if before is not None:
        go_on_sitting(setting)
    settle_creatures(setting, actions)
    clear_ways(setting)
    performances = carried(setting, perform_roles(setting, lines))
    lead_followers(setting, performances)
    for plan in deferred:
        plan(performances)
    if before is not None:
        keep_holding(setting, before)
    effects.extend(_named_sounds(breakdown, setting))
    check()
    return Staging(
        scene=frozen_scene(setting, breakdown, performances, lines, tuple(effects)),
        featured=tuple(role.label for role in setting.roles if not role.is_backdrop),
        place_look=place_look,
    )


def _empty_set(request: ShotRequest, breakdown: Breakdown, place_look: str) -> Setting:
    """The place that the words name, before anyone stands in it."""
    place = build_place(
        breakdown.place,
        look_seed("place", place_look),
        night=breakdown.time in {"night", "dusk"},
    )
    return Setting(
        place=place,
        duration_s=float(request.frame_count / request.rate.fraction),
        gravity_mps2=place.gravity_mps2,
        seed=request.seed,
    )


def _vary(setting: Setting) -> None:
    """The seed's share: small differences in where free things stand."""
    chance = np.random.default_rng(setting.seed)
    for role in setting.roles:
        dx, turn = chance.uniform(-0.03, 0.03), chance.uniform(-0.5, 0.5)
        is_small = max(role.model.size_m) < 0.6
        alone = len(setting.group(role.group)) == 1
        if role.kind == "free" and is_small and role.y < 0.01 and alone and not role.is_handled:
            role.x += float(dx)
            role.yaw_rad += float(turn)


def _windows(setting: Setting, actions: tuple[Action, ...]) -> dict[int, Window]:
    orders = sorted({action.order for action in actions if action not in _consequences(actions)})
    lead_s = min(_LEAD_S, setting.duration_s / 4)
    span_s = (setting.duration_s - lead_s) / max(len(orders), 1)
    return {
        order: Window(lead_s + index * span_s, lead_s + (index + 1) * span_s)
        for index, order in enumerate(orders)
    }


def _consequences(actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """``It rolls off the table and bounces``: what follows by itself takes no time of its own."""
    moved: set[str] = set()
    rolling: set[str] = set()
    found: list[Action] = []
    for action in sorted(actions, key=lambda action: action.order):
        follows = action.subject in moved and not action.object and action.verb in CONSEQUENCES
        if follows or (action.subject in rolling and action.verb in HITTING):
            found.append(action)
        moved.update({action.subject, action.object} - {""})
        if action.verb in ROLLING:
            rolling.add(action.subject)
            moved.update({action.target} - {""})
    return tuple(found)


def _felled(actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """``It rolls into the tower, which topples``: what is to fall is hit hard enough."""
    falling = {action.subject for action in actions if action.verb in {"topple", "fall"}}
    return tuple(
        msgspec.structs.replace(action, verb="knock over", object=action.target)
        if action.verb in ROLLING and action.target in falling and action.subject not in falling
        else msgspec.structs.replace(action, verb="knock over")
        if action.verb in HITTING and action.object in falling and action.subject not in falling
        else action
        for action in actions
    )


def _block(setting: Setting, actions: tuple[Action, ...]) -> tuple[list[Deferred], list[EffectCue]]:
    """Gives every action its part of the shot and plans it."""
    actions = _felled(actions)
    setting.hitters = frozenset(one.subject for one in actions if one.verb == "hit")
    actions = _without_swings(setting, actions)
    windows = _windows(setting, actions)
    deferred: list[Deferred] = []
    effects: list[EffectCue] = []
    for told in actions:
        action = told
        window = _starting(windows.get(action.order, Window(0.0, setting.duration_s)), action)
        doers = setting.group(action.subject) if action.subject else []
        things = [role for role in setting.group(action.object) if role not in doers]
        if not doers and things:
            doers, things = things, []
        if not doers and not action.subject and not action.object:
            doers = _only_group(setting)
        doers, action = _one_ball(doers, things, action)
        understood = False
        for index, role in enumerate(doers):
            thing = things[min(index, len(things) - 1)] if things else None
            planned, plan, effect = _plan(setting, role, thing, action, window, index)
            understood = understood or planned
            if plan is not None:
                deferred.append(plan)
            if effect is not None:
                effects.append(effect)
        if not understood:
            setting.notes.append(f"“{action.verb}” is not acted in this version.")
    return deferred, effects


def _without_swings(setting: Setting, actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """``Swings a bat and hits the ball``: one swing."""
    return tuple(
        action
        for action in actions
        if not (
            action.verb == "swing"
            and action.subject in setting.hitters
            and any(one.kind == "free" for one in setting.group(action.object))
        )
    )


def _starting(window: Window, action: Action) -> Window:
    """Not before the moment that the words name."""
    if action.start_s <= window.start_s:
        return window
    return Window(action.start_s, max(window.end_s, action.start_s + 0.5))


def _only_group(setting: Setting) -> list[Role]:
    """Who acts where the words do not say: the only subject there is."""
    groups = {role.group for role in setting.roles if not role.is_backdrop}
    return setting.group(groups.pop()) if len(groups) == 1 else []


def _one_ball(doers: list[Role], things: list[Role], action: Action) -> tuple[list[Role], Action]:
    """Several people with one ball: the first plays it to the second."""
    shares = len(doers) > 1 and len(things) == 1 and things[0].kind == "free"
    if not shares or action.verb not in HANDLING_VERBS | {"play"} or not doers[0].is_person:
        return doers, action
    if action.target and doers[0].group != action.target:
        return doers[:1], action
    verb = "throw" if action.verb in {"play", "throw", "catch"} else action.verb
    passed = replace_target(action, doers[1].label)
    return doers[:1], msgspec.structs.replace(passed, verb=verb, preposition="to")


def _plan(
    setting: Setting, role: Role, thing: Role | None, action: Action, window: Window, index: int
) -> tuple[bool, Deferred | None, EffectCue | None]:
    """Plans one action of one role: (was it staged, what waits for the performance, its sound)."""
    verb = played(action.verb, by_figure=role.is_actor, by_person=role.is_person)
    if thing is not None and action.verb in BREAKING:
        thing.is_fragile = True
    if role.kind == "driven":
        if action.verb in CRASHING:
            return True, None, crash(setting, role, action, window)
        if action.verb in DRIVING:
            return True, None, drive(setting, role, action, window, index)
        if role.track is not None:
            return verb != "", None, None  # it is on its way already
        if role.name != "robot":
            role.kind = "free"
    if role.name in AIRCRAFT and verb in {"fly", "float", "stand"}:
        fly_by(setting, role, action, window, index)
        return True, None, None
    if role.is_actor:
        return _plan_actor(setting, role, thing, action, verb, window)
    if swing_into(setting, role, action) and turn_hinges(role, action, "swing", window):
        return True, None, None
    if turn_hinges(role, action, action.verb, window):
        return True, None, None
    if role.name == "robot" and action.verb not in NOT_STRUTTED:
        strut(setting, role, action, window)
        return True, None, None
    if role.kind == "free" and verb:
        return happen(setting, role, action, verb, window, index), None, None
    return verb == "stand", None, None


def _plan_actor(
    setting: Setting, role: Role, thing: Role | None, action: Action, verb: str, window: Window
) -> tuple[bool, Deferred | None, EffectCue | None]:
    if verb in RIDING and role.is_person:
        mount = thing or first(
            one for one in setting.group(action.target) if one is not role and one.kind != "fixed"
        )
        return True, None, mount_up(setting, role, mount, action, window)
    done, plan = engage(setting, role, thing, action, verb, window)
    if done:
        return True, plan, None
    if thing is not None and thing.is_actor and verb in {"walk", "run"}:
        return _go_together(setting, role, thing, action, verb, window), None, None
    held = thing if thing is not None and thing.kind == "free" else None
    if held is None and thing is None and verb in HANDLING_VERBS:
        held = _at_hand(setting, action) or _brought_along(setting, role, verb)
    if held is not None and verb in HANDLING_VERBS:
        return True, handle(setting, role, held, action, verb, window), None
    return act_out(setting, role, action, verb, window), None, None


def _go_together(
    setting: Setting, role: Role, other: Role, action: Action, verb: str, window: Window
) -> bool:
    """Walks the dog, chases the cat: both the same way, the other one ahead."""
    same_way = msgspec.structs.replace(action, object="", target="", preposition="")
    z = role.z
    act_out(setting, role, same_way, verb, window)
    other.x, other.z = role.x, z
    done = act_out(setting, other, same_way, verb, window)
    ahead = 0.7 + role.model.size_m[2] / 2 + other.model.size_m[2] / 2
    other.x, other.z = role.x + ahead, role.z + _BESIDE_M
    last = other.acts[-1]
    points = tuple((x + ahead, z + _BESIDE_M) for x, z in role.acts[-1].points)
    other.acts[-1] = dataclasses.replace(last, points=points)
    return done


def _at_hand(setting: Setting, action: Action) -> Role | None:
    """``She shoots at the hoop`` with a ball around but not named as the object."""
    return first(
        role
        for role in setting.roles
        if role.kind == "free" and role.is_round and role.group != action.target
    )


def _brought_along(setting: Setting, role: Role, verb: str) -> Role | None:
    """``She dribbles``: a ball is brought where the words take it for granted."""
    if verb not in {"dribble", "throw", "kick", "catch", "bounce", "shoot", "score", "miss"}:
        return None
    if not role.is_person:
        return None
    if setting.place.name == "court" or verb in {"dribble", "shoot", "score", "miss"}:
        name = "basketball"
    else:
        name = "football" if verb == "kick" else "ball"
    return bring(setting, name, role, 0.5 if role.x <= setting.place.stage.center_m[0] else -0.5)


def _named_sounds(breakdown: Breakdown, setting: Setting) -> list[EffectCue]:
    """Sounds without a visible cause, spread over the shot, off to the sides."""
    cues: list[EffectCue] = []
    count = len(breakdown.sounds)
    for index, name in enumerate(breakdown.sounds):
        time_s = 0.3 + (setting.duration_s - 0.6) * index / max(count, 1)
        side = -4.0 if index % 2 else 4.0
        cues.append(EffectCue(name, round(max(time_s, 0.0) * SAMPLE_RATE_HZ), ((side, 1.0, -2.0),)))
    return cues
