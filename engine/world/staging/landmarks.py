"""Words that name a part of the place: the wall, the backboard, the floor; and what play needs.

``Against the wall`` means the place's own wall where it has one that is free of furniture, else a
brick wall is brought along; ``at the rim`` means the hoop; ``on the floor`` is no target at all.
"""

from __future__ import annotations

import math
from dataclasses import replace

import msgspec

from engine.script.breakdown import Action
from engine.world.assets.catalogue import build
from engine.world.assets.places import Placed
from engine.world.staging.roles import VEHICLES, Role, Setting, first

_WALLS = frozenset({"wall", "walls", "brick wall", "back wall", "side wall", "bricks"})
_HOOP = frozenset({"backboard", "rim", "board", "basket", "ring", "net", "hoop"})
_GOAL = frozenset({"net", "goal", "goalpost", "crossbar", "goals"})
_FLOOR = frozenset(
    {"floor", "ground", "pavement", "sidewalk", "asphalt", "grass", "sand", "court", "carpet",
     "snow", "road", "street", "meadow", "park", "room", "kitchen", "office", "beach", "forest",
     "studio"}
)  # fmt: skip
_ON = frozenset({"on", "onto", "to", "in", "into", "off", "at", "against", "upon"})
_HITTING = frozenset({"against", "off", "at", "into", "to", "from"})
_PLAYS_HOOP = frozenset({"shoot", "score", "miss"})
GROUNDED = "on the ground"
"""Told like an adverb of somebody who sits on the floor itself."""
_WALL_YAW_RAD = -0.95
_ROOM_WALLS = ("back wall", "right wall", "left wall")
_FREE_M = 0.4


def name_landmarks(setting: Setting, actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """The actions with their targets as roles of ``setting``; brings along what is missing."""
    return tuple(_named(setting, action) for action in actions)


def _named(setting: Setting, action: Action) -> Action:
    target = action.target.casefold()
    named = first(setting.group(action.target)) if action.target else None
    hit = action.preposition in _HITTING and action.verb not in {"sit", "stand", "lie", "jump"}
    if named is not None and named.name == "wall" and not named.is_backdrop and hit:
        _stand_wall(setting, named, action)
    if named is not None:
        return action
    if target in _WALLS:
        wall = _scenery(setting, "wall", None)
        _stand_wall(setting, wall, action)
        return replace_target(action, wall.label)
    if target in _HOOP | _GOAL or (not target and action.verb in _PLAYS_HOOP):
        role = _sports_role(setting, target, action)
        return replace_target(action, role.label) if role is not None else action
    if target in _FLOOR and action.preposition in _ON:
        grounded = (*action.adverbs, GROUNDED) if action.verb == "sit" else action.adverbs
        return msgspec.structs.replace(replace_target(action, ""), adverbs=grounded)
    return action


def replace_target(action: Action, target: str) -> Action:
    """The action aimed at another label; without a target it has no preposition either."""
    preposition = action.preposition if target else ""
    return msgspec.structs.replace(action, preposition=preposition, target=target)


def _sports_role(setting: Setting, target: str, action: Action) -> Role | None:
    wants_goal = target in _GOAL and (target not in _HOOP or action.verb in {"kick", "roll"})
    name = "goal" if wants_goal else "hoop"
    here = first(role for role in setting.roles if role.name == name)
    if here is not None:
        return here
    if not target and setting.place.name != "court":
        return None
    thing = first_thing(setting, name)
    role = _scenery(setting, name, thing)
    if thing is None:
        role.x, role.z = (
            setting.place.stage.center_m[0] + 2.0,
            setting.place.stage.center_m[1] - 2.2,
        )
        role.yaw_rad = -0.5
    role.is_backdrop = False
    return role


def first_thing(setting: Setting, name: str) -> Placed | None:
    """The place's own thing of that name."""
    things = (*setting.place.walls, *setting.place.things)
    return next((thing for thing in things if thing.model.name == name), None)


def _stand_wall(setting: Setting, role: Role, action: Action) -> None:
    """A wall of the place where a spot of it is free, else bricks across the way."""
    role.is_backdrop = True
    driven = any(other.name in VEHICLES for other in setting.group(action.subject))
    for name in () if driven else _ROOM_WALLS:
        wall = first_thing(setting, name)
        spot = _free_spot(setting, wall) if wall is not None else None
        if wall is not None and spot is not None:
            role.model, role.is_of_the_place, role.aim = wall.model, True, spot
            role.x, role.y, role.z = wall.position_m
            role.yaw_rad = wall.yaw_rad
            return
    centre_x, centre_z = setting.place.stage.center_m
    if driven:
        role.yaw_rad = -math.pi / 2
        role.x, role.z = centre_x + 1.5, centre_z - 1.9
    else:
        role.yaw_rad = _WALL_YAW_RAD
        role.x, role.z = centre_x + 1.7, centre_z - 0.5
    role.aim = (role.x, 0.55 * role.height_m, role.z)


def _scenery(setting: Setting, name: str, thing: Placed | None) -> Role:
    """A fixed role played by a thing of the place, or by one that is brought along."""
    model = thing.model if thing is not None else replace(build(name, (), setting.seed), fixed=True)
    x, y, z = thing.position_m if thing is not None else (0.0, 0.0, 0.0)
    role = Role(
        label=f"the {name}",
        group=f"the {name}",
        name=name,
        attributes=(),
        model=model,
        kind="fixed",
        x=x,
        y=y,
        z=z,
        yaw_rad=thing.yaw_rad if thing is not None else 0.0,
        is_placed=True,
        is_of_the_place=thing is not None,
        is_backdrop=True,
    )
    setting.roles.append(role)
    return role


def _free_spot(setting: Setting, wall: Placed) -> tuple[float, float, float] | None:
    """A point of a wall with as little as can be hanging or standing in front of it."""
    out = (math.sin(wall.yaw_rad), math.cos(wall.yaw_rad))
    x, _, z = wall.position_m
    face = wall.model.size_m[2] / 2
    x, z = x + face * out[0], z + face * out[1]
    centre_x, centre_z = setting.place.stage.center_m
    along = (centre_x - x) * out[1] - (centre_z - z) * out[0]
    for room_m in (_FREE_M, 0.2, 0.05):
        for y in (1.3, 1.6, 1.0, 1.9, 2.2):
            for step in (0.4, 0.0, 0.8, -0.4, 1.2, -0.8, 1.6, -1.2, 2.2, -1.8):
                aside = along + step
                spot = (x + aside * out[1], y, z - aside * out[0])
                if not any(_covers(one, spot, out, room_m) for one in setting.place.things):
                    return spot
    return None


def _covers(
    thing: Placed, spot: tuple[float, float, float], out: tuple[float, float], room_m: float
) -> bool:
    """Is a thing at a spot of a wall, or before it?"""
    if thing.model.name.endswith(("wall", "ceiling")):
        return False
    width, height, depth = thing.model.size_m
    turn = thing.yaw_rad - math.atan2(out[0], out[1])
    c, s = abs(math.cos(turn)), abs(math.sin(turn))
    half_along = (width * c + depth * s) / 2 + room_m
    half_out = (depth * c + width * s) / 2 + 3.0 * room_m
    tx, ty, tz = thing.position_m
    dx, dz = tx - spot[0], tz - spot[2]
    return (
        abs(dx * out[1] - dz * out[0]) < half_along
        and abs(dx * out[0] + dz * out[1]) < half_out
        and ty - room_m < spot[1] < ty + height + room_m
    )
