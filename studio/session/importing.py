"""Files from the file manager become media items: looked at and stored in the background."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec
from PySide6.QtCore import QObject, Slot

from engine.errors import BadMedia
from studio.document.edits import add_media, change_request, place_source
from studio.document.project import MediaItem, MediaSource, Project, new_id
from studio.document.queries import media_with
from studio.session.background import Background
from studio.session.project_session import REFUSALS, ProjectSession

if TYPE_CHECKING:
    from engine.media.probe import MediaInfo


class FileStore(Protocol):
    """Keeps files by their content."""

    def put(self, path: Path) -> str:
        """Copies a file in; returns its SHA-256."""
        ...


class Arrival(msgspec.Struct, frozen=True):
    """What became of one dropped file: an item, or the sentence that says why not."""

    item: MediaItem | None
    refusal: str = ""


class Importer(QObject):
    """Brings files into the film."""

    def __init__(
        self,
        session: ProjectSession,
        store: FileStore,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._store = store
        self._background = background
        self._places: dict[int, int | None] = {}
        self._next_ticket = 0

    def bring_in(self, paths: tuple[Path, ...], at_frame: int | None = None) -> None:
        """Probes and stores the files, then adds them, as one edit.

        Args:
            paths: dropped files and folders; what cannot be used is refused in words, one by one.
            at_frame: where on the timeline they go, one after another; None puts them at its end.
        """
        self._next_ticket += 1
        self._places[self._next_ticket] = at_frame
        task = partial(_look_at_all, self._next_ticket, paths, self._store.put)
        self._background.run(task, self._on_looked_at, self._on_failed)

    def take_palette(self, shot_id: str, path: Path) -> None:
        """Stores a picture, then gives its colours to a shot; other files are refused in words."""
        task = partial(_look_at_palette, shot_id, path, self._store.put)
        self._background.run(task, self._on_palette_looked_at, self._on_failed)

    @Slot(object)
    def _on_palette_looked_at(self, found: tuple[str, Arrival]) -> None:
        shot_id, arrival = found
        shot = self._session.shot(shot_id)
        if arrival.item is None:
            self._session.refused.emit(arrival.refusal)
        elif shot is not None:
            request = msgspec.structs.replace(shot.request, palette_sha256=arrival.item.sha256)
            edit = partial(change_request, shot_id=shot_id, request=request)
            self._session.apply(f"Colours of {arrival.item.name}", edit)

    @Slot(object)
    def _on_looked_at(self, found: tuple[int, tuple[Arrival, ...]]) -> None:
        ticket, arrivals = found
        at_frame = self._places.pop(ticket)
        for arrival in arrivals:
            if arrival.refusal:
                self._session.refused.emit(arrival.refusal)
        items = tuple(arrival.item for arrival in arrivals if arrival.item is not None)
        if not items:
            return
        words = f"Bring in {items[0].name}" if len(items) == 1 else f"Bring in {len(items)} files"
        if self._session.apply(words, partial(_placed, items=items, at_frame=at_frame)):
            self._session.said.emit(f"{words.replace('Bring', 'Brought', 1)}.")

    @Slot(object)
    def _on_failed(self, fault: Exception) -> None:
        self._session.refused.emit(f"The files could not be brought in: {fault}.")


def _placed(project: Project, *, items: tuple[MediaItem, ...], at_frame: int | None) -> Project:
    frame = project.frame_count if at_frame is None else at_frame
    for item in items:
        known = media_with(project, item.sha256)
        if known is None:
            project = add_media(project, item)
        placed = place_source(project, MediaSource((known or item).id), frame)
        frame = max(frame, *_new_ends(project, placed))
        project = placed
    return project


def _new_ends(before: Project, after: Project) -> tuple[int, ...]:
    """Ends of the clips that ``after`` has more than ``before``."""
    old = {clip.id for track in before.tracks for clip in track.clips}
    ends = [clip.end_frame for track in after.tracks for clip in track.clips if clip.id not in old]
    return tuple(ends) or (0,)


def _look_at_all(
    ticket: int, paths: tuple[Path, ...], put: Callable[[Path], str]
) -> tuple[int, tuple[Arrival, ...]]:
    """Runs in the background."""
    return ticket, tuple(_look_at(path, put) for path in paths)


def _look_at_palette(shot_id: str, path: Path, put: Callable[[Path], str]) -> tuple[str, Arrival]:
    """Runs in the background."""
    arrival = _look_at(path, put)
    if arrival.item is not None and arrival.item.kind != "image":
        words = f"“{path.name}” is not a picture: choose a PNG, JPEG or WebP file."
        return shot_id, Arrival(None, words)
    return shot_id, arrival


def _look_at(path: Path, put: Callable[[Path], str]) -> Arrival:
    from engine.media.probe import probe  # noqa: PLC0415  (heavy: only in the background)

    try:
        if path.is_dir():
            raise BadMedia(f"“{path.name}” is a folder; drop the files that are in it.")
        info = probe(path)
        return Arrival(_item(path.name, info, put(path)))
    except REFUSALS as error:
        return Arrival(None, str(error))
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        return Arrival(None, f"“{path.name}” could not be brought in: {reason}.")


def _item(name: str, info: MediaInfo, sha256: str) -> MediaItem:
    return MediaItem(
        id=new_id(),
        name=name,
        kind=info.kind,
        sha256=sha256,
        rate=info.rate,
        frame_count=info.frame_count,
        width_px=info.width_px,
        height_px=info.height_px,
        sample_count=info.sample_count,
    )
