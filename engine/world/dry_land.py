"""The ground where it lies at y = 0: a plane with waters and drops cut out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.world.model import Drop, Water

Rectangle = tuple[float, float, float, float]
"""Low x, low z, high x, high z, metres."""


def dry_land(reach_m: float, holes: Sequence[Water | Drop]) -> tuple[Rectangle, ...]:
    """Rectangles that cover the plan from ``-reach_m`` to ``reach_m`` except the holes."""
    pieces: tuple[Rectangle, ...] = ((-reach_m, -reach_m, reach_m, reach_m),)
    for hole in holes:
        cut = (*hole.low_m, *hole.high_m)
        pieces = tuple(rest for piece in pieces for rest in _without(piece, cut))
    return pieces


def _without(piece: Rectangle, hole: Rectangle) -> Iterable[Rectangle]:
    """What is left of a rectangle round a hole."""
    x0, z0, x1, z1 = piece
    left, back = max(x0, hole[0]), max(z0, hole[1])
    right, front = min(x1, hole[2]), min(z1, hole[3])
    if left >= right or back >= front:
        return (piece,)
    around = ((x0, z0, x1, back), (x0, front, x1, z1), (x0, back, left, front),
              (right, back, x1, front))  # fmt: skip
    return tuple(rest for rest in around if rest[2] > rest[0] and rest[3] > rest[1])
