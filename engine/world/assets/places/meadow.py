"""Grass with flowers; hills behind."""

from __future__ import annotations

from engine.world.assets.greenery import scatter, sow_flowers, sow_grass
from engine.world.assets.palette import linear
from engine.world.assets.places.dressing import country, trees
from engine.world.assets.setting import Place, Set, coat

_MEADOW_TREES = (
    (6.4, -9.5), (-9.6, -16.0), (12.5, -20.0), (-17.5, -24.0), (19.0, -11.0), (3.0, -34.0),
    (-30.0, -38.0), (28.0, -40.0),
)  # fmt: skip


def meadow(set_: Set) -> Place:
    """Grass with flowers, a fence, a few trees; hills behind."""
    grass = coat("grass", linear("6d9140"), color2=linear("93a852"))
    country(set_, grass, start_m=24.0, rise_m=34.0, trees=160, wood_from_m=46.0)
    trees(set_, _MEADOW_TREES)
    fence = set_.model("fence")
    for number in range(8):
        set_.put(fence, (-13.0 + 2.0 * number, 0, -8.6 - 0.18 * number), 5.0)
    _rocks_and_bushes(set_)
    sow_grass(
        set_,
        [
            *scatter(set_, 22, (-7, 7), (-7.5, 2.5)),
            (-2.6, 3.6),
            (2.9, 3.3),
            (3.6, 2.2),
            (-3.5, 2.6),
        ],
    )
    sow_flowers(
        set_,
        scatter(set_, 9, (-6.5, 6.5), (-7, 2.5)),
        ("e8e3da", "d8b23f", "b3688f", "cf5a4b", "7e78c2"),
    )
    return Place("meadow", grass, "grass", False, 160.0, tuple(set_.things))


def _rocks_and_bushes(set_: Set) -> None:
    for x, z, words in (
        (-4.4, -3.7, ()),
        (-5.0, -3.2, ("small",)),
        (5.2, -5.0, ("big",)),
        (7.5, 1.6, ()),
    ):
        set_.put(set_.model("rock", *words), (x, 0, z), float(set_.rng.uniform(0, 360)))
    bush = set_.model("bush")
    for x, z in ((-6.6, -7.2), (8.6, -7.4), (-12.5, -9.6)):
        set_.put(bush, (x, 0, z), float(set_.rng.uniform(0, 360)))
