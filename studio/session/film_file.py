"""Opening and saving the film of the session; one window per film file."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSettings

from studio.document.files import open_film, save_film
from studio.document.locks import FileLock, lock_film
from studio.document.project import Project, new_project
from studio.document.unknown import UnknownField
from studio.session.project_session import REFUSALS, ProjectSession

FILM_SUFFIX: Final = ".reel"
_RECENT_KEPT: Final = 6


class RecentFilms:
    """The films opened last, newest first, remembered between sessions."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def paths(self) -> tuple[Path, ...]:
        """Those that still exist."""
        raw = self._settings.value("recent_films", "")
        lines = raw.split("\n") if isinstance(raw, str) else []
        return tuple(Path(line) for line in lines if line and Path(line).is_file())

    def add(self, path: Path) -> None:
        """Puts a film first."""
        kept = [path, *(other for other in self.paths() if other != path)][:_RECENT_KEPT]
        self._settings.setValue("recent_films", "\n".join(str(each) for each in kept))


class FilmFile(QObject):
    """Loads and saves; what goes wrong is said through the session's ``refused``."""

    def __init__(
        self,
        session: ProjectSession,
        recent: RecentFilms,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._lock: FileLock | None = None
        self._locked_path: Path | None = None
        self.unknown: tuple[UnknownField, ...] = ()
        self.recent = recent

    def new(self) -> None:
        """An empty film that has no file yet."""
        self._release()
        self.unknown = ()
        self._session.open_project(new_project(), None)

    def open(self, path: Path) -> bool:
        """Opens a film; on refusal the film before stays open."""
        path = path.resolve()
        if path == self._locked_path:
            return True
        try:
            lock = lock_film(path)
        except REFUSALS as error:
            self._session.refused.emit(str(error))
            return False
        try:
            opened = open_film(path)
        except REFUSALS as error:
            lock.release()
            self._session.refused.emit(str(error))
            return False
        self._release()
        self._lock, self._locked_path = lock, path
        self.unknown = opened.unknown
        self._session.open_project(opened.project, path)
        self.recent.add(path)
        return True

    def recover(
        self, project: Project, path: Path | None, unknown: tuple[UnknownField, ...] = ()
    ) -> None:
        """Opens what the journal kept, as unsaved edits of ``path``."""
        if path is not None and path.resolve() != self._locked_path:
            self._release()
            try:
                self._lock, self._locked_path = lock_film(path), path.resolve()
            except REFUSALS as error:
                self._session.refused.emit(str(error))
                path = None
        self.unknown = unknown
        self._session.open_project(project, path, recovered=True)

    def save(self) -> bool:
        """Saves where the film lies; False when it has no file yet or could not be written."""
        return self._session.path is not None and self._write(self._session.path)

    def save_as(self, path: Path) -> bool:
        """Saves into another file, which is the film's from now on."""
        path = (path if path.suffix else path.with_suffix(FILM_SUFFIX)).resolve()
        if path == self._locked_path:
            return self._write(path)
        try:
            lock = lock_film(path)
        except REFUSALS as error:
            self._session.refused.emit(str(error))
            return False
        if not self._write(path):
            lock.release()
            return False
        self._release()
        self._lock, self._locked_path = lock, path
        self.recent.add(path)
        return True

    def close(self) -> None:
        """Lets go of the film."""
        self._release()

    def _write(self, path: Path) -> bool:
        project = self._session.project
        try:
            save_film(project, path, self.unknown)
        except REFUSALS as error:
            self._session.refused.emit(str(error))
            return False
        self._session.mark_saved(project, path)
        return True

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()
        self._lock, self._locked_path = None, None
