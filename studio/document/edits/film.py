"""Edits of the film as a whole."""

from __future__ import annotations

import msgspec

from studio.document.errors import EditRefused
from studio.document.project import Project


def rename_film(project: Project, title: str) -> Project:
    """Gives the film another title.

    Raises:
        EditRefused: the title is empty.
    """
    if not title.strip():
        raise EditRefused("A film needs a title: write one.")
    return project if title == project.title else msgspec.structs.replace(project, title=title)


def set_picture(project: Project, width_px: int, height_px: int) -> Project:
    """Sets the size of the film's picture; shots keep the size they ask for.

    Raises:
        EditRefused: a side is odd or outside 64 to 3840 pixels.
    """
    for side in (width_px, height_px):
        if side % 2 or not 64 <= side <= 3840:
            raise EditRefused(
                f"A picture of {width_px}x{height_px} cannot be made: each side must be an even "
                "number from 64 to 3840."
            )
    if (width_px, height_px) == (project.width_px, project.height_px):
        return project
    return msgspec.structs.replace(project, width_px=width_px, height_px=height_px)
