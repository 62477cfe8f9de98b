"""What drives on roads: cars, vans, buses, lorries; every wheel turns on its axle."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.world.assets.assembly import NATURAL, Assembly, Maker, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.shapes import Vector, ellipsoid, placed, rounded_box, transformed
from engine.world.assets.solids import cut, hull_of
from engine.world.assets.sweeps import cylinder, extrude, lathe, rod, sweep, torus
from engine.world.model import Color, Mesh, Surface

Outline = Sequence[tuple[float, float]]


def block(size: Vector, radius: float = 0.01, steps: int = 1) -> Mesh:
    """A rounded box of few triangles: machines are made of many."""
    return rounded_box(size, radius, steps)


def car_paint(look: Look, color: Color) -> Surface:
    """Glossy lacquer in the thing's colour."""
    return look.paint("metal", color, metallic=0.0, pattern="plain", roughness=0.18)


def dark_glass(look: Look) -> Surface:
    """Windows that one does not look through."""
    return look.trim("glass", linear("1b242c"), opacity=1.0, roughness=0.05)


def black(look: Look) -> Surface:
    """Bumpers, sills and grilles."""
    return look.trim("plastic", linear("22252a"), roughness=0.6)


def chrome(look: Look) -> Surface:
    """Bare fittings."""
    return look.trim("metal", linear("d2d6da"), pattern="plain", roughness=0.15)


def lamp(look: Look, color: str, strength: float) -> Surface:
    """A lens that glows in this colour."""
    return look.trim("glass", linear(color), opacity=1.0, emission=strength)


def wheel(thing: Assembly, look: Look, name: str, radius: float, width: float, at: Vector) -> None:
    """A tyre with its rim, turning about x round ``at``."""
    x, y, z = at
    with thing.hinge(name, "wheel", at, (1, 0, 0)):
        half = width / 2
        tyre = [
            (radius * 0.62, -half * 0.9),
            (radius * 0.9, -half),
            (radius, -half * 0.7),
            (radius, half * 0.7),
            (radius * 0.9, half),
            (radius * 0.62, half * 0.9),
            (radius * 0.62, -half * 0.9),
        ]
        thing.add(lathe(tyre, 26, 50), look.trim("rubber"), at, (0, 0, 90))
        disc = [
            (0, -half * 0.7),
            (radius * 0.6, -half * 0.82),
            (radius * 0.63, 0),
            (radius * 0.6, half * 0.82),
            (radius * 0.5, half * 0.6),
            (radius * 0.2, half * 0.62),
            (radius * 0.14, half * 0.8),
            (0, half * 0.8),
        ]
        side = -90.0 if x > 0 else 90.0
        thing.add(lathe(disc, 20), chrome(look), at, (0, 0, side))
        for a in np.arange(5) * 72.0:
            spoke = block((radius * 0.11, radius * 0.46, half * 0.24), 0.0)
            turn = (
                placed((x, y, z), (0, 90 if x > 0 else -90, 0))
                @ placed((0, 0, half * 0.62), (0, 0, a))
                @ placed((0, radius * 0.1, 0))
            )
            thing.add(transformed(spoke, turn), black(look))
        thing.post(radius, width, (x + half, y, z), (0, 0, 90))


def profile_body(
    side: Outline, width: float, bevel: float, arches: Sequence[tuple[float, float, float]] = ()
) -> Mesh:
    """A side view (z forward, y up) given width, wheel arches (z, y, radius) cut out."""
    plate = transformed(extrude(side, width, bevel), placed((0, 0, 0), (0, -90, 0)))
    tools = [
        transformed(
            cylinder(radius, 0.5, 0, 32), placed((s * (width / 2 + 0.2) + 0.25, y, z), (0, 0, 90))
        )
        for z, y, radius in arches
        for s in (-1.0, 1.0)
    ]
    return cut(plate, *tools, crease_deg=32) if tools else plate


def _cabin(low: tuple[float, float, float, float], high: tuple[float, float, float, float]) -> Mesh:
    """A tapering block between two levels, each (y, half width, rear z, front z)."""
    return hull_of(
        [(s * w, y, z) for y, w, a, b in (low, high) for s in (-1, 1) for z in (a, b)], 25
    )


