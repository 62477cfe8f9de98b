"""Places under the sky: street, meadow, park, beach, forest; and the studio's bare backdrop."""

from __future__ import annotations

from types import MappingProxyType

import numpy as np

from engine.world.assets.buildings import townhouse
from engine.world.assets.greenery import hills, scatter, sow_flowers, sow_grass
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.setting import Place, Set, Stage, coat, slab
from engine.world.assets.shapes import (
    creased,
    grid_triangles,
    merged,
    placed,
    plane,
    rounded_box,
    transformed,
)
from engine.world.assets.street_furniture import LAMP_LIGHT_M
from engine.world.assets.sweeps import cylinder
from engine.world.model import Mesh, Model

_LAMP_GLOW = (17.0, 11.6, 5.8)


def studio(set_: Set) -> Place:
    """A grey cyclorama: the floor runs up into the wall in one curve."""
    grey = coat("concrete", linear("a7a9ab"), pattern="plain", roughness=0.92)
    radius, cove, height = 11.0, 3.5, 8.0
    arc = np.linspace(0, np.pi / 2, 14)
    profile = [(radius - cove + cove * np.sin(a), cove - cove * np.cos(a)) for a in arc]
    line = np.array([*profile, (radius, height)])
    turn = np.radians(np.linspace(-125, 125, 61))
    rows = np.stack(
        [
            line[:, None, 0] * np.sin(turn),
            np.broadcast_to(line[:, None, 1], (len(line), 61)),
            -line[:, None, 0] * np.cos(turn),
        ],
        axis=-1,
    )
    sheet = creased(rows.reshape(-1, 3), grid_triangles(len(line), 61), 60)
    set_.paint("backdrop", sheet, grey, (0, 0, 0))
    set_.light((-3.5, 4.2, 3.5), (15.0, 14.2, 13.0), 16.0)
    set_.light((4.0, 3.2, 2.0), (7.0, 7.4, 8.2), 14.0)
    set_.light((0.0, 5.0, -4.5), (9.0, 9.0, 9.0), 14.0)
    return Place(
        "studio",
        grey,
        "concrete",
        True,
        30.0,
        tuple(set_.things),
        (),
        tuple(set_.lights),
        Stage((0.0, 0.0), 3.5),
    )


def _street_lamps(set_: Set, spots: tuple[tuple[float, float], ...], y: float = 0.0) -> None:
    lamp = set_.model("street lamp")
    for x, z in spots:
        set_.put(lamp, (x, y, z))
        set_.light((x + LAMP_LIGHT_M[0], y + LAMP_LIGHT_M[1], z + 0.1), _LAMP_GLOW, 14.0)


def street(set_: Set) -> Place:
    """A crossroads: a road from left to right, another running off between rows of houses."""
    asphalt = coat("asphalt", linear("4d4d50"), color2=linear("626163"))
    _pavements(set_)
    _road_marks(set_)
    _houses(set_)
    _street_lamps(
        set_,
        ((-4.0, -4.6), (4.3, -12.5), (-4.3, -21.0), (9.5, -4.4), (4.6, 4.6), (-5.0, 4.8)),
        0.13,
    )
    tree = set_.model("tree", "small")
    for x, z in ((4.5, -5.4), (-4.6, -16.5), (4.7, -20.5), (-11.0, -5.2)):
        set_.put(tree, (x, 0.13, z), float(set_.rng.uniform(0, 360)))
    set_.put(
        set_.model("car", str(set_.rng.choice(["teal", "mustard", "dark red", "navy"]))),
        (2.0, 0, -14.5),
        180,
    )
    set_.put(set_.model("bench"), (-7.6, 0.13, -5.9))
    set_.put(set_.model("mailbox"), (5.0, 0.13, -4.3))
    set_.put(set_.model("bin"), (-6.2, 0.13, -5.9))
    return Place(
        "street",
        asphalt,
        "asphalt",
        False,
        90.0,
        tuple(set_.things),
        (),
        tuple(set_.lights),
        supports=MappingProxyType({"bench": 0.13 + 0.46}),
        road_z=-1.9,
    )


