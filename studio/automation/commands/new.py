"""``storyreel new``: a film from a list of shots, a line of words for each."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from engine import ShotRequest
from studio.automation.arguments import check_output
from studio.automation.errors import CommandError, UsageError
from studio.automation.making import (
    card_of,
    check_asked,
    known_style,
    opened_engine,
    opened_library,
    understood,
)
from studio.automation.terminal import length_words, write_json
from studio.document.edits import add_shot
from studio.document.files import FILM_SUFFIX, save_film
from studio.document.locks import lock_film
from studio.document.project import new_project

MAX_LIST_BYTES = 4_000_000


def run(options: argparse.Namespace) -> int:
    """Writes the film; nothing is generated yet.

    Raises:
        CommandError: the list cannot be read or holds a line that cannot be made, or the film is
            there already.
        DocumentError: the film cannot be written.
    """
    film: Path = options.film
    if film.suffix.lower() != FILM_SUFFIX:
        raise UsageError(f"“{film.name}” is not called .reel: name the film e.g. {film.stem}.reel.")
    check_output(film)
    if film.exists() and not options.force:
        raise CommandError(f"{film} is there already: choose another name or use --force.")
    if options.style:
        with (
            opened_library(options.library) as library,
            opened_engine(library, options.generators) as engine,
        ):
            options.style = known_style(card_of(engine, "world"), options.style)
    width, height = options.size
    project = msgspec.structs.replace(
        new_project(film.stem), rate=options.fps, width_px=width, height_px=height
    )
    for number, prompt in _shots(options.shots):
        project = add_shot(project, _request(options, number, prompt))
    with lock_film(film):
        save_film(project, film)
    length_s = project.rate.seconds(project.frame_count)
    if options.json:
        write_json({"film": str(film), "shots": len(project.shots), "seconds": length_s})
    else:
        count = len(project.shots)
        print(f"{film}: {count} shot{'s' * (count != 1)}, {length_words(length_s)} long.")
    return 0


def _request(options: argparse.Namespace, number: int, prompt: str) -> ShotRequest:
    width, height = options.size
    request = ShotRequest(
        prompt=prompt,
        frame_count=options.fps.nearest_frame(options.seconds),
        rate=options.fps,
        width_px=width,
        height_px=height,
        seed=options.seed,
        style=options.style,
    )
    check_asked(request)
    try:
        understood(prompt)
    except CommandError as error:
        raise CommandError(f"Line {number} of {options.shots.name}: {error}") from error
    return request


def _shots(path: Path) -> list[tuple[int, str]]:
    """The lines that are shots, with their numbers from 1."""
    try:
        if path.stat().st_size > MAX_LIST_BYTES:
            raise CommandError(f"{path} is too large for a list of shots: choose a text file.")
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise CommandError(f"There is no list of shots at {path}: check the name.") from error
    except IsADirectoryError as error:
        raise CommandError(f"{path} is a folder: choose a text file with a shot a line.") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{path} is not a text file: write a shot a line, in UTF-8.") from error
    except OSError as error:
        raise CommandError(f"{path} could not be read: check the right to read it.") from error
    if "\0" in text:
        raise CommandError(f"{path} is not a text file: write a shot a line, in UTF-8.")
    lines = ((number, line.strip()) for number, line in enumerate(text.splitlines(), 1))
    shots = [(number, line) for number, line in lines if line and not line.startswith("#")]
    if not shots:
        raise CommandError(f"{path} holds no shots: write what happens in each, a line a shot.")
    return shots
