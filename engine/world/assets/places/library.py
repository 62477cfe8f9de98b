"""A library: tall shelves of books, reading tables with green lamps, a ladder."""

from __future__ import annotations

from types import MappingProxyType

from engine.world.assets.assembly import Assembly
from engine.world.assets.furniture import SEAT_M
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.places.walls import Opening, pendant, shell
from engine.world.assets.setting import Place, Set, Stage, coat
from engine.world.assets.shapes import box, merged, placed, rounded_box, transformed
from engine.world.assets.sweeps import cylinder, lathe, rod
from engine.world.model import Mesh

_BINDINGS = ("7a2f2a", "2f4a6b", "3f5f3f", "8a6a35", "4b3557", "a8936b", "33353a")


def library(set_: Set) -> Place:
    """Books up to the ceiling."""
    floor = coat("wood", linear("6f4a2f"), pattern="planks", pattern_scale_m=0.14, roughness=0.35)
    paint = coat("concrete", linear("9c8f78"), pattern="plain", roughness=0.93)
    holes = (Opening(-1.4, 1.3, 1.4, 2.0), Opening(1.6, 1.3, 1.4, 2.0))
    shell(set_, 4.8, -4.0, 6.4, 3.9, paint, None, side_windows=holes)
    case = set_.still(_bookcase(set_).finished("bookcase", Look()))
    for x in (-3.75, -1.25, 1.25, 3.75):
        set_.put(case, (x, 0, -3.78))
    for z in (-2.2, 0.3, 2.8, 5.3):
        set_.put(case, (4.58, 0, z), -90)
    for x, z in ((-3.4, -2.0), (-3.4, 4.6)):
        set_.put(case, (x, 0, z), 90)
    lamp = set_.still(_reading_lamp().finished("reading lamp", Look()))
    table, chair, book = set_.model("table"), set_.model("chair", "dark brown"), set_.model("book")
    for x, z in ((2.9, 0.9), (-2.9, 1.4), (2.9, 3.6)):
        set_.put(table, (x, 0, z))
        set_.put(lamp, (x, table.size_m[1], z))
        set_.put(book, (x + 0.4, table.size_m[1], z + 0.1), 25)
        for dx in (-0.35, 0.35):
            set_.put(chair, (x + dx, 0, z - 0.62))
        set_.light((x, 1.2, z + 0.1), (2.2, 1.9, 1.1), 4.0)
    ladder = Assembly("wood", 15.0, fixed=True)
    wood = coat("wood", linear("8a5f39"))
    for x in (-0.25, 0.25):
        ladder.add(rod((x, 0, 0.8), (x, 2.9, 0), 0.03), wood)
    for number in range(8):
        y = 0.3 + 0.33 * number
        ladder.add(rod((-0.25, y, 0.8 - 0.276 * y), (0.25, y, 0.8 - 0.276 * y), 0.02), wood)
    ladder.box((0.5, 2.9, 0.1), (0, 0, 0.4))
    set_.put(set_.still(ladder.finished("ladder", Look())), (-1.9, 0, -3.45))
    for x, z in ((-1.6, -1.0), (1.6, -1.0), (0.0, 2.6)):
        pendant(set_, (x, 2.75, z), "6b5a35", 3.9)
        set_.light((x, 2.6, z), (6.4, 5.2, 3.6), 8.0)
    return Place(
        "library", floor, "wood", True, 9.0, tuple(set_.things), tuple(set_.walls),
        tuple(set_.lights), Stage((0.0, -0.2), 1.7),
        MappingProxyType({"table": table.size_m[1], "chair": SEAT_M}),
    )  # fmt: skip


def _bookcase(set_: Set) -> Assembly:
    """Seven boards of books between carved uprights."""
    case = Assembly("wood", 120.0, fixed=True)
    wood = coat("wood", linear("5a3a24"), roughness=0.45)
    wide, high, deep = 2.4, 3.2, 0.34
    case.add(box((wide, high, 0.03)), wood, (0, 0, -deep / 2))
    for x in (-wide / 2, wide / 2):
        case.add(rounded_box((0.09, high, deep), 0.015, 1), wood, (x, 0, 0))
    case.add(rounded_box((wide + 0.2, 0.16, deep + 0.1), 0.04, 1), wood, (0, high, 0))
    books: dict[str, list[Mesh]] = {color: [] for color in _BINDINGS}
    for row in range(7):
        y = 0.1 + 0.44 * row
        case.add(box((wide, 0.04, deep)), wood, (0, y - 0.04, 0))
        x = -wide / 2 + 0.08
        while x < wide / 2 - 0.12:
            thick = float(set_.rng.uniform(0.035, 0.075))
            tall = float(set_.rng.uniform(0.24, 0.35))
            spine = transformed(box((thick, tall, 0.22)), placed((x + thick / 2, y, 0.02)))
            books[_BINDINGS[int(set_.rng.integers(7))]].append(spine)
            x += thick + 0.003
    for color, spines in books.items():
        case.add(merged(spines), coat("leather", linear(color), roughness=0.6))
    case.box((wide, high, deep))
    return case


def _reading_lamp() -> Assembly:
    """A brass lamp with a green shade."""
    lamp = Assembly("metal", 1.5, fixed=True)
    brass = coat("metal", COLOURS["brass"], pattern="plain", roughness=0.3)
    lamp.add(lathe([(0, 0), (0.1, 0), (0.09, 0.02), (0.015, 0.04), (0, 0.04)], 24), brass)
    lamp.add(cylinder(0.012, 0.34, 0.0, 10), brass, (0, 0.02, 0))
    shade = coat("glass", linear("2f7a52"), opacity=1.0, emission=0.5, roughness=0.2)
    lamp.add(cylinder(0.07, 0.36, 0.03, 20), shade, (0.18, 0.38, 0), (0, 0, 90))
    return lamp
