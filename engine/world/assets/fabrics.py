"""What hangs and blows: flags, curtains, laundry, sails; the cloth of each is a woven part."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import NATURAL, Assembly, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.shapes import Vector, ellipsoid, rounded_box
from engine.world.assets.sweeps import cylinder, rod, sweep
from engine.world.model import Color, Mesh, Surface, Weave

_BRIGHT = ("b3261e", "1f5fa8", "e0a21b", "2f7d4f", "e8e4da", "7a3f8f")


def sheet(corner: Vector, right: Vector, down: Vector, weave: Weave, fold_m: float = 0.0,
          folds: int = 0) -> Mesh:  # fmt: skip
    """A grid of ``weave.rows`` by ``weave.columns`` from a corner; folded like a curtain if asked.

    Args:
        right, down: from the corner to the ends of the first row and column.
        fold_m: how deep the folds are.
    """
    u, v = np.meshgrid(np.linspace(0, 1, weave.columns), np.linspace(0, 1, weave.rows))
    place = (
        np.asarray(corner, float)
        + u[..., None] * np.asarray(right, float)
        + v[..., None] * np.asarray(down, float)
    )
    normal = np.cross(down, right)
    normal = normal / np.linalg.norm(normal)
    place = place + fold_m * np.sin(2 * np.pi * folds * u)[..., None] * normal
    i, j = (
        grid.ravel()
        for grid in np.meshgrid(np.arange(weave.columns - 1), np.arange(weave.rows - 1))
    )
    a = j * weave.columns + i
    b, c, d = a + 1, a + weave.columns, a + weave.columns + 1
    triangles = np.concatenate([np.stack([a, c, b], 1), np.stack([b, c, d], 1)])
    normals = np.tile(normal, (place[..., 0].size, 1))
    return Mesh(
        place.reshape(-1, 3).astype(np.float32),
        normals.astype(np.float32),
        triangles.astype(np.uint32),
    )


def _cloth(look: Look, color: Color) -> Surface:
    return look.paint("fabric", color, roughness=0.85)


def _left(weave: tuple[int, int]) -> tuple[int, ...]:
    """The vertices of the first column."""
    rows, columns = weave
    return tuple(range(0, rows * columns, columns))


def _flag(look: Look, rng: np.random.Generator) -> Assembly:
    flag = Assembly("fabric", 12.0, fixed=True)
    steel = look.trim("metal", linear("b8bcc0"), pattern="plain", roughness=0.35)
    height, wide, tall = 3.4, 1.5, 0.95
    flag.add(rod((0, 0, 0), (0, height, 0), 0.028, 0.02), steel)
    knob = look.trim("metal", COLOURS["brass"])
    flag.add(ellipsoid((0.045, 0.045, 0.045), 20), knob, (0, height, 0))
    flag.add(cylinder(0.16, 0.06, 0.01, 32), look.trim("stone", linear("77736c")))
    flag.post(0.028, height)
    weave = Weave(22, 34, _left((22, 34)), 0.13, 0.12)
    color = linear(_BRIGHT[int(rng.integers(len(_BRIGHT) - 2))])
    mesh = sheet((0.03, height - 0.08, 0), (wide, 0, 0), (0, -tall, 0), weave)
    flag.drape(mesh, _cloth(look, color), weave)
    return flag


def _curtain(look: Look, rng: np.random.Generator) -> Assembly:
    """A pair of curtains on a rail that stands on its own two posts behind them."""
    curtain = Assembly("fabric", 6.0, fixed=True)
    brass = look.trim("metal", COLOURS["brass"], pattern="plain")
    top, half = 2.2, 0.95
    color = linear(("d8cdb4", "8a2f33", "3f6277", "c9c4ba")[int(rng.integers(4))])
    curtain.add(sweep([(-half - 0.1, top, 0), (half + 0.1, top, 0)], 0.016, 12), brass)
    for side in (-1, 1):
        curtain.add(rod((side * (half + 0.1), 0, 0), (side * (half + 0.1), top, 0), 0.016), brass)
        curtain.post(0.016, top, (side * (half + 0.1), 0, 0))
        weave = Weave(28, 20, tuple(range(20)), 0.14, 0.08)
        left = -half if side < 0 else 0.04
        corner, wide, tall = (left, top - 0.02, 0), (half - 0.04, 0, 0), (0, -top + 0.1, 0)
        mesh = sheet(corner, wide, tall, weave, 0.045, 5)
        curtain.drape(mesh, _cloth(look, color), weave)
    return curtain


def _clothesline(look: Look, rng: np.random.Generator) -> Assembly:
    line = Assembly("wood", 25.0, fixed=True)
    wood = look.trim("wood", linear("6d4c30"))
    for x in (-1.9, 1.9):
        line.add(rounded_box((0.08, 2.1, 0.08), 0.012), wood, (x, 0, 0))
        line.box((0.08, 2.1, 0.08), (x, 0, 0))
        line.add(rounded_box((0.06, 0.06, 0.7), 0.012), wood, (x, 1.98, 0))
    rope = look.trim("fabric", linear("d9d2c0"), pattern="plain")
    spots = np.linspace(-1.9, 1.9, 25)
    sag = [(float(x), 2.0 - 0.06 * (1 - (float(x) / 1.9) ** 2), 0.0) for x in spots]
    line.add(sweep(sag, 0.006, 8), rope)
    x = -1.62
    while x < 1.3:
        wide, tall = float(rng.uniform(0.42, 0.85)), float(rng.uniform(0.6, 1.15))
        columns, rows = max(int(wide / 0.055), 6), max(int(tall / 0.06), 8)
        pegs = tuple(sorted({0, columns // 2, columns - 1}))
        weave = Weave(rows, columns, pegs, 0.22, 0.10)
        color = linear(_BRIGHT[int(rng.integers(len(_BRIGHT)))])
        mesh = sheet((x, 1.945, 0), (wide, 0, 0), (0, -tall, 0), weave)
        line.drape(mesh, _cloth(look, color), weave)
        x += wide + 0.12
    return line


def _sail(look: Look, rng: np.random.Generator) -> Assembly:
    """A mast with its boom and a sail between them, as it stands on a deck."""
    sail = Assembly("wood", 40.0, fixed=True)
    wood = look.trim("wood", linear("8a6238"))
    height, boom = 4.2, 2.2
    sail.add(rod((0, 0, 0), (0, height, 0), 0.05, 0.03), wood)
    sail.add(rod((0, 0.75, 0), (boom, 0.75, 0), 0.03, 0.024), wood)
    sail.post(0.05, height)
    rows, columns = 30, 20
    foot = tuple(range((rows - 1) * columns, rows * columns, 3))
    weave = Weave(rows, columns, tuple(sorted({*_left((rows, columns)), *foot})), 0.25, 0.5)
    mesh = sheet((0.06, height - 0.15, 0), (boom - 0.15, 0, 0), (0, -height + 0.95, 0), weave)
    places = mesh.positions.copy()
    share = np.repeat(np.linspace(0.12, 1.0, rows), columns)
    places[:, 0] = 0.06 + (places[:, 0] - 0.06) * share
    color = linear(("e8e4da", "c9643a", "e8e4da")[int(rng.integers(3))])
    cut = Mesh(places.astype(np.float32), mesh.normals, mesh.indices)
    sail.drape(cut, _cloth(look, color), weave)
    return sail


FABRICS = things(
    {
        "flag": Thing(_flag, NATURAL),
        "curtain": Thing(_curtain, NATURAL),
        "clothesline": Thing(_clothesline, NATURAL),
        "sail": Thing(_sail, NATURAL),
    }
)
