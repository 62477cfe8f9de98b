"""Work off the GUI thread: probes, thumbnails, waveforms, journals.

Tasks run on a few threads of our own; what they return comes back into the GUI thread through a
queued signal, to a method of a QObject.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

_log = logging.getLogger(__name__)

Task = Callable[[], Any]
Receiver = Callable[[Any], None]


class Background(QObject):
    """Runs tasks beside the GUI thread; one per session, closed with it."""

    _finished = Signal(int, object, object)

    def __init__(self, threads: int = 2, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="storyreel-background")
        self._receivers: dict[int, tuple[Receiver | None, Receiver | None]] = {}
        self._next_ticket = 0
        self._open = threading.Event()
        self._open.set()
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def run(self, task: Task, done: Receiver | None = None, failed: Receiver | None = None) -> None:
        """Runs ``task`` on another thread; call from the GUI thread only.

        Args:
            task: touches no widget and no session.
            done: method of a QObject that takes the result, in the GUI thread.
            failed: method of a QObject that takes the exception, in the GUI thread.
        """
        if not self._open.is_set():
            return
        self._next_ticket += 1
        self._receivers[self._next_ticket] = (done, failed)
        self._pool.submit(self._work, self._next_ticket, task)

    @property
    def is_busy(self) -> bool:
        """Is a task waiting, running, or its result still on the way?"""
        return bool(self._receivers)

    def close(self) -> None:
        """Drops what waits, lets what runs come to its end, joins the threads."""
        self._open.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._receivers.clear()

    def _work(self, ticket: int, task: Task) -> None:
        result: object = None
        fault: object = None
        try:
            result = task()
        except Exception as error:  # border: background helper
            fault = error
        if self._open.is_set():
            self._finished.emit(ticket, result, fault)

    @Slot(int, object, object)
    def _on_finished(self, ticket: int, result: object, fault: object) -> None:
        done, failed = self._receivers.pop(ticket, (None, None))
        if fault is None:
            if done is not None:
                done(result)
        elif failed is not None:
            failed(fault)
        elif isinstance(fault, Exception):
            _log.error("background task failed", exc_info=fault)
