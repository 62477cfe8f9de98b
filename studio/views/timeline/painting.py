"""How the timeline looks around its clips: ruler, headers, gaps, playhead, what is dragged."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPixmap, QPolygonF

from engine.timing import timecode
from studio.views import theme
from studio.views.icons import drawing
from studio.views.timeline.clip_painting import ClipPainter
from studio.views.timeline.drags import Plan
from studio.views.timeline.layout import (
    HEADER_PX,
    RULER_PX,
    Row,
    Scale,
    rows,
    ruler_step_frames,
)
from studio.views.timeline.scene import Scene

_EMPTY_WORDS: Final = (
    "Shots lie here as you write them. Drop video, pictures and sound anywhere on a track."
)


def mute_area(row: Row) -> QRectF:
    """Where a track's mute switch is."""
    return QRectF(HEADER_PX - 58, row.top_px + row.height_px / 2 - 12, 24, 24)


def lock_area(row: Row) -> QRectF:
    """Where a track's lock is."""
    return QRectF(HEADER_PX - 32, row.top_px + row.height_px / 2 - 12, 24, 24)


class Icons:
    """Drawings that were made once: they are painted with every header."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, str], QPixmap] = {}

    def pixmap(self, name: str, tint: str) -> QPixmap:
        """The drawing in a colour, 16 pixels."""
        key = (name, tint)
        if key not in self._drawn:
            self._drawn[key] = drawing(name, tint, 16, 2.0)
        return self._drawn[key]


def paint_standing(painter: QPainter, scene: Scene, clips: ClipPainter, icons: Icons) -> None:
    """Rows, clips, ruler, headers: everything that stays while the film plays."""
    painter.fillRect(0, 0, scene.width_px, scene.height_px, QColor(theme.GROUND))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_beyond_end(painter, scene)
    shown = rows(scene.project, scene.scale.stretch)
    for row in shown:
        tint = theme.PANEL if not row.track.muted else "#15171C"
        painter.fillRect(HEADER_PX, row.top_px, scene.width_px, row.height_px, QColor(tint))
        _paint_gaps(painter, scene, row)
        for clip in row.track.clips:
            clips.paint(painter, scene, row, clip)
        if row.track.locked:
            area = QRectF(HEADER_PX, row.top_px, scene.width_px, row.height_px)
            painter.fillRect(
                area, QBrush(theme.colour(theme.TEXT, 0.09), Qt.BrushStyle.FDiagPattern)
            )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    _paint_ruler(painter, scene)
    if scene.project.frame_count == 0 and shown:
        video = [row for row in shown if row.track.kind == "video"]
        row = (video or shown)[-1]
        area = QRectF(HEADER_PX, row.top_px, scene.width_px - HEADER_PX, row.height_px)
        painter.setPen(QColor(theme.TEXT_SOFT))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area.adjusted(24, 0, -24, 0), flags, _EMPTY_WORDS)
    painter.fillRect(0, 0, HEADER_PX, scene.height_px, QColor(theme.GROUND))
    for row in shown:
        _paint_header(painter, row, icons)
    painter.fillRect(0, 0, HEADER_PX - 1, RULER_PX, QColor(theme.PANEL))


def _paint_beyond_end(painter: QPainter, scene: Scene) -> None:
    """A line where the film ends."""
    if scene.project.frame_count:
        x = scene.scale.x(scene.project.frame_count)
        painter.setPen(QPen(QColor(theme.LINE), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, RULER_PX), QPointF(x, scene.height_px))


def _paint_gaps(painter: QPainter, scene: Scene, row: Row) -> None:
    brush = QBrush(theme.colour(theme.TEXT, 0.07), Qt.BrushStyle.BDiagPattern)
    end = 0
    for clip in row.track.clips:
        if clip.start_frame > end:
            left, right = scene.scale.x(end), scene.scale.x(clip.start_frame)
            if right > HEADER_PX and left < scene.width_px:
                painter.fillRect(QRectF(left, row.top_px, right - left, row.height_px), brush)
        end = clip.end_frame


def _paint_header(painter: QPainter, row: Row, icons: Icons) -> None:
    track = row.track
    painter.fillRect(QRectF(0, row.top_px, HEADER_PX - 3, row.height_px), QColor(theme.CARD))
    is_video = track.kind == "video"
    band = theme.VIDEO_CLIP if is_video else theme.SOUND_CLIP
    painter.fillRect(QRectF(0, row.top_px, 3, row.height_px), QColor(band).lighter(150))
    painter.setPen(QColor(theme.TEXT_FAINT if track.muted else theme.TEXT))
    name = QRectF(12, row.top_px, HEADER_PX - 72, row.height_px)
    text = painter.fontMetrics().elidedText(
        track.name, Qt.TextElideMode.ElideRight, int(name.width())
    )
    painter.drawText(name, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    on, off = ("eye", "eye-off") if is_video else ("sound", "muted")
    mute, lock = off if track.muted else on, "lock" if track.locked else "unlock"
    for area, icon, is_on in (
        (mute_area(row), mute, track.muted),
        (lock_area(row), lock, track.locked),
    ):
        tint = theme.AMBER if is_on else theme.TEXT_FAINT
        _paint_switch(painter, area, icons.pixmap(icon, tint), is_on=is_on)


def _paint_switch(painter: QPainter, area: QRectF, icon: QPixmap, *, is_on: bool) -> None:
    if is_on:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.AMBER_SOFT))
        painter.drawRoundedRect(area, 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.drawPixmap(area.topLeft() + QPointF(4, 4), icon)


def _paint_ruler(painter: QPainter, scene: Scene) -> None:
    rate, scale = scene.project.rate, scene.scale
    painter.fillRect(0, 0, scene.width_px, RULER_PX, QColor(theme.PANEL))
    _paint_marks(painter, scene)
    step = ruler_step_frames(rate, scale.px_per_frame)
    font = theme.timecode_font(11)
    painter.setFont(font)
    first = max(0, scale.frame(HEADER_PX) // step * step)
    last = scale.frame(scene.width_px)
    parts = next((count for count in (5, 4, 3, 2) if step % count == 0), 1)
    for frame in range(first, last + step, step):
        x = scale.x(frame)
        painter.setPen(QColor(theme.LINE_STRONG))
        painter.drawLine(QPointF(x, RULER_PX - 10), QPointF(x, RULER_PX))
        for part in range(1, parts):
            tick = scale.x(frame + step * part / parts)
            painter.drawLine(QPointF(tick, RULER_PX - 4), QPointF(tick, RULER_PX))
        painter.setPen(QColor(theme.TEXT_SOFT))
        painter.drawText(QPointF(x + 5, RULER_PX - 12), timecode(frame, rate))
    painter.setPen(QColor(theme.GROUND))
    painter.drawLine(0, RULER_PX, scene.width_px, RULER_PX)
    font = QFont()
    font.setPixelSize(theme.TEXT_PX)
    painter.setFont(font)


def _paint_marks(painter: QPainter, scene: Scene) -> None:
    if not scene.marks.is_set:
        return
    begin = scene.marks.in_frame or 0
    end = scene.marks.out_frame
    left = scene.scale.x(begin)
    right = scene.scale.x(scene.project.frame_count if end is None else end)
    painter.fillRect(QRectF(left, 0, right - left, RULER_PX), theme.colour(theme.TEAL, 0.18))
    for x in (left, right - 2):
        painter.fillRect(QRectF(x, 0, 2, RULER_PX), QColor(theme.TEAL))


def paint_playhead(painter: QPainter, scale: Scale, playhead: int, height_px: int) -> None:
    """The line that moves."""
    x = scale.x(playhead)
    if x < HEADER_PX - 1:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.PLAYHEAD), 1.5))
    painter.drawLine(QPointF(x, RULER_PX - 8), QPointF(x, height_px))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.PLAYHEAD))
    top = RULER_PX - 15
    corners = ((-6, 0), (6, 0), (6, 8), (0, 14), (-6, 8))
    painter.drawPolygon(QPolygonF([QPointF(x + dx, top + dy) for dx, dy in corners]))


def paint_plan(painter: QPainter, scene: Scene, plan: Plan, clips: ClipPainter) -> None:
    """Ghosts of what is dragged, the line where it snapped."""
    tint = theme.FAILED if plan.refusal else theme.AMBER
    by_track = {row.track.id: row for row in rows(scene.project, scene.scale.stretch)}
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for track, clip in plan.ghosts:
        row = by_track.get(track.id)
        if row is None:
            continue
        left, right = scene.scale.x(clip.start_frame), scene.scale.x(clip.end_frame)
        if right < HEADER_PX or left > scene.width_px:
            continue
        area = QRectF(left, row.top_px, max(2.0, right - left - 1), row.height_px)
        painter.setOpacity(0.8)
        clips.paint_body(painter, scene, row.track, clip, area)
        painter.setOpacity(1.0)
        painter.setPen(QPen(QColor(tint), 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setClipRect(QRectF(HEADER_PX, 0, scene.width_px, scene.height_px))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)
        painter.setClipping(False)


def paint_snap(painter: QPainter, scale: Scale, frame: int, height_px: int) -> None:
    """The line where an edge met something."""
    x = scale.x(frame)
    painter.fillRect(QRectF(x - 1, RULER_PX, 2, height_px - RULER_PX), QColor(theme.TEAL))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.TEAL))
    painter.drawPolygon(
        QPolygonF([QPointF(x - 5, RULER_PX), QPointF(x + 5, RULER_PX), QPointF(x, RULER_PX + 6)])
    )


def paint_note(
    painter: QPainter, words: str, at: QPointF, width_px: int, tint: str = theme.TEXT
) -> None:
    """Words beside the pointer, always in view."""
    font = QFont(theme.timecode_font(12)) if tint == theme.TEXT else painter.font()
    painter.setFont(font)
    lines = painter.fontMetrics().boundingRect(0, 0, 640, 400, Qt.TextFlag.TextWordWrap, words)
    box = QRectF(0, 0, lines.width() + 20, lines.height() + 10)
    left = min(max(HEADER_PX + 4.0, at.x() + 16), width_px - box.width() - 6)
    top = at.y() - box.height() - 14
    box.moveTo(left, top if top > 2 else at.y() + 20)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.LINE_STRONG), 1))
    painter.setBrush(theme.colour(theme.RAISED, 0.97))
    painter.drawRoundedRect(box, 5, 5)
    painter.setPen(QColor(tint))
    painter.drawText(
        box.adjusted(10, 5, -10, -5),
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap,
        words,
    )


def paint_band(painter: QPainter, area: QRectF) -> None:
    """The rubber band that selects."""
    painter.setPen(QPen(QColor(theme.TEAL), 1))
    painter.setBrush(theme.colour(theme.TEAL, 0.15))
    painter.drawRect(area)


def paint_focus(painter: QPainter, width_px: int, height_px: int) -> None:
    """The ring of keyboard focus."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(theme.colour(theme.TEAL, 0.8), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(0.5, 0.5, width_px - 1, height_px - 1))
