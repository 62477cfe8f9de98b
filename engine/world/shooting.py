"""The camera operator: when it is known what happens, the camera is laid so that it is seen."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from engine.camera.framing import Bounds, SubjectBox, framed_path
from engine.camera.path import CameraMove, CameraPath
from engine.request import ShotRequest
from engine.script.breakdown import Breakdown
from engine.world.scene import ROOM_SIDES, Actor, Prop, Scene, prop_bounds
from engine.world.simulation import Motion

_ACTOR_REACH_M = 4.2
_THING_REACH_M = 2.2
_MOVED_M = 0.05
_TURNED = 0.3
_SETTING_ROOM = 1.06
_TOLD_SHARE = 0.65
"""A shot's point is made by then; what still rolls away afterwards may leave the frame."""
_COLLAPSE_SHARE = 0.85
_AT_ONCE = 0.12
_SAMPLES = 25
_FOLLOWED_M = 2.5
_PASSING_M = 1.5
_ROLLING = frozenset({"roll"})
_CLOSE = frozenset({"extreme close-up", "close-up", "medium close-up", "medium shot"})
_TALKING = frozenset({"talk", "say", "stand", "sit", "look", "nod", "shout", "whisper"})
_GOING = frozenset({"walk", "run", "fly"})
_LONG_S = 3.0
_PANORAMA_M = 14.0
_ROOM_MARGIN_M = 0.3
_STEP_BACK_M = 1.2

_EMPTY_SET = SubjectBox(center_m=(0.0, 1.4, -1.5), size_m=(6.0, 2.8, 1.0))

Track = NDArray[np.float64]


def lay_camera(
    scene: Scene,
    motion: Motion,
    featured: Sequence[str],
    request: ShotRequest,
    breakdown: Breakdown,
) -> CameraPath:
    """The shot's camera path: exactly as asked, or from the words, around what happens."""
    if isinstance(request.camera, CameraPath):
        return request.camera
    words = breakdown.camera
    move, amount = words.move, 1.0
    if isinstance(request.camera, CameraMove):
        move, amount = request.camera.name, request.camera.amount
    amount *= {"slow": 0.6, "fast": 1.5}.get(words.speed, 1.0)
    chosen = _subjects(scene, featured, breakdown)
    shaken = 0.0
    if move == "handheld" and any(_travels_m(one, motion) > _FOLLOWED_M for one in chosen):
        move, shaken = "follow", amount
    chosen = _moving(chosen, motion)
    if not move:
        move, amount = _default_move(chosen, breakdown, motion)
    tracks = [_track(motion, request, subject) for subject in chosen]
    follows = move == "follow"
    box = _box(chosen, tracks, motion, follows=follows)
    path = framed_path(
        box,
        words.shot_size or _default_size(chosen, breakdown),
        words.angle or _default_angle(chosen),
        words.lens_mm,
        move,
        amount,
        request.frame_count,
        request.width_px / request.height_px,
        subject_track=tracks[0] if follows and tracks else None,
        bounds=_bounds(scene),
        view_yaw_rad=_view_yaw(chosen),
    )
    return msgspec.structs.replace(path, handheld=shaken) if shaken else path


Subject = Prop | Actor


def _moving(chosen: list[Subject], motion: Motion) -> list[Subject]:
    """Where things move and nobody acts, what they lie on or fall off is only their setting."""
    if any(isinstance(one, Actor) for one in chosen):
        return chosen
    moving = []
    for one in chosen:
        poses = motion.poses[one.label]
        way = float(np.linalg.norm(np.ptp(poses[:, :3, 3], axis=0)))
        turn = float(np.abs(poses[:, :3, :3] - poses[0, :3, :3]).max())
        if way > min(_MOVED_M, 0.5 * max(one.model.size_m)) or turn > _TURNED:
            moving.append(one)
    return moving or chosen


def _default_angle(chosen: Sequence[Subject]) -> str:
    """People and animals at their height; things a little from above (framing's own default)."""
    return "eye level" if any(isinstance(one, Actor) for one in chosen) else ""


