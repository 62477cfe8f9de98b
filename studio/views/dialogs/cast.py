"""Who keeps a look and a voice through the film."""

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

from engine.request import CastMember
from studio.views import theme
from studio.views.panel import label, primary_button


class CastDialog(QDialog):
    """A table of names, looks and voices."""

    def __init__(self, cast: tuple[CastMember, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Cast")
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels(["Name", "What it is and looks like", "Voice"])
        _dress(self.table)
        for member in cast:
            self._add_row((member.name, member.description, member.voice))
        add, remove = QPushButton("Add"), QPushButton("Remove")
        cancel, self._use = QPushButton("Cancel"), primary_button("Use this cast")
        row = QHBoxLayout()
        row.addWidget(add)
        row.addWidget(remove)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._use)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACE_L_PX,) * 4)
        column.setSpacing(theme.SPACE_M_PX)
        column.addWidget(
            label(
                "Whoever is named here keeps a look and a voice in every shot whose words "
                "use the name.",
                "soft",
                wrap=True,
            )
        )
        column.addWidget(self.table, 1)
        column.addLayout(row)
        self.resize(680, 360)
        add.clicked.connect(self._on_add_clicked)
        remove.clicked.connect(self._on_remove_clicked)
        cancel.clicked.connect(self.reject)
        self._use.clicked.connect(self.accept)

    def cast(self) -> tuple[CastMember, ...]:
        """What the table says; rows without a name are left out."""
        rows = (
            [self._text(row, column) for column in range(3)] for row in range(self.table.rowCount())
        )
        return tuple(
            CastMember(name=name, description=looks, voice=voice)
            for name, looks, voice in rows
            if name
        )

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text().strip() if item is not None else ""

    def _add_row(self, words: tuple[str, str, str]) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, each in enumerate(words):
            self.table.setItem(row, column, QTableWidgetItem(each))

    @Slot()
    def _on_add_clicked(self) -> None:
        self._add_row(("", "", ""))
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
    table.setColumnWidth(0, 120)
    table.setColumnWidth(2, 160)
