"""Pictures of more than eight bits come back from other readers as they were written."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from engine.errors import CannotHere
from engine.media.deep import DeepVideo, write_deep_png, write_exr
from engine.timing import FrameRate


def decoded(path: Path, layout: str) -> list[np.ndarray]:
    """Every frame of a file, by FFmpeg's own decoder."""
    with av.open(str(path)) as container:
        return [frame.to_ndarray(format=layout) for frame in container.decode(video=0)]


@pytest.fixture
def noise() -> np.random.Generator:
    return np.random.default_rng(4)


def test_float_colour_survives_exr(tmp_path: Path, noise: np.random.Generator) -> None:
    values = noise.normal(size=(37, 50, 3)).astype(np.float32)
    values[:20] = np.float32(0.25)
    write_exr(tmp_path / "a.exr", values)
    assert (decoded(tmp_path / "a.exr", "gbrpf32le")[0] == values).all()


def test_depth_survives_exr_with_an_infinitely_far_sky(
    tmp_path: Path, noise: np.random.Generator
) -> None:
    values = noise.uniform(0.1, 90.0, (33, 21)).astype(np.float32)
    values[:4] = np.inf
    write_exr(tmp_path / "a.exr", values)
    assert (decoded(tmp_path / "a.exr", "grayf32le")[0] == values).all()


def test_grey_of_16_bits_survives_png(tmp_path: Path, noise: np.random.Generator) -> None:
    values = noise.integers(0, 65536, (23, 31)).astype(np.uint16)
    write_deep_png(tmp_path / "a.png", values)
    assert (np.array(Image.open(tmp_path / "a.png")) == values).all()


def test_colour_of_16_bits_survives_png(tmp_path: Path, noise: np.random.Generator) -> None:
    values = noise.integers(0, 65536, (23, 31, 3)).astype(np.uint16)
    write_deep_png(tmp_path / "a.png", values)
    assert (decoded(tmp_path / "a.png", "rgb48le")[0] == values).all()


@pytest.mark.parametrize("channels", [1, 3])
def test_video_is_lossless(tmp_path: Path, noise: np.random.Generator, channels: int) -> None:
    shape = (48, 64) if channels == 1 else (48, 64, 3)
    frames = [noise.integers(0, 65536, shape).astype(np.uint16) for _ in range(3)]
    with DeepVideo(tmp_path / "a.mkv", (64, 48), FrameRate(30000, 1001), channels) as video:
        for frame in frames:
            video.write(frame)
    back = decoded(tmp_path / "a.mkv", "gray16le" if channels == 1 else "gbrp16le")
    assert len(back) == 3
    for one, other in zip(frames, back, strict=True):
        assert (one == other).all()
    with av.open(str(tmp_path / "a.mkv")) as container:
        assert container.streams.video[0].average_rate == Fraction(30000, 1001)


def test_an_abandoned_video_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="enough"):  # noqa: SIM117
        with DeepVideo(tmp_path / "a.mkv", (64, 48), FrameRate(24), 1) as video:
            video.write(np.zeros((48, 64), np.uint16))
            raise ValueError("enough")
    assert list(tmp_path.iterdir()) == []


def test_the_same_pixels_are_the_same_bytes(tmp_path: Path, noise: np.random.Generator) -> None:
    values = noise.normal(size=(40, 30, 2)).astype(np.float32)
    for name in ("a", "b"):
        write_exr(tmp_path / f"{name}.exr", values)
        with DeepVideo(tmp_path / f"{name}.mkv", (64, 48), FrameRate(24), 1) as video:
            video.write(np.full((48, 64), 7, np.uint16))
    for kind in ("exr", "mkv"):
        assert (tmp_path / f"a.{kind}").read_bytes() == (tmp_path / f"b.{kind}").read_bytes()


def test_a_folder_that_is_not_there_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(CannotHere):
        write_exr(tmp_path / "no" / "a.exr", np.zeros((4, 4), np.float32))
