"""Samples by number: the same ones however and wherever they are asked for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.errors import BadMedia
from engine.media.decode import SoundReader, read_sound
from engine.media.encode import write_wav
from engine.media.probe import probe
from engine.timing import SAMPLE_RATE_HZ, FrameRate
from tests.fakes.numbered_film import write_foreign_sound, write_numbered


def noise(count: int, seed: int = 1) -> np.ndarray:
    return (np.random.default_rng(seed).standard_normal((count, 2)) * 0.1).astype(np.float32)


def tone(count: int, rate_hz: int, pitch_hz: float) -> np.ndarray:
    wave = 0.5 * np.sin(2 * np.pi * pitch_hz * np.arange(count) / rate_hz)
    return np.stack([wave, -wave], axis=1).astype(np.float32)


def test_a_float_wav_comes_back_bit_for_bit(tmp_path: Path) -> None:
    samples = noise(100_001) * 20  # beyond full scale too
    write_wav(tmp_path / "take.wav", samples)
    assert probe(tmp_path / "take.wav").sample_count == 100_001
    np.testing.assert_array_equal(read_sound(tmp_path / "take.wav", 0, 100_001), samples)


def test_pieces_in_any_order_are_the_same_samples(tmp_path: Path) -> None:
    samples = noise(48_000 * 40)
    write_wav(tmp_path / "take.wav", samples)
    rng = np.random.default_rng(2)
    with SoundReader(tmp_path / "take.wav") as reader:
        for start in rng.integers(0, len(samples) - 5000, 40):
            np.testing.assert_array_equal(reader.read(start, 5000), samples[start : start + 5000])


def test_before_and_after_the_sound_there_is_silence(tmp_path: Path) -> None:
    samples = noise(1000)
    write_wav(tmp_path / "take.wav", samples)
    got = read_sound(tmp_path / "take.wav", -300, 2000)
    np.testing.assert_array_equal(got[300:1300], samples)
    assert not got[:300].any()
    assert not got[1300:].any()
    assert read_sound(tmp_path / "take.wav", -300, 100).shape == (100, 2)
    assert read_sound(tmp_path / "take.wav", 0, 0).shape == (0, 2)


@pytest.mark.parametrize("rate_hz", [44_100, 22_050, 96_000, 8_000, 32_000])
def test_other_rates_are_resampled_in_place(tmp_path: Path, rate_hz: int) -> None:
    write_foreign_sound(
        tmp_path / "tone.wav", tone(rate_hz * 2, rate_hz, 440.0), rate_hz, "pcm_f32le"
    )
    expected = tone(SAMPLE_RATE_HZ * 2, SAMPLE_RATE_HZ, 440.0)
    got = read_sound(tmp_path / "tone.wav", 0, SAMPLE_RATE_HZ * 2)
    inner = slice(2000, -2000)
    assert np.abs(got[inner] - expected[inner]).max() < 1e-3


def test_resampled_pieces_join_without_a_seam(tmp_path: Path) -> None:
    write_foreign_sound(tmp_path / "noise.wav", noise(88_200), 44_100, "pcm_f32le")
    whole = read_sound(tmp_path / "noise.wav", 0, 96_000)
    with SoundReader(tmp_path / "noise.wav") as reader:
        for start, count in [(50_001, 777), (0, 1), (95_000, 1000), (1, 4096), (50_000, 3)]:
            np.testing.assert_allclose(
                reader.read(start, count), whole[start : start + count], atol=1e-6
            )


@pytest.mark.parametrize(
    ("name", "codec", "tolerance"),
    [
        ("clicks.flac", "flac", 1),
        ("clicks.wav", "pcm_s16le", 0),
        ("clicks.m4a", "aac", 48),
        ("clicks.mp3", "libmp3lame", 48),
        ("clicks.ogg", "libopus", 48),
        ("clicks.mka", "libopus", 48),
    ],
)
def test_clicks_lie_where_they_were_put(
    tmp_path: Path, name: str, codec: str, tolerance: int
) -> None:
    places = [20_000, 200_003, 430_001]
    samples = np.zeros((480_000, 2), np.float32)
    for place in places:
        samples[place : place + 30] = np.linspace(0.9, 0, 30)[:, None]
    write_foreign_sound(tmp_path / name, samples, 48_000, codec)
    with SoundReader(tmp_path / name) as reader:
        for place in [places[2], places[0], places[1]]:
            piece = np.abs(reader.read(place - 2000, 4000)[:, 0])
            assert abs(int(piece.argmax()) - 2000) <= tolerance
    assert abs(probe(tmp_path / name).sample_count - 480_000) <= 1600


def test_seeking_into_compressed_sound_gives_the_samples_of_playing_to_there(
    tmp_path: Path,
) -> None:
    # (A sweep: what an AAC decoder plays for noise is drawn anew each time.)
    time_s = np.arange(48_000 * 12) / 48_000
    sweep = 0.4 * np.sin(2 * np.pi * (200 * time_s + 150 * time_s**2))
    samples = np.stack([sweep, sweep], axis=1).astype(np.float32)
    write_foreign_sound(tmp_path / "sweep.m4a", samples, 48_000, "aac")
    whole = read_sound(tmp_path / "sweep.m4a", 0, len(samples))
    with SoundReader(tmp_path / "sweep.m4a") as reader:
        for start in (400_000, 123_456, 300_001):
            np.testing.assert_allclose(
                reader.read(start, 3000), whole[start : start + 3000], atol=1e-5
            )


def test_mono_goes_to_both_sides_at_its_level(tmp_path: Path) -> None:
    mono = tone(48_000, 48_000, 300)[:, :1]
    write_foreign_sound(tmp_path / "mono.wav", mono, 48_000, "pcm_f32le", "mono")
    got = read_sound(tmp_path / "mono.wav", 0, 48_000)
    np.testing.assert_allclose(got, np.repeat(mono, 2, axis=1), atol=1e-6)
    assert probe(tmp_path / "mono.wav").channels == 1


def test_surround_is_mixed_to_two_sides(tmp_path: Path) -> None:
    surround = np.zeros((48_000, 6), np.float32)
    surround[:, 2] = tone(48_000, 48_000, 300)[:, 0]  # the centre
    write_foreign_sound(tmp_path / "surround.wav", surround, 48_000, "pcm_f32le", "5.1")
    got = read_sound(tmp_path / "surround.wav", 0, 48_000)
    assert np.abs(got).max() > 0.1
    np.testing.assert_allclose(got[:, 0], got[:, 1], atol=1e-6)


def test_a_silent_film_has_no_sound_to_read(tmp_path: Path) -> None:
    write_numbered(tmp_path / "film.mp4", 3, FrameRate(24))
    with pytest.raises(BadMedia, match=r"film\.mp4 holds no sound"):
        SoundReader(tmp_path / "film.mp4")
