"""Bodies that neither stand nor sit: kneeling, lying, falling, crawling, swimming, riding."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.world.figures.acts import Act
from engine.world.figures.gestures import value_at
from engine.world.figures.steps import smooth

Keys = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Posture:
    """Where hips and feet are, lengths in leg lengths.

    Attributes:
        height: of the hips over the ground.
        ahead: of the hips before the place where the figure stands.
        pitch: of the hips, radians; positive leans forward.
        level: 0 the head stays upright to 1 it goes with the trunk.
        feet: (ahead, up) of the ankles from below the hips, and their pitch; None stays planted.
        period_s, swing: feet that go round or back and forth: how long, and how far (ahead, up).
    """

    height: Keys
    ahead: Keys = ((0.0, 0.0),)
    pitch: Keys = ((0.0, 0.0),)
    level: float = 0.0
    feet: tuple[float, float, float] | None = None
    period_s: float = 0.0
    swing: tuple[float, float] = (0.0, 0.0)
    rise_s: float = 0.6
    stays: bool = False


POSTURES: Mapping[str, Posture] = {
    "kneel": Posture(((0.0, 0.60),), feet=(-0.42, 0.10, 1.25), rise_s=0.9),
    "crouch": Posture(((0.0, 0.50),), ahead=((0.0, -0.08),), pitch=((0.0, 0.25),)),
    "lie": Posture(
        ((0.0, 1.0), (0.45, 0.22), (1.0, 0.14)),
        ahead=((0.0, 0.0), (0.45, -0.35), (1.0, -0.85)),
        pitch=((0.0, 0.0), (0.45, -0.15), (1.0, -1.52)),
        level=1.0,
        rise_s=0.4,
        stays=True,
    ),
    "fall": Posture(
        ((0.0, 1.0), (0.35, 0.72), (0.62, 0.16), (0.72, 0.18), (0.82, 0.14), (1.0, 0.14)),
        ahead=((0.0, 0.0), (0.35, -0.22), (0.62, -0.72), (1.0, -0.85)),
        pitch=((0.0, 0.0), (0.35, -0.45), (0.65, -1.35), (1.0, -1.5)),
        level=1.0,
        rise_s=0.1,
        stays=True,
    ),
    "crawl": Posture(
        ((0.0, 0.60),),
        pitch=((0.0, 1.25),),
        level=0.75,
        feet=(-0.40, 0.09, 1.35),
        period_s=1.1,
        swing=(0.16, 0.0),
    ),
    "swim": Posture(
        ((0.0, 0.0),),
        pitch=((0.0, 1.45),),
        level=0.8,
        feet=(-0.93, 0.02, 1.5),
        period_s=0.55,
        swing=(0.0, 0.13),
    ),
    "climb": Posture(
        ((0.0, 0.93),),
        pitch=((0.0, 0.05),),
        feet=(0.22, 0.20, 0.2),
        period_s=1.2,
        swing=(0.0, 0.20),
    ),
    "ride": Posture(((0.0, 0.0),), pitch=((0.0, 0.10),), feet=(0.22, -0.72, 0.1)),
}
"""Postures by the kind of act."""


@dataclass(frozen=True)
class Pose:
    """A posture at a moment; ``feet`` are (ahead, up, pitch) for left and right, or None."""

    weight: float
    height: float
    ahead: float
    pitch: float
    level: float
    feet: tuple[tuple[float, float, float], ...] | None
    floats: bool


def pose_of(acts: Sequence[Act], time_s: float) -> Pose | None:
    """The posture that a figure is in; None on its feet or a seat."""
    for act in reversed(acts):
        posture = POSTURES.get(act.kind)
        if posture is None or time_s <= act.start_s:
            continue
        weight = smooth((time_s - act.start_s) / posture.rise_s)
        later = [
            other
            for other in acts
            if other.start_s >= act.end_s - 0.05 and other is not act and other.kind in _RISING
        ]
        if later or not posture.stays:
            over = later[0].start_s if later and posture.stays else act.end_s
            weight *= smooth((over + 0.8 - time_s) / 0.8)
        if weight > 0.0:
            return _posed(act, posture, weight, time_s)
    return None


_RISING = frozenset("walk run stand turn jump dance kick sit stand_up crawl kneel".split())


def _posed(act: Act, posture: Posture, weight: float, time_s: float) -> Pose:
    u = min((time_s - act.start_s) / max(act.length_s, 1e-6), 1.0)
    if posture.stays:
        u = min((time_s - act.start_s) / min(max(act.length_s, 0.3), 2.2), 1.0)
    height = value_at(posture.height, u)
    feet = None
    if posture.feet is not None:
        phase = 2 * math.pi * (time_s - act.start_s) / posture.period_s if posture.period_s else 0.0
        swing = posture.swing
        if act.kind == "ride" and act.style == "bicycle":
            phase, swing = 2 * math.pi * (time_s - act.start_s) * 1.1, (0.16, 0.16)
        ahead, up, pitch = posture.feet
        feet = tuple(
            (
                ahead + swing[0] * math.sin(phase + half),
                up + swing[1] * math.cos(phase + half),
                pitch,
            )
            for half in (0.0, math.pi)
        )
    floats = act.kind in ("swim", "ride")
    if floats and act.target is not None:
        height = act.target[1]
    return Pose(
        weight,
        height,
        value_at(posture.ahead, u),
        value_at(posture.pitch, u),
        posture.level,
        feet,
        floats,
    )
