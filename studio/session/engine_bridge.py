"""Between the engine's threads and the window: requests go out, events come back as signals.

The engine calls back on its own threads.  What it says is put in a box and the GUI thread is
woken; it empties the box at most 15 times a second.  Of a job's progress and previews only the
newest survives; every other event arrives, in order.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Final, Protocol

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from engine.events import (
    Cancelled,
    Done,
    Failed,
    JobChanged,
    JobEvent,
    JobState,
    PreviewArrived,
    Queued,
    Running,
    StoredTake,
)
from engine.generation import GeneratorCard
from engine.request import ShotRequest, request_hash
from studio.document.edits import add_take, select_take
from studio.document.project import Project, Shot
from studio.session.project_session import REFUSALS, ProjectSession

MIN_INTERVAL_MS: Final = 67


class JobRunner(Protocol):
    """What the bridge needs of ``engine.Engine``."""

    def submit(self, request: ShotRequest) -> str:
        """Queues a request; returns the job's id."""
        ...

    def cancel(self, job_id: str) -> None:
        """Asks a job to stop."""

    def subscribe(self, callback: Callable[[JobEvent], None]) -> Callable[[], None]:
        """Calls back with every later event, on any thread."""
        ...

    def cards(self) -> tuple[GeneratorCard, ...]:
        """What each generator can."""
        ...


class ShotJob(msgspec.Struct, frozen=True, kw_only=True):
    """A job of this session as the window knows it.

    Attributes:
        film_id, shot_id: where its take goes.
        started_s: monotonic time of submission.
    """

    job_id: str
    film_id: str
    shot_id: str
    request: ShotRequest
    state: JobState
    started_s: float

    @property
    def is_over(self) -> bool:
        """Has it come to an end of some kind?"""
        return isinstance(self.state, Done | Failed | Cancelled)


