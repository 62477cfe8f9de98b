"""Every place by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from engine.world.assets.places import (
    beach,
    bedroom,
    cafe,
    castle,
    cave,
    church,
    classroom,
    court,
    desert,
    dungeon,
    farm,
    forest,
    highway,
    kitchen,
    lake,
    library,
    market,
    meadow,
    moon,
    mountain,
    office,
    park,
    pool,
    rooftop,
    room,
    snowfield,
    station,
    street,
    studio,
    theatre,
)
from engine.world.assets.setting import Place, Placed, Set, Stage

__all__ = ["PLACES", "Place", "Placed", "Stage", "build_place", "place_names"]

PLACES: Mapping[str, Callable[[Set], Place]] = MappingProxyType(
    {
        "studio": studio.studio,
        "street": street.street,
        "meadow": meadow.meadow,
        "room": room.room,
        "kitchen": kitchen.kitchen,
        "court": court.court,
        "park": park.park,
        "beach": beach.beach,
        "forest": forest.forest,
        "office": office.office,
        "snowfield": snowfield.snowfield,
        "mountain": mountain.mountain,
        "moon": moon.moon,
        "lake": lake.lake,
        "highway": highway.highway,
        "church": church.church,
        "library": library.library,
        "farm": farm.farm,
        "cave": cave.cave,
        "pool": pool.pool,
        "cafe": cafe.cafe,
        "bedroom": bedroom.bedroom,
        "station": station.station,
        "market": market.market,
        "rooftop": rooftop.rooftop,
        "castle": castle.castle,
        "dungeon": dungeon.dungeon,
        "stage": theatre.stage,
        "classroom": classroom.classroom,
        "desert": desert.desert,
    }
)
"""Who builds which place."""


def place_names() -> tuple[str, ...]:
    """Every place that can be built."""
    return tuple(PLACES)


def build_place(name: str, seed: int = 0, *, night: bool = False) -> Place:
    """The place; the same arguments give the same place.

    Args:
        name: one of ``place_names()``.
        seed: chooses colours, plants and positions.
        night: lived-in windows glow, windows of rooms are dark.

    Raises:
        KeyError: no place of that name.
    """
    return PLACES[name](Set(np.random.default_rng(seed), night))