def _subjects(scene: Scene, featured: Sequence[str], breakdown: Breakdown) -> list[Subject]:
    """Whom the shot is about: for close shots the speaker or first subject, else everybody."""
    everyone: dict[str, Subject] = {prop.label: prop for prop in scene.props}
    everyone.update({actor.label: actor for actor in scene.actors})
    held = {carry.prop for carry in scene.carries if carry.start_s <= 0.0 and carry.end_s > _LONG_S}
    named = [everyone[label] for label in featured if label in everyone and label not in held]
    named = [
        one for one in named if isinstance(one, Actor) or max(one.model.size_m) < _PANORAMA_M
    ] or named
    people = [one for one in named if isinstance(one, Actor) and one.model.figure == "biped"]
    if scene.lines and people and _is_only_talk(breakdown):
        return list(people)
    if breakdown.camera.shot_size in _CLOSE and named:
        speakers = [everyone[line.actor] for line in scene.lines if line.actor in everyone]
        people = [one for one in named if isinstance(one, Actor)]
        return [(speakers or people or named)[0]]
    return named


def _default_size(chosen: Sequence[Subject], breakdown: Breakdown) -> str:
    people = [one for one in chosen if isinstance(one, Actor) and one.model.figure == "biped"]
    if breakdown.dialogue and _is_only_talk(breakdown) and len(people) == len(chosen):
        return "medium shot" if len(people) == 1 else "two shot"
    return "full shot"


def _is_only_talk(breakdown: Breakdown) -> bool:
    return all(action.verb in _TALKING for action in breakdown.actions)


def _track(motion: Motion, request: ShotRequest, subject: Subject) -> Track:
    """(frames, 3) middle of a subject."""
    frames = request.frame_count
    half = subject.model.size_m[1] / 2
    if isinstance(subject, Actor):
        rate = float(request.rate.fraction)
        if subject.model.figure == "bird":
            return np.array([subject.performance.head((f + 0.5) / rate) for f in range(frames)])
        points = [subject.performance.position((f + 0.5) / rate) for f in range(frames)]
        middles: Track = np.array(points, np.float64) + np.array([0.0, half, 0.0])
        return middles
    poses = motion.poses[subject.label]
    return np.asarray(poses[:, :3, 3] + poses[:, :3, 1] * half)


