"""The shot list: one card a shot, in order, and a box to write the next one."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QDataStream,
    QEvent,
    QIODevice,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.events import PreviewArrived
from studio.document.project import Project
from studio.document.queries import first_frame_of
from studio.session.commands import FilmCommands
from studio.session.engine_bridge import EngineBridge
from studio.session.project_session import ProjectSession, Selection
from studio.session.readings import Readings
from studio.session.shelf import MediaShelf
from studio.session.shot_status import shot_status
from studio.views import theme
from studio.views.action_set import ActionSet
from studio.views.job_list import preview_image
from studio.views.panel import (
    EmptyState,
    PanelHeader,
    action_button,
    label,
    primary_button,
)
from studio.views.shot_card import DOUBTS_ROLE, PREVIEW_ROLE, SHOT_ROLE, STATUS_ROLE, ShotCard

_FEWEST_LINES, _MOST_LINES = 2, 6
_MIME = "application/x-storyreel-shot-row"
Index = QModelIndex | QPersistentModelIndex


class ShotListModel(QAbstractListModel):
    """The film's shots as rows."""

    row_moved = Signal(str, int)

    def __init__(
        self,
        session: ProjectSession,
        bridge: EngineBridge,
        readings: Readings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._bridge = bridge
        self._readings = readings
        self._shots = session.project.shots
        self._previews: dict[str, QImage] = {}
        session.project_changed.connect(self._on_session_project_changed)
        bridge.jobs_changed.connect(self._on_bridge_jobs_changed)
        bridge.preview_arrived.connect(self._on_bridge_preview_arrived)
        readings.changed.connect(self._on_readings_changed)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many shots."""
        return 0 if parent.isValid() else len(self._shots)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A shot, its status, its words, what is doubtful in them, or how its take comes along."""
        shot = self._shots[index.row()]
        match role:
            case _ if role == SHOT_ROLE:
                return shot
            case _ if role == STATUS_ROLE:
                return shot_status(shot, self._bridge.job_of(shot.id))
            case _ if role == DOUBTS_ROLE:
                return self._readings.doubts(shot)
            case _ if role == PREVIEW_ROLE:
                return self._previews.get(shot.id)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                status = shot_status(shot, self._bridge.job_of(shot.id))
                lines = (shot.request.prompt, f"{status.words}. {status.detail}".strip())
                return "\n".join((*lines, *self._readings.doubts(shot)))
            case Qt.ItemDataRole.DisplayRole:
                return shot.request.prompt
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cards can be dragged between cards."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        )

    def supportedDropActions(self) -> Qt.DropAction:
        """Dragging moves."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Rows of this list only."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The dragged row."""
        packed = QByteArray()
        QDataStream(packed, QIODevice.OpenModeFlag.WriteOnly).writeInt32(indexes[0].row())
        data = QMimeData()
        data.setData(_MIME, packed)
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, _column: int, _parent: Index
    ) -> bool:
        """Asks for the move; the film's change moves the row."""
        if action != Qt.DropAction.MoveAction or not data.hasFormat(_MIME):
            return False
        source = QDataStream(data.data(_MIME)).readInt32()
        target = len(self._shots) if row < 0 else row
        if target > source:
            target -= 1
        if target != source:
            self.row_moved.emit(self._shots[source].id, target)
        return False

    def row_of(self, shot_id: str | None) -> int:
        """The shot's row, -1 when it is not there."""
        return next((row for row, shot in enumerate(self._shots) if shot.id == shot_id), -1)

    @Slot(object, object)
    def _on_session_project_changed(self, _before: Project, after: Project) -> None:
        old, new = self._shots, after.shots
        if old is new:
            return
        if [shot.id for shot in old] != [shot.id for shot in new]:
            self.beginResetModel()
            self._shots = new
            self.endResetModel()
            return
        self._shots = new
        for row, (was, now) in enumerate(zip(old, new, strict=True)):
            if was is not now:
                self.dataChanged.emit(self.index(row), self.index(row))

    def _redraw(self) -> None:
        if self._shots:
            self.dataChanged.emit(self.index(0), self.index(len(self._shots) - 1))

    @Slot()
    def _on_readings_changed(self) -> None:
        self._redraw()

    @Slot(object)
    def _on_bridge_preview_arrived(self, preview: PreviewArrived) -> None:
        """The newest picture of a take in the making stands on its shot's card."""
        job = next((job for job in self._bridge.active_jobs if job.job_id == preview.job_id), None)
        if job is not None:
            self._previews[job.shot_id] = preview_image(preview)
            row = self.row_of(job.shot_id)
            if row >= 0:
                self.dataChanged.emit(self.index(row), self.index(row), [PREVIEW_ROLE])

    @Slot()
    def _on_bridge_jobs_changed(self) -> None:
        busy = {job.shot_id for job in self._bridge.active_jobs}
        self._previews = {
            shot_id: image for shot_id, image in self._previews.items() if shot_id in busy
        }
        if self._shots:
            self.dataChanged.emit(self.index(0), self.index(len(self._shots) - 1), [STATUS_ROLE])


class ShotCards(QListView):
    """The cards; keeps the arrow keys and Delete for itself."""

    remove_asked = Signal()

    def event(self, event: QEvent) -> bool:
        """Keys that move in the list are not the window's while the list has the focus."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Delete)
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes the selected shot."""
        if event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)


