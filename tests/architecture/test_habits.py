"""Habits that cost days when they slip in: each guard names the files that break it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.sources import ROOT, Source, sources, tracked_files

BORDERS = {
    "engine/runtime/worker.py": "worker loop: a fault becomes a failed job",
    "engine/runtime/announcements.py": "worker loop: it outlives its listeners",
    "engine/world/renderer/context.py": "glcontext and moderngl raise nothing narrower",
    "studio/views/action_set.py": "slot wrapper",
    "studio/session/background.py": "background helper",
    "studio/views/crash_keeper.py": "excepthook",
}
"""The only files that may catch everything, and why."""

HOLDERS = (ast.Dict, ast.List, ast.Set, ast.DictComp, ast.ListComp, ast.SetComp)
CHANGERS = {
    "append", "add", "update", "extend", "insert", "pop", "popitem", "clear", "remove", "discard",
    "setdefault", "sort", "reverse",
}  # fmt: skip


def calls(source: Source) -> Iterator[ast.Call]:
    return (node for node in ast.walk(source.tree) if isinstance(node, ast.Call))


def places(source: Source, nodes: Iterator[ast.AST]) -> list[str]:
    return [f"{source.name}:{getattr(node, 'lineno', 0)}" for node in nodes]


def catches_all(node: ast.ExceptHandler) -> bool:
    """``except Exception`` and wider that keeps what it caught (ends without ``raise``)."""
    kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
    wide = any(kind is None or getattr(kind, "id", "") in WIDE for kind in kinds)
    last = node.body[-1]
    return wide and not (isinstance(last, ast.Raise) and last.exc is None)


WIDE = {"Exception", "BaseException"}


def test_everything_is_caught_only_at_the_borders() -> None:
    found = {
        source.name
        for source in sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ExceptHandler) and catches_all(node)
    }
    assert found == set(BORDERS)


def test_no_signal_is_connected_to_a_lambda_or_a_closure() -> None:
    found = []
    for source in sources(["studio"]):
        local = {
            inner.name
            for outer in ast.walk(source.tree)
            if isinstance(outer, ast.FunctionDef)
            for inner in ast.walk(outer)
            if isinstance(inner, ast.FunctionDef) and inner is not outer
        }
        for call in calls(source):
            if not (isinstance(call.func, ast.Attribute) and call.func.attr == "connect"):
                continue
            for given in call.args:
                is_lambda = isinstance(given, ast.Lambda)
                is_closure = isinstance(given, ast.Name) and given.id in local
                is_partial = isinstance(given, ast.Call) and "partial" in ast.unparse(given.func)
                if is_lambda or is_closure or is_partial:
                    found.append(f"{source.name}:{call.lineno} {ast.unparse(given)}")
    assert found == []


def test_the_event_loop_is_never_pumped_by_hand() -> None:
    assert [
        each.name for each in sources(["studio", "engine"]) if "processEvents" in each.text
    ] == []


def test_fakes_have_behaviour() -> None:
    mocks = ("Magic" + "Mock", "unittest" + ".mock", "Async" + "Mock")
    found = [each.name for each in sources(["tests"]) for word in mocks if word in each.text]
    assert found == []


def test_no_module_changes_what_it_holds() -> None:
    found = []
    for source in sources(["engine", "studio"]):
        held = {
            target.id
            for node in source.tree.body
            if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, HOLDERS)
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(source.tree):
            if changes(node, held) or isinstance(node, ast.Global):
                found.append(f"{source.name}:{getattr(node, 'lineno', 0)} {ast.unparse(node)}")
    assert found == []


def changes(node: ast.AST, held: set[str]) -> bool:
    """Whether a piece of code changes one of the names in place."""
    if isinstance(node, ast.Assign | ast.Delete):
        return any(
            isinstance(target, ast.Subscript) and getattr(target.value, "id", "") in held
            for target in node.targets
        )
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CHANGERS
        and getattr(node.func.value, "id", "") in held
    )


@pytest.mark.parametrize("word", ["TO" + "DO", "FIX" + "ME", "XX" + "X"])
def test_nothing_is_left_for_later_in_a_comment(word: str) -> None:
    written = re.compile(rf"\b{word}\b")
    found = [each.name for each in sources([*("engine", "studio", "packaging", "tests")])
             if written.search(each.text)]  # fmt: skip
    assert found == []


def test_no_file_names_a_place_on_the_machine_it_was_written_on() -> None:
    private = re.compile(rb"/(work|root|home/\w+|Users/\w+)/|/tmp/bash|/opt/(wheels|pypi)")
    found = []
    for path in tracked_files():
        for number, line in enumerate(path.read_bytes().splitlines(), 1):
            if private.search(line) and path.suffix in TEXT and path != ROOT / SELF:
                found.append(f"{path.relative_to(ROOT)}:{number}")
    assert found == []


TEXT = {".py", ".md", ".toml", ".txt", ".json", ".reel", ".svg", ".yml", ".yaml", ""}
SELF = "tests/architecture/test_habits.py"


def test_qt_widgets_are_touched_only_by_the_views() -> None:
    allowed = ("studio/views/", "studio/app.py")
    found = [
        each.name
        for each in sources(["studio", "engine"])
        if re.search(r"^\s*(from|import) .*QtWidgets", each.text, re.MULTILINE)
        and not each.name.startswith(allowed)
    ]
    assert found == []
