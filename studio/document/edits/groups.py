"""Edits of several clips at once, and of the gaps between clips."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from studio.document.edits.lanes import (
    lanes_of,
    lay,
    overlaps,
    refuse_locked,
    shift_from,
    take_out,
    with_lanes,
)
from studio.document.errors import EditRefused
from studio.document.project import Clip, Project, Track
from studio.document.queries import linked, locate_clip, track_of


def group_of(project: Project, clip_ids: Iterable[str]) -> tuple[tuple[Track, Clip], ...]:
    """These clips and all that they are linked to, each with its track.

    Raises:
        EditRefused: the film has no such clip.
    """
    found: dict[str, tuple[Track, Clip]] = {}
    for clip_id in clip_ids:
        for track, clip in linked(project, clip_id):
            found[clip.id] = (track, clip)
    return tuple(found.values())


def move_clips(
    project: Project,
    clip_ids: frozenset[str],
    by_frames: int,
    grabbed_id: str | None = None,
    track_id: str | None = None,
) -> Project:
    """Moves clips and all they are linked to by as many frames, keeping their distances.

    Args:
        grabbed_id, track_id: the clip that goes to another track; of the moved clips, those of
            the same kind that were named go as many tracks up or down, linked ones keep theirs.

    Raises:
        EditRefused: something would start before the film, there is no such track, or clips
            would cover each other.
        TrackLocked: a track that they leave or enter is locked.
    """
    group = group_of(project, clip_ids)
    shift = _track_shift(project, grabbed_id, track_id)
    if not group or (by_frames == 0 and shift is None):
        return project
    if min(clip.start_frame for _, clip in group) + by_frames < 0:
        raise EditRefused("A clip cannot start before the film's first frame.")
    placed: list[tuple[Track, Clip]] = []
    for track, clip in group:
        target = track
        if shift is not None and clip.id in clip_ids and track.kind == shift[0]:
            target = _shifted(project, track, shift[1])
        placed.append(
            (target, msgspec.structs.replace(clip, start_frame=clip.start_frame + by_frames))
        )
    refuse_locked([*(track for track, _ in group), *(track for track, _ in placed)])
    for track in {track.id: track for track, _ in placed}.values():
        if overlaps(clip for target, clip in placed if target is track):
            raise EditRefused("The clips would cover each other there: choose another track.")
    lanes = lanes_of(project)
    take_out(lanes, frozenset(clip.id for _, clip in group))
    lay(project, lanes, [(track.id, clip) for track, clip in placed])
    return with_lanes(project, lanes)


def _track_shift(
    project: Project, grabbed_id: str | None, track_id: str | None
) -> tuple[str, int] | None:
    """Kind of the tracks, and by how many of that kind; None when none changes."""
    if grabbed_id is None or track_id is None:
        return None
    track, _ = locate_clip(project, grabbed_id)
    target = track_of(project, track_id)
    if target is track:
        return None
    if target.kind != track.kind:
        raise EditRefused(f"A clip of {track.name} cannot lie on {target.name}: they differ.")
    same = [each for each in project.tracks if each.kind == track.kind]
    return track.kind, same.index(target) - same.index(track)


def _shifted(project: Project, track: Track, by_tracks: int) -> Track:
    same = [each for each in project.tracks if each.kind == track.kind]
    index = same.index(track) + by_tracks
    if not 0 <= index < len(same):
        raise EditRefused(
            f"There is no {track.kind} track for all of these clips there: add a track first."
        )
    return same[index]


def close_gap(project: Project, track_id: str, frame: int) -> Project:
    """Moves everything after the gap at ``frame`` of a track up, in step on all unlocked tracks.

    Raises:
        EditRefused: there is no gap, or another track plays there.
        TrackLocked: the track is locked, or what would move is linked to a locked one.
    """
    track = track_of(project, track_id)
    refuse_locked((track,))
    start, end = gap_at(track, frame)
    room = end - start
    for each in project.tracks:
        if each.locked:
            continue
        moving = [clip.start_frame for clip in each.clips if clip.start_frame >= end]
        before = [clip.end_frame for clip in each.clips if clip.start_frame < end]
        if moving:
            room = min(room, min(moving) - max(before, default=0))
    if room <= 0:
        raise EditRefused("Another track plays in this gap: move what is there first.")
    lanes = lanes_of(project)
    shift_from(project, lanes, end, -room)
    return with_lanes(project, lanes)


def gap_at(track: Track, frame: int) -> tuple[int, int]:
    """Start and end of the gap at ``frame``.

    Raises:
        EditRefused: a clip plays there, or nothing comes after.
    """
    start = 0
    for clip in track.clips:
        if clip.start_frame <= frame < clip.end_frame:
            break
        if clip.start_frame > frame:
            return start, clip.start_frame
        start = clip.end_frame
    raise EditRefused(f"There is no gap on {track.name} there.")
