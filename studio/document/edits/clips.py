"""Edits of clips on the timeline."""

from __future__ import annotations

from typing import Literal

import msgspec

from studio.document.edits.lanes import (
    Lanes,
    cut_free,
    head,
    is_still,
    lanes_of,
    lay,
    refuse_locked,
    shift_from,
    swap,
    tail,
    take_out,
    with_lanes,
)
from studio.document.errors import EditRefused
from studio.document.project import (
    Clip,
    ClipSource,
    Project,
    Track,
    TrackKind,
    new_id,
)
from studio.document.queries import (
    linked,
    locate_clip,
    source_frame_count,
    source_name,
    source_suits_track,
    track_of,
)

STILL_SECONDS = 5
MIN_GAIN_DB = -96.0
MAX_GAIN_DB = 24.0

Edge = Literal["start", "end"]


def place_clip(project: Project, track_id: str, clip: Clip) -> Project:
    """Lays the clip on the track, overwriting what lies there.

    Raises:
        EditRefused: the clip does not suit the track, shows more than its source has, is on the
            timeline already, or would be out of step with the clips it is linked to.
        TrackLocked: the track is locked.
    """
    track = track_of(project, track_id)
    refuse_locked((track,))
    _check_placeable(project, track, clip)
    lanes = lanes_of(project)
    lay(project, lanes, [(track_id, clip)])
    return with_lanes(project, lanes)


def _check_placeable(project: Project, track: Track, clip: Clip) -> None:
    _check_suits(project, clip.source, track)
    name = source_name(project, clip.source)
    if clip.start_frame < 0 or clip.in_frame < 0 or clip.frame_count < 1:
        raise EditRefused(f"“{name}” needs at least one frame, at or after the film's start.")
    available = source_frame_count(project, clip.source)
    if available is not None and clip.in_frame + clip.frame_count > available:
        raise EditRefused(
            f"“{name}” is {available} frames long; the clip asks for frame "
            f"{clip.in_frame + clip.frame_count - 1}, so make it shorter."
        )
    for each_track in project.tracks:
        for each in each_track.clips:
            if each.id == clip.id:
                raise EditRefused(f"That clip of “{name}” is on the timeline already: move it.")
            if clip.link_id is not None and each.link_id == clip.link_id:
                _check_in_step(each, clip, name)


def _check_in_step(partner: Clip, clip: Clip, name: str) -> None:
    if partner.start_frame - partner.in_frame != clip.start_frame - clip.in_frame:
        raise EditRefused(
            f"“{name}” would be out of step with the clip it is linked to: place it in step, "
            "or without the link."
        )


def _check_suits(project: Project, source: ClipSource, track: Track) -> None:
    if not source_suits_track(project, source, track.kind):
        wanted = "a sound track" if track.kind == "video" else "a video track"
        raise EditRefused(
            f"“{source_name(project, source)}” cannot lie on {track.name}: choose {wanted}."
        )


def place_source(
    project: Project,
    source: ClipSource,
    start_frame: int,
    video_track_id: str | None = None,
    sound_track_id: str | None = None,
) -> Project:
    """Lays the whole source on the timeline: picture and sound as two linked clips.

    Without track ids the lowest video and the uppermost sound track take it.

    Raises:
        EditRefused: there is no track for it, or ``start_frame`` is before the film's start.
        TrackLocked: a track that it needs is locked.
    """
    available = source_frame_count(project, source)
    still_frames = round(STILL_SECONDS * project.rate.fraction)
    frame_count = still_frames if available is None else available
    targets: list[Track] = []
    for kind, wanted in (("video", video_track_id), ("sound", sound_track_id)):
        if source_suits_track(project, source, "video" if kind == "video" else "sound"):
            targets.append(_target(project, "video" if kind == "video" else "sound", wanted))
    refuse_locked(targets)
    link_id = new_id() if len(targets) > 1 else None
    clips = [
        Clip(
            id=new_id(),
            source=source,
            start_frame=start_frame,
            frame_count=frame_count,
            link_id=link_id,
        )
        for _ in targets
    ]
    for track, clip in zip(targets, clips, strict=True):
        _check_placeable(project, track, clip)
    lanes = lanes_of(project)
    lay(project, lanes, [(t.id, clip) for t, clip in zip(targets, clips, strict=True)])
    return with_lanes(project, lanes)


