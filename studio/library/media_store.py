"""Files by the SHA-256 of their content: kept once, whole or not at all, never changed.

media/ab/abcd....mp4     64 hex digits and the suffix that the file came with
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

from engine import BadMedia
from engine.media.whole_file import machine_trouble
from studio.library.errors import LibraryUnwritable

_CHUNK_BYTES = 1 << 20
_SHA256 = re.compile(r"[0-9a-f]{64}")
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")
STALE_S = 3600
"""A temporary file that nobody wrote to for so long was left by a crash."""


class MediaStore:
    """The files of one library; several processes may use it at once.

    Args:
        root: the folder; made when it is not there.

    Raises:
        LibraryUnwritable: it cannot be made or written.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        try:
            root.mkdir(parents=True, exist_ok=True)
            self._sweep()
        except OSError as error:
            raise _unwritable(error, root) from error
        if not os.access(root, os.W_OK):
            raise LibraryUnwritable(
                f"The library {root.parent} cannot be written to: make it writable, or choose "
                "another folder for it."
            )

    def put(self, path: Path) -> str:
        """Copies a file in, unless its content is there already.

        Returns:
            The SHA-256 of its content; on return it is safe on the disk.

        Raises:
            BadMedia: there is no such file, it is a folder, empty, or cannot be read.
            LibraryUnwritable: the disk is full or read-only; nothing half written is left.
        """
        _check_source(path)
        temporary = self._root / f".{uuid.uuid4().hex}.part"
        try:
            sha256 = _copy(path, temporary)
            if self._find(sha256) is None:
                self._settle(temporary, sha256, path.suffix.lower())
        except OSError as error:
            raise _unwritable(error, self._root) from error
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
        return sha256

    def path(self, sha256: str) -> Path:
        """Where a kept file is.

        Raises:
            BadMedia: it is not here.
        """
        found = self._find(sha256)
        if found is None:
            raise BadMedia(
                f"The media file {sha256[:12]} is no longer in the library: generate the shot "
                "again, or bring the file in again."
            )
        return found

    def has(self, sha256: str) -> bool:
        """Is the file here?"""
        return self._find(sha256) is not None

    def damaged(self) -> Iterator[str]:
        """SHA-256 of every kept file whose content is not what its name says; reads them all."""
        for path in sorted(self._root.glob("??/*")):
            if _SHA256.fullmatch(path.stem) and _sha256_of(path) != path.stem:
                yield path.stem

    def totals(self) -> tuple[int, int]:
        """How many files are kept, and how many bytes they take."""
        sizes = [path.stat().st_size for path in self._root.glob("??/*")]
        return len(sizes), sum(sizes)

    def _find(self, sha256: str) -> Path | None:
        if not _SHA256.fullmatch(sha256):
            return None
        return next((self._root / sha256[:2]).glob(f"{sha256}*"), None)

    def _settle(self, temporary: Path, sha256: str, suffix: str) -> None:
        folder = self._root / sha256[:2]
        folder.mkdir(exist_ok=True)
        suffix = suffix if _SUFFIX.fullmatch(suffix) else ""
        temporary.replace(folder / f"{sha256}{suffix}")
        for each in (folder, self._root):
            _sync_folder(each)

    def _sweep(self) -> None:
        for path in self._root.glob(".*.part"):
            with contextlib.suppress(FileNotFoundError):
                if time.time() - path.stat().st_mtime > STALE_S:
                    path.unlink()


def _check_source(path: Path) -> None:
    if path.is_dir():
        raise BadMedia(f"“{path.name}” is a folder: bring in the files in it.")
    try:
        with path.open("rb") as file:
            empty = not file.read(1)
    except FileNotFoundError as error:
        raise BadMedia(f"There is no file {path}: check the name.") from error
    except OSError as error:
        raise BadMedia(f"“{path.name}” could not be read: check the right to read it.") from error
    if empty:
        raise BadMedia(f"“{path.name}” is empty (0 bytes): choose another file.")


def _copy(source: Path, target: Path) -> str:
    digest = hashlib.sha256()
    with source.open("rb") as reader, target.open("xb") as writer:
        while chunk := reader.read(_CHUNK_BYTES):
            digest.update(chunk)
            writer.write(chunk)
        writer.flush()
        os.fsync(writer.fileno())
    return digest.hexdigest()


def _sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows orders renames itself and cannot open a folder
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unwritable(error: OSError, folder: Path) -> LibraryUnwritable:
    return LibraryUnwritable(str(machine_trouble(error, folder)))
