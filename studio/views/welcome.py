"""What the window shows before a film is open: ways to begin."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from studio.views import theme
from studio.views.action_set import ActionSet
from studio.views.icons import drawing, icon
from studio.views.panel import label, primary_button


class RecentButton(QPushButton):
    """One of the films opened last."""

    chosen = Signal(object)

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(path.stem, parent)
        self._path = path
        self.setToolTip(str(path))
        self.setIcon(icon("film"))
        theme.set_role(self, "quiet")
        self.setStyleSheet("text-align: left; padding: 6px 8px;")
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self._path)


class Welcome(QWidget):
    """New film, open, example, recent films.

    Signals:
        film_chosen(path).
    """

    film_chosen = Signal(object)

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        picture = QLabel()
        picture.setPixmap(drawing("storyreel", theme.AMBER, 64, 2.0))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = label("Storyreel", "hero")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = label(
            "Write shots in words and get them back with picture and sound, on your own machine.",
            "soft",
            wrap=True,
        )
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setFixedWidth(440)
        words.setMinimumHeight(words.heightForWidth(440) + theme.SPACE_XS_PX)
        self.new = primary_button("New film")
        self.open = QPushButton("Open…")
        self.example = QPushButton("Open the example film")
        for button, action_id in (
            (self.new, "film.new"),
            (self.open, "film.open"),
            (self.example, "film.example"),
        ):
            button.setMinimumHeight(36)
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            button.clicked.connect(actions[action_id].trigger)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE_M_PX)
        buttons.addStretch(1)
        for button in (self.new, self.open, self.example):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._recent_title = label("Recent films", "section")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(theme.SPACE_XS_PX)
        recent_box = QWidget()
        recent_box.setFixedWidth(420)
        inner = QVBoxLayout(recent_box)
        inner.addWidget(self._recent_title)
        inner.addLayout(self._recent)
        column = QVBoxLayout(self)
        column.setSpacing(theme.SPACE_L_PX)
        column.addStretch(2)
        column.addWidget(picture)
        column.addWidget(title)
        column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.SPACE_S_PX)
        column.addLayout(buttons)
        column.addSpacing(theme.SPACE_L_PX)
        column.addWidget(recent_box, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_recent(self, paths: tuple[Path, ...]) -> None:
        """Lists the films opened last."""
        while self._recent.count():
            item = self._recent.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self._recent_title.setVisible(bool(paths))
        for path in paths:
            button = RecentButton(path)
            button.chosen.connect(self.film_chosen)
            self._recent.addWidget(button)
