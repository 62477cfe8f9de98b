"""Edits of a shot's takes."""

from __future__ import annotations

import msgspec

from engine.events import StoredTake
from studio.document.edits.follow import with_shot
from studio.document.errors import EditRefused, TrackLocked
from studio.document.project import Project, Take, new_id
from studio.document.queries import shot_of


def add_take(project: Project, shot_id: str, stored: StoredTake) -> Project:
    """Adds a finished take to the shot and selects it; clips that showed all of the shot follow.

    A take that the shot has already (same request, same files) is selected, not added twice.
    Where its length would change a locked track, it is added without being selected, so that a
    finished take is never lost.

    Raises:
        EditRefused: the film has no such shot.
    """
    shot = shot_of(project, shot_id)
    known = next((take for take in shot.takes if _files(take.stored) == _files(stored)), None)
    take = known or Take(id=new_id(), stored=stored)
    takes = shot.takes if known else (*shot.takes, take)
    if known is not None and shot.selected_take_id == known.id:
        return project
    selected = msgspec.structs.replace(shot, takes=takes, selected_take_id=take.id)
    try:
        return with_shot(project, selected)
    except TrackLocked:
        if known is not None:
            return project
        return with_shot(project, msgspec.structs.replace(shot, takes=takes))


def _files(stored: StoredTake) -> tuple[str, str, str]:
    return stored.request_hash, stored.picture_sha256, stored.sound_sha256


def select_take(project: Project, shot_id: str, take_id: str) -> Project:
    """Shows another take of the shot; clips that showed all of the shot follow its length.

    Raises:
        EditRefused: the shot has no such take.
        TrackLocked: a clip that would have to follow lies on a locked track.
    """
    shot = shot_of(project, shot_id)
    if all(take.id != take_id for take in shot.takes):
        raise EditRefused("That take is no longer in the shot.")
    if shot.selected_take_id == take_id:
        return project
    return with_shot(project, msgspec.structs.replace(shot, selected_take_id=take_id))


def remove_take(project: Project, shot_id: str, take_id: str) -> Project:
    """Removes a take from the shot (its files stay in the library).

    When it was selected, the newest of the others is shown.

    Raises:
        EditRefused: the shot has no such take.
        TrackLocked: a clip that would have to follow lies on a locked track.
    """
    shot = shot_of(project, shot_id)
    takes = tuple(take for take in shot.takes if take.id != take_id)
    if len(takes) == len(shot.takes):
        raise EditRefused("That take is no longer in the shot.")
    selected = shot.selected_take_id
    if selected == take_id:
        selected = takes[-1].id if takes else None
    return with_shot(project, msgspec.structs.replace(shot, takes=takes, selected_take_id=selected))
