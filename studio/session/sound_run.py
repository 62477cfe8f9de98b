"""One stretch of sounding playback: what is made ahead, what the device took, what is heard now.

Output samples are counted from the start of the run.  The device takes them at its own pace; the
film's position is counted from what the device says of *when* they are heard, so that a picture
is shown while its own sample sounds, however long the device's buffer is.  Sound that is not made
in time is left out (silence), never delayed.
"""

from __future__ import annotations

import threading
from typing import Final

import numpy as np

from engine.media.resampling import Stereo
from engine.timing import SAMPLE_RATE_HZ
from studio.session.clocks import Now

BLOCK_SAMPLES: Final = 1024
AHEAD_BLOCKS: Final = 20
AUDIBLE_SPEED: Final = 2.0
_PATIENCE_S: Final = 0.25
"""So long the device gets silence while the first block is being made."""

_JUMP_S: Final = 0.05
_TRUST: Final = 0.1
"""Of each report of the device about its time so much is believed: reports jitter."""


class SoundRun:
    """See the module.  Called by the device's thread, the maker's thread and the GUI thread.

    Args:
        start_sample: of the film.
        speed: film samples per output sample; negative runs backwards.
        now: seconds that only grow.
    """

    def __init__(self, start_sample: int, speed: float, now: Now) -> None:
        self.start_sample = start_sample
        self.speed = speed
        self._now = now
        self._lock = threading.Lock()
        self._blocks: dict[int, tuple[int, Stereo]] = {}
        self._taken = 0
        self._first_asked_s: float | None = None
        self._is_primed = False
        self._heard_index = 0
        self._heard_at_s: float | None = None
        self._furthest = 0.0

    def fill(self, count: int, lead_s: float) -> Stereo:
        """The next samples, (count, 2) float32; the first is heard ``lead_s`` from now."""
        now_s = self._now()
        out = np.zeros((count, 2), np.float32)
        with self._lock:
            if not self._may_begin(now_s):
                return out
            self._note_heard(now_s + lead_s)
            self._copy_to(out)
            self._taken += count
        return out

    def position(self) -> int:
        """The film's sample that is heard now."""
        with self._lock:
            if self._heard_at_s is not None and self._first_asked_s is not None:
                now_s = self._now()
                heard = self._heard_index + (now_s - self._heard_at_s) * SAMPLE_RATE_HZ
                possible = (now_s - self._first_asked_s) * SAMPLE_RATE_HZ
                self._furthest = max(self._furthest, min(heard, possible))
            return self.start_sample + round(self._furthest * self.speed)

    def ahead_s(self) -> float:
        """How much more sound the device took than time has passed."""
        with self._lock:
            if self._first_asked_s is None:
                return 0.0
            return self._taken / SAMPLE_RATE_HZ - (self._now() - self._first_asked_s)

    def next_block(self, generation: int) -> int | None:
        """The block that is needed soonest and not made of this edit yet; None when all are."""
        with self._lock:
            first = self._taken // BLOCK_SAMPLES
            for index in [index for index in self._blocks if index < first]:
                del self._blocks[index]
            for index in range(first, first + AHEAD_BLOCKS):
                made = self._blocks.get(index)
                if made is None or made[0] != generation:
                    return index
        return None

    def put(self, index: int, generation: int, samples: Stereo) -> None:
        """Lays a made block ready."""
        with self._lock:
            self._blocks[index] = (generation, samples)

    def _may_begin(self, now_s: float) -> bool:
        if not self._is_primed:
            if self._first_asked_s is None:
                self._first_asked_s = now_s
            waited = now_s - self._first_asked_s > _PATIENCE_S
            self._is_primed = waited or {0, 1} <= self._blocks.keys()
        return self._is_primed

    def _note_heard(self, heard_at_s: float) -> None:
        """The sample ``_taken`` is heard at that time; jitter is smoothed."""
        if self._heard_at_s is None:
            self._heard_index, self._heard_at_s = self._taken, heard_at_s
            return
        expected_s = self._heard_at_s + (self._taken - self._heard_index) / SAMPLE_RATE_HZ
        error_s = heard_at_s - expected_s
        trusted_s = error_s if abs(error_s) > _JUMP_S else _TRUST * error_s
        self._heard_index, self._heard_at_s = self._taken, expected_s + trusted_s

    def _copy_to(self, out: Stereo) -> None:
        begin, end = self._taken, self._taken + len(out)
        for index in range(begin // BLOCK_SAMPLES, (end - 1) // BLOCK_SAMPLES + 1):
            made = self._blocks.get(index)
            if made is None:
                continue
            start = index * BLOCK_SAMPLES
            low, high = max(begin, start), min(end, start + BLOCK_SAMPLES)
            out[low - begin : high - begin] = made[1][low - start : high - start]
