"""Who and what plays: the director's working state, built up before the scene is frozen."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np

from engine.script.lexicon_things import VEHICLES
from engine.world.assets.places import Place
from engine.world.figures import Act
from engine.world.model import Matrix, Model
from engine.world.scene import Aim, Blow, Carry, Launch
from engine.world.staging.hinging import HingePlan

__all__ = ["VEHICLES", "Role", "Setting", "Window", "first", "placed"]


def placed(x: float, y: float, z: float, yaw_rad: float = 0.0) -> Matrix:
    """4x4 pose: turned about +Y by ``yaw_rad``, then moved to (x, y, z)."""
    c, s = math.cos(yaw_rad), math.sin(yaw_rad)
    return np.array([[c, 0, s, x], [0, 1, 0, y], [-s, 0, c, z], [0, 0, 0, 1]], np.float64)


@dataclass
class Role:
    """One person, animal or thing on the stage, while the director still moves it about.

    Attributes:
        label: unique; subjects of several are numbered (``"ball 2"``).
        group: label of the subject in the breakdown.
        kind: ``"actor"``, ``"free"``, ``"fixed"`` or ``"driven"``.
        lies: a bottle, a barrel: on its side, ready to roll along X.
        family: bodies of one family do not collide.
        aim: what throws at it aim at, where that is not its middle.
        is_backdrop: not named by the words as a thing to see (a wall), or larger than a shot.
        is_handled: somebody holds, throws or catches it.
        is_pushed: somebody walks into it on purpose.
        hangs_on: it lies on, hangs in or sits in something else.
        was: its label in the shot before, where this one goes on from another.
        left_at: exactly how the shot before left it (4x4).
        posture: what it still does from the shot before (sits).
        hinge_plans: what happens at its hinges.
        is_fragile: the words break it.
    """

    label: str
    group: str
    name: str
    attributes: tuple[str, ...]
    model: Model
    kind: str
    x: float = 0.0
    y: float = 0.0
    z: float = 0.0
    yaw_rad: float = 0.0
    family: int = 0
    waits: bool = False
    lift: float = 0.0
    velocity: tuple[float, float, float] = (0.0, 0.0, 0.0)
    spin: tuple[float, float, float] = (0.0, 0.0, 0.0)
    track: Callable[[float], Matrix] | None = None
    acts: list[Act] = field(default_factory=list)
    is_placed: bool = False
    is_of_the_place: bool = False
    lies: bool = False
    aim: tuple[float, float, float] | None = None
    is_backdrop: bool = False
    is_handled: bool = False
    is_pushed: bool = False
    hangs_on: bool = False
    girth_m: float | None = None
    was: str = ""
    left_at: Matrix | None = None
    posture: Act | None = None
    hinge_plans: tuple[HingePlan, ...] = ()
    is_fragile: bool = False

    def plan(
        self,
        kind: str,
        start_s: float,
        end_s: float,
        points: tuple[tuple[float, float], ...] = (),
        target: tuple[float, float, float] | None = None,
        style: str = "",
    ) -> None:
        """Adds an act; in a shot too short for it, it ends as it begins."""
        self.acts.append(Act(kind, start_s, max(end_s, start_s), points, target, style))

    @property
    def is_actor(self) -> bool:
        """A figure that acts."""
        return self.kind == "actor"

    @property
    def is_person(self) -> bool:
        """A figure on two legs."""
        return self.model.figure == "biped"

    @property
    def height_m(self) -> float:
        """Top above its own underside."""
        return self.model.size_m[1]

    @property
    def width_m(self) -> float:
        """Extent from left to right as it stands."""
        w, _, d = self.model.size_m
        return abs(w * math.cos(self.yaw_rad)) + abs(d * math.sin(self.yaw_rad))

    @property
    def depth_m(self) -> float:
        """Extent towards the camera as it stands."""
        w, _, d = self.model.size_m
        return abs(d * math.cos(self.yaw_rad)) + abs(w * math.sin(self.yaw_rad))

    @property
    def is_round(self) -> bool:
        """A ball: rolls whichever way it is pushed."""
        return any(part.shape == "sphere" for part in self.model.colliders)

    @property
    def is_roller(self) -> bool:
        """A cylinder: rolls when it lies on its side."""
        return not self.is_round and any(
            part.shape in {"cylinder", "capsule"} for part in self.model.colliders
        )

    @property
    def middle(self) -> np.ndarray:
        """(3,) centre of its bounds, metres."""
        return np.array([self.x, self.y + self.height_m / 2, self.z])

    def pose(self) -> Matrix:
        """4x4 model-to-world as laid out, or as the shot before left it."""
        if self.left_at is not None and np.allclose(
            self.left_at[:3, 3], (self.x, self.y, self.z), atol=1e-9
        ):
            return self.left_at
        if not self.lies:
            return placed(self.x, self.y, self.z, self.yaw_rad)
        width, height, _ = self.model.size_m
        pose = placed(self.x, self.y + width / 2, self.z + height / 2)
        pose[:3, :3] = [[1, 0, 0], [0, 0, 1], [0, -1, 0]]
        return pose


@dataclass(frozen=True)
class Window:
    """The time in which an action plays, seconds."""

    start_s: float
    end_s: float

    @property
    def length_s(self) -> float:
        """Duration."""
        return self.end_s - self.start_s


@dataclass(frozen=True, eq=False)
class Ride:
    """Who is carried by what, and when the mount is where the rider is laid out.

    Attributes:
        track: of a seat that moves on the mount; the rider has been laid out already.
    """

    rider: Role
    mount: Role
    at_s: float
    track: Callable[[float], Matrix] | None = None


@dataclass(frozen=True, eq=False)
class Follower:
    """A thing that goes with somebody who walks: ``behind_m`` behind (before, if negative)."""

    thing: Role
    leader: Role
    behind_m: float
    yaw_rad: float


@dataclass
class Setting:
    """The stage while it is being set.

    Attributes:
        notes: what the director could not do, in words for the editor.
        rides: who sits or stands on what moves.
        followers: what is pulled or pushed along.
        hitters: groups of those who hit something in the shot.
    """

    place: Place
    duration_s: float
    gravity_mps2: float
    seed: int
    roles: list[Role] = field(default_factory=list)
    carries: list[Carry] = field(default_factory=list)
    launches: list[Launch] = field(default_factory=list)
    blows: list[Blow] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    aims: list[Aim] = field(default_factory=list)
    rides: list[Ride] = field(default_factory=list)
    followers: list[Follower] = field(default_factory=list)
    hitters: frozenset[str] = frozenset()

    def group(self, label: str) -> list[Role]:
        """The roles of a subject of the breakdown, or of one numbered role."""
        return [role for role in self.roles if label in (role.group, role.label)]

    def actors(self) -> list[Role]:
        """Everybody who acts, in order of mention."""
        return [role for role in self.roles if role.is_actor]

    def people(self) -> list[Role]:
        """Everybody on two legs."""
        return [role for role in self.roles if role.is_actor and role.is_person]

    def is_moved(self, role: Role) -> bool:
        """Has something been planned for a thing already?"""
        return (
            role.waits
            or any(role.velocity)
            or any(role.spin)
            or role.track is not None
            or any(launch.prop == role.label for launch in self.launches)
            or any(carry.prop == role.label for carry in self.carries)
        )


def first(roles: Iterable[Role]) -> Role | None:
    """The first role, or None."""
    return next(iter(roles), None)
