"""Performances: acts in, matrices at any time out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np

from engine.world.figures.acts import Act
from engine.world.figures.aviary import Bird
from engine.world.figures.biped import Biped
from engine.world.figures.breeds import BREEDS
from engine.world.figures.creeping import Trail
from engine.world.figures.faces import MouthTrack
from engine.world.figures.fowl import FOWL
from engine.world.figures.joints import Array, Skeleton, about_y, pose
from engine.world.figures.quadruped import Quadruped
from engine.world.figures.scuttling import Flutter, Scuttle
from engine.world.figures.sea_life import SEA_LIFE
from engine.world.figures.skinning import Bending
from engine.world.figures.small_life import CREEPERS, FLUTTERERS, SCUTTLERS
from engine.world.figures.swimming import Fish
from engine.world.model import Model, Shape

__all__ = ["Act", "Performance"]

Footstep = tuple[float, tuple[float, float, float]]


class Rig(Protocol):
    """What poses one kind of figure."""

    def bones(self, time_s: float) -> dict[str, Array]:
        """A pose (4, 4), bone to world, for every bone of the skeleton."""

    def footsteps(self) -> tuple[Footstep, ...]:
        """When and where feet come down."""

    def face_shapes(self, time_s: float) -> dict[str, float]:
        """Strengths of the face's small shapes by name (none where a face cannot bend)."""

    def hand(self, time_s: float, side: str) -> Array:
        """Where the palm (or the mouth, or the beak) is that carries things."""


class Performance:
    """A figure acting in the world: a pure function of time.

    Args:
        acts: in any order; they may overlap where a body can do both.
        start: (x, z) where it stands first; ``yaw_rad`` 0 faces +Z, positive turns to +X.
        mouth: (start in seconds, opening 0 to 1 per 10 ms) for every spoken line.
    """

    def __init__(
        self,
        model: Model,
        acts: Sequence[Act],
        start: tuple[float, float] = (0.0, 0.0),
        yaw_rad: float = 0.0,
        mouth: MouthTrack = (),
        seed: int = 0,
        ground_y: float = 0.0,
    ) -> None:
        self.model = model
        self.acts = tuple(sorted(acts, key=lambda act: act.start_s))
        self._skeleton = Skeleton(model)
        self._ground = np.array((0.0, ground_y, 0.0))
        lowered = tuple(_lowered(act, ground_y) for act in self.acts)
        self._bending = None if model.skin is None else Bending(model)
        self._rig = _rig(model, self._skeleton, lowered, start, yaw_rad, mouth, seed)

    def matrices(self, time_s: float) -> Array:
        """(parts, 4, 4) float64, part to world, in the model's order of parts."""
        if self._bending is not None:
            return self.posed(time_s)[0]
        matrices: Array = self._skeleton.place(self._rig.bones(time_s))
        matrices[:, 1, 3] += self._ground[1]
        return matrices

    def posed(self, time_s: float) -> tuple[Array, tuple[Shape, ...]]:
        """Like ``matrices``, with the vertices of every part of a figure whose parts bend.

        Returns:
            (parts, 4, 4) part to world, and a shape for every part (none for rigid figures).
        """
        if self._bending is None:
            return self.matrices(time_s), ()
        bones = self._rig.bones(time_s)
        root = bones["pelvis"].copy()
        heading = math.atan2(root[0, 2], root[2, 2])
        lift = root[1, 3] - self._skeleton.joints["pelvis"][1]
        base = pose(about_y(heading), (root[0, 3], lift, root[2, 3]))
        inward = np.linalg.inv(base)
        local = {name: inward @ matrix for name, matrix in bones.items()}
        shapes = self._bending.shapes(local, self._rig.face_shapes(time_s))
        base[:3, 3] += self._ground
        return np.tile(base, (len(self.model.parts), 1, 1)), shapes

    @property
    def bends(self) -> bool:
        """Its parts bend: their vertices come from ``posed``."""
        return self._bending is not None

    def skeleton(self, time_s: float) -> dict[str, Array]:
        """Pose (4, 4) of every bone in the world, by name."""
        bones = {name: matrix.copy() for name, matrix in self._rig.bones(time_s).items()}
        for matrix in bones.values():
            matrix[:3, 3] += self._ground
        return bones

    def bone(self, name: str, time_s: float) -> Array:
        """Pose (4, 4) of one bone in the world.

        Raises:
            KeyError: the figure has no such bone.
        """
        return self.skeleton(time_s)[name]

    def footsteps(self) -> tuple[Footstep, ...]:
        """(time in seconds, where) of every foot coming down, in order of time."""
        ground = float(self._ground[1])
        return tuple((t, (x, y + ground, z)) for t, (x, y, z) in self._rig.footsteps())

    def hand(self, time_s: float, side: str = "R") -> Array:
        """Where the palm of hand ``"L"`` or ``"R"`` is, (3,) metres; animals carry in the mouth."""
        return np.asarray(self._rig.hand(time_s, side) + self._ground)

    def head(self, time_s: float) -> Array:
        """The middle of the head, (3,) metres."""
        head = self._rig.bones(time_s)["head"]
        lift = 0.08 * self.model.size_m[1] / 1.7
        return np.asarray(head[:3, 3] + head[:3, 1] * lift + self._ground)

    def position(self, time_s: float) -> Array:
        """Where it stands: below the hips on the ground, (3,) metres."""
        root = self._rig.bones(time_s)["pelvis"][:3, 3]
        return np.array((root[0], self._ground[1], root[2]))

    def heading(self, time_s: float) -> float:
        """Where the chest faces: 0 is +Z, positive turns to +X, radians."""
        bones = self._rig.bones(time_s)
        ahead = bones.get("chest", bones["pelvis"])[:3, 2]
        return float(np.arctan2(ahead[0], ahead[2]))

    def moment(self, kind: str) -> float:
        """When the first kick meets its target, throw lets go, or hand takes hold, in seconds.

        Raises:
            KeyError: there is no such act.
        """
        for act in self.acts:
            if act.kind == kind:
                return act.moment_s
        raise KeyError(kind)


def _lowered(act: Act, ground_y: float) -> Act:
    if act.target is None or ground_y == 0.0:
        return act
    x, y, z = act.target
    return replace(act, target=(x, y - ground_y, z))


def _rig(
    model: Model,
    skeleton: Skeleton,
    acts: tuple[Act, ...],
    start: tuple[float, float],
    yaw: float,
    mouth: MouthTrack,
    seed: int,
) -> Rig:
    if model.figure == "biped" and model.skin is not None:
        old = model.name.startswith("old ")
        return Biped(skeleton, model.skin, acts, start, yaw, mouth, seed, old=old)
    if model.figure == "quadruped":
        return Quadruped(skeleton, acts, start, yaw, mouth, seed, BREEDS[model.name])
    if model.figure == "bird":
        return Bird(skeleton, acts, start, yaw, mouth, seed, FOWL[model.name])
    if model.figure == "swimmer":
        return Fish(skeleton, acts, start, yaw, mouth, seed, SEA_LIFE[model.name])
    if model.figure == "creeper":
        return Trail(skeleton, acts, start, yaw, mouth, seed, CREEPERS[model.name])
    if model.figure == "scuttler":
        return Scuttle(skeleton, acts, start, yaw, mouth, seed, SCUTTLERS[model.name])
    if model.figure == "flutterer":
        return Flutter(skeleton, acts, start, yaw, mouth, seed, FLUTTERERS[model.name])
    raise ValueError(f"{model.name!r} has no figure rig")
