from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from engine import CannotHere, request_hash
from engine.request import ALL_PASSES
from engine.runtime.store import TakeStore
from studio.library import Library
from tests.contracts.take_store import TakeStoreContract, a_request, made_take


class TestLibraryTakesKeepTheContract(TakeStoreContract):
    def open_store(self, root: Path) -> TakeStore:
        self.library = Library(root)
        return self.library.takes

    def close_store(self, store: TakeStore) -> None:
        self.library.close()


@pytest.fixture
def library(tmp_path: Path):
    with Library(tmp_path / "library") as library:
        yield library


def test_passes_are_kept_with_the_take(library: Library, tmp_path: Path):
    request = a_request(passes=ALL_PASSES)
    take = library.takes.keep(request, made_take(request, tmp_path))
    folder = library.takes.passes_folder(take.request_hash)
    assert folder is not None
    assert [path.name for path in folder.iterdir()] == ["depth_0000.npy"]
    library.takes.keep(request, made_take(request, tmp_path))
    assert [path.name for path in (library.root / "passes").iterdir()] == [take.request_hash]


def test_a_take_whose_passes_are_gone_is_not_found(library: Library, tmp_path: Path):
    request = a_request(passes=ALL_PASSES)
    take = library.takes.keep(request, made_take(request, tmp_path))
    (library.root / "passes" / take.request_hash).rename(tmp_path / "elsewhere")
    assert library.takes.find(take.request_hash) is None


def test_a_full_disk_keeps_no_half_take(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    request = a_request()
    made = made_take(request, tmp_path)
    calls = []

    def full_at_the_second_file(handle: int) -> None:
        calls.append(handle)
        if len(calls) > 3:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_at_the_second_file)
    with pytest.raises(CannotHere, match=r"^The disk of .* is full; free some space.*\.$"):
        library.takes.keep(request, made)
    monkeypatch.undo()
    assert library.takes.find(request_hash(request)) is None
    assert list((library.root / "media").glob(".*")) == []
    assert library.takes.keep(request, made) == library.takes.find(request_hash(request))


def test_two_windows_on_one_library_see_each_other_s_takes(library: Library, tmp_path: Path):
    request = a_request()
    with Library(library.root) as other:
        kept = other.takes.keep(request, made_take(request, tmp_path))
        assert library.takes.find(request_hash(request)) == kept
        assert library.media.path(kept.picture_sha256).exists()
    assert library.takes.count() == 1
