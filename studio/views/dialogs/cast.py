"""Who keeps a look and a voice through the film."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPersistentModelIndex, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QPushButton, QTableWidgetItem, QWidget

from engine import EngineError
from engine.request import CastMember
from studio.session.background import Background
from studio.views.dialogs.name_table import NameTableDialog
from studio.views.panel import label

_MODEL_COLUMN = 3
_MODEL_FILTER = "Models (*.glb *.gltf *.obj)"


class CastDialog(NameTableDialog):
    """A table of names, looks and voices, and of own models where the film has some.

    Args:
        keep_model: puts a model file into the library and says its SHA-256; raises
            ``EngineError`` with a sentence when it cannot.  It runs beside the GUI thread.
        background: where it runs.
    """

    def __init__(
        self,
        cast: tuple[CastMember, ...],
        keep_model: Callable[[Path], str],
        background: Background,
        parent: QWidget,
    ) -> None:
        super().__init__(
            "Cast",
            "Whoever is named here keeps a look and a voice in every shot whose words use the "
            "name.",
            ("Name", "What it is and looks like", "Voice", "Own model"),
            parent,
        )
        self._keep_model = keep_model
        self._background = background
        self._reading: tuple[QPersistentModelIndex, str] | None = None
        self.trouble = label("", "soft", wrap=True)
        self.own_model = QPushButton("Own model…")
        self.own_model.setToolTip("Shows the selected one as a .glb, .gltf or .obj file of yours")
        self.buttons.insertWidget(2, self.own_model)
        column = self.layout()
        assert column is not None
        column.addWidget(self.trouble)
        self.trouble.hide()
        for member in cast:
            self.add_row((member.name, member.description, member.voice, ""))
            if member.model_sha256 is not None:
                self._show_model(self.table.rowCount() - 1, "in the library", member.model_sha256)
        self.own_model.clicked.connect(self._on_own_model_clicked)

    def cast(self) -> tuple[CastMember, ...]:
        """What the table says; rows without a name are left out, a cleared model is none."""
        return tuple(
            CastMember(name=name, description=looks, voice=voice, model_sha256=self._model(row))
            for row in range(self.table.rowCount())
            for name, looks, voice in (self._words(row),)
            if name
        )

    def take_model(self, path: Path) -> None:
        """Gives the selected row a model file when it is read, or says why it cannot have it."""
        row = self.table.currentRow()
        if row < 0:
            self._say("Select the row that the model is for, or add one.")
            return
        self._reading = (QPersistentModelIndex(self.table.model().index(row, 0)), path.name)
        self.own_model.setEnabled(False)
        self._say(f"Reading {path.name}…")
        self._background.run(
            partial(self._keep_model, path), self._on_model_kept, self._on_model_refused
        )

    def accept(self) -> None:
        """Closes, unless a model is still being read."""
        if self._reading is None:
            super().accept()

    def done(self, result: int) -> None:
        """Closes; what is still being read stays in the library and nowhere else."""
        self._reading = None
        super().done(result)

    def _words(self, row: int) -> tuple[str, str, str]:
        name, looks, voice = (self._text(row, column) for column in range(_MODEL_COLUMN))
        return name, looks, voice

    def _model(self, row: int) -> str | None:
        item = self.table.item(row, _MODEL_COLUMN)
        if item is None or not item.text().strip():
            return None
        sha256 = item.data(Qt.ItemDataRole.UserRole)
        return sha256 if isinstance(sha256, str) else None

    def _show_model(self, row: int, words: str, sha256: str) -> None:
        item = QTableWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, sha256)
        self.table.setItem(row, _MODEL_COLUMN, item)

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.show()

    @Slot(object)
    def _on_model_kept(self, sha256: str) -> None:
        if self._reading is None:
            return  # closed meanwhile
        place, name = self._reading
        self._reading = None
        self.own_model.setEnabled(True)
        self.trouble.hide()
        if place.isValid():
            self._show_model(place.row(), name, sha256)

    @Slot(object)
    def _on_model_refused(self, error: Exception) -> None:
        if self._reading is None:
            return
        self._reading = None
        self.own_model.setEnabled(True)
        if not isinstance(error, EngineError):
            raise error
        self._say(str(error))

    @Slot()
    def _on_own_model_clicked(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Own model", "", _MODEL_FILTER)
        if name:
            self.take_model(Path(name))
