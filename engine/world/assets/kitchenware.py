"""Kitchen machines and what lies beside them; doors and lids are hinged."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.world.assets.assembly import NATURAL, Assembly, Maker, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.shapes import Vector, ellipsoid, placed, rounded_box, transformed
from engine.world.assets.solids import cut
from engine.world.assets.sweeps import (
    cylinder,
    extrude,
    lathe,
    rod,
    rounded_profile,
    rounded_rectangle,
    sweep,
    torus,
)
from engine.world.assets.tableware import open_wall, shell
from engine.world.model import Color, Mesh, Surface

_FLAT: Vector = (-90, 0, 0)


def _enamel(look: Look, color: Color, roughness: float = 0.25) -> Surface:
    return look.paint("metal", color, metallic=0.0, pattern="plain", roughness=roughness)


def _steel(look: Look) -> Surface:
    return look.trim("metal", linear("cfd4d8"), pattern="plain", roughness=0.22)


def _dark(look: Look) -> Surface:
    return look.trim("plastic", linear("1c1e22"), roughness=0.2)


def hollowed(size: Vector, wall: float, radius: float = 0.02) -> Mesh:
    """A rounded box, open to the front, with walls of this thickness; stands on y = 0."""
    inner = (size[0] - 2 * wall, size[1] - 2 * wall, size[2])
    return cut(
        rounded_box(size, radius),
        transformed(rounded_box(inner, radius / 2), placed((0, wall, wall))),
    )


def box_walls(thing: Assembly, size: Vector, wall: float, at: Vector = (0, 0, 0)) -> None:
    """Colliders of a ``hollowed`` box: five boards, open to the front."""
    x, y, z = at
    for side in (-1.0, 1.0):
        thing.box((wall, size[1], size[2]), (x + side * (size[0] - wall) / 2, y, z))
    for level in (0.0, size[1] - wall):
        thing.box((size[0], wall, size[2]), (x, y + level, z))
    thing.box((size[0], size[1], wall), (x, y, z - (size[2] - wall) / 2))


def _kettle(look: Look, _rng: np.random.Generator) -> Assembly:
    kettle = Assembly("metal", 1.0)
    steel = look.paint("metal", linear("cf3f34"), metallic=0.0, pattern="plain", roughness=0.15)
    body = [
        (0, 0),
        (0.095, 0),
        (0.105, 0.012),
        (0.1, 0.06),
        (0.07, 0.125),
        (0.045, 0.14),
        (0, 0.14),
    ]
    kettle.add(lathe(rounded_profile(body, 0.02, 5), 44, 60), steel)
    kettle.add(
        sweep([(0.07, 0.07, 0), (0.12, 0.1, 0), (0.155, 0.145, 0)], [0.028, 0.018, 0.012], 16),
        steel,
    )
    with kettle.hinge("lid", "lid", (-0.05, 0.138, 0), (0, 0, 1), (0, 80)):
        kettle.add(
            lathe(rounded_profile([(0, 0), (0.05, 0), (0.04, 0.012), (0, 0.018)], 0.006), 32, 60),
            steel,
            (0, 0.138, 0),
        )
        kettle.add(ellipsoid((0.022, 0.022, 0.022), 16), _dark(look), (0, 0.165, 0))
    arc = np.linspace(0.25, np.pi - 0.25, 17)
    bow = np.column_stack([0.085 * np.cos(arc), 0.115 + 0.125 * np.sin(arc), 0 * arc])
    kettle.add(sweep(bow, 0.0065, 10), _steel(look))
    grip = bow[5:12]
    kettle.add(sweep(grip, 0.0115, 12), _dark(look))
    turn = np.arange(12) * np.pi / 6
    kettle.hull(
        [
            (r * np.sin(a), y, r * np.cos(a))
            for r, y in ((0.095, 0), (0.1, 0.05), (0.045, 0.14))
            for a in turn
        ]
    )
    return kettle


def _toaster(look: Look, _rng: np.random.Generator) -> Assembly:
    toaster = Assembly("metal", 1.6)
    slots = [
        transformed(rounded_box((0.2, 0.15, 0.028), 0.006), placed((0, 0.07, z)))
        for z in (-0.03, 0.03)
    ]
    outline = rounded_rectangle(0.17, 0.18, 0.05)
    case = transformed(extrude(outline, 0.28, 0.012), placed((0, 0.105, 0), (0, 90, 0)))
    toaster.add(
        cut(case, *slots), look.paint("metal", linear("d9dde0"), pattern="plain", roughness=0.2)
    )
    toaster.add(rounded_box((0.27, 0.02, 0.15), 0.006), _dark(look))
    toaster.box((0.28, 0.19, 0.17), (0, 0.005, 0))
    toaster.add(rounded_box((0.02, 0.02, 0.04), 0.006), _dark(look), (0.148, 0.12, 0))
    toaster.add(cylinder(0.016, 0.014, 0.003, 20), _dark(look), (0.138, 0.055, 0), (0, 0, -90))
    crumb, crust = look.trim("foam", linear("e3b56a")), look.trim("foam", linear("a4672c"))
    for z in (-0.03, 0.03):
        toaster.add(rounded_box((0.13, 0.11, 0.016), 0.007), crust, (0, 0.12, z))
        toaster.add(rounded_box((0.115, 0.1, 0.0175), 0.006), crumb, (0, 0.123, z))
    return toaster


def _fridge(look: Look, _rng: np.random.Generator) -> Assembly:
    fridge = Assembly("metal", 65.0)
    paint = _enamel(look, linear("e6e9ea"))
    size = (0.7, 1.75, 0.62)
    inside = look.trim("plastic", linear("eef1f2"), roughness=0.3)
    fridge.add(hollowed(size, 0.05), paint)
    box_walls(fridge, size, 0.05)
    fridge.add(rounded_box((0.6, 0.05, 0.56), 0.005), paint, (0, 1.18, 0.02))
    for y in (0.35, 0.62, 0.9):
        fridge.add(rounded_box((0.6, 0.012, 0.5), 0.004), inside, (0, y, 0.0))
        fridge.box((0.6, 0.012, 0.5), (0, y, 0))
    for name, low, high in (("door", 0.0, 1.195), ("freezer door", 1.205, 1.75)):
        with fridge.hinge(name, "door", (-0.35, low, 0.32), (0, 1, 0), (-110, 0)):
            fridge.body(rounded_box((0.7, high - low, 0.07), 0.018), paint, (0, low, 0.348))
            middle = low + 0.75 if low == 0 else low + 0.06
            fridge.add(
                sweep(
                    [
                        (0.29, middle, 0.385),
                        (0.29, middle + 0.02, 0.42),
                        (0.29, middle + 0.33, 0.42),
                        (0.29, middle + 0.35, 0.385),
                    ],
                    0.011,
                    10,
                ),
                _steel(look),
            )
    return fridge


def _hob(oven: Assembly, look: Look) -> None:
    """The rings on top, the knobs and the clock."""
    for x in (-0.14, 0.14):
        for z in (-0.13, 0.13):
            radius = 0.085 if x * z > 0 else 0.065
            oven.add(
                torus(radius, 0.006, 32, 8),
                look.trim("metal", linear("8d2b1e"), metallic=0.0),
                (x, 0.87, z),
            )
            oven.add(cylinder(radius * 0.7, 0.004, 0.001, 28), _dark(look), (x, 0.869, z))
    for x in (-0.22, -0.11, 0.11, 0.22):
        oven.add(cylinder(0.024, 0.025, 0.005, 20), _dark(look), (x, 0.79, 0.31), (90, 0, 0))
    oven.add(
        rounded_box((0.09, 0.035, 0.01), 0.004),
        look.trim("glass", linear("1f5f4a"), emission=0.8, opacity=1.0),
        (0, 0.775, 0.31),
    )


def _oven(look: Look, _rng: np.random.Generator) -> Assembly:
    oven = Assembly("metal", 48.0)
    paint = _enamel(look, linear("dfe2e3"))
    size = (0.6, 0.86, 0.58)
    oven.add(hollowed(size, 0.05, 0.012), paint)
    box_walls(oven, size, 0.05)
    oven.add(rounded_box((0.6, 0.17, 0.05), 0.01), paint, (0, 0.69, 0.285))
    oven.add(rounded_box((0.6, 0.14, 0.03), 0.008), paint, (0, 0.0, 0.285))
    oven.add(rounded_box((0.58, 0.012, 0.56), 0.005), _dark(look), (0, 0.858, 0))
    _hob(oven, look)
    with oven.hinge("door", "door", (0, 0.145, 0.29), (1, 0, 0), (0, 90)):
        frame = cut(
            rounded_box((0.59, 0.53, 0.045), 0.012),
            transformed(rounded_box((0.4, 0.28, 0.2), 0.02), placed((0, 0.1, 0))),
        )
        oven.add(frame, paint, (0, 0.15, 0.292))
        oven.add(
            rounded_box((0.42, 0.3, 0.02), 0.004),
            look.trim("glass", linear("2b2420"), opacity=1.0, roughness=0.08),
            (0, 0.24, 0.288),
        )
        oven.box((0.59, 0.53, 0.045), (0, 0.15, 0.292))
        oven.add(
            sweep(
                [(-0.24, 0.62, 0.31), (-0.24, 0.62, 0.35), (0.24, 0.62, 0.35), (0.24, 0.62, 0.31)],
                0.011,
                10,
            ),
            _steel(look),
        )
    return oven


def _microwave(look: Look, _rng: np.random.Generator) -> Assembly:
    oven = Assembly("metal", 13.0)
    paint = _enamel(look, linear("c9ced1"))
    size = (0.5, 0.29, 0.36)
    oven.add(hollowed(size, 0.02, 0.012), paint)
    box_walls(oven, size, 0.02)
    oven.add(rounded_box((0.12, 0.27, 0.05), 0.006), _dark(look), (0.18, 0.01, 0.165))
    oven.add(
        rounded_box((0.085, 0.035, 0.01), 0.003),
        look.trim("glass", linear("2f8f6a"), emission=1.0, opacity=1.0),
        (0.18, 0.22, 0.188),
    )
    for row in range(4):
        for column in (-0.028, 0.0, 0.028):
            oven.add(
                rounded_box((0.02, 0.018, 0.006), 0.003, 1),
                look.trim("plastic", COLOURS["light grey"]),
                (0.18 + column, 0.08 + 0.03 * row, 0.19),
            )
    oven.add(
        rounded_box((0.09, 0.03, 0.008), 0.004),
        look.trim("plastic", COLOURS["light grey"]),
        (0.18, 0.03, 0.19),
    )
    with oven.hinge("door", "door", (-0.245, 0, 0.18), (0, 1, 0), (-110, 0)):
        frame = cut(
            rounded_box((0.36, 0.28, 0.03), 0.008),
            transformed(rounded_box((0.26, 0.18, 0.2), 0.015), placed((-0.01, 0.05, 0))),
        )
        oven.add(frame, paint, (-0.065, 0.005, 0.186))
        oven.add(rounded_box((0.27, 0.19, 0.016), 0.003), _dark(look), (-0.075, 0.05, 0.184))
        oven.box((0.36, 0.28, 0.03), (-0.065, 0.005, 0.186))
        oven.add(rod((0.1, 0.06, 0.215), (0.1, 0.23, 0.215), 0.009), _steel(look))
    return oven


def _blender(look: Look, _rng: np.random.Generator) -> Assembly:
    blender = Assembly("plastic", 3.0)
    case = look.paint("plastic", linear("c9302c"), roughness=0.25)
    blender.body(cylinder(0.095, 0.14, 0.015, 36, 0.07), case)
    blender.add(cylinder(0.022, 0.014, 0.004, 20), _steel(look), (0, 0.07, 0.083), (75, 0, 0))
    blender.add(cylinder(0.055, 0.02, 0.004, 32), _dark(look), (0, 0.14, 0))
    glass = look.trim("glass", refraction=1.5)
    blender.add(shell([(0.05, 0), (0.055, 0.01), (0.075, 0.22)], 0.003, 0.008), glass, (0, 0.16, 0))
    juice = look.trim("fruit", linear("d9567a"), roughness=0.2)
    blender.add(cylinder(0.048, 0.12, 0.004, 32, 0.06), juice, (0, 0.17, 0))
    bow = [(0.06, 0.2, 0), (0.105, 0.22, 0), (0.112, 0.32, 0), (0.072, 0.345, 0)]
    blender.add(sweep(rounded_path(bow), 0.009, 10), glass)
    with blender.hinge("lid", "lid", (-0.075, 0.38, 0), (0, 0, 1), (0, 100)):
        blender.add(cylinder(0.079, 0.025, 0.008, 36), _dark(look), (0, 0.375, 0))
        blender.add(cylinder(0.03, 0.02, 0.006, 24), _dark(look), (0, 0.398, 0))
    blender.post(0.066, 0.24, (0, 0.14, 0))
    return blender


def rounded_path(corners: Sequence[Vector], steps: int = 6) -> np.ndarray:
    """A smooth line through the corners' neighbourhood (quadratic pieces)."""
    line = np.asarray(corners, dtype=np.float64)
    pieces = [line[:1]]
    t = np.linspace(0, 1, steps + 1)[:, None]
    for before, corner, after in zip(line, line[1:], line[2:], strict=False):
        start, end = (before + corner) / 2, (corner + after) / 2
        pieces.append((1 - t) ** 2 * start + 2 * t * (1 - t) * corner + t * t * end)
    pieces.append(line[-1:])
    return np.concatenate(pieces)


