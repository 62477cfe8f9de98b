"""Everything that one painting of the timeline shows, looked up once."""

from __future__ import annotations

import msgspec

from studio.document.project import Clip, MediaItem, MediaSource, Project, Shot, ShotSource
from studio.session.engine_bridge import EngineBridge, ShotJob
from studio.session.playhead import Marks
from studio.session.project_session import Selection
from studio.session.shot_status import ShotStatus, shot_status
from studio.views.timeline.layout import Scale


class Catalogue:
    """The film's shots and media by id, and how each shot stands; kept while they stay the same."""

    def __init__(self, bridge: EngineBridge) -> None:
        self._bridge = bridge
        self._project: Project | None = None
        self._shots: dict[str, Shot] = {}
        self._media: dict[str, MediaItem] = {}
        self._statuses: dict[str, tuple[Shot, ShotJob | None, ShotStatus]] = {}

    def follow(self, project: Project) -> None:
        """Looks things up in this film from now on."""
        if project is not self._project:
            self._project = project
            self._shots = {shot.id: shot for shot in project.shots}
            self._media = {item.id: item for item in project.media}
        jobs = {job.shot_id: job for job in self._bridge.jobs}
        statuses = {}
        for shot_id, shot in self._shots.items():
            job = jobs.get(shot_id)
            known = self._statuses.get(shot_id)
            if known is None or known[0] is not shot or known[1] is not job:
                known = (shot, job, shot_status(shot, job))
            statuses[shot_id] = known
        self._statuses = statuses

    def shot(self, clip: Clip) -> Shot | None:
        """The shot that a clip shows."""
        source = clip.source
        return self._shots.get(source.shot_id) if isinstance(source, ShotSource) else None

    def media(self, clip: Clip) -> MediaItem | None:
        """The media item that a clip shows."""
        source = clip.source
        return self._media.get(source.media_id) if isinstance(source, MediaSource) else None

    def status(self, clip: Clip) -> ShotStatus | None:
        """How the clip's shot stands; None for media."""
        source = clip.source
        known = self._statuses.get(source.shot_id) if isinstance(source, ShotSource) else None
        return known[2] if known is not None else None

    def name(self, clip: Clip) -> str:
        """What the editor calls the clip's source."""
        shot = self.shot(clip)
        if shot is not None:
            return shot.name or shot.request.prompt[:40]
        item = self.media(clip)
        return item.name if item is not None else ""


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """One painting.

    Attributes:
        faint_ids: clips that are being dragged away.
        lit_link: clips with this link are lit up (the pointer is over one of them).
    """

    project: Project
    selection: Selection
    scale: Scale
    marks: Marks
    width_px: int
    height_px: int
    faint_ids: frozenset[str] = frozenset()
    lit_link: str | None = None
