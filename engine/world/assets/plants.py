"""Plants: each seed grows its own."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import NATURAL, Assembly, Maker, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear, mixed, shaded
from engine.world.assets.shapes import (
    Points,
    blob,
    creased,
    ellipsoid,
    merged,
    placed,
    stretched,
    transformed,
)
from engine.world.assets.sweeps import capsule, cone, lathe, rounded_profile, sweep
from engine.world.model import Color, Mesh, Surface

_BARK = linear("5b4433")
_LEAVES = linear("5a8a35")


def foliage(look: Look, color: Color, scale_m: float = 0.16) -> Surface:
    """Leafy surface in two greens."""
    base = color if look.color is None else look.color
    return look.trim(
        "grass",
        base,
        color2=shaded(base, 0.55),
        roughness=0.85,
        pattern="leaves",
        pattern_scale_m=scale_m,
    )


def _tree(look: Look, rng: np.random.Generator) -> Assembly:
    tree = Assembly("wood", 900.0, fixed=True)
    height = float(rng.uniform(4.6, 6.0))
    bark = look.trim("wood", _BARK, roughness=0.95, pattern_scale_m=0.4)
    bend = rng.uniform(-0.12, 0.12, 2)
    fork = height * 0.45
    trunk = [
        (0, 0, 0),
        (bend[0] * 0.2, 0.25, bend[1] * 0.2),
        (bend[0], fork * 0.5, bend[1]),
        (bend[0] * 0.8, fork, bend[1] * 1.2),
        (bend[0] * 0.5, fork * 1.5, bend[1]),
    ]
    tree.add(sweep(trunk, [0.27, 0.19, 0.155, 0.12, 0.05], 14), bark)
    tree.add(sweep([(0, -0.02, 0), (0, 0.1, 0), (0, 0.32, 0)], [0.36, 0.27, 0.18], 14), bark)
    green = mixed(_LEAVES, linear("7d9a3a"), float(rng.uniform(0, 0.7)))
    leaves = foliage(look, green)
    inner = foliage(look, shaded(green, 0.8))
    crown = height - fork
    count = 7
    for number in range(count):
        angle = 2 * np.pi * (number / (count - 1)) + float(rng.uniform(-0.3, 0.3))
        low = number < count - 1
        reach = float(rng.uniform(0.75, 1.0)) * crown * 0.33 if low else 0.0
        rise = fork + crown * (0.30 + 0.22 * (number % 2) if low else 0.68)
        at = (reach * float(np.sin(angle)), rise, reach * float(np.cos(angle)))
        size = crown * (float(rng.uniform(0.27, 0.33)) if low else 0.36)
        lump = blob(
            size, int(rng.integers(2**31)), roughness=0.2, divisions=2, squash=(1.08, 0.86, 1.08)
        )
        tree.add(lump, leaves if number % 3 else inner, at)
        if low and number % 2 == 0:
            start = (bend[0] * 0.85, fork * 0.9, bend[1])
            tree.add(
                sweep([start, (at[0] * 0.5, fork * 1.12, at[2] * 0.5), at], [0.075, 0.05, 0.02], 8),
                bark,
            )
    tree.post(0.2, fork)
    tree.ball(crown * 0.42, (0, fork + crown * 0.5, 0))
    return tree


def _fir(look: Look, rng: np.random.Generator) -> Assembly:
    tree = Assembly("wood", 700.0, fixed=True)
    height = float(rng.uniform(5.2, 7.4))
    tree.add(
        sweep([(0, 0, 0), (0, 0.5, 0), (0, height * 0.9, 0)], [0.2, 0.15, 0.03], 12),
        look.trim("wood", _BARK, roughness=0.95),
    )
    green = mixed(linear("2f5a3a"), linear("48703c"), float(rng.uniform(0, 1)))
    needles = foliage(look, green, 0.12)
    tiers = 7
    for number in range(tiers):
        share = number / tiers
        radius = height * 0.24 * (1 - share) ** 0.85 + 0.12
        base = height * (0.12 + 0.80 * share)
        tree.add(_skirt(radius, height * 0.2, rng), needles, (0, base, 0))
    tree.post(0.18, height * 0.2)
    turn = np.arange(10) * np.pi / 5
    rim = np.column_stack([np.sin(turn), 0 * turn, np.cos(turn)]) * height * 0.23
    tree.hull(np.vstack([rim + np.array([0.0, height * 0.12, 0.0]), [(0, height * 0.98, 0)]]))
    return tree


def _skirt(radius: float, height: float, rng: np.random.Generator) -> Mesh:
    """One tier of a fir: a ragged, drooping cone."""
    sides = 22
    turn = np.arange(sides) * 2 * np.pi / sides
    ragged = 1 + 0.13 * np.where(np.arange(sides) % 2 == 0, 1, -1) + rng.uniform(-0.06, 0.06, sides)
    rows: list[Points] = []
    for share, y in ((0.0, 0.16), (1.0, 0.0), (0.97, 0.05), (0.55, 0.42), (0.18, 0.86), (0.0, 1.0)):
        wave = 1 + (ragged - 1) * (share > 0.5)
        ring = radius * share * wave
        rows.append(
            np.column_stack([ring * np.sin(turn), np.full(sides, y * height), ring * np.cos(turn)])
        )
    points = np.concatenate(rows)
    row = np.arange(len(rows) - 1)[:, None] * sides
    side = np.arange(sides)[None, :]
    after = (side + 1) % sides
    a, b, c, d = row + side, row + after, row + sides + after, row + sides + side
    faces = np.stack([np.stack([a, b, c], -1), np.stack([a, c, d], -1)], -2).reshape(-1, 3)
    return creased(points, faces, 60.0)


def _palm(look: Look, rng: np.random.Generator) -> Assembly:
    tree = Assembly("wood", 500.0, fixed=True)
    height = float(rng.uniform(4.6, 6.2))
    lean = float(rng.uniform(0.5, 1.1))
    t = np.linspace(0, 1, 16)
    trunk = np.column_stack([lean * t**2, height * t, 0.1 * np.sin(t * 3)])
    radii = [float(r) for r in 0.15 - 0.06 * t + 0.016 * (np.arange(16) % 2)]
    tree.add(sweep(trunk, radii, 12), look.trim("wood", linear("8a6f52"), roughness=0.95))
    leaf = foliage(look, linear("5f8f3d"), 0.1)
    top = trunk[-1]
    frond = _frond(1.9)
    for number in range(11):
        turn = 360 / 11 * number + float(rng.uniform(-9, 9))
        lift = float(rng.uniform(-14, 22))
        tree.add(
            frond,
            leaf,
            (float(top[0]), float(top[1]), float(top[2])),
            (0, turn, lift * np.sin(np.radians(turn))),
        )
    nut = look.trim("wood", COLOURS["dark brown"])
    for a in (0.3, 2.4, 4.5):
        tree.add(
            ellipsoid((0.2, 0.22, 0.2), 18),
            nut,
            (float(top[0] + 0.14 * np.sin(a)), float(top[1] - 0.1), float(0.14 * np.cos(a))),
        )
    tree.pill((0, 0.15, 0), (float(top[0]) * 0.7, height * 0.9, 0), 0.12)
    return tree


def _frond(length: float) -> Mesh:
    """A drooping palm leaf along +z, two-sided and closed."""
    t = np.linspace(0, 1, 12)
    width = 0.26 * length * np.sin(np.pi * np.clip(t * 0.9 + 0.08, 0, 1)) ** 0.8
    width *= 1 - 0.22 * (np.arange(12) % 2)
    drop = 0.28 * length * t - 0.75 * length * t**2.2
    rows = []
    for sign, dip in ((-1.0, -0.2), (0.0, 0.0), (1.0, -0.2)):
        rows.append(np.column_stack([sign * width / 2, drop + dip * width, length * t]))
    top = np.stack(rows, axis=1)
    under = top[:, ::-1] - (0.0, 0.012, 0.0)
    ring = np.concatenate([top, under], axis=1)
    sides, count = 6, len(t)
    row = np.arange(count - 1)[:, None] * sides
    side = np.arange(sides)[None, :]
    after = (side + 1) % sides
    a, b, c, d = row + side, row + after, row + sides + after, row + sides + side
    faces = np.stack([np.stack([a, c, b], -1), np.stack([a, d, c], -1)], -2).reshape(-1, 3)
    cap = np.array([(0, 1, 4), (0, 4, 5), (1, 2, 3), (1, 3, 4)])
    end = cap[:, ::-1] + (count - 1) * sides
    return creased(ring.reshape(-1, 3), np.concatenate([faces, cap, end]), 50.0)


def _bush(look: Look, rng: np.random.Generator) -> Assembly:
    bush = Assembly("grass", 14.0, fixed=True)
    green = mixed(linear("4c7a34"), linear("77924a"), float(rng.uniform(0, 1)))
    lumps = (
        (0, 0.38, 0, 0.42),
        (0.36, 0.28, 0.1, 0.3),
        (-0.34, 0.3, 0.06, 0.32),
        (0.05, 0.26, 0.34, 0.29),
        (0.06, 0.27, -0.3, 0.28),
    )
    for number, (x, y, z, size) in enumerate(lumps):
        shade = foliage(look, green if number % 2 else shaded(green, 0.85), 0.09)
        lump = blob(
            size,
            int(rng.integers(2**31)),
            roughness=0.22,
            divisions=3 if number == 0 else 2,
            squash=(1, 0.9, 1),
        )
        bush.add(lump, shade, (x, y, z))
    bush.ball(0.36, (0, 0.38, 0))
    return bush


def _hedge(look: Look, rng: np.random.Generator) -> Assembly:
    hedge = Assembly("grass", 60.0, fixed=True)
    leaf = foliage(look, linear("3f6b33"), 0.09)
    for number in range(5):
        lump = blob(
            0.5, int(rng.integers(2**31)), roughness=0.1, divisions=2, squash=(0.8, 0.9, 0.62)
        )
        hedge.add(lump, leaf, (number * 0.44 - 0.88, 0.44, 0))
    hedge.box((2.4, 0.8, 0.5))
    return hedge


def _flower_head(petals: int, radius: float) -> Mesh:
    petal = stretched(ellipsoid((1, 1, 1), 14), radius * 0.5, radius * 0.14, radius * 0.95)
    ring = []
    for number in range(petals):
        turn = placed((0, 0, 0), (-18, 360 / petals * number, 0))
        ring.append(transformed(transformed(petal, placed((0, 0, radius * 0.55))), turn))
    return merged(ring)


def _flower(look: Look, rng: np.random.Generator) -> Assembly:
    flower = Assembly("grass", 0.03)
    colors = ("d9635c", "e2b84a", "e8e1ea", "8f6cc0", "e58fb0")
    stem = look.trim("grass", linear("4d7d33"), pattern="plain")
    height = float(rng.uniform(0.36, 0.46))
    lean = float(rng.uniform(-0.03, 0.03))
    path = [(0, 0, 0), (lean * 0.3, height * 0.5, 0.0), (lean, height, 0.01)]
    flower.add(sweep(path, [0.0055, 0.0045, 0.004], 8), stem)
    for side, y in ((1, 0.3), (-1, 0.45)):
        leaf = ellipsoid((0.13, 0.008, 0.034), 14)
        flower.add(leaf, stem, (side * 0.055, height * y, 0), (10, 0, side * 32))
    petals = look.paint(
        "grass", linear(colors[int(rng.integers(len(colors)))]), pattern="plain", roughness=0.6
    )
    flower.add(_flower_head(9, 0.062), petals, (lean, height, 0.01), (38, 0, 0))
    heart = look.trim("grass", linear("c98f2c"), pattern="plain")
    flower.add(
        ellipsoid((0.042, 0.026, 0.042), 18), heart, (lean, height + 0.008, 0.016), (38, 0, 0)
    )
    flower.post(0.02, height)
    return flower


def _pot_plant(look: Look, rng: np.random.Generator) -> Assembly:
    plant = Assembly("ceramic", 3.2)
    wall = [
        (0, 0),
        (0.1, 0),
        (0.135, 0.2),
        (0.145, 0.2),
        (0.145, 0.235),
        (0.125, 0.235),
        (0.12, 0.2),
        (0, 0.2),
    ]
    plant.add(
        lathe(rounded_profile(wall, 0.006), 40),
        look.paint("ceramic", linear("b5694a"), roughness=0.75),
    )
    leaf = look.trim("grass", linear("3f7a3f"), pattern="plain", roughness=0.45)
    for number in range(15):
        turn = 137.5 * number
        tall = float(rng.uniform(0.22, 0.5)) * (1 - number * 0.02)
        out = 0.05 + number * 0.016
        a = np.radians(turn)
        tip = (out * float(np.sin(a)), 0.2 + tall, out * float(np.cos(a)))
        plant.add(
            sweep([(0, 0.19, 0), (tip[0] * 0.3, 0.2 + tall * 0.6, tip[2] * 0.3), tip], 0.004, 6),
            leaf,
        )
        blade = ellipsoid((0.085, 0.008, 0.2), 16)
        plant.add(blade, leaf, (tip[0] * 1.6, tip[1] + 0.01, tip[2] * 1.6), (18 + number, turn, 0))
    plant.hull(
        [
            (r * np.sin(a), y, r * np.cos(a))
            for r, y in ((0.1, 0), (0.14, 0.235))
            for a in np.arange(12) * np.pi / 6
        ]
    )
    return plant


def _cactus(look: Look, _rng: np.random.Generator) -> Assembly:
    cactus = Assembly("grass", 30.0, fixed=True)
    green = look.paint(
        "grass", linear("4f7f55"), pattern="stripes", color2=linear("3d6646"), pattern_scale_m=0.06
    )
    cactus.add(capsule(0.15, 1.5), green)
    for side, low, high in ((1, 0.6, 1.15), (-1, 0.45, 0.95)):
        arm = [
            (0, low, 0),
            (side * 0.26, low + 0.02, 0),
            (side * 0.34, low + 0.14, 0),
            (side * 0.34, high, 0),
        ]
        cactus.add(sweep(arm, [0.08, 0.085, 0.085, 0.08], 16), green)
        cactus.add(ellipsoid((0.16, 0.16, 0.16), 18), green, (side * 0.34, high, 0))
    cactus.post(0.15, 1.5)
    return cactus


def _cone_tree(look: Look, _rng: np.random.Generator) -> Assembly:
    tree = Assembly("grass", 40.0, fixed=True)
    tree.add(cone(0.45, 2.2, 30), foliage(look, linear("446b3a"), 0.09), (0, 0.25, 0))
    tree.post(0.06, 0.3)
    tree.add(sweep([(0, 0, 0), (0, 0.4, 0)], 0.06, 10), look.trim("wood", _BARK))
    return tree


def _named(maker: Maker) -> Thing:
    return Thing(maker, NATURAL)


PLANTS = things(
    {
        "tree": _named(_tree),
        "fir": _named(_fir),
        "palm": _named(_palm),
        "topiary": _named(_cone_tree),
        "bush": _named(_bush),
        "hedge": _named(_hedge),
        "flower": _named(_flower),
        "pot plant": _named(_pot_plant),
        "cactus": _named(_cactus),
    }
)