class NewShotBox(QFrame):
    """Words for the next shot; Ctrl+Enter writes it."""

    written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "panel")
        self.words = QPlainTextEdit()
        self.words.setPlaceholderText("What happens in the next shot? Put what is said in quotes.")
        self.words.setAccessibleName("Words of the new shot")
        self.words.setTabChangesFocus(True)
        self._fit_words()
        self._write = primary_button("Write shot")
        self._write.setEnabled(False)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(
                QKeySequence(keys), self.words, context=Qt.ShortcutContext.WidgetShortcut
            )
            shortcut.activated.connect(self._on_write_clicked)
        row = QHBoxLayout()
        row.addWidget(label("Ctrl+Enter", "small"))
        row.addStretch(1)
        row.addWidget(self._write)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACE_M_PX,) * 4)
        column.setSpacing(theme.SPACE_S_PX)
        column.addWidget(self.words)
        column.addLayout(row)
        self.words.textChanged.connect(self._on_words_text_changed)
        self._write.clicked.connect(self._on_write_clicked)

    def _fit_words(self) -> None:
        """The box grows with what is written, from two lines to six."""
        blocks = self.words.document().size().height()
        lines = max(_FEWEST_LINES, min(_MOST_LINES, math.ceil(blocks)))
        margins = 2 * (self.words.document().documentMargin() + self.words.frameWidth())
        inner = lines * self.words.fontMetrics().lineSpacing()
        self.words.setFixedHeight(math.ceil(inner + margins) + 2 * theme.SPACE_S_PX)

    @Slot()
    def _on_words_text_changed(self) -> None:
        self._fit_words()
        self._write.setEnabled(bool(self.words.toPlainText().strip()))

    @Slot()
    def _on_write_clicked(self) -> None:
        words = self.words.toPlainText().strip()
        if words:
            self.written.emit(words)
            self.words.clear()


class ShotList(QWidget):
    """The left panel."""

    def __init__(
        self,
        session: ProjectSession,
        bridge: EngineBridge,
        commands: FilmCommands,
        shelf: MediaShelf,
        readings: Readings,
        actions: ActionSet,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._commands = commands
        self.model = ShotListModel(session, bridge, readings, self)
        self.cards = self._make_cards(shelf)
        self.new_shot = NewShotBox()
        self._empty = EmptyState(
            "film", "A film begins with a sentence: write what happens in your first shot below."
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.cards)
        header = PanelHeader("Shots")
        header.row.addWidget(action_button(actions["generate.changed"], "generate"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self._stack, 1)
        column.addWidget(self.new_shot)
        self.setMinimumWidth(250)
        self.model.modelReset.connect(self._on_model_reset)
        self.model.row_moved.connect(self._on_model_row_moved)
        self.cards.selectionModel().selectionChanged.connect(self._on_cards_selection_changed)
        self.cards.activated.connect(self._on_cards_activated)
        self.cards.remove_asked.connect(commands.remove_shot)
        self.new_shot.written.connect(self._on_new_shot_written)
        session.selection_changed.connect(self._on_session_selection_changed)
        shelf.arrived.connect(self._on_shelf_arrived)
        self._on_model_reset()

    def _make_cards(self, shelf: MediaShelf) -> ShotCards:
        cards = ShotCards()
        cards.setModel(self.model)
        cards.setItemDelegate(ShotCard(shelf, cards))
        cards.setMouseTracking(True)
        cards.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        cards.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        cards.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        cards.setDefaultDropAction(Qt.DropAction.MoveAction)
        cards.setFrameShape(QFrame.Shape.NoFrame)
        cards.setAccessibleName("Shots")
        cards.setStyleSheet(f"QListView {{ background: {theme.PANEL}; border: none; }}")
        return cards

    @Slot()
    def _on_model_reset(self) -> None:
        self._stack.setCurrentIndex(1 if self.model.rowCount() else 0)
        self._on_session_selection_changed(self._session.selection)

    @Slot(str, int)
    def _on_model_row_moved(self, shot_id: str, index: int) -> None:
        self._commands.place_shot(shot_id, index)

    @Slot(QItemSelection, QItemSelection)
    def _on_cards_selection_changed(self, chosen: QItemSelection, _old: QItemSelection) -> None:
        if chosen.indexes():
            shot = chosen.indexes()[0].data(SHOT_ROLE)
            if shot.id != self._session.selection.shot_id:
                self._session.select_shot(shot.id)

    @Slot(QModelIndex)
    def _on_cards_activated(self, index: QModelIndex) -> None:
        """Enter or a double click goes where the shot is in the film."""
        start = first_frame_of(self._session.project, index.data(SHOT_ROLE).id)
        if start is not None:
            self._session.move_playhead(start)

    @Slot(str)
    def _on_new_shot_written(self, words: str) -> None:
        self._commands.write_shot(words)

    @Slot(object)
    def _on_session_selection_changed(self, selection: Selection) -> None:
        row = self.model.row_of(selection.shot_id)
        if row < 0:
            self.cards.clearSelection()
        else:
            index = self.model.index(row)
            self.cards.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.cards.scrollTo(index)

    @Slot()
    def _on_shelf_arrived(self) -> None:
        self.cards.viewport().update()
