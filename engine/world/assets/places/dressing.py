"""Dressing that several places share."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.world.assets.assembly import Assembly
from engine.world.assets.landforms import Relief, rings, rolling, smoothstep
from engine.world.assets.look import Look
from engine.world.assets.palette import linear, mixed, shaded
from engine.world.assets.setting import Set, coat
from engine.world.assets.shapes import (
    Points,
    blob,
    merged,
    placed,
    plane,
    transformed,
)
from engine.world.assets.street_furniture import LAMP_LIGHT_M
from engine.world.assets.sweeps import cone, cylinder
from engine.world.model import Model, Surface, Water

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
        blobs = [
            blob(2.1, kind, roughness=0.14, divisions=1, squash=(1, 1.2, 1)) for kind in (1, 2, 5)
        ]
        trunk = cylinder(0.22, 2.4, 0.0, 5)
        kinds = [merged([transformed(crown, placed((0, 3.6, 0))), trunk]) for crown in blobs]
    else:
        kinds = [cone(1.5, 6.5, 7)]
    trees = [
        transformed(
            kinds[number % len(kinds)],
            placed((float(x), float(y) - 0.3, float(z)), (0, 50.0 * number, 0))
            @ np.diag([s, s, s, 1.0]),
        )
        for number, ((x, z), y, s) in enumerate(zip(spots, height, size, strict=True))
    ]
    paint = coat("grass", linear(color), color2=shaded(linear(color), 0.5), pattern="leaves",
                 pattern_scale_m=0.9)  # fmt: skip
    set_.paint("woods", merged(trees), paint, hill=True)


def country(
    set_: Set, paint: Surface, *, start_m: float = 34.0, rise_m: float = 16.0, trees: int = 220,
    firs: bool = False, wood_from_m: float = 38.0,
) -> None:  # fmt: skip
    """Gentle hills with woods all round, so that no side of a place is bare.

    Args:
        start_m: the ground is level up to there.
        wood_from_m: the nearest of the distant trees.
    """
    seed = int(set_.rng.integers(1000))

    def relief(x: Points, z: Points) -> Points:
        away = smoothstep(start_m, 190.0, np.hypot(x, z))
        return np.asarray(rise_m * away * rolling(x, z, 75.0, seed, 3) ** 1.3)

    set_.paint("hills", rings(relief, start_m - 2.0, 330.0, 30, 96), paint, hill=True)
    turn = set_.rng.uniform(0, 2 * np.pi, trees)
    away = wood_from_m + (150.0 - wood_from_m) * set_.rng.random(trees) ** 1.6
    spots = np.column_stack([away * np.sin(turn), away * np.cos(turn)])
    far_woods(set_, relief, spots, "2f5a36" if firs else "4c7a38", round_crowns=not firs)
