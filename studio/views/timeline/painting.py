"""How the timeline looks."""

from __future__ import annotations

from typing import Final

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

from engine.timing import SAMPLE_RATE_HZ, timecode
from studio.document.project import Clip, MediaSource, Project, Shot, ShotSource, Track
from studio.document.queries import source_name
from studio.session.project_session import Selection
from studio.session.shelf import SAMPLES_PER_PEAK, MediaShelf, Peaks
from studio.views import theme
from studio.views.icons import drawing
from studio.views.timeline.layout import (
    HEADER_PX,
    ROW_GAP_PX,
    RULER_PX,
    Row,
    Scale,
    rows,
    ruler_step_frames,
)

_NAME_PX: Final = 18


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """Everything one painting of the timeline shows."""

    project: Project
    selection: Selection
    playhead: int
    scale: Scale
    width_px: int
    height_px: int


def paint_timeline(painter: QPainter, scene: Scene, shelf: MediaShelf) -> None:
    """Ruler, rows, clips, headers: everything that stays while the film plays."""
    painter.fillRect(0, 0, scene.width_px, scene.height_px, QColor(theme.GROUND))
    for row in rows(scene.project):
        tint = theme.PANEL if not row.track.muted else theme.GROUND
        painter.fillRect(HEADER_PX, row.top_px, scene.width_px, row.height_px, QColor(tint))
        for clip in row.track.clips:
            _paint_clip(painter, scene, shelf, row, clip)
    _paint_ruler(painter, scene)
    if scene.project.frame_count == 0:
        _paint_hint(painter, scene)
    for row in rows(scene.project):
        _paint_header(painter, row)
    painter.fillRect(0, 0, HEADER_PX, RULER_PX, QColor(theme.PANEL))


def _paint_hint(painter: QPainter, scene: Scene) -> None:
    area = QRectF(HEADER_PX, RULER_PX, scene.width_px - HEADER_PX, scene.height_px - RULER_PX)
    painter.setPen(QColor(theme.TEXT_SOFT))
    words = "Shots lie here as you write them; drop video, pictures and sound anywhere."
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)


def mute_area(row: Row) -> QRectF:
    """Where a track's mute switch is."""
    return QRectF(HEADER_PX - 54, row.top_px + row.height_px / 2 - 11, 22, 22)


def lock_area(row: Row) -> QRectF:
    """Where a track's lock is."""
    return QRectF(HEADER_PX - 28, row.top_px + row.height_px / 2 - 11, 22, 22)


