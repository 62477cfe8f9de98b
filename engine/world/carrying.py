"""Where held things are: in a hand or between two, turned with the body or with one bone of it."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

import numpy as np

from engine.world.model import Matrix
from engine.world.scene import Carry, Prop, Scene

_BODY_RATE_HZ = 60
_HAND_RATE_HZ = 120
_SIP_FROM_M, _SIP_M = 0.34, 0.14
_SIP_RAD = 0.9


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
        self._bones: dict[tuple[str, str], _Sampled] = {}
        self._plays = {actor.label: actor.performance for actor in scene.actors}
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
        """Model-to-world of a held prop: its grip in the hand, upright or turned with a bone."""
        sides = ("L", "R") if carry.side == "both" else (carry.side,)
        spot = np.mean([self._hands[carry.actor, side].at(time_s) for side in sides], axis=0)
        frame = self._frame(carry, time_s)
        if carry.bone and not carry.bone.startswith("hand"):
            spot = self._bone(carry.actor, carry.bone).at(time_s)[:3, 3]
        pose = np.eye(4)
        x, y = (np.asarray(axis, np.float64) for axis in carry.axes)
        pose[:3, :3] = frame @ np.stack([x, y, np.cross(x, y)], axis=1)
        if carry.tips:
            pose[:3, :3] = self._tipped(carry.actor, spot, time_s) @ pose[:3, :3]
        grip = carry.grip_m or (0.0, prop.model.size_m[1] / 2, 0.0)
        pose[:3, 3] = spot + frame @ np.array(carry.shift_m) - pose[:3, :3] @ np.array(grip)
        return pose

    def _frame(self, carry: Carry, time_s: float) -> np.ndarray:
        """(3, 3) the bone's turn, or the body's about the vertical."""
        if carry.bone:
            return _upright(self._bone(carry.actor, carry.bone).at(time_s)[:3, :3])
        x, _, z = self._ahead[carry.actor].at(time_s)
        length = max(math.hypot(x, z), 1e-9)
        sine, cosine = x / length, z / length
        return np.array([[cosine, 0, sine], [0, 1, 0], [-sine, 0, cosine]])

    def _bone(self, actor: str, name: str) -> _Sampled:
        if (actor, name) not in self._bones:
            value = partial(self._plays[actor].bone, name)
            self._bones[actor, name] = _Sampled(value, _BODY_RATE_HZ)
        return self._bones[actor, name]

    def _tipped(self, actor: str, spot: np.ndarray, time_s: float) -> np.ndarray:
        """(3, 3) how far a cup at ``spot`` is tilted towards the face, by how near it is."""
        head = self._bone(actor, "head").at(time_s)[:3, 3]
        away = head - spot
        near = min(max((_SIP_FROM_M - float(np.linalg.norm(away))) / _SIP_M, 0.0), 1.0)
        flat = math.hypot(away[0], away[2])
        if near <= 0.0 or flat < 1e-6:
            return np.eye(3)
        angle = _SIP_RAD * near * near * (3.0 - 2.0 * near)
        x, z = away[2] / flat, -away[0] / flat
        c, s = math.cos(angle), math.sin(angle)
        cross = np.array([[0.0, -z, 0.0], [z, 0.0, -x], [0.0, x, 0.0]])
        axis = np.array([x, 0.0, z])
        turn: np.ndarray = c * np.eye(3) + s * cross + (1.0 - c) * np.outer(axis, axis)
        return turn


def _upright(turn: np.ndarray) -> np.ndarray:
    """The rotation nearest to a blend of two."""
    y = turn[:, 1] / np.linalg.norm(turn[:, 1])
    z = np.cross(turn[:, 0], y)
    z /= np.linalg.norm(z)
    return np.stack([np.cross(y, z), y, z], axis=1)


def _ahead(heading: Callable[[float], float], time_s: float) -> np.ndarray:
    angle = heading(time_s)
    return np.array([math.sin(angle), 0.0, math.cos(angle)])
