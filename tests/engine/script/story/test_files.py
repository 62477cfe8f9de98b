"""Text files of any usual encoding are read; others are refused in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import BadMedia, CannotHere
from engine.script.story_files import MAX_TEXT_BYTES, text_of_file
from engine.script.story_import import proposed_from_file

PAGE = "INT. CAFÉ – NIGHT\n\nJÜRGEN\nHallo “du”.\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-mark", "utf-32", "cp1252"]
)
def test_every_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "page.fountain"
    marked = encoding.endswith("-mark")
    data = PAGE.replace("\n", "\r\n").encode(encoding.removesuffix("-mark"))
    path.write_bytes(b"\xff\xfe" + data if marked else data)
    assert text_of_file(path) == PAGE
    assert proposed_from_file(path).shots[0].speaker == "Jürgen"


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("noise.txt", bytes(range(256)) * 4, "“noise.txt” is no text"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "“picture.txt” is no text"),
        ("empty.txt", b" \r\n ", "“empty.txt” is empty"),
        ("script.pdf", b"%PDF", "“script.pdf” is in another program's format"),
        ("huge.txt", b"a" * (MAX_TEXT_BYTES + 1), "“huge.txt” has 2.0 MB"),
        ("torn.txt", b"\xff\xfe\x00\xd8\x00\xd8", "“torn.txt” says that it is UTF-16"),
        ("marks.txt", b"*** --- ***", "“marks.txt” tells nothing"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(
    tmp_path: Path, name: str, data: bytes, sentence: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(BadMedia) as refused:
        proposed_from_file(path)
    assert str(refused.value).startswith(sentence)
    assert str(refused.value).endswith(".")


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotHere, match="There is no file at"):
        text_of_file(tmp_path / "none.txt")
    with pytest.raises(BadMedia, match="is a folder"):
        text_of_file(tmp_path)


def test_a_text_of_a_megabyte_of_marks_is_read_at_once(tmp_path: Path) -> None:
    path = tmp_path / "marks.fountain"
    path.write_text("[[ /* " * 150_000 + "\n\n]]")
    assert text_of_file(path).startswith("[[")
