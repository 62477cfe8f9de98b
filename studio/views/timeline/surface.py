"""The timeline as it is seen: zoom, scroll, and a painting that is mostly kept.

What stands still is painted once into a pixmap; outlines, the playhead and what is dragged are
painted over it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from studio.document.project import Project
from studio.session.engine_bridge import EngineBridge
from studio.session.filmstrips import FilmStrips
from studio.session.project_session import ProjectSession, Selection
from studio.session.shelf import MediaShelf
from studio.session.transport import Transport
from studio.views.timeline.clip_painting import ClipPainter, paint_outlines
from studio.views.timeline.layout import (
    HEADER_PX,
    MIN_STRETCH,
    Row,
    Scale,
    height_px,
    rows,
    stretch_for,
)
from studio.views.timeline.painting import Icons, paint_focus, paint_playhead, paint_standing
from studio.views.timeline.scene import Catalogue, Scene
from studio.views.timeline.tooltips import tooltip

_MIN_PX_PER_FRAME = 0.02
_MAX_PX_PER_FRAME = 40.0
_FIT_MOST_PX_PER_FRAME = 12.0


class TimelineSurface(QWidget):
    """Shows the film along time.

    Signals:
        extent_changed(most, page, value): for the scroll bar.
        scale_changed(): zoom or scroll.
    """

    extent_changed = Signal(int, int, int)
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
        self._faint_ids: frozenset[str] = frozenset()
        self._lit_link: str | None = None
        self._shown_playhead = 0
        self._has_ring = False
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """What stands still, what moves."""
        scene = Scene(
            project=self._session.project,
            selection=self._session.selection,
            scale=self._scale,
            marks=self._transport.marks,
            width_px=self.width(),
            height_px=self.height(),
            faint_ids=self._faint_ids,
            lit_link=self._lit_link,
        )
        if self._standing is None:
            self._standing = self._painted(scene)
        painter = QPainter(self)
        ratio = self._standing.devicePixelRatio()
        part = event.rect()
        source = QRectF(part.topLeft().toPointF() * ratio, part.size().toSizeF() * ratio)
        painter.drawPixmap(QRectF(part), self._standing, source)
        paint_outlines(painter, scene)
        paint_playhead(painter, self._scale, self._session.playhead, self.height())
        self.paint_held(painter, scene)
        if self._has_ring and self.hasFocus():
            paint_focus(painter, self.width(), self.height())
        painter.end()

    def paint_held(self, painter: QPainter, scene: Scene) -> None:
        """What the mouse holds; nothing here."""

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

    def event(self, event: QEvent) -> bool:
        """Tooltips of what is under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._catalogue.follow(self._session.project)
            place = QPointF(event.pos())
            words = tooltip(self._session.project, self._scale, self._catalogue, place)
            QToolTip.showText(event.globalPos(), words, self, QRect())
            return True
        return super().event(event)

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
