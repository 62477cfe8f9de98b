"""Writes the bundled example film: ``python packaging/example_film.py`` in the environment.

The film has no takes: opening it shows shots waiting to be generated, rendering it makes them.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from engine.request import CastMember, ShotRequest
from engine.timing import FrameRate
from studio.document.edits import add_shot, set_cast
from studio.document.files import save_film
from studio.document.project import Project, new_project

TARGET = Path(__file__).resolve().parents[1] / "resources" / "examples" / "example.reel"
RATE = FrameRate(24)
PLACE = "basketball court"
CAST = (
    CastMember(
        name="Anna",
        description="a young woman with brown hair in a red shirt and blue trousers",
    ),
    CastMember(name="Tom", description="a tall man with a beard in a grey shirt", voice="deep"),
)
SHOTS: tuple[tuple[str, int, str], ...] = (
    (
        "On the court",
        6,
        "A basketball court in the afternoon. Anna dribbles a basketball while Tom walks to Anna. "
        "Slow dolly in.",
    ),
    (
        "The bet",
        4,
        "Tom says: “I bet you can't make it from here.” Anna says: “Watch me.”",
    ),
    (
        "The throw",
        5,
        "Anna shoots the basketball at the hoop and it bounces off the backboard. Crane up.",
    ),
    (
        "One more try",
        4,
        "Close-up of Tom, slow push in. Tom says: “Almost! Do you want one more try?”",
    ),
)


def example_film() -> Project:
    """The film: one place, two people, a bet."""
    film = msgspec.structs.replace(new_project("The bet"), id="example")
    film = set_cast(film, CAST)
    for number, (name, seconds, prompt) in enumerate(SHOTS):
        request = ShotRequest(
            prompt=prompt,
            frame_count=seconds * int(RATE.fraction),
            rate=RATE,
            width_px=film.width_px,
            height_px=film.height_px,
            seed=number + 1,
            cast=CAST,
            place=PLACE,
        )
        film = add_shot(film, request, name=name)
    return film


if __name__ == "__main__":
    save_film(example_film(), TARGET)
    print(TARGET)
