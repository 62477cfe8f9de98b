"""A theatre seen across the stage: curtains, painted scenery, spot lights, rows of seats."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import Assembly
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.places.walls import shell
from engine.world.assets.setting import Place, Set, Stage, coat
from engine.world.assets.shapes import Points, box, creased, grid_triangles, plane, rounded_box
from engine.world.assets.sweeps import cylinder, extrude, rod
from engine.world.model import Mesh, Model, Surface

_ARCH_Z = 4.4
_HALF_M = 6.2
"""Half the opening between the side curtains' outer edges."""


def stage(set_: Set) -> Place:
    """Boards under spot lights; the audience's seats lie towards +Z."""
    boards = coat("wood", linear("7d5636"), pattern="planks", pattern_scale_m=0.15, roughness=0.35)
    paint = coat("concrete", linear("2b2427"), pattern="plain", roughness=0.95)
    shell(set_, 9.0, -6.5, 20.0, 8.0, paint, None, overhead=coat("concrete", linear("1c1a1d")))
    _scenery(set_)
    red = coat("fabric", linear("a3202a"), roughness=0.85, pattern_scale_m=0.05)
    for side in (-1, 1):
        for z, x, wide in ((-2.9, 4.2, 2.6), (_ARCH_Z - 0.5, _HALF_M - 0.6, 2.2)):
            set_.paint("curtain", drapery(wide, 6.0, 0.13, 9), red, (side * x, 0, z))
        wing = drapery(1.7, 6.0, 0.1, 6)
        set_.paint("curtain", wing, coat("fabric", linear("5a161c")), (side * 6.4, 0, 0.6))
    for z, low, wide in ((-2.8, 3.9, 11.0), (_ARCH_Z - 0.3, 4.75, 2 * _HALF_M)):
        set_.paint("valance", drapery(wide, 1.5, 0.1, 30, scallops=7), red, (0, low, z))
    _arch(set_)
    _lights(set_)
    _auditorium(set_)
    return Place(
        "stage", boards, "wood", True, 22.0, tuple(set_.things), tuple(set_.walls),
        tuple(set_.lights), Stage((0.0, 0.0), 3.0),
    )  # fmt: skip


def drapery(width: float, height: float, depth: float, folds: int, *, scallops: int = 0) -> Mesh:
    """A hanging cloth in deep folds, seen from both sides; ``scallops`` bow its lower edge."""
    count = folds * 8 + 1
    x = np.linspace(-width / 2, width / 2, count)
    fold = depth * np.sin(np.linspace(0, folds * 2 * np.pi, count))
    bow = 0.35 * np.abs(np.sin(np.linspace(0, scallops * np.pi, count))) if scallops else 0 * x
    low, rows = 0.0 if scallops == 0 else 0.35, []
    for y in (0.0, 0.25, 0.5, 0.75, 1.0):
        rows.append(
            np.column_stack([x, low - bow * (1 - y) + (height - low) * y, fold * (1.15 - 0.3 * y)])
        )
    front: Points = np.concatenate(rows)
    return creased(front, grid_triangles(5, count), 70)


def _scenery(set_: Set) -> None:
    """A painted sky with a moon, hills and trees as flats, one behind the other."""
    sky = coat("fabric", linear("31466f"), pattern="plain", roughness=1.0, emission=0.10)
    set_.paint("backcloth", box((14.0, 6.4, 0.03)), sky, (0, 0, -6.2))
    moon = coat("paper", linear("f2e6bd"), emission=0.55)
    set_.put(set_.still(_disc(moon)), (2.6, 3.2, -6.12))
    for color, z, rise, rough, seed in (
        ("3c4f6b", -5.7, 1.9, 0.7, 3),
        ("344a44", -5.0, 1.2, 0.5, 11),
    ):
        chance = np.random.default_rng(seed)
        across = np.linspace(-7, 7, 29)
        top = rise + rough * np.sin(across * 0.7 + seed) + 0.16 * chance.random(29)
        outline = [(-7.0, 0.0), (7.0, 0.0), *zip(across[::-1], top[::-1], strict=True)]
        paint = coat("wood", linear(color), pattern="plain", roughness=1.0)
        set_.paint("flat", extrude(outline, 0.04), paint, (0, 0, z))
    tree = Assembly("wood", 30.0, fixed=True)
    tree.add(
        extrude([(-0.2, 0), (0.2, 0), (0.13, 2.0), (-0.13, 2.0)], 0.05),
        coat("wood", linear("4b3524")),
    )
    green = coat("wood", linear("3f6b43"), pattern="plain", roughness=1.0)
    turn = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    crown = [
        (
            1.15 * (1 + 0.1 * np.sin(7 * a)) * np.cos(a),
            2.9 + 1.25 * (1 + 0.1 * np.sin(7 * a)) * np.sin(a),
        )
        for a in turn
    ]
    tree.add(extrude(crown, 0.06), green, (0, 0, 0.01))
    tree.box((0.5, 4.0, 0.1))
    for x, z in ((-4.3, -4.2), (4.5, -3.6)):
        set_.put(set_.still(tree.finished("stage tree", Look())), (x, 0, z))


def _disc(paint: Surface) -> Model:
    disc = Assembly("paper", 1.0, fixed=True)
    disc.add(cylinder(0.62, 0.04, 0.0, 40), paint, (0, 0.62, 0), (90, 0, 0))
    return disc.finished("painted moon", Look())


