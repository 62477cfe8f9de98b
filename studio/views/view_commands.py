"""What the View and Help menus do: where one looks, how much one sees, what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from studio.views.dialogs import AboutDialog, ShortcutSheet
from studio.views.palette import Palette

if TYPE_CHECKING:
    from studio.views.main_window import MainWindow


class ViewCommands(QObject):
    """Commands that change no film; the action table names them.

    Signals:
        snap_toggled(): dragged edges meet cuts now, or do not any more.
    """

    snap_toggled = Signal()

    def __init__(self, window: MainWindow, library_root: str) -> None:
        super().__init__(window)
        self._window = window
        self._library_root = library_root

    def close(self) -> bool:
        """Closes the window; False when it stays."""
        return self._window.close()

    def focus_new_shot(self) -> None:
        """Writes the next shot."""
        self._window.show_welcome(on=False)
        self._window.shot_list.new_shot.words.setFocus()

    def focus_shot_words(self) -> None:
        """Edits the selected shot's words."""
        self._window.inspector.edit_words()

    def zoom_in(self) -> None:
        """Less time, more detail."""
        self._window.timeline.canvas.zoom(1.5)

    def zoom_out(self) -> None:
        """More time."""
        self._window.timeline.canvas.zoom(1 / 1.5)

    def zoom_to_fit(self) -> None:
        """All of the film."""
        self._window.timeline.canvas.zoom_to_fit()

    def toggle_snap(self) -> None:
        """Dragged edges meet cuts, or not."""
        canvas = self._window.timeline.canvas
        canvas.snaps = not canvas.snaps
        self.snap_toggled.emit()

    def toggle_full_screen(self) -> None:
        """All of the screen, or a window."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def show_jobs(self) -> None:
        """Brings the jobs to the front."""
        self._window.inspector.show_jobs()

    def show_palette(self) -> None:
        """Finds a command by its words."""
        palette = Palette(self._window.actions_of_window, self._window)
        palette.exec()
        chosen = palette.chosen
        palette.deleteLater()
        if chosen is not None:
            chosen.trigger()

    def show_shortcuts(self) -> None:
        """All keys."""
        sheet = ShortcutSheet(self._window.actions_of_window, self._window)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.show()

    def show_about(self) -> None:
        """What this is."""
        dialog = AboutDialog(self._library_root, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
