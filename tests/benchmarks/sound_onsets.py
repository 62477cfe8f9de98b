"""How exactly impacts sit on their contacts, and how fast the sound stage is.

Run with ``python tests/benchmarks/sound_onsets.py``.
"""

from __future__ import annotations

import time

import numpy as np
from numpy.typing import NDArray

from engine.sound.loudness import integrated_loudness, true_peak_db
from engine.sound.mixing import mix
from engine.sound.perform import perform
from engine.sound.score import (
    AmbienceCue,
    ImpactCue,
    ListenerTrack,
    Score,
    SpeechCue,
    Stereo,
)
from engine.sound.speech import DraftVoice, voice_for
from engine.timing import SAMPLE_RATE_HZ

PAIRS = (
    ("rubber", "wood"), ("wood", "wood"), ("glass", "wood"), ("metal", "concrete"),
    ("stone", "stone"), ("ceramic", "tiles"), ("plastic", "asphalt"), ("rubber", "grass"),
    ("leather", "grass"), ("fruit", "wood"), ("cardboard", "carpet"), ("metal", "metal"),
)  # fmt: skip
PLACES = (("studio", "clear"), ("street", "clear"), ("meadow", "wind"), ("room", "clear"),
          ("court", "clear"), ("beach", "clear"), ("street", "rain"))  # fmt: skip
SPACING = 24_000
_FRAME, _HOP, _LAG = 256, 24, 4


def still_camera() -> ListenerTrack:
    """Ears 4 m away from the origin, at eye height."""
    matrix = np.eye(4)
    matrix[:3, 3] = (0.0, 1.6, 4.0)
    return ListenerTrack(np.stack([matrix, matrix]))


def random_impacts(count: int, seed: int) -> tuple[ImpactCue, ...]:
    """Everyday hits half a second apart (and a little), across materials."""
    rng = np.random.default_rng(seed)
    hits: list[ImpactCue] = []
    for index in range(count):
        mass_kg = float(10 ** rng.uniform(-1.3, 0.7))
        speed_mps = float(rng.uniform(1.0, 6.0))
        hits.append(
            ImpactCue(
                sample=SPACING // 2 + index * SPACING + int(rng.integers(0, 4000)),
                materials=PAIRS[index % len(PAIRS)],
                impulse_ns=mass_kg * speed_mps,
                size_m=float(rng.uniform(0.06, 0.4)),
                mass_kg=mass_kg,
                position_m=(float(rng.uniform(-3, 3)), 0.0, float(rng.uniform(-3, 1))),
            )
        )
    return tuple(hits)


def onset_near(sound: Stereo, sample: int, reach: int = 2400) -> int:
    """The sample near ``sample`` where a spectral-flux onset detector hears something begin.

    Energies in 20 bands of 5.3 ms frames, each in dB above its own background; the steepest
    common rise within ``reach`` samples either way is the onset.
    """
    start = max(sample - reach, 0)
    piece = sound[start : sample + reach + _FRAME].mean(axis=1).astype(np.float64)
    frames = np.lib.stride_tricks.sliding_window_view(piece, _FRAME)[::_HOP]
    power = np.abs(np.fft.rfft(frames * np.hanning(_FRAME), axis=1)) ** 2
    edges = np.unique(np.geomspace(1, power.shape[1], 21).astype(int))
    bands = np.add.reduceat(power, edges[:-1], axis=1)
    above_db = 10 * np.log10(1 + bands / (2 * np.median(bands, axis=0) + 1e-12))
    flux = np.maximum(above_db[_LAG:] - above_db[:-_LAG], 0).sum(axis=1)
    return start + (int(np.argmax(flux)) * 2 + _LAG) * _HOP // 2 + _FRAME // 2


def onset_errors_ms(place: str, weather: str, count: int, seed: int) -> NDArray[np.float64]:
    """Absolute onset error in milliseconds of each of ``count`` impacts in the final mix."""
    hits = random_impacts(count, seed)
    rain = 0.7 if weather == "rain" else 0.0
    score = Score(
        sample_count=(count + 1) * SPACING,
        seed=seed,
        listener=still_camera(),
        ambience=AmbienceCue(place, "day", weather, rain=rain, indoors=place in ("room", "court")),
        impacts=hits,
    )
    sound = mix(perform(score))
    found = np.array([onset_near(sound, hit.sample) for hit in hits])
    return np.abs(found - np.array([hit.sample for hit in hits])) * 1000.0 / SAMPLE_RATE_HZ


def _stage() -> list[tuple[str, float, str]]:
    """A 5 s rainy shot with 30 impacts and one line: seconds of CPU when warm, and its level."""
    voice = DraftVoice()
    line, who = "The ball bounced off the table and out of the door.", voice_for("a man", "Tom", "")
    hits = random_impacts(30, 4)
    close = tuple(
        ImpactCue(6000 + 7000 * i, h.materials, h.impulse_ns, h.size_m, h.mass_kg, h.position_m)
        for i, h in enumerate(hits)
    )
    for _ in range(2):
        wall, cpu = time.perf_counter(), time.process_time()
        spoken = SpeechCue(48_000, voice.speak(line, who), (0.0, 1.6, 0.0))
        bed = AmbienceCue("street", "day", "rain", rain=0.7)
        score = Score(240_000, 7, still_camera(), bed, impacts=close, speech=(spoken,))
        sound = mix(perform(score))
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return [
        ("sound of a 5 s shot, wall", wall, "s"),
        ("sound of a 5 s shot, CPU", cpu, "s"),
        ("its loudness", integrated_loudness(sound), "LUFS"),
        ("its true peak", true_peak_db(sound), "dBTP"),
    ]


def measure() -> list[tuple[str, float, str]]:
    """Onset errors over 200 contacts and the speed of the sound stage."""
    per_place = -(-200 // len(PLACES))
    errors = np.concatenate(
        [onset_errors_ms(*place, per_place, seed) for seed, place in enumerate(PLACES)]
    )[:200]
    return [
        ("impact onset error, median of 200", float(np.median(errors)), "ms"),
        ("impact onset error, worst of 200", float(np.max(errors)), "ms"),
        ("impacts within 5 ms of 200", float(np.sum(errors <= 5.0)), "hits"),
        *_stage(),
    ]


def main() -> None:
    """Prints the figures as a table."""
    for name, value, unit in measure():
        print(f"{name:40s} {value:10.3f} {unit}")


if __name__ == "__main__":
    main()
