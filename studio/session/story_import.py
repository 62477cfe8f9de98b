"""A screenplay or a story from a file: read in the background, added as one edit."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from engine.request import ShotRequest
from engine.script.storyboard import ProposedFilm
from studio.document.edits import add_storyboard
from studio.document.project import Project
from studio.document.queries import first_frame_of
from studio.session.background import Background
from studio.session.project_session import REFUSALS, ProjectSession


class StoryImport(QObject):
    """Reads what is told and puts it into the film.

    Signals:
        proposed(path, film): what a file proposes.
        reading_changed(is_reading): a file is being read, or no more.
    """

    proposed = Signal(object, object)
    reading_changed = Signal(bool)

    def __init__(
        self, session: ProjectSession, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._is_reading = False

    def read(self, path: Path) -> None:
        """Reads a file, one at a time; ``proposed`` or a refusal follows."""
        if self._is_reading:
            return
        self._set_reading(True)
        self._session.said.emit(f"Reading {path.name}…")
        self._background.run(partial(_read, path), self._on_read, self._on_failed)

    def add(self, film: ProposedFilm, name: str) -> bool:
        """Adds the shots, as one entry of the history; False when they were refused."""
        before = {shot.id for shot in self._session.project.shots}
        if not self._session.apply(f"Import {name}", partial(_with_storyboard, film=film)):
            return False
        project = self._session.project
        first = next(shot for shot in project.shots if shot.id not in before)
        self._session.select_shot(first.id)
        start = first_frame_of(project, first.id)
        if start is not None:
            self._session.move_playhead(start)
        self._session.said.emit(f"Imported {_count(len(film.shots))} from {name}.")
        return True

    def _set_reading(self, is_reading: bool) -> None:
        self._is_reading = is_reading
        self.reading_changed.emit(is_reading)

    @Slot(object)
    def _on_read(self, found: tuple[Path, ProposedFilm | str]) -> None:
        self._set_reading(False)
        path, film = found
        if isinstance(film, str):
            self._session.refused.emit(film)
        else:
            self.proposed.emit(path, film)

    @Slot(object)
    def _on_failed(self, fault: Exception) -> None:
        self._set_reading(False)
        self._session.refused.emit(f"The file could not be read: {fault}.")


def _read(path: Path) -> tuple[Path, ProposedFilm | str]:
    """Runs in the background; what goes wrong comes back as its sentence."""
    from engine.script.story_import import proposed_from_file  # noqa: PLC0415 - loads the lexicon

    try:
        return path, proposed_from_file(path)
    except REFUSALS as error:
        return path, str(error)


def _with_storyboard(project: Project, *, film: ProposedFilm) -> Project:
    return add_storyboard(project, film, request_like(project))


def request_like(project: Project) -> ShotRequest:
    """What new shots take over: the film's picture, the last shot's style, seed and quality."""
    last = project.shots[-1].request if project.shots else None
    return ShotRequest(
        prompt="",
        frame_count=1,
        rate=project.rate,
        width_px=project.width_px,
        height_px=project.height_px,
        style=last.style if last is not None else "",
        seed=last.seed if last is not None else 0,
        quality=last.quality if last is not None else "final",
    )


def _count(shots: int) -> str:
    return f"{shots} shot{'s' * (shots != 1)}"
