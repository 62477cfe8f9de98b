"""Files that are not what they say: each is refused in one sentence, quickly, without a trace."""

from __future__ import annotations

import os
import re
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.errors import BadMedia
from engine.media.decode import PictureReader, SoundReader, read_image
from engine.media.edit_list import EditList, PictureSegment, SoundSegment
from engine.media.encode import write_png, write_wav
from engine.media.export import export
from engine.media.probe import probe
from engine.media.thumbnails import thumbnail
from engine.media.waveform import peaks
from engine.timing import FrameRate
from tests.fakes.numbered_film import number_in, numbered, write_foreign, write_numbered

SENTENCE = re.compile(r"^[A-Z0-9a-z][^\n]*\.$")


def check_sentence(error: pytest.ExceptionInfo[BadMedia], name: str) -> None:
    text = str(error.value)
    assert SENTENCE.match(text), text
    assert name in text
    assert "Errno" not in text
    assert "avcodec" not in text


def a_text(folder: Path) -> Path:
    path = folder / "notes.mp4"
    path.write_text("Scene 1: a ball.\n" * 200)
    return path


def a_subtitle(folder: Path) -> Path:
    path = folder / "words.mp4"
    path.write_text("1\n00:00:00,000 --> 00:00:02,000\nHello.\n\n" * 20)
    return path


def a_playlist(folder: Path) -> Path:
    write_numbered(folder / "inner.mp4", 3, FrameRate(24))
    path = folder / "list.mp4"
    path.write_text("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\ninner.mp4\n#EXT-X-ENDLIST\n")
    return path


def a_concat_list(folder: Path) -> Path:
    write_numbered(folder / "inner.mp4", 3, FrameRate(24))
    path = folder / "join.mp4"
    path.write_text("ffconcat version 1.0\nfile inner.mp4\n")
    return path


def no_bytes(folder: Path) -> Path:
    path = folder / "nothing.mp4"
    path.touch()
    return path


def a_folder(folder: Path) -> Path:
    path = folder / "clips.mp4"
    path.mkdir()
    return path


def nothing_there(folder: Path) -> Path:
    return folder / "gone.mp4"


def without_its_index(folder: Path) -> Path:
    film = write_foreign(folder / "whole.mp4", list(range(0, 2000, 40)))
    path = folder / "cut.mp4"
    path.write_bytes(film.read_bytes()[: film.stat().st_size * 6 // 10])
    return path


def without_its_pictures(folder: Path) -> Path:
    """The index is in front and whole, and all of the pictures are cut away."""
    film = write_numbered(folder / "whole.mp4", 12, FrameRate(24)).read_bytes()
    data, index = film.find(b"mdat"), film.find(b"moov")
    path = folder / "hollow.mp4"
    path.write_bytes(film[: data + 12] if index < data else film[: data - 4] + film[index - 4 :])
    return path


def noise(folder: Path) -> Path:
    path = folder / "noise.mp4"
    path.write_bytes(np.random.default_rng(0).bytes(60_000))
    return path


def a_program(folder: Path) -> Path:
    path = folder / "program.mp4"
    path.write_bytes(b"\x7fELF\x02\x01\x01" + bytes(5000))
    return path


MOVING = [
    a_text, a_subtitle, a_playlist, a_concat_list, no_bytes, a_folder, nothing_there,
    without_its_index, without_its_pictures, noise, a_program,
]  # fmt: skip


@pytest.mark.parametrize("make", MOVING, ids=lambda make: make.__name__)
@pytest.mark.parametrize(
    "use",
    [
        probe,
        PictureReader,
        SoundReader,
        lambda path: thumbnail(path, 0, 48),
        lambda path: peaks(path, 480),
    ],
    ids=["probe", "pictures", "sound", "thumbnail", "peaks"],
)
def test_what_is_no_film_is_refused_in_a_sentence(
    tmp_path: Path, make: Callable[[Path], Path], use: Callable[[Path], object]
) -> None:
    path = make(tmp_path)
    with pytest.raises(BadMedia) as error:
        use(path)
    check_sentence(error, path.name)


def chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def a_bomb(folder: Path) -> Path:
    """A PNG of 30000 x 30000 pixels in some kilobytes."""
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(30_001) * 300, 9)
    path = folder / "bomb.png"
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )
    return path


def a_lesser_bomb(folder: Path) -> Path:
    header = struct.pack(">IIBBBBB", 10_000, 9_000, 8, 0, 0, 0, 0)
    path = folder / "lesser.png"
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(10)))
    )
    return path


