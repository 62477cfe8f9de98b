"""A sound device with behaviour: takes samples when the test says so, and can fail or vanish."""

from __future__ import annotations

import numpy as np

from engine.errors import CannotHere
from engine.timing import SAMPLE_RATE_HZ
from studio.session.sound_device import Fill


class Watch:
    """A time of day that the test moves."""

    def __init__(self) -> None:
        self.time_s = 100.0

    def __call__(self) -> float:
        return self.time_s


class FakeDevice:
    """Buffers ``latency_s`` of sound between taking it and letting it be heard."""

    def __init__(self, watch: Watch, latency_s: float = 0.1, missing: str = "") -> None:
        self._watch = watch
        self._latency_s = latency_s
        self._missing = missing
        self._fill: Fill | None = None
        self.is_active = False
        self.is_closed = False
        self.heard: list[np.ndarray] = []

    def open(self, fill: Fill) -> str:
        if self._missing:
            raise CannotHere(self._missing)
        self._fill = fill
        return "Test loudspeaker"

    def start(self) -> None:
        self.is_active = True

    def stop(self) -> None:
        self.is_active = False

    def close(self) -> None:
        self.is_active, self.is_closed = False, True

    def take(self, count: int = 480, jitter_s: float = 0.0) -> np.ndarray:
        """Asks for a block now, and lets its duration pass."""
        assert self._fill is not None and self.is_active
        samples = self._fill(count, self._latency_s + jitter_s)
        self.heard.append(samples)
        self._watch.time_s += count / SAMPLE_RATE_HZ
        return samples
