"""What furnishes a home beside furniture: bathroom, fireplace, mirrors, textiles."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import NATURAL, Assembly, Thing, things
from engine.world.assets.kitchenware import rounded_path
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.road_vehicles import block
from engine.world.assets.shapes import (
    Vector,
    creased,
    ellipsoid,
    grid_triangles,
    outward,
    placed,
    transformed,
)
from engine.world.assets.solids import cut
from engine.world.assets.sweeps import (
    cylinder,
    extrude,
    lathe,
    rod,
    rounded_profile,
    rounded_rectangle,
    stack,
    sweep,
    torus,
)
from engine.world.model import Surface

_FLAT = (-90.0, 0.0, 0.0)


def _enamel(look: Look) -> Surface:
    return look.paint("ceramic", linear("f2f3f1"), roughness=0.12)


def _chrome(look: Look) -> Surface:
    return look.trim("metal", linear("d5d9dc"), pattern="plain", roughness=0.12)


def _gold(look: Look) -> Surface:
    return look.trim("metal", linear("caa04a"), pattern="plain", roughness=0.3)


def _tap(thing: Assembly, look: Look, y: float, z: float) -> None:
    line = rounded_path(
        [(0, y, z), (0, y + 0.2, z), (0, y + 0.2, z + 0.14), (0, y + 0.12, z + 0.14)]
    )
    thing.add(sweep(line, 0.013, 12), _chrome(look))
    thing.add(cylinder(0.025, 0.02, 0.004, 20), _chrome(look), (0, y, z))
    for x in (-0.1, 0.1):
        thing.add(cylinder(0.016, 0.04, 0.004, 16), _chrome(look), (x, y, z))
        thing.add(rod((x - 0.03, y + 0.045, z), (x + 0.03, y + 0.045, z), 0.007), _chrome(look))


def _bathtub(look: Look, _rng: np.random.Generator) -> Assembly:
    tub = Assembly("ceramic", 130.0)
    outside = stack(
        [
            (0.1, 1.25, 0.46, 4.4),
            (0.16, 1.4, 0.56, 5.4),
            (0.5, 1.62, 0.72, 6.4),
            (0.58, 1.7, 0.78, 6.8),
            (0.6, 1.68, 0.76, 6.6),
        ],
        0.05,
    )
    inside = stack([(0.16, 1.15, 0.36, 3.4), (0.22, 1.3, 0.46, 4.4), (0.7, 1.56, 0.64, 6.0)], 0.05)
    tub.add(cut(outside, inside, crease_deg=50), _enamel(look))
    for x in (-0.5, 0.5):
        for z in (-0.2, 0.2):
            foot = rounded_path(
                [
                    (x, 0.14, z),
                    (x * 1.12, 0.1, z * 1.3),
                    (x * 1.12, 0.03, z * 1.25),
                    (x * 1.2, 0.02, z * 1.5),
                ]
            )
            tub.add(sweep(foot, 0.028, 10), _gold(look))
            tub.box((0.06, 0.12, 0.06), (x * 1.12, 0, z * 1.25))
    tub.box((1.3, 0.06, 0.5), (0, 0.1, 0))
    for s in (-1.0, 1.0):
        tub.box((1.5, 0.46, 0.05), (0, 0.12, s * 0.32), (s * 6, 0, 0))
        tub.box((0.06, 0.46, 0.6), (s * 0.75, 0.12, 0), (0, 0, -s * 6))
    tub.add(
        sweep(
            rounded_path([(0.78, 0.6, 0), (0.78, 0.78, 0), (0.6, 0.78, 0), (0.6, 0.7, 0)]),
            0.014,
            12,
        ),
        _chrome(look),
    )
    for z in (-0.07, 0.07):
        tub.add(rod((0.78, 0.6, z), (0.78, 0.66, z), 0.014), _chrome(look))
    return tub


def _toilet(look: Look, _rng: np.random.Generator) -> Assembly:
    toilet = Assembly("ceramic", 28.0)
    white = _enamel(look)
    bowl = stack(
        [
            (0, 0.22, 0.4, 1.6),
            (0.05, 0.2, 0.38, 1.6),
            (0.2, 0.24, 0.42, 2.2),
            (0.36, 0.36, 0.5, 3.4),
            (0.4, 0.37, 0.52, 3.6),
        ],
        0.05,
        (0.0, 0.0, 0.02, 0.06, 0.07),
    )
    hollow = transformed(ellipsoid((0.26, 0.4, 0.36), 32), placed((0, 0.4, 0.09)))
    toilet.add(cut(bowl, hollow, crease_deg=50), white)
    toilet.body(block((0.4, 0.34, 0.18), 0.03), white, (0, 0.38, -0.25))
    toilet.add(block((0.42, 0.03, 0.2), 0.012), white, (0, 0.72, -0.25))
    toilet.add(cylinder(0.022, 0.01, 0.003, 20), _chrome(look), (0, 0.748, -0.25))
    toilet.box((0.22, 0.38, 0.42), (0, 0, 0.0))
    seat = cut(
        extrude(rounded_rectangle(0.37, 0.46, 0.18), 0.022, 0.008),
        extrude(rounded_rectangle(0.23, 0.3, 0.11), 0.1),
    )
    toilet.add(seat, white, (0, 0.412, 0.08), _FLAT)
    toilet.box((0.37, 0.02, 0.46), (0, 0.4, 0.08))
    with toilet.hinge("lid", "lid", (0, 0.42, -0.14), (-1, 0, 0), (-95, 0)):
        toilet.body(
            extrude(rounded_rectangle(0.37, 0.45, 0.18), 0.02, 0.007),
            white,
            (0, 0.65, -0.125),
            (-6, 0, 0),
        )
    return toilet


def _sink(look: Look, _rng: np.random.Generator) -> Assembly:
    sink = Assembly("ceramic", 22.0)
    white = _enamel(look)
    basin = stack(
        [
            (0.66, 0.3, 0.24, 2.2),
            (0.74, 0.5, 0.38, 2.6),
            (0.84, 0.58, 0.46, 2.4),
            (0.86, 0.57, 0.45, 2.3),
        ],
        0.05,
    )
    hollow = transformed(ellipsoid((0.46, 0.26, 0.32), 36), placed((0, 0.87, 0.03)))
    sink.add(cut(basin, hollow, crease_deg=50), white)
    sink.add(
        lathe(
            rounded_profile(
                [
                    (0, 0),
                    (0.13, 0),
                    (0.12, 0.04),
                    (0.075, 0.12),
                    (0.07, 0.55),
                    (0.11, 0.7),
                    (0, 0.7),
                ],
                0.03,
            ),
            32,
        ),
        white,
    )
    sink.add(cylinder(0.022, 0.006, 0.002, 20), _chrome(look), (0, 0.742, 0.03))
    _tap(sink, look, 0.85, -0.17)
    sink.post(0.1, 0.66)
    sink.box((0.5, 0.06, 0.4), (0, 0.68, 0))
    for s in (-1.0, 1.0):
        sink.box((0.05, 0.16, 0.44), (s * 0.26, 0.7, 0))
        sink.box((0.54, 0.16, 0.05 if s > 0 else 0.09), (0, 0.7, s * 0.2))
    return sink


def _mirror(look: Look, _rng: np.random.Generator) -> Assembly:
    mirror = Assembly("glass", 14.0)
    frame = look.paint("wood", linear("8a5a30"), roughness=0.3)
    lean = placed((0, 0.02, 0), (-6, 0, 0))
    outline = np.array(
        [(0.34 * np.cos(a), 0.85 + 0.8 * np.sin(a)) for a in np.arange(48) * np.pi / 24]
    )
    rim = np.column_stack([outline, np.zeros(48)])
    mirror.add(transformed(sweep(rim, 0.032, 10, loop=True), lean), frame)
    silver = look.trim("metal", linear("e8ecef"), pattern="plain", roughness=0.02)
    mirror.add(transformed(extrude(outline, 0.012), lean), silver)
    for x in (-0.3, 0.3):
        mirror.add(rod((x, 0, 0.05), (x * 1.1, 1.0, -0.1), 0.02), frame)
        mirror.add(rod((x, 0, -0.4), (x * 1.1, 1.0, -0.1), 0.02), frame)
        mirror.pill((x, 0.03, 0.05), (x * 1.1, 1.0, -0.1), 0.02)
        mirror.pill((x, 0.03, -0.4), (x * 1.1, 1.0, -0.1), 0.02)
    mirror.add(rod((-0.3, 0.16, 0.03), (0.3, 0.16, 0.03), 0.015), frame)
    mirror.box((0.6, 1.5, 0.03), (0, 0.1, 0), (-6, 0, 0))
    return mirror


def _painting(look: Look, rng: np.random.Generator) -> Assembly:
    art = Assembly("wood", 3.0)
    art.body(
        cut(
            block((0.9, 0.68, 0.05), 0.012),
            transformed(block((0.74, 0.52, 0.05), 0.006), placed((0, 0.08, 0.02))),
        ),
        _gold(look),
    )
    sky, sun = (
        look.paint("fabric", linear("8fb8d8"), pattern="plain"),
        look.trim("fabric", linear("f3c54a"), pattern="plain"),
    )
    art.add(block((0.75, 0.53, 0.02), 0), sky, (0, 0.075, -0.006))
    lift = float(rng.uniform(-0.03, 0.03))
    for number, color in enumerate(("7fa05a", "5f8a45", "3f6b38")):
        x = np.linspace(-0.372, 0.372, 20)
        y = 0.3 - 0.08 * number + 0.05 * np.sin(4 * x + 2.1 * number + lift * 20)
        line = [*zip(x, y, strict=True), (0.372, 0.08), (-0.372, 0.08)]
        art.add(
            extrude(line, 0.003),
            look.trim("fabric", linear(color), pattern="plain"),
            (0, 0, 0.0055 + 0.003 * number),
        )
    art.add(cylinder(0.06, 0.003, 0, 28), sun, (0.16, 0.44, 0.004), (90, 0, 0))
    art.add(
        block((0.07, 0.06, 0.003), 0),
        look.trim("fabric", COLOURS["ivory"], pattern="plain"),
        (-0.15, 0.2, 0.0145),
    )
    art.add(
        extrude([(-0.05, 0), (0.05, 0), (0, 0.045)], 0.003),
        look.trim("fabric", linear("a8402f"), pattern="plain"),
        (-0.15, 0.26, 0.016),
    )
    return art


def _rug(look: Look, _rng: np.random.Generator) -> Assembly:
    rug = Assembly("fabric", 6.0)
    rings = (("8e2f2a", 1.0), ("d9c39a", 0.9), ("27406b", 0.84), ("8e2f2a", 0.62), ("d9c39a", 0.3))
    for number, (color, share) in enumerate(rings):
        wool = (
            look.paint("carpet", linear(color), pattern="carpet", pattern_scale_m=0.1)
            if number == 0
            else look.trim("carpet", linear(color), pattern="carpet", pattern_scale_m=0.1)
        )
        rug.add(
            block(
                (2.0 * share, 0.008 + 0.0012 * number, 1.3 * share if share > 0.5 else 0.4), 0.002
            ),
            wool,
        )
    diamond = [(-0.28, 0), (0, -0.2), (0.28, 0), (0, 0.2)]
    rug.add(extrude(diamond, 0.004), look.trim("carpet", linear("27406b")), (0, 0.0125, 0), _FLAT)
    fringe = look.trim("fabric", linear("e8dcc0"))
    for x in (-1.0, 1.0):
        for z in np.linspace(-0.62, 0.62, 26):
            rug.add(block((0.08, 0.004, 0.014), 0), fringe, (x * 1.035, 0, float(z)))
    rug.box((2.0, 0.009, 1.3))
    return rug


def _fire(hearth: Assembly, look: Look, rng: np.random.Generator) -> None:
    """Logs and the flames over them."""
    log = look.trim("wood", linear("3d2716"))
    logs: tuple[tuple[Vector, float], ...] = (
        ((-0.2, 0.12, 0.06), 8.0),
        ((-0.2, 0.12, 0.18), -10.0),
        ((-0.16, 0.2, 0.12), 25.0),
    )
    for spot, turn in logs:
        hearth.add(
            transformed(
                cylinder(0.05, 0.42, 0.008, 14),
                placed(spot, (0, 0, -90)) @ placed((0, 0, 0), (turn, 0, 0)),
            ),
            log,
        )
    for number in range(7):
        x = -0.21 + 0.07 * number
        tall = 0.2 + float(rng.uniform(0.0, 0.16)) - 0.6 * abs(x) ** 1.3
        flame = lathe(
            rounded_profile([(0, 0), (0.05, 0.05), (0.035, tall * 0.5), (0, tall)], 0.05, 4), 14, 80
        )
        color = ("ff9a2e", "ffc04a", "ff7a1e")[number % 3]
        hearth.add(
            flame,
            look.trim("glass", linear(color), emission=3.0, opacity=1.0),
            (x, 0.16, 0.1 + 0.05 * (number % 2)),
        )


def _fireplace(look: Look, rng: np.random.Generator) -> Assembly:
    hearth = Assembly("brick", 600.0, fixed=True)
    bricks = look.paint(
        "brick",
        linear("8f4a37"),
        pattern="brick",
        color2=linear("b9aea0"),
        pattern_scale_m=0.2,
        roughness=0.9,
    )
    arch = rounded_profile(
        [(-0.42, 0.0), (-0.42, 0.62), (0, 0.84), (0.42, 0.62), (0.42, 0.0)], 0.3, 6
    )
    hearth.add(
        cut(
            block((1.5, 1.15, 0.5), 0.01),
            transformed(extrude(arch, 0.42, 0), placed((0, 0.06, 0.08))),
        ),
        bricks,
    )
    for size, at in (
        ((0.33, 1.15, 0.5), (0.585, 0, 0)),
        ((0.33, 1.15, 0.5), (-0.585, 0, 0)),
        ((1.5, 0.35, 0.5), (0, 0.8, 0)),
        ((1.5, 0.85, 0.1), (0, 0, -0.2)),
    ):
        hearth.box(size, at)
    mantel = look.trim("wood", linear("6b4426"))
    hearth.body(block((1.75, 0.09, 0.62), 0.015), mantel, (0, 1.15, 0.02))
    hearth.body(block((1.7, 0.06, 0.9), 0.01), look.trim("stone"), (0, 0, 0.18))
    _fire(hearth, look, rng)
    return hearth


def _chandelier_arms(lamp: Assembly, look: Look, gold: Surface) -> None:
    """Eight arms with candles and crystals."""
    crystal = look.trim("glass", linear("dfeef2"), opacity=1.0, roughness=0.04)
    for a in np.arange(8) * np.pi / 4:
        s, c = float(np.sin(a)), float(np.cos(a))
        path = rounded_path(
            [(r * s, y, r * c) for r, y in ((0.03, 0.16), (0.15, 0.02), (0.34, 0.06), (0.37, 0.2))]
        )
        lamp.add(sweep(path, 0.008, 8), gold)
        lamp.add(
            lathe([(0, 0), (0.012, 0), (0.04, 0.014), (0.038, 0.02), (0, 0.012)], 18),
            gold,
            (0.37 * s, 0.195, 0.37 * c),
        )
        lamp.add(
            cylinder(0.012, 0.09, 0.002, 12),
            look.trim("plastic", COLOURS["ivory"]),
            (0.37 * s, 0.205, 0.37 * c),
        )
        lamp.add(
            ellipsoid((0.022, 0.05, 0.022), 12),
            look.trim("glass", linear("ffd890"), emission=3.0, opacity=1.0),
            (0.37 * s, 0.32, 0.37 * c),
        )
        lamp.add(ellipsoid((0.02, 0.045, 0.02), 8), crystal, (0.37 * s, 0.155, 0.37 * c))
        lamp.add(ellipsoid((0.018, 0.04, 0.018), 8), crystal, (0.18 * s, 0.0, 0.18 * c))


def _chandelier(look: Look, _rng: np.random.Generator) -> Assembly:
    lamp = Assembly("metal", 9.0)
    gold = look.paint("metal", linear("caa04a"), pattern="plain", roughness=0.25)
    lamp.add(
        lathe(
            rounded_profile(
                [
                    (0, 0),
                    (0.02, 0),
                    (0.06, 0.08),
                    (0.03, 0.16),
                    (0.05, 0.24),
                    (0.02, 0.32),
                    (0.014, 0.62),
                    (0.05, 0.66),
                    (0, 0.66),
                ],
                0.02,
            ),
            28,
        ),
        gold,
    )
    _chandelier_arms(lamp, look, gold)
    lamp.post(0.38, 0.2, (0, 0.02, 0))
    lamp.post(0.05, 0.4, (0, 0.22, 0))
    return lamp


def _pillow(look: Look, _rng: np.random.Generator) -> Assembly:
    pillow = Assembly("foam", 0.6)
    u = np.linspace(-1, 1, 21)
    x, z = np.meshgrid(u, u)
    rise = 0.085 * np.clip((1 - x**4) * (1 - z**4), 0, 1) ** 0.55
    pinch = 1 - 0.1 * (1 - np.abs(x * z)) * np.maximum(np.abs(x), np.abs(z)) ** 4
    top = np.stack([0.26 * x * pinch, 0.09 + rise, 0.2 * z * pinch], -1).reshape(-1, 3)
    low = top * (1, -1, 1) + (0, 0.18, 0)
    cells = grid_triangles(21, 21)
    mesh = creased(np.concatenate([top, low]), np.concatenate([cells[:, ::-1], cells + 441]), 80)
    pillow.body(
        outward(mesh), look.paint("fabric", linear("eef0ee"), pattern="plain", roughness=0.9)
    )
    return pillow


def _blanket(look: Look, _rng: np.random.Generator) -> Assembly:
    blanket = Assembly("fabric", 1.4)
    wool = look.paint(
        "fabric",
        linear("6a7fa8"),
        pattern="checker",
        color2=linear("c9d0dc"),
        pattern_scale_m=0.12,
        roughness=0.95,
    )
    for number in range(5):
        size = (0.5 - 0.012 * (number % 2), 0.034, 0.36 - 0.01 * (number % 2))
        blanket.add(
            transformed(block(size, 0.016, 2), placed((0.004 * (number % 2), 0.032 * number, 0))),
            wool,
        )
    blanket.box((0.5, 0.16, 0.36))
    return blanket


def _candlestick(look: Look, _rng: np.random.Generator) -> Assembly:
    stick = Assembly("metal", 0.6)
    line = [
        (0, 0),
        (0.055, 0),
        (0.05, 0.012),
        (0.016, 0.03),
        (0.012, 0.07),
        (0.022, 0.085),
        (0.012, 0.1),
        (0.011, 0.17),
        (0.03, 0.185),
        (0.03, 0.192),
        (0.014, 0.195),
        (0, 0.195),
    ]
    stick.add(
        lathe(rounded_profile(line, 0.006), 36),
        look.paint("metal", linear("c99f45"), pattern="plain", roughness=0.2),
    )
    stick.add(
        cylinder(0.011, 0.15, 0.002, 18),
        look.trim("plastic", COLOURS["ivory"], roughness=0.6),
        (0, 0.194, 0),
    )
    stick.add(rod((0, 0.34, 0), (0.001, 0.356, 0), 0.0012), look.trim("fabric", COLOURS["black"]))
    flame = lathe(
        rounded_profile([(0, 0), (0.006, 0.01), (0.004, 0.025), (0, 0.042)], 0.01, 4), 16, 80
    )
    stick.add(flame, look.trim("glass", linear("ffc760"), emission=4.0, opacity=1.0), (0, 0.35, 0))
    stick.post(0.052, 0.015)
    stick.post(0.013, 0.34)
    return stick


def _piano_stool(look: Look, _rng: np.random.Generator) -> Assembly:
    stool = Assembly("wood", 6.5)
    dark = look.paint("wood", linear("1a1718"), pattern="plain", roughness=0.15)
    stool.body(
        block((0.56, 0.08, 0.34), 0.03, 2), look.trim("leather", linear("5e1f1c")), (0, 0.42, 0)
    )
    stool.body(block((0.54, 0.06, 0.32), 0.01), dark, (0, 0.37, 0))
    for x in (-0.23, 0.23):
        for z in (-0.12, 0.12):
            line = rounded_profile(
                [
                    (0, 0),
                    (0.014, 0),
                    (0.02, 0.05),
                    (0.014, 0.08),
                    (0.022, 0.25),
                    (0.014, 0.3),
                    (0.024, 0.38),
                    (0, 0.38),
                ],
                0.02,
            )
            stool.add(lathe(line, 16), dark, (x, 0, z))
            stool.box((0.035, 0.38, 0.035), (x, 0, z))
    return stool


def _washing_machine(look: Look, _rng: np.random.Generator) -> Assembly:
    machine = Assembly("metal", 70.0)
    white = look.paint("metal", linear("eceff0"), metallic=0.0, pattern="plain", roughness=0.25)
    machine.body(block((0.6, 0.85, 0.56), 0.015), white)
    machine.add(
        block((0.56, 0.11, 0.01), 0.004), look.trim("plastic", linear("c9cfd3")), (0, 0.72, 0.28)
    )
    machine.add(cylinder(0.035, 0.025, 0.005, 24), _chrome(look), (0.0, 0.775, 0.285), (90, 0, 0))
    machine.add(block((0.16, 0.07, 0.012), 0.004), white, (-0.18, 0.74, 0.282))
    machine.add(
        block((0.1, 0.04, 0.012), 0.004),
        look.trim("glass", linear("2f8fb8"), emission=0.9, opacity=1.0),
        (0.19, 0.755, 0.282),
    )
    with machine.hinge("door", "door", (-0.19, 0.4, 0.29), (0, 1, 0), (-120, 0)):
        machine.add(torus(0.175, 0.03, 40, 10), _chrome(look), (0, 0.4, 0.29), (90, 0, 0))
        machine.add(
            transformed(ellipsoid((0.3, 0.3, 0.08), 28), placed((0, 0.4, 0.285))),
            look.trim("glass", linear("2a3540"), opacity=1.0, roughness=0.05),
        )
        machine.post(0.19, 0.04, (0, 0.4, 0.285), (90, 0, 0))
    return machine


def _vacuum(look: Look, _rng: np.random.Generator) -> Assembly:
    cleaner = Assembly("plastic", 6.0)
    red = look.paint("plastic", linear("c8312b"), roughness=0.25)
    dark = look.trim("plastic", COLOURS["charcoal"])
    cleaner.body(transformed(ellipsoid((0.26, 0.2, 0.4), 30), placed((0, 0.13, -0.25))), red)
    for x in (-1.0, 1.0):
        cleaner.add(
            transformed(
                cylinder(0.085, 0.03, 0.008, 26),
                placed((x * 0.13 + 0.015, 0.085, -0.32), (0, 0, 90)),
            ),
            dark,
        )
    hose = rounded_path(
        [(0, 0.18, -0.08), (0, 0.42, 0.1), (0.25, 0.6, 0.35), (0.2, 0.75, 0.55), (0.1, 0.66, 0.62)]
    )
    cleaner.add(sweep(hose, 0.02, 10), dark)
    cleaner.add(rod((0.1, 0.68, 0.61), (0.02, 0.06, 1.05), 0.014), _chrome(look))
    cleaner.body(block((0.28, 0.06, 0.1), 0.02), dark, (0.02, 0, 1.08))
    cleaner.pill((0.1, 0.66, 0.62), (0.02, 0.06, 1.05), 0.014)
    return cleaner


HOUSEHOLD = things(
    {
        "bathtub": Thing(_bathtub, NATURAL),
        "toilet": Thing(_toilet, NATURAL, 0.42),
        "sink": Thing(_sink, NATURAL),
        "mirror": Thing(_mirror, NATURAL),
        "painting": Thing(_painting, NATURAL),
        "rug": Thing(_rug, NATURAL),
        "fireplace": Thing(_fireplace, NATURAL),
        "chandelier": Thing(_chandelier),
        "pillow": Thing(_pillow),
        "blanket": Thing(_blanket),
        "candlestick": Thing(_candlestick),
        "piano stool": Thing(_piano_stool, rest_m=0.5),
        "washing machine": Thing(_washing_machine, NATURAL),
        "vacuum cleaner": Thing(_vacuum, NATURAL),
    }
)
