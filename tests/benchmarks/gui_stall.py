"""How late a 5 ms timer of the window's thread comes while the world generator works beside it."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from tests.benchmarks import driven_window


def measure() -> list[tuple[str, float, str]]:
    """(name, value, unit): the longest stall and how often, at rest and during a 640x360 job."""
    with (
        tempfile.TemporaryDirectory() as folder,
        driven_window.start("stall", Path(folder) / "library") as process,
    ):
        assert process.stdout is not None
        said = [json.loads(line) for line in process.stdout][-1]
    rows = []
    for name, late_s in (("at rest", said["idle_s"]), ("during a job", said["busy_s"])):
        late_ms = sorted(1000 * each for each in late_s)
        rows += [
            (f"GUI thread, longest stall {name}", late_ms[-1], "ms"),
            (f"GUI thread, 99.9th per cent {name}", late_ms[int(len(late_ms) * 0.999) - 1], "ms"),
            (f"GUI thread, stalls over 50 ms {name}", sum(ms > 50 for ms in late_ms), "times"),
        ]
    return rows
