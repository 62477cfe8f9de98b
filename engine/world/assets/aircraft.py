"""What flies: aeroplanes, rockets, balloons; propellers and rotors turn on their shafts."""

from __future__ import annotations

import math

import numpy as np

from engine.world.assets.assembly import NATURAL, Assembly, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import linear
from engine.world.assets.road_vehicles import (
    black,
    block,
    car_paint,
    chrome,
    dark_glass,
    lamp,
    wheel,
)
from engine.world.assets.shapes import (
    Vector,
    creased,
    ellipsoid,
    grid_triangles,
    outward,
    placed,
    transformed,
)
from engine.world.assets.solids import cut, hull_of
from engine.world.assets.sweeps import (
    cylinder,
    extrude,
    lathe,
    rod,
    rounded_profile,
    sweep,
    torus,
)
from engine.world.model import Mesh, Surface

_FLAT: Vector = (-90, 0, 0)


def fuselage(stations: list[tuple[float, float, float, float]], sides: int = 24) -> Mesh:
    """A closed body along z, front first, from (z, middle height, half width, half height)."""
    (z0, y0, _, _), (z1, y1, _, _) = stations[0], stations[-1]
    stations = [(z0, y0, 0.0, 0.0), *stations[1:-1], (z1, y1, 0.0, 0.0)]
    turn = np.arange(sides) * 2 * np.pi / sides
    rows = [
        np.column_stack([-w * np.sin(turn), y + h * np.cos(turn), np.full(sides, z)])
        for z, y, w, h in stations
    ]
    faces = grid_triangles(len(rows), sides, wrap=True)
    return outward(creased(np.concatenate(rows), faces, 50))


def wing(root: tuple[float, float], tip: tuple[float, float], span: float, thick: float) -> Mesh:
    """Half a wing to +x: leading and trailing z at root and tip; lies on y = 0."""
    outline = [(0.0, -root[0]), (0.0, -root[1]), (span, -tip[1]), (span, -tip[0])]
    return transformed(extrude(outline, thick, thick * 0.45), placed((0, 0, 0), _FLAT))


def _mirrored(mesh: Mesh) -> Mesh:
    return transformed(mesh, np.diag([-1.0, 1.0, 1.0, 1.0]))


def _both(thing: Assembly, mesh: Mesh, surface: Surface, at: Vector) -> None:
    thing.body(mesh, surface, at)
    thing.body(_mirrored(mesh), surface, (-at[0], at[1], at[2]))


def rotor(
    thing: Assembly,
    name: str,
    blades: int,
    length: float,
    width: float,
    at: Vector,
    axis: Vector,
    surface: Surface,
) -> None:
    """Blades round a hub that turn about ``axis`` (y or z)."""
    upright = axis[1] > 0.5
    with thing.hinge(name, "rotor", at, axis):
        for number in range(blades):
            blade = transformed(
                block((length, width * 0.14, width), width * 0.05),
                placed((length / 2, 0, 0), (12, 0, 0)),
            )
            around = placed((0, 0, 0), (0, 360 * number / blades, 0))
            stand = placed(at) if upright else placed(at, (90, 0, 0))
            thing.add(transformed(blade, stand @ around), surface)


def _airplane_sides(plane: Assembly, look: Look, white: Surface, accent: Surface) -> None:
    """Engines, windows and main wheels of both sides."""
    for x, side in ((-1.0, "right"), (1.0, "left")):
        nacelle = rounded_profile(
            [(0, 0), (0.75, 0), (1.05, 1.2), (1.0, 2.7), (0.85, 2.7), (0.8, 2.2), (0, 2.2)], 0.12
        )
        plane.add(transformed(lathe(nacelle, 24), placed((x * 5.4, 2.05, -0.6), (90, 0, 0))), white)
        plane.post(1.0, 2.7, (x * 5.4, 2.05, -0.6), (90, 0, 0))
        plane.add(block((0.3, 0.8, 1.6), 0.1), white, (x * 5.4, 2.6, 0))
        rotor(plane, f"{side} fan", 8, 0.8, 0.3, (x * 5.4, 2.05, 1.75), (0, 0, 1), chrome(look))
        for z in np.linspace(11.2, -8.0, 20):
            plane.add(block((0.05, 0.5, 0.34), 0.0), dark_glass(look), (x * 1.9, 3.75, float(z)))
        plane.add(block((0.06, 0.12, 25.0), 0.02), accent, (x * 1.89, 3.35, 2.0))
        wheel(plane, look, f"{side} wheel", 0.62, 0.5, (x * 3.0, 0.62, -1.0))
        plane.add(rod((x * 2.75, 0.62, -1.0), (x * 2.3, 3.0, -1.0), 0.16), chrome(look))


