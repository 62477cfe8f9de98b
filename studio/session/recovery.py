"""Work that a crash left behind, together with the takes that were finished just before it."""

from __future__ import annotations

from typing import Protocol

from engine.events import StoredTake
from engine.request import request_hash
from studio.document.edits import add_take
from studio.document.project import Project


class KeptTakes(Protocol):
    """What is needed of the library."""

    def find(self, request_hash: str) -> StoredTake | None:
        """The take of a request, when it is kept."""
        ...


def with_kept_takes(project: Project, takes: KeptTakes) -> Project:
    """The film with the takes of shots that were finished after its last recovery copy."""
    for shot in project.shots:
        if shot.selected_take is None:
            stored = takes.find(request_hash(shot.request))
            if stored is not None:
                project = add_take(project, shot.id, stored)
    return project