def _coffee_machine(look: Look, _rng: np.random.Generator) -> Assembly:
    machine = Assembly("metal", 7.0)
    case = look.paint("metal", linear("3a3f45"), metallic=0.0, pattern="plain", roughness=0.3)
    machine.body(rounded_box((0.26, 0.05, 0.32), 0.012), case)
    machine.body(rounded_box((0.26, 0.36, 0.13), 0.015), case, (0, 0, -0.095))
    machine.body(rounded_box((0.26, 0.11, 0.3), 0.02), case, (0, 0.27, -0.01))
    machine.add(rounded_box((0.2, 0.006, 0.14), 0.003), _steel(look), (0, 0.05, 0.06))
    machine.add(cylinder(0.034, 0.04, 0.006, 28), _steel(look), (0, 0.232, 0.07))
    machine.add(rod((0, 0.25, 0.09), (0, 0.235, 0.2), 0.012, 0.014), _dark(look))
    for x in (-0.012, 0.012):
        machine.add(rod((x, 0.235, 0.07), (x, 0.212, 0.07), 0.005), _steel(look))
    machine.add(
        sweep([(0.1, 0.28, 0.1), (0.115, 0.2, 0.12), (0.112, 0.11, 0.12)], 0.005, 8), _steel(look)
    )
    for number, color in enumerate(("d8392e", "e8bf3a", "4f9140")):
        machine.add(
            cylinder(0.013, 0.012, 0.003, 18),
            look.trim("plastic", linear(color), emission=0.5),
            (-0.06 + 0.06 * number, 0.325, 0.138),
            (90, 0, 0),
        )
    cup = look.trim("ceramic", COLOURS["white"])
    machine.add(shell([(0.022, 0), (0.034, 0.045)], 0.003, 0.005, 28), cup, (0, 0.056, 0.07))
    machine.add(
        cylinder(0.027, 0.002, 0, 24), look.trim("fruit", linear("3b2416")), (0, 0.086, 0.07)
    )
    return machine