def _airplane(look: Look, _rng: np.random.Generator) -> Assembly:
    plane = Assembly("metal", 42000.0)
    white = look.paint("metal", linear("eceff1"), metallic=0.0, pattern="plain", roughness=0.25)
    accent = look.trim("metal", linear("2f62b0"), metallic=0.0, pattern="plain", roughness=0.3)
    body = [
        (17.0, 3.3, 0.02, 0.02),
        (16.7, 3.35, 0.55, 0.55),
        (15.6, 3.5, 1.3, 1.3),
        (13.5, 3.7, 1.9, 1.95),
        (-9.0, 3.7, 1.9, 1.95),
        (-13.0, 4.1, 1.35, 1.4),
        (-17.0, 4.6, 0.35, 0.4),
        (-17.1, 4.6, 0.02, 0.02),
    ]
    plane.body(fuselage(body), white)
    _both(plane, wing((3.6, -2.2), (-4.6, -6.2), 15.0, 0.42), white, (1.2, 3.0, 0))
    _both(plane, wing((-13.6, -16.2), (-16.0, -17.2), 5.6, 0.26), white, (0.4, 4.7, 0))
    fin = [(-12.4, 5.0), (-15.8, 10.4), (-17.6, 10.4), (-16.6, 4.8)]
    plane.body(transformed(extrude(fin[::-1], 0.3, 0.1), placed((0, 0, 0), (0, -90, 0))), accent)
    _airplane_sides(plane, look, white, accent)
    wheel(plane, look, "nose wheel", 0.5, 0.4, (0.0, 0.5, 12.2))
    plane.add(rod((0, 0.5, 12.2), (0, 2.4, 12.2), 0.13), chrome(look))
    plane.add(
        hull_of(
            [
                (s * w, y, z)
                for s in (-1, 1)
                for w, y, z in (
                    (0.75, 4.55, 15.2),
                    (0.95, 4.2, 15.75),
                    (1.2, 4.75, 14.5),
                    (1.35, 4.45, 14.7),
                )
            ]
        ),
        dark_glass(look),
    )
    return plane


def _helicopter_rotors(craft: Assembly, look: Look) -> None:
    """The mast with the main rotor, and the tail rotor."""
    craft.add(cylinder(0.07, 0.5, 0.01, 16), chrome(look), (0, 2.5, -0.1))
    craft.add(cylinder(0.18, 0.1, 0.03, 20), black(look), (0, 2.95, -0.1))
    rotor(craft, "main rotor", 4, 4.2, 0.26, (0, 3.02, -0.1), (0, 1, 0), black(look))
    with craft.hinge("tail rotor", "rotor", (0.14, 2.5, -4.75), (1, 0, 0)):
        for a in (20.0, 110.0, 200.0, 290.0):
            blade = transformed(
                block((0.02, 0.62, 0.1), 0.005), placed((0.14, 2.5, -4.75), (a, 0, 0))
            )
            craft.add(blade, black(look))


