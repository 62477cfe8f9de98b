"""The cast dialog gives names a look, a voice and a model of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine import BadMedia
from engine.request import CastMember
from studio.session.background import Background
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


@pytest.fixture
def background() -> Iterator[Background]:
    background = Background()
    yield background
    background.close()


def _dialog(parent: QWidget, background: Background, *cast: CastMember) -> CastDialog:
    return CastDialog(cast, _keep, background, parent)


def test_a_model_goes_to_the_selected_row_and_stays_with_its_name(
    parent: QWidget, background: Background, qtbot: QtBot
) -> None:
    dialog = _dialog(parent, background, CastMember(name="Anna", description="a girl"),
                     CastMember(name="Rolo", description="a toy"))  # fmt: skip
    dialog.table.setCurrentCell(1, 0)
    dialog.take_model(Path("robot.glb"))
    assert dialog.trouble.text() == "Reading robot.glb…"
    qtbot.waitUntil(lambda: not background.is_busy)
    anna, rolo = dialog.cast()
    assert (anna.model_sha256, rolo.model_sha256) == (None, SHA)
    assert _dialog(parent, background, anna, rolo).cast() == (anna, rolo)


def test_a_cleared_model_is_none(parent: QWidget, background: Background, qtbot: QtBot) -> None:
    dialog = _dialog(
        parent, background, CastMember(name="Rolo", description="a toy", model_sha256=SHA)
    )
    item = dialog.table.item(0, 3)
    assert item is not None
    item.setText("")
    assert dialog.cast()[0].model_sha256 is None


def test_a_file_that_is_no_model_is_said_and_changes_nothing(
    parent: QWidget, background: Background, qtbot: QtBot
) -> None:
    dialog = _dialog(parent, background, CastMember(name="Rolo", description="a toy"))
    dialog.table.setCurrentCell(0, 0)
    dialog.take_model(Path("robot.fbx"))
    qtbot.waitUntil(lambda: not background.is_busy)
    assert dialog.trouble.text() == "robot.fbx is not a model."
    assert dialog.cast()[0].model_sha256 is None


def test_a_dialog_closed_while_a_model_is_read_takes_nothing_more(
    parent: QWidget, background: Background, qtbot: QtBot
) -> None:
    dialog = _dialog(parent, background, CastMember(name="Rolo", description="a toy"))
    dialog.table.setCurrentCell(0, 0)
    dialog.take_model(Path("robot.glb"))
    dialog.accept()
    assert dialog.result() == 0  # waits for the model
    dialog.reject()
    qtbot.waitUntil(lambda: not background.is_busy)
    assert dialog.cast()[0].model_sha256 is None
