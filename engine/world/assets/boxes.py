"""Plain bodies and containers: boxes, crates, barrels, dominoes, ramps."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from engine.world.assets.assembly import BUILT, ROUND, Assembly, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.shapes import rounded_box
from engine.world.assets.sweeps import cone, cylinder, extrude, lathe, rounded_profile, torus


def _box(look: Look, _rng: np.random.Generator) -> Assembly:
    box = Assembly("cardboard", 0.9)
    box.add(rounded_box((0.42, 0.34, 0.36), 0.006), look.paint("cardboard"))
    tape = look.trim("paper", linear("c9a46a"), roughness=0.35)
    box.add(rounded_box((0.424, 0.003, 0.052), 0.001), tape, (0, 0.3385, 0))
    for side in (-1, 1):
        box.add(rounded_box((0.003, 0.1, 0.052), 0.001), tape, (side * 0.2105, 0.24, 0))
    box.box((0.42, 0.34, 0.36))
    return box


def _wall(look: Look, _rng: np.random.Generator) -> Assembly:
    size = (3.4, 2.3, 0.24)
    wall = Assembly("brick", 1500.0, fixed=True)
    bricks = look.paint(
        "brick",
        linear("8f4a37"),
        pattern="brick",
        color2=linear("b9aea0"),
        pattern_scale_m=0.22,
        roughness=0.9,
    )
    wall.add(rounded_box(size, 0.01), bricks)
    coping = look.trim("concrete", linear("a9a398"), roughness=0.85)
    wall.add(rounded_box((3.5, 0.08, 0.32), 0.015), coping, (0, size[1], 0))
    wall.box((size[0], size[1] + 0.08, size[2]))
    return wall


def _crate(look: Look, _rng: np.random.Generator) -> Assembly:
    side = 0.6
    crate = Assembly("wood", 14.0)
    boards = look.paint("wood", linear("ab7b45"))
    frame = look.paint("wood", linear("8f6236"))
    inner = side - 0.05
    crate.add(rounded_box((inner, inner, inner), 0.004), boards, (0, 0.025, 0))
    height = 0.108
    for row in range(5):
        board = rounded_box((inner + 0.024, height, inner + 0.024), 0.006, 1)
        crate.add(board, boards, (0, 0.027 + row * 0.1096, 0), part="boards")
    for x in (-1, 1):
        for z in (-1, 1):
            at = (x * (side / 2 - 0.035), 0, z * (side / 2 - 0.035))
            crate.add(rounded_box((0.07, side, 0.07), 0.008), frame, at, part="posts")
    for y in (0.0, side - 0.07):
        for x, z, along in ((0, 1, 0), (0, -1, 0), (1, 0, 1), (-1, 0, 1)):
            size = (0.05, 0.07, side - 0.1) if along else (side - 0.1, 0.07, 0.05)
            middle = (x * (side / 2 - 0.026), y, z * (side / 2 - 0.026))
            crate.add(rounded_box(size, 0.008), frame, middle, part="rails")
    crate.box((side, side, side))
    return crate


def _cube(look: Look, _rng: np.random.Generator) -> Assembly:
    cube = Assembly("plastic", 8.0, solid=True)
    surface = look.paint("plastic", linear("d99a3a"), roughness=0.32)
    cube.add(rounded_box((0.4, 0.4, 0.4), 0.018, 3), surface)
    cube.box((0.4, 0.4, 0.4))
    return cube


def _cylinder(look: Look, _rng: np.random.Generator) -> Assembly:
    body = Assembly("plastic", 9.0, solid=True)
    body.add(cylinder(0.2, 0.5, 0.016, 56), look.paint("plastic", linear("4f8f7a"), roughness=0.32))
    body.post(0.2, 0.5)
    return body


def _cone(look: Look, _rng: np.random.Generator) -> Assembly:
    body = Assembly("plastic", 3.0, solid=True)
    body.add(cone(0.22, 0.5, 56), look.paint("plastic", linear("b0506a"), roughness=0.32))
    turn = np.arange(16) * np.pi / 8
    rim = np.column_stack([0.22 * np.sin(turn), 0 * turn, 0.22 * np.cos(turn)])
    body.hull(np.vstack([rim, [(0, 0.5, 0)]]))
    return body


def _ring(look: Look, _rng: np.random.Generator) -> Assembly:
    body = Assembly("plastic", 1.2, solid=True)
    radius, tube = 0.22, 0.05
    body.add(torus(radius, tube, 56, 20), look.paint("plastic", linear("c0574a"), roughness=0.3))
    turn = np.arange(13) * np.pi / 6
    for a, b in pairwise(turn):
        body.pill(
            (radius * float(np.sin(a)), 0, radius * float(np.cos(a))),
            (radius * float(np.sin(b)), 0, radius * float(np.cos(b))),
            tube,
        )
    return body


def _barrel(look: Look, _rng: np.random.Generator) -> Assembly:
    height, middle, end = 0.86, 0.33, 0.265
    barrel = Assembly("wood", 34.0)
    y = np.linspace(0, 1, 15)
    bulge = end + (middle - end) * np.sin(np.pi * y)
    outside = np.column_stack([bulge, y * height])
    inner = [(end - 0.02, height), (end - 0.024, height - 0.03), (0, height - 0.03)]
    foot = [(0, 0.03), (end - 0.024, 0.03), (end - 0.02, 0)]
    body = look.paint("wood", linear("8a5a31"))
    barrel.add(lathe(np.vstack([foot, outside, inner]), 44), body)
    hoop = look.trim("metal", COLOURS["charcoal"], roughness=0.5)
    for at in (0.03, 0.26, 0.66, 0.89):
        low, high = end + (middle - end) * np.sin(np.pi * np.array([at, at + 0.055])) + 0.005
        a, b = at * height, (at + 0.055) * height
        band = [(low - 0.012, a), (low, a), (high, b), (high - 0.012, b), (low - 0.012, a)]
        barrel.add(lathe(band, 44), hoop)
    turn = np.arange(16) * np.pi / 8
    rings = ((end, 0.0), (middle * 0.97, 0.3), (middle, 0.43), (middle * 0.97, 0.56), (end, height))
    barrel.hull([(r * np.sin(a), h, r * np.cos(a)) for r, h in rings for a in turn])
    return barrel


def _domino(look: Look, _rng: np.random.Generator) -> Assembly:
    domino = Assembly("plastic", 0.011, solid=False)
    domino.add(
        rounded_box((0.025, 0.05, 0.008), 0.0016),
        look.paint("plastic", COLOURS["ivory"], roughness=0.25),
    )
    ink = look.trim("plastic", COLOURS["charcoal"])
    domino.add(rounded_box((0.02, 0.0008, 0.0085), 0.0002, 1), ink, (0, 0.0246, 0))
    pip = cylinder(0.0021, 0.0086, 0.0003, 14)
    for x, y in ((-0.006, 0.038), (0.006, 0.038), (-0.006, 0.0185), (0, 0.0125), (0.006, 0.0065)):
        domino.add(pip, ink, (x, y, -0.0043), (90, 0, 0))
    domino.box((0.025, 0.05, 0.008))
    return domino


def _ramp(look: Look, _rng: np.random.Generator) -> Assembly:
    length, height, width = 1.6, 0.62, 0.8
    ramp = Assembly("wood", 26.0, fixed=True)
    side = [(-length / 2, 0.0), (length / 2, 0.0), (length / 2, 0.02), (-length / 2, height)]
    deck = look.paint("wood", linear("b98a52"))
    ramp.add(extrude(side, width, 0.006), deck)
    rail = look.trim("wood", linear("7c5230"))
    for z in (-1, 1):
        board = [(x, y + (0.012 if x < 0 or y > 0 else 0.0)) for x, y in side]
        ramp.add(extrude(board, 0.03, 0.005), rail, (0, 0, z * (width / 2 + 0.01)))
    ramp.hull([(x, y, z) for x, y in side for z in (-width / 2, width / 2)])
    return ramp


def _plank(look: Look, _rng: np.random.Generator) -> Assembly:
    plank = Assembly("wood", 4.5)
    plank.add(rounded_box((1.5, 0.035, 0.2), 0.005), look.paint("wood", linear("b98a52")))
    plank.box((1.5, 0.035, 0.2))
    return plank


def _brick(look: Look, _rng: np.random.Generator) -> Assembly:
    brick = Assembly("brick", 3.0)
    clay = look.paint("brick", linear("a4533a"), pattern="concrete", pattern_scale_m=0.1)
    brick.add(rounded_box((0.215, 0.065, 0.102), 0.005), clay)
    brick.box((0.215, 0.065, 0.102))
    return brick


def _present(look: Look, _rng: np.random.Generator) -> Assembly:
    gift = Assembly("cardboard", 0.8)
    gift.add(
        rounded_box((0.3, 0.2, 0.3), 0.005), look.paint("paper", linear("a83a45"), roughness=0.4)
    )
    lid = rounded_box((0.312, 0.05, 0.312), 0.006)
    gift.add(lid, look.paint("paper", linear("b3434e"), roughness=0.4), (0, 0.16, 0))
    ribbon = look.trim("fabric", COLOURS["cream"], roughness=0.4, pattern="plain")
    gift.add(rounded_box((0.316, 0.214, 0.04), 0.003), ribbon)
    gift.add(rounded_box((0.04, 0.214, 0.316), 0.003), ribbon)
    loop = torus(0.045, 0.012, 28, 10)
    for turn in (-38, 38):
        gift.add(loop, ribbon, (0.04 * np.sign(turn), 0.238, 0), (90, 0, -turn))
    gift.box((0.312, 0.21, 0.312))
    return gift


def _bin(look: Look, _rng: np.random.Generator) -> Assembly:
    tub = Assembly("metal", 4.0)
    wall = [(0, 0), (0.15, 0), (0.19, 0.5), (0.178, 0.5), (0.14, 0.012), (0, 0.012)]
    tub.add(lathe(rounded_profile(wall, 0.008), 40), look.paint("metal", linear("aab6ba")))
    tub.add(torus(0.185, 0.009, 40, 10), look.trim("metal"), (0, 0.5, 0))
    tub.post(0.17, 0.02)
    for a in np.arange(8) * np.pi / 4:
        at = (0.165 * float(np.sin(a)), 0.0, 0.165 * float(np.cos(a)))
        tub.box((0.13, 0.5, 0.014), at, (0, float(np.degrees(a)), 0))
    return tub


BOXES = things(
    {
        "box": Thing(_box),
        "crate": Thing(_crate),
        "wall": Thing(_wall, BUILT),
        "cube": Thing(_cube),
        "cylinder": Thing(_cylinder),
        "cone": Thing(_cone),
        "ring": Thing(_ring, ROUND),
        "barrel": Thing(_barrel),
        "domino": Thing(_domino),
        "ramp": Thing(_ramp),
        "plank": Thing(_plank),
        "brick": Thing(_brick),
        "present": Thing(_present),
        "bin": Thing(_bin),
    }
)
