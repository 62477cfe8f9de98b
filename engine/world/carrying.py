"""Where held things are: in a hand or between two, turned with the body that carries them."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

import numpy as np

from engine.world.model import Matrix
from engine.world.scene import Carry, Prop, Scene

_BODY_RATE_HZ = 60
_HAND_RATE_HZ = 120


class _Sampled:
    """Values of a performance at evenly spaced moments, interpolated between: cheap to ask."""

    def __init__(self, value: Callable[[float], np.ndarray], rate_hz: int) -> None:
        self._value = value
        self._rate_hz = rate_hz
        self._known: dict[int, np.ndarray] = {}

    def at(self, time_s: float) -> np.ndarray:
        """The value, metres or unit vectors."""
        place = time_s * self._rate_hz
        index = math.floor(place)
        first, second = self._sample(index), self._sample(index + 1)
        between: np.ndarray = first + (place - index) * (second - first)
        return between

    def _sample(self, index: int) -> np.ndarray:
        if index not in self._known:
            value = self._value(max(index, 0) / self._rate_hz)
            self._known[index] = np.asarray(value, np.float64)
        return self._known[index]


class Bearers:
    """Knows at any time where the actors of a scene stand and what their hands hold."""

    def __init__(self, scene: Scene) -> None:
        self._carries = scene.carries
        self._bodies: dict[str, _Sampled] = {}
        self._ahead: dict[str, _Sampled] = {}
        self._hands: dict[tuple[str, str], _Sampled] = {}
        for actor in scene.actors:
            play = actor.performance
            self._bodies[actor.label] = _Sampled(play.position, _BODY_RATE_HZ)
            self._ahead[actor.label] = _Sampled(partial(_ahead, play.heading), _BODY_RATE_HZ)
            for side in ("L", "R"):
                hand = partial(play.hand, side=side)
                self._hands[actor.label, side] = _Sampled(hand, _HAND_RATE_HZ)

    def position(self, actor: str, time_s: float) -> np.ndarray:
        """(3,) where an actor stands, metres."""
        return self._bodies[actor].at(time_s)

    def carry(self, prop: str, time_s: float) -> Carry | None:
        """Who holds a prop at a moment."""
        return next(
            (
                carry
                for carry in self._carries
                if carry.prop == prop and carry.start_s <= time_s < carry.end_s
            ),
            None,
        )

    def last_carry(self, prop: str, time_s: float) -> Carry:
        """The carry of a prop that ended last."""
        ended = [c for c in self._carries if c.prop == prop and c.end_s <= time_s]
        return max(ended, key=lambda carry: carry.end_s)

    def held_pose(self, prop: Prop, carry: Carry, time_s: float) -> Matrix:
        """Model-to-world of a held prop: upright, its grip in the hand."""
        sides = ("L", "R") if carry.side == "both" else (carry.side,)
        spot = np.mean([self._hands[carry.actor, side].at(time_s) for side in sides], axis=0)
        x, _, z = self._ahead[carry.actor].at(time_s)
        length = max(math.hypot(x, z), 1e-9)
        sine, cosine = x / length, z / length
        pose = np.eye(4)
        pose[:3, :3] = [[cosine, 0, sine], [0, 1, 0], [-sine, 0, cosine]]
        grip = carry.grip_m or (0.0, prop.model.size_m[1] / 2, 0.0)
        pose[:3, 3] = spot - pose[:3, :3] @ np.array(grip)
        return pose


def _ahead(heading: Callable[[float], float], time_s: float) -> np.ndarray:
    angle = heading(time_s)
    return np.array([math.sin(angle), 0.0, math.cos(angle)])
