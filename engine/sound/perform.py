"""A score becomes stems: every cue made, placed before the listener, and put on its sample.

Cues are played one after the other into their stem; the room answers a whole stem at once.  What
begins before the shot or goes on after it is cut there with a few milliseconds of fade.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from engine.errors import BadRequest
from engine.sound import noise
from engine.sound.ambience import bed
from engine.sound.continuous import rub
from engine.sound.effects import effect
from engine.sound.footsteps import footstep
from engine.sound.impact import impact
from engine.sound.score import Mono, Score, SpeechCue, Stems, Stereo, Vector
from engine.sound.space import placed, reverberated, room_of

_SPEECH_GAIN_DB = 11.0
_CUT_SAMPLES = 240
_BED, _IMPACT, _RUB, _STEP, _EFFECT, _ROOM = range(6)


def perform(score: Score, check: Callable[[], None] = lambda: None) -> Stems:
    """Plays ``score``; equal scores give equal samples, always exactly ``sample_count`` of them.

    Args:
        check: called between cues; may raise ``Cancelled``.

    Raises:
        BadRequest: a negative length, or an effect or material that does not exist.
    """
    if score.sample_count < 0:
        raise BadRequest(
            f"A sound of {score.sample_count} samples cannot be made; ask for 0 or more."
        )
    room = room_of(score.ambience.place, score.ambience.indoors)
    effects = np.zeros((score.sample_count, 2), np.float32)
    for start, samples, path in _sounding(score):
        check()
        _add(effects, samples, start, path, score)
    check()
    effects += reverberated(effects, room, _rng(score, _ROOM, 0))
    dialogue = _dialogue(score, check)
    check()
    ambience = bed(score.ambience, score.sample_count, _rng(score, _BED, 0))
    return Stems(dialogue=dialogue, effects=_cut(effects), ambience=ambience)


def _sounding(score: Score) -> Iterator[tuple[int, Mono, tuple[Vector, ...]]]:
    """Every effect cue's start, sound and path, one after the other."""
    for index, hit in enumerate(score.impacts):
        if hit.sample < score.sample_count:
            sound = impact(hit, _rng(score, _IMPACT, index))
            yield hit.sample, sound, (hit.position_m,)
    for index, rubbed in enumerate(score.continuous):
        sound = rub(rubbed, _rng(score, _RUB, index))
        yield rubbed.start_sample, sound, (rubbed.position_m,)
    for index, step in enumerate(score.footsteps):
        if step.sample < score.sample_count:
            yield step.sample, footstep(step, _rng(score, _STEP, index)), (step.position_m,)
    for index, named in enumerate(score.effects):
        if named.sample < score.sample_count:
            rng = _rng(score, _EFFECT, index)
            sound = effect(named, rng, score.listener, score.sample_count)
            yield named.sample, sound, named.path_m


def _rng(score: Score, kind: int, index: int) -> np.random.Generator:
    """A generator of its own per cue, so that one cue more does not change the others."""
    return np.random.default_rng((score.seed & 0xFFFFFFFFFFFFFFFF, kind, index))


def _add(stem: Stereo, samples: Mono, start: int, path: tuple[Vector, ...], score: Score) -> None:
    """Adds ``samples`` to ``stem`` where they are heard, cut softly at the shot's ends."""
    total = len(stem)
    if not len(samples) or start >= total or start + len(samples) <= 0:
        return
    heard = placed(samples, start, path, score.listener, total)
    skipped = max(-start, 0)
    piece = heard[skipped : skipped + total - max(start, 0)]
    if skipped:
        rise = min(_CUT_SAMPLES, len(piece))
        piece[:rise] *= (np.arange(rise) / rise)[:, None]
    stem[start + skipped : start + skipped + len(piece)] += piece


def _cut(stem: Stereo) -> Stereo:
    """``stem`` with its last 5 ms faded, so that what is cut there does not click."""
    fall = min(_CUT_SAMPLES, len(stem))
    stem[len(stem) - fall :] *= (1 - np.arange(1, fall + 1) / max(fall, 1))[:, None]
    return stem


def _dialogue(score: Score, check: Callable[[], None]) -> Stereo:
    """Spoken lines: those with a place in the room, a narrator near and dry in the centre."""
    room = room_of(score.ambience.place, score.ambience.indoors)
    in_room = np.zeros((score.sample_count, 2), np.float32)
    dry = np.zeros((score.sample_count, 2), np.float32)
    for cue in score.speech:
        check()
        stem = dry if cue.position_m is None else in_room
        _add(stem, cue.speech.samples, cue.sample, (_near(cue, score),), score)
    answer = reverberated(in_room, room, _rng(score, _ROOM, 1))
    answer *= np.float32(0.6)
    in_room += answer
    in_room += dry
    in_room *= np.float32(noise.decibels(_SPEECH_GAIN_DB))
    return _cut(in_room)


def _near(cue: SpeechCue, score: Score) -> Vector:
    """Where a line is heard from: voices are followed by a microphone, at most 6 m away."""
    ears = score.listener.matrices[0]
    if cue.position_m is None:
        ahead = ears[:3, 3] - ears[:3, 2]
        return (float(ahead[0]), float(ahead[1]), float(ahead[2]))
    share = min(max(cue.sample / max(score.sample_count, 1), 0.0), 1.0)
    index = round(share * (len(score.listener.matrices) - 1))
    ears = score.listener.matrices[index]
    offset = np.asarray(cue.position_m) - ears[:3, 3]
    distance = float(np.linalg.norm(offset))
    near = ears[:3, 3] + offset * min(1.0, 6.0 / max(distance, 1e-6))
    return (float(near[0]), float(near[1]), float(near[2]))
