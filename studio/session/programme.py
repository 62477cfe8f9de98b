"""What preview and sound play now: the film as an edit list, renewed when what is seen changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.media.edit_list import EditList
from studio.document.project import Project
from studio.session.project_session import ProjectSession

_REST_MS: Final = 25

MakeEditList = Callable[[Project], EditList]


class Programme(QObject):
    """Follows the film.

    Signals:
        changed(edit_list).
    """

    changed = Signal(object)

    def __init__(
        self, session: ProjectSession, make: MakeEditList, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._make = make
        self._edit_list: EditList | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        session.project_changed.connect(self._on_session_project_changed)

    @property
    def edit_list(self) -> EditList:
        """The film as it is now."""
        if self._edit_list is None:
            self._edit_list = self._make(self._session.project)
        return self._edit_list

    def renew(self) -> None:
        """Says what plays now, at once."""
        self._timer.stop()
        made = self._make(self._session.project)
        if made != self._edit_list:
            self._edit_list = made
            self.changed.emit(made)

    @Slot(object, object)
    def _on_session_project_changed(self, before: Project, after: Project) -> None:
        if _played(before) != _played(after):
            self._edit_list = None
            self._timer.start()

    @Slot()
    def _on_timer_timeout(self) -> None:
        made = self._edit_list = self._make(self._session.project)
        self.changed.emit(made)


def _played(project: Project) -> tuple[object, ...]:
    """What of a film is seen and heard."""
    takes = tuple((shot.id, shot.selected_take_id) for shot in project.shots)
    size = (project.width_px, project.height_px, project.rate)
    return project.tracks, takes, project.media, size