def _skids(craft: Assembly, look: Look) -> None:
    """What it lands on."""
    for x in (-1.0, 1.0):
        skid = rounded_profile([(1.6, 0.3), (1.45, 0.06), (-1.3, 0.06)], 0.2, 5)
        craft.add(
            sweep(
                np.column_stack([np.full(len(skid), x * 0.85), skid[:, 1], skid[:, 0]]), 0.05, 10
            ),
            chrome(look),
        )
        for z in (0.7, -0.7):
            craft.add(rod((x * 0.85, 0.06, z), (x * 0.5, 0.95, z), 0.04), chrome(look))
        craft.pill((x * 0.85, 0.06, 1.4), (x * 0.85, 0.06, -1.25), 0.05)


def _helicopter(look: Look, _rng: np.random.Generator) -> Assembly:
    craft = Assembly("metal", 1900.0)
    paint = car_paint(look, linear("d8a21f"))
    body = [
        (2.2, 1.2, 0.02, 0.02),
        (2.1, 1.22, 0.4, 0.35),
        (1.6, 1.35, 0.75, 0.7),
        (0.8, 1.5, 0.9, 0.9),
        (-0.6, 1.6, 0.85, 0.85),
        (-1.5, 1.85, 0.45, 0.5),
        (-1.55, 1.85, 0.02, 0.02),
    ]
    craft.body(fuselage(body), paint)
    glass = [
        (2.22, 1.3, 0.02, 0.02),
        (2.1, 1.35, 0.36, 0.28),
        (1.62, 1.5, 0.72, 0.6),
        (0.85, 1.62, 0.88, 0.8),
        (0.45, 1.66, 0.9, 0.82),
        (0.44, 1.66, 0.02, 0.02),
    ]
    craft.add(fuselage(glass), dark_glass(look))
    craft.body(
        sweep([(0, 1.9, -1.2), (0, 2.05, -2.6), (0, 2.15, -4.6)], [0.36, 0.2, 0.12], 16), paint
    )
    fin = [(-4.2, 2.0), (-4.9, 3.1), (-5.2, 3.1), (-4.8, 2.0)]
    craft.body(transformed(extrude(fin[::-1], 0.07, 0.02), placed((0, 0, 0), (0, -90, 0))), paint)
    craft.body(block((1.3, 0.05, 0.3), 0.02), paint, (0, 2.1, -4.1))
    craft.add(block((0.6, 0.3, 1.0), 0.12), paint, (0, 2.3, -0.2))
    _helicopter_rotors(craft, look)
    _skids(craft, look)
    return craft


def _rocket(look: Look, _rng: np.random.Generator) -> Assembly:
    rocket = Assembly("metal", 3000.0)
    white = look.paint("metal", linear("eceeee"), metallic=0.0, pattern="plain", roughness=0.25)
    red = look.trim("metal", linear("c8302a"), metallic=0.0, pattern="plain", roughness=0.25)
    y = np.linspace(0, 1, 22)
    radius = 0.95 * np.sin(np.pi * (0.28 + 0.72 * y)) ** 0.85
    line = [(0, 0.9), *zip(radius, 0.9 + 6.3 * y, strict=True)]
    line[-1] = (0, 7.2)
    rocket.body(lathe(line, 36, 60), white)
    tip = [(r + 0.012, h) for r, h in line[16:-1]]
    rocket.add(lathe([(0, tip[0][1]), *tip, (0, 7.24)], 36, 60), red)
    rocket.add(cylinder(0.55, 0.55, 0.05, 32, 0.4), black(look), (0, 0.45, 0))
    for number in range(4):
        fin = rounded_profile(
            [(0.5, 2.6), (0.7, 1.2), (1.45, 0.0), (1.75, 0.0), (1.5, 1.6), (0.75, 3.0), (0.5, 2.6)],
            0.25,
            4,
        )[:-1]
        mesh = transformed(extrude(fin, 0.14, 0.04), placed((0, 0, 0), (0, 45 + 90 * number, 0)))
        rocket.body(mesh, red)
    for y_port in (5.1, 4.1):
        rocket.add(
            transformed(
                torus(0.28, 0.07, 32, 10),
                placed((0, y_port, 0.83 if y_port > 5 else 0.92), (84 if y_port > 5 else 88, 0, 0)),
            ),
            red,
        )
        rocket.add(
            transformed(
                ellipsoid((0.54, 0.54, 0.16), 24), placed((0, y_port, 0.83 if y_port > 5 else 0.92))
            ),
            look.trim("glass", linear("6fb4d8"), opacity=1.0, roughness=0.05),
        )
    rocket.add(lathe([(0.94, 3.3), (0.965, 3.3), (0.965, 3.5), (0.94, 3.5), (0.94, 3.3)], 36), red)
    return rocket


