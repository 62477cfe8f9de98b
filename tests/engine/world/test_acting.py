"""What the words tell people to do comes off: who rides goes along, hands meet what they move."""

from __future__ import annotations

import numpy as np
import pytest

from engine.script.acted import staged
from engine.script.prompt import understand
from engine.world.carrying import Bearers
from engine.world.staging.mounting import Mounted
from tests.engine.world.shots import Shot


def _kinds(shot: Shot, label: str) -> set[str]:
    return {act.kind for act in shot.actor(label).performance.acts}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("a butler bows", "bow"),
        ("a woman claps", "clap"),
        ("a man shakes his head", "shake_head"),
        ("a man falls down", "fall"),
        ("a baby crawls across the floor", "crawl"),
        ("a man sleeps in a bed", "lie"),
        ("a woman reads a book", "read"),
        ("a man climbs a ladder", "climb"),
        ("a man types on a laptop", "type"),
        ("a man swims in the lake", "swim"),
        ("a woman drinks from a cup", "drink"),
        ("a boy eats an apple", "eat"),
        ("a man hammers a nail", "hammer"),
    ],
)
def test_an_act_that_is_told_is_played(words: str, kind: str) -> None:
    shot = Shot(words, 24)
    actor = shot.staging.scene.actors[0]
    assert kind in {act.kind for act in actor.performance.acts}
    assert not shot.staging.scene.notes


@pytest.mark.parametrize(
    ("words", "rider", "mount"),
    [
        ("a woman rides a bicycle in the park", "woman", "bicycle"),
        ("a man rides a motorcycle on the highway", "man", "motorcycle"),
        ("a farmer drives a tractor", "farmer", "tractor"),
        ("a boy rides a skateboard", "boy", "skateboard"),
    ],
)
def test_who_rides_keeps_its_place_on_what_it_rides(words: str, rider: str, mount: str) -> None:
    shot = Shot(words, 48)
    play, track = shot.actor(rider).performance, shot.prop(mount).track
    assert isinstance(play, Mounted)
    assert track is not None
    seats = [np.linalg.inv(track(t)) @ play.skeleton(t)["pelvis"] for t in (0.1, 1.0, 1.9)]
    for seat in seats[1:]:
        assert np.linalg.norm(seat[:3, 3] - seats[0][:3, 3]) < 0.04
    way = np.linalg.norm(play.position(1.9) - play.position(0.1))
    assert way > 1.0


def test_a_rider_goes_up_and_down_with_the_horse() -> None:
    shot = Shot("a cowboy rides a horse in the desert", 48)
    rider, horse = (shot.actor(label).performance for label in ("cowboy", "horse"))
    for time_s in (0.2, 1.0, 1.8):
        apart = rider.bone("pelvis", time_s)[:3, 3] - horse.bone("pelvis", time_s)[:3, 3]
        assert 0.15 < apart[1] < 0.7
        assert np.linalg.norm(apart[[0, 2]]) < 0.35


def test_a_cup_comes_to_the_mouth_and_is_tipped_there() -> None:
    shot = Shot("a woman drinks from a cup", 96)
    scene = shot.staging.scene
    carry = next(one for one in scene.carries if one.prop == "cup")
    bearers, play = Bearers(scene), shot.actor("woman").performance
    times = np.arange(0.0, 4.0, 0.1)
    poses = [bearers.held_pose(shot.prop("cup"), carry, t) for t in times]
    gaps = [np.linalg.norm(p[:3, 3] - play.head(t)) for p, t in zip(poses, times, strict=True)]
    nearest = int(np.argmin(gaps))
    assert gaps[nearest] < 0.25
    assert poses[nearest][1, 1] < 0.9
    assert poses[0][1, 1] > 0.999


def test_a_bat_turns_with_the_hand_and_meets_the_ball() -> None:
    shot = Shot("a man swings a bat and hits a ball", 72)
    launch = next(one for one in shot.staging.scene.launches if one.prop == "ball")
    assert launch.struck_by == "man"
    before = shot.motion.poses["ball"][round(launch.time_s * 24) - 1][:3, 3]
    bat = shot.motion.poses["bat"][round(launch.time_s * 24) - 1][:3, 3]
    assert np.linalg.norm(before - bat) < 0.8


def test_a_door_moves_when_the_hand_is_at_it() -> None:
    shot = Shot("a man opens the door", 72)
    act = next(a for a in shot.actor("man").performance.acts if a.kind == "open")
    assert act.target is not None
    hand = min(
        float(np.linalg.norm(shot.actor("man").performance.hand(act.moment_s, side) - act.target))
        for side in ("L", "R")
    )
    assert hand < 0.2
    leaf = shot.motion.poses["leaf of door"]
    at = round(act.moment_s * 24)
    assert np.allclose(leaf[0], leaf[at - 2], atol=1e-6)
    assert not np.allclose(leaf[0], leaf[-1], atol=0.1)


def test_who_is_heard_from_off_the_picture_is_not_in_it() -> None:
    shot = Shot('Anna (voice-over): "I remember that day." A man walks along the beach.', 48)
    assert [actor.label for actor in shot.staging.scene.actors] == ["man"]
    assert [line.actor for line in shot.staging.scene.lines] == [""]


def test_a_ball_thrown_at_the_wall_of_a_kitchen_meets_the_kitchens_own_wall() -> None:
    shot = Shot("a man throws a ball at the wall in the kitchen", 72)
    assert shot.prop("the wall").model.name in {"back wall", "left wall", "right wall"}


def test_after_two_seconds_means_not_before() -> None:
    shot = Shot("after two seconds a man jumps twice", 96)
    jumps = [act for act in shot.actor("man").performance.acts if act.kind == "jump"]
    assert len(jumps) == 2
    assert min(act.start_s for act in jumps) >= 2.0


def test_verbs_that_say_how_are_told_by_an_adverb() -> None:
    (action,) = staged(understand("a man sneaks through the castle")).actions
    assert (action.verb, "sneaking" in action.adverbs) == ("walk", True)
    assert "walk" in _kinds(Shot("a man sneaks through the castle", 24), "man")
