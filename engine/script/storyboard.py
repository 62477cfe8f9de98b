"""A proposed film: shots in an editor's words, who plays in them, and what was left out.

What ``shots_of`` (screenplays) and ``shots_of_story`` make, and what the editor looks through
before it becomes shots of a film.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

import msgspec

from engine.request import MAX_PROMPT_CHARACTERS, CastMember, FilmPlace

TransitionName = Literal["", "dissolve", "wipe", "whip", "match"]


class ProposedShot(msgspec.Struct, frozen=True, kw_only=True):
    """One shot, as words that stand alone.

    Attributes:
        words: what a shot request takes as its prompt.
        seconds: proposed length.
        name: ``"2.3"`` is the third shot of the second scene.
        place: name of one of the film's places, or words for one; empty leaves it to the words.
        speaker: who speaks first in it; empty when nobody does.
        transition: how it comes in; empty is a cut.
        line_number: where in the text it begins, counted from 1.
    """

    words: str
    seconds: float
    name: str = ""
    place: str = ""
    speaker: str = ""
    transition: TransitionName = ""
    line_number: int = 0


class Remark(msgspec.Struct, frozen=True):
    """Something of the text that is in no shot: a note, a lyric, a synopsis, a title.

    Attributes:
        kind: what it is, in words (``"note"``).
    """

    line_number: int
    kind: str
    words: str


class ProposedFilm(msgspec.Struct, frozen=True, kw_only=True):
    """Shots in order, cast and places, and all that is in none of them."""

    title: str = ""
    shots: tuple[ProposedShot, ...] = ()
    cast: tuple[CastMember, ...] = ()
    places: tuple[FilmPlace, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def seconds(self) -> float:
        """Length of all shots together."""
        return sum(shot.seconds for shot in self.shots)


def merged(first: ProposedShot, second: ProposedShot) -> ProposedShot:
    """Two shots that follow each other, as one."""
    return msgspec.structs.replace(
        first,
        words=f"{first.words} {_without_repeats(first.words, second.words)}".strip(),
        seconds=round(first.seconds + second.seconds, 1),
        place=first.place or second.place,
        speaker=first.speaker or second.speaker,
    )


def _without_repeats(before: str, words: str) -> str:
    """What a merged shot need not say again: the same time of day and weather at its start."""
    opening, dot, rest = words.partition(". ")
    return rest if dot and before.startswith(f"{opening}. ") else words


def numbered(scene: int, shots: list[ProposedShot]) -> list[ProposedShot]:
    """The shots of one scene, named in order."""
    return [
        msgspec.structs.replace(shot, name=f"{scene}.{number}")
        for number, shot in enumerate(shots, 1)
    ]


def within_limits(shots: list[ProposedShot]) -> list[ProposedShot]:
    """The shots, those whose words are more than a request takes split between words."""
    fitting: list[ProposedShot] = []
    for shot in shots:
        pieces = _pieces(shot.words)
        fitting += [
            msgspec.structs.replace(
                shot,
                words=piece,
                seconds=max(1.0, round(shot.seconds / len(pieces), 1)),
                transition="" if number else shot.transition,
            )
            for number, piece in enumerate(pieces)
        ]
    return fitting


def _pieces(words: str) -> list[str]:
    pieces = [""]
    for word in words.split(" "):
        for part in _chunks(word):
            if len(pieces[-1]) + len(part) + 1 > MAX_PROMPT_CHARACTERS:
                pieces.append("")
            pieces[-1] = f"{pieces[-1]} {part}".strip()
    return pieces


def _chunks(word: str) -> list[str]:
    cuts = [*range(0, len(word), MAX_PROMPT_CHARACTERS), len(word)]
    return [word[start:end] for start, end in pairwise(cuts)] if word else []
