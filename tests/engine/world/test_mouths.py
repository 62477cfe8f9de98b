"""Mouths move with the sounds of the words, not with their loudness alone."""

from __future__ import annotations

import numpy as np

from engine.sound.score import Voice
from engine.world.figures.visemes import MOUTH_STEP_S, VISEMES
from engine.world.staging.freezing import mouth_shapes
from tests.engine.world.shots import VOICE


def shapes_of(line: str) -> np.ndarray:
    return mouth_shapes(VOICE.speak(line, Voice()))


def peaks(weights: np.ndarray, name: str) -> int:
    closed = weights[:, VISEMES.index(name)] > 0.6
    return int(np.sum(closed[1:] & ~closed[:-1]))


def test_lips_close_for_every_m_b_and_p() -> None:
    assert peaks(shapes_of("Bob, my mum, pipe."), "MBP") >= 6
    assert peaks(shapes_of("Sit, see, take this."), "MBP") == 0


def test_lips_round_for_rounded_vowels_and_spread_for_others() -> None:
    def share(line: str, *names: str) -> float:
        weights = shapes_of(line)
        return float(weights[:, [VISEMES.index(name) for name in names]].sum() / weights.sum())

    assert share("Go home, oh no.", "O", "U", "WQ") > 2.0 * share("See, he sits.", "O", "U", "WQ")
    assert share("See, he sits.", "E") > 1.5 * share("Go home, oh no.", "E")


def test_the_mouth_moves_in_both_sentences_and_rests_between() -> None:
    speech = VOICE.speak("Hello there. I am late.", Voice())
    weights = mouth_shapes(speech)
    first, second = speech.sentences
    resting = weights[:, VISEMES.index("rest")]
    for sentence in (first, second):
        inside = resting[int(sentence.start_s / MOUTH_STEP_S) : int(sentence.end_s / MOUTH_STEP_S)]
        assert inside.min() < 0.2
    pause = round((first.end_s + second.start_s) / 2 / MOUTH_STEP_S)
    assert resting[pause] > 0.9
