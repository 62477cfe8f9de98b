"""Places under a roof: room, kitchen, office, court.  Every side is a model of its own."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from engine.world.assets.assembly import Assembly
from engine.world.assets.furniture import SEAT_M, TABLE_TOP_M
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.setting import Place, Set, Stage, coat, slab
from engine.world.assets.shapes import (
    Vector,
    box,
    creased,
    ellipsoid,
    grid_triangles,
    plane,
    rounded_box,
)
from engine.world.assets.sweeps import cylinder, lathe, sweep
from engine.world.model import Color, Mesh, Surface

_DAYLIGHT: Color = (0.80, 0.90, 1.0)
_NIGHT_SKY: Color = (0.05, 0.07, 0.13)


@dataclass(frozen=True)
class Opening:
    """A window in a wall: middle along the wall, sill height, width, height."""

    x: float
    sill: float
    width: float
    height: float


def _wall(
    width: float, height: float, paint: Surface, openings: tuple[Opening, ...] = ()
) -> Assembly:
    """A wall facing +Z with skirting; its front is z = 0, its foot y = 0."""
    wall = Assembly("brick", 2000.0, fixed=True)
    thick = 0.16
    edge = -width / 2
    for hole in sorted(openings, key=lambda opening: opening.x):
        left, right = hole.x - hole.width / 2, hole.x + hole.width / 2
        _panel(wall, paint, edge, left, 0.0, height, thick)
        _panel(wall, paint, left, right, 0.0, hole.sill, thick)
        _panel(wall, paint, left, right, hole.sill + hole.height, height, thick)
        edge = right
    _panel(wall, paint, edge, width / 2, 0.0, height, thick)
    white = coat("plastic", linear("e6e1d6"), roughness=0.5)
    wall.add(rounded_box((width, 0.1, 0.024), 0.006, 1), white, (0, 0, 0.012))
    wall.box((width, height, thick), (0, 0, -thick / 2))
    return wall


def _panel(
    wall: Assembly, paint: Surface, left: float, right: float, low: float, high: float, thick: float
) -> None:
    if right - left > 1e-3 and high - low > 1e-3:
        wall.add(
            box((right - left, high - low, thick)), paint, ((left + right) / 2, low, -thick / 2)
        )


def _glaze(set_: Set, wall: Assembly, hole: Opening) -> None:
    """Frame, sill, curtains and the light outside a window of a wall."""
    sky = _NIGHT_SKY if set_.night else _DAYLIGHT
    glow = coat("glass", sky, opacity=1.0, emission=0.25 if set_.night else 1.5, roughness=0.1)
    white = coat("plastic", linear("ece8de"), roughness=0.45)
    x, y, w, h = hole.x, hole.sill, hole.width, hole.height
    wall.add(box((w, h, 0.02)), glow, (x, y, -0.14), part="window light")
    for side in (-1, 1):
        wall.add(rounded_box((0.06, h, 0.1), 0.01, 1), white, (x + side * (w / 2 - 0.03), y, -0.08))
        wall.add(
            rounded_box((w, 0.06, 0.1), 0.01, 1),
            white,
            (x, y + (h - 0.06 if side > 0 else 0), -0.08),
        )
        wall.add(
            rounded_box((0.09, h + 0.18, 0.03), 0.01, 1),
            white,
            (x + side * (w / 2 + 0.045), y - 0.09, 0.01),
        )
    wall.add(rounded_box((w + 0.18, 0.09, 0.03), 0.01, 1), white, (x, y + h, 0.01))
    wall.add(rounded_box((0.045, h, 0.06), 0.008, 1), white, (x, y, -0.09))
    wall.add(rounded_box((w, 0.04, 0.06), 0.008, 1), white, (x, y + h * 0.6, -0.09))
    wall.add(rounded_box((w + 0.28, 0.045, 0.2), 0.015, 1), white, (x, y - 0.045, 0.04))


def _curtains(wall: Assembly, hole: Opening, color: str, drop: float) -> None:
    cloth = coat("fabric", linear(color))
    rail = coat("metal", COLOURS["brass"], pattern="plain")
    top = hole.sill + hole.height + 0.16
    for side in (-1, 1):
        folds = 7
        for number in range(folds):
            x = hole.x + side * (hole.width / 2 + 0.2 - number * 0.055)
            fold = cylinder(0.038, drop, 0.0, 10)
            wall.add(fold, cloth, (x, top - drop, 0.09 + 0.014 * (number % 2)))
    half = hole.width / 2 + 0.34
    path = [(hole.x - half, top + 0.01, 0.1), (hole.x + half, top + 0.01, 0.1)]
    wall.add(sweep(path, 0.014, 10), rail)
    for side in (-1, 1):
        wall.add(ellipsoid((0.06, 0.05, 0.05), 14), rail, (hole.x + side * half, top + 0.01, 0.1))


def _shell(
    set_: Set,
    half_width: float,
    back: float,
    front: float,
    height: float,
    paint: Surface,
    window: Opening | None,
    curtain: str = "",
    *,
    side_window: Opening | None = None,
) -> None:
    """Four walls and a ceiling round a rectangle; the window is in the back wall."""
    rear = _wall(2 * half_width, height, paint, (window,) if window else ())
    if window:
        _glaze(set_, rear, window)
        if curtain:
            _curtains(rear, window, curtain, window.height + 0.42)
    set_.wall(rear, "back wall", (0, 0, back))
    depth = front - back
    left = _wall(depth, height, paint, (side_window,) if side_window else ())
    if side_window:
        _glaze(set_, left, side_window)
    set_.wall(left, "left wall", (-half_width, 0, (front + back) / 2), 90)
    set_.wall(_wall(depth, height, paint), "right wall", (half_width, 0, (front + back) / 2), -90)
    set_.wall(_wall(2 * half_width, height, paint), "front wall", (0, 0, front), 180)
    ceiling = Assembly("concrete", 2000.0, fixed=True)
    ceiling.add(
        box((2 * half_width, 0.1, depth)), coat("concrete", linear("e9e5db"), pattern="plain")
    )
    ceiling.box((2 * half_width, 0.1, depth))
    set_.wall(ceiling, "ceiling", (0, height, (front + back) / 2))


def _pendant(set_: Set, at: Vector, color: str, height: float) -> None:
    """A lamp on a cord; ``at`` is the middle of its rim."""
    lamp = Assembly("metal", 2.0, fixed=True)
    shade = [
        (0, 0.02),
        (0.05, 0.02),
        (0.2, 0.0),
        (0.205, 0.004),
        (0.17, 0.11),
        (0.05, 0.19),
        (0.02, 0.22),
        (0, 0.22),
    ]
    lamp.add(
        lathe(shade, 36, 60),
        coat("metal", linear(color), metallic=0.0, pattern="plain", roughness=0.35),
    )
    lamp.add(
        cylinder(0.006, height - at[1] - 0.2, 0.0, 8),
        coat("plastic", COLOURS["black"]),
        (0, 0.2, 0),
    )
    bulb = coat("glass", (1.0, 0.84, 0.58), emission=4.0, opacity=1.0)
    lamp.add(ellipsoid((0.11, 0.11, 0.11), 20), bulb, (0, 0.03, 0))
    set_.put(set_.still(lamp.finished("pendant", Look())), (at[0], at[1] - 0.025, at[2]))


def _picture(wall_color: str, size: tuple[float, float]) -> Assembly:
    """A framed painting that hangs on a wall facing +Z."""
    width, height = size
    frame = Assembly("wood", 3.0, fixed=True)
    wood = coat("wood", linear("6b4a2f"))
    for side in (-1, 1):
        frame.add(
            rounded_box((0.05, height + 0.1, 0.035), 0.008, 1),
            wood,
            (side * (width + 0.05) / 2, -0.05, 0.0175),
        )
        frame.add(
            rounded_box((width, 0.05, 0.035), 0.008, 1),
            wood,
            (0, height if side > 0 else -0.05, 0.0175),
        )
    paper = coat("paper", linear("ded2b6"))
    frame.add(box((width, height, 0.012)), paper, (0, 0, 0.006))
    art = coat("paper", linear(wall_color))
    sun = coat("paper", linear("d9a05a"))
    low = coat("paper", linear("4c6a6b"))
    frame.add(box((width * 0.8, height * 0.76, 0.014)), art, (0, height * 0.12, 0.008))
    frame.add(box((width * 0.8, height * 0.28, 0.016)), low, (0, height * 0.12, 0.008))
    frame.add(
        cylinder(height * 0.12, 0.003, 0.0, 28),
        sun,
        (width * 0.14, height * 0.52, 0.0145),
        (90, 0, 0),
    )
    return frame


def room(set_: Set) -> Place:
    """A living room: sofa, shelf, table with chairs, a rug, evening lamps, a window."""
    floor = coat("wood", linear("9a6b41"), pattern="planks", pattern_scale_m=0.14, roughness=0.42)
    tone = str(set_.rng.choice(["b9a98a", "93a39a", "b08f7c", "9aa5ad"]))
    paint = coat("concrete", linear(tone), pattern="plain", roughness=0.93)
    window = Opening(1.15, 0.85, 1.5, 1.35)
    _shell(
        set_,
        3.6,
        -3.3,
        5.2,
        2.75,
        paint,
        window,
        str(set_.rng.choice(["7c3f38", "46606b", "8a7a4a"])),
    )
    _furnish_room(set_)
    _pendant(set_, (0.3, 2.2, -0.5), "2f3b3f", 2.75)
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
    picture = set_.still(_picture("c7b58c", (0.72, 0.52)).finished("picture", Look()))
    set_.put(picture, (-0.45, 1.5, -3.29))
    set_.put(picture, (3.59, 1.45, -0.6), -90)


def kitchen(set_: Set) -> Place:
    """A kitchen: a counter under the window, stove and refrigerator, a table."""
    floor = coat("tiles", linear("b7ab97"), color2=linear("8f8474"), pattern_scale_m=0.42)
    paint = coat("concrete", linear("d3c6a8"), pattern="plain", roughness=0.93)
    _shell(set_, 3.3, -3.0, 5.0, 2.7, paint, Opening(-0.2, 1.15, 1.5, 1.05))
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
    _pendant(set_, (2.3, 1.95, -0.9), "a3523f", 2.7)
    set_.light((2.3, 1.85, -0.9), (3.4, 2.6, 1.7), 6.0)
    set_.light((0.0, 2.4, -0.3), (6.5, 5.8, 4.6), 9.0)
    set_.light((0.0, 2.3, 3.0), (5.0, 4.6, 3.9), 8.0)
    set_.put(set_.model("clock"), (2.2, 1.75, -2.98))
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


def office(set_: Set) -> Place:
    """An office: desks with computers, a whiteboard, a wide window."""
    floor = coat("carpet", linear("5c6468"), color2=linear("4f575b"), pattern_scale_m=0.5)
    paint = coat("concrete", linear("c3c6c2"), pattern="plain", roughness=0.93)
    _shell(set_, 4.0, -3.6, 5.4, 2.8, paint, Opening(0.9, 0.75, 3.4, 1.6))
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
    _panels(set_, ((-1.6, -1.4), (1.6, -1.4), (-1.6, 1.6), (1.6, 1.6)), 2.8)
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


def _panels(set_: Set, spots: tuple[tuple[float, float], ...], height: float) -> None:
    """Flat ceiling lights."""
    glow = coat("plastic", (1.0, 0.97, 0.9), emission=2.2)
    for x, z in spots:
        slab(set_, "ceiling light", (0.9, 0.04, 0.3), glow, (x, height - 0.05, z), solid=False)
        set_.light((x, height - 0.25, z), (5.6, 5.4, 5.0), 8.0)


def court(set_: Set) -> Place:
    """A sports hall with a basketball court: hoops, painted lines, benches for the public."""
    floor = coat(
        "wood",
        linear("c08e55"),
        color2=linear("a87643"),
        pattern="planks",
        pattern_scale_m=0.11,
        roughness=0.25,
    )
    paint = coat("brick", linear("cdc3ad"), color2=linear("b8ad97"), pattern_scale_m=0.4)
    _shell(set_, 9.5, -10.4, 15.0, 7.0, paint, None)
    hoop = set_.model("hoop")
    set_.put(hoop, (0, 0, -7.2))
    set_.put(hoop, (0, 0, 12.6), 180)
    _lines(set_)
    pad = coat("leather", linear("2f4c68"))
    for x in (-2.4, -1.2, 0.0, 1.2, 2.4):
        set_.paint(
            "wall pad", rounded_box((1.17, 1.9, 0.12), 0.04), pad, (x, 0.1, -10.3), solid=True
        )
    wood = coat("wood", linear("8a5f39"))
    steel = coat("metal", linear("39464d"), metallic=0.0, pattern="plain")
    for side in (-1, 1):
        for row in range(4):
            x = side * (6.9 + row * 0.62)
            slab(set_, "stand", (0.6, 0.36 + 0.36 * row, 12.0), steel, (x, 0, 0.0))
            slab(set_, "stand seat", (0.5, 0.05, 12.0), wood, (x, 0.36 + 0.36 * row, 0.0))
    _banners_and_lights(set_)
    return Place(
        "court",
        floor,
        "wood",
        True,
        16.0,
        tuple(set_.things),
        tuple(set_.walls),
        tuple(set_.lights),
        Stage((0.0, 0.0), 2.5),
    )


def _banners_and_lights(set_: Set) -> None:
    banner = coat(
        "fabric", linear("9a3b34"), color2=COLOURS["cream"], pattern="stripes", pattern_scale_m=0.5
    )
    for x in (-6.0, 6.0):
        slab(set_, "banner", (1.6, 2.6, 0.02), banner, (x, 3.4, -10.35), solid=False)
    glow = coat("plastic", (1.0, 0.96, 0.88), emission=2.6)
    for x in (-3.6, 3.6):
        for z in (-4.0, 2.0, 8.0):
            slab(set_, "hall light", (0.5, 0.08, 1.6), glow, (x, 6.85, z), solid=False)
            set_.light((x, 6.4, z), (26.0, 24.6, 22.0), 20.0)


def _lines(set_: Set) -> None:
    """Painted lines: baseline, key, free-throw circle, three-point arc."""
    white = coat("plastic", linear("ece8dc"), roughness=0.35)
    red = coat("plastic", linear("a3473a"), roughness=0.3)
    base, width = -6.8, 0.06
    set_.paint("key", plane(4.9, 5.8), red, (0, 0.004, base + 2.9))
    bars = [
        (12.6, width, 0.0, base),
        (4.9, width, 0.0, base + 5.8),
        (width, 18.0, -6.3, base + 9.0),
        (width, 18.0, 6.3, base + 9.0),
        (width, 5.8, -2.45, base + 2.9),
        (width, 5.8, 2.45, base + 2.9),
    ]
    for w, d, x, z in bars:
        set_.paint("line", plane(w, d), white, (x, 0.008, z))
    for radius, z, span in ((1.8, base + 5.8, np.pi), (5.9, base + 1.5, 1.45)):
        turn = np.linspace(-span, span, 65)
        arc = np.column_stack([radius * np.sin(turn), 0 * turn, z + radius * np.cos(turn)])
        set_.paint("line", _ribbon(arc, width), white, (0, 0.008, 0))


def _ribbon(path: np.ndarray, width: float) -> Mesh:
    """A flat band along a level path, seen from above."""
    ahead = np.gradient(path, axis=0)
    ahead /= np.linalg.norm(ahead, axis=1, keepdims=True)
    side = np.column_stack([ahead[:, 2], 0 * ahead[:, 0], -ahead[:, 0]]) * width / 2
    points = np.concatenate([path - side, path + side])
    mesh = creased(points, grid_triangles(2, len(path)), 60)
    if mesh.normals[:, 1].mean() > 0:
        return mesh
    return creased(points, grid_triangles(2, len(path))[:, ::-1], 60)
