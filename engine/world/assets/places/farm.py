"""A farmyard: a red barn, a silo, fields in rows, hay, a fence, a tractor's track."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import Assembly
from engine.world.assets.greenery import scatter, sow_grass
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.places.dressing import country
from engine.world.assets.setting import Place, Set, Stage, coat
from engine.world.assets.shapes import box, merged, placed, plane, rounded_box, transformed
from engine.world.assets.sweeps import cone, cylinder, extrude, rod
from engine.world.model import Surface


def farm(set_: Set) -> Place:
    """Between the barn and the fields."""
    grass = coat("grass", linear("7a8f45"), color2=linear("a09a58"))
    earth = coat("earth", linear("9a7f58"), color2=linear("7f6746"), pattern_scale_m=0.3)
    set_.paint("yard", cylinder(7.5, 0.01, 0.0, 48), earth, (0, -0.004, -3.0))
    set_.paint("track", plane(3.0, 60.0), earth, (2.2, 0.004, 33.0))
    set_.put(set_.still(_barn().finished("barn", Look())), (-4.6, 0, -14.5), 12)
    set_.put(set_.still(_silo().finished("silo", Look())), (3.2, 0, -17.0))
    set_.put(set_.model("house"), (13.5, 0, -14.0), -35)
    _fields(set_)
    fence = set_.model("fence")
    for number in range(6):
        set_.put(fence, (6.4, 0, -7.5 + 2.0 * number), 90)
        set_.put(fence, (-8.6, 0, -6.5 + 2.0 * number), 90)
    bale = set_.still(_bale().finished("hay bale", Look()))
    for x, z, yaw in ((-3.6, -3.9, 20), (-4.9, -3.3, 70), (4.6, -5.0, -30), (-4.4, -5.1, 0)):
        set_.put(bale, (x, 0, z), yaw)
    set_.put(set_.model("barrel"), (3.6, 0, -3.4))
    set_.put(set_.model("bucket"), (3.1, 0, -2.9))
    set_.put(set_.model("tree"), (9.5, 0, -5.0))
    set_.put(set_.model("tree"), (-12.5, 0, 1.0))
    sow_grass(set_, scatter(set_, 14, (-8, 8), (-8, 4), 4.0), "8a9444", 0.32)
    country(set_, grass, start_m=52.0, rise_m=22.0, trees=140, wood_from_m=60.0)
    return Place(
        "farm", grass, "earth", False, 160.0, tuple(set_.things), stage=Stage((0.0, 0.0), 2.8)
    )


def _barn() -> Assembly:
    """A red barn with a white-framed gate and a gambrel roof."""
    barn = Assembly("wood", 60000.0, fixed=True)
    red = coat("wood", linear("9c2f28"), pattern="planks", pattern_scale_m=0.3, roughness=0.85)
    white, roof = (
        coat("wood", linear("e8e2d2"), pattern="plain"),
        coat("tiles", linear("5b5f66"), pattern_scale_m=0.4),
    )
    barn.add(box((8.4, 4.2, 10.0)), red)
    front = [(-4.2, 0), (4.2, 0), (3.2, 1.9), (0, 3.2), (-3.2, 1.9)]
    barn.add(extrude(front, 9.98), red, (0, 4.19, 0))
    outer = [
        (-4.7, -0.2),
        (-3.45, 2.05),
        (0, 3.5),
        (3.45, 2.05),
        (4.7, -0.2),
        (4.45, -0.25),
        (3.2, 1.9),
        (0, 3.22),
        (-3.2, 1.9),
        (-4.45, -0.25),
    ]
    barn.add(extrude(outer[::-1], 10.8), roof, (0, 4.2, 0))
    _gate(barn, white)
    barn.box((8.4, 6.0, 10.0))
    return barn


def _silo() -> Assembly:
    silo = Assembly("metal", 20000.0, fixed=True)
    steel = coat("metal", linear("b3b8bb"), pattern="metal_brushed", roughness=0.45)
    silo.add(cylinder(1.7, 8.5, 0.04, 36), steel)
    for y in np.arange(0.8, 8.5, 0.8):
        silo.add(cylinder(1.73, 0.07, 0.02, 36), steel, (0, float(y), 0))
    silo.add(
        cone(1.85, 1.2, 36),
        coat("metal", linear("8f3a30"), metallic=0.0, pattern="plain"),
        (0, 8.5, 0),
    )
    silo.post(1.7, 8.5)
    return silo


def _bale() -> Assembly:
    bale = Assembly("grass", 220.0, fixed=True)
    straw = coat(
        "grass", linear("cfae5c"), color2=linear("a5853c"), pattern="fabric", pattern_scale_m=0.16
    )
    end = coat(
        "grass", linear("d9bd70"), color2=linear("b3924a"), pattern="wood", pattern_scale_m=0.2
    )
    bale.add(cylinder(0.62, 1.2, 0.06, 32), straw, (0.6, 0.62, 0), (0, 0, 90))
    for side in (-1, 1):
        bale.add(cylinder(0.55, 0.012, 0.0, 32), end, (side * 0.6 + 0.006, 0.62, 0), (0, 0, 90))
    bale.post(0.62, 1.2, (0.6, 0.62, 0), (0, 0, 90))
    return bale


def _fields(set_: Set) -> None:
    """Rows of young corn and a strip of ripe wheat."""
    leaf = cone(0.14, 0.62, 4)
    rows = [
        transformed(leaf, placed((float(x), 0, float(z)), (0, 37.0 * n, 0)))
        for n, (x, z) in enumerate(
            (x, z) for x in np.arange(11.0, 30.0, 1.1) for z in np.arange(-9.0, 14.0, 0.75)
        )
    ]
    set_.paint("corn", merged(rows), coat("grass", linear("5f8a35"), pattern="plain"), (0, 0, 0))
    soil = coat("earth", linear("75593c"), color2=linear("5b4530"))
    set_.paint("field", rounded_box((20.5, 0.02, 24.0), 0.004, 1), soil, (20.6, -0.006, 2.4))
    wheat = coat("grass", linear("d3b04f"), color2=linear("b8903a"))
    set_.paint("wheat", rounded_box((24.0, 0.75, 46.0), 0.2, 1), wheat, (-26.0, 0, -2.0))
    post = coat("wood", linear("6b4c31"))
    set_.paint("post", box((0.09, 1.8, 0.09)), post, (9.0, 0, 2.0))
    set_.paint("arms", box((1.4, 0.08, 0.08)), post, (9.0, 1.3, 2.0))
    set_.paint(
        "coat",
        extrude([(-0.3, 0), (0.3, 0), (0.24, 0.75), (-0.24, 0.75)], 0.14, 0.03),
        coat("fabric", linear("3f5f8a")),
        (9.0, 0.65, 2.0),
    )
    set_.paint("hat", cone(0.3, 0.32, 20), coat("fabric", COLOURS["mustard"]), (9.0, 1.78, 2.0))


def _gate(barn: Assembly, white: Surface) -> None:
    """Two leaves with crossed braces, and a loft hatch above."""
    z = 5.02
    barn.add(
        box((3.4, 3.2, 0.06)),
        coat("wood", linear("8a2a24"), pattern="planks", pattern_scale_m=0.25),
        (0, 0, z),
    )
    for x in (-1.7, 0.0, 1.7):
        barn.add(box((0.16, 3.3, 0.12)), white, (x, 0, z))
    for y in (0.0, 3.2):
        barn.add(box((3.5, 0.16, 0.12)), white, (0, y, z))
    for x in (-0.85, 0.85):
        for lean in (-1, 1):
            barn.add(
                rod((x - 0.75 * lean, 0.15, z + 0.03), (x + 0.75 * lean, 3.1, z + 0.03), 0.05),
                white,
            )
    barn.add(box((1.3, 1.3, 0.06)), coat("wood", linear("33231c")), (0, 4.7, z))
    for x in (-0.7, 0.7):
        barn.add(box((0.14, 1.5, 0.12)), white, (x, 4.6, z))
    for y in (4.6, 5.98):
        barn.add(box((1.5, 0.14, 0.12)), white, (0, y, z))
