"""The finished mp4: every frame, every sample where the timeline has it; whole or not there."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import av
import numpy as np
import pytest

from engine.errors import BadMedia, BadRequest, Cancelled, CannotHere
from engine.media.decode import PictureReader, read_sound
from engine.media.edit_list import EditList, PictureSegment, SoundSegment
from engine.media.encode import write_wav
from engine.media.export import export
from engine.media.probe import probe
from engine.timing import FrameRate
from tests.fakes.numbered_film import number_in, write_numbered

FRAMES = 70


def film(folder: Path, rate: FrameRate) -> tuple[EditList, list[int]]:
    """A numbered film with clicks: the first near its start, the last near its end."""
    picture = write_numbered(folder / "take.mp4", FRAMES, rate)
    total = rate.first_sample(FRAMES)
    clicks = [600, total // 2 + 1, total - 700]
    samples = np.zeros((total, 2), np.float32)
    for place in clicks:
        samples[place : place + 20] = np.linspace(0.8, 0, 20)[:, None]
    write_wav(folder / "take.wav", samples)
    segment = PictureSegment(
        start_frame=0, frame_count=FRAMES, layer=0, path=picture, kind="video", source_rate=rate,
        source_start_frame=0,
    )  # fmt: skip
    sound = SoundSegment(
        start_sample=0, sample_count=total, path=folder / "take.wav", source_start_sample=0
    )
    edit_list = EditList(
        rate=rate, width_px=160, height_px=96, frame_count=FRAMES, picture=(segment,),
        sound=(sound,),
    )  # fmt: skip
    return edit_list, clicks


@pytest.mark.parametrize(
    "rate",
    [FrameRate(24), FrameRate(25), FrameRate(30_000, 1_001), FrameRate(60)],
    ids=str,
)
def test_picture_and_sound_lie_where_the_timeline_has_them(tmp_path: Path, rate: FrameRate) -> None:
    edit_list, clicks = film(tmp_path, rate)
    out = tmp_path / "out.mp4"
    export(edit_list, out)

    info = probe(out)
    assert (info.frame_count, info.rate) == (FRAMES, rate)
    assert abs(info.sample_count - edit_list.sample_count) <= 1024
    with av.open(str(out)) as container:
        video, sound = container.streams.video[0], container.streams.audio[0]
        frames = list(container.decode(video))
        assert [frame.pts * video.time_base * rate.fraction for frame in frames] == list(
            range(FRAMES)
        )
        ends = [stream.duration * stream.time_base for stream in (video, sound)]
        assert abs(ends[0] - ends[1]) <= 1024 / 48_000
        assert sound.rate == 48_000
        assert sound.layout.name == "stereo"
        assert video.codec_context.name == "h264"
    with PictureReader(out) as reader:
        assert [number_in(reader.frame(index)) for index in range(FRAMES)] == list(range(FRAMES))
    heard = np.abs(read_sound(out, 0, edit_list.sample_count)[:, 0])
    for place in clicks:
        around = heard[place - 300 : place + 300]
        assert abs(int(around.argmax()) - 300) <= 48  # 1 ms


def test_the_index_is_in_front_so_that_playing_starts_while_loading(tmp_path: Path) -> None:
    edit_list, _ = film(tmp_path, FrameRate(24))
    export(edit_list, tmp_path / "out.mp4")
    data = (tmp_path / "out.mp4").read_bytes()
    assert data.find(b"moov") < data.find(b"mdat")


def test_progress_rises_to_one(tmp_path: Path) -> None:
    edit_list, _ = film(tmp_path, FrameRate(24))
    told: list[float] = []
    export(edit_list, tmp_path / "out.mp4", told.append)
    assert told == sorted(told)
    assert len(told) > FRAMES
    assert told[-1] == 1.0


def files_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("stop_at", [0, 30, FRAMES])
def test_a_cancelled_export_leaves_the_older_file_and_nothing_else(
    tmp_path: Path, stop_at: int
) -> None:
    edit_list, _ = film(tmp_path, FrameRate(24))
    out = tmp_path / "out.mp4"
    out.write_bytes(b"the older export")
    before = files_in(tmp_path)
    asked: list[int] = []

    def check() -> None:
        if len(asked) == stop_at:
            raise Cancelled
        asked.append(1)

    with pytest.raises(Cancelled):
        export(edit_list, out, check=check)
    assert out.read_bytes() == b"the older export"
    assert files_in(tmp_path) == before


def test_a_missing_take_ends_the_export_in_words_without_a_trace(tmp_path: Path) -> None:
    edit_list, _ = film(tmp_path, FrameRate(24))
    (tmp_path / "take.wav").unlink()
    before = files_in(tmp_path)
    with pytest.raises(BadMedia, match=r"take\.wav"):
        export(edit_list, tmp_path / "out.mp4")
    assert files_in(tmp_path) == before


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    edit_list, _ = film(tmp_path, FrameRate(24))
    with pytest.raises(CannotHere, match=r"no folder .*exports; create it"):
        export(edit_list, tmp_path / "exports" / "out.mp4")


def test_a_folder_in_the_way_is_named(tmp_path: Path) -> None:
    edit_list, _ = film(tmp_path, FrameRate(24))
    (tmp_path / "out.mp4").mkdir()
    with pytest.raises(CannotHere, match=r"out\.mp4 is a folder"):
        export(edit_list, tmp_path / "out.mp4")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_named(tmp_path: Path) -> None:
    edit_list, _ = film(tmp_path, FrameRate(24))
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    with pytest.raises(CannotHere, match="cannot be written to"):
        export(edit_list, locked / "out.mp4")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_said_in_words(tmp_path: Path, monkeypatch) -> None:
    edit_list, _ = film(tmp_path, FrameRate(24))
    opened = av.open
    monkeypatch.setattr(
        "engine.media.export.av.open",
        lambda name, *args, **options: opened(
            "/dev/full" if ".part" in str(name) else name, *args, **options
        ),
    )
    with pytest.raises(CannotHere, match="is full; free some space"):
        export(edit_list, tmp_path / "out.mp4")
    assert files_in(tmp_path) == {"take.mp4", "take.wav"}


def test_an_empty_timeline_is_refused(tmp_path: Path) -> None:
    empty = EditList(
        rate=FrameRate(24), width_px=160, height_px=96, frame_count=0, picture=(), sound=()
    )
    with pytest.raises(BadRequest, match="nothing on the timeline"):
        export(empty, tmp_path / "out.mp4")


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    edit_list, _ = film(tmp_path, FrameRate(24))
    with pytest.raises(BadRequest, match=r'name it "out\.mp4"'):
        export(edit_list, tmp_path / "out.avi")


def test_gaps_alone_export_as_black_and_silence(tmp_path: Path) -> None:
    gap = EditList(
        rate=FrameRate(24), width_px=160, height_px=96, frame_count=9, picture=(), sound=()
    )
    export(gap, tmp_path / "out.mp4")
    with PictureReader(tmp_path / "out.mp4") as reader:
        assert reader.info.frame_count == 9
        assert reader.frame(8).max() <= 2
    assert np.abs(read_sound(tmp_path / "out.mp4", 0, 18_000)).max() < 1e-4


def test_two_exports_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    edit_list, _ = film(tmp_path, FrameRate(24))
    outs = [tmp_path / "one.mp4", tmp_path / "two.mp4"]
    threads = [threading.Thread(target=export, args=(edit_list, out)) for out in outs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outs[0].read_bytes() == outs[1].read_bytes()
