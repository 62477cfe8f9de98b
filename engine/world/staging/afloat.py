"""What is put on the water, and what falls into it."""

from __future__ import annotations

import math

import numpy as np
from scipy.spatial.transform import Rotation

from engine.script.breakdown import Breakdown
from engine.world.model import Matrix, Water
from engine.world.staging.roles import Role, Setting, placed

CRAFT = frozenset({"boat", "canoe", "sailing ship", "submarine"})
_HEAVY_KG = 2000.0

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


def launch(stage: Setting, breakdown: Breakdown) -> None:
    """Boats and ships lie on the place's water unless the words put them elsewhere or sail them."""
    placed_by_words = {(one.label or one.name) for one in breakdown.subjects if one.where}
    sailing = {act.subject for act in breakdown.actions if act.canonical == "drive"}
    for group in dict.fromkeys(role.group for role in stage.roles if role.name in CRAFT):
        anchored = _on_land(breakdown, group) if group in placed_by_words else False
        if anchored or group in sailing:
            continue
        for index, role in enumerate(stage.group(group)):
            if not put_on_water(stage, role, index, drops=False):
                return
            if role.model.mass_kg < _HEAVY_KG:
                role.kind = "free"
            else:
                _rock(role)


def _on_land(breakdown: Breakdown, group: str) -> bool:
    where = next(one.where for one in breakdown.subjects if (one.label or one.name) == group)
    return len(where) == 2 and not WATERS & set(where[1].split())


def _rock(role: Role) -> None:
    """A ship heaves and rolls slowly at its place."""
    x, y, z, yaw = role.x, role.y, role.z, role.yaw_rad
    length = max(role.model.size_m)
    heave, beat = 0.012 * length, 2.0 * math.pi / (1.6 * math.sqrt(length))

    def track(time_s: float) -> Matrix:
        pose = placed(x, y + heave * math.sin(beat * time_s), z, yaw)
        roll = 0.05 * math.sin(0.83 * beat * time_s + 1.0)
        pitch = 0.03 * math.sin(beat * time_s + 0.4)
        turn = np.eye(4)
        turn[:3, :3] = Rotation.from_euler("xz", (pitch, roll)).as_matrix()
        return np.asarray(pose @ turn)

    role.kind, role.track = "driven", track


def _inside(value: float, low: float, high: float, margin: float) -> float:
    margin = min(margin, 0.45 * (high - low))
    return min(max(value, low + margin), high - margin)
