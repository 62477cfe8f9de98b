"""How each shot's words are understood: read in the background, a moment after they rest."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.script.breakdown import Breakdown
from engine.script.film_places import Words, words_of
from studio.document.project import Project, Shot
from studio.session.background import Background
from studio.session.project_session import ProjectSession

_DELAY_MS: Final = 400
_FIRST_WORDS: Words = ("a shot", (), "")
"""Read when there is nothing else to read, so that the first shot does not wait for the parser."""


class Readings(QObject):
    """Keeps the breakdown of every shot of the open film.

    Signals:
        changed(): a breakdown that was missing is there.
    """

    changed = Signal()

    def __init__(
        self, session: ProjectSession, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._known: dict[Words, Breakdown] = {}
        self._is_reading = False
        self._is_warm = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        session.project_changed.connect(self._on_session_project_changed)
        self._timer.start()

    def breakdown(self, shot: Shot) -> Breakdown | None:
        """How the shot's words are understood; None until they are read."""
        return self._known.get(words_of(shot.request))

    def doubts(self, shot: Shot) -> tuple[str, ...]:
        """What the shot cannot show as it is written, one sentence each; empty until it is read."""
        found = self.breakdown(shot)
        return (*doubts_of(found), *notes_of(shot)) if found is not None else notes_of(shot)

    @Slot(object, object)
    def _on_session_project_changed(self, before: Project, after: Project) -> None:
        if before.shots is not after.shots:
            self._timer.start()

    @Slot()
    def _on_timer_timeout(self) -> None:
        if self._is_reading:
            return
        wanted = {words_of(shot.request) for shot in self._session.project.shots}
        unread = tuple(wanted - self._known.keys())
        if not unread and not self._is_warm:
            unread = (_FIRST_WORDS,)
        if unread:
            self._is_reading = self._is_warm = True
            self._background.run(partial(_read, unread), self._on_read, self._on_failed)

    @Slot(object)
    def _on_read(self, read: dict[Words, Breakdown]) -> None:
        self._is_reading = False
        wanted = {words_of(shot.request) for shot in self._session.project.shots}
        self._known = {
            words: found for words, found in (self._known | read).items() if words in wanted
        }
        self.changed.emit()
        self._on_timer_timeout()

    @Slot(object)
    def _on_failed(self, _fault: Exception) -> None:
        self._is_reading = False  # the same trouble is said where the shot is generated


def doubts_of(breakdown: Breakdown) -> tuple[str, ...]:
    """What of the words was not understood or is shown by something else."""
    doubts = []
    if breakdown.not_understood:
        words = ", ".join(f"“{word}”" for word in breakdown.not_understood)
        doubts.append(f"Nothing was made of {words}.")
    doubts += [f"{each.used} stands in for “{each.asked}”." for each in breakdown.substituted]
    return tuple(doubts)


def notes_of(shot: Shot | None) -> tuple[str, ...]:
    """What the selected take says of itself, while it shows what the shot says."""
    take = shot.selected_take if shot is not None and shot.is_up_to_date else None
    return take.stored.notes if take is not None else ()


def _read(unread: tuple[Words, ...]) -> dict[Words, Breakdown]:
    """Runs in the background."""
    from engine.script.prompt import understand  # noqa: PLC0415  (its lexicon loads late)

    return {words: understand(*words) for words in unread}
