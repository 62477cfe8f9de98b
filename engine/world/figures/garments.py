"""Garments: each kind's pieces of cloth, and which skin they hide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine.world.figures.anatomy import Array
from engine.world.figures.bodies import Body
from engine.world.figures.colors import shaded
from engine.world.figures.patches import Patch
from engine.world.figures.tailoring import (
    Fit,
    Region,
    bib_region,
    bottom_region,
    fitted,
    places_of,
    skirt_of,
    top_region,
)
from engine.world.figures.wardrobe import TOPS, Garment
from engine.world.model import Surface

Piece = tuple[str, Patch, Surface]
"""Name of a part, what it is made of."""


@dataclass(frozen=True)
class Cut:
    """One piece of a garment on the body's guide.

    Attributes:
        layer_m: added distance to the skin, so that coats lie over shirts.
        gain: brightness of its colour beside the garment's.
    """

    name: str
    region: Region
    fit: Fit
    layer_m: float = 0.0
    gain: float = 1.0


CREW = (-0.030, 0.52, -0.32)
V_NECK = (-0.035, 1.10, -0.80)
HIGH = (0.012, 0.45, -0.20)
WIDE = (-0.085, 0.60, -0.25)
COLLAR = (-0.012, 0.55, -0.28)

_LOOSE = Fit(0.011, 0.010, 0.75, 0.0, 5)
CUTS: Mapping[str, tuple[Cut, ...]] = {
    "shirt": (Cut("shirt", top_region(0.02, 1.93, COLLAR), Fit(0.009, 0.009, 0.40, 0.0, 5)),),
    "tee": (Cut("tee", top_region(0.03, 0.62, CREW), Fit(0.009, 0.012, 0.45, 0.0, 5)),),
    "vest": (Cut("vest", top_region(0.04, -0.05, WIDE), Fit(0.008, 0.008, 0.6, 0.0, 4)),),
    "sweater": (
        Cut("sweater", top_region(0.03, 1.95, CREW), Fit(0.014, 0.013, 0.5, 0.0, 6, 0.010)),
    ),
    "turtleneck": (
        Cut("turtleneck", top_region(0.04, 1.95, HIGH), Fit(0.011, 0.010, 0.55, 0.0, 5, 0.008)),
    ),
    "hoodie": (Cut("hoodie", top_region(0.02, 1.93, CREW), Fit(0.017, 0.016, 0.6, 0.0, 7, 0.012)),),
    "waistcoat": (
        Cut(
            "waistcoat",
            top_region(0.10, -0.05, V_NECK, 0.055),
            Fit(0.014, 0.012, 0.4, 0.0, 5),
            0.006,
        ),
    ),
    "jacket": (
        Cut(
            "jacket",
            top_region(0.06, 1.95, COLLAR, 0.035),
            Fit(0.016, 0.015, 0.5, 0.0, 6, 0.010),
            0.008,
        ),
    ),
    "blazer": (
        Cut(
            "blazer",
            top_region(-0.02, 1.92, COLLAR, 0.075),
            Fit(0.013, 0.013, 0.45, 0.0, 6, 0.008),
            0.008,
        ),
    ),
    "trousers": (Cut("trousers", bottom_region(0.25, 2.02), Fit(0.010, 0.010, 0.2, 0.42, 6)),),
    "jeans": (Cut("jeans", bottom_region(0.22, 2.0), Fit(0.008, 0.007, 0.1, 0.24, 4, 0.006)),),
    "leggings": (
        Cut("leggings", bottom_region(0.25, 1.92), Fit(0.004, 0.003, 0.0, 0.0, 2, 0.003)),
    ),
    "shorts": (Cut("shorts", bottom_region(0.24, 0.80), Fit(0.012, 0.016, 0.2, 0.6, 6, 0.006)),),
    "trunks": (Cut("trunks", bottom_region(0.17, 0.55), Fit(0.008, 0.014, 0.1, 0.8, 5)),),
    "overalls": (
        Cut("overalls", bottom_region(0.28, 1.95), Fit(0.014, 0.016, 0.2, 0.7, 6), 0.003),
        Cut("overalls.bib", bib_region, Fit(0.014, 0.012, 0.3, 0.0, 5, edge_rounds=0), 0.006),
    ),
    "swimsuit": (
        Cut(
            "swimsuit",
            top_region(-0.09, -0.08, (-0.095, 0.50, -0.15)),
            Fit(0.003, 0.003, 0.0, 0.0, 1, 0.002),
        ),
        Cut("swimsuit.seat", bottom_region(0.10, -0.04), Fit(0.003, 0.003, 0.0, 0.0, 1, 0.002)),
    ),
    "bikini": (
        Cut("bikini.seat", bottom_region(0.09, -0.04), Fit(0.003, 0.003, 0.0, 0.0, 1, 0.002)),
        Cut(
            "bikini",
            top_region(0.56, -0.10, (-0.125, 0.30, -0.25)),
            Fit(0.004, 0.004, 0.0, 0.0, 2, 0.002),
        ),
    ),
    "wetsuit": (
        Cut("wetsuit", top_region(0.14, 1.94, HIGH), Fit(0.004, 0.004, 0.0, 0.0, 2, 0.004)),
        Cut("wetsuit.legs", bottom_region(0.18, 1.95), Fit(0.004, 0.004, 0.0, 0.0, 2, 0.004)),
    ),
    "jumpsuit": (
        Cut("jumpsuit", top_region(0.12, 1.94, COLLAR), Fit(0.014, 0.013, 0.5, 0.0, 6)),
        Cut("jumpsuit.legs", bottom_region(0.20, 1.95), Fit(0.013, 0.014, 0.2, 0.6, 6)),
    ),
    "spacesuit": (
        Cut("spacesuit", top_region(0.10, 1.98, HIGH), Fit(0.050, 0.042, 0.6, 0.0, 12, 0.02)),
        Cut("spacesuit.legs", bottom_region(0.22, 2.02), Fit(0.042, 0.036, 0.2, 0.5, 12, 0.02)),
    ),
    "armour": (
        Cut("armour.mail", bottom_region(0.22, 1.97), Fit(0.008, 0.008, 0.0, 0.2, 3), 0.0, 0.55),
        Cut(
            "armour.sleeves",
            top_region(0.10, 1.97, COLLAR),
            Fit(0.008, 0.010, 0.0, 0.0, 3),
            0.0,
            0.55,
        ),
        Cut(
            "armour",
            top_region(0.16, -0.22, (-0.055, 0.7, 0.1)),
            Fit(0.024, 0.02, 0.35, 0.0, 12, 0.012),
        ),
        Cut(
            "armour.greaves", bottom_region(9.0, 1.85, 1.05), Fit(0.022, 0.024, 0.0, 0.3, 8, 0.010)
        ),
        Cut(
            "armour.cuisses", bottom_region(9.0, 0.92, 0.15), Fit(0.024, 0.024, 0.0, 0.3, 8, 0.010)
        ),
    ),
    "dress": (Cut("dress", top_region(0.17, 0.42, WIDE), Fit(0.008, 0.009, 0.2, 0.0, 4)),),
    "gown": (Cut("gown", top_region(0.17, 1.90, WIDE), Fit(0.007, 0.008, 0.15, 0.0, 4)),),
    "robe": (
        Cut("robe", top_region(0.17, 1.80, V_NECK), Fit(0.022, 0.030, 0.7, 0.0, 9, 0.012), 0.004),
    ),
    "kimono": (
        Cut("kimono", top_region(0.17, 1.55, V_NECK), Fit(0.017, 0.034, 0.6, 0.0, 9, 0.010)),
    ),
    "coat": (
        Cut(
            "coat",
            top_region(0.13, 1.95, COLLAR, 0.045),
            Fit(0.020, 0.018, 0.6, 0.0, 9, 0.012),
            0.010,
        ),
    ),
    "raincoat": (
        Cut(
            "raincoat",
            top_region(0.13, 1.93, COLLAR),
            Fit(0.022, 0.020, 0.65, 0.0, 10, 0.010),
            0.008,
        ),
    ),
    "labcoat": (
        Cut(
            "labcoat",
            top_region(0.13, 1.93, COLLAR, 0.060),
            Fit(0.018, 0.016, 0.7, 0.0, 7, 0.008),
            0.009,
        ),
    ),
    "gloves": (Cut("gloves.cuff", top_region(0.99, 2.02, HIGH), Fit(0.01, 0.012, 0.0, 0.0, 3)),),
}
"""Pieces on the guide that follows trunk, arms and legs."""

SKIRTS: Mapping[str, tuple[float, float, float, float]] = {
    "dress": (0.82, 1.0, 0.013, 0.20),
    "gown": (1.90, 1.3, 0.013, 0.20),
    "skirt": (0.80, 0.9, 0.013, 0.24),
    "miniskirt": (0.42, 1.2, 0.012, 0.24),
    "robe": (1.85, 0.7, 0.030, 0.21),
    "kimono": (1.88, 0.1, 0.024, 0.21),
    "coat": (0.85, 0.5, 0.029, 0.19),
    "raincoat": (0.75, 0.7, 0.030, 0.19),
    "labcoat": (0.80, 0.4, 0.027, 0.19),
}
"""Leg where the skirt ends, flare, distance to the hips, trunk where it begins."""
_UNDER = frozenset({"trousers", "jeans", "leggings", "shorts"})
_TUCKED = frozenset({"shirt"})
_OVER = frozenset({"jacket", "blazer", "coat", "raincoat", "labcoat", "waistcoat"})
_SMOOTH = {"raincoat": 0.22, "wetsuit": 0.35, "swimsuit": 0.5, "leggings": 0.7, "bikini": 0.5}


@dataclass(frozen=True, eq=False)
class Dressed:
    """Clothes on a body.

    Attributes:
        pieces: parts of cloth.
        hidden: (vertices,) True where clothes hide the skin for good.
    """

    pieces: tuple[Piece, ...]
    hidden: Array


def _within(first: Region, second: Region) -> Region:
    """What both cover."""
    return lambda at, body: np.minimum(first(at, body), second(at, body))


def surface_of(garment: Garment, gain: float = 1.0) -> Surface:
    """How its cloth looks."""
    rough = _SMOOTH.get(garment.kind, 0.88)
    metal = 0.0
    if garment.kind == "armour" and gain > 0.9:
        rough, metal = 0.32, 1.0
    if garment.material in ("leather", "rubber", "satin", "silk", "shiny"):
        rough = {"leather": 0.42, "rubber": 0.25}.get(garment.material, 0.35)
    pattern, scale = garment.pattern, garment.pattern_scale_m
    if pattern == "plain" and rough > 0.8:
        pattern, scale = "fabric", 0.006
    color = shaded(garment.color, gain)
    second = garment.color2 if garment.pattern != "plain" else shaded(color, 0.86)
    return Surface(color, second, rough, metal, pattern=pattern, pattern_scale_m=scale)


def dressed(body: Body, garments: tuple[Garment, ...]) -> Dressed:
    """Cuts, drapes and layers what is worn."""
    kinds = {garment.kind for garment in garments}
    guide = body.piece("helper-tights")
    everywhere = places_of(body)
    depth = np.full(len(body.points), -1.0)
    pieces: list[Piece] = []
    for garment in garments:
        for cut in CUTS.get(garment.kind, ()):
            if garment.kind == "gloves":
                continue
            fit, region = _layered(cut, garment.kind, kinds)
            if "boots" in kinds and garment.kind in ("trousers", "jeans"):
                region = _within(region, bottom_region(9.0, 1.62))
            patch = fitted(body, guide, region, fit)
            if len(patch.triangles):
                pieces.append((cut.name, patch, surface_of(garment, cut.gain)))
            depth = np.maximum(depth, region(everywhere, body))
        if garment.kind in SKIRTS:
            leg, flare, ease, top = SKIRTS[garment.kind]
            skirt = skirt_of(body, leg, flare, ease, top)
            pieces.append((f"{garment.kind}.skirt", skirt, surface_of(garment)))
            under = np.minimum(0.5 * (0.2 - everywhere.trunk), 0.42 * (leg - 0.3 - everywhere.leg))
            under = np.where(everywhere.arm_share > 0.3, -1.0, under)
            depth = np.maximum(depth, under)
    return Dressed(tuple(pieces), depth)


def _layered(cut: Cut, kind: str, kinds: set[str]) -> tuple[Fit, Region]:
    fit, region = cut.fit, cut.region
    ease, limb, loose = fit.ease_m + cut.layer_m, fit.limb_m + cut.layer_m, fit.loose
    if kind in TOPS - set(SKIRTS) and kinds & {"skirt", "miniskirt"}:
        ease, limb, loose = 0.007, fit.limb_m, 0.2
        region = _within(region, top_region(0.19, 9.0, (9.0, 0.0, 0.0)))
    elif kind in _TUCKED and kinds & {"blazer", "waistcoat", "tie", "bowtie"}:
        ease, limb, loose = 0.006, 0.006, 0.25
    elif kind in ("shirt", "tee", "sweater", "hoodie", "vest", "turtleneck") and kinds & _UNDER:
        ease += 0.006
    if kind in ("shirt", "sweater", "tee", "turtleneck", "hoodie") and kinds & _OVER:
        loose = min(loose, 0.35)
        ease, limb = min(ease, 0.009), min(limb, 0.006)
    if kind in _UNDER and kinds & {"shirt"} and kinds & {"blazer", "tie", "waistcoat"}:
        ease += 0.004
    return Fit(ease, limb, loose, fit.limb_loose, fit.rounds, fit.hem_m), region
