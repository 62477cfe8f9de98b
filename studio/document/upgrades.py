"""Film files of earlier versions become the present one, a step at a time.

To change the format: raise ``PROJECT_SCHEMA``, add the function that turns the tree of the version
before into the new one to ``UPGRADES`` under the version that it takes, and store a sample film of
the version before beside the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from studio.document.errors import FilmTooNew, FilmUnreadable
from studio.document.project import PROJECT_SCHEMA

Upgrade = Callable[[dict[str, Any]], dict[str, Any]]


def _with_requests_of_schema_2(film: dict[str, Any]) -> dict[str, Any]:
    """Requests name their passes, and what is made from now on is made by today's world."""
    for shot in film.get("shots", ()):
        _renew(shot["request"])
        if shot["request"].get("generator", "world") == "world":
            shot["request"]["generator_version"] = "2"
        for take in shot.get("takes", ()):
            _renew(take["stored"]["request"])
    return film


def _renew(request: dict[str, Any]) -> None:
    if request.pop("with_passes", False):
        request["passes"] = ["depth", "normal", "id", "camera"]
    request["schema_version"] = 2


UPGRADES: Mapping[int, Upgrade] = {1: _with_requests_of_schema_2}


def upgraded(
    tree: dict[str, Any],
    name: str,
    schema: int = PROJECT_SCHEMA,
    upgrades: Mapping[int, Upgrade] = UPGRADES,
) -> dict[str, Any]:
    """The same film in the present format.

    Args:
        tree: as read from the file.
        name: of the file, for messages.
        schema: the version to arrive at.
        upgrades: version -> the step from it to the next.

    Raises:
        FilmTooNew: it was made by a newer Storyreel.
        FilmUnreadable: it does not say which version it is, or is damaged.
    """
    version = tree.get("schema_version")
    if type(version) is not int or version < 1:
        raise FilmUnreadable(
            f"“{name}” does not say which version of Storyreel made it: open another copy."
        )
    if version > schema:
        raise FilmTooNew(
            f"“{name}” was made by a newer Storyreel (film format {version}, this one knows up to "
            f"{schema}): update Storyreel to open it."
        )
    while version < schema:
        try:
            tree = upgrades[version](tree) | {"schema_version": version + 1}
        except (KeyError, TypeError, AttributeError) as error:
            raise FilmUnreadable(
                f"“{name}” is damaged (something is missing in it): open an earlier copy of it."
            ) from error
        version += 1
    return tree