def _target(project: Project, kind: TrackKind, track_id: str | None) -> Track:
    if track_id is not None:
        track = track_of(project, track_id)
        if track.kind != kind:
            raise EditRefused(f"{track.name} is not a {kind} track: choose another.")
        return track
    tracks = [track for track in project.tracks if track.kind == kind]
    if not tracks:
        raise EditRefused(f"The film has no {kind} track: add one first.")
    return tracks[-1] if kind == "video" else tracks[0]


def move_clip(
    project: Project, clip_id: str, start_frame: int, track_id: str | None = None
) -> Project:
    """Moves the clip to ``start_frame``, and all it is linked to by as much.

    Args:
        track_id: another track of the same kind for this clip; the linked ones keep theirs.

    Raises:
        EditRefused: something would start before the film, or the track does not suit.
        TrackLocked: a track that it leaves or enters is locked.
    """
    track, clip = locate_clip(project, clip_id)
    target = track if track_id is None else track_of(project, track_id)
    by_frames = start_frame - clip.start_frame
    if by_frames == 0 and target is track:
        return project
    group = linked(project, clip_id)
    refuse_locked((target, *(each_track for each_track, _ in group)))
    if target.kind != track.kind:
        raise EditRefused(f"A clip of {track.name} cannot lie on {target.name}: they differ.")
    if min(each.start_frame for _, each in group) + by_frames < 0:
        raise EditRefused("A clip cannot start before the film's first frame.")
    placed = [
        (
            target.id if each is clip else each_track.id,
            msgspec.structs.replace(each, start_frame=each.start_frame + by_frames),
        )
        for each_track, each in group
    ]
    _refuse_collision(placed)
    lanes = lanes_of(project)
    take_out(lanes, frozenset(each.id for _, each in group))
    lay(project, lanes, placed)
    return with_lanes(project, lanes)


def _refuse_collision(placed: list[tuple[str, Clip]]) -> None:
    for index, (track_id, clip) in enumerate(placed):
        for other_track_id, other in placed[:index]:
            if (
                track_id == other_track_id
                and clip.start_frame < other.end_frame
                and other.start_frame < clip.end_frame
            ):
                raise EditRefused(
                    "The clip would cover a piece that it is linked to: choose another track."
                )


def trim_clip(project: Project, clip_id: str, edge: Edge, frame: int) -> Project:
    """Moves an edge of the clip, and of the clips linked to it that share that edge.

    The edge stops where a source or the film ends, at the neighbours, and one frame before the
    clip's other edge.

    Raises:
        EditRefused: the film has no such clip.
        TrackLocked: a track of the clip or of its linked ones is locked.
    """
    _, clip = locate_clip(project, clip_id)
    at = clip.start_frame if edge == "start" else clip.end_frame
    group = [
        (track, each)
        for track, each in linked(project, clip_id)
        if (each.start_frame if edge == "start" else each.end_frame) == at
    ]
    refuse_locked(track for track, _ in group)
    ranges = [_edge_range(project, track, each, edge) for track, each in group]
    lowest = max(low for low, _ in ranges)
    highest = min(high for _, high in ranges)
    stop = min(max(frame, lowest), highest)
    if stop == at:
        return project
    lanes = lanes_of(project)
    swap(lanes, [_with_edge(project, each, edge, stop) for _, each in group])
    return with_lanes(project, lanes)


def _edge_range(project: Project, track: Track, clip: Clip, edge: Edge) -> tuple[int, int]:
    """The lowest and highest frame that this edge may lie on."""
    index = track.clips.index(clip)
    if edge == "start":
        before = track.clips[index - 1].end_frame if index else 0
        first = 0 if is_still(project, clip) else clip.start_frame - clip.in_frame
        return max(before, first), clip.end_frame - 1
    available = source_frame_count(project, clip.source)
    ends = [] if available is None else [clip.start_frame + available - clip.in_frame]
    if index + 1 < len(track.clips):
        ends.append(track.clips[index + 1].start_frame)
    return clip.start_frame + 1, min(ends, default=1 << 40)


def _with_edge(project: Project, clip: Clip, edge: Edge, frame: int) -> Clip:
    if edge == "end":
        return head(clip, frame)
    return msgspec.structs.replace(tail(project, clip, frame), transition=clip.transition)


