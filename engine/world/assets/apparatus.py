"""Machines and instruments: computers, robots, telescopes, satellites, globes."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import BUILT, ROUND, Assembly, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.shapes import (
    Vector,
    ellipsoid,
    placed,
    rounded_box,
    sphere,
    stretched,
    transformed,
)
from engine.world.assets.solids import cut
from engine.world.assets.sweeps import capsule, cone, cylinder, lathe, rod, sweep, torus
from engine.world.model import Surface


def _steel(look: Look) -> Surface:
    return look.trim("metal", linear("cfd4d8"), pattern="plain", roughness=0.25)


def _dark(look: Look) -> Surface:
    return look.trim("plastic", linear("1c1e22"), roughness=0.35)


def _glowing(look: Look, color: str, emission: float = 1.0) -> Surface:
    return look.trim("glass", linear(color), emission=emission, opacity=1.0)


def _stand_screen(thing: Assembly, look: Look, case: Surface, z: float = 0.0) -> None:
    """A flat screen on its foot, 55 cm wide."""
    thing.add(rounded_box((0.24, 0.014, 0.18), 0.006), case, (0, 0, z))
    thing.add(rounded_box((0.06, 0.2, 0.02), 0.006), case, (0, 0.01, z - 0.03))
    thing.add(rounded_box((0.56, 0.34, 0.028), 0.01), case, (0, 0.13, z))
    thing.add(
        rounded_box((0.53, 0.3, 0.006), 0.004),
        _glowing(look, "4f86b0", 0.7),
        (0, 0.155, z + 0.0125),
    )
    pane = _glowing(look, "dfe9ef", 0.7)
    thing.add(rounded_box((0.24, 0.15, 0.004), 0.003), pane, (-0.08, 0.25, z + 0.0155))
    thing.add(
        rounded_box((0.24, 0.02, 0.004), 0.003),
        _glowing(look, "e08a3a", 0.7),
        (-0.08, 0.4, z + 0.0156),
    )
    thing.add(
        rounded_box((0.15, 0.1, 0.004), 0.003),
        _glowing(look, "2c3a48", 0.6),
        (0.15, 0.19, z + 0.0155),
    )
    thing.box((0.56, 0.34, 0.028), (0, 0.13, z))
    thing.box((0.24, 0.13, 0.18), (0, 0, z))


def _keys(thing: Assembly, look: Look, case: Surface, at: Vector) -> None:
    x0, y0, z0 = at
    thing.add(rounded_box((0.44, 0.018, 0.14), 0.006), case, at)
    key = look.trim("plastic", linear("e6e7e6"), roughness=0.5)
    for row in range(4):
        wide = 14 if row else 13
        for column in range(wide):
            spot = (
                x0 - 0.195 + 0.39 * (column + 0.5) / wide,
                y0 + 0.0175,
                z0 - 0.045 + 0.026 * row,
            )
            thing.add(rounded_box((0.022, 0.006, 0.02), 0.0, 1), key, spot)
    thing.add(rounded_box((0.17, 0.006, 0.02), 0.0, 1), key, (x0, y0 + 0.0175, z0 + 0.055))
    thing.box((0.44, 0.023, 0.14), at)


def _monitor(look: Look, _rng: np.random.Generator) -> Assembly:
    screen = Assembly("plastic", 4.5)
    _stand_screen(screen, look, look.paint("plastic", linear("2a2d31"), roughness=0.35))
    return screen


def _keyboard(look: Look, _rng: np.random.Generator) -> Assembly:
    board = Assembly("plastic", 0.7)
    _keys(board, look, look.paint("plastic", linear("3a3d42"), roughness=0.4), (0, 0, 0))
    return board


def _computer(look: Look, _rng: np.random.Generator) -> Assembly:
    """Screen, keys, mouse and the box beside them."""
    computer = Assembly("plastic", 12.0)
    case = look.paint("plastic", linear("2d3136"), roughness=0.35)
    _stand_screen(computer, look, case)
    _keys(computer, look, case, (0, 0, 0.26))
    computer.body(stretched(sphere(0.5, 20), 0.062, 0.045, 0.105), case, (0.3, 0.0225, 0.27))
    computer.body(rounded_box((0.18, 0.4, 0.38), 0.012), case, (0.46, 0, -0.03))
    computer.add(
        cylinder(0.012, 0.006, 0.002, 16),
        _glowing(look, "57c7e8", 1.4),
        (0.46, 0.34, 0.16),
        (90, 0, 0),
    )
    for row in range(6):
        computer.add(
            rounded_box((0.12, 0.008, 0.004), 0.0), _dark(look), (0.46, 0.06 + 0.025 * row, 0.1605)
        )
    computer.add(rounded_box((0.13, 0.022, 0.004), 0.0), _steel(look), (0.46, 0.27, 0.1605))
    return computer


def _telescope(look: Look, _rng: np.random.Generator) -> Assembly:
    scope = Assembly("metal", 6.0)
    white = look.paint("metal", linear("e9ebea"), metallic=0.0, pattern="plain", roughness=0.25)
    tilt = placed((0, 1.2, 0), (-58, 0, 0))
    tube = lathe(
        [
            (0, -0.42),
            (0.03, -0.42),
            (0.03, -0.3),
            (0.055, -0.26),
            (0.055, 0.4),
            (0.068, 0.4),
            (0.068, 0.55),
            (0.06, 0.55),
            (0.058, 0.47),
            (0, 0.47),
        ],
        32,
    )
    turned = tilt @ placed((0, 0, 0), (180, 0, 0)) @ placed((0, 0, 0), (0, 0, 180))
    scope.body(transformed(tube, turned), white)
    glass = look.trim("glass", linear("27405c"), opacity=1.0, roughness=0.04)
    scope.add(transformed(cylinder(0.057, 0.01, 0.002, 28), turned @ placed((0, 0.475, 0))), glass)
    for low in (-0.16, 0.2):
        scope.add(
            transformed(torus(0.056, 0.008, 32, 8), turned @ placed((0, low, 0))), _dark(look)
        )
    eye = transformed(cylinder(0.02, 0.09, 0.004, 20), turned @ placed((0, -0.5, 0)))
    scope.add(eye, _dark(look))
    scope.add(transformed(rod((0.075, -0.2, 0), (0.075, 0.05, 0), 0.016), turned), _dark(look))
    wood = look.trim("wood", linear("8a5a32"))
    scope.add(cylinder(0.045, 0.1, 0.01, 24), _steel(look), (0, 1.06, 0))
    for number in range(3):
        a = 2 * np.pi * number / 3 + np.pi / 3
        foot = (0.5 * np.sin(a), 0.012, 0.5 * np.cos(a))
        top = (0.035 * np.sin(a), 1.1, 0.035 * np.cos(a))
        scope.add(rod(top, foot, 0.02, 0.013), wood)
        scope.pill(top, (0.48 * np.sin(a), 0.06, 0.48 * np.cos(a)), 0.012)
    return scope


_LANDS = (
    (50, 20, 0.07, 0.05), (5, 25, 0.06, 0.085), (45, 95, 0.13, 0.075), (48, -100, 0.1, 0.07),
    (-15, -60, 0.05, 0.085), (-25, 135, 0.06, 0.042), (-88, 0, 0.08, 0.08), (72, -42, 0.04, 0.03),
    (18, -95, 0.03, 0.04), (22, 78, 0.035, 0.05),
)  # fmt: skip
"""Latitude, longitude, width and height (m) of the continents of a desk globe."""


def _globe(look: Look, _rng: np.random.Generator) -> Assembly:
    globe = Assembly("plastic", 1.2)
    brass = look.trim("metal", COLOURS["brass"], pattern="plain", roughness=0.25)
    wood = look.trim("wood", linear("5b3620"))
    globe.body(
        lathe(
            [
                (0, 0),
                (0.1, 0),
                (0.1, 0.012),
                (0.05, 0.03),
                (0.018, 0.045),
                (0.014, 0.08),
                (0, 0.085),
            ],
            36,
        ),
        wood,
    )
    sea = look.paint("plastic", linear("2f6ea3"), roughness=0.25)
    globe.add(sphere(0.14, 44), sea, (0.0, 0.235, 0.0))
    land = look.trim("plastic", linear("7f9c4a"), roughness=0.5)
    for lat, lon, wide, high in _LANDS:
        cap = transformed(ellipsoid((wide, high, 0.02), 16), placed((0, 0, 0.1335)))
        globe.add(cap, land, (0.0, 0.235, 0.0), (-lat, lon, 0))
    arc = np.radians(np.linspace(-90, 90, 25) + 23)
    bow = np.column_stack([0.158 * np.cos(arc), 0.235 + 0.158 * np.sin(arc), 0 * arc])
    globe.add(sweep(bow, 0.006, 10), brass)
    globe.ball(0.14, (0, 0.235, 0))
    return globe


def _antennas(craft: Assembly, look: Look, steel: Surface) -> None:
    """A satellite's dish, horn and eye."""
    dish = lathe(
        [
            (0, 0),
            (0.18, 0.02),
            (0.36, 0.09),
            (0.5, 0.2),
            (0.49, 0.215),
            (0.35, 0.108),
            (0.18, 0.04),
            (0, 0.02),
        ],
        40,
        60,
    )
    white = look.trim("plastic", linear("eceeee"), roughness=0.4)
    craft.add(dish, white, (0, 1.95, 0))
    craft.add(cylinder(0.05, 0.14, 0.01, 16), steel, (0, 1.84, 0))
    craft.add(rod((0, 1.96, 0), (0, 2.3, 0), 0.015), steel)
    craft.add(sphere(0.04, 14), steel, (0, 2.3, 0))
    craft.add(transformed(cone(0.22, 0.3, 28), placed((0, 0.5, 0))), _dark(look))
    craft.add(cylinder(0.1, 0.32, 0.01, 20), _dark(look), (0, 1.3, 0.4), (90, 0, 0))