def _car_sides(car: Assembly, look: Look, paint: Surface) -> None:
    """Pillars, mirror, lamps, handles and sill of both sides."""
    for x in (-1.0, 1.0):
        for a, b in (
            ((0.8, 0.87, 1.06), (0.62, 1.37, 0.1)),
            ((0.81, 0.88, -0.42), (0.63, 1.37, -0.42)),
            ((0.79, 0.9, -1.72), (0.62, 1.37, -1.0)),
        ):
            car.add(rod((x * a[0], a[1], a[2]), (x * b[0], b[1], b[2]), 0.042, 0.034), paint)
        car.add(ellipsoid((0.2, 0.13, 0.1), 16), paint, (x * 0.97, 0.97, 0.72))
        car.add(
            transformed(
                ellipsoid((0.36, 0.15, 0.16), 20),
                placed((x * 0.62, 0.63, 2.04), (0, 14 * x, 0)),
            ),
            lamp(look, "fff3d6", 0.9),
        )
        car.add(
            block((0.34, 0.13, 0.06), 0.03), lamp(look, "b01f1c", 0.35), (x * 0.66, 0.68, -2.09)
        )
        for z in (0.42, -0.6):
            car.add(block((0.02, 0.025, 0.17), 0.008), chrome(look), (x * 0.885, 0.8, z - 0.28))
            car.add(block((0.006, 0.48, 0.012), 0.002, 1), black(look), (x * 0.881, 0.38, z + 0.38))
        car.add(block((0.05, 0.1, 1.75), 0.02), black(look), (x * 0.86, 0.27, 0))


def _bumpers(car: Assembly, look: Look) -> None:
    """Bumpers, grille and number plates."""
    car.add(block((1.7, 0.16, 0.1), 0.05), black(look), (0, 0.3, 2.08))
    car.add(block((0.8, 0.12, 0.04), 0.02), black(look), (0, 0.54, 2.1))
    car.add(block((1.7, 0.18, 0.1), 0.05), black(look), (0, 0.3, -2.08))
    for z in (2.125, -2.135):
        car.add(
            block((0.48, 0.1, 0.02), 0.005),
            look.trim("plastic", COLOURS["white"]),
            (0, 0.38, z),
        )


def _car(color: Color, kind: str) -> Maker:
    def make(look: Look, _rng: np.random.Generator) -> Assembly:
        car = Assembly("metal", 1350.0)
        paint = car_paint(look, color)
        side = [
            (-2.1, 0.32),
            (2.02, 0.3),
            (2.12, 0.42),
            (2.1, 0.62),
            (1.95, 0.74),
            (0.85, 0.88),
            (-1.25, 0.93),
            (-2.02, 0.9),
            (-2.12, 0.7),
        ]
        car.add(profile_body(side, 1.76, 0.07, ((1.32, 0.33, 0.39), (-1.3, 0.33, 0.39))), paint)
        car.body(_cabin((0.86, 0.8, -1.75, 1.05), (1.36, 0.62, -1.0, 0.1)), dark_glass(look))
        car.add(transformed(block((1.26, 0.06, 1.16), 0.03), placed((0, 1.35, -0.45))), paint)
        _car_sides(car, look, paint)
        _bumpers(car, look)
        for name, x, z in (
            ("left", 0.8, 1.32),
            ("right", -0.8, 1.32),
            ("rear left", 0.8, -1.3),
            ("rear right", -0.8, -1.3),
        ):
            wheel(car, look, f"{name} wheel", 0.33, 0.2, (x, 0.33, z))
        car.hull([(s * 0.86, y, z) for s in (-1, 1) for z, y in side if y > 0.25])
        _on_the_roof(car, look, kind)
        return car

    return make


def _on_the_roof(car: Assembly, look: Look, kind: str) -> None:
    if kind == "taxi":
        car.add(block((0.46, 0.16, 0.16), 0.04), lamp(look, "fff0c0", 0.9), (0, 1.4, -0.4))
        check = look.trim(
            "plastic",
            COLOURS["black"],
            pattern="checker",
            color2=COLOURS["white"],
            pattern_scale_m=0.12,
        )
        for x in (-1.0, 1.0):
            car.add(block((0.008, 0.12, 2.1), 0.003, 1), check, (x * 0.882, 0.56, 0))
    if kind == "police car":
        car.add(block((0.9, 0.05, 0.2), 0.02), black(look), (0, 1.4, -0.4))
        for x, color in ((-0.26, "2f62d8"), (0.26, "d8322e")):
            car.add(block((0.36, 0.1, 0.18), 0.04), lamp(look, color, 1.2), (x, 1.44, -0.4))
        for x in (-1.0, 1.0):
            car.add(
                block((0.012, 0.36, 1.5), 0.003, 1),
                look.trim("metal", linear("1d2a4d"), metallic=0.0, pattern="plain"),
                (x * 0.879, 0.4, -0.1),
            )


