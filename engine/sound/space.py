"""Where sounds are: how loud, from which side, in what room, heard from the moving camera.

Distance attenuates gently (as film mixers do it: 0.55 of the decibels of free air), dulls what is
far, and the camera's right is the right loudspeaker, with equal power.  Sound's travel time is
NOT applied on purpose: 10 m would be 29 ms, more than a frame at 48 fps, and an editor reads that
as a fault of synchronisation, so a hit is heard in the frame that shows it, however far it is.
Doppler shift, which is a change of pitch and not of moment, is applied to what passes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import signal

from engine.sound import noise
from engine.sound.score import ListenerTrack, Mono, Stereo, Vector
from engine.timing import SAMPLE_RATE_HZ

_NEAR_M = 1.5
_FALL = 0.55
_WIDTH = 0.85
_MOMENT = 480
_DULL_FROM_M = 6.0
_DULL_AT_M = 70.0
_SOUND_IN_AIR_MPS = 343.0
_PIECE_SAMPLES = 60 * SAMPLE_RATE_HZ
"""A room answers this much at a time, so that a long shot takes no more memory than it must."""

Points = NDArray[np.float64]


@dataclass(frozen=True)
class Room:
    """How a place answers: reverberation time, its level, first reflections, its dullness."""

    decay_s: float
    wet_db: float
    first_reflection_s: float
    dull_hz: float


_ROOMS: dict[str, Room] = {
    "studio": Room(0.18, -24.0, 0.010, 5000.0),
    "room": Room(0.40, -17.0, 0.009, 5500.0),
    "office": Room(0.45, -17.0, 0.010, 6000.0),
    "kitchen": Room(0.55, -15.5, 0.008, 8000.0),
    "court": Room(1.60, -15.0, 0.022, 6000.0),
    "hall": Room(1.70, -14.0, 0.022, 6000.0),
    "street": Room(0.50, -23.0, 0.035, 4500.0),
    "classroom": Room(0.70, -16.0, 0.012, 6000.0),
    "stage": Room(1.20, -16.5, 0.024, 5000.0),
    "dungeon": Room(2.20, -12.5, 0.016, 4200.0),
    "cafe": Room(0.55, -16.5, 0.010, 6000.0),
    "cave": Room(2.60, -12.0, 0.020, 3600.0),
    "library": Room(0.45, -18.0, 0.011, 4500.0),
    "church": Room(3.40, -12.0, 0.030, 4500.0),
    "castle": Room(0.90, -20.0, 0.040, 4500.0),
    "station": Room(1.10, -18.0, 0.030, 4500.0),
    "market": Room(0.50, -23.0, 0.035, 4500.0),
    "mountain": Room(1.30, -27.0, 0.120, 2600.0),
    "moon": Room(0.05, -60.0, 0.004, 2000.0),
    "forest": Room(0.70, -25.0, 0.045, 3000.0),
}
_INDOORS = Room(0.45, -17.0, 0.010, 6000.0)
_OUTDOORS = Room(0.25, -32.0, 0.040, 4000.0)


def room_of(place: str, indoors: bool) -> Room:
    """The room answer of a canonical place; unknown ones by whether they have a roof."""
    return _ROOMS.get(place, _INDOORS if indoors else _OUTDOORS)


def placed(
    samples: Mono, start_sample: int, path_m: Sequence[Vector], listener: ListenerTrack, total: int
) -> Stereo:
    """(n, 2) of ``samples`` as heard by the moving listener.

    Args:
        start_sample: of the first sample, in the shot.
        path_m: evenly spaced positions of the source over ``samples`` (one: it rests).
        total: length of the shot, over which the listener's matrices are spread.
    """
    moments = max(-(-len(samples) // _MOMENT) + 1, 2)
    at = start_sample + np.arange(moments) * _MOMENT
    source = _along(np.asarray(path_m, np.float64), np.linspace(0.0, 1.0, moments))
    distance, side = _heard(source, at / max(total, 1), listener)
    angle = (1 + _WIDTH * side) * (np.pi / 4)
    level = (_NEAR_M / np.maximum(distance, _NEAR_M)) ** _FALL
    where = np.arange(len(samples)) / _MOMENT
    knots = np.arange(moments)
    dulled = _dulled(samples, np.interp(where, knots, distance))
    left = np.interp(where, knots, np.cos(angle) * level)
    right = np.interp(where, knots, np.sin(angle) * level)
    return np.stack([dulled * left, dulled * right], axis=1).astype(np.float32)


def doppler_rate(
    path_m: Sequence[Vector], start_sample: int, count: int, listener: ListenerTrack, total: int
) -> NDArray[np.float64]:
    """Evenly spaced pitch factors over ``count`` samples for a source that moves along a path."""
    moments = max(count // 2400, 2)
    at = start_sample + np.linspace(0, count, moments)
    source = _along(np.asarray(path_m, np.float64), np.linspace(0.0, 1.0, moments))
    distance, _ = _heard(source, at / max(total, 1), listener)
    receding_mps = np.gradient(distance) * (moments - 1) * SAMPLE_RATE_HZ / max(count, 1)
    return np.asarray(
        _SOUND_IN_AIR_MPS / (_SOUND_IN_AIR_MPS + np.clip(receding_mps, -120.0, 120.0))
    )


def reverberated(dry: Stereo, room: Room, rng: np.random.Generator) -> Stereo:
    """Only the room's answer to ``dry``, as long as ``dry``; it never comes before its cause."""
    if not np.any(dry):
        return np.zeros_like(dry)
    answer = _impulse_response(room, rng)
    gain = np.float32(noise.decibels(room.wet_db))
    wet = np.zeros((len(dry), 2), np.float32)
    for start in range(0, len(dry), _PIECE_SAMPLES):
        piece = dry[start : start + _PIECE_SAMPLES]
        mono = piece.mean(axis=1)
        for side in (0, 1):
            heard = signal.oaconvolve(0.6 * mono + 0.4 * piece[:, side], answer[:, side])
            heard = heard[: len(dry) - start]
            wet[start : start + len(heard), side] += heard
    wet *= gain
    wet[: int(np.argmax(np.any(dry, axis=1)))] = 0.0  # fast convolution leaves -180 dB of rounding
    return wet


