"""Finished takes: files in the media store first, then one row that makes them a take."""

from __future__ import annotations

import contextlib
import datetime
import shutil
import uuid
from pathlib import Path

import msgspec

from engine import ShotRequest, StoredTake
from engine.generation import GeneratedTake
from engine.media.whole_file import machine_trouble
from engine.runtime.store import stored_take
from studio.library.database import Database
from studio.library.errors import LibraryUnwritable
from studio.library.media_store import MediaStore


class LibraryTakes:
    """The library's takes, as the engine's ``TakeStore``; any thread may use it.

    Args:
        database, media: of the library.
        passes: folder for depth, normal and id passes, one folder per request hash.
    """

    def __init__(self, database: Database, media: MediaStore, passes: Path) -> None:
        self._database = database
        self._media = media
        self._passes = passes

    def find(self, request_hash: str) -> StoredTake | None:
        """The newest take kept for this request, if all of its files are still there."""
        rows = self._database.rows(
            "SELECT take_json, has_passes FROM take WHERE request_hash = ? ORDER BY id DESC",
            request_hash,
        )
        for take_json, has_passes in rows:
            try:
                take = msgspec.json.decode(take_json, type=StoredTake)
            except msgspec.DecodeError:
                continue  # written by another version: as good as not kept
            files = (take.picture_sha256, take.sound_sha256, take.poster_sha256)
            passes_there = not has_passes or self.passes_folder(request_hash) is not None
            if passes_there and all(self._media.has(sha256) for sha256 in files):
                return take
        return None

    def keep(self, request: ShotRequest, made: GeneratedTake) -> StoredTake:
        """Copies the take's files in and remembers it; on return it is safe on the disk.

        Raises:
            LibraryError: the disk is full or read-only; no take and nothing half written is left.
        """
        paths = (made.picture, made.sound, made.poster)
        hashes = [self._media.put(path) for path in paths]
        take = stored_take(request, made, *hashes)
        if made.passes is not None:
            self._keep_passes(made.passes, take.request_hash)
        with self._database.transaction() as connection:
            for path, sha256 in zip(paths, hashes, strict=True):
                connection.execute(
                    "INSERT OR IGNORE INTO media VALUES (?, ?, ?, ?)",
                    (sha256, path.suffix, self._media.path(sha256).stat().st_size, _now()),
                )
            connection.execute(
                "INSERT OR REPLACE INTO take (request_hash, picture_sha256, sound_sha256, "
                "poster_sha256, has_passes, take_json, created_utc) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    take.request_hash,
                    *hashes,
                    int(made.passes is not None),
                    msgspec.json.encode(take).decode(),
                    take.created_utc,
                ),
            )
        return take

    def media_path(self, sha256: str) -> Path:
        """Where a stored file is.

        Raises:
            BadMedia: it is no longer in the library.
        """
        return self._media.path(sha256)

    def passes_folder(self, request_hash: str) -> Path | None:
        """The take's passes, when they were asked for."""
        folder = self._passes / request_hash
        return folder if folder.is_dir() else None

    def count(self) -> int:
        """How many takes are remembered."""
        return int(self._database.rows("SELECT count(*) FROM take")[0][0])

    def _keep_passes(self, made: Path, request_hash: str) -> None:
        target = self._passes / request_hash
        temporary = self._passes / f".{uuid.uuid4().hex}.part"
        try:
            self._passes.mkdir(exist_ok=True)
            shutil.copytree(made, temporary)
            if target.exists():
                target.rename(temporary.with_suffix(".old"))
            temporary.rename(target)
        except OSError as error:
            raise LibraryUnwritable(str(machine_trouble(error, self._passes))) from error
        finally:
            for left in (temporary, temporary.with_suffix(".old")):
                with contextlib.suppress(FileNotFoundError):
                    shutil.rmtree(left)


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
