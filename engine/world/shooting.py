"""The camera operator: when it is known what happens, the camera is laid so that it is seen."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec
import numpy as np

from engine.camera.framing import MEANT_ANGLES, Bounds, SubjectBox, framed_path
from engine.camera.path import CameraMove, CameraPath
from engine.camera.trajectories import FOLLOWING
from engine.request import ShotRequest
from engine.script.breakdown import Breakdown
from engine.world.camera_clearance import kept_clear
from engine.world.coverage import (
    CLOSE_SIZES,
    PLACE_FROM_THE_AIR,
    Subject,
    acted_on_near,
    box_round,
    track_of,
    triple,
    with_carried,
    with_surroundings,
)
from engine.world.panning import STEADY_MOVES, kept_in_picture, told_track
from engine.world.scene import ROOM_SIDES, Actor, Prop, Scene, prop_bounds
from engine.world.simulation import Motion
from engine.world.viewpoints import (
    CLOSE_APERTURE_F,
    RACKED_APERTURE_F,
    focused,
    over_shoulder,
    racked,
    through_eyes,
)

_MOVED_M = 0.05
_TURNED = 0.3
_FOLLOWED_M = 2.5
_PASSING_M = 1.5
_ROLLING = frozenset({"roll"})
_TALKING = frozenset({"talk", "say", "stand", "sit", "look", "nod", "shout", "whisper"})
_GOING = frozenset({"walk", "run", "fly"})
_LONG_S = 3.0
_PANORAMA_M = 14.0
_ROOM_MARGIN_M = 0.3
_STEP_BACK_M = 1.2
_ROW = 5.0


def lay_camera(
    scene: Scene,
    motion: Motion,
    featured: Sequence[str],
    request: ShotRequest,
    breakdown: Breakdown,
) -> CameraPath:
    """The shot's camera path: exactly as asked, or from the words, around what happens.

    One that is laid from words goes round what is solid; an exact one goes where it is sent.
    """
    if isinstance(request.camera, CameraPath):
        return request.camera
    path = _laid(scene, motion, featured, request, breakdown)
    return kept_clear(path, scene, request.frame_count, featured)


def _laid(
    scene: Scene,
    motion: Motion,
    featured: Sequence[str],
    request: ShotRequest,
    breakdown: Breakdown,
) -> CameraPath:
    words = breakdown.camera
    move, amount = _asked_move(request, breakdown)
    everyone = _everyone(scene)
    chosen = _subjects(scene, featured, breakdown)
    owned = _owned(move, chosen, everyone, motion, request, breakdown)
    if owned is not None:
        return owned
    shaken = 0.0
    if move == "handheld" and any(_travels_m(one, motion) > _FOLLOWED_M for one in chosen):
        move, shaken = "follow", amount
    chosen = _moving(chosen, motion)
    launched = frozenset(launch.prop for launch in scene.launches)
    if not words.shot_size:
        chosen = acted_on_near(chosen, breakdown, launched)
    if not move:
        move, amount = _default_move(chosen, breakdown, motion)
    tracks = [track_of(motion, request, subject) for subject in chosen]
    follows = move in FOLLOWING
    box = box_round(chosen, tracks, motion, follows=follows, launched=launched)
    is_still_life = len(chosen) < len(featured) and _is_still_life(chosen, motion)
    box = _surrounded(box, chosen, move, scene, breakdown, is_still_life=is_still_life)
    path = framed_path(
        box,
        words.shot_size or _default_size(chosen, breakdown),
        words.angle or (_default_angle(chosen) if move not in MEANT_ANGLES else ""),
        words.lens_mm,
        move,
        amount,
        request.frame_count,
        request.width_px / request.height_px,
        subject_track=tracks[0] if follows and tracks else None,
        bounds=_bounds(scene),
        view_yaw_rad=_view_yaw(chosen, box),
    )
    path = msgspec.structs.replace(path, handheld=shaken) if shaken else path
    is_close = words.shot_size in CLOSE_SIZES
    told = told_track(chosen, tracks, scene, motion, request, is_close=is_close)
    if told is not None and move in STEADY_MOVES:
        path = kept_in_picture(path, *told, request)
    return _sharp(path, move, chosen, everyone, motion, request, breakdown)


def _asked_move(request: ShotRequest, breakdown: Breakdown) -> tuple[str, float]:
    """The move that the request or else the words name, and how much of it; "" is none."""
    move, amount = breakdown.camera.move, 1.0
    if isinstance(request.camera, CameraMove):
        move, amount = request.camera.name, request.camera.amount
    return move, amount * {"slow": 0.6, "fast": 1.5}.get(breakdown.camera.speed, 1.0)


def _surrounded(
    box: SubjectBox,
    chosen: Sequence[Subject],
    move: str,
    scene: Scene,
    breakdown: Breakdown,
    *,
    is_still_life: bool,
) -> SubjectBox:
    """The box with what else belongs into the picture: surroundings, what is carried."""
    if is_still_life:
        box = with_surroundings(box, breakdown)
    if not chosen and move == "flyover":
        box = PLACE_FROM_THE_AIR
    if breakdown.camera.shot_size not in CLOSE_SIZES:
        box = with_carried(box, chosen, scene)
    return box


def _everyone(scene: Scene) -> dict[str, Subject]:
    """All there is, by label."""
    everyone: dict[str, Subject] = {prop.label: prop for prop in scene.props}
    everyone.update({actor.label: actor for actor in scene.actors})
    return everyone


def _owned(
    move: str,
    chosen: Sequence[Subject],
    everyone: dict[str, Subject],
    motion: Motion,
    request: ShotRequest,
    breakdown: Breakdown,
) -> CameraPath | None:
    """The path of a camera that is somebody's eyes or looks over somebody's shoulder."""
    over = move == "over the shoulder" or breakdown.camera.shot_size == "over-the-shoulder"
    if move != "pov" and not over:
        return None
    people = [one for one in chosen if isinstance(one, Actor)]
    named = everyone.get(breakdown.camera.whose)
    viewer = named if isinstance(named, Actor) else (people[0] if people else None)
    if viewer is None:
        return None
    seen = next((one for one in chosen if one is not viewer), None)
    if move == "pov":
        return through_eyes(viewer, seen, motion, request)
    return over_shoulder(viewer, seen, motion, request) if seen is not None else None


def _sharp(
    path: CameraPath,
    move: str,
    chosen: Sequence[Subject],
    everyone: dict[str, Subject],
    motion: Motion,
    request: ShotRequest,
    breakdown: Breakdown,
) -> CameraPath:
    """Where the focus lies: on what close shots are about, from one to the other, or all over."""
    words = breakdown.camera
    ends = [everyone[label] for label in words.focus if label in everyone] or list(chosen[:1])
    if not ends:
        return path
    if move == "rack focus" or words.focus:
        return racked(path, ends, motion, request, words.aperture_f or RACKED_APERTURE_F)
    close = words.shot_size in CLOSE_SIZES and request.quality == "final"
    if words.aperture_f or close:
        return focused(path, ends[0], motion, request, words.aperture_f or CLOSE_APERTURE_F)
    return path


def subjects_of(
    scene: Scene, motion: Motion, featured: Sequence[str], breakdown: Breakdown
) -> list[Subject]:
    """Whom and what the shot is about, as the camera was laid for it."""
    return _moving(_subjects(scene, featured, breakdown), motion)


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
    return moving or _put_on_others(chosen)


def _put_on_others(chosen: list[Subject]) -> list[Subject]:
    """A vase on a table is about the vase: what small things stand on is their setting."""
    bounds = {one.label: prop_bounds(one) for one in chosen if isinstance(one, Prop)}
    upper = [
        one
        for one in chosen
        if bounds[one.label][0][1] > 0.1
        and any(
            abs(bounds[one.label][0][1] - bounds[other.label][1][1]) < 0.05
            for other in chosen
            if other is not one
        )
    ]
    return upper or chosen


def _is_still_life(chosen: Sequence[Subject], motion: Motion) -> bool:
    return all(
        isinstance(one, Prop)
        and float(np.ptp(motion.poses[one.label][:, :3, 3], axis=0).max()) <= _MOVED_M
        for one in chosen
    )


def _default_angle(chosen: Sequence[Subject]) -> str:
    """People and animals at their height; things a little from above (framing's own default)."""
    return "eye level" if any(isinstance(one, Actor) for one in chosen) else ""


def _subjects(scene: Scene, featured: Sequence[str], breakdown: Breakdown) -> list[Subject]:
    """Whom the shot is about: for close shots the speaker or first subject, else everybody."""
    everyone = _everyone(scene)
    held = {carry.prop for carry in scene.carries if carry.start_s <= 0.0 and carry.end_s > _LONG_S}
    named = [everyone[label] for label in featured if label in everyone and label not in held]
    named = [
        one for one in named if isinstance(one, Actor) or max(one.model.size_m) < _PANORAMA_M
    ] or named
    people = [one for one in named if isinstance(one, Actor) and one.model.figure == "biped"]
    if scene.lines and people and _is_only_talk(breakdown):
        spoken_to = {action.target for action in breakdown.actions if action.preposition == "to"}
        return [one for one in named if one in people or one.label in spoken_to]
    if breakdown.camera.shot_size in CLOSE_SIZES and named:
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
    travels = {action.verb for action in breakdown.actions} & {"drive", "run", "fly", "chase"}
    movers = [one for one in chosen if _travels_m(one, motion) > _FOLLOWED_M]
    if travels and movers and len(movers) == len(chosen):
        return "follow", 1.0
    verbs = {action.verb for action in breakdown.actions}
    alone = len(chosen) == 1 == len(breakdown.subjects)
    if alone and isinstance(chosen[0], Prop) and verbs and verbs <= _ROLLING:
        return "follow", 1.0
    if any(_travels_m(one, motion) > _PASSING_M for one in chosen):
        is_close = breakdown.camera.shot_size in CLOSE_SIZES and len(chosen) == 1
        return ("follow", 1.0) if is_close else ("", 1.0)
    return "dolly in", 0.12


def _view_yaw(chosen: Sequence[Subject], box: SubjectBox) -> float:
    """Sets are open towards +Z; a little to the side gives depth, along a row much of it."""
    if all(isinstance(one, Prop) for one in chosen) and len(chosen) > 3:
        width, height, depth = box.size_m
        if width > _ROW * max(height, depth):
            return math.radians(36.0)
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
    return Bounds(triple(low), triple(high))
