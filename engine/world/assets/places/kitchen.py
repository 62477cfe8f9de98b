"""A kitchen."""

from __future__ import annotations

from types import MappingProxyType

from engine.world.assets.assembly import Assembly
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.places.walls import Opening, hang, pendant, picture, shell
from engine.world.assets.setting import Place, Set, Stage, coat
from engine.world.assets.shapes import box, rounded_box
from engine.world.assets.sweeps import cylinder, sweep
from engine.world.model import Surface


def kitchen(set_: Set) -> Place:
    """A kitchen: a counter under the window, stove and refrigerator, a table."""
    floor = coat("tiles", linear("b7ab97"), color2=linear("8f8474"), pattern_scale_m=0.42)
    paint = coat("concrete", linear("d3c6a8"), pattern="plain", roughness=0.93)
    shell(
        set_,
        3.3,
        -3.0,
        5.0,
        2.7,
        paint,
        Opening(-0.2, 1.15, 1.5, 1.05),
        side_windows=(Opening(-1.6, 1.0, 1.3, 1.2),),
    )
    _counter(set_, str(set_.rng.choice(["5d7f78", "4f6b86", "8a9a74", "a3624f"])))
    table = set_.model("table", "small")
    top = table.size_m[1]
    set_.put(table, (2.35, 0, -0.9), 90)
    for x, z, yaw in ((1.85, -1.75, 20), (2.9, -1.75, -20)):
        set_.put(set_.model("stool"), (x, 0, z), yaw)
    set_.put(set_.model("bowl"), (2.35, top, -1.0))
    apple = set_.model("apple")
    for x, z in ((2.31, -1.03), (2.39, -0.97)):
        set_.put(apple, (x, top + 0.035, z))
    pendant(set_, (2.3, 1.95, -0.9), "a3523f", 2.7)
    set_.light((2.3, 1.85, -0.9), (3.4, 2.6, 1.7), 6.0)
    set_.light((0.0, 2.4, -0.3), (6.5, 5.8, 4.6), 9.0)
    set_.light((0.0, 2.3, 3.0), (5.0, 4.6, 3.9), 8.0)
    _furnish_sides(set_)
    return Place(
        "kitchen",
        floor,
        "tiles",
        True,
        7.0,
        tuple(set_.things),
        tuple(set_.walls),
        tuple(set_.lights),
        Stage((0.0, 0.0), 1.6),
        MappingProxyType({"table": top, "counter": 0.92, "stool": 0.49}),
    )


def _counter(set_: Set, color: str) -> None:
    """Units with a worktop, sink, stove and a refrigerator, along the back wall."""
    unit = Assembly("wood", 300.0, fixed=True)
    front = coat("wood", linear(color), pattern="plain", roughness=0.4)
    top = coat("wood", linear("a97c4d"), roughness=0.35)
    steel = coat("metal", pattern="plain")
    black = coat("plastic", COLOURS["black"], roughness=0.2)
    unit.add(box((4.6, 0.1, 0.5)), coat("plastic", COLOURS["charcoal"]), (0.3, 0, -0.02))
    unit.add(box((4.6, 0.78, 0.56)), front, (0.3, 0.1, 0))
    unit.add(rounded_box((4.66, 0.04, 0.64), 0.01, 1), top, (0.3, 0.88, 0.01))
    for number in range(8):
        x = -1.7 + number * 0.575
        if number == 5:
            _stove(unit, x, steel, black)
            continue
        unit.add(rounded_box((0.555, 0.74, 0.03), 0.01, 1), front, (x, 0.12, 0.285))
        unit.add(rounded_box((0.16, 0.014, 0.02), 0.006, 1), steel, (x, 0.79, 0.31))
    unit.add(rounded_box((0.62, 0.01, 0.42), 0.004, 1), steel, (-0.5, 0.916, 0.0))
    unit.add(
        box((0.52, 0.006, 0.32)),
        coat("metal", COLOURS["charcoal"], pattern="plain"),
        (-0.5, 0.923, 0.0),
    )
    tap = [(-0.5, 0.92, -0.2), (-0.5, 1.18, -0.2), (-0.5, 1.22, -0.14), (-0.5, 1.18, -0.06)]
    unit.add(sweep(tap, 0.014, 10), steel)
    tile = coat(
        "tiles", linear("e3ddcd"), color2=linear("b9b2a2"), pattern_scale_m=0.15, roughness=0.2
    )
    unit.add(box((4.6, 0.22, 0.02)), tile, (0.3, 0.92, -0.29))
    _cupboards(unit, front, steel)
    _fridge(unit, steel)
    unit.box((4.6, 0.92, 0.6), (0.3, 0, 0))
    unit.box((0.72, 1.83, 0.66), (-2.5, 0, 0.03))
    set_.put(set_.still(unit.finished("counter", Look())), (0, 0, -2.68))
    for name, x in (("mug", 0.35), ("teapot", 1.35), ("bottle", -1.25)):
        set_.put(set_.model(name), (x, 0.92, -2.72), float(set_.rng.uniform(-40, 40)))


