"""Shoes, boots and sandals, made from the guide's feet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine.world.figures.anatomy import Array
from engine.world.figures.bodies import Body
from engine.world.figures.colors import linear, shaded
from engine.world.figures.garments import Piece, surface_of
from engine.world.figures.patches import clipped, hemmed, smoothed
from engine.world.figures.tailoring import places_of
from engine.world.figures.wardrobe import Garment
from engine.world.model import Surface


@dataclass(frozen=True)
class Shoe:
    """A kind of shoe: where it ends on the leg (2 is the ankle), its sole and its thickness."""

    top: float
    sole_m: float
    thick_m: float
    shaft_m: float = 0.0


SHOES: Mapping[str, Shoe] = {
    "shoes": Shoe(1.99, 0.012, 0.005), "sneakers": Shoe(1.96, 0.018, 0.006),
    "boots": Shoe(1.45, 0.020, 0.008, 0.020), "sandals": Shoe(2.02, 0.012, 0.004),
    "heels": Shoe(2.03, 0.016, 0.004), "spacesuit": Shoe(1.70, 0.035, 0.026, 0.02),
    "armour": Shoe(1.80, 0.012, 0.010),
}  # fmt: skip
"""Kinds by name; who wears none is barefoot."""


def shoe_of(garments: tuple[Garment, ...]) -> tuple[Garment, Shoe] | None:
    """What is worn on the feet, None for nothing."""
    for garment in garments:
        if garment.kind in SHOES:
            return garment, SHOES[garment.kind]
    return None


def shoe_pieces(body: Body, garment: Garment, shoe: Shoe) -> tuple[list[Piece], Array]:
    """Both shoes, and (vertices,) how deep in them the skin is."""
    size = 0.35 + 0.65 * body.size
    guide = body.piece("helper-tights")
    at = places_of(body, guide)
    inside = np.where(at.leg_share > 0.9, 0.42 * (at.leg - shoe.top), -1.0)
    foot = clipped(guide, inside + 0.03)
    foot = smoothed(foot, 5, 0.5)
    at = places_of(body, foot)
    thick = shoe.thick_m + shoe.shaft_m * np.clip(2.0 - at.leg, 0.0, 1.0)
    foot = foot.pushed(thick * size)
    floor = -shoe.sole_m
    flat = foot.positions.copy()
    base, knee = 0.004 * size, 0.055 * size
    rise = np.clip((flat[:, 1] - base) / (knee - base), 0.0, 1.0)
    flat[:, 1] = np.where(flat[:, 1] < knee, floor + (knee - floor) * rise, flat[:, 1])
    foot = foot.moved(flat)
    at = places_of(body, foot)
    inside = np.where(at.leg_share > 0.9, 0.42 * (at.leg - shoe.top), -1.0)
    whole = hemmed(clipped(foot, inside), 0.006 * size, 0.02)
    edge = 0.35 * shoe.sole_m + 0.004
    upper = clipped(whole, whole.positions[:, 1] - edge)
    under = clipped(whole, edge + 0.002 - whole.positions[:, 1]).pushed(0.0025)
    pale = garment.kind == "sneakers"
    leather = garment.kind in ("shoes", "boots", "heels")
    cloth = surface_of(garment)
    if leather:
        cloth = Surface(garment.color, shaded(garment.color, 0.8), 0.38)
    sole = Surface(linear("ddd8cc") if pale else shaded(garment.color, 0.35), roughness=0.85)
    everywhere = places_of(body)
    depth = np.where(everywhere.leg_share > 0.9, 0.42 * (everywhere.leg - shoe.top), -1.0)
    return [("shoes", upper, cloth), ("shoes.soles", under, sole)], depth