def _box(
    chosen: Sequence[Subject], tracks: Sequence[Track], motion: Motion, *, follows: bool
) -> SubjectBox:
    """What must be in the picture: every subject over the whole shot, within reason."""
    if not chosen:
        return _EMPTY_SET
    if len(chosen) == 1 and isinstance(chosen[0], Actor):
        return _person_box(chosen[0], tracks[0], follows=follows)
    lows, highs = [], []
    actors = [t for one, t in zip(chosen, tracks, strict=True) if isinstance(one, Actor)]
    anchor = np.mean(
        [
            _place(one, t)
            for one, t in zip(chosen, tracks, strict=True)
            if isinstance(one, Actor) or not actors
        ],
        axis=0,
    )
    for subject, track in zip(chosen, tracks, strict=True):
        told = 1.0 if actors else _told_share(chosen, motion, len(track))
        shown = track[: max(1, round(len(track) * told))]
        spots = shown[:: max(1, len(shown) // _SAMPLES)]
        anchor = track[0] if follows else anchor
        spots = track[:1] if follows else spots
        spots = _within_reach(spots, anchor, _ACTOR_REACH_M if actors else _THING_REACH_M)
        half = np.array(subject.model.size_m) / 2
        if isinstance(subject, Prop) and subject.kind == "free":
            half = np.full(3, half.max())  # it may turn over
        elif isinstance(subject, Prop):
            half = np.abs(motion.poses[subject.label][0, :3, :3]) @ half
        lows.append(spots.min(axis=0) - half)
        highs.append(spots.max(axis=0) + half)
    low, high = np.min(lows, axis=0), np.max(highs, axis=0)
    low[1] = max(low[1], 0.0)
    middle, size = (low + high) / 2, np.maximum(high - low, 0.06)
    people = any(isinstance(one, Actor) and one.model.figure == "biped" for one in chosen)
    if not actors:
        size = size * _SETTING_ROOM
    return SubjectBox(center_m=_vector(middle), size_m=_vector(size), yaw_rad=0.0, person=people)


def _told_share(chosen: Sequence[Subject], motion: Motion, frames: int) -> float:
    """The share of the shot that must be in the picture: until things have met, if they do."""
    labels = {one.label for one in chosen}
    meetings = [c.frame for c in motion.contacts if set(c.bodies) <= labels]
    if not meetings:
        return _TOLD_SHARE
    if meetings[0] < _AT_ONCE * frames:
        return _COLLAPSE_SHARE
    return min(_TOLD_SHARE, meetings[0] / max(frames, 1) + 0.2)


def _place(subject: Subject, track: Track) -> Track:
    """(3,) where a subject is for the shot: where it starts, or half way where it travels."""
    travels = isinstance(subject, Actor) or subject.track is not None
    middle: Track = track[len(track) // 2 if travels else 0]
    return middle


def _person_box(actor: Actor, track: Track, *, follows: bool) -> SubjectBox:
    width, height, depth = actor.model.size_m
    spots = track[:1] if follows else _within_reach(track, np.median(track, axis=0), 3.3)
    low, high = spots.min(axis=0), spots.max(axis=0)
    middle = (low + high) / 2
    size = np.array([width, height, depth]) + (high - low)
    return SubjectBox(
        center_m=_vector(middle),
        size_m=_vector(size),
        yaw_rad=0.0,
        person=actor.model.figure == "biped",
    )


def _within_reach(spots: Track, anchor: Track, reach_m: float) -> Track:
    """What rolls or flies out of sight is not followed to the horizon."""
    near: Track = np.clip(spots, anchor - reach_m, anchor + reach_m)
    return near


def _travels_m(one: Subject, motion: Motion) -> float:
    """How far a figure or a driven thing gets in the shot."""
    if isinstance(one, Actor):
        ways = [act.points[-1] for act in one.performance.acts if act.kind in _GOING and act.points]
        start = one.performance.position(0.0)
        return max((math.dist((start[0], start[2]), way) for way in ways), default=0.0)
    if one.track is None:
        return 0.0
    spots = motion.poses[one.label][:, :3, 3]
    return float(np.linalg.norm(spots[-1] - spots[0]))


def _default_move(
    chosen: Sequence[Subject], breakdown: Breakdown, motion: Motion
) -> tuple[str, float]:
    """Without words: vehicles and runners are followed, else a hint of a dolly keeps it alive."""
    travels = {action.verb for action in breakdown.actions} & {"drive", "run", "fly"}
    movers = [one for one in chosen if _travels_m(one, motion) > _FOLLOWED_M]
    if travels and movers and len(movers) == len(chosen):
        return "follow", 1.0
    verbs = {action.verb for action in breakdown.actions}
    if len(chosen) == 1 and isinstance(chosen[0], Prop) and verbs <= _ROLLING:
        return "follow", 1.0
    if any(_travels_m(one, motion) > _PASSING_M for one in chosen):
        is_close = breakdown.camera.shot_size in _CLOSE and len(chosen) == 1
        return ("follow", 1.0) if is_close else ("", 1.0)
    return "dolly in", 0.12


def _view_yaw(chosen: Sequence[Subject]) -> float:
    """Sets are open towards +Z; a little to the side gives depth."""
    seats = [
        math.atan2(one.pose[0, 2], one.pose[2, 2])
        for one in chosen
        if isinstance(one, Prop) and one.kind == "fixed" and one.family
    ]
    if seats and abs(seats[0]) > math.radians(35.0):
        return 0.6 * seats[0]
    if len(chosen) == 1 and isinstance(chosen[0], Actor):
        return math.radians(6.0)
    return math.radians(10.0)


def _bounds(scene: Scene) -> Bounds | None:
    """Inside the walls; the front one is taken out when the camera needs to step back."""
    sides = {prop.label: prop_bounds(prop) for prop in scene.props if prop.label in ROOM_SIDES}
    if not sides:
        return None
    low = np.array([-20.0, 0.15, -20.0])
    high = np.array([20.0, 20.0, 20.0])
    if "left wall" in sides:
        low[0] = sides["left wall"][1][0] + _ROOM_MARGIN_M
    if "right wall" in sides:
        high[0] = sides["right wall"][0][0] - _ROOM_MARGIN_M
    if "back wall" in sides:
        low[2] = sides["back wall"][1][2] + _ROOM_MARGIN_M
    if "ceiling" in sides:
        high[1] = sides["ceiling"][0][1] - _ROOM_MARGIN_M
    if "front wall" in sides:
        high[2] = sides["front wall"][1][2] + _STEP_BACK_M
    return Bounds(_vector(low), _vector(high))


def _vector(values: NDArray[np.float64]) -> tuple[float, float, float]:
    return (float(values[0]), float(values[1]), float(values[2]))
