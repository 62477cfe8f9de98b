"""Where finished takes are kept: the protocol, and a plain folder for use as a library.

A folder store looks like this; every file is written beside and renamed, so that whatever has a
name is whole::

    media/ab/abcd....mp4      files by the SHA-256 of their content
    takes/<request hash>.json the take: which files, what happened
    passes/<request hash>/    depth, normal and id passes, when the request asked for them
"""

from __future__ import annotations

import datetime
import hashlib
import shutil
import uuid
from pathlib import Path
from typing import Protocol

import msgspec

from engine.errors import BadMedia
from engine.events import StoredTake
from engine.generation import GeneratedTake
from engine.media.whole_file import machine_trouble, whole_file
from engine.request import ShotRequest, request_hash

_CHUNK_BYTES = 1 << 20


class TakeStore(Protocol):
    """Keeps takes and finds them again; every method may be called from any thread."""

    def find(self, request_hash: str) -> StoredTake | None:
        """The take kept for this request, if all of its files are still there."""

    def keep(self, request: ShotRequest, made: GeneratedTake) -> StoredTake:
        """Moves the take's files in and remembers it; on return it is safe on the disk.

        Raises:
            CannotHere: the store cannot be written (disk full, read-only).
        """

    def media_path(self, sha256: str) -> Path:
        """Where a stored file is.

        Raises:
            BadMedia: there is no such file.
        """


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's content, 64 hex digits."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()


def stored_take(
    request: ShotRequest, made: GeneratedTake, picture: str, sound: str, poster: str
) -> StoredTake:
    """The value that stands for a take whose files were kept under these three hashes."""
    return StoredTake(
        request=request,
        request_hash=request_hash(request),
        picture_sha256=picture,
        sound_sha256=sound,
        poster_sha256=poster,
        sample_count=request.rate.first_sample(request.frame_count),
        contacts=made.contacts,
        dialogue=made.dialogue,
        notes=made.notes,
        framing=made.framing,
        created_utc=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
    )


class FolderTakeStore:
    """A ``TakeStore`` in one folder; several processes may share it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        try:
            for name in ("media", "takes", "passes"):
                (root / name).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise machine_trouble(error, root) from error

    def find(self, request_hash: str) -> StoredTake | None:
        """See ``TakeStore.find``."""
        try:
            take = msgspec.json.decode(self._take_file(request_hash).read_bytes(), type=StoredTake)
        except (FileNotFoundError, msgspec.DecodeError):
            return None
        if take.request.passes and self.passes_folder(request_hash) is None:
            return None
        hashes = (take.picture_sha256, take.sound_sha256, take.poster_sha256)
        return take if all(self._media_file(sha256) for sha256 in hashes) else None

    def keep(self, request: ShotRequest, made: GeneratedTake) -> StoredTake:
        """See ``TakeStore.keep``."""
        try:
            files = (self._put(path) for path in (made.picture, made.sound, made.poster))
            take = stored_take(request, made, *files)
            if made.passes is not None:
                self._put_folder(made.passes, self._root / "passes" / take.request_hash)
            with whole_file(self._take_file(take.request_hash)) as temporary:
                temporary.write_bytes(msgspec.json.encode(take))
        except OSError as error:
            raise machine_trouble(error, self._root) from error
        return take

    def media_path(self, sha256: str) -> Path:
        """See ``TakeStore.media_path``."""
        found = self._media_file(sha256)
        if found is None:
            raise BadMedia(
                f"The media file {sha256[:12]} is no longer in {self._root}; generate the shot "
                "again or bring the file in again."
            )
        return found

    def passes_folder(self, request_hash: str) -> Path | None:
        """The take's passes, when they were asked for."""
        folder = self._root / "passes" / request_hash
        return folder if folder.is_dir() else None

    def add_file(self, path: Path) -> str:
        """Copies a file in (a picture that a request refers to) and returns its SHA-256.

        Raises:
            CannotHere: the store cannot be written.
            BadMedia: the file is not there.
        """
        if not path.is_file():
            raise BadMedia(f"There is no file {path}; choose a file that exists.")
        try:
            return self._put(path)
        except OSError as error:
            raise machine_trouble(error, self._root) from error

    def _take_file(self, hash_text: str) -> Path:
        return self._root / "takes" / f"{hash_text}.json"

    def _media_file(self, sha256: str) -> Path | None:
        return next((self._root / "media" / sha256[:2]).glob(f"{sha256}.*"), None)

    def _put(self, source: Path) -> str:
        sha256 = sha256_of(source)
        target = self._root / "media" / sha256[:2] / f"{sha256}{source.suffix or '.bin'}"
        if not target.exists():
            target.parent.mkdir(exist_ok=True)
            with whole_file(target) as temporary:
                shutil.copyfile(source, temporary)
        return sha256

    def _put_folder(self, source: Path, target: Path) -> None:
        temporary = target.with_name(f".{target.name}-{uuid.uuid4().hex[:8]}")
        try:
            shutil.copytree(source, temporary)
            if target.exists():
                shutil.rmtree(target)
            temporary.rename(target)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
