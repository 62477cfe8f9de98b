"""Which way imports point, and what they pull in."""

from __future__ import annotations

import json
import subprocess
import sys
import time

import pytest

from tests.architecture.sources import ROOT

HEAVY = {"torch", "diffusers", "transformers", "sapien", "moderngl", "scipy", "av", "cv2"}


def loaded_by(module: str) -> tuple[set[str], float]:
    """Top-level packages in a fresh interpreter after importing a module, and the seconds."""
    code = (
        "import sys, json; before = set(sys.modules);"
        f"import {module}; print(json.dumps(sorted({{m.split('.')[0] for m in sys.modules}})))"
    )
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout)), time.perf_counter() - start


def test_every_import_follows_the_arrow() -> None:
    lint = "from importlinter.cli import lint_imports_command as lint; lint()"
    done = subprocess.run(
        [sys.executable, "-c", lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "module", ["engine", "studio", "studio.__main__", "studio.automation.cli", "studio.app"]
)
def test_importing_loads_nothing_heavy(module: str) -> None:
    loaded, seconds = loaded_by(module)
    print(f"import {module}: {seconds:.2f} s with the interpreter's own start")
    assert loaded & HEAVY == set()


@pytest.mark.parametrize(
    "module", ["engine", "studio.document", "studio.document.edits", "studio.document.files",
               "studio.library", "studio.automation.cli", "studio.automation.commands.generate"]
)  # fmt: skip
def test_what_needs_no_window_loads_no_qt(module: str) -> None:
    loaded, _ = loaded_by(module)
    assert not loaded & {"PySide6", "shiboken6", "pyqtgraph"}
