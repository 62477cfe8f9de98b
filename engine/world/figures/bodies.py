"""One person's naked body and what tailors measure on it: how far along arm, leg and trunk."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from engine.world.figures.anatomy import Anatomy, Array, Build, Rows, anatomy
from engine.world.figures.patches import Patch, cut_from, normals_of
from engine.world.figures.rigging import FINGERS, Rigging, rigging_of

_ARM = ("upper_arm", "elbow", "forearm", "cuff", "hand", *FINGERS)
_LEG = ("thigh", "knee", "shin", "calf", "foot", "toe")


@dataclass(frozen=True, eq=False)
class Body:
    """A body in its rest pose (arms spread), metres.

    Attributes:
        points: (vertices, 3) of the body and of its guides for clothes.
        normals: of the body; of the guides where they are used.
        joints: places by name.
    """

    points: Array
    normals: Array
    joints: dict[str, Array]
    rigging: Rigging

    @property
    def anatomy(self) -> Anatomy:
        """What it shares with all bodies."""
        return anatomy()

    @cached_property
    def height_m(self) -> float:
        """Crown above the soles."""
        return float(self.points[self.anatomy.skin_rows, 1].max())

    @cached_property
    def size(self) -> float:
        """Height in units of a grown person's."""
        return self.height_m / 1.7

    @cached_property
    def head_size(self) -> float:
        """How large the head is beside the one that the face's shapes were made for."""
        people = self.anatomy
        rows = np.unique(people.triangles("helper-tongue"))
        eye = people.vertex_count + people.joint_names.index("l-eye")
        usual = np.linalg.norm(people.points[eye] - people.points[rows].mean(axis=0))
        now = np.linalg.norm(self.joints["l-eye"] - self.points[rows].mean(axis=0))
        return float(now / usual)

    def triangles(self, group: str) -> Rows:
        """(n, 3) of one piece."""
        return self.anatomy.triangles(group)

    def piece(self, group: str) -> Patch:
        """One piece as a patch."""
        return cut_from(self.points, self.normals, self.triangles(group))

    def shares(self, names: tuple[str, ...]) -> Array:
        """(vertices,) how much these bones (of both sides) move each vertex."""
        bones = self.anatomy.bones
        columns = [k for k, name in enumerate(bones) if name.rpartition("_")[0] in names
                   or name in names]  # fmt: skip
        return np.asarray(self.anatomy.weights[:, columns].sum(axis=1)).ravel()

    @cached_property
    def arm_share(self) -> Array:
        """(vertices,) 0 on the trunk to 1 on an arm."""
        return self.shares(_ARM)

    @cached_property
    def leg_share(self) -> Array:
        """(vertices,) 0 on the trunk to 1 on a leg."""
        return self.shares(_LEG)

    @cached_property
    def head_share(self) -> Array:
        """(vertices,) 0 below the neck to 1 on the head."""
        return self.shares(("head",))

    @cached_property
    def arm(self) -> Array:
        """(vertices,) 0 at the shoulder, 1 at the elbow, 2 at the wrist, 3 at the knuckles."""
        return self.along_arm(self.points)

    @cached_property
    def leg(self) -> Array:
        """(vertices,) 0 at the hip, 1 at the knee, 2 at the ankle."""
        return self.along_leg(self.points)

    @cached_property
    def trunk(self) -> Array:
        """(vertices,) 0 at the hips' height, 1 at the neck's joint."""
        return self.up_trunk(self.points)

    def along_arm(self, points: Array) -> Array:
        """How far along the arm of their side points (n, 3) lie; see ``arm``."""
        return self._along(points, ("shoulder", "elbow", "hand", "finger-3-1"))

    def along_leg(self, points: Array) -> Array:
        """How far along the leg of their side points (n, 3) lie; see ``leg``."""
        return self._along(points, ("upper-leg", "knee", "ankle"))

    def up_trunk(self, points: Array) -> Array:
        """How far up the trunk points (n, 3) lie; see ``trunk``."""
        low, high = self.joints["l-upper-leg"][1], self.joints["neck"][1]
        return np.asarray((points[:, 1] - low) / (high - low))

    def _along(self, points: Array, names: tuple[str, ...]) -> Array:
        best = np.zeros(len(points))
        for side, sign in (("l", 1.0), ("r", -1.0)):
            at = [self.joints[f"{side}-{name}"] for name in names]
            value = np.full(len(points), -9.0)
            for k, (start, end) in enumerate(pairwise(at)):
                way = end - start
                share = (points - start) @ way / float(way @ way)
                last = k == len(at) - 2
                share = share if last else np.minimum(share, 1.0)
                value = np.where((k == 0) | (share > 0.0), k + share, value)
            best = np.where(points[:, 0] * sign >= 0.0, value, best)
        return best


def body_of(build: Build) -> Body:
    """The body of that build."""
    people = anatomy()
    points, joints = people.shaped(build)
    every = np.concatenate([people.triangles(group) for group in people.group_names])
    return Body(points, normals_of(points, every), joints, rigging_of(joints))
