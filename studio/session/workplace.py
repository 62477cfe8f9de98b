"""Everything long-lived that a window works with, and the order in which it is closed."""

from __future__ import annotations

from dataclasses import dataclass, fields

import shiboken6
from PySide6.QtCore import QObject

from studio.document.journal import find_recoverable
from studio.library import Library
from studio.session.autosave import Autosave
from studio.session.background import Background
from studio.session.commands import FilmCommands
from studio.session.engine_bridge import EngineBridge
from studio.session.exporting import ExportRun
from studio.session.film_file import FilmFile
from studio.session.filmstrips import FilmStrips
from studio.session.frame_feed import FrameFeed
from studio.session.importing import Importer
from studio.session.programme import Programme
from studio.session.project_session import ProjectSession
from studio.session.readings import Readings
from studio.session.shelf import MediaShelf
from studio.session.sound_output import SoundOutput
from studio.session.transport import Transport

__all__ = ["Workplace", "find_recoverable"]


@dataclass(frozen=True, eq=False)
class Workplace:
    """The session's objects; made by the composition root, lent to the window."""

    library: Library
    session: ProjectSession
    bridge: EngineBridge
    commands: FilmCommands
    transport: Transport
    sound: SoundOutput
    programme: Programme
    feed: FrameFeed
    shelf: MediaShelf
    strips: FilmStrips
    background: Background
    readings: Readings
    importer: Importer
    export_run: ExportRun
    film: FilmFile
    keeping: Background
    autosave: Autosave

    def close(self) -> None:
        """Ends playback, threads and files; who made engine and library closes them.

        The objects end here and now: Python collects what is left of them on any thread, where a
        living QObject with a timer would take the process down.
        """
        self.transport.close()
        self.bridge.close()
        self.export_run.cancel()
        self.feed.close()
        self.sound.close()
        self.background.close()
        self.keeping.close()
        self.autosave.close()
        self.film.close()
        for each in reversed(fields(self)):
            made = getattr(self, each.name)
            if isinstance(made, QObject) and shiboken6.isValid(made):
                shiboken6.delete(made)
