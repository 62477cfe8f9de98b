"""How the command speaks: exit codes, one sentence on stderr, nothing else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from studio.automation import cli

ROOT = Path(__file__).parents[3]
ONE_SENTENCE = re.compile(r"[^\n]+[.?]\n")

REFUSED = [
    (2, ["generate", "a ball", "-o", "o.mp4", "--seconds", "0"], "above 0 seconds"),
    (2, ["generate", "a ball", "-o", "o.mp4", "--seconds", "-1"], "above 0 seconds"),
    (2, ["generate", "a ball", "-o", "o.mp4", "--seconds", "nan"], "no length"),
    (2, ["generate", "a ball", "-o", "o.mp4", "--seconds", "36000"], "at most 600 s"),
    (2, ["generate", "a ball", "-o", "o.mp4", "--seconds", "5m"], "no length"),
    (2, ["generate", "a ball", "-o", "o.mp4", "--seconds", "0.001"], "0 frames"),
    (2, ["generate", "a ball", "-o", "o.mp4", "--size", "641x361"], "odd side"),
    (2, ["generate", "a ball", "-o", "o.mp4", "--size", "big"], "width x height"),
    (2, ["generate", "a ball", "-o", "o.mp4", "--size", "20000x20000"], "64 to 3840"),
    (2, ["generate", "a ball", "-o", "o.mp4", "--size", "0x0"], "64 to 3840"),
    (2, ["generate", "a ball", "-o", "o.mp4", "--fps", "0"], "no frame rate"),
    (2, ["generate", "a ball", "-o", "o.mp4", "--fps", "24/0"], "no frame rate"),
    (2, ["generate", "a ball", "-o", "o.mp4", "--fps", "1000"], "outside 1 to 120"),
    (2, ["generate", "a ball", "-o", "o.mp4", "--seed", "-1"], "no seed"),
    (2, ["generate", "a ball", "-o", "o.mp4", "--camera", "swirl"], "swirl"),
    (2, ["generate", "a ball", "-o", "o.avi"], "called .mp4"),
    (2, ["generate", "a ball"], "--output"),
    (2, ["generate", "", "-o", "o.mp4"], "no words"),
    (2, ["generate", "  12 !? ", "-o", "o.mp4"], "no words"),
    (2, ["generate", "a ball", "-o", "o.mp4", "--frob"], "--frob"),
    (1, ["generate", "a ball", "-o", "gone/o.mp4"], "no folder"),
    (1, ["generate", "a ball", "-o", "folder.mp4"], "is a folder"),
    (1, ["generate", "a ball", "-o", "o.mp4", "--events", "gone/e.json"], "no folder"),
    (1, ["generate", "a ball", "-o", "o.mp4", "--passes", "text.txt"], "is a file"),
    (1, ["generate", "a ball", "-o", "o.mp4", "--image", "gone.png"], "gone.png"),
    (1, ["generate", "a ball", "-o", "o.mp4", "--image", "text.txt"], "text.txt"),
    (1, ["generate", "a ball", "-o", "o.mp4", "--image", "empty.png"], "empty.png"),
    (1, ["generate", "a ball", "-o", "o.mp4", "--image", "folder.mp4"], "folder.mp4"),
    (1, ["generate", "zxqv blorp", "-o", "o.mp4"], "name a thing"),
    (2, ["breakdown", ""], "no words"),
    (2, ["breakdown"], "PROMPT"),
    (1, ["info", "gone.mp4"], "gone.mp4"),
    (1, ["info", "text.mp4"], "text.mp4"),
    (1, ["info", "empty.png"], "empty.png"),
    (1, ["info", "folder.mp4"], "folder.mp4"),
    (1, ["info", "gone.reel"], "no film"),
    (1, ["info", "text.reel"], "text.reel"),
    (1, ["gone.reel"], "no film"),
    (1, ["render", "gone.reel", "-o", "o.mp4"], "no film"),
    (2, ["render", "gone.reel", "-o", "o.gif"], "called .mp4"),
    (2, ["new", "f.film", "--shots", "text.txt"], "called .reel"),
    (1, ["new", "f.reel", "--shots", "gone.txt"], "no list of shots"),
    (1, ["new", "f.reel", "--shots", "empty.png"], "no shots"),
    (1, ["new", "f.reel", "--shots", "binary.bin"], "not a text file"),
    (1, ["new", "f.reel", "--shots", "folder.mp4"], "folder"),
    (1, ["new", "text.reel", "--shots", "text.txt"], "there already"),
    (2, ["generat", "a ball"], "did you mean generate"),
    (2, ["--frob"], "--frob"),
    (1, ["info", "text.reel", "--library", "text.txt"], "text.reel"),
    (1, ["generate", "a ball", "-o", "o.mp4", "--library", "text.txt"], "cannot be the library"),
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STORYREEL_LIBRARY", str(tmp_path / "library"))
    (tmp_path / "folder.mp4").mkdir()
    for name in ("text.txt", "text.mp4", "text.reel"):
        (tmp_path / name).write_text("a ball bounces\n" * 20, encoding="utf-8")
    (tmp_path / "empty.png").touch()
    (tmp_path / "binary.bin").write_bytes(bytes(range(256)))
    return tmp_path


@pytest.mark.parametrize(
    ("exit_code", "words", "reason"), REFUSED, ids=[" ".join(words) for _, words, _ in REFUSED]
)
def test_bad_input_gets_one_sentence_and_leaves_nothing(
    exit_code: int,
    words: list[str],
    reason: str,
    folder: Path,
    capfd: pytest.CaptureFixture[str],
):
    before = {path.name for path in folder.iterdir()}
    assert cli.main(words) == exit_code
    out, err = capfd.readouterr()
    assert out == ""
    assert ONE_SENTENCE.fullmatch(err), err
    assert reason in err
    assert {path.name for path in folder.iterdir()} - before <= {"library"}


def test_version_and_help_go_to_stdout(capsys: pytest.CaptureFixture[str]):
    for words, shown in ((["--version"], "Storyreel "), (["render", "--help"], "OUT.mp4")):
        with pytest.raises(SystemExit) as end:
            cli.main(words)
        assert end.value.code == 0
        assert shown in capsys.readouterr().out


def storyreel(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "studio", *words],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_process_ends_with_the_code_and_the_sentence(folder: Path):
    done = storyreel("info", str(folder / "text.mp4"))
    assert (done.returncode, done.stdout) == (1, "")
    assert ONE_SENTENCE.fullmatch(done.stderr)
    assert storyreel("generate").returncode == 2
    assert storyreel("--version").returncode == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Linux displays")
def test_without_a_display_the_window_says_what_to_do_instead():
    no_display = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = storyreel(**no_display)
    assert done.returncode == 1
    assert ONE_SENTENCE.fullmatch(done.stderr)
    assert "storyreel render" in done.stderr


def test_the_command_line_starts_without_qt_torch_or_decoders():
    code = (
        "import sys, studio.__main__, studio.automation.cli, studio.automation.commands.generate;"
        "heavy = {'PySide6', 'torch', 'av', 'cv2', 'sapien', 'moderngl', 'scipy', 'diffusers'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_pipe_that_is_closed_early_is_no_fault(folder: Path):
    with subprocess.Popen(
        [sys.executable, "-m", "studio", "breakdown", "a ball", "--json"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