def _four_wheels(
    thing: Assembly, look: Look, radius: float, width: float, half: float, axles: Sequence[float]
) -> None:
    for number, z in enumerate(axles):
        for side, name in ((1.0, "left"), (-1.0, "right")):
            wheel(
                thing, look, f"{name} wheel {number + 1}", radius, width, (side * half, radius, z)
            )


def _face(thing: Assembly, look: Look, width: float, y: float, front: float, back: float) -> None:
    """Lamps and bumpers."""
    for x in (-1.0, 1.0):
        at = x * (width / 2 - 0.24)
        thing.add(block((0.3, 0.2, 0.08), 0.05), lamp(look, "fff3d6", 0.9), (at, y, front - 0.02))
        thing.add(block((0.16, 0.3, 0.06), 0.03), lamp(look, "b01f1c", 0.35), (at, y, back + 0.01))
    thing.add(block((width - 0.04, 0.2, 0.16), 0.05), black(look), (0, 0.34, front - 0.02))
    thing.add(block((width - 0.04, 0.2, 0.16), 0.05), black(look), (0, 0.34, back + 0.02))


def _bus(look: Look, _rng: np.random.Generator) -> Assembly:
    bus = Assembly("metal", 9500.0)
    paint, glass = car_paint(look, linear("c2382f")), dark_glass(look)
    side = [
        (-4.7, 0.34),
        (4.66, 0.34),
        (4.72, 0.9),
        (4.62, 2.9),
        (4.4, 3.02),
        (-4.6, 3.02),
        (-4.7, 2.9),
    ]
    bus.add(profile_body(side, 2.4, 0.14, ((2.9, 0.48, 0.58), (-2.8, 0.48, 0.58))), paint)
    bus.hull([(s * 1.2, y, z) for s in (-1, 1) for z, y in side])
    for x in (-1.0, 1.0):
        for number in range(7):
            bus.add(block((0.04, 0.95, 1.1), 0.05), glass, (x * 1.19, 1.55, 3.35 - 1.18 * number))
        bus.add(
            block((0.03, 0.14, 9.0), 0.01),
            look.trim("plastic", COLOURS["cream"]),
            (x * 1.195, 1.28, 0),
        )
        bus.add(rod((x * 1.2, 2.5, 4.6), (x * 1.36, 2.35, 4.8), 0.02), black(look))
        bus.add(block((0.1, 0.36, 0.2), 0.04), black(look), (x * 1.38, 2.0, 4.8))
    bus.add(block((0.05, 2.1, 0.95), 0.04), glass, (1.19, 0.5, 4.05))
    bus.add(block((0.06, 2.1, 0.04), 0.01), paint, (1.195, 0.5, 4.05))
    bus.add(block((2.14, 1.3, 0.06), 0.06), glass, (0, 1.26, 4.715), (-3, 0, 0))
    bus.add(block((1.7, 0.3, 0.06), 0.03), lamp(look, "ffb03a", 0.8), (0, 2.6, 4.66), (-3, 0, 0))
    bus.add(block((2.0, 0.9, 0.06), 0.05), glass, (0, 1.7, -4.68))
    _face(bus, look, 2.4, 0.7, 4.72, -4.72)
    _four_wheels(bus, look, 0.48, 0.3, 1.04, (2.9, -2.8))
    return bus


