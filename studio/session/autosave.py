"""The recovery journal follows the film within a second of each edit, off the GUI thread."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from studio.document.journal import Journal
from studio.document.project import Project
from studio.session.background import Background
from studio.session.film_file import FilmFile
from studio.session.project_session import ProjectSession

DELAY_MS: Final = 400


class Autosave(QObject):
    """Writes the journal after edits and removes it when the film is saved or given up.

    Signals:
        failed(sentence): the journal could not be written.
    """

    failed = Signal(str)

    def __init__(
        self,
        session: ProjectSession,
        film: FilmFile,
        journal: Journal,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._film = film
        self._journal = journal
        self._background = background
        self._is_writing = False
        self._gave_up = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        session.project_changed.connect(self._on_session_project_changed)
        session.file_changed.connect(self._on_session_file_changed)

    def write_now(self) -> None:
        """Writes at once on this thread (crash, end of the session)."""
        self._timer.stop()
        if self._session.is_dirty:
            self._journal.film_path = self._session.path
            self._journal.write(self._session.project, self._film.unknown)

    def forget(self) -> None:
        """Removes the film's journal: it was saved, or its edits were given up."""
        self._timer.stop()
        self._journal.discard()

    def give_up(self) -> None:
        """The editor does not want the unsaved edits: nothing of them is kept."""
        self._gave_up = True
        self.forget()

    def close(self) -> None:
        """Writes nothing more; a journal that was not forgotten stays to be recovered."""
        self._timer.stop()
        if self._session.is_dirty and not self._gave_up:
            self.write_now()
        else:
            self._journal.close()

    @Slot(object, object)
    def _on_session_project_changed(self, _before: Project, _after: Project) -> None:
        self._gave_up = False
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _on_session_file_changed(self) -> None:
        if not self._session.is_dirty:
            self.forget()

    @Slot()
    def _on_timer_timeout(self) -> None:
        if not self._session.is_dirty:
            return
        if self._is_writing:
            self._timer.start()
            return
        self._is_writing = True
        self._journal.film_path = self._session.path
        task = partial(self._journal.write, self._session.project, self._film.unknown)
        self._background.run(task, self._on_written, self._on_failed)

    @Slot(object)
    def _on_written(self, _result: object) -> None:
        self._is_writing = False
        if not self._session.is_dirty:
            self.forget()

    @Slot(object)
    def _on_failed(self, fault: Exception) -> None:
        self._is_writing = False
        self.failed.emit(f"The recovery copy could not be written: {fault}")
