"""Text files as people have them: any usual encoding, any line ends, or one clear sentence."""

from __future__ import annotations

import codecs
from pathlib import Path

from engine.errors import BadMedia, CannotHere

MAX_TEXT_BYTES = 2_000_000
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_FORMATS = {".pdf", ".doc", ".docx", ".fdx", ".rtf", ".odt", ".pages", ".celtx"}
_FEW = 0.02
"""The share of control characters above which a file is no text."""


def text_of_file(path: Path) -> str:
    """The text in a file: UTF-8, UTF-16 or UTF-32 by its mark, else UTF-8, else Windows-1252.

    Raises:
        BadMedia: it is no text, is empty, too large, or a format of another program.
        CannotHere: it is not there or cannot be read.
    """
    if path.suffix.lower() in _OTHER_FORMATS:
        raise BadMedia(
            f"“{path.name}” is in another program's format: save it there as Fountain or as plain "
            "text, and import that."
        )
    try:
        if path.is_dir():
            raise BadMedia(f"“{path.name}” is a folder: choose a text file.")
        if path.stat().st_size > MAX_TEXT_BYTES:
            raise BadMedia(
                f"“{path.name}” has {path.stat().st_size / 1e6:.1f} MB, more than a screenplay can "
                f"have ({MAX_TEXT_BYTES / 1e6:g} MB): choose a text file."
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise CannotHere(f"There is no file at {path}: check the name.") from error
    except OSError as error:
        raise CannotHere(f"{path} could not be read: check the right to read it.") from error
    return text_of(data, path.name)


def text_of(data: bytes, name: str) -> str:
    """The text that bytes spell; line ends are ``\\n``.

    Raises:
        BadMedia: they spell none.
    """
    text = _decoded(data, name).replace("\r\n", "\n").replace("\r", "\n")
    strange = sum(1 for letter in text if letter < " " and letter not in "\n\t\f\v\x1a")
    if "\0" in text or strange > _FEW * len(text):
        raise BadMedia(f"“{name}” is no text: choose a .fountain or .txt file.")
    if not text.strip():
        raise BadMedia(f"“{name}” is empty: choose a file with words in it.")
    return text


def _decoded(data: bytes, name: str) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _in(data, encoding, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _in(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadMedia(
            f"“{name}” says that it is {encoding.upper()} text and is not: save it anew as UTF-8."
        ) from error