def _van_body(look: Look, color: Color, mass: float) -> tuple[Assembly, Surface]:
    van = Assembly("metal", mass)
    paint, glass = car_paint(look, color), dark_glass(look)
    side = [
        (-2.45, 0.32),
        (2.4, 0.32),
        (2.48, 0.5),
        (2.42, 1.0),
        (2.1, 1.14),
        (1.35, 2.05),
        (1.1, 2.16),
        (-2.3, 2.16),
        (-2.45, 2.0),
    ]
    van.add(profile_body(side, 1.9, 0.09, ((1.55, 0.36, 0.43), (-1.5, 0.36, 0.43))), paint)
    van.hull([(s * 0.95, y, z) for s in (-1, 1) for z, y in side])
    van.add(
        transformed(
            block((1.62, 0.05, 1.02), 0.02),
            placed((0, 1.6, 1.715), (50.5, 0, 0)) @ placed((0, -0.02, 0)),
        ),
        glass,
    )
    for x in (-1.0, 1.0):
        door = [(1.0, 1.2), (1.86, 1.2), (1.3, 1.88), (1.0, 1.92)]
        van.add(
            transformed(extrude(door, 0.03, 0.01), placed((x * 0.945, 0, 0), (0, -90, 0))), glass
        )
        van.add(block((0.006, 1.45, 0.02), 0.002, 1), black(look), (x * 0.952, 0.45, 0.86))
        van.add(block((0.03, 0.04, 0.2), 0.01), black(look), (x * 0.955, 1.05, 1.0))
        van.add(block((0.2, 0.26, 0.1), 0.04), black(look), (x * 1.04, 1.15, 1.7))
    _face(van, look, 1.9, 0.78, 2.46, -2.46)
    van.add(block((1.1, 0.2, 0.05), 0.03), black(look), (0, 0.62, 2.45))
    _four_wheels(van, look, 0.36, 0.22, 0.85, (1.55, -1.5))
    return van, paint


def _van(look: Look, _rng: np.random.Generator) -> Assembly:
    van, _ = _van_body(look, linear("dfe2e4"), 2000.0)
    for x in (-1.0, 1.0):
        van.add(block((0.04, 0.6, 1.2), 0.05), dark_glass(look), (x * 0.94, 1.25, 0.1))
    return van


def _ambulance(look: Look, _rng: np.random.Generator) -> Assembly:
    van, _ = _van_body(look, linear("f2f3f0"), 3100.0)
    red = look.trim("plastic", linear("d0302a"), roughness=0.3)
    for x in (-1.0, 1.0):
        van.add(block((0.012, 0.16, 4.5), 0.004, 1), red, (x * 0.95, 0.86, -0.1))
        for size in ((0.014, 0.56, 0.18), (0.014, 0.18, 0.56)):
            van.add(block(size, 0.004, 1), red, (x * 0.951, 1.58 - size[1] / 2, -0.7))
    van.add(block((1.5, 0.06, 0.3), 0.02), black(look), (0, 2.15, 0.9))
    for x in (-0.5, 0.0, 0.5):
        van.add(
            block((0.42, 0.14, 0.24), 0.05),
            lamp(look, "2f62e8" if x else "e8eef8", 1.3),
            (x, 2.2, 0.9),
        )
    van.add(block((1.4, 0.1, 0.2), 0.04), lamp(look, "2f62e8", 1.0), (0, 2.15, -2.1))
    return van


def _lorry_cab(thing: Assembly, look: Look, paint: Surface, z: float, height: float = 2.5) -> None:
    side = [
        (z - 0.85, 0.55),
        (z + 0.85, 0.5),
        (z + 0.9, 1.3),
        (z + 0.66, height),
        (z - 0.85, height + 0.05),
    ]
    thing.body(profile_body(side, 2.3, 0.1), paint)
    lean = float(np.degrees(np.arctan2(0.24, height - 1.3)))
    thing.add(
        transformed(
            block((2.0, height - 1.6, 0.06), 0.05), placed((0, 1.4, z + 0.875), (-lean, 0, 0))
        ),
        dark_glass(look),
    )
    for x in (-1.0, 1.0):
        thing.add(
            block((0.04, height - 1.65, 0.9), 0.05), dark_glass(look), (x * 1.14, 1.4, z + 0.05)
        )
        thing.add(block((0.1, 0.5, 0.2), 0.04), black(look), (x * 1.32, 1.6, z + 0.8))
        thing.add(rod((x * 1.1, 2.0, z + 0.75), (x * 1.32, 2.0, z + 0.8), 0.025), black(look))
    thing.add(block((1.4, 0.5, 0.06), 0.03), black(look), (0, 0.75, z + 0.86))
    for y in (0.86, 1.0, 1.14):
        thing.add(block((1.3, 0.04, 0.04), 0.01), chrome(look), (0, y, z + 0.9))
    for x in (-1.0, 1.0):
        thing.add(
            block((0.34, 0.22, 0.08), 0.05), lamp(look, "fff3d6", 0.9), (x * 0.9, 0.62, z + 0.85)
        )
    thing.add(block((2.3, 0.26, 0.2), 0.06), black(look), (0, 0.34, z + 0.82))


