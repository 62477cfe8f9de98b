"""The command palette: type a few letters, press Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from studio.views import theme
from studio.views.action_set import ActionSet, TableAction

_WIDTH_PX = 520
KEYS_ROLE = Qt.ItemDataRole.UserRole + 1


def matches(asked: str, words: str) -> bool:
    """Do the letters of ``asked`` appear in ``words`` in this order (blanks are ignored)?"""
    letters = iter(words.casefold())
    return all(letter in letters for letter in asked.casefold() if not letter.isspace())


class KeysAtTheRight(QStyledItemDelegate):
    """A command's words at the left, its keys at the right."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One row."""
        super().paint(painter, option, index)
        whole: QRect = option.rect
        painter.setPen(QColor(theme.TEXT_SOFT))
        painter.drawText(
            whole.adjusted(0, 0, -theme.SPACE_M_PX, 0),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            index.data(KEYS_ROLE),
        )


class Palette(QDialog):
    """Finds an action by its words and runs it."""

    def __init__(self, actions: ActionSet, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._actions = [action for action in actions.all if action.isEnabled()]
        self.chosen: TableAction | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText("What do you want to do?")
        self.field.setAccessibleName("Find a command")
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setStyleSheet("QListWidget { border: none; }")
        self.list.setItemDelegate(KeysAtTheRight(self.list))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACE_S_PX,) * 4)
        column.setSpacing(theme.SPACE_S_PX)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.setFixedSize(_WIDTH_PX, 380)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.field.returnPressed.connect(self._on_field_return_pressed)
        self.list.itemClicked.connect(self._on_list_item_clicked)
        middle = parent.mapToGlobal(parent.rect().center())
        self.move(middle.x() - _WIDTH_PX // 2, parent.mapToGlobal(parent.rect().topLeft()).y() + 80)
        self._on_field_text_changed("")
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down move in the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and self.list.count():
                row = (self.list.currentRow() + step) % self.list.count()
                self.list.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_field_text_changed(self, asked: str) -> None:
        self.list.clear()
        for action in self._actions:
            words = f"{action.row.menu}: {action.text()}"
            if matches(asked, words):
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                item = QListWidgetItem(words)
                item.setData(KEYS_ROLE, keys)
                item.setData(Qt.ItemDataRole.UserRole, action.row.id)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    @Slot()
    def _on_field_return_pressed(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._on_list_item_clicked(item)

    @Slot(QListWidgetItem)
    def _on_list_item_clicked(self, item: QListWidgetItem) -> None:
        wanted = item.data(Qt.ItemDataRole.UserRole)
        self.chosen = next(action for action in self._actions if action.row.id == wanted)
        self.accept()
