"""What a face does by itself and with words: blinking, gaze, the mouth's shapes."""

from __future__ import annotations

import math
from bisect import bisect_right

import numpy as np
from numpy.typing import NDArray

from engine.world.figures.joints import Array, Skeleton, about_x, about_y, pose

MOUTH_STEP_S = 0.01
MOUTH_OPENINGS = (0.0, 0.16, 0.42, 0.85)
_LIMITS = (0.05, 0.27, 0.60)
_BLINK_S = 0.17
_HIDDEN = np.diag((1e-3, 1e-3, 1e-3, 1.0))

MouthTrack = tuple[tuple[float, NDArray[np.floating]], ...]


class Speaking:
    """A mouth envelope over time, and the stresses in it that hands and head follow."""

    def __init__(self, mouth: MouthTrack) -> None:
        self.lines = tuple((float(start), np.asarray(values, float)) for start, values in mouth)
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
    """Poses the parts of a head: lids, irises, brows, mouth."""

    def __init__(self, skeleton: Skeleton, seed: int) -> None:
        self.skeleton = skeleton
        chance = np.random.default_rng(seed ^ 0xFACE)
        gaps = chance.uniform(1.8, 5.2, 128)
        gaps[::7] = 0.35  # now and then a double blink
        self.blinks = np.cumsum(gaps).tolist()
        self.glances = chance.normal(0.0, 1.0, (256, 2))
        head = skeleton.joints["head"]
        self.offsets = {
            name: joint - head
            for name, joint in skeleton.joints.items()
            if name.startswith(("mouth", "teeth", "lid", "iris", "brows", "head"))
        }
        self.size = skeleton.distance("iris_L", "iris_R") / 0.065

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

    def pose(
        self, head: Array, time_s: float, gaze: tuple[float, float], opening: float, lift: float
    ) -> dict[str, Array]:
        """Poses (4, 4) of the face's bones.

        Args:
            gaze: eyes' yaw (to the left) and pitch (down) relative to the head, radians.
            opening: of the mouth, 0 to 1.
            lift: of the brows, -1 to 1.
        """
        shut = self.lid(time_s)
        upper = (-0.46 + 0.45 * gaze[1]) * (1 - shut) + 0.30 * shut
        upper -= 0.12 * max(lift, 0.0)
        lower = 0.58 - 0.12 * shut - 0.10 * opening
        looking = about_y(gaze[0]) @ about_x(gaze[1])
        turns = {
            "lid_upper": about_x(upper), "lid_lower": about_x(lower),
            "iris_L": looking, "iris_R": looking, "brows": np.eye(3),
        }  # fmt: skip
        bones = {}
        for name, turn in turns.items():
            at = self.offsets[name]
            if name == "brows":
                at = at + np.array((0.0, (0.0045 * lift - 0.002 * shut) * self.size, 0.0))
            bones[name] = head @ pose(turn, at)
        bones.update(self._mouth(head, opening))
        return bones

    def _mouth(self, head: Array, opening: float) -> dict[str, Array]:
        shown = bisect_right(_LIMITS, opening)
        bones = {}
        for k, drawn in enumerate(MOUTH_OPENINGS):
            name = f"mouth_{k}"
            if k != shown:
                bones[name] = head @ _HIDDEN
                continue
            stretch = opening / drawn if k else 1.0
            wide = (1.0 - 0.16 * opening) / (1.0 - 0.16 * drawn)
            bones[name] = self._at_mouth(head, 0.0, (wide, stretch, 1.0))
        half = 0.0250 * (1.0 - 0.16 * opening) * self.size
        height = max(0.0155 * opening, 0.0011) * self.size
        bones["mouth_dark"] = self._at_mouth(
            head, -0.25 * height * (opening > 0), (half, height, self.size)
        )
        if opening > 0.18:
            grow = min((opening - 0.18) / 0.2, 1.0)
            top = 0.75 * height - 0.0036 * self.size
            bones["teeth"] = self._at_mouth(head, top, (1.0, 0.3 + 0.7 * grow, 1.0))
        else:
            bones["teeth"] = head @ _HIDDEN
        return bones

    def _at_mouth(self, head: Array, up: float, factors: tuple[float, float, float]) -> Array:
        local = np.diag((*factors, 1.0))
        local[:3, 3] = self.offsets["mouth_0"] + np.array((0.0, up, 0.0))
        return head @ local
