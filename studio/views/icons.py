"""Icons: our own line drawings from ``resources/icons``, tinted with a theme colour."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from studio.views import theme


def drawing(name: str, colour: str, size_px: int, ratio: float = 1.0) -> QPixmap:
    """The drawing ``name`` in one colour.

    Raises:
        FileNotFoundError: there is no such drawing.
    """
    svg = (theme.ICON_FOLDER / f"{name}.svg").read_text(encoding="utf-8").replace("#000", colour)
    pixmap = QPixmap(QSize(size_px, size_px) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(
        painter, QRectF(0, 0, size_px * ratio, size_px * ratio)
    )
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def icon(name: str, colour: str = theme.TEXT_SOFT, size_px: int = 18) -> QIcon:
    """The drawing as an icon: dimmed when disabled, bright when switched on."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(drawing(name, colour, size_px, ratio))
        made.addPixmap(
            drawing(name, theme.LINE_STRONG, size_px, ratio), QIcon.Mode.Disabled, QIcon.State.Off
        )
        made.addPixmap(
            drawing(name, theme.AMBER, size_px, ratio), QIcon.Mode.Normal, QIcon.State.On
        )
    return made
