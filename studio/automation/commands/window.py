"""``storyreel [FILM.reel]``: opens the window.

What opens it comes from above, in the options: the command line itself knows no Qt.
"""

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
    if not has_display():
        raise CommandError(
            "There is no display to open the window on: log in to a desktop, or make the film "
            "without it (storyreel render FILM.reel -o film.mp4)."
        )
    return show(options, film)


def show(options: argparse.Namespace, film: Path | None) -> int:
    """Opens the window as the options say, and returns its exit code.

    Raises:
        CommandError: this command line was started without a window to open.
    """
    if options.open_window is None:
        raise CommandError("There is no window in this program: start it as storyreel.")
    code: int = options.open_window(
        film,
        options.library,
        screenshot=options.screenshot,
        generators=options.generators,
    )
    return code


def has_display() -> bool:
    """Whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
