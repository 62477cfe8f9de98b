"""What breaks, and what breaks it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.world.model import Collider, Model
from engine.world.scene import Aim
from engine.world.staging.roles import Role, Setting

_BRITTLE = frozenset({"glass", "ceramic"})
_PANE_KG = 0.3
"""Little, so that what goes through a window keeps most of its way."""
_PANE_DEPTH_M = 0.1
_HARD = frozenset({"metal", "stone", "brick", "concrete"})


def is_hit_already(stage: Setting, role: Role) -> bool:
    """Is something on its way to it?  Then that is to break it."""
    for number, aim in enumerate(stage.aims):
        if role.label in aim.targets:
            stage.aims[number] = Aim("break", aim.prop, aim.targets)
            return True
    return False


def is_to_fall(stage: Setting, role: Role) -> bool:
    """Is something on its way to it that is to fell it?"""
    return any(aim.kind == "fall" and role.label in aim.targets for aim in stage.aims)


def aim_at(stage: Setting, role: Role, target: Role, verb: str) -> None:
    """What a thing that goes for a target is to bring about."""
    members = tuple(other.label for other in stage.group(target.group) if other is not role)
    kind = {"knock over": "fall", "topple": "fall", "break": "break"}.get(verb, "hit")
    if kind == "hit" and target.model.material in _BRITTLE and role.model.material in _HARD:
        kind = "break"
    if kind == "break":
        for other in stage.group(target.group):
            other.is_fragile = True
        stage.aims.append(Aim("break", role.label, members))
    elif kind == "fall":
        stage.aims.append(Aim("fall", role.label, members))
    else:
        stage.aims.append(Aim("hit", role.label, members))


def glazed(stage: Setting, window: Role) -> Role:
    """The sashes of a window as a thing of their own that can break; what stays is its frame."""
    model = window.model
    pane, sill_m = _sashes(model)
    window.model = _frame_alone(model)
    role = replace(
        window,
        label=f"pane of {window.label}",
        name="pane of glass",
        model=pane,
        kind="free",
        y=window.y + sill_m,
        hangs_on=True,
        is_fragile=True,
        acts=[],
    )
    stage.roles.append(role)
    return role


def _sashes(model: Model) -> tuple[Model, float]:
    """What hangs on a window's hinges as one model, and how high above its foot that begins."""
    names = {name for hinge in model.hinges for name in hinge.parts}
    corners = np.concatenate(
        [
            part.mesh.positions @ part.offset[:3, :3].T + part.offset[:3, 3]
            for part in model.parts
            if part.name in names
        ]
    )
    low, high = corners.min(axis=0), corners.max(axis=0)
    sunk = np.eye(4)
    sunk[1, 3] = -low[1]
    size = (float(high[0] - low[0]), float(high[1] - low[1]), float(high[2] - low[2]))
    upright = np.eye(4)
    upright[1, 3] = size[1] / 2
    sashes = replace(
        model,
        name="pane of glass",
        parts=tuple(
            replace(part, offset=sunk @ part.offset) for part in model.parts if part.name in names
        ),
        colliders=(Collider("box", (size[0] / 2, size[1] / 2, _PANE_DEPTH_M / 2), upright),),
        size_m=size,
        mass_kg=_PANE_KG,
        fixed=False,
        hinges=(),
    )
    return sashes, float(low[1])


def _frame_alone(model: Model) -> Model:
    """A window without what hangs on its hinges."""
    names = {name for hinge in model.hinges for name in hinge.parts}
    shapes = {index for hinge in model.hinges for index in hinge.colliders}
    return replace(
        model,
        parts=tuple(part for part in model.parts if part.name not in names),
        colliders=tuple(
            shape for index, shape in enumerate(model.colliders) if index not in shapes
        ),
        hinges=(),
    )
