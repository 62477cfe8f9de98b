"""A bedroom: a bed between lamps, a wardrobe, a window with curtains."""

from __future__ import annotations

from types import MappingProxyType

from engine.world.assets.look import Look
from engine.world.assets.palette import linear
from engine.world.assets.places.walls import Opening, hang, pendant, picture, shell
from engine.world.assets.setting import Place, Set, Stage, coat
from engine.world.assets.shapes import rounded_box


def bedroom(set_: Set) -> Place:
    """Quiet colours, evening lamps."""
    floor = coat("wood", linear("b08a5e"), pattern="planks", pattern_scale_m=0.13, roughness=0.45)
    tone = str(set_.rng.choice(["a9b3b8", "b8a9a4", "a8b3a0"]))
    paint = coat("concrete", linear(tone), pattern="plain", roughness=0.93)
    shell(
        set_, 3.4, -3.2, 4.8, 2.7, paint, Opening(1.9, 0.85, 1.3, 1.35), "5b6a86",
        side_windows=(Opening(-1.2, 0.85, 1.4, 1.35),),
    )  # fmt: skip
    rug = coat("carpet", linear("6b7a92"), color2=linear("d8cdb8"), pattern_scale_m=0.3)
    set_.paint("rug", rounded_box((2.6, 0.014, 1.8), 0.006, 1), rug, (0, -0.004, 0.1))
    bed = set_.model("bed", str(set_.rng.choice(["teal", "navy", "maroon", "olive"])))
    set_.put(bed, (-0.75, 0, -2.1))
    half = bed.size_m[0] / 2 + 0.35
    for side in (-1, 1):
        stool = set_.model("stool")
        x = -0.75 + side * half
        set_.put(stool, (x, 0, -2.85))
        set_.put(set_.model("candle"), (x, stool.size_m[1], -2.85))
        set_.light((x, 1.1, -2.7), (2.2, 1.5, 0.8), 4.5)
    set_.put(set_.model("lamp"), (-3.0, 0, -2.8))
    set_.light((-3.0, 1.5, -2.6), (3.6, 2.5, 1.4), 6.0)
    set_.put(set_.model("cupboard", "ivory"), (3.05, 0, -0.6), -90)
    set_.put(set_.model("desk"), (3.0, 0, 1.9), -90)
    set_.put(set_.model("chair"), (2.5, 0, 1.9), 90)
    set_.put(set_.model("book", "red"), (3.0, 0.74, 1.6), 30)
    set_.put(set_.model("teddy bear"), (-2.6, 0, 1.6), 60)
    set_.put(set_.model("door", "white"), (-3.34, 0, 2.7), 90)
    frame = set_.still(picture("8ea3b0", (0.8, 0.5)).finished("picture", Look()))
    hang(set_, "back wall", frame, -0.75, 1.5)
    hang(set_, "right wall", frame, 1.1, 1.45)
    pendant(set_, (0.2, 2.15, 0.2), "c9b99a", 2.7)
    set_.light((0.2, 2.05, 0.2), (5.6, 4.7, 3.5), 8.0)
    set_.light((0.4, 2.2, 2.9), (4.2, 3.8, 3.2), 8.0)
    return Place(
        "bedroom", floor, "wood", True, 7.0, tuple(set_.things), tuple(set_.walls),
        tuple(set_.lights), Stage((0.4, 0.8), 1.6), MappingProxyType({"bed": 0.5, "desk": 0.74}),
    )  # fmt: skip
