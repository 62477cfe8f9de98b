"""Buildings that tell where one is: church, barn, lighthouse, castle, pyramid, igloo, bridge."""

from __future__ import annotations

import math

import numpy as np

from engine.world.assets.assembly import BUILT, NATURAL, Assembly, Thing, things
from engine.world.assets.buildings import LIT_PANES
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.road_vehicles import block
from engine.world.assets.shapes import Vector, placed, transformed
from engine.world.assets.solids import cut, hull_of
from engine.world.assets.sweeps import cone, cylinder, extrude, lathe, rod, rounded_profile, torus
from engine.world.model import Mesh, Surface


def _stone(look: Look, color: str) -> Surface:
    return look.paint(
        "stone",
        linear(color),
        pattern="brick",
        color2=linear("8d877c"),
        pattern_scale_m=0.6,
        roughness=0.9,
    )


def _roof(look: Look, color: str) -> Surface:
    return look.trim("wood", linear(color), pattern="planks", pattern_scale_m=0.3, roughness=0.85)


def _pane(look: Look) -> Surface:
    return look.trim("glass", linear("24303a"), opacity=1.0, roughness=0.08)


def gable(width: float, height: float, depth: float, over: float = 0.3) -> Mesh:
    """A pitched roof whose ridge runs along z, standing on y = 0."""
    half = width / 2 + over
    low = -over * height / (width / 2)
    outline = [
        (-half, low),
        (half, low),
        (half, low + 0.18),
        (0, height + 0.2),
        (-half, low + 0.18),
    ]
    return transformed(extrude(outline, depth + 2 * over), placed((0, 0, 0)))


def _window(
    thing: Assembly, look: Look, at: Vector, size: tuple[float, float], yaw: float = 0.0
) -> None:
    wide, tall = size
    arch = rounded_profile(
        [
            (-wide / 2, 0),
            (-wide / 2, tall * 0.75),
            (0, tall * 1.08),
            (wide / 2, tall * 0.75),
            (wide / 2, 0),
        ],
        wide * 0.4,
        4,
    )
    thing.add(extrude(arch, 0.12), _pane(look), at, (0, yaw, 0), part=LIT_PANES)
    thing.add(
        block((wide + 0.2, 0.1, 0.22), 0.02),
        look.trim("stone", linear("cfc8b8")),
        (at[0], at[1] - 0.1, at[2]),
        (0, yaw, 0),
    )


def _church(look: Look, _rng: np.random.Generator) -> Assembly:
    church = Assembly("stone", 4e5, fixed=True)
    wall, roof = (
        look.paint("stone", linear("e6dfcf"), pattern="concrete", roughness=0.9),
        _roof(look, "6b3a2c"),
    )
    church.body(block((7, 5, 12), 0.03), wall, (0, 0, -2))
    prism = hull_of([(x, y, z) for z in (-8, 4) for x, y in ((-3.5, 5), (3.5, 5), (0, 8.4))], 20)
    church.body(prism, wall)
    church.add(gable(7, 3.4, 12), roof, (0, 5.05, -2))
    church.body(block((3.6, 10, 3.6), 0.03), wall, (0, 0, 5.4))
    church.add(block((4.0, 0.3, 4.0), 0.05), look.trim("stone", linear("cfc8b8")), (0, 9.9, 5.4))
    spire = hull_of(
        [*((x, 10.2, 5.4 + z) for x in (-1.9, 1.9) for z in (-1.9, 1.9)), (0, 16.4, 5.4)], 20
    )
    church.body(spire, roof)
    gold = look.trim("metal", COLOURS["gold"], pattern="plain")
    church.add(block((0.12, 1.3, 0.12), 0.02), gold, (0, 16.2, 5.4))
    church.add(block((0.7, 0.12, 0.12), 0.02), gold, (0, 16.95, 5.4))
    for z in (2.0, -0.8, -3.6, -6.4):
        for x, yaw in ((3.5, 90.0), (-3.5, -90.0)):
            _window(church, look, (x, 1.6, z), (0.9, 2.2), yaw)
    _window(church, look, (0, 7.3, 7.2), (0.9, 1.5))
    door = rounded_profile([(-0.9, 0), (-0.9, 2.0), (0, 3.0), (0.9, 2.0), (0.9, 0)], 0.7, 5)
    church.add(
        extrude(door, 0.14), look.trim("wood", linear("5b3419"), pattern="planks"), (0, 0, 7.2)
    )
    church.add(
        transformed(torus(0.55, 0.09, 32, 8), placed((0, 5.6, 7.2), (90, 0, 0))),
        look.trim("stone", linear("cfc8b8")),
    )
    church.add(cylinder(0.55, 0.08, 0, 28), _pane(look), (0, 5.6, 7.16), (90, 0, 0), part=LIT_PANES)
    return church