def _lying(line: list[tuple[float, float]], thick: float, bend: float = 0.0) -> Mesh:
    """A flat outline laid on the ground, its +x end curved up by ``bend``."""
    flat = transformed(extrude(line, thick, thick * 0.3), placed((0, thick / 2, 0), _FLAT))
    lifted = flat.positions.copy()
    lifted[:, 1] += bend * np.clip(lifted[:, 0], 0, None) * np.clip(0.1 - lifted[:, 0], 0, None)
    return Mesh(lifted, flat.normals, flat.indices)


_STALK = [
    (0.03, 0.003),
    (-0.05, 0.004),
    (-0.1, 0.0075),
    (-0.108, 0.0),
    (-0.1, -0.0075),
    (-0.05, -0.004),
    (0.03, -0.003),
]


def _fork(look: Look, _rng: np.random.Generator) -> Assembly:
    fork = Assembly("metal", 0.05)
    steel = look.paint("metal", linear("d3d8dc"), pattern="plain", roughness=0.18)
    tines = [(0.045, -0.0125)]
    for number in range(4):
        y = -0.0125 + 0.0067 * number
        tines += [(0.093, y), (0.093, y + 0.0045)]
        if number < 3:
            tines += [(0.06, y + 0.0047), (0.06, y + 0.0065)]
    fork.add(_lying([*_STALK, *tines, (0.045, 0.0125)], 0.0028, 7), steel)
    fork.box((0.2, 0.0035, 0.02), (-0.005, 0, 0))
    return fork


