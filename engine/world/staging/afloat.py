"""What is put on the water, and what falls into it."""

from __future__ import annotations

from engine.world.model import Water
from engine.world.staging.roles import Role, Setting

WATERS = frozenset({"lake", "water", "pool", "pond", "river", "sea", "ocean", "harbour", "harbor"})
_MARGIN_M = 1.4
_DROP_M = 1.3


def water_of(stage: Setting) -> Water | None:
    """The open water nearest to the stage, if the place has any."""
    x, z = stage.place.stage.center_m

    def distance(water: Water) -> float:
        dx = max(water.low_m[0] - x, x - water.high_m[0], 0.0)
        dz = max(water.low_m[1] - z, z - water.high_m[1], 0.0)
        return dx * dx + dz * dz

    return min(stage.place.waters, key=distance, default=None)


def put_on_water(stage: Setting, role: Role, index: int, *, drops: bool) -> bool:
    """Lays a thing on the water's near edge, or hangs it above; False: there is no water.

    Args:
        index: counts the members of its group.
    """
    water = water_of(stage)
    if water is None:
        return False
    margin = _MARGIN_M + max(role.width_m, role.depth_m) / 2
    x, z = stage.place.stage.center_m
    role.x = _inside(x + index * (role.width_m + 0.3), water.low_m[0], water.high_m[0], margin)
    role.z = _inside(z, water.low_m[1], water.high_m[1], margin)
    role.y = water.level_m + (_DROP_M + 0.4 * index if drops else -0.35 * role.height_m)
    role.lift = 0.0
    role.hangs_on = True
    role.waits = drops
    return True


def _inside(value: float, low: float, high: float, margin: float) -> float:
    margin = min(margin, 0.45 * (high - low))
    return min(max(value, low + margin), high - margin)
