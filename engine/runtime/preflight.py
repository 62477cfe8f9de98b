"""Looked at before a job starts: is there room for what it will make?"""

from __future__ import annotations

import shutil
from pathlib import Path

from engine.errors import CannotHere
from engine.request import ShotRequest

RESERVE_BYTES = 64 << 20
"""Left free, so that saving the film and the library never fails for want of space."""

_PICTURE_BYTES_PER_PX = 0.25
"""H.264 at take quality; rain and noise need the most (measured up to about 0.2)."""

_PASS_BYTES_PER_PX = 20
"""Depth, normal and id as they leave the renderer: 4 + 12 + 2 bytes, and headers."""

_SOUND_BYTES_PER_SAMPLE = 8


def needed_bytes(request: ShotRequest) -> int:
    """Disk space that a take needs at most (while it is moved it lies there twice)."""
    pixels = request.frame_count * request.width_px * request.height_px
    per_px = _PICTURE_BYTES_PER_PX + (_PASS_BYTES_PER_PX if request.passes else 0)
    sound = request.rate.first_sample(request.frame_count) * _SOUND_BYTES_PER_SAMPLE
    poster = request.width_px * request.height_px * 3
    return 2 * (int(pixels * per_px) + sound + poster) + RESERVE_BYTES


def check_room(request: ShotRequest, folder: Path) -> None:
    """Refuses a job for which the disk of ``folder`` has no room.

    Raises:
        CannotHere: with how much is needed and how much is free.
    """
    needed, free = needed_bytes(request), shutil.disk_usage(folder).free
    if free < needed:
        raise CannotHere(
            f"This shot needs up to {_megabytes(needed)} MB on the disk of {folder}, but only "
            f"{_megabytes(free)} MB are free; free some space or make the shot shorter or smaller."
        )


def _megabytes(count: int) -> int:
    return -(-count // 1_000_000)
