"""Shots that go on from each other: positions, looks, what is held, place and light."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from engine.request import CastMember, FilmPlace, ShotRequest
from engine.script.acted import staged
from engine.timing import FrameRate
from engine.world.continuity import Continuity
from engine.world.simulation import Motion, simulate
from engine.world.staging import Staging
from tests.engine.world.shots import VOICE

FRAMES = 60


def asked(prompt: str, **changes: object) -> ShotRequest:
    return ShotRequest(
        prompt=prompt, frame_count=FRAMES, rate=FrameRate(24), width_px=160, height_px=90,
        **changes,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.fixture(scope="module")
def continuity() -> Continuity:
    return Continuity(VOICE)


def played(continuity: Continuity, request: ShotRequest) -> tuple[Staging, Motion]:
    staging = continuity.staged(request, staged(continuity.breakdown(request)), lambda: None)
    return staging, simulate(staging.scene, FrameRate(24), FRAMES, lambda: None)


def test_everybody_is_where_the_shot_before_left_them(continuity: Continuity) -> None:
    first = asked("Anna walks across the park")
    before, _ = played(continuity, first)
    after, _ = played(continuity, asked("Anna waves", continues=first))
    ended = before.scene.actors[0].performance.position((FRAMES - 0.5) / 24)
    starts = after.scene.actors[0].performance.position(0.0)
    assert np.allclose(ended, starts, atol=0.02)
    assert after.scene.place == "park"
    looks = [staging.scene.actors[0].model for staging in (before, after)]
    assert [part.surface for part in looks[0].parts] == [part.surface for part in looks[1].parts]


def test_a_thing_lies_where_it_came_to_rest_and_as_it_was_turned(continuity: Continuity) -> None:
    first = asked("a red ball rolls across a wooden floor in a room")
    _, motion = played(continuity, first)
    after, went_on = played(continuity, asked("a dog barks", continues=first))
    label = next(prop.label for prop in after.scene.props if prop.model.name == "ball")
    assert np.allclose(went_on.poses[label][0], motion.poses["red ball"][-1], atol=0.08)
    assert label not in after.featured


def test_what_was_held_is_held_and_can_be_thrown(continuity: Continuity) -> None:
    first = asked("a man picks up a red ball")
    held, _ = played(continuity, asked("the man looks up", continues=first))
    assert [carry.start_s for carry in held.scene.carries] == [0.0]
    thrown, motion = played(continuity, asked("he throws it", continues=first))
    ball = next(prop.label for prop in thrown.scene.props if prop.model.name == "ball")
    way = motion.poses[ball][:, :3, 3]
    assert np.linalg.norm(way[-1] - way[0]) > 1.0


def test_place_time_and_weather_go_on_unless_the_words_name_others(continuity: Continuity) -> None:
    first = asked("a dog barks in the street at night in the rain")
    same = continuity.breakdown(asked("it sits", continues=first))
    assert (same.place, same.time, same.weather) == ("street", "night", "rain")
    other = continuity.breakdown(asked("a cat walks on a sunny beach", continues=first))
    assert other.place == "beach"


def test_in_another_place_nothing_is_taken_up_and_a_note_says_so(continuity: Continuity) -> None:
    first = asked("a ball bounces in the street")
    after, _ = played(continuity, asked("a cat walks on a beach", continues=first))
    assert not any(prop.model.name == "ball" for prop in after.scene.props)
    assert any("another place" in note for note in after.scene.notes)


def test_the_cast_of_the_shots_before_speaks_with_its_voice(continuity: Continuity) -> None:
    anna = CastMember(name="Anna", description="a girl in a red dress", voice="high")
    first = asked("Anna walks", cast=(anna,))
    after, _ = played(continuity, asked("She waves", continues=first))
    assert after.scene.actors[0].label == "Anna"
    assert after.scene.actors[0].model.name == "girl"


def test_a_film_s_place_looks_the_same_whatever_its_shots_say(continuity: Continuity) -> None:
    diner = FilmPlace(name="Joe's Diner", description="a kitchen at night")
    shots = [
        played(continuity, asked(prompt, places=(diner,)))[0]
        for prompt in ("a man waits at Joe's Diner", "a woman enters Joe's Diner")
    ]
    assert [shot.scene.place for shot in shots] == ["kitchen", "kitchen"]
    assert shots[0].place_look == shots[1].place_look
    assert shots[0].scene.atmosphere == shots[1].scene.atmosphere


def test_a_chain_is_replayed_once_and_gives_the_same_again(continuity: Continuity) -> None:
    first = asked("a ball falls on a table")
    second = asked("a cup falls on the table", continues=first)
    third = asked("a dog walks in", continues=second)
    once, again = (played(Continuity(VOICE), third)[1] for _ in range(2))
    assert once.poses.keys() == again.poses.keys()
    for label, poses in once.poses.items():
        assert poses.tobytes() == again.poses[label].tobytes()
    changed = msgspec.structs.replace(first, seed=7)
    assert continuity.before(second, lambda: None) is continuity.before(second, lambda: None)
    assert continuity.before(
        msgspec.structs.replace(second, continues=changed), lambda: None
    ) is not continuity.before(second, lambda: None)
