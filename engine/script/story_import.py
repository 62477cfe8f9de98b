"""A file with a screenplay or a story becomes a proposed film."""

from __future__ import annotations

from pathlib import Path

import msgspec

from engine.errors import BadMedia
from engine.script.screenplay_reading import read_screenplay
from engine.script.screenplay_shots import shots_of
from engine.script.story_files import text_of_file
from engine.script.story_shots import shots_of_story
from engine.script.storyboard import ProposedFilm


def proposed_from_file(path: Path) -> ProposedFilm:
    """The film that a file proposes: as a screenplay when it is one, else as a story.

    Raises:
        BadMedia: the file is no text, or tells nothing that can be shown.
        CannotHere: it cannot be read.
    """
    film = proposed_from_text(text_of_file(path))
    if not film.shots:
        raise BadMedia(
            f"“{path.name}” tells nothing that can be shown: write scenes with headings, or a "
            "story in sentences."
        )
    return film if film.title else msgspec.structs.replace(film, title=path.stem)


def proposed_from_text(text: str) -> ProposedFilm:
    """The film that a text proposes; never raises, whatever the text."""
    screenplay = read_screenplay(text)
    return shots_of(screenplay) if screenplay.is_one else shots_of_story(text)
