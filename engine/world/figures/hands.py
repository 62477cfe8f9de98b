"""Fingers: curled, stretched, gripping, pointing, and how the hand sits on the forearm."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.world.figures.joints import Array, about_x, about_z, pose
from engine.world.model import Skin

Curl = tuple[float, float, float]
Hand = tuple[Curl, Curl, Curl, Curl, Curl]
"""Bending of every finger's joints in radians beyond the rest, thumb first."""


def _same(thumb: Curl, finger: Curl, step: float = 0.0) -> Hand:
    rows = [tuple(bend + step * k for bend in finger) for k in range(4)]
    return (thumb, *((a, b, c) for a, b, c in rows))  # type: ignore[return-value]


HANDS: Mapping[str, Hand] = {
    "relaxed": _same((0.05, 0.10, 0.10), (0.10, 0.22, 0.12), 0.05),
    "flat": _same((-0.10, -0.05, -0.10), (-0.14, -0.25, -0.18)),
    "spread": _same((-0.25, -0.15, -0.15), (-0.20, -0.30, -0.20)),
    "fist": _same((0.35, 0.50, 0.60), (1.20, 1.35, 0.95), 0.02),
    "grip": _same((0.30, 0.30, 0.35), (0.62, 0.72, 0.50), 0.05),
    "hold": _same((0.15, 0.15, 0.15), (0.38, 0.42, 0.28), 0.03),
    "point": (
        (0.25, 0.45, 0.50), (-0.12, -0.28, -0.18), (1.15, 1.30, 0.90), (1.20, 1.35, 0.95),
        (1.25, 1.35, 0.95),
    ),
    "pinch": (
        (0.20, 0.25, 0.25), (0.55, 0.55, 0.30), (0.60, 0.50, 0.25), (0.35, 0.40, 0.20),
        (0.30, 0.35, 0.20),
    ),
}  # fmt: skip
"""Shapes of a hand by name."""
_FAN = (0.0, 0.16, 0.03, -0.10, -0.24)
"""How far a spread hand's fingers lie apart, radians towards the thumb."""


def mixed(shapes: Mapping[str, float]) -> Array:
    """(5, 3) bending of a hand that is some shares of named shapes; the rest of it is relaxed."""
    total = sum(shapes.values())
    scale = 1.0 / max(total, 1.0)
    bends = max(1.0 - total, 0.0) * np.array(HANDS["relaxed"])
    for name, share in shapes.items():
        bends = bends + share * scale * np.array(HANDS[name])
    return np.asarray(bends)


class Fingers:
    """Where a hand's finger bones are, from the rest pose of the skin."""

    def __init__(self, skin: Skin) -> None:
        order = {name: k for k, name in enumerate(skin.bones)}
        self._local: dict[str, list[tuple[str, Array]]] = {}
        for side in ("L", "R"):
            chain = []
            for finger in range(1, 6):
                parent = f"hand_{side}"
                for k in range(1, 4):
                    name = f"finger_{finger}{k}_{side}"
                    bind = np.linalg.inv(skin.binds[order[parent]]) @ skin.binds[order[name]]
                    chain.append((name, bind))
                    parent = name
            self._local[side] = chain

    def poses(self, hand: Array, side: str, bends: Array, spread: float) -> dict[str, Array]:
        """Poses (4, 4) of the fingers' bones.

        Args:
            hand: pose (4, 4) of the hand.
            bends: (5, 3) radians, see ``mixed``.
            spread: 0 fingers side by side to 1 fanned out.
        """
        sign = 1.0 if side == "L" else -1.0
        bones: dict[str, Array] = {}
        before = hand
        for index, (name, local) in enumerate(self._local[side]):
            finger, k = divmod(index, 3)
            parent = hand if k == 0 else before
            bend = float(bends[finger, k])
            turn = about_x(sign * bend) if finger == 0 else about_z(-sign * bend)
            if k == 0 and finger > 0 and spread:
                turn = about_x(-spread * _FAN[finger]) @ turn
            before = parent @ local @ pose(turn, (0.0, 0.0, 0.0))
            bones[name] = before
        return bones
