"""Time as integers: frames at a rational rate, samples at 48 kHz, end-exclusive ranges.

Seconds appear only at the edge (words, sliders, JSON for people); inside, a position is a frame
or a sample.  A frame ``f`` is shown during ``[f / rate, (f + 1) / rate)``; its first sample is the
first one whose time is not before that moment, so ``frame_at(first_sample(f)) == f`` always holds.
"""

from __future__ import annotations

from fractions import Fraction

import msgspec

SAMPLE_RATE_HZ = 48_000


class FrameRate(msgspec.Struct, frozen=True, order=True):
    """Frames per second as a ratio, e.g. ``FrameRate(30_000, 1_001)`` for 29.97."""

    numerator: int
    denominator: int = 1

    def __post_init__(self) -> None:
        if self.numerator <= 0 or self.denominator <= 0:
            raise ValueError(f"frame rate {self.numerator}/{self.denominator} is not positive")

    @property
    def fraction(self) -> Fraction:
        """Frames per second, exactly."""
        return Fraction(self.numerator, self.denominator)

    def first_sample(self, frame: int) -> int:
        """The first 48 kHz sample of ``frame`` (any integer, also negative)."""
        return -(-frame * SAMPLE_RATE_HZ * self.denominator // self.numerator)

    def frame_at(self, sample: int) -> int:
        """The frame that is shown while ``sample`` sounds."""
        return sample * self.numerator // (SAMPLE_RATE_HZ * self.denominator)

    def frame_at_seconds(self, time_s: float) -> int:
        """The frame shown ``time_s`` seconds after the start."""
        return int(Fraction(time_s) * self.fraction // 1)

    def nearest_frame(self, time_s: float) -> int:
        """The frame boundary nearest to ``time_s`` seconds."""
        return round(Fraction(time_s) * self.fraction)

    def seconds(self, frame: int) -> float:
        """When ``frame`` starts, in seconds, for display."""
        return float(frame / self.fraction)

    def __str__(self) -> str:
        value = self.numerator / self.denominator
        return f"{value:g}" if self.denominator == 1 else f"{value:.3f}"


def timecode(frame: int, rate: FrameRate) -> str:
    """``HH:MM:SS:FF`` (non-drop: counts frames at the rounded-up whole rate)."""
    per_second = -(-rate.numerator // rate.denominator)
    sign = "-" if frame < 0 else ""
    seconds, frames = divmod(abs(frame), per_second)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{sign}{hours:02d}:{minutes:02d}:{seconds:02d}:{frames:02d}"
