"""A railway station: a platform under a canopy, tracks below it, a train on the far side."""

from __future__ import annotations

from types import MappingProxyType

import numpy as np

from engine.world.assets.assembly import Assembly
from engine.world.assets.buildings import LIT_PANES
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.setting import Place, Set, Stage, coat, slab
from engine.world.assets.shapes import box, merged, placed, plane, rounded_box, transformed
from engine.world.assets.sweeps import cylinder, extrude, rod, sweep
from engine.world.model import Drop

_EDGE_Z, _FAR_EDGE_Z = -3.4, -10.9
_BED_M = 1.05
_TRACKS_Z = (-5.1, -9.1)
_ROOF_M = 4.3


def station(set_: Set) -> Place:
    """The platform lies along x; trains come and go behind it."""
    paving = coat(
        "concrete", linear("8f8c86"), color2=linear("75726d"), pattern="tiles", pattern_scale_m=0.6
    )
    _bed(set_)
    _canopy(set_, -1.4)
    _canopy(set_, _FAR_EDGE_Z - 2.4)
    set_.put(set_.still(_train().finished("train", Look())), (-13.0, -_BED_M + 0.17, _TRACKS_Z[1]))
    _furnish(set_)
    _walls(set_)
    _beyond(set_)
    return Place(
        "station", paving, "concrete", False, 120.0, tuple(set_.things), (), tuple(set_.lights),
        Stage((0.0, 0.6), 2.5), MappingProxyType({"bench": 0.46}),
        drops=(Drop((-260.0, _FAR_EDGE_Z), (260.0, _EDGE_Z), _BED_M),),
    )  # fmt: skip


def _bed(set_: Set) -> None:
    """Ballast, sleepers and rails of two tracks; platform walls with white edges."""
    ballast = coat("gravel", linear("6f675d"), color2=linear("8a8175"), pattern_scale_m=0.25)
    deep = _EDGE_Z - _FAR_EDGE_Z
    slab(
        set_,
        "ballast",
        (520.0, 0.05, deep),
        ballast,
        (0, -_BED_M - 0.03, (_EDGE_Z + _FAR_EDGE_Z) / 2),
        solid=False,
    )
    wood, steel = (
        coat("wood", linear("54453a")),
        coat("metal", linear("8a8078"), pattern="plain", roughness=0.35),
    )
    ties = merged(
        [
            transformed(box((0.24, 0.14, 2.5)), placed((float(x), 0, 0)))
            for x in np.arange(-60, 60.1, 0.62)
        ]
    )
    for z in _TRACKS_Z:
        set_.paint("sleepers", ties, wood, (0, -_BED_M - 0.02, z))
        for side in (-0.72, 0.72):
            slab(
                set_, "rail", (520.0, 0.15, 0.07), steel, (0, -_BED_M + 0.12, z + side), solid=False
            )
    _edges(set_)


def _canopy(set_: Set, z: float) -> None:
    """A roof on iron columns along the platform, lamps below it."""
    cream = coat("wood", linear("d8d0bb"), pattern="planks", pattern_scale_m=0.16)
    slate = coat("tiles", linear("545a60"), pattern="tiles", pattern_scale_m=0.4)
    roof = Assembly("metal", 900.0, fixed=True)
    profile = [(-2.6, 0.0), (0.0, 0.55), (2.6, 0.0), (2.6, 0.1), (0.0, 0.66), (-2.6, 0.1)]
    roof.add(extrude(profile, 14.0), slate, (0, 0.02, 0), (0, 90, 0))
    roof.add(box((14.0, 0.02, 5.1)), cream, (0, 0, 0))
    for side in (-2.6, 2.6):
        for number in range(28):
            roof.add(box((0.42, 0.3, 0.03)), cream, (-6.75 + 0.5 * number, -0.22, side))
    model = set_.still(roof.finished("canopy", Look()))
    for middle in (-21.0, -7.0, 7.0, 21.0):
        set_.put(model, (middle, _ROOF_M - 0.22, z))
    model = set_.still(_column().finished("column", Look()))
    lamp = coat("glass", (1.0, 0.9, 0.7), emission=3.0, opacity=1.0)
    for x in np.arange(-25.6, 26, 6.4):
        set_.put(model, (float(x), 0, z - 0.9))
        if z > _EDGE_Z:
            slab(
                set_,
                "lamp",
                (0.9, 0.06, 0.16),
                lamp,
                (float(x) + 3.2, _ROOF_M - 0.3, z),
                solid=False,
            )
            set_.light((float(x) + 3.2, _ROOF_M - 0.6, z + 0.2), (11.0, 9.4, 6.8), 11.0)


