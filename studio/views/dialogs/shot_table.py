"""A table of proposed shots: words and lengths can be changed, shots merged and left out."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from engine.script.storyboard import ProposedShot, TransitionName, merged
from studio.views import theme

_HEADINGS = ("Shot", "Words", "Length", "Place", "Speaker", "Comes in")
_WORDS, _LENGTH, _PLACE = 1, 2, 3
_WIDTHS_PX = {0: 76, 2: 76, 3: 150, 4: 110, 5: 92}
_COMES_IN: dict[TransitionName, str] = {
    "": "cut", "dissolve": "dissolve", "wipe": "wipe", "whip": "whip pan", "match": "match cut",
}  # fmt: skip
_MIN_S, _MAX_S = 0.5, 600.0
_LOOK = f"""
QTableView::item {{ border-bottom: 1px solid {theme.LINE}; padding: 4px 6px; }}
QTableView::item:selected {{ background: {theme.RAISED}; color: {theme.TEXT}; }}
QTableView::indicator {{ width: 14px; height: 14px; border: 1px solid {theme.LINE_STRONG};
    border-radius: 3px; background: {theme.PANEL}; }}
QTableView::indicator:checked {{ background: {theme.TEAL}; border-color: {theme.TEAL};
    image: url("{(theme.ICON_FOLDER / "check.svg").as_posix()}"); }}
"""


class ShotTable(QTableWidget):
    """Rows stand for shots; a shot whose box is not ticked is not added.

    Signals:
        shots_changed(): others are ticked, or read otherwise.
    """

    shots_changed = Signal()

    def __init__(self, shots: tuple[ProposedShot, ...], parent: QWidget | None = None) -> None:
        super().__init__(0, len(_HEADINGS), parent)
        self._shots: list[ProposedShot] = []
        self.setAccessibleName("Proposed shots")
        self.setHorizontalHeaderLabels(list(_HEADINGS))
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setStyleSheet(_LOOK)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self._dress_header()
        for shot in shots:
            self._insert(self.rowCount(), shot)
        self._row_timer = QTimer(self)
        self._row_timer.setSingleShot(True)
        self._row_timer.setInterval(0)
        self._row_timer.timeout.connect(self.resizeRowsToContents)
        self.horizontalHeader().sectionResized.connect(self._on_header_section_resized)
        self.itemChanged.connect(self._on_item_changed)
        self._row_timer.start()

    def chosen(self) -> tuple[ProposedShot, ...]:
        """The shots that are ticked, as they read now; those without words are left out."""
        return tuple(
            shot
            for row, shot in enumerate(self._shots)
            if self._is_ticked(row) and any(letter.isalpha() for letter in shot.words)
        )

    def selected_rows(self) -> list[int]:
        """The rows that are selected, top to bottom."""
        return sorted({index.row() for index in self.selectedIndexes()})

    @Slot()
    def merge_selected(self) -> None:
        """Makes one shot of those selected, from the first to the last of them.

        One alone goes together with the one below it.
        """
        rows = self.selected_rows()
        if not rows:
            return
        first, last = rows[0], max(rows[-1], rows[0] + 1)
        if last >= len(self._shots):
            return
        whole = self._shots[first]
        for shot in self._shots[first + 1 : last + 1]:
            whole = merged(whole, shot)
        for row in range(last, first - 1, -1):
            self._take_out(row)
        self._insert(first, whole)
        self.selectRow(first)
        self._row_timer.start()
        self.shots_changed.emit()

    @Slot()
    def remove_selected(self) -> None:
        """Takes the selected shots off the table."""
        rows = self.selected_rows()
        for row in reversed(rows):
            self._take_out(row)
        if rows and self._shots:
            self.selectRow(min(rows[0], len(self._shots) - 1))
        self.shots_changed.emit()

    def _take_out(self, row: int) -> None:
        del self._shots[row]
        self.removeRow(row)

    def _insert(self, row: int, shot: ProposedShot) -> None:
        was_blocked = self.blockSignals(True)
        self._shots.insert(row, shot)
        self.insertRow(row)
        told = (
            shot.name, shot.words, f"{shot.seconds:.1f} s", shot.place, shot.speaker,
            _COMES_IN[shot.transition],
        )  # fmt: skip
        for column, words in enumerate(told):
            item = QTableWidgetItem(words)
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            if column not in (_WORDS, _LENGTH, _PLACE):
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                item.setForeground(theme.colour(theme.TEXT_SOFT))
            if column == 0:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked)
                item.setToolTip(f"Line {shot.line_number} of the text; untick to leave it out")
            self.setItem(row, column, item)
        self.blockSignals(was_blocked)

    def _is_ticked(self, row: int) -> bool:
        tick = self.item(row, 0)
        return tick is not None and tick.checkState() == Qt.CheckState.Checked

    def _dress_header(self) -> None:
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setHighlightSections(False)
        header.setStyleSheet(
            f"QHeaderView::section {{ background: {theme.CARD}; border: none; padding: 6px; }}"
        )
        for column, width in _WIDTHS_PX.items():
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(_WORDS, QHeaderView.ResizeMode.Stretch)

    @Slot(QTableWidgetItem)
    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        shot = self._shots[item.row()]
        match item.column():
            case 1:
                words = " ".join(item.text().split())
                self._shots[item.row()] = msgspec.structs.replace(shot, words=words)
                self._row_timer.start()
            case 2:
                self._change_length(item, shot)
            case 3:
                self._shots[item.row()] = msgspec.structs.replace(shot, place=item.text().strip())
        self.shots_changed.emit()

    def _change_length(self, item: QTableWidgetItem, shot: ProposedShot) -> None:
        """Takes a length over; what is none gives way to the one before it."""
        try:
            seconds = float(item.text().replace(",", ".").rstrip(" s"))
        except ValueError:
            seconds = shot.seconds
        if not _MIN_S <= seconds <= _MAX_S:
            seconds = shot.seconds
        self._shots[item.row()] = msgspec.structs.replace(shot, seconds=seconds)
        was_blocked = self.blockSignals(True)
        item.setText(f"{seconds:.1f} s")
        self.blockSignals(was_blocked)

    @Slot(int, int, int)
    def _on_header_section_resized(self, _section: int, _before: int, _after: int) -> None:
        self._row_timer.start()
