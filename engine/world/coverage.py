"""What of a played scene must be in the picture: boxes round subjects and their ways."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.camera.framing import SubjectBox
from engine.request import ShotRequest
from engine.script.breakdown import Breakdown
from engine.world.scene import Actor, Prop, Scene, prop_bounds
from engine.world.simulation import Motion

_ACTOR_REACH_M = 4.2
_THING_REACH_M = 2.2
_SETTING_ROOM = 1.06
_TALL_M = 2.5
_BESIDE_PEOPLE = 1.7
_BESIDE_M = 2.4
_WIDE_BESIDE = 2.4
_ROUND_A_MOVER = 3.4
_LEAST_ROUND_M = 0.45
_SIZES_AWAY = 2.4
_LARGE_IN_HAND_M = 0.6
_COLLAPSE_SHARE = 0.85
_COLLAPSES, _IS_HIT = 1.6, 1.15
"""How far what falls gets, in extents of all of it, of itself and when something hits it."""
_LEAST_REACH_M = 1.3
_SAMPLES = 25
PLACE_FROM_THE_AIR = SubjectBox(center_m=(0.0, 2.0, -8.0), size_m=(24.0, 5.0, 6.0))
_EMPTY_SET = SubjectBox(center_m=(0.0, 1.4, -1.5), size_m=(6.0, 2.8, 1.0))
CLOSE_SIZES = frozenset({"extreme close-up", "close-up", "medium close-up", "medium shot"})
_TOLD_SHARE = 0.65
"""A shot's point is made by then; what still rolls away afterwards may leave the frame."""

Track = NDArray[np.float64]
Subject = Prop | Actor


def with_surroundings(box: SubjectBox, breakdown: Breakdown) -> SubjectBox:
    """Some of what it stands on is seen too, unless a close shot is asked for."""
    if breakdown.camera.shot_size in CLOSE_SIZES:
        return box
    x, y, z = box.size_m
    if y > _TALL_M:
        return SubjectBox(center_m=box.center_m, size_m=(1.6 * x, 1.1 * y, 1.3 * z))
    return SubjectBox(center_m=box.center_m, size_m=(2.6 * x, 1.7 * y, 1.7 * z))


def with_carried(box: SubjectBox, chosen: Sequence[Subject], scene: Scene) -> SubjectBox:
    """What somebody holds from the start is seen whole: an umbrella, a flag, a ladder."""
    holders = {one.label for one in chosen if isinstance(one, Actor)}
    held = {carry.prop for carry in scene.carries if carry.actor in holders and carry.start_s <= 0}
    middle, half = np.array(box.center_m), np.array(box.size_m) / 2
    low, high = middle - half, middle + half
    for prop in scene.props:
        if prop.label in held and max(prop.model.size_m) > _LARGE_IN_HAND_M:
            under, over = prop_bounds(prop)
            low, high = np.minimum(low, under), np.maximum(high, over)
    return replace(box, center_m=triple((low + high) / 2), size_m=triple(high - low))


def acted_on_near(
    chosen: Sequence[Subject], breakdown: Breakdown, launched: Collection[str]
) -> list[Subject]:
    """People large in the picture: without what is large or far and only aimed at or stood by."""
    people = [one for one in chosen if isinstance(one, Actor) and one.model.figure == "biped"]
    doers = {action.subject for action in breakdown.actions}
    if not people:
        return list(chosen)
    tallest = max(one.model.size_m[1] for one in people)
    starts = np.array([one.performance.position(0.0) for one in people], np.float64)
    kept = []
    for one in chosen:
        if len(people) == 1 and one.label in launched:
            continue
        is_small = max(one.model.size_m) < _BESIDE_PEOPLE * tallest
        if isinstance(one, Actor) or is_small or one.label in doers:
            kept.append(one)
            continue
        away = np.abs(starts[:, (0, 2)] - one.pose[(0, 2), 3]).max(axis=1).min()
        is_low = one.model.size_m[1] < _BESIDE_PEOPLE * tallest
        if is_low and max(one.model.size_m) < _WIDE_BESIDE * tallest and away < _BESIDE_M:
            kept.append(one)
    return kept


def track_of(motion: Motion, request: ShotRequest, subject: Subject) -> Track:
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