def _spaceship(look: Look, _rng: np.random.Generator) -> Assembly:
    ship = Assembly("metal", 5000.0)
    hull = look.paint("metal", linear("aeb5bb"), pattern="plain", roughness=0.3)
    line = rounded_profile(
        [(0, 0.9), (1.0, 0.9), (3.2, 1.55), (3.3, 1.7), (3.2, 1.85), (1.3, 2.35), (0, 2.4)], 0.15
    )
    ship.add(lathe(line, 48, 50), hull)
    turn = np.arange(14) * np.pi / 7
    ship.hull(
        [
            (r * np.sin(a), y, r * np.cos(a))
            for r, y in ((1.0, 0.9), (3.25, 1.6), (3.25, 1.8), (1.3, 2.35))
            for a in turn
        ]
    )
    dome = [(0, 2.3), (1.25, 2.3), (1.15, 2.7), (0.8, 3.1), (0.4, 3.28), (0, 3.32)]
    ship.add(
        lathe(rounded_profile(dome, 0.3, 4), 36, 60),
        look.trim("glass", linear("7fd0c8"), opacity=0.55, refraction=1.3, roughness=0.04),
    )
    ship.post(1.0, 0.9, (0, 2.35, 0))
    for number in range(12):
        a = 2 * math.pi * number / 12
        color = ("f2c33a", "5fd0e0", "e8584a")[number % 3]
        ship.add(
            ellipsoid((0.3, 0.2, 0.3), 14),
            lamp(look, color, 1.6),
            (2.45 * math.sin(a), 2.1, 2.45 * math.cos(a)),
        )
    ship.add(cylinder(0.8, 0.12, 0.04, 32), lamp(look, "bdf3ff", 2.0), (0, 0.82, 0))
    for a in (0.5, 0.5 + 2.094, 0.5 + 4.189):
        foot = (2.3 * math.sin(a), 0.06, 2.3 * math.cos(a))
        ship.add(rod((1.5 * math.sin(a), 1.1, 1.5 * math.cos(a)), foot, 0.07), hull)
        ship.add(cylinder(0.3, 0.08, 0.02, 20), hull, (foot[0], 0, foot[2]))
        ship.post(0.3, 0.9, (foot[0], 0, foot[2]))
    return ship


