"""What lies about in the wild or hangs in the sky: ice, leaves, cones, bones, straw, planets."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import NATURAL, ROUND, Assembly, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import linear
from engine.world.assets.shapes import (
    Points,
    blob,
    creased,
    ellipsoid,
    grid_triangles,
    placed,
    rounded_box,
    sphere,
    stretched,
    transformed,
)
from engine.world.assets.solids import (
    common,
    egg_distance,
    hull_of,
    level_surface,
    limb_distance,
    melted,
)
from engine.world.assets.sweeps import cylinder, extrude, lathe, sweep, torus
from engine.world.model import Mesh

_SKULL_LOW, _SKULL_HIGH = (-0.085, -0.075, -0.105), (0.085, 0.105, 0.125)


def _iceberg(look: Look, rng: np.random.Generator) -> Assembly:
    berg = Assembly("ice", 4000.0)
    blue = look.paint("ice", linear("cfe6f0"), opacity=1.0, roughness=0.25, pattern="plain")
    snow = look.trim("snow", linear("f1f6fa"), pattern_scale_m=1.4)
    for x, z, wide, high in ((0, 0, 1.25, 2.9), (1.05, 0.25, 0.85, 1.5), (-0.95, -0.2, 0.8, 1.9)):
        turn = np.linspace(0, 2 * np.pi, 9)[:-1] + rng.uniform(0, 1)
        rings = [(wide * 0.95, 0.0), (wide, 0.35), (wide * 0.72, high * 0.5), (0.22 * wide, high)]
        points = [
            (
                x + r * s * np.sin(a),
                y + (0 if y < 0.4 else rng.uniform(-0.12, 0.12)),
                z + r * s * np.cos(a),
            )
            for r, y in rings
            for a in turn
            for s in (rng.uniform(0.78, 1.0),)
        ]
        peak = hull_of(points, 12)
        berg.body(peak, blue)
        above = transformed(rounded_box((9.0, 9.0, 9.0), 0.0), placed((0, 0.62 * high, 0)))
        berg.add(stretched(common(peak, above, crease_deg=12), 1.012, 1.006, 1.012), snow)
    return berg


def _leaf(look: Look, _rng: np.random.Generator) -> Assembly:
    leaf = Assembly("paper", 0.004)
    skin = look.paint("paper", linear("c5622a"), roughness=0.7, pattern="plain")
    half = [
        (0.0, -0.045),
        (0.018, -0.04),
        (0.05, -0.05),
        (0.045, -0.03),
        (0.075, -0.012),
        (0.05, -0.002),
        (0.058, 0.03),
        (0.03, 0.02),
        (0.026, 0.052),
        (0.012, 0.045),
        (0.0, 0.085),
    ]
    outline = [*half, *[(-x, y) for x, y in half[-2:0:-1]]]
    flat = transformed(extrude(outline, 0.0012), placed((0, 0.004, 0), (-90, 0, 0)))
    curled = flat.positions.copy()
    curled[:, 1] += 3.2 * curled[:, 0] ** 2 + 1.2 * curled[:, 2] ** 2
    leaf.add(creased(curled, flat.indices, 40), skin)
    vein = look.trim("wood", linear("8a3f1c"), pattern="plain")
    leaf.add(
        sweep(
            [(0, 0.012, -0.08), (0, 0.006, 0), (0, 0.009, 0.045), (0.006, 0.012, 0.1)],
            [0.0004, 0.0011, 0.0013, 0.0015],
            6,
        ),
        vein,
    )
    leaf.box((0.11, 0.008, 0.13))
    return leaf


def _pine_cone(look: Look, _rng: np.random.Generator) -> Assembly:
    cone = Assembly("wood", 0.03)
    scale, inner = (
        look.paint("wood", linear("7a5231"), pattern="plain", roughness=0.7),
        look.trim("wood", linear("4a2f1c"), pattern="plain"),
    )
    cone.add(ellipsoid((0.042, 0.105, 0.042), 16), inner, (0, 0.058, 0))
    tongue = [
        (-0.003, 0.0),
        (-0.0105, 0.019),
        (-0.006, 0.026),
        (0.006, 0.026),
        (0.0105, 0.019),
        (0.003, 0.0),
    ]
    flake = transformed(extrude(tongue, 0.0035), placed((0, 0, 0), (90, 0, 0)))
    for number in range(64):
        share = (number + 0.5) / 64
        size = 0.35 + 1.0 * np.sin(np.pi * (0.12 + 0.85 * share)) ** 0.8
        turn = placed((0, 0.008 + 0.1 * share, 0), (0, 137.5 * number, 0))
        tilt = placed((0, 0, 0.008 * size), (-62 * share + 14, 0, 0))
        cone.add(transformed(stretched(flake, size, 1, size), turn @ tilt), scale)
    cone.ball(0.03, (0, 0.034, 0))
    cone.ball(0.024, (0, 0.085, 0))
    return cone


def _skull_distance(points: Points) -> Points:
    brain = egg_distance(points, (0, 0.03, -0.015), (0.07, 0.068, 0.085))
    cheeks = egg_distance(points, (0, -0.015, 0.045), (0.054, 0.045, 0.042))
    jaw = egg_distance(points, (0, -0.05, 0.05), (0.036, 0.022, 0.036))
    brow = limb_distance(points, (-0.036, 0.02, 0.064), (0.036, 0.02, 0.064), (0.012, 0.012))
    solid = melted([brain, cheeks, jaw, brow], 0.022)
    eyes = [
        egg_distance(points, (s * 0.028, -0.004, 0.085), (0.0175, 0.0165, 0.034)) for s in (-1, 1)
    ]
    nose = egg_distance(points, (0, -0.03, 0.092), (0.009, 0.014, 0.026))
    temples = [egg_distance(points, (s * 0.078, 0.0, 0.035), (0.018, 0.03, 0.028)) for s in (-1, 1)]
    holes = np.min([*eyes, nose, *temples], axis=0)
    return np.asarray(np.maximum(solid, -holes))


def _skull(look: Look, _rng: np.random.Generator) -> Assembly:
    skull = Assembly("ceramic", 0.7)
    bone = look.paint("ceramic", linear("e4d9bd"), roughness=0.55)
    skull.body(level_surface(_skull_distance, _SKULL_LOW, _SKULL_HIGH, 0.0075), bone)
    dark = look.trim("ceramic", linear("1a1512"), roughness=1.0)
    for side in (-1, 1):
        skull.add(ellipsoid((0.03, 0.028, 0.02), 14), dark, (side * 0.028, -0.004, 0.056))
    tooth = look.trim("ceramic", linear("efe8d4"), roughness=0.3)
    for number in range(8):
        a = np.radians(-44 + 88 * number / 7)
        spot = (0.0335 * np.sin(a), -0.055, 0.052 + 0.033 * np.cos(a))
        for y in (0.0, -0.011):
            shape = ellipsoid((0.0088, 0.0115, 0.007), 8)
            skull.add(shape, tooth, (spot[0], spot[1] + y, spot[2]), (0, float(np.degrees(a)), 0))
    return skull


def _bone(look: Look, _rng: np.random.Generator) -> Assembly:
    bone = Assembly("ceramic", 0.12)
    white = look.paint("ceramic", linear("e9dfc6"), roughness=0.5)

    def distance(points: Points) -> Points:
        shaft = limb_distance(points, (-0.07, 0, 0), (0.07, 0, 0), (0.011, 0.011))
        knobs = [
            egg_distance(points, (x, 0, z), (0.019, 0.016, 0.018))
            for x in (-0.082, 0.082)
            for z in (-0.014, 0.014)
        ]
        return melted([shaft, *knobs], 0.016)

    low, high = (-0.105, -0.02, -0.036), (0.105, 0.02, 0.036)
    bone.add(level_surface(distance, low, high, 0.005), white)
    bone.pill((-0.07, 0, 0), (0.07, 0, 0), 0.012)
    return bone


def _seashell(look: Look, _rng: np.random.Generator) -> Assembly:
    """A scallop: a fan with ribs, bulging."""
    shell = Assembly("ceramic", 0.05)
    rows, columns = 15, 67
    share = np.linspace(0.04, 1, rows)[:, None]
    fan = np.linspace(-1, 1, columns)[None, :]
    angle = fan * 1.12
    reach = 0.07 * share * (1 - 0.1 * fan**2) * (1 + 0.018 * np.cos(fan * 44) * share)
    x, z = reach * np.sin(angle), 0.035 - reach * np.cos(angle)
    bulge = np.sin(np.pi * np.clip(share * 0.93 + 0.06, 0, 1)) ** 0.7 * np.sqrt(1 - 0.98 * fan**2)
    y = 0.03 * bulge + 0.0012 * np.cos(fan * 44) * share
    top = np.stack([x, y + 0.004, z], axis=-1)
    below = np.stack([x, np.maximum(y - 0.002, 0.0), z], axis=-1)
    ring = np.concatenate([top, below[:, ::-1]], axis=1)
    count = ring.shape[1]
    points = ring.reshape(-1, 3)
    walls = grid_triangles(rows, count, wrap=True)
    half = np.arange(columns - 1)
    low = np.stack([half, half + 1, count - 1 - half], -1)
    low2 = np.stack([half + 1, count - 2 - half, count - 1 - half], -1)
    start = np.concatenate([low, low2])[:, ::-1]
    end = start[:, ::-1] + (rows - 1) * count
    mesh = creased(points, np.concatenate([walls, start, end]), 60)
    corners = mesh.positions[mesh.indices].astype(np.float64)
    if float(np.einsum("ij,ij->", corners[:, 0], np.cross(corners[:, 1], corners[:, 2]))) < 0:
        mesh = Mesh(mesh.positions, -mesh.normals, np.ascontiguousarray(mesh.indices[:, ::-1]))
    pink = look.paint(
        "ceramic",
        linear("e8b79a"),
        pattern="bands",
        color2=linear("f4e3d2"),
        pattern_scale_m=0.022,
        roughness=0.35,
    )
    shell.body(mesh, pink)
    return shell


def _haystack(look: Look, _rng: np.random.Generator) -> Assembly:
    """A round bale on its side."""
    bale = Assembly("grass", 250.0)
    straw = look.paint(
        "grass",
        linear("c9a24a"),
        pattern="fabric",
        color2=linear("a57f33"),
        pattern_scale_m=0.16,
        roughness=1.0,
    )
    bale.add(cylinder(0.7, 1.25, 0.06, 40), straw, (0.625, 0.7, 0), (0, 0, 90))
    band = look.trim("grass", linear("8f6c2b"), pattern="plain", roughness=1.0)
    for x in (-0.3, 0.3):
        bale.add(torus(0.7, 0.009, 36, 5), band, (x, 0.7, 0), (0, 0, 90))
    for side in (-1, 1):
        for radius in (0.16, 0.32, 0.48, 0.62):
            bale.add(torus(radius, 0.016, 30, 5), band, (side * 0.62, 0.7, 0), (0, 0, 90))
    bale.post(0.7, 1.25, (0.625, 0.7, 0), (0, 0, 90))
    return bale


def _planet(look: Look, _rng: np.random.Generator) -> Assembly:
    """A banded giant in its rings."""
    planet = Assembly("stone", 900.0)
    gas = look.paint(
        "stone",
        linear("d9a874"),
        pattern="bands",
        color2=linear("a8663e"),
        pattern_scale_m=0.34,
        roughness=0.7,
    )
    planet.add(sphere(0.8, 56), gas, (0, 0.8, 0), (0, 0, 16))
    for inner, outer, color in (
        (1.05, 1.26, "cdb893"),
        (1.3, 1.5, "b39a78"),
        (1.53, 1.6, "8f7a62"),
    ):
        line = [(inner, -0.004), (outer, -0.004), (outer, 0.004), (inner, 0.004), (inner, -0.004)]
        planet.add(
            lathe(line, 72),
            look.trim("stone", linear(color), pattern="plain"),
            (0, 0.8, 0),
            (0, 0, 16),
        )
    planet.ball(0.8, (0, 0.8, 0))
    return planet


def _star(look: Look, _rng: np.random.Generator) -> Assembly:
    """Five points, glowing, thick in the middle."""
    star = Assembly("metal", 1.5)
    gold = look.paint(
        "metal", linear("f2c230"), metallic=0.0, pattern="plain", emission=0.5, roughness=0.25
    )
    turn = np.arange(10) * np.pi / 5
    reach = np.where(np.arange(10) % 2 == 0, 0.3, 0.125)
    rim = np.column_stack([reach * np.sin(turn), reach * np.cos(turn), np.zeros(10)])
    points = np.vstack([rim, [(0, 0, 0.085), (0, 0, -0.085)]])
    around = np.arange(10)
    after = (around + 1) % 10
    front = np.column_stack([np.full(10, 10), after, around])
    back = np.column_stack([np.full(10, 11), around, after])
    star.add(creased(points, np.vstack([front, back]), 10), gold)
    star.hull(points)
    return star


def _cloud(look: Look, _rng: np.random.Generator) -> Assembly:
    cloud = Assembly("foam", 0.4)
    white = look.paint("foam", linear("f7f8fa"), emission=0.12, roughness=1.0)
    puffs = (
        (0, 0.34, 0, 0.36),
        (0.42, 0.27, 0.05, 0.27),
        (-0.42, 0.28, -0.03, 0.29),
        (0.2, 0.5, -0.06, 0.27),
        (-0.2, 0.46, 0.06, 0.27),
        (0.72, 0.19, 0, 0.18),
        (-0.74, 0.2, 0.02, 0.18),
        (0.16, 0.24, 0.24, 0.24),
        (-0.22, 0.22, 0.24, 0.22),
    )

    def distance(points: Points) -> Points:
        body = melted(
            [np.linalg.norm(points - (x, y, z), axis=1) - r for x, y, z, r in puffs], 0.07
        )
        floor = 0.08 - points[:, 1]
        return np.asarray(-melted([-body, -floor], 0.06))

    cloud.body(level_surface(distance, (-1.0, -0.05, -0.6), (1.0, 0.9, 0.6), 0.05), white)
    return cloud


def _lava_runs() -> list[list[tuple[float, float, float]]]:
    """Lines down the slope, along which lava has run."""
    runs = []
    for turn, reach in ((20.0, 0.62), (150.0, 0.45), (262.0, 0.75)):
        run = []
        for share in np.linspace(0.0, reach, 12):
            away = 7.5 * share**1.7 + 1.5
            bend = np.radians(turn) + 0.12 * np.sin(7 * share + turn)
            away *= 1 + 0.07 * np.sin(7 * bend + 1) * np.clip(away / 3 - 0.35, 0, 1)
            run.append((away * np.sin(bend), 8.5 * (1 - share), away * np.cos(bend)))
        runs.append(run)
    return runs


def _volcano(look: Look, _rng: np.random.Generator) -> Assembly:
    hill = Assembly("stone", 9e6, fixed=True)
    rock = look.paint(
        "stone",
        linear("5c4a42"),
        pattern="cliff",
        color2=linear("33291f"),
        pattern_scale_m=2.5,
        roughness=0.95,
    )
    y = np.linspace(0, 1, 15)
    slope = np.column_stack([7.5 * (1 - y) ** 1.7 + 1.5, 8.5 * y])
    inside = [(1.15, 8.35), (0.8, 7.6), (0.0, 7.4)]
    cone = lathe(np.vstack([[(0.0, 0.0)], slope, inside]), 44, 30)
    moved = cone.positions.copy().astype(np.float64)
    around = np.arctan2(moved[:, 0], moved[:, 2])
    away = np.hypot(moved[:, 0], moved[:, 2])
    ridges = (
        0.07 * np.sin(7 * around + 1)
        + 0.05 * np.sin(13 * around + moved[:, 1])
        + 0.04 * np.sin(19 * around)
    )
    grow = 1 + ridges * np.clip(away / 3 - 0.35, 0, 1)
    moved[:, 0] *= grow
    moved[:, 2] *= grow
    hill.add(creased(moved, cone.indices, 30), rock)
    lava = look.trim(
        "stone", linear("ff5a14"), pattern="marble", color2=linear("ffc04a"), emission=2.6
    )
    hill.add(cylinder(1.05, 0.3, 0.02, 32), lava, (0, 7.45, 0))
    for run in _lava_runs():
        hill.add(sweep(run, np.linspace(0.34, 0.12, 12), 8), lava)
    hill.hull(
        [
            (r * np.sin(b), h, r * np.cos(b))
            for r, h in ((8.6, 0), (4.0, 3.2), (1.5, 8.4))
            for b in np.arange(12) * np.pi / 6
        ]
    )
    return hill


def _gravestone(look: Look, _rng: np.random.Generator) -> Assembly:
    grave = Assembly("stone", 160.0, fixed=True)
    stone = look.paint("stone", linear("8a8d8c"), pattern_scale_m=0.25)
    arc = np.linspace(0, np.pi, 15)
    arch = np.column_stack([0.3 * np.cos(arc), 0.62 + 0.22 * np.sin(arc)])
    grave.body(extrude(np.vstack([[(-0.3, 0.1), (0.3, 0.1)], arch]), 0.13, 0.02), stone)
    grave.body(extrude([(-0.38, 0), (0.38, 0), (0.36, 0.14), (-0.36, 0.14)], 0.26, 0.02), stone)
    dark = look.trim("stone", linear("4b4d4d"), pattern="plain")
    for y, wide in ((0.58, 0.3), (0.5, 0.36), (0.42, 0.22)):
        grave.add(
            extrude(
                [(-wide / 2, y), (wide / 2, y), (wide / 2, y + 0.022), (-wide / 2, y + 0.022)],
                0.136,
            ),
            dark,
        )
    for size in ((0.035, 0.16), (0.11, 0.035)):
        w, h = size
        grave.add(
            extrude(
                [
                    (-w / 2, 0.7 - h / 2),
                    (w / 2, 0.7 - h / 2),
                    (w / 2, 0.7 + h / 2),
                    (-w / 2, 0.7 + h / 2),
                ],
                0.136,
            ),
            dark,
        )
    return grave


def _boulder_pile(look: Look, rng: np.random.Generator) -> Assembly:
    pile = Assembly("stone", 600.0, fixed=True)
    for number, (x, z, y, r) in enumerate(
        (
            (0, 0, 0.3, 0.48),
            (0.6, 0.1, 0.2, 0.36),
            (-0.55, 0.15, 0.22, 0.38),
            (0.15, 0.5, 0.16, 0.28),
            (-0.1, -0.35, 0.6, 0.34),
        )
    ):
        grey = look.paint("stone", linear(("7d7871", "6b6862", "8b857b")[number % 3]))
        lump = blob(
            r,
            int(rng.integers(2**31)),
            roughness=0.16,
            divisions=3,
            crease_deg=26,
            squash=(1, 0.75, 0.9),
        )
        pile.body(lump, grey, (x, y, z))
    return pile


WILDS = things(
    {
        "iceberg": Thing(_iceberg, NATURAL),
        "leaf": Thing(_leaf, NATURAL),
        "pine cone": Thing(_pine_cone, NATURAL),
        "skull": Thing(_skull, NATURAL | {"material"}),
        "bone": Thing(_bone, NATURAL),
        "seashell": Thing(_seashell, NATURAL),
        "hay bale": Thing(_haystack, NATURAL),
        "planet": Thing(_planet, ROUND - {"material"}),
        "star": Thing(_star, NATURAL),
        "cloud": Thing(_cloud, NATURAL),
        "volcano": Thing(_volcano, NATURAL),
        "gravestone": Thing(_gravestone, NATURAL),
        "rubble": Thing(_boulder_pile, NATURAL),
    }
)
