"""The folder store keeps to the contract, and what is special about it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.errors import BadMedia, CannotHere
from engine.request import ALL_PASSES, request_hash
from engine.runtime.store import FolderTakeStore, sha256_of
from tests.contracts.take_store import TakeStoreContract, a_request, made_take


class TestFolderTakeStore(TakeStoreContract):
    def open_store(self, root: Path) -> FolderTakeStore:
        return FolderTakeStore(root)


def test_passes_are_kept_when_they_were_asked_for(tmp_path: Path) -> None:
    store = FolderTakeStore(tmp_path / "store")
    request = a_request(passes=ALL_PASSES)
    store.keep(request, made_take(request, tmp_path))
    passes = store.passes_folder(request_hash(request))
    assert passes is not None
    assert np.load(passes / "depth_0000.npy").shape == (64, 64)
    assert store.passes_folder("0" * 64) is None


def test_files_are_named_by_their_content(tmp_path: Path) -> None:
    store = FolderTakeStore(tmp_path / "store")
    picture = tmp_path / "cat.png"
    picture.write_bytes(b"not really a picture")
    sha256 = store.add_file(picture)
    assert sha256 == sha256_of(picture)
    assert store.media_path(sha256).read_bytes() == picture.read_bytes()


def test_a_missing_file_cannot_be_added(tmp_path: Path) -> None:
    store = FolderTakeStore(tmp_path / "store")
    with pytest.raises(BadMedia, match="no file"):
        store.add_file(tmp_path / "nothing.png")


def test_a_damaged_record_counts_as_not_kept(tmp_path: Path) -> None:
    store = FolderTakeStore(tmp_path / "store")
    request = a_request()
    store.keep(request, made_take(request, tmp_path))
    record = tmp_path / "store" / "takes" / f"{request_hash(request)}.json"
    record.write_bytes(record.read_bytes()[:40])
    assert store.find(request_hash(request)) is None


def test_a_store_where_a_file_is_in_the_way_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("in the way")
    with pytest.raises(CannotHere, match=r"^[A-Z].*\.$"):
        FolderTakeStore(tmp_path / "store")


def test_nothing_half_written_stays_in_the_store(tmp_path: Path) -> None:
    store = FolderTakeStore(tmp_path / "store")
    request = a_request()
    store.keep(request, made_take(request, tmp_path))
    names = [path.name for path in (tmp_path / "store").rglob("*") if path.is_file()]
    assert len(names) == 4
    assert not [name for name in names if name.startswith(".")]
