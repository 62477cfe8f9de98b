"""Jobs from submission to their last state, with real files and a real thread."""

from __future__ import annotations

import errno
import os
import pickle
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from engine import BadRequest, Engine, FolderTakeStore, errors
from engine.errors import BadMedia, CannotHere
from engine.events import (
    Cancelled,
    Cancelling,
    Done,
    Failed,
    JobChanged,
    JobEvent,
    JobState,
    Loading,
    PreviewArrived,
    Queued,
    Running,
)
from engine.generation import GeneratedTake
from engine.request import ShotRequest
from engine.runtime.generators import Generators
from tests.contracts.take_store import a_request
from tests.fakes.quick_generator import QuickGenerator


class Listener:
    """Writes down events and waits for what is expected."""

    def __init__(self) -> None:
        self.events: list[tuple[float, JobEvent]] = []
        self._changed = threading.Condition()

    def __call__(self, event: JobEvent) -> None:
        with self._changed:
            self.events.append((time.monotonic(), event))
            self._changed.notify_all()

    def states(self, job_id: str) -> list[JobState]:
        return [
            event.state
            for _, event in self.events
            if isinstance(event, JobChanged) and event.job_id == job_id
        ]

    def previews(self, job_id: str) -> list[tuple[float, PreviewArrived]]:
        return [
            (when, event)
            for when, event in self.events
            if isinstance(event, PreviewArrived) and event.job_id == job_id
        ]

    def when(self, job_id: str, kind: type) -> float:
        return next(
            when
            for when, event in self.events
            if isinstance(event, JobChanged)
            and event.job_id == job_id
            and isinstance(event.state, kind)
        )

    def wait(self, job_id: str, *kinds: type) -> JobState:
        def reached() -> bool:
            return any(isinstance(state, kinds) for state in self.states(job_id))

        with self._changed:
            assert self._changed.wait_for(reached, timeout=30), self.states(job_id)
        return next(state for state in self.states(job_id) if isinstance(state, kinds))


FINAL = (Done, Failed, Cancelled)


class Studio:
    """An engine with a quick generator, its store and a listener."""

    def __init__(self, root: Path, generator: QuickGenerator, store: FolderTakeStore) -> None:
        self.work = root / "work"
        self.generator = generator
        self.engine = Engine(store, {"world": lambda: generator}, work=self.work)
        self.listener = Listener()
        self.engine.subscribe(self.listener)

    def finish(self, request: ShotRequest) -> JobState:
        return self.listener.wait(self.engine.submit(request), *FINAL)


@pytest.fixture
def studio(tmp_path: Path):
    opened: list[Studio] = []

    def open_studio(
        fail: Callable[[int], None] | None = None,
        frame_s: float = 0.01,
        store: FolderTakeStore | None = None,
    ) -> Studio:
        made = Studio(
            tmp_path,
            QuickGenerator(frame_s=frame_s, fail=fail),
            store or FolderTakeStore(tmp_path / "store"),
        )
        opened.append(made)
        return made

    yield open_studio
    for one in opened:
        one.engine.close()
    assert not [thread for thread in threading.enumerate() if "storyreel" in thread.name]


def test_a_job_goes_through_its_states_in_order(studio) -> None:
    one = studio()
    job_id = one.engine.submit(a_request(frame_count=12))
    one.listener.wait(job_id, *FINAL)
    kinds = [type(state) for state in one.listener.states(job_id)]
    assert kinds[:2] == [Queued, Loading]
    assert set(kinds[2:-1]) == {Running}
    assert kinds[-1] is Done


def test_progress_never_falls_back_and_ends_near_one(studio) -> None:
    one = studio()
    job_id = one.engine.submit(a_request(frame_count=30))
    one.listener.wait(job_id, *FINAL)
    fractions = [s.fraction for s in one.listener.states(job_id) if isinstance(s, Running)]
    assert fractions == sorted(fractions)
    assert fractions[-1] > 0.9


def test_a_take_is_in_the_store_before_done_is_announced(studio, tmp_path: Path) -> None:
    one = studio()
    found: list[bool] = []

    def look(event: JobEvent) -> None:
        if isinstance(event, JobChanged) and isinstance(event.state, Done):
            store = FolderTakeStore(tmp_path / "store")
            found.append(store.find(event.state.take.request_hash) == event.state.take)

    one.engine.subscribe(look)
    one.finish(a_request())
    one.engine.close()
    assert found == [True]


def test_jobs_run_one_after_the_other_in_order(studio) -> None:
    one = studio()
    requests = [a_request(f"shot {number}") for number in range(4)]
    job_ids = [one.engine.submit(request) for request in requests]
    for job_id in job_ids:
        assert isinstance(one.listener.wait(job_id, *FINAL), Done)
    assert one.generator.made == requests
    assert [job.job_id for job in one.engine.jobs()] == job_ids


def test_the_same_request_again_comes_from_the_cache_at_once(studio) -> None:
    one = studio()
    first = one.finish(a_request())
    job_id = one.engine.submit(a_request())
    assert one.listener.states(job_id) == [Queued(), Done(take=first.take, from_cache=True)]
    assert len(one.generator.made) == 1


