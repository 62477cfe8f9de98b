"""Walls of bricks, and the wrecking balls that swing into them."""

from __future__ import annotations

from engine.script.breakdown import Action
from engine.world.assets import catalogue
from engine.world.scene import Aim
from engine.world.staging.roles import Role, Setting
from engine.world.staging.turning import hangs

_STRIKING = frozenset({"hit", "collide", "knock over", "break", "swing", "topple", "push"})
_BRICK_WALLS = frozenset({"wall", "brick wall", "tower", "townhouse", "building", "house"})
_COLUMNS, _ROWS = 5, 11
_GAP_M = 0.002


def swing_into(stage: Setting, role: Role, action: Action) -> bool:
    """Puts what a swinging ball is to hit into its way; False: it hits nothing."""
    if not hangs(role) or action.verb not in _STRIKING:
        return False
    targets = [
        other
        for label in (action.object, action.target)
        if label
        for other in stage.group(label)
        if other is not role
    ]
    if not targets:
        return False
    reach = max(
        (part.size_m[0] for part in role.model.colliders if part.shape == "sphere"), default=0.1
    )
    bob = next(
        (part.offset[:3, 3] for part in role.model.colliders if part.shape == "sphere"), None
    )
    z = role.z + (float(bob[2]) if bob is not None else 0.0)
    if targets[0].name in _BRICK_WALLS and targets[0].kind != "actor":
        targets = _wall_of_bricks(stage, targets, _ROWS)
        for brick in targets:
            brick.x += role.x + reach + 0.1
            brick.z += z
    else:
        for other in targets:
            other.x, other.z = role.x + reach + other.width_m / 2 + 0.02, z
    ball = next(hinge.name for hinge in role.model.hinges if hinge.kind == "swing")
    names = tuple(other.label for other in targets if other.kind == "free")
    stage.aims.append(Aim("hit", f"{ball} of {role.label}", names))
    return True


def _wall_of_bricks(stage: Setting, walls: list[Role], rows: int) -> list[Role]:
    """Free bricks in bond, across the way, in place of walls that cannot fall; round x = z = 0."""
    group = walls[0].group
    loose = [role for role in stage.roles if role.name == "brick" and not stage.is_moved(role)]
    for role in (*walls, *loose):
        stage.roles.remove(role)
    model = catalogue.build("brick", ("huge",), 0)
    long, high, deep = model.size_m
    bricks: list[Role] = []
    for row in range(rows):
        for column in range(_COLUMNS):
            place = column - (_COLUMNS - 1) / 2 + (0.25 if row % 2 else -0.25)
            bricks.append(
                Role(
                    label=f"{group} brick {len(bricks) + 1}",
                    group=group,
                    name="brick",
                    attributes=(),
                    model=model,
                    kind="free",
                    x=deep / 2,
                    y=row * (high + _GAP_M / 4),
                    z=place * (long + _GAP_M),
                    yaw_rad=1.5707963,
                    is_placed=True,
                    hangs_on=row > 0,
                )
            )
    stage.roles += bricks
    return bricks
