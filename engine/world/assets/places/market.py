"""A market square: stalls under striped awnings heaped with goods, old houses round it."""

from __future__ import annotations

from types import MappingProxyType

import numpy as np

from engine.world.assets.assembly import Assembly
from engine.world.assets.buildings import townhouse
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.places.dressing import street_lamps
from engine.world.assets.places.masonry import doorway
from engine.world.assets.setting import Place, Set, Stage, coat
from engine.world.assets.shapes import box, ellipsoid, merged, placed, rounded_box, transformed
from engine.world.assets.sweeps import cone, cylinder, extrude, lathe, rod, sweep
from engine.world.model import Model

_COUNTER_M = 0.82
_STALLS = (
    (-4.9, -2.6, 62), (-5.9, -5.9, 42), (-2.9, -7.9, 12), (1.0, -8.6, 0), (4.4, -7.0, -25),
    (6.2, -3.6, -55), (-6.6, 1.8, 90), (7.0, 1.4, -90),
)  # fmt: skip
_AWNINGS = (("b03a32", "eee2c6"), ("2f6d5a", "eee2c6"), ("c98a2b", "f0e9d8"), ("2f5f9a", "f0e9d8"))
_FRUITS = (
    (("c8322b", 0.042), ("d9902b", 0.046), ("86a83a", 0.042), ("e2c24f", 0.04)),
    (("6d8f35", 0.06), ("b3202a", 0.036), ("d9732b", 0.05), ("6a3a63", 0.045)),
)


def market(set_: Set) -> Place:
    """Stalls in a half circle round the open middle of a square."""
    cobbles = coat(
        "stone", linear("97897a"), color2=linear("75695d"), pattern="gravel", pattern_scale_m=0.9
    )
    kinds = [set_.still(_stall(set_, number).finished("stall", Look())) for number in range(4)]
    for number, (x, z, yaw) in enumerate(_STALLS):
        set_.put(kinds[number % 4], (x, 0, z), yaw)
    _houses(set_)
    crate, barrel, basket = set_.model("crate"), set_.model("barrel"), set_.still(_basket())
    for x, z, yaw in ((-3.6, -4.6, 20), (5.3, -5.6, 40)):
        set_.put(crate, (x, 0, z), yaw)
    for x, z in ((2.9, -6.4), (4.9, -1.7)):
        set_.put(barrel, (x, 0, z))
    for x, z in ((-3.1, -3.9), (-3.5, -3.1), (3.9, -4.0), (0.2, -6.6), (-1.0, -6.8)):
        set_.put(basket, (x, 0, z))
    set_.put(set_.model("bench"), (3.2, 0, 1.4), -75)
    _bunting(set_)
    street_lamps(set_, ((-7.6, -8.6), (7.4, -8.0), (8.6, 4.0), (-8.4, 4.6)))
    for x, z in ((-3.4, -5.0), (2.8, -6.2), (0.0, 1.5)):
        set_.light((x, 2.3, z), (5.0, 3.6, 2.0), 8.0)
    return Place(
        "market", cobbles, "stone", False, 60.0, tuple(set_.things), (), tuple(set_.lights),
        Stage((0.0, 0.0), 2.6), MappingProxyType({"stall": _COUNTER_M, "bench": 0.46}),
    )  # fmt: skip


