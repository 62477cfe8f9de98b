"""The window: docks the panels, and does what concerns the whole window."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QMainWindow,
    QMenuBar,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from studio.document.project import Project
from studio.session.actions import action_table, situation_of
from studio.session.workplace import Workplace
from studio.views import theme
from studio.views.action_set import ActionSet
from studio.views.banner import BannerStack
from studio.views.file_drop import dropped_paths
from studio.views.film_desk import FilmDesk
from studio.views.inspector import Inspector
from studio.views.panel import action_button, primary_button
from studio.views.shot_list import ShotList
from studio.views.status_line import StatusLine
from studio.views.timeline import TimelinePanel
from studio.views.view_commands import ViewCommands
from studio.views.viewer import ShuttleKeys, Viewer
from studio.views.welcome import Welcome


class MainWindow(QMainWindow):
    """The editing room.

    Signals:
        closed(): the editor is done; everything may be closed.
    """

    closed = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._work = workplace
        self._session = workplace.session
        self.setWindowTitle("Storyreel")
        self.setAcceptDrops(True)
        self.setMinimumSize(980, 640)
        self.setDockNestingEnabled(False)
        self.desk = FilmDesk(workplace, self)
        self.view = ViewCommands(self, str(workplace.library.root))
        table = action_table(workplace.commands, workplace.transport, self.desk, self.view)
        self.actions_of_window = ActionSet(table, self)
        self._make_panels()
        self._dock_panels()
        self._make_menus()
        self.banners = BannerStack(self._centre)
        self._refresh_timer = QTimer(self)
        self._refresh_timer.setSingleShot(True)
        self._refresh_timer.setInterval(0)
        self._connect()
        self._on_refresh_timer_timeout()
        self._on_session_file_changed()
        self.resize(1440, 900)
        self.show_welcome(on=self._is_blank())

    def show_welcome(self, *, on: bool) -> None:
        """Ways to begin, instead of an empty room."""
        if on:
            self.welcome.show_recent(self._work.film.recent.paths())
        self._centre.setCurrentWidget(self.welcome if on else self.viewer)
        for dock in self._docks:
            dock.setVisible(not on)

    def begin(self) -> None:
        """After the first showing: offers work that was left behind, loads what is heavy."""
        self._work.sound.prepare()
        self.desk.offer_recovery()
        self._work.background.run(
            self._work.bridge.styles, self._on_styles_loaded, self._on_late_failed
        )

    # -- Qt ----------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks about unsaved edits first."""
        if self.desk.may_leave():
            event.accept()
            self.closed.emit()
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files from the file manager are welcome everywhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A film is opened; other files go to the end of the film."""
        self.desk.take_files(dropped_paths(event.mimeData()), None)
        event.acceptProposedAction()

    # -- putting it together -----------------------------------------------------------------

    def _make_panels(self) -> None:
        work, actions = self._work, self.actions_of_window
        self.shot_list = ShotList(
            work.session, work.bridge, work.commands, work.shelf, work.readings, actions
        )
        self.viewer = Viewer(
            work.session, work.transport, work.sound, work.feed, work.bridge, actions
        )
        self._shuttle_keys = ShuttleKeys(work.transport, self)
        self.timeline = TimelinePanel(
            work.session, work.transport, work.shelf, work.strips, work.bridge, actions
        )
        self.inspector = Inspector(work)
        self.welcome = Welcome(actions)
        self.status = StatusLine(work.session, work.bridge, work.transport)
        self.setStatusBar(self.status)

    def _dock_panels(self) -> None:
        self._centre = QStackedWidget()
        self._centre.addWidget(self.viewer)
        self._centre.addWidget(self.welcome)
        self.setCentralWidget(self._centre)
        self.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.BottomDockWidgetArea)
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.BottomDockWidgetArea)
        area = Qt.DockWidgetArea
        self._docks = (
            self._dock(self.shot_list, "Shots", area.LeftDockWidgetArea),
            self._dock(self.inspector, "Inspector", area.RightDockWidgetArea),
            self._dock(self.timeline, "Timeline", area.BottomDockWidgetArea),
        )
        self.resizeDocks(list(self._docks[:2]), [316, 330], Qt.Orientation.Horizontal)
        self.resizeDocks([self._docks[2]], [284], Qt.Orientation.Vertical)

    def _dock(self, panel: QWidget, name: str, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(name, self)
        dock.setObjectName(f"dock {name}")
        dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        dock.setTitleBarWidget(QWidget(dock))
        dock.setWidget(panel)
        self.addDockWidget(area, dock)
        return dock

    def _make_menus(self) -> None:
        bar = self.menuBar()
        self.actions_of_window.fill(bar)
        self.addActions(list(self.actions_of_window.all))
        self._export_button = primary_button("Export")
        bar.setCornerWidget(
            _corner(bar, self.actions_of_window, self._export_button), Qt.Corner.TopRightCorner
        )

    def _connect(self) -> None:
        work, session = self._work, self._session
        session.project_changed.connect(self._on_session_project_changed)
        session.project_opened.connect(self._on_session_project_opened)
        session.selection_changed.connect(self._on_situation_changed)
        session.file_changed.connect(self._on_session_file_changed)
        session.refused.connect(self.banners.show_refusal)
        session.said.connect(self.banners.show_notice)
        session.undo_stack.indexChanged.connect(self._on_situation_changed)
        work.bridge.jobs_changed.connect(self._on_situation_changed)
        work.transport.loop_changed.connect(self._on_situation_changed)
        work.programme.changed.connect(work.feed.show_film)
        work.programme.changed.connect(work.sound.show_film)
        work.sound.note_changed.connect(work.transport.clock_changed)
        work.sound.trouble.connect(self.banners.show_refusal)
        work.programme.changed.connect(self._on_programme_changed)
        work.feed.trouble.connect(self.banners.show_refusal)
        work.autosave.failed.connect(self.banners.show_refusal)
        self.inspector.shot_form.cast_asked.connect(self.desk.edit_cast)
        self.inspector.shot_form.palette_asked.connect(self.desk.choose_palette)
        self.inspector.shot_form.places_asked.connect(self.desk.edit_places)
        self.timeline.files_dropped.connect(self.desk.take_files)
        self.welcome.film_chosen.connect(self.desk.open_chosen)
        self.desk.room_asked.connect(self._on_desk_room_asked)
        self.desk.film_begun.connect(self.view.focus_new_shot)
        self.view.snap_toggled.connect(self._on_situation_changed)
        self.status.jobs_asked.connect(self.inspector.show_jobs)
        self._refresh_timer.timeout.connect(self._on_refresh_timer_timeout)
        for action in self.actions_of_window.all:
            action.refused.connect(self.banners.show_refusal)

    def _is_blank(self) -> bool:
        project = self._session.project
        return self._session.path is None and not project.shots and not project.media

    # -- slots -------------------------------------------------------------------------------

    @Slot(object, object)
    def _on_session_project_changed(self, _before: Project, _after: Project) -> None:
        self._refresh_timer.start()

    @Slot(object)
    def _on_session_project_opened(self, project: Project) -> None:
        self.show_welcome(on=False)
        self.timeline.canvas.zoom_to_fit()
        self._work.transport.stop()
        self._work.programme.renew()
        if project.shots:
            self._session.select_shot(project.shots[0].id)

    @Slot()
    def _on_desk_room_asked(self) -> None:
        self.show_welcome(on=False)

    @Slot()
    def _on_situation_changed(self) -> None:
        self._refresh_timer.start()

    @Slot()
    def _on_refresh_timer_timeout(self) -> None:
        snaps = self.timeline.canvas.snaps
        situation = situation_of(
            self._session, self._work.bridge, self._work.transport, snaps=snaps
        )
        self.actions_of_window.refresh(situation)
        self._export_button.setEnabled(situation.has_clips)

    @Slot()
    def _on_session_file_changed(self) -> None:
        self.setWindowTitle(f"{self.desk.film_name()}[*]  ·  Storyreel")
        self.setWindowModified(self._session.is_dirty)
        self._refresh_timer.start()

    @Slot(object)
    def _on_programme_changed(self, _edit_list: object) -> None:
        self.viewer.ask()

    @Slot(object)
    def _on_styles_loaded(self, styles: tuple[str, ...]) -> None:
        self.inspector.shot_form.offer_styles(styles)

    @Slot(object)
    def _on_late_failed(self, fault: Exception) -> None:
        self._session.refused.emit(str(fault))


def _corner(bar: QMenuBar, actions: ActionSet, export: QPushButton) -> QWidget:
    """Undo, redo and export, at the right end of the menu bar."""
    corner = QWidget(bar)
    row = QHBoxLayout(corner)
    row.setContentsMargins(0, 2, theme.SPACE_S_PX, 2)
    row.setSpacing(theme.SPACE_XS_PX)
    for action_id, icon_name in (("undo.undo", "undo"), ("undo.redo", "redo")):
        button = action_button(actions[action_id], icon_name)
        button.setFixedSize(28, 24)
        row.addWidget(button)
    export.setFixedHeight(24)
    export.setStyleSheet("padding: 0 14px;")
    export.clicked.connect(actions["media.export"].trigger)
    row.addWidget(export)
    return corner
