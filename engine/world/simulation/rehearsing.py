"""Rehearsals: a launch that misses what it is for is made again, harder or straighter.

What the words tell is to come off: the ball hits the tower and the tower falls.  A rehearsal plays
the scene, looks whether each aim came about, and corrects the launches of those that did not:
by the miss, where nothing was hit, else by the speed.  The same scene takes the same course.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from engine.timing import FrameRate
from engine.world.scene import Aim, Launch, Prop, Scene, Vector
from engine.world.simulation.motion import Motion

_MAX_TRIES = 4
_HARDER = 1.35
_FASTEST_MPS = 24.0
_TILTED = 0.75
_FELL = 0.4
_MOST, _ALMOST_ALL = 0.6, 0.85
"""Share of a stack's upper members, and of what stands in a row, that has to fall."""

Play = Callable[[Scene], Motion]


def rehearsed(scene: Scene, rate: FrameRate, play: Play) -> Motion:
    """The motion of the scene with launches that bring about what they are for, if any do."""
    motion = play(scene)
    best, best_count = motion, _met(scene, motion)
    for _ in range(_MAX_TRIES):
        if best_count == len(scene.aims):
            break
        missed = [aim for aim in scene.aims if not came_about(aim, scene, motion)]
        scene = _corrected(scene, motion, missed, rate)
        motion = play(scene)
        count = _met(scene, motion)
        if count > best_count:
            best, best_count = motion, count
    return best


def _met(scene: Scene, motion: Motion) -> int:
    return sum(came_about(aim, scene, motion) for aim in scene.aims)


def came_about(aim: Aim, scene: Scene, motion: Motion) -> bool:
    """Did a launch bring about what it was for?"""
    if aim.kind == "hit":
        return was_hit(aim, motion)
    broken = {each.prop for each in motion.breaks}
    if aim.kind == "break":
        return bool(broken & {*aim.targets, aim.prop})
    props = [prop for prop in scene.props if prop.label in aim.targets]
    lowest = min((motion.poses[prop.label][0][1, 3] for prop in props), default=0.0)
    upper = [prop for prop in props if motion.poses[prop.label][0][1, 3] > lowest + 0.02]
    share, upper = (_MOST, upper) if upper else (_ALMOST_ALL, props)
    fallen = sum(prop.label in broken or has_fallen(prop, motion) for prop in upper)
    return fallen >= share * len(upper)


def was_hit(aim: Aim, motion: Motion) -> bool:
    """Did what was launched touch any of its targets?"""
    targets = set(aim.targets)
    return any(
        aim.prop in contact.bodies and targets & {*contact.bodies} for contact in motion.contacts
    )


def has_fallen(prop: Prop, motion: Motion) -> bool:
    """Does a thing lie other than it stood: tilted, or lower by much of its height?"""
    poses = motion.poses[prop.label]
    first, last = poses[0], poses[-1]
    upright = float(np.dot(first[:3, 1], last[:3, 1]))
    height = max(prop.model.size_m[1], 1e-3)
    return upright < _TILTED or float(first[1, 3] - last[1, 3]) > _FELL * height


def _corrected(scene: Scene, motion: Motion, missed: list[Aim], rate: FrameRate) -> Scene:
    by_prop = {aim.prop: aim for aim in missed}
    launches = tuple(
        _again(launch, by_prop[launch.prop], motion, rate) if launch.prop in by_prop else launch
        for launch in scene.launches
    )
    return replace(scene, launches=launches)


def _again(launch: Launch, aim: Aim, motion: Motion, rate: FrameRate) -> Launch:
    velocity = np.array(launch.velocity_mps)
    speed = float(np.linalg.norm(velocity))
    if speed < 1e-6:
        return launch
    if was_hit(aim, motion):
        factor = min(_HARDER, max(_FASTEST_MPS / speed, 1.0))
        return replace(
            launch,
            velocity_mps=_plain(velocity * factor),
            spin_rad_s=_plain(np.array(launch.spin_rad_s) * factor),
        )
    return replace(launch, velocity_mps=_plain(velocity + _miss(launch, aim, motion, rate)))


def _miss(launch: Launch, aim: Aim, motion: Motion, rate: FrameRate) -> np.ndarray:
    """Change of velocity by which the nearest approach would have been a hit."""
    start = min(rate.frame_at_seconds(launch.time_s), len(motion.poses[launch.prop]) - 2)
    path = motion.poses[launch.prop][start:, :3, 3]
    things = [label for label in aim.targets if label in motion.poses]
    if not things:
        return np.zeros(3)  # somebody is aimed at, who does not fly
    goals = np.mean([motion.poses[label][start:, :3, 3] for label in things], axis=0)
    gaps = goals - path
    nearest = int(np.argmin((gaps**2).sum(axis=1)))
    flight_s = max(nearest, 4) / float(rate.fraction)
    change = gaps[nearest] / flight_s
    limit = 0.6 * float(np.linalg.norm(launch.velocity_mps)) + 0.5
    return np.asarray(change * min(1.0, limit / max(float(np.linalg.norm(change)), 1e-9)))


def _plain(values: np.ndarray) -> Vector:
    return (float(values[0]), float(values[1]), float(values[2]))
