"""Where everybody and everything stands before the shot begins.

Subjects that the words relate (``on the table``, ``behind the tree``) follow their relation; the
others stand side by side in the order of the words, around the stage's centre.  +X is right as the
default camera sees it, +Z is towards it.
"""

from __future__ import annotations

import math

import numpy as np

from engine.script.breakdown import Breakdown
from engine.world.staging.roles import Role, Setting, first

_GAP_M = 0.35
_KERB_M = 3.6
_HANGING = frozenset(
    {"on", "on top of", "onto", "atop", "upon", "in", "into", "inside", "above", "over", "under",
     "beneath", "below"}
)  # fmt: skip
_ROWED = frozenset({"domino"})
_STACKED = frozenset({"stack", "stacked", "pile", "piled", "tower"})


def lay_out(stage: Setting, breakdown: Breakdown) -> None:
    """Gives every role of ``stage`` its position and direction."""
    relations = {
        (subject.label or subject.name): subject.where
        for subject in breakdown.subjects
        if len(subject.where) == 2
    }
    bases = [
        role
        for role in stage.roles
        if not role.is_placed and not _anchor(stage, relations.get(role.group, ()), role)
    ]
    _line_up(stage, bases)
    for _ in range(3):  # relations may hang on relations
        for role in stage.roles:
            if not role.is_placed:
                role.hangs_on = relations.get(role.group, ("",))[0] in _HANGING
                _relate(stage, role, relations.get(role.group, ()))
    for role in stage.roles:
        role.is_placed = True


def _anchor(stage: Setting, where: tuple[str, ...], role: Role) -> Role | None:
    if len(where) != 2:
        return None
    found = first(other for other in stage.group(where[1]) if other.group != role.group)
    return found


def _line_up(stage: Setting, roles: list[Role]) -> None:
    """Big things behind, people and animals in the middle row, small things in front."""
    rows: dict[str, list[list[Role]]] = {"back": [], "middle": [], "front": []}
    for group in dict.fromkeys(role.group for role in roles):
        members = [role for role in roles if role.group == group]
        rows[_row(members[0])].append(members)
    depth = 0.0
    centre_x, centre_z = stage.place.stage.center_m
    middle = rows["middle"]
    if rows["back"]:
        deepest = max(member.depth_m for members in rows["back"] for member in members)
        depth = -(deepest / 2 + (0.75 if middle else 0.0))
        _spread(rows["back"], centre_x, centre_z + depth)
        _clear_the_road(stage, [role for group in rows["back"] for role in group])
    _spread(middle, centre_x, centre_z)
    front_z = 0.0 if not (middle or rows["back"]) else 0.75
    _spread(rows["front"], centre_x, centre_z + front_z)


def _clear_the_road(stage: Setting, roles: list[Role]) -> None:
    """Where something is driven, houses stand behind its lane."""
    if stage.place.road_z is None or all(role.kind != "driven" for role in roles):
        return
    for role in roles:
        if role.kind == "fixed":
            role.z = min(role.z, stage.place.road_z - _KERB_M - role.depth_m / 2)


def _row(role: Role) -> str:
    width, height, _ = role.model.size_m
    if role.kind == "driven" or (role.kind == "fixed" and max(width, height) > 2.2):
        return "back"
    return "middle" if role.is_actor or max(role.model.size_m) > 0.45 else "front"


def _spread(groups: list[list[Role]], centre_x: float, z: float) -> None:
    """Groups side by side; members of a stack on top of one another, of a row side by side."""
    blocks: list[tuple[float, list[tuple[Role, float, float, float]]]] = []
    for members in groups:
        words = {word for attribute in members[0].attributes for word in attribute.split()}
        is_stack = len(members) > 1 and _STACKED & words
        if is_stack:
            blocks.append(_stack(members))
        elif members[0].name in _ROWED and len(members) > 1:
            blocks.append(_row_of(members))
        elif members[0].name == "bowling pin" and len(members) > 2:
            blocks.append(_triangle(members))
        else:
            blocks.append(_cluster(members))
    total = sum(width for width, _ in blocks) + _GAP_M * max(len(blocks) - 1, 0)
    left = centre_x - total / 2
    for width, places in blocks:
        for role, dx, dy, dz in places:
            role.x, role.y, role.z = left + width / 2 + dx, dy, z + dz
            role.is_placed = True
        left += width + _GAP_M


def _stack(members: list[Role]) -> tuple[float, list[tuple[Role, float, float, float]]]:
    height = 0.0
    places = []
    for index, role in enumerate(members):
        sway = 0.03 * role.width_m * math.sin(2.4 * index)
        places.append((role, sway, height, 0.0))
        height += role.height_m
    return max(role.width_m for role in members), places