def _paint_header(painter: QPainter, row: Row) -> None:
    area = QRectF(0, row.top_px, HEADER_PX - 2, row.height_px)
    painter.fillRect(
        QRectF(0, row.top_px - ROW_GAP_PX, HEADER_PX, row.height_px + 2 * ROW_GAP_PX),
        QColor(theme.GROUND),
    )
    painter.fillRect(area, QColor(theme.CARD))
    painter.setPen(QColor(theme.TEXT))
    painter.drawText(area.adjusted(12, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, row.track.name)
    off = row.track.muted
    name = "muted" if off else "sound"
    if row.track.kind == "video":
        name = "close" if off else "film"
    tint = theme.AMBER if off else theme.TEXT_FAINT
    painter.drawPixmap(mute_area(row).topLeft() + QPointF(3, 3), drawing(name, tint, 16, 2.0))
    locked = row.track.locked
    painter.drawPixmap(
        lock_area(row).topLeft() + QPointF(3, 3),
        drawing(
            "lock" if locked else "unlock", theme.AMBER if locked else theme.TEXT_FAINT, 16, 2.0
        ),
    )


def _paint_ruler(painter: QPainter, scene: Scene) -> None:
    rate, scale = scene.project.rate, scene.scale
    painter.fillRect(0, 0, scene.width_px, RULER_PX, QColor(theme.PANEL))
    step = ruler_step_frames(rate, scale.px_per_frame)
    font = painter.font()
    font.setPixelSize(11)
    painter.setFont(font)
    first = max(0, scale.frame(HEADER_PX) // step * step)
    last = scale.frame(scene.width_px)
    for frame in range(first, last + step, step):
        x = scale.x(frame)
        painter.setPen(QColor(theme.LINE_STRONG))
        painter.drawLine(QPointF(x, RULER_PX - 9), QPointF(x, RULER_PX))
        for part in range(1, 5):
            tick = scale.x(frame + step * part / 5)
            painter.drawLine(QPointF(tick, RULER_PX - 4), QPointF(tick, RULER_PX))
        painter.setPen(QColor(theme.TEXT_SOFT))
        painter.drawText(QPointF(x + 5, RULER_PX - 10), timecode(frame, rate))
    font.setPixelSize(theme.TEXT_PX)
    painter.setFont(font)


def paint_playhead(painter: QPainter, scene: Scene) -> None:
    """The line that moves."""
    x = scene.scale.x(scene.playhead)
    if x < HEADER_PX - 1:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(theme.PLAYHEAD))
    painter.drawLine(QPointF(x, RULER_PX - 8), QPointF(x, scene.height_px))
    painter.setBrush(QColor(theme.PLAYHEAD))
    top = RULER_PX - 16
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(x - 6, top),
                QPointF(x + 6, top),
                QPointF(x + 6, top + 8),
                QPointF(x, top + 14),
                QPointF(x - 6, top + 8),
            ]
        )
    )
    painter.restore()


def _paint_clip(painter: QPainter, scene: Scene, shelf: MediaShelf, row: Row, clip: Clip) -> None:
    left, right = scene.scale.x(clip.start_frame), scene.scale.x(clip.end_frame)
    if right < HEADER_PX or left > scene.width_px:
        return
    area = QRectF(left, row.top_px, right - left, row.height_px).adjusted(0.5, 0.5, -1.5, -0.5)
    chosen = clip.id in scene.selection.clip_ids
    base = theme.VIDEO_CLIP if row.track.kind == "video" else theme.SOUND_CLIP
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(0.45 if row.track.muted else 1.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(base))
    painter.drawRoundedRect(area, 4, 4)
    inside = area.adjusted(1, _NAME_PX, -1, -2)
    painter.setClipRect(area.intersected(QRectF(HEADER_PX, 0, scene.width_px, scene.height_px)))
    if row.track.kind == "video":
        _paint_strip(painter, scene, shelf, clip, inside)
    else:
        _paint_wave(painter, scene, shelf, clip, inside)
    _paint_name(painter, scene.project, row.track, clip, area)
    if chosen:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = painter.pen()
        pen.setStyle(Qt.PenStyle.SolidLine)
        pen.setColor(QColor(theme.AMBER))
        pen.setWidthF(2.0)
        painter.setPen(pen)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.restore()


