"""Export as a job: the film leaves as one file, with progress and a way to stop it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot

from engine.errors import Cancelled, EngineError
from engine.media.edit_list import EditList
from studio.session.background import Background

_MIN_INTERVAL_S: Final = 0.1

Export = Callable[[EditList, Path, Callable[[float], None], Callable[[], None]], None]


class ExportRun(QObject):
    """One export at a time.

    Signals:
        started(), progressed(fraction, remaining_s or -1), finished(path), refused(sentence),
        stopped().
    """

    started = Signal()
    progressed = Signal(float, float)
    finished = Signal(object)
    refused = Signal(str)
    stopped = Signal()
    _reported = Signal(float)

    def __init__(
        self,
        background: Background,
        export: Export | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._export = export if export is not None else _export
        self._stop = threading.Event()
        self._running = False
        self._started_s = 0.0
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)

    @property
    def is_running(self) -> bool:
        """Is an export under way?"""
        return self._running

    def start(self, edit_list: EditList, path: Path) -> None:
        """Begins; refuses when one is under way."""
        if self._running:
            self.refused.emit("An export is under way; wait for it or stop it first.")
            return
        self._running = True
        self._stop.clear()
        self._started_s = time.monotonic()
        task = partial(self._work, edit_list, path)
        self.started.emit()
        self._background.run(task, self._on_finished, self._on_failed)

    def cancel(self) -> None:
        """Stops it; nothing half written stays."""
        self._stop.set()

    def _work(self, edit_list: EditList, path: Path) -> Path:
        """Runs in the background."""
        last_s = 0.0

        def report(fraction: float) -> None:
            nonlocal last_s
            now_s = time.monotonic()
            if now_s - last_s >= _MIN_INTERVAL_S:
                last_s = now_s
                self._reported.emit(fraction)

        self._export(edit_list, path, report, self._check)
        return path

    def _check(self) -> None:
        if self._stop.is_set():
            raise Cancelled

    @Slot(float)
    def _on_reported(self, fraction: float) -> None:
        passed_s = time.monotonic() - self._started_s
        remaining_s = passed_s * (1 - fraction) / fraction if fraction > 0.02 else -1.0
        self.progressed.emit(fraction, remaining_s)

    @Slot(object)
    def _on_finished(self, path: Path) -> None:
        self._running = False
        self.finished.emit(path)

    @Slot(object)
    def _on_failed(self, fault: Exception) -> None:
        self._running = False
        match fault:
            case Cancelled():
                self.stopped.emit()
            case EngineError():
                self.refused.emit(str(fault))
            case OSError():
                self.refused.emit(f"The film could not be exported: {fault.strerror}.")
            case _:
                raise fault


def _export(
    edit_list: EditList,
    path: Path,
    progress: Callable[[float], None],
    check: Callable[[], None],
) -> None:
    from engine.media.export import export  # noqa: PLC0415  (heavy: only in the background)

    export(edit_list, path, progress, check)
