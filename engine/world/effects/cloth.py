"""The cloths of a played scene: flags, curtains, laundry, sails, each stepped from the start."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping

import numpy as np

from engine.world.effects.chance import Reals
from engine.world.effects.currents import Swirls
from engine.world.effects.obstacles import Obstacle, obstacle_of
from engine.world.effects.weft import STEP_S, Breeze, Weft
from engine.world.model import Matrix, Part, Shape, Weave
from engine.world.scene import Cloth, Prop, Scene
from engine.world.simulation import Motion

_HUNG_S = 1.5
"""How long a cloth has been in the wind before the shot begins."""
_NEAR_M = 2.5
_BODY_RADIUS_M = 0.22


class _Hanging:
    """One cloth of the scene."""

    def __init__(self, cloth: Cloth, prop: Prop, part: Part, weave: Weave, scene: Scene,
                 pose: Callable[[float], Matrix]) -> None:  # fmt: skip
        self._part = part
        self._weave = weave
        self._scene = scene
        self._prop = prop
        self._pose = pose
        cut = part.mesh.positions.astype(np.float64)
        self._cut = cut.reshape(weave.rows, weave.columns, 3)
        self._seed = zlib.crc32(f"{cloth.prop}/{cloth.part}".encode()) % 9973
        size = float(np.linalg.norm(np.ptp(cut, axis=0)))
        matrix = prop.pose @ part.offset
        self._middle = matrix[:3, :3] @ cut.mean(axis=0) + matrix[:3, 3]
        swirls = Swirls(self._seed, max(0.9 * size, 0.4), 1.0)
        self._breeze = Breeze(np.array(cloth.wind_mps), cloth.gusts, swirls)
        self._fixed = self._standing(size)
        self._moving: tuple[Obstacle, ...] = ()
        self._weft = self._hung()

    def shape(self, time_s: float) -> Shape:
        """Its vertices at a moment, in its part's space."""
        wanted = (time_s + _HUNG_S) / STEP_S
        if wanted < self._weft.step_count - 1:
            self._weft = self._hung()
        while self._weft.step_count < wanted:
            self._weft.advance()
        share = wanted - (self._weft.step_count - 1)
        world = self._weft.before + (self._weft.positions - self._weft.before) * share
        matrix = self._pose(time_s) @ self._part.offset
        local = (world.reshape(-1, 3) - matrix[:3, 3]) @ np.linalg.inv(matrix[:3, :3]).T
        grid = local.reshape(world.shape)
        return Shape(local.astype(np.float32), _normals(grid, self._facing()).astype(np.float32))

    def _facing(self) -> float:
        """1 or -1: which way round the mesh's own normals go."""
        made = _normals(self._cut, 1.0)
        return 1.0 if float(np.sum(made * self._part.mesh.normals)) >= 0.0 else -1.0

    def _hung(self) -> Weft:
        matrix = self._pose(0.0) @ self._part.offset
        start = self._cut @ matrix[:3, :3].T + matrix[:3, 3]
        # A flat sheet has no side to fold to: it starts a hair uneven.
        uneven = np.random.default_rng(self._seed).normal(size=start.shape) * 1e-3
        pinned = self._cut.reshape(-1, 3)[list(self._weave.pinned)]

        def pins(step_time_s: float) -> Reals:
            at = self._pose(max(step_time_s - _HUNG_S, 0.0)) @ self._part.offset
            return np.asarray(pinned @ at[:3, :3].T + at[:3, 3])

        gravity = self._scene.gravity_mps2
        lengths = np.linalg.norm(matrix[:3, 0])
        return Weft(self._cut * lengths, self._weave, pins, start + uneven, self._breeze, gravity,
                    self._obstacles)  # fmt: skip

    def _standing(self, size_m: float) -> tuple[Obstacle, ...]:
        """The ground, the thing's own frame and what stands still round it."""
        found = [Obstacle("ground", (0.0, 0.0, 0.0), np.eye(4))]
        for prop in self._scene.props:
            if prop.kind != "fixed" or prop.model.name.endswith("wall"):
                continue
            for collider in prop.model.colliders:
                shape = obstacle_of(collider, prop.pose)
                if shape is not None and self._reaches(shape, size_m):
                    found.append(shape)
        return tuple(found)

    def _reaches(self, shape: Obstacle, size_m: float) -> bool:
        """Can the cloth come to the shape at all?"""
        gap = float(np.linalg.norm(shape.to_world[:3, 3] - self._middle))
        return gap < 0.9 * size_m + float(np.linalg.norm(shape.size_m))

    def _obstacles(self, step_time_s: float) -> tuple[Obstacle, ...]:
        step = round(step_time_s / STEP_S)
        if step % 4 == 1:
            self._moving = self._people(max(step_time_s - _HUNG_S, 0.0))
        return self._fixed + self._moving

    def _people(self, time_s: float) -> tuple[Obstacle, ...]:
        """Everybody who is near now, as posts."""
        middle = self._middle
        found = []
        for actor in self._scene.actors:
            spot = np.asarray(actor.performance.position(time_s), np.float64)
            if np.linalg.norm((spot - middle)[[0, 2]]) < _NEAR_M:
                half = actor.model.size_m[1] / 2.0
                to_world = np.eye(4)
                to_world[:3, 3] = spot + np.array([0.0, half, 0.0])
                found.append(Obstacle("post", (_BODY_RADIUS_M, half, 0.0), to_world))
        return tuple(found)


class Cloths:
    """Everything that hangs and blows in a shot.

    Args:
        rate_fps: of the frames of ``motion``.
    """

    def __init__(self, scene: Scene, motion: Motion, rate_fps: float) -> None:
        self._hanging: dict[tuple[str, str], _Hanging] = {}
        props = {prop.label: prop for prop in scene.props}
        for cloth in scene.cloths:
            prop = props.get(cloth.prop)
            if prop is None:
                continue
            part = next(part for part in prop.model.parts if part.name == cloth.part)
            if part.weave is not None:
                pose = _pose_of(prop, motion, rate_fps)
                hanging = _Hanging(cloth, prop, part, part.weave, scene, pose)
                self._hanging[cloth.prop, cloth.part] = hanging

    def __contains__(self, part: tuple[str, str]) -> bool:
        """Is that part of that prop (labels) a cloth here?"""
        return part in self._hanging

    def shapes(self, time_s: float) -> Mapping[tuple[str, str], Shape]:
        """(prop, part) to its vertices at a moment; any order of moments gives the same."""
        return {key: hanging.shape(time_s) for key, hanging in self._hanging.items()}


def _pose_of(prop: Prop, motion: Motion, rate_fps: float) -> Callable[[float], Matrix]:
    if prop.kind == "fixed":
        return lambda _: prop.pose
    if prop.track is not None:
        return prop.track
    poses = motion.poses[prop.label]

    def pose(time_s: float) -> Matrix:
        place = min(max(time_s * rate_fps - 0.5, 0.0), len(poses) - 1.0)
        index = min(int(place), max(len(poses) - 2, 0))
        share = place - index
        after = poses[min(index + 1, len(poses) - 1)]
        return np.asarray(poses[index] + share * (after - poses[index]))

    return pose


def _normals(grid: Reals, side: float) -> Reals:
    """(vertices, 3) unit normals of a grid (rows, columns, 3)."""
    down = np.gradient(grid, axis=0)
    right = np.gradient(grid, axis=1)
    normals = side * np.cross(right, down).reshape(-1, 3)
    lengths = np.linalg.norm(normals, axis=1, keepdims=True)
    return np.asarray(normals / np.maximum(lengths, 1e-12))
