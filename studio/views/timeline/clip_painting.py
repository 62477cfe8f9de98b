"""How clips look: name, pictures or waveform, how their shot stands."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QImage, QPainter, QPen, QPolygonF

from engine.timing import SAMPLE_RATE_HZ
from studio.document.project import Clip, Track
from studio.session.filmstrips import STRIP_HEIGHT_PX, FilmStrips
from studio.session.shelf import MediaShelf
from studio.session.shot_status import ShotStatus
from studio.views import theme
from studio.views.timeline.layout import HEADER_PX, Row, Scale, rows
from studio.views.timeline.scene import Catalogue, Scene
from studio.views.timeline.waves import TILE_PX, WaveTiles

NAME_PX: Final = 17
_RADIUS_PX: Final = 4
_NARROW_PX: Final = 26
_STATUS_COLOURS: Final = {
    "draft": theme.DRAFT,
    "waiting": theme.WAITING,
    "busy": theme.BUSY,
    "ready": theme.READY,
    "stale": theme.STALE,
    "failed": theme.FAILED,
}
_VIDEO_NAME: Final = "#23384F"
_SOUND_NAME: Final = "#184538"


class ClipPainter:
    """Paints clips with what was made of their media so far."""

    def __init__(self, catalogue: Catalogue, strips: FilmStrips, shelf: MediaShelf) -> None:
        self._catalogue = catalogue
        self._strips = strips
        self._shelf = shelf
        self._waves = WaveTiles()

    def paint(self, painter: QPainter, scene: Scene, row: Row, clip: Clip) -> None:
        """One clip of a row, if it is in view."""
        left, right = scene.scale.x(clip.start_frame), scene.scale.x(clip.end_frame)
        if right < HEADER_PX or left > scene.width_px:
            return
        area = QRectF(left, row.top_px, max(2.0, right - left - 1), row.height_px)
        opacity = _opacity(scene, row.track, clip)
        if opacity != 1.0:
            painter.setOpacity(opacity)
        self.paint_body(painter, scene, row.track, clip, area)
        if opacity != 1.0:
            painter.setOpacity(1.0)

    def paint_body(
        self, painter: QPainter, scene: Scene, track: Track, clip: Clip, area: QRectF
    ) -> None:
        """Ground, pictures or waveform, name, status."""
        is_video = track.kind == "video"
        if area.width() < _NARROW_PX:
            self._paint_narrow(painter, scene, clip, area, is_video=is_video)
            return
        view = QRectF(HEADER_PX, 0, scene.width_px - HEADER_PX, scene.height_px)
        shown = area.intersected(view)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.VIDEO_CLIP if is_video else theme.SOUND_CLIP))
        painter.drawRoundedRect(area, _RADIUS_PX, _RADIUS_PX)
        painter.fillRect(
            QRectF(shown.left(), area.top() + 1, shown.width(), NAME_PX - 1),
            QColor(_VIDEO_NAME if is_video else _SOUND_NAME),
        )
        inside = area.adjusted(1, NAME_PX, -1, -2)
        painter.setClipRect(shown)
        status = self._catalogue.status(clip)
        if status is not None and self._is_missing(clip):
            _paint_missing(painter, inside.intersected(view), status, is_video=is_video)
        elif is_video:
            self._paint_strip(painter, scene, clip, inside)
        else:
            self._paint_wave(painter, scene, clip, inside)
        self._paint_name(painter, clip, shown, status)
        if status is not None and is_video:
            _paint_status(painter, area, status)
        if clip.transition is not None:
            _paint_transition(painter, area, scene.scale.px_per_frame * clip.transition.frame_count)
        painter.setClipping(False)
        painter.setPen(QPen(theme.colour(theme.GROUND, 0.9), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS_PX, _RADIUS_PX)

    def _paint_narrow(
        self, painter: QPainter, scene: Scene, clip: Clip, area: QRectF, *, is_video: bool
    ) -> None:
        """A clip too narrow for a name: plain ground, one picture or the waveform, its state."""
        painter.fillRect(area, QColor(theme.VIDEO_CLIP if is_video else theme.SOUND_CLIP))
        inside = area.adjusted(0, 4, 0, -4)
        if is_video:
            image = self._picture(scene, clip, clip.in_frame) if area.width() > 6 else None
            if image is not None and not image.isNull():
                _draw_cropped(painter, inside, image)
            status = self._catalogue.status(clip)
            if status is not None:
                _paint_status(painter, area, status)
        elif area.width() > 6:
            self._paint_wave(painter, scene, clip, inside)

    def _is_missing(self, clip: Clip) -> bool:
        shot = self._catalogue.shot(clip)
        return shot is not None and shot.selected_take is None

    def _paint_name(
        self, painter: QPainter, clip: Clip, shown: QRectF, status: ShotStatus | None
    ) -> None:
        room = QRectF(shown.left() + 6, shown.top(), shown.width() - 12, NAME_PX)
        if room.width() < 10:
            return
        if status is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(_STATUS_COLOURS[status.kind]))
            painter.drawEllipse(QRectF(room.left(), room.center().y() - 3, 7, 7))
            room.setLeft(room.left() + 12)
        font = painter.font()
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(QColor(theme.TEXT))
        name = self._catalogue.name(clip)
        says_more = status is not None and status.kind not in ("ready", "draft")
        if status is not None and says_more and room.width() > 140 and not self._is_missing(clip):
            name = f"{name}   {status.words}"
        if clip.gain_db:
            name = f"{name}   {clip.gain_db:+.1f} dB"
        metrics = QFontMetrics(font)
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(room.width()))
        if text == "…":
            text = ""
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_strip(self, painter: QPainter, scene: Scene, clip: Clip, area: QRectF) -> None:
        """Pictures side by side from the clip's first frame on, as many as fit."""
        project = scene.project
        width = max(24.0, area.height() * project.width_px / project.height_px)
        per_picture = width / scene.scale.px_per_frame
        step = 1 << max(0, int(per_picture).bit_length() - 1)  # a grid that zooming keeps
        first = max(0, int((HEADER_PX - area.left()) / width))
        place = area.left() + first * width
        last = min(area.right(), float(scene.width_px))
        while place < last:
            offset = int((place - area.left()) / scene.scale.px_per_frame)
            image = self._picture(scene, clip, (clip.in_frame + offset) // step * step)
            if image is not None and not image.isNull():
                _draw_cropped(painter, QRectF(place, area.top(), width, area.height()), image)
            place += width

    def _picture(self, scene: Scene, clip: Clip, film_frame: int) -> QImage | None:
        """What the clip shows at a frame of its source, counted in the film's rate."""
        rate = scene.project.rate
        shot = self._catalogue.shot(clip)
        if shot is not None and shot.selected_take is not None:
            stored = shot.selected_take.stored
            frame = int(film_frame / rate.fraction * stored.request.rate.fraction)
            frame = max(0, min(frame, stored.request.frame_count - 1))
            return self._strips.picture(stored.picture_sha256, frame)
        item = self._catalogue.media(clip)
        if item is None:
            return None
        if item.kind == "image":
            return self._shelf.poster(item.sha256)
        frame = int(film_frame / rate.fraction * item.rate.fraction)
        return self._strips.picture(item.sha256, max(0, min(frame, item.frame_count - 1)))

    def _paint_wave(self, painter: QPainter, scene: Scene, clip: Clip, area: QRectF) -> None:
        sha256 = self._sound_of(clip)
        peaks = self._shelf.peaks(sha256) if sha256 else None
        middle = area.center().y()
        painter.setPen(theme.colour(theme.WAVEFORM, 0.35))
        painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle))
        if peaks is None or len(peaks) == 0:
            return
        per_px = samples_per_px(scene.scale, scene)
        origin = area.left() - clip.in_frame * scene.scale.px_per_frame  # of the source
        gain = 10 ** (clip.gain_db / 20)
        low = max(area.left(), float(HEADER_PX))
        high = min(area.right(), float(scene.width_px))
        if high <= low:
            return
        painter.save()
        painter.setClipRect(QRectF(low, area.top(), high - low, area.height()))
        height = max(4, int(area.height()))
        for index in range(int((low - origin) // TILE_PX), int((high - origin) // TILE_PX) + 1):
            if index >= 0:
                tile = self._waves.tile(sha256, peaks, per_px, index, height, gain, theme.WAVEFORM)
                painter.drawImage(QPointF(round(origin + index * TILE_PX), area.top()), tile)
        painter.restore()

    def _sound_of(self, clip: Clip) -> str:
        shot = self._catalogue.shot(clip)
        if shot is not None:
            return shot.selected_take.stored.sound_sha256 if shot.selected_take else ""
        item = self._catalogue.media(clip)
        return item.sha256 if item is not None else ""


def paint_outlines(painter: QPainter, scene: Scene) -> None:
    """Rings around what is selected, thin ones around what is linked to the clip pointed at."""
    chosen = scene.selection.clip_ids
    if not chosen and scene.lit_link is None:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(QRectF(HEADER_PX, 0, scene.width_px - HEADER_PX, scene.height_px))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for row in rows(scene.project, scene.scale.stretch):
        for clip in row.track.clips:
            if clip.id in scene.faint_ids:
                continue
            if clip.id in chosen:
                pen = QPen(QColor(theme.AMBER), 2.0)
            elif clip.link_id is not None and clip.link_id == scene.lit_link:
                pen = QPen(theme.colour(theme.TEXT, 0.65), 1.0)
            else:
                continue
            left, right = scene.scale.x(clip.start_frame), scene.scale.x(clip.end_frame)
            if right >= HEADER_PX and left <= scene.width_px:
                area = QRectF(left, row.top_px, max(3.0, right - left - 1), row.height_px)
                painter.setPen(pen)
                painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), _RADIUS_PX, _RADIUS_PX)
    painter.setClipping(False)


