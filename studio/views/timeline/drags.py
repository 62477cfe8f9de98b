"""What a drag would do to the film, computed at every move of the mouse and made on release."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal

import msgspec

from engine.timing import FrameRate, timecode
from studio.document.edits import group_of, move_clips, place_source, trim_clip
from studio.document.errors import DocumentError
from studio.document.project import Clip, Project, ShotSource, Track
from studio.document.queries import snap_points
from studio.views.timeline.layout import Scale, nearest_snap


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """An edit that would be made if the mouse were let go now.

    Attributes:
        words: for the history.
        edit: film -> film; may refuse.
        ghosts: the clips as they would lie, with their tracks; as they are where it is refused.
        snap_frame: where an edge met something; None when it did not.
        note: what to say beside the pointer.
        refusal: why it cannot be done; empty when it can.
    """

    words: str
    edit: Callable[[Project], Project]
    ghosts: tuple[tuple[Track, Clip], ...] = ()
    snap_frame: int | None = None
    note: str = ""
    refusal: str = ""


class Grip(msgspec.Struct, frozen=True, kw_only=True):
    """What the mouse took hold of.

    Attributes:
        project: the film as it was then.
        clip: the clip under the mouse.
        clip_ids: all clips that go along.
        frame: the timeline's frame under the mouse.
        playhead: the playhead snaps as clips do.
    """

    kind: Literal["move", "start", "end"]
    project: Project
    clip: Clip
    clip_ids: frozenset[str]
    frame: int
    playhead: int

    def plan(self, frame: int, track_id: str | None, scale: Scale, *, snaps: bool) -> Plan:
        """What letting go at ``frame`` on that track would do."""
        if self.kind == "move":
            return _move_plan(self, frame - self.frame, track_id, scale, snaps=snaps)
        return _trim_plan(self, frame, scale, snaps=snaps)


def _move_plan(
    grip: Grip, by_frames: int, track_id: str | None, scale: Scale, *, snaps: bool
) -> Plan:
    group = group_of(grip.project, grip.clip_ids)
    first = min(clip.start_frame for _, clip in group)
    by_frames = max(by_frames, -first)
    edges = (grip.clip.start_frame, grip.clip.end_frame, first, max(c.end_frame for _, c in group))
    snap = None
    if snaps:
        points = _points(grip, frozenset(clip.id for _, clip in group))
        snap = nearest_snap(tuple(edge + by_frames for edge in edges), points, scale)
        if snap is not None and first + by_frames + snap[0] < 0:
            snap = None
    by_frames += snap[0] if snap is not None else 0
    own = next(t for t, c in group if c.id == grip.clip.id)
    target = next((t for t in grip.project.tracks if t.id == track_id), own)
    if target.kind != own.kind:
        target = own
    edit = partial(
        _moved,
        clip_ids=grip.clip_ids,
        by_frames=by_frames,
        grabbed_id=grip.clip.id,
        track_id=target.id,
    )
    rate = grip.project.rate
    note = f"{_signed(by_frames, rate)}   at {timecode(grip.clip.start_frame + by_frames, rate)}"
    ids = frozenset(clip.id for _, clip in group)
    words = "Move clip" if len({c.link_id or c.id for _, c in group}) == 1 else "Move clips"
    ghosts = tuple(
        (
            target if c.id == grip.clip.id else t,
            msgspec.structs.replace(c, start_frame=c.start_frame + by_frames),
        )
        for t, c in group
    )
    return _tried(words, edit, grip.project, ids, ghosts, snap, note)


def _trim_plan(grip: Grip, frame: int, scale: Scale, *, snaps: bool) -> Plan:
    group = group_of(grip.project, (grip.clip.id,))
    ids = frozenset(clip.id for _, clip in group)
    snap = nearest_snap((frame,), _points(grip, ids), scale) if snaps else None
    frame += snap[0] if snap is not None else 0
    edge: Literal["start", "end"] = "start" if grip.kind == "start" else "end"
    edit = partial(_trimmed, clip_id=grip.clip.id, edge=edge, frame=frame)
    plan = _tried("Trim clip", edit, grip.project, ids, group, snap, "")
    new = next((clip for _, clip in plan.ghosts if clip.id == grip.clip.id), grip.clip)
    at = new.start_frame if edge == "start" else new.end_frame
    return msgspec.structs.replace(
        plan,
        note=trim_note(grip.clip, new, grip.project.rate),
        snap_frame=plan.snap_frame if plan.snap_frame == at else None,
    )


def trim_note(before: Clip, after: Clip, rate: FrameRate) -> str:
    """In, out and length of a trimmed clip in words, with how much it changed."""
    change = after.frame_count - before.frame_count
    start = timecode(after.in_frame, rate)
    end = timecode(after.in_frame + after.frame_count, rate)
    length = timecode(after.frame_count, rate)
    return f"In {start}   Out {end}   Length {length} ({_signed(change, rate)})"


def drop_plan(
    project: Project, shot_id: str, frame: int, track_id: str | None, scale: Scale, *, snaps: bool
) -> Plan:
    """What dropping a shot of the shot list at ``frame`` would do."""
    points = snap_points(project)
    snap = nearest_snap((max(0, frame),), points, scale) if snaps else None
    frame = max(0, frame) + (snap[0] if snap is not None else 0)
    target = next((track for track in project.tracks if track.id == track_id), None)
    edit = partial(
        _placed,
        shot_id=shot_id,
        frame=frame,
        video_track_id=target.id if target is not None and target.kind == "video" else None,
        sound_track_id=target.id if target is not None and target.kind == "sound" else None,
    )
    note = f"at {timecode(frame, project.rate)}"
    try:
        after = edit(project)
    except DocumentError as error:
        return Plan(words="Place shot", edit=edit, note=note, refusal=str(error))
    known = {clip.id for track in project.tracks for clip in track.clips}
    ghosts = tuple(
        (track, clip)
        for track in after.tracks
        for clip in track.clips
        if clip.id not in known and clip.start_frame == frame
    )
    return Plan(
        words="Place shot",
        edit=edit,
        ghosts=ghosts,
        snap_frame=snap[1] if snap is not None else None,
        note=note,
    )


def _tried(
    words: str,
    edit: Callable[[Project], Project],
    project: Project,
    ids: frozenset[str],
    fallback: tuple[tuple[Track, Clip], ...],
    snap: tuple[int, int] | None,
    note: str,
) -> Plan:
    snap_frame = snap[1] if snap is not None else None
    try:
        after = edit(project)
    except DocumentError as error:
        return Plan(words=words, edit=edit, ghosts=fallback, note=note, refusal=str(error))
    ghosts = tuple(
        (track, clip) for track in after.tracks for clip in track.clips if clip.id in ids
    )
    return Plan(words=words, edit=edit, ghosts=ghosts, snap_frame=snap_frame, note=note)


def _points(grip: Grip, without: frozenset[str]) -> tuple[int, ...]:
    return (*snap_points(grip.project, without), grip.playhead)


def _signed(frames: int, rate: FrameRate) -> str:
    return f"{'+' if frames >= 0 else '-'}{timecode(abs(frames), rate)}"


def _moved(
    project: Project,
    *,
    clip_ids: frozenset[str],
    by_frames: int,
    grabbed_id: str,
    track_id: str,
) -> Project:
    return move_clips(project, clip_ids, by_frames, grabbed_id, track_id)


def _trimmed(
    project: Project, *, clip_id: str, edge: Literal["start", "end"], frame: int
) -> Project:
    return trim_clip(project, clip_id, edge, frame)


def _placed(
    project: Project,
    *,
    shot_id: str,
    frame: int,
    video_track_id: str | None,
    sound_track_id: str | None,
) -> Project:
    return place_source(project, ShotSource(shot_id), frame, video_track_id, sound_track_id)
