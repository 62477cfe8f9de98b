"""The list of jobs: which there are, what state each is in, and who is told."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable

from engine.errors import BadRequest, CannotHere
from engine.events import (
    Cancelled,
    Cancelling,
    Done,
    JobChanged,
    JobEvent,
    JobState,
    Loading,
    PreviewArrived,
    Queued,
    Running,
)
from engine.request import ShotRequest, check_request, request_hash
from engine.runtime.announcements import Announcements, Subscriber
from engine.runtime.hosts import Host
from engine.runtime.jobs import Job
from engine.runtime.store import TakeStore


class JobQueue:
    """Takes requests in, answers from the cache or hands them to the host; safe from any thread."""

    def __init__(self, host: Host, store: TakeStore) -> None:
        self._host = host
        self._store = store
        self._lock = threading.RLock()
        self._jobs: dict[str, Job] = {}
        self._closed = False
        self._announcements = Announcements()

    def subscribe(self, callback: Subscriber) -> Callable[[], None]:
        """Calls ``callback`` with every later event, from any thread; returns what ends that."""
        return self._announcements.subscribe(callback)

    def submit(self, request: ShotRequest) -> str:
        """Queues a request and returns its job's id; a take that is already kept is used at once.

        Raises:
            BadRequest: what is asked cannot be made.
            CannotHere: the engine was closed.
        """
        check_request(request)
        job_id = uuid.uuid4().hex[:12]
        kept = self._store.find(request_hash(request))
        with self._lock:
            if self._closed:
                raise CannotHere("The engine is closed; start the application again.")
            self._set(job_id, request, Queued())
            if kept is not None:
                self._set(job_id, request, Done(take=kept, from_cache=True))
            else:
                self._host.submit(job_id, request, self._receive)
        self._announcements.deliver()
        return job_id

    def cancel(self, job_id: str) -> None:
        """Stops a job: a waiting one at once, a running one as soon as it looks up.

        Finished jobs are left alone.

        Raises:
            BadRequest: there is no such job.
        """
        with self._lock:
            job = self._job(job_id)
            match job.state:
                case Queued():
                    self._set(job_id, job.request, Cancelled())
                case Loading() | Running():
                    self._set(job_id, job.request, Cancelling())
                case _:
                    return
            self._host.cancel(job_id)
        self._announcements.deliver()

    def jobs(self) -> tuple[Job, ...]:
        """All jobs since the start, in the order in which they were submitted."""
        with self._lock:
            return tuple(self._jobs.values())

    def forget_finished(self) -> None:
        """Drops finished jobs from the list (what they made stays in the store)."""
        with self._lock:
            self._jobs = {job_id: job for job_id, job in self._jobs.items() if not job.is_finished}

    def close(self) -> None:
        """Cancels what waits and runs, and returns when nothing runs any more."""
        with self._lock:
            self._closed = True
            unfinished = [job for job in self._jobs.values() if not job.is_finished]
        for job in reversed(unfinished):
            self.cancel(job.job_id)
        self._host.close()

    def _receive(self, event: JobEvent) -> None:
        """What the host tells of a job."""
        with self._lock:
            job = self._jobs.get(event.job_id)
            if job is None or job.is_finished:
                return
            match event:
                case PreviewArrived():
                    self._announcements.add(event)
                case JobChanged(state=Loading() | Running()) if isinstance(job.state, Cancelling):
                    return
                case JobChanged(state=state):
                    self._set(job.job_id, job.request, state)
        self._announcements.deliver()

    def _set(self, job_id: str, request: ShotRequest, state: JobState) -> None:
        self._jobs[job_id] = Job(job_id=job_id, request=request, state=state)
        self._announcements.add(JobChanged(job_id=job_id, request=request, state=state))

    def _job(self, job_id: str) -> Job:
        job = self._jobs.get(job_id)
        if job is None:
            raise BadRequest(f"There is no job {job_id}.")
        return job
