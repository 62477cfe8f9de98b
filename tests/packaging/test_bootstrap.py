"""The one command that sets everything up: what it does, asks for and refuses."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "bootstrap.py"


@pytest.fixture
def bootstrap() -> ModuleType:
    """The script as a module of its own, fresh for every test."""
    spec = importlib.util.spec_from_file_location("storyreel_bootstrap", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def apt_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine whose apt-get writes down what it is asked; returns where."""
    log = tmp_path / "apt.log"
    tool = tmp_path / "bin" / "apt-get"
    tool.parent.mkdir()
    tool.write_text(f'#!/bin/sh\necho "$@" >> "{log}"\nexit ${{APT_CODE:-0}}\n', encoding="utf-8")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tool.parent}{os.pathsep}{os.environ['PATH']}")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return log


def lacking(monkeypatch: pytest.MonkeyPatch, bootstrap: ModuleType, *packages: str) -> None:
    monkeypatch.setattr(bootstrap, "missing_packages", lambda: sorted(packages))


def a_finished_environment(folder: Path, bootstrap: ModuleType, extras: str) -> Path:
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    python.parent.mkdir(parents=True)
    python.write_text("")
    (folder / "pyvenv.cfg").write_text("")
    (folder / f"storyreel-{extras or 'app'}.stamp").write_text(bootstrap._fingerprint())
    return python


unix_only = pytest.mark.skipif(sys.platform == "win32", reason="about Debian")


