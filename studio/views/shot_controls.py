"""The controls of a shot, laid out: what it says, how long, how large, seen how, by whom."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from engine.camera.moves import MOVES
from engine.camera.path import CameraMove, CameraPath, FromWords
from engine.request import MAX_SECONDS, ShotRequest
from studio.views import theme
from studio.views.number_box import LengthBox
from studio.views.panel import icon_button, label, primary_button

SIZES: Final = (
    (640, 360, "640 × 360  quick"),
    (854, 480, "854 × 480"),
    (1280, 720, "1280 × 720  HD"),
    (1920, 1080, "1920 × 1080  Full HD"),
    (720, 720, "720 × 720  square"),
    (720, 1280, "720 × 1280  upright"),
)
QUALITIES: Final = (("final", "Final"), ("draft", "Draft, comes sooner"))
FROM_WORDS: Final = "As the words say"
OWN_PATH: Final = "Own path"


class ShotControls(QWidget):
    """Widgets only: they show a request; what they mean for the film is the form's business."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_words()
        self._make_numbers()
        self._make_choices()
        self._lay_out()

    def offer_styles(self, styles: tuple[str, ...]) -> None:
        """Fills the style box with what the generators know."""
        with QSignalBlocker(self.style_box):
            self.style_box.clear()
            self.style_box.addItem(FROM_WORDS, "")
            for name in styles:
                self.style_box.addItem(name.capitalize(), name)

    def offer_shots_before(self, shots: tuple[tuple[str, str], ...], chosen: str | None) -> None:
        """Fills the box of shots that this one may go on from: (id, name) each."""
        with QSignalBlocker(self.continues_box):
            self.continues_box.clear()
            self.continues_box.addItem("Afresh", None)
            for shot_id, name in shots:
                self.continues_box.addItem(f"Where “{name}” ends", shot_id)
            self.continues_box.setCurrentIndex(max(0, self.continues_box.findData(chosen)))

    def show_request(self, request: ShotRequest, name: str, *, is_seed_kept: bool) -> None:
        """Fills the controls, silently; what the editor is typing in stays as it is."""
        blockers = [QSignalBlocker(control) for control in self._speaking()]
        if self.words.toPlainText() != request.prompt:
            self.words.setPlainText(request.prompt)
        for field, text in ((self.name, name), (self.place, request.place)):
            if field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)
        self.seconds.setValue(request.rate.seconds(request.frame_count))
        self.seed.setValue(request.seed)
        self._show_size(request)
        self._show_style(request)
        self._show_palette(request)
        self._show_camera(request)
        self.quality_box.setCurrentIndex(self.quality_box.findData(request.quality))
        self.lock.setChecked(is_seed_kept)
        del blockers
        self._show_cast(request)

    def _speaking(self) -> tuple[QObject, ...]:
        """The controls whose changes are edits."""
        return (
            self.name,
            self.words,
            self.seconds,
            self.size_box,
            self.seed,
            self.style_box,
            self.camera_box,
            self.place,
            self.quality_box,
            self.continues_box,
            self.lock,
        )

    def _make_words(self) -> None:
        self.name = QLineEdit()
        self.name.setAccessibleName("Name of the shot")
        self.words = QPlainTextEdit()
        self.words.setAccessibleName("Words of the shot")
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(96)
        self.generate = primary_button("Generate")
        self.generate.setToolTip("Generate this shot   G")
        self.stop = QPushButton("Stop")
        self.stop.setToolTip("Stop this shot   Ctrl+.")
        self.status = label("", "small", wrap=True)

    def _make_numbers(self) -> None:
        self.seconds = LengthBox(0.1, MAX_SECONDS)
        self.size_box = QComboBox()
        for width, height, words in SIZES:
            self.size_box.addItem(words, (width, height))
        self.seed = QSpinBox()
        self.seed.setRange(0, 2**31 - 1)
        self.seed.setKeyboardTracking(False)
        self.seed.lineEdit().setTextMargins(theme.SPACE_S_PX, 0, theme.SPACE_S_PX, 0)
        self.dice = icon_button("dice", "Another seed: an equally true variation")
        self.lock = icon_button("lock", "Keep this seed when generating again", checkable=True)

    def _make_choices(self) -> None:
        self.style_box = QComboBox()
        self.style_box.addItem(FROM_WORDS, "")
        self.colours = QPushButton()
        self.colours.setToolTip("Take the colours of a picture")
        self.own_colours = QPushButton("Reset")
        self.own_colours.setToolTip("Take the style's own colours again")
        self.camera_box = QComboBox()
        self.camera_box.addItem(FROM_WORDS, "")
        for name in MOVES:
            self.camera_box.addItem(name.capitalize(), name)
        self.quality_box = QComboBox()
        for quality, words in QUALITIES:
            self.quality_box.addItem(words, quality)
        self.quality_box.setToolTip("A final has motion blur, depth of field and smoothed edges")
        self.continues_box = QComboBox()
        self.continues_box.setToolTip("A shot can start where another one ends")
        self.place = QLineEdit()
        self.place.setPlaceholderText("From the words")
        self.edit_places = QPushButton("Places…")
        self.edit_places.setToolTip("Places that look the same in every shot")
        self.cast = label("", "soft", wrap=True)
        self.edit_cast = QPushButton("Edit cast…")
        boxes = (self.size_box, self.style_box, self.camera_box)
        for box in (*boxes, self.quality_box, self.continues_box):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(12)
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACE_M_PX,) * 4)
        column.setSpacing(theme.SPACE_S_PX)
        column.addWidget(self.name)
        column.addWidget(self.words)
        buttons = QHBoxLayout()
        buttons.addWidget(self.generate, 1)
        buttons.addWidget(self.stop)
        column.addLayout(buttons)
        column.addWidget(self.status)
        column.addLayout(self._settings())
        cast_row = QHBoxLayout()
        cast_row.addWidget(label("Cast", "section"), 1)
        cast_row.addWidget(self.edit_cast)
        column.addSpacing(theme.SPACE_XS_PX)
        column.addLayout(cast_row)
        column.addWidget(self.cast)
        column.addStretch(1)

    def _settings(self) -> QGridLayout:
        """A row a setting: its name, its control."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE_M_PX)
        grid.setVerticalSpacing(theme.SPACE_S_PX)
        grid.setColumnStretch(1, 1)
        for row, (words, control) in enumerate(
            (
                ("Length", self.seconds),
                ("Size", self.size_box),
                ("Camera", self.camera_box),
                ("Style", self.style_box),
                ("Palette", _beside(self.colours, self.own_colours)),
                ("Place", _beside(self.place, self.edit_places)),
                ("Starts", self.continues_box),
                ("Quality", self.quality_box),
                ("Seed", _beside(self.seed, self.dice, self.lock)),
            )
        ):
            grid.addWidget(label(words, "soft"), row, 0)
            control.setAccessibleName(words)
            grid.addWidget(control, row, 1)
        return grid

    def _show_size(self, request: ShotRequest) -> None:
        size = (request.width_px, request.height_px)
        row = next((row for row, each in enumerate(SIZES) if each[:2] == size), -1)
        while self.size_box.count() > len(SIZES):
            self.size_box.removeItem(self.size_box.count() - 1)
        if row < 0:
            self.size_box.addItem(f"{size[0]} × {size[1]}", size)
            row = self.size_box.count() - 1
        self.size_box.setCurrentIndex(row)

    def _show_style(self, request: ShotRequest) -> None:
        row = self.style_box.findData(request.style)
        if row < 0:
            self.style_box.addItem(request.style.capitalize(), request.style)
            row = self.style_box.count() - 1
        self.style_box.setCurrentIndex(row)

    def _show_palette(self, request: ShotRequest) -> None:
        taken = request.palette_sha256 is not None
        self.colours.setText("Of a picture…" if taken else "Palette…")
        self.own_colours.setEnabled(taken)

    def _show_camera(self, request: ShotRequest) -> None:
        row = self.camera_box.findData(OWN_PATH)
        if row >= 0:
            self.camera_box.removeItem(row)
        match request.camera:
            case FromWords():
                self.camera_box.setCurrentIndex(0)
            case CameraMove(name=name):
                self.camera_box.setCurrentIndex(self.camera_box.findData(name))
            case CameraPath():
                self.camera_box.addItem(OWN_PATH, OWN_PATH)
                self.camera_box.setCurrentIndex(self.camera_box.count() - 1)

    def _show_cast(self, request: ShotRequest) -> None:
        if request.cast:
            lines = [f"{member.name}: {member.description}" for member in request.cast]
            self.cast.setText("\n".join(lines))
        else:
            self.cast.setText("Nobody keeps a look through the film yet.")


def _beside(wide: QWidget, *others: QWidget) -> QWidget:
    """One control with small ones at its right."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.SPACE_XS_PX)
    row.addWidget(wide, 1)
    for other in others:
        row.addWidget(other)
    return box
