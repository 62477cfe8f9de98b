"""Mouth shapes of speech: which sounds look alike, and how the mouth moves through them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.world.figures.joints import Array

MOUTH_STEP_S = 0.01
VISEMES = ("rest", "AI", "E", "O", "U", "MBP", "FV", "L", "WQ")
"""Names of the mouth's shapes, in the order of every array of weights."""

_LOOKS: Mapping[str, str] = {
    "AI": "AA AE AH AX AY AW HH K G NG AXR",
    "E": "EH EY IH IY IX S Z T D N TH DH CH JH SH ZH Y",
    "O": "AO OW OY",
    "U": "UH UW ER R",
    "MBP": "M B P EM",
    "FV": "F V",
    "L": "L EL DX",
    "WQ": "W WH Q",
    "rest": "SIL SP PAU _ #",
}
_IPA: Mapping[str, str] = {
    "AI": "aɑæʌɐəhkɡgŋ", "E": "eɛiɪszʃʒtdnθðjɜ", "O": "oɔɒ", "U": "uʊɹr", "MBP": "mbp", "FV": "fv",
    "L": "lɫɾ", "WQ": "wʍ",
}  # fmt: skip
_SIZE: Mapping[str, float] = {
    "AH": 0.65, "AX": 0.5, "HH": 0.4, "K": 0.35, "G": 0.35, "NG": 0.3, "S": 0.5, "Z": 0.5,
    "T": 0.45, "D": 0.45, "N": 0.45, "TH": 0.5, "DH": 0.5, "IH": 0.75, "R": 0.6, "Y": 0.6,
}  # fmt: skip
_LENGTH: Mapping[str, float] = {
    "AI": 1.25, "E": 0.9, "O": 1.3, "U": 1.1, "MBP": 0.75, "FV": 0.85, "L": 0.7, "WQ": 0.75,
    "rest": 1.0,
}  # fmt: skip
_LEAD_S = 0.05
_BLEND_S = 0.045

Phoneme = tuple[str, float, float]
"""A sound (ARPAbet or IPA), its start and its end in seconds."""


def viseme_of(phoneme: str) -> tuple[str, float]:
    """The mouth's shape for a sound and how strong it is (0 to 1); unknown sounds rest."""
    plain = phoneme.strip().upper().rstrip("0123456789")
    for name, sounds in _LOOKS.items():
        if plain in sounds.split():
            return name, _SIZE.get(plain, 1.0)
    bare = phoneme.strip("ˈˌː ")
    for name, letters in _IPA.items():
        if bare and bare[0] in letters:
            return name, 1.0
    return "rest", 1.0


def weights_of(phonemes: Sequence[Phoneme], length_s: float) -> NDArray[np.float32]:
    """(n, 9) weights of ``VISEMES`` per 10 ms for sounds with times.

    The mouth is a little ahead of the sound, lips always close for m, b and p, and neighbouring
    sounds colour each other.
    """
    count = int(np.ceil(length_s / MOUTH_STEP_S)) + 1
    times = np.arange(count) * MOUTH_STEP_S
    weights = np.zeros((count, len(VISEMES)))
    for sound, start_s, end_s in phonemes:
        name, size = viseme_of(sound)
        middle, half = (start_s + end_s) / 2 - _LEAD_S * 0.6, (end_s - start_s) / 2
        near = np.clip((half + _BLEND_S - np.abs(times - middle)) / (2 * _BLEND_S), 0.0, 1.0)
        near = near * near * (3 - 2 * near) * size
        column = VISEMES.index(name)
        weights[:, column] = np.maximum(weights[:, column], near)
    closed = weights[:, VISEMES.index("MBP")]
    others = [k for k, name in enumerate(VISEMES) if name != "MBP"]
    weights[:, others] *= (1.0 - 0.92 * closed)[:, None]
    total = weights.sum(axis=1, keepdims=True)
    weights /= np.maximum(total, 1.0)
    weights[:, 0] += np.maximum(1.0 - weights.sum(axis=1), 0.0)
    return weights.astype(np.float32)


def timed(sounds: Sequence[str], voiced: Sequence[tuple[float, float]]) -> tuple[Phoneme, ...]:
    """Sounds without times laid over the stretches of a line in which somebody is heard.

    Args:
        voiced: (start, end) of every stretch in seconds, in order.
    """
    total_s = sum(end - start for start, end in voiced)
    shares = np.array([_LENGTH[viseme_of(sound)[0]] for sound in sounds])
    if not len(shares) or total_s <= 0.0:
        return ()
    marks = np.concatenate(([0.0], np.cumsum(shares) / shares.sum())) * total_s
    begins = np.cumsum([0.0, *(end - start for start, end in voiced)])

    def when(heard_s: float) -> float:
        k = min(int(np.searchsorted(begins, heard_s, side="right")) - 1, len(voiced) - 1)
        return voiced[k][0] + heard_s - float(begins[k])

    return tuple(
        (sound, when(float(first)), max(when(float(last) - 1e-6), when(float(first))))
        for sound, first, last in zip(sounds, marks[:-1], marks[1:], strict=True)
    )


def voiced_stretches(
    envelope: NDArray[np.floating], floor: float = 0.06
) -> tuple[tuple[float, float], ...]:
    """(start, end) in seconds of where an envelope per 10 ms is above ``floor`` (of its peak)."""
    if not len(envelope):
        return ()
    heard = np.asarray(envelope) > floor * max(float(np.max(envelope)), 1e-9)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], heard.astype(int), [0]))))
    pairs = [(a * MOUTH_STEP_S, b * MOUTH_STEP_S) for a, b in edges.reshape(-1, 2)]
    merged: list[tuple[float, float]] = []
    for start, end in pairs:
        if merged and start - merged[-1][1] < 0.12:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return tuple((start, end) for start, end in merged if end - start > 0.03)


def openness(weights: Array) -> Array:
    """(n,) how open the mouth is, 0 to 1, for weights (n, 9)."""
    opens = np.array((0.0, 1.0, 0.5, 0.8, 0.35, 0.0, 0.15, 0.45, 0.25))
    return np.asarray(np.clip(weights @ opens, 0.0, 1.0))
