"""``python -m tests.benchmarks [NAMES...]``: measures, and prints one table.

A benchmark is a module of this folder with ``measure() -> list[(name, value, unit)]``.
"""

from __future__ import annotations

import importlib
import os
import platform
import sys
import time
from collections.abc import Callable
from pathlib import Path

FOLDER = Path(__file__).parent
Row = tuple[str, float, str]


def benchmarks() -> dict[str, Callable[[], list[Row]]]:
    """Name -> what measures it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = {}
    for path in sorted(FOLDER.glob("[!_]*.py")):
        module = importlib.import_module(f"tests.benchmarks.{path.stem}")
        if hasattr(module, "measure"):
            found[path.stem] = module.measure
    return found


def machine() -> list[tuple[str, str]]:
    """What the figures hang on."""
    from engine.world.renderer.context import open_context

    processor = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [line.split(":")[1].strip() for line in info.read_text().splitlines()
                 if line.startswith("model name")]  # fmt: skip
        processor = names[0] if names else processor
    context, _ = open_context()
    renderer = context.info["GL_RENDERER"]
    context.release()
    return [
        ("processor", f"{processor}, {os.cpu_count()} cores"),
        ("OpenGL", renderer),
        ("Python", f"{platform.python_version()} on {platform.platform()}"),
    ]


def main(names: list[str]) -> int:
    """Runs those named, or all; returns the exit code."""
    known = benchmarks()
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"No benchmark {', '.join(unknown)}; there are: {', '.join(known)}.", file=sys.stderr)
        return 2
    rows: list[Row] = []
    for name in names or known:
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        start_s = time.perf_counter()
        rows += known[name]()
        print(f"  {time.perf_counter() - start_s:.0f} s", file=sys.stderr, flush=True)
    width = max(len(name) for name, _, _ in rows)
    for title, words in machine():
        print(f"{title:{width}}  {words}")
    print()
    for name, value, unit in rows:
        print(f"{name:{width}}  {value:12.3f} {unit}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
