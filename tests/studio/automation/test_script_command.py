"""``storyreel script``: a text in, a film out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.media.probe import probe
from studio.automation import cli
from studio.document.files import load_film
from tests.fakes.quick_generator import QuickGenerator

PAGE = "Title: Two\n\nEXT. BEACH - NIGHT\n\nA dog runs.\n\nANNA\nStop!\n\n[[really?]]\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STORYREEL_LIBRARY", str(tmp_path / "library"))
    Path("page.fountain").write_text(PAGE, encoding="utf-8")

    def run(*words: str) -> tuple[int, str, str]:
        code = cli.main(["script", *words], {"world": lambda: QuickGenerator(frame_s=0)})
        return code, *capsys.readouterr()

    return run


def test_a_screenplay_becomes_a_film_and_every_shot_is_told(run) -> None:
    code, said, _ = run("page.fountain", "-o", "two.reel", "--size", "96x64", "--seed", "5")
    assert code == 0
    film = load_film(Path("two.reel"))
    assert (film.title, film.width_px, film.height_px) == ("Two", 96, 64)
    assert [shot.request.prompt for shot in film.shots] == [
        "Night. Wide shot. A dog runs.",
        'Night. Medium shot of Anna. Anna: "Stop!"',
    ]
    assert {shot.request.seed for shot in film.shots} == {5}
    assert said.startswith("two.reel: 2 shots, ")
    assert "In no shot: line 10, note: really?" in said


def test_json_says_the_same_for_programs(run) -> None:
    code, said, _ = run("page.fountain", "-o", "two.reel", "--json")
    told = json.loads(said)
    assert code == 0
    assert [shot["place"] for shot in told["shots"]] == ["Beach", "Beach"]
    assert told["remarks"] == [{"line_number": 10, "kind": "note", "words": "really?"}]


def test_it_can_be_rendered_at_once(run) -> None:
    words = ["--size", "96x64", "--render", "two.mp4"]
    assert run("page.fountain", "-o", "two.reel", *words)[0] == 0
    film = load_film(Path("two.reel"))
    assert all(shot.is_up_to_date for shot in film.shots)
    assert probe(Path("two.mp4")).frame_count == film.frame_count


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["gone.txt", "-o", "a.reel"], 1, "There is no file at gone.txt"),
        (["page.fountain", "-o", "a.mov"], 2, "“a.mov” is not called .reel"),
        (["page.fountain", "-o", "a.reel", "--render", "a.mov"], 2, "“a.mov” is not called .mp4"),
        (["page.fountain", "-o", "there.reel"], 1, "there.reel is there already"),
        (["page.fountain", "-o", "a.reel", "--style", "zebra"], 2, "There is no style “zebra”"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(run, words: list[str], code: int, sentence: str):
    Path("there.reel").write_text("", encoding="utf-8")
    ended, said, why = run(*words)
    assert (ended, said) == (code, "")
    assert why.startswith(sentence)
    assert why.count("\n") == 1
    assert not Path("a.reel").exists()
