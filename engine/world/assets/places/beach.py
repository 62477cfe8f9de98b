"""Sand, surf and the open sea."""

from __future__ import annotations

import numpy as np

from engine.world.assets.greenery import hills, sow_grass
from engine.world.assets.landforms import bank
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.places.dressing import still_water
from engine.world.assets.setting import Place, Set, coat
from engine.world.assets.shapes import creased, grid_triangles, rounded_box
from engine.world.model import Mesh, Water

_SEA = Water((-260.0, -260.0), (260.0, -7.0), level_m=-0.1, depth_m=2.5)


def beach(set_: Set) -> Place:
    """Sand, surf and the open sea; palms, a parasol and a boat."""
    sand = coat("sand", linear("d8bf93"), color2=linear("c3a678"))
    seed = int(set_.rng.integers(1000))
    set_.paint("bank", bank(_SEA, 7.0, 1.5, seed, 1.6), sand, hill=True)
    still_water(set_, _SEA, "2a7f90", "7fc4c0", out_to=1400.0)
    wet = coat("sand", linear("a58b63"), color2=linear("97805b"), roughness=0.35)
    set_.paint("wet sand", _shore(set_, 320.0, 3.2, 0.5), wet, (0, 0.008, -6.0))
    foam = coat("snow", linear("e9efec"), pattern="plain", roughness=0.9)
    for z, wide, wander in (
        (-9.1, 0.34, 0.5),
        (-10.6, 0.22, 0.6),
        (-13.5, 0.2, 0.8),
        (-18.0, 0.3, 1.0),
    ):
        set_.paint("foam", _shore(set_, 260.0, wide, wander), foam, (0, _SEA.level_m + 0.03, z))
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
    hills(set_, ((-95, -210, 52, 22, "6f8f78"), (-42, -230, 34, 13, "7f9c8a")))
    sow_grass(set_, [(-6.2, -3.0), (-5.0, -4.2), (6.4, -2.6), (7.4, -4.0)], "8d9a55", 0.5)
    return Place("beach", sand, "sand", False, 160.0, tuple(set_.things), waters=(_SEA,))


def _shore(set_: Set, width: float, depth: float, wander: float) -> Mesh:
    """A wavy flat band along x."""
    x = np.linspace(-width / 2, width / 2, 161)
    phase = float(set_.rng.uniform(0, 6))
    edge = wander * (np.sin(x * 0.55 + phase) + 0.5 * np.sin(x * 1.31 + phase * 2))
    front = np.column_stack([x, 0 * x, edge + depth / 2])
    back = np.column_stack([x, 0 * x, edge * 0.7 - depth / 2])
    return creased(np.concatenate([front, back]), grid_triangles(2, len(x)), 60)
