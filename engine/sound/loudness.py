"""How loud sound is to ears (ITU-R BS.1770), and how high its true peaks are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import signal

from engine.sound import noise
from engine.sound.score import Mono, Stereo
from engine.timing import SAMPLE_RATE_HZ

SILENCE_LUFS = -100.0
_K_WEIGHTING = np.array(
    [
        [1.53512485958697, -2.69169618940638, 1.19839281085285,
         1.0, -1.69065929318241, 0.73248077421585],
        [1.0, -2.0, 1.0, 1.0, -1.99004745483398, 0.99007225036621],
    ]
)  # fmt: skip
_OVERSAMPLING = 4
_PEAK_BLOCK = 1 << 16
_PEAK_MARGIN = 64
_GATING_SAMPLES = SAMPLE_RATE_HZ * 4 // 10
_HOP_SAMPLES = SAMPLE_RATE_HZ // 10
_ABSOLUTE_GATE_LUFS = -70.0


def plain_loudness(samples: Stereo) -> float:
    """LUFS of all of ``samples`` without gating; works for any length."""
    if not len(samples):
        return SILENCE_LUFS
    power = sum(
        float(np.mean(np.square(k_weighted(samples[:, side]), dtype=np.float64)))
        for side in range(samples.shape[1])
    )
    return -0.691 + 10 * float(np.log10(power)) if power > 1e-10 else SILENCE_LUFS


def integrated_loudness(samples: Stereo) -> float:
    """Gated LUFS as broadcasters measure it; shorter than 0.4 s is measured without gates.

    Source: ITU-R BS.1770-4, annex 1: 400 ms blocks every 100 ms, gates at -70 LUFS and 10 LU below
    the mean of what passed the first.  Works side by side, so that minutes fit into memory.
    """
    if len(samples) < _GATING_SAMPLES + 1 or not np.any(samples):
        return plain_loudness(samples)
    hops = len(samples) // _HOP_SAMPLES
    power = np.zeros(hops)
    for side in range(samples.shape[1]):
        weighted = k_weighted(samples[:, side])[: hops * _HOP_SAMPLES]
        squares = np.square(weighted).reshape(hops, _HOP_SAMPLES)
        power += squares.mean(axis=1, dtype=np.float64)
    blocks = np.convolve(power, np.full(4, 0.25), "valid")
    loud = blocks[blocks > 10 ** ((_ABSOLUTE_GATE_LUFS + 0.691) / 10)]
    if not len(loud):
        return plain_loudness(samples)
    loud = loud[loud > 0.1 * loud.mean()]
    return -0.691 + 10 * float(np.log10(loud.mean()))


def k_weighted(samples: Mono) -> Mono:
    """``samples`` as loudness meters hear them."""
    return noise.filtered_in_blocks(_K_WEIGHTING, np.ascontiguousarray(samples))


def true_peaks(samples: Stereo) -> NDArray[np.float32]:
    """(n,) the largest magnitude around each sample, between samples too, of either side."""
    out = np.zeros(len(samples), np.float32)
    for start in range(0, len(samples), _PEAK_BLOCK):
        stop = min(start + _PEAK_BLOCK, len(samples))
        before, after = max(start - _PEAK_MARGIN, 0), min(stop + _PEAK_MARGIN, len(samples))
        fine = signal.resample_poly(samples[before:after], _OVERSAMPLING, 1, axis=0)
        tops = np.max(np.abs(fine), axis=1).reshape(-1, _OVERSAMPLING).max(axis=1)
        out[start:stop] = tops[start - before : start - before + stop - start]
    return out


def true_peak_db(samples: Stereo) -> float:
    """The true peak in dBTP; -200 for silence."""
    top = float(np.max(true_peaks(samples), initial=0.0))
    return 20 * float(np.log10(max(top, 1e-10)))
