"""PySide6 6.12.0 loses a reference to ``True`` at every emit and aborts the process in the end."""

from __future__ import annotations

import sys

import PySide6
from PySide6.QtCore import QObject, Signal, Slot

EMITS = 5_000


class Bell(QObject):
    rung = Signal()
    told = Signal(object)
    counted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.heard = 0
        self.told.connect(self._on_told)

    @Slot(object)
    def _on_told(self, what: object) -> None:
        self.heard += 1


def test_qt_is_older_than_the_release_that_loses_references() -> None:
    major, minor = (int(part) for part in PySide6.__version__.split(".")[:2])
    assert (6, 11) <= (major, minor) < (6, 12)


def test_emitting_keeps_the_references_to_true_and_false(qapp: object) -> None:
    bell = Bell()
    bell.told.emit(True)
    before = sys.getrefcount(True), sys.getrefcount(False), sys.getrefcount(None)
    for _ in range(EMITS):
        bell.rung.emit()
        bell.told.emit(True)
        bell.counted.emit(1)
    after = sys.getrefcount(True), sys.getrefcount(False), sys.getrefcount(None)
    lost = [was - now for was, now in zip(before, after, strict=True)]
    assert bell.heard == EMITS + 1
    assert max(abs(count) for count in lost) < EMITS // 50, lost
