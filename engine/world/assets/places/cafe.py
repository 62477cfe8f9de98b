"""A café: a counter with cakes and machines, small tables, a shop window."""

from __future__ import annotations

from types import MappingProxyType

from engine.world.assets.assembly import Assembly
from engine.world.assets.furniture import SEAT_M
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.places.walls import Opening, hang, pendant, picture, shell
from engine.world.assets.setting import Place, Set, Stage, coat
from engine.world.assets.shapes import box, rounded_box
from engine.world.assets.sweeps import cylinder

_BAR_M = 1.06


def cafe(set_: Set) -> Place:
    """Seen from the tables towards the counter."""
    floor = coat(
        "tiles", linear("a08468"), color2=linear("6d5844"), pattern="checker", pattern_scale_m=0.4
    )
    paint = coat("concrete", linear("7d9089"), pattern="plain", roughness=0.93)
    holes = (Opening(-2.6, 0.5, 2.2, 1.9), Opening(0.4, 0.5, 2.2, 1.9))
    shell(set_, 4.4, -3.8, 5.6, 3.0, paint, None, side_windows=holes)
    set_.put(set_.still(_counter(set_).finished("counter", Look())), (0.7, 0, -2.5))
    hang(set_, "back wall", set_.still(_shelves(set_).finished("bottle shelf", Look())), 0.7, 1.45)
    hang(set_, "back wall", set_.still(_menu().finished("menu", Look())), -3.0, 1.3)
    table, cup = set_.model("round table"), set_.model("cup")
    top = table.size_m[1]
    for x, z in ((-2.9, -1.1), (3.0, 0.7), (-3.0, 1.9), (2.9, 3.3), (-2.9, 4.3)):
        set_.put(table, (x, 0, z))
        set_.put(cup, (x + 0.15, top, z - 0.1), float(set_.rng.uniform(0, 360)))
        set_.put(set_.model("plate", "small"), (x - 0.18, top, z + 0.1))
        for dx, yaw in ((-0.75, 90), (0.75, -90)):
            set_.put(set_.model("chair", "dark brown"), (x + dx, 0, z), yaw)
    stool = set_.model("stool")
    for x in (-0.6, 0.3, 1.2, 2.1):
        set_.put(stool, (x, 0, -1.75))
    for x in (-0.9, 0.7, 2.3):
        pendant(set_, (x, 2.2, -2.3), "a3523f", 3.0)
        set_.light((x, 2.05, -2.1), (4.4, 3.4, 2.2), 6.0)
    for x, z in ((-2.6, 0.6), (2.8, 2.0), (0.0, 2.6)):
        set_.light((x, 2.4, z), (4.8, 4.0, 3.0), 7.5)
    frame = set_.still(picture("b08f6a", (0.6, 0.8)).finished("picture", Look()))
    for along in (-2.6, -1.2, 0.2, 1.6):
        hang(set_, "right wall", frame, along, 1.3)
    set_.put(set_.model("pot plant", "huge"), (-3.9, 0, -3.1))
    set_.put(set_.model("door", "dark green"), (-4.34, 0, 4.2), 90)
    return Place(
        "cafe", floor, "tiles", True, 9.0, tuple(set_.things), tuple(set_.walls),
        tuple(set_.lights), Stage((0.0, 0.2), 1.6),
        MappingProxyType({"table": top, "counter": _BAR_M, "chair": SEAT_M, "stool": 0.49}),
    )  # fmt: skip


def _counter(set_: Set) -> Assembly:
    """A bar with a glass case of cakes, a till and a coffee machine."""
    bar = Assembly("wood", 300.0, fixed=True)
    front = coat("wood", linear("5d4330"), pattern="planks", pattern_scale_m=0.14)
    top = coat("stone", linear("d5cdbf"), pattern="marble", color2=linear("9a938a"), roughness=0.25)
    bar.add(box((4.4, 1.0, 0.6)), front)
    bar.add(box((4.4, 0.1, 0.62)), coat("plastic", COLOURS["charcoal"]))
    bar.add(rounded_box((4.6, 0.06, 0.78), 0.015, 1), top, (0, 1.0, 0.02))
    steel = coat("metal", pattern="plain", roughness=0.25)
    black = coat("plastic", COLOURS["black"], roughness=0.3)
    bar.add(rounded_box((0.8, 0.5, 0.42), 0.05), steel, (1.5, _BAR_M, -0.05))
    for x in (1.25, 1.5, 1.75):
        bar.add(cylinder(0.035, 0.1, 0.01, 14), black, (x, _BAR_M + 0.16, 0.2))
    bar.add(rounded_box((0.7, 0.04, 0.3), 0.01, 1), black, (1.5, _BAR_M, 0.18))
    glass = coat("glass", linear("dfeceb"), opacity=0.3)
    bar.add(rounded_box((1.3, 0.42, 0.5), 0.03), glass, (-1.0, _BAR_M, 0.02))
    for number in range(5):
        color = ("b97a3c", "f0d9c0", "6b3b25", "d98aa0", "e2c24f")[number]
        x = -1.48 + 0.24 * number
        bar.add(
            cylinder(0.09, 0.09, 0.02, 20), coat("fruit", linear(color)), (x, _BAR_M + 0.02, 0.08)
        )
    bar.add(rounded_box((0.34, 0.26, 0.3), 0.03), black, (0.2, _BAR_M, -0.05))
    bar.box((4.4, _BAR_M, 0.7))
    return bar


def _shelves(set_: Set) -> Assembly:
    """Two boards of bottles and cups behind the counter."""
    shelf = Assembly("wood", 30.0, fixed=True)
    wood = coat("wood", linear("6b4a2f"))
    colors = ("3f6b43", "8a5a2c", "c9c3b0", "7d2f2f", "2f4a6b")
    for row in range(2):
        shelf.add(rounded_box((3.8, 0.04, 0.26), 0.01, 1), wood, (0, 0.5 * row, 0.13))
        for number in range(16):
            x = -1.75 + 0.233 * number
            paint = coat(
                "glass", linear(colors[int(set_.rng.integers(5))]), opacity=1.0, roughness=0.15
            )
            tall = float(set_.rng.uniform(0.16, 0.24))
            shelf.add(cylinder(0.045, tall, 0.01, 12), paint, (x, 0.5 * row + 0.04, 0.13))
            shelf.add(cylinder(0.016, 0.09, 0.004, 8), paint, (x, 0.5 * row + 0.04 + tall, 0.13))
    return shelf


def _menu() -> Assembly:
    """A slate with lines of chalk."""
    menu = Assembly("wood", 8.0, fixed=True)
    menu.add(rounded_box((1.1, 1.4, 0.04), 0.01, 1), coat("wood", linear("6b4a2f")), (0, 0, 0.02))
    menu.add(
        box((1.0, 1.3, 0.05)), coat("stone", linear("2a2c2b"), pattern="plain"), (0, 0.05, 0.02)
    )
    chalk = coat("paper", COLOURS["cream"])
    menu.add(box((0.6, 0.09, 0.055)), chalk, (0, 1.15, 0.02))
    for row in range(6):
        menu.add(
            box((0.4 + 0.05 * (row % 3), 0.035, 0.055)), chalk, (-0.18, 0.95 - 0.14 * row, 0.02)
        )
        menu.add(box((0.12, 0.035, 0.055)), chalk, (0.36, 0.95 - 0.14 * row, 0.02))
    return menu
