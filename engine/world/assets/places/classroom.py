"""A classroom: chalkboard, rows of desks, windows along one side, a globe."""

from __future__ import annotations

from types import MappingProxyType

import numpy as np

from engine.world.assets.assembly import Assembly
from engine.world.assets.furniture import SEAT_M
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.places.walls import Opening, hang, panels, shell
from engine.world.assets.setting import Place, Set, Stage, coat
from engine.world.assets.shapes import box, merged, placed, rounded_box, sphere, transformed
from engine.world.assets.sweeps import cylinder, rod, sweep
from engine.world.model import Mesh

_DESK_M = 0.72
_STROKES: dict[str, list[list[tuple[float, float]]]] = {
    "A": [[(0, 0), (0.5, 1), (1, 0)], [(0.2, 0.4), (0.8, 0.4)]],
    "B": [[(0, 0), (0, 1), (0.7, 0.9), (0.7, 0.6), (0, 0.52), (0.85, 0.4), (0.8, 0.05), (0, 0)]],
    "C": [[(0.9, 0.85), (0.4, 1), (0, 0.6), (0, 0.35), (0.4, 0), (0.9, 0.15)]],
    "1": [[(0.1, 0.75), (0.45, 1), (0.45, 0)]],
    "2": [[(0, 0.8), (0.4, 1), (0.8, 0.75), (0, 0), (0.9, 0)]],
    "3": [[(0, 0.9), (0.6, 0.95), (0.75, 0.7), (0.3, 0.52), (0.8, 0.3), (0.6, 0.03), (0, 0.08)]],
    "+": [[(0.1, 0.5), (0.9, 0.5)], [(0.5, 0.1), (0.5, 0.9)]],
    "=": [[(0.1, 0.65), (0.9, 0.65)], [(0.1, 0.35), (0.9, 0.35)]],
}


def classroom(set_: Set) -> Place:
    """Seen from among the desks towards the board."""
    floor = coat("wood", linear("a5794d"), pattern="planks", pattern_scale_m=0.16, roughness=0.45)
    paint = coat("concrete", linear("cfc9a9"), pattern="plain", roughness=0.93)
    holes = tuple(Opening(x, 0.95, 1.7, 1.5) for x in (-3.2, -1.0, 1.2, 3.4))
    shell(set_, 4.4, -3.6, 6.4, 3.1, paint, None, side_windows=holes)
    hang(set_, "back wall", set_.still(_board().finished("blackboard", Look())), 0.0, 0.92)
    desk = set_.still(_school_desk().finished("desk", Look()))
    chair = set_.model("chair", "mustard")
    for x in (-3.3, -2.05, 2.05, 3.3):
        for z in (-0.5, 1.3, 3.1, 4.9):
            set_.put(desk, (x, 0, z), 180)
            set_.put(chair, (x, 0, z + 0.62), 180)
    set_.put(set_.model("desk"), (2.9, 0, -2.5), 0)
    set_.put(set_.model("chair", "black"), (2.9, 0, -3.1))
    set_.put(set_.still(_globe().finished("globe", Look())), (3.35, 0.74, -2.45))
    set_.put(set_.model("book", "red"), (2.5, 0.74, -2.4), 15)
    set_.put(set_.model("apple"), (2.72, 0.74, -2.25))
    set_.put(set_.model("shelf"), (-3.5, 0, -3.4))
    set_.put(set_.model("clock"), (2.75, 2.25, -3.58))
    _posters(set_)
    panels(set_, ((-2.0, -1.2), (2.0, -1.2), (-2.0, 2.4), (2.0, 2.4)), 3.1)
    return Place(
        "classroom", floor, "wood", True, 9.0, tuple(set_.things), tuple(set_.walls),
        tuple(set_.lights), Stage((0.0, -0.6), 1.6),
        MappingProxyType({"desk": _DESK_M, "table": 0.74, "chair": SEAT_M}),
    )  # fmt: skip


def written(text: str, size_m: float) -> Mesh:
    """Chalk strokes in the x-y plane, the first letter's foot at the origin."""
    strokes = []
    for number, letter in enumerate(text):
        for line in _STROKES.get(letter, []):
            path = [((x * 0.6 + number) * size_m, y * size_m, 0.0) for x, y in line]
            strokes.append(sweep(path, 0.05 * size_m, 5))
    return merged(strokes)


