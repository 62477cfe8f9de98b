"""Models that the owner brings in: packed into one file each, then kept with the media."""

from __future__ import annotations

import tempfile
from pathlib import Path

from engine import pack_model
from engine.media.whole_file import machine_trouble
from studio.library import Library
from studio.library.errors import LibraryUnwritable


def keep_model(library: Library, path: Path) -> str:
    """Keeps a .glb, .gltf or .obj file with all that it needs.

    Returns:
        The SHA-256 under which the library's media know it (``CastMember.model_sha256``).

    Raises:
        BadMedia: it is no model that can be shown; the sentence says why.
        LibraryUnwritable: the disk is full or read-only.
    """
    try:
        with tempfile.TemporaryDirectory(dir=library.work) as folder:
            packed = Path(folder) / "model.glb"
            pack_model(path, packed)
            return library.media.put(packed)
    except OSError as error:
        raise LibraryUnwritable(str(machine_trouble(error, library.work))) from error
