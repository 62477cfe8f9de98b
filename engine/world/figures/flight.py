"""When and how a bird is in the air: heights, wing beats, take-offs and landings."""

from __future__ import annotations

import math
from collections.abc import Sequence

from engine.world.figures.acts import Act
from engine.world.figures.fowl import Fowl
from engine.world.figures.steps import smooth

_HEIGHT_M = 2.2
_NEXT_S = 0.12


class Flight:
    """The flying acts of one bird.

    Args:
        phase: where its wing beats begin, radians.
    """

    def __init__(self, acts: Sequence[Act], fowl: Fowl, phase: float) -> None:
        self.acts = tuple(act for act in acts if act.kind == "fly")
        self._fowl, self._phase = fowl, phase

    def times(self) -> tuple[tuple[float, float], ...]:
        """(take-off, landing) of every flight; flights next to each other are one."""
        spans: list[tuple[float, float]] = []
        for act in self.acts:
            if spans and act.start_s - spans[-1][1] < _NEXT_S:
                spans[-1] = (spans[-1][0], max(act.end_s, spans[-1][1]))
            else:
                spans.append((act.start_s, act.end_s))
        return tuple(spans)

    def height(self, t: float) -> float:
        """Height of the feet above the ground, metres."""
        most = 0.0
        for act in self.acts:
            top = act.target[1] if act.target is not None else _HEIGHT_M
            ramp = min(1.1 + 0.15 * top, 0.35 * act.length_s)
            others = [other for other in self.acts if other is not act]
            before = any(abs(o.end_s - act.start_s) < _NEXT_S for o in others)
            after = any(abs(o.start_s - act.end_s) < _NEXT_S for o in others)
            rise = 1.0 if before and t >= act.start_s else smooth((t - act.start_s) / ramp)
            fall = 1.0 if after and t <= act.end_s else smooth((act.end_s - t) / ramp)
            most = max(most, top * rise * fall)
        return most

    def climb(self, t: float) -> float:
        """Rate of rising, m/s."""
        return (self.height(t + 0.05) - self.height(t - 0.05)) / 0.1

    def spread(self, t: float) -> float:
        """How far the wings are opened, 0 to 1: a little before take-off and after landing."""
        return max(
            (smooth((t - start + 0.22) / 0.22) * smooth((end + 0.30 - t) / 0.30)
             for start, end in self.times()), default=0.0,
        )  # fmt: skip

    def beat(self, t: float) -> float:
        """Phase of the wing beats, radians."""
        return 2.0 * math.pi * self._fowl.flaps_hz * t + self._phase

    def work(self, t: float) -> float:
        """How hard it flaps: 0 glides, 1 climbs."""
        climb = self.climb(t)
        share = self._fowl.glide
        period = max(6.0 / self._fowl.flaps_hz, 1.2)
        cycle = (t / period + self._phase) % 1.0
        resting = smooth((cycle - (1.0 - share)) / 0.12) * smooth((1.0 - cycle) / 0.10 + 0.05)
        gliding = resting if share > 0.0 else 0.0
        level = 0.70 - 0.64 * gliding
        return min(level + 0.30 * smooth(climb / 1.2) + 0.25 * smooth(-climb / 1.5), 1.0)

    def flare(self, t: float) -> float:
        """How much it brakes before it lands, 0 to 1."""
        near = smooth((0.9 - self.height(t)) / 0.8)
        return near * smooth(-self.climb(t) / 0.5)
