"""Everything that can be built by name: things of the families, people and animals of ``figures``.

>>> build("ball", ("big", "red"), seed=1).size_m
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from engine.world.assets.aircraft import AIRCRAFT
from engine.world.assets.apparatus import APPARATUS
from engine.world.assets.assembly import Thing
from engine.world.assets.balls import BALLS
from engine.world.assets.belongings import BELONGINGS
from engine.world.assets.bicycles import BICYCLES
from engine.world.assets.boxes import BOXES
from engine.world.assets.buildings import BUILDINGS
from engine.world.assets.contraptions import CONTRAPTIONS
from engine.world.assets.fabrics import FABRICS
from engine.world.assets.fixtures import FIXTURES
from engine.world.assets.food import FOOD
from engine.world.assets.furniture import FURNITURE
from engine.world.assets.household import HOUSEHOLD
from engine.world.assets.kitchenware import KITCHENWARE
from engine.world.assets.landmarks import LANDMARKS
from engine.world.assets.legends import LEGENDS
from engine.world.assets.look import read_look
from engine.world.assets.music import MUSIC
from engine.world.assets.nature import NATURE
from engine.world.assets.plants import PLANTS
from engine.world.assets.play import PLAY
from engine.world.assets.rails import RAILS
from engine.world.assets.road_vehicles import ROAD_VEHICLES
from engine.world.assets.small_things import SMALL_THINGS
from engine.world.assets.sports import SPORTS
from engine.world.assets.street_furniture import STREET_FURNITURE
from engine.world.assets.tableware import TABLEWARE
from engine.world.assets.tools import TOOLS
from engine.world.assets.watercraft import WATERCRAFT
from engine.world.assets.wilds import WILDS
from engine.world.figures import FIGURES, build_figure
from engine.world.model import Model

THINGS: Mapping[str, Thing] = MappingProxyType(
    {
        **BALLS, **BOXES, **TABLEWARE, **FURNITURE, **ROAD_VEHICLES, **BICYCLES, **AIRCRAFT,
        **WATERCRAFT, **RAILS, **PLANTS, **BUILDINGS, **STREET_FURNITURE, **SPORTS,
        **SMALL_THINGS, **NATURE, **TOOLS, **FOOD, **KITCHENWARE,
        **HOUSEHOLD, **BELONGINGS, **LEGENDS, **LANDMARKS, **MUSIC, **PLAY, **FABRICS,
        **CONTRAPTIONS, **WILDS, **APPARATUS, **FIXTURES,
    }
)  # fmt: skip
"""Every thing that is no figure."""


def names() -> tuple[str, ...]:
    """Every name that ``build`` knows: things, then people and animals."""
    return (*THINGS, *(name for name in FIGURES if name not in THINGS))


def build(name: str, attributes: tuple[str, ...] = (), seed: int = 0) -> Model:
    """A model of the thing, person or animal; the same arguments give the same model.

    Args:
        name: canonical noun, one of ``names()``.
        attributes: adjectives as written; unknown ones are left alone (see ``used_attributes``).
        seed: chooses among variations (a tree's shape, a house's colour).

    Raises:
        KeyError: no thing of that name.
    """
    thing = THINGS.get(name)
    if thing is None:
        return _figure(name, attributes, seed)
    look = read_look(attributes, thing.kinds)
    return thing.make(look, np.random.default_rng(seed)).finished(name, look)


def _figure(name: str, attributes: tuple[str, ...], seed: int) -> Model:
    if name not in FIGURES:
        raise KeyError(name)
    return build_figure(name, attributes, seed)


def used_attributes(name: str, attributes: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the adjectives that change how this thing is built, as written.

    Raises:
        KeyError: no thing of that name.
    """
    return read_look(attributes, THINGS[name].kinds).used


def resting_height_m(name: str, attributes: tuple[str, ...] = ()) -> float:
    """Height above the ground at which something put on this thing lies (seats, table tops).

    Raises:
        KeyError: no thing of that name.
    """
    thing = THINGS[name]
    look = read_look(attributes, thing.kinds)
    if thing.rest_m is None:
        return build(name, attributes).size_m[1]
    return thing.rest_m * look.scale * look.stretch[1]
