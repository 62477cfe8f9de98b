"""``storyreel example``: the bundled film, in the window or, without a display, as an mp4."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from studio.automation.arguments import check_video_output
from studio.automation.commands import render, window
from studio.automation.errors import CommandError, UsageError
from studio.automation.terminal import warn
from studio.document.bundled import EXAMPLE_FILM
from studio.library import default_library_root
from studio.library.films import own_example

OUTPUT = Path("storyreel-example.mp4")


def run(options: argparse.Namespace) -> int:
    """Opens the owner's copy of the film, or renders the film and says last where the mp4 is.

    Raises:
        CommandError: the film is not installed.
        DocumentError: the film cannot be opened.
        EngineError: a shot cannot be made, or the copy cannot be written.
    """
    if options.output is None and window.has_display():
        return window.show(options, own_example(options.library or default_library_root()))
    if not EXAMPLE_FILM.is_file():
        raise CommandError("The example film is not installed: install Storyreel again.")
    options.output = _output(options.output)
    options.progress = True
    with tempfile.TemporaryDirectory(prefix="storyreel-") as folder:
        options.film = Path(shutil.copyfile(EXAMPLE_FILM, Path(folder) / EXAMPLE_FILM.name))
        exit_code = render.run(options)
    if exit_code == 0 and not options.json:
        print(options.output)
    return exit_code


def _output(chosen: Path | None) -> Path:
    """Where the mp4 goes: as asked, or beside the caller, or where everybody may write."""
    if chosen is not None:
        return chosen.absolute()
    here = OUTPUT.absolute()
    try:
        check_video_output(here)
    except UsageError:
        raise
    except CommandError as error:
        there = Path(tempfile.gettempdir()) / OUTPUT
        warn(f"{error} The film goes to {there}.")
        return there
    return here
