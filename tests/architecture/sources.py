"""The sources as the guards read them."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = ("engine", "studio", "packaging")


@dataclass(frozen=True)
class Source:
    """One Python file."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """As written from the root, with slashes on every system."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def line_count(self) -> int:
        return len(self.text.splitlines())


def sources(folders: Iterable[str] = OURS) -> list[Source]:
    """Every Python file in some folders of the root."""
    return _sources(tuple(folders))


@cache
def _sources(folders: tuple[str, ...]) -> list[Source]:
    found = []
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            found.append(Source(path, text, ast.parse(text)))
    assert found
    return found


def tracked_files() -> list[Path]:
    """Every file under version control; all files of ours where there is no git."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode != 0:
        return [path for folder in OURS for path in (ROOT / folder).rglob("*") if path.is_file()]
    paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file()]


def code_line_count(function: ast.FunctionDef | ast.AsyncFunctionDef, source: Source) -> int:
    """Lines of the body that hold code: no docstring, no comments, no blank lines."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    if not body:
        return 0
    lines = source.text.splitlines()[body[0].lineno - 1 : body[-1].end_lineno]
    return sum(bool(line.strip()) and not line.strip().startswith("#") for line in lines)
