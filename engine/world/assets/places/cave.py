"""A cave: rough walls closing above, dripstones, a pool of daylight from a crack."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import Assembly
from engine.world.assets.landforms import rings, rolling, smoothstep
from engine.world.assets.look import Look
from engine.world.assets.palette import linear
from engine.world.assets.places.dressing import boulders, country
from engine.world.assets.places.masonry import torch
from engine.world.assets.setting import Place, Set, Stage, coat
from engine.world.assets.shapes import Points, creased, grid_triangles, placed, plane, transformed
from engine.world.assets.sweeps import cylinder, lathe
from engine.world.model import Mesh

_HALF_M, _BACK_M, _FRONT_M, _HIGH_M = 6.5, -8.0, 13.0, 5.2

_FEET = {
    "back wall": (0.0, -6.4), "left wall": (-4.6, 0.0), "right wall": (4.6, 0.0),
    "ceiling": (0.0, 0.0),
}  # fmt: skip
"""Where each side begins: x, z."""


def cave(set_: Set) -> Place:
    """Deep in the rock by torchlight."""
    ground = coat(
        "stone", linear("6d6459"), color2=linear("514a42"), pattern="concrete", pattern_scale_m=1.6
    )
    rock = coat(
        "stone", linear("786d60"), pattern="cliff", color2=linear("5a5248"), pattern_scale_m=2.2
    )
    seed = int(set_.rng.integers(1000))
    for name, mesh in _hollow(seed).items():
        x, z = _FEET[name]
        set_.paint(name, transformed(mesh, placed((-x, 0, -z))), rock, (x, 0, z), hill=True)
    meadow = coat("grass", linear("6f8f45"), color2=linear("8fa055"))
    set_.paint("meadow", plane(120.0, 60.0), meadow, (0, 0.01, -41.0))
    set_.paint("meadow", plane(120.0, 60.0), meadow, (0, 0.01, 46.0))
    country(set_, meadow, start_m=24.0, rise_m=24.0, trees=150, firs=True, wood_from_m=26.0)
    floor = rings(
        lambda x, z: 1.3 * smoothstep(4.6, 9.5, np.hypot(x, z - 1.0)) * rolling(x, z, 4.0, seed, 4),
        4.4, 15.0, 20, 72,
    )  # fmt: skip
    set_.paint("floor", floor, ground, hill=True)
    _dripstones(set_)
    boulders(
        set_,
        ((-3.4, -3.0, 2.2), (3.8, -3.4, 3.0), (4.6, 0.4, 1.8), (-4.6, 1.4, 2.4), (2.4, -4.8, 1.2)),
        "6d6459",
    )
    _torches(set_)
    return Place(
        "cave",
        ground,
        "stone",
        True,
        20.0,
        tuple(set_.things),
        (),
        tuple(set_.lights),
        Stage((0.0, 0.0), 2.2),
    )


def _hollow(seed: int) -> dict[str, Mesh]:
    """The inside of a long bubble in the rock: its sides, roof and the rim of its mouth."""
    along = np.linspace(0, 1, 46)[:, None]
    round_ = np.linspace(0, np.pi, 49)[None, :]
    taper = np.sin(np.clip(along * 0.72 + 0.02, 0, 1) * np.pi) ** 0.35
    z = _BACK_M + (_FRONT_M - _BACK_M) * along + 0 * round_
    x, y = -_HALF_M * 1.12 * np.cos(round_) * taper, _HIGH_M * np.sin(round_) ** 0.7 * taper
    bump = rolling((x + 40 + 1.3 * y).reshape(-1), (z + 2.1 * y).reshape(-1), 2.6, seed, 4) - 0.5
    scale = (1 + 0.42 * bump).reshape(x.shape)
    points = np.stack([x * scale, y * scale - 0.25, z], axis=-1)
    pieces = {
        "back wall": (slice(0, 7), slice(0, 49)), "left wall": (slice(6, 46), slice(0, 15)),
        "ceiling": (slice(6, 46), slice(14, 35)), "right wall": (slice(6, 46), slice(34, 49)),
    }  # fmt: skip
    meshes = {}
    for name, (rows, columns) in pieces.items():
        part: Points = points[rows, columns]
        faces = grid_triangles(part.shape[0], part.shape[1])
        meshes[name] = creased(part.reshape(-1, 3), faces, 42)
    return meshes


def _dripstones(set_: Set) -> None:
    """Cones of stone that stand and hang round the middle."""
    pale = coat(
        "stone", linear("8f8373"), color2=linear("6d6357"), pattern="concrete", pattern_scale_m=0.8
    )
    for number in range(34):
        turn = float(set_.rng.uniform(0, 2 * np.pi))
        away = float(set_.rng.uniform(3.4, 6.6))
        tall = float(set_.rng.uniform(0.5, 1.7))
        wide = tall * float(set_.rng.uniform(0.14, 0.22))
        x, z = away * float(np.sin(turn)), 1.0 + away * 1.2 * float(np.cos(turn))
        if abs(x) < 1.6 and z > -2.0:
            continue
        line = [
            (0, 0),
            (wide, 0.02),
            (wide * 0.62, tall * 0.3),
            (wide * 0.28, tall * 0.7),
            (0, tall),
        ]
        if number % 3 == 0:
            set_.paint("dripstone", lathe(line, 12, 70), pale, (x, 0, z))
        else:
            hung = [(r, tall - y) for r, y in line[::-1]]
            set_.paint("dripstone", lathe(hung, 12, 70), pale, (x, 3.9 - 0.35 * tall, z))


def _torches(set_: Set) -> None:
    """Two torches on posts, and daylight from the mouth."""
    for x, z in ((-3.0, -2.2), (3.2, -2.0)):
        post = Assembly("wood", 10.0, fixed=True)
        post.add(cylinder(0.06, 1.4, 0.02, 12), coat("wood", linear("4b3524")))
        torch(post, (0, 1.1, 0))
        post.post(0.06, 1.4)
        set_.put(set_.still(post.finished("torch", Look())), (x, 0, z))
        set_.light((x * 0.95, 1.9, z + 0.3), (11.0, 6.4, 2.6), 9.0)
    set_.light((0.6, 2.4, 3.4), (9.0, 6.6, 4.2), 9.0)
    set_.light((0.0, 4.2, -5.4), (5.0, 8.0, 11.0), 9.0)