def _stall(set_: Set, kind: int) -> Assembly:
    """A table with goods under an awning."""
    stall = Assembly("wood", 150.0, fixed=True)
    wood = coat("wood", linear(("8b6a47", "74563a")[kind % 2]))
    first, second = _AWNINGS[kind]
    cloth = coat(
        "fabric", linear(first), color2=linear(second), pattern="stripes", pattern_scale_m=0.34
    )
    stall.add(box((2.5, 0.05, 1.0)), wood, (0, _COUNTER_M - 0.2, 0))
    skirt = coat("fabric", linear(first))
    stall.add(box((2.5, 0.6, 0.03)), skirt, (0, 0.04, 0.47))
    for x in (-1.22, 1.22):
        stall.add(box((0.03, 0.6, 0.9)), skirt, (x, 0.04, 0))
        for z, tall in ((0.55, 2.12), (-0.5, 2.5)):
            stall.add(box((0.07, tall, 0.07)), wood, (x, 0, z))
    roof = [(-0.75, 0.42), (-0.75, 0.36), (0.85, -0.02), (0.85, 0.05)]
    stall.add(extrude([(x, y) for x, y in roof], 2.8), cloth, (0, 2.1, 0), (0, -90, 0))
    for number in range(8):
        drop = extrude([(-0.17, 0), (-0.12, -0.16), (0.12, -0.16), (0.17, 0)][::-1], 0.02)
        paint = coat("fabric", linear(second if number % 2 else first))
        stall.add(drop, paint, (-1.22 + 0.35 * number, 2.12, 0.85))
    goods = (_fruit, _fruit, _cloths, _pots)[kind]
    goods(set_, stall, kind)
    stall.box((2.5, _COUNTER_M, 1.0))
    for x in (-1.22, 1.22):
        stall.box((0.07, 2.4, 0.07), (x, 0, -0.5))
    return stall


def _fruit(set_: Set, stall: Assembly, kind: int) -> None:
    """Four slanting boxes heaped with fruit."""
    wood = coat("wood", linear("b08a58"))
    for number, (color, radius) in enumerate(_FRUITS[kind]):
        x = -0.92 + 0.61 * number
        stall.add(
            rounded_box((0.56, 0.16, 0.72), 0.01, 1), wood, (x, _COUNTER_M - 0.14, 0.04), (14, 0, 0)
        )
        balls = []
        for row in range(6):
            for column in range(5):
                wobble = set_.rng.uniform(-0.012, 0.012, 3)
                z = 0.36 - 0.125 * row + float(wobble[2])
                y = _COUNTER_M + 0.05 + 0.03 * float(set_.rng.random()) + 0.25 * (0.3 - z) * 0.9
                at = (x - 0.21 + 0.105 * column + float(wobble[0]), y, z)
                balls.append(transformed(ellipsoid((2.2 * radius,) * 3, 6), placed(at)))
        stall.add(merged(balls), coat("fruit", linear(color)))


def _cloths(set_: Set, stall: Assembly, _kind: int) -> None:
    """Folded cloths in piles, more hanging behind."""
    colors = ("a83a52", "d9a441", "2f7f8c", "5f4a8a", "c96a3a", "4f8a55", "e2d6b8")
    for number in range(5):
        x = -1.0 + 0.5 * number
        for layer in range(5):
            paint = coat("fabric", linear(colors[(number + 2 * layer) % 7]))
            fold = rounded_box((0.42, 0.07, 0.5), 0.025, 1)
            stall.add(
                fold,
                paint,
                (x, _COUNTER_M - 0.15 + 0.07 * layer, float(set_.rng.uniform(-0.04, 0.04))),
            )
    for number in range(5):
        paint = coat("fabric", linear(colors[(number * 3 + 1) % 7]))
        stall.add(box((0.44, 0.9, 0.02)), paint, (-1.0 + 0.5 * number, 1.35, -0.48))


def _pots(set_: Set, stall: Assembly, _kind: int) -> None:
    """Jugs and bowls of clay, onions in strings above."""
    for number in range(9):
        x, z = -1.0 + 0.5 * (number % 5), 0.2 if number < 5 else -0.2
        s = float(set_.rng.uniform(0.8, 1.25))
        line = [
            (0, 0),
            (0.09 * s, 0),
            (0.14 * s, 0.12 * s),
            (0.06 * s, 0.25 * s),
            (0.08 * s, 0.3 * s),
            (0, 0.29 * s),
        ]
        color = ("a8592f", "8a4a2c", "c9a27a", "4f7f86")[number % 4]
        stall.add(lathe(line, 18, 60), coat("ceramic", linear(color)), (x, _COUNTER_M - 0.15, z))
    for x in (-0.9, -0.3, 0.4, 1.0):
        stall.add(rod((x, 1.35, 0.5), (x, 2.1, 0.5), 0.008), coat("fabric", linear("b09b6b")))
        bulbs = [
            transformed(
                ellipsoid((0.085, 0.085, 0.085), 8),
                placed((x + 0.03 * (-1) ** k, 1.38 + 0.08 * k, 0.5)),
            )
            for k in range(6)
        ]
        stall.add(merged(bulbs), coat("fruit", linear("e0d3b0")))