def _barn_doors(barn: Assembly, red: Surface, white: Surface) -> None:
    """Two leaves with their crossed boards."""
    for s in (-1.0, 1.0):
        barn.add(block((1.75, 3.2, 0.1), 0.02), red, (s * 0.95, 0, 5.53))
        for size, at, turn in (
            ((1.75, 0.18, 0.14), (s * 0.95, 0.0, 5.55), 0.0),
            ((1.75, 0.18, 0.14), (s * 0.95, 3.02, 5.55), 0.0),
            ((0.18, 3.2, 0.14), (s * 0.17, 0, 5.55), 0.0),
            ((0.18, 3.2, 0.14), (s * 1.73, 0, 5.55), 0.0),
            ((0.18, 3.5, 0.13), (s * 0.95 - s * 0.78, 0.1, 5.54), -s * 26.0),
        ):
            barn.add(block(size, 0.02), white, at, (0, 0, turn))


def _barn(look: Look, _rng: np.random.Generator) -> Assembly:
    barn = Assembly("wood", 3e4, fixed=True)
    red = look.paint(
        "wood",
        linear("9c2f26"),
        pattern="planks",
        color2=linear("7d241d"),
        pattern_scale_m=0.35,
        roughness=0.85,
    )
    white, roof = look.trim("wood", linear("efece2"), pattern="plain"), _roof(look, "565a5e")
    front = [(-4.5, 0), (4.5, 0), (4.5, 4), (3.2, 6.3), (0, 7.9), (-3.2, 6.3), (-4.5, 4)]
    barn.body(extrude(front, 11), red)
    for a, b in (((4.75, 3.75), (3.25, 6.45)), ((3.25, 6.4), (0, 8.05))):
        for s in (-1.0, 1.0):
            edge = [
                (s * a[0], a[1]),
                (s * b[0], b[1]),
                (s * b[0], b[1] + 0.2),
                (s * a[0], a[1] + 0.2),
            ]
            barn.add(extrude(edge, 11.8), roof)
    _barn_doors(barn, red, white)
    barn.add(block((1.5, 1.3, 0.12), 0.02), look.trim("wood", linear("2a1a12")), (0, 4.7, 5.5))
    for size, at in (
        ((1.8, 0.16, 0.2), (0, 4.6, 5.52)),
        ((1.8, 0.16, 0.2), (0, 5.95, 5.52)),
        ((0.16, 1.5, 0.2), (0.82, 4.6, 5.52)),
        ((0.16, 1.5, 0.2), (-0.82, 4.6, 5.52)),
    ):
        barn.add(block(size, 0.02), white, at)
    for s in (-1.0, 1.0):
        barn.add(block((0.2, 4.0, 0.2), 0.02), white, (s * 4.5, 0, 5.5))
    return barn


def _lantern(tower: Assembly, look: Look, dark: Surface) -> None:
    """The lamp that turns, its bars and the roof."""
    with tower.hinge("lamp", "rotor", (0, 13.0, 0), (0, 1, 0)):
        tower.add(
            cylinder(0.95, 1.7, 0.02, 12),
            look.trim("glass", linear("ffeab0"), emission=2.6, opacity=1.0),
            (0, 12.2, 0),
        )
    for a in np.arange(12) * np.pi / 6:
        tower.add(
            rod(
                (0.99 * math.sin(a), 12.2, 0.99 * math.cos(a)),
                (0.99 * math.sin(a), 13.9, 0.99 * math.cos(a)),
                0.035,
            ),
            dark,
        )
    tower.add(
        lathe(
            rounded_profile(
                [(0, 13.9), (1.35, 13.9), (1.2, 14.15), (0.35, 15.0), (0.2, 15.2), (0, 15.5)], 0.1
            ),
            32,
        ),
        look.trim("metal", linear("a82a22"), metallic=0.0, pattern="plain"),
    )


