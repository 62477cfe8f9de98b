"""A flat roof high above a city: parapet, air conditioners, a water tank, towers all round."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import Assembly
from engine.world.assets.buildings import front_door
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear, shaded
from engine.world.assets.places.dressing import LAMP_GLOW
from engine.world.assets.setting import Place, Set, Stage, coat
from engine.world.assets.shapes import box, rounded_box, sphere
from engine.world.assets.sweeps import cone, cylinder, lathe, rod, sweep, torus
from engine.world.model import Color, Drop, Surface

_WEST, _EAST, _NORTH, _SOUTH = -10.0, 10.0, -7.2, 14.0
_STREET_M = 42.0
_FAR_M = 1040.0
_DROPS = (
    Drop((-_FAR_M, -_FAR_M), (_FAR_M, _NORTH), _STREET_M),
    Drop((-_FAR_M, _SOUTH), (_FAR_M, _FAR_M), _STREET_M),
    Drop((-_FAR_M, _NORTH), (_WEST, _SOUTH), _STREET_M),
    Drop((_EAST, _NORTH), (_FAR_M, _SOUTH), _STREET_M),
)
_FACADES = ("8f9aa3", "a58f78", "77808c", "b3a48c", "6f6a72", "9c7f6c")


def rooftop(set_: Set) -> Place:
    """Above the streets, among roofs and towers."""
    felt = coat(
        "concrete", linear("77767a"), color2=linear("5f5e62"), pattern="tiles", pattern_scale_m=1.2
    )
    _parapet(set_)
    _city(set_)
    set_.put(set_.still(_stair_head().finished("stair head", Look())), (-6.6, 0, -5.0), 20)
    set_.light((-5.6, 2.5, -3.0), LAMP_GLOW, 10.0)
    set_.put(set_.still(_tank().finished("water tank", Look())), (6.6, 0, -4.9))
    unit = set_.still(_cooler().finished("air conditioner", Look()))
    for x, z, yaw in (
        (3.9, -5.4, 0),
        (-3.4, -6.1, 0),
        (7.8, 2.0, -90),
        (-8.2, 4.0, 90),
        (-8.2, 6.4, 90),
    ):
        set_.put(unit, (x, 0, z), yaw)
    mast = Assembly("metal", 30.0, fixed=True)
    grey = coat("metal", linear("8f9498"), metallic=0.0, pattern="plain")
    mast.add(rod((0, 0, 0), (0, 4.4, 0), 0.03, 0.02), grey)
    for number in range(5):
        half = 0.5 - 0.06 * number
        mast.add(rod((-half, 3.2 + 0.24 * number, 0), (half, 3.2 + 0.24 * number, 0), 0.012), grey)
    mast.post(0.03, 4.4)
    set_.put(set_.still(mast.finished("antenna", Look())), (-4.6, 0, -5.9), 30)
    pipe = sweep(
        [(-2.6, 0.15, -6.6), (2.6, 0.15, -6.6), (2.75, 0.15, -6.6), (2.75, 0.9, -6.6)], 0.09, 12
    )
    set_.paint("pipe", pipe, grey, (0, 0, 0))
    _fairy_lights(set_)
    return Place(
        "rooftop", felt, "concrete", False, 200.0, tuple(set_.things), (), tuple(set_.lights),
        Stage((0.0, 0.0), 3.0), drops=_DROPS,
    )  # fmt: skip


def _parapet(set_: Set) -> None:
    brick = coat("brick", linear("8d5a47"), color2=linear("b5a898"), pattern_scale_m=0.24)
    stone = coat("stone", linear("b3ab9d"))
    wide, deep = _EAST - _WEST, _SOUTH - _NORTH
    for length, x, z, yaw in (
        (wide, 0.0, _NORTH, 0), (wide, 0.0, _SOUTH, 180), (deep, _WEST, (_NORTH + _SOUTH) / 2, 90),
        (deep, _EAST, (_NORTH + _SOUTH) / 2, -90),
    ):  # fmt: skip
        wall = Assembly("brick", 5000.0, fixed=True)
        wall.add(box((length, 0.85, 0.3)), brick)
        wall.add(rounded_box((length + 0.3, 0.1, 0.44), 0.03, 1), stone, (0, 0.85, 0))
        wall.add(box((length, _STREET_M, 0.3)), brick, (0, -_STREET_M, 0))
        wall.box((length, 0.9, 0.3))
        model = set_.still(wall.finished("parapet", Look()))
        set_.put(model, (x, -_STREET_M, z), yaw)


def _city(set_: Set) -> None:
    """Towers near and far; the street lies deep below."""
    asphalt = coat("asphalt", linear("55555a"))
    set_.paint("street", box((900.0, 0.2, 900.0)), asphalt, (0, -_STREET_M - 0.2, 0))
    for distance, count, low, high in (
        (30.0, 10, -14, 6),
        (62.0, 15, -10, 20),
        (120.0, 22, -5, 38),
        (210.0, 26, 0, 52),
    ):
        for number in range(count):
            turn = 2 * np.pi * (number + 0.5 * float(set_.rng.uniform(-0.6, 0.6))) / count
            top = float(set_.rng.uniform(low, high))
            wide = float(set_.rng.uniform(0.30, 0.44)) * distance * 2 * np.pi / count * 1.6
            deep = wide * float(set_.rng.uniform(0.6, 1.0))
            color = linear(_FACADES[int(set_.rng.integers(len(_FACADES)))])
            model = set_.still(
                _tower(wide, deep, _STREET_M + top, color, number).finished("tower block", Look())
            )
            at = (distance * float(np.sin(turn)), -_STREET_M, distance * float(np.cos(turn)))
            set_.put(model, at, 90.0 * round(float(np.degrees(turn)) / 90.0))


def _tower(width: float, depth: float, height: float, color: Color, kind: int) -> Assembly:
    """A tower block of plain shapes; windows are its pattern."""
    tower = Assembly("concrete", 1e6, fixed=True)
    glass = linear("3c5566")
    wall = coat("concrete", color, color2=glass, pattern="windows", pattern_scale_m=3.1)
    plain = coat("concrete", shaded(color, 0.8), pattern="plain")
    tower.add(box((width, height, depth)), wall)
    tower.add(box((width + 0.5, 0.7, depth + 0.5)), plain, (0, height, 0))
    if kind % 3 == 0:
        tower.add(box((width * 0.66, height * 0.16, depth * 0.66)), wall, (0, height + 0.7, 0))
    if kind % 4 == 1:
        tower.add(box((width * 0.3, 2.6, depth * 0.3)), plain, (width * 0.15, height + 0.7, 0))
    if kind % 5 == 2:
        tower.add(cone(width * 0.09, height * 0.22, 8), plain, (0, height + 0.7, 0))
    return tower


def _stair_head() -> Assembly:
    """The little house over the stairs, with a steel door and a lamp."""
    house = Assembly("brick", 9000.0, fixed=True)
    look = Look()
    wall = coat("brick", linear("96604b"), color2=linear("b5a898"), pattern_scale_m=0.24)
    house.add(box((3.0, 2.7, 2.6)), wall)
    house.add(rounded_box((3.3, 0.18, 2.9), 0.04, 1), coat("stone", linear("b3ab9d")), (0, 2.7, 0))
    front_door(house, look, linear("4a6a5c"), (0.2, 0.02, 1.32))
    lamp = coat("glass", (1.0, 0.84, 0.58), emission=3.0, opacity=1.0)
    house.add(sphere(0.11, 18), lamp, (0.2, 2.45, 1.42))
    house.add(
        cylinder(0.35, 0.5, 0.03, 20),
        coat("metal", linear("8f9498"), pattern="plain"),
        (-0.8, 2.88, -0.3),
    )
    house.box((3.0, 2.8, 2.6))
    return house


def _tank() -> Assembly:
    """A wooden water tank on steel legs."""
    tank = Assembly("wood", 4000.0, fixed=True)
    wood = coat("wood", linear("7a5637"), pattern="planks", pattern_scale_m=0.22)
    steel = coat("metal", linear("3f474c"), metallic=0.0, pattern="plain")
    for x in (-0.9, 0.9):
        for z in (-0.9, 0.9):
            tank.add(rod((x * 1.15, 0, z * 1.15), (x, 1.9, z), 0.06), steel)
        tank.add(rod((x * 1.1, 0.3, -1.0), (x, 1.7, 1.0), 0.03), steel)
    for z in (-0.95, 0.95):
        tank.add(rod((-1.0, 0.3, z), (0.95, 1.7, z), 0.03), steel)
    tank.add(box((2.4, 0.12, 2.4)), steel, (0, 1.9, 0))
    tank.add(cylinder(1.25, 2.2, 0.03, 32), wood, (0, 2.02, 0))
    for y in (0.3, 0.9, 1.5, 2.0):
        tank.add(torus(1.26, 0.022, 32, 6), steel, (0, 2.02 + y, 0))
    tank.add(
        cone(1.42, 0.85, 32),
        coat("metal", linear("566068"), metallic=0.0, pattern="plain"),
        (0, 4.2, 0),
    )
    tank.box((2.4, 4.6, 2.4))
    return tank


def _cooler() -> Assembly:
    """An air-conditioning unit with a fan behind a grille."""
    unit = Assembly("metal", 120.0, fixed=True)
    shell = coat("metal", linear("c3c6c4"), metallic=0.0, pattern="plain", roughness=0.5)
    dark = coat("metal", COLOURS["charcoal"], metallic=0.0, pattern="plain")
    unit.add(rounded_box((1.5, 1.0, 0.8), 0.04), shell, (0, 0.12, 0))
    for x in (-0.6, 0.6):
        unit.add(box((0.1, 0.14, 0.8)), dark, (x, 0, 0))
    unit.add(cylinder(0.38, 0.02, 0.005, 32), dark, (-0.25, 0.62, 0.4), (90, 0, 0))
    for radius in (0.14, 0.24, 0.34):
        unit.add(torus(radius, 0.008, 28, 5), shell, (-0.25, 0.62, 0.425), (90, 0, 0))
    for number in range(8):
        unit.add(box((0.42, 0.015, 0.02)), dark, (0.45, 0.35 + 0.08 * number, 0.4))
    unit.add(lathe([(0, 0), (0.3, 0), (0.28, 0.08), (0, 0.08)], 24), dark, (0.2, 1.12, 0))
    unit.box((1.5, 1.12, 0.8))
    return unit


def _fairy_lights(set_: Set) -> None:
    """A string of bulbs from the stair head to the tank."""
    glow: Surface = coat("glass", (1.0, 0.8, 0.5), emission=5.0 if set_.night else 0.6, opacity=1.0)
    line = Assembly("plastic", 3.0, fixed=True)
    share = np.linspace(0, 1, 25)
    path = np.column_stack(
        [-5.3 + 10.9 * share, 3.6 - 3.2 * share * (1 - share), -4.4 - 0.4 * share]
    )
    line.add(sweep(path, 0.012, 5), coat("rubber", COLOURS["black"]))
    for x, y, z in path[1:-1:2]:
        line.add(sphere(0.05, 12), glow, (float(x), float(y) - 0.08, float(z)))
    model = line.finished("fairy lights", Look())
    set_.put(set_.still(model), (0, float(path[:, 1].min()) - 0.13, 0))
    for x in (-2.0, 2.2):
        set_.light((x, 2.9, -4.4), (5.5, 4.0, 2.2), 9.0)
