"""What a shot tells is seen when it is told: large enough, in the picture, nothing before it."""

from __future__ import annotations

import numpy as np
import pytest

from engine.camera.motion import pose_at
from engine.camera.pose import project
from engine.world.cinematography import Cinematography
from engine.world.scene import prop_bounds
from engine.world.sightlines import blocking_parts
from tests.engine.world.shots import Shot

FRAMES = 48

TOLD: tuple[tuple[str, str], ...] = (
    ("a glass vase falls off a shelf and shatters", "glass vase"),
    ("three stacked boxes fall over when a ball hits them", "stacked box 3"),
    ("a red rubber ball rolls off a wooden table", "ball"),
    ("a boy throws a basketball at the hoop, low angle", "boy"),
    ("a row of twenty dominoes falls", "domino 10"),
    ("a bowling ball knocks over ten pins", "pin 5"),
    ("a lighthouse on a cliff", "lighthouse"),
    ("an oak tree in a meadow", "tree"),
    ("a hot air balloon rises over a lake", "balloon"),
    ("a red sports car drives past houses on a sunny street", "car"),
    ("a woman walks through a forest", "woman"),
    ("a man runs through a market", "man"),
    ("a white horse gallops across a meadow", "horse"),
    ("close-up: a candle burns on a desk", "candle"),
    ("an apple rolls off a kitchen counter", "apple"),
    ("a farmer pushes a wheelbarrow past a barn", "farmer"),
)


def featured(shot: Shot, name: str) -> str:
    """The featured label that holds a name."""
    return next(label for label in shot.staging.featured if name in label)


def told_frames(shot: Shot, label: str) -> range:
    """From the start of the event: what breaks is looked for until then."""
    ends = [event.frame for event in shot.motion.breaks if event.prop == label]
    return range(4, min([*ends, FRAMES - 12]), 6)


def is_seen(shot: Shot, label: str, frame: int) -> bool:
    """Its middle lies well inside the picture and it is not a speck."""
    camera = pose_at(shot.path, frame, 160, 90)
    middle = shot.face_or_middle(label, frame)
    things = {prop.label: prop.model for prop in shot.staging.scene.props}
    things |= {actor.label: actor.model for actor in shot.staging.scene.actors}
    where, ahead = project(
        middle[None], camera.camera_to_world, camera.vertical_fov_rad, shot.aspect
    )
    tall = max(things[label].size_m) / max(float(ahead[0]), 0.01)
    share = tall / (2.0 * np.tan(camera.vertical_fov_rad / 2.0))
    return bool(ahead[0] > 0.0 and np.abs(where).max() < 0.97 and share > 0.05)


def test_the_main_subject_is_seen_when_its_story_is_told() -> None:
    missed = []
    for words, name in TOLD:
        shot = Shot(words, FRAMES)
        label = featured(shot, name)
        frames = told_frames(shot, label)
        seen = sum(is_seen(shot, label, frame) for frame in frames)
        if seen < 0.8 * len(frames):
            missed.append((words, seen, len(frames)))
    assert not missed


@pytest.mark.parametrize(
    "words",
    ["a police car drives through the city at night", "a man runs through a market"],
)
def test_what_comes_between_a_moving_camera_and_its_subject_is_taken_away(words: str) -> None:
    shot = Shot(words, FRAMES)
    scene = shot.staging.scene
    shooting = Cinematography(scene, shot.motion, shot.path, shot.request)
    shown = {
        shooting.names[item.object_id]
        for item, seen in zip(shooting.drawables, shooting.view(36).visible, strict=True)
        if seen
    }
    label = shot.staging.featured[0]
    frames = range(0, FRAMES, 4)
    cameras = np.array([pose_at(shot.path, frame, 160, 90).position_m for frame in frames])
    middles = np.array([shot.middle(label, frame) for frame in frames])
    between = [
        prop.label
        for prop in scene.props
        if prop.is_setting
        and prop.label in shown
        and prop_bounds(prop)[1][1] > 0.4
        and blocking_parts(prop, cameras, middles).all()
    ]
    assert not between


def test_tall_things_stand_whole_before_the_horizon() -> None:
    shot = Shot("a lighthouse on a cliff", 24)
    camera = pose_at(shot.path, 12, 160, 90)
    low, high = prop_bounds(shot.prop("lighthouse"))
    x, z = (low[0] + high[0]) / 2, (low[2] + high[2]) / 2
    points = np.array([(x, low[1], z), (x, high[1], z), (x, camera.position_m[1], z - 5e3)])
    where, _ = project(points, camera.camera_to_world, camera.vertical_fov_rad, shot.aspect)
    assert np.abs(where[:, 1]).max() < 0.97


def test_who_throws_far_is_shown_large_and_the_throw_is_followed() -> None:
    shot = Shot("a boy throws a basketball at the hoop, low angle", 96)
    label = featured(shot, "boy")
    camera = pose_at(shot.path, 4, 160, 90)
    height = shot.actor(label).model.size_m[1]
    away = float(np.linalg.norm(camera.position_m - shot.middle(label, 4)))
    assert height / (2.0 * away * np.tan(camera.vertical_fov_rad / 2.0)) > 0.5
    ball = featured(shot, "ball")
    launch = next(one for one in shot.staging.scene.launches if one.prop == ball)
    start = round(launch.time_s * 24)
    seen = [is_seen(shot, ball, frame) for frame in range(start, min(start + 16, 96))]
    assert np.mean(seen) > 0.8


def test_a_stack_that_a_ball_hits_lands_beside_itself_and_the_ball_stays_low() -> None:
    shot = Shot("three stacked boxes fall over when a ball hits them", 96)
    ball = shot.motion.poses["ball"][:, :3, 3]
    assert float(ball[:, 1].max()) < 1.6
    for number in (1, 2, 3):
        way = shot.motion.poses[f"stacked box {number}"][:, :3, 3]
        assert float(np.linalg.norm((way[-1] - way[0])[[0, 2]])) < 2.0