def _impulse_response(room: Room, rng: np.random.Generator) -> NDArray[np.float32]:
    """First reflections, then a decaying stereo tail of unit energy times 10."""
    count = int((room.decay_s + room.first_reflection_s) * SAMPLE_RATE_HZ)
    seconds = np.arange(count) / SAMPLE_RATE_HZ
    start = room.first_reflection_s
    decay = np.exp(-6.91 * np.maximum(seconds - start, 0) / room.decay_s) * (seconds >= 1.6 * start)
    out = np.zeros((count, 2), np.float32)
    for side in (0, 1):
        tail = noise.lowpass(noise.white(rng, count), room.dull_hz) * decay
        tail *= np.minimum(seconds / (2.5 * start), 1.0)
        tail /= np.sqrt(np.sum(tail**2) + 1e-12)
        taps = (start * SAMPLE_RATE_HZ * np.array([1.0, 1.31, 1.73, 2.18, 2.9])).astype(int)
        taps = taps + rng.integers(0, 90, len(taps))
        taps = taps[taps < count]
        tail[taps] += 0.28 * rng.choice([-1.0, 1.0], len(taps)) * 0.8 ** np.arange(len(taps))
        out[:, side] = 2.2 * tail
    return out


def _along(path: Points, shares: NDArray[np.float64]) -> Points:
    """Positions at ``shares`` (0 to 1) of a path of evenly spaced points."""
    if len(path) == 1:
        return np.repeat(path, len(shares), axis=0)
    knots = np.linspace(0.0, 1.0, len(path))
    return np.stack([np.interp(shares, knots, path[:, axis]) for axis in range(3)], axis=1)


def _heard(
    source: Points, shares: NDArray[np.float64], listener: ListenerTrack
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Distance in metres and side (-1 left to 1 right) of each source position."""
    shares = np.clip(shares, 0.0, 1.0)
    ears = _along(listener.matrices[:, :3, 3], shares)
    rightward = _along(listener.matrices[:, :3, 0], shares)
    offset = source - ears
    distance = np.linalg.norm(offset, axis=1)
    side = np.einsum("ij,ij->i", offset, rightward) / np.maximum(distance, 0.3)
    return distance, np.clip(side, -1.0, 1.0)


def _dulled(samples: Mono, distance: NDArray[np.float64]) -> Mono:
    """What is far loses its highs: a blend towards a low-passed copy."""
    if float(np.max(distance, initial=0.0)) < _DULL_FROM_M:
        return samples
    share = np.clip((distance - _DULL_FROM_M) / (_DULL_AT_M - _DULL_FROM_M), 0.0, 0.85)
    soft = noise.lowpass(samples, 2500.0, order=1)
    return np.asarray(samples * (1 - share) + soft * share, np.float32)
