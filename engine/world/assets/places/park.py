"""Lawn, gravel paths, benches and trees."""

from __future__ import annotations

from types import MappingProxyType

import numpy as np

from engine.world.assets.greenery import sow_flowers, sow_grass
from engine.world.assets.palette import linear
from engine.world.assets.places.dressing import country, street_lamps, trees
from engine.world.assets.setting import Place, Set, coat
from engine.world.assets.shapes import plane
from engine.world.assets.sweeps import cylinder

_PARK_TREES = (
    (-6.2, -5.8), (7.0, -6.4), (-10.5, -12.0), (10.5, -13.5), (-4.5, -17.5), (4.0, -19.0),
    (0.2, -25.0), (-9.5, 3.0), (9.5, 3.5),
)  # fmt: skip


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
    street_lamps(set_, ((-2.4, -5.4), (2.9, -5.7), (-6.5, -10.2), (6.5, -10.2)))
    trees(set_, _PARK_TREES)
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
    country(set_, grass, start_m=26.0, wood_from_m=30.0)
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
