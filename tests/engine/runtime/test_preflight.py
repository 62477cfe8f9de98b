"""Is there room for a job: asked before it starts."""

from __future__ import annotations

import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from engine import Engine, FolderTakeStore
from engine.errors import CannotHere
from engine.request import ALL_PASSES
from engine.runtime.preflight import RESERVE_BYTES, check_room, needed_bytes
from tests.contracts.take_store import a_request, made_take
from tests.fakes.quick_generator import QuickGenerator

Usage = namedtuple("Usage", "total used free")


def test_the_estimate_covers_a_real_take(tmp_path: Path) -> None:
    request = a_request(passes=ALL_PASSES, frame_count=24)
    made = made_take(request, tmp_path)
    used = sum(path.stat().st_size for path in made.picture.parent.rglob("*") if path.is_file())
    assert used < needed_bytes(request) - RESERVE_BYTES


def test_longer_larger_and_richer_shots_need_more() -> None:
    need = needed_bytes(a_request())
    assert needed_bytes(a_request(frame_count=8)) > need
    assert needed_bytes(a_request(width_px=640)) > need
    assert needed_bytes(a_request(passes=ALL_PASSES)) > need


def test_a_full_disk_is_refused_with_the_numbers(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(10**9, 10**9, 5_000_000))
    with pytest.raises(CannotHere, match=r"needs up to \d+ MB .* only 5 MB are free"):
        check_room(a_request(), tmp_path)


def test_a_job_is_refused_before_anything_is_made(tmp_path: Path, monkeypatch) -> None:
    generator = QuickGenerator()
    store = FolderTakeStore(tmp_path / "store")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(10**9, 10**9, 0))
    with (
        Engine(store, {"world": lambda: generator}, work=tmp_path / "work") as engine,
        pytest.raises(CannotHere, match="free some space"),
    ):
        engine.generate(a_request())
    assert generator.made == []
