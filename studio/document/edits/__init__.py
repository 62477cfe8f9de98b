"""Every way to change a film: functions ``(Project, ...) -> Project`` that raise EditRefused.

What an edit does not touch stays the same object; an edit that changes nothing returns the film
it was given.  Placing and moving onto occupied space overwrites what lies there; trims stop at
the ends of the source and at the neighbours; a locked track refuses.
"""

from studio.document.edits.clips import (
    delete_clip,
    move_clip,
    place_clip,
    place_source,
    ripple_delete,
    set_gain,
    split_clip,
    trim_clip,
)
from studio.document.edits.continuity import set_cast, set_continues, set_places
from studio.document.edits.film import rename_film, set_picture
from studio.document.edits.groups import close_gap, gap_at, group_of, move_clips
from studio.document.edits.media import add_media, remove_media
from studio.document.edits.shots import (
    add_shot,
    change_request,
    move_shot,
    remove_shot,
    rename_shot,
)
from studio.document.edits.storyboard import add_storyboard
from studio.document.edits.takes import add_take, remove_take, select_take
from studio.document.edits.tracks import (
    add_track,
    remove_track,
    rename_track,
    set_locked,
    set_muted,
)
from studio.document.edits.transitions import set_transition

__all__ = [
    "add_media",
    "add_shot",
    "add_storyboard",
    "add_take",
    "add_track",
    "change_request",
    "close_gap",
    "delete_clip",
    "gap_at",
    "group_of",
    "move_clip",
    "move_clips",
    "move_shot",
    "place_clip",
    "place_source",
    "remove_media",
    "remove_shot",
    "remove_take",
    "remove_track",
    "rename_film",
    "rename_shot",
    "rename_track",
    "ripple_delete",
    "select_take",
    "set_cast",
    "set_continues",
    "set_gain",
    "set_locked",
    "set_muted",
    "set_picture",
    "set_places",
    "set_transition",
    "split_clip",
    "trim_clip",
]
