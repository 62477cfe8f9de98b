"""Claims about drawn waveforms: a sound is seen where it sounds, at every zoom."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from studio.session.shelf import SAMPLES_PER_PEAK
from studio.views.timeline.waves import TILE_PX, WaveTiles, drawn, envelope


def peaks_with_click(count: int = 4000, at: int = 1000) -> np.ndarray:
    peaks = np.zeros((count, 2), np.float32)
    peaks[at] = (-0.8, 0.9)
    return peaks


def heights(image: QImage) -> np.ndarray:
    """How many pixels are covered in each column."""
    rows = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width())
    return ((rows >> 24) > 60).sum(axis=0)


@pytest.mark.parametrize("samples_per_px", [40.0, 128.0, 777.0, 5000.0])
def test_a_click_is_drawn_under_the_pixel_of_its_sample(samples_per_px: float) -> None:
    sample = 1000 * SAMPLES_PER_PEAK
    pixel = int(sample / samples_per_px)
    index, column = divmod(pixel, TILE_PX)
    tall = heights(drawn(peaks_with_click(), samples_per_px, index, 40, 1.0, QColor("#FFFFFF")))
    reach = 1 + int(SAMPLES_PER_PEAK / samples_per_px)
    loud = np.flatnonzero(tall > 10)
    assert len(loud) and abs(loud - column).max() <= reach + 1
    beyond = abs(np.arange(TILE_PX) - column) > reach + 3
    assert tall[beyond].max() <= 4


def test_the_envelope_never_misses_a_peak_however_far_it_is_zoomed_out() -> None:
    generator = np.random.default_rng(3)
    values = generator.uniform(0, 1, 50_000).astype(np.float32)
    peaks = np.stack([-values, values], axis=1)
    for samples_per_px in (300.0, 3000.0, 20_000.0):
        highs = [envelope(peaks, samples_per_px, index)[1] for index in range(3)]
        span = int(3 * TILE_PX * samples_per_px / SAMPLES_PER_PEAK)
        assert np.concatenate(highs).max() == pytest.approx(values[:span].max(), abs=1e-6)


def test_gain_makes_it_taller_and_silence_is_a_thin_line() -> None:
    peaks = np.full((2000, 2), (-0.2, 0.2), np.float32)
    soft = heights(drawn(peaks, 256.0, 0, 60, 0.5, QColor("#FFFFFF"))).mean()
    loud = heights(drawn(peaks, 256.0, 0, 60, 2.0, QColor("#FFFFFF"))).mean()
    silent = heights(drawn(np.zeros_like(peaks), 256.0, 0, 60, 1.0, QColor("#FFFFFF")))
    assert silent.max() <= 2 < soft < loud


def test_nothing_is_drawn_after_the_sounds_end() -> None:
    peaks = np.full((1000, 2), (-0.5, 0.5), np.float32)
    tall = heights(drawn(peaks, 1000.0, 0, 40, 1.0, QColor("#FFFFFF")))
    end = int(1000 * SAMPLES_PER_PEAK / 1000.0)
    assert tall[: end - 1].min() > 10
    assert tall[end + 1 :].max() == 0


def test_a_tile_is_drawn_once() -> None:
    tiles = WaveTiles()
    first = tiles.tile("a", peaks_with_click(), 256.0, 0, 30, 1.0, "#FFFFFF")
    assert tiles.tile("a", peaks_with_click(), 256.0, 0, 30, 1.0, "#FFFFFF") is first
    assert tiles.tile("a", peaks_with_click(), 128.0, 0, 30, 1.0, "#FFFFFF") is not first
