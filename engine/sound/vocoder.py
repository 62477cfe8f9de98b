"""A speaking voice taken apart and put together again: pitch, vocal tract, breath, each alone.

The draft voice's network gives, per 12.5 ms, how loud each frequency of the voiced part is (a
filter for a pulse train), the hiss and bursts of the consonants as a spectrum with phase, and the
pitch.  Here the filter's envelope is read at the harmonics where the network was sure of it,
stretched along frequency (a longer or shorter throat), turned into a minimum-phase filter, and
driven by a new pulse train at the new pitch, directly at 48 kHz.  The consonants keep their own
timing and are tilted by the same stretch.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import fft, ndimage, signal

from engine.sound import noise, tones
from engine.sound.score import Mono, Voice
from engine.timing import SAMPLE_RATE_HZ

FRAME_SAMPLES = 600
_WINDOW = 4 * FRAME_SAMPLES
_BINS = _WINDOW // 2 + 1
_BIN_HZ = SAMPLE_RATE_HZ / _WINDOW
_VOICED_HZ = 40.0
_FLOOR_LOG = -9.0
_TOP_HZ = 11_000.0
_UNIT_COSINE = 300.0  # what the network calls 1: the spectrum peak of a unit cosine at 24 kHz

Spectrogram = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class VoiceFrames:
    """One sentence as the network gives it: 601 bins of 20 Hz, one frame per 12.5 ms.

    Attributes:
        voiced_log: (601, frames) natural log of the voiced filter's magnitude.
        hiss_log, hiss_phase: (601, frames) the consonants' spectrum.
        pitch_hz: (frames,) 0 where unvoiced.
    """

    voiced_log: Spectrogram
    hiss_log: Spectrogram
    hiss_phase: Spectrogram
    pitch_hz: NDArray[np.float32]


def resynthesised(frames: VoiceFrames, voice: Voice, rng: np.random.Generator) -> Mono:
    """The sentence in another voice, 48 kHz, ``frames * 600`` samples."""
    count = len(frames.pitch_hz)
    pitch = _new_pitch(frames.pitch_hz, voice, rng)
    envelope = _stretched(_harmonic_envelope(frames), voice.formant_ratio)
    envelope = envelope + _effort_tilt(voice)[:, None]
    voiced = frames.pitch_hz > _VOICED_HZ
    body = _driven(pitch, voiced, envelope, voice.breath, rng)
    body = body * (2 ** (voice.pitch_semitones / 24) / _UNIT_COSINE)
    hiss = _hiss(frames, voice.formant_ratio)
    hiss_gain = 1.0 + 0.6 * voice.breath
    return np.asarray((body + hiss_gain * hiss)[: count * FRAME_SAMPLES], np.float32)


def _new_pitch(
    pitch_hz: NDArray[np.float32], voice: Voice, rng: np.random.Generator
) -> NDArray[np.float64]:
    """The pitch curve per frame, moved, and shaking where the voice does."""
    moved = np.asarray(pitch_hz, np.float64) * 2 ** (voice.pitch_semitones / 12)
    seconds = np.arange(len(moved)) * FRAME_SAMPLES / SAMPLE_RATE_HZ
    shake = np.sin(2 * np.pi * 5.3 * seconds + rng.uniform(0, 6.28))
    wobble = ndimage.gaussian_filter1d(rng.standard_normal(len(moved)), 1.5)
    return np.asarray(moved * (1 + voice.tremor * (0.035 * shake + 0.05 * wobble)))


def _harmonic_envelope(frames: VoiceFrames) -> NDArray[np.float64]:
    """(1201, frames) log envelope read at the harmonics of the original pitch."""
    bins = np.arange(frames.voiced_log.shape[0])
    out = np.full((_BINS, len(frames.pitch_hz)), _FLOOR_LOG)
    for index, pitch_hz in enumerate(frames.pitch_hz):
        column = np.maximum(frames.voiced_log[:, index], _FLOOR_LOG)
        if pitch_hz > _VOICED_HZ:
            at = np.arange(1, int(11_500 / pitch_hz) + 1) * (pitch_hz / _BIN_HZ)
            column = np.interp(bins, at, np.interp(at, bins, column))
        out[: len(bins), index] = column
    return np.asarray(ndimage.gaussian_filter1d(out, 1.2, axis=0), np.float64)


def _stretched(envelope: NDArray[np.float64], ratio: float) -> NDArray[np.float64]:
    """The envelope with every resonance at ``ratio`` times its frequency."""
    source = np.arange(_BINS) / ratio
    low = np.minimum(source.astype(np.int64), _BINS - 2)
    blend = np.clip(source - low, 0.0, 1.0)[:, None]
    return np.asarray(envelope[low] * (1 - blend) + envelope[low + 1] * blend)


def _effort_tilt(voice: Voice) -> NDArray[np.float64]:
    """Log gain per bin: shouting is brighter, breath is thinner below and lighter above."""
    octaves = np.log2(np.maximum(np.arange(_BINS) * _BIN_HZ, 100.0) / 1000.0)
    tilt_db = np.clip(octaves, -3.0, 2.0) * (3.0 * voice.effort + 3.5 * voice.breath)
    return np.asarray(tilt_db * (np.log(10) / 20))


def _driven(
    pitch_hz: NDArray[np.float64],
    voiced: NDArray[np.bool_],
    envelope: NDArray[np.float64],
    breath: float,
    rng: np.random.Generator,
) -> Mono:
    """Pulse train and breath through the minimum-phase filter of each frame."""
    count = len(pitch_hz) * FRAME_SAMPLES
    centre = (np.arange(len(pitch_hz)) + 0.5) * FRAME_SAMPLES
    known = np.flatnonzero(voiced)
    if not len(known):
        return np.zeros(count, np.float32)
    curve = np.interp(np.arange(count), centre[known], pitch_hz[known])
    on = np.interp(np.arange(count), centre, voiced.astype(np.float64)) > 0.5
    gate = ndimage.uniform_filter1d(on.astype(np.float64), 240)
    number = np.maximum(np.floor(_TOP_HZ / curve), 1)
    pulses = tones.buzz(curve, count, _TOP_HZ) * np.sqrt(number / 2)
    airy = noise.white(rng, count) * np.sqrt(SAMPLE_RATE_HZ / (4 * curve))
    loudness = np.sqrt(np.maximum(1 - breath, 0.0))
    source = gate * (loudness * pulses + np.sqrt(breath) * airy)
    spectrum = _frame_spectra(source.astype(np.float32), len(pitch_hz))
    return _overlap_added(spectrum * _minimum_phase(envelope))


def _minimum_phase(log_magnitude: NDArray[np.float64]) -> NDArray[np.complex64]:
    """(1201, frames) filter with that log magnitude whose energy comes as early as can be."""
    cepstrum = fft.irfft(log_magnitude, axis=0)
    cepstrum[1 : _WINDOW // 2] *= 2
    cepstrum[_WINDOW // 2 + 1 :] = 0
    return np.asarray(np.exp(fft.rfft(cepstrum, axis=0)), np.complex64)


def _frame_spectra(samples: Mono, frame_count: int) -> NDArray[np.complex64]:
    """(1201, frames) windowed spectra, frame ``i`` centred on sample ``600 * i``."""
    padded = np.pad(samples, (_WINDOW // 2, _WINDOW))
    pieces = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)[::FRAME_SAMPLES]
    window = signal.get_window("hann", _WINDOW).astype(np.float32)
    return np.asarray(fft.rfft(pieces[:frame_count] * window, axis=1).T, np.complex64)


def _overlap_added(spectra: NDArray[np.complex64]) -> Mono:
    """Back to samples: ``frames * 600`` of them."""
    frame_count = spectra.shape[1]
    window = signal.get_window("hann", _WINDOW).astype(np.float32)
    pieces = (fft.irfft(spectra.T, _WINDOW, axis=1) * window).astype(np.float32)
    total = np.zeros((frame_count + 3, FRAME_SAMPLES), np.float32)
    weight = np.zeros((frame_count + 3, FRAME_SAMPLES), np.float32)
    for part in range(4):
        span = slice(part * FRAME_SAMPLES, (part + 1) * FRAME_SAMPLES)
        total[part : part + frame_count] += pieces[:, span]
        weight[part : part + frame_count] += window[span] ** 2
    joined = (total / np.maximum(weight, 0.05)).reshape(-1)
    return np.asarray(joined[_WINDOW // 2 : _WINDOW // 2 + frame_count * FRAME_SAMPLES])


def _hiss(frames: VoiceFrames, ratio: float) -> Mono:
    """The consonants with their own phase, their envelope stretched with the throat's."""
    level = np.full((_BINS, frames.hiss_log.shape[1]), _FLOOR_LOG, np.float64)
    level[: frames.hiss_log.shape[0]] = np.minimum(frames.hiss_log, 7.0)
    if ratio != 1.0:
        smooth = ndimage.gaussian_filter1d(level, 6.0, axis=0)
        level += np.clip(_stretched(smooth, 0.5 + 0.5 * ratio) - smooth, -3.0, 1.5)
    phase = np.zeros(level.shape, np.float64)
    phase[: frames.hiss_phase.shape[0]] = frames.hiss_phase
    spectra = (2 * np.exp(level) * np.exp(1j * phase)).astype(np.complex64)
    return _overlap_added(spectra)
