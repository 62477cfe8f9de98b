"""A film is a value: shots written in words, media brought in, clips on tracks.

Ids stand for references; tuples for lists.  A clip shows a shot (its selected take) or a media
item; picture and sound of one source are two clips that share a ``link_id`` and move together.
Positions are frames of the film's rate, end-exclusive; clips of a track are sorted by start and
never overlap.
"""

from __future__ import annotations

import uuid
from typing import Literal

import msgspec

from engine.events import StoredTake
from engine.request import CastMember, FilmPlace, ShotRequest, request_hash
from engine.timing import FrameRate

PROJECT_SCHEMA = 2


def new_id() -> str:
    """A fresh id, unique without asking anybody."""
    return uuid.uuid4().hex[:12]


class Take(msgspec.Struct, frozen=True, kw_only=True):
    """A generated result of a shot: id in the film, and what the media store keeps."""

    id: str
    stored: StoredTake


class Shot(msgspec.Struct, frozen=True, kw_only=True):
    """A shot as written and its takes, oldest first.

    Attributes:
        selected_take_id: the take that clips show; None before the first.
        continues_id: the shot whose final state this one starts from; None starts fresh.
    """

    id: str
    name: str
    request: ShotRequest
    takes: tuple[Take, ...] = ()
    selected_take_id: str | None = None
    continues_id: str | None = None

    @property
    def selected_take(self) -> Take | None:
        """The take that clips show."""
        return next((take for take in self.takes if take.id == self.selected_take_id), None)

    @property
    def is_up_to_date(self) -> bool:
        """Does the selected take show what the request says now?"""
        take = self.selected_take
        return take is not None and take.stored.request_hash == request_hash(self.request)


MediaKind = Literal["video", "image", "sound"]


class MediaItem(msgspec.Struct, frozen=True, kw_only=True):
    """A file that the editor brought in, kept in the media store by content hash.

    Attributes:
        rate, frame_count, width_px, height_px: of its picture; zeros for sound.
        sample_count: of its sound at 48 kHz; 0 when it has none.
    """

    id: str
    name: str
    kind: MediaKind
    sha256: str
    rate: FrameRate = FrameRate(24)
    frame_count: int = 0
    width_px: int = 0
    height_px: int = 0
    sample_count: int = 0


class ShotSource(msgspec.Struct, frozen=True, tag="shot"):
    """The clip shows this shot's selected take."""

    shot_id: str


class MediaSource(msgspec.Struct, frozen=True, tag="media"):
    """The clip shows this media item."""

    media_id: str


ClipSource = ShotSource | MediaSource


TransitionKind = Literal["dissolve", "wipe", "whip", "match"]


class Transition(msgspec.Struct, frozen=True, kw_only=True):
    """How a clip comes in from the one before it, or from black; without one it is a cut.

    It lies half before and half after the cut and uses what the sources have beyond it (handles);
    where a source has nothing more, its last picture stands.

    Attributes:
        frame_count: of the film's rate, at least 2.
    """

    kind: TransitionKind
    frame_count: int


class Clip(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a source on a track.

    Attributes:
        start_frame: on the timeline, 0 or later.
        frame_count: at least 1.
        in_frame: offset into the source, in frames of the film's rate, 0 or later.
        link_id: clips with the same one move, trim, split and go together; None stands alone.
        gain_db: of sound clips.
        transition: of picture clips, at their start; linked sound fades over with it.
    """

    id: str
    source: ClipSource
    start_frame: int
    frame_count: int
    in_frame: int = 0
    link_id: str | None = None
    gain_db: float = 0.0
    transition: Transition | None = None

    @property
    def end_frame(self) -> int:
        """First frame after the clip."""
        return self.start_frame + self.frame_count


TrackKind = Literal["video", "sound"]


class Track(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the timeline; video tracks higher in the list cover lower ones."""

    id: str
    name: str
    kind: TrackKind
    clips: tuple[Clip, ...] = ()
    muted: bool = False
    locked: bool = False


class Project(msgspec.Struct, frozen=True, kw_only=True):
    """A film.

    Attributes:
        rate, width_px, height_px: of the timeline; new shots take them over.
        cast, places: who and what keeps a look through the film; requests whose words use a
            name take them over (``edits.continuity``).
        tracks: top to bottom as shown.
    """

    id: str
    title: str
    rate: FrameRate = FrameRate(24)
    width_px: int = 640
    height_px: int = 360
    cast: tuple[CastMember, ...] = ()
    places: tuple[FilmPlace, ...] = ()
    shots: tuple[Shot, ...] = ()
    media: tuple[MediaItem, ...] = ()
    tracks: tuple[Track, ...] = ()
    schema_version: int = PROJECT_SCHEMA

    @property
    def frame_count(self) -> int:
        """Timeline length: the end of the last clip."""
        return max((clip.end_frame for track in self.tracks for clip in track.clips), default=0)


def new_project(title: str = "Untitled film") -> Project:
    """An empty film with two video and two sound tracks."""
    return Project(
        id=new_id(),
        title=title,
        tracks=(
            Track(id=new_id(), name="V2", kind="video"),
            Track(id=new_id(), name="V1", kind="video"),
            Track(id=new_id(), name="A1", kind="sound"),
            Track(id=new_id(), name="A2", kind="sound"),
        ),
    )
