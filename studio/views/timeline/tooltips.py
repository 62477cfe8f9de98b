"""What the timeline says of the place under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from engine.timing import timecode
from studio.document.edits import gap_at
from studio.document.errors import DocumentError
from studio.document.project import Clip, Project
from studio.views.timeline.layout import HEADER_PX, RULER_PX, Scale, hit, rows
from studio.views.timeline.painting import lock_area, mute_area
from studio.views.timeline.scene import Catalogue


def tooltip(project: Project, scale: Scale, catalogue: Catalogue, place: QPointF) -> str:
    """Words for the place; empty where there is nothing to say."""
    if place.x() < HEADER_PX:
        return _of_header(project, scale, place)
    if place.y() < RULER_PX:
        return "Drag to move the playhead"
    found = hit(project, scale, place.x(), place.y())
    if found is None:
        return ""
    if found.clip is not None:
        return _of_clip(project, catalogue, found.clip)
    try:
        start, end = gap_at(found.track, scale.frame(place.x()))
    except DocumentError:
        return ""
    return f"Gap, {timecode(end - start, project.rate)}; right-click to close it"


def _of_header(project: Project, scale: Scale, place: QPointF) -> str:
    for row in rows(project, scale.stretch):
        track = row.track
        if mute_area(row).contains(place):
            if track.kind == "video":
                return f"Show {track.name}" if track.muted else f"Hide {track.name}"
            return f"Hear {track.name}" if track.muted else f"Mute {track.name}"
        if lock_area(row).contains(place):
            return f"Unlock {track.name}" if track.locked else f"Lock {track.name} against edits"
    return ""


def _of_clip(project: Project, catalogue: Catalogue, clip: Clip) -> str:
    rate = project.rate
    lines = [
        catalogue.name(clip),
        f"{timecode(clip.start_frame, rate)} to {timecode(clip.end_frame, rate)}, "
        f"length {timecode(clip.frame_count, rate)}",
    ]
    status = catalogue.status(clip)
    if status is not None:
        lines.append(f"{status.words}: {status.detail}" if status.detail else status.words)
    return "\n".join(lines)
