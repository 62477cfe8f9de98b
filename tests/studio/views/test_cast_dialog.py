"""The cast dialog gives names a look, a voice and a model of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine import BadMedia
from engine.request import CastMember
from studio.views.dialogs import CastDialog

SHA = "ab" * 32


def _keep(path: Path) -> str:
    if path.suffix != ".glb":
        raise BadMedia(f"{path.name} is not a model.")
    return SHA


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def _dialog(parent: QWidget, *cast: CastMember) -> CastDialog:
    return CastDialog(cast, _keep, parent)


def test_a_model_goes_to_the_selected_row_and_stays_with_its_name(parent: QWidget) -> None:
    dialog = _dialog(parent, CastMember(name="Anna", description="a girl"),
                     CastMember(name="Rolo", description="a toy"))  # fmt: skip
    dialog.table.setCurrentCell(1, 0)
    dialog.take_model(Path("robot.glb"))
    anna, rolo = dialog.cast()
    assert (anna.model_sha256, rolo.model_sha256) == (None, SHA)
    assert _dialog(parent, anna, rolo).cast() == (anna, rolo)


def test_a_cleared_model_is_none(parent: QWidget) -> None:
    dialog = _dialog(parent, CastMember(name="Rolo", description="a toy", model_sha256=SHA))
    item = dialog.table.item(0, 3)
    assert item is not None
    item.setText("")
    assert dialog.cast()[0].model_sha256 is None


def test_a_file_that_is_no_model_is_said_and_changes_nothing(parent: QWidget) -> None:
    dialog = _dialog(parent, CastMember(name="Rolo", description="a toy"))
    dialog.table.setCurrentCell(0, 0)
    dialog.take_model(Path("robot.fbx"))
    assert dialog.trouble.text() == "robot.fbx is not a model."
    assert dialog.cast()[0].model_sha256 is None
