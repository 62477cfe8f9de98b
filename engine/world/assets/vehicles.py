"""Vehicles, facing +Z."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import NATURAL, Assembly, Maker, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.shapes import ellipsoid, rounded_box
from engine.world.assets.sweeps import (
    cylinder,
    extrude,
    lathe,
    rod,
    rounded_profile,
    stack,
    sweep,
    torus,
)
from engine.world.model import Color, Mesh, Surface

_SIDEWAYS = (0.0, -90.0, 0.0)
_GLASS = linear("26323b")
_CAR_SIDE = [
    (-2.05, 0.26),
    (2.0, 0.26),
    (2.1, 0.34),
    (2.12, 0.56),
    (2.02, 0.74),
    (1.5, 0.83),
    (0.95, 0.9),
    (-1.2, 0.93),
    (-1.9, 0.9),
    (-2.08, 0.8),
    (-2.12, 0.4),
]


def tyre(radius: float, width: float) -> Mesh:
    """A tyre standing on y = -radius, its axle along x."""
    half = width / 2
    corners = [
        (radius * 0.66, -half),
        (radius * 0.96, -half),
        (radius, -half * 0.6),
        (radius, half * 0.6),
        (radius * 0.96, half),
        (radius * 0.66, half),
        (radius * 0.66, -half),
    ]
    return lathe(rounded_profile(corners, radius * 0.06, 2), 24)


def _wheel(
    thing: Assembly, look: Look, radius: float, width: float, at: tuple[float, float, float]
) -> None:
    axle = f"wheels at {at[2]:.2f}"  # those of one axle turn together
    thing.add(tyre(radius, width), look.trim("rubber"), at, (0, 0, 90), axle)
    side = 1.0 if at[0] > 0 else -1.0
    hub = [
        (0, 0),
        (radius * 0.67, 0),
        (radius * 0.67, width * 0.78),
        (radius * 0.6, width * 0.84),
        (radius * 0.54, width * 0.7),
        (radius * 0.2, width * 0.74),
        (radius * 0.14, width * 0.86),
        (0, width * 0.88),
    ]
    rim = look.trim("metal", COLOURS["silver"], pattern="plain")
    inside = (at[0] - side * width * 0.42, at[1], at[2])
    thing.add(lathe(hub, 24), rim, inside, (0, 0, -90 * side), axle)
    dark = look.trim("rubber")
    for number in range(5):
        a = 2 * np.pi * number / 5
        hole = (
            at[0] + side * width * 0.28,
            at[1] + radius * 0.37 * np.cos(a),
            at[2] + radius * 0.37 * np.sin(a),
        )
        thing.add(ellipsoid((width * 0.09, radius * 0.2, radius * 0.2), 10), dark, hole, part=axle)


def _arches(
    line: list[tuple[float, float]], wheels: tuple[float, float], radius: float, low: float
) -> list[tuple[float, float]]:
    """A side outline (front is +x, counter-clockwise from the rear foot) with two wheel arches."""
    below: list[tuple[float, float]] = []
    for middle in wheels:
        for a in np.linspace(np.pi, 0, 11):
            y = 0.34 + radius * float(np.sin(a))
            below.append((middle + radius * float(np.cos(a)), max(y, low)))
    return [line[0], *below, *line[1:]]


def _car_shape(color: Color, kind: str) -> Maker:
    def make(look: Look, _rng: np.random.Generator) -> Assembly:
        car = Assembly("metal", 1350.0)
        paint = look.paint("metal", color, metallic=0.0, roughness=0.22, pattern="plain")
        black = look.trim("plastic", COLOURS["black"])
        glass = look.trim("glass", _GLASS, opacity=1.0, roughness=0.08)
        outline = _arches(_CAR_SIDE, (-1.28, 1.3), 0.39, 0.26)
        car.add(extrude(outline, 1.74, 0.11), paint, (0, 0, 0), _SIDEWAYS)
        car.add(rounded_box((1.52, 0.3, 3.9), 0.05), black, (0, 0.2, 0))
        _cabin(car, paint, glass)
        for x in (-1.0, 1.0):
            _car_flank(car, look, x, paint, black)
        _bumpers(car, look, black)
        _roof_lights(car, look, kind)
        _car_colliders(car)
        return car

    return make


def _cabin(car: Assembly, paint: Surface, glass: Surface) -> None:
    cabin = [
        (0.86, 1.6, 2.75, 1.0),
        (0.96, 1.57, 2.68, 1.2),
        (1.32, 1.26, 1.72, 1.3),
        (1.36, 1.22, 1.6, 1.3),
    ]
    shift = [-0.28, -0.28, -0.42, -0.44]
    car.add(stack(cabin, 0.2, shift), glass)
    roof = [
        (1.31, 1.25, 1.7, 1.3),
        (1.36, 1.27, 1.72, 1.3),
        (1.41, 1.2, 1.62, 1.3),
        (1.435, 1.0, 1.4, 1.3),
    ]
    car.add(stack(roof, 0.2, [-0.42, -0.42, -0.43, -0.44]), paint)


def _car_flank(car: Assembly, look: Look, x: float, paint: Surface, black: Surface) -> None:
    """Pillars, mirror, lamps, handle, seams and wheels of one side; ``x`` is -1 or 1."""
    for low, high in (
        ((0.7, 0.92, 0.9), (0.56, 1.36, 0.3)),
        ((0.71, 0.92, -1.48), (0.56, 1.36, -1.1)),
        ((0.755, 0.92, -0.42), (0.61, 1.36, -0.42)),
    ):
        car.add(
            rod((x * low[0], low[1], low[2]), (x * high[0], high[1], high[2]), 0.05, 0.045),
            paint,
        )
    car.add(ellipsoid((0.12, 0.15, 0.2), 20), paint, (x * 0.92, 0.98, 0.62))
    lamp = look.trim("glass", (0.95, 0.93, 0.85), opacity=1.0, emission=0.5)
    car.add(ellipsoid((0.34, 0.15, 0.14), 24), lamp, (x * 0.6, 0.62, 2.03))
    tail = look.trim("glass", linear("9a1f1c"), opacity=1.0, emission=0.3)
    car.add(rounded_box((0.3, 0.14, 0.08), 0.03), tail, (x * 0.64, 0.66, -2.09))
    car.add(
        rounded_box((0.02, 0.024, 0.16), 0.008),
        look.trim("metal"),
        (x * 0.885, 0.76, -0.62),
    )
    car.add(rounded_box((0.006, 0.5, 0.012), 0.002), black, (x * 0.872, 0.38, 0.72))
    car.add(rounded_box((0.006, 0.5, 0.012), 0.002), black, (x * 0.872, 0.38, -0.42))
    for z in (1.3, -1.28):
        _wheel(car, look, 0.33, 0.22, (x * 0.77, 0.33, z))


def _bumpers(car: Assembly, look: Look, black: Surface) -> None:
    car.add(rounded_box((0.9, 0.14, 0.06), 0.02), black, (0, 0.4, 2.1))
    for z, depth in ((2.1, 0.14), (-2.1, 0.14)):
        car.add(
            rounded_box((1.6, 0.13, depth), 0.05),
            look.trim("plastic", COLOURS["charcoal"]),
            (0, 0.28, z),
        )


def _roof_lights(car: Assembly, look: Look, kind: str) -> None:
    if kind == "taxi":
        car.add(
            rounded_box((0.5, 0.14, 0.2), 0.03),
            look.trim("plastic", (0.9, 0.8, 0.5), emission=1.0),
            (0, 1.43, -0.4),
        )
    if kind == "police car":
        for x, light in ((-0.2, "blue"), (0.2, "red")):
            beam = look.trim("glass", COLOURS[light], opacity=1.0, emission=1.2)
            car.add(rounded_box((0.36, 0.11, 0.2), 0.03), beam, (x, 1.43, -0.4))


def _car_colliders(car: Assembly) -> None:
    car.box((1.72, 0.66, 4.2), (0, 0.26, 0))
    car.hull(
        [
            (x * w, y, z)
            for x in (-1, 1)
            for w, y, z in (
                (0.76, 0.9, 1.0),
                (0.76, 0.9, -1.6),
                (0.55, 1.42, 0.3),
                (0.55, 1.42, -1.15),
            )
        ]
    )
    for x in (-0.77, 0.77):
        for z in (1.3, -1.28):
            car.post(0.33, 0.2, (x + 0.1, 0.33, z), (0, 0, 90))


def _long_vehicle(length: float, height: float, color: Color, mass: float) -> Maker:
    """A bus or a van: one tall rounded body with a band of windows."""

    def make(look: Look, _rng: np.random.Generator) -> Assembly:
        bus = Assembly("metal", mass)
        width = 2.4 if length > 7 else 1.95
        half = length / 2
        paint = look.paint("metal", color, metallic=0.0, roughness=0.28, pattern="plain")
        layers = [
            (0.32, width - 0.08, length - 0.1, 1.0),
            (0.4, width, length, 1.0),
            (height - 0.28, width - 0.04, length - 0.04, 1.0),
            (height - 0.1, width - 0.14, length - 0.16, 1.0),
            (height, width - 0.5, length - 0.6, 1.0),
        ]
        bus.add(stack(layers, 0.22), paint)
        glass = look.trim("glass", _GLASS, opacity=1.0, roughness=0.08)
        low, tall = 1.15 if length > 7 else 1.0, 0.95 if length > 7 else 0.62
        count = max(2, round(length / 1.6))
        pitch = (length - 0.7) / count
        for number in range(count):
            z = (number + 0.5) * pitch - (length - 0.7) / 2
            bus.add(rounded_box((width + 0.012, tall, pitch - 0.13), 0.06), glass, (0, low, z))
        bus.add(
            rounded_box((width - 0.34, tall + 0.3, 0.1), 0.04), glass, (0, low - 0.12, half - 0.055)
        )
        bus.add(rounded_box((width - 0.5, tall * 0.8, 0.1), 0.04), glass, (0, low, -half + 0.045))
        stripe = look.trim("plastic", COLOURS["cream"])
        bus.add(rounded_box((width + 0.008, 0.1, length - 0.5), 0.004), stripe, (0, 0.86, 0))
        _bus_ends(bus, look, width, length)
        bus.add(
            rounded_box((width - 0.1, 0.16, 0.14), 0.04),
            look.trim("plastic", COLOURS["charcoal"]),
            (0, 0.34, half - 0.03),
        )
        bus.box((width, height - 0.32, length), (0, 0.32, 0))
        for z in (half * 0.62, -half * 0.58):
            bus.box((width - 0.1, 0.4, 0.6), (0, 0.0, z))
        return bus

    return make


def _bus_ends(bus: Assembly, look: Look, width: float, length: float) -> None:
    """Lamps and wheels."""
    half = length / 2
    lamp = look.trim("glass", (0.95, 0.93, 0.85), opacity=1.0, emission=0.5)
    tail = look.trim("glass", linear("9a1f1c"), opacity=1.0, emission=0.3)
    for x in (-1.0, 1.0):
        bus.add(ellipsoid((0.26, 0.2, 0.1), 20), lamp, (x * (width / 2 - 0.32), 0.66, half - 0.005))
        bus.add(
            rounded_box((0.14, 0.3, 0.06), 0.02),
            tail,
            (x * (width / 2 - 0.3), 0.6, -half + 0.005),
        )
        for z in (half * 0.62, -half * 0.58):
            _wheel(
                bus,
                look,
                0.44 if length > 7 else 0.36,
                0.26,
                (x * (width / 2 - 0.12), 0.44 if length > 7 else 0.36, z),
            )


def _bicycle(look: Look, _rng: np.random.Generator) -> Assembly:
    bike = Assembly("metal", 14.0)
    frame = look.paint("metal", linear("2f6f73"), metallic=0.0, roughness=0.3, pattern="plain")
    black = look.trim("rubber")
    steel = look.trim("metal", pattern="plain")
    radius = 0.34
    for z in (-0.52, 0.52):
        _bicycle_wheel(bike, z, radius, steel, black)
    hub, head, crank, seat = (0, 0.34, -0.52), (0, 0.8, 0.36), (0, 0.29, -0.08), (0, 0.83, -0.24)
    fork = (0, 0.66, 0.405)
    for a, b, r in (
        (head, crank, 0.019),
        (head, seat, 0.016),
        (crank, seat, 0.017),
        (head, fork, 0.02),
    ):
        bike.add(rod(a, b, r), frame)
    for x in (-0.045, 0.045):
        for a, b in ((crank, hub), ((0, 0.76, -0.22), hub), (fork, (0, 0.34, 0.52))):
            bike.add(rod((x * (0.4 if a is not fork else 1), *a[1:]), (x, *b[1:]), 0.011), frame)
    bike.add(rod(seat, (0, 0.94, -0.275), 0.013), steel)
    saddle = stack([(0, 0.13, 0.26, 1), (0.03, 0.17, 0.28, 1), (0.055, 0.14, 0.25, 1)], 0.06)
    bike.add(saddle, look.trim("leather"), (0, 0.93, -0.27))
    bike.add(rod(head, (0, 0.98, 0.31), 0.014), steel)
    _bar_and_pedals(bike, steel, black)
    for z in (-0.52, 0.52):
        bike.post(radius, 0.04, (0.02, radius, z), (0, 0, 90))
    bike.box((0.05, 0.5, 0.6), (0, 0.3, 0.0))
    bike.box((0.6, 0.06, 0.12), (0, 0.95, 0.26))
    return bike


def _bicycle_wheel(bike: Assembly, z: float, radius: float, steel: Surface, black: Surface) -> None:
    bike.add(torus(radius - 0.018, 0.018, 48, 10), black, (0, radius, z), (0, 0, 90))
    bike.add(torus(radius - 0.04, 0.009, 48, 8), steel, (0, radius, z), (0, 0, 90))
    bike.add(cylinder(0.022, 0.1, 0.004, 16), steel, (-0.05, radius, z), (0, 0, -90))
    for a in np.arange(14) * 2 * np.pi / 14:
        rim = (
            0.0,
            radius + (radius - 0.04) * float(np.sin(a)),
            z + (radius - 0.04) * float(np.cos(a)),
        )
        bike.add(rod((0.0, radius, z), rim, 0.0022), steel, part="spokes")


def _bar_and_pedals(bike: Assembly, steel: Surface, black: Surface) -> None:
    bar = [
        (-0.3, 0.99, 0.2),
        (-0.22, 1.0, 0.3),
        (0, 0.98, 0.33),
        (0.22, 1.0, 0.3),
        (0.3, 0.99, 0.2),
    ]
    bike.add(sweep(bar, 0.012, 10), steel)
    for x in (-1.0, 1.0):
        bike.add(rod((x * 0.29, 0.99, 0.215), (x * 0.33, 0.985, 0.12), 0.017), black)
        bike.add(rod((x * 0.05, 0.29, -0.08), (x * 0.08, 0.29 - x * 0.17, -0.08), 0.009), steel)
        bike.add(
            rounded_box((0.09, 0.022, 0.06), 0.008), black, (x * 0.125, 0.28 - x * 0.17, -0.08)
        )
    bike.add(torus(0.085, 0.006, 32, 8), steel, (0.05, 0.29, -0.08), (0, 0, 90))


def _boat(look: Look, _rng: np.random.Generator) -> Assembly:
    boat = Assembly("wood", 120.0)
    z = np.linspace(-1, 1, 17)
    width = 0.62 * np.sqrt(np.clip(1 - np.abs(z) ** 3.2, 0, 1)) + 0.03
    plan = np.column_stack([width, -z * 1.7])
    outline = np.vstack([plan[::-1], plan * (-1, 1)])
    hull = look.paint("wood", linear("a8553a"), pattern="planks", pattern_scale_m=0.14)
    inside = look.trim("wood", linear("8a6238"))
    boat.add(extrude(outline * (0.8, 0.9), 0.3, 0.1), hull, (0, 0.15, 0), (-90, 0, 0))
    boat.add(extrude(outline, 0.3, 0.09), hull, (0, 0.33, 0), (-90, 0, 0))
    boat.add(
        extrude(outline * (0.86, 0.94), 0.02, 0.0),
        look.trim("wood", COLOURS["dark brown"]),
        (0, 0.473, 0),
        (-90, 0, 0),
    )
    rim = np.column_stack([outline[:, 0], np.full(len(outline), 0.48), -outline[:, 1]])
    boat.add(sweep(rim[::2], 0.03, 8, loop=True), inside)
    for at in (-0.7, 0.1, 0.85):
        boat.add(rounded_box((0.98, 0.03, 0.22), 0.008), inside, (0, 0.49, at))
    boat.hull([(x, y, -v) for x, v in outline for y in (0.15, 0.48)])
    return boat


VEHICLES = things(
    {
        "car": Thing(_car_shape(linear("b23b34"), "car"), NATURAL),
        "taxi": Thing(_car_shape(linear("e0b13a"), "taxi"), NATURAL),
        "police car": Thing(_car_shape(linear("e4e6e8"), "police car"), NATURAL),
        "bus": Thing(_long_vehicle(9.4, 3.0, linear("b5453a"), 9500.0), NATURAL),
        "van": Thing(_long_vehicle(4.9, 2.15, linear("d9dbd6"), 2000.0), NATURAL),
        "bicycle": Thing(_bicycle, NATURAL),
        "boat": Thing(_boat, NATURAL),
    }
)
