"""Trains, and carts and sledges that something pulls."""

from __future__ import annotations

import math

import numpy as np

from engine.world.assets.assembly import NATURAL, Assembly, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.road_vehicles import (
    black,
    block,
    car_paint,
    chrome,
    dark_glass,
    lamp,
    profile_body,
)
from engine.world.assets.shapes import (
    Vector,
    ellipsoid,
    placed,
    transformed,
)
from engine.world.assets.solids import hull_of
from engine.world.assets.sweeps import (
    cylinder,
    lathe,
    rod,
    rounded_profile,
    sweep,
    torus,
)
from engine.world.model import Color, Surface

_FLAT: Vector = (-90, 0, 0)


def _carriage(
    thing: Assembly, look: Look, color: Color, length: float, z: float, wheels: int
) -> None:
    paint = car_paint(look, color)
    thing.body(
        profile_body(
            [
                (z - length / 2, 0.75),
                (z + length / 2, 0.75),
                (z + length / 2, 3.1),
                (z + length / 2 - 0.3, 3.45),
                (z - length / 2 + 0.3, 3.45),
                (z - length / 2, 3.1),
            ],
            2.6,
            0.16,
        ),
        paint,
    )
    count = int(length / 1.15)
    for x in (-1.0, 1.0):
        for number in range(count):
            at = z - length / 2 + (number + 0.5) * length / count
            thing.add(block((0.04, 0.95, 0.85), 0.06), dark_glass(look), (x * 1.295, 1.75, at))
        thing.add(
            block((0.03, 0.14, length - 0.3), 0.01),
            look.trim("plastic", COLOURS["cream"]),
            (x * 1.3, 1.4, z),
        )
    for number in range(wheels):
        at = z + (length - 2.0) * (number / (wheels - 1) - 0.5)
        for x in (-1.0, 1.0):
            rail_wheel(thing, look, f"wheel {z:g} {number} {x:g}", 0.4, (x * 0.78, 0.4, at))


def rail_wheel(thing: Assembly, look: Look, name: str, radius: float, at: Vector) -> None:
    """An iron wheel with a flange and spokes."""
    iron = look.trim("metal", linear("4a4f54"), metallic=0.0, pattern="plain", roughness=0.4)
    x, y, z = at
    with thing.hinge(name, "wheel", at, (1, 0, 0)):
        rim = [
            (radius * 0.82, -0.06),
            (radius, -0.06),
            (radius, 0.05),
            (radius * 0.82, 0.05),
            (radius * 0.82, -0.06),
        ]
        thing.add(lathe(rim, 26), iron, at, (0, 0, 90))
        thing.add(
            cylinder(radius * 0.2, 0.12, 0.01, 14), chrome(look), (x + 0.06, y, z), (0, 0, 90)
        )
        for a in np.arange(8) * 45.0:
            thing.add(
                transformed(
                    block((0.05, radius * 1.7, 0.05), 0),
                    placed(at, (a, 0, 0)) @ placed((0, -radius * 0.85, 0)),
                ),
                iron,
            )
        thing.post(radius, 0.12, (x + 0.06, y, z), (0, 0, 90))


def _boiler(train: Assembly, green: Surface, dark: Surface, brass: Surface) -> None:
    """The boiler with its bands, chimney and dome."""
    train.body(transformed(cylinder(0.85, 4.6, 0.05, 32), placed((0, 2.1, 2.2), (90, 0, 0))), green)
    train.body(transformed(cylinder(0.92, 0.8, 0.06, 32), placed((0, 2.1, 6.7), (90, 0, 0))), dark)
    for z in (3.2, 4.5, 5.8):
        train.add(transformed(torus(0.86, 0.035, 32, 8), placed((0, 2.1, z), (90, 0, 0))), brass)
    train.add(
        lathe(
            rounded_profile(
                [(0, 0), (0.24, 0), (0.22, 0.7), (0.36, 0.95), (0.36, 1.05), (0, 1.05)], 0.04
            ),
            24,
        ),
        dark,
        (0, 2.9, 6.9),
    )
    train.add(
        lathe(rounded_profile([(0, 0), (0.34, 0), (0.34, 0.3), (0.2, 0.5), (0, 0.55)], 0.1, 4), 24),
        brass,
        (0, 2.85, 4.9),
    )


def _running_gear(train: Assembly, look: Look, dark: Surface) -> None:
    """Wheels, rods and cylinders of both sides, and the windows of the cab."""
    for x in (-1.0, 1.0):
        train.add(block((0.05, 0.8, 0.9), 0.06), dark_glass(look), (x * 1.09, 2.25, 1.3))
        for number, (z, r) in enumerate(
            ((6.6, 0.42), (5.2, 0.68), (3.6, 0.68), (2.0, 0.68), (-0.6, 0.5))
        ):
            rail_wheel(train, look, f"locomotive wheel {number} {x:g}", r, (x * 0.85, r, z))
        train.add(block((0.06, 0.1, 3.5), 0.02), chrome(look), (x * 0.97, 0.66, 3.6))
        train.add(
            transformed(cylinder(0.26, 0.9, 0.03, 20), placed((x * 0.95, 0.85, 6.0), (90, 0, 0))),
            dark,
        )


