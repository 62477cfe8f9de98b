"""What Storyreel stands on may be given away under Apache-2.0 beside it."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib

from packaging.requirements import Requirement

from tests.architecture.sources import ROOT

PERMISSIVE = re.compile(
    r"^(Apache|BSD|0BSD|MIT|ISC|Zlib|PSF|Python|CC0|HPND|CNRI|BSL-1\.0|MPL|Mozilla|3-Clause BSD"
    r"|Copyright \(c\) 2001-2002 Enthought)",
    re.IGNORECASE,
)
"""MPL-2.0 asks for changes to its own files only, and we change none."""

LINKED = {"pyside6", "pyside6-addons", "pyside6-essentials", "shiboken6"}
"""LGPL-3.0: used as separate shared libraries that anybody may replace."""


def runtime() -> dict[str, importlib.metadata.Distribution]:
    """Everything that the application draws in on this system, by name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    waiting = [Requirement(each) for each in project["dependencies"]]
    found: dict[str, importlib.metadata.Distribution] = {}
    while waiting:
        wanted = waiting.pop()
        name = re.sub(r"[-_.]+", "-", wanted.name).lower()
        if name in found or (wanted.marker and not wanted.marker.evaluate({"extra": ""})):
            continue
        found[name] = importlib.metadata.distribution(wanted.name)
        waiting += [Requirement(each) for each in found[name].requires or []]
    return found


def licences(distribution: importlib.metadata.Distribution) -> list[str]:
    """What a package says about itself, the most exact statement it makes."""
    said = distribution.metadata
    expression = said.get("License-Expression")
    if expression:
        return re.split(r" AND | OR ", expression.replace("(", "").replace(")", ""))
    classified = [
        line.rpartition("::")[2].strip()
        for line in said.get_all("Classifier") or []
        if line.startswith("License ::") and not line.endswith("OSI Approved")
    ]
    return classified or re.split(r" AND | OR ", (said.get("License") or "nothing said").strip())


def test_every_library_may_be_used_under_apache_2() -> None:
    drawn_in = runtime()
    assert {"numpy", "pyside6", "av", "torch"} <= set(drawn_in)
    refused = {
        name: licences(distribution)
        for name, distribution in drawn_in.items()
        if name not in LINKED and not all(PERMISSIVE.match(each) for each in licences(distribution))
    }
    assert refused == {}


def test_qt_is_taken_under_the_lgpl() -> None:
    for name in LINKED & set(runtime()):
        assert "LGPL-3.0-only" in licences(importlib.metadata.distribution(name))
