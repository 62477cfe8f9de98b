"""What breaks, and how strong a blow it takes."""

from __future__ import annotations

import math

from engine.world.staging.roles import Role

_BREAKS_AT_MPS = {"glass": 1.5, "ceramic": 1.7, "ice": 2.5, "brick": 9.0}
"""Change of speed that breaks a thing of a brittle material."""
_EASILY_MPS = 1.5
_SOFT_MPS = 2.0
_SMALL_M = 0.6
_SOLID = frozenset({"marble", "wall", "townhouse", "building", "house", "sphere", "light bulb"})


def strength_ns(role: Role) -> float:
    """Impulse above which a thing breaks, newton seconds; infinite for what does not break.

    What the words break is weak enough to break when it is dropped or hit.
    """
    material = role.model.material
    if role.kind != "free" or (role.name in _SOLID and not role.is_fragile):
        return math.inf
    speed = _BREAKS_AT_MPS.get(material, math.inf)
    if role.is_fragile:
        speed = min(speed, _EASILY_MPS if material in _BREAKS_AT_MPS else _SOFT_MPS)
    elif max(role.model.size_m) > _SMALL_M:
        return math.inf
    return speed * role.model.mass_kg
