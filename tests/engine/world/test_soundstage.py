"""What happened is heard when it happened: impacts on their sample, lines where they are told."""

from __future__ import annotations

import numpy as np
import pytest

from engine.sound.perform import perform
from engine.world.soundstage import score_of, spoken_words
from tests.engine.world.shots import RATE, Shot


def heard(shot: Shot) -> tuple[np.ndarray, np.ndarray]:
    """The effects and dialogue stems of a shot, mono."""
    matrix = np.eye(4)
    matrix[2, 3] = 3.0
    count = RATE.first_sample(shot.frame_count)
    score = score_of(
        shot.staging.scene,
        shot.motion,
        shot.breakdown,
        np.repeat(matrix[None], 4, axis=0),
        count,
        seed=0,
    )
    stems = perform(score)
    return np.abs(stems.effects).max(axis=1), np.abs(stems.dialogue).max(axis=1)


def test_an_impact_begins_on_its_sample() -> None:
    shot = Shot("A wooden block drops onto a wooden table", 48)
    first = shot.motion.contacts[0].sample
    effects, _ = heard(shot)
    loud = effects.max()
    assert loud > 0.0
    onset = int(np.argmax(effects > 0.1 * loud))
    assert 0 <= onset - first < 480  # within 10 ms, never early
    assert effects[: first - 48].max() < 0.01 * loud


def test_a_line_sounds_exactly_where_it_is_told() -> None:
    shot = Shot('A woman says "Hello there."', 60)
    (word,) = spoken_words(shot.staging.scene)
    _, dialogue = heard(shot)
    inside = dialogue[word.start_sample : word.end_sample]
    assert word.line == "Hello there."
    assert inside.max() > 10 * max(dialogue[: word.start_sample].max(), 1e-9)
    assert word.end_sample <= len(dialogue)


def test_every_cue_of_the_score_comes_from_what_happened() -> None:
    shot = Shot("A boy kicks a ball into a goal", 60)
    score = score_of(
        shot.staging.scene, shot.motion, shot.breakdown, np.eye(4)[None], RATE.first_sample(60), 0
    )
    assert [cue.sample for cue in score.impacts] == [c.sample for c in shot.motion.contacts]
    assert len(score.footsteps) == sum(
        len(actor.performance.footsteps()) for actor in shot.staging.scene.actors
    )


@pytest.mark.parametrize(("weather", "rains"), [("in the rain", True), ("on a sunny day", False)])
def test_the_weather_of_the_words_is_in_the_ambience(weather: str, rains: bool) -> None:
    shot = Shot(f"A man stands on the street {weather}", 24)
    score = score_of(shot.staging.scene, shot.motion, shot.breakdown, np.eye(4)[None], 48_000, 0)
    assert (score.ambience.rain > 0.0) is rains
