"""Jobs in this process: one thread that alone runs generators, one job at a time, in order."""

from __future__ import annotations

import logging
import queue
import threading

from engine.events import Cancelled, JobChanged
from engine.request import ShotRequest
from engine.runtime.worker import Tell, Worker

_LOG = logging.getLogger(__name__)

_LONGEST_STOP_S = 30.0


class _Order:
    """A job that was handed over, and the flag that stops it."""

    def __init__(self, job_id: str, request: ShotRequest, tell: Tell) -> None:
        self.job_id = job_id
        self.request = request
        self.tell = tell
        self.stopped = threading.Event()


class ThreadHost:
    """See ``Host``.  The thread starts with the first job and ends with ``close``."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._orders: queue.SimpleQueue[_Order | None] = queue.SimpleQueue()
        self._open: dict[str, _Order] = {}
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def submit(self, job_id: str, request: ShotRequest, tell: Tell) -> None:
        """See ``Host.submit``."""
        order = _Order(job_id, request, tell)
        with self._lock:
            self._open[job_id] = order
            if self._thread is None:
                self._thread = threading.Thread(
                    target=self._loop, name="storyreel-generator", daemon=True
                )
                self._thread.start()
        self._orders.put(order)

    def cancel(self, job_id: str) -> None:
        """See ``Host.cancel``."""
        with self._lock:
            order = self._open.get(job_id)
        if order is not None:
            order.stopped.set()

    def close(self) -> None:
        """See ``Host.close``."""
        with self._lock:
            thread, self._thread = self._thread, None
            for order in self._open.values():
                order.stopped.set()
        if thread is None:
            return
        self._orders.put(None)
        thread.join(_LONGEST_STOP_S)
        if thread.is_alive():
            _LOG.error("A generator did not stop within %g s; it was left.", _LONGEST_STOP_S)

    def _loop(self) -> None:
        while (order := self._orders.get()) is not None:
            if order.stopped.is_set():
                state = Cancelled()
                order.tell(JobChanged(job_id=order.job_id, request=order.request, state=state))
            else:
                self._worker.run(order.job_id, order.request, order.tell, order.stopped)
            with self._lock:
                del self._open[order.job_id]