def samples_per_px(scale: Scale, scene: Scene) -> float:
    """48 kHz samples under one pixel."""
    return SAMPLE_RATE_HZ / float(scene.project.rate.fraction) / scale.px_per_frame


def _opacity(scene: Scene, track: Track, clip: Clip) -> float:
    if clip.id in scene.faint_ids:
        return 0.28
    return 0.4 if track.muted else 1.0


def _draw_cropped(painter: QPainter, target: QRectF, image: QImage) -> None:
    """The image over all of the target, what is too much of it cut off at both sides."""
    wanted = target.width() / target.height()
    width, height = float(image.width()), float(image.height())
    if width / height > wanted:
        source = QRectF((width - height * wanted) / 2, 0, height * wanted, height)
    else:
        source = QRectF(0, (height - width / wanted) / 2, width, width / wanted)
    painter.setRenderHint(
        QPainter.RenderHint.SmoothPixmapTransform, image.height() != STRIP_HEIGHT_PX // 2
    )
    painter.drawImage(target, image, source)


def _paint_transition(painter: QPainter, area: QRectF, width_px: float) -> None:
    """A wedge at the clip's start: how long it takes to come in."""
    wide = min(max(width_px / 2.0, 6.0), area.width())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(theme.AMBER, 0.7))
    corners = (area.topLeft(), QPointF(area.left() + wide, area.top()), area.bottomLeft())
    painter.drawPolygon(QPolygonF(corners))


