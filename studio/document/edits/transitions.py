"""How clips come in: edits of the transitions between them."""

from __future__ import annotations

import msgspec

from studio.document.edits.lanes import lanes_of, refuse_locked, swap, with_lanes
from studio.document.errors import EditRefused
from studio.document.project import Project, Transition
from studio.document.queries import locate_clip

MIN_TRANSITION_FRAMES = 2


def set_transition(project: Project, clip_id: str, transition: Transition | None) -> Project:
    """Lets a picture clip come in by a transition, or by a cut (None).

    Raises:
        EditRefused: the clip is no picture, or the transition is shorter than two frames or
            longer than the clip.
        TrackLocked: its track is locked.
    """
    track, clip = locate_clip(project, clip_id)
    refuse_locked((track,))
    if transition == clip.transition:
        return project
    if transition is not None:
        if track.kind != "video":
            raise EditRefused("A transition belongs to a picture: choose a clip of a video track.")
        if not MIN_TRANSITION_FRAMES <= transition.frame_count <= clip.frame_count:
            raise EditRefused(
                f"A transition of {transition.frame_count} frames does not fit a clip of "
                f"{clip.frame_count}: choose {MIN_TRANSITION_FRAMES} to {clip.frame_count}."
            )
    lanes = lanes_of(project)
    swap(lanes, [msgspec.structs.replace(clip, transition=transition)])
    return with_lanes(project, lanes)
