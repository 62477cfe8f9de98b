"""The composition root: builds every long-lived object, hands each what it needs, opens the window.

    library, engine  ->  session, bridge, transport, feed ...  ->  window

Closing goes the other way; on return no thread of ours is left.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import TracebackType

import shiboken6
from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QMessageBox

from engine import Engine, EngineError
from engine.generation import Generator
from studio.document.bundled import EXAMPLE_FILM
from studio.document.journal import Journal
from studio.library import Library, default_library_root
from studio.library.playout import edit_list
from studio.session.autosave import Autosave
from studio.session.background import Background
from studio.session.commands import FilmCommands
from studio.session.engine_bridge import EngineBridge
from studio.session.exporting import ExportRun
from studio.session.film_file import FilmFile, RecentFilms
from studio.session.frame_feed import FrameFeed
from studio.session.importing import Importer
from studio.session.programme import Programme
from studio.session.project_session import ProjectSession
from studio.session.shelf import MediaShelf
from studio.session.sound_device import PortAudioDevice, SoundDevice
from studio.session.sound_output import SoundOutput
from studio.session.transport import Transport
from studio.session.workplace import Workplace
from studio.views import theme
from studio.views.dialogs import CrashDialog
from studio.views.main_window import MainWindow

_log = logging.getLogger(__name__)

Generators = Mapping[str, Callable[[], Generator]]


class CrashKeeper(QObject):
    """Takes what nobody caught: keeps the work first, then says so (border: excepthook)."""

    _caught = Signal(str)

    def __init__(self, autosave: Autosave) -> None:
        super().__init__()
        self._autosave = autosave
        self._before = sys.excepthook
        self._dialog: CrashDialog | None = None
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._catch

    def close(self) -> None:
        """Puts the hook back that was there before."""
        sys.excepthook = self._before

    def _catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, Exception):
            self._before(kind, error, trace)
            return
        _log.critical("uncaught fault", exc_info=(kind, error, trace))
        self._caught.emit("".join(traceback.format_exception(kind, error, trace)))

    @Slot(str)
    def _on_caught(self, details: str) -> None:
        try:
            self._autosave.write_now()
            is_kept = True
        except Exception:  # border: excepthook; saying so must not fail as well
            is_kept = False
        self._dialog = CrashDialog(details, is_kept=is_kept, parent=None)
        self._dialog.show()


class FilmPaths:
    """Where stored media are, for the shelf."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def media_path(self, sha256: str) -> Path:
        """The file's path; raises ``BadMedia`` when it is gone."""
        return self._library.media.path(sha256)


def build_workplace(
    library: Library,
    engine: Engine,
    settings: QSettings,
    example: Path | None = None,
    device: SoundDevice | None = None,
) -> Workplace:
    """The session's objects over an open library and engine; no device plays without sound."""
    session = ProjectSession()
    sound = SoundOutput(device)
    background = Background()
    bridge = EngineBridge(session, engine)
    film = FilmFile(session, RecentFilms(settings))

    return Workplace(
        library=library,
        session=session,
        bridge=bridge,
        commands=FilmCommands(session, bridge),
        transport=Transport(session, sound),
        sound=sound,
        programme=Programme(session, partial(edit_list, library=library)),
        feed=FrameFeed(),
        shelf=MediaShelf(FilmPaths(library), background),
        background=background,
        importer=Importer(session, library.media, background),
        export_run=ExportRun(background),
        film=film,
        autosave=Autosave(session, film, Journal(library.journals), background),
        example=example,
    )


def run(
    film: Path | None = None,
    library_root: Path | None = None,
    *,
    as_copy: bool = False,
    screenshot: Path | None = None,
    generators: Generators | None = None,
) -> int:
    """Opens the window and returns the exit code when it was closed.

    Args:
        film: film file to open; None shows ways to begin.
        library_root: where the library is; None is the user's own.
        as_copy: the film is opened as a new one that has no file yet (the bundled example).
        screenshot: a PNG of the window is written there once it stands, and the window closes.
        generators: other generators than the built-in ones, by name.
    """
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName("Storyreel")
    application.setOrganizationName("Storyreel")
    theme.dress(application)
    try:
        library = Library(library_root or default_library_root())
    except EngineError as error:
        QMessageBox.critical(None, "Storyreel", str(error))
        return 1
    engine = Engine(library.takes, generators, library.work)
    settings = QSettings(str(library.root / "window.ini"), QSettings.Format.IniFormat)
    workplace = build_workplace(library, engine, settings, EXAMPLE_FILM, PortAudioDevice())
    keeper = CrashKeeper(workplace.autosave)
    window = MainWindow(workplace)
    try:
        if film is not None:
            (workplace.film.open_copy if as_copy else workplace.film.open)(film)
        window.closed.connect(application.quit)
        window.show()
        shutter = Shutter(window, screenshot) if screenshot is not None else None
        if shutter is None:
            QTimer.singleShot(0, window, window.begin)
        code = application.exec()
    finally:
        keeper.close()
        shiboken6.delete(window)  # now, and not whenever Python comes round to it
        workplace.close()
        engine.close()
        library.close()
    return code


class Shutter(QObject):
    """Takes one picture of the window when it has come to rest, and closes it."""

    def __init__(self, window: MainWindow, path: Path, rest_ms: int = 2500) -> None:
        super().__init__(window)
        self._window = window
        self._path = path
        QTimer.singleShot(rest_ms, self, self._on_rested)

    @Slot()
    def _on_rested(self) -> None:
        self._window.grab().save(str(self._path))
        QApplication.quit()
