"""``storyreel example``: the bundled film, in the window or, without a display, as an mp4."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from studio.automation.commands import render, window
from studio.automation.errors import CommandError
from studio.document.bundled import EXAMPLE_FILM

OUTPUT = Path("storyreel-example.mp4")


def run(options: argparse.Namespace) -> int:
    """Opens an unsaved copy of the film, or renders one; the bundled file is never written to.

    Raises:
        CommandError: the film is not installed.
        DocumentError: the film cannot be opened.
        EngineError: a shot cannot be made.
    """
    if not EXAMPLE_FILM.is_file():
        raise CommandError("The example film is not installed: install Storyreel again.")
    if options.output is None and window.has_display():
        return window.show(options, EXAMPLE_FILM, as_copy=True)
    options.output = (options.output or OUTPUT).absolute()
    options.progress = True
    with tempfile.TemporaryDirectory(prefix="storyreel-") as folder:
        options.film = Path(shutil.copyfile(EXAMPLE_FILM, Path(folder) / EXAMPLE_FILM.name))
        return render.run(options)
