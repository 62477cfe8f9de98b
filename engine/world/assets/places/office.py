"""An office."""

from __future__ import annotations

from types import MappingProxyType

from engine.world.assets.assembly import Assembly
from engine.world.assets.furniture import SEAT_M
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.places.walls import Opening, hang, panels, picture, shell
from engine.world.assets.setting import Place, Set, Stage, coat
from engine.world.assets.shapes import box, rounded_box
from engine.world.assets.sweeps import sweep


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
    hang(set_, "back wall", set_.model("clock"), -3.0, 1.8)
    hang(set_, "left wall", set_.still(_whiteboard().finished("whiteboard", Look())), -0.6, 0.95)
    for x, z, yaw in ((-3.1, 2.2, 90), (3.1, 1.9, -90)):
        set_.put(set_.model("desk"), (x, 0, z), yaw)
        set_.put(set_.model("laptop"), (x, 0.74, z + 0.1), yaw + 180)
        set_.put(set_.model("chair", "black", "plastic"), (x * 1.17, 0, z), yaw)
    cabinet = set_.still(_cabinet().finished("filing cabinet", Look()))
    for z in (-1.3, -0.75, -0.2):
        set_.put(cabinet, (3.72, 0, z), -90)
    set_.put(set_.model("door", "grey"), (3.94, 0, 3.6), -90)
    chart = set_.still(picture("7fa0b5", (0.9, 0.6)).finished("picture", Look()))
    hang(set_, "right wall", chart, -1.9, 1.5)
    hang(set_, "right wall", chart, 0.9, 1.35)
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


def _whiteboard() -> Assembly:
    """A white board with a rail, notes and a curve drawn on it."""
    board = Assembly("plastic", 15.0, fixed=True)
    steel = coat("metal", pattern="plain")
    board.add(
        box((1.9, 1.05, 0.03)), coat("plastic", COLOURS["white"], roughness=0.2), (0, 0, 0.015)
    )
    for y in (-0.02, 1.05):
        board.add(rounded_box((1.95, 0.03, 0.05), 0.008, 1), steel, (0, y, 0.025))
    board.add(rounded_box((1.7, 0.02, 0.09), 0.006, 1), steel, (0, -0.03, 0.06))
    blue = coat("plastic", COLOURS["blue"])
    curve = [(-0.8 + 0.1 * n, 0.2 + 0.05 * n + 0.03 * (-1) ** n, 0.034) for n in range(9)]
    board.add(sweep(curve, 0.009, 5), blue)
    board.add(box((0.95, 0.012, 0.006)), blue, (-0.4, 0.14, 0.034))
    board.add(box((0.012, 0.6, 0.006)), blue, (-0.85, 0.14, 0.034))
    for number, color in enumerate(("e2c24f", "cf5a4b", "6aa05c", "e2c24f", "4f7fb0", "d98a3f")):
        at = (0.3 + 0.2 * (number % 3), 0.45 + 0.22 * (number // 3), 0.033)
        board.add(box((0.15, 0.15, 0.004)), coat("paper", linear(color)), at)
    return board


def _cabinet() -> Assembly:
    """Four drawers of steel."""
    cabinet = Assembly("metal", 45.0, fixed=True)
    grey = coat("metal", linear("8f9a9f"), metallic=0.0, pattern="plain", roughness=0.5)
    cabinet.add(rounded_box((0.5, 1.3, 0.5), 0.015, 1), grey)
    for number in range(4):
        y = 0.05 + 0.31 * number
        cabinet.add(rounded_box((0.46, 0.29, 0.03), 0.01, 1), grey, (0, y, 0.25))
        cabinet.add(
            rounded_box((0.14, 0.02, 0.03), 0.006, 1),
            coat("metal", pattern="plain"),
            (0, y + 0.2, 0.28),
        )
    cabinet.box((0.5, 1.3, 0.53))
    return cabinet