def _train(look: Look, _rng: np.random.Generator) -> Assembly:
    train = Assembly("metal", 60000.0)
    green, dark = car_paint(look, linear("1f5a3c")), black(look)
    brass, red = (
        look.trim("metal", COLOURS["brass"], pattern="plain"),
        look.trim("metal", linear("a8261f"), metallic=0.0, pattern="plain"),
    )
    _boiler(train, green, dark, brass)
    train.body(block((2.1, 0.25, 9.2), 0.04), dark, (0, 0.95, 3.1))
    train.body(block((2.2, 2.1, 1.9), 0.08), green, (0, 1.2, 1.25))
    train.add(block((2.5, 0.12, 2.3), 0.06), dark, (0, 3.28, 1.25))
    _running_gear(train, look, dark)
    train.body(block((2.1, 1.3, 1.7), 0.06), green, (0, 1.2, -0.75))
    train.add(
        transformed(ellipsoid((1.8, 0.5, 1.5), 20), placed((0, 2.5, -0.75))),
        look.trim("stone", COLOURS["black"]),
    )
    train.add(ellipsoid((0.42, 0.42, 0.2), 20), lamp(look, "ffe9b0", 1.4), (0, 2.35, 7.55))
    train.body(
        hull_of(
            [
                (s * w, y, z)
                for s in (-1, 1)
                for w, y, z in ((1.0, 1.0, 7.4), (1.0, 0.2, 7.5), (0.5, 0.2, 8.3), (0.5, 0.5, 8.0))
            ]
        ),
        red,
    )
    _carriage(train, look, linear("8e2a25"), 7.6, -6.0, 3)
    train.box((0.4, 0.3, 0.8), (0, 0.8, -1.9))
    train.add(block((0.3, 0.2, 0.8), 0.04), dark, (0, 0.95, -1.9))
    return train


def _tram(look: Look, _rng: np.random.Generator) -> Assembly:
    tram = Assembly("metal", 22000.0)
    _carriage(tram, look, linear("c03a2c"), 9.5, 0.0, 4)
    tram.add(block((2.3, 0.5, 8.6), 0.1), look.trim("plastic", COLOURS["cream"]), (0, 3.1, 0))
    for s in (-1.0, 1.0):
        tram.add(block((2.1, 1.2, 0.06), 0.08), dark_glass(look), (0, 1.7, s * 4.75))
        tram.add(
            ellipsoid((0.3, 0.3, 0.12), 18),
            lamp(look, "fff3d6" if s > 0 else "b01f1c", 0.9),
            (0, 1.25, s * 4.78),
        )
        tram.add(block((2.3, 0.2, 0.2), 0.05), black(look), (0, 0.8, s * 4.78))
    tram.add(block((1.4, 0.3, 0.06), 0.04), lamp(look, "ffb03a", 0.9), (0, 2.95, 4.74))
    for s in (-1.0, 1.0):
        tram.add(rod((s * 0.4, 3.55, -0.5), (s * 0.3, 4.2, 0.4), 0.04), black(look))
        tram.add(rod((s * 0.3, 4.2, 0.4), (s * 0.4, 4.8, -0.4), 0.03), black(look))
    tram.add(rod((-0.8, 4.8, -0.4), (0.8, 4.8, -0.4), 0.04), black(look))
    tram.add(block((1.2, 0.15, 1.6), 0.05), black(look), (0, 3.5, -0.2))
    return tram


def _cart(look: Look, _rng: np.random.Generator) -> Assembly:
    cart = Assembly("wood", 90.0)
    wood, dark = (
        look.paint("wood", linear("9a6a3a"), pattern="planks", pattern_scale_m=0.15),
        look.trim("wood", linear("5f3d20")),
    )
    boards: tuple[tuple[Vector, Vector], ...] = (
        ((1.2, 0.06, 1.9), (0, 0.72, 0)),
        ((0.06, 0.42, 1.9), (0.6, 0.74, 0)),
        ((0.06, 0.42, 1.9), (-0.6, 0.74, 0)),
        ((1.2, 0.42, 0.06), (0, 0.74, -0.92)),
        ((1.2, 0.42, 0.06), (0, 0.74, 0.92)),
    )
    for size, at in boards:
        cart.add(block(size, 0.012), wood, at)
        cart.box(size, at)
    for x in (-1.0, 1.0):
        cart.add(rod((x * 0.5, 0.7, 0.7), (x * 0.42, 0.5, 2.7), 0.045, 0.035), dark)
        cart.pill((x * 0.5, 0.7, 0.9), (x * 0.42, 0.5, 2.65), 0.03)
        at = (x * 0.76, 0.58, -0.1)
        with cart.hinge("left wheel" if x > 0 else "right wheel", "wheel", at, (1, 0, 0)):
            cart.add(torus(0.53, 0.05, 32, 8), dark, at, (0, 0, 90))
            cart.add(cylinder(0.1, 0.2, 0.02, 16), dark, (at[0] + 0.1, at[1], at[2]), (0, 0, 90))
            for a in np.arange(10) * np.pi / 5:
                cart.add(
                    rod(at, (at[0], at[1] + 0.52 * math.sin(a), at[2] + 0.52 * math.cos(a)), 0.025),
                    dark,
                )
            cart.post(0.58, 0.1, (at[0] + 0.05, at[1], at[2]), (0, 0, 90))
    cart.add(rod((-0.76, 0.58, -0.1), (0.76, 0.58, -0.1), 0.05), dark)
    return cart