@unix_only
def test_root_gets_the_system_packages_installed(
    bootstrap: ModuleType, apt_log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    found = iter([["libegl1", "libgl1"], []])
    monkeypatch.setattr(bootstrap, "missing_packages", lambda: next(found))
    bootstrap._prepare_system()
    assert apt_log.read_text().splitlines() == [
        "-qq update",
        "-qq install -y --no-install-recommends libegl1 libgl1",
    ]


@unix_only
def test_where_apt_refuses_them_together_it_is_asked_for_each(
    bootstrap: ModuleType, apt_log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setenv("APT_CODE", "100")
    lacking(monkeypatch, bootstrap, "libegl1", "libgl1")
    with pytest.raises(bootstrap.SetupError, match="sudo apt-get update"):
        bootstrap._prepare_system()
    assert [line.split()[-1] for line in apt_log.read_text().splitlines()[2:]] == [
        "libegl1",
        "libgl1",
    ]


@unix_only
def test_without_root_the_exact_command_is_said_and_nothing_is_installed(
    bootstrap: ModuleType, apt_log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    lacking(monkeypatch, bootstrap, "python3.11-venv", "libegl1", "libportaudio2")
    with pytest.raises(bootstrap.SetupError) as refused:
        bootstrap._prepare_system()
    assert str(refused.value).splitlines()[1] == (
        "sudo apt-get update && sudo apt-get install -y libegl1 libportaudio2 python3.11-venv"
    )
    assert not apt_log.exists()


@unix_only
def test_what_is_only_nice_to_have_is_said_and_does_not_stop_it(
    bootstrap: ModuleType,
    apt_log: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    lacking(monkeypatch, bootstrap, "libportaudio2")
    bootstrap._prepare_system()
    assert "sudo apt-get install -y libportaudio2" in capsys.readouterr().out


def test_what_only_a_window_needs_stops_nobody_without_a_display(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert bootstrap.blocking(["libgl1", "libxcb-cursor0"]) == ["libgl1"]
    monkeypatch.setenv("DISPLAY", ":0")
    assert bootstrap.blocking(["libgl1", "libxcb-cursor0"]) == ["libgl1", "libxcb-cursor0"]


def test_a_python_without_ensurepip_lacks_the_venv_package_of_its_version(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "ensurepip" else known(name)
    )
    assert f"python3.{sys.version_info.minor}-venv" in bootstrap.missing_packages()


def test_an_old_python_is_told_which_one_to_take(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    assert bootstrap.main(["test"]) == 1
    assert "install Python 3.11 or newer" in capsys.readouterr().err


@pytest.mark.parametrize(("extras", "had"), [("", ""), ("dev", "dev"), ("", "dev")])
def test_a_finished_environment_is_taken_as_it_is(
    bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extras: str, had: str
) -> None:
    monkeypatch.setenv("STORYREEL_VENV", str(tmp_path / "elsewhere"))
    python = a_finished_environment(tmp_path / "elsewhere", bootstrap, had)
    monkeypatch.setattr(bootstrap, "_install", lambda *_: pytest.fail("it installed"))
    assert bootstrap.prepare(extras) == str(python)


def test_the_checks_need_more_than_the_application(
    bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "venv"
    monkeypatch.setenv("STORYREEL_VENV", str(folder))
    a_finished_environment(folder, bootstrap, "")
    installed: list[str] = []
    monkeypatch.setattr(bootstrap, "_prepare_system", lambda: None)
    monkeypatch.setattr(bootstrap, "_make_environment", lambda *_: None)
    monkeypatch.setattr(bootstrap, "_install", lambda _, extras: installed.append(extras))
    bootstrap.prepare("dev")
    bootstrap.prepare("dev")
    assert installed == ["dev"]


def test_changed_pins_are_installed_at_the_next_call(
    bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pins = tmp_path / "constraints.txt"
    pins.write_text("numpy==1\n")
    monkeypatch.setattr(bootstrap, "CONSTRAINTS", pins)
    before = bootstrap._fingerprint()
    pins.write_text("numpy==2\n")
    assert bootstrap._fingerprint() != before


def test_a_folder_with_other_things_in_it_is_not_touched(
    bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "diary.txt").write_text("mine")
    monkeypatch.setenv("STORYREEL_VENV", str(tmp_path))
    monkeypatch.setattr(bootstrap, "_prepare_system", lambda: None)
    with pytest.raises(bootstrap.SetupError, match="STORYREEL_VENV"):
        bootstrap.prepare("")
    assert (tmp_path / "diary.txt").read_text() == "mine"


def test_torch_comes_first_and_by_its_exact_version(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(bootstrap, "_pip", lambda _, *words: asked.append(words))
    bootstrap._install("python", "dev")
    assert [words[-1] for words in asked] == ["torch==2.13.0", f"{ROOT}[dev]"]
    assert all(str(bootstrap.CONSTRAINTS) in words for words in asked)


def test_without_a_network_it_says_so(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "_call", lambda _: 1)
    with pytest.raises(bootstrap.SetupError, match="check the network and call this command again"):
        bootstrap._pip("python", "numpy")


def test_words_after_run_go_to_the_application_in_the_callers_folder(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr(bootstrap, "prepare", lambda extras: sys.executable)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.chdir(tmp_path)
    assert bootstrap.main(["run", "breakdown", "a ball", "--json"]) == 0
    assert '"subjects"' in capfd.readouterr().out
    assert bootstrap.main(["run", "info", "nothing-here.mp4"]) == 1


def test_run_alone_shows_the_example(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def note(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(bootstrap, "prepare", lambda extras: "python")
    monkeypatch.setattr(subprocess, "run", note)
    assert bootstrap.main(["run"]) == 0
    assert asked[0][-1] == "example"


@pytest.mark.parametrize("failing", ["ruff", "mypy", "importlinter", "pytest", "nothing"])
def test_one_failing_check_fails_the_whole_and_the_others_run_all_the_same(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    called: list[str] = []

    def call(command: list[str]) -> int:
        called.append(" ".join(command))
        return int(failing in called[-1])

    monkeypatch.setattr(bootstrap, "prepare", lambda extras: "python")
    monkeypatch.setattr(bootstrap, "_call", call)
    assert bootstrap.main(["test", "-k", "ball"]) == int(failing != "nothing")
    assert len(called) == 5
    assert called[-1] == "python -m pytest -k ball"


def test_pins_drop_builds_and_keep_what_this_system_lacks(bootstrap: ModuleType) -> None:
    before = "# a word\ncolorama==0.4\nnumpy==1.0\n"
    after = bootstrap.pinned("numpy==2.0\ntorch==2.13.0+cpu\npip==26\n", before)
    lines = [line for line in after.splitlines() if not line.startswith("#")]
    assert lines == ["colorama==0.4", "numpy==2.0", "torch==2.13.0"]


def test_every_line_of_the_constraints_is_exact() -> None:
    lines = (ROOT / "packaging" / "constraints.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert "torch==2.13.0" in pins
    assert all(line.count("==") == 1 and "*" not in line and "+" not in line for line in pins)


def test_it_needs_the_standard_library_only() -> None:
    code = f"import runpy, sys; runpy.run_path({str(SCRIPT)!r}); print('ready')"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "ready"


def test_nothing_asked_shows_what_can_be_asked() -> None:
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, str(SCRIPT)], capture_output=True, text=True, check=False
    )
    print(f"bootstrap alone: {time.perf_counter() - start:.2f} s")
    assert done.returncode == 2
    assert "bootstrap.py run" in done.stdout
