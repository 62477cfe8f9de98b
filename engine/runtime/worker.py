"""One job from request to kept take, in the calling thread: look in the store, make, keep, say."""

from __future__ import annotations

import logging
import shutil
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from engine import errors
from engine.errors import BadMedia, BadRequest, EngineError
from engine.events import (
    Cancelled,
    Done,
    Failed,
    FaultKind,
    JobChanged,
    JobEvent,
    JobState,
    Loading,
    PreviewArrived,
    Running,
    StoredTake,
)
from engine.generation import Picture
from engine.media.whole_file import machine_trouble
from engine.request import ShotRequest, request_hash
from engine.runtime.generators import Generators
from engine.runtime.jobs import RemainingTime
from engine.runtime.preflight import check_room
from engine.runtime.store import TakeStore

_LOG = logging.getLogger(__name__)

PREVIEW_WIDTH_PX = 480
SHORTEST_GAP_S = 0.1
"""Between two previews, and between two progress events of one stage."""

_WORK_PREFIX = "storyreel-job-"
_STALE_S = 24 * 3600

Tell = Callable[[JobEvent], None]


class JobReporter:
    """The ``Reporter`` of one job: turns what a generator says into events, not too many."""

    def __init__(
        self, job_id: str, request: ShotRequest, tell: Tell, stopped: threading.Event
    ) -> None:
        self._job_id = job_id
        self._request = request
        self._tell = tell
        self._stopped = stopped
        self._remaining = RemainingTime(time.monotonic())
        self._stage = ("", -1.0)
        self._stage_told_s = -np.inf
        self._preview_told_s = -np.inf

    def say(self, state: JobState) -> None:
        """Announces a state."""
        self._tell(JobChanged(job_id=self._job_id, request=self._request, state=state))

    def stage(self, words: str, fraction: float) -> None:
        """See ``Reporter.stage``; the fraction never falls back."""
        now_s = time.monotonic()
        fraction = min(1.0, max(fraction, self._stage[1], 0.0))
        remaining_s = self._remaining.look(now_s, words, fraction)
        is_new = words != self._stage[0]
        self._stage = (words, fraction)
        if is_new or fraction >= 1.0 or now_s - self._stage_told_s >= SHORTEST_GAP_S:
            self._stage_told_s = now_s
            self.say(Running(stage=words, fraction=fraction, remaining_s=remaining_s))

    def preview(self, frame: int, picture: Picture) -> None:
        """See ``Reporter.preview``; wider pictures are thinned to at most 480 pixels."""
        now_s = time.monotonic()
        if now_s - self._preview_told_s < SHORTEST_GAP_S:
            return
        self._preview_told_s = now_s
        step = -(-picture.shape[1] // PREVIEW_WIDTH_PX)
        small = np.ascontiguousarray(picture[::step, ::step])
        self._tell(
            PreviewArrived(
                job_id=self._job_id,
                frame=frame,
                width_px=small.shape[1],
                height_px=small.shape[0],
                rgb=small.tobytes(),
            )
        )

    def check(self) -> None:
        """See ``Reporter.check``."""
        if self._stopped.is_set():
            raise errors.Cancelled


class Worker:
    """Runs jobs one after the other; all calls of ``run`` come from one thread.

    Args:
        work: folder in which each job gets a folder of its own while it runs; None is the
            system's temporary folder.  On the store's disk, keeping a take is quickest.
    """

    def __init__(self, generators: Generators, store: TakeStore, work: Path | None = None) -> None:
        self._generators = generators
        self._store = store
        self._work = work if work is not None else Path(tempfile.gettempdir())

    def run(self, job_id: str, request: ShotRequest, tell: Tell, stopped: threading.Event) -> None:
        """Does one job; whatever happens, its last event is Done, Failed or Cancelled."""
        reporter = JobReporter(job_id, request, tell, stopped)
        reporter.say(self._outcome(request, reporter))

    def _outcome(self, request: ShotRequest, reporter: JobReporter) -> JobState:
        try:
            return self._take(request, reporter)
        except errors.Cancelled:
            return Cancelled()
        except EngineError as error:
            return Failed(message=str(error), is_bug=False, kind=_kind(error))
        except (OSError, MemoryError) as error:
            return self._machine_fault(error, request)
        except Exception:  # border: one job's fault must not stop the queue
            return _bug(request)

    def _machine_fault(self, error: OSError | MemoryError, request: ShotRequest) -> Failed:
        if isinstance(error, MemoryError):
            words = (
                "There was not enough memory for this shot; close other programs or make it "
                "smaller or shorter."
            )
        elif error.errno is None:
            return _bug(request)
        else:
            words = str(machine_trouble(error, self._work))
        return Failed(message=words, is_bug=False, kind="machine")

    def _take(self, request: ShotRequest, reporter: JobReporter) -> JobState:
        reporter.check()
        kept = self._store.find(request_hash(request))
        if kept is not None:
            return Done(take=kept, from_cache=True)
        reporter.say(Loading())
        return Done(take=self._made(request, reporter), from_cache=False)

    def _made(self, request: ShotRequest, reporter: JobReporter) -> StoredTake:
        generator = self._generators.load(request.generator, reporter.check)
        card = generator.card
        if request.generator_version != card.version:
            raise BadRequest(
                f'This shot asks for version {request.generator_version} of "{card.name}", but '
                f"version {card.version} is installed; set the shot to that version."
            )
        generator.check(request)
        self._work.mkdir(parents=True, exist_ok=True)
        sweep(self._work)
        check_room(request, self._work)
        with tempfile.TemporaryDirectory(
            prefix=_WORK_PREFIX, dir=self._work, ignore_cleanup_errors=True
        ) as folder:
            reporter.check()
            made = generator.generate(request, Path(folder), reporter, self._store.media_path)
            reporter.check()
            return self._store.keep(request, made)


def sweep(work: Path) -> None:
    """Removes work folders that a crash left a day or more ago."""
    for folder in work.glob(f"{_WORK_PREFIX}*"):
        try:
            is_stale = time.time() - folder.stat().st_mtime > _STALE_S
        except FileNotFoundError:
            continue  # another process finished with it just now
        if is_stale:
            shutil.rmtree(folder, ignore_errors=True)


def _kind(error: EngineError) -> FaultKind:
    match error:
        case BadRequest():
            return "request"
        case BadMedia():
            return "media"
        case _:
            return "machine"


def _bug(request: ShotRequest) -> Failed:
    """Logs the present exception once and says so in words."""
    _LOG.exception("The generator %s failed at a shot.", request.generator)
    return Failed(
        message="Making this shot failed because of a fault in Storyreel, not in your shot; the "
        "details are in the log, and the other shots go on.",
        is_bug=True,
        kind="bug",
    )