def _hot_air_balloon(look: Look, _rng: np.random.Generator) -> Assembly:
    balloon = Assembly("fabric", 280.0)
    angle = np.linspace(-1.25, np.pi / 2, 22)
    profile = [
        (3.4 * math.cos(a) * (1 + 0.12 * math.sin(a)), 8.6 + 3.9 * math.sin(a)) for a in angle
    ]
    whole = lathe([(0, profile[0][1]), *profile[:-1], (0, 12.5)], 48, 80)
    middle = whole.positions[whole.indices].mean(axis=1)
    gore = ((np.arctan2(middle[:, 0], middle[:, 2]) + np.pi) / (np.pi / 6)).astype(int) % 12
    first = look.paint("fabric", linear("c8322b"), pattern="plain", roughness=0.6)
    second = look.trim("fabric", linear("f0c23c"), pattern="plain", roughness=0.6)
    for stripe in range(2):
        balloon.add(
            Mesh(whole.positions, whole.normals, whole.indices[gore % 2 == stripe]),
            (first, second)[stripe],
        )
    balloon.ball(3.3, (0, 8.9, 0))
    wicker = look.trim(
        "wood", linear("8d5f33"), pattern="fabric", pattern_scale_m=0.2, roughness=0.9
    )
    basket = cut(
        block((1.3, 1.05, 1.1), 0.08),
        transformed(block((1.14, 1.2, 0.94), 0.05), placed((0, 0.08, 0))),
    )
    balloon.add(basket, wicker)
    for s in (-1.0, 1.0):
        balloon.add(rod((s * 0.6, 1.05, -0.5), (s * 0.6, 1.05, 0.5), 0.06), look.trim("leather"))
        balloon.add(rod((-0.6, 1.05, s * 0.5), (0.6, 1.05, s * 0.5), 0.06), look.trim("leather"))
        balloon.box((0.08, 1.05, 1.1), (s * 0.61, 0, 0))
        balloon.box((1.3, 1.05, 0.08), (0, 0, s * 0.51))
        for z in (-1.0, 1.0):
            balloon.add(rod((s * 0.6, 1.05, z * 0.5), (s * 0.85, 5.0, z * 0.72), 0.02), black(look))
    balloon.box((1.3, 0.08, 1.1))
    balloon.add(cylinder(0.16, 0.35, 0.03, 20), chrome(look), (0, 2.2, 0))
    balloon.add(ellipsoid((0.3, 0.9, 0.3), 16), lamp(look, "ffb347", 3.0), (0, 2.95, 0))
    for s in (-1.0, 1.0):
        balloon.add(rod((s * 0.6, 1.05, s * 0.5), (0, 2.25, 0), 0.025), chrome(look))
    return balloon


def _drone_arms(drone: Assembly, look: Look, case: Surface) -> None:
    """Four arms, each with its motor, propeller, foot and light."""
    for number, (x, z) in enumerate(((1, 1), (-1, 1), (-1, -1), (1, -1))):
        at = (x * 0.2, 0.13, z * 0.17)
        drone.add(rod((x * 0.03, 0.105, z * 0.06), (at[0], 0.115, at[2]), 0.012, 0.009), case)
        drone.add(cylinder(0.017, 0.035, 0.004, 18), black(look), (at[0], 0.1, at[2]))
        rotor(
            drone,
            f"propeller {number + 1}",
            2,
            0.12,
            0.022,
            (at[0], 0.138, at[2]),
            (0, 1, 0),
            black(look),
        )
        drone.add(
            rod((at[0] * 0.5, 0.1, at[2] * 0.5), (at[0] * 0.6, 0.0, at[2] * 0.6), 0.006),
            black(look),
        )
        drone.post(0.03, 0.012, (at[0], 0.13, at[2]))
        drone.add(
            ellipsoid((0.012, 0.008, 0.012), 10),
            lamp(look, "3fd06a" if z > 0 else "e8322e", 1.5),
            (at[0], 0.098, at[2]),
        )


def _drone(look: Look, _rng: np.random.Generator) -> Assembly:
    drone = Assembly("plastic", 0.9)
    case = look.paint("plastic", linear("e8eaec"), roughness=0.3)
    drone.body(
        fuselage(
            [
                (0.13, 0.1, 0.01, 0.01),
                (0.12, 0.1, 0.04, 0.025),
                (0.06, 0.105, 0.055, 0.035),
                (-0.08, 0.105, 0.05, 0.035),
                (-0.13, 0.1, 0.03, 0.02),
                (-0.135, 0.1, 0.005, 0.005),
            ],
            20,
        ),
        case,
    )
    drone.add(ellipsoid((0.05, 0.05, 0.05), 18), black(look), (0, 0.06, 0.1))
    drone.add(cylinder(0.014, 0.012, 0.002, 16), dark_glass(look), (0, 0.06, 0.12), (90, 0, 0))
    _drone_arms(drone, look, case)
    return drone


AIRCRAFT = things(
    {
        "airplane": Thing(_airplane, NATURAL),
        "helicopter": Thing(_helicopter, NATURAL),
        "rocket": Thing(_rocket, NATURAL),
        "spaceship": Thing(_spaceship, NATURAL),
        "hot air balloon": Thing(_hot_air_balloon, NATURAL),
        "drone": Thing(_drone, NATURAL),
    }
)
