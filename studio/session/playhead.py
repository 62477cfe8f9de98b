"""The playhead's steps, and the piece of the film that is marked."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from studio.document.project import Project
from studio.session.project_session import ProjectSession


class Marks(msgspec.Struct, frozen=True):
    """Where the editor marked a piece of the film: its first frame and the one after its last."""

    in_frame: int | None = None
    out_frame: int | None = None

    @property
    def is_set(self) -> bool:
        """Is anything marked?"""
        return self.in_frame is not None or self.out_frame is not None


class Playhead(QObject):
    """Moves the session's playhead by frames, seconds and cuts; keeps the marks.

    Signals:
        marks_changed(marks).
    """

    marks_changed = Signal(object)

    def __init__(self, session: ProjectSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._marks = Marks()
        self._moving = False
        session.project_opened.connect(self._on_session_project_opened)

    def stop(self) -> None:
        """Stands still (it does, unless something plays)."""

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

    @property
    def marks(self) -> Marks:
        """The marked piece."""
        return self._marks

    @property
    def loop_range(self) -> tuple[int, int]:
        """First frame and the one after the last of what a loop plays."""
        last = self._session.project.frame_count
        begin = min(self._marks.in_frame or 0, max(0, last - 1))
        end = last if self._marks.out_frame is None else min(self._marks.out_frame, last)
        return (begin, end) if begin < end else (0, last)

    def mark_in(self) -> None:
        """The marked piece begins at the playhead."""
        frame, out = self._session.playhead, self._marks.out_frame
        self._set_marks(Marks(frame, out if out is None or out > frame else None))

    def mark_out(self) -> None:
        """The marked piece ends with the frame at the playhead."""
        end, begin = self._session.playhead + 1, self._marks.in_frame
        self._set_marks(Marks(begin if begin is None or begin < end else None, end))

    def clear_marks(self) -> None:
        """Nothing is marked any more."""
        self._set_marks(Marks())

    @property
    def _last_frame(self) -> int:
        return max(0, self._session.project.frame_count - 1)

    def _cuts(self) -> set[int]:
        tracks = self._session.project.tracks
        clips = [clip for track in tracks for clip in track.clips]
        return {clip.start_frame for clip in clips} | {clip.end_frame for clip in clips}

    def _place(self, frame: int) -> None:
        self._moving = True
        self._session.move_playhead(frame)
        self._moving = False

    def _set_marks(self, marks: Marks) -> None:
        if marks != self._marks:
            self._marks = marks
            self.marks_changed.emit(marks)

    @Slot(object)
    def _on_session_project_opened(self, _project: Project) -> None:
        self.clear_marks()
