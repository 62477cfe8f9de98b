"""The inspector's third tab: the shot's takes; a click shows one, nothing is lost."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.request import request_hash
from studio.document.project import Project, Shot, Take
from studio.session.commands import FilmCommands
from studio.session.project_session import ProjectSession
from studio.session.shelf import MediaShelf
from studio.views import theme
from studio.views.panel import EmptyState

_ICON = QSize(112, 63)


class TakeList(QWidget):
    """Newest take first."""

    def __init__(
        self,
        session: ProjectSession,
        commands: FilmCommands,
        shelf: MediaShelf,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._commands = commands
        self._shelf = shelf
        self._shown: Shot | None = None
        self.list = QListWidget()
        self.list.setStyleSheet(f"QListView {{ background: {theme.PANEL}; border: none; }}")
        self.list.setIconSize(_ICON)
        self.list.setWordWrap(True)
        self.list.setAccessibleName("Takes")
        self._recall = QPushButton("Recall settings")
        self._remove = QPushButton("Remove take")
        self._stack = QStackedWidget()
        self._stack.addWidget(
            EmptyState("film", "Takes appear here each time the shot is generated.")
        )
        self._stack.addWidget(self.list)
        row = QHBoxLayout()
        row.addWidget(self._recall)
        row.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACE_M_PX,) * 4)
        column.setSpacing(theme.SPACE_S_PX)
        column.addWidget(self._stack, 1)
        column.addLayout(row)
        self.list.itemClicked.connect(self._on_list_item_clicked)
        self.list.itemActivated.connect(self._on_list_item_clicked)
        self._recall.clicked.connect(self._on_recall_clicked)
        self._remove.clicked.connect(self._on_remove_clicked)
        session.project_changed.connect(self._on_session_project_changed)
        session.selection_changed.connect(self._on_session_selection_changed)
        shelf.arrived.connect(self._on_shelf_arrived)
        self._follow()

    def _follow(self, *, anew: bool = False) -> None:
        shot = self._session.selected_shot
        if shot is self._shown and not anew:
            return
        self._shown = shot
        self.list.clear()
        takes = shot.takes if shot is not None else ()
        self._stack.setCurrentIndex(1 if takes else 0)
        self._recall.setVisible(bool(takes))
        self._remove.setVisible(bool(takes))
        for number, take in reversed(list(enumerate(takes, start=1))):
            item = QListWidgetItem(self._words(number, take))
            item.setData(Qt.ItemDataRole.UserRole, take.id)
            image = self._shelf.poster(take.stored.poster_sha256)
            if image is not None:
                item.setIcon(QIcon(QPixmap.fromImage(image)))
            self.list.addItem(item)
            if shot is not None and take.id == shot.selected_take_id:
                self.list.setCurrentItem(item)

    def _words(self, number: int, take: Take) -> str:
        request = take.stored.request
        seconds = request.rate.seconds(request.frame_count)
        shot = self._shown
        fits = shot is not None and request_hash(shot.request) == take.stored.request_hash
        chosen = shot is not None and shot.selected_take_id == take.id
        first = f"Take {number}" + ("  (shown)" if chosen else "")
        return (
            f"{first}\n{seconds:.3g} s, seed {request.seed}\n"
            f"{'As the shot is now' if fits else 'Made from other settings'}"
        )

    def _current(self) -> tuple[str, str] | None:
        item = self.list.currentItem()
        if item is None or self._shown is None:
            return None
        return self._shown.id, item.data(Qt.ItemDataRole.UserRole)

    @Slot(QListWidgetItem)
    def _on_list_item_clicked(self, _item: QListWidgetItem) -> None:
        chosen = self._current()
        if chosen is None or self._shown is None:
            return
        if chosen[1] != self._shown.selected_take_id:
            self._commands.select_take(*chosen)

    @Slot()
    def _on_recall_clicked(self) -> None:
        chosen = self._current()
        if chosen is not None:
            self._commands.recall_take(*chosen)

    @Slot()
    def _on_remove_clicked(self) -> None:
        chosen = self._current()
        if chosen is not None:
            self._commands.remove_take(*chosen)

    @Slot(object, object)
    def _on_session_project_changed(self, _before: Project, _after: Project) -> None:
        self._follow()

    @Slot(object)
    def _on_session_selection_changed(self, _selection: object) -> None:
        self._follow()

    @Slot()
    def _on_shelf_arrived(self) -> None:
        self._follow(anew=True)
