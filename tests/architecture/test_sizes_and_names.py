"""How large things may get, and what they may not be called."""

from __future__ import annotations

import ast
import statistics

from tests.architecture.sources import ROOT, Source, code_line_count, sources

MEDIAN_LINES, MOST_LINES = 200, 600
MOST_FUNCTION_LINES, MOST_METHODS = 40, 25
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "core"}


def functions(source: Source) -> list[tuple[str, int]]:
    """(qualified name, lines of code) of each function of a file."""
    found: list[tuple[str, int]] = []

    def walk(node: ast.AST, inside: str) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
                name = f"{inside}{child.name}"
                found.append((name, code_line_count(child, source)))
                walk(child, f"{name}.")
            elif isinstance(child, ast.ClassDef):
                walk(child, f"{inside}{child.name}.")
            else:
                walk(child, inside)

    walk(source.tree, "")
    return found


def test_modules_are_short() -> None:
    counts = {source.name: source.line_count for source in sources()}
    assert statistics.median(counts.values()) <= MEDIAN_LINES
    assert {name: count for name, count in counts.items() if count > MOST_LINES} == {}


def test_functions_fit_a_screen() -> None:
    found = {
        f"{source.name}: {name}": count
        for source in sources()
        for name, count in functions(source)
        if count > MOST_FUNCTION_LINES
    }
    assert found == {}


def is_qts(name: str) -> bool:
    """Whether Qt gave the method its name (``mousePressEvent``): it is not ours to leave out."""
    return name == "event" or (name != name.lower() and not name.startswith("_"))


def test_classes_have_few_methods() -> None:
    found = {}
    for source in sources():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.ClassDef):
                count = sum(
                    isinstance(each, ast.FunctionDef) and not is_qts(each.name)
                    for each in node.body
                )
                if count > MOST_METHODS:
                    found[f"{source.name}: {node.name}"] = count
    assert found == {}


def test_files_are_named_by_what_they_hold() -> None:
    places = [
        path for folder in ("engine", "studio", "tests") for path in (ROOT / folder).rglob("*")
    ]
    names = [path.relative_to(ROOT) for path in places if "__pycache__" not in path.parts]
    assert names
    assert [str(name) for name in names if name.stem.lower() in EMPTY_NAMES] == []