def _spoon(look: Look, _rng: np.random.Generator) -> Assembly:
    spoon = Assembly("metal", 0.05)
    steel = look.paint("metal", linear("d3d8dc"), pattern="plain", roughness=0.18)
    spoon.add(_lying([*_STALK, (0.045, -0.003), (0.045, 0.003)], 0.0032), steel, (0, 0.005, 0))
    bowl = cut(
        ellipsoid((0.06, 0.026, 0.038), 32),
        transformed(ellipsoid((0.056, 0.022, 0.034), 32), placed((0, 0.0022, 0))),
        transformed(rounded_box((0.1, 0.05, 0.1), 0), placed((0, 0.0, 0))),
    )
    spoon.add(bowl, steel, (0.07, 0.013, 0))
    spoon.box((0.2, 0.008, 0.02), (-0.005, 0, 0))
    return spoon


def _knife(look: Look, _rng: np.random.Generator) -> Assembly:
    knife = Assembly("metal", 0.15)
    blade = [(-0.02, -0.016), (0.09, -0.016), (0.14, -0.006), (0.165, 0.012), (-0.02, 0.012)]
    knife.add(
        _lying(blade, 0.0022),
        look.paint("metal", linear("d3d8dc"), pattern="plain", roughness=0.15),
        (0, 0.007, 0),
    )
    handle = [
        (-0.14, -0.014),
        (-0.11, -0.008),
        (-0.07, -0.012),
        (-0.02, -0.009),
        (-0.02, 0.012),
        (-0.12, 0.013),
        (-0.145, 0.004),
    ]
    knife.body(_lying(handle, 0.017), look.trim("wood", linear("3a241a")))
    for x in (-0.1, -0.07, -0.04):
        knife.add(cylinder(0.003, 0.018, 0.0005, 12), _steel(look), (x, 0, -0.001))
    knife.box((0.18, 0.004, 0.026), (0.07, 0.006, 0))
    return knife


