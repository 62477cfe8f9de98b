"""A job as others see it, and how long it may still take."""

from __future__ import annotations

import math

import msgspec

from engine.events import Cancelled, Done, Failed, JobState
from engine.request import ShotRequest


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One submitted request and the state it is in."""

    job_id: str
    request: ShotRequest
    state: JobState

    @property
    def is_finished(self) -> bool:
        """Will nothing more come of it?"""
        return is_final(self.state)


def is_final(state: JobState) -> bool:
    """Is this a state that a job never leaves?"""
    return isinstance(state, Done | Failed | Cancelled)


class RemainingTime:
    """Estimates the rest of a job from how fast its fraction grows.

    Stages run at different speeds, so the present stage's own speed counts more the longer it
    runs; until then the whole job's speed speaks.  The answer is smoothed, so that it does not
    jump about: between two looks it falls by the time that went by, then leans to the new value.
    """

    ENOUGH_S = 0.5
    ENOUGH_FRACTION = 0.01
    STAGE_TRUST_S = 1.0
    SETTLING_S = 1.0

    def __init__(self, now_s: float) -> None:
        self._start_s = now_s
        self._stage = ""
        self._stage_start = (now_s, 0.0)
        self._shown: tuple[float, float] | None = None

    def look(self, now_s: float, stage: str, fraction: float) -> float | None:
        """Seconds that are left, or None while too little is known.

        Args:
            now_s: a monotonic clock.
            stage: words of the present stage.
            fraction: 0 to 1 of the whole job.
        """
        if stage != self._stage:
            self._stage = stage
            self._stage_start = (now_s, fraction)
        elapsed_s = now_s - self._start_s
        if elapsed_s < self.ENOUGH_S or fraction < self.ENOUGH_FRACTION:
            return None
        stage_s = now_s - self._stage_start[0]
        grown = fraction - self._stage_start[1]
        speed = fraction / elapsed_s
        if stage_s > 0 and grown > 0:
            trust = min(1.0, stage_s / self.STAGE_TRUST_S)
            speed = trust * grown / stage_s + (1 - trust) * speed
        left_s = (1.0 - fraction) / speed
        if self._shown is not None:
            passed_s = now_s - self._shown[0]
            expected_s = max(0.0, self._shown[1] - passed_s)
            lean = 1.0 - math.exp(-passed_s / self.SETTLING_S)
            left_s = expected_s + lean * (left_s - expected_s)
        self._shown = (now_s, left_s)
        return left_s
