"""Pieces that every panel is put together from: headers, empty states, chips, buttons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio.views import theme
from studio.views.icons import drawing, icon


def label(words: str, role: str = "", *, wrap: bool = False) -> QLabel:
    """A line of text in one of the style sheet's roles."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        theme.set_role(made, role)
    return made


def icon_button(name: str, words: str, *, checkable: bool = False) -> QToolButton:
    """A quiet button with an icon; ``words`` are its tooltip and its accessible name."""
    made = QToolButton()
    made.setIcon(icon(name))
    made.setIconSize(QSize(18, 18))
    made.setToolTip(words)
    made.setAccessibleName(words)
    made.setCheckable(checkable)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    theme.set_role(made, "quiet")
    return made


def action_button(action: QAction, icon_name: str) -> QToolButton:
    """A quiet icon button for an action of the table: follows its state."""
    made = icon_button(icon_name, action.text(), checkable=action.isCheckable())
    action.setIcon(icon(icon_name))
    made.setDefaultAction(action)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    made.setAccessibleName("")  # screen readers then read the action's words as they are now
    return made


def primary_button(words: str) -> QPushButton:
    """The one button of a place that does what one is there for."""
    made = QPushButton(words)
    theme.set_role(made, "primary")
    return made


class PanelHeader(QFrame):
    """A panel's title, with room for buttons at its right."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "bar")
        self.setFixedHeight(38)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(theme.SPACE_M_PX, 0, theme.SPACE_S_PX, 0)
        self.row.setSpacing(theme.SPACE_XS_PX)
        self.row.addWidget(label(title, "section"))
        self.row.addStretch(1)


class EmptyState(QWidget):
    """What a panel shows while it has nothing: one helpful sentence, and a button to begin."""

    def __init__(
        self,
        icon_name: str,
        sentence: str,
        button: QPushButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACE_L_PX,) * 4)
        column.setSpacing(theme.SPACE_M_PX)
        column.addStretch(2)
        picture = QLabel()
        picture.setPixmap(drawing(icon_name, theme.LINE_STRONG, 44, 2.0))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(picture)
        self.sentence = label(sentence, "soft", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.sentence)
        if button is not None:
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
