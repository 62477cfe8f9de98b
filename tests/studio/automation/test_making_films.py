"""Shots and films from the command line, with a quick generator in place of the world's."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import numpy as np
import pytest
import trimesh

from engine.errors import CannotHere
from engine.media.decode import PictureReader
from engine.media.encode import write_png
from engine.media.probe import probe
from engine.media.sound import read_sound
from studio.automation import cli
from studio.document import edits
from studio.document.files import load_film, open_film, save_film
from studio.document.locks import lock_film
from studio.library import Library
from tests.fakes.quick_generator import QuickGenerator

ROOT = Path(__file__).parents[3]
SMALL = ["--size", "96x64", "--seconds", "0.5"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STORYREEL_LIBRARY", str(tmp_path / "library"))
    return tmp_path


@pytest.fixture
def generator() -> QuickGenerator:
    return QuickGenerator(frame_s=0)


@pytest.fixture
def run(generator: QuickGenerator, capsys: pytest.CaptureFixture[str]):
    def run(*words: str) -> tuple[int, str, str]:
        code = cli.main(list(words), {"world": lambda: generator})
        return code, *capsys.readouterr()

    return run


def new_film(run, *lines: str) -> Path:
    Path("shots.txt").write_text("\n".join(lines), encoding="utf-8")
    assert run("new", "f.reel", "--shots", "shots.txt", *SMALL)[0] == 0
    return Path("f.reel")


def test_generate_writes_an_mp4_with_picture_and_sound_as_asked(run):
    code, out, err = run("generate", "a ball bounces", "-o", "o.mp4", *SMALL, "--fps", "25")
    assert (code, err) == (0, "")
    assert out.startswith("o.mp4: ")
    info = probe(Path("o.mp4"))
    assert (info.kind, info.frame_count, info.width_px, info.height_px) == ("video", 12, 96, 64)
    assert float(info.rate.fraction) == 25
    assert abs(info.sample_count - 12 * 1920) <= 1024


def test_json_is_all_that_is_on_stdout_and_tells_of_the_take(run):
    code, out, _ = run("generate", "a ball bounces", "-o", "o.mp4", *SMALL, "--json", "--seed", "7")
    said = json.loads(out)
    assert code == 0
    assert (said["output"], said["frames"], said["size"], said["fps"]) == (
        "o.mp4",
        12,
        "96x64",
        24,
    )
    assert (said["seed"], said["seconds"], said["from_cache"]) == (7, 0.5, False)
    assert said["breakdown"]["subjects"][0]["name"] == "ball"
    assert len(said["contacts"]) == 1


def test_the_events_file_lists_each_contact_and_the_sound_starts_there(run):
    run("generate", "a ball bounces", "-o", "o.mp4", *SMALL, "--events", "events.json")
    (contact,) = json.loads(Path("events.json").read_text(encoding="utf-8"))
    assert set(contact) >= {"t_s", "frame", "sample", "position_m", "impulse_ns", "materials"}
    sound = np.abs(read_sound(Path("o.mp4"), 0, 24_000)).max(axis=1)
    onset = int(np.argmax(sound > 0.2))
    assert abs(onset - contact["sample"]) <= 480


def test_the_same_words_come_from_the_library_unless_made_anew(run, generator):
    words = ("generate", "a ball bounces", "-o", "o.mp4", *SMALL, "--json")
    assert json.loads(run(*words)[1])["from_cache"] is False
    assert json.loads(run(*words)[1])["from_cache"] is True
    assert json.loads(run(*words, "--no-cache")[1])["from_cache"] is False
    assert json.loads(run(*words, "--seed", "1")[1])["from_cache"] is False
    assert len(generator.made) == 3


@pytest.mark.parametrize("before", [True, False])
def test_options_for_all_commands_may_stand_before_or_after_the_command(run, before: bool):
    asked = ["generate", "a ball bounces", "-o", "o.mp4", *SMALL]
    common = ["--library", "mine", "--json"]
    code, out, _ = run(*common, *asked) if before else run(*asked, *common)
    assert code == 0
    assert json.loads(out)["output"] == "o.mp4"
    assert Path("mine/library.sqlite").exists()
    assert not Path("library").exists()


def test_everything_asked_on_the_command_line_reaches_the_request(run, generator):
    picture = np.full((64, 96, 3), 90, np.uint8)
    write_png(Path("back.png"), picture)
    write_png(Path("hues.png"), picture // 2)
    code, _, err = run(
        *("generate", "a ball bounces", "-o", "o.mp4", "--size", "128X72", "--seconds", "0.5"),
        *("--fps", "23.976", "--seed", "3", "--style", "Natural", "--camera", "push in"),
        *("--image", "back.png", "--palette", "hues.png", "--passes", "passes"),
    )
    assert (code, err) == (0, "")
    (asked,) = generator.made
    assert (asked.width_px, asked.height_px, asked.frame_count, asked.seed) == (128, 72, 12, 3)
    assert (asked.rate.numerator, asked.rate.denominator) == (24_000, 1_001)
    assert (asked.style, asked.camera.name) == ("natural", "dolly in")
    with Library(Path("library")) as library:
        assert asked.image_sha256 is not None and asked.palette_sha256 is not None
        assert library.media.has(asked.image_sha256)
        assert library.media.has(asked.palette_sha256)
        assert asked.image_sha256 != asked.palette_sha256
    assert [path.name for path in Path("passes").iterdir()] == ["depth_0000.npy"]


def test_a_model_on_the_command_line_is_kept_and_is_what_the_name_looks_like(run, generator):
    box = trimesh.creation.box((0.4, 0.3, 0.2))
    Path("box.obj").write_text(box.export(file_type="obj"))
    asked = ("generate", "Rolo falls off a table", "-o", "o.mp4", *SMALL)
    code, _, err = run(*asked, "--model", "Rolo=box.obj")
    assert (code, err) == (0, "")
    (member,) = generator.made[0].cast
    assert member.name == "Rolo"
    with Library(Path("library")) as library:
        assert member.model_sha256 is not None
        assert library.media.path(member.model_sha256).suffix == ".glb"


def test_a_model_that_cannot_be_read_is_refused_in_one_sentence(run, generator):
    Path("box.glb").write_bytes(b"no model at all")
    code, _, err = run("generate", "Rolo falls", "-o", "o.mp4", *SMALL, "--model", "Rolo=box.glb")
    assert code != 0
    assert err.count("\n") == 1
    assert "box.glb" in err
    assert generator.made == []


def test_an_unknown_style_or_generator_is_refused_with_what_there_is(run):
    for words in (["--style", "cubist"], ["--generator", "oracle"]):
        code, _, err = run("generate", "a ball", "-o", "o.mp4", *SMALL, *words)
        assert code == 2
        assert re.fullmatch(r"There is no (style|generator) .*: use one of [^\n]+\.\n", err)


def test_a_failure_while_making_leaves_the_old_file_and_says_why(run, generator):
    Path("o.mp4").write_bytes(b"an older film")

    def no_room(frame: int) -> None:
        if frame == 5:
            raise CannotHere("The disk is full; free some space.")

    generator._fail = no_room
    code, out, err = run("generate", "a ball bounces", "-o", "o.mp4", *SMALL)
    assert (code, out, err) == (1, "", "The disk is full; free some space.\n")
    assert Path("o.mp4").read_bytes() == b"an older film"
    assert {path.name for path in Path().iterdir()} == {"o.mp4", "library"}
    assert list(Path("library/work").iterdir()) == []


def test_a_fault_of_ours_is_one_sentence_and_the_traceback_goes_to_the_log(
    run, generator, caplog: pytest.LogCaptureFixture
):
    def bug(frame: int) -> None:
        raise KeyError("what")

    generator._fail = bug
    code, out, err = run("generate", "a ball bounces", "-o", "o.mp4", *SMALL)
    assert (code, out) == (1, "")
    assert re.fullmatch(r"[^\n]+storyreel\.log[^\n]+\.\n", err)
    assert "KeyError" in Path("library/storyreel.log").read_text(encoding="utf-8")
    assert caplog.records


def test_progress_is_shown_when_wanted_with_the_time_left(run):
    _, _, err = run("generate", "a ball bounces", "-o", "o.mp4", *SMALL, "--progress")
    lines = err.splitlines()
    assert lines[-1].startswith("[########################] 100%")
    assert any(re.search(r"\d:\d\d left", line) for line in lines)
    shares = [int(re.search(r"(\d+)%", line)[1]) for line in lines]
    assert shares == sorted(shares)


def test_new_makes_a_film_of_the_lines_that_are_shots(run):
    film = new_film(run, "# my film", "a ball bounces", "", "  Anna says “hello”  ")
    project = load_film(film)
    assert [shot.request.prompt for shot in project.shots] == [
        "a ball bounces",
        "Anna says “hello”",
    ]
    assert (project.title, project.frame_count, project.width_px) == ("f", 24, 96)


def test_new_names_the_line_that_shows_nothing(run):
    Path("shots.txt").write_text("a ball bounces\nzxqv blorp\n", encoding="utf-8")
    code, _, err = run("new", "f.reel", "--shots", "shots.txt")
    assert code == 1
    assert "Line 2 of shots.txt" in err
    assert not Path("f.reel").exists()


def test_new_replaces_a_film_only_when_told(run):
    film = new_film(run, "a ball bounces")
    before = film.read_bytes()
    assert run("new", "f.reel", "--shots", "shots.txt")[0] == 1
    assert film.read_bytes() == before
    assert run("new", "f.reel", "--shots", "shots.txt", "--force")[0] == 0
    assert film.read_bytes() != before


def test_render_makes_what_is_missing_and_saves_the_takes(run, generator):
    film = new_film(run, "a ball bounces", "a box falls")
    code, out, err = run("render", "f.reel", "-o", "o.mp4", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out)["made"] == ["Shot 1", "Shot 2"]
    assert probe(Path("o.mp4")).frame_count == 24
    assert all(shot.is_up_to_date for shot in load_film(film).shots)
    reader = PictureReader(Path("o.mp4"))
    try:
        assert abs(reader.frame(0).astype(int) - reader.frame(23)).max() > 50
    finally:
        reader.close()


def test_render_makes_only_what_changed(run, generator):
    film = new_film(run, "a ball bounces", "a box falls")
    run("render", "f.reel", "-o", "o.mp4")
    opened = open_film(film)
    shot = opened.project.shots[1]
    request = generator.made[1].__class__(
        **{name: getattr(shot.request, name) for name in shot.request.__struct_fields__}
        | {"prompt": "a red box falls"}
    )
    save_film(edits.change_request(opened.project, shot.id, request), film)
    generator.made.clear()
    assert json.loads(run("render", "f.reel", "-o", "o.mp4", "--json")[1])["made"] == ["Shot 2"]
    assert [asked.prompt for asked in generator.made] == ["a red box falls"]
    generator.made.clear()
    assert json.loads(run("render", "f.reel", "-o", "o.mp4", "--json")[1])["made"] == []
    assert generator.made == []


def test_a_film_from_another_machine_is_made_again_here(run, generator):
    film = new_film(run, "a ball bounces")
    run("render", "f.reel", "-o", "o.mp4")
    generator.made.clear()
    code, _, err = run("render", "f.reel", "-o", "o.mp4", "--library", "other")
    assert (code, err) == (0, "")
    assert len(generator.made) == 1
    assert len(load_film(film).shots[0].takes) == 1


def test_takes_made_before_a_failure_are_kept_in_the_film(run, generator):
    film = new_film(run, "a ball bounces", "unmakeable boxes fall")
    code, _, err = run("render", "f.reel", "-o", "o.mp4")
    assert code == 1
    assert err == "Test pictures cannot show this; write another prompt.\n"
    assert [shot.is_up_to_date for shot in load_film(film).shots] == [True, False]
    assert not Path("o.mp4").exists()


def test_a_film_that_is_open_in_a_window_is_rendered_and_left_as_it_is(run):
    film = new_film(run, "a ball bounces")
    before = film.read_bytes()
    with lock_film(film):
        code, _, err = run("render", "f.reel", "-o", "o.mp4")
    assert code == 0
    assert f"process {os.getpid()}" in err
    assert film.read_bytes() == before
    assert probe(Path("o.mp4")).frame_count == 12


def test_fields_of_a_newer_storyreel_survive_a_render(run):
    film = new_film(run, "a ball bounces")
    tree = json.loads(film.read_text(encoding="utf-8")) | {"x_future": [1, 2]}
    film.write_text(json.dumps(tree), encoding="utf-8")
    run("render", "f.reel", "-o", "o.mp4")
    assert json.loads(film.read_text(encoding="utf-8"))["x_future"] == [1, 2]


def test_an_empty_film_cannot_be_rendered(run):
    film = new_film(run, "a ball bounces")
    project = load_film(film)
    save_film(edits.remove_shot(project, project.shots[0].id), film)
    code, _, err = run("render", "f.reel", "-o", "o.mp4")
    assert code == 1
    assert "empty timeline" in err


def test_info_tells_of_films_and_media(run):
    new_film(run, "a ball bounces", "a box falls")
    assert "not made yet: a ball bounces" in run("info", "f.reel")[1]
    run("render", "f.reel", "-o", "o.mp4")
    film = json.loads(run("info", "f.reel", "--json")[1])
    assert [shot["state"] for shot in film["shots"]] == ["ready", "ready"]
    assert (film["seconds"], film["size"], film["fps"]) == (1.0, "96x64", 24.0)
    media = json.loads(run("info", "o.mp4", "--json")[1])
    assert (media["kind"], media["frame_count"], media["codec"]) == ("video", 24, "h264")
    assert "96x64" in run("info", "o.mp4")[1]


def test_breakdown_as_json_has_every_part_of_the_scene(run):
    code, out, _ = run("breakdown", "Anna says “hello there” at night in the rain", "--json")
    scene = json.loads(out)
    assert code == 0
    assert set(scene) >= {
        *("subjects", "actions", "place", "time", "weather", "style", "camera", "dialogue"),
        *("sounds", "not_understood", "substituted"),
    }
    assert scene["dialogue"][0]["line"] == "hello there"
    assert (scene["time"], scene["weather"]) == ("night", "rain")
    assert "hello there" in run("breakdown", "Anna says “hello there”")[1]


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopping_while_making_leaves_nothing_half_written(folder: Path, number: signal.Signals):
    code = """
        import signal, sys
        signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background has none
        from studio.automation import cli
        from tests.fakes.quick_generator import QuickGenerator
        words = ["generate", "a ball", "-o", sys.argv[1], "--seconds", "60", "--progress"]
        sys.exit(cli.main(words, {"world": lambda: QuickGenerator(frame_s=0.05)}))
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), str(folder / "o.mp4")],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        assert "[" in process.stderr.readline()
        process.stderr.readline()
        time.sleep(0.2)
        process.send_signal(number)
        err = process.stderr.read()
    assert process.returncode == 1
    assert err.splitlines()[-1] == "Stopped; nothing was written."
    assert not (folder / "o.mp4").exists()
    assert list((folder / "library" / "work").iterdir()) == []
    assert [path for path in (folder / "library" / "media").rglob("*") if path.is_file()] == []


def test_doctor_tells_of_everything_and_what_to_do(run):
    code, out, _ = run("doctor", "--json")
    said = json.loads(out)
    assert [check["name"] for check in said["checks"]] == [
        *("Python", "Qt", "OpenGL", "GPU", "Physics", "Speech", "Video", "Sound", "Disk"),
        "Library",
    ]
    assert all(check["advice"] for check in said["checks"] if check["state"] != "ok")
    assert code == (0 if said["ok"] else 1)
    assert said["ok"] == all(check["state"] != "missing" for check in said["checks"])
