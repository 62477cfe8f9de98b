"""What an open shutter sees: even ways between two frames, and a contact held as it is."""

from __future__ import annotations

import numpy as np

from engine.world.moments import pose_at_moment


def turned(angle: float, x: float = 0.0) -> np.ndarray:
    pose = np.eye(4)
    pose[0, 0] = pose[2, 2] = np.cos(angle)
    pose[0, 2], pose[2, 0] = np.sin(angle), -np.sin(angle)
    pose[0, 3] = x
    return pose


POSES = np.array([turned(0.0), turned(0.8, 2.0), turned(1.6, 3.0)])


def test_a_whole_frame_is_the_pose_of_that_frame() -> None:
    for frame in range(3):
        assert (pose_at_moment(POSES, frame) == POSES[frame]).all()


def test_between_two_frames_a_body_moves_and_turns_evenly() -> None:
    assert np.allclose(pose_at_moment(POSES, 0.25), turned(0.2, 0.5))
    assert np.allclose(pose_at_moment(POSES, 1.75), turned(1.4, 2.75))


def test_half_a_turn_stays_a_rotation() -> None:
    poses = np.array([turned(0.0), turned(np.pi)])
    between = pose_at_moment(poses, 0.3)[:3, :3]
    assert np.allclose(between @ between.T, np.eye(3))


def test_a_contact_is_held_while_the_shutter_is_open() -> None:
    for moment in (0.75, 1.0, 1.25):
        assert (pose_at_moment(POSES, moment, {1}) == POSES[1]).all()


def test_before_the_first_and_after_the_last_frame_a_body_stands_still() -> None:
    assert (pose_at_moment(POSES, -0.25) == POSES[0]).all()
    assert (pose_at_moment(POSES, 2.25) == POSES[2]).all()
