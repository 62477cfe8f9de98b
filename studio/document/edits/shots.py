"""Edits of the list of shots."""

from __future__ import annotations

import msgspec

from engine.request import ShotRequest
from studio.document.edits.clips import place_source, without_source
from studio.document.edits.continuity import handed_down
from studio.document.edits.follow import with_shot
from studio.document.errors import EditRefused
from studio.document.project import Project, Shot, ShotSource, new_id
from studio.document.queries import shot_of


def add_shot(
    project: Project,
    request: ShotRequest,
    name: str = "",
    index: int | None = None,
    place: bool = True,
) -> Project:
    """Adds a shot, last or at ``index`` of the list, and lays it at the end of the film.

    Args:
        name: what the editor calls it; empty numbers it (``"Shot 3"``).
        place: also lay its picture and sound, linked, after the last clip of the lowest video
            and the uppermost sound track.

    Raises:
        EditRefused: ``index`` is outside the list, or there is no track for it.
        TrackLocked: a track that it needs is locked.
    """
    at = len(project.shots) if index is None else index
    if not 0 <= at <= len(project.shots):
        raise EditRefused(f"There is no place {at} in a list of {len(project.shots)} shots.")
    shot = Shot(id=new_id(), name=name or _next_name(project), request=request)
    changed = handed_down(
        msgspec.structs.replace(project, shots=(*project.shots[:at], shot, *project.shots[at:]))
    )
    if not place:
        return changed
    return place_source(changed, ShotSource(shot.id), end_of_main_tracks(changed))


def _next_name(project: Project) -> str:
    taken = {shot.name for shot in project.shots}
    number = len(project.shots) + 1
    while f"Shot {number}" in taken:
        number += 1
    return f"Shot {number}"


def end_of_main_tracks(project: Project) -> int:
    """First frame after what lies on the lowest video and the uppermost sound track."""
    videos = [track for track in project.tracks if track.kind == "video"]
    sounds = [track for track in project.tracks if track.kind == "sound"]
    main = (*videos[-1:], *sounds[:1])
    return max((clip.end_frame for track in main for clip in track.clips), default=0)


def remove_shot(project: Project, shot_id: str) -> Project:
    """Removes the shot, its takes and its clips; their places on the timeline stay empty.

    Shots that went on from it go on from what it went on from.

    Raises:
        EditRefused: the film has no such shot.
        TrackLocked: one of its clips lies on a locked track.
    """
    shot = shot_of(project, shot_id)
    cleared = without_source(project, ShotSource(shot_id))
    left = (each for each in cleared.shots if each.id != shot_id)
    shots = (
        msgspec.structs.replace(each, continues_id=shot.continues_id)
        if each.continues_id == shot_id
        else each
        for each in left
    )
    return handed_down(msgspec.structs.replace(cleared, shots=tuple(shots)))


def move_shot(project: Project, shot_id: str, index: int) -> Project:
    """Moves the shot to ``index`` of the list (counted without it); the timeline stays.

    Raises:
        EditRefused: the film has no such shot, or ``index`` is outside the list.
    """
    shot = shot_of(project, shot_id)
    others = tuple(each for each in project.shots if each is not shot)
    if not 0 <= index <= len(others):
        raise EditRefused(f"There is no place {index} in a list of {len(project.shots)} shots.")
    if project.shots[index] is shot:
        return project
    return msgspec.structs.replace(project, shots=(*others[:index], shot, *others[index:]))


def rename_shot(project: Project, shot_id: str, name: str) -> Project:
    """Gives the shot another name.

    Raises:
        EditRefused: the name is empty, or the film has no such shot.
    """
    shot = shot_of(project, shot_id)
    if not name.strip():
        raise EditRefused("A shot needs a name: write one.")
    if shot.name == name:
        return project
    return with_shot(project, msgspec.structs.replace(shot, name=name))


def change_request(project: Project, shot_id: str, request: ShotRequest) -> Project:
    """Changes what the shot asks for; its takes stay, and it shows as out of date.

    While the shot has no take, its clips follow the new length.

    Raises:
        EditRefused: the film has no such shot.
        TrackLocked: a clip that would have to follow lies on a locked track.
    """
    shot = shot_of(project, shot_id)
    if shot.request == request:
        return project
    return handed_down(with_shot(project, msgspec.structs.replace(shot, request=request)))
