"""The bottom panel: the timeline with its tools, its scroll bar and its menus."""

from __future__ import annotations

import math
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QScrollBar, QSlider, QVBoxLayout, QWidget

from studio.document.edits import add_track, close_gap, remove_track, set_transition
from studio.document.edits.transitions import MIN_TRANSITION_FRAMES
from studio.document.project import Clip, Project, TrackKind, Transition, TransitionKind
from studio.document.queries import linked
from studio.session.engine_bridge import EngineBridge
from studio.session.filmstrips import FilmStrips
from studio.session.project_session import Edit, ProjectSession
from studio.session.shelf import MediaShelf
from studio.session.transport import Transport
from studio.views.action_set import ActionSet
from studio.views.panel import PanelHeader, action_button
from studio.views.timeline.canvas import TimelineCanvas
from studio.views.timeline.layout import Hit

_ZOOM_STEPS_PER_OCTAVE: Final = 20
_ZOOM_OCTAVES: Final = (-5, 5)
TRANSITION_SECONDS: Final = 1.0
TRANSITIONS: Final[tuple[tuple[TransitionKind | None, str], ...]] = (
    (None, "Cut"),
    ("dissolve", "Dissolve"),
    ("wipe", "Wipe"),
    ("whip", "Whip pan"),
    ("match", "Match of the subjects"),
)


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
        strips: FilmStrips,
        bridge: EngineBridge,
        actions: ActionSet,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self.canvas = TimelineCanvas(session, transport, shelf, strips, bridge)
        self._bar = QScrollBar(Qt.Orientation.Horizontal)
        self._zoom = QSlider(Qt.Orientation.Horizontal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools())
        column.addWidget(self.canvas, 1)
        column.addWidget(self._bar)
        self.canvas.files_dropped.connect(self.files_dropped)
        self.canvas.extent_changed.connect(self._on_canvas_extent_changed)
        self.canvas.scale_changed.connect(self._on_canvas_scale_changed)
        self.canvas.menu_asked.connect(self._on_canvas_menu_asked)
        self._bar.valueChanged.connect(self._on_bar_value_changed)
        self._zoom.valueChanged.connect(self._on_zoom_value_changed)

    def menu(self, found: Hit | None, frame: int) -> QMenu:
        """The menu for a place: of a clip, of a gap, or of a track's header."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if found is not None and found.clip is not None:
            self._fill_for_clip(menu, found.clip)
        elif frame >= 0:
            if found is not None:
                edit = partial(_with_gap_closed, track_id=found.track.id, frame=frame)
                _add(menu, "Close this gap", ("Close gap", edit))
            menu.addAction(self._actions["clip.split"])
            menu.addAction(self._actions["media.import"])
        if frame < 0 or found is None or found.clip is None:
            self._fill_for_tracks(menu, found)
        menu.triggered.connect(self._on_menu_triggered)
        return menu

    def _tools(self) -> PanelHeader:
        header = PanelHeader("Timeline")
        for action_id, icon_name in (
            ("clip.split", "split"),
            ("clip.delete", "trash"),
            ("snap.toggle", "magnet"),
        ):
            header.row.addWidget(action_button(self._actions[action_id], icon_name))
        header.row.addSpacing(12)
        low, high = (octave * _ZOOM_STEPS_PER_OCTAVE for octave in _ZOOM_OCTAVES)
        self._zoom.setRange(low, high)
        self._zoom.setFixedWidth(110)
        self._zoom.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._zoom.setToolTip("Zoom")
        self._zoom.setAccessibleName("Zoom")
        header.row.addWidget(action_button(self._actions["zoom.out"], "zoom-out"))
        header.row.addWidget(self._zoom)
        header.row.addWidget(action_button(self._actions["zoom.in"], "zoom-in"))
        header.row.addWidget(action_button(self._actions["zoom.fit"], "fit"))
        return header

    def _fill_for_clip(self, menu: QMenu, clip: Clip) -> None:
        for action_id in ("clip.split", "clip.delete", "clip.ripple"):
            menu.addAction(self._actions[action_id])
        self._fill_transitions(menu, clip)
        menu.addSeparator()
        for action_id in ("generate.shot", "generate.stop", "write.words"):
            action = self._actions[action_id]
            if action.isEnabled():
                menu.addAction(action)

    def _fill_transitions(self, menu: QMenu, clip: Clip) -> None:
        """How the clip, or the picture that it is linked to, comes in."""
        film = self._session.project
        picture = next((one for track, one in linked(film, clip.id) if track.kind == "video"), None)
        if picture is None:
            return
        chosen = picture.transition.kind if picture.transition is not None else None
        count = round(TRANSITION_SECONDS * film.rate.fraction)
        count = min(max(count, MIN_TRANSITION_FRAMES), picture.frame_count)
        offered = menu.addMenu("Come in by")
        for kind, words in TRANSITIONS:
            transition = None if kind is None else Transition(kind=kind, frame_count=count)
            edit = partial(_with_transition, clip_id=picture.id, transition=transition)
            action = offered.addAction(words)
            action.setCheckable(True)
            action.setChecked(kind == chosen)
            action.setData(("Change transition", edit))

    def _fill_for_tracks(self, menu: QMenu, found: Hit | None) -> None:
        if not menu.isEmpty():
            menu.addSeparator()
        kinds: tuple[TrackKind, ...] = ("video", "sound")
        for kind in kinds:
            edit = partial(_with_track, kind=kind)
            _add(menu, f"Add a {kind} track", (f"Add {kind} track", edit))
        if found is not None:
            edit = partial(_without_track, track_id=found.track.id)
            _add(menu, f"Remove track {found.track.name}", ("Remove track", edit))

    @Slot(QAction)
    def _on_menu_triggered(self, action: QAction) -> None:
        chosen: tuple[str, Edit] | None = action.data()
        if isinstance(chosen, tuple):
            self._session.apply(*chosen)

    @Slot(object, int, QPoint)
    def _on_canvas_menu_asked(self, found: Hit | None, frame: int, place: QPoint) -> None:
        self.menu(found, frame).popup(place)

    @Slot(int, int, int)
    def _on_canvas_extent_changed(self, most: int, page: int, value: int) -> None:
        self._bar.blockSignals(True)
        self._bar.setRange(0, most)
        self._bar.setVisible(most > 0)
        self._bar.setPageStep(page)
        self._bar.setSingleStep(max(1, page // 10))
        self._bar.setValue(value)
        self._bar.blockSignals(False)

    @Slot()
    def _on_canvas_scale_changed(self) -> None:
        octave = math.log2(self.canvas.scale.px_per_frame)
        self._zoom.blockSignals(True)
        self._zoom.setValue(round(octave * _ZOOM_STEPS_PER_OCTAVE))
        self._zoom.blockSignals(False)

    @Slot(int)
    def _on_bar_value_changed(self, value: int) -> None:
        self.canvas.scroll_to(value)

    @Slot(int)
    def _on_zoom_value_changed(self, value: int) -> None:
        self.canvas.zoom_to(2.0 ** (value / _ZOOM_STEPS_PER_OCTAVE))


def _add(menu: QMenu, words: str, chosen: tuple[str, Edit]) -> None:
    menu.addAction(words).setData(chosen)


def _with_transition(project: Project, *, clip_id: str, transition: Transition | None) -> Project:
    return set_transition(project, clip_id, transition)


def _with_gap_closed(project: Project, *, track_id: str, frame: int) -> Project:
    return close_gap(project, track_id, frame)


def _with_track(project: Project, *, kind: TrackKind) -> Project:
    return add_track(project, kind)


def _without_track(project: Project, *, track_id: str) -> Project:
    return remove_track(project, track_id)
