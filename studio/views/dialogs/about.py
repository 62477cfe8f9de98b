"""What this is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from studio.automation.cli import VERSION
from studio.views import theme
from studio.views.icons import drawing
from studio.views.panel import label


class AboutDialog(QDialog):
    """Name, version, what it stands for, licence."""

    def __init__(self, library: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Storyreel")
        picture = QLabel()
        picture.setPixmap(drawing("storyreel", theme.AMBER, 56, 2.0))
        close = QPushButton("Close")
        close.clicked.connect(self.accept)
        place = label(f"Library: {library}", "small", wrap=True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(2 * theme.SPACE_M_PX,) * 4)
        column.setSpacing(theme.SPACE_M_PX)
        column.addWidget(picture)
        column.addWidget(label(f"Storyreel {VERSION}", "title"))
        column.addWidget(
            label(
                "Shots in words, films with sound, made on this machine. Nothing you write or "
                "make leaves it.",
                "soft",
                wrap=True,
            )
        )
        column.addWidget(label("Apache License 2.0", "small"))
        column.addWidget(place)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(420)
