"""The bicycle."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import NATURAL, Assembly, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import linear
from engine.world.assets.shapes import rounded_box
from engine.world.assets.sweeps import cylinder, rod, stack, sweep, torus
from engine.world.model import Surface


def _bicycle(look: Look, _rng: np.random.Generator) -> Assembly:
    bike = Assembly("metal", 14.0)
    frame = look.paint("metal", linear("2f6f73"), metallic=0.0, roughness=0.3, pattern="plain")
    black = look.trim("rubber")
    steel = look.trim("metal", pattern="plain")
    radius = 0.34
    for name, z in (("rear wheel", -0.52), ("front wheel", 0.52)):
        with bike.hinge(name, "wheel", (0, radius, z), (1, 0, 0)):
            _bicycle_wheel(bike, z, radius, steel, black)
            bike.post(radius, 0.04, (0.02, radius, z), (0, 0, 90))
    hub, head, crank, seat = (0, 0.34, -0.52), (0, 0.8, 0.36), (0, 0.29, -0.08), (0, 0.83, -0.24)
    fork = (0, 0.66, 0.405)
    for a, b, r in (
        (head, crank, 0.019),
        (head, seat, 0.016),
        (crank, seat, 0.017),
        (head, fork, 0.02),
    ):
        bike.add(rod(a, b, r), frame)
    for x in (-0.045, 0.045):
        for a, b in ((crank, hub), ((0, 0.76, -0.22), hub), (fork, (0, 0.34, 0.52))):
            bike.add(rod((x * (0.4 if a is not fork else 1), *a[1:]), (x, *b[1:]), 0.011), frame)
    bike.add(rod(seat, (0, 0.94, -0.275), 0.013), steel)
    saddle = stack([(0, 0.13, 0.26, 1), (0.03, 0.17, 0.28, 1), (0.055, 0.14, 0.25, 1)], 0.06)
    bike.add(saddle, look.trim("leather"), (0, 0.93, -0.27))
    bike.add(rod(head, (0, 0.98, 0.31), 0.014), steel)
    _bar_and_pedals(bike, steel, black)
    bike.box((0.05, 0.5, 0.6), (0, 0.3, 0.0))
    bike.box((0.6, 0.06, 0.12), (0, 0.95, 0.26))
    return bike


def _bicycle_wheel(bike: Assembly, z: float, radius: float, steel: Surface, black: Surface) -> None:
    bike.add(torus(radius - 0.018, 0.018, 48, 10), black, (0, radius, z), (0, 0, 90))
    bike.add(torus(radius - 0.04, 0.009, 48, 8), steel, (0, radius, z), (0, 0, 90))
    bike.add(cylinder(0.022, 0.1, 0.004, 16), steel, (-0.05, radius, z), (0, 0, -90))
    for a in np.arange(14) * 2 * np.pi / 14:
        rim = (
            0.0,
            radius + (radius - 0.04) * float(np.sin(a)),
            z + (radius - 0.04) * float(np.cos(a)),
        )
        bike.add(rod((0.0, radius, z), rim, 0.0022), steel)


def _bar_and_pedals(bike: Assembly, steel: Surface, black: Surface) -> None:
    bar = [
        (-0.3, 0.99, 0.2),
        (-0.22, 1.0, 0.3),
        (0, 0.98, 0.33),
        (0.22, 1.0, 0.3),
        (0.3, 0.99, 0.2),
    ]
    bike.add(sweep(bar, 0.012, 10), steel)
    for x in (-1.0, 1.0):
        bike.add(rod((x * 0.29, 0.99, 0.215), (x * 0.33, 0.985, 0.12), 0.017), black)
        bike.add(rod((x * 0.05, 0.29, -0.08), (x * 0.08, 0.29 - x * 0.17, -0.08), 0.009), steel)
        bike.add(
            rounded_box((0.09, 0.022, 0.06), 0.008), black, (x * 0.125, 0.28 - x * 0.17, -0.08)
        )
    bike.add(torus(0.085, 0.006, 32, 8), steel, (0.05, 0.29, -0.08), (0, 0, 90))


BICYCLES = things(
    {
        "bicycle": Thing(_bicycle, NATURAL),
    }
)
