"""Rocks, logs, snow, water: what lies about outdoors."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import NATURAL, Assembly, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.shapes import blob, ellipsoid, sphere
from engine.world.assets.sweeps import cone, cylinder, lathe, rod, sweep


def _rock(look: Look, rng: np.random.Generator) -> Assembly:
    rock = Assembly("stone", 95.0, solid=True)
    squash = (1.12, 0.72, 0.92)
    stone = blob(
        0.28, int(rng.integers(2**31)), roughness=0.17, divisions=3, crease_deg=32, squash=squash
    )
    surface = look.paint("stone", linear("85807a"), color2=linear("5f5b55"), pattern_scale_m=0.35)
    lowest = float(stone.positions[:, 1].min())
    rock.add(stone, surface, (0, -lowest, 0))
    rock.hull(stone.positions[::3] + np.array([0, -lowest, 0], np.float32))
    return rock


def _log(look: Look, _rng: np.random.Generator) -> Assembly:
    log = Assembly("wood", 60.0)
    bark = look.paint("wood", linear("5d4734"), roughness=0.95)
    cut = look.trim("wood", linear("c39a63"))
    path = [(-0.75, 0.15, 0), (-0.3, 0.155, 0.01), (0.2, 0.15, -0.01), (0.75, 0.152, 0)]
    log.add(sweep(path, [0.15, 0.143, 0.147, 0.15], 20), bark)
    for side in (-1, 1):
        log.add(cylinder(0.128, 0.01, 0.002, 24), cut, (side * 0.747, 0.15, 0), (0, 0, -90 * side))
    log.post(0.15, 1.5, (0.75, 0.15, 0), (0, 0, 90))
    return log


def _stump(look: Look, _rng: np.random.Generator) -> Assembly:
    stump = Assembly("wood", 45.0, fixed=True)
    line = [(0, 0), (0.34, 0), (0.26, 0.08), (0.22, 0.2), (0.215, 0.38), (0, 0.385)]
    stump.add(lathe(line, 28), look.paint("wood", linear("5d4734"), roughness=0.95))
    stump.add(cylinder(0.19, 0.012, 0.003, 28), look.trim("wood", linear("c39a63")), (0, 0.378, 0))
    stump.post(0.22, 0.385)
    return stump


def _snowman(look: Look, _rng: np.random.Generator) -> Assembly:
    man = Assembly("snow", 90.0)
    snow = look.paint("snow", linear("e8edf2"))
    for y, radius in ((0.4, 0.42), (0.98, 0.3), (1.4, 0.21)):
        man.add(sphere(radius, 40), snow, (0, y, 0))
        man.ball(radius, (0, y, 0))
    coal = look.trim("stone", COLOURS["black"], pattern="plain")
    for x in (-0.075, 0.075):
        man.add(sphere(0.024, 16), coal, (x, 1.46, 0.192))
    for y, z in ((1.1, 0.28), (0.98, 0.3), (0.86, 0.28)):
        man.add(sphere(0.026, 16), coal, (0, y, z))
    man.add(cone(0.03, 0.2, 18), look.trim("fruit", linear("d9732b")), (0, 1.39, 0.19), (90, 0, 0))
    wood = look.trim("wood", COLOURS["dark brown"])
    for side in (-1, 1):
        man.add(rod((side * 0.25, 1.05, 0), (side * 0.68, 1.28, 0.05), 0.015, 0.008), wood)
    hat = look.trim("fabric", COLOURS["black"], roughness=0.6)
    man.add(cylinder(0.22, 0.02, 0.006, 32), hat, (0, 1.55, 0))
    man.add(cylinder(0.13, 0.2, 0.01, 32), hat, (0, 1.56, 0))
    return man


def _campfire(look: Look, _rng: np.random.Generator) -> Assembly:
    fire = Assembly("wood", 12.0, fixed=True)
    wood = look.paint("wood", linear("4f3826"), roughness=0.95)
    for number in range(5):
        a = 2 * np.pi * number / 5
        foot = (0.32 * float(np.sin(a)), 0.04, 0.32 * float(np.cos(a)))
        fire.add(rod(foot, (-foot[0] * 0.15, 0.3, -foot[2] * 0.15), 0.045, 0.035), wood)
    stone = look.trim("stone")
    for number in range(10):
        a = 2 * np.pi * number / 10
        fire.add(
            ellipsoid((0.17, 0.13, 0.14), 12),
            stone,
            (0.5 * float(np.sin(a)), 0.05, 0.5 * float(np.cos(a))),
        )
    for size, tall, color, glow in ((0.17, 0.62, "d9541e", 3.0), (0.11, 0.45, "f0a02c", 5.0)):
        flame = lathe([(0, 0.0), (size, 0.14), (size * 0.7, tall * 0.5), (0, tall)], 20, 80)
        paint = look.trim("plastic", linear(color), emission=glow)
        fire.add(flame, paint, (0, 0.1, 0), part="flame")
    fire.post(0.5, 0.1)
    return fire


def _mushroom(look: Look, _rng: np.random.Generator) -> Assembly:
    mushroom = Assembly("fruit", 0.08)
    stem = [(0, 0), (0.024, 0), (0.017, 0.03), (0.015, 0.08), (0, 0.085)]
    mushroom.add(lathe(stem, 24, 60), look.trim("fruit", COLOURS["cream"], roughness=0.7))
    cap = [(0, 0.066), (0.052, 0.06), (0.058, 0.07), (0.048, 0.098), (0.02, 0.116), (0, 0.118)]
    spots = look.paint(
        "fruit", linear("b3352a"), color2=COLOURS["ivory"], pattern="spots", pattern_scale_m=0.03
    )
    mushroom.add(lathe(cap, 32, 60), spots)
    mushroom.post(0.02, 0.07)
    mushroom.post(0.05, 0.045, (0, 0.065, 0))
    return mushroom


NATURE = things(
    {
        "rock": Thing(_rock),
        "log": Thing(_log),
        "stump": Thing(_stump),
        "snowman": Thing(_snowman, NATURAL),
        "campfire": Thing(_campfire, NATURAL),
        "mushroom": Thing(_mushroom),
    }
)
