"""A sports hall with a basketball court."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import Assembly
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.places.classroom import written
from engine.world.assets.places.walls import hang, shell
from engine.world.assets.setting import Place, Set, Stage, coat, slab
from engine.world.assets.shapes import box, creased, grid_triangles, plane, rounded_box
from engine.world.assets.sweeps import rod
from engine.world.model import Mesh


def court(set_: Set) -> Place:
    """A sports hall with a basketball court: hoops, painted lines, benches for the public."""
    floor = coat(
        "wood",
        linear("c08e55"),
        color2=linear("a87643"),
        pattern="planks",
        pattern_scale_m=0.11,
        roughness=0.25,
    )
    paint = coat("brick", linear("cdc3ad"), color2=linear("b8ad97"), pattern_scale_m=0.4)
    shell(set_, 9.5, -10.4, 15.0, 7.0, paint, None)
    hoop = set_.model("hoop")
    set_.put(hoop, (0, 0, -7.2))
    set_.put(hoop, (0, 0, 12.6), 180)
    _lines(set_)
    pad = coat("leather", linear("2f4c68"))
    for x in (-2.4, -1.2, 0.0, 1.2, 2.4):
        set_.paint(
            "wall pad", rounded_box((1.17, 1.9, 0.12), 0.04), pad, (x, 0.1, -10.3), solid=True
        )
    wood = coat("wood", linear("8a5f39"))
    steel = coat("metal", linear("39464d"), metallic=0.0, pattern="plain")
    for side in (-1, 1):
        for row in range(4):
            x = side * (6.9 + row * 0.62)
            slab(set_, "stand", (0.6, 0.36 + 0.36 * row, 12.0), steel, (x, 0, 0.0))
            slab(set_, "stand seat", (0.5, 0.05, 12.0), wood, (x, 0.36 + 0.36 * row, 0.0))
    _walls(set_)
    _banners_and_lights(set_)
    return Place(
        "court",
        floor,
        "wood",
        True,
        16.0,
        tuple(set_.things),
        tuple(set_.walls),
        tuple(set_.lights),
        Stage((0.0, 0.0), 2.5),
    )


def _walls(set_: Set) -> None:
    """A painted band, wall bars, a score board and doors: what a sports hall's walls carry."""
    band = coat("concrete", linear("3f6c86"), pattern="plain", roughness=0.6)
    line = coat("concrete", linear("e2b23f"), pattern="plain", roughness=0.6)
    for side, length in (
        ("back wall", 19.0),
        ("left wall", 25.4),
        ("right wall", 25.4),
        ("front wall", 19.0),
    ):
        strip = Assembly("concrete", 10.0, fixed=True)
        strip.add(box((length, 2.1, 0.012)), band, (0, 0, 0.03))
        strip.add(box((length, 0.12, 0.014)), line, (0, 2.1, 0.03))
        hang(set_, side, set_.still(strip.finished("band", Look())), 0.0, 0.1)
    score = Assembly("metal", 60.0, fixed=True)
    black, red = coat("plastic", COLOURS["black"]), coat("plastic", linear("e8452f"), emission=1.6)
    score.add(rounded_box((2.4, 1.2, 0.14), 0.04), black, (0, 0, 0.07))
    for x, text in ((-0.85, "2"), (-0.55, "1"), (0.45, "1"), (0.75, "3")):
        score.add(written(text, 0.4), red, (x, 0.55, 0.16))
    score.add(
        written("12", 0.26), coat("plastic", linear("e8b53f"), emission=1.4), (-0.17, 0.14, 0.16)
    )
    hang(set_, "back wall", set_.still(score.finished("score board", Look())), 0.0, 4.75)
    bars = Assembly("wood", 60.0, fixed=True)
    wood = coat("wood", linear("b98a55"))
    for x in (-0.5, 0.5):
        bars.add(rounded_box((0.06, 2.7, 0.14), 0.01, 1), wood, (x, 0, 0.1))
    for number in range(14):
        bars.add(
            rod((-0.5, 0.3 + 0.17 * number, 0.14), (0.5, 0.3 + 0.17 * number, 0.14), 0.02), wood
        )
    model = set_.still(bars.finished("wall bars", Look()))
    for along in (-8.0, -6.8, -5.6, 5.6, 6.8, 8.0):
        hang(set_, "back wall", model, along, 0.12)
    _windows(set_)


