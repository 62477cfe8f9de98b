"""What playback follows: a clock that says which sample of the film is heard now."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from engine.timing import SAMPLE_RATE_HZ

Now = Callable[[], float]
"""Seconds that only grow, from any start."""

NO_DEVICE = "No sound device: playing without sound"


class Clock(Protocol):
    """A sound device, or the time of day where there is none."""

    @property
    def note(self) -> str:
        """Words for the status bar."""
        ...

    def start(self, sample: int, speed: float) -> None:
        """Runs from ``sample`` of the film at ``speed`` (negative: backwards)."""

    def position(self) -> int:
        """The sample of the film that is heard now."""
        ...

    def stop(self) -> None:
        """Falls silent."""


class SilentClock:
    """Keeps time without a sound device.

    Args:
        note: words for the status bar.
        now: where it reads the time.
    """

    def __init__(self, note: str = NO_DEVICE, now: Now = time.perf_counter) -> None:
        self._note = note
        self._now = now
        self._from_sample = 0
        self._from_s = 0.0
        self._speed = 0.0

    @property
    def note(self) -> str:
        """Words for the status bar."""
        return self._note

    def start(self, sample: int, speed: float) -> None:
        """Runs from ``sample`` at ``speed``."""
        self._from_sample, self._speed = sample, speed
        self._from_s = self._now()

    def position(self) -> int:
        """Where it is now."""
        elapsed_s = self._now() - self._from_s
        return self._from_sample + round(elapsed_s * self._speed * SAMPLE_RATE_HZ)

    def stop(self) -> None:
        """Stands still."""
        self._from_sample, self._speed = self.position(), 0.0
