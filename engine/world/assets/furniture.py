"""Furniture: tops, seats and legs collide apart, so that things roll off and land below."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import Assembly, Maker, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.shapes import Vector, ellipsoid, rounded_box
from engine.world.assets.sweeps import cylinder, lathe, rod, rounded_profile, sweep
from engine.world.model import Surface

TABLE_TOP_M = 0.75
SEAT_M = 0.46


def _slab(
    thing: Assembly, surface: Surface, size: Vector, at: Vector, radius: float = 0.01
) -> None:
    """A rounded board that can be seen and hit."""
    thing.add(rounded_box(size, radius), surface, at)
    thing.box(size, at)


def _legs(
    thing: Assembly, surface: Surface, half: tuple[float, float], height: float, radius: float,
    splay: float = 0.0,
) -> None:  # fmt: skip
    """Four tapering round legs, leaning outward by ``splay`` metres."""
    for x in (-1.0, 1.0):
        for z in (-1, 1):
            foot = (x * (half[0] + splay), 0.0, z * (half[1] + splay))
            top = (x * half[0], height, z * half[1])
            thing.add(rod(foot, top, radius * 0.7, radius), surface, part="legs")
            middle_x, middle_z = x * (half[0] + splay / 2), z * (half[1] + splay / 2)
            thing.box((radius * 1.8, height, radius * 1.8), (middle_x, 0.0, middle_z))


def _table(look: Look, _rng: np.random.Generator) -> Assembly:
    table = Assembly("wood", 24.0)
    top = look.paint("wood", linear("9c6a3c"))
    _slab(table, top, (1.4, 0.04, 0.8), (0, TABLE_TOP_M - 0.04, 0), 0.012)
    frame = look.paint("wood", linear("7f5430"))
    for z in (-1, 1):
        table.add(rounded_box((1.22, 0.08, 0.022), 0.004), frame, (0, 0.63, z * 0.33))
    for x in (-1.0, 1.0):
        table.add(rounded_box((0.022, 0.08, 0.66), 0.004), frame, (x * 0.6, 0.63, 0))
    _legs(table, frame, (0.6, 0.32), 0.71, 0.032, 0.015)
    return table


def _round_table(look: Look, _rng: np.random.Generator) -> Assembly:
    table = Assembly("wood", 20.0)
    wood = look.paint("wood", linear("8a5a36"))
    table.add(cylinder(0.5, 0.035, 0.01, 56), wood, (0, 0.715, 0))
    table.add(cylinder(0.045, 0.7, 0.004, 28), wood, (0, 0.02, 0))
    table.add(
        lathe(rounded_profile([(0, 0), (0.3, 0), (0.29, 0.02), (0.05, 0.05), (0, 0.05)], 0.01), 44),
        wood,
    )
    table.post(0.5, 0.035, (0, 0.715, 0))
    table.post(0.045, 0.7)
    table.post(0.3, 0.02)
    return table


def _coffee_table(look: Look, _rng: np.random.Generator) -> Assembly:
    table = Assembly("wood", 13.0)
    _slab(table, look.paint("wood", linear("a97844")), (1.0, 0.034, 0.55), (0, 0.386, 0), 0.014)
    _legs(table, look.paint("wood", linear("7f5430")), (0.4, 0.2), 0.39, 0.024, 0.03)
    return table


def _desk(look: Look, _rng: np.random.Generator) -> Assembly:
    desk = Assembly("wood", 32.0)
    wood = look.paint("wood", linear("b0804e"))
    _slab(desk, wood, (1.5, 0.034, 0.72), (0, 0.706, 0), 0.008)
    _slab(desk, wood, (0.4, 0.52, 0.64), (0.5, 0.17, 0), 0.008)
    knob = look.trim("metal", COLOURS["brass"])
    for row in range(3):
        front = rounded_box((0.37, 0.158, 0.02), 0.006)
        desk.add(front, look.paint("wood", linear("bd8d59")), (0.5, 0.182 + row * 0.168, 0.322))
        desk.add(rounded_box((0.1, 0.012, 0.016), 0.005), knob, (0.5, 0.27 + row * 0.168, 0.336))
    steel = look.trim("metal", COLOURS["charcoal"])
    for x, z in (
        (-0.68, -0.3),
        (-0.68, 0.3),
        (0.66, -0.28),
        (0.66, 0.28),
        (0.34, -0.28),
        (0.34, 0.28),
    ):
        height = 0.71 if x < 0 else 0.175
        desk.add(rounded_box((0.035, height, 0.035), 0.004), steel, (x, 0, z), part="legs")
        desk.box((0.035, height, 0.035), (x, 0, z))
    return desk


def _chair(look: Look, _rng: np.random.Generator) -> Assembly:
    chair = Assembly("wood", 5.2)
    wood = look.paint("wood", linear("9c6a3c"))
    _slab(chair, wood, (0.43, 0.032, 0.42), (0, SEAT_M - 0.032, 0), 0.014)
    _legs(chair, wood, (0.17, 0.165), SEAT_M - 0.03, 0.019, 0.03)
    for x in (-0.175, 0.175):
        post = [(x, SEAT_M - 0.02, -0.18), (x * 1.02, 0.68, -0.205), (x * 1.04, 0.88, -0.245)]
        chair.add(sweep(post, [0.017, 0.016, 0.013], 12), wood, part="back")
    for y, z, height in ((0.8, -0.237, 0.085), (0.64, -0.21, 0.05)):
        chair.add(
            rounded_box((0.36, height, 0.018), 0.008),
            wood,
            (0, y - height / 2, z),
            (-9, 0, 0),
            "back",
        )
    chair.box((0.4, 0.42, 0.03), (0, SEAT_M, -0.195), (-8, 0, 0))
    return chair


def _stool(look: Look, _rng: np.random.Generator) -> Assembly:
    stool = Assembly("wood", 3.4)
    wood = look.paint("wood", linear("a3713f"))
    stool.add(cylinder(0.17, 0.035, 0.012, 44), wood, (0, 0.455, 0))
    _legs(stool, wood, (0.085, 0.085), 0.46, 0.018, 0.06)
    stool.post(0.17, 0.035, (0, 0.455, 0))
    return stool


def _armchair(width: float, mass: float) -> Maker:
    def make(look: Look, _rng: np.random.Generator) -> Assembly:
        seat = Assembly("fabric", mass)
        cloth = look.paint("fabric", linear("51707f"))
        pillow = look.paint("fabric", linear("5e7f8f"))
        inner = width - 0.36
        _slab(seat, cloth, (width, 0.22, 0.86), (0, 0.1, 0), 0.05)
        for x in (-1.0, 1.0):
            _slab(seat, cloth, (0.2, 0.52, 0.86), (x * (width / 2 - 0.1), 0.1, 0), 0.07)
        seat.add(
            rounded_box((width - 0.06, 0.68, 0.22), 0.08, 3), cloth, (0, 0.16, -0.31), (-6, 0, 0)
        )
        seat.box((width - 0.06, 0.66, 0.2), (0, 0.16, -0.31), (-6, 0, 0))
        count = max(1, round(inner / 0.65))
        each = inner / count
        for number in range(count):
            x = (number + 0.5) * each - inner / 2
            cushion = rounded_box((each - 0.008, 0.17, 0.62), 0.055, 3)
            seat.add(cushion, pillow, (x, 0.3, 0.09))
            back = rounded_box((each - 0.01, 0.42, 0.17), 0.07, 3)
            seat.add(back, pillow, (x, 0.44, -0.16), (-11, 0, 0))
            seat.box((each, 0.16, 0.6), (x, 0.3, 0.09))
        foot = look.trim("wood", COLOURS["dark brown"])
        for x in (-1.0, 1.0):
            for z in (-1, 1):
                seat.add(
                    cylinder(0.022, 0.11, 0.003, 16, 0.03),
                    foot,
                    (x * (width / 2 - 0.1), 0, z * 0.34),
                )
        return seat

    return make


def _bed(look: Look, _rng: np.random.Generator) -> Assembly:
    bed = Assembly("fabric", 62.0)
    wood = look.trim("wood", linear("7f5430"))
    _slab(bed, wood, (1.5, 0.16, 2.06), (0, 0.14, 0), 0.02)
    _slab(bed, wood, (1.52, 0.98, 0.07), (0, 0.0, -1.03), 0.025)
    for x in (-0.66, 0.66):
        bed.add(cylinder(0.03, 0.15, 0.004, 16), wood, (x, 0, 0.94))
    _slab(bed, look.trim("fabric", COLOURS["ivory"]), (1.42, 0.2, 1.98), (0, 0.29, 0.01), 0.07)
    quilt = look.paint("fabric", linear("6d86a3"))
    bed.add(rounded_box((1.5, 0.24, 1.36), 0.08, 3), quilt, (0, 0.29, 0.36))
    fold = rounded_box((1.5, 0.05, 0.26), 0.024, 3)
    bed.add(fold, look.trim("fabric", COLOURS["white"]), (0, 0.505, -0.24))
    for x in (-0.35, 0.35):
        pillow = ellipsoid((0.62, 0.16, 0.4))
        bed.add(pillow, look.trim("fabric", COLOURS["white"]), (x, 0.53, -0.73), (14, 0, 0))
    return bed


def _shelf(look: Look, rng: np.random.Generator) -> Assembly:
    width, height, depth = 0.9, 1.8, 0.3
    shelf = Assembly("wood", 30.0)
    wood = look.paint("wood", linear("8e6239"))
    for x in (-1.0, 1.0):
        side = (0.028, height - 0.008, depth)  # below the top board: nothing catches on it
        _slab(shelf, wood, side, (x * (width - 0.028) / 2, 0, 0), 0.004)
    shelf.add(
        rounded_box((width - 0.03, height - 0.02, 0.012), 0.002),
        wood,
        (0, 0.01, -depth / 2 + 0.008),
    )
    levels = np.linspace(0.05, height - 0.024, 6)
    for y in levels:
        _slab(shelf, wood, (width - 0.05, 0.024, depth - 0.01), (0, float(y), 0), 0.003)
    covers = [
        look.trim("paper", linear(c), roughness=0.6)
        for c in ("8e3b34", "355c73", "c3a05a", "3f6b52", "d8cbb0")
    ]
    for y in levels[1:-1]:
        x, stop = -0.39, 0.39 if rng.random() < 0.5 else float(rng.uniform(-0.05, 0.25))
        while x < stop:
            thick, tall = float(rng.uniform(0.022, 0.05)), float(rng.uniform(0.19, 0.27))
            book = rounded_box((thick - 0.002, tall, float(rng.uniform(0.15, 0.2))), 0.003, 1)
            cover = covers[int(rng.integers(len(covers)))]
            shelf.add(book, cover, (x + thick / 2, float(y) + 0.024, -0.02), part="books")
            x += thick
    return shelf


def _cupboard(look: Look, _rng: np.random.Generator) -> Assembly:
    cupboard = Assembly("wood", 55.0)
    wood = look.paint("wood", linear("8e6239"))
    _slab(cupboard, wood, (1.0, 1.9, 0.52), (0, 0.0, 0), 0.012)
    for x in (-1.0, 1.0):
        door = rounded_box((0.47, 1.72, 0.024), 0.008)
        cupboard.add(door, look.paint("wood", linear("9d7044")), (x * 0.243, 0.09, 0.262))
        knob = rounded_box((0.018, 0.14, 0.02), 0.008)
        cupboard.add(knob, look.trim("metal", COLOURS["brass"]), (x * 0.045, 0.9, 0.28))
    return cupboard


def _lamp(look: Look, _rng: np.random.Generator) -> Assembly:
    lamp = Assembly("metal", 4.2)
    brass = look.trim("metal", COLOURS["brass"])
    lamp.add(
        lathe(
            rounded_profile([(0, 0), (0.15, 0), (0.145, 0.02), (0.02, 0.035), (0, 0.04)], 0.012), 40
        ),
        brass,
    )
    lamp.add(cylinder(0.011, 1.36, 0.002, 16), brass, (0, 0.03, 0))
    shade = [(0.2, 1.25), (0.14, 1.55), (0.136, 1.55), (0.196, 1.25), (0.2, 1.25)]
    cloth = look.paint("fabric", linear("f0dcae"), pattern="plain", emission=1.4)
    lamp.add(lathe(shade, 44), cloth)
    bulb = look.trim("glass", (1.0, 0.86, 0.6), emission=5.0, opacity=1.0)
    lamp.add(ellipsoid((0.07, 0.09, 0.07)), bulb, (0, 1.36, 0))
    lamp.post(0.15, 0.03)
    lamp.post(0.014, 1.24, (0, 0.03, 0))
    lamp.post(0.19, 0.28, (0, 1.26, 0))
    return lamp


def _door(look: Look, _rng: np.random.Generator) -> Assembly:
    door = Assembly("wood", 38.0, fixed=True)
    frame = look.trim("wood", COLOURS["ivory"], pattern="plain")
    for x in (-1.0, 1.0):
        door.add(rounded_box((0.09, 2.12, 0.14), 0.008), frame, (x * 0.475, 0, 0))
    door.add(rounded_box((1.04, 0.09, 0.14), 0.008), frame, (0, 2.06, 0))
    leaf = look.paint("wood", linear("6f4a2e"))
    panel = look.paint("wood", linear("7d5536"))
    with door.hinge("leaf", "door", (-0.43, 0, 0), (0, 1, 0), (-120.0, 0.0)):
        door.add(rounded_box((0.86, 2.05, 0.044), 0.006), leaf, (0, 0.005, 0))
        for x in (-1.0, 1.0):
            for y, height in ((0.14, 0.72), (1.0, 0.9)):
                door.add(rounded_box((0.29, height, 0.06), 0.014), panel, (x * 0.2, y, 0))
        door.add(
            ellipsoid((0.055, 0.055, 0.055)),
            look.trim("metal", COLOURS["brass"]),
            (0.37, 1.0, 0.07),
        )
        door.box((0.86, 2.05, 0.044), (0, 0.005, 0))
    for x in (-1.0, 1.0):
        door.box((0.09, 2.12, 0.14), (x * 0.475, 0, 0))
    door.box((1.04, 0.09, 0.14), (0, 2.06, 0))
    return door


FURNITURE = things(
    {
        "table": Thing(_table),
        "round table": Thing(_round_table),
        "coffee table": Thing(_coffee_table),
        "desk": Thing(_desk),
        "chair": Thing(_chair, rest_m=SEAT_M),
        "stool": Thing(_stool),
        "armchair": Thing(_armchair(0.95, 28.0), rest_m=0.47),
        "sofa": Thing(_armchair(2.1, 58.0), rest_m=0.47),
        "bed": Thing(_bed, rest_m=0.53),
        "shelf": Thing(_shelf),
        "cupboard": Thing(_cupboard),
        "lamp": Thing(_lamp),
        "door": Thing(_door),
    }
)
