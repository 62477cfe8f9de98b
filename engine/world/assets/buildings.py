"""Buildings, facing +Z: walls, roofs, doors, and windows that glow at night."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import BUILT, Assembly, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.shapes import box, ellipsoid, rounded_box
from engine.world.assets.sweeps import cylinder, extrude, rod, sweep
from engine.world.model import Color, Surface

_PLASTER = ("d8c6a4", "c7ad8b", "b9bfae", "c99c80", "d5cfc2", "a9b4ba", "cfa58a", "b98d6f")
LIT_PANES = "lit panes"
"""Name of the windows behind which somebody is at home after dark."""

_ROOFS = ("7c4433", "5f4d44", "4b5157", "8a5540")
_DOORS = ("34566b", "6b3230", "37573f", "523a2a")


def pane(look: Look) -> Surface:
    """Dark reflecting window glass."""
    return look.trim("glass", linear("33424c"), opacity=1.0, roughness=0.08)


def window(
    thing: Assembly, look: Look, size: tuple[float, float], at: tuple[float, float, float], *,
    sill: bool = True, frame: Color | None = None,
) -> None:  # fmt: skip
    """A framed window with a cross bar, its underside middle ``at`` on a wall facing +Z."""
    width, height = size
    x, y, z = at
    wood = look.trim("plastic", COLOURS["ivory"] if frame is None else frame, roughness=0.5)
    number = round(abs(x) * 7 + y * 3)
    part = LIT_PANES if number % 3 else "panes"
    thing.add(box((width, height, 0.05)), pane(look), (x, y, z), part=part)
    for side in (-1, 1):
        post = box((0.07, height + 0.14, 0.1))
        thing.add(post, wood, (x + side * (width + 0.07) / 2, y - 0.07, z + 0.02))
        bar = box((width, 0.07, 0.1))
        thing.add(bar, wood, (x, y + (height if side > 0 else -0.07), z + 0.02))
    thing.add(box((0.04, height, 0.07)), wood, (x, y, z + 0.01))
    thing.add(box((width, 0.04, 0.07)), wood, (x, y + height * 0.62, z + 0.01))
    if sill:
        stone = look.trim("stone", linear("b9b3a6"), roughness=0.8)
        thing.add(rounded_box((width + 0.3, 0.07, 0.2), 0.015, 1), stone, (x, y - 0.14, z + 0.06))


def front_door(thing: Assembly, look: Look, color: Color, at: tuple[float, float, float]) -> None:
    """A panelled door with a frame and a step."""
    x, y, z = at
    leaf = look.trim("wood", color, pattern="plain", roughness=0.4)
    trim = look.trim("plastic", COLOURS["ivory"], roughness=0.5)
    stone = look.trim("stone", linear("a8a297"))
    thing.add(box((1.0, 2.1, 0.1)), leaf, (x, y, z))
    for side in (-1, 1):
        thing.add(box((0.13, 2.28, 0.18)), trim, (x + side * 0.56, y, z + 0.02))
        for low, high in ((0.2, 0.7), (1.05, 0.85)):
            panel = rounded_box((0.34, high, 0.13), 0.02, 1)
            thing.add(panel, leaf, (x + side * 0.22, y + low, z))
    thing.add(box((1.25, 0.16, 0.22)), trim, (x, y + 2.12, z + 0.03))
    thing.add(
        ellipsoid((0.07, 0.07, 0.07), 14),
        look.trim("metal", COLOURS["brass"]),
        (x + 0.38, y + 1.0, z + 0.09),
    )
    thing.add(rounded_box((1.6, 0.16, 0.7), 0.02, 1), stone, (x, 0.0, z + 0.3))


def gable(width: float, rise: float, eave: float) -> list[tuple[float, float]]:
    """The outline of a pitched roof seen from the front, standing on y = 0."""
    half = width / 2 + eave
    return [(-half, -0.14), (-half + 0.12, -0.14), (0, rise - 0.12), (half - 0.12, -0.14),
            (half, -0.14), (half, -0.02), (0, rise + 0.06), (-half, -0.02)]  # fmt: skip


def _house(look: Look, rng: np.random.Generator) -> Assembly:
    width, depth, height, rise = 8.0, 6.5, 3.3 + float(rng.uniform(-0.1, 0.3)), 2.7
    house = Assembly("brick", 90000.0, fixed=True)
    wall = look.paint(
        "brick",
        linear(_PLASTER[int(rng.integers(len(_PLASTER)))]),
        pattern="concrete",
        pattern_scale_m=1.5,
    )
    house.add(rounded_box((width, height, depth), 0.04), wall)
    house.add(rounded_box((width + 0.16, 0.45, depth + 0.16), 0.04), look.trim("stone"))
    front = [(-width / 2, 0.0), (width / 2, 0.0), (0.0, rise)]
    house.add(extrude(front, depth - 0.02), wall, (0, height - 0.01, 0))
    tile = look.trim(
        "tiles",
        linear(_ROOFS[int(rng.integers(len(_ROOFS)))]),
        roughness=0.8,
        pattern="tiles",
        pattern_scale_m=0.35,
    )
    house.add(extrude(gable(width, rise, 0.5), depth + 0.9, 0.02), tile, (0, height, 0))
    chimney = look.trim("brick", linear("8d4a38"))
    stack = rounded_box((0.7, 1.7, 0.7), 0.02)
    house.add(stack, chimney, (2.1, height + 0.9, -1.0), part="chimney")
    house.add(rounded_box((0.84, 0.14, 0.84), 0.03), look.trim("stone"), (2.1, height + 2.6, -1.0))
    front_door(
        house, look, linear(_DOORS[int(rng.integers(len(_DOORS)))]), (0, 0.16, depth / 2 + 0.02)
    )
    for x in (-2.5, 2.5):
        window(house, look, (1.4, 1.35), (x, 1.15, depth / 2 + 0.01))
    window(house, look, (1.0, 1.0), (0, height + 0.35, depth / 2), sill=False)
    house.box((width, height, depth))
    house.hull([(x, height + y, z) for x, y in front for z in (-depth / 2, depth / 2)])
    return house


def townhouse(
    look: Look, rng: np.random.Generator, width: float = 6.4, floors: int = 3
) -> Assembly:
    """A row house with a shop-like ground floor, cornice and rows of windows."""
    depth, storey = 6.0, 3.1
    height = floors * storey + 0.7
    house = Assembly("brick", 160000.0, fixed=True)
    brick = bool(rng.random() < 0.4)
    own = linear("93503d") if brick else linear(_PLASTER[int(rng.integers(len(_PLASTER)))])
    scale = 0.24 if brick else 1.5
    wall = look.paint(
        "brick",
        own,
        pattern="brick" if brick else "concrete",
        pattern_scale_m=scale,
        color2=linear("b5a898") if brick else tuple(c * 0.8 for c in own),
    )
    stone = look.trim("stone", linear("b3aa99"))
    house.add(box((width, height, depth)), wall, (0, 0, -depth / 2))
    house.add(rounded_box((width + 0.04, 0.6, 0.12), 0.02, 1), stone, (0, 0, 0))
    for y, out in ((storey + 0.25, 0.22), (height - 0.32, 0.42)):
        house.add(rounded_box((width + 0.04, 0.26, out), 0.04, 1), stone, (0, y, out / 2 - 0.02))
    house.add(rounded_box((width + 0.06, 0.3, 0.5), 0.05, 1), stone, (0, height - 0.1, 0.1))
    door_x = -width / 2 + 1.15 if rng.random() < 0.5 else width / 2 - 1.15
    front_door(house, look, linear(_DOORS[int(rng.integers(len(_DOORS)))]), (door_x, 0.16, 0.02))
    side = -np.sign(door_x)
    window(house, look, (2.7, 1.7), (float(side) * (width / 2 - 1.95), 0.85, 0.0))
    awning = [(0.0, 0.0), (0.85, -0.38), (0.85, -0.3), (0.0, 0.1)]
    color = linear(("9e3f38", "3d6a5c", "b58a3c")[int(rng.integers(3))])
    cloth = look.trim(
        "fabric", color, color2=COLOURS["cream"], pattern="stripes", pattern_scale_m=0.4
    )
    house.add(
        extrude(awning, 3.1), cloth, (float(side) * (width / 2 - 1.95), 2.95, 0.02), (0, -90, 0)
    )
    for floor in range(1, floors):
        for x in np.linspace(-width / 2 + 1.2, width / 2 - 1.2, 3):
            window(house, look, (0.95, 1.55), (float(x), floor * storey + 1.15, 0.0))
    house.box((width, height, depth), (0, 0, -depth / 2))
    return house


def _building(look: Look, rng: np.random.Generator) -> Assembly:
    width, depth, floors = 14.0, 11.0, int(rng.integers(7, 11))
    height = floors * 3.2 + 1.2
    tower = Assembly("concrete", 4.0e6, fixed=True)
    own = linear(("9a9c9b", "a4917c", "8b97a0")[int(rng.integers(3))])
    wall = look.paint(
        "concrete", own, color2=linear("3c5566"), pattern="windows", pattern_scale_m=3.2,
    )  # fmt: skip
    tower.add(rounded_box((width, height, depth), 0.06), wall)
    rib = look.paint("concrete", own)
    for x in np.linspace(-width / 2, width / 2, 5):
        tower.add(box((0.35, height - 3.6, depth + 0.4)), rib, (float(x), 3.2, 0), part="ribs")
    stone = look.trim("stone", linear("77746e"))
    tower.add(rounded_box((width + 0.3, 3.1, depth + 0.3), 0.06), stone)
    tower.add(
        box((width - 2.5, 2.2, depth + 0.4)),
        look.trim("glass", linear("2c3a44"), opacity=1.0),
        (0, 0.5, 0),
    )
    tower.add(rounded_box((width + 0.5, 0.6, depth + 0.5), 0.08), stone, (0, height, 0))
    tower.add(rounded_box((4, 2.2, 4), 0.1), rib, (-2, height + 0.5, -1.5))
    tower.box((width, height, depth))
    return tower


def _tower(look: Look, _rng: np.random.Generator) -> Assembly:
    tower = Assembly("stone", 600000.0, fixed=True)
    wall = look.paint(
        "stone", linear("a29a8b"), pattern="concrete", color2=linear("807868"), pattern_scale_m=0.7
    )
    tower.add(cylinder(2.3, 9.0, 0.05, 40, 2.0), wall)
    tower.add(cylinder(2.35, 1.0, 0.05, 40), wall, (0, 9.0, 0))
    for a in np.arange(10) * np.pi / 5:
        block = rounded_box((0.8, 0.8, 0.4), 0.04)
        at = (2.15 * float(np.sin(a)), 10.0, 2.15 * float(np.cos(a)))
        tower.add(block, wall, at, (0, float(np.degrees(a)), 0))
    front_door(tower, look, linear(_DOORS[3]), (0, 0.1, 2.22))
    tower.post(2.3, 10.0)
    return tower


def _tent(look: Look, _rng: np.random.Generator) -> Assembly:
    tent = Assembly("fabric", 6.0, fixed=True)
    cloth = look.paint("fabric", linear("b9763d"))
    tent.add(extrude([(-1.1, 0), (1.1, 0), (0.04, 1.5), (-0.04, 1.5)], 2.2, 0.02), cloth)
    dark = look.trim("fabric", linear("2a1c14"), pattern="plain")
    tent.add(extrude([(-0.42, 0), (0.42, 0), (0.0, 1.12)], 0.02), dark, (0, 0.01, 1.1))
    for side in (-1.0, 1.0):
        flap = [(side * 0.03, 0.0), (side * 0.5, 0.0), (side * 0.02, 1.16)]
        tent.add(extrude(flap, 0.03, 0.008), cloth, (side * 0.2, 0.01, 1.13), (0, -side * 28, 0))
        seam = sweep([(side * 1.08, 0.02, 1.1), (side * 0.03, 1.49, 1.1)], 0.014, 8)
        tent.add(seam, look.trim("fabric", linear("8a5528"), pattern="plain"))
    wood = look.trim("wood", linear("a97b4a"))
    rope = look.trim("fabric", COLOURS["ivory"], pattern="plain")
    for z in (-1.1, 1.1):
        way = 1.0 if z > 0 else -1.0
        tent.add(rod((0, 0, z + 0.02 * way), (0, 1.6, z + 0.02 * way), 0.022), wood)
        tent.add(rod((0, 1.52, z), (0, 0.05, z + 0.9 * way), 0.006), rope)
        tent.add(rod((0, 0.0, z + 0.9 * way), (0, 0.16, z + 0.96 * way), 0.014), wood)
    tent.hull([(x, y, z) for x, y in ((-1.1, 0), (1.1, 0), (0, 1.5)) for z in (-1.1, 1.1)])
    return tent


BUILDINGS = things(
    {
        "house": Thing(_house, BUILT | {"material"}),
        "townhouse": Thing(townhouse, BUILT),
        "building": Thing(_building, BUILT),
        "tower": Thing(_tower, BUILT),
        "tent": Thing(_tent, BUILT),
    }
)
