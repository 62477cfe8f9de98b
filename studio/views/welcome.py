"""What the window shows before a film is open: ways to begin."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from studio.views import theme
from studio.views.action_set import ActionSet
from studio.views.icons import drawing, icon
from studio.views.panel import label, primary_button

_WORDS_WIDTH_PX = 440


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
        self.new = primary_button("New film")
        self.open = QPushButton("Open…")
        self.example = QPushButton("Open the example film")
        self._recent_title = label("Recent films", "section")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(theme.SPACE_XS_PX)
        column = QVBoxLayout(self)
        column.setSpacing(theme.SPACE_L_PX)
        column.addStretch(2)
        for widget in _greeting():
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.SPACE_S_PX)
        column.addLayout(self._ways_to_begin(actions))
        column.addSpacing(theme.SPACE_L_PX)
        column.addWidget(self._recent_box(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def _ways_to_begin(self, actions: ActionSet) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_M_PX)
        row.addStretch(1)
        for button, action_id in (
            (self.new, "film.new"),
            (self.open, "film.open"),
            (self.example, "film.example"),
        ):
            button.setMinimumHeight(36)
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            button.clicked.connect(actions[action_id].trigger)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _recent_box(self) -> QWidget:
        box = QWidget()
        box.setFixedWidth(_WORDS_WIDTH_PX)
        inner = QVBoxLayout(box)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._recent_title)
        inner.addLayout(self._recent)
        return box

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


def _greeting() -> tuple[QLabel, QLabel, QLabel]:
    """The sign, the name, and what it is for."""
    picture = QLabel()
    picture.setPixmap(drawing("storyreel", theme.AMBER, 64, 2.0))
    title = label("Storyreel", "hero")
    words = label(
        "Write shots in words and get them back with picture and sound, on your own machine.",
        "soft",
        wrap=True,
    )
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    words.setFixedWidth(_WORDS_WIDTH_PX)
    words.setMinimumHeight(words.heightForWidth(_WORDS_WIDTH_PX) + theme.SPACE_XS_PX)
    return picture, title, words