def _paint_name(
    painter: QPainter, project: Project, track: Track, clip: Clip, area: QRectF
) -> None:
    room = area.adjusted(6, 0, -6, 0)
    room.setLeft(max(room.left(), HEADER_PX + 6))
    room.setHeight(_NAME_PX)
    shot = _shot(project, clip)
    name = source_name(project, clip.source)
    if shot is not None and not shot.is_up_to_date and track.kind == "video":
        mark = QRectF(room.left(), room.center().y() - 4, 8, 8)
        painter.setBrush(QColor(theme.STALE if shot.selected_take else theme.DRAFT))
        painter.setPen(Qt.PenStyle.NoPen)
        if room.width() > 12:
            painter.drawEllipse(mark)
            room.setLeft(room.left() + 13)
    font = painter.font()
    font.setPixelSize(theme.SMALL_PX)
    painter.setFont(font)
    painter.setPen(QColor(theme.TEXT))
    if room.width() > 14:
        text = painter.fontMetrics().elidedText(
            name, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def _paint_strip(
    painter: QPainter, scene: Scene, shelf: MediaShelf, clip: Clip, area: QRectF
) -> None:
    """Thumbnails side by side, each of the frame at its left edge."""
    project = scene.project
    aspect = project.width_px / project.height_px
    width = max(24.0, area.height() * aspect)
    place = area.left()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    while place < area.right():
        if place + width > HEADER_PX and place < scene.width_px:
            offset = (place - area.left()) / scene.scale.px_per_frame
            image = _thumbnail(project, shelf, clip, int(offset))
            if image is not None and not image.isNull():
                painter.drawImage(QRectF(place, area.top(), width - 1, area.height()), image)
        place += width


def _thumbnail(project: Project, shelf: MediaShelf, clip: Clip, offset: int) -> QImage | None:
    shot = _shot(project, clip)
    if shot is not None:
        take = shot.selected_take
        if take is None:
            return None
        request = take.stored.request
        seconds = project.rate.seconds(clip.in_frame + offset)
        frame = min(request.rate.frame_at_seconds(seconds), request.frame_count - 1)
        return shelf.thumbnail(take.stored.picture_sha256, max(0, frame))
    item = next(
        (
            each
            for each in project.media
            if isinstance(clip.source, MediaSource) and each.id == clip.source.media_id
        ),
        None,
    )
    if item is None:
        return None
    if item.kind == "image":
        return shelf.poster(item.sha256)
    frame = item.rate.frame_at_seconds(project.rate.seconds(clip.in_frame + offset))
    return shelf.thumbnail(item.sha256, max(0, min(frame, item.frame_count - 1)))


def _paint_wave(
    painter: QPainter, scene: Scene, shelf: MediaShelf, clip: Clip, area: QRectF
) -> None:
    sha256 = _sound_of(scene.project, clip)
    peaks = shelf.peaks(sha256) if sha256 else None
    middle = area.center().y()
    painter.setPen(QColor(theme.WAVEFORM))
    if peaks is None or len(peaks) == 0:
        painter.setPen(theme.colour(theme.WAVEFORM, 0.4))
        painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle))
        return
    gain = 10 ** (clip.gain_db / 20)
    first = max(area.left(), float(HEADER_PX))
    last = min(area.right(), float(scene.width_px))
    for x in range(int(first), int(last)):
        low, high = _range(peaks, scene, clip, x - area.left())
        half = area.height() / 2
        painter.drawLine(
            QPointF(x + 0.5, middle - min(1.0, high * gain) * half),
            QPointF(x + 0.5, middle - max(-1.0, low * gain) * half + 0.5),
        )


def _range(peaks: Peaks, scene: Scene, clip: Clip, offset_px: float) -> tuple[float, float]:
    """Lowest and highest value under one pixel of the clip."""
    rate = scene.project.rate.fraction
    per_px = SAMPLE_RATE_HZ / float(rate) / scene.scale.px_per_frame
    start = clip.in_frame / float(rate) * SAMPLE_RATE_HZ + offset_px * per_px
    low = int(start / SAMPLES_PER_PEAK)
    high = max(low + 1, int((start + per_px) / SAMPLES_PER_PEAK))
    part = peaks[low:high]
    if len(part) == 0:
        return 0.0, 0.0
    return float(part[:, 0].min()), float(part[:, 1].max())


def _sound_of(project: Project, clip: Clip) -> str:
    shot = _shot(project, clip)
    if shot is not None:
        return shot.selected_take.stored.sound_sha256 if shot.selected_take else ""
    for item in project.media:
        if isinstance(clip.source, MediaSource) and item.id == clip.source.media_id:
            return item.sha256
    return ""


def _shot(project: Project, clip: Clip) -> Shot | None:
    if not isinstance(clip.source, ShotSource):
        return None
    shot_id = clip.source.shot_id
    return next((shot for shot in project.shots if shot.id == shot_id), None)
