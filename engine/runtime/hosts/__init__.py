"""Where jobs run: in a thread of this process (``thread``); others keep to the same protocol."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from engine.events import JobEvent
from engine.request import ShotRequest


class Host(Protocol):
    """Runs requests and tells what happens; requests and events are picklable values."""

    def submit(self, job_id: str, request: ShotRequest, tell: Callable[[JobEvent], None]) -> None:
        """Takes a job over; returns at once.  Its events go to ``tell``, from any thread.

        The last event of a job is ``JobChanged`` with ``Done``, ``Failed`` or ``Cancelled``.
        """

    def cancel(self, job_id: str) -> None:
        """Asks a job to stop soon; unknown and finished jobs are left alone."""

    def close(self) -> None:
        """Stops everything and returns when nothing of it runs any more."""
