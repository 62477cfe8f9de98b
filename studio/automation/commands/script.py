"""``storyreel script``: a film from a screenplay in Fountain or from a story in plain text."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import msgspec

from engine import ShotRequest
from engine.script.storyboard import ProposedFilm
from studio.automation.arguments import check_output, check_video_output
from studio.automation.commands import render
from studio.automation.errors import CommandError, UsageError
from studio.automation.making import card_of, known_style, opened_engine, opened_library
from studio.automation.terminal import length_words, write_json
from studio.document.edits import add_storyboard, rename_film
from studio.document.files import FILM_SUFFIX, save_film
from studio.document.locks import lock_film
from studio.document.project import Project, new_project


def run(options: argparse.Namespace) -> int:
    """Writes the film that the text proposes, and renders it when asked to.

    Raises:
        CommandError: the film is there already, or the output cannot be written.
        EngineError: the text cannot be read or tells nothing, or a shot cannot be made.
        DocumentError: the film cannot be written.
    """
    film: Path = options.output
    if film.suffix.lower() != FILM_SUFFIX:
        raise UsageError(f"“{film.name}” is not called .reel: name the film e.g. {film.stem}.reel.")
    check_output(film)
    if options.render is not None:
        check_video_output(options.render)
    if film.exists() and not options.force:
        raise CommandError(f"{film} is there already: choose another name or use --force.")
    from engine.script.story_import import proposed_from_file  # noqa: PLC0415 - loads the lexicon

    proposed = proposed_from_file(options.text)
    project = _film(options, proposed)
    with lock_film(film):
        save_film(project, film)
    if options.json and options.render is None:
        write_json(_report(film, project, proposed))
    elif not options.json:
        _tell(film, project, proposed)
    if options.render is None:
        return 0
    options.film, options.output = film, options.render
    return render.run(options)


def _film(options: argparse.Namespace, proposed: ProposedFilm) -> Project:
    width, height = options.size
    project = msgspec.structs.replace(
        new_project(options.output.stem), rate=options.fps, width_px=width, height_px=height
    )
    if proposed.title:
        project = rename_film(project, proposed.title)
    like = ShotRequest(
        prompt="",
        frame_count=1,
        rate=options.fps,
        width_px=width,
        height_px=height,
        seed=options.seed,
        style=_style(options),
    )
    return add_storyboard(project, proposed, like)


def _style(options: argparse.Namespace) -> str:
    if not options.style:
        return ""
    with (
        opened_library(options.library) as library,
        opened_engine(library, options.generators) as engine,
    ):
        return known_style(card_of(engine, "world"), options.style)


def _tell(film: Path, project: Project, proposed: ProposedFilm) -> None:
    shots, cast = len(project.shots), len(project.cast)
    length = length_words(project.rate.seconds(project.frame_count))
    print(
        f"{film}: {shots} shot{'s' * (shots != 1)}, {length} long, {cast} in the cast, "
        f"{len(project.places)} place{'s' * (len(project.places) != 1)}."
    )
    for shot in proposed.shots:
        print(f"{shot.name:>5}  {shot.seconds:4.1f} s  {shot.words}")
    for each in proposed.remarks:
        where = f"line {each.line_number}, " if each.line_number else ""
        print(f"In no shot: {where}{each.kind}: {each.words}")


def _report(film: Path, project: Project, proposed: ProposedFilm) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.to_builtins(proposed)
    seconds = project.rate.seconds(project.frame_count)
    return {"film": str(film), "seconds": seconds} | told