def _sled(look: Look, _rng: np.random.Generator) -> Assembly:
    sled = Assembly("wood", 6.0)
    wood, red = (
        look.paint("wood", linear("c08d55")),
        look.trim("metal", linear("c8302a"), metallic=0.0, pattern="plain"),
    )
    for x in (-0.2, 0.2):
        line = rounded_profile(
            [(-0.55, 0.02), (0.5, 0.02), (0.72, 0.12), (0.72, 0.28), (0.55, 0.32)], 0.12, 5
        )
        sled.add(
            sweep(np.column_stack([np.full(len(line), x), line[:, 1], line[:, 0]]), 0.02, 10), red
        )
        sled.box((0.04, 0.04, 1.05), (x, 0, -0.03))
        for z in (-0.4, 0.05, 0.45):
            sled.add(rod((x, 0.02, z), (x, 0.22, z), 0.016), red)
    for x in (-0.18, -0.06, 0.06, 0.18):
        sled.add(block((0.09, 0.022, 1.15), 0.008), wood, (x, 0.22, -0.02))
    sled.box((0.45, 0.024, 1.15), (0, 0.22, -0.02))
    for z in (-0.4, 0.05, 0.45):
        sled.add(block((0.46, 0.025, 0.06), 0.008), wood, (0, 0.196, z))
    sled.add(
        sweep(
            [
                (-0.2, 0.3, 0.66),
                (-0.1, 0.33, 0.95),
                (0, 0.32, 1.05),
                (0.1, 0.33, 0.95),
                (0.2, 0.3, 0.66),
            ],
            0.009,
            8,
        ),
        look.trim("fabric", linear("e0cfa8")),
    )
    return sled


def _toy_train(look: Look, _rng: np.random.Generator) -> Assembly:
    toy = Assembly("wood", 0.9)
    colors = {
        name: look.trim("wood", linear(c), pattern="plain", roughness=0.3)
        for name, c in (("blue", "2f6fb8"), ("yellow", "edbd2e"), ("green", "3f9a4a"))
    }
    red = look.paint("wood", linear("d0342a"), pattern="plain", roughness=0.3)
    toy.body(block((0.07, 0.025, 0.17), 0.006), colors["blue"], (0, 0.02, 0.18))
    toy.body(
        transformed(cylinder(0.03, 0.1, 0.006, 24), placed((0, 0.072, 0.155), (90, 0, 0))), red
    )
    toy.body(block((0.066, 0.085, 0.06), 0.008), colors["yellow"], (0, 0.045, 0.13))
    toy.add(block((0.078, 0.012, 0.075), 0.005), red, (0, 0.13, 0.13))
    toy.add(cylinder(0.009, 0.035, 0.002, 16, 0.014), colors["green"], (0, 0.1, 0.225))
    for z, name in ((0.01, "green"), (-0.16, "yellow")):
        toy.body(block((0.07, 0.025, 0.14), 0.006), colors["blue"], (0, 0.02, z))
        toy.body(block((0.064, 0.05, 0.13), 0.008), colors[name], (0, 0.045, z))
    for x in (-1.0, 1.0):
        for number, z in enumerate((0.235, 0.13, 0.05, -0.03, -0.12, -0.2)):
            name = f"wheel {number} {'left' if x > 0 else 'right'}"
            with toy.hinge(name, "wheel", (x * 0.04, 0.018, z), (1, 0, 0)):
                toy.add(
                    cylinder(0.018, 0.012, 0.003, 20), red, (x * 0.04 + 0.006, 0.018, z), (0, 0, 90)
                )
    for z in (0.0875, -0.075):
        toy.add(
            rod((0, 0.03, z - 0.02), (0, 0.03, z + 0.02), 0.005),
            look.trim("metal", pattern="plain"),
        )
    toy.box((0.08, 0.02, 0.44), (0, 0.0, 0.015))
    return toy


RAILS = things(
    {
        "train": Thing(_train, NATURAL),
        "tram": Thing(_tram, NATURAL),
        "cart": Thing(_cart, NATURAL),
        "sled": Thing(_sled, NATURAL),
        "toy train": Thing(_toy_train, NATURAL),
    }
)
