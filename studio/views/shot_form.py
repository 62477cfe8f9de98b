"""The inspector's first tab: everything a shot says of itself, as controls."""

from __future__ import annotations

import random
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from engine.camera.path import CameraMove, FromWords
from studio.document.edits import set_continues
from studio.document.project import Project, Shot
from studio.session.commands import FilmCommands, replaced
from studio.session.engine_bridge import EngineBridge
from studio.session.project_session import ProjectSession
from studio.session.shot_status import shot_status
from studio.views import theme
from studio.views.panel import EmptyState
from studio.views.shot_controls import OWN_PATH, ShotControls


class ShotForm(QStackedWidget):
    """Shows the selected shot; every change is an edit of its request.

    Signals:
        cast_asked(): the editor wants to change the film's cast.
        palette_asked(): the editor wants the shot to take its colours from a picture.
        places_asked(): the editor wants to change the film's places.
    """

    cast_asked = Signal()
    palette_asked = Signal()
    places_asked = Signal()

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
        self._controls = controls = ShotControls()
        self.words, self.seconds, self.seed = controls.words, controls.seconds, controls.seed
        self.size_box, self.camera_box = controls.size_box, controls.camera_box
        self.generate, self.stop, self.status = controls.generate, controls.stop, controls.status
        self.addWidget(
            EmptyState("film", "Select a shot to change its words, length, camera and style.")
        )
        self.addWidget(_scrolling(controls))
        self._connect()
        self.show_shot(session.selected_shot)

    def offer_styles(self, styles: tuple[str, ...]) -> None:
        """Fills the style box with what the generators know."""
        self._controls.offer_styles(styles)
        self.show_shot(self._shot)

    def show_shot(self, shot: Shot | None) -> None:
        """Fills the controls; what the editor is typing in stays as it is."""
        self._shot = shot
        self.setCurrentIndex(0 if shot is None else 1)
        if shot is not None:
            is_seed_kept = shot.id in self._commands.locked_seeds
            self._controls.show_request(shot.request, shot.name, is_seed_kept=is_seed_kept)
            self._offer_shots_before(shot)
            self._show_status()

    def _offer_shots_before(self, shot: Shot) -> None:
        shots = self._session.project.shots
        before = [each for each in shots if each.id != shot.id]
        named = tuple((each.id, each.name) for each in before)
        self._controls.offer_shots_before(named, shot.continues_id)

    def _connect(self) -> None:
        controls = self._controls
        controls.words.textChanged.connect(self._on_words_text_changed)
        controls.name.textEdited.connect(self._on_name_text_edited)
        controls.place.editingFinished.connect(self._on_place_editing_finished)
        controls.seconds.refused.connect(self._session.refused)
        controls.seconds.valueChanged.connect(self._on_seconds_value_changed)
        controls.seed.valueChanged.connect(self._on_seed_value_changed)
        controls.size_box.activated.connect(self._on_size_box_activated)
        controls.style_box.activated.connect(self._on_style_box_activated)
        controls.camera_box.activated.connect(self._on_camera_box_activated)
        controls.dice.clicked.connect(self._on_dice_clicked)
        controls.lock.toggled.connect(self._on_lock_toggled)
        controls.edit_cast.clicked.connect(self.cast_asked)
        controls.colours.clicked.connect(self.palette_asked)
        controls.own_colours.clicked.connect(self._on_own_colours_clicked)
        controls.edit_places.clicked.connect(self.places_asked)
        controls.quality_box.activated.connect(self._on_quality_box_activated)
        controls.continues_box.activated.connect(self._on_continues_box_activated)
        controls.generate.clicked.connect(self._on_generate_clicked)
        controls.stop.clicked.connect(self._on_stop_clicked)
        self._session.project_changed.connect(self._on_session_project_changed)
        self._session.selection_changed.connect(self._on_session_selection_changed)
        self._bridge.jobs_changed.connect(self._on_bridge_jobs_changed)

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
        theme.set_role(self.status, "failed" if status.kind == "failed" else "small")

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
        self._change("Change place", place=self._controls.place.text().strip())

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
        self._change("Change style", style=self._controls.style_box.itemData(row))

    @Slot()
    def _on_own_colours_clicked(self) -> None:
        self._change("Change colours", palette_sha256=None)

    @Slot(int)
    def _on_camera_box_activated(self, row: int) -> None:
        name = self.camera_box.itemData(row)
        if name != OWN_PATH:
            self._change("Change camera", camera=CameraMove(name) if name else FromWords())

    @Slot(int)
    def _on_quality_box_activated(self, row: int) -> None:
        self._change("Change quality", quality=self._controls.quality_box.itemData(row))

    @Slot(int)
    def _on_continues_box_activated(self, row: int) -> None:
        if self._shot is not None:
            before = self._controls.continues_box.itemData(row)
            edit = partial(_continuing, shot_id=self._shot.id, before_id=before)
            self._session.apply("Change start", edit)
            self.show_shot(self._session.shot(self._shot.id))

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


def _scrolling(content: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidget(content)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return scroll


def _continuing(project: Project, *, shot_id: str, before_id: str | None) -> Project:
    return set_continues(project, shot_id, before_id)