def _satellite(look: Look, _rng: np.random.Generator) -> Assembly:
    craft = Assembly("metal", 900.0)
    foil = look.paint("metal", linear("d9a441"), pattern="plain", roughness=0.3)
    steel = _steel(look)
    craft.body(rounded_box((0.9, 1.1, 0.9), 0.03), foil, (0, 0.75, 0))
    panel = look.trim(
        "glass",
        linear("1d3468"),
        opacity=1.0,
        pattern="tiles",
        color2=linear("9fb2cf"),
        pattern_scale_m=0.3,
        roughness=0.15,
    )
    for side in (-1, 1):
        craft.add(rod((side * 0.4, 1.3, 0), (side * 0.9, 1.3, 0), 0.035), steel)
        craft.body(rounded_box((2.3, 0.9, 0.05), 0.01), panel, (side * 2.02, 0.85, 0))
        for x in (0.87, 1.64, 2.41, 3.17):
            craft.add(rounded_box((0.04, 0.94, 0.07), 0.0), steel, (side * x, 0.83, 0))
    _antennas(craft, look, steel)
    return craft


def _robot_arm(look: Look, _rng: np.random.Generator) -> Assembly:
    """A welding robot: turntable, two links, a gripper."""
    arm = Assembly("metal", 420.0, fixed=True)
    paint = look.paint("metal", linear("e8862a"), metallic=0.0, pattern="plain", roughness=0.3)
    dark, steel = _dark(look), _steel(look)
    arm.body(cylinder(0.42, 0.09, 0.015, 40), dark)
    arm.body(cylinder(0.3, 0.34, 0.04, 40, 0.22), paint, (0, 0.08, 0))
    shoulder, elbow, wrist = (0.0, 0.6, 0.0), (0.0, 1.45, -0.28), (0.0, 1.62, 0.62)
    for x in (-0.17, 0.17):
        arm.add(rounded_box((0.09, 0.42, 0.26), 0.04, 3), paint, (x, 0.36, 0))
    for point, radius in ((shoulder, 0.16), (elbow, 0.13), (wrist, 0.085)):
        arm.add(
            cylinder(radius, 0.46 if radius > 0.1 else 0.2, 0.015, 32),
            dark,
            (point[0] + (0.23 if radius > 0.1 else 0.1), point[1], point[2]),
            (0, 0, 90),
        )
    arm.add(sweep([shoulder, elbow], [0.125, 0.1], 20), paint)
    arm.add(sweep([elbow, (0.0, 1.56, 0.2), wrist], [0.11, 0.085, 0.065], 20), paint)
    arm.add(rounded_box((0.2, 0.2, 0.24), 0.04, 3), dark, (0, 1.4, -0.42))
    arm.add(sweep([(0.11, 0.5, -0.14), (0.2, 1.0, -0.36), (0.13, 1.5, -0.38)], 0.022, 10), dark)
    hand = placed(wrist, (115, 0, 0))
    arm.add(transformed(cylinder(0.06, 0.16, 0.01, 24), hand), steel)
    for side in (-1, 1):
        finger = [(side * 0.03, 0.15, 0), (side * 0.085, 0.22, 0), (side * 0.035, 0.33, 0)]
        arm.add(transformed(sweep(finger, [0.022, 0.02, 0.012], 12), hand), steel)
    arm.pill(shoulder, elbow, 0.1)
    arm.pill(elbow, (0.0, 1.58, 0.5), 0.07)
    return arm


