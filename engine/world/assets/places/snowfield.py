"""A white plain: drifts, firs laden with snow, a hut, hills behind."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import Assembly
from engine.world.assets.buildings import front_door, gable, window
from engine.world.assets.landforms import ridged, rings, rolling, smoothstep
from engine.world.assets.look import Look
from engine.world.assets.palette import linear
from engine.world.assets.places.dressing import boulders, snowed
from engine.world.assets.setting import Place, Set, coat
from engine.world.assets.shapes import Points, rounded_box
from engine.world.assets.sweeps import cylinder, extrude

_WHITE = "e9eff6"
_FIRS = ((-5.2, -5.0), (-7.6, -7.4), (7.8, -6.2), (-12.0, -9.5), (11.5, -13.0), (-9.0, 2.6),
         (10.0, 3.4), (-4.4, -15.0), (3.2, -20.0), (-17.0, -18.0), (18.0, -21.0), (-22.0, -6.0),
         (22.0, -4.0))  # fmt: skip


def _relief(seed: int, x: Points, z: Points) -> Points:
    radius = np.hypot(x, z)
    drifts = 1.5 * smoothstep(9.0, 26.0, radius) * rolling(x, z * 1.7, 17.0, seed)
    hills = smoothstep(45.0, 160.0, radius) * 26.0 * rolling(x, z, 95.0, seed + 2, 3) ** 1.4
    peaks = smoothstep(190.0, 330.0, radius) * 66.0 * ridged(x, z, 150.0, seed + 7)
    return np.asarray(drifts + hills + peaks)


def snowfield(set_: Set) -> Place:
    """Snow as far as one sees."""
    snow = coat("snow", linear(_WHITE), color2=linear("c9d8ea"))
    seed = int(set_.rng.integers(1000))
    set_.paint(
        "drifts", rings(lambda x, z: _relief(seed, x, z), 8.5, 400.0, 80, 168), snow, hill=True
    )
    firs = [snowed(set_.model("fir", *words)) for words in ((), ("tall",), ("small",))]
    for number, (x, z) in enumerate(_FIRS):
        set_.put(firs[number % 3], (x, 0, z), float(set_.rng.uniform(0, 360)))
    set_.put(set_.still(_hut().finished("hut", Look())), (6.2, 0, -11.5), -22)
    set_.light((5.0, 2.0, -8.2), (9.0, 6.0, 3.0), 9.0)
    fence = snowed(set_.model("fence"))
    for number in range(5):
        set_.put(fence, (-11.6 + 2.0 * number, 0, -6.4 - 0.25 * number), 7)
    boulders(set_, ((-3.6, -3.6, 1.5), (4.4, -3.6, 1.9), (-6.6, 0.8, 2.0)), "84888e", snowy=True)
    return Place(
        "snowfield", snow, "snow", False, 200.0, tuple(set_.things), (), tuple(set_.lights)
    )


def _hut() -> Assembly:
    """A log cabin with a thick white roof."""
    hut = Assembly("wood", 30000.0, fixed=True)
    look = Look()
    log = coat("wood", linear("6d4a30"), roughness=0.9)
    for number in range(9):
        y = 0.28 * number
        for side in (-1, 1):
            hut.add(cylinder(0.15, 5.4, 0.02, 12), log, (2.7, y + 0.15, side * 1.9), (0, 0, 90))
            hut.add(cylinder(0.15, 4.2, 0.02, 12), log, (side * 2.45, y + 0.15, -2.1), (90, 0, 0))
    wall = coat("wood", linear("5b3d28"))
    hut.add(extrude([(-2.6, 0), (2.6, 0), (0, 1.7)], 3.7), wall, (0, 2.6, 0))
    hut.add(extrude(gable(5.2, 1.7, 0.5), 4.9, 0.02), coat("wood", linear("4a3425")), (0, 2.62, 0))
    white = coat("snow", linear(_WHITE))
    hut.add(
        extrude([(x, 1.25 * y + 0.3) for x, y in gable(5.2, 1.7, 0.45)], 4.8, 0.1),
        white,
        (0, 2.62, 0),
    )
    stone = coat("stone", linear("7c766f"))
    hut.add(rounded_box((0.7, 1.9, 0.7), 0.05), stone, (1.3, 3.6, -0.6))
    hut.add(rounded_box((0.8, 0.2, 0.8), 0.08), white, (1.3, 5.5, -0.6))
    front_door(hut, look, linear("6b3230"), (-1.2, 0.1, 2.05))
    window(hut, look, (1.1, 0.95), (1.05, 1.05, 2.06), frame=linear("c9b28c"))
    hut.box((5.4, 2.7, 4.2))
    return hut