def _basket() -> Model:
    basket = Assembly("wood", 3.0, fixed=True)
    wicker = coat(
        "wood", linear("b08a55"), pattern="fabric", color2=linear("7d5d36"), pattern_scale_m=0.1
    )
    basket.add(lathe([(0, 0), (0.2, 0), (0.27, 0.26), (0.25, 0.27), (0, 0.2)], 22), wicker)
    loaf = ellipsoid((0.12, 0.1, 0.3), 12)
    bread = [
        transformed(loaf, placed((0.09 * np.sin(a), 0.27, 0.09 * np.cos(a)), (35, 60 * a, 0)))
        for a in (0.0, 1.4, 2.9, 4.4)
    ]
    basket.add(merged(bread), coat("fruit", linear("b97a3c"), roughness=0.8))
    basket.post(0.24, 0.27)
    return basket.finished("basket", Look())


def _houses(set_: Set) -> None:
    """Rows on every side; a lane opens behind towards a church tower."""
    houses = [
        set_.still(townhouse(Look(), set_.rng, 6.4, floors).finished("townhouse", Look()))
        for floors in (3, 2, 2)
    ]
    deal = iter(set_.rng.permutation(np.arange(40)) % len(houses))
    for x in (-15.0, -8.6, 4.6, 11.0):
        set_.put(houses[next(deal)], (x, 0, -16.5))
    for z in (-11.5, -5.1, 1.3, 7.7):
        set_.put(houses[next(deal)], (-14.0, 0, z), 90)
        set_.put(houses[next(deal)], (14.0, 0, z), -90)
    for x in (-3.2, 3.2):
        set_.put(houses[next(deal)], (x, 0, 19.0), 180)
    for x, z, yaw in ((-5.6, -22.8, 90), (1.6, -22.8, -90)):
        set_.put(houses[next(deal)], (x, 0, z), yaw)
    church = Assembly("stone", 1e6, fixed=True)
    stone = coat("stone", linear("b3a78f"))
    church.add(rounded_box((4.6, 13.0, 4.6), 0.1), stone)
    for y in (6.0, 12.6):
        church.add(rounded_box((5.0, 0.4, 5.0), 0.08), stone, (0, y, 0))
    church.add(cone(3.3, 8.5, 8), coat("tiles", linear("4f6b62")), (0, 13.0, 0), (0, 22.5, 0))
    dark = coat("stone", linear("2c2a2a"), pattern="plain")
    church.add(doorway(1.2, 3.0), dark, (0, 8.6, 2.32))
    church.add(
        cylinder(0.9, 0.1, 0.0, 32), coat("paper", COLOURS["ivory"]), (0, 7.3, 2.3), (90, 0, 0)
    )
    church.box((4.6, 13.0, 4.6))
    set_.put(set_.still(church.finished("church tower", Look())), (-2.0, 0, -38.0))


def _bunting(set_: Set) -> None:
    """Strings of pennants over the square."""
    colors = ("c23a2e", "e2c24f", "2f62b0", "4f9140", "f0e9d8")
    share = np.linspace(0, 1, 29)
    for z, high in ((-5.4, 4.2), (-9.8, 4.8)):
        line = Assembly("fabric", 1.0, fixed=True)
        path = np.column_stack([-10.5 + 21 * share, high - 4.2 * share * (1 - share), 0 * share])
        line.add(sweep(path, 0.012, 5), coat("fabric", COLOURS["charcoal"]))
        for number, (x, y, _) in enumerate(path[1:-1]):
            flag = extrude([(-0.16, 0), (0, -0.34), (0.16, 0)], 0.012)
            line.add(flag, coat("fabric", linear(colors[number % 5])), (float(x), float(y), 0))
        low = min(float(mesh.positions[:, 1].min()) for _, mesh, _ in line.pieces)
        set_.put(set_.still(line.finished("bunting", Look())), (0, low, z))