def _lighthouse(look: Look, _rng: np.random.Generator) -> Assembly:
    tower = Assembly("stone", 2e5, fixed=True)
    for number in range(6):
        low, high = 2.2 - 0.16 * number, 2.2 - 0.16 * (number + 1)
        color = linear("f0ede4") if number % 2 else linear("c0322a")
        surface = (
            look.trim("stone", color, pattern="plain", roughness=0.6)
            if number % 2
            else look.paint("stone", color, pattern="plain", roughness=0.6)
        )
        tower.add(cylinder(low, 2.0, 0, 40, high), surface, (0, 2.0 * number, 0))
    turn = np.arange(16) * np.pi / 8
    tower.hull([(r * np.sin(a), y, r * np.cos(a)) for r, y in ((2.2, 0), (1.24, 12)) for a in turn])
    dark = look.trim("metal", linear("2b3036"), metallic=0.0, pattern="plain")
    tower.add(cylinder(1.8, 0.2, 0.04, 40), dark, (0, 12, 0))
    tower.post(1.75, 2.6, (0, 12, 0))
    for a in np.arange(16) * np.pi / 8:
        x, z = 1.68 * math.sin(a), 1.68 * math.cos(a)
        tower.add(rod((x, 12.2, z), (x, 13.1, z), 0.03), dark)
    for y in (12.65, 13.1):
        tower.add(torus(1.68, 0.035, 40, 6), dark, (0, y, 0))
    _lantern(tower, look, dark)
    for y, z in ((3.5, 2.02), (7.0, 1.73), (10.0, 1.48)):
        tower.add(block((0.5, 0.9, 0.2), 0.05), _pane(look), (0, y, z - 0.14), part=LIT_PANES)
    tower.add(block((1.0, 2.0, 0.25), 0.05), look.trim("wood", linear("3b5a74")), (0, 0, 2.12))
    return tower


def _battlements(castle: Assembly, stone: Surface) -> None:
    """Merlons along the walls and the keep."""
    for x in np.linspace(-5.4, 5.4, 9):
        for z in (6.9, -6.9):
            castle.add(block((0.75, 0.8, 0.6), 0.04), stone, (float(x), 5.95, z))
            castle.add(
                block((0.6, 0.8, 0.75), 0.04), stone, (math.copysign(6.9, z), 5.95, float(x))
            )
    for x in np.linspace(-2.4, 2.4, 5):
        for s in (-1.0, 1.0):
            castle.add(block((0.7, 0.9, 0.5), 0.04), stone, (float(x), 10.95, -2.2 + s * 2.5))
            castle.add(block((0.5, 0.9, 0.7), 0.04), stone, (s * 2.5, 10.95, -2.2 + float(x)))


def _castle(look: Look, _rng: np.random.Generator) -> Assembly:
    castle = Assembly("stone", 5e6, fixed=True)
    stone, roof = _stone(look, "a59d8e"), _roof(look, "6a3434")
    gate = rounded_profile([(-1.5, 0), (-1.5, 2.6), (0, 4.2), (1.5, 2.6), (1.5, 0)], 1.3, 6)
    wall = cut(block((13, 6, 1.6), 0.05), transformed(extrude(gate, 4.0), placed((0, -0.02, 0))))
    castle.add(wall, stone, (0, 0, 6.5))
    for x, width in ((-4.2, 5.2), (4.2, 5.2)):
        castle.box((width, 6, 1.6), (x, 0, 6.5))
    castle.box((3.0, 1.8, 1.6), (0, 4.2, 6.5))
    castle.add(
        extrude(gate * 0.99, 0.25),
        look.trim("wood", linear("4f2f18"), pattern="planks"),
        (0, 0, 6.0),
    )
    for size, at in (
        ((13, 6, 1.6), (0, 0, -6.5)),
        ((1.6, 6, 13), (6.5, 0, 0)),
        ((1.6, 6, 13), (-6.5, 0, 0)),
    ):
        castle.body(block(size, 0.05), stone, at)
    castle.body(block((5.5, 11, 5.5), 0.06), stone, (0, 0, -2.2))
    _battlements(castle, stone)
    for x in (-6.5, 6.5):
        for z in (-6.5, 6.5):
            castle.body(cylinder(1.9, 9.0, 0.05, 24), stone, (x, 0, z))
            castle.add(lathe([(0, 9.0), (2.3, 9.0), (0, 13.0)], 24), roof, (x, 0, z))
            castle.add(
                block((0.4, 1.1, 0.2), 0.05), _pane(look), (x, 6.2, z + 1.86), part=LIT_PANES
            )
            castle.add(rod((x, 12.8, z), (x, 14.2, z), 0.05), look.trim("wood"))
            castle.add(
                extrude([(0, 0), (0, 0.7), (1.1, 0.35)], 0.05),
                look.trim("fabric", linear("c8302a"), pattern="plain"),
                (x + 0.04, 13.4, z),
            )
    for x in (-1.4, 1.4):
        _window(castle, look, (x, 7.2, 0.6), (0.7, 1.6))
    return castle


