"""The timeline under the mouse: what is dragged or dropped here becomes an edit of the film.

A drag changes nothing until it is let go: then it is one edit.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QWidget

from studio.document.edits import set_locked, set_muted
from studio.document.project import Project
from studio.document.queries import linked, snap_points
from studio.session.engine_bridge import EngineBridge
from studio.session.filmstrips import FilmStrips
from studio.session.project_session import ProjectSession
from studio.session.shelf import MediaShelf
from studio.session.transport import Transport
from studio.views import theme
from studio.views.file_drop import dropped_paths
from studio.views.timeline.drags import Grip, Plan, drop_plan
from studio.views.timeline.layout import (
    HEADER_PX,
    RULER_PX,
    Hit,
    Scale,
    hit,
    nearest_snap,
    track_at,
)
from studio.views.timeline.painting import (
    lock_area,
    mute_area,
    paint_band,
    paint_note,
    paint_plan,
    paint_snap,
)
from studio.views.timeline.scene import Scene
from studio.views.timeline.surface import TimelineSurface

SHOT_ROW_MIME = "application/x-storyreel-shot-row"
_DRAG_START_PX = 3
_EDGE_SCROLL_MS = 30


class TimelineCanvas(TimelineSurface):
    """Clips, edges, playhead and headers to take hold of.

    Signals:
        files_dropped(paths, frame).
        menu_asked(hit, frame, place): the context menu of a clip, a gap, or a header.
    """

    files_dropped = Signal(object, int)
    menu_asked = Signal(object, int, QPoint)

    def __init__(
        self,
        session: ProjectSession,
        transport: Transport,
        shelf: MediaShelf,
        strips: FilmStrips,
        bridge: EngineBridge,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session, transport, shelf, strips, bridge, parent)
        self._pressed = QPointF()
        self._pointer = QPointF()
        self._grip: Grip | None = None
        self._plan: Plan | None = None
        self._is_scrubbing = False
        self._band: QRectF | None = None
        self._band_adds: frozenset[str] = frozenset()
        self._dropping: QPointF | None = None
        self.snaps = True
        self._edge_timer = QTimer(self)
        self._edge_timer.setInterval(_EDGE_SCROLL_MS)
        self._edge_timer.timeout.connect(self._on_edge_timer_timeout)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)

    @property
    def plan(self) -> Plan | None:
        """What letting the mouse go now would do; None while nothing is dragged."""
        return self._plan

    def paint_held(self, painter: QPainter, scene: Scene) -> None:
        """Ghosts, the snap line, the rubber band, words beside the pointer."""
        plan = self._plan
        if plan is not None:
            paint_plan(painter, scene, plan, self._clips)
            if plan.snap_frame is not None:
                paint_snap(painter, self._scale, plan.snap_frame, self.height())
            words, tint = (plan.refusal, theme.FAILED) if plan.refusal else (plan.note, theme.TEXT)
            paint_note(painter, words, self._pointer, self.width(), tint)
        elif self._dropping is not None:
            paint_snap(painter, self._scale, self._drop_frame(self._dropping), self.height())
        if self._band is not None:
            paint_band(painter, self._band)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of the playhead, a clip, or an edge; switches of the headers."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = self._pressed = event.position()
        found = self._hit(place)
        if place.x() < HEADER_PX:
            self._press_header(place)
        elif place.y() < RULER_PX:
            self._is_scrubbing = True
            self._scrub(place.x())
        elif found is None or found.clip is None:
            adds = event.modifiers() & (
                Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            )
            self._band_adds = self._session.selection.clip_ids if adds else frozenset()
            self._band = QRectF(place, place)
        else:
            self._take_hold(found, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drags, or shows what could be dragged."""
        place = self._pointer = event.position()
        if self._is_scrubbing:
            self._scrub(place.x())
        elif self._band is not None:
            self._stretch_band(place)
        elif self._grip is not None:
            far = (place - self._pressed).manhattanLength() > _DRAG_START_PX
            if self._plan is not None or far:
                self._drag(place, event.modifiers())
        else:
            self._hover(place)
        is_dragging = self._is_scrubbing or self._plan is not None
        if is_dragging and not HEADER_PX <= place.x() <= self.width() - 12:
            self._edge_timer.start()
        else:
            self._edge_timer.stop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets go: a drag becomes an edit."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        plan, band = self._plan, self._band
        is_click = (event.position() - self._pressed).manhattanLength() <= _DRAG_START_PX
        self._let_go()
        if plan is not None:
            self._session.apply(plan.words, plan.edit)
        elif band is not None and is_click:
            self._session.select_clips(self._band_adds)
            self._scrub(event.position().x())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape lets go without an edit."""
        if event.key() == Qt.Key.Key_Escape and (self._grip is not None or self._band is not None):
            self._let_go()
            return
        super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._light(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of what is under the pointer; a clip is selected first."""
        place = QPointF(event.pos())
        found = self._hit(place)
        if found is not None and found.clip is not None:
            group = _group(self._session.project, found.clip.id)
            if not group <= self._session.selection.clip_ids:
                self._session.select_clips(group)
        frame = self._scale.frame(place.x()) if place.x() >= HEADER_PX else -1
        if found is None:
            found = track_at(self._session.project, self._scale, place.y())
        self.menu_asked.emit(found, frame, event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files from the file manager and shots from the list are welcome."""
        if event.mimeData().hasUrls() or event.mimeData().hasFormat(SHOT_ROW_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Shows where it would go."""
        self._dropping = self._pointer = event.position()
        shot_id = _dropped_shot(event.mimeData(), self._session.project)
        self._plan = self._shot_plan(shot_id, event.position()) if shot_id else None
        event.acceptProposedAction()
        self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It goes elsewhere."""
        super().dragLeaveEvent(event)
        self._dropping = self._plan = None
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files and shots go where they are dropped."""
        self._dropping = self._plan = None
        shot_id = _dropped_shot(event.mimeData(), self._session.project)
        if shot_id is not None:
            plan = self._shot_plan(shot_id, event.position())
            self._session.apply(plan.words, plan.edit)
        else:
            frame = self._drop_frame(event.position())
            self.files_dropped.emit(dropped_paths(event.mimeData()), frame)
        event.acceptProposedAction()
        self.update()

    def _shot_plan(self, shot_id: str, place: QPointF) -> Plan:
        found = self._hit(place)
        track_id = found.track.id if found is not None else None
        frame = self._scale.frame(place.x())
        project = self._session.project
        return drop_plan(project, shot_id, frame, track_id, self._scale, snaps=self.snaps)

    def _drop_frame(self, place: QPointF) -> int:
        frame = max(0, self._scale.frame(place.x()))
        points = (*snap_points(self._session.project), self._session.playhead)
        snap = nearest_snap((frame,), points, self._scale) if self.snaps else None
        return frame + (snap[0] if snap is not None else 0)

    def _hit(self, place: QPointF) -> Hit | None:
        if place.x() < HEADER_PX or place.y() < RULER_PX:
            return None
        return hit(self._session.project, self._scale, place.x(), place.y())

    def _press_header(self, place: QPointF) -> None:
        for row in self.rows():
            track = row.track
            if mute_area(row).contains(place):
                edit = partial(_with_muted, track_id=track.id, muted=not track.muted)
                self._session.apply("Mute track" if not track.muted else "Unmute track", edit)
                return
            if lock_area(row).contains(place):
                edit = partial(_with_locked, track_id=track.id, locked=not track.locked)
                self._session.apply("Lock track" if not track.locked else "Unlock track", edit)
                return

    def _take_hold(self, found: Hit, event: QMouseEvent) -> None:
        clip = found.clip
        if clip is None:
            return
        group = _group(self._session.project, clip.id)
        chosen = self._session.selection.clip_ids
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._session.select_clips(chosen - group if group <= chosen else chosen | group)
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            chosen = chosen | group
            self._session.select_clips(chosen)
        elif not group <= chosen:
            chosen = group
            self._session.select_clips(group)
        self._grip = Grip(
            kind="move" if found.part == "body" else found.part,
            project=self._session.project,
            clip=clip,
            clip_ids=chosen if found.part == "body" else frozenset((clip.id,)),
            frame=self._scale.frame(event.position().x()),
            playhead=self._session.playhead,
        )

    def _drag(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        grip = self._grip
        if grip is None:
            return
        if grip.project is not self._session.project:
            self._let_go()  # the film became another one meanwhile (a take arrived)
            return
        began = self._plan is None
        found = hit(self._session.project, self._scale, place.x(), place.y())
        track_id = found.track.id if found is not None else None
        snaps = self.snaps and not modifiers & Qt.KeyboardModifier.AltModifier
        self._plan = grip.plan(self._scale.frame(place.x()), track_id, self._scale, snaps=snaps)
        if began:
            self._faint_ids = frozenset(clip.id for _, clip in self._plan.ghosts)
            self._standing = None
        self.update()

    def _stretch_band(self, place: QPointF) -> None:
        band = self._band = QRectF(self._pressed, place).normalized()
        touched: set[str] = set()
        for row in self.rows():
            if band.bottom() < row.top_px or band.top() > row.top_px + row.height_px:
                continue
            for clip in row.track.clips:
                left, right = self._scale.x(clip.start_frame), self._scale.x(clip.end_frame)
                if left < band.right() and right > band.left():
                    touched |= _group(self._session.project, clip.id)
        self._session.select_clips(self._band_adds | touched)
        self.update()

    def _let_go(self) -> None:
        self._grip = self._plan = self._band = None
        self._faint_ids = frozenset()
        self._is_scrubbing = False
        self._edge_timer.stop()
        self._repaint_all()

    def _scrub(self, x_px: float) -> None:
        self._session.move_playhead(self._scale.frame(max(float(HEADER_PX), x_px)))

    def _hover(self, place: QPointF) -> None:
        found = self._hit(place)
        clip = found.clip if found is not None else None
        if found is not None and clip is not None and found.track.locked:
            self.setCursor(Qt.CursorShape.ForbiddenCursor)
        elif found is not None and clip is not None and found.part != "body":
            self.setCursor(Qt.CursorShape.SizeHorCursor)
        elif place.y() < RULER_PX and place.x() >= HEADER_PX:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()
        self._light(clip.link_id if clip is not None else None)

    def _light(self, link_id: str | None) -> None:
        if link_id != self._lit_link:
            self._lit_link = link_id
            self.update()

    @Slot()
    def _on_edge_timer_timeout(self) -> None:
        """Scrolls while something is dragged beyond an edge."""
        x = self._pointer.x()
        beyond = min(0.0, x - HEADER_PX) + max(0.0, x - (self.width() - 12))
        self._fits = False
        self._set_scale(
            Scale(self._scale.px_per_frame, self._scale.scroll_px + max(-40.0, min(beyond, 40.0)))
        )
        if self._is_scrubbing:
            self._scrub(min(x, float(self.width())))
        else:
            self._drag(self._pointer, Qt.KeyboardModifier.NoModifier)


def _dropped_shot(data: QMimeData, project: Project) -> str | None:
    """The shot that is dragged from the shot list; None for anything else."""
    packed = bytes(data.data(SHOT_ROW_MIME).data())
    row = int.from_bytes(packed[:4], "big", signed=True) if packed else -1
    return project.shots[row].id if 0 <= row < len(project.shots) else None


def _group(project: Project, clip_id: str) -> frozenset[str]:
    return frozenset(clip.id for _, clip in linked(project, clip_id))


def _with_muted(project: Project, *, track_id: str, muted: bool) -> Project:
    return set_muted(project, track_id, muted)


def _with_locked(project: Project, *, track_id: str, locked: bool) -> Project:
    return set_locked(project, track_id, locked)
