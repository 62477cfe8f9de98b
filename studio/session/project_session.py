"""The open film: its value now, how it came to be, what is selected, where the playhead stands.

One ``ProjectSession`` lives as long as the window.  Nobody else holds a film that may change:
views read ``project``, send edits through ``apply`` and redraw on ``project_changed``.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from engine.errors import EngineError
from studio.document.errors import DocumentError
from studio.document.project import Clip, Project, Shot, Track, new_project

Edit = Callable[[Project], Project]
REFUSALS = (DocumentError, EngineError)
_EDIT_COMMAND_ID = 1


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """What is selected: at most one shot, any number of clips."""

    shot_id: str | None = None
    clip_ids: frozenset[str] = frozenset()


class EditCommand(QUndoCommand):
    """One entry of the history: the film before and after."""

    def __init__(
        self,
        session: ProjectSession,
        words: str,
        before: Project,
        after: Project,
        merge_key: str,
    ) -> None:
        super().__init__(words)
        self._session = session
        self.before = before
        self.after = after
        self.merge_key = merge_key

    def redo(self) -> None:
        """Puts the film after the edit in place."""
        self._session.show(self.after)

    def undo(self) -> None:
        """Puts the film before the edit back."""
        self._session.show(self.before)

    def id(self) -> int:
        """Commands with a merge key may merge with the one before them."""
        return _EDIT_COMMAND_ID if self.merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Takes over the result of ``other`` when both belong to one drag."""
        if not isinstance(other, EditCommand) or other.merge_key != self.merge_key:
            return False
        self.after = other.after
        self.setObsolete(self.after is self.before)
        return True


class ProjectSession(QObject):
    """Holds the film; every change of it passes through here.

    Signals:
        project_changed(before, after): the film is another value now.
        selection_changed(selection), playhead_changed(frame), file_changed(), refused(sentence),
        said(sentence): something worth a short notice happened.
    """

    project_changed = Signal(object, object)
    project_opened = Signal(object)
    selection_changed = Signal(object)
    playhead_changed = Signal(int)
    file_changed = Signal()
    refused = Signal(str)
    said = Signal(str)

    def __init__(self, project: Project | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project if project is not None else new_project()
        self._path: Path | None = None
        self._selection = Selection()
        self._playhead = 0
        self._recovered = False
        self.undo_stack = QUndoStack(self)
        self.undo_stack.cleanChanged.connect(self._on_undo_stack_clean_changed)

    @property
    def project(self) -> Project:
        """The film as it is now."""
        return self._project

    @property
    def path(self) -> Path | None:
        """The film's file; None before it was first saved."""
        return self._path

    @property
    def selection(self) -> Selection:
        """What is selected."""
        return self._selection

    @property
    def playhead(self) -> int:
        """The frame that is shown."""
        return self._playhead

    @property
    def is_dirty(self) -> bool:
        """Does the film differ from its file?"""
        return self._recovered or not self.undo_stack.isClean()

    @property
    def selected_shot(self) -> Shot | None:
        """The selected shot, if it is in the film."""
        return self.shot(self._selection.shot_id)

    @property
    def selected_clips(self) -> tuple[tuple[Track, Clip], ...]:
        """The selected clips with their tracks, top to bottom."""
        return tuple(
            (track, clip)
            for track in self._project.tracks
            for clip in track.clips
            if clip.id in self._selection.clip_ids
        )

    def shot(self, shot_id: str | None) -> Shot | None:
        """The shot of that id; None when it is not (any more) in the film."""
        return next((shot for shot in self._project.shots if shot.id == shot_id), None)

    def apply(self, words: str, edit: Edit, merge_key: str = "") -> bool:
        """Makes one edit, as one entry of the history.

        Args:
            words: what it is called in the Edit menu, e.g. ``"Trim clip"``.
            edit: film before -> film after; raises ``DocumentError`` or ``EngineError`` to refuse.
            merge_key: edits in a row with the same key are one entry; each is made on the film
                as it was before the first of them, so a drag may say its whole way every time.

        Returns:
            False when the edit was refused (``refused`` carries the sentence) or changed nothing.
        """
        base = self._base_of(merge_key)
        try:
            after = edit(base)
        except REFUSALS as error:
            self.refused.emit(str(error))
            return False
        if after is self._project:
            return False
        self.undo_stack.push(EditCommand(self, words, base, after, merge_key))
        return True

    def show(self, project: Project) -> None:
        """Makes ``project`` the current value (called by the history only)."""
        if project is self._project:
            return
        before, self._project = self._project, project
        self.project_changed.emit(before, project)
        self._drop_dead_selection()

    def open_project(self, project: Project, path: Path | None, *, recovered: bool = False) -> None:
        """Replaces the film by another one; the history starts anew."""
        self.undo_stack.clear()
        self._recovered = recovered
        before, self._project = self._project, project
        self._path = path
        self._selection = Selection()
        self._playhead = 0
        self.project_changed.emit(before, project)
        self.project_opened.emit(project)
        self.selection_changed.emit(self._selection)
        self.playhead_changed.emit(0)
        self.file_changed.emit()

    def mark_saved(self, project: Project, path: Path) -> None:
        """Notes that ``project`` lies in ``path`` now."""
        self._path = path
        if project is self._project:
            self._recovered = False
            self.undo_stack.setClean()
        self.file_changed.emit()

    def select_shot(self, shot_id: str | None) -> None:
        """Selects a shot and the clips that show it."""
        clips = frozenset(
            clip.id
            for track in self._project.tracks
            for clip in track.clips
            if shot_id is not None and getattr(clip.source, "shot_id", None) == shot_id
        )
        self._set_selection(Selection(shot_id=shot_id, clip_ids=clips))

    def select_clips(self, clip_ids: frozenset[str]) -> None:
        """Selects clips, and the shot they show when they all show the same one."""
        shots = {
            getattr(clip.source, "shot_id", None)
            for track in self._project.tracks
            for clip in track.clips
            if clip.id in clip_ids
        }
        shot_id = shots.pop() if len(shots) == 1 else None
        self._set_selection(
            Selection(shot_id=shot_id or self._selection.shot_id, clip_ids=clip_ids)
        )

    def move_playhead(self, frame: int) -> None:
        """Puts the playhead on ``frame``, held inside the film."""
        frame = max(0, min(frame, max(self._project.frame_count, 0)))
        if frame != self._playhead:
            self._playhead = frame
            self.playhead_changed.emit(frame)

    def _base_of(self, merge_key: str) -> Project:
        """The film that an edit with this key starts from."""
        stack = self.undo_stack
        if not merge_key or stack.index() == 0 or stack.cleanIndex() == stack.index():
            return self._project
        top = stack.command(stack.index() - 1)
        if isinstance(top, EditCommand) and top.merge_key == merge_key:
            return top.before
        return self._project

    def _set_selection(self, selection: Selection) -> None:
        if selection != self._selection:
            self._selection = selection
            self.selection_changed.emit(selection)

    def _drop_dead_selection(self) -> None:
        living = {clip.id for track in self._project.tracks for clip in track.clips}
        shot_id = self._selection.shot_id if self.selected_shot is not None else None
        self._set_selection(Selection(shot_id=shot_id, clip_ids=self._selection.clip_ids & living))
        if self._playhead > self._project.frame_count:
            self.move_playhead(self._project.frame_count)

    @Slot(bool)
    def _on_undo_stack_clean_changed(self, _clean: bool) -> None:
        self.file_changed.emit()
