"""Riders and drivers: a figure that sits or stands on something that moves goes with it.

The figure is laid out on its mount as that is in the middle of the shot; what moves the mount
moves it too.  A mount is a thing on a track, an animal, or a swing's seat.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from engine.script.breakdown import Action
from engine.sound.score import EffectCue
from engine.world.figures import Performance
from engine.world.figures.joints import Array, Skeleton
from engine.world.model import Matrix, Shape
from engine.world.staging.acting import travel
from engine.world.staging.casting import bring
from engine.world.staging.roles import Follower, Ride, Role, Setting, Window, placed
from engine.world.staging.traffic import drive

RIDING = frozenset({"ride", "drive"})
_FAMILY = 840
_BEFORE_S = -6.0


@dataclass(frozen=True)
class Perch:
    """Where a mount takes its rider, in its own space.

    Attributes:
        posture: ``"straddle"`` (``at`` is the middle of the hips), ``"sit"`` (the top of the
            seat) or ``"stand"`` (the top of the board).
        floor_m: height of what the feet are on, where one sits.
        aside: the rider stands across the way, as on a board.
        style: of the riding act.
    """

    posture: str
    at: tuple[float, float, float]
    floor_m: float = 0.0
    aside: bool = False
    style: str = ""
    act: str = "drive"


PERCHES: Mapping[str, Perch] = {
    "bicycle": Perch("straddle", (0.0, 1.06, -0.22), style="bicycle"),
    "motorcycle": Perch("straddle", (0.0, 0.94, -0.24)),
    "scooter": Perch("stand", (0.0, 0.12, -0.10), act="hold"),
    "skateboard": Perch("stand", (0.0, 0.12, 0.0), aside=True, act="crouch"),
    "surfboard": Perch("stand", (0.0, 0.10, -0.1), aside=True, act="crouch"),
    "skis": Perch("stand", (0.0, 0.07, -0.05), act="crouch"),
    "sled": Perch("sit", (0.0, 0.24, -0.25), floor_m=0.16, act="hold"),
    "tractor": Perch("sit", (0.0, 1.22, -0.75), floor_m=0.82),
    "boat": Perch("sit", (0.0, 0.38, 0.05), floor_m=0.08, act="pull"),
    "canoe": Perch("sit", (0.0, 0.24, -0.6), floor_m=0.08, act="pull"),
    "car": Perch("sit", (0.38, 0.40, -0.30), floor_m=0.20),
}
"""Perches by the mount's name; others are found from their size."""


class Mounted(Performance):
    """A performance that is carried along: every pose of ``base`` moved by ``carrier``.

    Args:
        base: as it plays where the figure was laid out.
        carrier: shot time to the 4x4 that moves it from there.
    """

    def __init__(self, base: Performance, carrier: Callable[[float], Matrix]) -> None:
        self.model, self.acts = base.model, base.acts
        self._base, self._carrier = base, carrier

    def matrices(self, time_s: float) -> Array:
        """(parts, 4, 4) float64, part to world."""
        return np.asarray(self._carrier(time_s) @ self._base.matrices(time_s))

    def posed(self, time_s: float) -> tuple[Array, tuple[Shape, ...]]:
        """Like ``matrices``, with the vertices of what bends."""
        matrices, shapes = self._base.posed(time_s)
        return np.asarray(self._carrier(time_s) @ matrices), shapes

    @property
    def bends(self) -> bool:
        """Its parts bend."""
        return self._base.bends

    def skeleton(self, time_s: float) -> dict[str, Array]:
        """Pose (4, 4) of every bone in the world, by name."""
        moved = self._carrier(time_s)
        return {name: moved @ bone for name, bone in self._base.skeleton(time_s).items()}

    def footsteps(self) -> tuple[tuple[float, tuple[float, float, float]], ...]:
        """None: its feet rest on what carries it."""
        return ()

    def hand(self, time_s: float, side: str = "R") -> Array:
        """(3,) the palm."""
        return self._moved(self._base.hand(time_s, side), time_s)

    def head(self, time_s: float) -> Array:
        """(3,) the middle of the head."""
        return self._moved(self._base.head(time_s), time_s)

    def position(self, time_s: float) -> Array:
        """(3,) where it stands, or below its hips."""
        return self._moved(self._base.position(time_s), time_s)

    def heading(self, time_s: float) -> float:
        """Where the chest faces, radians."""
        angle = self._base.heading(time_s)
        ahead = self._carrier(time_s)[:3, :3] @ (math.sin(angle), 0.0, math.cos(angle))
        return float(np.arctan2(ahead[0], ahead[2]))

    def _moved(self, point: Array, time_s: float) -> Array:
        matrix = self._carrier(time_s)
        return np.asarray(matrix[:3, :3] @ point + matrix[:3, 3])


def mount_up(
    stage: Setting, role: Role, mount: Role | None, action: Action, window: Window
) -> EffectCue | None:
    """Plans a ride through the shot; returns the sound of its engine."""
    mount = mount or bring(stage, _meant_mount(action), role, 0.0)
    mount.family = role.family = role.family or mount.family or _FAMILY + len(stage.rides)
    mount.is_handled = mount.hangs_on = role.hangs_on = True
    sound = None
    if mount.is_actor:
        travel(stage, mount, action, window, is_fast=_hurries(action))
        mount.hangs_on = False
    elif mount.track is None:
        mount.kind = "driven"
        sound = drive(stage, mount, action, window, 0)
    at_s = window.start_s + 0.5 * window.length_s
    stage.rides.append(Ride(role, mount, at_s))
    return sound


