"""The engine's door: what a library user sees, and that the door is light."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from engine import (
    BadMedia,
    BadRequest,
    Cancelled,
    CannotHere,
    Engine,
    FolderTakeStore,
    request_hash,
)
from engine.events import JobChanged, PreviewArrived, Running
from tests.contracts.take_store import a_request
from tests.fakes.quick_generator import QuickGenerator


@pytest.fixture
def engine(tmp_path: Path):
    store = FolderTakeStore(tmp_path / "store")
    with Engine(store, {"world": QuickGenerator}, work=tmp_path / "work") as engine:
        yield engine


def test_generate_returns_the_kept_take(engine: Engine, tmp_path: Path) -> None:
    request = a_request("a red ball")
    take = engine.generate(request)
    assert take.request_hash == request_hash(request)
    assert FolderTakeStore(tmp_path / "store").find(take.request_hash) == take


def test_generate_tells_its_own_events_in_the_callers_thread(engine: Engine) -> None:
    seen = []
    engine.generate(a_request(), seen.append)
    assert any(isinstance(event, PreviewArrived) for event in seen)
    assert any(isinstance(event, JobChanged) and isinstance(event.state, Running) for event in seen)
    assert len({event.job_id for event in seen}) == 1


def test_generate_refuses_what_the_generator_refuses(engine: Engine) -> None:
    with pytest.raises(BadRequest, match="Test pictures"):
        engine.generate(a_request("unmakeable"))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"frame_count": 0}, "0 frames"),
        ({"frame_count": 24 * 36_000}, "at most 600 s"),
        ({"width_px": 63}, "63x64"),
        ({"width_px": 65}, "65x64"),
        ({"generator": "dream"}, '"dream"'),
    ],
)
def test_impossible_shots_are_refused_at_the_door(
    engine: Engine, changes: dict[str, object], words: str
) -> None:
    with pytest.raises(BadRequest, match=words):
        engine.submit(a_request(**changes))
    assert engine.jobs() == ()


def test_an_empty_prompt_is_refused_at_the_door(engine: Engine) -> None:
    with pytest.raises(BadRequest):
        engine.submit(a_request("   "))


def test_a_fault_of_ours_is_no_engine_error(tmp_path: Path, caplog) -> None:
    def fail(frame: int) -> None:
        raise ZeroDivisionError("a bug")

    store = FolderTakeStore(tmp_path / "store")
    with (
        Engine(store, {"world": lambda: QuickGenerator(fail=fail)}) as engine,
        pytest.raises(RuntimeError, match="fault in Storyreel"),
    ):
        engine.generate(a_request())
    assert sum("ZeroDivisionError" in (record.exc_text or "") for record in caplog.records) == 1
    caplog.clear()


def test_trouble_of_the_machine_is_raised_in_words(tmp_path: Path) -> None:
    def fail(frame: int) -> None:
        raise MemoryError

    store = FolderTakeStore(tmp_path / "store")
    with (
        Engine(store, {"world": lambda: QuickGenerator(fail=fail)}) as engine,
        pytest.raises(CannotHere, match="not enough memory"),
    ):
        engine.generate(a_request())


def test_generate_raises_cancelled_when_the_engine_is_closed(tmp_path: Path) -> None:
    engine = Engine(FolderTakeStore(tmp_path / "store"), {"world": QuickGenerator})

    def stop(event: object) -> None:
        if isinstance(event, JobChanged) and isinstance(event.state, Running):
            engine.close()

    with pytest.raises(Cancelled):
        engine.generate(a_request(frame_count=400), stop)
    with pytest.raises(CannotHere, match="closed"):
        engine.submit(a_request())


def test_an_interrupted_generate_leaves_no_running_job(engine: Engine) -> None:
    def interrupt(event: object) -> None:
        if isinstance(event, PreviewArrived):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        engine.generate(a_request(frame_count=2000), interrupt)
    engine.close()
    assert all(job.is_finished for job in engine.jobs())


def test_cards_say_what_generators_can_do(engine: Engine) -> None:
    (card,) = engine.cards()
    assert card.name == "world"
    assert card.reasons["camera"]


def test_importing_the_engine_loads_nothing_heavy() -> None:
    heavy = ["torch", "av", "cv2", "scipy", "sapien", "moderngl", "PIL", "PySide6", "sqlite3"]
    code = f"import sys, engine; print([name for name in {heavy} if name in sys.modules])"
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("fault", [BadMedia, BadRequest, CannotHere])
def test_the_kind_of_a_fault_in_the_making_is_kept(tmp_path: Path, fault: type[Exception]) -> None:
    def fail(frame: int) -> None:
        raise fault("“cat.png” is damaged: choose another picture.")

    store = FolderTakeStore(tmp_path / "store")
    with (
        Engine(store, {"world": lambda: QuickGenerator(fail=fail)}) as engine,
        pytest.raises(fault, match=r"cat\.png"),
    ):
        engine.generate(a_request())
