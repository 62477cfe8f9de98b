"""What arms do in acts that need no aim: keyed paths of the wrists, once or over and over.

Places are in the chest's space from the shoulder joint in arm's lengths, for a left arm (x is
outward); both arms mirror each other unless a gesture gives them their own keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine.world.figures.joints import Array
from engine.world.figures.steps import smooth

Triple = tuple[float, float, float]
_DOWN: Triple = (0.13, -0.97, 0.05)
_BACK: Triple = (0.35, -0.1, -1.0)
_LOW: Triple = (0.5, -0.8, -0.5)


@dataclass(frozen=True)
class Key:
    """An arm at a share of the act (or of the period)."""

    at: float
    wrist: Triple
    pole: Triple = _LOW
    roll: float = 0.15
    flex: float = 0.0
    hand: str = "relaxed"
    shrug: float = 0.0


@dataclass(frozen=True)
class Gesture:
    """Keys of the arms.

    Attributes:
        both, left, right: in order of ``at``; an arm without keys hangs as it would.
        period_s: 0 plays once through the act.
        lag: how far the right arm is behind the left, in periods.
        lean, twist: of the trunk while it lasts, radians; ``sway`` swings with the period.
        nod: how far the head bends down, radians.
    """

    both: tuple[Key, ...] = ()
    left: tuple[Key, ...] = ()
    right: tuple[Key, ...] = ()
    period_s: float = 0.0
    lag: float = 0.0
    lean: tuple[tuple[float, float], ...] = ()
    twist: tuple[tuple[float, float], ...] = ()
    nod: float = 0.0

    def keys(self, side: str) -> tuple[Key, ...]:
        """Of one arm, ``"L"`` or ``"R"``."""
        return (self.left if side == "L" else self.right) or self.both


def _keys(*keys: Key) -> tuple[Key, ...]:
    return keys


def _held(
    wrist: Triple, hand: str = "hold", roll: float = 0.15, pole: Triple = _LOW, flex: float = 0.0
) -> Key:
    return Key(0.0, wrist, pole, roll, flex, hand)


_W = 0.37


def _two(at: float, place: Triple, roll: float = 0.0) -> tuple[Key, Key]:
    """Both hands at one place, measured from between the shoulders; x to the left."""
    x, y, z = place
    left = Key(at, (x - _W - 0.04, y, z), _LOW, roll, 0.0, "grip")
    right = Key(at, (-x - _W + 0.04, y, z + 0.03), _LOW, roll, 0.0, "grip")
    return left, right


_SWING = (
    _two(0.00, (0.05, -0.45, 0.55)),
    _two(0.28, (-0.48, 0.02, 0.12)),
    _two(0.46, (-0.42, -0.10, 0.22)),
    _two(0.58, (0.06, -0.28, 0.86)),
    _two(0.72, (0.55, 0.05, 0.42)),
    _two(1.00, (0.05, -0.45, 0.55)),
)
_SHOT = (
    Key(0.0, (0.10, -0.44, 0.46), _LOW, 0.1, 0.0, "grip"),
    Key(0.3, (0.62, 0.10, -0.42), _LOW, 0.4, -0.2, "grip"),
    Key(0.5, (0.42, 0.02, 0.62), _LOW, 0.5, 0.0, "grip"),
    Key(0.68, (-0.40, 0.20, 0.62), _LOW, 0.9, 0.1, "grip"),
    Key(1.0, (0.10, -0.44, 0.46), _LOW, 0.1, 0.0, "grip"),
)

GESTURES: Mapping[str, Gesture] = {
    "clap": Gesture(
        both=_keys(
            Key(0.0, (-0.12, -0.26, 0.52), _LOW, 0.3, 0.0, "flat"),
            Key(0.5, (-0.345, -0.24, 0.56), _LOW, 0.1, 0.0, "flat"),
            Key(1.0, (-0.12, -0.26, 0.52), _LOW, 0.3, 0.0, "flat"),
        ),
        period_s=0.38,
    ),
    "shrug": Gesture(
        both=_keys(
            Key(0.0, _DOWN, _BACK),
            Key(0.35, (0.24, -0.58, 0.42), _BACK, -1.25, 0.0, "flat", 1.0),
            Key(0.7, (0.24, -0.58, 0.42), _BACK, -1.25, 0.0, "flat", 1.0),
            Key(1.0, _DOWN, _BACK),
        )
    ),
    "drink": Gesture(
        right=(
            Key(0.0, (0.0, -0.48, 0.52), _LOW, 0.1, 0.0, "grip"),
            Key(0.32, (-0.27, 0.10, 0.44), _LOW, 0.25, 0.1, "grip"),
            Key(0.72, (-0.27, 0.14, 0.43), _LOW, 0.45, 0.15, "grip"),
            Key(1.0, (0.0, -0.48, 0.52), _LOW, 0.1, 0.0, "grip"),
        )
    ),
    "eat": Gesture(
        right=(
            Key(0.0, (-0.08, -0.42, 0.56), _LOW, 0.9, 0.0, "pinch"),
            Key(0.45, (-0.27, 0.08, 0.42), _LOW, 0.5, 0.3, "pinch"),
            Key(0.6, (-0.27, 0.10, 0.42), _LOW, 0.4, 0.3, "pinch"),
            Key(1.0, (-0.08, -0.42, 0.56), _LOW, 0.9, 0.0, "pinch"),
        ),
        period_s=2.2,
        nod=0.12,
    ),
    "phone": Gesture(right=(_held((-0.06, 0.24, 0.20), "hold", 0.0, (0.8, -0.9, -0.1), 0.35),)),
    "read": Gesture(both=_keys(_held((-0.16, -0.30, 0.52), "hold", -0.5)), nod=0.30),
    "type": Gesture(
        left=(
            _held((-0.14, -0.40, 0.58), "hold", 1.05),
            Key(0.5, (-0.10, -0.385, 0.60), _LOW, 1.05, 0.0, "hold"),
            Key(1.0, (-0.14, -0.40, 0.58), _LOW, 1.05, 0.0, "hold"),
        ),
        right=(
            _held((-0.12, -0.385, 0.59), "hold", 1.05),
            Key(0.5, (-0.16, -0.40, 0.58), _LOW, 1.05, 0.0, "hold"),
            Key(1.0, (-0.12, -0.385, 0.59), _LOW, 1.05, 0.0, "hold"),
        ),
        period_s=0.31,
        nod=0.18,
    ),
    "guitar": Gesture(
        left=(
            _held((0.30, -0.22, 0.52), "grip", -0.9),
            Key(0.5, (0.24, -0.25, 0.54), _LOW, -0.9, 0.0, "grip"),
            Key(1.0, (0.30, -0.22, 0.52), _LOW, -0.9, 0.0, "grip"),
        ),
        right=(
            _held((-0.20, -0.42, 0.34), "pinch", 0.4, (0.9, -0.2, -0.4)),
            Key(0.25, (-0.22, -0.52, 0.36), (0.9, -0.2, -0.4), 0.4, 0.15, "pinch"),
            Key(0.5, (-0.20, -0.42, 0.34), (0.9, -0.2, -0.4), 0.4, 0.0, "pinch"),
            Key(1.0, (-0.20, -0.42, 0.34), (0.9, -0.2, -0.4), 0.4, 0.0, "pinch"),
        ),
        period_s=0.6,
        nod=0.12,
    ),
    "swing": Gesture(
        left=tuple(pair[0] for pair in _SWING),
        right=tuple(pair[1] for pair in _SWING),
        twist=((0.0, 0.0), (0.3, -0.55), (0.46, -0.5), (0.62, 0.35), (0.75, 0.55), (1.0, 0.0)),
    ),
    "racket": Gesture(
        right=_SHOT, twist=((0.0, 0.0), (0.3, -0.5), (0.5, 0.1), (0.68, 0.4), (1.0, 0.0))
    ),
    "hammer": Gesture(
        right=(
            Key(0.0, (-0.05, -0.30, 0.62), _LOW, 0.1, 0.2, "grip"),
            Key(0.55, (0.05, 0.42, 0.22), _LOW, 0.1, -0.3, "grip"),
            Key(0.9, (-0.05, -0.32, 0.64), _LOW, 0.1, 0.35, "grip"),
            Key(1.0, (-0.05, -0.30, 0.62), _LOW, 0.1, 0.2, "grip"),
        ),
        period_s=0.8,
        lean=((0.0, 0.25), (1.0, 0.25)),
        nod=0.2,
    ),
    "push": Gesture(
        both=_keys(_held((-0.02, -0.12, 0.86), "flat", 1.2, (0.8, -0.6, -0.2), -1.0)),
        lean=((0.0, 0.30), (1.0, 0.30)),
    ),
    "pull": Gesture(
        both=_keys(
            Key(0.0, (-0.10, -0.28, 0.88), _LOW, 0.9, 0.0, "fist"),
            Key(0.5, (0.02, -0.36, 0.36), _LOW, 0.9, 0.0, "fist"),
            Key(1.0, (-0.10, -0.28, 0.88), _LOW, 0.9, 0.0, "fist"),
        ),
        period_s=1.4,
        lean=((0.0, 0.05), (0.5, -0.28), (1.0, 0.05)),
    ),
    "carry": Gesture(both=_keys(_held((-0.08, -0.46, 0.56), "hold", -1.0))),
    "hug": Gesture(
        both=_keys(_held((-0.20, -0.14, 0.62), "flat", 0.7, (0.9, -0.4, -0.2), 0.5)),
        lean=((0.0, 0.08), (1.0, 0.08)),
    ),
    "bow": Gesture(lean=((0.0, 0.0), (0.35, 0.95), (0.65, 0.95), (1.0, 0.0)), nod=0.2),
    "catch": Gesture(
        both=_keys(
            Key(0.0, (-0.05, -0.35, 0.50), _LOW, -0.4, 0.0, "spread"),
            Key(0.45, (-0.17, -0.05, 0.72), _LOW, 0.0, -0.4, "spread"),
            Key(0.55, (-0.22, -0.10, 0.66), _LOW, 0.0, 0.0, "grip"),
            Key(1.0, (-0.20, -0.36, 0.46), _LOW, 0.0, 0.0, "grip"),
        )
    ),
    "drop": Gesture(
        right=(
            Key(0.0, (0.10, -0.44, 0.50), _LOW, 0.9, 0.0, "grip"),
            Key(0.45, (0.10, -0.40, 0.58), _LOW, 1.1, 0.0, "grip"),
            Key(0.52, (0.10, -0.39, 0.58), _LOW, 1.1, 0.0, "spread"),
            Key(1.0, (0.10, -0.44, 0.46), _LOW, 0.6, 0.0, "relaxed"),
        )
    ),
    "drive": Gesture(
        left=(
            _held((-0.08, -0.26, 0.66), "grip", 0.5),
            Key(0.5, (-0.06, -0.20, 0.66), _LOW, 0.5, 0.0, "grip"),
            Key(1.0, (-0.08, -0.26, 0.66), _LOW, 0.5, 0.0, "grip"),
        ),
        right=(
            _held((-0.08, -0.24, 0.66), "grip", 0.5),
            Key(0.5, (-0.08, -0.30, 0.66), _LOW, 0.5, 0.0, "grip"),
            Key(1.0, (-0.08, -0.24, 0.66), _LOW, 0.5, 0.0, "grip"),
        ),
        period_s=2.6,
    ),
    "ride": Gesture(
        both=_keys(_held((-0.02, -0.50, 0.68), "fist", 0.8)), lean=((0.0, 0.38), (1.0, 0.38))
    ),
    "crawl": Gesture(
        both=_keys(
            Key(0.0, (-0.02, -0.35, 0.93), _LOW, 1.2, -1.1, "flat"),
            Key(0.5, (0.0, 0.30, 0.93), _LOW, 1.2, -1.1, "flat"),
            Key(0.75, (0.02, 0.0, 0.70), _LOW, 1.2, -0.6, "flat"),
            Key(1.0, (-0.02, -0.35, 0.93), _LOW, 1.2, -1.1, "flat"),
        ),
        period_s=1.1,
        lag=0.5,
        nod=-0.5,
    ),
    "swim": Gesture(
        both=_keys(
            Key(0.0, (0.10, 0.92, 0.15), _LOW, 0.6, 0.0, "flat"),
            Key(0.25, (0.05, 0.30, 0.80), _LOW, 0.6, 0.0, "flat"),
            Key(0.5, (0.15, -0.75, 0.40), _LOW, 0.4, 0.0, "flat"),
            Key(0.75, (0.45, -0.10, -0.55), (0.7, 0.3, -0.8), 0.4, 0.0, "flat"),
            Key(1.0, (0.10, 0.92, 0.15), _LOW, 0.6, 0.0, "flat"),
        ),
        period_s=1.3,
        lag=0.5,
        nod=-0.35,
    ),
    "climb": Gesture(
        both=_keys(
            Key(0.0, (0.02, 0.80, 0.42), _LOW, 0.9, 0.0, "grip"),
            Key(0.5, (0.02, 0.05, 0.62), _LOW, 0.9, 0.0, "grip"),
            Key(0.75, (0.08, 0.40, 0.35), _LOW, 0.9, 0.0, "spread"),
            Key(1.0, (0.02, 0.80, 0.42), _LOW, 0.9, 0.0, "grip"),
        ),
        period_s=1.2,
        lag=0.5,
        nod=-0.3,
    ),
    "lie": Gesture(both=_keys(_held((0.28, -0.88, -0.05), "relaxed", 0.6, _BACK))),
    "fall": Gesture(
        both=_keys(
            Key(0.0, _DOWN, _BACK),
            Key(0.25, (0.75, 0.25, 0.35), _LOW, 0.5, 0.0, "spread"),
            Key(0.6, (0.70, -0.30, 0.15), _LOW, 0.5, 0.0, "spread"),
            Key(1.0, (0.45, -0.78, -0.02), _BACK, 0.6, 0.0, "relaxed"),
        )
    ),
    "kneel": Gesture(both=_keys(_held((0.02, -0.66, 0.36), "relaxed", 0.6))),
}
"""Arms by the kind of act."""


def gesture_of(kind: str, style: str) -> Gesture | None:
    """The gesture of an act, None where arms need an aim or nothing."""
    return GESTURES.get(style if kind == "swing" and style in GESTURES else kind)


def share_of(gesture: Gesture, since_s: float, length_s: float) -> float:
    """How far along its keys a gesture is, 0 to 1."""
    if gesture.period_s:
        return (since_s / gesture.period_s) % 1.0
    return min(max(since_s / max(length_s, 1e-6), 0.0), 1.0)


def key_at(keys: tuple[Key, ...], u: float) -> tuple[Array, Array, float, float, str, float]:
    """(wrist, pole, roll, flex, hand, shrug) between the keys."""
    after = next((k for k, key in enumerate(keys) if key.at > u), len(keys))
    first, second = keys[max(after - 1, 0)], keys[min(after, len(keys) - 1)]
    share = smooth((u - first.at) / max(second.at - first.at, 1e-6))

    def mix(a: float | Triple, b: float | Triple) -> Array:
        return np.asarray(a, float) * (1 - share) + np.asarray(b, float) * share

    return (
        mix(first.wrist, second.wrist),
        mix(first.pole, second.pole),
        float(mix(first.roll, second.roll)),
        float(mix(first.flex, second.flex)),
        second.hand if share > 0.5 else first.hand,
        float(mix(first.shrug, second.shrug)),
    )


def value_at(keys: tuple[tuple[float, float], ...], u: float) -> float:
    """A number between keys (share, value); 0 without keys."""
    if not keys:
        return 0.0
    after = next((k for k, key in enumerate(keys) if key[0] > u), len(keys))
    first, second = keys[max(after - 1, 0)], keys[min(after, len(keys) - 1)]
    share = smooth((u - first[0]) / max(second[0] - first[0], 1e-6))
    return first[1] + (second[1] - first[1]) * share
