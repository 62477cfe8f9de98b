"""A dungeon: stone vaults on pillars, torches, chains, a barred cell."""

from __future__ import annotations

from types import MappingProxyType

import numpy as np

from engine.world.assets.assembly import Assembly
from engine.world.assets.greenery import grass_patch
from engine.world.assets.look import Look
from engine.world.assets.palette import linear
from engine.world.assets.places.masonry import arch, ashlar, barrel_vault, doorway, rib, torch
from engine.world.assets.places.walls import hang, shell
from engine.world.assets.setting import Place, Set, Stage, coat
from engine.world.assets.shapes import box, rounded_box, transformed
from engine.world.assets.sweeps import cylinder, torus
from engine.world.model import Surface

_IRON = "33363a"
_TORCHES = ((-1.9, -3.55), (2.6, -3.55))


def dungeon(set_: Set) -> Place:
    """Deep under a castle, lit by torches."""
    flags = coat(
        "stone",
        linear("6b665f"),
        color2=linear("3f3b37"),
        pattern="tiles",
        pattern_scale_m=0.8,
        roughness=0.8,
    )
    stone = ashlar(linear("6f6a63"), 0.62)
    shell(set_, 4.6, -3.8, 6.6, 4.3, stone, None, overhead=ashlar(linear("57524c"), 0.62))
    _vault(set_)
    _back_wall(set_)
    _cell(set_)
    _chains(set_)
    barrel, crate = set_.model("barrel"), set_.model("crate", "old")
    for x, z in ((3.7, -2.9), (3.0, -3.2), (3.9, -2.1)):
        set_.put(barrel, (x, 0, z), float(set_.rng.uniform(0, 360)))
    set_.put(crate, (3.7, 0, 2.4), 20)
    set_.put(set_.model("stool", "old"), (2.6, 0, -1.6))
    straw = grass_patch(5, blades=160, radius=0.9, height=0.12)
    dry = coat("grass", linear("b39a52"), pattern="plain")
    for x, z in ((-3.5, -2.6), (-3.2, 1.6), (3.2, 1.2)):
        set_.paint("straw", straw, dry, (x, 0, z))
    for x, z in _TORCHES:
        set_.light((x, 2.35, z + 0.4), (9.5, 5.2, 1.9), 8.0)
    set_.light((-4.1, 2.35, 1.5), (8.0, 4.4, 1.6), 7.5)
    set_.light((4.1, 2.35, 1.5), (8.0, 4.4, 1.6), 7.5)
    set_.light((0.6, 2.3, 3.2), (12.0, 8.0, 4.4), 8.5)
    return Place(
        "dungeon", flags, "stone", True, 9.0, tuple(set_.things), tuple(set_.walls),
        tuple(set_.lights), Stage((0.0, 0.0), 1.7), MappingProxyType({"stool": 0.49}),
    )  # fmt: skip


def _vault(set_: Set) -> None:
    """Cross arches on pillars; the round ceiling goes with the flat one above it."""
    stone = ashlar(linear("7b756c"), 0.5)
    vault = Assembly("stone", 9000.0, fixed=True)
    vault.add(barrel_vault(9.2, 0.0, 1.85, 10.4), ashlar(linear("625d56"), 0.55))
    for z in (-2.7, 1.9):
        vault.add(rib(9.0, 1.8, 0.3, 0.5), stone, (0, 0, z))
    hang(set_, "ceiling", set_.still(vault.finished("vault", Look())), 0.0, -2.0)
    pillar = Assembly("stone", 3000.0, fixed=True)
    pillar.add(cylinder(0.34, 2.1, 0.02, 20), stone)
    pillar.add(rounded_box((0.95, 0.3, 0.95), 0.05), stone)
    pillar.add(rounded_box((0.95, 0.26, 0.95), 0.06), stone, (0, 2.05, 0))
    pillar.post(0.34, 2.3)
    for z in (-1.3, 3.3):
        for x in (-3.95, 3.95):
            set_.put(set_.still(pillar.finished("pillar", Look())), (x, 0, z))


def _back_wall(set_: Set) -> None:
    """A door of planks and iron bands under a pointed arch, torches on both sides."""
    wall = Assembly("stone", 500.0, fixed=True)
    oak = coat("wood", linear("56402b"), pattern="planks", pattern_scale_m=0.16, roughness=0.85)
    iron = coat("metal", linear(_IRON), metallic=0.0, pattern="plain", roughness=0.6)
    wall.add(doorway(1.35, 2.25), oak, (0.35, 0, 0.05))
    wall.add(arch(1.35, 2.25, 0.26, 0.3), ashlar(linear("857f75"), 0.5), (0.35, 0, 0.1))
    for y in (0.45, 1.2, 1.8):
        wall.add(box((1.2, 0.09, 0.03)), iron, (0.35, y, 0.09))
    wall.add(torus(0.09, 0.016, 24, 8), iron, (0.75, 1.1, 0.13), (90, 0, 0))
    for x, _ in _TORCHES:
        torch(wall, (x, 1.6, 0.12))
    hang(set_, "back wall", set_.still(wall.finished("iron door", Look())), 0.0, 0.0)
    for side in ("left wall", "right wall"):
        light = Assembly("wood", 3.0, fixed=True)
        torch(light, (0.0, 0.0, 0.12))
        hang(set_, side, set_.still(light.finished("torch", Look())), 0.0, 1.6)


def _cell(set_: Set) -> None:
    """Iron bars across the corner behind on the left."""
    bars = Assembly("metal", 200.0, fixed=True)
    iron = coat("metal", linear(_IRON), metallic=0.0, pattern="plain", roughness=0.5)
    for x in np.arange(-1.0, 1.01, 0.16):
        bars.add(cylinder(0.018, 2.5, 0.0, 8), iron, (float(x), 0, 0))
    for y in (0.08, 1.2, 2.4):
        bars.add(box((2.1, 0.06, 0.05)), iron, (0, y, 0))
    bars.add(rounded_box((0.2, 0.26, 0.07), 0.02, 1), iron, (0.5, 1.05, 0.03))
    bars.box((2.1, 2.5, 0.05))
    set_.put(set_.still(bars.finished("bars", Look())), (-3.5, 0, -2.1), 0)


def _chains(set_: Set) -> None:
    """Chains with rings that hang from the walls."""
    iron = coat("metal", linear(_IRON), metallic=0.0, pattern="plain", roughness=0.45)
    chain = Assembly("metal", 8.0, fixed=True)
    _links(chain, iron, (0.0, 1.2, 0.05), 12)
    chain.add(torus(0.075, 0.014, 20, 6), iron, (0, 0.44, 0.06), (90, 0, 0))
    chain.add(box((0.14, 0.14, 0.03)), iron, (0, 1.17, 0.015))
    model = set_.still(chain.finished("chain", Look()))
    spots = (("back wall", -0.95), ("back wall", 1.75), ("right wall", -1.2), ("left wall", -1.0))
    for side, along in spots:
        hang(set_, side, model, along, 0.55)


def _links(chain: Assembly, iron: Surface, top: tuple[float, float, float], count: int) -> None:
    link = transformed(torus(0.028, 0.008, 14, 5), np.diag([1.0, 1.0, 1.5, 1.0]))
    for number in range(count):
        turn = (90, 90 * (number % 2), 0)
        chain.add(link, iron, (top[0], top[1] - 0.062 * number, top[2]), turn)
