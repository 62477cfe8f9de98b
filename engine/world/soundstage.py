"""What happened becomes a score: every contact, step, line and engine at its own sample."""

from __future__ import annotations

import numpy as np

from engine.generation import SpokenWord
from engine.script.breakdown import Breakdown
from engine.sound.score import AmbienceCue, ListenerTrack, Score, SpeechCue, Vector
from engine.timing import SAMPLE_RATE_HZ
from engine.world.model import Matrix
from engine.world.scene import Scene, SpokenLine
from engine.world.simulation import Motion
from engine.world.staging.weather import rain_strength, wind_strength


def score_of(
    scene: Scene,
    motion: Motion,
    breakdown: Breakdown,
    listener: Matrix,
    sample_count: int,
    seed: int,
) -> Score:
    """The score of a played scene, ``sample_count`` samples long.

    Args:
        listener: (moments, 4, 4) camera-to-world over the shot.
    """
    return Score(
        sample_count=sample_count,
        seed=seed,
        listener=ListenerTrack(np.asarray(listener, np.float64)),
        ambience=AmbienceCue(
            place=breakdown.place,
            time=breakdown.time,
            weather=breakdown.weather,
            rain=rain_strength(breakdown.weather),
            wind=wind_strength(breakdown.weather),
            indoors=scene.indoors,
        ),
        impacts=motion.impacts,
        continuous=motion.continuous,
        footsteps=motion.footsteps,
        speech=tuple(
            SpeechCue(_sample(line), line.speech, _mouth(scene, line)) for line in scene.lines
        ),
        effects=(*scene.effects, *motion.effects),
    )


def spoken_words(scene: Scene) -> tuple[SpokenWord, ...]:
    """The dialogue as placed, for people and files."""
    return tuple(
        SpokenWord(
            speaker=line.speaker,
            line=line.line,
            start_sample=_sample(line),
            end_sample=_sample(line) + len(line.speech.samples),
        )
        for line in scene.lines
    )


def _sample(line: SpokenLine) -> int:
    return round(line.start_s * SAMPLE_RATE_HZ)


def _mouth(scene: Scene, line: SpokenLine) -> Vector | None:
    """Where the speaker's head is when the line begins; None for a narrator."""
    actor = next((actor for actor in scene.actors if actor.label == line.actor), None)
    if actor is None:
        return None
    x, y, z = actor.performance.head(line.start_s)
    return (float(x), float(y), float(z))