def _cutting_board(look: Look, _rng: np.random.Generator) -> Assembly:
    board = Assembly("wood", 1.2)
    outline = rounded_rectangle(0.4, 0.26, 0.03)
    hole = transformed(cylinder(0.014, 0.1, 0, 24), placed((-0.17, 0, -0.05), (90, 0, 0)))
    wood = look.paint("wood", linear("c08d55"), pattern="planks", pattern_scale_m=0.06)
    board.add(cut(extrude(outline, 0.022, 0.005), hole), wood, (0, 0.011, 0), _FLAT)
    board.box((0.4, 0.022, 0.26))
    return board


def _tray(look: Look, _rng: np.random.Generator) -> Assembly:
    tray = Assembly("wood", 0.9)
    body = cut(
        rounded_box((0.46, 0.045, 0.32), 0.02),
        transformed(rounded_box((0.43, 0.08, 0.29), 0.012), placed((0, 0.01, 0))),
        *(
            transformed(rounded_box((0.1, 0.016, 0.1), 0.007), placed((x, 0.02, 0), (0, 90, 0)))
            for x in (-0.225, 0.225)
        ),
    )
    tray.add(body, look.paint("wood", linear("8a5a36")))
    tray.box((0.46, 0.01, 0.32))
    for side in (-1.0, 1.0):
        tray.box((0.015, 0.045, 0.32), (side * 0.2225, 0, 0))
        tray.box((0.46, 0.045, 0.015), (0, 0, side * 0.1525))
    return tray


