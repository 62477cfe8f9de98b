"""Frames by number: the right one in any order, in the right colours, upright."""

from __future__ import annotations

import random
import struct
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from engine.errors import BadMedia
from engine.media.decode import PictureReader
from engine.media.encode import VideoWriter, write_wav
from engine.media.probe import probe
from engine.timing import FrameRate
from tests.fakes.numbered_film import number_in, numbered, write_foreign, write_numbered

RATES = [FrameRate(24), FrameRate(25), FrameRate(30_000, 1_001), FrameRate(60), FrameRate(12)]


@pytest.mark.parametrize("rate", RATES, ids=str)
def test_every_frame_of_a_take_is_found_in_random_order(tmp_path: Path, rate: FrameRate) -> None:
    film = write_numbered(tmp_path / "film.mp4", 77, rate)
    order = list(range(77))
    random.Random(3).shuffle(order)
    with PictureReader(film) as reader:
        assert reader.info.frame_count == 77
        assert reader.info.rate == rate
        assert [number_in(reader.frame(index)) for index in order] == order


@pytest.mark.parametrize("name", ["film.mp4", "film.mkv", "film.mov", "film.avi", "film.ts"])
def test_every_frame_of_a_film_with_b_frames_is_found(tmp_path: Path, name: str) -> None:
    codec, b_frames = ("mpeg4", 0) if name.endswith("avi") else ("libx264", 3)
    film = write_foreign(tmp_path / name, list(range(0, 3200, 40)), codec, b_frames)
    order = list(range(80))
    random.Random(4).shuffle(order)
    with PictureReader(film) as reader:
        assert reader.info.rate == FrameRate(25)
        assert reader.info.frame_count == 80
        assert [number_in(reader.frame(index)) for index in order] == order
        assert [number_in(reader.frame(index)) for index in range(80)] == list(range(80))
        backwards = list(reversed(range(80)))
        assert [number_in(reader.frame(index)) for index in backwards] == backwards


@pytest.mark.parametrize("name", ["film.mp4", "film.mkv"])
def test_uneven_frames_show_what_is_seen_at_that_time(tmp_path: Path, name: str) -> None:
    times_ms = [0, 40, 80, 240, 280, 320, 560, 600, 640, 680]
    film = write_foreign(tmp_path / name, times_ms)
    with PictureReader(film) as reader:
        rate = reader.info.rate.fraction
        for index in random.Random(5).sample(range(reader.info.frame_count), 10):
            middle_ms = (index + Fraction(1, 4)) / rate * 1000
            expected = max(n for n, time_ms in enumerate(times_ms) if time_ms <= middle_ms)
            assert number_in(reader.frame(index)) == expected


def test_frames_outside_the_film_are_an_index_error(tmp_path: Path) -> None:
    with PictureReader(write_numbered(tmp_path / "film.mp4", 5, FrameRate(24))) as reader:
        for index in (-1, 5):
            with pytest.raises(IndexError):
                reader.frame(index)


def test_a_film_of_one_frame_is_read(tmp_path: Path) -> None:
    film = write_numbered(tmp_path / "film.mp4", 1, FrameRate(24))
    with PictureReader(film) as reader:
        assert reader.info.frame_count == 1
        assert number_in(reader.frame(0)) == 0


def test_colours_come_back_as_they_were_written(tmp_path: Path) -> None:
    colours = np.random.default_rng(1).integers(0, 256, (6, 8, 3), dtype=np.uint8)
    picture = np.repeat(np.repeat(colours, 32, axis=0), 32, axis=1)
    with VideoWriter(tmp_path / "film.mp4", 256, 192, FrameRate(24), crf=1) as writer:
        writer.write(picture)
    with PictureReader(tmp_path / "film.mp4") as reader:
        seen = reader.frame(0)[16::32, 16::32].astype(int)
    assert np.abs(seen - colours).max() <= 4