def test_the_same_request_queued_twice_is_made_once(studio) -> None:
    one = studio()
    first, second = one.engine.submit(a_request()), one.engine.submit(a_request())
    made = one.listener.wait(first, *FINAL)
    again = one.listener.wait(second, *FINAL)
    assert not made.from_cache
    assert again == Done(take=made.take, from_cache=True)
    assert len(one.generator.made) == 1


def test_another_seed_is_another_take(studio) -> None:
    one = studio()
    assert one.finish(a_request(seed=1)).take.picture_sha256 != (
        one.finish(a_request(seed=2)).take.picture_sha256
    )


def test_a_waiting_job_is_cancelled_at_once(studio) -> None:
    one = studio()
    running = one.engine.submit(a_request("long", frame_count=500))
    waiting = one.engine.submit(a_request("waits"))
    one.listener.wait(running, Running)
    one.engine.cancel(waiting)
    assert one.listener.states(waiting) == [Queued(), Cancelled()]
    one.engine.cancel(running)
    one.listener.wait(running, *FINAL)
    one.engine.close()
    assert one.generator.made == []


def test_a_running_job_says_cancelling_at_once_and_keeps_nothing(studio, tmp_path: Path) -> None:
    one = studio(frame_s=0.2)
    job_id = one.engine.submit(a_request(frame_count=500))
    one.listener.wait(job_id, Running)
    one.engine.cancel(job_id)
    assert Cancelling() in one.listener.states(job_id)
    assert isinstance(one.listener.wait(job_id, *FINAL), Cancelled)
    assert list((tmp_path / "store" / "media").rglob("*.*")) == []
    assert list(one.work.iterdir()) == []


def test_no_progress_is_told_after_cancelling(studio) -> None:
    one = studio()
    job_id = one.engine.submit(a_request(frame_count=500))
    one.listener.wait(job_id, Running)
    one.engine.cancel(job_id)
    one.listener.wait(job_id, *FINAL)
    states = one.listener.states(job_id)
    assert states[states.index(Cancelling()) :] == [Cancelling(), Cancelled()]


def test_cancelling_a_finished_job_changes_nothing(studio) -> None:
    one = studio()
    job_id = one.engine.submit(a_request())
    one.listener.wait(job_id, *FINAL)
    before = one.engine.jobs()
    one.engine.cancel(job_id)
    assert one.engine.jobs() == before


def test_an_unknown_job_cannot_be_cancelled(studio) -> None:
    with pytest.raises(BadRequest, match="no job abc"):
        studio().engine.cancel("abc")


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (CannotHere("There is no OpenGL; install a driver."), "There is no OpenGL"),
        (BadMedia("cat.png is damaged; choose another file."), "cat.png is damaged"),
        (OSError(errno.ENOSPC, "No space left on device"), "is full; free some space"),
        (PermissionError(errno.EACCES, "Permission denied"), "cannot be written to"),
        (MemoryError(), "not enough memory"),
    ],
)
def test_known_trouble_ends_a_job_in_words_and_the_next_one_runs(
    studio, trouble: BaseException, words: str
) -> None:
    state = {"armed": True}

    def fail(frame: int) -> None:
        if state.pop("armed", False):
            raise trouble

    one = studio(fail)
    broken = one.engine.submit(a_request("one"))
    healthy = one.engine.submit(a_request("two"))
    failed = one.listener.wait(broken, *FINAL)
    assert isinstance(failed, Failed)
    assert words in failed.message
    assert not failed.is_bug
    assert isinstance(one.listener.wait(healthy, *FINAL), Done)
    assert list(one.work.iterdir()) == []


def test_a_bug_is_logged_once_and_the_next_job_runs(studio, caplog) -> None:
    state = {"armed": True}

    def fail(frame: int) -> None:
        if state.pop("armed", False):
            raise KeyError("a bug")

    one = studio(fail)
    broken = one.engine.submit(a_request("one"))
    healthy = one.engine.submit(a_request("two"))
    failed = one.listener.wait(broken, *FINAL)
    assert isinstance(failed, Failed)
    assert failed.is_bug
    assert "KeyError" not in failed.message
    assert isinstance(one.listener.wait(healthy, *FINAL), Done)
    assert len([record for record in caplog.records if record.exc_info]) == 1
    caplog.clear()


def test_a_refused_request_fails_in_the_generators_words(studio) -> None:
    failed = studio().finish(a_request("unmakeable"))
    assert failed == Failed(
        message="Test pictures cannot show this; write another prompt.",
        is_bug=False,
        kind="request",
    )


def test_a_request_for_another_version_says_which_there_is(studio) -> None:
    failed = studio().finish(a_request(generator_version="7"))
    assert isinstance(failed, Failed)
    assert "version 7" in failed.message
    assert "version 2" in failed.message


def test_a_missing_picture_fails_in_words(studio) -> None:
    failed = studio().finish(a_request(image_sha256="a" * 64))
    assert isinstance(failed, Failed)
    assert not failed.is_bug
    assert "a" * 12 in failed.message


