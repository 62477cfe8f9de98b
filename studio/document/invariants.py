"""What is true of every film, whatever edits made it; files are checked against it on load."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from engine.request import MAX_SIDE_PX, MIN_SIDE_PX
from studio.document.errors import EditRefused
from studio.document.project import Clip, Project, Track
from studio.document.queries import source_frame_count, source_suits_track, used_media

_SHA256 = re.compile(r"[0-9a-f]{64}")


def faults(project: Project) -> Iterator[str]:
    """Everything that is wrong with the film, each in a few words; a sound film yields none."""
    yield from _identity_faults(project)
    yield from _shot_faults(project)
    for side in (project.width_px, project.height_px):
        if side % 2 or not MIN_SIDE_PX <= side <= MAX_SIDE_PX:
            yield f"its picture is {project.width_px}x{project.height_px}"
    for track in project.tracks:
        for left, right in pairwise(track.clips):
            if left.end_frame > right.start_frame:
                yield f"two clips overlap at frame {right.start_frame} of track {track.name}"
        for clip in track.clips:
            yield from _clip_faults(project, track, clip)
    yield from _link_faults(project)


def _identity_faults(project: Project) -> Iterator[str]:
    kinds: dict[str, list[str]] = {
        "shots": [shot.id for shot in project.shots],
        "takes": [take.id for shot in project.shots for take in shot.takes],
        "files": [item.id for item in project.media],
        "tracks": [track.id for track in project.tracks],
        "clips": [clip.id for track in project.tracks for clip in track.clips],
    }
    for kind, ids in kinds.items():
        repeated = [each for each, count in Counter(ids).items() if count > 1]
        if repeated:
            yield f"two {kind} have the id {repeated[0]}"
    for sha256 in used_media(project):
        if not _SHA256.fullmatch(sha256):
            yield f"“{sha256[:20]}” is no SHA-256"


def _shot_faults(project: Project) -> Iterator[str]:
    yield from _continuity_faults(project)
    for shot in project.shots:
        if shot.selected_take_id is not None and shot.selected_take is None:
            yield f"the shot “{shot.name}” shows a take that is not there"
        requests = [shot.request, *(take.stored.request for take in shot.takes)]
        if any(request.frame_count < 1 for request in requests):
            yield f"the shot “{shot.name}” has no length"


def _continuity_faults(project: Project) -> Iterator[str]:
    befores = {shot.id: shot.continues_id for shot in project.shots}
    for shot in project.shots:
        before = shot.continues_id
        if before is not None and before not in befores:
            yield f"the shot “{shot.name}” goes on from a shot that is not there"
        for _ in befores:
            before = befores.get(before) if before is not None else None
        if before is not None:
            yield f"the shot “{shot.name}” goes on from itself"


def _clip_faults(project: Project, track: Track, clip: Clip) -> Iterator[str]:
    where = f"the clip at frame {clip.start_frame} of track {track.name}"
    if clip.start_frame < 0 or clip.frame_count < 1 or clip.in_frame < 0:
        yield f"{where} has no length or starts before the film"
    if clip.transition is not None and clip.transition.frame_count < 1:
        yield f"{where} comes in by a transition without length"
    try:
        available = source_frame_count(project, clip.source)
        suits = source_suits_track(project, clip.source, track.kind)
    except EditRefused:
        yield f"{where} shows something that is not in the film"
        return
    if not suits:
        yield f"{where} does not suit that track"
    if available is not None and clip.in_frame + clip.frame_count > available:
        yield f"{where} shows more than its source has"


def _link_faults(project: Project) -> Iterator[str]:
    offsets: dict[str, int] = {}
    for track in project.tracks:
        for clip in track.clips:
            if clip.link_id is None:
                continue
            offset = clip.start_frame - clip.in_frame
            if offsets.setdefault(clip.link_id, offset) != offset:
                yield f"picture and sound are out of step at frame {clip.start_frame}"