def _cupboards(unit: Assembly, front: Surface, steel: Surface) -> None:
    for number in range(3):
        at = (1.72 + (number - 1) * 0.575, 1.5, -0.12)
        unit.add(box((0.57, 0.7, 0.34)), front, at)
        unit.add(rounded_box((0.555, 0.685, 0.025), 0.01, 1), front, (at[0], 1.507, 0.06))
        unit.add(rounded_box((0.014, 0.14, 0.02), 0.006, 1), steel, (at[0] + 0.22, 1.55, 0.08))


def _fridge(unit: Assembly, steel: Surface) -> None:
    fridge = coat("metal", linear("d8dad6"), metallic=0.0, pattern="plain", roughness=0.25)
    unit.add(rounded_box((0.72, 1.18, 0.66), 0.03), fridge, (-2.5, 0.02, 0.03))
    unit.add(rounded_box((0.72, 0.62, 0.66), 0.03), fridge, (-2.5, 1.21, 0.03))
    for y, h in ((0.7, 0.4), (1.28, 0.3)):
        unit.add(rounded_box((0.025, h, 0.04), 0.01, 1), steel, (-2.22, y, 0.38))


def _stove(unit: Assembly, x: float, steel: Surface, black: Surface) -> None:
    unit.add(rounded_box((0.56, 0.76, 0.04), 0.01, 1), steel, (x, 0.11, 0.285))
    unit.add(rounded_box((0.44, 0.34, 0.02), 0.01, 1), black, (x, 0.26, 0.3))
    unit.add(rounded_box((0.46, 0.02, 0.03), 0.008, 1), steel, (x, 0.65, 0.32))
    for knob in range(4):
        unit.add(
            cylinder(0.02, 0.03, 0.004, 16), black, (x - 0.18 + knob * 0.12, 0.76, 0.3), (90, 0, 0)
        )
    unit.add(box((0.54, 0.008, 0.52)), black, (x, 0.918, 0))
    for dx in (-0.13, 0.13):
        for dz in (-0.12, 0.12):
            ring = cylinder(0.085, 0.006, 0.002, 24)
            unit.add(ring, coat("metal", COLOURS["charcoal"], pattern="plain"), (x + dx, 0.925, dz))


def _furnish_sides(set_: Set) -> None:
    """Clock, door, shelf, plant and pictures along the walls."""
    hang(set_, "back wall", set_.model("clock"), 2.2, 1.75)
    set_.put(set_.model("door", "white"), (3.24, 0, 1.0), -90)
    set_.put(set_.model("shelf", "pine"), (-3.1, 0, 0.6), 90)
    set_.put(set_.model("pot plant"), (-2.95, 0, 3.2))
    picture_frame = set_.still(picture("9fb08a", (0.5, 0.62)).finished("picture", Look()))
    for along in (-1.9, -1.1, 2.4):
        hang(set_, "right wall", picture_frame, along, 1.35)
