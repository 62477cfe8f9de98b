"""The composition root: builds every long-lived object, hands each what it needs, opens the window.

    library, engine  ->  session, bridge, transport, feed ...  ->  window

Closing goes the other way; on return no thread of ours is left.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from engine import Engine, EngineError
from engine.generation import Generator
from studio.document.journal import Journal
from studio.library import Library, default_library_root
from studio.library.playout import edit_list
from studio.session.autosave import Autosave
from studio.session.background import Background
from studio.session.commands import FilmCommands
from studio.session.engine_bridge import EngineBridge
from studio.session.exporting import ExportRun
from studio.session.film_file import FilmFile, RecentFilms
from studio.session.filmstrips import FilmStrips
from studio.session.frame_feed import FrameFeed
from studio.session.importing import Importer
from studio.session.programme import Programme
from studio.session.project_session import ProjectSession
from studio.session.readings import Readings
from studio.session.shelf import MediaShelf
from studio.session.sound_device import PortAudioDevice, SoundDevice
from studio.session.sound_output import SoundOutput
from studio.session.transport import Transport
from studio.session.workplace import Workplace
from studio.views import theme
from studio.views.crash_keeper import CrashKeeper
from studio.views.main_window import MainWindow
from studio.views.shutter import Shutter

Generators = Mapping[str, Callable[[], Generator]]


SWITCH_INTERVAL_S = 0.0005
"""How long a worker may compute in Python before the window's thread gets its turn.  Painting asks
for that turn many times a frame; with the usual 5 ms a job made the window stutter."""


def build_workplace(
    library: Library,
    engine: Engine,
    settings: QSettings,
    device: SoundDevice | None = None,
) -> Workplace:
    """The session's objects over an open library and engine; no device plays without sound."""
    session = ProjectSession()
    sound = SoundOutput(device)
    background = Background()
    keeping = Background(threads=1)  # what keeps work safe waits for nothing else
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
        shelf=MediaShelf(library.takes, background),
        strips=FilmStrips(library.takes, background),
        background=background,
        readings=Readings(session, background),
        importer=Importer(session, library.media, background),
        export_run=ExportRun(background),
        film=film,
        keeping=keeping,
        autosave=Autosave(session, film, Journal(library.journals), keeping),
    )


def run(
    film: Path | None = None,
    library_root: Path | None = None,
    *,
    screenshot: Path | None = None,
    generators: Generators | None = None,
) -> int:
    """Opens the window and returns the exit code when it was closed.

    Args:
        film: film file to open; None shows ways to begin.
        library_root: where the library is; None is the user's own.
        screenshot: a PNG of the window is written there once it stands, and the window closes.
        generators: other generators than the built-in ones, by name.
    """
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    application = _application()
    try:
        library = Library(library_root or default_library_root())
    except EngineError as error:
        QMessageBox.critical(None, "Storyreel", str(error))
        return 1
    engine = Engine(library.takes, generators, library.work)
    settings = QSettings(str(library.root / "window.ini"), QSettings.Format.IniFormat)
    workplace = build_workplace(library, engine, settings, PortAudioDevice())
    keeper = CrashKeeper(workplace.autosave)
    window = MainWindow(workplace)
    try:
        if film is not None:
            workplace.film.open(film)
        window.closed.connect(application.quit)
        if screenshot is None:  # a small screen shows all of the window
            window.resize(window.size().boundedTo(window.screen().availableSize()))
        window.show()
        if screenshot is not None:
            Shutter(window, screenshot)
        else:
            QTimer.singleShot(0, window, window.begin)
        return application.exec()
    finally:
        keeper.close()
        shiboken6.delete(window)  # now, and not whenever Python comes round to it
        workplace.close()
        engine.close()
        library.close()


def _application() -> QApplication:
    """This process's application, in Storyreel's clothes."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName("Storyreel")
    application.setOrganizationName("Storyreel")
    application.setQuitOnLastWindowClosed(False)  # closing the window says so itself, once
    theme.dress(application)
    return application
