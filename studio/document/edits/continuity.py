"""What holds a film's shots together: the cast, the places, and what goes on from shot to shot.

Each request carries all that its take depends on, so what the film says is handed down to the
shots: whose words use a name of the cast or of a place, and which start where another ends.
"""

from __future__ import annotations

import msgspec

from engine.request import MAX_SHOTS_BEFORE, CastMember, FilmPlace, ShotRequest
from studio.document.edits.follow import with_shot
from studio.document.errors import EditRefused
from studio.document.project import Project, Shot
from studio.document.queries import shot_of


def set_cast(project: Project, cast: tuple[CastMember, ...]) -> Project:
    """Sets who keeps a look through the film; every shot that names them follows.

    Raises:
        EditRefused: two have the same name, or one has none.
    """
    names = [member.name for member in cast]
    _check_names(names, "Everybody in the cast needs a name", "Two in the cast")
    if cast == project.cast:
        return project
    gone = {member.name.casefold() for member in project.cast}
    return handed_down(msgspec.structs.replace(project, cast=cast), frozenset(gone))


def set_places(project: Project, places: tuple[FilmPlace, ...]) -> Project:
    """Sets the places that keep a look through the film; every shot that names them follows.

    Raises:
        EditRefused: two have the same name, or one has none.
    """
    names = [place.name for place in places]
    _check_names(names, "Every place needs a name", "Two places")
    if places == project.places:
        return project
    return handed_down(msgspec.structs.replace(project, places=places))


def set_continues(project: Project, shot_id: str, continues_id: str | None) -> Project:
    """Lets a shot start from the final state of another, or afresh (None).

    Raises:
        EditRefused: the film has no such shot, or it would go on from itself.
    """
    shot = shot_of(project, shot_id)
    if continues_id == shot.continues_id:
        return project
    before = continues_id
    for _ in range(MAX_SHOTS_BEFORE):
        if before == shot_id:
            raise EditRefused(f"“{shot.name}” cannot go on from itself: choose an earlier shot.")
        before = shot_of(project, before).continues_id if before is not None else None
    if before is not None:
        raise EditRefused(
            f"More than {MAX_SHOTS_BEFORE} shots would go on from each other: let one of them "
            "start afresh."
        )
    return handed_down(with_shot(project, msgspec.structs.replace(shot, continues_id=continues_id)))


def handed_down(project: Project, gone: frozenset[str] = frozenset()) -> Project:
    """The film with each shot's request following the cast, the places and the shot before it.

    Args:
        gone: case-folded names that shots do not keep as their own cast.
    """
    done: dict[str, ShotRequest] = {}
    shots = {shot.id: shot for shot in project.shots}
    for shot in project.shots:
        request = _followed(project, shot, shots, done, gone)
        if request != shot.request:
            project = with_shot(project, msgspec.structs.replace(shot, request=request))
    return project


def _followed(
    project: Project,
    shot: Shot,
    shots: dict[str, Shot],
    done: dict[str, ShotRequest],
    gone: frozenset[str],
) -> ShotRequest:
    """The shot's request as the film wants it; shots before it first."""
    if shot.id not in done:
        before = shots.get(shot.continues_id or "")
        request = shot.request
        done[shot.id] = msgspec.structs.replace(
            request,
            cast=_named_cast(project, request, gone),
            places=_named_places(project, request),
            continues=None if before is None else _followed(project, before, shots, done, gone),
        )
    return done[shot.id]


def _named_cast(
    project: Project, request: ShotRequest, gone: frozenset[str]
) -> tuple[CastMember, ...]:
    """Those of the film whose name the words use; whom the shot alone has stays."""
    film = {member.name.casefold() for member in project.cast} | gone
    own = (member for member in request.cast if member.name.casefold() not in film)
    return (*(each for each in project.cast if _is_in(each.name, request.prompt)), *own)


def _named_places(project: Project, request: ShotRequest) -> tuple[FilmPlace, ...]:
    return tuple(
        place
        for place in project.places
        if place.name.casefold() == request.place.strip().casefold()
        or _is_in(place.name, request.prompt)
    )


def _is_in(name: str, words: str) -> bool:
    """Generously: what is named too much only makes a request say more than it must."""
    return name.strip().casefold() in words.casefold()


def _check_names(names: list[str], nameless: str, twice: str) -> None:
    folded = [name.strip().casefold() for name in names]
    if "" in folded:
        raise EditRefused(f"{nameless}: write one.")
    if len(set(folded)) != len(folded):
        raise EditRefused(f"{twice} have the same name: give each their own.")
