"""How a shot looks in the list: picture, number, words, length, status."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from studio.document.project import Shot
from studio.session.shelf import MediaShelf
from studio.session.shot_status import ShotStatus, StatusKind
from studio.views import theme
from studio.views.icons import drawing

SHOT_ROLE: Final = Qt.ItemDataRole.UserRole + 1
STATUS_ROLE: Final = Qt.ItemDataRole.UserRole + 2
DOUBTS_ROLE: Final = Qt.ItemDataRole.UserRole + 3
PREVIEW_ROLE: Final = Qt.ItemDataRole.UserRole + 4

CARD_HEIGHT_PX: Final = 92
_PICTURE: Final = QSize(104, 58)

STATUS_COLOURS: Final[dict[StatusKind, str]] = {
    "draft": theme.DRAFT,
    "waiting": theme.WAITING,
    "busy": theme.BUSY,
    "ready": theme.READY,
    "stale": theme.STALE,
    "failed": theme.FAILED,
}


class ShotCard(QStyledItemDelegate):
    """Paints the cards."""

    def __init__(self, shelf: MediaShelf, parent: QWidget) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._warning = drawing("warning", theme.AMBER, 14, 2.0)

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All cards are equally high."""
        return QSize(220, CARD_HEIGHT_PX + theme.SPACE_S_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One card."""
        shot: Shot = index.data(SHOT_ROLE)
        status: ShotStatus = index.data(STATUS_ROLE)
        state: QStyle.StateFlag = option.state
        whole: QRect = option.rect
        area = whole.adjusted(
            theme.SPACE_S_PX, theme.SPACE_XS_PX, -theme.SPACE_S_PX, -theme.SPACE_XS_PX
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        _paint_ground(painter, area, chosen=chosen, hovered=hovered)
        picture = QRect(area.topLeft(), _PICTURE).translated(theme.SPACE_S_PX, theme.SPACE_S_PX)
        take = shot.selected_take
        poster = self._shelf.poster(take.stored.poster_sha256) if take is not None else None
        preview: QImage | None = index.data(PREVIEW_ROLE)
        _paint_picture(painter, picture, preview if preview is not None else poster)
        _paint_number(painter, picture, index.row() + 1)
        _paint_words(painter, area, picture, shot.request.prompt)
        _paint_foot(painter, area, picture, shot, status)
        if index.data(DOUBTS_ROLE):
            self._paint_doubt(painter, picture)
        painter.restore()

    def _paint_doubt(self, painter: QPainter, picture: QRect) -> None:
        """A mark in the picture's corner: not all is shown as it is written."""
        tag = QRect(picture.right() - 23, picture.top() + 4, 20, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(theme.GROUND, 0.85))
        painter.drawRoundedRect(tag, 4, 4)
        painter.drawPixmap(tag.left() + 3, tag.top() + 2, self._warning)


def _paint_ground(painter: QPainter, area: QRect, *, chosen: bool, hovered: bool) -> None:
    fill = theme.RAISED if chosen else theme.CARD
    edge = theme.AMBER if chosen else (theme.LINE_STRONG if hovered else theme.CARD)
    painter.setPen(QColor(edge))
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(
        QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS_PX, theme.RADIUS_PX
    )


def _paint_picture(painter: QPainter, area: QRect, poster: QImage | None) -> None:
    path = QPainterPath()
    path.addRoundedRect(QRectF(area), 4, 4)
    painter.save()
    painter.setClipPath(path)
    painter.fillRect(area, QColor(theme.GROUND))
    if poster is not None and not poster.isNull():
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scaled = poster.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        target = QRect(0, 0, scaled.width(), scaled.height())
        target.moveCenter(area.center())
        painter.drawImage(target, poster)
    painter.restore()


def _paint_number(painter: QPainter, picture: QRect, number: int) -> None:
    font = painter.font()
    font.setPixelSize(theme.SMALL_PX)
    font.setBold(True)
    painter.setFont(font)
    width = painter.fontMetrics().horizontalAdvance(str(number)) + 10
    tag = QRect(picture.left() + 4, picture.top() + 4, max(18, width), 18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(theme.GROUND, 0.85))
    painter.drawRoundedRect(tag, 4, 4)
    painter.setPen(QColor(theme.TEXT))
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, str(number))
    font.setBold(False)
    painter.setFont(font)


def _paint_words(painter: QPainter, area: QRect, picture: QRect, words: str) -> None:
    """Up to three lines of the shot's words; the last one ends in an ellipsis when cut."""
    left = picture.right() + theme.SPACE_M_PX
    width = area.right() - theme.SPACE_S_PX - left
    font = painter.font()
    font.setPixelSize(theme.TEXT_PX)
    painter.setFont(font)
    painter.setPen(QColor(theme.TEXT))
    flat = " ".join(words.split())
    layout = QTextLayout(flat, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    metrics = painter.fontMetrics()
    for number in range(3):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start, count = line.textStart(), line.textLength()
        is_cut = number == 2 and start + count < len(flat)
        text = (
            metrics.elidedText(flat[start:], Qt.TextElideMode.ElideRight, width)
            if is_cut
            else flat[start : start + count]
        )
        painter.drawText(
            left, picture.top() + metrics.ascent() + number * metrics.lineSpacing(), text
        )
    layout.endLayout()


def _paint_foot(
    painter: QPainter, area: QRect, picture: QRect, shot: Shot, status: ShotStatus
) -> None:
    """Length at the left, the status chip at the right, a bar while busy."""
    tint = STATUS_COLOURS[status.kind]
    font = painter.font()
    font.setPixelSize(theme.SMALL_PX)
    painter.setFont(font)
    metrics = painter.fontMetrics()
    foot = QRect(area.left() + theme.SPACE_S_PX, area.bottom() - 18, area.width() - 16, 16)
    seconds = shot.request.rate.seconds(shot.request.frame_count)
    painter.setPen(QColor(theme.TEXT_SOFT))
    painter.drawText(
        foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, f"{seconds:.3g} s"
    )
    width = metrics.horizontalAdvance(status.words)
    painter.setPen(QColor(tint))
    painter.drawText(
        foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, status.words
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tint))
    dot = QRectF(foot.right() - width - 13, foot.center().y() - 3, 7, 7)
    painter.drawEllipse(dot)
    if status.fraction is not None:
        bar = QRectF(picture.left(), picture.bottom() + 3, picture.width(), 3)
        painter.setBrush(QColor(theme.GROUND))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        bar.setWidth(max(3.0, bar.width() * status.fraction))
        painter.setBrush(QColor(tint))
        painter.drawRoundedRect(bar, 1.5, 1.5)
