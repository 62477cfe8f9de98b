"""A film from the command line, with the real generator, at a tiny size."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.media.decode import PictureReader
from engine.media.probe import probe
from engine.media.sound import read_sound
from studio.automation import cli

ROOT = Path(__file__).parents[2]
TINY = ["--size", "160x90", "--seconds", "0.5"]
SHOTS = "a red ball drops on a wooden floor in a room\na dog stands in a meadow\n"

needs_limits = pytest.mark.skipif(os.name != "posix", reason="limits on files are POSIX")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "shots.txt").write_text(SHOTS, encoding="utf-8")
    return tmp_path


def test_a_list_of_shots_becomes_an_mp4_and_only_changes_are_made_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["new", "f.reel", "--shots", "shots.txt", *TINY]) == 0
    capsys.readouterr()
    assert cli.main(["render", "f.reel", "-o", "f.mp4", "--json"]) == 0
    first = json.loads(capsys.readouterr().out)
    assert (first["shots"], len(first["made"])) == (2, 2)
    info = probe(Path("f.mp4"))
    assert (info.width_px, info.height_px, info.frame_count) == (160, 90, 24)
    assert np.abs(read_sound(Path("f.mp4"), 0, 24_000)).max() > 0.003
    assert pictures_differ(Path("f.mp4"))
    assert cli.main(["info", "f.reel", "--json"]) == 0
    assert [shot["state"] for shot in json.loads(capsys.readouterr().out)["shots"]] == ["ready"] * 2
    assert cli.main(["render", "f.reel", "-o", "again.mp4", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["made"] == []


def pictures_differ(path: Path) -> bool:
    """Do the two shots of the film look different, and neither black?"""
    reader = PictureReader(path)
    try:
        one, other = reader.frame(2).astype(float), reader.frame(20).astype(float)
    finally:
        reader.close()
    return bool(np.abs(one - other).mean() > 5 and min(one.mean(), other.mean()) > 10)


LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
from studio.automation import cli
from tests.fakes.quick_generator import QuickGenerator
sys.exit(cli.main(sys.argv[2:], {"world": lambda: QuickGenerator(0)}))
"""


@needs_limits
@pytest.mark.parametrize("limit_bytes", [4_096, 65_536, 150_000])
def test_a_disk_that_takes_no_more_ends_a_render_in_one_sentence(
    folder: Path, limit_bytes: int
) -> None:
    assert cli.main(["new", "f.reel", "--shots", "shots.txt", "--size", "320x180"]) == 0
    film = (folder / "f.reel").read_bytes()
    (folder / "f.mp4").write_bytes(b"older")
    words = ["render", "f.reel", "-o", "f.mp4"]
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(limit_bytes), *words],
        capture_output=True,
        text=True,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1 and done.stderr.endswith(".\n"), done.stderr
    assert "Traceback" not in done.stderr
    assert (folder / "f.mp4").read_bytes() == b"older"
    assert (folder / "f.reel").read_bytes() == film
    assert not [each for each in folder.rglob("*") if ".part" in each.name]
    assert cli.main(words, {"world": _quick}) == 0


def _quick():
    from tests.fakes.quick_generator import QuickGenerator

    return QuickGenerator(frame_s=0)


@needs_limits
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_read_only_folder_ends_a_command_before_any_work(folder: Path, capfd) -> None:
    shelf = folder / "shelf"
    shelf.mkdir()
    shelf.chmod(0o500)
    assert cli.main(["generate", "a ball", "-o", "shelf/o.mp4", *TINY]) == 1
    assert "cannot be written" in capfd.readouterr().err
