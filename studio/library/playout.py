"""A film as plain media: where each clip's picture and sound lie in the library."""

from __future__ import annotations

import math
from pathlib import Path

import msgspec

from engine import BadMedia, StoredTake
from engine.media.edit_list import Box, EditList, PictureSegment, PictureTransition, SoundSegment
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
        _picture_segment(project, library, track, index, layer)
        for layer, track in enumerate(reversed(videos))
        if not track.muted
        for index in range(len(track.clips))
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
    project: Project, library: Library, track: Track, index: int, layer: int
) -> PictureSegment | None:
    clip = track.clips[index]
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
    before, after = _handles(track, index)
    first = clip.in_frame - before
    return PictureSegment(
        start_frame=clip.start_frame - before,
        frame_count=clip.frame_count + before + after,
        layer=layer,
        path=path,
        kind="image" if still else "video",
        source_rate=rate,
        source_start_frame=0 if still else _in_source_frames(first, project.rate, rate),
        transition=_transition(project, track, index),
    )


def _previous(track: Track, index: int) -> Clip | None:
    """The clip that this one follows without a gap."""
    before = track.clips[index - 1] if index else None
    follows = before is not None and before.end_frame == track.clips[index].start_frame
    return before if follows else None


def _spread(track: Track, index: int) -> tuple[int, int]:
    """Frames that the transition into a clip takes before and after the cut."""
    clip = track.clips[index]
    if clip.transition is None:
        return 0, 0
    before = _previous(track, index)
    count = min(clip.transition.frame_count, clip.frame_count)
    if before is None:
        return 0, count
    early = min(count // 2, before.frame_count)
    return early, count - early


def _handles(track: Track, index: int) -> tuple[int, int]:
    """Frames that a clip is shown before its start and after its end, under transitions."""
    goes_on = index + 1 < len(track.clips) and _previous(track, index + 1) is not None
    return _spread(track, index)[0], _spread(track, index + 1)[1] if goes_on else 0


def _transition(project: Project, track: Track, index: int) -> PictureTransition | None:
    clip = track.clips[index]
    count = sum(_spread(track, index))
    if clip.transition is None or count < 1:
        return None
    coming = PictureTransition(kind=clip.transition.kind, frame_count=count)
    before = _previous(track, index)
    if clip.transition.kind != "match" or before is None:
        return coming
    return msgspec.structs.replace(
        coming,
        before=_subject_box(project, before, before.in_frame + before.frame_count - 1),
        after=_subject_box(project, clip, clip.in_frame),
    )


def _subject_box(project: Project, clip: Clip, frame: int) -> Box | None:
    """Where the subject of a clip's take is at a frame of its source; None where nobody knows."""
    take = _take_of(project, clip)
    if take is None or not take.framing:
        return None
    at = int(frame / project.rate.fraction * take.request.rate.fraction)
    shown = min(take.framing, key=lambda one: abs(one.frame - at))
    return (shown.left, shown.top, shown.right, shown.bottom)


def _take_of(project: Project, clip: Clip) -> StoredTake | None:
    if not isinstance(clip.source, ShotSource):
        return None
    take = shot_of(project, clip.source.shot_id).selected_take
    return take.stored if take is not None else None


def _in_source_frames(frame: int, film_rate: FrameRate, rate: FrameRate) -> int:
    return math.floor(frame / film_rate.fraction * rate.fraction)


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
    fades = _fades(project, clip)
    early = min(fades[0][0], clip.in_frame)
    first = rate.first_sample(clip.in_frame - early)
    start = rate.first_sample(clip.start_frame - early)
    count = min(rate.first_sample(clip.end_frame + fades[1][1]) - start, available - first)
    if path is None or count < 1:
        return None
    fade = min(FADE_SAMPLES, count // 2)
    fade_in = min(max(fade, rate.first_sample(early + fades[0][1])), count)
    left = count - (rate.first_sample(clip.end_frame) - start)
    fade_out = min(max(fade, rate.first_sample(fades[1][0]) + left), count - fade_in)
    before = track.clips[index - 1] if index else None
    after = track.clips[index + 1] if index + 1 < len(track.clips) else None
    return SoundSegment(
        start_sample=start,
        sample_count=count,
        path=path,
        source_start_sample=first,
        gain=10.0 ** (clip.gain_db / 20.0),
        fade_in_samples=0 if before is not None and _runs_on(before, clip) else fade_in,
        fade_out_samples=0 if after is not None and _runs_on(clip, after) else fade_out,
    )


def _fades(project: Project, clip: Clip) -> tuple[tuple[int, int], tuple[int, int]]:
    """Frames before and after a sound clip's start, and its end, that transitions take.

    Sound fades over with the picture that it is linked to.
    """
    for track in project.tracks:
        for index, picture in enumerate(track.clips):
            linked = clip.link_id is not None and picture.link_id == clip.link_id
            if track.kind != "video" or track.muted or not linked:
                continue
            follower = index + 1 if index + 1 < len(track.clips) else None
            goes_on = follower is not None and _previous(track, follower) is picture
            starts = picture.start_frame == clip.start_frame
            ends = picture.end_frame == clip.end_frame
            return (
                _spread(track, index) if starts else (0, 0),
                _spread(track, follower) if goes_on and ends and follower is not None else (0, 0),
            )
    return (0, 0), (0, 0)


def _runs_on(left: Clip, right: Clip) -> bool:
    """Does the source just go on across the cut?  Then a fade would be heard as a dip."""
    return (
        left.source == right.source
        and left.end_frame == right.start_frame
        and left.in_frame + left.frame_count == right.in_frame
        and left.gain_db == right.gain_db
    )
