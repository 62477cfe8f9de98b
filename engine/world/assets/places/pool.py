"""A swimming pool in a garden: blue water, tiles, loungers, parasols, a diving board."""

from __future__ import annotations

from types import MappingProxyType

from engine.world.assets.assembly import Assembly
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.places.dressing import country, still_water
from engine.world.assets.setting import Place, Set, Stage, coat, slab
from engine.world.assets.shapes import box, rounded_box
from engine.world.assets.sweeps import sweep
from engine.world.model import Water

_POOL = Water((-5.5, -13.0), (6.5, -3.4), level_m=-0.14, depth_m=1.9)


def pool(set_: Set) -> Place:
    """Beside the water on a summer's day."""
    tiles = coat("tiles", linear("d3c9b6"), color2=linear("a89d8a"), pattern_scale_m=0.5)
    _basin(set_)
    _furnish(set_)
    grass = coat("grass", linear("5f8f3c"), color2=linear("84a84e"))
    lawns = (
        (200.0, 90.0, 0.0, -63.0), (90.0, 80.0, -56.0, 12.0), (90.0, 80.0, 56.0, 12.0),
        (22.0, 60.0, 0.0, 42.0),
    )  # fmt: skip
    for width, depth, x, z in lawns:
        slab(set_, "lawn", (width, 0.03, depth), grass, (x, 0, z), solid=False)
    country(set_, grass, start_m=60.0, wood_from_m=48.0)
    return Place(
        "pool", tiles, "tiles", False, 80.0, tuple(set_.things), (), tuple(set_.lights),
        Stage((0.0, 0.0), 2.8), MappingProxyType({"lounger": 0.32}), waters=(_POOL,),
    )  # fmt: skip


def _furnish(set_: Set) -> None:
    lounger = set_.still(_lounger().finished("lounger", Look()))
    spots = (
        (-4.0, -1.6, 30),
        (-5.4, -0.4, 40),
        (4.6, -1.4, -35),
        (8.6, -6.0, -90),
        (8.6, -8.5, -90),
    )
    for x, z, yaw in spots:
        set_.put(lounger, (x, 0, z), yaw)
    for x, z, color in ((-5.5, -2.2, "coral"), (5.8, -1.9, "teal"), (9.4, -7.2, "mustard")):
        set_.put(set_.model("umbrella", "giant", color), (x, -0.35, z))
    board = Assembly("metal", 60.0, fixed=True)
    white, steel = coat("plastic", linear("e8e6df")), coat("metal", pattern="plain", roughness=0.25)
    board.add(rounded_box((0.5, 0.06, 2.8), 0.02, 1), white, (0, 0.75, 0.6))
    board.add(box((0.5, 0.75, 0.3)), coat("plastic", linear("3f7fae")), (0, 0, -0.4))
    for x in (-0.26, 0.26):
        board.add(
            sweep([(x, 0, -0.7), (x, 1.5, -0.6), (x, 1.5, 0.2), (x, 0.8, 0.4)], 0.02, 8), steel
        )
    board.box((0.5, 0.8, 0.3), (0, 0, -0.4))
    set_.put(set_.still(board.finished("diving board", Look())), (0.5, 0, -13.6))
    ladder = Assembly("metal", 12.0, fixed=True)
    for x in (-0.25, 0.25):
        ladder.add(
            sweep([(x, -0.8, 0), (x, 0.7, 0), (x, 0.8, 0.25), (x, 0.7, 0.5), (x, 0, 0.5)], 0.02, 8),
            steel,
        )
    set_.put(set_.still(ladder.finished("ladder", Look())), (4.6, -0.8, -3.75))
    ring = set_.model("ring", "big", "red")
    set_.put(ring, (-2.0, _POOL.level_m - 0.03, -7.0))
    set_.put(set_.model("beach ball"), (2.6, _POOL.level_m - 0.08, -6.0))
    _garden(set_)


def _lounger() -> Assembly:
    """A white deck chair with a striped cushion."""
    chair = Assembly("plastic", 9.0, fixed=True)
    white = coat("plastic", linear("ece8de"))
    cloth = coat(
        "fabric", linear("3f7fae"), color2=COLOURS["ivory"], pattern="stripes", pattern_scale_m=0.12
    )
    chair.add(rounded_box((0.68, 0.06, 1.3), 0.02, 1), white, (0, 0.24, 0.2))
    chair.add(rounded_box((0.62, 0.07, 1.25), 0.03, 1), cloth, (0, 0.29, 0.2))
    chair.add(rounded_box((0.68, 0.06, 0.75), 0.02, 1), white, (0, 0.42, -0.7), (38, 0, 0))
    chair.add(rounded_box((0.62, 0.07, 0.7), 0.03, 1), cloth, (0, 0.47, -0.68), (38, 0, 0))
    for x in (-0.28, 0.28):
        for z in (-0.35, 0.75):
            chair.add(box((0.05, 0.26, 0.05)), white, (x, 0, z))
    chair.box((0.68, 0.34, 1.9))
    return chair


def _basin(set_: Set) -> None:
    """The water, a stone rim and tiled walls."""
    (x0, z0), (x1, z1) = _POOL.low_m, _POOL.high_m
    still_water(set_, _POOL, "2f9fc0", "8adbe6")
    blue = coat("tiles", linear("6fc3d6"), color2=linear("dff2f4"), pattern_scale_m=0.25)
    wide, deep = x1 - x0, z1 - z0
    middle_x, middle_z = (x0 + x1) / 2, (z0 + z1) / 2
    rim = coat("stone", linear("efe9dc"))
    for side in (-1, 1):
        across, along = middle_x + side * wide / 2, middle_z + side * deep / 2
        slab(
            set_,
            "pool rim",
            (wide + 0.8, 0.018, 0.4),
            rim,
            (middle_x, 0, along + 0.2 * side),
            solid=False,
        )
        slab(
            set_,
            "pool rim",
            (0.4, 0.018, deep),
            rim,
            (across + 0.2 * side, 0, middle_z),
            solid=False,
        )
        slab(
            set_,
            "pool wall",
            (wide, 2.0, 0.1),
            blue,
            (middle_x, -2.02, along - 0.05 * side),
            solid=False,
        )
        slab(
            set_,
            "pool wall",
            (0.1, 2.0, deep),
            blue,
            (across - 0.05 * side, -2.02, middle_z),
            solid=False,
        )


def _garden(set_: Set) -> None:
    """Hedge, palms and a house behind the pool; lamps for the evening."""
    hedge = set_.model("hedge")
    for number in range(10):
        set_.put(hedge, (-10.8 + 2.4 * number, 0, -17.0))
    palms = [set_.model("palm") for _ in range(2)]
    for number, (x, z) in enumerate(
        ((-8.5, -6.0), (-9.0, -12.0), (10.8, -11.5), (-9.5, 2.0), (10.5, 1.0))
    ):
        set_.put(palms[number % 2], (x, 0, z), float(set_.rng.uniform(0, 360)))
    set_.put(set_.model("house"), (2.5, 0, -24.0))
    for x, z in ((-6.0, -3.0), (7.2, -3.0), (0.5, -15.0)):
        set_.light((x, 1.6, z), (8.0, 7.0, 5.4), 10.0)
