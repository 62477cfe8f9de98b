"""What stands in rooms and squares: windows, stairs, boards, cages, statues; treasures."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import BUILT, NATURAL, Assembly, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.shapes import (
    Points,
    creased,
    ellipsoid,
    placed,
    rounded_box,
    sphere,
    transformed,
)
from engine.world.assets.solids import egg_distance, hull_of, level_surface, limb_distance, melted
from engine.world.assets.sweeps import cone, cylinder, extrude, lathe, rod, sweep, torus
from engine.world.model import Mesh, Surface


def _white_wood(look: Look) -> Surface:
    return look.trim("wood", COLOURS["ivory"], pattern="plain", roughness=0.4)


def _window(look: Look, _rng: np.random.Generator) -> Assembly:
    """A casement of panes in its frame, at breast height in a piece of wall."""
    window = Assembly("glass", 30.0, fixed=True)
    wall = look.trim("brick", pattern_scale_m=0.24)
    for size, at in (
        ((2.4, 0.85, 0.24), (0, 0, 0)),
        ((2.4, 0.35, 0.24), (0, 2.15, 0)),
        ((0.5, 1.3, 0.24), (-0.95, 0.85, 0)),
        ((0.5, 1.3, 0.24), (0.95, 0.85, 0)),
    ):
        window.body(rounded_box(size, 0.0), wall, at)
    frame = look.paint("wood", COLOURS["ivory"], pattern="plain", roughness=0.4)
    for x in (-0.675, 0.675):
        window.add(rounded_box((0.06, 1.3, 0.14), 0.008), frame, (x, 0.85, 0.02))
    for y in (0.85, 2.09):
        window.add(rounded_box((1.41, 0.06, 0.14), 0.008), frame, (0, y, 0.02))
    window.add(rounded_box((1.6, 0.045, 0.3), 0.01), frame, (0, 0.82, 0.05))
    for name, side in (("left sash", -1), ("right sash", 1)):
        edge = side * 0.645
        with window.hinge(
            name, "door", (edge, 0.9, 0.05), (0, 1, 0), (0, 110) if side > 0 else (-110, 0)
        ):
            pane = look.trim("glass", opacity=0.3)
            window.add(rounded_box((0.59, 1.13, 0.006), 0.0), pane, (side * 0.325, 0.935, 0.03))
            for x in (0.035, 0.61):
                window.add(rounded_box((0.06, 1.18, 0.045), 0.006), frame, (side * x, 0.91, 0.03))
            for y in (0.91, 1.47, 2.03):
                window.add(rounded_box((0.6, 0.05, 0.04), 0.006), frame, (side * 0.325, y, 0.03))
            window.box((0.6, 1.16, 0.03), (side * 0.325, 0.92, 0.03))
    return window


def _window_pane(look: Look, _rng: np.random.Generator) -> Assembly:
    """A pane of glass that stands on a sill of its own and can break."""
    pane = Assembly("glass", 6.0)
    glass = look.paint("glass", opacity=0.32)
    pane.body(rounded_box((0.9, 0.9, 0.012), 0.002, 1), glass)
    pane.box((0.9, 0.02, 0.06))
    pane.add(rounded_box((0.9, 0.03, 0.06), 0.006), _white_wood(look))
    return pane


def _stairs(look: Look, _rng: np.random.Generator) -> Assembly:
    stairs = Assembly("wood", 220.0, fixed=True)
    tread = look.paint("wood", linear("8b5a34"))
    white = _white_wood(look)
    steps, rise, run, wide = 9, 0.175, 0.27, 1.1
    deep = steps * run
    for number in range(steps):
        z = deep / 2 - run * (number + 0.5)
        stairs.add(
            rounded_box((wide, 0.04, run + 0.03), 0.012),
            tread,
            (0, rise * (number + 1) - 0.04, z + 0.01),
        )
        stairs.add(
            rounded_box((wide - 0.04, rise * (number + 1) - 0.04, run), 0.0), white, (0, 0, z)
        )
        stairs.box((wide, rise * (number + 1), run), (0, 0, z))
    for side in (-1, 1):
        x = side * (wide / 2 - 0.04)
        for number in range(steps):
            z, y = deep / 2 - run * (number + 0.5), rise * (number + 1)
            stairs.add(cylinder(0.017, 0.86, 0.003, 8), white, (x, y, z))
        low, high = (
            (x, rise + 0.88, deep / 2 - run * 0.5),
            (x, rise * steps + 0.88, -deep / 2 + run * 0.5),
        )
        stairs.add(rod(low, high, 0.032), tread)
        stairs.add(cylinder(0.045, 1.0, 0.008, 16), tread, (x, rise, deep / 2 - run * 0.5))
        stairs.add(sphere(0.06, 16), tread, (x, rise + 1.03, deep / 2 - run * 0.5))
    return stairs


def _chalkboard(look: Look, _rng: np.random.Generator) -> Assembly:
    board = Assembly("wood", 28.0)
    frame = look.trim("wood", linear("9a6b3e"))
    slate = look.paint("stone", linear("24463a"), pattern="plain", roughness=0.9)
    board.add(rounded_box((1.6, 0.95, 0.03), 0.004), slate, (0, 0.85, 0))
    for y in (0.83, 1.78):
        board.add(rounded_box((1.7, 0.055, 0.06), 0.008), frame, (0, y, 0))
    for x in (-0.82, 0.82):
        board.add(rounded_box((0.055, 1.0, 0.06), 0.008), frame, (x, 0.83, 0))
    board.add(rounded_box((1.5, 0.02, 0.1), 0.006), frame, (0, 0.81, 0.06))
    chalk = look.trim("stone", linear("e9ebe6"), pattern="plain", roughness=1.0)
    for y, x0, x1 in ((1.58, -0.6, 0.1), (1.42, -0.6, 0.35), (1.26, -0.6, -0.1)):
        t = np.linspace(0, 1, 30)
        line = np.column_stack(
            [x0 + (x1 - x0) * t, y + 0.022 * np.sin(19 * t) * np.cos(41 * t), 0 * t + 0.0165]
        )
        board.add(sweep(line, 0.0055, 5), chalk)
    circle = transformed(torus(0.16, 0.0055, 36, 5), placed((0.5, 1.2, 0.0165), (90, 0, 0)))
    board.add(circle, chalk)
    for x in (0.3, 0.42):
        board.add(rod((x, 0.838, 0.07), (x + 0.06, 0.838, 0.075), 0.007), chalk)
    for x in (-0.7, 0.7):
        for z in (-0.28, 0.28):
            board.add(rod((x, 1.5, 0), (x, 0.02, z), 0.024), frame)
    board.box((1.7, 1.0, 0.06), (0, 0.82, 0))
    for z in (-0.25, 0.25):
        board.box((1.5, 0.8, 0.04), (0, 0.01, z))
    return board


def _statue_distance(points: Points) -> Points:
    def limb(
        a: tuple[float, float, float], b: tuple[float, float, float], r: float, s: float
    ) -> Points:
        return limb_distance(points, a, b, (r, s))

    body = [
        egg_distance(points, (0.02, 1.66, 0.01), (0.082, 0.115, 0.1)),
        limb((0.01, 1.52, 0), (0.02, 1.6, 0), 0.055, 0.05),
        egg_distance(points, (0, 1.3, 0), (0.185, 0.22, 0.12)),
        egg_distance(points, (0, 1.0, 0), (0.16, 0.17, 0.125)),
        limb((-0.18, 1.42, 0), (-0.27, 1.14, 0.06), 0.062, 0.048),
        limb((-0.27, 1.14, 0.06), (-0.14, 0.98, 0.17), 0.046, 0.036),
        limb((0.18, 1.42, 0), (0.32, 1.62, 0.08), 0.06, 0.048),
        limb((0.32, 1.62, 0.08), (0.3, 1.93, 0.16), 0.045, 0.034),
        egg_distance(points, (0.3, 2.0, 0.17), (0.035, 0.06, 0.035)),
        limb((-0.08, 0.9, 0), (-0.1, 0.5, 0.02), 0.095, 0.066),
        limb((-0.1, 0.5, 0.02), (-0.1, 0.07, -0.02), 0.064, 0.043),
        limb((0.09, 0.9, 0), (0.13, 0.5, 0.12), 0.095, 0.066),
        limb((0.13, 0.5, 0.12), (0.14, 0.07, 0.06), 0.064, 0.043),
        limb((-0.1, 0.03, -0.03), (-0.12, 0.02, 0.14), 0.042, 0.03),
        limb((0.14, 0.03, 0.05), (0.16, 0.02, 0.22), 0.042, 0.03),
        limb((0.02, 1.66, 0.1), (0.02, 1.645, 0.115), 0.016, 0.012),
    ]
    y, turn = points[:, 1], np.arctan2(points[:, 0], points[:, 2])
    folds = 0.014 * np.sin(11 * turn + 3 * y)
    cloth = egg_distance(points, (0, 0.86, 0), (0.215, 0.3, 0.165)) - folds
    return melted([*body, cloth], 0.05)


def _statue(look: Look, _rng: np.random.Generator) -> Assembly:
    """A figure with a raised hand on a plinth."""
    statue = Assembly("stone", 900.0, fixed=True)
    marble = look.paint(
        "stone",
        linear("d9d5cc"),
        pattern="marble",
        color2=linear("c4beb2"),
        pattern_scale_m=0.5,
        roughness=0.45,
    )
    figure = level_surface(_statue_distance, (-0.4, -0.02, -0.2), (0.44, 2.1, 0.3), 0.031)
    statue.add(figure, marble, (0, 0.95, 0))
    base = look.trim("stone", linear("8f8b83"))
    for size, y in (
        ((0.95, 0.16, 0.8), 0.0),
        ((0.7, 0.62, 0.58), 0.15),
        ((0.8, 0.09, 0.66), 0.77),
        ((0.62, 0.08, 0.55), 0.86),
    ):
        statue.body(rounded_box(size, 0.02), base, (0, y, 0))
    statue.add(
        rounded_box((0.34, 0.16, 0.01), 0.003),
        look.trim("metal", COLOURS["brass"], pattern="plain"),
        (0, 0.38, 0.292),
    )
    statue.post(0.24, 1.75, (0, 0.94, 0.03))
    return statue


def _fishes(tank: Assembly, look: Look) -> None:
    """Five small ones, to and fro."""
    for number, color in enumerate(("e8772e", "e8772e", "f0c332", "d8453a", "f0c332")):
        x, y, z = (
            -0.26 + 0.13 * number,
            0.16 + 0.045 * ((number * 2) % 5),
            0.02 + 0.05 * (number % 3),
        )
        turn = (0, 90 if number % 2 else -90, 0)
        skin = look.trim("plastic", linear(color), roughness=0.3)
        tank.add(ellipsoid((0.022, 0.042, 0.075), 14), skin, (x, y, z), turn)
        way = 1 if number % 2 else -1
        tail = extrude(
            [(0, 0), (-way * 0.032, 0.022), (-way * 0.024, 0), (-way * 0.032, -0.022)], 0.005
        )
        tank.add(tail, skin, (x - way * 0.03, y, z))
        tank.add(
            sphere(0.004, 8),
            look.trim("plastic", linear("111111")),
            (x + way * 0.026, y + 0.008, z + 0.009),
        )


def _aquarium(look: Look, rng: np.random.Generator) -> Assembly:
    tank = Assembly("glass", 55.0)
    black = look.paint("plastic", linear("1c1e22"), roughness=0.35)
    for y in (0.0, 0.425):
        tank.add(rounded_box((0.82, 0.025, 0.4), 0.006), black, (0, y, 0))
    tank.add(
        rounded_box((0.79, 0.05, 0.37), 0.01),
        look.trim("gravel", linear("c9b48a"), pattern_scale_m=0.04),
        (0, 0.024, 0),
    )
    tank.body(
        rounded_box((0.8, 0.43, 0.38), 0.004),
        look.trim("glass", linear("5fb4c9"), opacity=0.34, refraction=1.33),
        (0, 0.012, 0),
    )
    green = look.trim("grass", linear("3f8a3c"), pattern="plain")
    for number in range(9):
        x, z = rng.uniform(-0.34, 0.34), rng.uniform(-0.12, 0.06)
        t = np.linspace(0, 1, 7)
        high = rng.uniform(0.14, 0.27)
        blade = np.column_stack([x + 0.02 * np.sin(5 * t + number), 0.07 + high * t, z + 0 * t])
        tank.add(sweep(blade, 0.009 * (1.02 - t), 6), green)
    _fishes(tank, look)
    tank.body(rounded_box((0.84, 0.06, 0.42), 0.012), black, (0, 0.45, 0))
    return tank


def _cage(look: Look, _rng: np.random.Generator) -> Assembly:
    cage = Assembly("metal", 3.0)
    brass = look.paint("metal", COLOURS["brass"], pattern="plain", roughness=0.25)
    cage.body(cylinder(0.24, 0.05, 0.012, 40), brass)
    cage.add(cylinder(0.22, 0.006, 0.0, 32), look.trim("wood", linear("b58a52")), (0, 0.05, 0))
    t = np.linspace(0, np.pi / 2, 8)
    for number in range(20):
        a = 2 * np.pi * number / 20
        out = np.concatenate([[0.225], 0.225 * np.cos(t[:-1]), [0.012]])
        up = np.concatenate([[0.04], 0.42 + 0.2 * np.sin(t)])
        wire = np.column_stack([out * np.sin(a), up, out * np.cos(a)])
        cage.add(sweep(wire, 0.0035, 5), brass)
    for y, radius in ((0.18, 0.226), (0.42, 0.226)):
        cage.add(torus(radius, 0.005, 40, 6), brass, (0, y, 0))
    cage.add(sphere(0.022, 16), brass, (0, 0.63, 0))
    cage.add(torus(0.035, 0.005, 24, 6), brass, (0, 0.68, 0), (90, 0, 0))
    cage.add(rod((-0.21, 0.26, 0), (0.21, 0.26, 0), 0.008), look.trim("wood", linear("8b5a34")))
    for number in range(10):
        a = 36.0 * number
        cage.box(
            (0.145, 0.44, 0.006),
            (0.222 * np.sin(np.radians(a)), 0.04, 0.222 * np.cos(np.radians(a))),
            (0, a, 0),
        )
    cage.post(0.12, 0.16, (0, 0.46, 0))
    return cage


def _coffin(look: Look, _rng: np.random.Generator) -> Assembly:
    coffin = Assembly("wood", 45.0)
    wood = look.paint("wood", linear("5a3320"))
    outline = np.array(
        [(-0.2, -0.98), (0.2, -0.98), (0.36, 0.45), (0.22, 0.98), (-0.22, 0.98), (-0.36, 0.45)]
    )
    flat = placed((0, 0.19, 0), (-90, 0, 0))
    coffin.body(transformed(extrude(outline, 0.38, 0.01), flat), wood)
    with coffin.hinge("lid", "lid", (-0.37, 0.4, 0), (0, 0, 1), (0, 100)):
        lid = transformed(extrude(outline * 1.04, 0.09, 0.03), placed((0, 0.43, 0), (-90, 0, 0)))
        coffin.body(lid, wood)
        brass = look.trim("metal", COLOURS["brass"], pattern="plain")
        coffin.add(rounded_box((0.05, 0.012, 0.6), 0.004), brass, (0, 0.472, -0.3))
        coffin.add(rounded_box((0.26, 0.012, 0.05), 0.004), brass, (0, 0.472, -0.42))
    for side in (-1, 1):
        for z in (-0.5, 0.1, 0.6):
            x = side * (0.3 if z > 0.5 else 0.355 if z < 0 else 0.32)
            coffin.add(torus(0.05, 0.008, 20, 6), brass, (x - side * 0.03, 0.2, z), (0, 0, 90))
    return coffin


def _anchor(look: Look, _rng: np.random.Generator) -> Assembly:
    anchor = Assembly("metal", 180.0)
    iron = look.paint("metal", linear("3c4045"), metallic=0.0, pattern="plain", roughness=0.5)
    arc = np.linspace(-2.75, -0.39, 17)
    bow = np.column_stack([0.42 * np.cos(arc), 0.46 + 0.42 * np.sin(arc), 0 * arc])
    anchor.add(sweep(bow, 0.05 * np.concatenate([[0.55], np.ones(15), [0.55]]), 14), iron)
    anchor.add(rod((0, 0.06, 0), (0, 1.1, 0), 0.052, 0.04), iron)
    anchor.add(rod((-0.3, 0.93, 0), (0.3, 0.93, 0), 0.034), iron)
    for side in (-1, 1):
        anchor.add(sphere(0.05, 16), iron, (side * 0.3, 0.93, 0))
        fluke = [(0.0, 0.2), (0.13, -0.08), (-0.02, -0.03), (-0.13, -0.02)]
        shape = extrude([(side * x, y) for x, y in fluke], 0.05, 0.012)
        anchor.add(shape, iron, (side * 0.385, 0.33, 0))
    anchor.add(torus(0.09, 0.024, 28, 10), iron, (0, 1.2, 0), (90, 0, 0))
    anchor.pill((0, 0.1, 0), (0, 1.1, 0), 0.045)
    anchor.pill((-0.27, 0.16, 0), (0.27, 0.16, 0), 0.05)
    anchor.pill((-0.27, 0.93, 0), (0.27, 0.93, 0), 0.034)
    return anchor


def _hourglass(look: Look, _rng: np.random.Generator) -> Assembly:
    hourglass = Assembly("glass", 0.6)
    wood = look.paint("wood", linear("6d4326"))
    for y in (0.0, 0.24):
        hourglass.body(cylinder(0.075, 0.02, 0.005, 36), wood, (0, y, 0))
    for number in range(3):
        a = 2 * np.pi * number / 3
        hourglass.add(
            rod(
                (0.062 * np.sin(a), 0.015, 0.062 * np.cos(a)),
                (0.062 * np.sin(a), 0.245, 0.062 * np.cos(a)),
                0.0055,
            ),
            wood,
        )
    up = np.linspace(-1, 1, 25)
    radius = 0.0055 + 0.044 * np.abs(np.sin(np.pi * up / 1.72)) ** 1.2
    line = np.column_stack([radius, 0.13 + 0.11 * up])
    hourglass.add(lathe(np.vstack([[(0, 0.02)], line, [(0, 0.24)]]), 36, 70), look.trim("glass"))
    sand = look.trim("sand", linear("dcae62"), pattern="plain")
    hourglass.add(transformed(cone(0.038, 0.035, 24), placed((0, 0.03, 0))), sand)
    hourglass.add(lathe([(0, 0.136), (0.003, 0.138), (0.022, 0.165), (0.0, 0.17)], 24), sand)
    hourglass.post(0.05, 0.22, (0, 0.02, 0))
    return hourglass


def _points_of_crown() -> Mesh:
    """A thin band, its upper edge in ten waves."""
    rows, around = 6, 80
    turn = np.arange(around) * 2 * np.pi / around
    points_up = np.abs(((turn * 5 / np.pi + 0.5) % 2) - 1)
    high = 0.05 + 0.085 * points_up**1.4
    outer, inner = [], []
    for row in range(rows):
        y = high * row / (rows - 1)
        r = 0.09 + 0.1 * y
        outer.append(np.column_stack([r * np.sin(turn), y, r * np.cos(turn)]))
        inner.append(np.column_stack([(r - 0.005) * np.sin(turn), y, (r - 0.005) * np.cos(turn)]))
    grid = np.concatenate([*outer, *inner[::-1], outer[0]])
    step, after = np.arange(around), (np.arange(around) + 1) % around
    faces = []
    for row in range(2 * rows):
        low, top = row * around, (row + 1) * around
        faces += [
            np.column_stack([low + step, low + after, top + after]),
            np.column_stack([low + step, top + after, top + step]),
        ]
    return creased(grid, np.concatenate(faces), 40)


def _crown(look: Look, _rng: np.random.Generator) -> Assembly:
    crown = Assembly("metal", 0.9)
    gold = look.paint("metal", COLOURS["gold"], pattern="plain", roughness=0.2)
    crown.add(_points_of_crown(), gold)
    gems = (
        "b3202c",
        "2b5fb0",
        "2a8f63",
        "b3202c",
        "2b5fb0",
        "2a8f63",
        "b3202c",
        "2b5fb0",
        "2a8f63",
        "6f4497",
    )
    for number, color in enumerate(gems):
        a = 2 * np.pi * (number + 0.5) / 10
        crown.add(
            ellipsoid((0.02, 0.026, 0.02), 12),
            look.trim("glass", linear(color), opacity=1.0, roughness=0.08),
            (0.094 * np.sin(a), 0.027, 0.094 * np.cos(a)),
        )
    for y in (0.006, 0.048):
        crown.add(torus(0.091 + 0.1 * y, 0.004, 48, 8), gold, (0, y, 0))
    crown.post(0.092, 0.05)
    return crown


def _diamond(look: Look, _rng: np.random.Generator) -> Assembly:
    """A brilliant, cut in eights, lying on its point's side."""
    gem = Assembly("glass", 0.02)
    stone = look.paint("glass", linear("a9d8ec"), opacity=0.55, refraction=2.2, roughness=0.02)
    turn = np.arange(8) * np.pi / 4
    half = turn + np.pi / 8
    rings = [
        (0.0, 0.0, turn),
        (0.02, 0.022, half),
        (0.034, 0.034, turn),
        (0.034, 0.037, half),
        (0.027, 0.046, turn),
        (0.019, 0.05, half),
    ]
    points = np.concatenate(
        [np.column_stack([r * np.sin(a), np.full(8, y), r * np.cos(a)]) for r, y, a in rings]
    )
    gem.body(hull_of(points, 4), stone)
    return gem


FIXTURES = things(
    {
        "window": Thing(_window, BUILT),
        "pane of glass": Thing(_window_pane),
        "stairs": Thing(_stairs, BUILT),
        "chalkboard": Thing(_chalkboard),
        "statue": Thing(_statue, NATURAL | {"material"}),
        "aquarium": Thing(_aquarium, BUILT),
        "cage": Thing(_cage),
        "coffin": Thing(_coffin),
        "anchor": Thing(_anchor),
        "hourglass": Thing(_hourglass),
        "crown": Thing(_crown),
        "diamond": Thing(_diamond, NATURAL),
    }
)
