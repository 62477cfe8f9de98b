"""Hair: a cap that grows out of the scalp, and locks that fall from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from engine.world.figures.anatomy import Array
from engine.world.figures.bodies import Body
from engine.world.figures.colors import shaded
from engine.world.figures.countenance import Head
from engine.world.figures.forms import ball
from engine.world.figures.garments import Piece
from engine.world.figures.looks import Look
from engine.world.figures.patches import Patch, clipped, finer, joined, normals_of, smoothed, solid
from engine.world.model import Surface


@dataclass(frozen=True)
class Style:
    """How hair grows and falls.

    Attributes:
        cap_m: thickness of the cap over the scalp.
        locks: how many; ``steps`` and ``step_m`` their length.
        width_m: of a lock at its root.
        lift_m: how far locks lie off the head.
        gravity: 0 stands out to 1 falls.
        cling: 0 free to 1 lies on the head.
        comb: way of the hair at the crown: (aside, up, ahead).
        bumps_m: height of curls on the cap.
    """

    cap_m: float
    locks: int = 0
    steps: int = 5
    step_m: float = 0.012
    width_m: float = 0.014
    lift_m: float = 0.004
    gravity: float = 0.35
    cling: float = 0.85
    comb: tuple[float, float, float] = (0.0, 0.0, 0.0)
    bumps_m: float = 0.0


STYLES: Mapping[str, Style] = {
    "buzz": Style(0.0035),
    "short": Style(0.006, 280, 4, 0.011, 0.0095, 0.003, 0.25, 0.8, (0.0, 0.1, 0.55)),
    "side": Style(0.009, 280, 5, 0.013, 0.010, 0.004, 0.22, 0.75, (-0.75, 0.15, 0.40)),
    "spiky": Style(0.007, 150, 4, 0.014, 0.018, 0.010, -0.5, 0.0, (0.0, 1.0, 0.1)),
    "receding": Style(0.004, 150, 4, 0.011, 0.008, 0.002, 0.35, 0.9, (0.0, 0.0, -0.5)),
    "bob": Style(0.010, 170, 8, 0.0225, 0.014, 0.006, 0.75, 0.8),
    "long": Style(0.010, 160, 10, 0.036, 0.016, 0.006, 0.85, 0.8),
    "ponytail": Style(0.007, 150, 7, 0.016, 0.011, 0.002, 0.0, 0.95, (0.0, 0.25, -1.0)),
    "pigtails": Style(0.007, 150, 6, 0.014, 0.011, 0.002, 0.0, 0.95, (0.8, -0.2, -0.5)),
    "bun": Style(0.007, 150, 7, 0.015, 0.011, 0.002, 0.0, 0.95, (0.0, 0.35, -1.0)),
    "curly": Style(0.016, bumps_m=0.010),
    "afro": Style(0.045, bumps_m=0.008),
    "mohawk": Style(0.003, 70, 5, 0.018, 0.020, 0.015, -0.8, 0.0, (0.0, 1.0, -0.2)),
}
"""Hair by name; what is not here is bald."""

_LINES: Mapping[str, tuple[float, ...]] = {
    "usual": (0.300, 0.292, 0.260, 0.150, -0.03, 0.02, -0.08, -0.20, -0.27, -0.29),
    "receding": (0.46, 0.44, 0.34, 0.16, -0.01, 0.02, -0.06, -0.18, -0.25, -0.27),
    "mohawk": (0.30, 0.30, 0.30, 0.24, 0.22, 0.20, 0.16, 0.10, 0.0, -0.1),
}
"""Heights of the hairline above the eyes in head heights, from the forehead round to the nape."""


def hair_field(head: Head, style: str) -> Array:
    """(vertices of the head's patch,) positive where hair grows, in metres."""
    line = _LINES.get(style, _LINES["usual"])
    edge = np.interp(head.front, np.linspace(0.0, np.pi, len(line)), line)
    value = (head.level - edge) * head.tall_m
    if style == "mohawk":
        value = np.minimum(value, 0.022 - np.abs(head.patch.positions[:, 0]))
    out = np.linalg.norm(head.patch.positions[:, (0, 2)] - head.center[[0, 2]], axis=1)
    ear = (head.level < 0.13) & (np.abs(head.patch.positions[:, 0]) > 0.365 * head.tall_m)
    return np.where(ear & (out > 0), -0.02, value)


def hair_pieces(body: Body, head: Head, look: Look, covered: float | None) -> list[Piece]:
    """The hair's parts.

    Args:
        covered: above this height (in head heights over the eyes) a hat presses it flat.
    """
    style = STYLES.get(look.hair)
    if style is None:
        return []
    chance = np.random.default_rng(int(1e6 * body.height_m) % 65521)
    field = hair_field(head, look.hair)
    size = head.tall_m / 0.225
    base = Surface(look.hair_color, roughness=0.62)
    light = Surface(shaded(look.hair_color, 1.35), roughness=0.5)
    deep = Surface(shaded(look.hair_color, 0.7), roughness=0.7)
    cap = _cap(head, field, style, size, covered, chance)
    pieces: list[Piece] = [("hair.cap", cap, deep if style.locks else base)]
    if style.locks:
        count = style.locks if covered is None else style.locks // 2
        strands = _locks(body, head, field, style, size, count, covered, chance)
        half = len(strands) // 2
        for name, some, surface in (("hair.locks", strands[:half], base),
                                    ("hair.lights", strands[half:], light)):  # fmt: skip
            if some:
                pieces.append((name, joined(*some), surface))
    pieces += _tied(head, look, size, base, chance)
    return pieces


def _cap(
    head: Head, field: Array, style: Style, size: float, covered: float | None,
    chance: np.random.Generator,
) -> Patch:  # fmt: skip
    scalp = clipped(head.patch, field)
    rows = np.zeros(scalp.mixture.shape[1])
    rows[head.patch.mixture.indices] = np.clip(field, 0.0, None)
    depth = np.clip(np.asarray(scalp.mixture @ rows) / (0.022 * size), 0.0, 1.0)
    if style.bumps_m:
        scalp = finer(scalp)
        depth = np.clip(np.asarray(scalp.mixture @ rows) / (0.022 * size), 0.0, 1.0)
    thick = 0.001 + style.cap_m * size * depth * (2 - depth)
    if covered is not None:
        level = (scalp.positions[:, 1] - head.center[1]) / head.tall_m
        thick = np.where(level > covered - 0.03, 0.001, thick)
    if style.bumps_m:
        thick = thick + style.bumps_m * size * depth * _curls(scalp.positions, chance, size)
    return smoothed(scalp, 1, 0.5).pushed(thick)


def _curls(points: Array, chance: np.random.Generator, size: float) -> Array:
    """(n,) 0 to 1: round bumps all over."""
    low, high = points.min(axis=0) - 0.01, points.max(axis=0) + 0.01
    seeds = chance.uniform(low, high, (2600, 3))
    surface = cKDTree(points)
    near, _ = surface.query(seeds)
    seeds = seeds[near < 0.012 * size][:420]
    distance, _ = cKDTree(seeds).query(points)
    return np.asarray(np.sqrt(np.clip(1.0 - (distance / (0.017 * size)) ** 2, 0.0, 1.0)))


def _locks(
    body: Body, head: Head, field: Array, style: Style, size: float, count: int,
    covered: float | None, chance: np.random.Generator,
) -> list[Patch]:  # fmt: skip
    patch = head.patch
    middle = patch.triangles[(field[patch.triangles] > 0.0005 * size).all(axis=1)]
    corners = patch.positions[middle]
    area = np.linalg.norm(
        np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1
    )
    if style.gravity < 0.6:
        level = (corners.mean(axis=1)[:, 1] - head.center[1]) / head.tall_m
        area = np.where(level < -0.08, 0.0, area)
    if covered is not None:
        level = (corners.mean(axis=1)[:, 1] - head.center[1]) / head.tall_m
        area = np.where(level > covered - 0.05, 0.0, area)
    if not area.sum():
        return []
    edge = field[middle].mean(axis=1) < 0.014 * size
    area = np.where(edge, 2.2 * area, area)
    picks = middle[chance.choice(len(middle), count, p=area / area.sum())]
    shares = chance.dirichlet((1.0, 1.0, 1.0), count)[:, :, None]
    roots = (patch.positions[picks] * shares).sum(axis=1)
    normals = (patch.normals[picks] * shares).sum(axis=1)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    paths = _fallen(body, head, style, size, roots, normals, chance)
    width = style.width_m * size * chance.uniform(0.75, 1.25, count)
    return [_lock(path, wide, head.center) for path, wide in zip(paths, width, strict=True)]


def _fallen(
    body: Body, head: Head, style: Style, size: float, roots: Array, normals: Array,
    chance: np.random.Generator,
) -> Array:  # fmt: skip
    """(locks, steps + 1, 3) where locks lie: they slide over head and shoulders."""
    rows = np.unique(np.concatenate([body.triangles("body")]))
    upper = rows[body.points[rows, 1] > head.chin_m - 0.5 * size]
    tree = cKDTree(body.points[upper])
    side = np.where(roots[:, 0] >= 0.0, 1.0, -1.0)[:, None]
    comb = np.array(style.comb) * np.ones((len(roots), 1))
    if abs(style.comb[0]) > 0 and style.gravity == 0.0:
        comb = comb * np.concatenate([side, np.ones_like(side), np.ones_like(side)], axis=1)
    if style.gravity >= 0.7:  # a parting: hair goes to both sides and away from the face
        parted = np.concatenate([side * 0.8, 0.0 * side, -0.55 + 0.0 * side], axis=1)
        comb = parted
    point = roots + normals * style.cap_m * size * 0.6
    way = (0.9 - 0.9 * style.cling) * normals + comb + chance.normal(0.0, 0.12, roots.shape)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    path = [point]
    lying = style.lift_m * size + style.cap_m * size * 0.55
    length = chance.uniform(0.82, 1.12, (len(roots), 1)) * style.step_m * size
    for k in range(style.steps):
        pull = style.gravity * (0.35 + 0.65 * min(k / 3.0, 1.0))
        goal = comb * 0.25 * max(1.0 - k / 4.0, 0.0)
        way = way + goal + np.array((0.0, -pull, 0.0)) + chance.normal(0.0, 0.05, way.shape)
        way[:, 2] -= 0.15 * (point[:, 1] < head.chin_m + 0.02 * size)
        point = point + way / np.linalg.norm(way, axis=1, keepdims=True) * length
        for _ in range(2):
            _, near = tree.query(point)
            at, out = body.points[upper[near]], body.normals[upper[near]]
            gap = np.sum((point - at) * out, axis=1)
            on_head = body.head_share[upper[near]] > 0.5
            clear = np.where(on_head, lying, lying + 0.020 * size)
            back = np.where(on_head & (gap > clear), style.cling * (clear - gap), 0.0)
            point = point + out * (np.maximum(clear - gap, 0.0) + back)[:, None]
        before = path[-1]
        way = (point - before) / np.maximum(
            np.linalg.norm(point - before, axis=1, keepdims=True), 1e-9
        )
        path.append(point)
    return np.stack(path, axis=1)


def _lock(path: Array, width: float, center: Array) -> Patch:
    """A flat tapering strand along a path, thicker in its middle."""
    count = len(path)
    along = np.gradient(path, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    out = path - center
    out -= along * np.sum(out * along, axis=1, keepdims=True)
    out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
    aside = np.cross(along, out)
    u = np.linspace(0.0, 1.0, count)[:, None]
    wide = (
        width * np.sqrt(np.clip(1.0 - u**3, 0.0, 1.0)) * (0.6 + 0.4 * np.minimum(u * 4, 1)) + 2e-4
    )
    rings = np.stack(
        [path - aside * wide, path + out * wide * 0.55, path + aside * wide], axis=1
    ).reshape(-1, 3)
    first = np.arange(count - 1)[:, None] * 3
    a = first + np.array((0, 1))
    rows = np.concatenate(
        [np.stack([a, a + 3, a + 1], axis=2).reshape(-1, 3),
         np.stack([a + 1, a + 3, a + 4], axis=2).reshape(-1, 3)]
    )  # fmt: skip
    facing = normals_of(rings, rows)
    if float(np.sum(facing.reshape(-1, 3, 3)[:, 1] * out)) < 0.0:
        rows = rows[:, ::-1]
    return solid(rings, rows, "head")


def _tied(
    head: Head, look: Look, size: float, surface: Surface, chance: np.random.Generator
) -> list[Piece]:
    top, back = head.center[1] + 0.24 * head.tall_m, head.center[2] - 0.50 * head.tall_m
    if look.hair == "bun":
        knot = ball((0.0, top, back), (0.042 * size, 0.038 * size, 0.034 * size), 18)
        points = knot.positions.astype(float)
        swirl = np.arctan2(points[:, 1] - top, points[:, 0])
        points += (
            knot.normals * (0.0035 * size * np.sin(5 * swirl + 40 * (points[:, 2] - back)))[:, None]
        )
        return [("hair.bun", solid(points, knot.indices.astype(np.intp), "head"), surface)]
    if look.hair == "ponytail":
        return [
            ("hair.tail", _tail(np.array((0.0, top - 0.02, back + 0.01)), size, chance), surface)
        ]
    if look.hair == "pigtails":
        at = np.array(
            (
                0.40 * head.tall_m,
                head.center[1] + 0.05 * head.tall_m,
                head.center[2] - 0.16 * head.tall_m,
            )
        )
        one = _tail(at, size * 0.75, chance, 0.5)
        two = _tail(at * (-1, 1, 1), size * 0.75, chance, -0.5)
        return [("hair.tails", joined(one, two), surface)]
    return []


def _tail(at: Array, size: float, chance: np.random.Generator, aside: float = 0.0) -> Patch:
    """A tied tail of several locks."""
    locks = []
    for _ in range(16):
        start = at + chance.normal(0.0, 0.006 * size, 3)
        out = np.array((aside, 0.25, -0.8)) + chance.normal(0.0, 0.22, 3)
        points, way = [start], out
        for k in range(9):
            way = way * 0.72 + np.array((0.0, -0.42, 0.0)) + chance.normal(0.0, 0.035, 3)
            step = way / np.linalg.norm(way) * (0.028 if k else 0.02) * size
            points.append(points[-1] + step)
        locks.append(
            _lock(np.array(points), 0.017 * size, at + np.array((-aside * 0.1, -0.08, 0.10)))
        )
    return joined(*locks)
