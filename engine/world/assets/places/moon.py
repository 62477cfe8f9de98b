"""The moon: grey dust and craters, a lander, the earth in a black sky."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import Assembly
from engine.world.assets.landforms import noise, rings, rolling, smoothstep
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.places.dressing import boulders
from engine.world.assets.setting import Place, Set, Stage, coat
from engine.world.assets.shapes import Points, icosphere, rounded_box
from engine.world.assets.sweeps import cylinder, lathe, rod
from engine.world.model import Mesh, Surface

MOON_GRAVITY_MPS2 = 1.62
_DUST = "8b8a88"
_CRATERS = ((-13.0, -13.0, 5.2), (12.5, -17.0, 6.5), (-30.0, -30.0, 12.0), (24.0, -42.0, 15.0),
            (-4.0, -40.0, 9.0), (38.0, -12.0, 13.0), (-36.0, 6.0, 11.0), (18.0, 16.0, 6.0),
            (-16.0, 18.0, 7.0))  # fmt: skip
"""x, z, radius of the rim."""


def _relief(seed: int, x: Points, z: Points) -> Points:
    radius = np.hypot(x, z)
    height = 2.2 * smoothstep(11.0, 40.0, radius) * rolling(x, z, 30.0, seed, 5) ** 1.4
    for px, pz, rim in _CRATERS:
        away = np.hypot(x - px, z - pz) / rim
        wall = np.exp(-(((away - 1.0) / 0.24) ** 2)) * (0.9 + 0.35 * noise(x, z, 3.0, seed))
        floor = smoothstep(1.05, 0.7, away)
        height = height * (1 - floor) + 0.17 * rim * wall
    hills = smoothstep(120.0, 300.0, radius) * 42.0 * rolling(x, z, 130.0, seed + 4) ** 1.5
    return np.asarray(height + hills)


def moon(set_: Set) -> Place:
    """Dust, craters and stones under a black sky."""
    dust = coat("stone", linear(_DUST), color2=linear("6f6e6d"), pattern="snow", roughness=0.98)
    seed = int(set_.rng.integers(1000))
    set_.paint(
        "craters", rings(lambda x, z: _relief(seed, x, z), 8.5, 420.0, 96, 160), dust, hill=True
    )
    boulders(
        set_,
        ((-3.9, -3.2, 1.3), (4.8, -3.4, 2.0), (5.6, -2.7, 0.9), (-5.4, 0.6, 1.7), (3.4, -6.8, 1.2),
         (7.4, 1.0, 2.4), (-8.2, -3.6, 2.8), (-2.6, -9.0, 1.6)),
        "7b7a78",
    )  # fmt: skip
    set_.put(set_.still(_lander().finished("lander", Look())), (-6.4, 0, -8.6), 25)
    set_.put(set_.still(_flag().finished("flag", Look())), (3.6, 0, -4.4), -12)
    _earth(set_, (52.0, 50.0, -250.0), 18.0)
    return Place(
        "moon", dust, "sand", False, 200.0, tuple(set_.things), stage=Stage((0.0, 0.0), 2.6),
        gravity_mps2=MOON_GRAVITY_MPS2,
    )  # fmt: skip


def _earth(set_: Set, at: tuple[float, float, float], radius: float) -> None:
    """A blue ball with land and cloud, lit as the sun lights it."""
    points, faces = icosphere(1.0, 5)
    middles = points[faces].mean(axis=1)
    x, y, z = (middles * 7.0).T
    ground = rolling(x + 0.6 * y, z - 0.4 * y, 4.2, 11, 4)
    cloud = rolling(x * 1.6 + y, 2.2 * y - z, 3.4, 23, 4)
    ice = np.abs(middles[:, 1]) > 0.9
    groups = (
        (ice | (cloud > 0.6), "f2f5f8"), ((ground > 0.55) & ~ice & (cloud <= 0.6), "5f7a45"),
        ((ground <= 0.55) & ~ice & (cloud <= 0.6), "1f4f9a"),
    )  # fmt: skip
    for chosen, color in groups:
        mesh = Mesh(
            (points * radius).astype(np.float32), points.astype(np.float32),
            faces[chosen].astype(np.uint32),
        )  # fmt: skip
        paint = coat("plastic", linear(color), roughness=0.9, emission=0.35)
        set_.paint("earth", mesh, paint, at, hill=True)


def _lander() -> Assembly:
    """A landing craft on four legs: gold foil below, a grey cabin above."""
    craft = Assembly("metal", 5000.0, fixed=True)
    foil = coat("metal", COLOURS["gold"], pattern="plain", roughness=0.4)
    grey = coat("metal", linear("b9bbbd"), metallic=0.0, pattern="plain", roughness=0.5)
    black = coat("metal", COLOURS["charcoal"], metallic=0.0, pattern="plain")
    craft.add(cylinder(1.9, 1.3, 0.06, 8), foil, (0, 1.1, 0), (0, 22.5, 0))
    craft.add(lathe([(0, 0), (0.7, 0), (0.4, 0.5), (0, 0.5)], 24), black, (0, 0.6, 0))
    craft.add(rounded_box((2.5, 1.5, 2.1), 0.35, 3), grey, (0, 2.4, 0))
    craft.add(cylinder(0.75, 1.0, 0.1, 20), grey, (0, 3.0, 1.15), (90, 0, 0))
    craft.add(cylinder(0.5, 0.5, 0.06, 20), grey, (0, 3.9, -0.2))
    for side in (-1, 1):
        craft.add(rounded_box((0.42, 0.4, 0.06), 0.04, 2), black, (side * 0.62, 3.05, 1.06))
    craft.add(rounded_box((0.75, 0.85, 0.08), 0.05, 2), black, (0, 2.45, 1.06))
    craft.add(rod((0.9, 3.8, -0.5), (1.4, 5.0, -0.7), 0.03), grey)
    craft.add(
        lathe([(0, 0), (0.3, 0.1), (0.42, 0.26), (0.4, 0.27), (0, 0.05)], 24),
        grey,
        (1.4, 5.0, -0.7),
    )
    _legs(craft, foil, grey)
    craft.box((3.4, 3.9, 3.4))
    return craft


def _legs(craft: Assembly, foil: Surface, grey: Surface) -> None:
    for number in range(4):
        a = np.radians(45 + 90 * number)
        x, z = float(np.sin(a)), float(np.cos(a))
        foot = (3.0 * x, 0.1, 3.0 * z)
        craft.add(rod((1.6 * x, 2.3, 1.6 * z), foot, 0.09, 0.06), grey)
        craft.add(rod((1.6 * x, 1.2, 1.6 * z), (2.5 * x, 0.65, 2.5 * z), 0.06), foil)
        craft.add(
            lathe([(0, 0), (0.45, 0.04), (0.3, 0.12), (0, 0.14)], 20), foil, (foot[0], 0, foot[2])
        )
    for step in range(7):
        craft.add(rod((-0.25, 0.5 + 0.3 * step, 1.95), (0.25, 0.5 + 0.3 * step, 1.95), 0.025), grey)
    for side in (-1, 1):
        craft.add(rod((side * 0.25, 0.4, 1.95), (side * 0.25, 2.5, 1.8), 0.03), grey)


def _flag() -> Assembly:
    """A flag that a wire holds out where no wind blows."""
    flag = Assembly("fabric", 3.0, fixed=True)
    pole = coat("metal", linear("d0d2d4"), metallic=0.0, pattern="plain")
    flag.add(rod((0, 0, 0), (0, 2.15, 0), 0.018), pole)
    flag.add(rod((0, 2.12, 0), (1.2, 2.12, 0), 0.012), pole)
    red = coat(
        "fabric", linear("c23a2e"), color2=COLOURS["ivory"], pattern="stripes", pattern_scale_m=0.11
    )
    flag.add(rounded_box((1.18, 0.72, 0.02), 0.008, 1), red, (0.6, 1.38, 0))
    blue = coat("fabric", linear("2b4fa8"), pattern="plain")
    flag.add(rounded_box((0.48, 0.38, 0.026), 0.008, 1), blue, (0.26, 1.71, 0))
    flag.post(0.02, 2.1)
    return flag
