"""The timeline's surface: shows the film, turns the mouse into edits.

What stands still is painted once into a pixmap; the playhead, ghosts and the rubber band are
painted over it.  A drag changes nothing until it is let go: then it is one edit.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from studio.document.edits import set_locked, set_muted
from studio.document.project import Project
from studio.document.queries import linked, snap_points
from studio.session.engine_bridge import EngineBridge
from studio.session.filmstrips import FilmStrips
from studio.session.project_session import ProjectSession, Selection
from studio.session.shelf import MediaShelf
from studio.session.transport import Transport
from studio.views import theme
from studio.views.file_drop import dropped_paths
from studio.views.timeline.clip_painting import ClipPainter, paint_outlines
from studio.views.timeline.drags import Grip, Plan, drop_plan
from studio.views.timeline.layout import (
    HEADER_PX,
    MIN_STRETCH,
    RULER_PX,
    Hit,
    Row,
    Scale,
    height_px,
    hit,
    nearest_snap,
    rows,
    stretch_for,
)
from studio.views.timeline.painting import (
    Icons,
    lock_area,
    mute_area,
    paint_band,
    paint_focus,
    paint_note,
    paint_plan,
    paint_playhead,
    paint_snap,
    paint_standing,
)
from studio.views.timeline.scene import Catalogue, Scene
from studio.views.timeline.tooltips import tooltip

SHOT_ROW_MIME = "application/x-storyreel-shot-row"
_MIN_PX_PER_FRAME = 0.02
_MAX_PX_PER_FRAME = 40.0
_FIT_MOST_PX_PER_FRAME = 12.0
_DRAG_START_PX = 3
_EDGE_SCROLL_MS = 30


class TimelineCanvas(QWidget):
    """The film along time.

    Signals:
        files_dropped(paths, frame), extent_changed(most, page, value): for the scroll bar.
        menu_asked(hit, frame, place): the context menu of a clip, a gap, or a header.
        scale_changed(): zoom or scroll.
    """

    files_dropped = Signal(object, int)
    extent_changed = Signal(int, int, int)
    menu_asked = Signal(object, int, QPoint)
    scale_changed = Signal()

    def __init__(
        self,
        session: ProjectSession,
        transport: Transport,
        shelf: MediaShelf,
        strips: FilmStrips,
        bridge: EngineBridge,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._transport = transport
        self._strips = strips
        self._catalogue = Catalogue(bridge)
        self._clips = ClipPainter(self._catalogue, strips, shelf)
        self._icons = Icons()
        self._scale = Scale()
        self._fits = True
        self._standing: QPixmap | None = None
        self._pressed = QPointF()
        self._grip: Grip | None = None
        self._plan: Plan | None = None
        self._is_scrubbing = False
        self._band: QRectF | None = None
        self._band_adds: frozenset[str] = frozenset()
        self._dropping: QPointF | None = None
        self._lit_link: str | None = None
        self._pointer = QPointF()
        self._shown_playhead = 0
        self._has_ring = False
        self.snaps = True
        self._edge_timer = QTimer(self)
        self._edge_timer.setInterval(_EDGE_SCROLL_MS)
        self._edge_timer.timeout.connect(self._on_edge_timer_timeout)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Timeline")
        session.project_changed.connect(self._on_session_project_changed)
        session.project_opened.connect(self._on_session_project_opened)
        session.selection_changed.connect(self._on_session_selection_changed)
        session.playhead_changed.connect(self._on_session_playhead_changed)
        transport.marks_changed.connect(self._on_look_changed)
        bridge.jobs_changed.connect(self._on_look_changed)
        shelf.arrived.connect(self._on_look_changed)
        strips.arrived.connect(self._on_look_changed)

    @property
    def scale(self) -> Scale:
        """Zoom and scroll."""
        return self._scale

    @property
    def plan(self) -> Plan | None:
        """What letting the mouse go now would do; None while nothing is dragged."""
        return self._plan

    def rows(self) -> tuple[Row, ...]:
        """The tracks' rows as they are shown."""
        return rows(self._session.project, self._scale.stretch)

    def sizeHint(self) -> QSize:
        """Room for all tracks."""
        return QSize(900, height_px(self._session.project) + 8)

    def minimumSizeHint(self) -> QSize:
        """Room for all tracks, low."""
        return QSize(400, height_px(self._session.project, MIN_STRETCH))

    def zoom(self, factor: float, around_px: float | None = None) -> None:
        """Zooms about a place (the playhead when None)."""
        at = self._scale.x(self._session.playhead) if around_px is None else around_px
        at = max(float(HEADER_PX), min(at, float(self.width())))
        frame = (at - HEADER_PX + self._scale.scroll_px) / self._scale.px_per_frame
        px = max(_MIN_PX_PER_FRAME, min(self._scale.px_per_frame * factor, _MAX_PX_PER_FRAME))
        self._fits = False
        self._set_scale(Scale(px, frame * px - (at - HEADER_PX)))

    def zoom_to(self, px_per_frame: float) -> None:
        """Zooms about the playhead to so many pixels a frame."""
        self.zoom(px_per_frame / self._scale.px_per_frame)

    def zoom_to_fit(self) -> None:
        """The whole film at once, and follows it as it grows."""
        self._fits = True
        self._fit()

    def scroll_to(self, value_px: int) -> None:
        """Scrolls so far to the right."""
        if value_px != int(self._scale.scroll_px):
            self._set_scale(Scale(self._scale.px_per_frame, value_px))

    # -- painting ----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """What stands still, what moves."""
        scene = self._scene()
        if self._standing is None:
            self._standing = self._painted(scene)
        painter = QPainter(self)
        ratio = self._standing.devicePixelRatio()
        part = event.rect()
        source = QRectF(part.topLeft().toPointF() * ratio, part.size().toSizeF() * ratio)
        painter.drawPixmap(QRectF(part), self._standing, source)
        plan = self._plan
        paint_outlines(painter, scene)
        if plan is not None:
            paint_plan(painter, scene, plan, self._clips)
        paint_playhead(painter, self._scale, self._session.playhead, self.height())
        if plan is not None and plan.snap_frame is not None:
            paint_snap(painter, self._scale, plan.snap_frame, self.height())
        if self._band is not None:
            paint_band(painter, self._band)
        if plan is not None and plan.refusal:
            paint_note(painter, plan.refusal, self._pointer, self.width(), theme.FAILED)
        elif plan is not None:
            paint_note(painter, plan.note, self._pointer, self.width())
        elif self._dropping is not None:
            x = self._scale.x(self._drop_frame(self._dropping))
            painter.fillRect(QRectF(x - 1, RULER_PX, 2, self.height()), theme.colour(theme.TEAL))
        if self._has_ring and self.hasFocus():
            paint_focus(painter, self.width(), self.height())
        painter.end()

    def _scene(self) -> Scene:
        ghosts = self._plan.ghosts if self._plan is not None and self._grip is not None else ()
        return Scene(
            project=self._session.project,
            selection=self._session.selection,
            scale=self._scale,
            marks=self._transport.marks,
            width_px=self.width(),
            height_px=self.height(),
            faint_ids=frozenset(clip.id for _, clip in ghosts),
            lit_link=self._lit_link,
        )

    def _painted(self, scene: Scene) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        self._catalogue.follow(scene.project)
        self._strips.begin()
        painter = QPainter(pixmap)
        painter.setFont(self.font())
        paint_standing(painter, scene, self._clips, self._icons)
        painter.end()
        return pixmap

    def _repaint_all(self) -> None:
        """What stands still is painted anew as well."""
        self._standing = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the whole film in view while it is meant to fit."""
        super().resizeEvent(event)
        self._standing = None
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the ring when the keyboard brought the focus here."""
        super().focusInEvent(event)
        self._has_ring = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hides the ring."""
        super().focusOutEvent(event)
        self.update()

    # -- mouse and keys ----------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms at the pointer, else scrolls."""
        fine = event.pixelDelta()
        turn = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.0015**turn, event.position().x())
        else:
            by_px = (fine.x() or fine.y()) if not fine.isNull() else turn
            self._fits = False
            self._set_scale(Scale(self._scale.px_per_frame, self._scale.scroll_px - by_px))
        event.accept()

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
            group = self._group(found.clip.id)
            if not group <= self._session.selection.clip_ids:
                self._session.select_clips(group)
        frame = self._scale.frame(place.x()) if place.x() >= HEADER_PX else -1
        self.menu_asked.emit(found or self._header_hit(place), frame, event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Tooltips of what is under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._catalogue.follow(self._session.project)
            place = QPointF(event.pos())
            words = tooltip(self._session.project, self._scale, self._catalogue, place)
            QToolTip.showText(event.globalPos(), words, self, QRect())
            return True
        return super().event(event)

    # -- drop --------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files from the file manager and shots from the list are welcome."""
        if event.mimeData().hasUrls() or event.mimeData().hasFormat(SHOT_ROW_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Shows where it would go."""
        self._dropping = self._pointer = event.position()
        shot_id = self._dropped_shot(event)
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
        shot_id = self._dropped_shot(event)
        if shot_id is not None:
            plan = self._shot_plan(shot_id, event.position())
            self._session.apply(plan.words, plan.edit)
        else:
            frame = self._drop_frame(event.position())
            self.files_dropped.emit(dropped_paths(event.mimeData()), frame)
        event.acceptProposedAction()
        self.update()

    def _dropped_shot(self, event: QDropEvent) -> str | None:
        data = event.mimeData().data(SHOT_ROW_MIME).data()
        shots = self._session.project.shots
        row = int.from_bytes(bytes(data)[:4], "big", signed=True) if data else -1
        return shots[row].id if 0 <= row < len(shots) else None

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

    # -- what the mouse does -----------------------------------------------------------------

    def _hit(self, place: QPointF) -> Hit | None:
        if place.x() < HEADER_PX or place.y() < RULER_PX:
            return None
        return hit(self._session.project, self._scale, place.x(), place.y())

    def _header_hit(self, place: QPointF) -> Hit | None:
        for row in self.rows():
            if row.top_px <= place.y() < row.top_px + row.height_px:
                return Hit(row.track, None)
        return None

    def _group(self, clip_id: str) -> frozenset[str]:
        return frozenset(clip.id for _, clip in linked(self._session.project, clip_id))

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
        group = self._group(clip.id)
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
            self._standing = None  # without what is dragged
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
                    touched |= self._group(clip.id)
        self._session.select_clips(self._band_adds | touched)
        self.update()

    def _let_go(self) -> None:
        self._grip = self._plan = self._band = None
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

    # -- zoom and scroll ---------------------------------------------------------------------

    def _fit(self) -> None:
        frames = max(self._session.project.frame_count, 1)
        if self._fits:
            room = max(100, self.width() - HEADER_PX - 40)
            px = max(_MIN_PX_PER_FRAME, min(room / frames, _FIT_MOST_PX_PER_FRAME))
            self._set_scale(Scale(px, 0.0))
        else:
            self._set_scale(self._scale)

    def _set_scale(self, scale: Scale) -> None:
        page = max(1, self.width() - HEADER_PX)
        length = self._session.project.frame_count * scale.px_per_frame
        most = max(0, int(length + page / 3 - page)) if not self._fits else 0
        scroll_px = max(0.0, min(scale.scroll_px, float(most)))
        stretch = stretch_for(self._session.project, self.height())
        self._scale = Scale(scale.px_per_frame, scroll_px, stretch)
        self.extent_changed.emit(most, page, int(self._scale.scroll_px))
        self.scale_changed.emit()
        self._repaint_all()

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

    # -- slots -------------------------------------------------------------------------------

    @Slot(object, object)
    def _on_session_project_changed(self, before: Project, after: Project) -> None:
        if len(before.tracks) != len(after.tracks):
            self.updateGeometry()
        if before.frame_count != after.frame_count or len(before.tracks) != len(after.tracks):
            self._fit()
        self._repaint_all()

    @Slot(object)
    def _on_session_project_opened(self, _project: Project) -> None:
        self.setFocus()

    @Slot(object)
    def _on_session_selection_changed(self, _selection: Selection) -> None:
        self.update()

    @Slot(int)
    def _on_session_playhead_changed(self, frame: int) -> None:
        x = self._scale.x(frame)
        if self._transport.is_playing and not HEADER_PX <= x <= self.width() - 20:
            self._set_scale(
                Scale(self._scale.px_per_frame, frame * self._scale.px_per_frame - 40.0)
            )
        for place in {round(x), round(self._scale.x(self._shown_playhead))}:
            self.update(place - 9, 0, 18, self.height())
        self._shown_playhead = frame

    @Slot()
    def _on_look_changed(self) -> None:
        self._repaint_all()


def _with_muted(project: Project, *, track_id: str, muted: bool) -> Project:
    return set_muted(project, track_id, muted)


def _with_locked(project: Project, *, track_id: str, locked: bool) -> Project:
    return set_locked(project, track_id, locked)