class FullStore(FolderTakeStore):
    """A store whose disk is full."""

    def keep(self, request: ShotRequest, made: GeneratedTake):
        raise CannotHere("The disk is full; free some space.")


def test_a_full_store_loses_the_take_in_words(studio, tmp_path: Path) -> None:
    one = studio(store=FullStore(tmp_path / "full"))
    assert one.finish(a_request()) == Failed(
        message="The disk is full; free some space.", is_bug=False
    )
    assert list(one.work.iterdir()) == []


def test_a_failing_listener_stops_neither_the_queue_nor_the_others(studio, caplog) -> None:
    one = studio()

    def broken(event: JobEvent) -> None:
        raise RuntimeError("a listener's bug")

    one.engine.subscribe(broken)
    late = Listener()
    one.engine.subscribe(late)
    job_id = one.engine.submit(a_request())
    assert isinstance(late.wait(job_id, *FINAL), Done)
    assert "a listener's bug" in caplog.text
    one.engine.close()
    caplog.clear()


def test_a_listener_may_submit_and_cancel(studio) -> None:
    one = studio()
    follow: list[str] = []

    def chain(event: JobEvent) -> None:
        if isinstance(event, JobChanged) and isinstance(event.state, Done) and not follow:
            follow.append(one.engine.submit(a_request("second")))
            one.engine.cancel(one.engine.submit(a_request("third")))

    one.engine.subscribe(chain)
    one.finish(a_request("first"))
    deadline = time.monotonic() + 20
    while not follow and time.monotonic() < deadline:
        time.sleep(0.01)
    assert isinstance(one.listener.wait(follow[0], *FINAL), Done)


def test_all_listeners_hear_the_same_order(studio) -> None:
    one = studio()
    second = Listener()
    one.engine.subscribe(second)
    job_ids = [one.engine.submit(a_request(f"shot {number}")) for number in range(3)]
    for job_id in job_ids:
        one.listener.wait(job_id, *FINAL)
    one.engine.close()
    assert [event for _, event in one.listener.events] == [event for _, event in second.events]


def test_unsubscribing_ends_the_events(studio) -> None:
    one = studio()
    other = Listener()
    unsubscribe = one.engine.subscribe(other)
    unsubscribe()
    one.finish(a_request())
    assert other.events == []


def test_previews_are_small_and_not_too_many(studio) -> None:
    one = studio(frame_s=0.005)
    job_id = one.engine.submit(a_request(frame_count=120, width_px=1280, height_px=96))
    one.listener.wait(job_id, *FINAL)
    previews = one.listener.previews(job_id)
    assert previews
    for _, preview in previews:
        assert preview.width_px <= 480
        assert len(preview.rgb) == preview.width_px * preview.height_px * 3
    span_s = one.listener.when(job_id, Done) - one.listener.when(job_id, Loading)
    assert len(previews) <= 10 * span_s + 1


def test_events_can_be_sent_to_another_process(studio) -> None:
    one = studio()
    one.finish(a_request(frame_count=12))
    one.engine.close()
    events = [event for _, event in one.listener.events]
    assert pickle.loads(pickle.dumps(events)) == events


def test_closing_cancels_everything_and_leaves_no_thread(studio) -> None:
    one = studio()
    running = one.engine.submit(a_request("long", frame_count=500))
    waiting = one.engine.submit(a_request("waits"))
    one.listener.wait(running, Running)
    one.engine.close()
    assert one.listener.states(running)[-1] == Cancelled()
    assert one.listener.states(waiting)[-1] == Cancelled()
    assert not [thread for thread in threading.enumerate() if "storyreel" in thread.name]
    one.engine.close()


def test_forgotten_jobs_leave_the_list_and_their_takes_stay(studio) -> None:
    one = studio()
    done = one.finish(a_request())
    one.engine.forget_finished()
    assert one.engine.jobs() == ()
    assert one.finish(a_request()) == Done(take=done.take, from_cache=True)


def test_work_left_by_a_crash_a_day_ago_is_removed_and_fresh_work_is_not(
    studio, tmp_path: Path
) -> None:
    one = studio()
    for name, age_s in (("storyreel-job-old", 90_000), ("storyreel-job-new", 60), ("notes", 1e6)):
        folder = one.work / name
        folder.mkdir(parents=True)
        (folder / "picture.mp4").touch()
        os.utime(folder, (time.time() - age_s, time.time() - age_s))
    one.finish(a_request())
    assert {path.name for path in one.work.iterdir()} == {"storyreel-job-new", "notes"}


def test_a_generator_is_loaded_in_steps_that_can_be_stopped_between() -> None:
    asked: list[int] = []

    class Heavy:
        libraries = ("json", "csv", "wave")

        def __call__(self) -> QuickGenerator:
            raise AssertionError("made although it was stopped")

    def stop_at_the_third() -> None:
        asked.append(len(asked))
        if len(asked) == 3:
            raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        Generators({"heavy": Heavy()}).load("heavy", stop_at_the_third)
    assert len(asked) == 3
