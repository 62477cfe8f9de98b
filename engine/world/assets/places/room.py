"""A living room."""

from __future__ import annotations

from types import MappingProxyType

from engine.world.assets.furniture import SEAT_M, TABLE_TOP_M
from engine.world.assets.look import Look
from engine.world.assets.palette import linear
from engine.world.assets.places.walls import Opening, hang, pendant, picture, shell
from engine.world.assets.setting import Place, Set, Stage, coat
from engine.world.assets.shapes import rounded_box


def room(set_: Set) -> Place:
    """A living room: sofa, shelf, table with chairs, a rug, evening lamps, a window."""
    floor = coat("wood", linear("9a6b41"), pattern="planks", pattern_scale_m=0.14, roughness=0.42)
    tone = str(set_.rng.choice(["b9a98a", "93a39a", "b08f7c", "9aa5ad"]))
    paint = coat("concrete", linear(tone), pattern="plain", roughness=0.93)
    window = Opening(1.15, 0.85, 1.5, 1.35)
    shell(
        set_,
        3.6,
        -3.3,
        5.2,
        2.75,
        paint,
        window,
        str(set_.rng.choice(["7c3f38", "46606b", "8a7a4a"])),
        side_windows=(Opening(-2.3, 0.85, 1.5, 1.35),),
    )
    _furnish_room(set_)
    pendant(set_, (0.3, 2.2, -0.5), "2f3b3f", 2.75)
    set_.light((0.3, 2.1, -0.5), (7.0, 5.7, 4.1), 9.0)
    set_.light((0.6, 2.2, 2.8), (5.0, 4.5, 3.8), 8.0)
    return Place(
        "room",
        floor,
        "wood",
        True,
        7.0,
        tuple(set_.things),
        tuple(set_.walls),
        tuple(set_.lights),
        Stage((0.0, 0.0), 1.6),
        MappingProxyType({"table": TABLE_TOP_M, "chair": SEAT_M, "sofa": 0.47}),
    )


def _furnish_room(set_: Set) -> None:
    rug = coat("carpet", linear("7a3a34"), color2=linear("c9a877"), pattern_scale_m=0.3)
    set_.paint("rug", rounded_box((3.0, 0.014, 2.1), 0.006, 1), rug, (0, -0.004, -0.4))
    sofa = set_.model("sofa", str(set_.rng.choice(["teal", "mustard", "dark grey", "olive"])))
    set_.put(sofa, (-2.95, 0, -0.9), 90)
    set_.put(set_.model("shelf"), (-1.55, 0, -3.12))
    set_.put(set_.model("lamp"), (-3.1, 0, -2.75))
    set_.light((-3.1, 1.5, -2.6), (4.4, 3.0, 1.6), 6.5)
    set_.put(set_.model("round table"), (2.55, 0, -1.85))
    for x, z, yaw in ((1.75, -2.35, 55), (3.15, -1.1, 205)):
        set_.put(set_.model("chair"), (x, 0, z), yaw)
    set_.put(set_.model("vase"), (2.6, 0.75, -1.95))
    set_.put(set_.model("pot plant", "large"), (0.05, 0, -2.95))
    painting = set_.still(picture("c7b58c", (0.72, 0.52)).finished("picture", Look()))
    set_.put(set_.model("door"), (3.54, 0, 0.45), -90)
    stand = set_.model("coffee table")
    set_.put(stand, (3.2, 0, 2.3), -90)
    set_.put(set_.model("television"), (3.25, stand.size_m[1], 2.3), -90)
    set_.put(set_.model("armchair", "rust"), (-2.7, 0, 3.1), 130)
    set_.put(set_.model("pot plant", "huge"), (-3.15, 0, 1.35))
    set_.put(set_.model("shelf", "ivory"), (3.38, 0, 3.9), -90)
    hang(set_, "left wall", painting, 0.2, 1.45)
    hang(set_, "back wall", painting, -0.45, 1.5)
    hang(set_, "right wall", painting, -1.5, 1.45)