def _limbs(robot: Assembly, side: int, shell: Surface, dark: Surface) -> None:
    """An android's ear, arm and leg on one side."""
    robot.add(cylinder(0.03, 0.02, 0.006, 18), dark, (side * 0.088, 1.66, 0), (0, 0, -90.0 * side))
    robot.add(sphere(0.075, 14), dark, (side * 0.215, 1.42, 0))
    robot.add(ellipsoid((0.16, 0.13, 0.16), 16), shell, (side * 0.225, 1.45, 0))
    robot.add(capsule(0.05, 0.27, 14), shell, (side * 0.245, 1.12, 0))
    robot.add(sphere(0.046, 12), dark, (side * 0.25, 1.1, 0))
    robot.add(capsule(0.044, 0.27, 14), shell, (side * 0.25, 0.83, 0.015))
    robot.add(ellipsoid((0.06, 0.13, 0.09), 12), dark, (side * 0.25, 0.77, 0.02))
    robot.add(capsule(0.078, 0.42, 15), shell, (side * 0.1, 0.5, 0))
    robot.add(sphere(0.066, 12), dark, (side * 0.1, 0.5, 0.005))
    robot.add(capsule(0.06, 0.42, 15), shell, (side * 0.1, 0.07, 0))
    robot.add(rounded_box((0.11, 0.075, 0.26), 0.035, 2), dark, (side * 0.1, 0, 0.045))
    robot.pill((side * 0.245, 1.4, 0), (side * 0.25, 0.8, 0.01), 0.045)
    robot.box((0.13, 0.92, 0.22), (side * 0.1, 0, 0.03))