def seat_riders(stage: Setting) -> None:
    """Lays every rider out on its mount and gives it its posture."""
    for ride in stage.rides:
        mount, role = ride.mount, ride.rider
        if ride.track is not None:
            continue
        pose = _resting(mount) if mount.track is None else mount.track(ride.at_s)
        _seat(stage, role, mount, pose)


def carried(stage: Setting, performances: Mapping[str, Performance]) -> dict[str, Performance]:
    """The performances with riders carried by their mounts."""
    played = dict(performances)
    for ride in stage.rides:
        mount = ride.mount
        track = ride.track or mount.track
        if track is not None:
            carrier = _on_track(track, ride.at_s)
        elif mount.label in played:
            carrier = _on_back(mount, played[mount.label])
        else:
            continue
        played[ride.rider.label] = Mounted(played[ride.rider.label], carrier)
    return played


def lead_followers(stage: Setting, performances: Mapping[str, Performance]) -> None:
    """What is pulled or pushed along goes where its leader goes."""
    for follower in stage.followers:
        follower.thing.track = _following(follower, performances[follower.leader.label])


def _following(follower: Follower, leader: Performance) -> Callable[[float], Matrix]:
    z = float(leader.position(0.0)[2])

    def track(time_s: float) -> Matrix:
        x, _, _ = leader.position(max(time_s, 0.0))
        return placed(float(x) - follower.behind_m, follower.thing.y, z, follower.yaw_rad)

    return track


def perch_of(mount: Role) -> Perch:
    """Where a mount takes its rider."""
    known = PERCHES.get(mount.name)
    if known is not None:
        return known
    width, height, depth = mount.model.size_m
    if mount.is_actor:
        return Perch("straddle", (0.0, back_height(mount) + 0.06, -0.06 * depth), style="horse")
    if height < 0.3:
        return Perch("stand", (0.0, 0.8 * height, 0.0), aside=True, act="crouch")
    if height > 1.0 and width > 1.2:
        if height < 2.0:
            return PERCHES["car"]
        return Perch("sit", (0.2 * width, 0.42 * height, 0.36 * depth), floor_m=0.28 * height)
    return Perch("sit", (0.0, 0.6 * height, 0.0))


def back_height(animal: Role) -> float:
    """Top of an animal's back in the middle of its trunk, above the ground, metres."""
    points = np.concatenate(
        [
            part.mesh.positions @ part.offset[:3, :3].T + part.offset[:3, 3]
            for part in animal.model.parts
        ]
    )
    width, height, depth = animal.model.size_m
    middle = (np.abs(points[:, 0]) < 0.15 * width) & (np.abs(points[:, 2]) < 0.07 * depth)
    return float(points[middle, 1].max()) if middle.any() else 0.7 * height


def _seat(stage: Setting, role: Role, mount: Role, pose: Matrix) -> None:
    perch = perch_of(mount)
    yaw = math.atan2(pose[0, 2], pose[2, 2])
    spot = pose[:3, :3] @ np.array(perch.at) + pose[:3, 3]
    x, y, z = (float(value) for value in spot)
    until_s = stage.duration_s + 1.0
    role.yaw_rad = yaw or 1e-3
    role.x, role.z, role.y = x, z, 0.0
    if perch.posture == "straddle":
        role.plan("ride", _BEFORE_S, until_s, (), (x, y, z), perch.style)
        return
    if perch.posture == "stand":
        role.y = y
        if perch.aside:
            role.yaw_rad = (yaw - 1.35) if math.sin(yaw) > 0 else (yaw + 1.35)
        points = ((0.0, 0.0),) if perch.act == "hold" else ()
        role.plan(perch.act, _BEFORE_S, until_s, points)
        return
    role.y = float(pose[1, 3]) + perch.floor_m
    ahead = 0.21 * role.height_m
    role.x, role.z = x + ahead * math.sin(yaw), z + ahead * math.cos(yaw)
    facing = ((x + 9.0 * math.sin(yaw), z + 9.0 * math.cos(yaw)),)
    role.plan("drive" if perch.act == "drive" else "sit", _BEFORE_S, until_s, facing, (x, y, z))
    if perch.act != "drive":
        points = ((0.0, 0.0),) if perch.act == "hold" else ()
        role.plan(perch.act, _BEFORE_S + 2.0, until_s, points)


def _resting(mount: Role) -> Matrix:
    return placed(mount.x, mount.y, mount.z, mount.yaw_rad)


def _on_track(track: Callable[[float], Matrix], at_s: float) -> Callable[[float], Matrix]:
    inverse = np.linalg.inv(track(at_s))

    def carrier(time_s: float) -> Matrix:
        return np.asarray(track(time_s) @ inverse)

    return carrier


def _on_back(mount: Role, animal: Performance) -> Callable[[float], Matrix]:
    """With the trunk: what its bone does since the rest pose."""
    rest = _resting(mount)
    rest[:3, 3] += rest[:3, :3] @ Skeleton(mount.model).joints["pelvis"]
    inverse = np.linalg.inv(rest)

    def carrier(time_s: float) -> Matrix:
        return np.asarray(animal.bone("pelvis", time_s) @ inverse)

    return carrier


def _hurries(action: Action) -> bool:
    return bool({"quickly", "fast", "gallop"} & set(action.adverbs))


def _meant_mount(action: Action) -> str:
    usual = "bicycle" if action.verb == "ride" else "car"
    return next((word for word in action.adverbs if word in PERCHES), usual)
