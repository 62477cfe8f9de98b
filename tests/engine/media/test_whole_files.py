"""Files are whole or not there, and trouble of the disk is said in words."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.errors import Cancelled, CannotHere
from engine.media.encode import VideoWriter, write_png, write_wav
from engine.media.whole_file import machine_trouble, sweep_beside, whole_file
from engine.timing import FrameRate
from tests.fakes.numbered_film import numbered


def test_a_file_appears_when_the_block_ends(tmp_path: Path) -> None:
    target = tmp_path / "film.reel"
    with whole_file(target) as temporary:
        assert temporary.parent == tmp_path
        assert temporary.suffix == ".reel"
        temporary.write_text("new")
        assert not target.exists()
    assert target.read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["film.reel"]


@pytest.mark.parametrize("fault", [Cancelled(), KeyboardInterrupt(), ValueError("x")])
def test_whatever_goes_wrong_the_older_file_stays(tmp_path: Path, fault: BaseException) -> None:
    target = tmp_path / "film.reel"
    target.write_text("old")
    with pytest.raises(type(fault)), whole_file(target) as temporary:
        temporary.write_text("half")
        raise fault
    assert target.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "is full; free some space"),
        (errno.EROFS, "cannot be written to; choose another folder"),
        (errno.EACCES, "cannot be written to; choose another folder"),
        (errno.ENOENT, "is not there any more"),
        (errno.ENOMEM, "not enough memory"),
        (errno.EIO, "try another disk"),
    ],
)
def test_each_refusal_of_the_system_has_its_sentence(
    tmp_path: Path, number: int, words: str
) -> None:
    error = OSError(number, os.strerror(number))
    text = str(machine_trouble(error, tmp_path))
    assert words in text
    assert text.endswith(".")
    with pytest.raises(CannotHere, match=words), whole_file(tmp_path / "a"):
        raise error


def test_a_video_left_by_a_fault_leaves_nothing(tmp_path: Path) -> None:
    with (
        pytest.raises(Cancelled),
        VideoWriter(tmp_path / "film.mp4", 160, 96, FrameRate(24)) as writer,
    ):
        writer.write(numbered(1))
        raise Cancelled
    assert list(tmp_path.iterdir()) == []


def test_a_video_has_its_name_only_when_it_is_whole(tmp_path: Path) -> None:
    writer = VideoWriter(tmp_path / "film.mp4", 160, 96, FrameRate(24))
    writer.write(numbered(1))
    assert not (tmp_path / "film.mp4").exists()
    writer.close()
    assert [path.name for path in tmp_path.iterdir()] == ["film.mp4"]


def test_the_same_pictures_make_the_same_file(tmp_path: Path) -> None:
    for name in ("one.mp4", "two.mp4"):
        with VideoWriter(tmp_path / name, 160, 96, FrameRate(24)) as writer:
            for number in range(40):
                writer.write(numbered(number))
    assert (tmp_path / "one.mp4").read_bytes() == (tmp_path / "two.mp4").read_bytes()


def test_wrong_pictures_are_a_bug_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="even sides"):
        VideoWriter(tmp_path / "film.mp4", 161, 96, FrameRate(24))
    with VideoWriter(tmp_path / "film.mp4", 160, 96, FrameRate(24)) as writer:
        with pytest.raises(ValueError, match="not"):
            writer.write(numbered(1, 80, 96))
        writer.write(numbered(1))


def test_wrong_samples_are_a_bug_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="stereo"):
        write_wav(tmp_path / "a.wav", np.zeros(100, np.float32))


@pytest.mark.parametrize(
    "write",
    [
        lambda path: write_png(path, numbered(1)),
        lambda path: write_wav(path, np.zeros((10, 2), np.float32)),
        lambda path: VideoWriter(path, 160, 96, FrameRate(24)),
    ],
    ids=["png", "wav", "video"],
)
def test_writing_into_a_missing_folder_names_it(tmp_path: Path, write) -> None:
    with pytest.raises(CannotHere, match=r"no folder .*missing"):
        write(tmp_path / "missing" / "file.mp4")


@pytest.mark.parametrize("before", [None, "/opt/mine"])
def test_resizing_leaves_qts_environment_alone(before: str | None) -> None:
    code = (
        "import os, engine.media.resize;"
        "print(os.environ.get('QT_QPA_PLATFORM_PLUGIN_PATH'), os.environ.get('QT_QPA_FONTDIR'))"
    )
    names = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
    environment = {key: value for key, value in os.environ.items() if key not in names}
    if before is not None:
        environment |= dict.fromkeys(names, before)
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
        env=environment,
    )
    assert done.stdout.split() == [str(before)] * 2


def test_what_a_crash_left_beside_a_film_is_swept_after_a_day(tmp_path: Path) -> None:
    target = tmp_path / "film.mp4"
    stale = tmp_path / ".film-0123abcd.part.mp4"
    fresh = tmp_path / ".film-4567cdef.part.mp4"
    foreign = tmp_path / ".notes.part.mp4"
    for path in (stale, fresh, foreign):
        path.write_bytes(b"half")
    for path in (stale, foreign):
        os.utime(path, (1_000_000, 1_000_000))
    sweep_beside(target)
    assert not stale.exists()
    assert fresh.exists() and foreign.exists()


def test_a_folder_that_is_not_there_is_no_trouble_to_the_sweep(tmp_path: Path) -> None:
    sweep_beside(tmp_path / "gone" / "film.mp4")
    assert list(tmp_path.iterdir()) == []
