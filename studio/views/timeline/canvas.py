"""The timeline's surface: shows the film, turns the mouse into edits."""

from __future__ import annotations

from functools import partial
from typing import Literal

import msgspec
from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from studio.document.edits import move_clip, set_locked, set_muted, trim_clip
from studio.document.project import Clip, Project
from studio.document.queries import linked, snap_points
from studio.session.project_session import ProjectSession, Selection
from studio.session.shelf import MediaShelf
from studio.session.transport import Transport
from studio.views.file_drop import dropped_paths
from studio.views.timeline.layout import (
    HEADER_PX,
    RULER_PX,
    Hit,
    Scale,
    height_px,
    hit,
    rows,
    snapped,
)
from studio.views.timeline.painting import (
    Scene,
    lock_area,
    mute_area,
    paint_playhead,
    paint_timeline,
)

_MIN_PX_PER_FRAME = 0.02
_MAX_PX_PER_FRAME = 40.0
_DRAG_START_PX = 3


class Drag(msgspec.Struct, frozen=True, kw_only=True):
    """What the mouse holds.

    Attributes:
        clip: as it was when the drag began.
        grab_frames: from the clip's start to where it was taken.
    """

    kind: Literal["scrub", "move", "start", "end"]
    key: str = ""
    clip: Clip | None = None
    grab_frames: int = 0
    press_px: float = 0.0


