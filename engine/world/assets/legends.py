"""Treasure and arms: what legends and old ships are full of."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import NATURAL, Assembly, Thing, things
from engine.world.assets.kitchenware import rounded_path
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.road_vehicles import block
from engine.world.assets.shapes import ellipsoid, placed, sphere, transformed
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
from engine.world.model import Surface

_FLAT = (-90.0, 0.0, 0.0)


def _steel(look: Look) -> Surface:
    return look.trim("metal", linear("cfd4d8"), pattern="plain", roughness=0.2)


def _gold(look: Look) -> Surface:
    return look.paint("metal", linear("d6a73a"), pattern="plain", roughness=0.2)


def _lantern(look: Look, _rng: np.random.Generator) -> Assembly:
    lantern = Assembly("metal", 1.3)
    iron = look.paint("metal", linear("3a3f44"), metallic=0.0, pattern="plain", roughness=0.4)
    lantern.add(
        lathe(
            rounded_profile([(0, 0), (0.085, 0), (0.085, 0.02), (0.065, 0.035), (0, 0.035)], 0.006),
            6,
            20,
        ),
        iron,
    )
    lantern.add(
        cylinder(0.058, 0.14, 0.002, 6),
        look.trim("glass", linear("ffe2a0"), opacity=0.4, refraction=1.5),
        (0, 0.035, 0),
    )
    for a in np.arange(6) * np.pi / 3:
        x, z = 0.064 * float(np.sin(a)), 0.064 * float(np.cos(a))
        lantern.add(rod((x, 0.03, z), (x, 0.18, z), 0.005), iron)
    lantern.add(
        lathe(
            [(0, 0.175), (0.09, 0.175), (0.085, 0.185), (0.03, 0.225), (0.02, 0.24), (0, 0.24)],
            6,
            20,
        ),
        iron,
    )
    lantern.add(torus(0.035, 0.005, 28, 8), iron, (0, 0.27, 0), (90, 0, 0))
    lantern.add(
        cylinder(0.02, 0.05, 0.004, 18), look.trim("plastic", COLOURS["ivory"]), (0, 0.035, 0)
    )
    flame = lathe(
        rounded_profile([(0, 0), (0.012, 0.014), (0.008, 0.035), (0, 0.06)], 0.012, 4), 16, 80
    )
    lantern.add(
        flame, look.trim("glass", linear("ffb84a"), emission=4.0, opacity=1.0), (0, 0.085, 0)
    )
    lantern.post(0.078, 0.2)
    return lantern


def _torch(look: Look, _rng: np.random.Generator) -> Assembly:
    torch = Assembly("wood", 0.9)
    torch.add(
        sweep([(0, 0, 0), (0, 0.45, 0)], [0.018, 0.026], 12), look.paint("wood", linear("6b4426"))
    )
    wrap = look.trim("fabric", linear("b89a6a"), pattern="stripes", pattern_scale_m=0.03)
    torch.add(
        lathe(
            rounded_profile([(0, 0), (0.03, 0), (0.05, 0.05), (0.048, 0.11), (0, 0.13)], 0.012), 22
        ),
        wrap,
        (0, 0.42, 0),
    )
    for number, (x, z, size) in enumerate(
        ((0, 0, 1.0), (0.022, 0.012, 0.7), (-0.02, 0.016, 0.62), (0.0, -0.022, 0.66))
    ):
        flame = lathe(
            rounded_profile([(0, 0), (0.042, 0.05), (0.026, 0.14), (0, 0.27)], 0.05, 5), 18, 80
        )
        scaled = transformed(flame, np.diag([size, size, size, 1.0]))
        torch.add(
            scaled,
            look.trim(
                "glass",
                linear(("ff8a1e", "ffb63a", "ffd26a", "ff9c2a")[number]),
                emission=3.5,
                opacity=1.0,
            ),
            (x, 0.5, z),
            part="flame",
        )
    torch.pill((0, 0.02, 0), (0, 0.46, 0), 0.02)
    torch.ball(0.05, (0, 0.48, 0))
    return torch


def _sword(look: Look, _rng: np.random.Generator) -> Assembly:
    sword = Assembly("metal", 1.3)
    blade = hull_of(
        [
            (x, y, z)
            for x, w in ((-0.05, 0.024), (0.64, 0.019))
            for y, z in ((0.004, 0), (-0.004, 0), (0, w), (0, -w))
        ]
        + [(0.75, 0, 0)],
        15,
    )
    sword.body(
        blade, look.paint("metal", linear("d6dbdf"), pattern="plain", roughness=0.12), (0, 0.018, 0)
    )
    sword.add(rod((-0.05, 0.018, -0.1), (-0.05, 0.018, 0.1), 0.009), _gold(look))
    for z in (-0.1, 0.1):
        sword.add(sphere(0.014, 16), _gold(look), (-0.05, 0.018, z))
    sword.add(
        rod((-0.05, 0.018, 0), (-0.18, 0.018, 0), 0.0125),
        look.trim("leather", linear("4a2214"), pattern="stripes", pattern_scale_m=0.02),
    )
    sword.add(sphere(0.018, 20), _gold(look), (-0.195, 0.018, 0))
    sword.box((0.02, 0.018, 0.22), (-0.05, 0.009, 0))
    sword.pill((-0.06, 0.018, 0), (-0.19, 0.018, 0), 0.013)
    return sword


def _shield(look: Look, _rng: np.random.Generator) -> Assembly:
    shield = Assembly("wood", 4.0)
    side = rounded_profile(
        [
            (0.0, -0.42),
            (0.2, -0.2),
            (0.27, 0.1),
            (0.27, 0.36),
            (0, 0.4),
            (-0.27, 0.36),
            (-0.27, 0.1),
            (-0.2, -0.2),
            (0, -0.42),
        ],
        0.16,
        6,
    )[:-1]
    lean = placed((0, 0.42, 0), (-14, 0, 0))
    shield.add(
        transformed(extrude(side, 0.035, 0.01), lean),
        look.trim("metal", linear("b9bec3"), pattern="plain", roughness=0.25),
    )
    shield.add(
        transformed(extrude(side * 0.93, 0.045, 0.006), lean),
        look.paint("wood", linear("b3271f"), pattern="plain", roughness=0.35),
    )
    gold = _gold(look)
    shield.add(transformed(block((0.06, 0.68, 0.05), 0.004), lean @ placed((0, -0.34, 0))), gold)
    shield.add(transformed(block((0.48, 0.06, 0.05), 0.004), lean @ placed((0, 0.08, 0))), gold)
    shield.add(transformed(ellipsoid((0.14, 0.14, 0.1), 26), lean @ placed((0, 0.11, 0.02))), gold)
    for x, y in ((0.2, 0.3), (-0.2, 0.3), (0.17, -0.14), (-0.17, -0.14)):
        shield.add(transformed(sphere(0.014, 12), lean @ placed((x, y, 0.022))), gold)
    prop = lean @ np.array([0, 0.2, -0.02, 1.0])
    shield.add(rod((0, float(prop[1]), float(prop[2])), (0, 0.02, -0.26), 0.012), look.trim("wood"))
    shield.hull(
        np.array([(x, y, z) for x, y in side[::2] for z in (-0.02, 0.02)]) @ lean[:3, :3].T
        + lean[:3, 3]
    )
    shield.pill((0, float(prop[1]) - 0.02, float(prop[2])), (0, 0.03, -0.25), 0.012)
    return shield


def _chest_lid(chest: Assembly, wood: Surface, brass: Surface) -> None:
    """The vaulted lid with its bands, wide open."""
    with chest.hinge("lid", "lid", (0, 0.345, -0.24), (-1, 0, 0), (-55, 55)):
        arc = np.linspace(0, np.pi, 15)
        outer = [(0.24 * np.cos(a), 0.17 * np.sin(a)) for a in arc]
        inner = [(0.21 * np.cos(a), 0.14 * np.sin(a)) for a in arc[::-1]]
        opened = placed((0, 0.345, -0.24), (-55, 0, 0)) @ placed((0, 0, 0.24), (0, -90, 0))
        chest.add(transformed(extrude([*outer, *inner], 0.8, 0.004), opened), wood)
        for x in (-0.39, 0.39):
            chest.add(transformed(extrude(outer, 0.03, 0.003), opened @ placed((0, 0, x))), wood)
        for x in (-0.3, 0.3):
            band = [(c * 1.03, s * 1.04) for c, s in outer] + [
                (c * 0.98, s * 0.98) for c, s in outer[::-1]
            ]
            chest.add(transformed(extrude(band, 0.05, 0.003), opened @ placed((0, 0, x))), brass)


def _treasure_chest(look: Look, _rng: np.random.Generator) -> Assembly:
    chest = Assembly("wood", 24.0)
    wood = look.paint("wood", linear("7d4c26"), pattern="planks", pattern_scale_m=0.1)
    brass = look.trim("metal", COLOURS["brass"], pattern="plain", roughness=0.3)
    chest.add(
        cut(
            block((0.8, 0.34, 0.48), 0.01),
            transformed(block((0.74, 0.4, 0.42), 0.005), placed((0, 0.04, 0))),
        ),
        wood,
    )
    chest.box((0.8, 0.04, 0.48))
    for s in (-1.0, 1.0):
        chest.box((0.03, 0.34, 0.48), (s * 0.385, 0, 0))
        chest.box((0.8, 0.34, 0.03), (0, 0, s * 0.225))
    gold = look.trim("metal", COLOURS["gold"], pattern="plain", roughness=0.2)
    heap = transformed(ellipsoid((0.7, 0.3, 0.4), 24), placed((0, 0.19, 0)))
    chest.add(heap, gold)
    for number in range(26):
        r, a = 0.3 * ((number * 0.618) % 1) ** 0.5, number * 2.4
        x, z = 1.1 * r * float(np.sin(a)), 0.6 * r * float(np.cos(a))
        y = 0.19 + 0.15 * float(np.sqrt(max(1 - (x / 0.35) ** 2 - (z / 0.2) ** 2, 0)))
        chest.add(
            transformed(
                cylinder(0.025, 0.007, 0.002, 12),
                placed(
                    (x, y - 0.003, z),
                    (25 * np.sin(number * 1.7), 40.0 * number, 25 * np.cos(number * 2.3)),
                ),
            ),
            gold,
        )
    _chest_lid(chest, wood, brass)
    for x in (-0.3, 0.3):
        chest.add(block((0.05, 0.34, 0.012), 0.004), brass, (x, 0, 0.24))
    chest.add(block((0.1, 0.12, 0.025), 0.01), brass, (0, 0.22, 0.245))
    return chest


def _gun_carriage(cannon: Assembly, wood: Surface, iron: Surface) -> None:
    """Two cheeks on four wheels."""
    for x in (-1.0, 1.0):
        side = [(-0.62, 0.16), (0.3, 0.24), (0.3, 0.5), (0.02, 0.56), (-0.3, 0.44), (-0.62, 0.34)]
        cannon.body(
            transformed(extrude(side, 0.07, 0.012), placed((x * 0.21, 0, 0), (0, -90, 0))), wood
        )
        for name, z, r in (("front", 0.14, 0.24), ("rear", -0.48, 0.18)):
            with cannon.hinge(
                f"{name} wheel {'left' if x > 0 else 'right'}", "wheel", (x * 0.3, r, z), (1, 0, 0)
            ):
                cannon.add(
                    transformed(
                        cylinder(r, 0.07, 0.01, 28), placed((x * 0.3 + 0.035, r, z), (0, 0, 90))
                    ),
                    wood,
                )
                cannon.add(torus(r * 0.98, 0.018, 28, 8), iron, (x * 0.3, r, z), (0, 0, 90))
                cannon.add(
                    transformed(
                        cylinder(0.045, 0.1, 0.01, 16), placed((x * 0.3 + 0.05, r, z), (0, 0, 90))
                    ),
                    iron,
                )
                cannon.post(r, 0.07, (x * 0.3 + 0.035, r, z), (0, 0, 90))


def _cannon(look: Look, _rng: np.random.Generator) -> Assembly:
    cannon = Assembly("metal", 320.0)
    iron = look.paint("metal", linear("33373b"), metallic=0.0, pattern="plain", roughness=0.35)
    wood = look.trim("wood", linear("7a4a26"))
    line = rounded_profile(
        [
            (0, -0.02),
            (0.05, 0.0),
            (0.05, 0.05),
            (0.17, 0.1),
            (0.18, 0.16),
            (0.165, 0.2),
            (0.16, 0.5),
            (0.13, 0.52),
            (0.12, 1.05),
            (0.15, 1.1),
            (0.15, 1.18),
            (0.085, 1.18),
            (0.08, 0.9),
            (0, 0.9),
        ],
        0.015,
    )
    tilt = placed((0, 0.5, -0.5), (82, 0, 0))
    cannon.add(transformed(lathe(line, 36), tilt), iron)
    cannon.add(rod((-0.27, 0.52, -0.02), (0.27, 0.52, -0.02), 0.04), iron)
    _gun_carriage(cannon, wood, iron)
    low, high = tilt @ (0, 0.15, 0, 1), tilt @ (0, 1.08, 0, 1)
    cannon.pill(tuple(low[:3]), tuple(high[:3]), 0.13)
    for number, (x, z) in enumerate(((0.55, 0.3), (0.72, 0.3), (0.635, 0.16), (0.635, 0.25))):
        cannon.add(sphere(0.085, 18), iron, (x, 0.085 if number < 3 else 0.215, z))
    return cannon


def _trophy(look: Look, _rng: np.random.Generator) -> Assembly:
    cup = Assembly("metal", 1.8)
    gold = _gold(look)
    cup.add(block((0.12, 0.06, 0.12), 0.006), look.trim("wood", linear("2b1a12"), roughness=0.2))
    cup.add(block((0.08, 0.022, 0.003), 0.001), gold, (0, 0.02, 0.06))
    outside = [
        (0.04, 0.06),
        (0.036, 0.072),
        (0.012, 0.09),
        (0.012, 0.12),
        (0.03, 0.14),
        (0.062, 0.19),
        (0.076, 0.28),
        (0.08, 0.285),
    ]
    inner = [(0.074, 0.282), (0.058, 0.2), (0.026, 0.152), (0, 0.146)]
    cup.add(lathe([(0, 0.06), *rounded_profile(outside, 0.015), *inner], 44, 50), gold)
    for s in (-1.0, 1.0):
        bow = rounded_path(
            [(s * 0.07, 0.265, 0), (s * 0.13, 0.29, 0), (s * 0.125, 0.19, 0), (s * 0.05, 0.175, 0)]
        )
        cup.add(sweep(bow, 0.0062, 10), gold)
    star = [
        (r * np.cos(a), r * np.sin(a))
        for a, r in ((np.pi / 2 + n * np.pi / 5, 0.03 if n % 2 == 0 else 0.0125) for n in range(10))
    ]
    cup.add(extrude(star, 0.006, 0.001), gold, (0, 0.235, 0.0705), (-6, 0, 0))
    cup.box((0.12, 0.06, 0.12))
    cup.post(0.02, 0.08, (0, 0.06, 0))
    turn = np.arange(12) * np.pi / 6
    cup.hull(
        [
            (r * np.sin(a), y, r * np.cos(a))
            for r, y in ((0.03, 0.14), (0.062, 0.19), (0.078, 0.285))
            for a in turn
        ]
    )
    return cup


LEGENDS = things(
    {
        "lantern": Thing(_lantern),
        "torch": Thing(_torch, NATURAL),
        "sword": Thing(_sword, NATURAL),
        "shield": Thing(_shield, NATURAL),
        "treasure chest": Thing(_treasure_chest, NATURAL),
        "cannon": Thing(_cannon, NATURAL),
        "trophy": Thing(_trophy, NATURAL),
    }
)