def _truck(look: Look, _rng: np.random.Generator) -> Assembly:
    truck = Assembly("metal", 7500.0)
    paint = car_paint(look, linear("2f62a8"))
    _lorry_cab(truck, look, paint, 2.7)
    truck.body(block((0.9, 0.25, 6.4), 0.04), black(look), (0, 0.6, 0.2))
    truck.body(
        block((2.4, 2.3, 5.0), 0.05),
        look.trim("metal", linear("e5e6e2"), metallic=0.0, pattern="plain"),
        (0, 0.9, -0.95),
    )
    for z in np.linspace(-3.2, 1.3, 8):
        truck.add(
            block((2.44, 2.2, 0.05), 0.012, 1),
            look.trim("metal", linear("cfd2d0"), metallic=0.0, pattern="plain"),
            (0, 0.95, float(z)),
        )
    for x in (-0.9, 0.9):
        truck.add(block((0.2, 0.18, 0.06), 0.03), lamp(look, "b01f1c", 0.4), (x, 0.7, -3.44))
    _four_wheels(truck, look, 0.48, 0.32, 1.0, (2.6, -1.6, -2.7))
    return truck


def _fire_engine(look: Look, _rng: np.random.Generator) -> Assembly:
    engine = Assembly("metal", 12000.0)
    red, white = (
        car_paint(look, linear("c5221d")),
        look.trim("plastic", COLOURS["white"], roughness=0.3),
    )
    _lorry_cab(engine, look, red, 2.8, 2.6)
    engine.body(block((2.4, 2.1, 5.2), 0.06), red, (0, 0.55, -0.85))
    for x in (-1.0, 1.0):
        engine.add(block((0.02, 0.16, 5.1), 0.006, 1), white, (x * 1.2, 0.98, -0.85))
        for z in (0.9, -0.75, -2.45):
            engine.add(
                block((0.03, 1.2, 1.4), 0.03),
                look.trim(
                    "metal", linear("b8bdc1"), metallic=0.0, pattern="stripes", pattern_scale_m=0.1
                ),
                (x * 1.195, 1.25, z),
            )
    for x in (-0.25, 0.25):
        engine.add(block((0.06, 0.12, 6.2), 0.015), chrome(look), (x, 2.82, -0.2), (-2, 0, 0))
    for z in np.linspace(-3.1, 2.7, 20):
        engine.add(
            rod(
                (-0.25, 2.87 + 0.035 * float(z), float(z)),
                (0.25, 2.87 + 0.035 * float(z), float(z)),
                0.02,
            ),
            chrome(look),
        )
    engine.add(block((0.7, 0.2, 0.7), 0.06), black(look), (0, 2.63, -2.6))
    for x in (-0.75, 0.75):
        engine.add(block((0.55, 0.2, 0.3), 0.06), lamp(look, "2f62e8", 1.3), (x, 2.62, 2.9))
    _four_wheels(engine, look, 0.5, 0.34, 1.02, (2.7, -2.0))
    return engine


