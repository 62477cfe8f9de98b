"""A picture in the middle of a dark ground, as large as fits."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from studio.views import theme


class Screen(QWidget):
    """Paints one image; a line of words at its foot says what it is when it is not the film."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._aspect = 16 / 9
        self._words = ""
        self.setMinimumSize(320, 180)
        self.setAccessibleName("Picture")

    @property
    def image(self) -> QImage | None:
        """What is shown."""
        return self._image

    def sizeHint(self) -> QSize:
        """Grows as far as it may."""
        return QSize(960, 540)

    def set_aspect(self, aspect: float) -> None:
        """Width over height of the film."""
        self._aspect = aspect
        self.update()

    def show_image(self, image: QImage | None, words: str = "") -> None:
        """Shows an image; None is black."""
        self._image, self._words = image, words
        self.update()

    def picture_area(self) -> QRectF:
        """Where the picture is, in widget coordinates."""
        room = QRectF(self.rect()).adjusted(12, 12, -12, -12)
        width = min(room.width(), room.height() * self._aspect)
        area = QRectF(0, 0, width, width / self._aspect)
        area.moveCenter(room.center())
        return area

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, picture, words."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.GROUND))
        area = self.picture_area()
        painter.fillRect(area, Qt.GlobalColor.black)
        if self._image is not None and not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            scaled = self._image.size().scaled(
                area.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio
            )
            target = QRectF(0, 0, scaled.width(), scaled.height())
            target.moveCenter(area.center())
            painter.drawImage(target, self._image)
        if self._words:
            self._paint_words(painter, area)
        painter.end()

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        width = painter.fontMetrics().horizontalAdvance(self._words) + 24
        tag = QRectF(area.left() + 12, area.bottom() - 40, min(width, area.width() - 24), 28)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(theme.GROUND, 0.85))
        painter.drawRoundedRect(tag, 6, 6)
        painter.setPen(QColor(theme.TEXT))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, self._words)
