"""How long ``storyreel`` takes until its window is painted, off screen, from a warm disk."""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path

from tests.benchmarks import driven_window

STARTS = 5


def measure() -> list[tuple[str, float, str]]:
    """(name, value, unit): the first start in a new library, and the median of the later ones."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        taken = [_start_s(library) for _ in range(STARTS + 1)]
    later = sorted(taken[1:])
    return [
        ("window painted, first start", taken[0], "s"),
        ("window painted, median of later starts", later[len(later) // 2], "s"),
        ("window painted, slowest later start", later[-1], "s"),
    ]


def _start_s(library: Path) -> float:
    begun_s = time.time()
    with driven_window.start("show", library) as process:
        assert process.stdout is not None
        said = [json.loads(line) for line in process.stdout]
    return float(said[0]["at_s"] - begun_s)
