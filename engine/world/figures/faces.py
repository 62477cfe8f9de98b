"""What a face does by itself and with words: blinking, gaze, the mouth's shapes."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.world.figures.acts import Act
from engine.world.figures.joints import Array
from engine.world.figures.visemes import MOUTH_STEP_S, VISEMES, openness

_BLINK_S = 0.17

MouthTrack = tuple[tuple[float, NDArray[np.floating]], ...]
"""For every line its start in seconds, and per 10 ms either how open the mouth is (n,) or the
weights of the visemes (n, 9) in the order of ``visemes.VISEMES``."""


class Speaking:
    """A mouth envelope over time, and the stresses in it that hands and head follow."""

    def __init__(self, mouth: MouthTrack) -> None:
        tracks = [(float(start), np.asarray(values, float)) for start, values in mouth]
        self.lines = tuple(
            (start, values if values.ndim == 1 else openness(values)) for start, values in tracks
        )
        self.shaped = tuple((start, values) for start, values in tracks if values.ndim == 2)
        self.stresses: list[tuple[float, float]] = []
        for start, values in self.lines:
            self.stresses += _stresses(start, values)
        self.stresses.sort()

    def opening(self, time_s: float) -> float:
        """How open the mouth is, 0 to 1."""
        most = 0.0
        for start, values in self.lines:
            place = (time_s - start) / MOUTH_STEP_S
            if 0.0 <= place < len(values) - 1:
                k = int(place)
                value = float(values[k] + (values[k + 1] - values[k]) * (place - k))
                most = max(most, value)
        return min(max(most, 0.0), 1.0)

    def visemes(self, time_s: float) -> dict[str, float]:
        """Weights of the visemes by name; a line that tells only the opening shows a vowel."""
        for start, weights in self.shaped:
            place = (time_s - start) / MOUTH_STEP_S
            if 0.0 <= place < len(weights) - 1:
                k = int(place)
                row = weights[k] + (weights[k + 1] - weights[k]) * (place - k)
                return {name: float(w) for name, w in zip(VISEMES, row, strict=True) if w > 0.0}
        opening = self.opening(time_s)
        if opening <= 0.0:
            return {}
        rounded = 0.5 + 0.5 * math.sin(time_s * 7.3)
        return {"AI": opening * (1.0 - 0.45 * rounded), "O": 0.45 * opening * rounded}

    def activity(self, time_s: float) -> float:
        """1 while a line is spoken, with soft ends."""
        most = 0.0
        for start, values in self.lines:
            end = start + len(values) * MOUTH_STEP_S
            fade = min((time_s - start + 0.25) / 0.35, (end + 0.35 - time_s) / 0.45, 1.0)
            most = max(most, fade)
        return most * most * (3 - 2 * most)


def _stresses(start: float, values: Array) -> list[tuple[float, float]]:
    if len(values) < 3:
        return []
    window = np.hanning(15)
    soft = np.convolve(values, window / window.sum(), mode="same")
    found: list[tuple[float, float]] = []
    inside = (soft[1:-1] >= soft[:-2]) & (soft[1:-1] > soft[2:]) & (soft[1:-1] > 0.15)
    for k in np.argsort(-soft[1:-1] * inside)[: int(inside.sum())]:
        moment = start + (int(k) + 1) * MOUTH_STEP_S
        if all(abs(moment - other) > 0.38 for other, _ in found):
            found.append((moment, float(min(soft[k + 1] * 1.3, 1.0))))
    return found


class Face:
    """What a face does at a time, as strengths of its small shapes."""

    def __init__(self, acts: Sequence[Act], speaking: Speaking, seed: int) -> None:
        self.speaking = speaking
        self.feelings = tuple(act for act in acts if act.kind == "feel")
        chance = np.random.default_rng(seed ^ 0xFACE)
        gaps = chance.uniform(1.8, 5.2, 128)
        gaps[::7] = 0.35  # now and then a double blink
        self.blinks = np.cumsum(gaps).tolist()
        self.glances = chance.normal(0.0, 1.0, (256, 2))

    def lid(self, time_s: float) -> float:
        """0 open to 1 shut."""
        k = bisect_right(self.blinks, time_s) - 1
        if k < 0 or time_s - self.blinks[k] > _BLINK_S:
            return 0.0
        return float(math.sin(math.pi * (time_s - self.blinks[k]) / _BLINK_S) ** 0.7)

    def wander(self, time_s: float) -> tuple[float, float]:
        """Small glances (yaw, pitch) in radians: still, then quick, as eyes are."""
        place = time_s / 1.3
        k = int(place)
        u = min(max((place - k) / 0.06, 0.0), 1.0)
        a, b = self.glances[k % 256], self.glances[(k + 1) % 256]
        return (float(a[0] + (b[0] - a[0]) * u) * 0.045, float(a[1] + (b[1] - a[1]) * u) * 0.025)

    def shapes(self, time_s: float, gaze: tuple[float, float], lift: float) -> dict[str, float]:
        """Strengths by name.

        Args:
            gaze: eyes' yaw (to the left) and pitch (down) relative to the head, radians.
            lift: of the brows, -1 to 1.
        """
        strengths: dict[str, float] = {}
        for act in self.feelings:
            _add(strengths, EXPRESSIONS.get(act.style, {}), act.weight(time_s, 0.45, 0.6))
        quiet = 1.0 - 0.45 * self.speaking.activity(time_s)
        for name in strengths:
            if name.startswith(("mouth", "jaw")):
                strengths[name] *= quiet
        for name, share in self.speaking.visemes(time_s).items():
            _add(strengths, VISEME_SHAPES[name], share)
        _add(strengths, _BROWS_UP, max(lift, 0.0) * 0.6)
        _add(strengths, _BROWS_DOWN, max(-lift, 0.0) * 0.6)
        shut = max(self.lid(time_s), 0.0)
        down = min(max(gaze[1] / 0.35, -1.0), 1.0)
        _add(strengths, _LIDS_DOWN, max(down, 0.0) * 0.55 * (1.0 - shut))
        _add(strengths, _LIDS_UP, max(-down, 0.0) * 0.55)
        for side in ("Left", "Right"):
            name = f"eyeBlink{side}"
            strengths[name] = min(max(strengths.get(name, 0.0), shut), 1.0)
        return strengths


def _both(**shapes: float) -> dict[str, float]:
    """Shapes of both halves of the face; those whose name ends with ``1`` have only one."""
    whole: dict[str, float] = {}
    for name, strength in shapes.items():
        if name.endswith("1"):
            whole[name[:-1]] = strength
        else:
            whole |= {f"{name}Left": strength, f"{name}Right": strength}
    return whole


def _add(strengths: dict[str, float], shapes: Mapping[str, float], share: float) -> None:
    if share <= 0.0:
        return
    for name, strength in shapes.items():
        strengths[name] = strengths.get(name, 0.0) + share * strength


_BROWS_UP = _both(browInnerUp1=0.6, browOuterUp=0.7)
_BROWS_DOWN = _both(browDown=0.8)
_LIDS_DOWN = _both(eyeLookDown=1.0)
_LIDS_UP = _both(eyeLookUp=1.0)
VISEME_SHAPES: Mapping[str, Mapping[str, float]] = {
    "rest": {},
    "AI": _both(jawOpen1=0.62, mouthLowerDown=0.25, mouthUpperUp=0.15),
    "E": _both(jawOpen1=0.26, mouthStretch=0.42, mouthSmile=0.18, mouthLowerDown=0.25),
    "O": _both(jawOpen1=0.46, mouthFunnel1=0.75),
    "U": _both(jawOpen1=0.16, mouthFunnel1=0.35, mouthPucker1=0.75),
    "MBP": _both(mouthPress=0.45, mouthRollLower1=0.30, mouthRollUpper1=0.25),
    "FV": _both(jawOpen1=0.10, mouthRollLower1=0.70, mouthUpperUp=0.35),
    "L": _both(jawOpen1=0.28, mouthLowerDown=0.25, mouthUpperUp=0.20, tongueOut1=0.10),
    "WQ": _both(jawOpen1=0.12, mouthPucker1=1.0),
}
"""What each viseme makes of the mouth."""
EXPRESSIONS: Mapping[str, Mapping[str, float]] = {
    "happy": _both(mouthSmile=0.75, cheekSquint=0.55, eyeSquint=0.25, mouthUpperUp=0.10),
    "laughing": _both(
        mouthSmile=0.95, cheekSquint=0.8, eyeSquint=0.5, jawOpen1=0.42, mouthUpperUp=0.4,
        browOuterUp=0.2,
    ),
    "sad": _both(browInnerUp1=0.9, mouthFrown=0.75, eyeSquint=0.2, mouthShrugLower1=0.4),
    "angry": _both(browDown=1.0, noseSneer=0.45, mouthPress=0.4, mouthFrown=0.45, eyeSquint=0.35),
    "surprised": _both(
        browInnerUp1=0.8, browOuterUp=0.9, eyeWide=0.9, jawOpen1=0.5, mouthFunnel1=0.3,
    ),
    "scared": _both(
        browInnerUp1=1.0, browOuterUp=0.35, eyeWide=1.0, mouthStretch=0.6, jawOpen1=0.25,
    ),
    "disgusted": _both(noseSneer=0.9, browDown=0.5, mouthUpperUp=0.45, mouthFrown=0.4),
    "sleepy": _both(eyeBlink=0.55, browInnerUp1=0.15),
    "asleep": _both(eyeBlink=1.0),
}  # fmt: skip
"""Faces of feelings by name; ``Act("feel", ..., style=name)`` shows one."""
