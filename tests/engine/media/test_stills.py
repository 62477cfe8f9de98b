"""Still pictures, thumbnails, waveforms."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.errors import Cancelled
from engine.media.decode import read_image
from engine.media.encode import write_png, write_wav
from engine.media.probe import probe
from engine.media.resize import letterboxed, resized
from engine.media.thumbnails import thumbnail, thumbnails
from engine.media.waveform import peaks
from engine.timing import FrameRate
from tests.fakes.numbered_film import number_in, numbered, write_numbered


def test_a_png_comes_back_bit_for_bit(tmp_path: Path) -> None:
    picture = np.random.default_rng(0).integers(0, 256, (31, 47, 3), dtype=np.uint8)
    write_png(tmp_path / "a.png", picture)
    np.testing.assert_array_equal(read_image(tmp_path / "a.png"), picture)
    info = probe(tmp_path / "a.png")
    assert (info.kind, info.width_px, info.height_px, info.frame_count) == ("image", 47, 31, 1)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_phone_photos_are_turned_upright(tmp_path: Path, orientation: int) -> None:
    upright = np.zeros((40, 60, 3), np.uint8)
    upright[:20, :30] = (250, 10, 10)  # red, top left
    undo = {
        1: [], 2: [Image.Transpose.FLIP_LEFT_RIGHT], 3: [Image.Transpose.ROTATE_180],
        4: [Image.Transpose.FLIP_TOP_BOTTOM], 5: [Image.Transpose.TRANSPOSE],
        6: [Image.Transpose.ROTATE_90], 7: [Image.Transpose.TRANSVERSE],
        8: [Image.Transpose.ROTATE_270],
    }[orientation]  # fmt: skip
    stored = Image.fromarray(upright)
    for step in undo:
        stored = stored.transpose(step)
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored.save(tmp_path / "photo.png", exif=exif)
    np.testing.assert_array_equal(read_image(tmp_path / "photo.png"), upright)
    info = probe(tmp_path / "photo.png")
    assert (info.width_px, info.height_px) == (60, 40)


@pytest.mark.parametrize("name", ["a.png", "a.webp", "a.tiff"])
def test_transparency_lies_over_black(tmp_path: Path, name: str) -> None:
    rgba = np.zeros((8, 8, 4), np.uint8)
    rgba[..., :3] = (200, 100, 50)
    rgba[:4, :, 3] = 255
    rgba[4:, :, 3] = 128
    rgba[:, 4:, 3] = 0
    options = {"lossless": True, "exact": True} if name.endswith("webp") else {}
    Image.fromarray(rgba).save(tmp_path / name, **options)
    got = read_image(tmp_path / name)
    assert tuple(got[0, 0]) == (200, 100, 50)
    assert np.abs(got[6, 0].astype(int) - [100, 50, 25]).max() <= 1
    assert tuple(got[0, 6]) == (0, 0, 0)


def test_sixteen_bits_of_grey_become_eight(tmp_path: Path) -> None:
    grey = (np.arange(256, dtype=np.uint32) * 257).astype(np.uint16).reshape(16, 16)
    Image.fromarray(grey).save(tmp_path / "deep.png")
    got = read_image(tmp_path / "deep.png")
    np.testing.assert_array_equal(got[..., 0], np.arange(256, dtype=np.uint8).reshape(16, 16))
    np.testing.assert_array_equal(got[..., 0], got[..., 2])


@pytest.mark.parametrize("mode", ["L", "P", "1", "CMYK", "LA"])
def test_other_kinds_of_pixels_become_rgb(tmp_path: Path, mode: str) -> None:
    picture = Image.fromarray(numbered(3)).convert(mode)
    name = tmp_path / ("a.tiff" if mode == "CMYK" else "a.png")
    picture.save(name)
    assert number_in(read_image(name)) == 3


def test_a_moving_gif_is_a_film_and_a_still_one_a_picture(tmp_path: Path) -> None:
    frames = [Image.fromarray(numbered(number)) for number in range(5)]
    options = {"append_images": frames[1:], "duration": 100}
    frames[0].save(tmp_path / "moving.gif", save_all=True, **options)
    frames[0].save(tmp_path / "still.gif")
    assert probe(tmp_path / "still.gif").kind == "image"
    info = probe(tmp_path / "moving.gif")
    assert (info.kind, info.frame_count, info.rate) == ("video", 5, FrameRate(10))


def test_thumbnails_show_their_frame_in_proportion(tmp_path: Path) -> None:
    film = write_numbered(tmp_path / "film.mp4", 30, FrameRate(24), 320, 192)
    small = thumbnail(film, 17, 48)
    assert small.shape == (48, 80, 3)
    assert number_in(small) == 17
    assert number_in(thumbnail(film, 99, 48)) == 29
    assert [number_in(one) for one in thumbnails(film, [3, 9, 4], 96)] == [3, 9, 4]


def test_a_still_has_a_thumbnail_too(tmp_path: Path) -> None:
    write_png(tmp_path / "a.png", numbered(5))
    assert number_in(thumbnail(tmp_path / "a.png", 12, 48)) == 5


def test_letterboxing_leaves_a_fitting_picture_alone() -> None:
    picture = numbered(3)
    assert letterboxed(picture, 160, 96) is picture
    assert resized(picture, 160, 96) is picture


def test_peaks_are_the_extremes_of_each_stretch(tmp_path: Path) -> None:
    samples = np.random.default_rng(0).uniform(-0.5, 0.5, (300_123, 2)).astype(np.float32)
    write_wav(tmp_path / "a.wav", samples)
    got = peaks(tmp_path / "a.wav", 1000)
    assert got.shape == (301, 2)
    assert got.dtype == np.float32
    for stretch in (0, 150, 299):
        part = samples[1000 * stretch : 1000 * (stretch + 1)]
        assert tuple(got[stretch]) == (part.min(), part.max())
    assert tuple(got[300]) == (samples[300_000:].min(), samples[300_000:].max())


def test_a_silent_film_has_no_peaks(tmp_path: Path) -> None:
    film = write_numbered(tmp_path / "film.mp4", 3, FrameRate(24))
    assert peaks(film, 1000).shape == (0, 2)


def test_drawing_a_waveform_can_be_stopped(tmp_path: Path) -> None:
    write_wav(tmp_path / "a.wav", np.zeros((48_000, 2), np.float32))

    def check() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        peaks(tmp_path / "a.wav", 100, check)
