"""The centre of the window: the film at the playhead, and what moves the playhead."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from engine.events import PreviewArrived
from engine.timing import timecode
from studio.document.project import Project, ShotSource
from studio.document.queries import clip_at
from studio.session.engine_bridge import EngineBridge
from studio.session.frame_feed import FrameFeed
from studio.session.project_session import ProjectSession
from studio.session.transport import Transport
from studio.views import theme
from studio.views.action_set import ActionSet
from studio.views.job_list import preview_image
from studio.views.panel import EmptyState, action_button, label
from studio.views.viewer.screen import Screen


class TransportBar(QFrame):
    """Timecode, buttons, length."""

    def __init__(
        self,
        session: ProjectSession,
        transport: Transport,
        actions: ActionSet,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme.set_role(self, "panel")
        self._session = session
        self._transport = transport
        self._play = actions["play.toggle"]
        self.position = label("00:00:00:00")
        self.length = label("00:00:00:00", "soft")
        self._speed = label("", "soft")
        for line in (self.position, self.length):
            line.setFont(theme.timecode_font(14))
            line.setStyleSheet("font-family: monospace; font-size: 14px;")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE_M_PX, 6, theme.SPACE_M_PX, 6)
        row.setSpacing(theme.SPACE_XS_PX)
        row.addWidget(self.position)
        row.addWidget(self._speed)
        row.addStretch(1)
        for action_id, icon_name in (
            ("go.start", "to-start"),
            ("step.backward", "step-back"),
            ("play.toggle", "play"),
            ("step.forward", "step-forward"),
            ("go.end", "to-end"),
        ):
            button = action_button(actions[action_id], icon_name)
            if action_id == "play.toggle":
                button.setIconSize(QSize(26, 26))
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(action_button(actions["loop.toggle"], "loop"))
        row.addSpacing(theme.SPACE_S_PX)
        row.addWidget(self.length)
        session.playhead_changed.connect(self._on_session_playhead_changed)
        session.project_changed.connect(self._on_session_project_changed)
        transport.speed_changed.connect(self._on_transport_speed_changed)
        self._on_session_playhead_changed(session.playhead)

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
        from studio.views.icons import icon  # noqa: PLC0415

        self._play.setIcon(icon("pause" if speed else "play"))
        self._speed.setText(f"{speed:g}×" if speed not in (0.0, 1.0) else "")


class Viewer(QWidget):
    """Picture and transport bar; an empty state while the timeline is empty."""

    def __init__(
        self,
        session: ProjectSession,
        transport: Transport,
        feed: FrameFeed,
        bridge: EngineBridge,
        actions: ActionSet,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._transport = transport
        self._feed = feed
        self._bridge = bridge
        self.screen_view = Screen()
        begin = QPushButton("Write the first shot")
        begin.clicked.connect(actions["write.new"].trigger)
        empty = EmptyState(
            "play", "The film plays here. Write a shot, or drop video, pictures and sound.", begin
        )
        self._stack = QStackedWidget()
        self._stack.setStyleSheet(f"QStackedWidget {{ background: {theme.GROUND}; }}")
        self._stack.addWidget(empty)
        self._stack.addWidget(self.screen_view)
        self.bar = TransportBar(session, transport, actions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.bar)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        session.playhead_changed.connect(self._on_session_playhead_changed)
        session.project_changed.connect(self._on_session_project_changed)
        feed.picture_ready.connect(self._on_feed_picture_ready)
        bridge.preview_arrived.connect(self._on_bridge_preview_arrived)
        self._on_session_project_changed(session.project, session.project)

    def ask(self) -> None:
        """Asks for the picture at the playhead."""
        speed = self._transport.speed
        direction = (speed > 0) - (speed < 0)
        last = max(0, self._session.project.frame_count - 1)
        self._feed.want(min(self._session.playhead, last), direction)

    def _shot_without_take(self) -> str | None:
        """The shot under the playhead when there is nothing of it to show yet."""
        project = self._session.project
        for track in project.tracks:
            clip = clip_at(track, self._session.playhead) if track.kind == "video" else None
            if clip is not None and isinstance(clip.source, ShotSource):
                shot = self._session.shot(clip.source.shot_id)
                if shot is not None and shot.selected_take is None:
                    return shot.id
        return None

    @Slot(int)
    def _on_session_playhead_changed(self, _frame: int) -> None:
        self.ask()

    @Slot(object, object)
    def _on_session_project_changed(self, _before: Project, after: Project) -> None:
        self.screen_view.set_aspect(after.width_px / after.height_px)
        self._stack.setCurrentIndex(1 if after.frame_count else 0)
        self.ask()

    @Slot(int, object)
    def _on_feed_picture_ready(self, _frame: int, image: QImage) -> None:
        shot_id = self._shot_without_take()
        if shot_id is None:
            self.screen_view.show_image(image)
            return
        job = self._bridge.job_of(shot_id)
        if job is None or job.is_over:
            self.screen_view.show_image(image, "This shot is a draft: generate it to see it")
        elif self.screen_view.image is None:
            self.screen_view.show_image(image, "This shot is being generated")

    @Slot(object)
    def _on_bridge_preview_arrived(self, preview: PreviewArrived) -> None:
        shot_id = self._shot_without_take()
        job = self._bridge.job_of(shot_id) if shot_id is not None else None
        if job is not None and job.job_id == preview.job_id and not self._transport.is_playing:
            self.screen_view.show_image(
                preview_image(preview), f"Frame {preview.frame + 1} as it comes"
            )
