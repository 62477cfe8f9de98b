"""What the words tell comes off: things swing, break, fall, float and open as they are told to."""

from __future__ import annotations

import math

import numpy as np

from engine.world.model import Water
from engine.world.scene import Prop
from tests.engine.world.shots import Shot


def part(shot: Shot, words: str) -> Prop:
    return next(prop for prop in shot.staging.scene.props if prop.label.startswith(words))


def test_a_pendulum_swings_to_both_sides_at_its_own_pace() -> None:
    shot = Shot("A pendulum swings")
    bob = part(shot, "bob")
    poses = shot.motion.poses[bob.label]
    lean = np.arctan2(poses[:, 1, 0], poses[:, 0, 0])
    assert lean.min() < -0.5 and lean.max() > 0.5
    crossed = np.flatnonzero(lean[:-1] * lean[1:] < 0)
    half_s = (crossed[1] - crossed[0]) / 24
    assert abs(half_s - math.pi * math.sqrt(1.1 / 9.81) * 1.03) < 0.06


def test_newtons_cradle_moves_its_end_balls_only() -> None:
    shot = Shot("Newton's cradle")
    moves = [
        float(np.abs(shot.motion.poses[part(shot, f"ball {n}").label][:, 0, 1]).max())
        for n in range(1, 6)
    ]
    assert min(moves[0], moves[4]) > 0.5
    assert max(moves[1:4]) < 0.05


def test_a_vase_that_falls_off_a_table_shatters_on_the_floor() -> None:
    shot = Shot("A vase falls off a table and shatters")
    broken = [contact for contact in shot.motion.contacts if contact.what == "break"]
    assert [contact.bodies for contact in broken] == [("vase", "ground")]
    assert len(shot.motion.pieces) > 8


def test_stacked_boxes_stand_until_the_ball_hits_them_and_then_fall() -> None:
    shot = Shot("Three stacked boxes fall over when a ball hits them")
    boxes = [prop for prop in shot.staging.scene.props if "box" in prop.label]
    ball = next(prop.label for prop in shot.staging.scene.props if prop.label == "ball")
    hit = min(
        contact.frame
        for contact in shot.motion.contacts
        if ball in contact.bodies and "ground" not in contact.bodies
    )
    for box in boxes:
        poses = shot.motion.poses[box.label]
        assert np.abs(poses[max(hit - 1, 0), :3, 3] - poses[0, :3, 3]).max() < 0.01
    lowered = [
        shot.motion.poses[box.label][0][1, 3] - shot.motion.poses[box.label][-1][1, 3]
        for box in boxes
    ]
    assert max(lowered) > 0.3


def test_a_door_opens_on_its_hinge() -> None:
    shot = Shot("A door opens")
    leaf = part(shot, "leaf")
    first, last = shot.motion.poses[leaf.label][0], shot.motion.poses[leaf.label][-1]
    assert np.dot(first[:3, 0], last[:3, 0]) < 0.3
    pivot = np.array([-0.43, 0.0, 0.0, 1.0])
    assert np.linalg.norm((first - last) @ pivot) < 1e-6


def test_a_ball_that_falls_into_the_lake_splashes_and_floats() -> None:
    shot = Shot("A ball falls into a lake")
    water: Water = shot.staging.scene.waters[0]
    assert any(contact.what == "splash" for contact in shot.motion.contacts)
    underside = shot.motion.poses["ball"][-1][1, 3]
    assert water.level_m - 0.3 < underside < water.level_m + 0.1


def test_a_bowling_ball_fells_most_pins() -> None:
    shot = Shot("A bowling ball knocks over ten pins", 48)
    pins = [prop for prop in shot.staging.scene.props if prop.model.name == "bowling pin"]
    lying = sum(shot.motion.poses[pin.label][-1][1, 1] < 0.7 for pin in pins)
    assert lying >= 8
