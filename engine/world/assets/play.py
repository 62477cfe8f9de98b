"""Playground, toys and gear for sport."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from engine.world.assets.aircraft import fuselage
from engine.world.assets.assembly import NATURAL, ROUND, Assembly, Thing, things
from engine.world.assets.kitchenware import rounded_path
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.road_vehicles import block
from engine.world.assets.shapes import ellipsoid, placed, sphere, transformed
from engine.world.assets.solids import common, joined
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
from engine.world.model import Surface

_FLAT = (-90.0, 0.0, 0.0)


def _steel(look: Look) -> Surface:
    return look.trim("metal", linear("cdd2d6"), pattern="plain", roughness=0.2)


def _coat(look: Look, color: str, own: bool = False) -> Surface:
    if own:
        return look.paint("metal", linear(color), metallic=0.0, pattern="plain", roughness=0.3)
    return look.trim("metal", linear(color), metallic=0.0, pattern="plain", roughness=0.3)


def _slide_frame(slide: Assembly, paint: Surface) -> None:
    """The poles that carry it and the rails to hold."""
    for x in (-1.0, 1.0):
        slide.add(rod((x * 0.3, 0, -1.0), (x * 0.3, 1.55, -0.36), 0.03), paint)
        slide.add(
            sweep(
                rounded_path(
                    [
                        (x * 0.3, 1.5, -0.38),
                        (x * 0.3, 2.1, -0.3),
                        (x * 0.3, 2.1, 0.1),
                        (x * 0.3, 1.65, 0.15),
                    ]
                ),
                0.025,
                10,
            ),
            paint,
        )
        slide.add(rod((x * 0.26, 0, 1.2), (x * 0.26, 0.72, 1.2), 0.03), paint)
        slide.add(rod((x * 0.26, 0, 0.0), (x * 0.26, 1.53, 0.0), 0.03), paint)
        slide.pill((x * 0.3, 0.04, -0.98), (x * 0.3, 1.5, -0.38), 0.03)


def _slide(look: Look, _rng: np.random.Generator) -> Assembly:
    slide = Assembly("metal", 80.0, fixed=True)
    paint, chute = _coat(look, "2f6fb8"), look.paint("plastic", linear("e8b92c"), roughness=0.2)
    floor = rounded_profile([(-0.35, 1.55), (0.1, 1.55), (1.75, 0.32), (2.3, 0.26)], 0.3, 6)
    under = floor - (0, 0.03)
    bed = extrude(np.vstack([floor, under[::-1]]), 0.56)
    rail = np.vstack([floor + np.array([0, 0.16]), under[::-1]])
    turned = placed((0, 0, 0), (0, -90, 0))
    slide.add(transformed(bed, turned), chute)
    for x in (-0.29, 0.29):
        slide.add(transformed(extrude(rail, 0.04, 0.012), placed((x, 0, 0)) @ turned), chute)
    for (z0, y0), (z1, y1) in pairwise(floor):
        slide.hull(
            [
                (x, y, z)
                for x in (-0.28, 0.28)
                for z, y in ((z0, y0), (z1, y1), (z0, y0 - 0.03), (z1, y1 - 0.03))
            ]
        )
    _slide_frame(slide, paint)
    for step in range(6):
        y = 0.22 + 0.24 * step
        slide.add(rod((-0.3, y, -1.0 + y * 0.413), (0.3, y, -1.0 + y * 0.413), 0.024), paint)
    return slide


def _carousel(look: Look, _rng: np.random.Generator) -> Assembly:
    ride = Assembly("wood", 2500.0, fixed=True)
    cream, gold = (
        look.trim("wood", linear("f2e6c8"), pattern="plain", roughness=0.3),
        look.trim("metal", COLOURS["gold"], pattern="plain", roughness=0.25),
    )
    ride.add(
        cylinder(2.6, 0.25, 0.04, 48),
        look.paint("wood", linear("b3342c"), pattern="plain", roughness=0.3),
    )
    ride.post(2.6, 0.25)
    with ride.hinge("ride", "rotor", (0, 0.25, 0), (0, 1, 0)):
        ride.add(cylinder(2.5, 0.06, 0.02, 48), look.trim("wood"), (0, 0.25, 0))
        ride.add(cylinder(0.55, 2.6, 0.03, 16), cream, (0, 0.3, 0))
        ride.post(0.55, 2.6, (0, 0.3, 0))
        whole = lathe([(0, 2.85), (2.7, 2.85), (2.75, 3.0), (0.25, 4.1), (0, 4.15)], 48, 30)
        middle = whole.positions[whole.indices].mean(axis=1)
        gore = ((np.arctan2(middle[:, 0], middle[:, 2]) + np.pi) / (np.pi / 8)).astype(int) % 2
        for stripe, color in enumerate(("c8322b", "f2e6c8")):
            side = type(whole)(whole.positions, whole.normals, whole.indices[gore == stripe])
            ride.add(side, look.trim("fabric", linear(color), pattern="plain"))
        ride.add(sphere(0.16, 18), gold, (0, 4.25, 0))
        for number in range(8):
            a = 2 * math.pi * number / 8
            x, z = 1.8 * math.sin(a), 1.8 * math.cos(a)
            ride.add(rod((x, 0.3, z), (x, 2.9, z), 0.03), gold)
            y = 1.0 + 0.22 * math.sin(2.1 * number)
            _wooden_horse(
                ride,
                look,
                placed((x, y, z), (0, math.degrees(a) + 90, 0)),
                ("f5efe0", "3a2a22", "b9814a", "d8d8da")[number % 4],
            )
            ride.add(
                ellipsoid((0.14, 0.14, 0.14), 12),
                look.trim("glass", linear("ffe2a0"), emission=1.5, opacity=1.0),
                (2.68 * math.sin(a), 2.93, 2.68 * math.cos(a)),
            )
    return ride


def _wooden_horse(thing: Assembly, look: Look, stand: np.ndarray, color: str) -> None:
    coat, saddle = (
        look.trim("wood", linear(color), pattern="plain", roughness=0.25),
        look.trim("wood", linear("c8322b"), pattern="plain", roughness=0.3),
    )
    for mesh, at, turn in (
        (ellipsoid((0.3, 0.34, 0.8), 16), (0, 0, 0), (0, 0, 0)),
        (ellipsoid((0.2, 0.55, 0.24), 14), (0, 0.28, 0.38), (30, 0, 0)),
        (ellipsoid((0.18, 0.2, 0.4), 14), (0, 0.5, 0.58), (25, 0, 0)),
    ):
        thing.add(transformed(mesh, stand @ placed(at, turn)), coat)
    for x, z, lean in ((0.1, 0.28, -50), (-0.1, 0.28, -20), (0.1, -0.28, 45), (-0.1, -0.28, 20)):
        leg = transformed(ellipsoid((0.1, 0.55, 0.11), 10), placed((x, -0.3, z), (lean, 0, 0)))
        thing.add(transformed(leg, stand), coat)
    thing.add(
        transformed(ellipsoid((0.34, 0.2, 0.36), 14), stand @ placed((0, 0.1, -0.02))), saddle
    )
    thing.add(
        transformed(
            ellipsoid((0.1, 0.4, 0.14), 10), stand @ placed((0, -0.05, -0.45), (-30, 0, 0))
        ),
        saddle,
    )


def _trampoline(look: Look, _rng: np.random.Generator) -> Assembly:
    tramp = Assembly("metal", 45.0)
    tramp.add(torus(1.3, 0.035, 48, 10), _steel(look), (0, 0.62, 0))
    pad = [(1.1, 0.635), (1.36, 0.625), (1.38, 0.65), (1.1, 0.665), (1.1, 0.635)]
    tramp.add(
        lathe(rounded_profile(pad, 0.01), 48), look.paint("foam", linear("2f6fb8"), roughness=0.5)
    )
    tramp.add(
        cylinder(1.12, 0.012, 0.002, 48),
        look.trim("fabric", linear("17191c"), pattern="plain"),
        (0, 0.63, 0),
    )
    tramp.post(1.3, 0.03, (0, 0.615, 0))
    for a in np.arange(6) * np.pi / 3:
        s, c = 1.28 * math.sin(a), 1.28 * math.cos(a)
        tramp.add(rod((s, 0, c), (s, 0.62, c), 0.03), _steel(look))
        tramp.post(0.03, 0.6, (s, 0, c))
    return tramp


def _kite_tail(kite: Assembly, look: Look, red: Surface, yellow: Surface) -> None:
    """A line with bows."""
    t = np.linspace(0, 1, 26)
    tail = np.column_stack(
        [0.1 * np.sin(9 * t), 0.25 - 0.238 * np.minimum(t * 1.5, 1), 0.17 + 0.9 * t]
    )
    kite.add(sweep(tail, 0.004, 6), look.trim("fabric", COLOURS["ivory"]))
    for number in (5, 10, 15, 20):
        x, y, z = tail[number]
        for s in (-1.0, 1.0):
            bow = transformed(
                ellipsoid((0.09, 0.02, 0.05), 10),
                placed((float(x) + s * 0.045, float(y), float(z)), (0, 20 * s, 12 * s)),
            )
            kite.add(bow, (red, yellow)[number // 5 % 2])


def _kite(look: Look, _rng: np.random.Generator) -> Assembly:
    kite = Assembly("fabric", 0.25)
    lean = placed((0, 0.72, 0), (-20, 0, 0))
    red, yellow = (
        look.paint("fabric", linear("d0342a"), pattern="plain"),
        look.trim("fabric", linear("f0c23a"), pattern="plain"),
    )
    quarters = (
        ((0, 0.5), (0.36, 0.14), (0, 0.14)),
        ((0, 0.14), (0.36, 0.14), (0, -0.5)),
        ((0, 0.5), (0, 0.14), (-0.36, 0.14)),
        ((0, 0.14), (0, -0.5), (-0.36, 0.14)),
    )
    for number, corners in enumerate(quarters):
        kite.add(transformed(extrude(corners, 0.008), lean), red if number in (0, 3) else yellow)
    stick = look.trim("wood", linear("a8763c"))
    for a, b in (
        ((0, 0.5, -0.006), (0, -0.5, -0.006)),
        ((-0.36, 0.14, -0.006), (0.36, 0.14, -0.006)),
    ):
        kite.add(transformed(rod(a, b, 0.006), lean), stick)
    _kite_tail(kite, look, red, yellow)
    kite.hull(
        np.array(
            [
                (x, y, z)
                for x, y in ((0, 0.5), (0.36, 0.14), (0, -0.5), (-0.36, 0.14))
                for z in (-0.005, 0.005)
            ]
        )
        @ lean[:3, :3].T
        + lean[:3, 3]
    )
    return kite


def _dice(look: Look, _rng: np.random.Generator) -> Assembly:
    dice = Assembly("plastic", 0.006, solid=False)
    side = 0.018
    body = common(
        block((side, side, side), 0.0018, 2),
        transformed(sphere(side * 0.72, 36), placed((0, side / 2, 0))),
    )
    dice.add(body, look.paint("plastic", COLOURS["ivory"], roughness=0.15))
    dot = look.trim("plastic", linear("b3201c") if look.color is None else COLOURS["black"])
    d = side * 0.25
    faces = (
        (1, (0, 0, 0)),
        (6, (180, 0, 0)),
        (2, (90, 0, 0)),
        (5, (-90, 0, 0)),
        (3, (0, 0, -90)),
        (4, (0, 0, 90)),
    )
    for pips, turn in faces:
        spots = [(0.0, 0.0)] if pips % 2 else []
        spots += [(-d, -d), (d, d)] if pips > 1 else []
        spots += [(-d, d), (d, -d)] if pips > 3 else []
        spots += [(-d, 0.0), (d, 0.0)] if pips == 6 else []
        for x, z in spots:
            pip = transformed(
                ellipsoid((side * 0.19, 0.0012, side * 0.19), 14),
                placed((0, side / 2, 0), turn) @ placed((x, side / 2, z)),
            )
            dice.add(pip, dot)
    dice.box((side, side, side))
    return dice


def _chess_king(look: Look, _rng: np.random.Generator) -> Assembly:
    king = Assembly("wood", 0.06)
    wood = look.paint("wood", linear("e2c48e"), pattern="plain", roughness=0.25)
    line = [
        (0, 0),
        (0.019, 0),
        (0.019, 0.006),
        (0.016, 0.009),
        (0.017, 0.013),
        (0.009, 0.022),
        (0.007, 0.05),
        (0.012, 0.056),
        (0.009, 0.06),
        (0.013, 0.078),
        (0.011, 0.082),
        (0.004, 0.086),
        (0, 0.087),
    ]
    king.add(lathe(rounded_profile(line, 0.003), 36), wood)
    king.add(block((0.0045, 0.016, 0.0045), 0.001), wood, (0, 0.085, 0))
    king.add(block((0.012, 0.0045, 0.0045), 0.001), wood, (0, 0.091, 0))
    king.post(0.018, 0.012)
    king.post(0.011, 0.09)
    return king


def _playing_card(look: Look, _rng: np.random.Generator) -> Assembly:
    card = Assembly("paper", 0.002)
    card.add(
        extrude(rounded_rectangle(0.063, 0.088, 0.004), 0.0008),
        look.trim("paper", COLOURS["white"], roughness=0.4),
        (0, 0.0004, 0),
        _FLAT,
    )
    red = look.paint("paper", linear("c8201c"), roughness=0.4)
    t = np.linspace(0, 2 * np.pi, 40)[:-1]
    heart = (
        np.column_stack(
            [
                16 * np.sin(t) ** 3,
                13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t),
            ]
        )
        / 17
    )
    for x, z, size in ((0, 0, 0.014), (-0.024, -0.035, 0.0042), (0.024, 0.035, -0.0042)):
        card.add(extrude(heart * size, 0.0006), red, (x, 0.0008, z), _FLAT)
    letter = [
        (-0.0035, 0),
        (-0.0022, 0),
        (-0.0014, 0.003),
        (0.0014, 0.003),
        (0.0022, 0),
        (0.0035, 0),
        (0.0008, 0.009),
        (-0.0008, 0.009),
    ]
    for x, z, turn in ((-0.024, -0.0245, 0), (0.024, 0.0245, 180)):
        card.add(extrude(letter, 0.0006), red, (x, 0.0008, z), (-90, turn, 0))
    card.box((0.063, 0.0012, 0.088))
    return card


def _doll_half_face(doll: Assembly, look: Look, x: float, hair: Surface) -> None:
    """An eye, a cheek and a plait."""
    doll.add(
        sphere(0.0095, 12),
        look.trim("plastic", COLOURS["black"], roughness=0.1),
        (x * 0.022, 0.343, 0.05),
    )
    doll.add(
        ellipsoid((0.02, 0.011, 0.006), 10),
        look.trim("fabric", linear("e8909a")),
        (x * 0.034, 0.322, 0.046),
    )
    doll.add(
        sweep(
            rounded_path([(x * 0.055, 0.36, 0), (x * 0.1, 0.36, -0.01), (x * 0.1, 0.26, 0.01)]),
            0.018,
            10,
        ),
        hair,
    )


def _doll_limbs(doll: Assembly, look: Look, dress: Surface, x: float, skin: Surface) -> None:
    """An arm and a leg."""
    doll.add(sphere(0.016, 12), dress, (x * 0.082, 0.37, 0))
    doll.pill((x * 0.05, 0.25, 0.0), (x * 0.1, 0.16, 0.02), 0.015)
    doll.add(
        sweep(
            [(x * 0.04, 0.262, 0), (x * 0.075, 0.21, 0.01), (x * 0.1, 0.16, 0.02)],
            [0.02, 0.017, 0.015],
            12,
        ),
        dress,
    )
    doll.add(sphere(0.018, 14), skin, (x * 0.104, 0.15, 0.022))
    doll.add(
        rod((x * 0.032, 0.09, 0), (x * 0.036, 0.03, 0), 0.016),
        look.trim("fabric", COLOURS["white"]),
    )
    doll.add(
        transformed(ellipsoid((0.036, 0.034, 0.058), 14), placed((x * 0.037, 0.016, 0.01))),
        look.trim("leather", linear("9a2a2a")),
    )


def _doll(look: Look, _rng: np.random.Generator) -> Assembly:
    doll = Assembly("fabric", 0.3)
    skin = look.trim("fabric", linear("f0c8a4"), roughness=0.8)
    dress, hair = (
        look.paint("fabric", linear("d0567a"), pattern="plain"),
        look.trim("fabric", linear("7a3f1d"), pattern="fabric", pattern_scale_m=0.02),
    )
    doll.body(ellipsoid((0.12, 0.125, 0.11), 26), skin, (0, 0.34, 0))
    doll.add(transformed(ellipsoid((0.13, 0.11, 0.118), 22), placed((0, 0.362, -0.014))), hair)
    for x in (-1.0, 1.0):
        _doll_half_face(doll, look, x, hair)
        _doll_limbs(doll, look, dress, x, skin)
    doll.add(
        ellipsoid((0.024, 0.008, 0.006), 12),
        look.trim("fabric", linear("b3302f")),
        (0, 0.311, 0.05),
    )
    doll.body(
        lathe(
            rounded_profile(
                [(0, 0.07), (0.1, 0.07), (0.098, 0.082), (0.045, 0.2), (0.035, 0.28), (0, 0.285)],
                0.01,
            ),
            30,
        ),
        dress,
    )
    doll.add(torus(0.0985, 0.005, 30, 6), look.trim("fabric", COLOURS["white"]), (0, 0.075, 0))
    doll.box((0.11, 0.07, 0.06))
    return doll


def _frisbee(look: Look, _rng: np.random.Generator) -> Assembly:
    disc = Assembly("plastic", 0.175)
    line = [
        (0, 0.024),
        (0.1, 0.022),
        (0.13, 0.012),
        (0.135, 0),
        (0.131, 0),
        (0.126, 0.01),
        (0.098, 0.018),
        (0, 0.02),
    ]
    disc.add(
        lathe(rounded_profile(np.array(line)[::-1], 0.006), 52, 60),
        look.paint("plastic", linear("e0502a"), roughness=0.3),
    )
    disc.add(torus(0.07, 0.0015, 48, 6), look.trim("plastic", COLOURS["white"]), (0, 0.0228, 0))
    disc.post(0.134, 0.023)
    return disc


def _surfboard(look: Look, _rng: np.random.Generator) -> Assembly:
    board = Assembly("foam", 3.2)
    z = np.linspace(-1, 1, 33)
    half = 0.27 * np.clip(1 - np.abs(z) ** 2.4, 0, 1) ** 0.6 * (1 - 0.12 * z)
    outline = np.vstack(
        [np.column_stack([half, z * 1.05]), np.column_stack([-half, z * 1.05])[-2:0:-1]]
    )
    deck = extrude(outline, 0.055, 0.022)
    board.body(
        deck,
        look.paint("foam", linear("f0ead8"), pattern="plain", roughness=0.15),
        (0, 0.12, 0),
        _FLAT,
    )
    for x, color in ((-0.08, "2f8fb8"), (0.08, "e0602a")):
        stripe = common(deck, transformed(block((0.05, 4.0, 0.2), 0), placed((x, -2, 0))))
        board.add(
            transformed(stripe, np.diag([1, 1, 1.03, 1.0])),
            look.trim("plastic", linear(color), roughness=0.15),
            (0, 0.12, 0),
            _FLAT,
        )
    for x, at in ((0, 0.86), (-0.11, 0.72), (0.11, 0.72)):
        fin = [(-0.07, 0), (0.05, 0), (0.075, -0.11), (0.04, -0.1), (-0.03, -0.03)]
        board.add(
            transformed(extrude(fin, 0.008, 0.003), placed((x, 0.095, at), (0, -90, 0))),
            look.trim("plastic", COLOURS["charcoal"]),
        )
    return board


def _skis(look: Look, _rng: np.random.Generator) -> Assembly:
    skis = Assembly("plastic", 5.5)
    for x in (-0.08, 0.08):
        line = rounded_profile([(0.9, 0.14), (0.72, 0.012), (-0.85, 0.012)], 0.25, 8)
        blade = np.vstack([line + np.array([0, 0.006]), (line - np.array([0, 0.006]))[::-1]])
        skis.add(
            transformed(extrude(blade, 0.085, 0.003), placed((x, 0, 0), (0, -90, 0))),
            look.paint("plastic", linear("c8302a"), roughness=0.2),
        )
        skis.add(
            block((0.07, 0.05, 0.3), 0.012),
            look.trim("plastic", COLOURS["charcoal"]),
            (x, 0.018, -0.05),
        )
        skis.add(block((0.08, 0.03, 0.06), 0.008), _steel(look), (x, 0.055, 0.08))
        skis.box((0.085, 0.02, 1.5), (x, 0.004, -0.08))
        skis.add(rod((x * 3.2, 0.012, 0.62), (x * 3.0, 0.012, -0.55), 0.008), _steel(look))
        skis.add(
            transformed(
                cylinder(0.014, 0.11, 0.004, 14), placed((x * 3.0, 0.014, -0.48), (-90, 0, 0))
            ),
            look.trim("rubber"),
        )
        skis.add(
            torus(0.035, 0.004, 20, 6),
            look.trim("plastic", linear("c8302a")),
            (x * 3.19, 0.036, 0.56),
            (90, 0, 0),
        )
    return skis


def _dumbbell(look: Look, _rng: np.random.Generator) -> Assembly:
    bell = Assembly("metal", 10.0)
    iron = look.paint("metal", linear("2b2e33"), metallic=0.0, pattern="plain", roughness=0.4)
    lift = 0.075
    bell.add(rod((-0.15, lift, 0), (0.15, lift, 0), 0.0145), _steel(look))
    bell.pill((-0.12, lift, 0), (0.12, lift, 0), 0.0145)
    for s in (-1.0, 1.0):
        for x, r, w in ((0.075, 0.075, 0.035), (0.112, 0.06, 0.03)):
            bell.body(
                transformed(
                    cylinder(r, w, 0.008, 28), placed((s * x + w / 2, lift, 0), (0, 0, 90))
                ),
                iron,
            )
    return bell


def _boxing_glove(look: Look, _rng: np.random.Generator) -> Assembly:
    glove = Assembly("leather", 0.35)
    red = look.paint("leather", linear("c0221d"), roughness=0.25)
    glove.body(
        fuselage(
            [
                (0.16, 0.075, 0, 0),
                (0.155, 0.075, 0.045, 0.04),
                (0.12, 0.078, 0.068, 0.066),
                (0.06, 0.078, 0.075, 0.074),
                (0.0, 0.072, 0.064, 0.066),
                (-0.06, 0.066, 0.05, 0.052),
                (-0.07, 0.066, 0, 0),
            ],
            28,
        ),
        red,
    )
    glove.add(
        transformed(ellipsoid((0.055, 0.06, 0.13), 20), placed((0.07, 0.085, 0.05), (0, -14, 0))),
        red,
    )
    glove.body(
        transformed(
            cylinder(0.05, 0.085, 0.012, 28, 0.056), placed((0, 0.066, -0.06), (-90, 0, 0))
        ),
        look.trim("leather", COLOURS["white"], roughness=0.35),
    )
    glove.add(torus(0.055, 0.006, 28, 8), red, (0, 0.066, -0.142), (90, 0, 0))
    return glove


def _rubber_duck(look: Look, _rng: np.random.Generator) -> Assembly:
    duck = Assembly("rubber", 0.06)
    yellow = look.paint("rubber", linear("f2cc2a"), roughness=0.25)
    body = transformed(ellipsoid((0.08, 0.062, 0.105), 28), placed((0, 0.032, 0)))
    tail = transformed(ellipsoid((0.034, 0.026, 0.05), 16), placed((0, 0.052, -0.048), (32, 0, 0)))
    duck.add(joined(body, tail, transformed(sphere(0.032, 26), placed((0, 0.082, 0.024)))), yellow)
    for x in (-1.0, 1.0):
        duck.add(
            transformed(
                ellipsoid((0.014, 0.036, 0.058), 16),
                placed((x * 0.037, 0.04, -0.008), (15, 0, 8 * x)),
            ),
            yellow,
        )
        duck.add(
            sphere(0.0055, 12),
            look.trim("plastic", COLOURS["black"], roughness=0.1),
            (x * 0.014, 0.092, 0.051),
        )
    duck.add(
        transformed(ellipsoid((0.03, 0.011, 0.026), 16), placed((0, 0.078, 0.058))),
        look.trim("rubber", linear("e07a22"), roughness=0.3),
    )
    duck.hull(
        [
            (s * w, y, z)
            for s in (-1, 1)
            for w, y, z in (
                (0.025, 0.003, -0.03),
                (0.025, 0.003, 0.035),
                (0.038, 0.03, 0.02),
                (0.038, 0.03, -0.02),
                (0.01, 0.05, -0.06),
                (0.02, 0.05, 0.04),
            )
        ]
    )
    duck.ball(0.031, (0, 0.082, 0.024))
    return duck


PLAY = things(
    {
        "slide": Thing(_slide, NATURAL),
        "carousel": Thing(_carousel, NATURAL),
        "trampoline": Thing(_trampoline, NATURAL, 0.645),
        "kite": Thing(_kite, NATURAL),
        "dice": Thing(_dice, ROUND),
        "chess piece": Thing(_chess_king),
        "playing card": Thing(_playing_card, NATURAL),
        "doll": Thing(_doll, NATURAL),
        "rubber duck": Thing(_rubber_duck, NATURAL),
        "frisbee": Thing(_frisbee),
        "surfboard": Thing(_surfboard, NATURAL),
        "skis": Thing(_skis, NATURAL),
        "dumbbell": Thing(_dumbbell),
        "boxing glove": Thing(_boxing_glove, NATURAL),
    }
)
