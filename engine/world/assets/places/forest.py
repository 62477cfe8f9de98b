"""A clearing among trees."""

from __future__ import annotations

from engine.world.assets.greenery import scatter, sow_grass
from engine.world.assets.palette import linear
from engine.world.assets.places.dressing import country
from engine.world.assets.setting import Place, Set, coat
from engine.world.model import Model


def forest(set_: Set) -> Place:
    """A clearing among firs and leaf trees."""
    earth = coat("grass", linear("66693a"), color2=linear("7a6a45"))
    firs = [set_.model("fir"), set_.model("fir", "tall"), set_.model("fir", "small")]
    trees = [set_.model("tree", "tall"), set_.model("tree", "dark green")]
    spots = scatter(set_, 20, (-17, 17), (-26, -6.0), 6.0)
    for number, (x, z) in enumerate(spots):
        set_.put(_pick(firs, trees, number), (x, 0, z), float(set_.rng.uniform(0, 360)))
    for number, (x, z) in enumerate(
        (
            (-4.6, -4.2),
            (5.2, -4.8),
            (-6.6, -0.6),
            (7.0, -0.9),
            (-8.5, 4.5),
            (9.0, 5.0),
            (2.6, -7.6),
            (-2.4, -8.8),
        )
    ):
        set_.put(firs[number % 3], (x, 0, z), float(set_.rng.uniform(0, 360)))
    set_.put(set_.model("log"), (-3.3, 0, -2.6), 28)
    set_.put(set_.model("stump"), (3.5, 0, -2.6))
    for x, z, words in ((4.6, -1.6, ()), (-4.6, 1.2, ("big",)), (-3.6, -5.0, ("small",))):
        set_.put(set_.model("rock", *words), (x, 0, z), float(set_.rng.uniform(0, 360)))
    mushroom = set_.model("mushroom", "big")
    for x, z in ((3.0, -2.9), (3.2, -2.2), (-3.0, -3.2), (-3.9, 1.9)):
        set_.put(mushroom, (x, 0, z))
    sow_grass(set_, scatter(set_, 16, (-6, 6), (-7, 3)), "5f7a35", 0.42)
    country(set_, earth, start_m=20.0, rise_m=22.0, trees=420, firs=True, wood_from_m=24.0)
    return Place("forest", earth, "earth", False, 120.0, tuple(set_.things))


def _pick(firs: list[Model], trees: list[Model], number: int) -> Model:
    return trees[number % 2] if number % 4 == 3 else firs[number % 3]
