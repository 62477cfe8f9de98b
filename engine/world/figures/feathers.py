"""Feathers: single blades, wings of them spread and folded, tails."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from engine.world.figures.forms import ball, merged, mesh_of, moved, tube, turned
from engine.world.figures.joints import Array, unit
from engine.world.model import Mesh

_OUTLINE = np.array((0.45, 0.92, 1.0, 0.80, 0.12))
_POINTED = np.array((0.60, 1.0, 0.92, 0.56, 0.04))
_ALONG = np.array((0.0, 0.26, 0.60, 0.88, 1.0))
_CAMBER = 0.14


def blade(
    root: Sequence[float] | Array, along: Sequence[float] | Array, up: Sequence[float] | Array,
    length: float, width: float, droop: float = 0.0, pointed: bool = False,
) -> Mesh:  # fmt: skip
    """One feather: a thin curved blade with a top and an underside."""
    forward = unit(np.asarray(along, np.float64))
    above = unit(np.asarray(up, np.float64) - forward * float(np.asarray(up) @ forward))
    side = np.cross(forward, above)
    outline = _POINTED if pointed else _OUTLINE
    u = _ALONG[:, None]
    middle = np.asarray(root) + length * (forward * u - above * droop * u**2)
    half = 0.5 * width * outline[:, None]
    columns = np.stack(
        [middle - side * half, middle + above * (_CAMBER * half), middle + side * half], axis=1
    )
    rows = len(outline)
    at = np.arange(rows * 3).reshape(rows, 3)
    a, b, c, d = (q.ravel() for q in (at[:-1, :-1], at[:-1, 1:], at[1:, 1:], at[1:, :-1]))
    faces = np.concatenate([np.stack([a, b, c], 1), np.stack([a, c, d], 1)])
    points = columns.reshape(-1, 3)
    top = mesh_of(points, faces)
    under = mesh_of(points - above * 0.015 * width, faces[:, ::-1].copy())
    return merged(top, under)


def secondaries(span: float, chord: float) -> Mesh:
    """Flight feathers of the inner half of a left wing, which lies along +X from its root."""
    return merged(*(
        blade((x * span, -0.004 * k * chord, 0.18 * chord), (0.05 + 0.12 * x, -0.03, -1.0),
              (0, 1, 0), chord * (1.02 - 0.1 * x), 0.125 * span)
        for k, x in enumerate(np.linspace(0.02, 0.47, 8))
    ))  # fmt: skip


def primaries(span: float, chord: float, tips: str) -> Mesh:
    """Flight feathers of the outer half, from the wrist at the origin: ``"point"``, ``"finger"``
    or ``"round"``."""
    longest = {"point": 0.46, "finger": 0.36, "round": 0.30}[tips]
    feathers = []
    for k, u in enumerate(np.linspace(0.0, 1.0, 9)):
        turn = np.radians(6.0 + 68.0 * u)
        length = chord * (1 - u) + max(longest * span, 0.75 * chord) * u
        wide = {"point": 0.10, "finger": 0.062, "round": 0.12}[tips] * span
        feathers.append(
            blade((0.30 * span * u, -0.004 * k * chord, (0.18 + 0.04 * u) * chord),
                  (np.sin(turn), 0.02, -np.cos(turn)), (0, 1, 0), length,
                  wide * (1.25 - 0.35 * u), pointed=tips == "point")
        )  # fmt: skip
    return merged(*feathers)


def coverts(span: float, chord: float, outer: bool) -> Mesh:
    """The short feathers and the arm under them: of the outer half, or of the inner one."""
    begin, end = (0.0, 0.30) if outer else (-0.06, 0.47)
    pieces = []
    for k, x in enumerate(np.linspace(begin, end, 5)):
        lean = 0.9 * (x / 0.3) if outer else 0.1
        for row, (length, lift) in enumerate(((0.62, 0.020), (0.36, 0.038))):
            pieces.append(
                blade((x * span, (lift + 0.002 * k) * chord, 0.24 * chord), (lean, -0.02, -1.0),
                      (0, 1, 0), length * chord, (0.17 - 0.03 * row) * span)
            )  # fmt: skip
    thick = 0.085 * chord
    arm = tube(
        [(begin * span, 0.0, 0.22 * chord), ((begin + end) / 2 * span, 0.01 * chord, 0.27 * chord),
         (end * span, 0.0, 0.22 * chord)],
        (1.3 * thick, thick, 0.8 * thick) if not outer else (0.8 * thick, 0.6 * thick, 0.3 * thick),
        7, 2,
    )  # fmt: skip
    return merged(arm, *pieces)


def folded_wing(length: float, height: float, thick: float) -> tuple[Mesh, Mesh]:
    """A left wing closed against the body, along -Z from the shoulder: (coverts, flight feathers).

    Args:
        length: of the closed wing; ``height``: of its shield; ``thick``: how far it stands out.
    """
    shield = ball((0, -0.10 * height, -0.36 * length), (thick, 0.52 * height, 0.44 * length), 14)
    rows = [
        blade((0.80 * thick, (0.16 - 0.17 * k) * height, -0.34 * length),
              (-0.10, -0.20 + 0.05 * k, -1.0), (1.0, 0.25, 0.0), (0.44 - 0.03 * k) * length,
              0.24 * height, 0.05)
        for k in range(4)
    ]  # fmt: skip
    flight = [
        blade((0.82 * thick - 0.05 * thick * k, (0.10 - 0.15 * k) * height, -0.42 * length),
              (-0.14, -0.10 + 0.05 * k, -1.0), (1.0, 0.30, 0.0),
              (0.66 - 0.055 * k) * length, 0.27 * height, 0.02)
        for k in range(5)
    ]  # fmt: skip
    return merged(shield, *rows), merged(*flight)


def fan(
    length: float, width: float, spread: float, count: int, fork: float = 0.0,
    pointed: bool = False,
) -> Mesh:  # fmt: skip
    """A tail along -Z from its root; ``fork`` above 0 makes the outer feathers longer."""
    feathers = []
    for k, u in enumerate(np.linspace(-1.0, 1.0, count)):
        turn = spread * u
        long = length * (1.0 + fork * (abs(u) - 0.5) * 2.0)
        feathers.append(
            blade((0.10 * width * u, -0.03 * width * abs(u) + 0.001 * k * width, 0.0),
                  (np.sin(turn), 0.0, -np.cos(turn)), (0.1 * u, 1, 0), long, width, 0.05, pointed)
        )  # fmt: skip
    return merged(*feathers)


def upright_fan(length: float, width: float, count: int, half_turn: float) -> Mesh:
    """A wheel of feathers in the X-Y plane about the origin, up being its middle."""
    return merged(*(
        blade((0, 0, -0.002 * (k % 2)), (np.sin(a), np.cos(a), -0.12), (0, 0, 1), length, width)
        for k, a in enumerate(np.linspace(-half_turn, half_turn, count))
    ))  # fmt: skip


def eye_spots(radii: Iterable[float], count: int, half_turn: float, size: float,
              forward: float) -> Mesh:  # fmt: skip
    """Discs on the feathers of ``upright_fan``; every other ring is set off by half a feather."""
    spots = []
    for ring, radius in enumerate(radii):
        for k, a in enumerate(np.linspace(-half_turn, half_turn, count)[ring % 2 :: 2]):
            disc = _disc(0.8 * size, size)
            spots.append(
                moved(disc, (radius * np.sin(a), radius * np.cos(a),
                             forward - 0.12 * radius + 0.0005 * k), turned(z=-np.degrees(a)))
            )  # fmt: skip
    return merged(*spots)


def _disc(half_width: float, half_height: float) -> Mesh:
    """A flat oval that faces +Z, slightly domed."""
    turn = np.linspace(0.0, 2.0 * np.pi, 8, endpoint=False)
    rim = np.column_stack([half_width * np.cos(turn), half_height * np.sin(turn), 0.0 * turn])
    points = np.concatenate([rim, [(0.0, 0.0, 0.15 * half_height)]])
    k = np.arange(8)
    return mesh_of(points, np.stack([k, (k + 1) % 8, np.full(8, 8)], 1))


def sickles(length: float) -> Mesh:
    """A cock's tail: arched plumes that rise behind and fall over."""
    plumes = []
    for k, (lift, aside) in enumerate(
        (lift, aside) for lift in (1.0, 0.72) for aside in (-0.30, -0.1, 0.1, 0.30)
    ):
        knots = np.array([(0, 0, 0), (0.2 * aside, 0.55 * lift, -0.25), (aside, 0.80 * lift, -0.65),
                          (1.3 * aside, 0.42 * lift, -1.0)]) * length  # fmt: skip
        plume = tube(knots, np.array((0.03, 0.075, 0.07, 0.008)) * length, 6, 2)
        plumes.append(moved(plume, (0, 0, -0.004 * k * length)))
    return merged(*plumes)
