"""Who keeps a look and a voice through the film."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QPushButton, QTableWidgetItem, QWidget

from engine import EngineError
from engine.request import CastMember
from studio.views.dialogs.name_table import NameTableDialog
from studio.views.panel import label

_MODEL_COLUMN = 3
_MODEL_FILTER = "Models (*.glb *.gltf *.obj)"


class CastDialog(NameTableDialog):
    """A table of names, looks and voices, and of own models where the film has some.

    Args:
        keep_model: puts a model file into the library and says its SHA-256; raises
            ``EngineError`` with a sentence when it cannot.
    """

    def __init__(
        self,
        cast: tuple[CastMember, ...],
        keep_model: Callable[[Path], str],
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
        """Gives the selected row a model file, or says why it cannot have it."""
        row = self.table.currentRow()
        if row < 0:
            self._say("Select the row that the model is for, or add one.")
            return
        try:
            sha256 = self._keep_model(path)
        except EngineError as error:
            self._say(str(error))
            return
        self.trouble.hide()
        self._show_model(row, path.name, sha256)

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

    @Slot()
    def _on_own_model_clicked(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Own model", "", _MODEL_FILTER)
        if name:
            self.take_model(Path(name))
