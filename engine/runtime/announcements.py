"""Events to subscribers: in one order for everybody, none lost, no subscriber can stop the rest."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable

from engine.events import JobEvent

_LOG = logging.getLogger(__name__)

Subscriber = Callable[[JobEvent], None]


class Announcements:
    """Hands each event to every subscriber, one event at a time, in the order of ``add``.

    ``add`` only writes down; ``deliver`` hands out.  An event added while another is being
    delivered (by a subscriber itself, or by another thread) waits its turn and is delivered by
    the thread that is already delivering; so no lock is held while subscribers run.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: deque[JobEvent] = deque()
        self._subscribers: tuple[Subscriber, ...] = ()
        self._delivering = False

    def subscribe(self, callback: Subscriber) -> Callable[[], None]:
        """Calls ``callback`` with every later event; returns what ends that."""
        with self._lock:
            self._subscribers = (*self._subscribers, callback)

        def unsubscribe() -> None:
            with self._lock:
                self._subscribers = tuple(one for one in self._subscribers if one is not callback)

        return unsubscribe

    def add(self, event: JobEvent) -> None:
        """Puts ``event`` behind those added before it; call ``deliver`` afterwards."""
        with self._lock:
            self._waiting.append(event)

    def deliver(self) -> None:
        """Hands out what waits, unless another call is already at it.

        Call it without holding a lock that a subscriber could want.
        """
        with self._lock:
            if self._delivering:
                return
            self._delivering = True
        while True:
            with self._lock:
                if not self._waiting:
                    self._delivering = False
                    return
                event = self._waiting.popleft()
                subscribers = self._subscribers
            for subscriber in subscribers:
                try:
                    subscriber(event)
                except Exception:  # border: the worker's loop must outlive its listeners
                    _LOG.exception("A listener to job events failed; the others go on.")
