"""Playback: where the playhead stands is what the clock says, at every speed and direction."""

from __future__ import annotations

import time
from typing import Final, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from engine.timing import SAMPLE_RATE_HZ
from studio.document.project import Project
from studio.session.project_session import ProjectSession

SHUTTLE_SPEEDS: Final = (1.0, 2.0, 4.0, 8.0)
_TICK_MS: Final = 8


class Clock(Protocol):
    """What playback follows: a sound device, or the time of day where there is none."""

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
    """Keeps time without a sound device."""

    def __init__(self, note: str = "No sound device: playing without sound") -> None:
        self.note = note
        self._from_sample = 0
        self._from_s = 0.0
        self._speed = 0.0

    def start(self, sample: int, speed: float) -> None:
        """Runs from ``sample`` at ``speed``."""
        self._from_sample, self._speed = sample, speed
        self._from_s = time.perf_counter()

    def position(self) -> int:
        """Where it is now."""
        elapsed_s = time.perf_counter() - self._from_s
        return self._from_sample + round(elapsed_s * self._speed * SAMPLE_RATE_HZ)

    def stop(self) -> None:
        """Stands still."""
        self._from_sample, self._speed = self.position(), 0.0


class Transport(QObject):
    """Play, stop, shuttle, step, loop; moves the session's playhead.

    Signals:
        speed_changed(speed): 0 when it stopped.
        loop_changed(on), clock_changed(note).
    """

    speed_changed = Signal(float)
    loop_changed = Signal(bool)
    clock_changed = Signal(str)

    def __init__(
        self, session: ProjectSession, clock: Clock | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._clock: Clock = clock if clock is not None else SilentClock()
        self._speed = 0.0
        self._loops = False
        self._moving = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        session.playhead_changed.connect(self._on_session_playhead_changed)
        session.project_changed.connect(self._on_session_project_changed)

    @property
    def speed(self) -> float:
        """1 is normal, negative runs backwards, 0 stands."""
        return self._speed

    @property
    def is_playing(self) -> bool:
        """Does the playhead run?"""
        return self._speed != 0.0

    @property
    def loops(self) -> bool:
        """Does playback start over at the end?"""
        return self._loops

    @property
    def clock_note(self) -> str:
        """Words about what playback follows."""
        return self._clock.note

    def use_clock(self, clock: Clock) -> None:
        """Follows another clock from now on."""
        self.stop()
        self._clock.stop()
        self._clock = clock
        self.clock_changed.emit(clock.note)

    def play(self, speed: float = 1.0) -> None:
        """Runs at ``speed``; from the start when it stands at the end."""
        if self._session.project.frame_count == 0:
            return
        last = self._last_frame
        if speed > 0 and self._session.playhead >= last:
            self._place(0)
        elif speed < 0 and self._session.playhead == 0:
            self._place(last)
        self._run(speed)

    def stop(self) -> None:
        """Stands still."""
        if self._speed != 0.0:
            self._timer.stop()
            self._clock.stop()
            self._speed = 0.0
            self.speed_changed.emit(0.0)

    def toggle(self) -> None:
        """Plays or stops."""
        if self.is_playing:
            self.stop()
        else:
            self.play()

    def shuttle_forward(self) -> None:
        """L: plays; again, faster."""
        self.play(_faster(self._speed, +1))

    def shuttle_backward(self) -> None:
        """J: plays backwards; again, faster."""
        self.play(_faster(self._speed, -1))

    def step_forward(self) -> None:
        """One frame on."""
        self.step(1)

    def step_backward(self) -> None:
        """One frame back."""
        self.step(-1)

    def second_forward(self) -> None:
        """A second on."""
        self.step(round(self._session.project.rate.fraction))

    def second_backward(self) -> None:
        """A second back."""
        self.step(-round(self._session.project.rate.fraction))

    def step(self, frames: int) -> None:
        """Stops and moves the playhead by ``frames``."""
        self.stop()
        self._session.move_playhead(self._session.playhead + frames)

    def to_start(self) -> None:
        """To the film's first frame."""
        self._session.move_playhead(0)

    def to_end(self) -> None:
        """To the film's last frame."""
        self._session.move_playhead(self._last_frame)

    def to_next_cut(self) -> None:
        """To the next clip's start or end."""
        later = [frame for frame in self._cuts() if frame > self._session.playhead]
        if later:
            self._session.move_playhead(min(later))

    def to_previous_cut(self) -> None:
        """To the previous clip's start or end."""
        earlier = [frame for frame in self._cuts() if frame < self._session.playhead]
        if earlier:
            self._session.move_playhead(max(earlier))

    def toggle_loop(self) -> None:
        """Starts over at the end, or stops there."""
        self._loops = not self._loops
        self.loop_changed.emit(self._loops)

    def close(self) -> None:
        """Stops for good."""
        self.stop()
        self._clock.stop()

    @property
    def _last_frame(self) -> int:
        return max(0, self._session.project.frame_count - 1)

    def _cuts(self) -> set[int]:
        tracks = self._session.project.tracks
        clips = [clip for track in tracks for clip in track.clips]
        return {clip.start_frame for clip in clips} | {clip.end_frame for clip in clips}

    def _run(self, speed: float) -> None:
        sample = self._session.project.rate.first_sample(self._session.playhead)
        self._clock.start(sample, speed)
        self._speed = speed
        self._timer.start()
        self.speed_changed.emit(speed)

    def _place(self, frame: int) -> None:
        self._moving = True
        self._session.move_playhead(frame)
        self._moving = False

    @Slot()
    def _on_timer_timeout(self) -> None:
        frame = self._session.project.rate.frame_at(self._clock.position())
        last = self._last_frame
        if 0 <= frame <= last:
            self._place(frame)
        elif self._loops:
            self._place(0 if frame > last else last)
            self._run(self._speed)
        else:
            self.stop()
            self._place(max(0, min(frame, last)))

    @Slot(int)
    def _on_session_playhead_changed(self, _frame: int) -> None:
        if self.is_playing and not self._moving:
            self._run(self._speed)

    @Slot(object, object)
    def _on_session_project_changed(self, _before: Project, after: Project) -> None:
        if after.frame_count == 0:
            self.stop()


def _faster(speed: float, direction: int) -> float:
    """The next shuttle speed in ``direction`` (+1, -1)."""
    if speed * direction <= 0:
        return float(direction)
    higher = [step for step in SHUTTLE_SPEEDS if step > abs(speed)]
    return direction * (higher[0] if higher else SHUTTLE_SPEEDS[-1])