def _android(look: Look, _rng: np.random.Generator) -> Assembly:
    """A machine in the shape of a person, white shells over dark joints."""
    robot = Assembly("plastic", 65.0)
    shell = look.paint("plastic", linear("e9ecee"), roughness=0.22)
    dark, glow = _dark(look), _glowing(look, "58c8ee", 2.0)
    robot.add(
        lathe(
            [
                (0, 0),
                (0.095, 0.02),
                (0.17, 0.2),
                (0.185, 0.33),
                (0.12, 0.42),
                (0.05, 0.45),
                (0, 0.45),
            ],
            32,
            70,
        ),
        shell,
        (0, 1.05, 0),
    )
    robot.add(cylinder(0.085, 0.16, 0.03, 24), dark, (0, 0.94, 0))
    robot.add(stretched(sphere(0.5, 22), 0.29, 0.2, 0.21), shell, (0, 0.92, 0))
    robot.add(cylinder(0.045, 0.14, 0.01, 20), dark, (0, 1.45, 0))
    robot.add(stretched(sphere(0.5, 24), 0.19, 0.26, 0.22), shell, (0, 1.66, 0))
    robot.add(stretched(sphere(0.5, 22), 0.165, 0.17, 0.1), dark, (0, 1.665, 0.068))
    for side in (-1, 1):
        robot.add(ellipsoid((0.03, 0.03, 0.012), 14), glow, (side * 0.035, 1.685, 0.112))
        _limbs(robot, side, shell, dark)
    robot.add(torus(0.05, 0.009, 28, 8), glow, (0, 1.32, 0.172), (80, 0, 0))
    robot.box((0.32, 0.55, 0.26), (0, 0.9, 0))
    robot.ball(0.105, (0, 1.66, 0))
    return robot


