"""Claims about the owner's copy of the example film."""

from __future__ import annotations

from pathlib import Path

import pytest

from studio.document.files import load_film
from studio.library.errors import LibraryError
from studio.library.films import EXAMPLE_NAME, own_example


def test_the_example_is_copied_once_and_opens(tmp_path: Path) -> None:
    path = own_example(tmp_path)
    assert path == tmp_path / "films" / EXAMPLE_NAME
    assert len(load_film(path).shots) == 4


def test_a_copy_that_was_worked_on_is_left_alone(tmp_path: Path) -> None:
    path = own_example(tmp_path)
    path.write_text("mine", encoding="utf-8")
    assert own_example(tmp_path).read_text(encoding="utf-8") == "mine"


def test_an_example_that_is_not_installed_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="not installed"):
        own_example(tmp_path, tmp_path / "missing.reel")
    assert list(tmp_path.iterdir()) == []


def test_a_library_that_cannot_be_written_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "films").write_text("a file stands in the way", encoding="utf-8")
    with pytest.raises(LibraryError):
        own_example(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["films"]
