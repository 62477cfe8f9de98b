"""Storyreel in one command: sets up what is missing, then opens the studio or runs every check.

    python3 packaging/bootstrap.py run [ARGUMENTS...]   the studio (or the command line)
    python3 packaging/bootstrap.py test [PYTEST ARGUMENTS...]
    python3 packaging/bootstrap.py bench [NAMES...]
    python3 packaging/bootstrap.py setup [dev]          only the set-up
    python3 packaging/bootstrap.py pin                  renews constraints.txt

Needs Python 3.11 or newer and nothing else: this file uses the standard library only.  The virtual
environment lies in .venv beside the sources (or where STORYREEL_VENV says); a second call finds it
by a stamp and starts at once.
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
    "X11-xcb": "libx11-xcb1",
    "ICE": "libice6",
    "SM": "libsm6",
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-image": "libxcb-image0",
    "xcb-randr": "libxcb-randr0",
    "xcb-render": "libxcb-render0",
    "xcb-render-util": "libxcb-render-util0",
    "xcb-shape": "libxcb-shape0",
    "xcb-shm": "libxcb-shm0",
    "xcb-sync": "libxcb-sync1",
    "xcb-xfixes": "libxcb-xfixes0",
    "xcb-xkb": "libxcb-xkb1",
    "dbus-1": "libdbus-1-3",
    "fontconfig": "libfontconfig1",
    "glib-2.0": "libglib2.0-0",
}
"""Shared library that must be found -> Debian package that has it."""

SYSTEM_FILES: dict[str, str] = {
    "/usr/lib/*/dri/*swrast_dri.so": "libgl1-mesa-dri",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf": "fonts-dejavu-core",
}
"""File that must exist (a pattern) -> Debian package that has it."""

WORKS_WITHOUT = frozenset({"libportaudio2", "fonts-dejavu-core"})
"""Without these the picture is there, only the sound or a letter is not."""

ONLY_FOR_X = ("libxcb-", "libxkbcommon-x11", "libx11-xcb", "libice", "libsm")
"""How the names of packages begin that only a window on a display needs."""

PIN_HEADER = """\
# Every library at the exact version that the tests passed with; pip takes no other.
# Renewed by: python3 packaging/bootstrap.py pin   (newest that pyproject.toml allows, then test)
# Lines of libraries that this system does not need (of Windows, say) stay as they were.
"""


class SetupError(Exception):
    """Set-up cannot go on; the message is one sentence that says what to do."""


def main(arguments: list[str]) -> int:
    """Runs one command; returns the exit code."""
    commands = {"run": run, "test": test, "bench": bench, "setup": setup, "pin": pin}
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
    """The application in the caller's folder; without arguments, with the bundled example film."""
    python = prepare(extras="")
    command = [python, "-P", "-m", "studio", *(arguments or ["example"])]
    return subprocess.run(command, check=False).returncode


def setup(arguments: list[str]) -> int:
    """Sets up the application (``setup dev``: with what the checks need)."""
    print(f"Ready: {prepare(extras='dev' if 'dev' in arguments else '')}")
    return 0


def bench(arguments: list[str]) -> int:
    """Measures; prints a table."""
    python = prepare(extras="dev")
    return _call([python, "-m", "tests.benchmarks", *arguments])


def test(arguments: list[str]) -> int:
    """Runs every check, the quick ones first, then every test; 0 only when all of them pass."""
    python = prepare(extras="dev")
    checks = {
        "ruff": ["-m", "ruff", "check", "."],
        "format": ["-m", "ruff", "format", "--check", "."],
        "types": ["-m", "mypy"],
        "imports": ["-c", "from importlinter.cli import lint_imports_command as lint; lint()"],
    }
    failed = []
    for name, command in checks.items():
        print(f"== {name}", flush=True)
        if _call([python, *command, *(["--no-cache"] if name == "imports" else [])]) != 0:
            failed.append(name)
    if failed:
        print(f"storyreel: failed: {', '.join(failed)}; the tests run all the same.", flush=True)
    print("== tests", flush=True)
    tests = _call([python, "-m", "pytest", *arguments])
    return 1 if failed or tests else 0


