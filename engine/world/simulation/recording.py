"""Records poses frame by frame while the physics runs: memory grows with frames, not with steps.

Frames sample the motion in the middle of their time, except that a body which hits something
during a frame is shown at the instant of the contact: the frame that is on screen when the impact
sounds is the one that shows it.
"""

from __future__ import annotations

from typing import cast

import numpy as np
from numpy.typing import NDArray

from engine.timing import FrameRate
from engine.world.model import Matrix
from engine.world.physics import STEP_RATE_HZ, matrix_of

Track = NDArray[np.float32] | Matrix
"""(frames, 4, 4) model-to-world."""

Pose = tuple[np.ndarray, np.ndarray]
"""Position (3,) and quaternion (4,)."""


class Recorder:
    """Poses of bodies, one per video frame."""

    def __init__(self, rate: FrameRate, frame_count: int) -> None:
        self._rate = rate
        self._frame_count = frame_count
        self._next = 0
        self._tracks: dict[str, Track] = {}
        self._instants: dict[str, tuple[int, float]] = {}

    def begin(self, label: str, pose: Matrix) -> None:
        """From now on a body is recorded; before, it was at ``pose``."""
        track = np.empty((self._frame_count, 4, 4), np.float32)
        track[: self._next] = pose
        self._tracks[label] = track

    def follow(self, label: str, leader: str) -> None:
        """Before a piece came to be, it was where the whole was."""
        self._tracks[label][: self._next] = self._tracks[leader][: self._next]

    def take(self, step: int, before: dict[str, Pose], after: dict[str, Pose]) -> None:
        """Takes in the poses before and after a step; keeps what the frames need."""
        while self._next < self._frame_count:
            place = (self._next + 0.5) / float(self._rate.fraction) * STEP_RATE_HZ - step
            if place >= 1.0:
                return
            for label, track in self._tracks.items():
                if self._instants.get(label, (-1, 0.0))[0] != self._next:
                    track[self._next] = _between(before[label], after[label], place)
            self._next += 1

    def strike(
        self, label: str, time_s: float, impulse_ns: float, at: Pose, velocity_mps: np.ndarray
    ) -> None:
        """A body hits something: the frame shows it at that instant, if no harder hit has it.

        Args:
            at: its pose at the start of the step, from which it went on at ``velocity_mps``.
        """
        frame = self._rate.frame_at_seconds(time_s)
        known = self._instants.get(label, (-1, 0.0))
        track = self._tracks.get(label)
        if track is None or not 0 <= frame < self._frame_count:
            return
        if known[0] == frame and known[1] >= impulse_ns:
            return
        self._instants[label] = (frame, impulse_ns)
        since_s = max(time_s - int(time_s * STEP_RATE_HZ + 1e-9) / STEP_RATE_HZ, 0.0)
        track[frame] = matrix_of(at[0] + velocity_mps * since_s, at[1])

    def finish(self, last: dict[str, Pose]) -> dict[str, Matrix]:
        """Label -> (frames, 4, 4) float32; what never moved is one pose, seen from all frames."""
        for label, track in self._tracks.items():
            if self._next < self._frame_count:
                track[self._next :] = matrix_of(*last[label])
        return {label: _still_or_whole(track) for label, track in self._tracks.items()}


def _still_or_whole(track: Track) -> Matrix:
    if len(track) and bool((track == track[0]).all()):
        return still(track[0], len(track))
    return cast("Matrix", track)


def still(pose: Track, frame_count: int) -> Matrix:
    """(frames, 4, 4) of one pose, without copies."""
    return cast("Matrix", np.broadcast_to(pose, (frame_count, 4, 4)))


def _between(before: Pose, after: Pose, share: float) -> Matrix:
    (position, turn), (next_position, next_turn) = before, after
    if float(np.dot(turn, next_turn)) < 0.0:
        next_turn = -next_turn
    return matrix_of(
        position + share * (next_position - position), turn + share * (next_turn - turn)
    )