def _tractor(look: Look, _rng: np.random.Generator) -> Assembly:
    tractor = Assembly("metal", 3600.0)
    paint = car_paint(look, linear("3d8b3a"))
    tractor.body(block((0.78, 0.72, 1.75), 0.12, 3), paint, (0, 0.75, 0.95))
    tractor.body(block((0.6, 0.4, 3.0), 0.06), black(look), (0, 0.55, 0.1))
    tractor.add(block((0.6, 0.5, 0.06), 0.05), black(look), (0, 0.85, 1.81))
    for x in (-1.0, 1.0):
        tractor.add(
            ellipsoid((0.16, 0.16, 0.08), 16), lamp(look, "fff3d6", 0.9), (x * 0.22, 1.3, 1.82)
        )
        arc = np.linspace(0.15, np.pi - 0.1, 14)
        fender = np.column_stack(
            [np.full(14, x * 0.78), 0.78 + 0.92 * np.sin(arc), -0.65 + 0.92 * np.cos(arc)]
        )
        tractor.add(transformed(sweep(fender, 0.05, 8), placed((x * 0.0, 0, 0))), paint)
        for a, b in (
            ((0.62, 1.2, 0.05), (0.55, 2.45, -0.05)),
            ((0.62, 1.5, -1.15), (0.55, 2.45, -1.1)),
        ):
            tractor.add(rod((x * a[0], a[1], a[2]), (x * b[0], b[1], b[2]), 0.04), black(look))
    tractor.add(_cabin((1.3, 0.6, -1.12, 0.02), (2.42, 0.53, -1.08, -0.06)), dark_glass(look))
    tractor.box((1.2, 1.2, 1.2), (0, 1.25, -0.55))
    tractor.add(block((1.25, 0.1, 1.3), 0.05), paint, (0, 2.42, -0.58))
    tractor.add(rod((0.28, 1.4, 1.2), (0.28, 2.3, 1.2), 0.045), chrome(look))
    for name, x in (("left", 1.0), ("right", -1.0)):
        wheel(tractor, look, f"rear {name} wheel", 0.8, 0.42, (x * 0.78, 0.8, -0.65))
        wheel(tractor, look, f"front {name} wheel", 0.45, 0.26, (x * 0.66, 0.45, 1.35))
        for r, w, z in ((0.8, 0.42, -0.65), (0.45, 0.26, 1.35)):
            for a in np.arange(18) * 20.0:
                lug = transformed(
                    block((w * 0.9, 0.05, 0.09), 0.0),
                    placed((x * (0.78 if z < 0 else 0.66), r, z), (a, 0, 0))
                    @ placed((0, r - 0.035, 0), (0, 12, 0)),
                )
                tractor.add(
                    lug, look.trim("rubber"), part=f"{'rear' if z < 0 else 'front'} {name} wheel"
                )
    return tractor


def _motorcycle_wheels(bike: Assembly, look: Look, steel: Surface) -> None:
    """Two wheels with spokes and discs."""
    for name, z in (("front wheel", 0.72), ("rear wheel", -0.68)):
        with bike.hinge(name, "wheel", (0, 0.32, z), (1, 0, 0)):
            bike.add(torus(0.255, 0.065, 36, 12), look.trim("rubber"), (0, 0.32, z), (0, 0, 90))
            bike.add(torus(0.2, 0.02, 32, 8), steel, (0, 0.32, z), (0, 0, 90))
            for a in np.arange(6) * np.pi / 3:
                bike.add(
                    rod(
                        (0, 0.32, z),
                        (0, 0.32 + 0.2 * float(np.sin(a)), z + 0.2 * float(np.cos(a))),
                        0.016,
                    ),
                    steel,
                )
            bike.add(cylinder(0.09, 0.02, 0.004, 24), steel, (0.06, 0.32, z), (0, 0, 90))
            bike.post(0.32, 0.12, (0.06, 0.32, z), (0, 0, 90))


def _fork(bike: Assembly, look: Look, steel: Surface, dark: Surface) -> None:
    """Fork, frame and handlebar."""
    for x in (-0.11, 0.11):
        bike.add(rod((x, 0.32, 0.72), (x * 0.85, 0.98, 0.46), 0.026), steel)
        bike.add(rod((x, 0.32, -0.68), (x, 0.5, -0.1), 0.025), dark)
        bike.add(rod((x, 0.66, -0.6), (x, 0.34, -0.66), 0.022), steel)
        bike.add(
            sweep([(x, 1.0, 0.44), (x * 2.4, 1.06, 0.4), (x * 3.3, 1.03, 0.26)], 0.014, 10), steel
        )
        bike.add(rod((x * 3.0, 1.035, 0.3), (x * 3.5, 1.025, 0.22), 0.02), look.trim("rubber"))


def _headlamp(bike: Assembly, look: Look, dark: Surface) -> None:
    """The lamp in its shell."""
    bike.add(
        transformed(cylinder(0.1, 0.12, 0.03, 28, 0.06), placed((0, 0.92, 0.62), (-90, 0, 0))), dark
    )
    bike.add(
        transformed(ellipsoid((0.19, 0.19, 0.05), 24), placed((0, 0.92, 0.62))),
        lamp(look, "fff3d6", 0.9),
    )