def _paint_missing(painter: QPainter, area: QRectF, status: ShotStatus, *, is_video: bool) -> None:
    """Hatched: there is no take yet."""
    painter.fillRect(area, QBrush(theme.colour(theme.TEXT, 0.10), Qt.BrushStyle.BDiagPattern))
    if not is_video or area.width() < 60:
        return
    words = {"draft": "Not generated yet", "busy": f"Generating, {status.words}"}.get(
        status.kind, status.words
    )
    painter.setPen(QColor(theme.TEXT_SOFT))
    text = painter.fontMetrics().elidedText(
        words, Qt.TextElideMode.ElideRight, int(area.width()) - 12
    )
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


def _paint_status(painter: QPainter, area: QRectF, status: ShotStatus) -> None:
    """A bar at the foot: how far a job is, or that the take is out of date."""
    foot = QRectF(area.left() + 1, area.bottom() - 4, area.width() - 2, 3)
    if status.kind == "busy" and status.fraction is not None:
        painter.fillRect(foot, theme.colour(theme.GROUND, 0.8))
        foot.setWidth(foot.width() * status.fraction)
        painter.fillRect(foot, QColor(theme.BUSY))
    elif status.kind in ("stale", "failed", "waiting"):
        painter.fillRect(foot, QColor(_STATUS_COLOURS[status.kind]))
