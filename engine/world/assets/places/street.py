"""A crossroads in a town."""

from __future__ import annotations

from types import MappingProxyType

import numpy as np

from engine.world.assets.buildings import townhouse
from engine.world.assets.look import Look
from engine.world.assets.palette import linear
from engine.world.assets.places.dressing import street_lamps
from engine.world.assets.setting import Place, Set, coat, slab
from engine.world.assets.shapes import merged, placed, plane, transformed


def street(set_: Set) -> Place:
    """A crossroads: a road from left to right, another running off between rows of houses."""
    asphalt = coat("asphalt", linear("4d4d50"), color2=linear("626163"))
    _pavements(set_)
    _road_marks(set_)
    _houses(set_)
    street_lamps(
        set_,
        ((-4.0, -4.6), (4.3, -12.5), (-4.3, -21.0), (9.5, -4.4), (4.6, 4.6), (-5.0, 4.8)),
        0.13,
    )
    tree = set_.model("tree", "small")
    for x, z in (
        (4.5, -5.4),
        (-4.6, -16.5),
        (-11.0, -5.2),
        (19.0, -5.3),
        (-24.0, 6.0),
        (24.0, 6.4),
        (-9.5, 7.4),
        (9.8, 7.2),
    ):
        set_.put(tree, (x, 0.13, z), float(set_.rng.uniform(0, 360)))
    set_.put(
        set_.model("car", str(set_.rng.choice(["teal", "mustard", "dark red", "navy"]))),
        (2.0, 0, -14.5),
        180,
    )
    _furniture(set_)
    return Place(
        "street",
        asphalt,
        "asphalt",
        False,
        90.0,
        tuple(set_.things),
        (),
        tuple(set_.lights),
        supports=MappingProxyType({"bench": 0.13 + 0.46}),
        road_z=-1.9,
    )


def _houses(set_: Set) -> None:
    """Rows along both roads, two towers at the far end."""
    houses = [
        set_.still(townhouse(Look(), set_.rng, 6.4, floors).finished("townhouse", Look()))
        for floors in (3, 2, 3, 2)
    ]
    deal = iter(set_.rng.permutation(np.arange(40)) % len(houses))
    for x in (-34.6, -28.2, -21.8, -15.4, -9.0, 9.0, 15.4, 21.8, 28.2, 34.6):
        set_.put(houses[next(deal)], (x, 0.13, -7.0))
    for z in (-16.3, -22.8, -29.3):
        set_.put(houses[next(deal)], (-5.8, 0.13, z), 90)
        set_.put(houses[next(deal)], (5.8, 0.13, z), -90)
    for x in (-32.5, -26.0, -19.5, -13.0, -6.5, 0.0, 6.5, 13.0, 19.5, 26.0, 32.5):
        set_.put(houses[next(deal)], (x, 0.13, 19.0), 180)
    for x, yaw in ((-74.0, 90), (76.0, -90)):
        set_.put(set_.model("building"), (x, 0, -1.0), yaw)
    set_.put(set_.model("building"), (-9.0, 0, -66.0))
    set_.put(set_.model("building"), (10.0, 0, -72.0))


def _pavements(set_: Set) -> None:
    stone = coat(
        "concrete", linear("a09c94"), pattern="tiles", color2=linear("85817a"), pattern_scale_m=0.6
    )
    kerb = coat("stone", linear("b5b1a8"), pattern="plain")
    for side in (-1, 1):
        slab(set_, "pavement", (46.0, 0.13, 4.4), stone, (side * 26.35, 0, -5.85))
        slab(set_, "pavement", (2.35, 0.13, 60.0), stone, (side * 4.6, 0, -38.05))
        slab(set_, "kerb", (46.0, 0.14, 0.16), kerb, (side * 26.4, 0, -3.62))
        slab(set_, "kerb", (0.16, 0.14, 64.4), kerb, (side * 3.42, 0, -35.9))
    slab(set_, "pavement", (100.0, 0.13, 15.3), stone, (0, 0, 11.5))
    slab(set_, "kerb", (100.0, 0.14, 0.16), kerb, (0, 0, 3.78))


def _road_marks(set_: Set) -> None:
    white = coat("plastic", linear("c9c7be"), roughness=0.85)
    dash, along, bar = plane(1.6, 0.13), plane(0.13, 1.6), plane(0.42, 2.4)
    marks = [(dash, float(x), 0.0) for x in np.arange(-54.4, 55, 3.4) if abs(x) > 3.4]
    marks += [(along, 0.0, float(z)) for z in np.arange(-46, -9.5, 3.4)]
    marks += [(bar, float(x), -5.6) for x in np.linspace(-2.7, 2.7, 7)]
    paint = merged([transformed(mesh, placed((x, 0, z))) for mesh, x, z in marks])
    set_.paint("road marks", paint, white, (0, 0.012, 0))


def _furniture(set_: Set) -> None:
    """Bench, mailbox and bin on the pavement."""
    set_.put(set_.model("bench"), (-7.6, 0.13, -5.9))
    set_.put(set_.model("mailbox"), (5.0, 0.13, -4.3))
    set_.put(set_.model("bin"), (-6.2, 0.13, -5.9))
