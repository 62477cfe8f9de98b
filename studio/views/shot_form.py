"""The inspector's first tab: everything a shot says of itself, as controls."""

from __future__ import annotations

import random
from typing import Final

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.camera.moves import MOVES
from engine.camera.path import CameraMove, CameraPath, FromWords
from engine.request import MAX_SECONDS, ShotRequest
from studio.document.project import Project, Shot
from studio.session.commands import FilmCommands, replaced
from studio.session.engine_bridge import EngineBridge
from studio.session.project_session import ProjectSession
from studio.session.shot_status import shot_status
from studio.views import theme
from studio.views.panel import EmptyState, icon_button, label, primary_button

SIZES: Final = (
    (640, 360, "640 × 360  quick"),
    (854, 480, "854 × 480"),
    (1280, 720, "1280 × 720  HD"),
    (1920, 1080, "1920 × 1080  Full HD"),
    (720, 720, "720 × 720  square"),
    (720, 1280, "720 × 1280  upright"),
)
_FROM_WORDS: Final = "As the words say"
_OWN_PATH: Final = "Own path"


class ShotForm(QStackedWidget):
    """Shows the selected shot; every change is an edit of its request.

    Signals:
        cast_asked(): the editor wants to change the film's cast.
    """

    cast_asked = Signal()

    def __init__(
        self,
        session: ProjectSession,
        bridge: EngineBridge,
        commands: FilmCommands,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._bridge = bridge
        self._commands = commands
        self._shot: Shot | None = None
        self._make_controls()
        self._lay_out()
        self._connect()
        self.show_shot(session.selected_shot)

    def offer_styles(self, styles: tuple[str, ...]) -> None:
        """Fills the style box with what the generators know."""
        with QSignalBlocker(self.style_box):
            self.style_box.clear()
            self.style_box.addItem(_FROM_WORDS, "")
            for name in styles:
                self.style_box.addItem(name.capitalize(), name)
        self.show_shot(self._shot)

    def show_shot(self, shot: Shot | None) -> None:
        """Fills the controls; what the editor is typing in stays as it is."""
        self._shot = shot
        self.setCurrentIndex(0 if shot is None else 1)
        if shot is None:
            return
        request = shot.request
        blockers = [QSignalBlocker(control) for control in self._controls()]
        if self.words.toPlainText() != request.prompt:
            self.words.setPlainText(request.prompt)
        if self.name.text() != shot.name:
            self.name.setText(shot.name)
        if self.place.text() != request.place:
            self.place.setText(request.place)
        self.seconds.setValue(request.rate.seconds(request.frame_count))
        self.seed.setValue(request.seed)
        self._show_size(request)
        self._show_style(request)
        self._show_camera(request)
        self.lock.setChecked(shot.id in self._commands.locked_seeds)
        del blockers
        self._show_cast(request)
        self._show_status()

    def _make_controls(self) -> None:
        self.name = QLineEdit()
        self.name.setAccessibleName("Name of the shot")
        self.words = QPlainTextEdit()
        self.words.setAccessibleName("Words of the shot")
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(112)
        self.seconds = QDoubleSpinBox()
        self.seconds.setRange(0.1, MAX_SECONDS)
        self.seconds.setDecimals(2)
        self.seconds.setSingleStep(0.5)
        self.seconds.setSuffix(" s")
        self.seconds.setKeyboardTracking(False)
        self.size_box = QComboBox()
        for width, height, words in SIZES:
            self.size_box.addItem(words, (width, height))
        self.seed = QSpinBox()
        self.seed.setRange(0, 2**31 - 1)
        self.seed.setKeyboardTracking(False)
        for box in (self.seed, self.seconds):
            box.lineEdit().setTextMargins(theme.SPACE_S_PX, 0, theme.SPACE_S_PX, 0)
        self.dice = icon_button("dice", "Another seed: an equally true variation")
        self.lock = icon_button("lock", "Keep this seed when generating again", checkable=True)
        self.style_box = QComboBox()
        self.style_box.addItem(_FROM_WORDS, "")
        self.camera_box = QComboBox()
        self.camera_box.addItem(_FROM_WORDS, "")
        for name in MOVES:
            self.camera_box.addItem(name.capitalize(), name)
        self.place = QLineEdit()
        self.place.setPlaceholderText("From the words")
        self.cast = label("", "soft", wrap=True)
        self.edit_cast = QPushButton("Edit cast…")
        self.generate = primary_button("Generate")
        self.stop = QPushButton("Stop")
        self.status = label("", "small", wrap=True)

    def _controls(self) -> tuple[QObject, ...]:
        return (
            self.name,
            self.words,
            self.seconds,
            self.size_box,
            self.seed,
            self.style_box,
            self.camera_box,
            self.place,
            self.lock,
        )

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(*(theme.SPACE_M_PX,) * 4)
        column.setSpacing(theme.SPACE_S_PX)
        column.addWidget(self.name)
        column.addWidget(self.words)
        buttons = QHBoxLayout()
        buttons.addWidget(self.generate, 1)
        buttons.addWidget(self.stop)
        column.addLayout(buttons)
        column.addWidget(self.status)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE_M_PX)
        grid.setVerticalSpacing(theme.SPACE_S_PX)
        grid.setColumnStretch(1, 1)
        seed_box = QWidget()
        seed_row = QHBoxLayout(seed_box)
        seed_row.setContentsMargins(0, 0, 0, 0)
        seed_row.setSpacing(theme.SPACE_XS_PX)
        seed_row.addWidget(self.seed, 1)
        seed_row.addWidget(self.dice)
        seed_row.addWidget(self.lock)
        for row, (words, control) in enumerate(
            (
                ("Length", self.seconds),
                ("Size", self.size_box),
                ("Camera", self.camera_box),
                ("Style", self.style_box),
                ("Place", self.place),
                ("Seed", seed_box),
            )
        ):
            grid.addWidget(label(words, "soft"), row, 0)
            control.setAccessibleName(words)
            grid.addWidget(control, row, 1)
        column.addLayout(grid)
        cast_row = QHBoxLayout()
        cast_row.addWidget(label("Cast", "section"), 1)
        cast_row.addWidget(self.edit_cast)
        column.addSpacing(theme.SPACE_XS_PX)
        column.addLayout(cast_row)
        column.addWidget(self.cast)
        column.addStretch(1)
        for box in (self.size_box, self.style_box, self.camera_box):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(12)
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.addWidget(
            EmptyState("film", "Select a shot to change its words, length, camera and style.")
        )
        self.addWidget(scroll)

    def _connect(self) -> None:
        self.words.textChanged.connect(self._on_words_text_changed)
        self.name.textEdited.connect(self._on_name_text_edited)
        self.place.editingFinished.connect(self._on_place_editing_finished)
        self.seconds.valueChanged.connect(self._on_seconds_value_changed)
        self.seed.valueChanged.connect(self._on_seed_value_changed)
        self.size_box.activated.connect(self._on_size_box_activated)
        self.style_box.activated.connect(self._on_style_box_activated)
        self.camera_box.activated.connect(self._on_camera_box_activated)
        self.dice.clicked.connect(self._on_dice_clicked)
        self.lock.toggled.connect(self._on_lock_toggled)
        self.edit_cast.clicked.connect(self.cast_asked)
        self.generate.clicked.connect(self._on_generate_clicked)
        self.stop.clicked.connect(self._on_stop_clicked)
        self._session.project_changed.connect(self._on_session_project_changed)
        self._session.selection_changed.connect(self._on_session_selection_changed)
        self._bridge.jobs_changed.connect(self._on_bridge_jobs_changed)

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

    def _show_camera(self, request: ShotRequest) -> None:
        row = self.camera_box.findData(_OWN_PATH)
        if row >= 0:
            self.camera_box.removeItem(row)
        match request.camera:
            case FromWords():
                self.camera_box.setCurrentIndex(0)
            case CameraMove(name=name):
                self.camera_box.setCurrentIndex(self.camera_box.findData(name))
            case CameraPath():
                self.camera_box.addItem(_OWN_PATH, _OWN_PATH)
                self.camera_box.setCurrentIndex(self.camera_box.count() - 1)

    def _show_cast(self, request: ShotRequest) -> None:
        if request.cast:
            lines = [f"{member.name}: {member.description}" for member in request.cast]
            self.cast.setText("\n".join(lines))
        else:
            self.cast.setText("Nobody keeps a look through the film yet.")

    def _show_status(self) -> None:
        if self._shot is None:
            return
        job = self._bridge.job_of(self._shot.id)
        status = shot_status(self._shot, job)
        active = job is not None and not job.is_over
        self.stop.setEnabled(active)
        self.generate.setEnabled(not active)
        self.generate.setText("New take" if self._shot.is_up_to_date else "Generate")
        detail = f"{status.words}. {status.detail}" if status.detail else status.words
        self.status.setText(detail)

    def _change(self, words: str, *, key: str = "", **changes: object) -> None:
        if self._shot is None:
            return
        request = replaced(self._shot.request, **changes)
        if request != self._shot.request:
            merge_key = f"{key} {self._shot.id}" if key else ""
            self._commands.change_request(self._shot.id, request, words, merge_key)

    @Slot()
    def _on_words_text_changed(self) -> None:
        self._change("Change words", key="words", prompt=self.words.toPlainText())

    @Slot(str)
    def _on_name_text_edited(self, name: str) -> None:
        if self._shot is not None:
            self._commands.name_shot(self._shot.id, name)

    @Slot()
    def _on_place_editing_finished(self) -> None:
        self._change("Change place", place=self.place.text().strip())

    @Slot(float)
    def _on_seconds_value_changed(self, seconds: float) -> None:
        if self._shot is not None:
            frames = max(1, self._shot.request.rate.nearest_frame(seconds))
            self._change("Change length", key="length", frame_count=frames)

    @Slot(int)
    def _on_seed_value_changed(self, seed: int) -> None:
        self._change("Change seed", key="seed", seed=seed)

    @Slot(int)
    def _on_size_box_activated(self, row: int) -> None:
        width, height = self.size_box.itemData(row)
        self._change("Change size", width_px=width, height_px=height)

    @Slot(int)
    def _on_style_box_activated(self, row: int) -> None:
        self._change("Change style", style=self.style_box.itemData(row))

    @Slot(int)
    def _on_camera_box_activated(self, row: int) -> None:
        name = self.camera_box.itemData(row)
        if name != _OWN_PATH:
            self._change("Change camera", camera=CameraMove(name) if name else FromWords())

    @Slot()
    def _on_dice_clicked(self) -> None:
        self._change("Another seed", seed=random.randrange(1, 100_000))

    @Slot(bool)
    def _on_lock_toggled(self, on: bool) -> None:
        if self._shot is not None:
            self._commands.lock_seed(self._shot.id, on=on)

    @Slot()
    def _on_generate_clicked(self) -> None:
        self._commands.generate_shot()

    @Slot()
    def _on_stop_clicked(self) -> None:
        self._commands.stop_shot()

    @Slot(object, object)
    def _on_session_project_changed(self, _before: Project, _after: Project) -> None:
        shot = self._session.selected_shot
        if shot is not self._shot:
            self.show_shot(shot)

    @Slot(object)
    def _on_session_selection_changed(self, _selection: object) -> None:
        self.show_shot(self._session.selected_shot)

    @Slot()
    def _on_bridge_jobs_changed(self) -> None:
        self._show_status()
