"""Which figures there are, and who builds them."""

from __future__ import annotations

from engine.world.figures.beasts import build_beast
from engine.world.figures.birds import build_bird
from engine.world.figures.breeds import BREEDS
from engine.world.figures.creepers import build_creeper
from engine.world.figures.fowl import FOWL
from engine.world.figures.insects import build_flutterer, build_scuttler
from engine.world.figures.looks import PEOPLE
from engine.world.figures.person import build_person
from engine.world.figures.sea_life import SEA_LIFE
from engine.world.figures.small_life import CREEPERS, FLUTTERERS, SCUTTLERS
from engine.world.figures.swimmers import build_swimmer
from engine.world.model import Model

FIGURES: tuple[str, ...] = (*PEOPLE, *BREEDS, *FOWL, *SEA_LIFE, *CREEPERS, *SCUTTLERS, *FLUTTERERS)
"""Names that ``build_figure`` knows."""


def build_figure(name: str, attributes: tuple[str, ...] = (), seed: int = 0) -> Model:
    """The figure of that name; the same arguments give the same look.

    Raises:
        KeyError: not a figure's name.
    """
    if name in PEOPLE:
        return build_person(name, attributes, seed)
    if name in BREEDS:
        return build_beast(name, attributes, seed)
    if name in FOWL:
        return build_bird(name, attributes, seed)
    if name in SEA_LIFE:
        return build_swimmer(name, attributes, seed)
    if name in CREEPERS:
        return build_creeper(name, attributes, seed)
    if name in SCUTTLERS:
        return build_scuttler(name, attributes, seed)
    if name in FLUTTERERS:
        return build_flutterer(name, attributes, seed)
    raise KeyError(name)
