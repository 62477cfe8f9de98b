"""All keyboard shortcuts, from the action table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studio.session.actions import MENUS
from studio.views import theme
from studio.views.action_set import ActionSet
from studio.views.panel import label

_MOST_KEY_LETTERS = 18
_COLUMNS = (("File", "Edit"), ("Shot", "View", "Help"), ("Play",))


class ShortcutSheet(QDialog):
    """One sheet, grouped as the menus are."""

    def __init__(self, actions: ActionSet, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        content = QWidget()
        sheet = QHBoxLayout(content)
        sheet.setSpacing(2 * theme.SPACE_M_PX)
        for menus in _COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(theme.SPACE_L_PX)
            for menu in MENUS:
                if menu in menus:
                    column.addLayout(_group(menu, actions))
            column.addStretch(1)
            sheet.addLayout(column)
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        close = QPushButton("Close")
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.SPACE_L_PX,) * 4)
        layout.addWidget(scroll, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(min(1120, parent.width() - 40), min(640, parent.height() - 40))


def _group(menu: str, actions: ActionSet) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.SPACE_M_PX)
    grid.setVerticalSpacing(6)
    grid.addWidget(label(menu, "title"), 0, 0, 1, 2)
    grid.setColumnStretch(0, 1)
    row = 1
    for action in actions.all:
        if action.row.menu == menu and action.row.shortcuts:
            native = QKeySequence.SequenceFormat.NativeText
            first, *others = (
                QKeySequence(each).toString(native) for each in action.row.shortcuts[:2]
            )
            keys = "  or  ".join((first, *others))
            if len(keys) > _MOST_KEY_LETTERS:
                keys = first
            grid.addWidget(label(action.text(), "soft"), row, 0)
            grid.addWidget(label(keys, "keys"), row, 1, Qt.AlignmentFlag.AlignRight)
            row += 1
    return grid