def _houses(set_: Set) -> None:
    """Rows along both roads, two towers at the far end."""
    houses = [
        set_.still(townhouse(Look(), set_.rng, 6.4, floors).finished("townhouse", Look()))
        for floors in (3, 2, 3, 2, 3)
    ]
    deal = iter(set_.rng.permutation(np.arange(40)) % len(houses))
    for x in (-15.4, -9.0, 9.0, 15.4):
        set_.put(houses[next(deal)], (x, 0.13, -7.0))
    for z in (-16.3, -22.8, -29.3):
        set_.put(houses[next(deal)], (-5.8, 0.13, z), 90)
        set_.put(houses[next(deal)], (5.8, 0.13, z), -90)
    for x in (-6.5, 0.1, 6.7):
        set_.put(houses[next(deal)], (x, 0.13, 14.5), 180)
    set_.put(set_.model("building"), (-9.0, 0, -66.0))
    set_.put(set_.model("building"), (10.0, 0, -72.0))


def _pavements(set_: Set) -> None:
    stone = coat(
        "concrete", linear("a09c94"), pattern="tiles", color2=linear("85817a"), pattern_scale_m=0.6
    )
    kerb = coat("stone", linear("b5b1a8"), pattern="plain")
    for side in (-1, 1):
        slab(set_, "pavement", (32.0, 0.13, 4.4), stone, (side * 19.35, 0, -5.85))
        slab(set_, "pavement", (2.35, 0.13, 60.0), stone, (side * 4.6, 0, -38.05))
        slab(set_, "kerb", (32.0, 0.14, 0.16), kerb, (side * 19.4, 0, -3.62))
        slab(set_, "kerb", (0.16, 0.14, 64.4), kerb, (side * 3.42, 0, -35.9))
    slab(set_, "pavement", (72.0, 0.13, 10.5), stone, (0, 0, 8.9 + 0.2))
    slab(set_, "kerb", (72.0, 0.14, 0.16), kerb, (0, 0, 3.78))


def _road_marks(set_: Set) -> None:
    white = coat("plastic", linear("c9c7be"), roughness=0.85)
    dash, along, bar = plane(1.6, 0.13), plane(0.13, 1.6), plane(0.42, 2.4)
    marks = [(dash, float(x), 0.0) for x in np.arange(-34, 35, 3.4) if abs(x) > 3.4]
    marks += [(along, 0.0, float(z)) for z in np.arange(-46, -9.5, 3.4)]
    marks += [(bar, float(x), -5.6) for x in np.linspace(-2.7, 2.7, 7)]
    paint = merged([transformed(mesh, placed((x, 0, z))) for mesh, x, z in marks])
    set_.paint("road marks", paint, white, (0, 0.012, 0))


_MEADOW_TREES = (
    (6.4, -9.5), (-9.6, -16.0), (12.5, -20.0), (-17.5, -24.0), (19.0, -11.0), (3.0, -34.0),
    (-30.0, -38.0), (28.0, -40.0),
)  # fmt: skip
_PARK_TREES = (
    (-6.2, -5.8), (7.0, -6.4), (-10.5, -12.0), (10.5, -13.5), (-4.5, -17.5), (4.0, -19.0),
    (0.2, -25.0), (-9.5, 3.0), (9.5, 3.5),
)  # fmt: skip


def _trees(set_: Set, places: tuple[tuple[float, float], ...]) -> None:
    """Three kinds of tree by turns."""
    trees = [set_.model("tree") for _ in range(3)]
    for number, (x, z) in enumerate(places):
        set_.put(trees[number % 3], (x, 0, z), float(set_.rng.uniform(0, 360)))


def _rocks_and_bushes(set_: Set) -> None:
    for x, z, words in (
        (-4.4, -3.7, ()),
        (-5.0, -3.2, ("small",)),
        (5.2, -5.0, ("big",)),
        (7.5, 1.6, ()),
    ):
        set_.put(set_.model("rock", *words), (x, 0, z), float(set_.rng.uniform(0, 360)))
    bush = set_.model("bush")
    for x, z in ((-6.6, -7.2), (8.6, -7.4), (-12.5, -9.6)):
        set_.put(bush, (x, 0, z), float(set_.rng.uniform(0, 360)))


