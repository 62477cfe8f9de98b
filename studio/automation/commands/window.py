"""``storyreel [FILM.reel]``: opens the window."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from studio.automation.errors import CommandError
from studio.document.files import open_film


def run(options: argparse.Namespace) -> int:
    """Opens the window and returns its exit code when it is closed.

    Raises:
        CommandError: there is no display.
        DocumentError: the film cannot be opened.
    """
    film: Path | None = options.film
    if film is not None:
        open_film(film)
    if not _has_display():
        raise CommandError(
            "There is no display to open the window on: log in to a desktop, or make the film "
            "without it (storyreel render FILM.reel -o film.mp4)."
        )
    from studio.app import run as open_window  # noqa: PLC0415 - Qt only for the window

    return open_window(
        film, options.library, screenshot=options.screenshot, generators=options.generators
    )


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
