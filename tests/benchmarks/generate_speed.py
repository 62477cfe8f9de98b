"""What a shot costs: from a cold process through the command line, warm, and at 1280x720."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROMPT = "A red ball bounces on a wooden table in a room"
LARGE_FRAMES = 36


def measure() -> list[tuple[str, float, str]]:
    """(name, value, unit): seconds a shot of 5 s, seconds a frame."""
    with tempfile.TemporaryDirectory() as folder:
        cold_s = _cold_s(Path(folder))
        warm_s, large_s = _warm_s(Path(folder) / "takes")
    return [
        ("generate 5 s, 640x360, 24 fps, cold process", cold_s, "s"),
        ("generate 5 s, 640x360, 24 fps, second of a process", warm_s, "s"),
        ("generate 1280x720, with its sound and file", large_s / LARGE_FRAMES, "s/frame"),
    ]


def _cold_s(folder: Path) -> float:
    words = ["generate", PROMPT, "-o", str(folder / "out.mp4"), "--no-cache"]
    place = ["--library", str(folder / "library"), "--seconds", "5", "--size", "640x360"]
    start_s = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "studio", *words, *place, "--fps", "24"],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return time.perf_counter() - start_s


def _warm_s(folder: Path) -> tuple[float, float]:
    """Seconds of the second small shot of this process, and of a large one after it."""
    from engine import Engine, FolderTakeStore, FrameRate, ShotRequest

    def request(seed: int, frames: int, width_px: int, height_px: int) -> ShotRequest:
        return ShotRequest(
            prompt=PROMPT,
            frame_count=frames,
            rate=FrameRate(24),
            width_px=width_px,
            height_px=height_px,
            seed=seed,
        )

    taken = []
    with Engine(FolderTakeStore(folder)) as engine:
        for shot in (
            request(0, 12, 640, 360),
            request(1, 120, 640, 360),
            request(2, LARGE_FRAMES, 1280, 720),
        ):
            start_s = time.perf_counter()
            engine.generate(shot)
            taken.append(time.perf_counter() - start_s)
    return taken[1], taken[2]
