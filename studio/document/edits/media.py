"""Edits of the files that were brought into the film."""

from __future__ import annotations

import msgspec

from studio.document.edits.clips import without_source
from studio.document.errors import EditRefused
from studio.document.project import MediaItem, MediaSource, Project
from studio.document.queries import media_of


def add_media(project: Project, item: MediaItem) -> Project:
    """Adds a file to the film's media.

    Raises:
        EditRefused: the film has this item already, or it holds neither picture nor sound.
    """
    if any(each.id == item.id for each in project.media):
        raise EditRefused(f"“{item.name}” is in the film already.")
    if (item.kind == "video" and item.frame_count < 1) or (
        item.kind == "sound" and item.sample_count < 1
    ):
        raise EditRefused(f"“{item.name}” holds nothing that could be shown or heard.")
    return msgspec.structs.replace(project, media=(*project.media, item))


def remove_media(project: Project, media_id: str) -> Project:
    """Removes a file and its clips from the film (the file stays in the library).

    Raises:
        EditRefused: the film has no such file.
        TrackLocked: one of its clips lies on a locked track.
    """
    item = media_of(project, media_id)
    cleared = without_source(project, MediaSource(media_id))
    return msgspec.structs.replace(
        cleared, media=tuple(each for each in cleared.media if each is not item)
    )
