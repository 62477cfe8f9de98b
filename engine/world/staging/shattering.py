"""What breaks, and what breaks it."""

from __future__ import annotations

from engine.world.scene import Aim
from engine.world.staging.roles import Role, Setting

_BRITTLE = frozenset({"glass", "ceramic"})
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
