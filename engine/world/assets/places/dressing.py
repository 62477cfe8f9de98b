"""Dressing that several places share."""

from __future__ import annotations

from engine.world.assets.setting import Set
from engine.world.assets.street_furniture import LAMP_LIGHT_M

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