def half_a_picture(folder: Path) -> Path:
    write_png(folder / "whole.png", numbered(5))
    data = (folder / "whole.png").read_bytes()
    path = folder / "half.png"
    path.write_bytes(data[: len(data) // 2])
    return path


def an_empty_picture(folder: Path) -> Path:
    path = folder / "empty.png"
    path.touch()
    return path


def a_vector_drawing(folder: Path) -> Path:
    path = folder / "drawing.png"
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>')
    return path


STILLS = [
    a_bomb, a_lesser_bomb, half_a_picture, an_empty_picture, a_vector_drawing, a_folder,
    nothing_there, a_text,
]  # fmt: skip


@pytest.mark.parametrize("make", STILLS, ids=lambda make: make.__name__)
def test_what_is_no_picture_is_refused_in_a_sentence(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    path = make(tmp_path)
    with pytest.raises(BadMedia) as error:
        read_image(path)
    check_sentence(error, path.name)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = write_numbered(tmp_path / "secret.mp4", 2, FrameRate(24))
    path.chmod(0)
    with pytest.raises(BadMedia, match="not allowed to read it"):
        probe(path)


def test_of_a_film_cut_short_the_readable_part_is_used(tmp_path: Path) -> None:
    film = write_foreign(tmp_path / "whole.mkv", list(range(0, 4000, 40)), b_frames=0)
    cut = tmp_path / "cut.mkv"
    cut.write_bytes(film.read_bytes()[: film.stat().st_size * 6 // 10])
    info = probe(cut)
    assert 20 < info.frame_count < 95
    with PictureReader(cut) as reader:
        assert number_in(reader.frame(info.frame_count - 2)) == info.frame_count - 2


def test_of_a_faststart_film_cut_short_the_readable_part_is_used(tmp_path: Path) -> None:
    rate = FrameRate(25)
    film = write_numbered(tmp_path / "film.mp4", 100, rate)
    write_wav(tmp_path / "sound.wav", np.zeros((192_000, 2), np.float32))
    whole = tmp_path / "whole.mp4"
    picture = PictureSegment(
        start_frame=0, frame_count=100, layer=0, path=film, kind="video", source_rate=rate,
        source_start_frame=0,
    )  # fmt: skip
    sound = SoundSegment(
        start_sample=0, sample_count=192_000, path=tmp_path / "sound.wav", source_start_sample=0
    )
    export(
        EditList(
            rate=rate, width_px=160, height_px=96, frame_count=100, picture=(picture,),
            sound=(sound,),
        ),
        whole,
    )  # fmt: skip
    data = whole.read_bytes()
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(data[: len(data) * 7 // 10])
    info = probe(cut)
    assert 10 < info.frame_count < 95
    with PictureReader(cut) as reader:
        for index in range(0, info.frame_count - 3, 5):
            assert number_in(reader.frame(index)) == index


def test_a_damaged_middle_does_not_stop_the_film(tmp_path: Path) -> None:
    film = write_foreign(tmp_path / "film.mkv", list(range(0, 4000, 40)), b_frames=0, gop=10)
    data = bytearray(film.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 150] = bytes(150)
    film.write_bytes(data)
    with PictureReader(film) as reader:
        last = reader.info.frame_count - 1
        assert number_in(reader.frame(2)) == 2
        assert number_in(reader.frame(last)) in (last - 1, last, 99)


@pytest.mark.parametrize("suffix", ["mp4", "mkv", "wav", "png"])
def test_mutated_files_never_raise_anything_but_bad_media(tmp_path: Path, suffix: str) -> None:
    whole = tmp_path / f"whole.{suffix}"
    if suffix == "wav":
        write_wav(whole, np.zeros((3000, 2), np.float32))
    elif suffix == "png":
        write_png(whole, numbered(9))
    else:
        write_foreign(whole, list(range(0, 400, 40)))
    data = whole.read_bytes()
    rng = np.random.default_rng(7)
    refused = 0
    for round_number in range(60):
        broken = bytearray(data)
        for place in rng.integers(0, len(data), 1 + round_number % 12):
            broken[place] = rng.integers(0, 256)
        path = tmp_path / f"broken.{suffix}"
        path.write_bytes(broken)
        try:
            info = probe(path)
            if info.kind == "video":
                with PictureReader(path) as reader:
                    for index in {0, min(5, reader.info.frame_count - 1)}:
                        reader.frame(index)
            elif info.kind == "sound":
                SoundReader(path).read(0, 4800)
            else:
                read_image(path)
        except BadMedia:
            refused += 1
    assert refused < 60
