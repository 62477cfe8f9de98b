"""What covers the ground outdoors: grass, flower patches, hills; cheap enough to be many."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.world.assets.palette import linear
from engine.world.assets.setting import Set, coat, scenery
from engine.world.assets.shapes import Points, blob, creased, ellipsoid, merged, placed, transformed
from engine.world.model import Mesh


def grass_patch(seed: int, *, blades: int = 46, radius: float = 0.9, height: float = 0.3) -> Mesh:
    """Bent blades of grass on a disc, each a thin closed spike of six faces."""
    rng = np.random.default_rng(seed)
    spread = radius * np.sqrt(rng.random(blades))
    angle = rng.uniform(0, 2 * np.pi, blades)
    foot = np.column_stack([spread * np.sin(angle), np.zeros(blades), spread * np.cos(angle)])
    tall = height * rng.uniform(0.45, 1.0, blades) * (1.05 - 0.5 * spread / radius)
    face = rng.uniform(0, 2 * np.pi, blades)
    across = np.column_stack([np.cos(face), np.zeros(blades), -np.sin(face)])
    along = np.column_stack([np.sin(face), np.zeros(blades), np.cos(face)])
    lean = rng.uniform(0.1, 0.5, blades)[:, None]
    up = np.array([0.0, 1.0, 0.0])
    wide = 0.02 * height / 0.3
    middle = foot + (up * 0.6 + along * lean * 0.3) * tall[:, None]
    corners: list[Points] = [
        foot - across * wide / 2, foot + across * wide / 2, foot + along * wide * 0.4,
        middle - across * wide / 2.4, middle + across * wide / 2.4, middle + along * wide * 0.3,
        foot + (up + along * lean) * tall[:, None],
    ]  # fmt: skip
    points = np.stack(corners, axis=1)
    spike = np.array([(0, 2, 1), (0, 1, 4), (0, 4, 3), (1, 2, 5), (1, 5, 4), (2, 0, 3), (2, 3, 5),
                      (3, 4, 6), (4, 5, 6), (5, 3, 6)])  # fmt: skip
    faces = (np.arange(blades)[:, None, None] * 7 + spike[:, ::-1]).reshape(-1, 3)
    mesh = creased(points.reshape(-1, 3), faces, 80.0)
    soft = mesh.normals * 0.35 + np.array([0.0, 1.0, 0.0], np.float32)
    soft /= np.linalg.norm(soft, axis=1, keepdims=True)
    return replace(mesh, normals=soft.astype(np.float32))


def flower_patch(seed: int, count: int = 8, radius: float = 0.7) -> tuple[Mesh, Mesh]:
    """Stems with leaves, and the heads on them, of a small drift of flowers."""
    rng = np.random.default_rng(seed)
    stems, heads = [], []
    petal = ellipsoid((0.036, 0.012, 0.06), 6)
    for _ in range(count):
        r, a = radius * float(np.sqrt(rng.random())), float(rng.uniform(0, 2 * np.pi))
        x, z, y = r * np.sin(a), r * np.cos(a), float(rng.uniform(0.2, 0.36))
        stems.append(transformed(ellipsoid((0.012, y, 0.012), 6), placed((x, y / 2, z))))
        for number in range(5):
            turn = placed((x, y, z), (-20, 72 * number, 0)) @ placed((0, 0, 0.034))
            heads.append(transformed(petal, turn))
    return merged(stems), merged(heads)


def scatter(
    set_: Set, count: int, near: tuple[float, float], far: tuple[float, float], clear_m: float = 3.6
) -> list[tuple[float, float]]:
    """``count`` (x, z) points in the box ``near`` (x0, x1) by ``far`` (z0, z1), off the stage."""
    points: list[tuple[float, float]] = []
    while len(points) < count:
        x, z = float(set_.rng.uniform(*near)), float(set_.rng.uniform(*far))
        if np.hypot(x, z) > clear_m:
            points.append((x, z))
    return points


def sow_grass(
    set_: Set, spots: list[tuple[float, float]], color: str = "6d8f35", height: float = 0.3
) -> None:
    """Grass patches of three kinds over the spots."""
    kinds = [
        scenery("grass", grass_patch(int(set_.rng.integers(2**31)), height=height),
                coat("grass", linear(color), pattern="plain", roughness=0.9))
        for _ in range(3)
    ]  # fmt: skip
    for number, (x, z) in enumerate(spots):
        set_.put(kinds[number % 3], (x, 0, z), float(set_.rng.uniform(0, 360)))


def sow_flowers(set_: Set, spots: list[tuple[float, float]], colors: tuple[str, ...]) -> None:
    """Drifts of flowers, one colour each."""
    for number, (x, z) in enumerate(spots):
        stems, heads = flower_patch(int(set_.rng.integers(2**31)))
        green = coat("grass", linear("56803a"), pattern="plain")
        set_.put(scenery("stems", stems, green), (x, 0, z))
        petals = coat(
            "fabric", linear(colors[number % len(colors)]), pattern="plain", roughness=0.7
        )
        lift = float(heads.positions[:, 1].min())
        set_.put(scenery("flowers", heads, petals), (x, lift, z))


def hills(set_: Set, specs: tuple[tuple[float, float, float, float, str], ...]) -> None:
    """Rolling hills: (x, z, radius, height, colour) each."""
    for number, (x, z, radius, height, color) in enumerate(specs):
        squash = (1.35, height / radius, 0.8)
        mesh = blob(radius, 40 + number, roughness=0.05, divisions=2, squash=squash)
        surface = coat("grass", linear(color), pattern_scale_m=3.0)
        lowest = float(mesh.positions[:, 1].min())
        set_.put(scenery("hill", mesh, surface), (x, lowest, z))
