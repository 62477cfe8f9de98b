"""The centre of the window: the film at the playhead, and what moves the playhead."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from engine.events import PreviewArrived
from studio.document.project import Project, Shot, ShotSource
from studio.document.queries import clip_at
from studio.session.engine_bridge import EngineBridge
from studio.session.frame_feed import FrameFeed
from studio.session.project_session import ProjectSession, Selection
from studio.session.shot_status import shot_status
from studio.session.sound_output import SoundOutput
from studio.session.transport import Transport
from studio.views import theme
from studio.views.action_set import ActionSet
from studio.views.job_list import preview_image
from studio.views.panel import EmptyState, PanelHeader, icon_button, label
from studio.views.viewer.missing_take import MissingTake
from studio.views.viewer.screen import Screen
from studio.views.viewer.transport_bar import TransportBar


class Viewer(QWidget):
    """Picture and transport bar; an empty state while the timeline is empty."""

    def __init__(
        self,
        session: ProjectSession,
        transport: Transport,
        sound: SoundOutput,
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
        self._live_shot_id: str | None = None
        self._live_job_id = ""
        self.screen_view = Screen()
        self.missing = MissingTake()
        self.screen_view.set_notice(self.missing)
        self._stack = QStackedWidget()
        self.frame_number = label("", "small")
        self.safe_areas = icon_button("frame", "Show safe areas", checkable=True)
        self.bar = TransportBar(session, transport, sound, actions)
        self._lay_out(actions)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.safe_areas.toggled.connect(self.screen_view.set_safe_areas)
        self.missing.generate.clicked.connect(self._on_generate_clicked)
        self.missing.generate_all.clicked.connect(actions["generate.changed"].trigger)
        session.playhead_changed.connect(self._on_session_playhead_changed)
        session.project_changed.connect(self._on_session_project_changed)
        session.selection_changed.connect(self._on_session_selection_changed)
        feed.picture_ready.connect(self._on_feed_picture_ready)
        bridge.preview_arrived.connect(self._on_bridge_preview_arrived)
        bridge.jobs_changed.connect(self._on_bridge_jobs_changed)
        self._on_session_project_changed(session.project, session.project)

    def _lay_out(self, actions: ActionSet) -> None:
        begin = QPushButton("Write the first shot")
        begin.clicked.connect(actions["write.new"].trigger)
        empty = EmptyState(
            "play", "The film plays here. Write a shot, or drop video, pictures and sound.", begin
        )
        self._stack.setStyleSheet(f"QStackedWidget {{ background: {theme.GROUND}; }}")
        self._stack.addWidget(empty)
        self._stack.addWidget(self.screen_view)
        header = PanelHeader("Film")
        header.row.addWidget(self.frame_number)
        header.row.addSpacing(theme.SPACE_S_PX)
        header.row.addWidget(self.safe_areas)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self._stack, 1)
        column.addWidget(self.bar)

    def ask(self) -> None:
        """Asks for the picture at the playhead."""
        last = max(0, self._session.project.frame_count - 1)
        self._feed.want(min(self._session.playhead, last), self._transport.speed)

    def _show_number(self) -> None:
        total = self._session.project.frame_count
        words = f"Frame {self._session.playhead} of {total}" if total else ""
        self.frame_number.setText(words)

    def _shot_at_playhead(self) -> Shot | None:
        """The shot that is seen at the playhead; None in gaps and over other media.

        A shot without a take is seen through where something lies under it.
        """
        project = self._session.project
        frame = min(self._session.playhead, max(0, project.frame_count - 1))
        missing: Shot | None = None
        for track in project.tracks:
            clip = clip_at(track, frame) if track.kind == "video" and not track.muted else None
            if clip is None:
                continue
            source = clip.source
            shot = self._session.shot(source.shot_id) if isinstance(source, ShotSource) else None
            if shot is None or shot.selected_take is not None:
                return shot
            missing = missing or shot
        return missing

    def _follow_state(self) -> None:
        """What the picture cannot say by itself: a take is missing, or just being made."""
        shot = self._shot_at_playhead()
        job = self._bridge.job_of(shot.id) if shot is not None else None
        is_missing = shot is not None and shot.selected_take is None
        is_busy = job is not None and not job.is_over
        if shot is not None and is_missing:
            self._describe_missing(shot, is_busy=is_busy)
        is_live = self._live_shot_id is not None and bool(self.screen_view.words)
        self.screen_view.show_notice(on=is_missing and not is_live)

    def _describe_missing(self, shot: Shot, *, is_busy: bool) -> None:
        name = shot.name or "This shot"
        if is_busy:
            words = shot_status(shot, self._bridge.job_of(shot.id)).words
            self.missing.say_busy(f"“{name}” is being generated: {words}")
        else:
            is_selected = shot.id == self._session.selection.shot_id
            stale = sum(not each.is_up_to_date for each in self._session.project.shots)
            self.missing.offer(f"“{name}” is not generated yet.", stale, has_key=is_selected)

    def _may_show_live(self, preview: PreviewArrived) -> Shot | None:
        """The shot of a preview if it may be shown now: it is at the playhead, or selected."""
        if self._transport.is_playing:
            return None
        at_playhead = self._shot_at_playhead()
        for shot in (at_playhead, self._session.selected_shot):
            job = self._bridge.job_of(shot.id) if shot is not None else None
            if shot is None or job is None or job.job_id != preview.job_id:
                continue
            if shot is at_playhead or self._live_shot_id == shot.id:
                return shot
        return None

    @Slot(int)
    def _on_session_playhead_changed(self, _frame: int) -> None:
        self._show_number()
        self._live_shot_id = None
        self.ask()

    @Slot(object, object)
    def _on_session_project_changed(self, _before: Project, after: Project) -> None:
        self.screen_view.set_aspect(after.width_px / after.height_px)
        self._stack.setCurrentIndex(1 if after.frame_count else 0)
        self._show_number()
        self.ask()

    @Slot(object)
    def _on_session_selection_changed(self, selection: Selection) -> None:
        job = self._bridge.job_of(selection.shot_id) if selection.shot_id else None
        is_busy = job is not None and not job.is_over
        self._live_shot_id = selection.shot_id if is_busy else None
        self._follow_state()

    @Slot()
    def _on_bridge_jobs_changed(self) -> None:
        shot = self._session.selected_shot
        job = self._bridge.job_of(shot.id) if shot is not None else None
        if shot is not None and job is not None and not job.is_over:
            if job.job_id != self._live_job_id:  # who scrubs away meanwhile is left alone
                self._live_shot_id, self._live_job_id = shot.id, job.job_id
        elif self._live_shot_id is not None:
            self._live_shot_id = None
            self.ask()
        self._follow_state()

    @Slot(int, object)
    def _on_feed_picture_ready(self, _frame: int, image: QImage) -> None:
        if self._live_shot_id is None or not self.screen_view.words:
            self.screen_view.show_image(image)
        self._follow_state()

    @Slot(object)
    def _on_bridge_preview_arrived(self, preview: PreviewArrived) -> None:
        shot = self._may_show_live(preview)
        if shot is None:
            return
        self._live_shot_id = shot.id
        words = f"Generating “{shot.name or 'shot'}”, frame {preview.frame + 1}"
        self.screen_view.show_image(
            preview_image(preview), f"{words} of {shot.request.frame_count}"
        )
        self._follow_state()

    @Slot()
    def _on_generate_clicked(self) -> None:
        shot = self._shot_at_playhead()
        if shot is not None:
            self._session.select_shot(shot.id)
            self._bridge.generate(shot)
