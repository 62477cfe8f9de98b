"""Sand dunes under a wide sky, cacti, and table mountains far off."""

from __future__ import annotations

import numpy as np

from engine.world.assets.landforms import noise, rings, rolling, smoothstep
from engine.world.assets.palette import linear
from engine.world.assets.places.dressing import boulders
from engine.world.assets.setting import Place, Set, coat
from engine.world.assets.shapes import Points

_MESAS = ((-95.0, -230.0, 34.0, 44.0), (-30.0, -270.0, 26.0, 30.0), (120.0, -220.0, 38.0, 50.0),
          (200.0, -40.0, 30.0, 46.0), (-220.0, -30.0, 34.0, 52.0))  # fmt: skip
"""Table mountains: x, z, height, radius."""


def _dunes(seed: int, x: Points, z: Points) -> Points:
    """Long crests, gentle to windward and steep to leeward."""
    bend = 34.0 * noise(x, z, 70.0, seed) + 12.0 * noise(x, z, 26.0, seed + 3)
    phase = ((0.42 * x + 0.9 * z + bend) / 46.0) % 1.0
    crest = np.where(phase < 0.72, smoothstep(0.0, 0.72, phase), smoothstep(1.0, 0.72, phase))
    tall = 2.0 + 6.5 * rolling(x, z, 120.0, seed + 5, 2)
    radius = np.hypot(x, z)
    return np.asarray(
        smoothstep(11.0, 46.0, radius) * tall * crest + 0.6 * smoothstep(11.0, 20.0, radius)
    )


def _mesas(seed: int, x: Points, z: Points) -> Points:
    height = np.full_like(x, -2.0)
    for px, pz, top, wide in _MESAS:
        rim = np.hypot(x - px, (z - pz) * 1.25) / wide + 0.35 * (noise(x, z, 17.0, seed) - 0.5)
        talus = 0.42 * np.clip(1.5 - rim, 0.0, 0.75) / 0.75
        wall = 0.58 * smoothstep(0.86, 0.7, rim)
        height = np.maximum(height, top * (talus + wall) - 1.0)
    return np.asarray(height)


def desert(set_: Set) -> Place:
    """Dunes all round; cacti and stones near by."""
    sand = coat("sand", linear("d9ad6f"), color2=linear("c48f55"))
    seed = int(set_.rng.integers(1000))
    set_.paint(
        "dunes", rings(lambda x, z: _dunes(seed, x, z), 10.5, 330.0, 84, 168), sand, hill=True
    )
    red = coat(
        "stone", linear("a8623f"), pattern="cliff", color2=linear("cf9a63"), pattern_scale_m=9.0
    )
    land = rings(lambda x, z: _mesas(seed, x, z), 130.0, 330.0, 34, 200)
    set_.paint("mesas", land, red, hill=True)
    cactus = [
        set_.model("cactus", "giant"),
        set_.model("cactus", "huge"),
        set_.model("cactus", "big"),
    ]
    for number, (x, z) in enumerate(
        (
            (-4.8, -4.4),
            (6.6, -7.5),
            (-9.5, -10.0),
            (4.6, -3.6),
            (-8.5, 3.0),
            (10.5, 2.0),
            (-3.2, -15.0),
        )
    ):
        set_.put(cactus[number % 3], (x, 0, z), float(set_.rng.uniform(-30, 30)))
    boulders(
        set_,
        ((-3.6, -3.4, 1.4), (3.5, -5.2, 2.2), (5.7, -4.9, 1.2), (-7.0, -1.0, 2.0), (7.6, 1.6, 1.5)),
        "b08257",
    )
    return Place("desert", sand, "sand", False, 200.0, tuple(set_.things))
