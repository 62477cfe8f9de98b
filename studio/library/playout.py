"""A film as plain media: where each clip's picture and sound lie in the library."""

from __future__ import annotations

from pathlib import Path

from engine import BadMedia
from engine.media.edit_list import EditList, PictureSegment, SoundSegment
from engine.timing import SAMPLE_RATE_HZ, FrameRate
from studio.document.project import Clip, Project, ShotSource, Track
from studio.document.queries import media_of, shot_of, used_media
from studio.library import Library

FADE_SAMPLES = SAMPLE_RATE_HZ * 5 // 1000
"""5 ms: long enough that no cut clicks, too short to be heard as a fade."""


def edit_list(project: Project, library: Library) -> EditList:
    """What preview and export play; shots without a take and missing files are gaps.

    Muted tracks are left out.
    """
    videos = [track for track in project.tracks if track.kind == "video"]
    sounds = [track for track in project.tracks if track.kind == "sound"]
    picture = (
        _picture_segment(project, library, clip, layer)
        for layer, track in enumerate(reversed(videos))
        if not track.muted
        for clip in track.clips
    )
    sound = (
        _sound_segment(project, library, track, index)
        for track in sounds
        if not track.muted
        for index in range(len(track.clips))
    )
    return EditList(
        rate=project.rate,
        width_px=project.width_px,
        height_px=project.height_px,
        frame_count=project.frame_count,
        picture=tuple(segment for segment in picture if segment is not None),
        sound=tuple(segment for segment in sound if segment is not None),
    )


def missing_media(project: Project, library: Library) -> frozenset[str]:
    """SHA-256 of the files that the film needs and the library does not have."""
    return frozenset(sha256 for sha256 in used_media(project) if not library.media.has(sha256))


def _stored(library: Library, sha256: str) -> Path | None:
    try:
        return library.media.path(sha256)
    except BadMedia:
        return None


def _picture_segment(
    project: Project, library: Library, clip: Clip, layer: int
) -> PictureSegment | None:
    still = False
    if isinstance(clip.source, ShotSource):
        take = shot_of(project, clip.source.shot_id).selected_take
        if take is None:
            return None
        sha256, rate = take.stored.picture_sha256, take.stored.request.rate
    else:
        item = media_of(project, clip.source.media_id)
        still = item.kind == "image"
        sha256, rate = item.sha256, project.rate if still else item.rate
    path = _stored(library, sha256)
    if path is None:
        return None
    return PictureSegment(
        start_frame=clip.start_frame,
        frame_count=clip.frame_count,
        layer=layer,
        path=path,
        kind="image" if still else "video",
        source_rate=rate,
        source_start_frame=0 if still else _in_source_frames(clip.in_frame, project.rate, rate),
    )


def _in_source_frames(frame: int, film_rate: FrameRate, rate: FrameRate) -> int:
    return int(frame / film_rate.fraction * rate.fraction)


def _sound_segment(
    project: Project, library: Library, track: Track, index: int
) -> SoundSegment | None:
    clip = track.clips[index]
    if isinstance(clip.source, ShotSource):
        take = shot_of(project, clip.source.shot_id).selected_take
        if take is None:
            return None
        sha256, available = take.stored.sound_sha256, take.stored.sample_count
    else:
        item = media_of(project, clip.source.media_id)
        sha256, available = item.sha256, item.sample_count
    path = _stored(library, sha256)
    rate = project.rate
    first = rate.first_sample(clip.in_frame)
    start = rate.first_sample(clip.start_frame)
    count = min(rate.first_sample(clip.end_frame) - start, available - first)
    if path is None or count < 1:
        return None
    fade = min(FADE_SAMPLES, count // 2)
    before = track.clips[index - 1] if index else None
    after = track.clips[index + 1] if index + 1 < len(track.clips) else None
    return SoundSegment(
        start_sample=start,
        sample_count=count,
        path=path,
        source_start_sample=first,
        gain=10.0 ** (clip.gain_db / 20.0),
        fade_in_samples=0 if before is not None and _runs_on(before, clip) else fade,
        fade_out_samples=0 if after is not None and _runs_on(clip, after) else fade,
    )


def _runs_on(left: Clip, right: Clip) -> bool:
    """Does the source just go on across the cut?  Then a fade would be heard as a dip."""
    return (
        left.source == right.source
        and left.end_frame == right.start_frame
        and left.in_frame + left.frame_count == right.in_frame
        and left.gain_db == right.gain_db
    )
