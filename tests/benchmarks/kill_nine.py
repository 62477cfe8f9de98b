"""What is lost when the window is killed at a random moment while it edits and makes takes."""

from __future__ import annotations

import json
import random
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from studio.document.journal import find_recoverable
from studio.library import Library
from tests.benchmarks import driven_window

KILLS = 10


def measure() -> list[tuple[str, float, str]]:
    """(name, value, unit): the oldest edit lost before the kill, and takes that were lost."""
    chance = random.Random(9)
    lost_s, lost_takes, takes, unopened = [], 0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(KILLS):
            library = Path(folder) / str(number)
            said, killed_s = _killed_after(library, chance.uniform(1.0, 3.5))
            edits = {each["edit"]: each["at_s"] for each in said if "edit" in each}
            hashes = {each["take"] for each in said if "take" in each}
            takes += len(hashes)
            lost_takes += _lost_takes(library, hashes)
            kept = _last_edit(library)
            if kept is None:
                unopened += 1
                continue
            missing = [at_s for edit, at_s in edits.items() if edit > kept]
            lost_s.append(killed_s - min(missing) if missing else 0.0)
    return [
        ("kill -9: oldest lost edit, worst", max(lost_s, default=0.0), "s"),
        ("kill -9: films that did not come back", unopened, f"of {KILLS}"),
        ("kill -9: takes lost", lost_takes, f"of {takes}"),
    ]


def _killed_after(library: Path, wait_s: float) -> tuple[list[dict[str, Any]], float]:
    """Lines of a window that was killed some time after its first edit, and when."""
    lines: list[str] = []
    with driven_window.start("edit", library) as process:
        assert process.stdout is not None
        lines.append(process.stdout.readline())
        reader = threading.Thread(target=lines.extend, args=(process.stdout,))
        reader.start()
        time.sleep(wait_s)
        killed_s = time.time()
        process.kill()
        reader.join()
    whole = [line for line in lines if line.endswith("\n")]
    return [json.loads(line) for line in whole], killed_s


def _lost_takes(library: Path, hashes: set[str]) -> int:
    with Library(library) as opened:
        found = [opened.takes.find(each) for each in hashes]
        return sum(take is None or not opened.media.has(take.picture_sha256) for take in found)


def _last_edit(library: Path) -> int | None:
    """Number of the last edit in what the window would offer to recover."""
    with Library(library) as opened:
        offered = find_recoverable(opened.journals)
    if not offered:
        return None
    return int(offered[0].film.project.shots[0].request.prompt.split()[1])
