"""The engine's door: shots in words go in, takes with picture and sound come out.

    from engine import Engine, FolderTakeStore, FrameRate, ShotRequest

    with Engine(FolderTakeStore(Path("takes"))) as engine:
        take = engine.generate(
            ShotRequest(prompt="a ball bounces on a table", frame_count=96, rate=FrameRate(24),
                        width_px=640, height_px=360))

Importing this is cheap; what makes pictures and sound is loaded by the job that needs it.
"""

from __future__ import annotations

import queue
from collections.abc import Callable, Mapping
from pathlib import Path

from engine.closing import Closing
from engine.errors import BadMedia, BadRequest, Cancelled, CannotHere, EngineError
from engine.events import Cancelled as JobCancelled
from engine.events import Done, Failed, JobChanged, JobEvent, StoredTake
from engine.generation import Generator, GeneratorCard
from engine.request import ShotRequest, request_hash
from engine.runtime.generators import GeneratorFactory, Generators
from engine.runtime.hosts.thread import ThreadHost
from engine.runtime.jobs import Job
from engine.runtime.queue import JobQueue
from engine.runtime.store import FolderTakeStore, TakeStore
from engine.runtime.worker import Worker
from engine.timing import FrameRate

__all__ = [
    "BadMedia",
    "BadRequest",
    "Cancelled",
    "CannotHere",
    "Engine",
    "EngineError",
    "FolderTakeStore",
    "FrameRate",
    "GeneratorCard",
    "Job",
    "JobEvent",
    "ShotRequest",
    "StoredTake",
    "TakeStore",
    "pack_model",
    "request_hash",
]


def pack_model(path: Path, target: Path) -> None:
    """Writes a model file (.glb, .gltf, .obj) as one self-contained .glb for a ``CastMember``.

    Raises:
        BadMedia: it is no model, damaged, empty, too large, or needs files outside its folder.
    """
    from engine.world.assets import imported  # noqa: PLC0415 - loaded when first used

    imported.pack_model(path, target)


class _World:
    """Makes the world generator; nothing of it is loaded before it is first needed."""

    libraries = (
        "numpy",
        "scipy.linalg",
        "scipy.special",
        "scipy.ndimage",
        "scipy.spatial",
        "scipy.optimize",
        "scipy.interpolate",
        "scipy.stats",
        "scipy.signal",
        "PIL.Image",
        "av",
        "engine.media.resize",
        "engine.script.prompt",
        "engine.sound.perform",
        "engine.world.assets.places",
        "engine.world.renderer",
    )
    """In steps that are short enough to be stopped between."""

    def __call__(self) -> Generator:
        from engine.world.generator import WorldGenerator  # noqa: PLC0415 - loaded when first used

        return WorldGenerator()


class Engine(Closing):
    """Queues requests, runs them one after the other in a thread of its own, keeps the takes.

    Every method may be called from any thread.

    Args:
        store: where takes are kept and found again.
        generators: name -> what makes the generator; the world generator by default.
        work: folder for takes in the making; best on the store's disk.  None is the system's
            temporary folder.
    """

    def __init__(
        self,
        store: TakeStore,
        generators: Mapping[str, GeneratorFactory] | None = None,
        work: Path | None = None,
    ) -> None:
        self._generators = Generators(generators if generators is not None else {"world": _World()})
        worker = Worker(self._generators, store, work)
        self._queue = JobQueue(ThreadHost(worker), store)

    def submit(self, request: ShotRequest) -> str:
        """Queues a shot and returns its job's id at once; the rest comes as events.

        A take that is already kept for this request is announced as ``Done(from_cache=True)``
        before this returns.

        Raises:
            BadRequest: what is asked cannot be made, or by nobody.
            CannotHere: the engine was closed.
        """
        self._generators.check_name(request.generator)
        return self._queue.submit(request)

    def cancel(self, job_id: str) -> None:
        """Stops a job: a waiting one at once, a running one as soon as its generator looks up.

        Raises:
            BadRequest: there is no such job.
        """
        self._queue.cancel(job_id)

    def subscribe(self, callback: Callable[[JobEvent], None]) -> Callable[[], None]:
        """Calls ``callback`` with every later event, in order, from whichever thread makes it.

        Returns:
            A function that ends the subscription.
        """
        return self._queue.subscribe(callback)

    def jobs(self) -> tuple[Job, ...]:
        """All jobs, in the order in which they were submitted."""
        return self._queue.jobs()

    def forget_finished(self) -> None:
        """Drops finished jobs from ``jobs()``; their takes stay kept."""
        self._queue.forget_finished()

    def cards(self) -> tuple[GeneratorCard, ...]:
        """What each generator can take; loads the generators."""
        return self._generators.cards()

    def generate(
        self, request: ShotRequest, on_event: Callable[[JobEvent], None] | None = None
    ) -> StoredTake:
        """Makes one shot and waits for it.

        Args:
            request: what is asked.
            on_event: called in the calling thread with each event of this job.

        Raises:
            BadRequest: what is asked cannot be made.
            BadMedia: a file that the shot needs is missing or damaged.
            CannotHere: it failed here; the sentence says why and what to do.
            Cancelled: it was cancelled from elsewhere.
            RuntimeError: a fault of ours; the traceback is in the log.
        """
        self._generators.get(request.generator).check(request)
        events: queue.SimpleQueue[JobEvent] = queue.SimpleQueue()
        unsubscribe = self.subscribe(events.put)
        job_id = self.submit(request)
        try:
            return self._wait(job_id, events, on_event)
        except BaseException:
            self.cancel(job_id)
            raise
        finally:
            unsubscribe()

    def _wait(
        self,
        job_id: str,
        events: queue.SimpleQueue[JobEvent],
        on_event: Callable[[JobEvent], None] | None,
    ) -> StoredTake:
        while True:
            try:
                event = events.get(timeout=0.2)  # so that Ctrl-C is heard on every system
            except queue.Empty:
                continue
            if event.job_id != job_id:
                continue
            if on_event is not None:
                on_event(event)
            match event:
                case JobChanged(state=Done(take=take)):
                    return take
                case JobChanged(state=Failed() as failed):
                    raise _fault(failed)
                case JobChanged(state=JobCancelled()):
                    raise Cancelled

    def close(self) -> None:
        """Cancels what waits and runs; on return no thread of the engine is left."""
        self._queue.close()


def _fault(failed: Failed) -> Exception:
    """What the door raises for a job that failed."""
    match failed.kind:
        case "request":
            return BadRequest(failed.message)
        case "media":
            return BadMedia(failed.message)
        case "machine":
            return CannotHere(failed.message)
        case "bug":
            return RuntimeError(failed.message)