class EngineBridge(QObject):
    """Sends shots to the engine and brings takes back into the film.

    Signals:
        jobs_changed(): the list or a state in it.
        preview_arrived(preview): the newest small picture of a running job.
    """

    jobs_changed = Signal()
    preview_arrived = Signal(object)
    _woken = Signal()

    def __init__(
        self, session: ProjectSession, engine: JobRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._engine = engine
        self._jobs: dict[str, ShotJob] = {}
        self._lock = threading.Lock()
        self._box: list[JobEvent] = []
        self._is_woken = False
        self._is_open = True
        self._last_emptied_s = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._woken.connect(self._on_woken, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = engine.subscribe(self._receive)

    @property
    def jobs(self) -> tuple[ShotJob, ...]:
        """This session's jobs, newest last."""
        return tuple(self._jobs.values())

    @property
    def active_jobs(self) -> tuple[ShotJob, ...]:
        """Those that wait or run."""
        return tuple(job for job in self._jobs.values() if not job.is_over)

    def job_of(self, shot_id: str) -> ShotJob | None:
        """The shot's newest job."""
        mine = [job for job in self._jobs.values() if job.shot_id == shot_id]
        return mine[-1] if mine else None

    def styles(self) -> tuple[str, ...]:
        """Canonical styles of the generators, as their cards say; loads them, so not in the GUI
        thread.
        """
        cards = self._engine.cards()
        return tuple(dict.fromkeys(style for card in cards for style in card.styles))

    def generate(self, shot: Shot) -> bool:
        """Queues the shot as it is written now; a job for the same request is not doubled."""
        current = self.job_of(shot.id)
        if current is not None and not current.is_over:
            if request_hash(current.request) == request_hash(shot.request):
                return False
            self.cancel(current.job_id)
        try:
            job_id = self._engine.submit(shot.request)
        except REFUSALS as error:
            self._session.refused.emit(str(error))
            return False
        self._jobs[job_id] = ShotJob(
            job_id=job_id,
            film_id=self._session.project.id,
            shot_id=shot.id,
            request=shot.request,
            state=Queued(),
            started_s=time.monotonic(),
        )
        self.jobs_changed.emit()
        return True

    def generate_changed(self) -> int:
        """Queues every shot whose take does not show its request; how many."""
        stale = [shot for shot in self._session.project.shots if not shot.is_up_to_date]
        return sum(self.generate(shot) for shot in stale)

    def cancel(self, job_id: str) -> None:
        """Asks a job to stop."""
        try:
            self._engine.cancel(job_id)
        except REFUSALS as error:
            self._session.refused.emit(str(error))

    def cancel_all(self) -> None:
        """Asks every job to stop, the waiting ones first."""
        for job in reversed(self.active_jobs):
            self.cancel(job.job_id)

    def forget_finished(self) -> None:
        """Drops what has ended from the list."""
        self._jobs = {job.job_id: job for job in self.active_jobs}
        self.jobs_changed.emit()

    def close(self) -> None:
        """Hears nothing more, not even what the engine is just about to say."""
        self._unsubscribe()
        with self._lock:
            self._is_open = False
        self._timer.stop()

    def _receive(self, event: JobEvent) -> None:
        """Called by the engine on any thread."""
        with self._lock:
            if not self._is_open:
                return
            _put(self._box, event)
            wake, self._is_woken = not self._is_woken, True
            if wake:
                self._woken.emit()

    @Slot()
    def _on_woken(self) -> None:
        passed_ms = (time.monotonic() - self._last_emptied_s) * 1000
        if passed_ms >= MIN_INTERVAL_MS:
            self._empty_box()
        else:
            self._timer.start(int(MIN_INTERVAL_MS - passed_ms) + 1)

    @Slot()
    def _on_timer_timeout(self) -> None:
        self._empty_box()

    def _empty_box(self) -> None:
        self._last_emptied_s = time.monotonic()
        with self._lock:
            events, self._box = self._box, []
            self._is_woken = False
        changed = False
        for event in events:
            if isinstance(event, PreviewArrived):
                if event.job_id in self._jobs:
                    self.preview_arrived.emit(event)
            else:
                changed = self._take_in(event) or changed
        if changed:
            self.jobs_changed.emit()

    def _take_in(self, event: JobChanged) -> bool:
        job = self._jobs.get(event.job_id)
        if job is None:
            return False
        self._jobs[event.job_id] = msgspec.structs.replace(job, state=event.state)
        match event.state:
            case Done(take=take):
                self._add_take(job, take)
            case Failed(message=message):
                self._session.refused.emit(message)
            case _:
                pass
        return True

    def _add_take(self, job: ShotJob, stored: StoredTake) -> None:
        """The take joins its shot, if that shot is still in the open film."""
        shot = self._session.shot(job.shot_id)
        if shot is None or self._session.project.id != job.film_id:
            return
        known = next(
            (take for take in shot.takes if take.stored.request_hash == stored.request_hash), None
        )
        name = shot.name or "shot"
        if known is None:
            self._session.apply(
                f"Take of “{name}”", partial(_with_take, shot_id=shot.id, stored=stored)
            )
        elif shot.selected_take_id != known.id:
            self._session.apply(
                f"Take of “{name}”", partial(_with_selected, shot_id=shot.id, take_id=known.id)
            )


def _with_take(project: Project, *, shot_id: str, stored: StoredTake) -> Project:
    return add_take(project, shot_id, stored)


def _with_selected(project: Project, *, shot_id: str, take_id: str) -> Project:
    return select_take(project, shot_id, take_id)


def _put(box: list[JobEvent], event: JobEvent) -> None:
    """Appends the event; progress and previews replace an older one of the same job.

    An older progress is only replaced when nothing else of that job came after it.
    """
    for place in range(len(box) - 1, -1, -1):
        older = box[place]
        if older.job_id != event.job_id:
            continue
        if isinstance(event, PreviewArrived):
            if isinstance(older, PreviewArrived):
                del box[place]
                break
        elif isinstance(older, JobChanged):
            if isinstance(older.state, Running) and isinstance(event.state, Running):
                del box[place]
            break
    box.append(event)