def _basket(look: Look, _rng: np.random.Generator) -> Assembly:
    basket = Assembly("wood", 0.8)
    wicker = look.paint(
        "wood", linear("b98a4e"), pattern="fabric", pattern_scale_m=0.05, roughness=0.9
    )
    basket.add(shell([(0.13, 0), (0.14, 0.008), (0.18, 0.17)], 0.009, 0.012), wicker)
    turn = np.linspace(0, 2 * np.pi, 61)[:-1]
    for r, y in ((0.18, 0.172), (0.143, 0.02), (0.162, 0.1)):
        wave = np.column_stack([r * np.sin(turn), y + 0.004 * np.sin(20 * turn), r * np.cos(turn)])
        basket.add(sweep(wave, 0.0085, 6, loop=True), wicker)
    arc = np.linspace(0, np.pi, 23)
    for shift in (0.0, np.pi):
        twist = np.column_stack(
            [
                0.18 * np.cos(arc),
                0.165 + 0.17 * np.sin(arc) + 0.006 * np.sin(9 * arc + shift),
                0.007 * np.cos(9 * arc + shift),
            ]
        )
        basket.add(sweep(twist, 0.0075, 8), wicker)
    open_wall(basket, 0.132, 0.18, 0.17, 0.012)
    return basket


def _jar(fill: Color, name: str) -> Maker:
    def make(look: Look, _rng: np.random.Generator) -> Assembly:
        jar = Assembly("glass", 0.5)
        line = rounded_profile(
            [(0.04, 0), (0.044, 0.006), (0.044, 0.09), (0.034, 0.11), (0.034, 0.118)], 0.012
        )
        if name == "jar":
            jar.add(
                cylinder(0.0395, 0.082, 0.006, 36),
                look.paint("fruit", fill, roughness=0.2),
                (0, 0.006, 0),
            )
        jar.add(shell(line, 0.0028, 0.005), look.trim("glass", refraction=1.5))
        with jar.hinge("lid", "lid", (-0.036, 0.11, 0), (0, 0, 1), (0, 100)):
            jar.add(
                cylinder(0.037, 0.02, 0.004, 36),
                look.trim("metal", linear("c23a2e"), metallic=0.0, pattern="plain"),
                (0, 0.11, 0),
            )
        label = [(0.0437, 0.025), (0.0446, 0.025), (0.0446, 0.07), (0.0437, 0.07), (0.0437, 0.025)]
        jar.add(lathe(label, 36), look.trim("paper"))
        jar.post(0.044, 0.1)
        jar.post(0.037, 0.03, (0, 0.1, 0))
        return jar

    return make


def _jug(look: Look, _rng: np.random.Generator) -> Assembly:
    jug = Assembly("glass", 0.8)
    glass = look.paint("glass", refraction=1.5)
    line = rounded_profile(
        [(0.05, 0), (0.056, 0.006), (0.066, 0.08), (0.045, 0.17), (0.055, 0.21)], 0.04, 5
    )
    jug.add(shell(line, 0.003, 0.008), glass)
    water = [(0, 0.009), (0.051, 0.009), (0.062, 0.08), (0.05, 0.13), (0, 0.13)]
    jug.add(
        lathe(rounded_profile(water, 0.01), 40, 60),
        look.trim("water", linear("bfe3ee"), opacity=0.35, refraction=1.33, pattern="plain"),
    )
    bow = rounded_path([(0.048, 0.18, 0), (0.1, 0.19, 0), (0.115, 0.1, 0), (0.062, 0.06, 0)])
    jug.add(sweep(bow, 0.007, 10), glass)
    open_wall(jug, 0.055, 0.06, 0.2, 0.004)
    return jug


