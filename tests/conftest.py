"""Guards around every test: no log records from WARNING up, no threads left, no widgets left.

Python warnings are errors by ``filterwarnings``; Qt's own messages fail a test by
``qt_log_level_fail`` (both in ``pyproject.toml``).
"""

from __future__ import annotations

import gc
import logging
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# Machines are noisy: no example is judged by its time; in CI the same examples are tried each run.
settings.register_profile(
    "storyreel",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("storyreel")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

LIBRARY_THREADS = ("Dummy", "pydev")
GRACE_S = 3.0


class _Collector(logging.Handler):
    """Keeps what was logged from WARNING up."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test fails when anything is logged at WARNING or above, unless it reads ``caplog``."""
    if "caplog" in request.fixturenames:
        yield
        return
    collector = _Collector()
    root = logging.getLogger()
    root.addHandler(collector)
    yield
    root.removeHandler(collector)
    said = [record.getMessage() for record in collector.records]
    assert not said, f"logged: {said}"


@pytest.fixture(autouse=True)
def no_threads_left() -> Iterator[None]:
    """A test joins the threads that it starts."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + GRACE_S
    while True:
        left = [
            thread
            for thread in threading.enumerate()
            if thread not in before
            and thread.is_alive()
            and not thread.name.startswith(LIBRARY_THREADS)
        ]
        if not left or time.monotonic() > deadline:
            break
        time.sleep(0.02)
    assert not left, f"threads left running: {[thread.name for thread in left]}"


def _visible_windows() -> list[QWidget]:
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return []
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


@pytest.fixture(autouse=True)
def no_windows_left() -> Iterator[None]:
    """A test closes the windows that it opens."""
    yield
    if "PySide6.QtWidgets" not in sys.modules:
        return
    if _visible_windows():
        gc.collect()  # a window that nobody holds any more is only waiting for this
    left = _visible_windows()
    names = [type(widget).__name__ for widget in left]
    for widget in left:
        widget.close()  # it is this test's fault, not the next one's
    assert not left, f"windows left open: {names}"


@pytest.fixture(autouse=True)
def own_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has a library of its own; nobody's real one is touched."""
    folder = tmp_path / "library"
    monkeypatch.setenv("STORYREEL_LIBRARY", str(folder))
    return folder
