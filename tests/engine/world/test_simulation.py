"""The picture shows what is heard: contacts, hands, throws and catches come true."""

from __future__ import annotations

import numpy as np
import pytest

from engine.timing import SAMPLE_RATE_HZ
from engine.world.staging.aiming import ring_centre
from engine.world.staging.roles import Role
from tests.engine.world.shots import RATE, Shot


def test_a_contact_lies_on_its_frame_and_its_sample() -> None:
    shot = Shot("A red ball drops onto a wooden table")
    assert shot.motion.contacts
    for contact, cue in zip(shot.motion.contacts, shot.motion.impacts, strict=True):
        assert contact.sample == round(contact.t_s * SAMPLE_RATE_HZ) == cue.sample
        assert contact.frame == RATE.frame_at_seconds(contact.t_s)


def test_at_the_frame_of_a_contact_the_ball_touches_the_table() -> None:
    shot = Shot("A red ball drops onto a wooden table")
    first = shot.motion.contacts[0]
    assert set(first.bodies) == {"red ball", "wooden table"}
    ball, table = shot.prop("red ball"), shot.prop("wooden table")
    underside = shot.middle("red ball", first.frame)[1] - ball.model.size_m[1] / 2
    assert underside == pytest.approx(table.model.size_m[1], abs=0.012)
    before = shot.middle("red ball", first.frame - 2)[1] - ball.model.size_m[1] / 2
    assert before > table.model.size_m[1] + 0.05


def test_materials_follow_the_order_of_the_bodies() -> None:
    shot = Shot("A red ball drops onto a wooden table")
    materials = {"red ball": shot.prop("red ball").model.material, "wooden table": "wood"}
    for contact in shot.motion.contacts:
        if set(contact.bodies) <= set(materials):
            assert contact.materials == tuple(materials[body] for body in contact.bodies)


@pytest.mark.parametrize(
    "words", ["A stack of five boxes", "A vase on a table", "A woman holds a box in the kitchen"]
)
def test_what_rests_or_is_held_makes_no_sound(words: str) -> None:
    shot = Shot(words, 48)
    assert shot.motion.contacts == ()


@pytest.mark.parametrize(
    "words",
    ["A tower of ten cubes topples", "A glass falls off a table", "Ten balls fall into a box"],
)
def test_nothing_is_heard_before_it_happens(words: str) -> None:
    assert all(contact.t_s >= 0.15 for contact in Shot(words, 48).motion.contacts)


def test_a_carried_thing_stays_in_the_hands() -> None:
    shot = Shot("A woman carries a box across the kitchen")
    carry = shot.staging.scene.carries[0]
    play = shot.actor("woman").performance
    for frame in range(0, 72, 8):
        time_s = (frame + 0.5) / 24.0
        hands = (np.asarray(play.hand(time_s, "L")) + np.asarray(play.hand(time_s, "R"))) / 2
        pose = shot.motion.poses["box"][frame]
        grip = pose[:3, :3] @ np.array(carry.grip_m) + pose[:3, 3]
        assert np.linalg.norm(grip - hands) < 0.04


def test_a_ball_thrown_to_somebody_is_caught() -> None:
    shot = Shot("A girl throws a ball to a boy in the park", 72)
    caught = next(c for c in shot.staging.scene.carries if c.actor == "boy")
    frame = RATE.frame_at_seconds(caught.start_s)
    hand = shot.actor("boy").performance.hand(caught.start_s, caught.side)
    assert np.linalg.norm(shot.middle("ball", frame - 1) - np.asarray(hand)) < 0.3
    assert np.linalg.norm(shot.middle("ball", 71) - shot.middle("ball", frame + 2)) < 0.3


def test_a_shot_that_scores_goes_down_through_the_ring() -> None:
    shot = Shot("A basketball player scores", 84)
    hoop = shot.prop("the hoop")
    role = Role("hoop", "hoop", "hoop", (), hoop.model, "fixed")
    local = ring_centre(role)
    ring = (hoop.pose @ np.append(local, 1.0))[:3]
    ball = next(label for label in shot.motion.poses if label.startswith("basketball"))
    middles = np.array([shot.middle(ball, frame) for frame in range(84)])
    falls = [
        frame
        for frame in range(83)
        if middles[frame, 1] > ring[1] >= middles[frame + 1, 1]
        and np.linalg.norm(middles[frame, [0, 2]] - ring[[0, 2]]) < 0.6
    ]
    assert falls
    above, below = middles[falls[0]], middles[falls[0] + 1]
    share = (above[1] - ring[1]) / (above[1] - below[1])
    through = above + share * (below - above)
    assert np.linalg.norm(through[[0, 2]] - ring[[0, 2]]) < 0.225


def test_a_thrown_ball_reaches_what_it_is_aimed_at() -> None:
    shot = Shot("A boy throws a ball into a bucket", 72)
    bucket = shot.prop("bucket")
    goal = bucket.pose[:3, 3] + np.array([0.0, bucket.model.size_m[1], 0.0])
    nearest = min(np.linalg.norm(shot.middle("ball", frame) - goal) for frame in range(72))
    assert nearest < 0.3


def test_a_crash_against_a_wall_is_a_contact() -> None:
    shot = Shot("A car crashes into a wall", 72)
    crash = [
        contact
        for contact in shot.motion.contacts
        if "car" in contact.bodies and any(body.endswith("wall") for body in contact.bodies)
    ]
    assert len(crash) == 1
    stopped = shot.motion.poses["car"][crash[0].frame + 4][0, 3]
    assert shot.motion.poses["car"][-1][0, 3] == pytest.approx(stopped, abs=0.01)


def test_a_rolling_cue_names_the_ball_before_the_floor() -> None:
    shot = Shot("A tennis ball rolls across the floor", 48)
    assert shot.motion.continuous
    ball = shot.prop("tennis ball").model.material
    assert shot.motion.continuous[0].materials[0] == ball
    assert shot.motion.continuous[0].kind == "roll"