def _banners_and_lights(set_: Set) -> None:
    banner = coat(
        "fabric", linear("9a3b34"), color2=COLOURS["cream"], pattern="stripes", pattern_scale_m=0.5
    )
    for x in (-6.0, 6.0):
        slab(set_, "banner", (1.6, 2.6, 0.02), banner, (x, 3.4, -10.3), solid=False)
    glow = coat("plastic", (1.0, 0.96, 0.88), emission=2.6)
    for x in (-3.6, 3.6):
        for z in (-4.0, 2.0, 8.0):
            slab(set_, "hall light", (0.5, 0.08, 1.6), glow, (x, 6.85, z), solid=False)
            set_.light((x, 6.4, z), (26.0, 24.6, 22.0), 20.0)


def _lines(set_: Set) -> None:
    """Painted lines: baseline, key, free-throw circle, three-point arc."""
    white = coat("plastic", linear("ece8dc"), roughness=0.35)
    red = coat("plastic", linear("a3473a"), roughness=0.3)
    base, width = -6.8, 0.06
    set_.paint("key", plane(4.9, 5.8), red, (0, 0.004, base + 2.9))
    bars = [
        (12.6, width, 0.0, base),
        (4.9, width, 0.0, base + 5.8),
        (width, 18.0, -6.3, base + 9.0),
        (width, 18.0, 6.3, base + 9.0),
        (width, 5.8, -2.45, base + 2.9),
        (width, 5.8, 2.45, base + 2.9),
    ]
    for w, d, x, z in bars:
        set_.paint("line", plane(w, d), white, (x, 0.008, z))
    for radius, z, span in ((1.8, base + 5.8, np.pi), (5.9, base + 1.5, 1.45)):
        turn = np.linspace(-span, span, 65)
        arc = np.column_stack([radius * np.sin(turn), 0 * turn, z + radius * np.cos(turn)])
        set_.paint("line", ribbon(arc, width), white, (0, 0.008, 0))


def ribbon(path: np.ndarray, width: float) -> Mesh:
    """A flat band along a level path, seen from above."""
    ahead = np.gradient(path, axis=0)
    ahead /= np.linalg.norm(ahead, axis=1, keepdims=True)
    side = np.column_stack([ahead[:, 2], 0 * ahead[:, 0], -ahead[:, 0]]) * width / 2
    points = np.concatenate([path - side, path + side])
    mesh = creased(points, grid_triangles(2, len(path)), 60)
    if mesh.normals[:, 1].mean() > 0:
        return mesh
    return creased(points, grid_triangles(2, len(path))[:, ::-1], 60)


def _windows(set_: Set) -> None:
    """A band of windows high up on both sides."""
    window = coat(
        "glass",
        linear("0d1220") if set_.night else linear("cfe2ee"),
        opacity=1.0,
        emission=0.1 if set_.night else 1.1,
    )
    frame = coat("metal", linear("5f6a70"), metallic=0.0, pattern="plain")
    pane = Assembly("glass", 60.0, fixed=True)
    pane.add(box((3.0, 1.1, 0.02)), window, (0, 0, 0.02))
    for x in (-1.5, -0.5, 0.5, 1.5):
        pane.add(box((0.08, 1.2, 0.08)), frame, (x, -0.05, 0.03))
    for y in (-0.06, 1.06):
        pane.add(box((3.1, 0.08, 0.1)), frame, (0, y, 0.03))
    for along in (-9.0, -5.4, -1.8, 1.8, 5.4, 9.0):
        for side in ("left wall", "right wall"):
            hang(set_, side, set_.still(pane.finished("window", Look())), along, 4.6)