def _row_of(members: list[Role]) -> tuple[float, list[tuple[Role, float, float, float]]]:
    """Dominoes: each so near to the next that it knocks it over."""
    step = 0.6 * members[0].height_m
    for role in members:
        width, _, depth = role.model.size_m
        role.yaw_rad = 0.0 if width <= depth else math.pi / 2
    middle = (len(members) - 1) / 2
    places = [(role, (index - middle) * step, 0.0, 0.0) for index, role in enumerate(members)]
    return step * len(members), places


def _triangle(members: list[Role]) -> tuple[float, list[tuple[Role, float, float, float]]]:
    """Bowling pins: one in front (at the left), then two, then three."""
    step = 0.305
    places: list[tuple[Role, float, float, float]] = []
    row = 0
    while len(places) < len(members):
        for column in range(min(row + 1, len(members) - len(places))):
            dz = (column - row / 2) * step
            places.append((members[len(places)], 0.866 * step * row, 0.0, dz))
        row += 1
    width = 0.866 * step * row
    return width, [(role, dx - width / 2, dy, dz) for role, dx, dy, dz in places]


def _cluster(members: list[Role]) -> tuple[float, list[tuple[Role, float, float, float]]]:
    """Up to five in a row, more in staggered rows behind."""
    per_row = min(len(members), 5)
    gap = 0.25 if members[0].is_actor else max(0.12, 0.3 * members[0].width_m)
    step = members[0].width_m + gap
    places = []
    for index, role in enumerate(members):
        row, column = divmod(index, per_row)
        stagger = 0.5 * step * (row % 2)
        x = (column - (per_row - 1) / 2) * step + stagger
        places.append((role, x, 0.0, -row * (members[0].depth_m + gap)))
    return step * per_row - gap, places


def _relate(stage: Setting, role: Role, where: tuple[str, ...]) -> None:
    base = _anchor(stage, where, role)
    if base is None or not base.is_placed:
        return
    siblings = [other for other in stage.group(role.group) if other.is_placed]
    rank = len(siblings)
    total = len(stage.group(role.group))
    spread = (rank - (total - 1) / 2) * (role.width_m + 0.06)
    beside = base.width_m / 2 + role.width_m / 2 + 0.2
    x, y, z = base.x + spread, 0.0, base.z
    match where[0]:
        case "on" | "on top of" | "onto" | "atop" | "upon":
            y = base.y + support_height(base)
            z += 0.1 * base.depth_m
        case "in" | "into" | "inside":
            y = base.y + min(0.05, base.height_m / 4)
            if role.is_actor or base.name in {"house", "building"}:
                y, z = 0.0, base.z + base.depth_m / 2 + role.depth_m / 2 + 0.2
        case "above" | "over":
            y = base.y + base.height_m + 0.6
        case "under" | "beneath" | "below":
            y = 0.0
        case "left of" | "to the left of":
            x = base.x - beside - rank * (role.width_m + 0.1)
        case "right of" | "to the right of":
            x = base.x + beside + rank * (role.width_m + 0.1)
        case "behind":
            z = base.z - base.depth_m / 2 - role.depth_m / 2 - 0.3
        case "in front of" | "before":
            z = base.z + base.depth_m / 2 + role.depth_m / 2 + 0.4
        case _:
            side = 1.0 if base.x <= 0.05 else -1.0
            x = base.x + side * (beside + rank * (role.width_m + 0.1))
            z = base.z + 0.1
    role.x, role.y, role.z = x, y, z
    role.is_placed = True
    if role.kind == "free" and y > 0.02 and where[0] in {"above", "over"}:
        role.waits = True


def support_height(role: Role) -> float:
    """How high above its underside one can put something on a thing (a chair's seat, a table)."""
    tops = [
        float(part.offset[1, 3]) + part.size_m[1]
        for part in role.model.colliders
        if part.shape == "box" and min(part.size_m[0], part.size_m[2]) > 0.12
    ]
    seats = [top for top in tops if top <= 0.62 * role.height_m]
    if role.name in {"chair", "armchair", "sofa", "bench", "bed"} and seats:
        return max(seats)
    return max(tops, default=role.height_m)


def face(role: Role, point: np.ndarray) -> None:
    """Turns a role towards a point (x, y, z)."""
    dx, dz = float(point[0] - role.x), float(point[2] - role.z)
    if abs(dx) + abs(dz) > 1e-3:
        role.yaw_rad = math.atan2(dx, dz)
