"""``storyreel render``: generates what changed in a film, and only that, then exports it."""

from __future__ import annotations

import argparse
import contextlib
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from engine import Engine
from studio.automation.arguments import check_video_output
from studio.automation.errors import CommandError
from studio.automation.making import (
    make_take,
    opened_engine,
    opened_library,
    stopped_like_ctrl_c,
)
from studio.automation.terminal import ProgressLine, length_words, warn, write_json
from studio.document.edits import add_take, remove_take
from studio.document.errors import FilmInUse, FilmUnwritable
from studio.document.files import FilmFile, open_film, save_film
from studio.document.locks import lock_film
from studio.document.project import Project, Shot
from studio.document.queries import clips_of_shot, shot_of
from studio.library import Library
from studio.library.playout import edit_list, missing_media

EXPORT_PICTURES_A_SECOND = 10
"""How many pictures are exported in the time that one takes to make, for the progress bar."""


def run(options: argparse.Namespace) -> int:
    """Makes what is missing or out of date, keeps it in the film, and writes the mp4.

    Raises:
        CommandError: the film shows nothing, or the output cannot be written.
        DocumentError: the film cannot be opened.
        EngineError: a shot cannot be made; the takes made before it are kept.
    """
    started_s = time.monotonic()
    check_video_output(options.output)
    film = open_film(options.film)
    if not film.project.frame_count:
        raise CommandError(f"“{options.film.name}” has an empty timeline: place a shot on it.")
    progress = ProgressLine(options.progress)
    try:
        with (
            stopped_like_ctrl_c(),
            opened_library(options.library) as library,
            _saved_to(options.film) as save,
        ):
            wanted = _wanted(film.project, library)
            rendering = _Rendering(film, library, progress, wanted)
            with opened_engine(library, options.generators) as engine:
                for shot in wanted:
                    rendering.make(engine, shot)
                    save(rendering.film)
            rendering.export(options.output)
            lost = missing_media(rendering.film.project, library)
    finally:
        progress.close()
    if lost:
        warn(f"{len(lost)} files of the film are not in the library: where they lie it is black.")
    _report(options, rendering.film.project, wanted, time.monotonic() - started_s)
    return 0


def _wanted(project: Project, library: Library) -> tuple[Shot, ...]:
    """The shots on the timeline whose take is missing, out of date or no longer in the library."""
    return tuple(
        shot
        for shot in project.shots
        if clips_of_shot(project, shot.id)
        and (not shot.is_up_to_date or not _is_kept(shot, library))
    )


def _is_kept(shot: Shot, library: Library) -> bool:
    take = shot.selected_take
    return take is not None and all(
        library.media.has(sha256)
        for sha256 in (take.stored.picture_sha256, take.stored.sound_sha256)
    )


class _Saver:
    """Saves the film with its new takes, unless a window has it open or it is write-protected."""

    def __init__(self, path: Path, allowed: bool) -> None:
        self._path = path
        self._allowed = allowed

    def __call__(self, film: FilmFile) -> None:
        if not self._allowed:
            return
        try:
            save_film(film.project, self._path, film.unknown)
        except FilmUnwritable as error:
            self._allowed = False
            warn(f"{error} The takes are in the library all the same.")


@contextlib.contextmanager
def _saved_to(path: Path) -> Iterator[_Saver]:
    try:
        lock = lock_film(path)
    except FilmInUse as error:
        warn(f"{error} It is rendered as it was saved, and left as it is.")
        yield _Saver(path, allowed=False)
        return
    with lock:
        yield _Saver(path, allowed=True)


class _Rendering:
    """One film on its way: what is made so far, and how far the whole is."""

    def __init__(
        self, film: FilmFile, library: Library, progress: ProgressLine, wanted: tuple[Shot, ...]
    ) -> None:
        self.film = film
        self._library = library
        self._progress = progress
        export_work = film.project.frame_count / EXPORT_PICTURES_A_SECOND
        self._work = sum(shot.request.frame_count for shot in wanted) + export_work
        self._done = 0.0
        self._count = len(wanted)
        self._number = 0

    def make(self, engine: Engine, shot: Shot) -> None:
        """Makes one shot and puts the take into the film in place of one that is gone."""
        self._number += 1
        title = f"shot {self._number} of {self._count}"
        frames = shot.request.frame_count

        def show(stage: str, fraction: float, remaining_s: float | None) -> None:
            self._progress.show(f"{title}: {stage}", (self._done + fraction * frames) / self._work)

        before = shot.selected_take
        was_lost = before is not None and not _is_kept(shot, self._library)
        stored = make_take(engine, shot.request, show)
        self._done += frames
        project = add_take(self.film.project, shot.id, stored)
        if before is not None and was_lost and shot_of(project, shot.id).selected_take != before:
            project = remove_take(project, shot.id, before.id)
        self.film = msgspec.structs.replace(self.film, project=project)

    def export(self, output: Path) -> None:
        """Writes the timeline."""
        from engine.media.export import export  # noqa: PLC0415 - encoders are loaded when used

        export(
            edit_list(self.film.project, self._library),
            output,
            lambda done: self._progress.show(
                "writing the film", (self._done + (self._work - self._done) * done) / self._work
            ),
            lambda: None,
        )


def _report(
    options: argparse.Namespace, project: Project, made: tuple[Shot, ...], elapsed_s: float
) -> None:
    length_s = project.rate.seconds(project.frame_count)
    if options.json:
        write_json(
            {
                "output": str(options.output),
                "seconds": length_s,
                "frames": project.frame_count,
                "size": f"{project.width_px}x{project.height_px}",
                "width_px": project.width_px,
                "height_px": project.height_px,
                "fps": float(project.rate.fraction),
                "shots": len(project.shots),
                "made": [shot.name for shot in made],
                "elapsed_s": round(elapsed_s, 3),
            }
        )
        return
    print(
        f"{options.output}: {length_words(length_s)} long, {len(made)} of {len(project.shots)} "
        f"shots made now, in {length_words(elapsed_s)}."
    )
