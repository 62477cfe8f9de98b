"""What concerns the film as a whole and needs a question: new, open, save, export, recover."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMainWindow

from engine.request import CastMember, FilmPlace
from engine.script.storyboard import ProposedFilm
from studio.document.edits import set_cast, set_places
from studio.document.journal import discard_recoverable, find_recoverable
from studio.document.project import Project
from studio.library.films import own_example
from studio.library.models import keep_model
from studio.session.film_file import FILM_SUFFIX
from studio.session.recovery import with_kept_takes
from studio.session.story_import import StoryImport
from studio.session.workplace import Workplace
from studio.views.dialogs import (
    CastDialog,
    ExportDialog,
    PlacesDialog,
    RecoveryChoice,
    StoryDialog,
    ask_recovery,
    ask_unsaved,
)
from studio.views.dialogs.questions import UnsavedChoice

_FILM_FILTER = f"Storyreel film (*{FILM_SUFFIX})"
_STORY_SUFFIXES = (".fountain", ".spmd", ".txt", ".md")
_STORY_FILTER = "Screenplays and stories (*.fountain *.spmd *.txt *.md);;All files (*)"
_MEDIA_FILTER = (
    "Video, pictures and sound (*.mp4 *.mov *.mkv *.webm *.avi *.png *.jpg *.jpeg *.webp *.bmp "
    "*.tif *.tiff *.wav *.mp3 *.flac *.ogg *.m4a *.aac);;All files (*)"
)
_PICTURE_FILTER = "Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff)"


class FilmDesk(QObject):
    """Asks, then does it.

    Signals:
        room_asked(): there is a film to work on.
        film_begun(): it is a new one.
    """

    room_asked = Signal()
    film_begun = Signal()

    def __init__(self, workplace: Workplace, window: QMainWindow) -> None:
        super().__init__(window)
        self._work = workplace
        self._session = workplace.session
        self._window = window
        self._export_dialog: ExportDialog | None = None
        self._story_import = StoryImport(workplace.session, workplace.background, self)
        self._story_import.proposed.connect(self._on_story_import_proposed)

    def new_film(self) -> None:
        """An empty film."""
        if self.may_leave():
            self._work.film.new()
            self.room_asked.emit()
            self.film_begun.emit()

    def open_film(self) -> None:
        """Asks which film."""
        if not self.may_leave():
            return
        name, _ = QFileDialog.getOpenFileName(
            self._window, "Open film", self._folder(), _FILM_FILTER
        )
        if name:
            self._open(Path(name))

    def open_example(self) -> None:
        """The owner's copy of the bundled film."""
        if self.may_leave():
            self._open(own_example(self._work.library.root))

    def save_film(self) -> bool:
        """Saves; asks where to the first time."""
        if self._session.path is None:
            return self.save_film_as()
        return self._work.film.save()

    def save_film_as(self) -> bool:
        """Asks where to, and saves there."""
        project = self._session.project
        suggested = self._session.path or Path(self._folder()) / f"{project.title}{FILM_SUFFIX}"
        name, _ = QFileDialog.getSaveFileName(
            self._window, "Save film", str(suggested), _FILM_FILTER
        )
        return bool(name) and self._work.film.save_as(Path(name))

    def bring_in_files(self) -> None:
        """Asks which files go to the end of the film."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, "Bring in files", self._folder(), _MEDIA_FILTER
        )
        if names:
            self.room_asked.emit()
            self._work.importer.bring_in(tuple(Path(name) for name in names))

    def choose_palette(self) -> None:
        """Asks from which picture the selected shot takes its colours."""
        shot = self._session.selected_shot
        name, _ = QFileDialog.getOpenFileName(
            self._window, "Colours of a picture", self._folder(), _PICTURE_FILTER
        )
        if name and shot is not None:
            self._work.importer.take_palette(shot.id, Path(name))

    def import_story(self) -> None:
        """Asks which screenplay or story becomes shots at the end of the film."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, "Import screenplay or story", self._folder(), _STORY_FILTER
        )
        if name:
            self.read_story(Path(name))

    def read_story(self, path: Path) -> None:
        """Reads a screenplay or a story; what it proposes is shown before it is added."""
        self.room_asked.emit()
        self._story_import.read(path)

    def export_film(self) -> None:
        """Opens the export window; the one that is exporting comes to the front."""
        if self._work.export_run.is_running and self._export_dialog is not None:
            self._export_dialog.raise_()
            return
        path = self._session.path
        folder = path.parent if path is not None else Path.home()
        stem = path.stem if path is not None else self._session.project.title
        stale = [shot for shot in self._session.project.shots if not shot.is_up_to_date]
        warning = ""
        if stale:
            count = "1 shot is" if len(stale) == 1 else f"{len(stale)} shots are"
            warning = f"{count} not generated or out of date; what is there now is exported."
        self._work.programme.renew()
        self._export_dialog = ExportDialog(
            self._work.programme.edit_list,
            folder / f"{stem}.mp4",
            warning,
            self._work.export_run,
            self._window,
        )
        self._export_dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._export_dialog.destroyed.connect(self._on_export_dialog_destroyed)
        self._export_dialog.show()
        self._export_dialog.activateWindow()

    @Slot()
    def edit_cast(self) -> None:
        """Asks who keeps a look and a voice through the film."""
        keep = partial(keep_model, self._work.library)
        cast = self._session.project.cast
        dialog = CastDialog(cast, keep, self._work.background, self._window)
        if dialog.exec():
            self._session.apply("Change cast", partial(_with_cast, cast=dialog.cast()))
        dialog.deleteLater()

    @Slot()
    def edit_places(self) -> None:
        """Asks which places keep a look through the film."""
        dialog = PlacesDialog(self._session.project.places, self._window)
        if dialog.exec():
            self._session.apply("Change places", partial(_with_places, places=dialog.places()))
        dialog.deleteLater()

    def may_leave(self) -> bool:
        """May the open film be replaced or closed?  Asks when it has unsaved edits."""
        if not self._session.is_dirty:
            return True
        match ask_unsaved(self.film_name(), self._window):
            case UnsavedChoice.SAVE:
                return self.save_film()
            case UnsavedChoice.DISCARD:
                self._work.autosave.give_up()
                return True
            case UnsavedChoice.CANCEL:
                return False

    def offer_recovery(self) -> None:
        """Asks what becomes of work that earlier sessions left behind."""
        for left_behind in find_recoverable(self._work.library.journals):
            match ask_recovery(left_behind, self._window):
                case RecoveryChoice.RECOVER:
                    if self.may_leave():
                        film, takes = left_behind.film, self._work.library.takes
                        project = with_kept_takes(film.project, takes)
                        self._work.film.recover(project, left_behind.film_path, film.unknown)
                        self._work.autosave.write_now()
                        discard_recoverable(left_behind)
                    return
                case RecoveryChoice.DISCARD:
                    discard_recoverable(left_behind)
                case RecoveryChoice.LATER:
                    pass

    def _open(self, path: Path) -> None:
        if self._work.film.open(path):
            self.room_asked.emit()

    def film_name(self) -> str:
        """What the film is called."""
        path = self._session.path
        return path.stem if path is not None else self._session.project.title

    def _folder(self) -> str:
        path = self._session.path
        return str(path.parent if path is not None else Path.home())

    @Slot(object, int)
    def take_files(self, paths: tuple[Path, ...], frame: int | None) -> None:
        """Dropped files: a film is opened, others go to a frame (None: the end) of the film."""
        films = [path for path in paths if path.suffix.lower() == FILM_SUFFIX]
        if films:
            if self.may_leave():
                self._open(films[0])
        elif len(paths) == 1 and paths[0].suffix.lower() in _STORY_SUFFIXES:
            self.read_story(paths[0])
        elif paths:
            self.room_asked.emit()
            self._work.importer.bring_in(paths, frame)

    @Slot(object)
    def open_chosen(self, path: Path) -> None:
        """Opens a film that was chosen from a list."""
        if self.may_leave():
            self._open(path)

    @Slot(object, object)
    def _on_story_import_proposed(self, path: Path, film: ProposedFilm) -> None:
        dialog = StoryDialog(film, path.name, self._window)
        if dialog.exec():
            self._story_import.add(dialog.film(), path.name)
        dialog.deleteLater()

    @Slot()
    def _on_export_dialog_destroyed(self) -> None:
        self._export_dialog = None


def _with_places(project: Project, *, places: tuple[FilmPlace, ...]) -> Project:
    return set_places(project, places)


def _with_cast(project: Project, *, cast: tuple[CastMember, ...]) -> Project:
    return set_cast(project, cast)