def _motorcycle(look: Look, _rng: np.random.Generator) -> Assembly:
    bike = Assembly("metal", 190.0)
    paint, steel, dark = car_paint(look, linear("b8281f")), chrome(look), black(look)
    _motorcycle_wheels(bike, look, steel)
    bike.body(
        transformed(ellipsoid((0.3, 0.26, 0.6), 28), placed((0, 0.82, 0.16), (-8, 0, 0))), paint
    )
    bike.body(
        transformed(block((0.26, 0.11, 0.72), 0.05, 3), placed((0, 0.72, -0.42), (6, 0, 0))),
        look.trim("leather", linear("1d1b1a")),
    )
    bike.add(
        transformed(ellipsoid((0.2, 0.14, 0.4), 20), placed((0, 0.7, -0.78), (14, 0, 0))), paint
    )
    bike.body(block((0.3, 0.34, 0.42), 0.06), dark, (0, 0.26, 0.05))
    for y in (0.42, 0.47, 0.52, 0.57):
        bike.add(block((0.34, 0.02, 0.26), 0.008, 1), steel, (0, y, 0.12))
    _fork(bike, look, steel, dark)
    bike.add(
        sweep(
            [(-0.14, 0.3, 0.25), (-0.17, 0.24, 0.0), (-0.17, 0.26, -0.4), (-0.17, 0.36, -0.85)],
            [0.03, 0.035, 0.045, 0.05],
            14,
        ),
        steel,
    )
    _headlamp(bike, look, dark)
    arc = np.linspace(0.3, 2.3, 10)
    bike.add(
        sweep(
            np.column_stack([0 * arc, 0.32 + 0.345 * np.sin(arc), 0.72 + 0.345 * np.cos(arc)]),
            0.04,
            10,
        ),
        paint,
    )
    bike.box((0.6, 0.06, 0.2), (0, 1.0, 0.35))
    return bike


def _scooter(look: Look, _rng: np.random.Generator) -> Assembly:
    scooter = Assembly("metal", 5.0)
    paint = car_paint(look, linear("2f9a8a"))
    for name, z in (("front wheel", 0.42), ("rear wheel", -0.38)):
        with scooter.hinge(name, "wheel", (0, 0.1, z), (1, 0, 0)):
            scooter.add(torus(0.075, 0.025, 28, 10), look.trim("rubber"), (0, 0.1, z), (0, 0, 90))
            scooter.add(cylinder(0.06, 0.03, 0.005, 20), chrome(look), (0.015, 0.1, z), (0, 0, 90))
            scooter.post(0.1, 0.05, (0.025, 0.1, z), (0, 0, 90))
    scooter.body(block((0.13, 0.03, 0.62), 0.012), paint, (0, 0.085, -0.04))
    scooter.add(block((0.11, 0.004, 0.46), 0.002, 1), black(look), (0, 0.115, -0.04))
    scooter.add(rod((0, 0.1, 0.26), (0, 0.24, 0.37), 0.02), paint)
    scooter.add(rod((0, 0.1, 0.42), (0, 0.98, 0.3), 0.018), chrome(look))
    scooter.add(rod((-0.22, 0.98, 0.3), (0.22, 0.98, 0.3), 0.013), chrome(look))
    for x in (-1.0, 1.0):
        scooter.add(rod((x * 0.12, 0.98, 0.3), (x * 0.24, 0.98, 0.3), 0.019), black(look))
        scooter.add(rod((x * 0.035, 0.1, 0.42), (x * 0.03, 0.24, 0.4), 0.012), chrome(look))
    scooter.pill((0, 0.2, 0.4), (0, 0.95, 0.3), 0.018)
    scooter.pill((-0.22, 0.98, 0.3), (0.22, 0.98, 0.3), 0.018)
    return scooter


ROAD_VEHICLES = things(
    {
        "car": Thing(_car(linear("b8322b"), "car"), NATURAL),
        "taxi": Thing(_car(linear("e6b22e"), "taxi"), NATURAL),
        "police car": Thing(_car(linear("e8eaec"), "police car"), NATURAL),
        "bus": Thing(_bus, NATURAL),
        "van": Thing(_van, NATURAL),
        "ambulance": Thing(_ambulance, NATURAL),
        "truck": Thing(_truck, NATURAL),
        "fire engine": Thing(_fire_engine, NATURAL),
        "tractor": Thing(_tractor, NATURAL),
        "motorcycle": Thing(_motorcycle, NATURAL),
        "scooter": Thing(_scooter, NATURAL),
    }
)
