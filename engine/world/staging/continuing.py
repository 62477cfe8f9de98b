"""A shot that goes on from another: everybody and everything is where the other left it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from engine.script.breakdown import Breakdown
from engine.world.figures import Act
from engine.world.scene import Actor, ActorState, Carry, Prop, PropState, Scene, SceneState
from engine.world.staging.roles import Role, Setting

_BEFORE_S = 3.0
_STAYING = frozenset({"sit", "lie", "kneel", "hold", "ride", "crouch"})
"""Postures that go on until something else is done."""


@dataclass(frozen=True, eq=False)
class SceneEnd:
    """How a shot ended.

    Attributes:
        pieces: of what broke in it.
        place_look: what its place was seeded by.
    """

    scene: Scene
    pieces: tuple[Prop, ...]
    state: SceneState
    breakdown: Breakdown
    place_look: str


def take_up(setting: Setting, breakdown: Breakdown, before: SceneEnd) -> None:
    """Puts the roles where the shot before left them, and brings what was there besides.

    What the words place somewhere (``on the table``) is placed anew.  In another place nothing is
    taken up, and a note says so.
    """
    if before.scene.place != setting.place.name:
        setting.notes.append(
            f"The shot before is set in another place ({before.scene.place}): "
            "only looks and voices are kept."
        )
        return
    placed_anew = {(one.label or one.name) for one in breakdown.subjects if len(one.where) == 2}
    actors = {actor.label: actor for actor in before.scene.actors}
    props = {prop.label: prop for prop in (*before.scene.props, *before.pieces)}
    left_actors = {state.label: state for state in before.state.actors}
    left_props = {
        state.label: state
        for state in before.state.props
        if not state.is_broken and not props[state.label].is_setting
    }
    for role in list(setting.roles):
        known: Iterable[str] = left_actors if role.is_actor else left_props
        models = actors if role.is_actor else props
        label = _same(role, known, models)
        if label is None or role.is_of_the_place:
            continue
        role.model = models[label].model
        if role.is_actor:
            _stand(role, left_actors.pop(label), actors[label])
        elif role.group in placed_anew:
            del left_props[label]
        else:
            _lie(role, left_props.pop(label), props[label])
    setting.roles.extend(_bystander(state, actors[state.label]) for state in left_actors.values())
    setting.roles.extend(_leftover(state, props[state.label]) for state in left_props.values())


def keep_holding(setting: Setting, before: SceneEnd) -> None:
    """What was in a hand when the other shot ended stays there, until something is done with it."""
    roles = {_origin(role): role for role in setting.roles}
    for state in before.state.props:
        thing, bearer = roles.get(state.label), roles.get(state.held_by)
        if thing is None or bearer is None or setting.is_moved(thing) or thing.kind != "free":
            continue
        held = next(carry for carry in before.scene.carries if carry.prop == state.label)
        thing.family = bearer.family
        setting.carries.append(
            Carry(thing.label, bearer.label, held.side, 0.0, setting.duration_s + 1.0, held.grip_m)
        )


def go_on_sitting(setting: Setting) -> None:
    """Who sat or lay goes on doing so until something else is done."""
    for role in setting.actors():
        if role.posture is None:
            continue
        first_s = min((act.start_s for act in role.acts), default=setting.duration_s + 1.0)
        length_s = max(first_s, 0.0)
        role.acts.insert(0, dataclasses.replace(role.posture, start_s=-_BEFORE_S, end_s=length_s))


def _origin(role: Role) -> str:
    return role.was or role.label


def _same(
    role: Role, known: Iterable[str], models: dict[str, Actor] | dict[str, Prop]
) -> str | None:
    """The label it had in the shot before: the same label, or the only one of its kind."""
    labels = list(known)
    for label in labels:
        if label.casefold() == role.label.casefold():
            return label
    alike = [label for label in labels if models[label].model.name == role.model.name]
    return alike[0] if len(alike) == 1 else None


def _stand(role: Role, state: ActorState, actor: Actor) -> None:
    role.was = state.label
    role.x, role.y, role.z = state.position_m
    role.yaw_rad = state.heading_rad
    role.posture = _posture(state, actor)


def _posture(state: ActorState, actor: Actor) -> Act | None:
    if state.posture not in _STAYING:
        return None
    return next(
        (act for act in reversed(actor.performance.acts) if act.kind == state.posture), None
    )


def _lie(role: Role, state: PropState, prop: Prop) -> None:
    role.was = state.label
    role.left_at = state.pose
    x, y, z = (float(value) for value in state.pose[:3, 3])
    role.x, role.y, role.z = x, y, z
    if prop.kind == "free" and role.kind == "free" and not state.held_by:
        role.velocity, role.spin, role.lift = state.velocity_mps, state.spin_rad_s, prop.lift


def _bystander(state: ActorState, actor: Actor) -> Role:
    """Somebody whom the words do not name now."""
    role = Role(
        label=state.label,
        group=state.label,
        name=actor.model.name,
        attributes=(),
        model=actor.model,
        kind="actor",
        is_placed=True,
        is_backdrop=True,
    )
    _stand(role, state, actor)
    return role


def _leftover(state: PropState, prop: Prop) -> Role:
    """Something that the words do not name now."""
    role = Role(
        label=state.label,
        group=state.label,
        name=prop.model.name,
        attributes=(),
        model=prop.model,
        kind="free" if prop.kind == "free" else "fixed",
        is_placed=True,
        is_backdrop=True,
    )
    _lie(role, state, prop)
    return role
