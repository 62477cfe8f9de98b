"""Storyreel in one command: sets up what is missing, then opens the studio or runs every check.

    python3 packaging/bootstrap.py run [ARGUMENTS...]   the studio (or the command line)
    python3 packaging/bootstrap.py test [PYTEST ARGUMENTS...]
    python3 packaging/bootstrap.py bench [NAMES...]
    python3 packaging/bootstrap.py setup                only the set-up

Needs Python 3.11 or newer and nothing else: this file uses the standard library only.  The virtual
environment lies in ``.venv`` beside the sources (or where STORYREEL_VENV says); a second call finds
it by a stamp and starts at once.
"""

from __future__ import annotations

import ctypes.util
import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
TORCH = "torch==2.13.0"
OLDEST_PYTHON = (3, 11)

SYSTEM_LIBRARIES: dict[str, str] = {
    "EGL": "libegl1",
    "GL": "libgl1",
    "OpenGL": "libopengl0",
    "portaudio": "libportaudio2",
    "xkbcommon": "libxkbcommon0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-image": "libxcb-image0",
    "xcb-render-util": "libxcb-render-util0",
    "xcb-shape": "libxcb-shape0",
    "xcb-xkb": "libxcb-xkb1",
    "dbus-1": "libdbus-1-3",
    "fontconfig": "libfontconfig1",
    "glib-2.0": "libglib2.0-0",
}
"""Shared library that must be found -> Debian package that has it."""

SYSTEM_FILES: dict[str, str] = {
    "/usr/lib/*/dri/swrast_dri.so": "libgl1-mesa-dri",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf": "fonts-dejavu-core",
}
"""File that must exist (a pattern) -> Debian package that has it."""

NEEDED_TO_DRAW = frozenset({"libegl1", "libgl1", "libgl1-mesa-dri"})


class SetupError(Exception):
    """Set-up cannot go on; the message is one sentence that says what to do."""


def main(arguments: list[str]) -> int:
    """Runs one command; returns the exit code."""
    commands = {"run": run, "test": test, "bench": bench, "setup": setup}
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 0 if arguments and arguments[0] in {"-h", "--help", "help"} else 2
    try:
        return commands[arguments[0]](arguments[1:])
    except SetupError as error:
        print(f"storyreel: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("storyreel: stopped.", file=sys.stderr)
        return 1


def run(arguments: list[str]) -> int:
    """Opens the studio; without arguments, with the bundled example film."""
    python = prepare(extras="")
    return _call([python, "-m", "studio", *(arguments or ["example"])])


def setup(arguments: list[str]) -> int:
    """Sets up the application (``setup dev``: with what the checks need)."""
    print(f"Ready: {prepare(extras='dev' if 'dev' in arguments else '')}")
    return 0


def bench(arguments: list[str]) -> int:
    """Measures; prints a table."""
    python = prepare(extras="dev")
    return _call([python, "-m", "tests.benchmarks", *arguments])


def test(arguments: list[str]) -> int:
    """Runs every check and test; the exit code is 0 only when all of them pass."""
    python = prepare(extras="dev")
    checks = [
        ("ruff", [python, "-m", "ruff", "check", "."]),
        ("format", [python, "-m", "ruff", "format", "--check", "--quiet", "."]),
        ("types", [python, "-m", "mypy"]),
        ("imports", [str(_tool(python, "lint-imports"))]),
        ("tests", [python, "-m", "pytest", *arguments]),
    ]
    failed = []
    for name, command in checks:
        print(f"== {name}", flush=True)
        if _call(command) != 0:
            failed.append(name)
    if failed:
        print(f"storyreel: failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def prepare(extras: str) -> str:
    """The Python of an environment that has everything; makes or mends it when it is missing.

    Args:
        extras: ``""`` for the application, ``"dev"`` with what the checks need.

    Raises:
        SetupError: an old Python, a failed install.
    """
    if sys.version_info < OLDEST_PYTHON:
        raise SetupError(
            f"this is Python {platform.python_version()}; install Python 3.11 or newer and call "
            "this command with it."
        )
    folder = Path(os.environ.get("STORYREEL_VENV", ROOT / ".venv"))
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / f"storyreel-{extras or 'app'}.stamp"
    wanted = _fingerprint(extras)
    if python.exists() and stamp.exists() and stamp.read_text() == wanted:
        return str(python)
    _prepare_system()
    if not python.exists():
        print(f"Setting up a virtual environment in {folder} …", flush=True)
        venv.EnvBuilder(with_pip=True, clear=folder.exists()).create(folder)
    _install(str(python), extras)
    stamp.write_text(wanted)
    return str(python)


def _fingerprint(extras: str) -> str:
    """Changes when anything changes that was installed from."""
    digest = hashlib.sha256()
    for path in (ROOT / "pyproject.toml", CONSTRAINTS, Path(__file__)):
        digest.update(path.read_bytes())
    digest.update(f"{extras}|{sys.version}|{ROOT}".encode())
    return digest.hexdigest()


def _install(python: str, extras: str) -> None:
    """torch by its exact version first, so that nothing else draws a newer one in."""
    print("Installing torch (the largest part; only once) …", flush=True)
    _pip(python, TORCH)
    print("Installing Storyreel and its libraries …", flush=True)
    target = f"{ROOT}[{extras}]" if extras else str(ROOT)
    _pip(python, "--constraint", str(CONSTRAINTS), "--editable", target)


def _pip(python: str, *arguments: str) -> None:
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if _call([*command, *arguments]) != 0:
        raise SetupError(
            "pip could not install what Storyreel needs (see above); check the network and call "
            "this command again, it goes on where it stopped."
        )


def _prepare_system() -> None:
    """On Debian and its kin: the few system packages that Qt, OpenGL and PortAudio need."""
    if not shutil.which("apt-get"):
        return
    missing = missing_packages()
    if not missing:
        return
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        print(f"Installing system packages: {' '.join(missing)}", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=environment)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
        done = subprocess.run(install, check=False, env=environment, stdout=subprocess.DEVNULL)
        if done.returncode == 0:
            return
        print("storyreel: apt-get could not install them all (see above).", file=sys.stderr)
        missing = missing_packages()
    command = f"sudo apt-get update && sudo apt-get install -y {' '.join(missing)}"
    if NEEDED_TO_DRAW & set(missing) or "python3-venv" in missing:
        raise SetupError(f"system packages are missing; run this, then call again:\n{command}")
    print(f"storyreel: some system packages are missing; better run this:\n{command}")


def missing_packages() -> list[str]:
    """Debian packages that Storyreel needs and this machine lacks."""
    missing = [
        package
        for library, package in SYSTEM_LIBRARIES.items()
        if ctypes.util.find_library(library) is None
    ]
    missing += [
        package
        for pattern, package in SYSTEM_FILES.items()
        if not any(Path("/").glob(pattern.lstrip("/")))
    ]
    if importlib.util.find_spec("ensurepip") is None:
        missing.append("python3-venv")
    return sorted(set(missing))


def _tool(python: str, name: str) -> Path:
    return Path(python).with_name(name + (".exe" if os.name == "nt" else ""))


def _call(command: list[str]) -> int:
    """Runs a command in the repository's root for checks, in the caller's folder for the app."""
    is_app = command[1:3] == ["-m", "studio"]
    return subprocess.run(command, check=False, cwd=None if is_app else ROOT).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
