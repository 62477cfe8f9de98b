"""``storyreel doctor``: what this machine has, what is missing, what to do about it."""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Literal

import msgspec

from engine import CannotHere
from studio.automation.terminal import write_json
from studio.library import Library, default_library_root

TRIAL_TIMEOUT_S = 60
LOW_DISK_BYTES = 2_000_000_000

State = Literal["ok", "note", "missing"]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was looked at.

    Attributes:
        state: ``ok``; ``note`` when Storyreel works without it; ``missing`` when it does not.
        advice: what to do; empty when all is well.
    """

    name: str
    state: State
    found: str
    advice: str = ""


def run(options: argparse.Namespace) -> int:
    """Looks at everything; 1 when something that is needed is missing."""
    looks: list[Callable[[], Finding]] = [
        _python,
        _qt,
        _opengl,
        _gpu,
        _physics,
        _speech,
        _video,
        _sound_device,
        lambda: _disk(options.library),
        lambda: _library(options.library),
    ]
    with ThreadPoolExecutor(max_workers=4) as pool:
        findings = list(pool.map(lambda look: look(), looks))
    healthy = all(finding.state != "missing" for finding in findings)
    if options.json:
        write_json({"ok": healthy, "checks": [msgspec.to_builtins(each) for each in findings]})
    else:
        for each in findings:
            advice = f"\n{'':18}{each.advice}" if each.advice else ""
            print(f"{each.state:8}{each.name + ':':10}{each.found}{advice}")
    return 0 if healthy else 1


def _tried(name: str, program: str, without: State, advice: str) -> Finding:
    """Runs a few lines of Python in a process of their own, where a crash harms nobody.

    Args:
        program: prints what it found; fails when there is nothing.
        without: the state when it fails.
        advice: what to do then.
    """
    environment = os.environ | {"PYTHONWARNINGS": "ignore"}
    try:
        done = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=TRIAL_TIMEOUT_S,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired:
        found = f"gave no answer within {TRIAL_TIMEOUT_S} s"
        return Finding(name=name, state=without, found=found, advice=advice)
    if done.returncode == 0 and done.stdout.strip():
        return Finding(name=name, state="ok", found=" ".join(done.stdout.split()))
    last = (done.stderr.strip().splitlines() or ["it crashed"])[-1]
    return Finding(name=name, state=without, found=f"not usable ({last[:120]})", advice=advice)


def _python() -> Finding:
    found = f"{platform.python_version()} on {platform.platform(terse=True)}"
    return Finding(name="Python", state="ok", found=found)


def _qt() -> Finding:
    return _tried(
        "Qt",
        "import PySide6, PySide6.QtWidgets, PySide6.QtCore as c;"
        "print('PySide6', PySide6.__version__, 'with Qt', c.qVersion())",
        "missing",
        "Run packaging/bootstrap.py again; on Debian or Ubuntu it names the system packages.",
    )


def _opengl() -> Finding:
    backend = "backend='egl'" if sys.platform.startswith("linux") else ""
    return _tried(
        "OpenGL",
        f"import moderngl; c = moderngl.create_context(standalone=True, require=330, {backend});"
        "i = c.info; print(i['GL_RENDERER'] + ',', i['GL_VERSION'].split(' (')[0])",
        "missing",
        "Install a graphics driver with OpenGL 3.3; on Debian or Ubuntu: apt install libegl1 "
        "libgl1-mesa-dri.",
    )


def _gpu() -> Finding:
    torch = _version("torch")
    program = shutil.which("nvidia-smi")
    if program is not None:
        done = subprocess.run(
            [program, "--query-gpu=name,memory.total", "--format=csv,noheader"],
            capture_output=True,
            text=True,
            timeout=TRIAL_TIMEOUT_S,
            check=False,
        )
        if done.returncode == 0 and done.stdout.strip():
            found = f"{'; '.join(done.stdout.strip().splitlines())}; torch {torch}"
            return Finding(name="GPU", state="ok", found=found)
    return Finding(
        name="GPU",
        state="note",
        found=f"no CUDA GPU; torch {torch}",
        advice="Not needed: the world generator works without one.",
    )


def _physics() -> Finding:
    return _tried(
        "Physics",
        "import importlib.metadata as m, sapien.physx; print('sapien', m.version('sapien'))",
        "missing",
        "Run packaging/bootstrap.py again: the package sapien is needed.",
    )


def _speech() -> Finding:
    return _tried(
        "Speech",
        "import importlib.metadata as m, hibari; print('hibari-tts', m.version('hibari-tts'))",
        "missing",
        "Run packaging/bootstrap.py again: the package hibari-tts is needed.",
    )


def _video() -> Finding:
    return _tried(
        "Video",
        "import av; names = ('libx264', 'aac'); [av.Codec(n, 'w') for n in names];"
        "print('PyAV', av.__version__, 'with', ', '.join(names))",
        "missing",
        "Run packaging/bootstrap.py again: the package av with H.264 and AAC is needed.",
    )


def _sound_device() -> Finding:
    """What films are heard through; without it they play silently and are exported with sound."""
    tried = _tried(
        "Sound",
        "import sounddevice as s; found = [d['name'] for d in s.query_devices() "
        "if d['max_output_channels'] > 0]; print(found[0] if found else 'NONE')",
        "note",
        "Films play silently here and are exported with sound; on Debian or Ubuntu: apt install "
        "libportaudio2.",
    )
    if tried.found != "NONE":
        return tried
    return Finding(
        name="Sound",
        state="note",
        found="no sound device",
        advice="Not needed: films play silently here and are exported with sound.",
    )


def _disk(chosen: Path | None) -> Finding:
    folder = chosen if chosen is not None else default_library_root()
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    free_bytes = shutil.disk_usage(folder).free
    found = f"{free_bytes / 1e9:.1f} GB free on the library's disk"
    if free_bytes >= LOW_DISK_BYTES:
        return Finding(name="Disk", state="ok", found=found)
    advice = "Free some space: a film of a few minutes needs about 2 GB."
    return Finding(name="Disk", state="note", found=found, advice=advice)


def _library(chosen: Path | None) -> Finding:
    root = chosen if chosen is not None else default_library_root()
    try:
        with Library(root) as library:
            files, size_bytes = library.media.totals()
            takes = library.takes.count()
    except CannotHere as error:
        return Finding(name="Library", state="missing", found=str(root), advice=str(error))
    found = f"{root}: {takes} takes, {files} files, {size_bytes / 1e6:.0f} MB"
    return Finding(name="Library", state="ok", found=found)


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "is not installed"
