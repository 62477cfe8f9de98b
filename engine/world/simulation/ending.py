"""How a played scene ends, for the shot that goes on from there."""

from __future__ import annotations

import numpy as np

from engine.timing import FrameRate
from engine.world.scene import ActorState, PropState, Scene, SceneState, Vector
from engine.world.simulation.motion import Motion


def final_state(scene: Scene, motion: Motion, rate: FrameRate, frame: int) -> SceneState:
    """The state of everybody and everything as ``frame`` shows it.

    Velocities are those from the frame before to this one; what broke is not there any more, its
    pieces are.

    Raises:
        ValueError: the scene has no such frame.
    """
    count = len(next(iter(motion.poses.values()), ()))
    if motion.poses and not 0 <= frame < count:
        raise ValueError(f"frame {frame} of a scene of {count} frames")
    time_s = (frame + 0.5) / float(rate.fraction)
    broken = {each.prop for each in motion.breaks if each.frame <= frame}
    held = {
        carry.prop: carry.actor for carry in scene.carries if carry.start_s <= time_s < carry.end_s
    }
    props = [
        _prop_state(prop.label, motion, rate, frame, prop.label in broken, held)
        for prop in (*scene.props, *motion.pieces)
        if prop.label in broken or motion.is_there(prop.label, frame)
    ]
    actors = []
    for actor in scene.actors:
        play = actor.performance
        acts = [act for act in play.acts if act.start_s <= time_s]
        x, y, z = play.position(time_s)
        actors.append(
            ActorState(
                label=actor.label,
                position_m=(float(x), float(y), float(z)),
                heading_rad=float(play.heading(time_s)),
                posture=acts[-1].kind if acts else "stand",
                holds=tuple(sorted(prop for prop, bearer in held.items() if bearer == actor.label)),
            )
        )
    return SceneState(props=tuple(props), actors=tuple(actors))


def _prop_state(
    label: str,
    motion: Motion,
    rate: FrameRate,
    frame: int,
    is_broken: bool,
    held: dict[str, str],
) -> PropState:
    poses = motion.poses[label]
    now, before = poses[frame], poses[max(frame - 1, 0)]
    per_s = float(rate.fraction)
    turn = now[:3, :3] @ before[:3, :3].T
    spin = (
        0.5
        * per_s
        * np.array([turn[2, 1] - turn[1, 2], turn[0, 2] - turn[2, 0], turn[1, 0] - turn[0, 1]])
    )
    return PropState(
        label=label,
        pose=np.array(now, np.float64),
        velocity_mps=_plain((now - before)[:3, 3] * per_s),
        spin_rad_s=_plain(spin),
        is_broken=is_broken,
        held_by=held.get(label, ""),
    )


def _plain(values: np.ndarray) -> Vector:
    return (float(values[0]), float(values[1]), float(values[2]))