def pin(arguments: list[str]) -> int:
    """Takes the newest libraries that ``pyproject.toml`` allows, and writes their versions down."""
    if arguments:
        raise SetupError(
            "pin takes no arguments; which versions may be taken is in pyproject.toml."
        )
    python = prepare(extras="dev")
    _pip(python, "--upgrade", "--upgrade-strategy", "eager", "--editable", f"{ROOT}[dev]", TORCH)
    listed = subprocess.run(
        [python, "-m", "pip", "list", "--format=freeze", "--exclude-editable"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    CONSTRAINTS.write_text(pinned(listed, CONSTRAINTS.read_text("utf-8")), "utf-8")
    print(f"Written: {CONSTRAINTS}; now run: python3 packaging/bootstrap.py test")
    return 0


def pinned(listed: str, before: str) -> str:
    """The constraints file for what ``pip list --format=freeze`` lists.

    Args:
        listed: lines ``name==version``; a local version (``+cpu``) is left out, so that any build
            of the same release will do.
        before: the file as it was; what is in it and not listed stays.
    """
    versions: dict[str, str] = {}
    for line in [*before.splitlines(), *listed.splitlines()]:
        name, equals, version = line.partition("==")
        if equals and not line.startswith("#") and name not in {"pip", "setuptools", "wheel"}:
            versions[name] = version.partition("+")[0]
    lines = [f"{name}=={versions[name]}\n" for name in sorted(versions, key=str.lower)]
    return PIN_HEADER + "".join(lines)


def prepare(extras: str) -> str:
    """The Python of an environment that has everything; makes or mends it when it is missing.

    Args:
        extras: ``""`` for the application, ``"dev"`` with what the checks need.

    Raises:
        SetupError: an old Python, missing system packages, a failed install.
    """
    if sys.version_info < OLDEST_PYTHON:
        raise SetupError(
            f"this is Python {platform.python_version()}; install Python 3.11 or newer and call "
            "this command with it."
        )
    folder = Path(os.environ.get("STORYREEL_VENV") or ROOT / ".venv").expanduser().absolute()
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamps = {kind: folder / f"storyreel-{kind or 'app'}.stamp" for kind in ("", "dev")}
    wanted = _fingerprint()
    enough = [stamps["dev"], stamps[extras]]  # the checks' environment has the application too
    if python.exists() and any(path.exists() and path.read_text() == wanted for path in enough):
        return str(python)
    _prepare_system()
    _make_environment(folder, python)
    _install(str(python), extras)
    stamps[extras].write_text(wanted)
    return str(python)


def _fingerprint() -> str:
    """Changes when anything changes that was installed from."""
    digest = hashlib.sha256()
    for path in (ROOT / "pyproject.toml", CONSTRAINTS, Path(__file__)):
        digest.update(path.read_bytes())
    digest.update(f"{sys.version}|{ROOT}".encode())
    return digest.hexdigest()


def _make_environment(folder: Path, python: Path) -> None:
    """A virtual environment with pip in ``folder``; a broken one is made anew."""
    if folder.exists() and any(folder.iterdir()) and not (folder / "pyvenv.cfg").exists():
        raise SetupError(
            f"{folder} holds other things than a virtual environment; name an empty or a new "
            "folder in STORYREEL_VENV."
        )
    if python.exists():
        pip = [str(python), "-m", "pip", "--version"]
        if subprocess.run(pip, check=False, capture_output=True).returncode == 0:
            return
    print(f"Setting up a virtual environment in {folder} ...", flush=True)
    try:
        venv.EnvBuilder(clear=True, symlinks=os.name != "nt", with_pip=True).create(folder)
    except (OSError, subprocess.CalledProcessError) as error:
        raise SetupError(
            f"no virtual environment could be made in {folder} ({error}); see that the disk has "
            "room and may be written to, or name another folder in STORYREEL_VENV."
        ) from error


def _install(python: str, extras: str) -> None:
    """torch by its exact version first, so that nothing else draws a newer one in."""
    print("Installing torch (the largest part; only once) ...", flush=True)
    _pip(python, "--constraint", str(CONSTRAINTS), TORCH)
    print("Installing Storyreel and its libraries ...", flush=True)
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
    """On Debian and its kin: the few system packages that Qt, OpenGL and PortAudio need.

    Raises:
        SetupError: it does not work without those that are missing.
    """
    if not shutil.which("apt-get"):
        return
    missing = missing_packages()
    if missing and is_root():
        _apt_install(missing)
        missing = missing_packages()
    if not missing:
        return
    command = f"sudo apt-get update && sudo apt-get install -y {' '.join(missing)}"
    if blocking(missing):
        raise SetupError(f"system packages are missing; run this, then call again:\n{command}")
    print(f"storyreel: some system packages are missing; better run this:\n{command}", flush=True)


def is_root() -> bool:
    """Whether system packages may be installed without asking."""
    return sys.platform != "win32" and os.geteuid() == 0


def blocking(missing: list[str]) -> list[str]:
    """Those without which nothing starts: without a display the window's own may be missing."""
    has_display = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return [
        name
        for name in missing
        if name not in WORKS_WITHOUT and (has_display or not name.startswith(ONLY_FOR_X))
    ]


def _apt_install(packages: list[str]) -> None:
    """All at once; one by one where a release of Debian does not know one of them."""
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}

    def apt(*words: str) -> bool:
        command = ["apt-get", "-qq", *words]
        done = subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL)
        return done.returncode == 0

    apt("update")
    install = ("install", "-y", "--no-install-recommends")
    if not apt(*install, *packages):
        for package in packages:
            apt(*install, package)


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
        missing.append(f"python3.{sys.version_info.minor}-venv")
    return sorted(set(missing))


def _call(command: list[str]) -> int:
    return subprocess.run(command, check=False, cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
