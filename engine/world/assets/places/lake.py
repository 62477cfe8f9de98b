"""A lake between wooded hills: a shore with reeds, a jetty, a boat."""

from __future__ import annotations

from types import MappingProxyType

import numpy as np

from engine.world.assets.assembly import Assembly
from engine.world.assets.greenery import grass_patch, scatter, sow_grass
from engine.world.assets.landforms import bank, noise, ridged, rings, rolling, smoothstep
from engine.world.assets.look import Look
from engine.world.assets.palette import linear
from engine.world.assets.places.dressing import boulders, far_woods, still_water
from engine.world.assets.setting import Place, Set, coat, scenery
from engine.world.assets.shapes import Points, rounded_box
from engine.world.assets.sweeps import cylinder
from engine.world.model import Water

_LAKE = Water((-75.0, -105.0), (75.0, -5.2), level_m=-0.12, depth_m=2.5)
_JETTY = (3.9, -4.2, -15.5)
"""Its middle's x, where it begins and ends (z)."""


def _relief(seed: int, x: Points, z: Points) -> Points:
    """Below the water inside the basin; hills and a far ridge round it."""
    basin = np.hypot(x / 84.0, (z + 55.0) / 62.0) + 0.12 * (noise(x, z, 30.0, seed) - 0.5)
    shore = smoothstep(0.95, 1.25, basin)
    radius = np.hypot(x, z)
    hills = 3.0 + 24.0 * smoothstep(60.0, 190.0, radius) * rolling(x, z, 80.0, seed + 2, 3)
    peaks = 70.0 * smoothstep(170.0, 330.0, radius) * ridged(x, z, 140.0, seed + 5)
    near = smoothstep(14.0, 40.0, radius)
    return np.asarray(-3.0 + shore * near * (3.2 + hills + peaks))


def lake(set_: Set) -> Place:
    """Meadow at the water's edge."""
    grass = coat("grass", linear("61863c"), color2=linear("87a04f"))
    seed = int(set_.rng.integers(1000))
    set_.paint(
        "hills", rings(lambda x, z: _relief(seed, x, z), 15.0, 400.0, 52, 150), grass, hill=True
    )
    set_.paint("bank", bank(_LAKE, 4.6, 1.8, seed), coat("sand", linear("a8966e")), hill=True)
    still_water(set_, _LAKE, "1f5a68", "5f9fa6")
    turn = set_.rng.uniform(0, 2 * np.pi, 420)
    away = set_.rng.uniform(1.12, 1.75, 420)
    spots = np.column_stack([84 * away * np.sin(turn), -55 + 62 * away * np.cos(turn)])
    spots = spots[np.hypot(spots[:, 0], spots[:, 1]) > 42]
    far_woods(set_, lambda x, z: _relief(seed, x, z), spots, "2f5a36")
    _dress(set_)
    return Place(
        "lake", grass, "grass", False, 160.0, tuple(set_.things),
        supports=MappingProxyType({"bench": 0.46}), waters=(_LAKE,),
    )  # fmt: skip


def _dress(set_: Set) -> None:
    set_.put(set_.still(_jetty().finished("jetty", Look())), (_JETTY[0], -1.2, _JETTY[1]))
    set_.put(set_.model("boat"), (1.4, -0.32, -10.2), 12)
    set_.put(set_.model("bench"), (-3.1, 0, -2.0), 150)
    trees = [set_.model("tree"), set_.model("fir"), set_.model("tree", "tall")]
    spots = ((-7.2, -3.6), (8.2, -2.8), (-10.5, 1.5), (10.8, 3.0), (-13.5, -3.5), (14.0, -3.6))
    for number, (x, z) in enumerate(spots):
        set_.put(trees[number % 3], (x, 0, z), float(set_.rng.uniform(0, 360)))
    reed = [
        scenery("reeds", grass_patch(number, blades=40, radius=0.7, height=1.25),
                coat("grass", linear("7d8a45"), pattern="plain", roughness=0.9))
        for number in (3, 8)
    ]  # fmt: skip
    clumps = (
        (-4.6, -6.4),
        (-5.6, -6.9),
        (-3.8, -7.0),
        (6.6, -6.3),
        (7.5, -6.8),
        (-9.0, -7.0),
        (11.0, -6.6),
    )
    for number, (x, z) in enumerate(clumps):
        set_.put(reed[number % 2], (x, -0.3, z), float(set_.rng.uniform(0, 360)))
    boulders(
        set_, ((-2.3, -6.2, 1.2), (-6.8, -5.4, 1.8), (7.0, -4.4, 1.4), (0.4, -6.6, 0.8)), "827d75"
    )
    sow_grass(set_, scatter(set_, 18, (-9, 9), (-4.6, 3.5)), "6d8f35", 0.28)


def _jetty() -> Assembly:
    """Planks on posts, running towards -Z."""
    jetty = Assembly("wood", 800.0, fixed=True)
    wood = coat("wood", linear("8b6a47"), roughness=0.8)
    post = coat("wood", linear("5d4734"), roughness=0.9)
    length = _JETTY[1] - _JETTY[2]
    for number in range(int(length / 0.2)):
        jetty.add(rounded_box((1.5, 0.045, 0.18), 0.008, 1), wood, (0, 1.205, -0.1 - 0.2 * number))
    for x in (-0.55, 0.55):
        jetty.add(rounded_box((0.1, 0.14, length), 0.01, 1), post, (x, 1.06, -length / 2))
    for z in np.arange(1.6, length, 3.2):
        for x in (-0.72, 0.72):
            jetty.add(cylinder(0.075, 1.95, 0.02, 12), post, (x, 0, -float(z)))
    jetty.box((1.5, 0.05, length), (0, 1.2, -length / 2))
    return jetty