def _pyramid(look: Look, _rng: np.random.Generator) -> Assembly:
    pyramid = Assembly("stone", 6e6, fixed=True)
    stone = look.paint(
        "stone",
        linear("c9a468"),
        pattern="brick",
        color2=linear("a98750"),
        pattern_scale_m=1.0,
        roughness=0.95,
    )
    steps = 22
    for number in range(steps):
        side = 24.0 * (1 - number / steps)
        pyramid.add(block((side, 14.5 / steps, side), 0.0), stone, (0, 14.5 * number / steps, 0))
    pyramid.hull([*((x, 0, z) for x in (-12, 12) for z in (-12, 12)), (0, 14.5, 0)])
    pyramid.add(block((1.6, 2.2, 0.6), 0.05), look.trim("stone", linear("2a2118")), (0, 0, 11.9))
    return pyramid


def _igloo(look: Look, _rng: np.random.Generator) -> Assembly:
    igloo = Assembly("snow", 1800.0, fixed=True)
    snow = look.paint(
        "snow",
        linear("eef3f8"),
        pattern="brick",
        color2=linear("bccbdc"),
        pattern_scale_m=0.7,
        roughness=0.8,
    )
    angle = np.linspace(0, np.pi / 2, 12)
    outer = [(1.9 * math.cos(a), 1.75 * math.sin(a)) for a in angle]
    inner = [(1.65 * math.cos(a), 1.5 * math.sin(a)) for a in angle[::-1]]
    dome = lathe([*outer[:-1], (0, 1.75), (0, 1.5), *inner[1:], outer[0]], 40, 60)
    arc = np.linspace(0, np.pi, 15)
    tunnel = [(0.75 * math.cos(a), 0.95 * math.sin(a)) for a in arc]
    hole = [(0.52 * math.cos(a), 0.72 * math.sin(a)) for a in arc]
    way = transformed(extrude(hole, 4.0), placed((0, -0.01, 2.4)))
    igloo.add(cut(dome, way), snow)
    igloo.add(cut(transformed(extrude(tunnel, 1.3), placed((0, 0, 2.25))), way), snow)
    turn = np.arange(12) * np.pi / 6
    igloo.hull(
        [
            (r * math.sin(a), y, r * math.cos(a))
            for r, y in ((1.9, 0), (1.6, 0.95), (0.6, 1.68))
            for a in turn
            if math.cos(a) < 0.95 or y > 0.9
        ]
    )
    for s in (-1.0, 1.0):
        igloo.box((0.2, 0.7, 1.2), (s * 0.63, 0, 2.3))
    return igloo


def _hut(look: Look, _rng: np.random.Generator) -> Assembly:
    hut = Assembly("wood", 1500.0, fixed=True)
    logs, straw = (
        look.paint("wood", linear("8a5a32")),
        look.trim("wood", linear("c9a659"), pattern="fabric", pattern_scale_m=0.3, roughness=0.95),
    )
    for row in range(8):
        hut.add(rod((-1.9, 0.16 + 0.28 * row, -1.5), (1.9, 0.16 + 0.28 * row, -1.5), 0.15), logs)
        for s in (-1.0, 1.0):
            hut.add(
                rod((s * 1.7, 0.16 + 0.28 * row, -1.7), (s * 1.7, 0.16 + 0.28 * row, 1.7), 0.15),
                logs,
            )
            hut.add(
                rod(
                    (s * 1.9, 0.16 + 0.28 * row, 1.5),
                    (s * (0.5 if row < 7 else 0.0), 0.16 + 0.28 * row, 1.5),
                    0.15,
                ),
                logs,
            )
    hut.box((3.6, 2.3, 3.2))
    hut.add(gable(3.9, 1.7, 3.6, 0.4), straw, (0, 2.2, 0))
    hut.hull([(x, y, z) for z in (-1.8, 1.8) for x, y in ((-2.0, 2.3), (2.0, 2.3), (0, 3.9))])
    hut.add(
        block((1.0, 1.95, 0.1), 0.02),
        look.trim("wood", linear("4f3018"), pattern="planks"),
        (0, 0, 1.5),
    )
    hut.add(block((0.3, 1.9, 3.0), 0.02), look.trim("wood", linear("6b4526")), (-1.55, 0, 0))
    gable_wall = hull_of(
        [(x, y, z) for z in (1.4, 1.6) for x, y in ((-1.8, 2.3), (1.8, 2.3), (0, 3.75))], 20
    )
    hut.add(gable_wall, logs)
    return hut


