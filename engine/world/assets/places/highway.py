"""A country road: two lanes with verges and guard rails between fields and hills."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import Assembly
from engine.world.assets.greenery import scatter, sow_grass
from engine.world.assets.look import Look
from engine.world.assets.palette import linear
from engine.world.assets.places.dressing import boulders, country
from engine.world.assets.setting import Place, Set, coat, slab
from engine.world.assets.shapes import box, merged, placed, plane, rounded_box, transformed
from engine.world.assets.sweeps import cylinder, sweep

_LANE_Z = -1.8
_HALF_M = 3.9


def highway(set_: Set) -> Place:
    """The road runs from left to right."""
    asphalt = coat("asphalt", linear("4a4a4d"), color2=linear("5d5d5f"))
    grass = coat("grass", linear("748f45"), color2=linear("a3a05a"))
    gravel = coat("gravel", linear("9c8f7a"), color2=linear("7d7260"), pattern_scale_m=0.14)
    for side in (-1, 1):
        slab(
            set_, "verge", (520.0, 0.016, 1.2), gravel, (0, 0, side * (_HALF_M + 0.6)), solid=False
        )
        slab(
            set_,
            "field",
            (520.0, 0.03, 250.0),
            grass,
            (0, 0, side * (_HALF_M + 1.2 + 125.0)),
            solid=False,
        )
    white = coat("plastic", linear("dcdad0"), roughness=0.85)
    dash = [
        transformed(plane(3.0, 0.14), placed((float(x), 0, 0))) for x in np.arange(-150, 151, 9.0)
    ]
    set_.paint("road marks", merged(dash), white, (0, 0.012, 0))
    for z in (-_HALF_M + 0.3, _HALF_M - 0.3):
        set_.paint("road marks", plane(520.0, 0.13), white, (0, 0.012, z))
    _rails(set_)
    _poles(set_)
    sign = set_.model("sign")
    set_.put(sign, (5.6, 0, -5.6), 0)
    trees = [set_.model("tree") for _ in range(2)]
    for number, (x, z) in enumerate(
        ((-8.0, -13.0), (12.0, -15.0), (-22.0, -12.0), (27.0, -18.0), (-14.0, 12.0), (17.0, 13.0))
    ):
        set_.put(trees[number % 2], (x, 0, z), float(set_.rng.uniform(0, 360)))
    boulders(set_, ((-6.0, -6.4, 1.2), (8.2, -6.8, 1.6), (-4.0, 7.0, 1.3)), "85807a")
    spots = [(x, z) for x, z in scatter(set_, 40, (-18, 18), (-12, 12), 5.6) if abs(z) > 5.6]
    sow_grass(set_, spots, "8a9444", 0.3)
    country(set_, grass, start_m=40.0, rise_m=38.0, trees=170, wood_from_m=34.0)
    return Place("highway", asphalt, "asphalt", False, 160.0, tuple(set_.things), road_z=_LANE_Z)


def _rails(set_: Set) -> None:
    """Guard rails behind the far verge; posts with reflectors on the near one."""
    steel = coat("metal", linear("a9aeb1"), pattern="plain", roughness=0.4)
    rail = Assembly("metal", 60.0, fixed=True)
    for y in (0.5, 0.66):
        rail.add(rounded_box((8.0, 0.12, 0.06), 0.03, 2), steel, (0, y, 0.05))
    for x in (-3.0, -1.0, 1.0, 3.0):
        rail.add(box((0.1, 0.75, 0.08)), steel, (x, 0, 0))
    rail.box((8.0, 0.75, 0.12))
    model = set_.still(rail.finished("guard rail", Look()))
    for number in range(-7, 8):
        if number:
            set_.put(model, (float(8.0 * number + 4.0 * np.sign(number)), 0, -_HALF_M - 1.3))
    post = Assembly("plastic", 3.0, fixed=True)
    post.add(rounded_box((0.12, 0.95, 0.08), 0.03, 1), coat("plastic", linear("e8e6df")))
    post.add(box((0.124, 0.12, 0.084)), coat("plastic", linear("2c2c2e")), (0, 0.68, 0))
    post.box((0.12, 0.95, 0.08))
    marker = set_.still(post.finished("marker post", Look()))
    for x in (-27.0, -15.0, 15.0, 27.0, 39.0):
        set_.put(marker, (x, 0, _HALF_M + 1.0))


def _poles(set_: Set) -> None:
    """Telegraph poles with their wires along the far side."""
    wire = coat("rubber", linear("2c2c2e"))
    pole = Assembly("wood", 200.0, fixed=True)
    wood = coat("wood", linear("5d4734"))
    pole.add(cylinder(0.12, 7.0, 0.02, 12, 0.09), wood)
    pole.add(box((0.1, 0.12, 1.6)), wood, (0, 6.4, 0))
    pole.post(0.12, 7.0)
    model = set_.still(pole.finished("pole", Look()))
    for x in np.arange(-84.0, 85.0, 24.0):
        set_.put(model, (float(x), 0, -9.5))
        for z in (-0.7, 0.7):
            share = np.linspace(0, 1, 9)
            sag = np.column_stack([24 * share, -2.6 * share * (1 - share), 0 * share])
            set_.paint("wire", sweep(sag, 0.02, 4), wire, (float(x), 5.87, -9.5 + z))
