"""Shapes drawn by a moving outline: turned, extruded, and led along a path.

Conventions as in ``shapes``: metres, counter-clockwise from outside.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from engine.world.assets.shapes import Points, Triangles, Vector, creased, grid_triangles
from engine.world.model import Mesh


def lathe(profile: ArrayLike, segments: int = 36, crease_deg: float = 35.0) -> Mesh:
    """Turns a profile round the y axis.

    Args:
        profile: (n, 2) of (radius, height), upward along the outside; start and end at radius 0,
            or where it began, for a closed solid.
    """
    line = np.asarray(profile, dtype=np.float64)
    turn = np.arange(segments) * 2 * np.pi / segments
    points = np.stack(
        [
            line[:, None, 0] * np.sin(turn),
            np.broadcast_to(line[:, None, 1], (len(line), segments)),
            line[:, None, 0] * np.cos(turn),
        ],
        axis=-1,
    )
    return creased(
        points.reshape(-1, 3), grid_triangles(len(line), segments, wrap=True), crease_deg
    )


def rounded_profile(corners: ArrayLike, radius: float, steps: int = 3) -> Points:
    """The polyline with each inner corner replaced by a small curve of about ``radius``."""
    line = np.asarray(corners, dtype=np.float64)
    result = [line[0]]
    for before, corner, after in zip(line, line[1:], line[2:], strict=False):
        to_before, to_after = before - corner, after - corner
        length_before, length_after = np.linalg.norm(to_before), np.linalg.norm(to_after)
        if min(length_before, length_after) < 1e-9:
            continue
        reach = min(radius, 0.45 * length_before, 0.45 * length_after)
        start = corner + to_before / length_before * reach
        end = corner + to_after / length_after * reach
        for t in np.linspace(0, 1, steps + 1):
            result.append((1 - t) ** 2 * start + 2 * t * (1 - t) * corner + t * t * end)
    result.append(line[-1])
    return np.array(result)


def cylinder(
    radius: float, height: float, bevel: float = 0.0, segments: int = 36, top: float | None = None
) -> Mesh:
    """A round post on y = 0 with bevelled rims; ``top`` gives it another radius above."""
    above = radius if top is None else top
    corners = [(0.0, 0.0), (radius, 0.0), (above, height), (0.0, height)]
    bevel = min(bevel, height / 2.2, radius * 0.9)
    return lathe(rounded_profile(corners, bevel) if bevel > 0 else corners, segments)


def cone(radius: float, height: float, segments: int = 32) -> Mesh:
    """A cone standing on y = 0."""
    return lathe([(0, 0), (radius, 0), (0, height)], segments)


def capsule(radius: float, height: float, segments: int = 28) -> Mesh:
    """A pill on y = 0; ``height`` counts both round ends (at least two radii)."""
    arc = np.linspace(-np.pi / 2, 0, 7)
    low = np.column_stack([np.cos(arc), np.sin(arc) + 1]) * radius
    high = np.column_stack([low[::-1, 0], height - low[::-1, 1]])
    return lathe(np.concatenate([low, high]), segments, 60.0)


def torus(radius: float, thickness: float, segments: int = 40, sides: int = 12) -> Mesh:
    """A level ring round the origin; ``thickness`` is the radius of its tube."""
    arc = np.linspace(0, 2 * np.pi, sides + 1)
    ring = np.column_stack([radius + thickness * np.cos(arc), thickness * np.sin(arc)])
    return lathe(ring, segments, 80.0)


def sweep(path: ArrayLike, radius: ArrayLike, sides: int = 10, *, loop: bool = False) -> Mesh:
    """A round tube along a path, with flat ends (or joined to a loop).

    Args:
        path: (n, 3) points.
        radius: one, or one per point (0 gives a pointed end).
    """
    line = np.asarray(path, dtype=np.float64)
    radii = np.broadcast_to(np.asarray(radius, dtype=np.float64), (len(line),))
    across, upward = _frames(line, loop)
    turn = np.arange(sides) * 2 * np.pi / sides
    ring = across[:, None] * np.cos(turn)[:, None] + upward[:, None] * np.sin(turn)[:, None]
    points = (line[:, None] + ring * radii[:, None, None]).reshape(-1, 3)
    rows = len(line)
    if loop:
        points = np.concatenate([points, points[:sides]])
        return creased(points, grid_triangles(rows + 1, sides, wrap=True), 50.0)
    walls = grid_triangles(rows, sides, wrap=True)
    fan = np.arange(sides)
    after = (fan + 1) % sides
    start = np.column_stack([np.full(sides, len(points)), after, fan])
    last = (rows - 1) * sides
    end = np.column_stack([np.full(sides, len(points) + 1), last + fan, last + after])
    points = np.concatenate([points, line[:1], line[-1:]])
    return creased(points, np.concatenate([walls, start, end]), 50.0)


def _frames(line: Points, loop: bool) -> tuple[Points, Points]:
    """Two unit vectors across the path at each point, carried along without twisting."""
    forward = np.gradient(line, axis=0)
    if loop:
        forward = np.roll(line, -1, axis=0) - np.roll(line, 1, axis=0)
    forward /= np.maximum(np.linalg.norm(forward, axis=1, keepdims=True), 1e-12)
    start = np.eye(3)[np.argmin(np.abs(forward[0]))]
    across = np.empty_like(line)
    previous = start
    for index, direction in enumerate(forward):
        flat = previous - direction * float(previous @ direction)
        previous = flat / np.linalg.norm(flat)
        across[index] = previous
    return across, np.cross(forward, across)


def rod(start: Vector, end: Vector, radius: float, end_radius: float | None = None) -> Mesh:
    """A straight round bar between two points."""
    return sweep([start, end], [radius, radius if end_radius is None else end_radius], 12)


def rounded_rectangle(width: float, height: float, radius: float, steps: int = 4) -> Points:
    """(n, 2) outline round the origin, counter-clockwise."""
    radius = min(radius, width / 2 - 1e-4, height / 2 - 1e-4)
    arc = np.linspace(0, np.pi / 2, steps + 1)
    corners = [(1, 1, 0), (-1, 1, 1), (-1, -1, 2), (1, -1, 3)]
    return np.concatenate(
        [
            np.column_stack(
                [
                    sx * (width / 2 - radius) + radius * np.cos(arc + quarter * np.pi / 2),
                    sy * (height / 2 - radius) + radius * np.sin(arc + quarter * np.pi / 2),
                ]
            )
            for sx, sy, quarter in corners
        ]
    )


def extrude(outline: ArrayLike, depth: float, bevel: float = 0.0, crease_deg: float = 35.0) -> Mesh:
    """A flat shape in x-y given thickness along z, centred on z = 0.

    Args:
        outline: (n, 2) either way round, not crossing itself; may be concave.
        bevel: width of the slanted rim, front and back.
    """
    line = np.asarray(outline, dtype=np.float64)
    after = np.roll(line, -1, axis=0)
    if float((line[:, 0] * after[:, 1] - line[:, 1] * after[:, 0]).sum()) < 0:
        line = line[::-1]
    half = depth / 2
    if bevel > 0:
        soft = bevel * 0.3
        layers = [
            (_inset(line, bevel), half),
            (_inset(line, soft), half - soft),
            (line, half - bevel),
            (line, -half + bevel),
            (_inset(line, soft), -half + soft),
            (_inset(line, bevel), -half),
        ]
    else:
        layers = [(line, half), (line, -half)]
    count = len(line)
    points = np.concatenate(
        [np.column_stack([flat, np.full(count, z)]) for flat, z in reversed(layers)]
    )
    walls = grid_triangles(len(layers), count, wrap=True)
    cap = triangulated(layers[0][0])
    front = cap + (len(layers) - 1) * count
    return creased(points, np.concatenate([walls, front, cap[:, ::-1]]), crease_deg)


def _inset(line: Points, distance: float) -> Points:
    """The outline moved inward by ``distance`` at every edge."""
    edge = np.roll(line, -1, axis=0) - line
    edge /= np.maximum(np.linalg.norm(edge, axis=1, keepdims=True), 1e-12)
    inward = np.column_stack([-edge[:, 1], edge[:, 0]])
    both = inward + np.roll(inward, 1, axis=0)
    both /= np.maximum(np.linalg.norm(both, axis=1, keepdims=True), 1e-9)
    reach = np.maximum(np.einsum("ij,ij->i", both, inward), 0.35)
    return np.asarray(line + both * (distance / reach)[:, None])


def triangulated(outline: ArrayLike) -> Triangles:
    """Triangles that fill a counter-clockwise outline (ear clipping)."""
    line = np.asarray(outline, dtype=np.float64)
    left = list(range(len(line)))
    triangles: list[tuple[int, int, int]] = []
    while len(left) > 3:
        ear = next(
            (index for index in range(len(left)) if _is_ear(line, left, index)),
            0,
        )
        a, b, c = left[ear - 1], left[ear], left[(ear + 1) % len(left)]
        triangles.append((a, b, c))
        del left[ear]
    triangles.append((left[0], left[1], left[2]))
    return np.array(triangles, dtype=np.int64)


def _is_ear(line: Points, left: list[int], index: int) -> bool:
    a, b, c = line[left[index - 1]], line[left[index]], line[left[(index + 1) % len(left)]]
    if _turn(a, b, c) <= 1e-14:
        return False
    others = [
        i for i in left if i not in (left[index - 1], left[index], left[(index + 1) % len(left)])
    ]
    rest = line[others]
    inside = (_turn(a, b, rest) > 1e-14) & (_turn(b, c, rest) > 1e-14) & (_turn(c, a, rest) > 1e-14)
    return not bool(np.any(inside))


def _turn(a: Points, b: Points, c: Points) -> Points:
    return np.asarray(
        (b[..., 0] - a[..., 0]) * (c[..., 1] - a[..., 1])
        - (b[..., 1] - a[..., 1]) * (c[..., 0] - a[..., 0])
    )


def stack(layers: Sequence[tuple[float, float, float, float]], radius: float = 0.05,
          shift: Sequence[float] = (), crease_deg: float = 38.0) -> Mesh:  # fmt: skip
    """Rounded rectangles lying above one another, joined to a closed solid.

    Args:
        layers: (height, width, depth, corner radius factor) from below to above.
        radius: corner radius in metres, times each layer's factor.
        shift: z of each layer's middle; empty is all 0.
    """
    offsets = shift or [0.0] * len(layers)
    rows = []
    for (height, width, depth, factor), z in zip(layers, offsets, strict=True):
        flat = rounded_rectangle(width, depth, radius * factor)
        rows.append(np.column_stack([flat[:, 0], np.full(len(flat), height), z - flat[:, 1]]))
    count = len(rows[0])
    points = np.concatenate(rows)
    top = triangulated(rounded_rectangle(*layers[-1][1:3], radius * layers[-1][3]))
    bottom = triangulated(rounded_rectangle(*layers[0][1:3], radius * layers[0][3]))[:, ::-1]
    walls = grid_triangles(len(rows), count, wrap=True)
    faces = np.concatenate([walls, bottom, top + (len(rows) - 1) * count])
    return creased(points, faces, crease_deg)
