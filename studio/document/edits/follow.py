"""Clips follow their shot when its source becomes longer or shorter."""

from __future__ import annotations

import msgspec

from studio.document.edits.lanes import (
    Lanes,
    lanes_of,
    overlaps,
    refuse_locked,
    shift_from,
    swap,
    take_out,
    with_lanes,
)
from studio.document.project import Clip, Project, Shot, ShotSource
from studio.document.queries import clips_of_shot, source_frame_count


def with_shot(project: Project, shot: Shot) -> Project:
    """The film with this value of the shot, its clips fitted to the new length of its source.

    A clip that showed all of the shot still does, and what follows on unlocked tracks moves by
    the difference (up only where nothing is in the way); other clips lose what is no longer
    there.

    Raises:
        TrackLocked: a clip on a locked track would have to change, or what it is linked to.
    """
    source = ShotSource(shot.id)
    before = source_frame_count(project, source) or 1
    changed = msgspec.structs.replace(
        project, shots=tuple(shot if each.id == shot.id else each for each in project.shots)
    )
    after = source_frame_count(changed, source) or 1
    if before == after:
        return changed
    showing = clips_of_shot(changed, shot.id)
    lanes = lanes_of(changed)
    for track, clip in showing:
        if clip.in_frame + clip.frame_count > after or _shows_all(clip, before):
            refuse_locked((track,))
    _cut_to(lanes, [clip for _, clip in showing if not _shows_all(clip, before)], after)
    whole = [clip for _, clip in showing if _shows_all(clip, before)]
    for start in sorted({clip.start_frame for clip in whole}, reverse=True):
        alike = [clip for clip in whole if clip.start_frame == start]
        _resize(changed, lanes, alike, after)
    return with_lanes(changed, lanes)


def _shows_all(clip: Clip, frame_count: int) -> bool:
    return clip.in_frame == 0 and clip.frame_count == frame_count


def _cut_to(lanes: Lanes, clips: list[Clip], frame_count: int) -> None:
    take_out(lanes, frozenset(clip.id for clip in clips if clip.in_frame >= frame_count))
    swap(
        lanes,
        [
            msgspec.structs.replace(clip, frame_count=frame_count - clip.in_frame)
            for clip in clips
            if clip.in_frame < frame_count < clip.in_frame + clip.frame_count
        ],
    )


def _resize(project: Project, lanes: Lanes, clips: list[Clip], frame_count: int) -> None:
    end = clips[0].end_frame
    by_frames = frame_count - clips[0].frame_count
    resized = [msgspec.structs.replace(clip, frame_count=frame_count) for clip in clips]
    if by_frames > 0:
        shift_from(project, lanes, end, by_frames)
        swap(lanes, resized)
        return
    swap(lanes, resized)
    moved_up = dict(lanes)
    shift_from(project, moved_up, end, by_frames)
    if not any(overlaps(clips) for clips in moved_up.values()):
        lanes.update(moved_up)
