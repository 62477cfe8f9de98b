"""Questions about a film that views, edits and export ask: plain functions of the value."""

from __future__ import annotations

from fractions import Fraction

from engine.request import ShotRequest
from engine.timing import SAMPLE_RATE_HZ, FrameRate
from studio.document.errors import EditRefused
from studio.document.project import (
    Clip,
    ClipSource,
    MediaItem,
    MediaSource,
    Project,
    Shot,
    ShotSource,
    Track,
    TrackKind,
)


def shot_of(project: Project, shot_id: str) -> Shot:
    """The shot with this id.

    Raises:
        EditRefused: the film has no such shot.
    """
    for shot in project.shots:
        if shot.id == shot_id:
            return shot
    raise EditRefused("That shot is no longer in the film.")


def media_of(project: Project, media_id: str) -> MediaItem:
    """The media item with this id.

    Raises:
        EditRefused: the film has no such item.
    """
    for item in project.media:
        if item.id == media_id:
            return item
    raise EditRefused("That file is no longer in the film.")


def media_with(project: Project, sha256: str) -> MediaItem | None:
    """The media item that holds this content, if it was brought in already."""
    return next((item for item in project.media if item.sha256 == sha256), None)


def track_of(project: Project, track_id: str) -> Track:
    """The track with this id.

    Raises:
        EditRefused: the film has no such track.
    """
    for track in project.tracks:
        if track.id == track_id:
            return track
    raise EditRefused("That track is no longer in the film.")


def locate_clip(project: Project, clip_id: str) -> tuple[Track, Clip]:
    """The clip with this id and the track it lies on.

    Raises:
        EditRefused: the film has no such clip.
    """
    for track in project.tracks:
        for clip in track.clips:
            if clip.id == clip_id:
                return track, clip
    raise EditRefused("That clip is no longer on the timeline.")


def linked(project: Project, clip_id: str) -> tuple[tuple[Track, Clip], ...]:
    """The clip and all that move, trim, split and go with it, each with its track.

    Raises:
        EditRefused: the film has no such clip.
    """
    track, clip = locate_clip(project, clip_id)
    if clip.link_id is None:
        return ((track, clip),)
    return tuple(
        (each_track, each)
        for each_track in project.tracks
        for each in each_track.clips
        if each.link_id == clip.link_id
    )


def clip_at(track: Track, frame: int) -> Clip | None:
    """The clip that plays at ``frame`` of the timeline, if any."""
    for clip in track.clips:
        if clip.start_frame <= frame < clip.end_frame:
            return clip
    return None


def clips_of_shot(project: Project, shot_id: str) -> tuple[tuple[Track, Clip], ...]:
    """Every clip that shows the shot, with its track."""
    source = ShotSource(shot_id)
    return tuple(
        (track, clip) for track in project.tracks for clip in track.clips if clip.source == source
    )


def source_frame_count(project: Project, source: ClipSource) -> int | None:
    """How long the source is, in frames of the film's rate; None for a still (any length).

    A shot is as long as its selected take, or as it is asked to be while it has none.  A length
    that does not fall on a frame of the film is rounded down, so a clip never runs out of source.

    Raises:
        EditRefused: the film has no such shot or file.
    """
    if isinstance(source, ShotSource):
        shot = shot_of(project, source.shot_id)
        take = shot.selected_take
        request = take.stored.request if take is not None else shot.request
        return _frames_in_film(request.frame_count, request.rate, project.rate)
    item = media_of(project, source.media_id)
    match item.kind:
        case "image":
            return None
        case "video":
            return _frames_in_film(item.frame_count, item.rate, project.rate)
        case "sound":
            frames = item.sample_count * project.rate.fraction / SAMPLE_RATE_HZ
            return max(1, int(frames))


def _frames_in_film(frame_count: int, rate: FrameRate, film_rate: FrameRate) -> int:
    return max(1, int(Fraction(frame_count) / rate.fraction * film_rate.fraction))


def source_suits_track(project: Project, source: ClipSource, kind: TrackKind) -> bool:
    """Can a clip of this source lie on a track of this kind?

    Raises:
        EditRefused: the film has no such shot or file.
    """
    if isinstance(source, ShotSource):
        shot_of(project, source.shot_id)
        return True
    item = media_of(project, source.media_id)
    if kind == "video":
        return item.kind in ("video", "image")
    return item.kind == "sound" or (item.kind == "video" and item.sample_count > 0)


def source_name(project: Project, source: ClipSource) -> str:
    """What the editor calls the source, for labels and messages."""
    if isinstance(source, MediaSource):
        return media_of(project, source.media_id).name
    shot = shot_of(project, source.shot_id)
    return shot.name or shot.request.prompt[:40]


def outdated_shots(project: Project) -> tuple[Shot, ...]:
    """The shots whose selected take does not show what they say now (also: have none yet)."""
    return tuple(shot for shot in project.shots if not shot.is_up_to_date)


def snap_points(project: Project, without: frozenset[str] = frozenset()) -> tuple[int, ...]:
    """Frames that a dragged edge likes to meet: the start, and both ends of every clip.

    Args:
        without: ids of clips that are being dragged.
    """
    points = {0}
    for track in project.tracks:
        for clip in track.clips:
            if clip.id not in without:
                points.update((clip.start_frame, clip.end_frame))
    return tuple(sorted(points))


def _pictures_of(request: ShotRequest) -> set[str]:
    """The stored pictures and models that a shot, and those it goes on from, are made with."""
    found: set[str | None] = set()
    before: ShotRequest | None = request
    while before is not None:
        found |= {before.image_sha256, before.palette_sha256}
        found |= {member.model_sha256 for member in before.cast}
        before = before.continues
    return {sha256 for sha256 in found if sha256}


def used_media(project: Project) -> frozenset[str]:
    """SHA-256 of every stored file that the film needs: takes, media, pictures of requests."""
    hashes = {item.sha256 for item in project.media}
    hashes |= {member.model_sha256 for member in project.cast if member.model_sha256}
    for shot in project.shots:
        for request in (shot.request, *(take.stored.request for take in shot.takes)):
            hashes |= _pictures_of(request)
        for take in shot.takes:
            stored = take.stored
            hashes.update((stored.picture_sha256, stored.sound_sha256, stored.poster_sha256))
    return frozenset(hashes)


def first_frame_of(project: Project, shot_id: str) -> int | None:
    """Where on the timeline the shot's picture is seen first; None when no clip shows it."""
    source = ShotSource(shot_id=shot_id)
    starts = [
        clip.start_frame
        for track in project.tracks
        for clip in track.clips
        if track.kind == "video" and clip.source == source
    ]
    return min(starts, default=None)
