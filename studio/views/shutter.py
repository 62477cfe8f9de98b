"""A picture of the window, for those who cannot see it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

_REST_MS = 2500


class Shutter(QObject):
    """Takes one picture of the window when it has come to rest, and closes it."""

    def __init__(self, window: QWidget, path: Path, rest_ms: int = _REST_MS) -> None:
        super().__init__(window)
        self._window = window
        self._path = path
        QTimer.singleShot(rest_ms, self, self._on_rested)

    @Slot()
    def _on_rested(self) -> None:
        self._window.grab().save(str(self._path))
        QApplication.quit()
