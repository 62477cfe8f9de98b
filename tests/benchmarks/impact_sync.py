"""How far an impact that is heard in the file lies from the contact that was simulated.

Shots are made by the command line, which also writes their contacts down; the mp4 is decoded and an
onset is looked for near each contact that stands alone and is loud enough to be told apart.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from engine.media.probe import probe
from engine.media.sound import read_sound
from engine.sound.score import Stereo
from engine.timing import SAMPLE_RATE_HZ
from tests.benchmarks.sound_onsets import onset_near

ROOT = Path(__file__).resolve().parents[2]
PROMPTS = (
    "A rubber ball drops onto a wooden table and bounces",
    "A basketball bounces on a court",
    "A glass bottle falls onto a stone floor in a kitchen",
)
FPS = 24
ALONE_S = 0.15
LOUDER_DB = 12.0
BEFORE_S, AFTER_S = 0.05, 0.02


def measure() -> list[tuple[str, float, str]]:
    """(name, value, unit): the errors over all clear contacts of three shots."""
    errors_ms: list[float] = []
    contacts = wrong_frames = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, prompt in enumerate(PROMPTS):
            sound, events = _made(Path(folder), number, prompt)
            contacts += len(events)
            wrong_frames += sum(each["frame"] != int(each["t_s"] * FPS + 1e-6) for each in events)
            for sample in _clear(sound, [each["sample"] for each in events]):
                onset = onset_near(sound, sample)
                errors_ms.append(1000 * abs(onset - sample) / SAMPLE_RATE_HZ)
    return [
        ("contacts in three shots", contacts, ""),
        ("contacts on another frame than is shown", wrong_frames, ""),
        ("contacts that stand alone and clear", len(errors_ms), ""),
        ("their onset in the mp4, median error", float(np.median(errors_ms)), "ms"),
        ("their onset in the mp4, worst error", float(np.max(errors_ms)), "ms"),
    ]


def _made(folder: Path, number: int, prompt: str) -> tuple[Stereo, list[dict[str, float]]]:
    """Sound and contacts of one shot."""
    film, events = folder / f"{number}.mp4", folder / f"{number}.json"
    words = ["generate", prompt, "-o", str(film), "--events", str(events), "--no-cache"]
    place = ["--library", str(folder / "library"), "--seconds", "4", "--size", "320x180"]
    subprocess.run(
        [sys.executable, "-m", "studio", *words, *place, "--fps", str(FPS)],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    sound = read_sound(film, 0, probe(film).sample_count)
    return sound, json.loads(events.read_text("utf-8"))


def _clear(sound: Stereo, samples: list[int]) -> list[int]:
    """Contacts long enough after the one before, and much louder than what is heard before."""
    found = []
    before = -SAMPLE_RATE_HZ
    for sample in sorted(samples):
        if sample - before >= ALONE_S * SAMPLE_RATE_HZ and _rise_db(sound, sample) > LOUDER_DB:
            found.append(sample)
        before = sample
    return found


def _rise_db(sound: Stereo, sample: int) -> float:
    """How much louder the moment after is than the moment before, in decibels."""
    gap = SAMPLE_RATE_HZ // 100
    start = max(0, sample - gap - int(BEFORE_S * SAMPLE_RATE_HZ))
    quiet, loud = (
        float(np.sqrt(np.mean(np.square(part)))) if len(part) else 0.0
        for part in (
            sound[start : max(start + 1, sample - gap)],
            sound[sample : sample + int(AFTER_S * SAMPLE_RATE_HZ)],
        )
    )
    return 20 * float(np.log10((loud + 1e-9) / (quiet + 1e-9)))