def split_clip(project: Project, clip_id: str, frame: int) -> Project:
    """Cuts the clip, and those linked to it, in two at ``frame``.

    The left parts keep their ids and link; the right parts are linked to each other.

    Raises:
        EditRefused: ``frame`` is not inside the clip.
        TrackLocked: a track of the clip or of its linked ones is locked.
    """
    _, clip = locate_clip(project, clip_id)
    if not clip.start_frame < frame < clip.end_frame:
        raise EditRefused("There is nothing to split there: put the playhead inside the clip.")
    group = linked(project, clip_id)
    refuse_locked(track for track, _ in group)
    right_link = new_id() if clip.link_id is not None else None
    lanes = lanes_of(project)
    for track, each in group:
        if each.end_frame <= frame:
            continue
        if each.start_frame >= frame:
            swap(lanes, [msgspec.structs.replace(each, link_id=right_link)])
            continue
        right = msgspec.structs.replace(tail(project, each, frame), id=new_id(), link_id=right_link)
        swap(lanes, [head(each, frame)])
        lanes[track.id] = (*lanes[track.id], right)
    return with_lanes(project, lanes)


def delete_clip(project: Project, clip_id: str) -> Project:
    """Takes the clip and those linked to it off the timeline, leaving a gap.

    Raises:
        EditRefused: the film has no such clip.
        TrackLocked: a track of the clip or of its linked ones is locked.
    """
    group = linked(project, clip_id)
    refuse_locked(track for track, _ in group)
    lanes = lanes_of(project)
    take_out(lanes, frozenset(clip.id for _, clip in group))
    return with_lanes(project, lanes)


def ripple_delete(project: Project, clip_id: str) -> Project:
    """Takes the clip's stretch of time out of all unlocked tracks: what follows moves up in step.

    Other clips are cut where they lie in that stretch, except a bed: a clip without a link that
    reaches across all of it with nothing after it on its track stays whole.

    Raises:
        EditRefused: the film has no such clip.
        TrackLocked: a track of the clip is locked, or a linked partner of what moves up is.
    """
    _, clip = locate_clip(project, clip_id)
    group = linked(project, clip_id)
    refuse_locked(track for track, _ in group)
    start, end = clip.start_frame, clip.end_frame
    lanes = lanes_of(project)
    take_out(lanes, frozenset(each.id for _, each in group))
    tracks = [
        track for track in project.tracks if not (track.locked or _is_bed(lanes, track, start, end))
    ]
    cut_free(project, lanes, [(track.id, start, end) for track in tracks])
    shift_from(project, lanes, end, start - end)
    return with_lanes(project, lanes)


def _is_bed(lanes: Lanes, track: Track, start: int, end: int) -> bool:
    last = max(lanes[track.id], key=lambda clip: clip.start_frame, default=None)
    return (
        last is not None
        and last.link_id is None
        and last.start_frame < start
        and last.end_frame > end
    )


def set_gain(project: Project, clip_id: str, gain_db: float) -> Project:
    """Sets the loudness of a sound clip, or of the sound clips linked to a picture.

    Raises:
        EditRefused: outside the range, or the clip has no sound on the timeline.
        TrackLocked: the sound's track is locked.
    """
    if not MIN_GAIN_DB <= gain_db <= MAX_GAIN_DB:
        raise EditRefused(
            f"A gain of {gain_db:g} dB is outside {MIN_GAIN_DB:g} to {MAX_GAIN_DB:g} dB."
        )
    track, clip = locate_clip(project, clip_id)
    group = [(track, clip)] if track.kind == "sound" else linked(project, clip_id)
    sounds = [(each_track, each) for each_track, each in group if each_track.kind == "sound"]
    if not sounds:
        raise EditRefused("That clip has no sound on the timeline.")
    refuse_locked(each_track for each_track, _ in sounds)
    changed = [
        msgspec.structs.replace(each, gain_db=gain_db)
        for _, each in sounds
        if each.gain_db != gain_db
    ]
    lanes = lanes_of(project)
    swap(lanes, changed)
    return with_lanes(project, lanes)


def clips_showing(project: Project, source: ClipSource) -> tuple[tuple[Track, Clip], ...]:
    """Every clip of this source, with its track."""
    return tuple(
        (track, clip) for track in project.tracks for clip in track.clips if clip.source == source
    )


def without_source(project: Project, source: ClipSource) -> Project:
    """The film without the clips of this source.

    Raises:
        TrackLocked: one of them lies on a locked track.
    """
    showing = clips_showing(project, source)
    refuse_locked(track for track, _ in showing)
    lanes = lanes_of(project)
    take_out(lanes, frozenset(clip.id for _, clip in showing))
    return with_lanes(project, lanes)
