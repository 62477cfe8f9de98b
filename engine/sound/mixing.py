"""Stems become one sound: speech stays clear, the whole is as loud as it should be, no overs.

1. Ambience and effects step back while somebody speaks, smoothly and before the first word.
2. The mix is lifted towards the usual loudness of the web, by a bounded gain: what is strong
   reaches it, what is quiet stays quiet, silence stays silence.
3. A limiter looks at the peaks between the samples and turns the level down around them, in time
   with them, so nothing is moved and nothing exceeds the ceiling.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from engine.sound import noise
from engine.sound.loudness import integrated_loudness, true_peaks
from engine.sound.score import Mono, Stems, Stereo

TARGET_LUFS = -15.0
CEILING_DBTP = -1.0
MAX_LIFT_DB = 12.0

_AMBIENCE_DUCK_DB = -7.0
_EFFECTS_DUCK_DB = -3.5
_SPEECH_FLOOR = 0.004
_LOWEST_HZ = 24.0
_STEP = 480
_LOOK_AHEAD_STEPS = 8
_RELEASE_STEPS = 40
_LIMITER_HALF_SAMPLES = 96
_BLOCK = 1 << 20
_LIMITER_REACH = 8 * _LIMITER_HALF_SAMPLES
_FAINT_DB = -40.0
_MOST_LIMITING_DB = 7.0
_MARGIN_DB = 0.08


def mix(stems: Stems) -> Stereo:
    """(samples, 2) float32: all stems together, true peak at most -1 dBTP, as long as they are."""
    count = len(stems.dialogue)
    if not count:
        return np.zeros((0, 2), np.float32)
    speaking = _speaking(stems.dialogue)
    total = np.empty((count, 2), np.float32)
    for start in range(0, count, _BLOCK):
        stop = min(start + _BLOCK, count)
        effects = _ducking(speaking, _EFFECTS_DUCK_DB, start, stop)[:, None]
        ambience = _ducking(speaking, _AMBIENCE_DUCK_DB, start, stop)[:, None]
        heard = stems.dialogue[start:stop] + stems.effects[start:stop] * effects
        total[start:stop] = heard + stems.ambience[start:stop] * ambience
    for side in (0, 1):
        total[:, side] = noise.highpass(total[:, side], _LOWEST_HZ)
    has_speech = bool(np.any(stems.dialogue))
    effects_db = _top_db(stems.effects)
    del stems  # minutes of them: the memory is needed
    total *= np.float32(noise.decibels(_lift_db(total, effects_db, has_speech=has_speech)))
    return limited(total)


def limited(samples: Stereo) -> Stereo:
    """``samples``, turned down in place around their peaks so that none exceeds the ceiling."""
    ceiling = noise.decibels(CEILING_DBTP - _MARGIN_DB)
    peaks = true_peaks(samples)
    if float(np.max(peaks, initial=0.0)) <= ceiling:
        return samples
    for start in range(0, len(samples), _BLOCK):
        stop = min(start + _BLOCK, len(samples))
        low, high = max(start - _LIMITER_REACH, 0), min(stop + _LIMITER_REACH, len(samples))
        gain = _turned_down(peaks[low:high], ceiling)[start - low : stop - low]
        samples[start:stop] *= gain[:, None]
    del peaks
    over = float(np.max(true_peaks(samples), initial=0.0)) / noise.decibels(CEILING_DBTP)
    if over > 1.0:
        samples /= np.float32(over)
    return samples


def _turned_down(peaks: Mono, ceiling: float) -> Mono:
    """The gain per sample: down in time for each peak, and smoothly."""
    wanted = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9))
    width = 2 * _LIMITER_HALF_SAMPLES + 1
    held = ndimage.minimum_filter1d(wanted, 2 * width - 1, mode="nearest")
    smooth = ndimage.uniform_filter1d(held, width, mode="nearest")
    smooth = np.minimum(ndimage.uniform_filter1d(smooth, width, mode="nearest"), wanted)
    return np.asarray(smooth, np.float32)


def _speaking(dialogue: Stereo) -> NDArray[np.float64]:
    """0 to 1 per 10 ms: is somebody speaking, from a little before to a little after."""
    count = -(-len(dialogue) // _STEP)
    if not np.any(dialogue):
        return np.zeros(count)
    padded = np.pad(dialogue.mean(axis=1), (0, count * _STEP - len(dialogue)))
    level = np.sqrt(np.mean(padded.reshape(count, _STEP) ** 2, axis=1))
    talking = (level > _SPEECH_FLOOR).astype(np.float64)
    reach = _LOOK_AHEAD_STEPS + _RELEASE_STEPS
    held = ndimage.maximum_filter1d(
        talking, reach, mode="constant", origin=(_LOOK_AHEAD_STEPS - _RELEASE_STEPS) // 2
    )
    return np.asarray(ndimage.gaussian_filter1d(held, 6.0, mode="nearest"))


def _ducking(speaking: NDArray[np.float64], depth_db: float, start: int, stop: int) -> Mono:
    """The gain of each sample in a stretch that steps back by ``depth_db`` under speech."""
    knots = 10 ** (depth_db / 20 * speaking)
    where = (np.arange(start, stop) + 0.5) / _STEP - 0.5
    return np.interp(where, np.arange(len(knots)), knots).astype(np.float32)


def _lift_db(total: Stereo, effects_db: float, *, has_speech: bool) -> float:
    """How much louder (or softer) the whole becomes; a bare bed stays as it is.

    Args:
        effects_db: the highest peak among the effects.
    """
    if not has_speech and effects_db < _FAINT_DB:
        return 0.0
    most = MAX_LIFT_DB
    if not has_speech:
        headroom = CEILING_DBTP - _top_db(total) + _MOST_LIMITING_DB
        most = max(min(MAX_LIFT_DB / 2, headroom), 0.0)
    return float(np.clip(TARGET_LUFS - integrated_loudness(total), -30.0, most))


def _top_db(total: Stereo) -> float:
    return 20 * float(np.log10(max(float(np.max(np.abs(total), initial=0.0)), 1e-10)))
