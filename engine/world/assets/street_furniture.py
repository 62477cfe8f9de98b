"""What stands along streets and in parks."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import Assembly, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.shapes import ellipsoid, rounded_box
from engine.world.assets.sweeps import cone, cylinder, extrude, lathe, rod, rounded_profile, sweep

LAMP_LIGHT_M = (0.0, 3.62, 0.0)
"""Where a street lamp's light is, in the lamp's own space."""


def _street_lamp(look: Look, _rng: np.random.Generator) -> Assembly:
    lamp = Assembly("metal", 85.0, fixed=True)
    iron = look.paint("metal", linear("2f3a3c"), metallic=0.0, roughness=0.45, pattern="plain")
    post = [(0, 0), (0.17, 0), (0.17, 0.1), (0.11, 0.2), (0.1, 0.62), (0.075, 0.7), (0.05, 0.8),
            (0.04, 3.1), (0.075, 3.18), (0.05, 3.26), (0.11, 3.36), (0, 3.36)]  # fmt: skip
    lamp.add(lathe(rounded_profile(post, 0.012, 2), 16), iron)
    glass = look.trim("glass", (1.0, 0.83, 0.55), emission=2.4, opacity=1.0)
    lamp.add(cylinder(0.1, 0.44, 0.01, 24, 0.17), glass, (0, 3.36, 0))
    for a in np.arange(6) * np.pi / 3:
        low = (0.105 * float(np.sin(a)), 3.35, 0.105 * float(np.cos(a)))
        high = (0.175 * float(np.sin(a)), 3.82, 0.175 * float(np.cos(a)))
        lamp.add(rod(low, high, 0.009), iron)
    cap = [
        (0, 3.79),
        (0.22, 3.79),
        (0.21, 3.83),
        (0.08, 3.96),
        (0.03, 4.0),
        (0.025, 4.06),
        (0, 4.1),
    ]
    lamp.add(lathe(rounded_profile(cap, 0.01, 2), 16), iron)
    lamp.post(0.17, 0.15)
    lamp.post(0.06, 3.2)
    lamp.post(0.2, 0.6, (0, 3.36, 0))
    return lamp


def _bench(look: Look, _rng: np.random.Generator) -> Assembly:
    bench = Assembly("wood", 38.0, fixed=True)
    wood = look.paint("wood", linear("94622f"))
    iron = look.trim("metal", linear("2f3436"), metallic=0.0, pattern="plain")
    for number in range(4):
        board = rounded_box((1.6, 0.034, 0.098), 0.01)
        bench.add(board, wood, (0, 0.426, 0.17 - number * 0.112))
    for number in range(3):
        y = 0.54 + number * 0.125
        bench.add(
            rounded_box((1.6, 0.098, 0.03), 0.01),
            wood,
            (0, y, -0.245 - number * 0.028),
            (-13, 0, 0),
        )
    for x in (-0.66, 0.66):
        front = [(x, 0, 0.21), (x, 0.2, 0.17), (x, 0.41, 0.19)]
        back = [(x, 0, -0.3), (x, 0.22, -0.22), (x, 0.42, -0.215), (x, 0.86, -0.325)]
        arm = [(x, 0.42, 0.19), (x, 0.64, 0.2), (x, 0.67, 0.1), (x, 0.66, -0.26)]
        for line in (front, back, arm, [(x, 0.415, 0.2), (x, 0.415, -0.22)]):
            bench.add(sweep(line, 0.02, 10), iron)
        bench.box((0.05, 0.42, 0.48), (x, 0, -0.03))
    bench.box((1.6, 0.036, 0.45), (0, 0.424, 0.0))
    bench.box((1.6, 0.4, 0.036), (0, 0.5, -0.235), (-13, 0, 0))
    return bench


def _fence(look: Look, _rng: np.random.Generator) -> Assembly:
    fence = Assembly("wood", 22.0, fixed=True)
    wood = look.paint("wood", linear("b79a76"), roughness=0.85)
    for x in (-0.95, 0.95):
        fence.add(rounded_box((0.1, 1.08, 0.1), 0.014), wood, (x, 0, 0), part="posts")
    for y in (0.3, 0.76):
        fence.add(rounded_box((2.0, 0.09, 0.035), 0.008), wood, (0, y, -0.03), part="rails")
    outline = [(-0.05, 0), (0.05, 0), (0.05, 0.87), (0.0, 0.96), (-0.05, 0.87)]
    picket = extrude(outline, 0.024, 0.005)
    for x in np.linspace(-0.77, 0.77, 9):
        fence.add(picket, wood, (float(x), 0.06, 0.0))
    fence.box((2.0, 1.02, 0.08))
    return fence


def _traffic_light(look: Look, _rng: np.random.Generator) -> Assembly:
    light = Assembly("metal", 60.0, fixed=True)
    dark = look.paint("metal", linear("2c3133"), metallic=0.0, pattern="plain")
    light.add(cylinder(0.06, 2.5, 0.01, 20), dark)
    light.add(cylinder(0.14, 0.12, 0.02, 24), dark)
    light.add(rounded_box((0.34, 0.98, 0.26), 0.05), dark, (0, 2.4, 0))
    for y, color, on in ((3.2, "d8392e", 1.8), (2.9, "7a5a1c", 0.0), (2.6, "235c38", 0.0)):
        lens = look.trim("glass", linear(color), emission=on, opacity=1.0)
        light.add(ellipsoid((0.21, 0.21, 0.06), 24), lens, (0, y, 0.13))
        hood = [(0.115, 0), (0.125, 0), (0.125, 0.12), (0.115, 0.12), (0.115, 0)]
        light.add(lathe(hood, 24), dark, (0, y, 0.12), (90, 0, 0))
    light.post(0.07, 2.5)
    light.box((0.34, 0.98, 0.26), (0, 2.4, 0))
    return light


def _sign(look: Look, _rng: np.random.Generator) -> Assembly:
    sign = Assembly("metal", 12.0, fixed=True)
    steel = look.trim("metal", pattern="plain")
    sign.add(cylinder(0.03, 2.3, 0.005, 16), steel)
    corner = np.arange(8) * np.pi / 4 + np.pi / 8
    plate = np.column_stack([np.cos(corner), np.sin(corner)])
    sign.add(
        extrude(plate * 0.36, 0.02, 0.004),
        look.trim("metal", COLOURS["white"], metallic=0.0),
        (0, 2.15, 0.045),
    )
    face = look.paint("metal", linear("b3302b"), metallic=0.0, pattern="plain")
    sign.add(extrude(plate * 0.325, 0.02, 0.003), face, (0, 2.15, 0.052))
    bar = look.trim("metal", COLOURS["white"], metallic=0.0)
    sign.add(rounded_box((0.4, 0.1, 0.02), 0.004), bar, (0, 2.1, 0.056))
    sign.post(0.03, 2.3)
    sign.box((0.6, 0.6, 0.03), (0, 1.85, 0.045))
    return sign


def _traffic_cone(look: Look, _rng: np.random.Generator) -> Assembly:
    thing = Assembly("plastic", 1.6)
    orange = look.paint("plastic", linear("d9622b"))
    thing.add(rounded_box((0.38, 0.035, 0.38), 0.012), orange)
    thing.add(cylinder(0.14, 0.62, 0.012, 32, 0.03), orange, (0, 0.03, 0))
    band = [(0.105, 0.26), (0.1085, 0.26), (0.082, 0.42), (0.078, 0.42), (0.105, 0.26)]
    thing.add(lathe(band, 32), look.trim("plastic", COLOURS["white"]))
    thing.box((0.38, 0.035, 0.38))
    turn = np.arange(10) * np.pi / 5
    thing.hull(
        [(r * np.sin(a), y, r * np.cos(a)) for r, y in ((0.14, 0.03), (0.03, 0.65)) for a in turn]
    )
    return thing


def _hydrant(look: Look, _rng: np.random.Generator) -> Assembly:
    hydrant = Assembly("metal", 70.0, fixed=True)
    paint = look.paint("metal", linear("b83a30"), metallic=0.0, roughness=0.4, pattern="plain")
    line = [
        (0, 0),
        (0.17, 0),
        (0.17, 0.05),
        (0.11, 0.07),
        (0.11, 0.5),
        (0.14, 0.52),
        (0.14, 0.56),
        (0.12, 0.58),
        (0.09, 0.68),
        (0.03, 0.72),
        (0.03, 0.76),
        (0, 0.76),
    ]
    hydrant.add(lathe(rounded_profile(line, 0.014), 32), paint)
    for side in (-1, 1):
        hydrant.add(
            cylinder(0.055, 0.09, 0.01, 20), paint, (side * 0.09, 0.4, 0), (0, 0, -90 * side)
        )
    hydrant.add(cylinder(0.07, 0.09, 0.01, 20), paint, (0, 0.36, 0.09), (90, 0, 0))
    hydrant.post(0.13, 0.74)
    return hydrant


def _mailbox(look: Look, _rng: np.random.Generator) -> Assembly:
    box = Assembly("metal", 55.0, fixed=True)
    paint = look.paint("metal", linear("b23a33"), metallic=0.0, roughness=0.32, pattern="plain")
    line = [
        (0, 0),
        (0.24, 0),
        (0.24, 0.08),
        (0.21, 0.1),
        (0.21, 1.22),
        (0.25, 1.24),
        (0.25, 1.3),
        (0.2, 1.37),
        (0, 1.42),
    ]
    box.add(lathe(rounded_profile(line, 0.02), 40), paint)
    box.add(
        rounded_box((0.24, 0.045, 0.04), 0.01),
        look.trim("plastic", COLOURS["black"]),
        (0, 1.08, 0.2),
    )
    box.add(
        rounded_box((0.16, 0.2, 0.02), 0.006),
        look.trim("paper", COLOURS["white"]),
        (0, 0.78, 0.205),
    )
    box.post(0.22, 1.4)
    return box


def _fountain(look: Look, _rng: np.random.Generator) -> Assembly:
    fountain = Assembly("stone", 4000.0, fixed=True)
    stone = look.paint("stone", linear("b1aa9b"))
    basin = [
        (0, 0),
        (1.5, 0),
        (1.5, 0.1),
        (1.4, 0.14),
        (1.4, 0.42),
        (1.52, 0.48),
        (1.5, 0.55),
        (1.24, 0.55),
        (1.24, 0.12),
        (0, 0.12),
    ]
    fountain.add(lathe(rounded_profile(basin, 0.03), 56), stone)
    bowl = [
        (0, 0.1),
        (0.2, 0.1),
        (0.14, 0.3),
        (0.13, 0.95),
        (0.3, 1.08),
        (0.7, 1.2),
        (0.72, 1.26),
        (0.64, 1.26),
        (0.3, 1.15),
        (0, 1.14),
    ]
    fountain.add(lathe(rounded_profile(bowl, 0.03), 44), stone)
    water = look.trim("water", pattern_scale_m=0.6)
    fountain.add(cylinder(1.25, 0.05, 0.0, 48), water, (0, 0.36, 0))
    fountain.add(cylinder(0.6, 0.04, 0.0, 40), water, (0, 1.19, 0))
    jet = look.trim("water", linear("b9dbe2"), opacity=0.6, pattern="plain")
    fountain.add(cone(0.05, 0.6, 16), jet, (0, 1.2, 0), part="jet")
    fountain.post(1.5, 0.5)
    fountain.post(0.2, 1.2)
    fountain.post(0.7, 0.1, (0, 1.14, 0))
    return fountain


STREET_FURNITURE = things(
    {
        "street lamp": Thing(_street_lamp),
        "bench": Thing(_bench, rest_m=0.46),
        "fence": Thing(_fence),
        "traffic light": Thing(_traffic_light),
        "sign": Thing(_sign),
        "traffic cone": Thing(_traffic_cone),
        "hydrant": Thing(_hydrant),
        "mailbox": Thing(_mailbox),
        "fountain": Thing(_fountain, rest_m=0.55),
    }
)
