"""A church: a vaulted nave with pews, an altar, stained glass, candles."""

from __future__ import annotations

from types import MappingProxyType

from engine.world.assets.assembly import Assembly
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.places.masonry import arch, ashlar, barrel_vault, doorway, rib
from engine.world.assets.places.walls import hang, shell
from engine.world.assets.setting import Place, Set, Stage, coat
from engine.world.assets.shapes import box, ellipsoid, rounded_box
from engine.world.assets.sweeps import cylinder

_PANES = ("b3322f", "2f5fb0", "d9a441", "3f8f5a", "7b4a9a")


def church(set_: Set) -> Place:
    """Seen along the nave towards the altar."""
    flags = coat(
        "stone",
        linear("a39a8b"),
        color2=linear("7d766a"),
        pattern="tiles",
        pattern_scale_m=0.7,
        roughness=0.5,
    )
    stone = coat(
        "stone", linear("cfc5b2"), color2=linear("bdb29d"), pattern="concrete", pattern_scale_m=1.2
    )
    shell(set_, 5.2, -8.0, 12.0, 7.6, stone, None, overhead=stone)
    vault = Assembly("stone", 9000.0, fixed=True)
    vault.add(barrel_vault(10.4, 0.0, 2.9, 20.0), stone)
    for z in (-8.0, -4.0, 0.0, 4.0, 8.0):
        vault.add(rib(10.2, 2.85, 0.3, 0.4), ashlar(linear("b8ad99"), 0.5), (0, 0, z))
    hang(set_, "ceiling", set_.still(vault.finished("vault", Look())), 0.0, -3.0)
    window = set_.still(_window(set_).finished("window", Look()))
    for along in (-8.0, -4.0, 0.0, 4.0, 8.0):
        hang(set_, "left wall", window, along, 1.9)
        hang(set_, "right wall", window, along, 1.9)
    for along in (-2.0, 0.0, 2.0):
        hang(set_, "back wall", window, along, 2.4 if along else 2.9)
    _nave(set_)
    _altar(set_)
    for x, z in ((-2.2, -5.4), (2.2, -5.4), (0.0, -2.0), (0.0, 3.0), (0.0, 7.5)):
        set_.light((x, 4.0 if z > -4 else 2.2, z), (7.5, 6.0, 4.0), 9.0)
    return Place(
        "church", flags, "stone", True, 14.0, tuple(set_.things), tuple(set_.walls),
        tuple(set_.lights), Stage((0.0, -1.2), 1.8), MappingProxyType({"pew": 0.45, "altar": 1.0}),
    )  # fmt: skip


def _window(set_: Set) -> Assembly:
    """A pointed window of coloured panes that glow by day."""
    window = Assembly("glass", 60.0, fixed=True)
    shine = 0.2 if set_.night else 1.3
    window.add(
        doorway(1.1, 3.0, pointed=True),
        coat("glass", linear("3f5f8f"), opacity=1.0, emission=shine),
    )
    for row in range(7):
        for column in range(3):
            color = _PANES[int(set_.rng.integers(5))]
            pane = coat("glass", linear(color), opacity=1.0, emission=shine)
            if row == 6 and column != 1:
                continue
            window.add(
                box((0.27, 0.33, 0.07)), pane, (-0.31 + 0.31 * column, 0.12 + 0.38 * row, 0.01)
            )
    window.add(arch(1.1, 3.0, 0.2, 0.2, pointed=True), ashlar(linear("b8ad99"), 0.5), (0, 0, 0.03))
    return window


def _pew() -> Assembly:
    pew = Assembly("wood", 60.0, fixed=True)
    wood = coat("wood", linear("6b4529"), roughness=0.45)
    pew.add(rounded_box((3.0, 0.05, 0.42), 0.012, 1), wood, (0, 0.42, 0))
    pew.add(rounded_box((3.0, 0.5, 0.05), 0.015, 1), wood, (0, 0.42, -0.22))
    for x in (-1.5, 1.5):
        pew.add(rounded_box((0.06, 1.0, 0.5), 0.02, 1), wood, (x, 0, 0))
    pew.box((3.0, 0.05, 0.42), (0, 0.42, 0))
    pew.box((3.0, 0.92, 0.05), (0, 0, -0.22))
    return pew


def _altar(set_: Set) -> None:
    """Steps, a table with a cloth and candles, a cross above."""
    stone = coat("stone", linear("b8ad99"))
    for number in range(2):
        size = (7.0 - 1.2 * number, 0.16, 3.0 - 0.8 * number)
        set_.paint(
            "step",
            rounded_box(size, 0.03, 1),
            stone,
            (0, 0.16 * number, -6.4 - 0.3 * number),
            solid=True,
        )
    altar = Assembly("stone", 500.0, fixed=True)
    cloth, gold = (
        coat("fabric", linear("efe9dc")),
        coat("metal", COLOURS["gold"], pattern="plain", roughness=0.3),
    )
    altar.add(rounded_box((2.2, 0.9, 0.8), 0.03), stone)
    altar.add(rounded_box((2.3, 0.06, 0.9), 0.02, 1), cloth, (0, 0.9, 0))
    altar.add(box((0.8, 0.6, 0.03)), cloth, (0, 0.32, 0.44))
    flame = coat("plastic", linear("ffc45c"), emission=6.0)
    for x in (-0.9, -0.65, 0.65, 0.9):
        altar.add(cylinder(0.05, 0.2, 0.02, 14, 0.02), gold, (x, 0.96, 0))
        altar.add(cylinder(0.022, 0.3, 0.004, 12), cloth, (x, 1.16, 0))
        altar.add(ellipsoid((0.03, 0.08, 0.03), 10), flame, (x, 1.5, 0))
    altar.add(box((0.09, 0.9, 0.06)), gold, (0, 0.96, -0.2))
    altar.add(box((0.5, 0.09, 0.06)), gold, (0, 1.5, -0.2))
    altar.box((2.2, 0.96, 0.8))
    set_.put(set_.still(altar.finished("altar", Look())), (0, 0.32, -6.7))


def _nave(set_: Set) -> None:
    """Columns, pews and the carpet between them."""
    stone = coat("stone", linear("cfc5b2"), color2=linear("bdb29d"), pattern_scale_m=1.2)
    column = Assembly("stone", 3000.0, fixed=True)
    column.add(cylinder(0.26, 4.4, 0.02, 20), stone)
    for y in (0.0, 4.3):
        column.add(rounded_box((0.75, 0.34, 0.75), 0.06), stone, (0, y, 0))
    column.post(0.26, 4.6)
    model = set_.still(column.finished("column", Look()))
    for z in (-6.0, -2.0, 2.0, 6.0, 10.0):
        for x in (-4.6, 4.6):
            set_.put(model, (x, 0, z))
    pew = set_.still(_pew().finished("pew", Look()))
    for z in (1.2, 2.6, 4.0, 5.4, 6.8, 8.2, 9.6):
        for x in (-2.75, 2.75):
            set_.put(pew, (x, 0, z), 180)
    carpet = coat("carpet", linear("7a2a2c"), color2=linear("5f2022"))
    set_.paint("carpet", rounded_box((1.6, 0.012, 15.0), 0.004, 1), carpet, (0, -0.004, 3.0))