def meadow(set_: Set) -> Place:
    """Grass with flowers, a fence, a few trees; hills behind."""
    grass = coat("grass", linear("6d9140"), color2=linear("93a852"))
    hills(
        set_,
        (
            (-38, -74, 34, 9, "7b9a58"),
            (30, -88, 44, 13, "7f9c6a"),
            (-4, -120, 60, 17, "8aa389"),
            (60, -70, 28, 7, "76955a"),
            (-80, -96, 46, 14, "82a074"),
        ),
    )
    _trees(set_, _MEADOW_TREES)
    fence = set_.model("fence")
    for number in range(8):
        set_.put(fence, (-13.0 + 2.0 * number, 0, -8.6 - 0.18 * number), 5.0)
    _rocks_and_bushes(set_)
    sow_grass(
        set_,
        [
            *scatter(set_, 22, (-7, 7), (-7.5, 2.5)),
            (-2.6, 3.6),
            (2.9, 3.3),
            (3.6, 2.2),
            (-3.5, 2.6),
        ],
    )
    sow_flowers(
        set_,
        scatter(set_, 9, (-6.5, 6.5), (-7, 2.5)),
        ("e8e3da", "d8b23f", "b3688f", "cf5a4b", "7e78c2"),
    )
    return Place("meadow", grass, "grass", False, 160.0, tuple(set_.things))


def park(set_: Set) -> Place:
    """Lawn and a gravel path with benches, lamps, a fountain, trees all round."""
    grass = coat("grass", linear("5f8a3c"), color2=linear("84a24e"))
    gravel = coat("gravel", linear("b5a58a"), color2=linear("94866e"), pattern_scale_m=0.12)
    set_.paint("path", cylinder(4.6, 0.012, 0.0, 56), gravel, (0, -0.006, -8.5))
    walk = plane(2.6, 13.0)
    set_.paint("path", walk, gravel, (0, 0.005, 0.5))
    set_.paint("path", plane(60.0, 2.4), gravel, (0, 0.005, -8.5))
    set_.put(set_.model("fountain"), (0, 0.004, -8.5))
    for x, z, yaw in ((-3.6, -4.6, 40), (3.6, -4.6, -40), (4.4, 1.0, -80)):
        set_.put(set_.model("bench"), (x, 0, z), yaw)
    _street_lamps(set_, ((-2.4, -5.4), (2.9, -5.7), (-6.5, -10.2), (6.5, -10.2)))
    _trees(set_, _PARK_TREES)
    hedge = set_.model("hedge")
    for x in np.arange(-13.2, 13.3, 2.4):
        if abs(x) > 1.5:
            set_.put(hedge, (float(x), 0, -13.6))
    for x in (-5.4, 5.5):
        set_.put(set_.model("bush"), (x, 0, -2.4), float(set_.rng.uniform(0, 360)))
    sow_flowers(
        set_,
        [(-2.5, -12.6), (2.5, -12.6), (-4.9, -7.3), (4.9, -7.3), (-3.4, 2.3), (-4.2, -0.6)],
        ("cf5a4b", "e2c24f", "e8e3da", "b3688f"),
    )
    sow_grass(
        set_,
        [(-3.2, 1.6), (-4.4, 0.8), (3.2, 2.9), (3.9, -2.2), (-3.9, -2.2), (-5.2, 1.9)],
        "5d8434",
        0.2,
    )
    return Place(
        "park",
        grass,
        "grass",
        False,
        120.0,
        tuple(set_.things),
        (),
        tuple(set_.lights),
        supports=MappingProxyType({"bench": 0.46}),
    )


