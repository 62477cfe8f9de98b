"""A high pasture among rocks; snow-capped peaks all round."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.world.assets.greenery import scatter, sow_flowers, sow_grass
from engine.world.assets.landforms import noise, parted, ridged, rings, rolling, smoothstep
from engine.world.assets.palette import linear
from engine.world.assets.places.dressing import boulders
from engine.world.assets.setting import Place, Set, coat
from engine.world.assets.shapes import Points

_PEAKS = (
    (-46.0, -66.0, 24.0, 27.0), (58.0, -84.0, 30.0, 34.0), (-64.0, 40.0, 24.0, 30.0),
    (-70.0, -190.0, 78.0, 120.0), (40.0, -250.0, 96.0, 150.0), (150.0, -190.0, 70.0, 120.0),
    (-200.0, -110.0, 74.0, 120.0), (230.0, -60.0, 72.0, 120.0), (-190.0, 90.0, 60.0, 120.0),
    (150.0, 170.0, 64.0, 130.0), (-20.0, 230.0, 66.0, 130.0),
)  # fmt: skip
"""Summits: x, z, height, radius."""


def _relief(seed: int, x: Points, z: Points) -> Points:
    radius = np.hypot(x, z)
    away = smoothstep(13.0, 80.0, radius)
    height = away * (7.0 * rolling(x, z, 60.0, seed) ** 1.3 + 0.03 * radius)
    rough = ridged(x, z, 90.0, seed + 9)
    for px, pz, top, wide in _PEAKS:
        near = np.clip(1 - np.hypot(x - px, z - pz) / wide, 0.0, 1.0)
        height = np.maximum(height, 1.05 * top * near**1.15 * (0.45 + 0.75 * rough))
    return np.asarray(height + 5.0 * smoothstep(50.0, 130.0, radius) * (rough - 0.4))


def mountain(set_: Set) -> Place:
    """A plateau high up; pasture, rock and snow rise round it."""
    grass = coat("grass", linear("75803f"), color2=linear("978c55"))
    seed = int(set_.rng.integers(1000))
    land = rings(lambda x, z: _relief(seed, x, z), 12.0, 420.0, 84, 176)

    def height(middles: Points, line_m: float) -> NDArray[np.bool_]:
        wander = 5.0 * (noise(middles[:, 0], middles[:, 2], 22.0, seed) - 0.5)
        return np.asarray(middles[:, 1] + wander > line_m)

    snowy, rest = parted(land, lambda middles: height(middles, 27.0))
    rocky, slopes = parted(rest, lambda middles: height(middles, 7.5))
    rock = linear("7c766f")
    set_.paint("slopes", slopes, grass, hill=True)
    set_.paint(
        "rocks", rocky, coat("stone", rock, pattern="cliff", color2=linear("74744e"),
                             pattern_scale_m=11.0), hill=True)  # fmt: skip
    set_.paint(
        "peaks", snowy, coat("stone", rock, pattern="cliff", color2=linear("f0f4f8"),
                             pattern_scale_m=14.0), hill=True)  # fmt: skip
    _dress(set_)
    return Place("mountain", grass, "grass", False, 200.0, tuple(set_.things))


def _dress(set_: Set) -> None:
    firs = [set_.model("fir"), set_.model("fir", "small"), set_.model("fir", "tall")]
    spots = ((-8.5, -9.0), (-11.5, -12.0), (10.5, -11.0), (-10.0, 3.5), (11.0, 4.0), (8.0, -14.5))
    for number, (x, z) in enumerate(spots):
        set_.put(firs[number % 3], (x, 0, z), float(set_.rng.uniform(0, 360)))
    boulders(
        set_,
        ((-4.6, -3.6, 2.6), (-5.9, -2.9, 1.5), (5.4, -4.6, 3.4), (4.3, -4.9, 1.3), (6.9, 1.4, 2.2),
         (-7.2, 1.8, 2.8), (-3.4, -7.6, 1.6), (2.6, -9.5, 2.4), (-12.5, -4.0, 3.6)),
        "8a847b",
    )  # fmt: skip
    sow_grass(set_, scatter(set_, 16, (-8, 8), (-8, 3)), "7f8440", 0.24)
    sow_flowers(set_, scatter(set_, 5, (-6, 6), (-6, 2)), ("e8e3da", "5c6fb4", "d8b23f"))