def _vending_machine(look: Look, _rng: np.random.Generator) -> Assembly:
    machine = Assembly("metal", 260.0)
    paint = look.paint("metal", linear("b8322c"), metallic=0.0, pattern="plain", roughness=0.3)
    case = cut(
        rounded_box((0.95, 1.85, 0.8), 0.02),
        transformed(rounded_box((0.58, 1.2, 0.5), 0.01), placed((-0.12, 0.5, 0.25))),
    )
    machine.add(case, paint)
    machine.box((0.95, 1.85, 0.8))
    machine.add(
        rounded_box((0.57, 1.19, 0.01), 0.0), _glowing(look, "e9f0ee", 0.8), (-0.12, 0.505, 0.02)
    )
    colors = ("d8392e", "3f8f4a", "2f62b0", "e8bf3a", "e07b2e")
    for row in range(4):
        y = 0.53 + 0.29 * row
        machine.add(rounded_box((0.57, 0.015, 0.34), 0.0), _steel(look), (-0.12, y, 0.2))
        for column in range(5):
            can = look.trim(
                "metal",
                linear(colors[(row + column) % 5]),
                metallic=0.0,
                pattern="plain",
                roughness=0.25,
            )
            spot = (-0.34 + 0.11 * column, y + 0.015, 0.31)
            machine.add(cylinder(0.033, 0.17, 0.01, 10), can, spot)
    pane = look.trim("glass", opacity=0.16)
    machine.add(rounded_box((0.58, 1.2, 0.008), 0.0), pane, (-0.12, 0.5, 0.39))
    machine.add(rounded_box((0.16, 0.5, 0.02), 0.006), _dark(look), (0.34, 0.85, 0.395))
    machine.add(
        rounded_box((0.12, 0.06, 0.02), 0.004), _glowing(look, "6fd08c", 1.0), (0.34, 1.25, 0.4)
    )
    for row in range(4):
        for column in range(3):
            spot = (0.3 + 0.04 * column, 1.0 + 0.045 * row, 0.405)
            machine.add(rounded_box((0.026, 0.03, 0.012), 0.003, 1), _steel(look), spot)
    machine.add(rounded_box((0.5, 0.16, 0.03), 0.008), _dark(look), (-0.1, 0.2, 0.39))
    return machine


def _radar_dish(look: Look, _rng: np.random.Generator) -> Assembly:
    station = Assembly("metal", 2500.0, fixed=True)
    white = look.paint("metal", linear("e7e9e8"), metallic=0.0, pattern="plain", roughness=0.35)
    station.body(cylinder(0.7, 0.25, 0.03, 32), look.trim("concrete"))
    station.body(cylinder(0.34, 2.2, 0.03, 28, 0.22), white, (0, 0.2, 0))
    line = [
        (0, 0),
        (0.6, 0.06),
        (1.2, 0.28),
        (1.75, 0.66),
        (1.72, 0.7),
        (1.17, 0.33),
        (0.58, 0.11),
        (0, 0.05),
    ]
    tilt = placed((0, 2.75, 0.12), (48, 0, 0))
    station.body(transformed(lathe(line, 48, 60), tilt), white)
    steel = _steel(look)
    for number in range(3):
        a = 2 * np.pi * number / 3
        leg = rod((1.2 * np.sin(a), 0.3, 1.2 * np.cos(a)), (0, 1.35, 0), 0.025)
        station.add(transformed(leg, tilt), steel)
    station.add(
        transformed(cylinder(0.12, 0.26, 0.02, 20), tilt @ placed((0, 1.25, 0))), _dark(look)
    )
    station.add(sphere(0.3, 24), steel, (0, 2.5, 0))
    return station


APPARATUS = things(
    {
        "computer": Thing(_computer),
        "monitor": Thing(_monitor),
        "keyboard": Thing(_keyboard),
        "telescope": Thing(_telescope),
        "globe": Thing(_globe, ROUND),
        "satellite": Thing(_satellite),
        "satellite dish": Thing(_radar_dish, BUILT),
        "robot arm": Thing(_robot_arm, BUILT),
        "android": Thing(_android),
        "vending machine": Thing(_vending_machine, BUILT),
    }
)
