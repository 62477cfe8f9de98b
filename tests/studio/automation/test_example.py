"""Claims about ``storyreel example``: a window where there is a display, an mp4 where not."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from engine.media.probe import probe
from studio.automation import cli
from studio.automation.commands import example
from studio.document.edits import add_shot
from studio.document.files import save_film
from studio.document.project import new_project
from tests.fakes.quick_generator import QuickGenerator
from tests.studio.session.test_project_session import request


@pytest.fixture(autouse=True)
def headless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    bundled = tmp_path / "bundled.reel"
    film = add_shot(new_project("Small"), request("a ball rolls"), name="Shot 1")
    save_film(film, bundled)
    monkeypatch.setattr(example, "EXAMPLE_FILM", bundled)
    return bundled


def test_without_a_display_the_last_line_says_where_the_mp4_is(
    headless: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = headless.read_bytes()
    assert cli.main(["example"], {"world": lambda: QuickGenerator(frame_s=0)}) == 0
    out, err = capsys.readouterr()
    made = Path(out.splitlines()[-1])
    assert made == tmp_path / "storyreel-example.mp4"
    assert probe(made).kind == "video"
    assert headless.read_bytes() == before
    shares = [int(each) for each in re.findall(r"(\d+)%", err)]
    assert shares == sorted(shares) and shares[-1] == 100
    assert len(shares) <= 11


def test_where_the_folder_cannot_be_written_the_film_goes_to_the_temporary_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "storyreel-example.mp4").mkdir()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr(example.tempfile, "gettempdir", lambda: str(elsewhere))
    monkeypatch.setattr(example.tempfile, "tempdir", str(elsewhere))
    assert cli.main(["example"], {"world": lambda: QuickGenerator(frame_s=0)}) == 0
    out, err = capsys.readouterr()
    assert Path(out.splitlines()[-1]) == elsewhere / "storyreel-example.mp4"
    assert (elsewhere / "storyreel-example.mp4").is_file()
    assert "The film goes to" in err


def test_json_says_the_same_to_programs(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["example", "-o", "mine.mp4", "--json"]
    assert cli.main(words, {"world": lambda: QuickGenerator(frame_s=0)}) == 0
    said = json.loads(capsys.readouterr().out)
    assert Path(said["output"]).name == "mine.mp4" and Path(said["output"]).is_file()


def test_with_a_display_the_owners_copy_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":7")
    opened: list[Path] = []

    def open_window(film: Path, library: Path | None, **_options: object) -> int:
        opened.append(film)
        return 0

    assert cli.main(["example"], None, open_window) == 0
    assert opened == [tmp_path / "library" / "films" / "The example film.reel"]