def _can(look: Look, _rng: np.random.Generator) -> Assembly:
    can = Assembly("metal", 0.35)
    paint = look.paint("metal", linear("c8312b"), metallic=0.0, pattern="plain", roughness=0.2)
    body = [
        (0, 0.002),
        (0.026, 0),
        (0.0325, 0.01),
        (0.0325, 0.104),
        (0.0275, 0.115),
        (0.0255, 0.115),
        (0.025, 0.111),
        (0, 0.111),
    ]
    can.add(lathe(rounded_profile(body, 0.004), 40), paint)
    can.add(torus(0.0268, 0.0016, 36, 8), _steel(look), (0, 0.1148, 0))
    can.add(lathe([(0, 0.1112), (0.0252, 0.1112), (0.0252, 0.1122), (0, 0.1122)], 32), _steel(look))
    can.add(rounded_box((0.011, 0.0015, 0.024), 0.0007), _steel(look), (0, 0.1125, 0.006))
    wave = [(0.0326, y) for y in (0.035, 0.075)]
    can.add(
        lathe(
            [(0.032, 0.04), *[(r + 0.0002, y) for r, y in wave], (0.032, 0.07), (0.032, 0.04)], 40
        ),
        look.trim("plastic", COLOURS["white"]),
    )
    can.post(0.0325, 0.115)
    return can


def _pot(look: Look, _rng: np.random.Generator) -> Assembly:
    pot = Assembly("metal", 2.2)
    steel = look.paint("metal", linear("c4c9cd"), pattern="plain", roughness=0.25)
    pot.add(shell([(0.112, 0), (0.12, 0.006), (0.12, 0.145)], 0.003, 0.006), steel)
    pot.add(torus(0.12, 0.004, 44, 8), steel, (0, 0.146, 0))
    for side in (-1.0, 1.0):
        bow = rounded_path(
            [
                (side * 0.118, 0.11, -0.04),
                (side * 0.165, 0.115, -0.04),
                (side * 0.165, 0.115, 0.04),
                (side * 0.118, 0.11, 0.04),
            ]
        )
        pot.add(sweep(bow, 0.007, 10), _dark(look))
    open_wall(pot, 0.118, 0.12, 0.145, 0.004)
    return pot


def _rolling_pin(look: Look, _rng: np.random.Generator) -> Assembly:
    pin = Assembly("wood", 0.7)
    wood = look.paint("wood", linear("c99b62"))
    with pin.hinge("roller", "wheel", (0, 0.03, 0), (1, 0, 0)):
        pin.add(
            transformed(cylinder(0.03, 0.25, 0.006, 36), placed((0.125, 0.03, 0), (0, 0, 90))), wood
        )
        pin.post(0.03, 0.25, (0.125, 0.03, 0), (0, 0, 90))
    for side in (-1.0, 1.0):
        line = [(side * x, 0.03, 0) for x in (0.12, 0.14, 0.17, 0.21, 0.22)]
        pin.add(sweep(line, [0.009, 0.01, 0.0145, 0.0125, 0.004], 16), wood)
        pin.pill((side * 0.13, 0.03, 0), (side * 0.21, 0.03, 0), 0.012)
    return pin


KITCHENWARE = things(
    {
        "kettle": Thing(_kettle),
        "toaster": Thing(_toaster),
        "fridge": Thing(_fridge),
        "oven": Thing(_oven),
        "microwave": Thing(_microwave),
        "blender": Thing(_blender),
        "coffee machine": Thing(_coffee_machine),
        "fork": Thing(_fork),
        "spoon": Thing(_spoon),
        "knife": Thing(_knife),
        "cutting board": Thing(_cutting_board),
        "tray": Thing(_tray),
        "basket": Thing(_basket),
        "jar": Thing(_jar(linear("b3372a"), "jar"), NATURAL),
        "jug": Thing(_jug),
        "can": Thing(_can),
        "pot": Thing(_pot),
        "rolling pin": Thing(_rolling_pin),
    }
)
