"""A whole proposed film added in one edit: cast, places, shots in order, how they come in."""

from __future__ import annotations

import msgspec

from engine.request import MAX_SECONDS, CastMember, FilmPlace, ShotRequest, check_request
from engine.script.storyboard import ProposedFilm, ProposedShot
from studio.document.edits.clips import place_source
from studio.document.edits.continuity import handed_down, set_cast, set_places
from studio.document.edits.shots import end_of_main_tracks
from studio.document.edits.transitions import MIN_TRANSITION_FRAMES, set_transition
from studio.document.errors import EditRefused
from studio.document.project import Clip, Project, Shot, ShotSource, Transition, new_id

_TRANSITION_S = 1.0
_MIN_SHOT_S = 0.5


def add_storyboard(project: Project, proposed: ProposedFilm, like: ShotRequest) -> Project:
    """Adds the proposed shots at the film's end, one after another, with their cast and places.

    Who is in the film's cast already, and places that it has, stay as they are.

    Args:
        like: a request whose picture size, rate, seed, style and generator the shots take over.

    Raises:
        EditRefused: nothing is proposed.
        BadRequest: a shot cannot be made; the sentence names its number.
        TrackLocked: a track that the shots need is locked.
    """
    if not proposed.shots:
        raise EditRefused("There are no shots to add: keep at least one.")
    project = set_cast(project, _joined_cast(project.cast, proposed.cast))
    project = set_places(project, _joined_places(project.places, proposed.places))
    made = tuple(
        Shot(id=new_id(), name=shot.name, request=_request(shot, like)) for shot in proposed.shots
    )
    for shot in made:
        check_request(shot.request)
    project = handed_down(msgspec.structs.replace(project, shots=(*project.shots, *made)))
    start = end_of_main_tracks(project)
    for shot, asked in zip(made, proposed.shots, strict=True):
        project = place_source(project, ShotSource(shot.id), start)
        start += shot.request.frame_count
        if asked.transition:
            project = _coming_in(project, shot, asked)
    return project


def _request(shot: ProposedShot, like: ShotRequest) -> ShotRequest:
    seconds = min(max(shot.seconds, _MIN_SHOT_S), MAX_SECONDS)
    return msgspec.structs.replace(
        like,
        prompt=shot.words,
        frame_count=like.rate.nearest_frame(seconds),
        place=shot.place,
        places=(),
        cast=(),
        continues=None,
    )


def _coming_in(project: Project, made: Shot, shot: ProposedShot) -> Project:
    clip = _picture_of(project, made)
    frame_count = min(project.rate.nearest_frame(_TRANSITION_S), clip.frame_count)
    if not shot.transition or frame_count < MIN_TRANSITION_FRAMES:
        return project
    transition = Transition(kind=shot.transition, frame_count=frame_count)
    return set_transition(project, clip.id, transition)


def _picture_of(project: Project, shot: Shot) -> Clip:
    return next(
        clip
        for track in project.tracks
        if track.kind == "video"
        for clip in track.clips
        if clip.source == ShotSource(shot.id)
    )


def _joined_cast(
    ours: tuple[CastMember, ...], theirs: tuple[CastMember, ...]
) -> tuple[CastMember, ...]:
    known = {member.name.casefold() for member in ours}
    return (*ours, *(member for member in theirs if member.name.casefold() not in known))


def _joined_places(
    ours: tuple[FilmPlace, ...], theirs: tuple[FilmPlace, ...]
) -> tuple[FilmPlace, ...]:
    known = {place.name.casefold() for place in ours}
    return (*ours, *(place for place in theirs if place.name.casefold() not in known))