def _furnish(set_: Set) -> None:
    bench, bin_ = set_.model("bench"), set_.model("bin")
    for x, z, yaw in ((-3.3, -0.4, 65), (4.4, -1.2, -20), (9.6, -1.4, 0), (-9.4, -1.4, 0)):
        set_.put(bench, (x, 0, z), yaw)
    set_.put(bin_, (5.6, 0, -1.3))
    for x, z in ((-6.5, _FAR_EDGE_Z - 2.6), (5.0, _FAR_EDGE_Z - 2.6)):
        set_.put(bench, (x, 0, z))
    set_.put(set_.still(_clock().finished("station clock", Look())), (2.6, 2.75, -1.6))
    board = Assembly("metal", 40.0, fixed=True)
    blue, white = (
        coat("metal", linear("1f3f7a"), metallic=0.0, pattern="plain"),
        coat("paper", COLOURS["white"]),
    )
    amber = coat("plastic", linear("f0b03a"), emission=1.4)
    board.add(rounded_box((2.4, 0.9, 0.12), 0.03), blue)
    board.add(box((2.2, 0.14, 0.13)), white, (0, 0.7, 0))
    for row in range(3):
        for x, wide in ((-0.95, 0.24), (-0.3, 0.7), (0.75, 0.3)):
            board.add(box((wide, 0.09, 0.13)), amber, (x, 0.5 - 0.19 * row, 0))
    for x in (-0.9, 0.9):
        board.add(rod((x, 0.9, 0), (x, 1.5, 0), 0.015), blue)
    set_.put(set_.still(board.finished("departure board", Look())), (-2.4, 2.75, -1.6))
    trolley = set_.model("crate", "brown")
    set_.put(trolley, (-4.6, 0, 2.2), 15)


def _clock() -> Assembly:
    """A round clock with a face on both sides, hung from the roof."""
    clock = Assembly("metal", 15.0, fixed=True)
    black, white = (
        coat("metal", COLOURS["black"], metallic=0.0, pattern="plain"),
        coat("paper", COLOURS["ivory"], emission=0.25),
    )
    clock.add(cylinder(0.4, 0.2, 0.03, 40), black, (0, 0.4, -0.1), (90, 0, 0))
    clock.add(cylinder(0.35, 0.22, 0.0, 40), white, (0, 0.4, -0.11), (90, 0, 0))
    for number in range(12):
        a = np.radians(30 * number)
        tick = box((0.02, 0.06, 0.23))
        clock.add(tick, black, (0.29 * float(np.sin(a)), 0.4 + 0.29 * float(np.cos(a)) - 0.03, 0))
    for tall, turn, wide in ((0.2, -60, 0.035), (0.3, 48, 0.022)):
        clock.add(box((wide, tall, 0.24)), black, (0, 0.4, 0), (0, 0, turn))
    clock.add(rod((0, 0.8, 0), (0, 1.6, 0), 0.025), black)
    return clock