def _stall(look: Look, _rng: np.random.Generator) -> Assembly:
    stall = Assembly("wood", 90.0, fixed=True)
    wood = look.paint("wood", linear("a8763f"), pattern="planks", pattern_scale_m=0.14)
    stall.body(block((2.4, 0.9, 0.9), 0.02), wood)
    for x in (-1.15, 1.15):
        for z, top in ((-0.45, 2.45), (0.55, 2.1)):
            stall.add(rod((x, 0, z), (x, top, z), 0.035), wood)
            stall.post(0.035, top, (x, 0, z))
    for number in range(8):
        color = linear("c8322b") if number % 2 else linear("f2ead6")
        strip = block((0.325, 0.03, 1.5), 0.005)
        stall.add(
            transformed(strip, placed((-1.14 + 0.325 * number, 2.28, 0.1), (19, 0, 0))),
            look.trim("fabric", color, pattern="plain"),
        )
        stall.add(
            cylinder(0.16, 0.03, 0.004, 16),
            look.trim("fabric", color, pattern="plain"),
            (-1.14 + 0.325 * number, 2.02, 0.79),
            (90, 0, 0),
        )
    fruits = (("c8301f", 0.05), ("e8922a", 0.05), ("7aa83a", 0.048), ("e8cf3a", 0.045))
    for box_number, (written, r) in enumerate(fruits):
        x = -0.87 + 0.58 * box_number
        stall.add(
            cut(
                block((0.52, 0.16, 0.6), 0.01),
                transformed(block((0.48, 0.2, 0.56), 0.005), placed((0, 0.02, 0))),
            ),
            look.trim("wood", linear("c79a5e")),
            (x, 0.9, 0.05),
        )
        for number in range(16):
            at = (x - 0.165 + 0.11 * (number % 4), 1.04, -0.13 + 0.12 * (number // 4))
            ball = lathe([(0, -r), (r * 0.8, -r * 0.6), (r, 0), (r * 0.8, r * 0.6), (0, r)], 12, 80)
            stall.add(ball, look.trim("fruit", linear(written), roughness=0.35), at)
    return stall


def _gate(look: Look, _rng: np.random.Generator) -> Assembly:
    gate = Assembly("metal", 260.0, fixed=True)
    iron, stone = (
        look.paint("metal", linear("25282c"), metallic=0.0, pattern="plain", roughness=0.45),
        look.trim(
            "stone", linear("b3a994"), pattern="brick", color2=linear("8d8472"), pattern_scale_m=0.4
        ),
    )
    for s in (-1.0, 1.0):
        gate.body(block((0.5, 2.4, 0.5), 0.02), stone, (s * 1.75, 0, 0))
        gate.add(block((0.62, 0.12, 0.62), 0.02), stone, (s * 1.75, 2.38, 0))
        gate.add(
            lathe(
                rounded_profile([(0, 0), (0.1, 0), (0.17, 0.16), (0.1, 0.3), (0, 0.34)], 0.08, 4),
                20,
            ),
            stone,
            (s * 1.75, 2.5, 0),
        )
        with gate.hinge(
            "left wing" if s > 0 else "right wing", "door", (s * 1.48, 0, 0), (0, s, 0), (0, 95)
        ):
            for number in range(8):
                x = s * (0.06 + 0.19 * number)
                top = 1.75 + 0.35 * (1 - number / 7) ** 0.7
                gate.add(rod((x, 0.12, 0), (x, top, 0), 0.016), iron)
                gate.add(cone(0.035, 0.13, 10), iron, (x, top - 0.01, 0))
            for y in (0.2, 1.0, 1.6):
                gate.add(block((1.44, 0.05, 0.035), 0.006), iron, (s * 0.75, y, 0))
            gate.add(torus(0.085, 0.012, 20, 6), iron, (s * 0.72, 1.3, 0), (90, 0, 0))
            gate.box((1.44, 1.7, 0.04), (s * 0.75, 0.12, 0))
    return gate


def _bridge(look: Look, _rng: np.random.Generator) -> Assembly:
    bridge = Assembly("stone", 3e4, fixed=True)
    stone = _stone(look, "b0a694")
    z = np.linspace(-6, 6, 25)
    top = 1.5 * np.cos(z / 6 * np.pi / 2) ** 1.2 + 0.35
    under = 2.9 * np.sqrt(np.clip(1 - (z / 4.1) ** 2, 0, 1)) * 0.46
    deck = np.vstack(
        [np.column_stack([z, np.maximum(under, 0.0)]), np.column_stack([z, top])[::-1]]
    )
    turned = placed((0, 0, 0), (0, 90, 0))
    bridge.add(transformed(extrude(deck, 3.0), turned), stone)
    for s in (-1.0, 1.0):
        rail = np.vstack([np.column_stack([z, top - 0.05]), np.column_stack([z, top + 0.75])[::-1]])
        bridge.add(transformed(extrude(rail, 0.28, 0.04), turned @ placed((0, 0, s * 1.4))), stone)
        cap = np.vstack([np.column_stack([z, top + 0.72]), np.column_stack([z, top + 0.86])[::-1]])
        bridge.add(
            transformed(extrude(cap, 0.42, 0.04), turned @ placed((0, 0, s * 1.4))),
            look.trim("stone", linear("cfc6b2")),
        )
        for x in (-6.0, 6.0):
            bridge.body(block((0.6, 1.5, 0.5), 0.03), stone, (s * 1.4, 0, x))
    for number in range(24):
        a, b = slice(number, number + 2), (z[number], z[number + 1])
        points = [(x, y, w) for x in (-1.5, 1.5) for y, w in zip(top[a], b, strict=True)]
        points += [(x, max(y - 0.3, 0.0), w) for x, y, w in points]
        bridge.hull(points)
    return bridge


def _skyscraper(look: Look, _rng: np.random.Generator) -> Assembly:
    tower = Assembly("concrete", 5e7, fixed=True)
    glass = look.paint(
        "glass",
        linear("3f6f92"),
        opacity=1.0,
        pattern="windows",
        color2=linear("24445e"),
        pattern_scale_m=3.4,
        roughness=0.12,
    )
    frame = look.trim("metal", linear("c9d0d6"), metallic=0.0, pattern="plain", roughness=0.3)
    for size, y in ((20.0, 0.0), (16.5, 34.0), (12.0, 62.0)):
        height = {0.0: 36.0, 34.0: 30.0, 62.0: 20.0}[y]
        tower.body(block((size, height, size), 0.1), glass, (0, y, 0))
        tower.add(block((size + 0.6, 0.8, size + 0.6), 0.1), frame, (0, y + height - 0.4, 0))
        for x in (-1.0, 1.0):
            for z in (-1.0, 1.0):
                tower.add(block((0.9, height, 0.9), 0.1), frame, (x * size / 2, y, z * size / 2))
    tower.add(block((22, 4.2, 22), 0.2), look.trim("stone", linear("8d9298")))
    tower.add(block((6, 3.2, 22.4), 0.1), _pane(look), (0, 0, 0), part=LIT_PANES)
    tower.add(cylinder(1.2, 6, 0.1, 20, 0.4), frame, (0, 82, 0))
    tower.add(rod((0, 87, 0), (0, 99, 0), 0.25, 0.06), frame)
    return tower


LANDMARKS = things(
    {
        "church": Thing(_church, BUILT),
        "barn": Thing(_barn, BUILT),
        "lighthouse": Thing(_lighthouse, NATURAL),
        "castle tower": Thing(_castle, BUILT),
        "pyramid": Thing(_pyramid, NATURAL),
        "igloo": Thing(_igloo, NATURAL),
        "hut": Thing(_hut, BUILT),
        "market stall": Thing(_stall, NATURAL),
        "gate": Thing(_gate, NATURAL),
        "bridge": Thing(_bridge, NATURAL),
        "skyscraper": Thing(_skyscraper, NATURAL),
    }
)
