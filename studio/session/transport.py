"""Playback: where the playhead stands is what the clock says, at every speed and direction."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from studio.document.project import Project
from studio.session.clocks import Clock, SilentClock
from studio.session.playhead import Playhead
from studio.session.project_session import ProjectSession

SHUTTLE_SPEEDS: Final = (1.0, 2.0, 4.0, 8.0)
SLOW_SPEED: Final = 0.25
_TICK_MS: Final = 8


class Transport(Playhead):
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
        super().__init__(session, parent)
        self._clock: Clock = clock if clock is not None else SilentClock()
        self._speed = 0.0
        self._loops = False
        self._is_stop_held = False
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

    def play(self, speed: float = 1.0) -> None:
        """Runs at ``speed``; from the start when it stands at the end."""
        if self._session.project.frame_count == 0:
            return
        begin, end = self.loop_range if self._loops else (0, self._last_frame + 1)
        frame = self._session.playhead
        if speed > 0 and not begin <= frame < end - 1:
            self._place(begin)
        elif speed < 0 and not begin < frame <= end:
            self._place(end - 1)
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
        """L: plays; again, faster.  While K is held: a frame on, then slowly on."""
        self._shuttle(+1)

    def shuttle_backward(self) -> None:
        """J: plays backwards; again, faster.  While K is held: a frame back, then slowly back."""
        self._shuttle(-1)

    def hold_stop(self, *, held: bool) -> None:
        """K goes down or up: while it is down, L and J go slowly."""
        self._is_stop_held = held
        if not held:
            self.end_slow()

    def end_slow(self) -> None:
        """Stops when it runs slowly (L or J was let go)."""
        if abs(self._speed) == SLOW_SPEED:
            self.stop()

    def toggle_loop(self) -> None:
        """Starts over at the end, or stops there."""
        self._loops = not self._loops
        self.loop_changed.emit(self._loops)

    def close(self) -> None:
        """Stops for good."""
        self.stop()
        self._clock.stop()

    def follow(self) -> None:
        """Puts the playhead where the clock is now."""
        if not self.is_playing:
            return
        frame = self._session.project.rate.frame_at(self._clock.position())
        begin, end = self.loop_range if self._loops else (0, self._last_frame + 1)
        ahead = self._speed > 0
        if (frame >= end) if ahead else (frame < begin):
            if self._loops:
                self._place(begin if ahead else end - 1)
                self._run(self._speed)
            else:
                self.stop()
                self._place(max(0, min(frame, self._last_frame)))
        else:
            self._place(max(0, min(frame, self._last_frame)))

    def _run(self, speed: float) -> None:
        sample = self._session.project.rate.first_sample(self._session.playhead)
        self._clock.start(sample, speed)
        self._speed = speed
        self._timer.start()
        self.speed_changed.emit(speed)

    def _shuttle(self, direction: int) -> None:
        if not self._is_stop_held:
            self.play(_faster(self._speed, direction))
            return
        self.step(direction)
        self.play(direction * SLOW_SPEED)

    @Slot()
    def _on_timer_timeout(self) -> None:
        self.follow()

    @Slot(int)
    def _on_session_playhead_changed(self, _frame: int) -> None:
        if self.is_playing and not self._moving:
            self._run(self._speed)

    @Slot(object, object)
    def _on_session_project_changed(self, before: Project, after: Project) -> None:
        if after.frame_count == 0:
            self.stop()
        elif self.is_playing and before.rate != after.rate:
            self._run(self._speed)


def _faster(speed: float, direction: int) -> float:
    """The next shuttle speed in ``direction`` (+1, -1)."""
    if speed * direction <= 0:
        return float(direction)
    higher = [step for step in SHUTTLE_SPEEDS if step > abs(speed)]
    return direction * (higher[0] if higher else SHUTTLE_SPEEDS[-1])
