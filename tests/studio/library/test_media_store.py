from __future__ import annotations

import errno
import hashlib
import os
import time
from pathlib import Path

import pytest

from engine import BadMedia, CannotHere
from studio.library.media_store import STALE_S, MediaStore


@pytest.fixture
def store(tmp_path: Path) -> MediaStore:
    return MediaStore(tmp_path / "library" / "media")


def file_of(folder: Path, content: bytes, name: str = "a.png") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_file_is_kept_once_under_its_content(store: MediaStore, tmp_path: Path):
    sha256 = store.put(file_of(tmp_path, b"picture", "A.PNG"))
    assert sha256 == hashlib.sha256(b"picture").hexdigest()
    assert store.put(file_of(tmp_path, b"picture", "copy.png")) == sha256
    kept = store.path(sha256)
    assert kept == tmp_path / "library" / "media" / sha256[:2] / f"{sha256}.png"
    assert kept.read_bytes() == b"picture"
    assert store.totals() == (1, 7)


@pytest.mark.parametrize("name", ["nothing.png", "folder", "empty.png"])
def test_what_cannot_be_kept_is_said_in_one_sentence(store: MediaStore, tmp_path: Path, name: str):
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.png").touch()
    with pytest.raises(BadMedia, match=r"^[^\n]+\.$"):
        store.put(tmp_path / name)
    assert store.totals() == (0, 0)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_trouble_with_the_disk_leaves_nothing_half_written(
    store: MediaStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
):
    path = file_of(tmp_path, b"picture")

    def fails(handle: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(CannotHere, match=r"^[^\n]+\.$"):
        store.put(path)
    monkeypatch.undo()
    assert [each for each in (tmp_path / "library" / "media").rglob("*") if each.is_file()] == []


def test_a_name_that_is_no_hash_never_leaves_the_store(store: MediaStore, tmp_path: Path):
    file_of(tmp_path, b"secret", "secret")
    for name in ("../../secret", "", "*" * 64, "A" * 64):
        assert not store.has(name)
        with pytest.raises(BadMedia):
            store.path(name)


def test_what_a_crash_left_is_swept_and_what_is_being_written_is_not(tmp_path: Path):
    root = tmp_path / "media"
    root.mkdir()
    stale, fresh = root / ".stale.part", root / ".fresh.part"
    for path in (stale, fresh):
        path.write_bytes(b"half")
    os.utime(stale, (time.time() - STALE_S - 60,) * 2)
    MediaStore(root)
    assert (stale.exists(), fresh.exists()) == (False, True)


def test_a_file_that_was_changed_is_found_by_looking(store: MediaStore, tmp_path: Path):
    good = store.put(file_of(tmp_path, b"good"))
    bad = store.put(file_of(tmp_path, b"bad"))
    assert good != bad
    store.path(bad).write_bytes(b"BAD")
    assert list(store.damaged()) == [bad]
