"""The two questions that cannot wait: unsaved edits, and work left behind by a crash."""

from __future__ import annotations

import datetime
from enum import Enum

from PySide6.QtWidgets import QMessageBox, QWidget

from studio.document.journal import Recoverable


class UnsavedChoice(Enum):
    """What becomes of unsaved edits."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class RecoveryChoice(Enum):
    """What becomes of work that was left behind."""

    RECOVER = "recover"
    DISCARD = "discard"
    LATER = "later"


def ask_unsaved(title: str, parent: QWidget) -> UnsavedChoice:
    """Save, discard, or stay."""
    box = QMessageBox(parent)
    box.setWindowTitle("Unsaved edits")
    box.setText(f"“{title}” has edits that are not saved.")
    box.setInformativeText("Save them before going on?")
    save = box.addButton("Save", QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton("Discard edits", QMessageBox.ButtonRole.DestructiveRole)
    box.addButton("Cancel", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.exec()
    clicked = box.clickedButton()
    if clicked is save:
        return UnsavedChoice.SAVE
    return UnsavedChoice.DISCARD if clicked is discard else UnsavedChoice.CANCEL


def ask_recovery(left_behind: Recoverable, parent: QWidget) -> RecoveryChoice:
    """Recover, throw away, or decide another time."""
    film = left_behind.film.project
    written = datetime.datetime.fromtimestamp(left_behind.written_utc_s)
    name = left_behind.film_path.stem if left_behind.film_path is not None else film.title
    shots = "1 shot" if len(film.shots) == 1 else f"{len(film.shots)} shots"
    box = QMessageBox(parent)
    box.setWindowTitle("Recover edits")
    box.setText(f"“{name}” was not closed properly.")
    box.setInformativeText(
        f"Its edits up to {written:%d %B, %H:%M:%S} were kept ({shots}). Recover them?"
    )
    recover = box.addButton("Recover", QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton("Throw away", QMessageBox.ButtonRole.DestructiveRole)
    box.addButton("Decide later", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(recover)
    box.exec()
    clicked = box.clickedButton()
    if clicked is recover:
        return RecoveryChoice.RECOVER
    return RecoveryChoice.DISCARD if clicked is discard else RecoveryChoice.LATER
