"""What a screenplay or a story proposes, before it is put into the film."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from engine.request import CastMember, FilmPlace
from engine.script.storyboard import ProposedFilm, Remark
from studio.views import theme
from studio.views.dialogs.shot_table import ShotTable
from studio.views.panel import label, primary_button

_SIZE_PX = (1040, 640)
_NAME_WIDTH_PX = 160


class StoryDialog(QDialog):
    """Shots, cast, places and what is in no shot; all but the last can be changed."""

    def __init__(self, film: ProposedFilm, name: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Import {name}")
        self._film = film
        self.shots = ShotTable(film.shots)
        self.cast = _words_table(
            ("Name", "What it is and looks like", "Voice"),
            [(each.name, each.description, each.voice) for each in film.cast],
            "Cast",
        )
        self.places = _words_table(
            ("Name", "What it is like"),
            [(each.name, each.description) for each in film.places],
            "Places",
        )
        self._summary = label("", "soft", wrap=True)
        self.merge, self.remove = QPushButton("Merge"), QPushButton("Delete")
        self.merge.setToolTip("Makes one shot of the selected one and the one below it")
        self.remove.setToolTip("Takes the selected shots off the list")
        self.add = primary_button("Add to film")
        self.tabs = QTabWidget()
        self._lay_out()
        self.shots.shots_changed.connect(self._on_shots_changed)
        self.shots.itemSelectionChanged.connect(self._on_shots_item_selection_changed)
        self.merge.clicked.connect(self.shots.merge_selected)
        self.remove.clicked.connect(self.shots.remove_selected)
        self.add.clicked.connect(self.accept)
        self._on_shots_changed()
        self._on_shots_item_selection_changed()

    def film(self) -> ProposedFilm:
        """What is to be added, as the tables say it."""
        return msgspec.structs.replace(
            self._film,
            shots=self.shots.chosen(),
            cast=tuple(
                CastMember(name=name, description=looks, voice=voice)
                for name, looks, voice in _rows(self.cast)
            ),
            places=tuple(
                FilmPlace(name=name, description=words) for name, words in _rows(self.places)
            ),
        )

    def _lay_out(self) -> None:
        self.tabs.addTab(self._shots_page(), "Shots")
        self.tabs.addTab(self.cast, f"Cast ({len(self._film.cast)})")
        self.tabs.addTab(self.places, f"Places ({len(self._film.places)})")
        if self._film.remarks:
            left_out = _remarks_table(self._film.remarks)
            self.tabs.addTab(left_out, f"In no shot ({len(self._film.remarks)})")
        cancel = QPushButton("Cancel")
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self._summary, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACE_L_PX,) * 4)
        column.setSpacing(theme.SPACE_M_PX)
        column.addWidget(
            label(
                "Each row becomes a shot at the film's end, in this order. Change words, lengths "
                "and places here; the cast keeps its looks and voices through the film.",
                "soft",
                wrap=True,
            )
        )
        column.addWidget(self.tabs, 1)
        column.addLayout(buttons)
        self.resize(*_SIZE_PX)

    def _shots_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, theme.SPACE_S_PX, 0, 0)
        column.addWidget(self.shots, 1)
        row = QHBoxLayout()
        row.addWidget(self.merge)
        row.addWidget(self.remove)
        row.addStretch(1)
        column.addLayout(row)
        return page

    @Slot()
    def _on_shots_changed(self) -> None:
        chosen = self.shots.chosen()
        seconds = round(sum(shot.seconds for shot in chosen))
        count = f"{len(chosen)} shot{'s' * (len(chosen) != 1)}"
        self.tabs.setTabText(0, f"Shots ({len(chosen)})")
        self._summary.setText(f"{count}, {seconds // 60}:{seconds % 60:02} long")
        self.add.setText(f"Add {count}")
        self.add.setEnabled(bool(chosen))

    @Slot()
    def _on_shots_item_selection_changed(self) -> None:
        rows = self.shots.selected_rows()
        self.remove.setEnabled(bool(rows))
        self.merge.setEnabled(bool(rows) and (len(rows) > 1 or rows[0] + 1 < self.shots.rowCount()))
        self.merge.setText("Merge selected" if len(rows) > 1 else "Merge with next")


def _words_table(
    headings: tuple[str, ...], rows: Sequence[tuple[str, ...]], name: str
) -> QTableWidget:
    """A table whose words can be changed; the second column takes the room."""
    table = QTableWidget(len(rows), len(headings))
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels(list(headings))
    for row, words in enumerate(rows):
        for column, each in enumerate(words):
            table.setItem(row, column, QTableWidgetItem(each))
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    header.setStyleSheet(
        f"QHeaderView::section {{ background: {theme.CARD}; border: none; padding: 6px; }}"
    )
    table.setColumnWidth(0, _NAME_WIDTH_PX)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    if len(headings) > 2:
        table.setColumnWidth(2, _NAME_WIDTH_PX)
    return table


def _remarks_table(remarks: tuple[Remark, ...]) -> QTableWidget:
    """What of the text is in no shot, to read only."""
    rows = [
        (f"line {each.line_number}" if each.line_number else "", each.words, each.kind)
        for each in remarks
    ]
    table = _words_table(("Where", "Words", "What it is"), rows, "In no shot")
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    return table


def _rows(table: QTableWidget) -> list[tuple[str, ...]]:
    """What a table says; rows without a name are left out."""
    said = [
        tuple(_text(table, row, column) for column in range(table.columnCount()))
        for row in range(table.rowCount())
    ]
    return [words for words in said if words[0]]


def _text(table: QTableWidget, row: int, column: int) -> str:
    item = table.item(row, column)
    return item.text().strip() if item is not None else ""
