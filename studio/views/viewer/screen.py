"""A picture in the middle of a dark ground, as large as fits."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from studio.views import theme

_ACTION_SAFE: Final = 0.93
_TITLE_SAFE: Final = 0.90


class Screen(QWidget):
    """Paints one image; a line of words at its foot says what it is when it is not the film.

    A notice (words and perhaps a button) can lie over the middle of the picture.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._aspect = 16 / 9
        self._words = ""
        self._has_safe_areas = False
        self._notice: QWidget | None = None
        self.setMinimumSize(320, 180)
        self.setAccessibleName("Picture")

    @property
    def image(self) -> QImage | None:
        """What is shown."""
        return self._image

    @property
    def words(self) -> str:
        """What is said at the picture's foot."""
        return self._words

    @property
    def has_safe_areas(self) -> bool:
        """Are the safe areas drawn?"""
        return self._has_safe_areas

    def sizeHint(self) -> QSize:
        """Grows as far as it may."""
        return QSize(960, 540)

    def set_aspect(self, aspect: float) -> None:
        """Width over height of the film."""
        if aspect != self._aspect:
            self._aspect = aspect
            self._place_notice()
            self.update()

    def set_safe_areas(self, on: bool) -> None:
        """Draws the lines inside which action and titles stay visible on every screen."""
        self._has_safe_areas = on
        self.update()

    def set_notice(self, notice: QWidget) -> None:
        """Takes a widget that is shown over the middle of the picture while it is visible."""
        self._notice = notice
        notice.setParent(self)
        notice.hide()

    def show_image(self, image: QImage | None, words: str = "") -> None:
        """Shows an image; None is black."""
        self._image, self._words = image, words
        self.update()

    def show_notice(self, *, on: bool) -> None:
        """Shows the notice over a black picture, or takes it away."""
        if self._notice is not None and self._notice.isVisibleTo(self) != on:
            self._notice.setVisible(on)
            self._place_notice()
            self.update()

    def picture_area(self) -> QRectF:
        """Where the picture is, in widget coordinates."""
        room = QRectF(self.rect()).adjusted(8, 8, -8, -8)
        width = min(room.width(), room.height() * self._aspect)
        area = QRectF(0, 0, round(width), round(width / self._aspect))
        area.moveTo(
            room.left() + (room.width() - area.width()) // 2,
            room.top() + (room.height() - area.height()) // 2,
        )
        return area

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The notice stays in the middle."""
        super().resizeEvent(event)
        self._place_notice()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, picture, lines, words."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.GROUND))
        area = self.picture_area()
        painter.fillRect(area, Qt.GlobalColor.black)
        has_notice = self._notice is not None and self._notice.isVisibleTo(self)
        if self._image is not None and not self._image.isNull() and not has_notice:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            fitted = self._image.size().scaled(
                area.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio
            )
            target = QRectF(0, 0, fitted.width(), fitted.height())
            if (
                abs(fitted.width() - area.width()) <= 2
                and abs(fitted.height() - area.height()) <= 2
            ):
                target = area
            target.moveCenter(area.center())
            painter.drawImage(target, self._image)
        if self._has_safe_areas:
            _paint_safe_areas(painter, area)
        if self._words and not has_notice:
            self._paint_words(painter, area)
        painter.end()

    def _place_notice(self) -> None:
        if self._notice is not None:
            self._notice.setGeometry(self.picture_area().toRect())

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        room = area.width() - 48
        metrics = painter.fontMetrics()
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, int(room))
        width = metrics.horizontalAdvance(words) + 24
        tag = QRectF(area.left() + 12, area.bottom() - 40, width, 28)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(theme.GROUND, 0.85))
        painter.drawRoundedRect(tag, 6, 6)
        painter.setPen(QColor(theme.TEXT))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, words)


def _paint_safe_areas(painter: QPainter, area: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for share, style in (
        (_ACTION_SAFE, Qt.PenStyle.SolidLine),
        (_TITLE_SAFE, Qt.PenStyle.DashLine),
    ):
        lines = QRectF(0, 0, area.width() * share, area.height() * share)
        lines.moveCenter(area.center())
        painter.setPen(QPen(theme.colour("#000000", 0.5), 3))
        painter.drawRect(lines)
        painter.setPen(QPen(theme.colour(theme.TEXT, 0.8), 1, style))
        painter.drawRect(lines)
