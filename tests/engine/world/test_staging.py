"""What the words say stands on the stage: everybody, in its place, in the picture."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np
import pytest

from engine.script.acted import PLAYED_BY_FIGURES, PLAYED_BY_THINGS
from engine.world.scene import prop_bounds
from engine.world.simulation import GROUND
from tests.engine.world.shots import Shot

SHOTS = (
    "A red ball drops onto a wooden table",
    "Two dogs run past a woman in the park",
    "A man with an umbrella walks down the street in the rain",
    "Six dominoes in a row fall over",
    "A tower of five cubes topples",
    "A cat jumps onto a sofa",
    "A boy kicks a ball into a goal",
    "A basketball player shoots at the hoop",
    'Anna and Ben sit at a table. Anna says "Tea?" Ben says "Yes."',
    "Three women walk along the beach at dusk",
    "A taxi passes on a street at night",
    "A robot walks across the room",
    'Close-up of a woman saying "I knew it."',
    "A bird lands on a bench",
    "Overhead shot of a vase falling off a table",
    "Low angle shot of a horse running through a meadow",
)


@pytest.fixture(scope="module", params=SHOTS)
def shot(request: pytest.FixtureRequest) -> Shot:
    return Shot(request.param)


def test_every_named_subject_has_its_role(shot: Shot) -> None:
    labels = {prop.label for prop in shot.staging.scene.props} | {
        actor.label for actor in shot.staging.scene.actors
    }
    for subject in shot.breakdown.subjects:
        name = subject.label or subject.name
        wanted = [name] if subject.count == 1 else [f"{name} {n + 1}" for n in range(subject.count)]
        assert set(wanted) <= labels


def test_everybody_starts_on_the_stage(shot: Shot) -> None:
    scene = shot.staging.scene
    for actor in scene.actors:
        x, _, z = actor.performance.position(0.0)
        assert math.hypot(x, z) < 12.0, actor.label
    for prop in scene.props:
        if not prop.is_setting and prop.track is None and prop.kind == "free":
            assert math.hypot(prop.pose[0, 3], prop.pose[2, 3]) < 8.0, prop.label


def test_nothing_stands_inside_anything_else(shot: Shot) -> None:
    loose = [prop for prop in shot.staging.scene.props if prop.kind == "free"]
    for first, second in combinations(loose, 2):
        if first.family and first.family == second.family:
            continue
        (low, high), (other_low, other_high) = prop_bounds(first), prop_bounds(second)
        inside = np.minimum(high, other_high) - np.maximum(low, other_low)
        assert inside.min() <= 0.02, f"{first.label} stands in {second.label}"


def test_who_the_words_are_about_stays_in_the_picture(shot: Shot) -> None:
    scene = shot.staging.scene
    held = {carry.prop for carry in scene.carries}
    people = [actor.label for actor in scene.actors]
    moving = [
        label
        for label in shot.staging.featured
        if label in shot.motion.poses
        and np.ptp(shot.motion.poses[label][:, :3, 3], axis=0).max() > 0.05
    ]
    for label in people or [label for label in moving if label not in held]:
        passes = label in shot.motion.poses and shot.prop(label).track is not None
        assert shot.share_in_frame(label) >= (0.5 if passes else 0.7), label


def test_every_contact_names_bodies_of_the_scene(shot: Shot) -> None:
    scene = shot.staging.scene
    props = (*scene.props, *shot.motion.pieces)
    names = {GROUND} | {prop.label for prop in props} | {a.label for a in scene.actors}
    for contact in shot.motion.contacts:
        assert set(contact.bodies) <= names


def test_the_same_words_and_seed_are_staged_alike() -> None:
    first, second = Shot(SHOTS[0]), Shot(SHOTS[0])
    for label, poses in first.motion.poses.items():
        assert np.array_equal(poses, second.motion.poses[label])
    assert first.motion.contacts == second.motion.contacts


def test_another_seed_moves_small_things_a_little() -> None:
    first, second = (
        Shot("A red ball lies on the floor"),
        Shot("A red ball lies on the floor", seed=5),
    )
    apart = first.prop("red ball").pose[:3, 3] - second.prop("red ball").pose[:3, 3]
    assert 0.0 < np.abs(apart).max() < 0.1


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("A ball bounces off the wall", "wall"),
        ("A boy throws a ball against the wall in the living room", "wall"),
        ("A basketball bounces off the rim", "hoop"),
    ],
)
def test_a_part_of_the_place_is_hit_where_the_words_aim_at_it(words: str, target: str) -> None:
    shot = Shot(words)
    met = [c for c in shot.motion.contacts if any(body.endswith(target) for body in c.bodies)]
    assert met
    assert met[0].t_s < 2.0


def test_a_man_with_an_umbrella_holds_it_over_his_head() -> None:
    shot = Shot("A man with an umbrella walks down the street in the rain")
    umbrella = shot.prop("umbrella")
    for frame in (0, 30, 60):
        pose = shot.motion.poses["umbrella"][frame]
        head = shot.actor("man").performance.head((frame + 0.5) / 24.0)
        assert pose[1, 1] > 0.99  # upright
        assert pose[1, 3] + umbrella.model.size_m[1] > head[1]
        assert math.hypot(pose[0, 3] - head[0], pose[2, 3] - head[2]) < 0.6


def test_nobody_on_the_street_sinks_into_the_pavement() -> None:
    for words in (
        "Two people walk away down the street",
        "A woman walks past three barrels on the street",
    ):
        shot = Shot(words)
        for actor in shot.staging.scene.actors:
            for time_s in (0.0, 1.0, 2.0, 2.9):
                x, _, z = actor.performance.position(time_s)
                assert -3.65 < z < 3.7 or (abs(x) < 3.42 and z < 0.0)


def test_a_walk_leads_round_what_stands_in_the_way() -> None:
    shot = Shot("A woman walks past three barrels on the street", 96)
    touched = {body for contact in shot.motion.contacts for body in contact.bodies}
    assert "woman" not in touched


def test_a_line_that_is_too_long_is_told_to_the_editor() -> None:
    shot = Shot(
        'A man says "This is a line that nobody could ever say in half a second of time."', 12
    )
    assert any("too long for the shot" in note for note in shot.staging.scene.notes)


def test_a_car_that_crashes_into_a_barrel_sends_it_flying() -> None:
    shot = Shot("A car crashes into a barrel", 96)
    hit = next(
        contact for contact in shot.motion.contacts if set(contact.bodies) == {"barrel", "car"}
    )
    way = shot.motion.poses["barrel"][-1][:3, 3] - shot.motion.poses["barrel"][hit.frame - 2][:3, 3]
    assert way[0] > 0.5


def test_the_first_domino_knocks_over_all_the_others() -> None:
    shot = Shot("Six dominoes in a row fall over", 72)
    assert len(shot.staging.scene.launches) == 1
    for number in range(1, 7):
        upright = shot.motion.poses[f"domino {number}"][-1][1, 1]
        assert upright < 0.6, f"domino {number} still stands"


@pytest.mark.parametrize("frames", [2])
@pytest.mark.parametrize("verb", sorted(PLAYED_BY_FIGURES | PLAYED_BY_THINGS))
def test_a_shot_of_a_few_frames_is_played_like_any_other(verb: str, frames: int) -> None:
    particle = verb.partition(" ")
    bent = " ".join(filter(None, (f"{particle[0]}s", particle[2])))
    for words in (f"a woman {bent} a ball", f"a dog {bent}", f"a box {bent}"):
        shot = Shot(words, frame_count=frames)
        assert shot.path.keys
        assert len(shot.staging.featured) >= 1