def _board() -> Assembly:
    board = Assembly("wood", 40.0, fixed=True)
    slate = coat(
        "stone", linear("23402f"), pattern="concrete", color2=linear("2e4c3a"), roughness=0.8
    )
    frame = coat("wood", linear("8a6039"))
    chalk = coat("paper", COLOURS["white"], roughness=1.0)
    board.add(box((4.2, 1.3, 0.03)), slate, (0, 0, 0.02))
    for y in (-0.05, 1.3):
        board.add(rounded_box((4.32, 0.06, 0.06), 0.01, 1), frame, (0, y, 0.03))
    for x in (-2.13, 2.13):
        board.add(rounded_box((0.06, 1.4, 0.06), 0.01, 1), frame, (x, -0.05, 0.03))
    board.add(rounded_box((4.2, 0.03, 0.12), 0.01, 1), frame, (0, -0.04, 0.09))
    board.add(written("ABC", 0.34), chalk, (-1.75, 0.75, 0.037))
    board.add(written("1+2=3", 0.3), chalk, (-0.2, 0.78, 0.037))
    for number, width in enumerate((1.5, 1.2, 1.4)):
        across = np.linspace(-1.75, -1.75 + width, 30)
        line = np.column_stack(
            [across, 0.5 - 0.15 * number + 0.012 * np.sin(23 * across), 0 * across + 0.037]
        )
        board.add(sweep(line, 0.007, 4), chalk)
    for start, end in (
        ((0.2, 0.12), (1.3, 0.12)),
        ((1.3, 0.12), (0.2, 0.62)),
        ((0.2, 0.62), (0.2, 0.12)),
    ):
        board.add(rod((*start, 0.037), (*end, 0.037), 0.01), chalk)
    for x in (0.4, 0.55, 1.2):
        board.add(rod((x, 0.005, 0.11), (x + 0.08, 0.005, 0.11), 0.008), chalk)
    return board


def _school_desk() -> Assembly:
    desk = Assembly("wood", 18.0, fixed=True)
    top = coat("wood", linear("b98a55"), roughness=0.4)
    steel = coat("metal", linear("4a5a63"), metallic=0.0, pattern="plain")
    desk.add(rounded_box((0.68, 0.03, 0.5), 0.012), top, (0, _DESK_M - 0.03, 0))
    desk.add(box((0.6, 0.09, 0.4)), steel, (0, _DESK_M - 0.13, 0))
    for x in (-0.29, 0.29):
        desk.add(
            sweep([(x, 0.02, -0.2), (x, 0.6, -0.18), (x, 0.6, 0.18), (x, 0.02, 0.2)], 0.016, 8),
            steel,
        )
    desk.box((0.68, 0.03, 0.5), (0, _DESK_M - 0.03, 0))
    return desk


def _globe() -> Assembly:
    globe = Assembly("plastic", 1.0, fixed=True)
    brass = coat("metal", COLOURS["brass"], pattern="plain")
    globe.add(cylinder(0.1, 0.03, 0.01, 28), coat("wood", linear("6b4a2f")))
    globe.add(rod((0, 0.02, 0), (0, 0.1, 0), 0.012), brass)
    sea = coat(
        "plastic",
        linear("3f78b5"),
        color2=linear("7ea055"),
        pattern="spots",
        pattern_scale_m=0.12,
        roughness=0.3,
    )
    globe.add(sphere(0.15, 36), sea, (0, 0.26, 0))
    arc = np.linspace(-1.5, 1.7, 20)
    ring = [(0.17 * np.cos(a), 0.26 + 0.17 * np.sin(a), 0) for a in arc]
    globe.add(sweep(ring, 0.008, 6), brass)
    globe.ball(0.15, (0, 0.26, 0))
    return globe


def _posters(set_: Set) -> None:
    """Children's drawings and a map on the right wall."""
    chart = Assembly("paper", 1.0, fixed=True)
    chart.add(box((1.5, 0.95, 0.01)), coat("paper", linear("b9d3dc")))
    for x, y, wide, tall, color in (
        (-0.4, 0.55, 0.42, 0.28, "86a35f"), (-0.3, 0.2, 0.22, 0.32, "a9a35a"),
        (0.1, 0.5, 0.24, 0.36, "c9a25c"), (0.42, 0.55, 0.5, 0.3, "94ac68"),
        (0.5, 0.2, 0.2, 0.14, "bf8d57"),
    ):  # fmt: skip
        land = transformed(cylinder(0.5, 0.004, 0.0, 9), placed((0, 0, 0), (90, 0, 0)))
        shape = transformed(land, np.diag([wide, tall, 1.0, 1.0]))
        chart.add(shape, coat("paper", linear(color)), (x, y, 0.006))
    hang(set_, "right wall", set_.still(chart.finished("map", Look())), -3.0, 1.25)
    for number, color in enumerate(("cf5a4b", "e2c24f", "4f7fb0", "6aa05c", "b3688f", "d98a3f")):
        sheet = Assembly("paper", 0.1, fixed=True)
        sheet.add(box((0.42, 0.32, 0.006)), coat("paper", linear("efe9da")))
        sheet.add(box((0.3, 0.12, 0.008)), coat("paper", linear(color)), (0, 0.04, 0.001))
        sheet.add(
            cylinder(0.05, 0.004, 0.0, 16),
            coat("paper", linear("e2b23f")),
            (0.1, 0.23, 0.003),
            (90, 0, 0),
        )
        drawing = set_.still(sheet.finished("drawing", Look()))
        along, height = 0.55 * (number // 2) - 1.0, 1.3 + 0.42 * (number % 2)
        hang(set_, "right wall", drawing, along, height)
