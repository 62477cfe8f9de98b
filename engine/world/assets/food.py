"""Food: one convex body each, soft to the ear, sliced where a slice tells what it is."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import NATURAL, ROUND, Assembly, Maker, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.shapes import blob, ellipsoid, placed, rounded_box, sphere, transformed
from engine.world.assets.solids import cut
from engine.world.assets.sweeps import cylinder, extrude, lathe, rounded_profile, sweep, torus
from engine.world.model import Color, Mesh, Surface

_CRUST = linear("b5702f")
_CRUMB = linear("ecd6a4")
_LEAF = linear("4c8a35")


def _soft(look: Look, color: Color, roughness: float = 0.5) -> Surface:
    return look.paint("fruit", color, roughness=roughness)


def _bread(look: Look, _rng: np.random.Generator) -> Assembly:
    bread = Assembly("foam", 0.6)
    z = np.linspace(-1, 1, 19)
    path = np.column_stack([0.17 * z, np.full(19, 0.055), 0 * z])
    loaf = transformed(
        sweep(path, 0.062 * np.clip(1 - np.abs(z) ** 5, 0.05, 1), 24), np.diag([1, 0.9, 1.15, 1.0])
    )
    slashes = [
        transformed(ellipsoid((0.022, 0.03, 0.13), 18), placed((x, 0.108, 0), (0, 35, 0)))
        for x in (-0.1, -0.035, 0.03, 0.095)
    ]
    bread.body(cut(loaf, *slashes), _soft(look, _CRUST, 0.75))
    for mesh in slashes:
        pale = transformed(mesh, placed((0, 0.0535, 0)) @ np.diag([1, 0.45, 1, 1.0]))
        bread.add(pale, look.trim("fruit", _CRUMB, roughness=0.9))
    return bread


def _cake(look: Look, _rng: np.random.Generator) -> Assembly:
    cake = Assembly("foam", 1.4)
    cake.add(cylinder(0.17, 0.012, 0.004, 48), look.trim("ceramic"))
    layer = look.trim("fruit", linear("7b4a2a"), roughness=0.9)
    cream = look.paint("fruit", linear("f0b8bf"), roughness=0.45)
    for y in (0.012, 0.062):
        cake.add(cylinder(0.13, 0.045, 0.006, 40), layer, (0, y, 0))
        cake.add(
            torus(0.1275, 0.0075, 40, 6), look.trim("fruit", COLOURS["cream"]), (0, y + 0.0465, 0)
        )
    cake.add(cylinder(0.134, 0.03, 0.014, 48), cream, (0, 0.1, 0))
    for a in np.arange(12) * np.pi / 6:
        drop = transformed(
            ellipsoid((0.03, 0.06, 0.016), 10),
            placed(
                (
                    0.13 * float(np.sin(a)),
                    0.098 - 0.012 * float(np.cos(5 * a)),
                    0.13 * float(np.cos(a)),
                ),
                (0, float(np.degrees(a)), 0),
            ),
        )
        cake.add(drop, cream)
        at = (0.105 * float(np.sin(a)), 0.14, 0.105 * float(np.cos(a)))
        cake.add(sphere(0.0135, 12), look.trim("fruit", linear("b3202a"), roughness=0.15), at)
    cake.add(
        cylinder(0.006, 0.06, 0.001, 12), look.trim("plastic", COLOURS["sky blue"]), (0, 0.13, 0)
    )
    cake.add(
        ellipsoid((0.012, 0.028, 0.012), 14),
        look.trim("plastic", linear("ffcf60"), emission=2.5),
        (0, 0.203, 0),
    )
    cake.post(0.135, 0.13)
    return cake


def _pizza(look: Look, rng: np.random.Generator) -> Assembly:
    pizza = Assembly("foam", 0.7)
    pizza.add(cylinder(0.16, 0.012, 0.005, 48), _soft(look, linear("d99a4a"), 0.85))
    pizza.add(torus(0.148, 0.0125, 48, 10), _soft(look, _CRUST, 0.85), (0, 0.0125, 0))
    pizza.add(
        cylinder(0.143, 0.0035, 0.001, 48), look.trim("fruit", linear("b83a22")), (0, 0.0115, 0)
    )
    pizza.add(
        blob(0.13, 3, roughness=0.06, squash=(1, 0.03, 1)),
        look.trim("fruit", linear("f0cf72"), roughness=0.35),
        (0, 0.0145, 0),
    )
    for number in range(9):
        r, a = (
            (0.03, 1.0)
            if number == 8
            else (0.092, number * np.pi / 4 + float(rng.uniform(-0.2, 0.2)))
        )
        at = (r * float(np.sin(a)), 0.0165, r * float(np.cos(a)))
        pizza.add(cylinder(0.021, 0.0035, 0.0015, 16), look.trim("fruit", linear("a52a1c")), at)
    for number in range(7):
        r, a = float(rng.uniform(0.03, 0.11)), number * 2.4
        leaf = transformed(
            ellipsoid((0.022, 0.004, 0.012), 10),
            placed((r * np.sin(a), 0.02, r * np.cos(a)), (0, 50 * number, 0)),
        )
        pizza.add(leaf, look.trim("fruit", _LEAF))
    pizza.post(0.16, 0.02)
    return pizza


def _egg(look: Look, _rng: np.random.Generator) -> Assembly:
    egg = Assembly("ceramic", 0.06)
    angle = np.linspace(-np.pi / 2, np.pi / 2, 25)
    shell = lathe(
        np.column_stack(
            [0.022 * np.cos(angle) * (1 - 0.13 * np.sin(angle)), 0.029 * np.sin(angle)]
        ),
        32,
        80,
    )
    egg.body(
        transformed(shell, placed((0, 0, 0), (90, 0, 0))),
        look.paint("ceramic", linear("e9d3b5"), roughness=0.55),
    )
    return egg


def _banana(look: Look, _rng: np.random.Generator) -> Assembly:
    banana = Assembly("fruit", 0.13)
    a = np.linspace(-1.05, 1.05, 19)
    path = np.column_stack([0.1 * np.sin(a), np.full(19, 0.0175), 0.1 * (1 - np.cos(a)) - 0.02])
    wide = 0.0175 * np.clip(1 - np.abs(a / 1.12) ** 4, 0.28, 1)
    banana.add(sweep(path, wide, 6), _soft(look, linear("e8c531"), 0.45))
    for end, step in ((0, -1), (-1, 1)):
        tip = path[end] + (path[end] - path[end - step if end else 1]) * 0.6
        banana.add(
            sweep([path[end], tip], [0.0055, 0.004], 8), look.trim("fruit", linear("5a4322"))
        )
    for a0, a1 in ((0, 6), (6, 12), (12, 18)):
        p, q = path[a0], path[a1]
        banana.pill((float(p[0]), 0.0165, float(p[2])), (float(q[0]), 0.0165, float(q[2])), 0.013)
    return banana


def _cheese(look: Look, _rng: np.random.Generator) -> Assembly:
    cheese = Assembly("fruit", 0.5)
    wedge = extrude(
        [(-0.11, -0.0), (0.1, -0.075), (0.115, -0.04), (0.115, 0.04), (0.1, 0.075)], 0.08, 0.003
    )
    laid = transformed(wedge, placed((0, 0.04, 0), (-90, 0, 0)))
    holes = [
        transformed(sphere(r, 18), placed(at))
        for r, at in (
            (0.016, (0.02, 0.05, 0.05)),
            (0.011, (0.06, 0.022, 0.062)),
            (0.013, (-0.04, 0.03, 0.026)),
            (0.015, (0.05, 0.082, 0.01)),
            (0.01, (-0.01, 0.08, -0.012)),
            (0.012, (0.09, 0.08, -0.04)),
            (0.013, (0.02, 0.035, -0.049)),
            (0.018, (0.118, 0.04, 0.0)),
            (0.009, (0.075, 0.06, 0.07)),
        )
    ]
    cheese.body(cut(laid, *holes), _soft(look, linear("eebc3f"), 0.4))
    return cheese


def _carrot(look: Look, rng: np.random.Generator) -> Assembly:
    carrot = Assembly("fruit", 0.1)
    x = np.linspace(0, 1, 24)
    wide = 0.019 * (1 - x) ** 0.55 * (1 + 0.05 * np.sin(x * 60)) * np.clip(x * 14, 0.4, 1)
    carrot.body(
        sweep(
            np.column_stack([0.09 - 0.19 * x, 0 * x + 0.019, 0 * x]), np.maximum(wide, 0.0008), 18
        ),
        _soft(look, linear("e07a22")),
    )
    for number in range(7):
        a = number * 0.9
        tip = (
            0.15 + float(rng.uniform(0, 0.03)),
            0.02 + 0.03 * float(np.sin(a)) + 0.012,
            0.045 * float(np.cos(a)),
        )
        carrot.add(
            sweep([(0.085, 0.02, 0), (0.12, 0.022, tip[2] * 0.4), tip], [0.003, 0.004, 0.007], 8),
            look.trim("fruit", _LEAF),
        )
    return carrot


def _watermelon(look: Look, _rng: np.random.Generator) -> Assembly:
    melon = Assembly("fruit", 6.0)
    rind = look.paint(
        "fruit",
        linear("2f6b34"),
        pattern="stripes",
        color2=linear("8fb85a"),
        pattern_scale_m=0.11,
        roughness=0.35,
    )
    whole = transformed(ellipsoid((0.34, 0.25, 0.25), 44), placed((0, 0.125, 0)))
    wedge = transformed(rounded_box((0.5, 0.3, 0.5), 0.001), placed((0.0, 0.135, 0)))
    melon.body(cut(whole, wedge), rind)
    white, flesh = (
        look.trim("fruit", linear("dfeabb")),
        look.trim("fruit", linear("d8392f"), roughness=0.3),
    )
    from_inside = cut(
        transformed(ellipsoid((0.338, 0.248, 0.248), 40), placed((0, 0.125, 0))),
        transformed(rounded_box((0.5, 0.3, 0.5), 0.001), placed((0.0, 0.136, 0))),
    )
    melon.add(from_inside, white)
    red = cut(
        transformed(ellipsoid((0.31, 0.222, 0.222), 40), placed((0, 0.125, 0))),
        transformed(rounded_box((0.5, 0.3, 0.5), 0.001), placed((0.0, 0.137, 0))),
    )
    melon.add(red, flesh)
    for number in range(14):
        r, a = 0.4 + 0.45 * ((number * 0.37) % 1), number * 2.4
        at = (0.14 * r * float(np.sin(a)), 0.1372, 0.1 * r * float(np.cos(a)))
        melon.add(ellipsoid((0.008, 0.004, 0.005), 8), look.trim("wood", COLOURS["black"]), at)
    return melon


def _pumpkin(look: Look, _rng: np.random.Generator) -> Assembly:
    pumpkin = Assembly("fruit", 5.0)
    skin = _soft(look, linear("dd7a1e"), 0.4)
    for a in np.arange(10) * np.pi / 5:
        lobe = transformed(
            ellipsoid((0.17, 0.26, 0.2), 20),
            placed((0.085 * np.sin(a), 0.125, 0.085 * np.cos(a)), (0, float(np.degrees(a)), 0)),
        )
        pumpkin.add(lobe, skin)
    stem = [(0, 0.225, 0), (0.004, 0.265, 0), (0.02, 0.3, 0.008)]
    pumpkin.add(sweep(stem, [0.026, 0.014, 0.018], 9), look.trim("wood", linear("6d7a3a")))
    turn = np.arange(12) * np.pi / 6
    pumpkin.hull(
        [
            (r * np.sin(a), y, r * np.cos(a))
            for r, y in ((0.09, 0), (0.175, 0.08), (0.175, 0.17), (0.08, 0.25))
            for a in turn
        ]
    )
    return pumpkin


def _slice(color: Color, thick: float, wide: float, seed: int) -> Mesh:
    return blob(wide, seed, roughness=0.08, divisions=3, squash=(1, thick / wide / 2, 1))


def _burger(look: Look, rng: np.random.Generator) -> Assembly:
    burger = Assembly("foam", 0.25)
    bun = _soft(look, linear("c98232"), 0.4)
    burger.add(cylinder(0.055, 0.02, 0.009, 36), bun)
    burger.add(_slice(_LEAF, 0.012, 0.06, 4), look.trim("fruit", linear("6fae3f")), (0, 0.024, 0))
    burger.add(
        cylinder(0.056, 0.018, 0.007, 36),
        look.trim("fruit", linear("50291a"), roughness=0.8),
        (0, 0.027, 0),
    )
    burger.add(
        extrude([(-0.05, -0.05), (0.05, -0.05), (0.05, 0.05), (-0.05, 0.05)], 0.003),
        look.trim("fruit", linear("f0b429"), roughness=0.3),
        (0, 0.0465, 0),
        (-90, 20, 0),
    )
    burger.add(
        cylinder(0.05, 0.008, 0.003, 36),
        look.trim("fruit", linear("c2321f"), roughness=0.2),
        (0, 0.048, 0),
    )
    dome = [(0, 0), (0.056, 0), (0.058, 0.01), (0.048, 0.03), (0.025, 0.041), (0, 0.044)]
    burger.add(lathe(rounded_profile(dome, 0.012, 4), 36, 60), bun, (0, 0.056, 0))
    for _ in range(26):
        r, a = 0.044 * float(np.sqrt(rng.random())), float(rng.uniform(0, 6.28))
        y = 0.056 + 0.0435 - 8.5 * r * r + 0.0005
        seed = transformed(
            ellipsoid((0.005, 0.002, 0.003), 8),
            placed((r * np.sin(a), y, r * np.cos(a)), (0, float(rng.uniform(0, 180)), 0)),
        )
        burger.add(seed, look.trim("fruit", linear("f3e6c0")))
    burger.post(0.054, 0.09)
    return burger


def _sandwich(look: Look, _rng: np.random.Generator) -> Assembly:
    food = Assembly("foam", 0.22)
    half = [(-0.07, -0.055), (0.07, -0.055), (-0.07, 0.085)]
    crumb, crust = (
        look.paint("fruit", linear("f1e2bd"), roughness=0.95),
        look.trim("fruit", _CRUST, roughness=0.85),
    )
    for y in (0.0, 0.039):
        food.add(extrude(half, 0.014, 0.003), crumb, (0, y + 0.007, 0), (-90, 0, 0))
        food.add(rounded_box((0.142, 0.0135, 0.006), 0.002), crust, (0, y + 0.0002, 0.057))
        food.add(rounded_box((0.006, 0.0135, 0.14), 0.002), crust, (-0.072, y + 0.0002, -0.015))
    fillings = (
        ("d98a86", 0.0165, 1.0),
        ("f0bf3a", 0.0225, 0.99),
        ("c2361f", 0.0285, 0.96),
        ("6fae3f", 0.035, 1.05),
    )
    for color, y, size in fillings:
        food.add(
            extrude([(x * size, z * size) for x, z in half], 0.0055, 0.0015),
            look.trim("fruit", linear(color), roughness=0.35),
            (0, y, 0),
            (-90, 0, 0),
        )
    food.hull([(x, y, -z) for x, z in half for y in (0, 0.053)])
    return food


def _ice_cream(look: Look, _rng: np.random.Generator) -> Assembly:
    ice = Assembly("foam", 0.15)
    wafer = look.trim(
        "foam", linear("cf9347"), pattern="checker", color2=linear("b87a34"), pattern_scale_m=0.02
    )
    ice.add(lathe([(0, 0), (0.006, 0), (0.031, 0.12), (0.027, 0.12), (0, 0.02)], 28), wafer)
    ice.add(torus(0.03, 0.004, 28, 8), wafer, (0, 0.119, 0))
    for color, at, seed in (("f2e4c4", (0, 0.135, 0), 3), ("e79aa9", (0.004, 0.172, 0.002), 9)):
        ice.add(
            blob(0.034, seed, roughness=0.05), look.paint("foam", linear(color), roughness=0.6), at
        )
    ice.add(
        sphere(0.009, 16),
        look.trim("fruit", linear("b3202a"), roughness=0.15),
        (0.004, 0.21, 0.002),
    )
    turn = np.arange(10) * np.pi / 5
    ice.hull(
        [(r * np.sin(a), y, r * np.cos(a)) for r, y in ((0.006, 0), (0.031, 0.12)) for a in turn]
    )
    ice.ball(0.032, (0, 0.138, 0))
    ice.ball(0.032, (0.004, 0.172, 0.002))
    return ice


def _donut(look: Look, rng: np.random.Generator) -> Assembly:
    donut = Assembly("foam", 0.07)
    donut.add(torus(0.032, 0.018, 40, 16), _soft(look, linear("c98b45"), 0.7), (0, 0.018, 0))
    glaze = [
        (0.032 + 0.0188 * np.cos(a), 0.018 + 0.0188 * np.sin(a))
        for a in np.linspace(0.1, np.pi - 0.1, 13)
    ]
    inner = [
        (0.032 + 0.016 * np.cos(a), 0.018 + 0.016 * np.sin(a))
        for a in np.linspace(np.pi - 0.1, 0.1, 9)
    ]
    donut.add(
        lathe([*glaze, *inner, glaze[0]], 40, 70),
        look.paint("fruit", linear("e58aa8"), roughness=0.25),
    )
    colors = [look.trim("plastic", linear(c)) for c in ("f2d13a", "3f8fc9", "ffffff", "5cae4a")]
    for number in range(32):
        a, b = float(rng.uniform(0, 6.28)), float(rng.uniform(0.5, 2.6))
        r, y = 0.032 + 0.0193 * np.cos(b), 0.018 + 0.0193 * np.sin(b)
        bit = transformed(
            ellipsoid((0.006, 0.0016, 0.0016), 8),
            placed((r * np.sin(a), y, r * np.cos(a)), (0, float(rng.uniform(0, 180)), 0)),
        )
        donut.add(bit, colors[number % 4])
    donut.post(0.048, 0.036)
    return donut


def _fruit(
    color: str, profile: tuple[tuple[float, float], ...], mass: float, leaf: bool = False
) -> Maker:
    def make(look: Look, _rng: np.random.Generator) -> Assembly:
        fruit = Assembly("fruit", mass)
        mesh = lathe(rounded_profile(profile, 0.02, 5), 36, 80)
        fruit.body(mesh, _soft(look, linear(color), 0.28))
        top = profile[-1][1]
        if leaf:
            for a in np.arange(5) * 72.0:
                fruit.add(
                    ellipsoid((0.009, 0.003, 0.034), 10),
                    look.trim("fruit", _LEAF),
                    (
                        0.015 * float(np.sin(np.radians(a))),
                        top + 0.001,
                        0.015 * float(np.cos(np.radians(a))),
                    ),
                    (8, a, 0),
                )
        fruit.add(
            sweep([(0, top - 0.006, 0), (0.002, top + 0.012, 0)], 0.0022, 8),
            look.trim("wood", linear("4f5a2a")),
        )
        return fruit

    return make


def _lemon(look: Look, _rng: np.random.Generator) -> Assembly:
    lemon = Assembly("fruit", 0.1)
    shape = [
        (0, 0),
        (0.006, 0.001),
        (0.01, 0.008),
        (0.029, 0.03),
        (0.029, 0.05),
        (0.01, 0.075),
        (0.006, 0.083),
        (0, 0.084),
    ]
    body = lathe(rounded_profile(shape, 0.016, 5), 30, 80)
    lemon.body(
        transformed(body, placed((0.042, 0.03, 0), (0, 0, 90))), _soft(look, linear("efd53c"), 0.35)
    )
    return lemon


def _strawberry(look: Look, rng: np.random.Generator) -> Assembly:
    berry = Assembly("fruit", 0.02)
    shape = [(0, 0), (0.006, 0.002), (0.015, 0.018), (0.017, 0.027), (0.01, 0.035), (0, 0.036)]
    berry.body(lathe(rounded_profile(shape, 0.008, 5), 28, 80), _soft(look, linear("c51f26"), 0.2))
    for number in range(40):
        y, a = 0.006 + 0.025 * number / 40, number * 2.4
        r = float(np.interp(y, (0.002, 0.018, 0.027, 0.033), (0.0055, 0.0143, 0.0163, 0.011)))
        berry.add(
            ellipsoid((0.0012, 0.0022, 0.0012), 6),
            look.trim("fruit", linear("f0d27a")),
            (r * float(np.sin(a)), y, r * float(np.cos(a))),
        )
    for a in np.arange(7) * 51.4:
        s = (0.007 * float(np.sin(np.radians(a))), 0.036, 0.007 * float(np.cos(np.radians(a))))
        berry.add(ellipsoid((0.005, 0.0015, 0.016), 8), look.trim("fruit", _LEAF), s, (18, a, 0))
    berry.add(sweep([(0, 0.035, 0), (0.002, 0.045, 0.002)], 0.0014, 8), look.trim("fruit", _LEAF))
    return berry


FOOD = things(
    {
        "bread": Thing(_bread, NATURAL),
        "cake": Thing(_cake, NATURAL),
        "pizza": Thing(_pizza, NATURAL),
        "egg": Thing(_egg, ROUND),
        "banana": Thing(_banana, NATURAL),
        "cheese": Thing(_cheese, NATURAL),
        "carrot": Thing(_carrot, NATURAL),
        "watermelon": Thing(_watermelon, NATURAL),
        "pumpkin": Thing(_pumpkin, NATURAL),
        "hamburger": Thing(_burger, NATURAL),
        "sandwich": Thing(_sandwich, NATURAL),
        "ice cream": Thing(_ice_cream, NATURAL),
        "donut": Thing(_donut, NATURAL),
        "tomato": Thing(
            _fruit(
                "c42a1c",
                ((0, 0), (0.02, 0), (0.042, 0.018), (0.042, 0.042), (0.02, 0.058), (0, 0.054)),
                0.12,
                leaf=True,
            ),
            NATURAL,
        ),
        "lemon": Thing(_lemon, NATURAL),
        "pear": Thing(
            _fruit(
                "b5b83a",
                (
                    (0, 0),
                    (0.02, 0),
                    (0.04, 0.02),
                    (0.04, 0.045),
                    (0.022, 0.075),
                    (0.014, 0.098),
                    (0, 0.102),
                ),
                0.18,
            ),
            NATURAL,
        ),
        "strawberry": Thing(_strawberry, NATURAL),
    }
)
