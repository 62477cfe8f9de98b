"""A dialog with a table of names and what the film keeps of each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from studio.views import theme
from studio.views.panel import label, primary_button

_NAME_WIDTH_PX = 120
_LAST_WIDTH_PX = 160


class NameTableDialog(QDialog):
    """Rows of words, the first of each a name; rows can be added and removed."""

    def __init__(self, title: str, purpose: str, headings: tuple[str, ...], parent: QWidget):
        super().__init__(parent)
        self.setWindowTitle(title)
        self.table = QTableWidget(0, len(headings))
        self.table.setHorizontalHeaderLabels(list(headings))
        _dress(self.table)
        add, remove = QPushButton("Add"), QPushButton("Remove")
        cancel, use = QPushButton("Cancel"), primary_button(f"Use {title.lower()}")
        self.buttons = QHBoxLayout()
        self.buttons.addWidget(add)
        self.buttons.addWidget(remove)
        self.buttons.addStretch(1)
        self.buttons.addWidget(cancel)
        self.buttons.addWidget(use)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACE_L_PX,) * 4)
        column.setSpacing(theme.SPACE_M_PX)
        column.addWidget(label(purpose, "soft", wrap=True))
        column.addWidget(self.table, 1)
        column.addLayout(self.buttons)
        self.resize(680, 360)
        add.clicked.connect(self._on_add_clicked)
        remove.clicked.connect(self._on_remove_clicked)
        cancel.clicked.connect(self.reject)
        use.clicked.connect(self.accept)

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """What the table says; rows without a name are left out."""
        count = self.table.columnCount()
        said = (
            tuple(self._text(row, column) for column in range(count))
            for row in range(self.table.rowCount())
        )
        return tuple(words for words in said if words[0])

    def add_row(self, words: tuple[str, ...]) -> None:
        """Adds a row with these words."""
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, each in enumerate(words):
            self.table.setItem(row, column, QTableWidgetItem(each))

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text().strip() if item is not None else ""

    @Slot()
    def _on_add_clicked(self) -> None:
        self.add_row(("",) * self.table.columnCount())
        row = self.table.rowCount() - 1
        self.table.setCurrentCell(row, 0)
        self.table.edit(self.table.currentIndex())

    @Slot()
    def _on_remove_clicked(self) -> None:
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())


def _dress(table: QTableWidget) -> None:
    """Column widths and a quiet header."""
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    header.setStyleSheet(
        f"QHeaderView::section {{ background: {theme.CARD}; border: none; padding: 6px; }}"
    )
    table.setColumnWidth(0, _NAME_WIDTH_PX)
    if table.columnCount() > 2:
        table.setColumnWidth(2, _LAST_WIDTH_PX)