def beach(set_: Set) -> Place:
    """Sand, surf and the open sea; palms, a parasol and a boat."""
    sand = coat("sand", linear("d8bf93"), color2=linear("c3a678"))
    sea = coat("water", linear("2f7f8c"), color2=linear("7fc4c0"))
    slab(set_, "sea", (320.0, 0.06, 150.0), sea, (0, -0.005, -83.5), solid=False)
    wet = coat("sand", linear("a58b63"), color2=linear("97805b"), roughness=0.35)
    set_.paint("wet sand", _shore(set_, 320.0, 3.4, 0.5), wet, (0, 0.008, -6.3))
    foam = coat("snow", linear("e9efec"), pattern="plain", roughness=0.9)
    set_.paint("foam", _shore(set_, 320.0, 0.35, 0.35), foam, (0, 0.062, -8.6))
    set_.paint("foam", _shore(set_, 320.0, 0.22, 0.6), foam, (0, 0.062, -12.4))
    palms = [set_.model("palm") for _ in range(2)]
    for number, (x, z) in enumerate(
        ((-5.6, -3.6), (-7.4, -5.0), (6.9, -3.4), (9.8, 0.4), (-9.5, 1.0))
    ):
        set_.put(palms[number % 2], (x, 0, z), float(set_.rng.uniform(0, 360)))
    set_.put(set_.model("boat"), (5.4, 0, -6.0), 64)
    parasol = set_.model("umbrella", "giant", str(set_.rng.choice(["coral", "teal", "mustard"])))
    set_.put(parasol, (-4.0, -0.35, -2.6))
    towel = coat(
        "fabric", linear("d9775f"), color2=COLOURS["cream"], pattern="stripes", pattern_scale_m=0.12
    )
    set_.paint("towel", rounded_box((0.9, 0.016, 1.7), 0.006), towel, (-4.1, 0, -2.2))
    for x, z, words in (
        (-3.9, -7.8, ("big",)),
        (-5.2, -8.6, ()),
        (8.6, -8.4, ("huge",)),
        (3.9, -3.4, ("tiny",)),
    ):
        set_.put(set_.model("rock", *words), (x, -0.04, z), float(set_.rng.uniform(0, 360)))
    hills(set_, ((-70, -140, 40, 12, "6f8f78"), (-38, -150, 26, 7, "7f9c8a")))
    sow_grass(set_, [(-6.2, -3.0), (-5.0, -4.2), (6.4, -2.6), (7.4, -4.0)], "8d9a55", 0.5)
    return Place("beach", sand, "sand", False, 160.0, tuple(set_.things))


def _shore(set_: Set, width: float, depth: float, wander: float) -> Mesh:
    """A wavy flat band along x."""
    x = np.linspace(-width / 2, width / 2, 161)
    phase = float(set_.rng.uniform(0, 6))
    edge = wander * (np.sin(x * 0.55 + phase) + 0.5 * np.sin(x * 1.31 + phase * 2))
    front = np.column_stack([x, 0 * x, edge + depth / 2])
    back = np.column_stack([x, 0 * x, edge * 0.7 - depth / 2])
    return creased(np.concatenate([front, back]), grid_triangles(2, len(x)), 60)


def forest(set_: Set) -> Place:
    """A clearing among firs and leaf trees."""
    earth = coat("grass", linear("66693a"), color2=linear("7a6a45"))
    firs = [set_.model("fir"), set_.model("fir", "tall"), set_.model("fir", "small")]
    trees = [set_.model("tree", "tall"), set_.model("tree", "dark green")]
    spots = scatter(set_, 20, (-17, 17), (-26, -6.0), 6.0)
    for number, (x, z) in enumerate(spots):
        set_.put(_pick(firs, trees, number), (x, 0, z), float(set_.rng.uniform(0, 360)))
    for number, (x, z) in enumerate(
        (
            (-4.6, -4.2),
            (5.2, -4.8),
            (-6.6, -0.6),
            (7.0, -0.9),
            (-8.5, 4.5),
            (9.0, 5.0),
            (2.6, -7.6),
            (-2.4, -8.8),
        )
    ):
        set_.put(firs[number % 3], (x, 0, z), float(set_.rng.uniform(0, 360)))
    set_.put(set_.model("log"), (-3.3, 0, -2.6), 28)
    set_.put(set_.model("stump"), (3.5, 0, -2.6))
    for x, z, words in ((4.6, -1.6, ()), (-4.6, 1.2, ("big",)), (-3.6, -5.0, ("small",))):
        set_.put(set_.model("rock", *words), (x, 0, z), float(set_.rng.uniform(0, 360)))
    mushroom = set_.model("mushroom", "big")
    for x, z in ((3.0, -2.9), (3.2, -2.2), (-3.0, -3.2), (-3.9, 1.9)):
        set_.put(mushroom, (x, 0, z))
    sow_grass(set_, scatter(set_, 16, (-6, 6), (-7, 3)), "5f7a35", 0.42)
    return Place("forest", earth, "earth", False, 120.0, tuple(set_.things))


def _pick(firs: list[Model], trees: list[Model], number: int) -> Model:
    return trees[number % 2] if number % 4 == 3 else firs[number % 3]
