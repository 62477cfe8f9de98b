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

UPGRADES: Mapping[int, Upgrade] = {}


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
        FilmUnreadable: it does not say which version it is.
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
        tree = upgrades[version](tree) | {"schema_version": version + 1}
        version += 1
    return tree