def test_a_gradient_survives_at_take_quality(tmp_path: Path) -> None:
    ramp = np.linspace(0, 255, 256).astype(np.uint8)
    picture = np.repeat(np.repeat(ramp[None, :, None], 64, axis=0), 3, axis=2)
    with VideoWriter(tmp_path / "film.mp4", 256, 64, FrameRate(24)) as writer:
        for _ in range(3):
            writer.write(picture)
    with PictureReader(tmp_path / "film.mp4") as reader:
        difference = reader.frame(2).astype(int) - picture
    assert np.abs(difference).max() <= 4
    assert abs(difference.mean()) < 0.6


def test_takes_say_that_they_are_bt709_limited_without_b_frames(tmp_path: Path) -> None:
    film = write_numbered(tmp_path / "film.mp4", 30, FrameRate(24))
    with av.open(str(film)) as container:
        context = container.streams.video[0].codec_context
        tags = (context.colorspace, context.color_primaries, context.color_trc)
        assert tags == (1, 1, 1)
        assert context.color_range == 1
        frames = list(container.decode(video=0))
    assert all(frame.pict_type != 3 for frame in frames)
    keys = [number for number, frame in enumerate(frames) if frame.key_frame]
    assert max(np.diff([*keys, 30])) <= 12


def test_untagged_small_films_are_taken_as_bt601(tmp_path: Path) -> None:
    red = np.zeros((96, 160, 3), np.uint8)
    red[..., 0] = 200
    with av.open(str(tmp_path / "old.mp4"), "w") as container:
        stream = container.add_stream("libx264", rate=25, options={"crf": "1"})
        stream.width, stream.height, stream.pix_fmt = 160, 96, "yuv420p"
        frame = av.VideoFrame.from_ndarray(red, format="rgb24").reformat(
            format="yuv420p", dst_colorspace="ITU601"
        )
        frame.colorspace = 2
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    with PictureReader(tmp_path / "old.mp4") as reader:
        assert np.abs(reader.frame(0)[48, 80].astype(int) - [200, 0, 0]).max() <= 4


def turned(film: Path, target: Path, quarter_turns: int) -> Path:
    """The same mp4 with a rotation in its track header, as phones write it."""
    data = bytearray(film.read_bytes())
    at = data.find(b"tkhd") + 4 + 40
    one = 1 << 16
    matrix = {
        1: (0, one, 0, -one, 0, 0, 96 * one, 0, 1 << 30),
        2: (-one, 0, 0, 0, -one, 0, 160 * one, 96 * one, 1 << 30),
        3: (0, -one, 0, one, 0, 0, 0, 160 * one, 1 << 30),
    }[quarter_turns]
    data[at : at + 36] = struct.pack(">9i", *matrix)
    target.write_bytes(data)
    return target


@pytest.mark.parametrize("quarter_turns", [1, 2, 3])
def test_phone_films_are_turned_upright(tmp_path: Path, quarter_turns: int) -> None:
    film = write_numbered(tmp_path / "film.mp4", 6, FrameRate(24))
    phone = turned(film, tmp_path / "phone.mp4", quarter_turns)
    expected = np.rot90(numbered(5), -quarter_turns)
    info = probe(phone)
    assert (info.height_px, info.width_px) == expected.shape[:2]
    with PictureReader(phone) as reader:
        assert np.abs(reader.frame(5).astype(int) - expected).mean() < 3


def test_wide_pixels_are_made_square(tmp_path: Path) -> None:
    with av.open(str(tmp_path / "wide.mp4"), "w") as container:
        stream = container.add_stream("libx264", rate=25)
        stream.width, stream.height, stream.pix_fmt = 160, 96, "yuv420p"
        stream.codec_context.sample_aspect_ratio = Fraction(3, 2)
        container.mux(stream.encode(av.VideoFrame.from_ndarray(numbered(77), format="rgb24")))
        container.mux(stream.encode(None))
    assert probe(tmp_path / "wide.mp4").width_px == 240
    with PictureReader(tmp_path / "wide.mp4") as reader:
        assert reader.frame(0).shape == (96, 240, 3)
        assert number_in(reader.frame(0)) == 77


def test_a_sound_file_is_no_moving_picture(tmp_path: Path) -> None:
    write_wav(tmp_path / "tone.wav", np.zeros((4800, 2), np.float32))
    with pytest.raises(BadMedia, match=r"tone\.wav holds no moving picture"):
        PictureReader(tmp_path / "tone.wav")
