"""A film's places in a shot's words: their names give way to what they are like."""

from __future__ import annotations

import re

from engine.request import CastMember, FilmPlace, ShotRequest

_QUOTED = re.compile(r'("[^"]*"|“[^”]*”|«[^»]*»)')

Words = tuple[str, tuple[CastMember, ...], str]
"""What ``understand`` takes: the prompt, the cast, the words for the place."""


def words_of(request: ShotRequest) -> Words:
    """What of a request is read as words, with the film's places put into words.

    A place that the shot chooses goes before one that its prompt names.  Names in the prompt
    become ``here``, except in what somebody says.
    """
    chosen = _called(request.place, request.places)
    prompt, named = _without_names(request.prompt, request.places)
    if chosen is not None:
        place = chosen.description or chosen.name
    elif request.place.strip() or named is None:
        place = request.place
    else:
        place = named.description or named.name
    return prompt, request.cast, place


def _called(name: str, places: tuple[FilmPlace, ...]) -> FilmPlace | None:
    wanted = name.strip().casefold()
    return next((each for each in places if wanted and each.name.casefold() == wanted), None)


def _without_names(prompt: str, places: tuple[FilmPlace, ...]) -> tuple[str, FilmPlace | None]:
    """The prompt with names of places replaced, and the first place that it names."""
    named: list[tuple[int, FilmPlace]] = []
    for place in sorted(places, key=_by_length):
        if not place.name.strip():
            continue
        pattern = re.compile(
            rf"(?:\b(?:in|at|inside|on|into|to|by|near|outside|through)\s+)?(?:\bthe\s+)?"
            rf"(?<!\w){re.escape(place.name.strip())}(?!\w)",
            re.IGNORECASE,
        )
        pieces = _QUOTED.split(prompt)
        found = next((m for piece in pieces[::2] if (m := pattern.search(piece))), None)
        if found is not None:
            named.append((prompt.casefold().find(place.name.strip().casefold()), place))
            pieces[::2] = [pattern.sub("here", piece) for piece in pieces[::2]]
            prompt = "".join(pieces)
    first = min(named, key=_by_position)[1] if named else None
    return prompt, first


def _by_length(place: FilmPlace) -> tuple[int, str]:
    """Longer names first: “Anna's kitchen” before “kitchen”."""
    return -len(place.name), place.name


def _by_position(found: tuple[int, FilmPlace]) -> int:
    return found[0]