def box_round(
    chosen: Sequence[Subject],
    tracks: Sequence[Track],
    motion: Motion,
    *,
    follows: bool,
    launched: Collection[str] = (),
) -> SubjectBox:
    """What must be in the picture: every subject over the whole shot, within reason.

    Args:
        launched: labels of what is thrown or shot; it comes from outside or leaves.
    """
    if not chosen:
        return _EMPTY_SET
    alone = chosen[0]
    if len(chosen) == 1 and isinstance(alone, Actor):
        return _person_box(alone, tracks[0], follows=follows)
    if len(chosen) == 1 and isinstance(alone, Prop) and alone.kind == "free":
        return _mover_box(alone, tracks[0])
    lows, highs = [], []
    actors = [t for one, t in zip(chosen, tracks, strict=True) if isinstance(one, Actor)]
    labels = {one.label for one in chosen}
    resting = labels - set(launched) or labels
    anchor = np.mean(
        [
            _place(one, t)
            for one, t in zip(chosen, tracks, strict=True)
            if isinstance(one, Actor) or (not actors and one.label in resting)
        ],
        axis=0,
    )
    reach = _reach(chosen, tracks, resting)
    for subject, track in zip(chosen, tracks, strict=True):
        told = 1.0 if actors else _told_share(chosen, motion, len(track), resting)
        shown = track[: max(1, round(len(track) * told))]
        spots = shown[:: max(1, len(shown) // _SAMPLES)]
        anchor = track[0] if follows else anchor
        spots = track[:1] if follows else spots
        comes = not actors and subject.label not in resting
        spots = _within_reach(spots, anchor, 0.75 * reach if comes else reach)
        half = _half_extent(subject, motion)
        lows.append(spots.min(axis=0) - half)
        highs.append(spots.max(axis=0) + half)
    low, high = np.min(lows, axis=0), np.max(highs, axis=0)
    low[1] = max(low[1], 0.0)
    middle, size = (low + high) / 2, np.maximum(high - low, 0.06)
    people = any(isinstance(one, Actor) and one.model.figure == "biped" for one in chosen)
    if not actors:
        size = size * _SETTING_ROOM
    return SubjectBox(center_m=triple(middle), size_m=triple(size), yaw_rad=0.0, person=people)


def _half_extent(subject: Subject, motion: Motion) -> Track:
    """(3,) half of the room that a subject takes, however it turns."""
    half: Track = np.array(subject.model.size_m) / 2
    if isinstance(subject, Prop) and subject.kind == "free":
        return np.full(3, half.max())  # it may turn over
    if isinstance(subject, Prop):
        return np.asarray(np.abs(motion.poses[subject.label][0, :3, :3]) @ half)
    return half


def _reach(chosen: Sequence[Subject], tracks: Sequence[Track], resting: Collection[str]) -> float:
    """How far from the middle of the event something may get and is still framed, metres."""
    actors = [max(one.model.size_m) for one in chosen if isinstance(one, Actor)]
    if actors:
        return float(np.clip(_SIZES_AWAY * max(actors), _LEAST_REACH_M, _ACTOR_REACH_M))
    lows, highs = [], []
    for one, track in zip(chosen, tracks, strict=True):
        if one.label in resting:
            half = max(one.model.size_m) / 2
            lows.append(track[0] - half)
            highs.append(track[0] + half)
    extent = float((np.max(highs, axis=0) - np.min(lows, axis=0)).max())
    room = _COLLAPSES if len(resting) == len(chosen) else _IS_HIT
    return float(np.clip(room * extent, 0.3, max(_THING_REACH_M, 0.6 * extent)))


def _mover_box(prop: Prop, track: Track) -> SubjectBox:
    """A small thing that falls or rolls is shown large where it starts; the camera turns after."""
    size = max(prop.model.size_m)
    low, high = track.min(axis=0) - size / 2, track.max(axis=0) + size / 2
    side = max(_ROUND_A_MOVER * size, _LEAST_ROUND_M)
    half = np.minimum((high - low) / 2, side / 2) * _SETTING_ROOM
    middle = np.clip(track[0], low + half, high - half)
    return SubjectBox(center_m=triple(middle), size_m=triple(2 * half), yaw_rad=0.0)


def _told_share(
    chosen: Sequence[Subject], motion: Motion, frames: int, resting: Collection[str]
) -> float:
    """The share of the shot that must be in the picture: until things have met, if they do."""
    labels = {one.label for one in chosen}
    meetings = [c.frame for c in motion.contacts if set(c.bodies) <= labels]
    if not meetings:
        return _TOLD_SHARE
    if len(resting) == len(labels):
        return _COLLAPSE_SHARE
    return min(_TOLD_SHARE, meetings[0] / max(frames, 1) + 0.3)


def _place(subject: Subject, track: Track) -> Track:
    """(3,) where a subject is for the shot: where it starts, or half way where it travels."""
    travels = isinstance(subject, Actor) or subject.track is not None
    middle: Track = track[len(track) // 2 if travels else 0]
    return middle


def _person_box(actor: Actor, track: Track, *, follows: bool) -> SubjectBox:
    width, height, depth = actor.model.size_m
    reach = float(np.clip(1.9 * max(width, height, depth), 1.0, 3.3))
    spots = track[:1] if follows else _within_reach(track, np.median(track, axis=0), reach)
    low, high = spots.min(axis=0), spots.max(axis=0)
    middle = (low + high) / 2
    size = np.array([width, height, depth]) + (high - low)
    return SubjectBox(
        center_m=triple(middle),
        size_m=triple(size),
        yaw_rad=0.0,
        person=actor.model.figure == "biped",
    )


def _within_reach(spots: Track, anchor: Track, reach_m: float) -> Track:
    """What rolls or flies out of sight is not followed to the horizon."""
    near: Track = np.clip(spots, anchor - reach_m, anchor + reach_m)
    return near


def triple(values: NDArray[np.float64]) -> tuple[float, float, float]:
    """Three numbers as plain floats."""
    return (float(values[0]), float(values[1]), float(values[2]))
