"""Under the picture: where the playhead stands, what moves it, how loud it is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider, QWidget

from engine.timing import timecode
from studio.document.project import Project
from studio.session.project_session import ProjectSession
from studio.session.sound_output import SoundOutput
from studio.session.transport import Transport
from studio.views import theme
from studio.views.action_set import ActionSet
from studio.views.icons import icon
from studio.views.panel import action_button, icon_button, label

_TIMECODE_STYLE: Final = "font-family: monospace; font-size: 14px;"
_BUTTONS: Final = (
    ("go.start", "to-start"),
    ("step.backward", "step-back"),
    ("play.toggle", "play"),
    ("step.forward", "step-forward"),
    ("go.end", "to-end"),
)


class TransportBar(QFrame):
    """Timecode, buttons, loudness, length."""

    def __init__(
        self,
        session: ProjectSession,
        transport: Transport,
        sound: SoundOutput,
        actions: ActionSet,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme.set_role(self, "panel")
        self._session = session
        self._sound = sound
        self._play = actions["play.toggle"]
        self.position = label("00:00:00:00")
        self.length = label("00:00:00:00", "soft")
        self.speed = label("", "soft")
        self.speed.setMinimumWidth(34)
        for line in (self.position, self.length):
            line.setFont(theme.timecode_font(14))
            line.setStyleSheet(_TIMECODE_STYLE)
        self.position.setToolTip("Where the playhead stands")
        self.length.setToolTip("Length of the film")
        self.mute = icon_button("sound", "Mute the preview", checkable=True)
        self.volume = _volume_slider(sound.volume)
        self._lay_out(actions)
        self.mute.toggled.connect(self._on_mute_toggled)
        self.volume.valueChanged.connect(self._on_volume_value_changed)
        session.playhead_changed.connect(self._on_session_playhead_changed)
        session.project_changed.connect(self._on_session_project_changed)
        transport.speed_changed.connect(self._on_transport_speed_changed)
        self._on_session_playhead_changed(session.playhead)

    def _lay_out(self, actions: ActionSet) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE_M_PX, 4, theme.SPACE_M_PX, 4)
        row.setSpacing(2)
        row.addWidget(self.position)
        row.addSpacing(theme.SPACE_XS_PX)
        row.addWidget(self.speed)
        row.addStretch(1)
        for action_id, icon_name in _BUTTONS:
            button = action_button(actions[action_id], icon_name)
            if action_id == "play.toggle":
                button.setIconSize(QSize(26, 26))
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(action_button(actions["loop.toggle"], "loop"))
        row.addWidget(self.mute)
        row.addWidget(self.volume)
        row.addSpacing(theme.SPACE_S_PX)
        row.addWidget(self.length)

    @Slot(int)
    def _on_session_playhead_changed(self, frame: int) -> None:
        project = self._session.project
        self.position.setText(timecode(frame, project.rate))
        self.length.setText(timecode(project.frame_count, project.rate))

    @Slot(object, object)
    def _on_session_project_changed(self, _before: Project, _after: Project) -> None:
        self._on_session_playhead_changed(self._session.playhead)

    @Slot(float)
    def _on_transport_speed_changed(self, speed: float) -> None:
        self._play.setIcon(icon("pause" if speed else "play"))
        self.speed.setText(f"{speed:g}×" if speed not in (0.0, 1.0) else "")

    @Slot(bool)
    def _on_mute_toggled(self, muted: bool) -> None:
        self._sound.set_muted(muted)
        self.mute.setIcon(icon("muted" if muted else "sound"))
        self.mute.setToolTip("Hear the preview" if muted else "Mute the preview")

    @Slot(int)
    def _on_volume_value_changed(self, value: int) -> None:
        self._sound.set_volume(value / 100)
        if value and self.mute.isChecked():
            self.mute.setChecked(False)


def _volume_slider(volume: float) -> QSlider:
    made = QSlider(Qt.Orientation.Horizontal)
    made.setRange(0, 100)
    made.setValue(round(100 * volume))
    made.setFixedWidth(56)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAccessibleName("Loudness of the preview")
    made.setToolTip("Loudness of the preview (the export is not changed by it)")
    return made