def _train() -> Assembly:
    """Three coaches of a passenger train along x, standing on y = 0 (the rails)."""
    train = Assembly("metal", 120000.0, fixed=True)
    red = coat("metal", linear("a32f2a"), metallic=0.0, pattern="plain", roughness=0.3)
    cream = coat("metal", linear("e6dcc3"), metallic=0.0, pattern="plain", roughness=0.35)
    dark = coat("metal", linear("33363a"), metallic=0.0, pattern="plain")
    glass = coat("glass", linear("26323b"), opacity=1.0, roughness=0.08)
    for number in range(3):
        x = -15.0 * number
        train.add(rounded_box((14.4, 1.35, 2.8), 0.12), red, (x, 0.75, 0))
        train.add(rounded_box((14.4, 1.35, 2.8), 0.3, 3), cream, (x, 1.95, 0))
        train.add(rounded_box((14.0, 0.42, 2.3), 0.2, 3), dark, (x, 3.12, 0))
        train.add(box((14.0, 0.5, 2.0)), dark, (x, 0.35, 0))
        for side in (-1.0, 1.0):
            for window in range(7):
                at = (x - 4.8 + 1.6 * window, 1.95, side * 1.38)
                train.add(rounded_box((1.1, 0.85, 0.06), 0.05, 1), glass, at, part=LIT_PANES)
            for door in (-6.4, 6.4):
                train.add(
                    rounded_box((0.95, 2.1, 0.06), 0.04, 1), red, (x + door, 0.82, side * 1.39)
                )
                train.add(
                    box((0.5, 0.8, 0.08)), glass, (x + door, 1.9, side * 1.39), part=LIT_PANES
                )
        for wheel in (-5.6, -4.2, 4.2, 5.6):
            for side in (-0.75, 0.75):
                train.add(
                    cylinder(0.44, 0.12, 0.02, 20), dark, (x + wheel, 0.44, side - 0.06), (90, 0, 0)
                )
    train.add(rounded_box((0.3, 1.0, 2.2), 0.12, 2), glass, (7.15, 1.9, 0))
    lamp = coat("glass", (1.0, 0.93, 0.75), emission=2.5, opacity=1.0)
    for side in (-0.85, 0.85):
        train.add(cylinder(0.15, 0.1, 0.02, 18), lamp, (7.2, 1.2, side), (0, 0, -90))
    return train


