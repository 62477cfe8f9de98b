"""What a job says of itself: a state union and past-tense events, all picklable values."""

from __future__ import annotations

from typing import Literal

import msgspec

from engine.generation import ContactEvent, ShownSubject, SpokenWord
from engine.request import ShotRequest


class Queued(msgspec.Struct, frozen=True, tag=True):
    """Waits for its turn."""


class Loading(msgspec.Struct, frozen=True, tag=True):
    """The generator is getting ready."""


class Running(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """At work: which stage, how much is behind us, how long it may still take.

    Attributes:
        fraction: 0 to 1 of the whole job.
        remaining_s: estimate, None while too little is known.
    """

    stage: str
    fraction: float
    remaining_s: float | None = None


class Cancelling(msgspec.Struct, frozen=True, tag=True):
    """Asked to stop, not yet stopped."""


class Done(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """Finished and kept; ``from_cache`` when nothing had to be made."""

    take: StoredTake
    from_cache: bool


FaultKind = Literal["request", "media", "machine", "bug"]


class Failed(msgspec.Struct, frozen=True, tag=True, kw_only=True):
    """Ended by a fault; ``message`` is one sentence, ``is_bug`` when the fault is ours.

    Attributes:
        kind: what was at fault: what was asked, a file, this machine, or Storyreel.
    """

    message: str
    is_bug: bool
    kind: FaultKind = "machine"


class Cancelled(msgspec.Struct, frozen=True, tag=True):
    """Stopped on request; nothing was kept."""


JobState = Queued | Loading | Running | Cancelling | Done | Failed | Cancelled


class StoredTake(msgspec.Struct, frozen=True, kw_only=True):
    """A take as it is kept: its files by content hash, what happened in it.

    Attributes:
        request: what was asked; ``request_hash`` is its hash.
        picture_sha256, sound_sha256, poster_sha256: files in the media store.
        sample_count: length of the sound at 48 kHz.
        created_utc: ISO 8601.
        notes: what could not be shown as asked, one sentence each.
        framing: where the subject is in the picture, at several frames.
    """

    request: ShotRequest
    request_hash: str
    picture_sha256: str
    sound_sha256: str
    poster_sha256: str
    sample_count: int
    contacts: tuple[ContactEvent, ...] = ()
    dialogue: tuple[SpokenWord, ...] = ()
    created_utc: str = ""
    notes: tuple[str, ...] = ()
    framing: tuple[ShownSubject, ...] = ()


class JobChanged(msgspec.Struct, frozen=True, kw_only=True):
    """A job entered a state (also: made progress)."""

    job_id: str
    request: ShotRequest
    state: JobState


class PreviewArrived(msgspec.Struct, frozen=True, kw_only=True):
    """A small picture of a frame that was just made.

    Attributes:
        rgb: ``height_px * width_px * 3`` bytes, row by row, sRGB.
    """

    job_id: str
    frame: int
    width_px: int
    height_px: int
    rgb: bytes


JobEvent = JobChanged | PreviewArrived
