"""What floats or dives."""

from __future__ import annotations

import math

import numpy as np

from engine.world.assets.aircraft import fuselage, rotor
from engine.world.assets.assembly import NATURAL, Assembly, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.road_vehicles import (
    black,
    block,
    car_paint,
    chrome,
    lamp,
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
from engine.world.assets.sweeps import (
    extrude,
    rod,
    rounded_profile,
    sweep,
    torus,
)
from engine.world.model import Mesh, Surface

_FLAT: Vector = (-90, 0, 0)


def boat_hull(length: float, width: float, height: float, sheer: float, wall: float) -> Mesh:
    """An open hull, pointed fore and aft of +z, its rim rising by ``sheer`` at the ends."""
    rows = []
    for inside in (False, True):
        share = np.linspace(0, 1, 9)[:: -1 if inside else 1]
        for t in share:
            z = np.linspace(-1, 1, 25)
            beam = (1 - np.abs(z) ** 2.6) * (0.15 + 0.85 * t**0.55) * width / 2
            lift = height * t + sheer * z**2 * t + 0.25 * height * (1 - t) * np.abs(z) ** 5
            beam = np.maximum(beam - (wall if inside else 0), 0.002)
            lift = lift + (wall * (1 - t) if inside else 0)
            reach = z * (length / 2 - (wall if inside else 0)) * (0.9 + 0.1 * t)
            right = np.column_stack([beam, lift, reach])
            rows.append(np.vstack([right, (right * (-1, 1, 1))[::-1]]))
    flat = np.concatenate(rows)
    count = len(rows[0])
    faces = [grid_triangles(len(rows), count, wrap=True)]
    for row, turned in ((0, True), (len(rows) - 1, False)):
        first, last = row * count + np.arange(24), row * count + count - 1 - np.arange(24)
        quads = np.concatenate(
            [
                np.column_stack([first, first + 1, last - 1]),
                np.column_stack([first, last - 1, last]),
            ]
        )
        faces.append(quads[:, ::-1] if turned else quads)
    return outward(creased(flat, np.concatenate(faces), 50))


def _boat(look: Look, _rng: np.random.Generator) -> Assembly:
    boat = Assembly("wood", 120.0)
    wood = look.paint("wood", linear("a8553a"), pattern="planks", pattern_scale_m=0.14)
    inside = look.trim("wood", linear("c39a63"))
    boat.add(boat_hull(3.5, 1.4, 0.52, 0.16, 0.04), wood)
    for z, width in ((-1.0, 0.95), (0.05, 1.26), (1.05, 0.9)):
        boat.add(block((width, 0.035, 0.24), 0.01), inside, (0, 0.34, z))
        boat.box((width, 0.035, 0.24), (0, 0.34, z))
    for x in (-1.0, 1.0):
        boat.add(rod((x * 0.66, 0.55, 0.3), (x * 0.25, 0.42, -1.2), 0.02), inside)
        blade = transformed(
            ellipsoid((0.14, 0.03, 0.5), 14), placed((x * 0.74, 0.58, 0.62), (-5, 14 * x, 0))
        )
        boat.add(blade, inside)
        boat.add(block((0.05, 0.1, 0.06), 0.01), chrome(look), (x * 0.68, 0.5, 0.2))
    low, high = (
        ((0.1, 0.02, -1.4), (0.1, 0.02, 1.4), (0.6, 0.25, -0.8), (0.6, 0.25, 0.8)),
        ((0.04, 0.3, -1.6), (0.04, 0.3, 1.6)),
    )
    boat.hull([(s * w, y, z) for s in (-1, 1) for w, y, z in (*low, *high)])
    return boat


def _canoe(look: Look, _rng: np.random.Generator) -> Assembly:
    canoe = Assembly("wood", 32.0)
    wood = look.paint(
        "wood", linear("b0562f"), pattern="planks", pattern_scale_m=0.1, roughness=0.35
    )
    canoe.add(boat_hull(4.6, 0.86, 0.36, 0.22, 0.025), wood)
    seat = look.trim("wood", linear("d0a060"))
    for z, width in ((-1.2, 0.62), (0.0, 0.82), (1.2, 0.62)):
        canoe.add(block((width, 0.03, 0.2 if z else 0.06), 0.01), seat, (0, 0.27, z))
        canoe.box((width, 0.03, 0.2), (0, 0.27, z))
    canoe.add(rod((-0.3, 0.33, -0.8), (0.25, 0.42, 0.7), 0.016), seat)
    canoe.add(
        transformed(ellipsoid((0.16, 0.025, 0.5), 16), placed((0.3, 0.43, 0.9), (-4, 20, 0))), seat
    )
    canoe.hull(
        [
            (s * w, y, z)
            for s in (-1, 1)
            for w, y, z in (
                (0.05, 0.02, -1.9),
                (0.05, 0.02, 1.9),
                (0.34, 0.2, -1.0),
                (0.34, 0.2, 1.0),
                (0.02, 0.3, -2.1),
                (0.02, 0.3, 2.1),
            )
        ]
    )
    return canoe


def _jib(corners: tuple[Vector, Vector, Vector], belly: float) -> Mesh:
    """A bulging triangle of cloth between foot, tack and head."""
    a, b, c = (np.asarray(corner, float) for corner in corners)
    u, v = np.meshgrid(np.linspace(0, 1, 9), np.linspace(0, 0.98, 9))
    u, v = u[..., None], v[..., None]
    bulge = belly * np.sin(np.pi * u) * np.sin(np.pi * np.minimum(v + 0.08, 1.0))
    return _cloth(a + (b - a) * u * (1 - v) + (c - a) * v + bulge * (1.0, 0, 0), (-0.02, 0, 0))


def _cloth(front: np.ndarray, behind: Vector) -> Mesh:
    """A (rows, columns, 3) sheet and its other side, closed along the rim."""
    n, m = front.shape[:2]
    rim = [
        *range(m),
        *range(2 * m - 1, n * m, m),
        *range(n * m - 2, (n - 1) * m - 1, -1),
        *range((n - 2) * m, 0, -m),
    ]
    after = [*rim[1:], rim[0]]
    cells = grid_triangles(n, m)
    walls = [
        side
        for p, q in zip(rim, after, strict=True)
        for side in ((q, p, p + n * m), (q, p + n * m, q + n * m))
    ]
    flat = front.reshape(-1, 3)
    faces = np.concatenate([cells, cells[:, ::-1] + n * m, np.array(walls)])
    return outward(creased(np.concatenate([flat, flat + behind]), faces, 60))


def _square_sail(width: float, height: float, belly: float) -> Mesh:
    """A sail filled with wind towards +z; hangs between y = 0 and ``height``."""
    u, v = np.meshgrid(np.linspace(-1, 1, 11), np.linspace(0, 1, 7))
    bulge = belly * (1 - u**2) * np.sin(np.pi * (0.15 + 0.75 * v))
    x = u * width / 2 * (1 - 0.06 * (1 - v))
    return _cloth(np.stack([x, v * height, bulge], -1), (0, 0, -0.03))


def _masts(ship: Assembly, look: Look, dark: Surface, cloth: Surface) -> None:
    """Two masts with square sails and pennants."""
    for z, height, wide in ((2.6, 9.0, 3.6), (-1.0, 10.5, 4.2)):
        ship.add(sweep([(0, 1.5, z), (0, height, z)], [0.16, 0.08], 12), dark)
        ship.post(0.14, height - 1.5, (0, 1.5, z))
        for level, share in ((3.0, 1.0), (5.6, 0.85), (height - 2.4, 0.62)):
            ship.add(
                rod((-wide * share / 2, level + 2.1, z), (wide * share / 2, level + 2.1, z), 0.06),
                dark,
            )
            ship.add(_square_sail(wide * share, 1.95, 0.5), cloth, (0, level + 0.1, z + 0.12))
        ship.add(
            block((0.02, 0.35, 0.8), 0.01),
            look.trim("fabric", linear("c8302a"), pattern="plain"),
            (0, height - 0.36, z - 0.42),
        )


def _sailing_ship(look: Look, _rng: np.random.Generator) -> Assembly:
    ship = Assembly("wood", 9000.0)
    wood = look.paint("wood", linear("7a4a2a"), pattern="planks", pattern_scale_m=0.25)
    pale, dark = (
        look.trim("wood", linear("b98a55"), pattern="planks", pattern_scale_m=0.2),
        look.trim("wood", linear("4b2d1a")),
    )
    ship.add(boat_hull(12.0, 3.4, 2.0, 0.9, 0.12), wood)
    deck = [(1.5 * math.sqrt(max(1 - abs(t) ** 2.6, 0)), 5.2 * t) for t in np.linspace(-1, 1, 17)]
    ship.add(
        transformed(
            extrude([*((x, -z) for x, z in deck[::-1]), *((-x, -z) for x, z in deck[1:-1])], 0.08),
            placed((0, 1.5, 0), _FLAT),
        ),
        pale,
    )
    ship.body(block((2.3, 1.0, 2.2), 0.06), wood, (0, 1.5, -3.7))
    for x in (-0.7, 0.0, 0.7):
        ship.add(block((0.36, 0.4, 0.06), 0.02), lamp(look, "f0c878", 0.4), (x, 1.85, -4.82))
    cloth = look.trim("fabric", linear("efe6d0"), pattern="plain")
    _masts(ship, look, dark, cloth)
    ship.add(rod((0, 2.3, 5.3), (0, 3.4, 8.2), 0.1, 0.05), dark)
    ship.add(_jib(((0, 2.6, 5.6), (0, 3.3, 7.9), (0, 8.0, 2.8)), 0.25), cloth)
    ship.hull(
        [
            (s * w, y, z)
            for s in (-1, 1)
            for w, y, z in (
                (0.2, 0.1, -4.8),
                (0.2, 0.1, 4.8),
                (1.5, 1.2, -3.5),
                (1.5, 1.2, 3.0),
                (0.1, 1.5, 5.4),
                (0.1, 1.5, -5.4),
            )
        ]
    )
    return ship


def _conning_tower(boat: Assembly, look: Look, paint: Surface) -> None:
    """The tower and its periscope."""
    boat.body(
        transformed(
            extrude(
                rounded_profile(
                    [
                        (-0.55, -1.2),
                        (0.55, -1.2),
                        (0.55, 1.0),
                        (0, 1.4),
                        (-0.55, 1.0),
                        (-0.55, -1.2),
                    ],
                    0.3,
                    4,
                )[:-1],
                1.3,
                0.08,
            ),
            placed((0, 3.6, 0.4), _FLAT),
        ),
        paint,
    )
    boat.add(rod((0, 4.2, 0.4), (0, 5.3, 0.4), 0.07), black(look))
    boat.add(rod((0, 5.3, 0.4), (0, 5.3, 0.75), 0.09), black(look))


def _submarine(look: Look, _rng: np.random.Generator) -> Assembly:
    boat = Assembly("metal", 30000.0)
    paint = car_paint(look, linear("e0b02c"))
    body = [
        (5.5, 1.7, 0.03, 0.03),
        (5.3, 1.7, 0.6, 0.6),
        (4.4, 1.7, 1.2, 1.2),
        (3.0, 1.7, 1.5, 1.5),
        (-2.5, 1.7, 1.5, 1.5),
        (-4.6, 1.7, 0.8, 0.8),
        (-5.5, 1.7, 0.3, 0.3),
        (-5.55, 1.7, 0.03, 0.03),
    ]
    boat.body(fuselage(body, 28), paint)
    _conning_tower(boat, look, paint)
    for x in (-1.0, 1.0):
        for z in (2.6, 1.0, -0.6):
            boat.add(
                transformed(torus(0.34, 0.08, 28, 10), placed((x * 1.45, 1.95, z), (0, 0, 90))),
                chrome(look),
            )
            boat.add(
                transformed(ellipsoid((0.16, 0.62, 0.62), 20), placed((x * 1.44, 1.95, z))),
                look.trim("glass", linear("5fa8c8"), opacity=1.0, roughness=0.05),
            )
        boat.body(block((1.4, 0.12, 0.8), 0.04), paint, (x * 1.1, 1.7, -4.7))
    boat.body(block((0.12, 2.6, 0.7), 0.04), paint, (0, 0.4, -4.8))
    rotor(
        boat,
        "propeller",
        4,
        0.75,
        0.3,
        (0, 1.7, -5.7),
        (0, 0, 1),
        look.trim("metal", COLOURS["brass"], pattern="plain"),
    )
    return boat


WATERCRAFT = things(
    {
        "boat": Thing(_boat, NATURAL),
        "canoe": Thing(_canoe, NATURAL),
        "sailing ship": Thing(_sailing_ship, NATURAL),
        "submarine": Thing(_submarine, NATURAL),
    }
)
