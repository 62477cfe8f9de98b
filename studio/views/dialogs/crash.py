"""A fault of ours: the work is kept, the traceback can be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studio.views import theme
from studio.views.panel import label, primary_button


class CrashDialog(QDialog):
    """Says what happened and that nothing was lost."""

    def __init__(self, details: str, *, is_kept: bool, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Something went wrong")
        self._details = details
        kept = (
            "Your film as it is now was kept and is offered again at the next start."
            if is_kept
            else "Save your film under another name now: a recovery copy could not be written."
        )
        text = QPlainTextEdit(details)
        text.setReadOnly(True)
        text.setFont(theme.timecode_font(12))
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        copy = QPushButton("Copy details")
        go_on = primary_button("Go on working")
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACE_L_PX,) * 4)
        column.setSpacing(theme.SPACE_M_PX)
        column.addWidget(label("Storyreel made a mistake.", "title"))
        column.addWidget(label(kept, "soft", wrap=True))
        column.addWidget(text, 1)
        column.addLayout(row)
        self.resize(640, 380)
        self.setWindowModality(Qt.WindowModality.NonModal)
        copy.clicked.connect(self._on_copy_clicked)
        go_on.clicked.connect(self.accept)

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