def _walls(set_: Set) -> None:
    """Brick walls with posters behind both platforms; the tracks run on between them."""
    brick = coat("brick", linear("93604c"), color2=linear("b8aa9a"), pattern_scale_m=0.26)
    stone = coat("stone", linear("b3ab9d"))
    posters = ("c9782f", "2f6d8a", "7a8f3f", "a83f4f", "d9b04a")
    for z, yaw, count in ((_FAR_EDGE_Z - 4.6, 0, 5), (9.5, 180, 5)):
        for number in range(count):
            x = 14.0 * (number - count // 2)
            wall = Assembly("brick", 30000.0, fixed=True)
            wall.add(box((14.0, 4.6, 0.4)), brick)
            wall.add(rounded_box((14.0, 0.25, 0.6), 0.04, 1), stone, (0, 4.6, 0))
            wall.add(box((14.0, 0.7, 0.5)), stone)
            for side in (-4.4, 0.0, 4.4):
                color = posters[(number + int(side)) % 5]
                wall.add(box((1.5, 2.0, 0.03)), coat("wood", linear("3f3a36")), (side, 1.2, 0.21))
                wall.add(box((1.36, 1.86, 0.04)), coat("paper", linear(color)), (side, 1.27, 0.22))
                wall.add(box((1.1, 0.7, 0.05)), coat("paper", linear("efe6d0")), (side, 1.4, 0.22))
                wall.add(
                    box((1.0, 0.16, 0.05)), coat("paper", linear("efe6d0")), (side, 2.75, 0.22)
                )
            wall.box((14.0, 4.6, 0.5))
            set_.put(set_.still(wall.finished("station wall", Look())), (x, 0, z), yaw)


def _beyond(set_: Set) -> None:
    """Where the platforms end: grass, signals, warehouses and trees along the line."""
    grass = coat("grass", linear("6b7f45"), color2=linear("8d8a58"))
    trees = [set_.model("tree") for _ in range(2)]
    for side in (-1, 1):
        for z, deep in ((9.0 + 30.0, 80.0 - 15.2), (_FAR_EDGE_Z - 41.0, 82.0)):
            set_.paint("grass", plane(170.0, deep), grass, (side * 120.0, 0.02, z))
        slab(
            set_,
            "ramp",
            (1.2, 0.02, 10.0),
            coat("concrete", linear("b9b5ab")),
            (side * 35.2, 0, 1.6),
            solid=False,
        )
        _warehouses(set_, side)
        for number, (x, z) in enumerate(
            ((40.0, 4.0), (52.0, 7.0), (44.0, -17.0), (58.0, -16.0), (80.0, 6.0))
        ):
            set_.put(trees[number % 2], (side * x, 0, z), float(set_.rng.uniform(0, 360)))
        for z in (-3.0, -11.3):
            set_.put(
                set_.still(_signal().finished("signal", Look())), (side * 31.0, 0, z), 90 * side
            )


def _signal() -> Assembly:
    """A light signal on a mast."""
    signal = Assembly("metal", 200.0, fixed=True)
    grey, black = (
        coat("metal", linear("8f9498"), pattern="plain"),
        coat("metal", COLOURS["black"], metallic=0.0, pattern="plain"),
    )
    signal.add(cylinder(0.08, 4.2, 0.01, 12), grey)
    signal.add(rounded_box((0.5, 1.3, 0.2), 0.1, 2), black, (0, 3.7, 0.1))
    for y, color, glow in ((4.6, "d8392f", 3.0), (4.1, "3f9a52", 0.1)):
        signal.add(
            cylinder(0.13, 0.04, 0.0, 18),
            coat("glass", linear(color), emission=glow, opacity=1.0),
            (0, y, 0.2),
            (90, 0, 0),
        )
    signal.post(0.08, 4.2)
    return signal


def _column() -> Assembly:
    """An iron column that spreads into four brackets."""
    iron = coat("metal", linear("2f4f48"), metallic=0.0, pattern="plain", roughness=0.5)
    column = Assembly("metal", 300.0, fixed=True)
    column.add(cylinder(0.09, _ROOF_M, 0.01, 18), iron)
    column.add(cylinder(0.17, 0.5, 0.03, 18, 0.12), iron)
    column.add(cylinder(0.16, 0.16, 0.03, 18), iron, (0, _ROOF_M - 1.0, 0))
    for side in (-1, 1):
        bow = [
            (0, _ROOF_M - 0.9, 0),
            (0, _ROOF_M - 0.35, side * 0.5),
            (0, _ROOF_M - 0.03, side * 1.3),
        ]
        column.add(sweep(bow, 0.035, 8), iron)
        column.add(
            sweep(
                [
                    (0, _ROOF_M - 0.9, 0),
                    (side * 0.6, _ROOF_M - 0.3, 0),
                    (side * 1.2, _ROOF_M - 0.03, 0),
                ],
                0.03,
                8,
            ),
            iron,
        )
    column.post(0.1, _ROOF_M)
    return column


def _edges(set_: Set) -> None:
    """The platforms' walls, edges and safety lines."""
    wall = coat("brick", linear("7d6a5c"), color2=linear("9c9186"), pattern_scale_m=0.3)
    edge, line = (
        coat("concrete", linear("b9b5ab")),
        coat("plastic", linear("e3b93a"), roughness=0.7),
    )
    for z, side in ((_EDGE_Z, 1), (_FAR_EDGE_Z, -1)):
        slab(
            set_,
            "platform wall",
            (520.0, _BED_M, 0.2),
            wall,
            (0, -_BED_M, z + 0.1 * side),
            solid=False,
        )
        slab(set_, "platform edge", (520.0, 0.012, 0.6), edge, (0, 0, z + 0.3 * side), solid=False)
        slab(set_, "safety line", (520.0, 0.016, 0.12), line, (0, 0, z + 0.85 * side), solid=False)


def _warehouses(set_: Set, side: int) -> None:
    """Brick buildings along the line, on one side (-1 or 1) of the station."""
    for number, (x, z, wide, high) in enumerate(
        (
            (46.0, 15.0, 16.0, 7.0),
            (66.0, -22.0, 20.0, 9.0),
            (96.0, 20.0, 22.0, 12.0),
            (120.0, -34.0, 26.0, 15.0),
        )
    ):
        brick = coat(
            "brick",
            linear(("8a5a48", "a08a72")[number % 2]),
            color2=linear("33414a"),
            pattern="windows",
            pattern_scale_m=3.0,
        )
        slab(set_, "warehouse", (wide, high, 11.0), brick, (side * x, 0, z))
        slab(
            set_,
            "warehouse roof",
            (wide + 0.8, 0.6, 11.8),
            coat("tiles", linear("4d4a4c")),
            (side * x, high, z),
            solid=False,
        )
