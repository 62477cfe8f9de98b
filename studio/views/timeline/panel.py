"""The bottom panel: the timeline with its tools and its scroll bar."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollBar, QVBoxLayout, QWidget

from studio.session.project_session import ProjectSession
from studio.session.shelf import MediaShelf
from studio.session.transport import Transport
from studio.views.action_set import ActionSet
from studio.views.panel import PanelHeader, action_button
from studio.views.timeline.canvas import TimelineCanvas


class TimelinePanel(QWidget):
    """Tools, canvas, scroll bar.

    Signals:
        files_dropped(paths, frame): files from the file manager, for this place.
    """

    files_dropped = Signal(object, int)

    def __init__(
        self,
        session: ProjectSession,
        transport: Transport,
        shelf: MediaShelf,
        actions: ActionSet,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.canvas = TimelineCanvas(session, transport, shelf)
        self._bar = QScrollBar(Qt.Orientation.Horizontal)
        header = PanelHeader("Timeline")
        for action_id, icon_name in (
            ("clip.split", "split"),
            ("clip.delete", "trash"),
            ("snap.toggle", "magnet"),
            ("zoom.out", "zoom-out"),
            ("zoom.in", "zoom-in"),
            ("zoom.fit", "fit"),
        ):
            header.row.addWidget(action_button(actions[action_id], icon_name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self.canvas, 1)
        column.addWidget(self._bar)
        self.canvas.files_dropped.connect(self.files_dropped)
        self.canvas.extent_changed.connect(self._on_canvas_extent_changed)
        self._bar.valueChanged.connect(self._on_bar_value_changed)

    @Slot(int, int, int)
    def _on_canvas_extent_changed(self, most: int, page: int, value: int) -> None:
        self._bar.setRange(0, most)
        self._bar.setVisible(most > 0)
        self._bar.setPageStep(page)
        self._bar.setSingleStep(max(1, page // 10))
        self._bar.setValue(value)

    @Slot(int)
    def _on_bar_value_changed(self, value: int) -> None:
        self.canvas.scroll_to(value)
