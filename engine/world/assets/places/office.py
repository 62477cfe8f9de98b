"""An office."""

from __future__ import annotations

from types import MappingProxyType

from engine.world.assets.furniture import SEAT_M
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.places.walls import Opening, panels, shell
from engine.world.assets.setting import Place, Set, Stage, coat, slab


def office(set_: Set) -> Place:
    """An office: desks with computers, a whiteboard, a wide window."""
    floor = coat("carpet", linear("5c6468"), color2=linear("4f575b"), pattern_scale_m=0.5)
    paint = coat("concrete", linear("c3c6c2"), pattern="plain", roughness=0.93)
    shell(set_, 4.0, -3.6, 5.4, 2.8, paint, Opening(0.9, 0.75, 3.4, 1.6))
    for x, z, yaw in ((2.3, -2.3, 0), (-2.6, -1.9, 35)):
        set_.put(set_.model("desk"), (x, 0, z), yaw)
    set_.put(set_.model("laptop"), (2.15, 0.74, -2.25), 170)
    set_.put(set_.model("laptop"), (-2.62, 0.74, -1.85), 215)
    set_.put(set_.model("chair", "black", "plastic"), (2.2, 0, -2.95))
    set_.put(set_.model("chair", "black", "plastic"), (-3.05, 0, -2.5), 35)
    set_.put(set_.model("mug", "teal"), (2.75, 0.74, -2.2), 40)
    set_.put(set_.model("book"), (1.75, 0.74, -2.4), 20)
    set_.put(set_.model("shelf"), (-1.75, 0, -3.42))
    set_.put(set_.model("pot plant", "huge"), (3.45, 0, -3.1))
    set_.put(set_.model("bin"), (1.1, 0, -2.6))
    set_.put(set_.model("clock"), (-3.0, 1.8, -3.58))
    white = coat("plastic", COLOURS["white"], roughness=0.2)
    slab(set_, "whiteboard", (0.03, 1.0, 1.7), white, (-3.975, 0.95, 0.4), solid=False)
    slab(
        set_,
        "whiteboard rail",
        (0.09, 0.03, 1.7),
        coat("metal", pattern="plain"),
        (-3.96, 0.93, 0.4),
        solid=False,
    )
    panels(set_, ((-1.6, -1.4), (1.6, -1.4), (-1.6, 1.6), (1.6, 1.6)), 2.8)
    return Place(
        "office",
        floor,
        "carpet",
        True,
        8.0,
        tuple(set_.things),
        tuple(set_.walls),
        tuple(set_.lights),
        Stage((0.0, 0.0), 1.6),
        MappingProxyType({"desk": 0.74, "table": 0.74, "chair": SEAT_M}),
    )
