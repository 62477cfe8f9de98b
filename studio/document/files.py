"""Film files (``.reel``): versioned JSON, written whole or not at all.

A file holds one film as indented JSON with sorted keys, so that two versions compare well.  It
names media by SHA-256; the files themselves are in the library.  What a newer Storyreel of the
same format wrote into it and this one does not know survives load, edit and save.
"""

from __future__ import annotations

import errno
import json
import os
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from engine import CannotHere
from engine.media.whole_file import whole_file
from studio.document.errors import FilmUnreadable, FilmUnwritable
from studio.document.invariants import faults
from studio.document.project import Project
from studio.document.unknown import UnknownField, put_back, unknown_fields
from studio.document.upgrades import upgraded

FILM_SUFFIX = ".reel"
FILM_KIND = "storyreel-film"
MAX_FILM_BYTES = 256 * 1024 * 1024


class FilmFile(msgspec.Struct, frozen=True):
    """What a film file holds: the film, and the fields that this Storyreel does not know."""

    project: Project
    unknown: tuple[UnknownField, ...] = ()


def film_json(project: Project, unknown: tuple[UnknownField, ...] = ()) -> bytes:
    """The film as the text of a film file, UTF-8."""
    tree: dict[str, Any] = msgspec.to_builtins(project)
    put_back(tree, unknown)
    tree["kind"] = FILM_KIND
    text = json.dumps(tree, indent=1, sort_keys=True, ensure_ascii=False, allow_nan=False)
    return (text + "\n").encode("utf-8")


def save_film(project: Project, path: Path, unknown: tuple[UnknownField, ...] = ()) -> None:
    """Writes the film to ``path``: afterwards the file is either the new film or the old one.

    Args:
        unknown: as ``open_film`` returned them, so that they survive.

    Raises:
        FilmUnwritable: the disk is full, the folder is missing or read-only, ``path`` is a folder.
    """
    data = film_json(project, unknown)
    try:
        with whole_file(path) as temporary:
            temporary.write_bytes(data)
    except CannotHere as error:
        raise FilmUnwritable(f"“{path.name}” could not be saved: {error}") from error


def load_film(path: Path) -> Project:
    """The film in ``path``, without the fields that this Storyreel does not know.

    Raises:
        FilmUnreadable: see ``open_film``.
    """
    return open_film(path).project


def open_film(path: Path) -> FilmFile:
    """The film in ``path``, with everything that is needed to save it again.

    Raises:
        FilmUnreadable: there is no such file, it is a folder, empty, damaged or no film.
        FilmTooNew: it was made by a newer Storyreel.
    """
    return read_film(_read(path), path.name)


def read_film(data: bytes, name: str) -> FilmFile:
    """The film in the text of a film file.

    Args:
        name: of the file, for messages.

    Raises:
        FilmUnreadable: it is empty, damaged or no film.
        FilmTooNew: it was made by a newer Storyreel.
    """
    tree = _tree(data, name)
    tree = upgraded(tree, name)
    try:
        project = msgspec.convert(tree, Project)
    except (msgspec.ValidationError, ValueError, OverflowError) as error:
        raise FilmUnreadable(
            f"“{name}” is damaged ({str(error).rstrip('.')}): open an earlier copy of it."
        ) from error
    for fault in islice(faults(project), 1):
        raise FilmUnreadable(f"“{name}” is damaged ({fault}): open an earlier copy of it.")
    known = msgspec.to_builtins(project) | {"kind": FILM_KIND}
    return FilmFile(project, tuple(unknown_fields(tree, known)))


def _read(path: Path) -> bytes:
    try:
        size_bytes = path.stat().st_size
        if path.is_dir():
            raise FilmUnreadable(f"“{path.name}” is a folder: choose a film file (.reel) in it.")
        if size_bytes > MAX_FILM_BYTES:
            raise FilmUnreadable(
                f"“{path.name}” is {size_bytes // 1_000_000} MB large, which no film file is: "
                "choose another file."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FilmUnreadable(f"There is no film at {path}: check its name and folder.") from error
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        advice = "ask for the right to read it" if error.errno == errno.EACCES else "check the disk"
        raise FilmUnreadable(
            f"“{path.name}” could not be read ({reason.lower()}): {advice}."
        ) from error


def _tree(data: bytes, name: str) -> dict[str, Any]:
    if not data.strip():
        raise FilmUnreadable(f"“{name}” is empty: open an earlier copy of it.")
    try:
        tree = msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise FilmUnreadable(
            f"“{name}” is not a Storyreel film or is damaged: choose a .reel file, or an earlier "
            "copy of it."
        ) from error
    if not isinstance(tree, dict) or tree.get("kind") != FILM_KIND:
        raise FilmUnreadable(f"“{name}” is not a Storyreel film: choose a .reel file.")
    return tree