class TimelineCanvas(QWidget):
    """The film along time.

    Signals:
        files_dropped(paths, frame), extent_changed(most, page, value): for the scroll bar.
    """

    files_dropped = Signal(object, int)
    extent_changed = Signal(int, int, int)

    def __init__(
        self,
        session: ProjectSession,
        transport: Transport,
        shelf: MediaShelf,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._transport = transport
        self._shelf = shelf
        self._scale = Scale()
        self._fits = True
        self._drag: Drag | None = None
        self._has_moved = False
        self._drags = 0
        self._standing: QPixmap | None = None
        self.snaps = True
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName("Timeline")
        session.project_changed.connect(self._on_session_project_changed)
        session.selection_changed.connect(self._on_session_selection_changed)
        session.playhead_changed.connect(self._on_session_playhead_changed)
        shelf.arrived.connect(self._on_shelf_arrived)

    @property
    def scale(self) -> Scale:
        """Zoom and scroll."""
        return self._scale

    def sizeHint(self) -> QSize:
        """Room for all tracks."""
        return QSize(900, height_px(self._session.project) + 8)

    def minimumSizeHint(self) -> QSize:
        """Room for all tracks."""
        return QSize(400, height_px(self._session.project))

    def zoom(self, factor: float, around_px: float | None = None) -> None:
        """Zooms about a place (the playhead when None)."""
        at = self._scale.x(self._session.playhead) if around_px is None else around_px
        at = max(float(HEADER_PX), min(at, float(self.width())))
        frame = (at - HEADER_PX + self._scale.scroll_px) / self._scale.px_per_frame
        px = max(_MIN_PX_PER_FRAME, min(self._scale.px_per_frame * factor, _MAX_PX_PER_FRAME))
        self._fits = False
        self._set_scale(Scale(px, frame * px - (at - HEADER_PX)))

    def zoom_to_fit(self) -> None:
        """The whole film at once, and follows it as it grows."""
        self._fits = True
        self._fit()

    def scroll_to(self, value_px: int) -> None:
        """Scrolls so far to the right."""
        self._set_scale(Scale(self._scale.px_per_frame, value_px))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Everything."""
        scene = Scene(
            project=self._session.project,
            selection=self._session.selection,
            playhead=self._session.playhead,
            scale=self._scale,
            width_px=self.width(),
            height_px=self.height(),
        )
        if self._standing is None:
            ratio = self.devicePixelRatioF()
            self._standing = QPixmap(self.size() * ratio)
            self._standing.setDevicePixelRatio(ratio)
            brush = QPainter(self._standing)
            brush.setFont(self.font())
            paint_timeline(brush, scene, self._shelf)
            brush.end()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._standing)
        paint_playhead(painter, scene)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the whole film in view while it is meant to fit."""
        super().resizeEvent(event)
        self._standing = None
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms at the pointer, else scrolls."""
        turn = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.0015**turn, event.position().x())
        else:
            self._fits = False
            self._set_scale(Scale(self._scale.px_per_frame, self._scale.scroll_px - turn))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of the playhead, a clip, or an edge; switches of the headers."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = event.position()
        if place.x() < HEADER_PX:
            self._press_header(place)
            return
        if place.y() < RULER_PX:
            self._drag = Drag(kind="scrub")
            self._scrub(place.x())
            return
        found = hit(self._session.project, self._scale, place.x(), place.y())
        if found is None or found.clip is None:
            self._session.select_clips(frozenset())
            self._drag = Drag(kind="scrub")
            self._scrub(place.x())
            return
        self._take_hold(
            found, place, adding=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drags, or shows what could be dragged."""
        place = event.position()
        drag = self._drag
        if drag is None:
            self._show_cursor(place)
        elif drag.kind == "scrub":
            self._scrub(place.x())
        elif self._has_moved or abs(place.x() - drag.press_px) > _DRAG_START_PX:
            self._has_moved = True
            self._drag_clip(drag, place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag = None
            self._has_moved = False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files from the file manager are welcome."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Anywhere."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files go where they are dropped."""
        frame = max(0, self._snapped(self._scale.frame(event.position().x())))
        self.files_dropped.emit(dropped_paths(event.mimeData()), frame)
        event.acceptProposedAction()

    def _press_header(self, place: QPointF) -> None:
        for row in rows(self._session.project):
            track = row.track
            if mute_area(row).contains(place):
                edit = partial(_with_muted, track_id=track.id, muted=not track.muted)
                self._session.apply("Mute track" if not track.muted else "Unmute track", edit)
                return
            if lock_area(row).contains(place):
                edit = partial(_with_locked, track_id=track.id, locked=not track.locked)
                self._session.apply("Lock track" if not track.locked else "Unlock track", edit)
                return

    def _take_hold(self, found: Hit, place: QPointF, *, adding: bool) -> None:
        clip = found.clip
        if clip is None:
            return
        group = frozenset(each.id for _, each in linked(self._session.project, clip.id))
        chosen = self._session.selection.clip_ids
        if adding:
            self._session.select_clips(chosen ^ group)
            return
        self._session.select_clips(group)
        self._drags += 1
        self._drag = Drag(
            kind="move" if found.part == "body" else found.part,
            key=f"drag {self._drags} {clip.id}",
            clip=clip,
            grab_frames=self._scale.frame(place.x()) - clip.start_frame,
            press_px=place.x(),
        )

    def _drag_clip(self, drag: Drag, place: QPointF) -> None:
        clip = drag.clip
        if clip is None:
            return
        frame = self._scale.frame(place.x())
        if drag.kind == "move":
            start = self._snapped_clip(clip, frame - drag.grab_frames)
            found = hit(self._session.project, self._scale, place.x(), place.y())
            track_id = found.track.id if found is not None else None
            edit = partial(_moved, clip_id=clip.id, start=max(0, start), track_id=track_id)
            self._session.apply("Move clip", edit, merge_key=drag.key)
        elif drag.kind in ("start", "end"):
            target = self._snapped(frame, frozenset({clip.id}))
            edit = partial(_trimmed, clip_id=clip.id, edge=drag.kind, frame=target)
            self._session.apply("Trim clip", edit, merge_key=drag.key)

    def _repaint_all(self) -> None:
        """What stands still is painted anew as well."""
        self._standing = None
        self.update()

    def _scrub(self, x_px: float) -> None:
        self._session.move_playhead(self._scale.frame(x_px))

    def _snapped(self, frame: int, without: frozenset[str] = frozenset()) -> int:
        if not self.snaps:
            return frame
        group = {
            each.id for clip_id in without for _, each in linked(self._session.project, clip_id)
        }
        points = snap_points(self._session.project, frozenset(group))
        return snapped(frame, (*points, self._session.playhead), self._scale)

    def _snapped_clip(self, clip: Clip, start: int) -> int:
        """Either end of the clip may snap."""
        by_start = self._snapped(start, frozenset({clip.id}))
        if by_start != start:
            return by_start
        end = start + clip.frame_count
        return start + self._snapped(end, frozenset({clip.id})) - end

    def _show_cursor(self, place: QPointF) -> None:
        found = None
        if place.x() >= HEADER_PX and place.y() >= RULER_PX:
            found = hit(self._session.project, self._scale, place.x(), place.y())
        if found is not None and found.clip is not None and found.part != "body":
            self.setCursor(Qt.CursorShape.SizeHorCursor)
        else:
            self.unsetCursor()

    def _fit(self) -> None:
        frames = max(self._session.project.frame_count, 1)
        if self._fits:
            room = max(100, self.width() - HEADER_PX - 40)
            px = max(_MIN_PX_PER_FRAME, min(room / frames, 8.0))
            self._set_scale(Scale(px, 0.0))
        else:
            self._set_scale(self._scale)

    def _set_scale(self, scale: Scale) -> None:
        page = max(1, self.width() - HEADER_PX)
        length = self._session.project.frame_count * scale.px_per_frame
        most = max(0, int(length + page / 3 - page)) if not self._fits else 0
        self._scale = Scale(scale.px_per_frame, max(0.0, min(scale.scroll_px, float(most))))
        self.extent_changed.emit(most, page, int(self._scale.scroll_px))
        self._repaint_all()

    @Slot(object, object)
    def _on_session_project_changed(self, before: Project, after: Project) -> None:
        if len(before.tracks) != len(after.tracks):
            self.updateGeometry()
        if self._drag is None and before.frame_count != after.frame_count:
            self._fit()
        self._repaint_all()

    @Slot(object)
    def _on_session_selection_changed(self, _selection: Selection) -> None:
        self._repaint_all()

    @Slot(int)
    def _on_session_playhead_changed(self, frame: int) -> None:
        x = self._scale.x(frame)
        if self._transport.is_playing and not HEADER_PX <= x <= self.width() - 20:
            self._set_scale(
                Scale(self._scale.px_per_frame, frame * self._scale.px_per_frame - 40.0)
            )
        self.update()

    @Slot()
    def _on_shelf_arrived(self) -> None:
        self._repaint_all()


def _moved(project: Project, *, clip_id: str, start: int, track_id: str | None) -> Project:
    """Moves; keeps to the clip's own track where the one under the pointer is of another kind."""
    own = next(track for track in project.tracks if any(clip.id == clip_id for clip in track.clips))
    other = next((track for track in project.tracks if track.id == track_id), None)
    target = track_id if other is not None and other.kind == own.kind else None
    return move_clip(project, clip_id, start, target)


def _trimmed(
    project: Project, *, clip_id: str, edge: Literal["start", "end"], frame: int
) -> Project:
    return trim_clip(project, clip_id, edge, frame)


def _with_muted(project: Project, *, track_id: str, muted: bool) -> Project:
    return set_muted(project, track_id, muted)


def _with_locked(project: Project, *, track_id: str, locked: bool) -> Project:
    return set_locked(project, track_id, locked)
