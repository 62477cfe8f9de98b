"""Dressing that several places share."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.world.assets.assembly import Assembly
from engine.world.assets.landforms import Relief
from engine.world.assets.look import Look
from engine.world.assets.palette import linear, mixed, shaded
from engine.world.assets.setting import Set, coat
from engine.world.assets.shapes import (
    Points,
    blob,
    creased,
    icosphere,
    merged,
    placed,
    plane,
    transformed,
)
from engine.world.assets.street_furniture import LAMP_LIGHT_M
from engine.world.assets.sweeps import cone
from engine.world.model import Model, Water

LAMP_GLOW = (17.0, 11.6, 5.8)


def street_lamps(set_: Set, spots: tuple[tuple[float, float], ...], y: float = 0.0) -> None:
    """Street lamps at (x, z), each with its light."""
    lamp = set_.model("street lamp")
    for x, z in spots:
        set_.put(lamp, (x, y, z))
        set_.light((x + LAMP_LIGHT_M[0], y + LAMP_LIGHT_M[1], z + 0.1), LAMP_GLOW, 14.0)


def trees(set_: Set, places: tuple[tuple[float, float], ...]) -> None:
    """Three kinds of tree by turns."""
    trees = [set_.model("tree") for _ in range(3)]
    for number, (x, z) in enumerate(places):
        set_.put(trees[number % 3], (x, 0, z), float(set_.rng.uniform(0, 360)))


def boulders(
    set_: Set, spots: tuple[tuple[float, float, float], ...], color: str, *, snowy: bool = False
) -> None:
    """Rocks of (x, z, size as a factor), half sunk; ``snowy`` ones have snow on top."""
    own = linear(color)
    second = linear("f0f4f8") if snowy else shaded(own, 0.6)
    pattern = "cliff" if snowy else "concrete"
    paint = coat("stone", own, color2=second, pattern=pattern, pattern_scale_m=0.7)
    for x, z, size in spots:
        stone = blob(
            0.3 * size, int(set_.rng.integers(2**31)), roughness=0.17, divisions=3, crease_deg=30,
            squash=(1.15, 0.85, 0.95),
        )  # fmt: skip
        rock = Assembly("stone", 200.0 * size**3, fixed=True)
        rock.add(stone, paint)
        rock.hull(stone.positions[::5] - np.array([0, stone.positions[:, 1].min(), 0], np.float32))
        model = rock.finished("rock", Look())
        set_.put(model, (x, -0.12 * size, z), float(set_.rng.uniform(0, 360)))


def snowed(model: Model) -> Model:
    """The model with snow on whatever faces up."""
    white = linear("eff4f9")
    return replace(
        model,
        parts=tuple(
            replace(
                part,
                surface=replace(
                    part.surface, pattern="cliff", color2=white, metallic=0.0,
                    color=mixed(part.surface.color, white, 0.06), pattern_scale_m=0.5,
                ),
            )
            for part in model.parts
        ),
    )  # fmt: skip


def still_water(
    set_: Set, water: Water, color: str, shallow: str, *, out_to: float | None = None
) -> None:
    """The surface of a water; ``out_to`` lets it run on to the horizon at -Z."""
    (x0, z0), (x1, z1) = water.low_m, water.high_m
    if out_to is not None:
        x0, x1, z0 = -out_to, out_to, -out_to
    paint = coat("water", linear(color), color2=linear(shallow))
    sheet = plane(x1 - x0, z1 - z0)
    set_.paint("water", sheet, paint, ((x0 + x1) / 2, water.level_m, (z0 + z1) / 2))


def far_woods(
    set_: Set, relief: Relief, spots: Points, color: str, *, round_crowns: bool = False
) -> None:
    """Distant trees on the lie of the land, twelve triangles each.

    Args:
        spots: (n, 2) x, z.
    """
    height = relief(spots[:, 0], spots[:, 1])
    size = set_.rng.uniform(0.75, 1.3, len(spots))
    if round_crowns:
        points, faces = icosphere(1.0, 1)
        crown = creased(points * (1.9, 2.3, 1.9) + (0, 3.0, 0), faces, 180)
    else:
        crown = cone(1.5, 6.5, 7)
    trees = [
        transformed(crown, placed((float(x), float(y) - 0.3, float(z))) @ np.diag([s, s, s, 1.0]))
        for (x, z), y, s in zip(spots, height, size, strict=True)
    ]
    paint = coat("grass", linear(color), color2=shaded(linear(color), 0.5), pattern="leaves",
                 pattern_scale_m=0.9)  # fmt: skip
    set_.paint("woods", merged(trees), paint, hill=True)