def _arch(set_: Set) -> None:
    """The gilded frame of the stage, its lip and the foot lights."""
    gold = coat("metal", linear("b08a45"), pattern="plain", roughness=0.45)
    dark = coat("concrete", linear("4a1f22"), pattern="plain", roughness=0.9)
    for side in (-1, 1):
        jamb = Assembly("wood", 900.0, fixed=True)
        jamb.add(box((2.2, 8.0, 0.4)), dark, (side * 1.25, 0, 0))
        jamb.add(rounded_box((0.34, 6.2, 0.5), 0.06), gold, (0, 0, 0.05))
        for y in (0.0, 5.7):
            jamb.add(rounded_box((0.6, 0.45, 0.6), 0.08), gold, (0, y, 0.05))
        jamb.box((2.2, 8.0, 0.4), (side * 1.25, 0, 0))
        model = set_.still(jamb.finished("proscenium", Look()))
        set_.put(model, (side * (_HALF_M + 0.35), 0, _ARCH_Z))
    top = Assembly("wood", 900.0, fixed=True)
    top.add(box((18.0, 2.0, 0.4)), dark, (0, 0.1, 0))
    top.add(rounded_box((2 * _HALF_M + 1.0, 0.36, 0.5), 0.06), gold, (0, 0, 0.05))
    top.add(rounded_box((1.5, 0.9, 0.3), 0.3, 3), gold, (0, -0.15, 0.2))
    set_.put(set_.still(top.finished("proscenium", Look())), (0, 5.75, _ARCH_Z))
    lamp = coat("glass", (1.0, 0.86, 0.6), emission=3.0, opacity=1.0)
    shade = coat("metal", COLOURS["charcoal"], metallic=0.0, pattern="plain")
    row = Assembly("metal", 10.0, fixed=True)
    for x in (-5.2, -4.2, -3.2, -2.2, -1.2, 1.2, 2.2, 3.2, 4.2, 5.2):
        row.add(rounded_box((0.3, 0.14, 0.1), 0.03, 1), shade, (x, 0, 0.08))
        row.add(box((0.22, 0.08, 0.03)), lamp, (x, 0.03, 0.02))
    set_.put(set_.still(row.finished("foot lights", Look())), (0, 0, _ARCH_Z + 0.3))


def _lights(set_: Set) -> None:
    """A bar of spot lights above, one soft beam each."""
    black = coat("metal", COLOURS["charcoal"], metallic=0.0, pattern="plain")
    glow = coat("glass", (1.0, 0.93, 0.78), emission=6.0, opacity=1.0)
    rig = Assembly("metal", 200.0, fixed=True)
    rig.add(rod((-6.5, 0.5, 0), (6.5, 0.5, 0), 0.04), black)
    for x in (-4.6, -2.6, -0.8, 0.8, 2.6, 4.6):
        rig.add(cylinder(0.13, 0.36, 0.02, 18, 0.1), black, (x, 0.02, 0.06), (-28, 0, 0))
        rig.add(cylinder(0.115, 0.01, 0.0, 18), glow, (x, 0.0, 0.08), (-28, 0, 0))
    set_.put(set_.still(rig.finished("spot lights", Look())), (0, 5.2, 2.2))
    set_.put(set_.still(rig.finished("spot lights", Look())), (0, 5.6, -2.2))
    for at, color, reach in (
        ((-1.6, 4.6, 3.4), (58.0, 50.0, 38.0), 13.0), ((2.6, 4.8, 3.2), (44.0, 38.0, 30.0), 13.0),
        ((0.0, 5.2, -0.6), (22.0, 20.0, 20.0), 10.0), ((-5.0, 4.0, -4.4), (8.0, 11.0, 22.0), 9.0),
        ((5.0, 4.0, -4.4), (13.0, 8.0, 18.0), 9.0), ((0.0, 0.6, 4.6), (2.6, 2.1, 1.4), 6.0),
        ((0.0, 6.0, 12.0), (5.0, 3.4, 2.2), 14.0),
    ):  # fmt: skip
        set_.light(at, color, reach)


def _auditorium(set_: Set) -> None:
    """Rows of red seats and an aisle, behind the camera of most shots."""
    carpet = coat("carpet", linear("5a1a1f"), color2=linear("45141a"))
    set_.paint("carpet", plane(18.0, 15.2), carpet, (0, 0.006, _ARCH_Z + 8.1))
    edge = coat("wood", linear("2c1d14"))
    set_.paint("stage edge", box((18.0, 0.014, 0.2)), edge, (0, 0, _ARCH_Z + 0.6))
    velvet = coat("fabric", linear("94222a"))
    row = Assembly("fabric", 300.0, fixed=True)
    spots = [*np.arange(-7.6, -0.9, 0.58), *np.arange(1.2, 7.9, 0.58)]
    for x in (float(spot) for spot in spots):
        row.add(rounded_box((0.5, 0.12, 0.46), 0.05, 1), velvet, (x, 0.36, 0.0))
        row.add(rounded_box((0.5, 0.62, 0.12), 0.05, 1), velvet, (x, 0.36, 0.27))
        row.add(box((0.06, 0.56, 0.4)), edge, (x + 0.28, 0, 0.05))
    for side in (-1, 1):
        row.box((6.9, 0.98, 0.5), (side * 4.4, 0, 0.1))
    model = set_.still(row.finished("theatre seats", Look()))
    for z in np.arange(11.5, 19.0, 1.05):
        set_.put(model, (0, 0, float(z)))
