"""How clips lie on tracks: taking out, cutting free, laying down, shifting.

These work on a ``Lanes`` dictionary (track id -> its clips) that belongs to one edit;
``with_lanes`` turns it into a film in which every unchanged track is the same object.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable

import msgspec

from studio.document.errors import TrackLocked
from studio.document.project import (
    Clip,
    MediaSource,
    Project,
    Track,
    new_id,
)
from studio.document.queries import media_of

Lanes = dict[str, tuple[Clip, ...]]


def lanes_of(project: Project) -> Lanes:
    """The clips of every track, to be changed by one edit."""
    return {track.id: track.clips for track in project.tracks}


def with_lanes(project: Project, lanes: Lanes) -> Project:
    """The film with these clips; tracks whose clips did not change stay the same object."""
    tracks = tuple(_with_clips(track, lanes[track.id]) for track in project.tracks)
    if all(after is before for after, before in zip(tracks, project.tracks, strict=True)):
        return project
    return msgspec.structs.replace(project, tracks=tracks)


def _with_clips(track: Track, clips: tuple[Clip, ...]) -> Track:
    ordered = tuple(sorted(clips, key=lambda clip: clip.start_frame))
    if ordered == track.clips:
        return track
    return msgspec.structs.replace(track, clips=ordered)


def refuse_locked(tracks: Iterable[Track]) -> None:
    """Refuses to change locked tracks.

    Raises:
        TrackLocked: one of them is locked.
    """
    for track in tracks:
        if track.locked:
            raise TrackLocked(f"Track {track.name} is locked: unlock it to change its clips.")


def take_out(lanes: Lanes, clip_ids: frozenset[str]) -> None:
    """Removes these clips, leaving gaps."""
    for track_id, clips in lanes.items():
        if any(clip.id in clip_ids for clip in clips):
            lanes[track_id] = tuple(clip for clip in clips if clip.id not in clip_ids)


def swap(lanes: Lanes, changed: Iterable[Clip]) -> None:
    """Replaces clips by new values with the same ids."""
    by_id = {clip.id: clip for clip in changed}
    for track_id, clips in lanes.items():
        if any(clip.id in by_id for clip in clips):
            lanes[track_id] = tuple(by_id.get(clip.id, clip) for clip in clips)


def cut_free(project: Project, lanes: Lanes, spans: Iterable[tuple[str, int, int]]) -> None:
    """Empties ``(track id, start frame, end frame)`` spans: what lies there is trimmed or goes.

    A clip that reaches over a span on both sides becomes two; where all clips of a link are cut
    in two alike, the right parts get a link of their own, else all stay linked.
    """
    members = Counter(clip.link_id for clips in lanes.values() for clip in clips if clip.link_id)
    right_parts: list[Clip] = []
    for track_id, start, end in spans:
        kept: list[Clip] = []
        for clip in lanes[track_id]:
            if clip.end_frame <= start or clip.start_frame >= end:
                kept.append(clip)
                continue
            if clip.start_frame < start:
                kept.append(head(clip, start))
            if clip.end_frame > end:
                right = tail(project, clip, end)
                if clip.start_frame < start:
                    right = msgspec.structs.replace(right, id=new_id())
                    right_parts.append(right)
                kept.append(right)
        lanes[track_id] = tuple(kept)
    cut = Counter(clip.link_id for clip in right_parts if clip.link_id)
    links = {link: new_id() for link, count in cut.items() if count == members[link]}
    swap(
        lanes,
        [
            msgspec.structs.replace(clip, link_id=links[clip.link_id])
            for clip in right_parts
            if clip.link_id in links
        ],
    )


def lay(project: Project, lanes: Lanes, placed: Iterable[tuple[str, Clip]]) -> None:
    """Lays ``(track id, clip)`` down, overwriting what lies there."""
    clips = tuple(placed)
    cut_free(
        project,
        lanes,
        [(track_id, clip.start_frame, clip.end_frame) for track_id, clip in clips],
    )
    for track_id, clip in clips:
        lanes[track_id] = (*lanes[track_id], clip)


def head(clip: Clip, frame: int) -> Clip:
    """The part of the clip before ``frame`` of the timeline."""
    return msgspec.structs.replace(clip, frame_count=frame - clip.start_frame)


def tail(project: Project, clip: Clip, frame: int) -> Clip:
    """The part of the clip from ``frame`` of the timeline on (same id); it begins with a cut."""
    return msgspec.structs.replace(
        clip,
        transition=None,
        start_frame=frame,
        frame_count=clip.end_frame - frame,
        in_frame=clip.in_frame
        if is_still(project, clip)
        else clip.in_frame + frame - clip.start_frame,
    )


def is_still(project: Project, clip: Clip) -> bool:
    """Does the clip show a still picture, which has no time of its own?"""
    return (
        isinstance(clip.source, MediaSource)
        and media_of(project, clip.source.media_id).kind == "image"
    )


def shift_from(project: Project, lanes: Lanes, frame: int, by_frames: int) -> None:
    """Moves every clip that starts at ``frame`` or later, on all unlocked tracks, in step.

    Linked clips of which only some move (one was cut before) are linked apart.

    Raises:
        TrackLocked: a clip that would move is linked to one on a locked track that would not.
    """
    if by_frames == 0:
        return
    stay: set[str] = set()
    links: dict[str, str] = {}
    for track in project.tracks:
        for clip in lanes[track.id]:
            if clip.link_id is None or (clip.start_frame >= frame and not track.locked):
                continue
            stay.add(clip.link_id)
            if track.locked and any(_moves(project, lanes, clip.link_id, frame)):
                refuse_locked((track,))
    for track in project.tracks:
        if not track.locked:
            lanes[track.id] = tuple(
                _shifted(clip, by_frames, stay, links) if clip.start_frame >= frame else clip
                for clip in lanes[track.id]
            )


def _moves(project: Project, lanes: Lanes, link_id: str, frame: int) -> Iterable[bool]:
    return (
        clip.link_id == link_id and clip.start_frame >= frame
        for track in project.tracks
        if not track.locked
        for clip in lanes[track.id]
    )


def _shifted(clip: Clip, by_frames: int, stay: set[str], links: dict[str, str]) -> Clip:
    link_id = clip.link_id
    if link_id is not None and link_id in stay:
        link_id = links.setdefault(link_id, new_id())
    return msgspec.structs.replace(clip, start_frame=clip.start_frame + by_frames, link_id=link_id)


def overlaps(clips: Iterable[Clip]) -> bool:
    """Do any two of these clips of one track play at the same time?"""
    ordered = sorted(clips, key=lambda clip: clip.start_frame)
    return any(left.end_frame > right.start_frame for left, right in itertools.pairwise(ordered))
