"""Edits of the timeline's tracks."""

from __future__ import annotations

from typing import Any

import msgspec

from studio.document.edits.lanes import refuse_locked
from studio.document.errors import EditRefused
from studio.document.project import Project, Track, TrackKind, new_id
from studio.document.queries import track_of


def add_track(project: Project, kind: TrackKind, name: str = "") -> Project:
    """Adds a track: a video track above all others, a sound track below them.

    Args:
        name: empty numbers it (``"V3"``).
    """
    track = Track(id=new_id(), name=name or _next_name(project, kind), kind=kind)
    tracks = (track, *project.tracks) if kind == "video" else (*project.tracks, track)
    return msgspec.structs.replace(project, tracks=tracks)


def _next_name(project: Project, kind: TrackKind) -> str:
    letter = "V" if kind == "video" else "A"
    taken = {track.name for track in project.tracks}
    number = 1 + sum(track.kind == kind for track in project.tracks)
    while f"{letter}{number}" in taken:
        number += 1
    return f"{letter}{number}"


def remove_track(project: Project, track_id: str) -> Project:
    """Removes a track and its clips; clips on other tracks that were linked to them stay.

    Raises:
        EditRefused: it is the last of its kind, or the film has no such track.
        TrackLocked: it is locked.
    """
    track = track_of(project, track_id)
    refuse_locked((track,))
    if sum(each.kind == track.kind for each in project.tracks) == 1:
        raise EditRefused(f"{track.name} is the only {track.kind} track: a film needs one.")
    return msgspec.structs.replace(
        project, tracks=tuple(each for each in project.tracks if each is not track)
    )


def rename_track(project: Project, track_id: str, name: str) -> Project:
    """Gives the track another name.

    Raises:
        EditRefused: the name is empty, or the film has no such track.
    """
    if not name.strip():
        raise EditRefused("A track needs a name: write one.")
    return _with(project, track_id, name=name)


def set_muted(project: Project, track_id: str, muted: bool) -> Project:
    """Leaves the track out of preview and export, or takes it in again.

    Raises:
        EditRefused: the film has no such track.
    """
    return _with(project, track_id, muted=muted)


def set_locked(project: Project, track_id: str, locked: bool) -> Project:
    """Protects the track's clips from edits, or opens them again.

    Raises:
        EditRefused: the film has no such track.
    """
    return _with(project, track_id, locked=locked)


def _with(project: Project, track_id: str, **fields: Any) -> Project:
    track = track_of(project, track_id)
    changed = msgspec.structs.replace(track, **fields)
    if changed == track:
        return project
    return msgspec.structs.replace(
        project, tracks=tuple(changed if each is track else each for each in project.tracks)
    )
