"""A box for a number that says so when what is typed is out of its range."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox

from studio.views import theme


class LengthBox(QDoubleSpinBox):
    """Seconds; anything may be typed, but only what is possible stays.

    Signals:
        refused(sentence): what was typed is not possible; the length before it stays.
    """

    refused = Signal(str)

    def __init__(self, lowest_s: float, highest_s: float) -> None:
        super().__init__()
        self.setRange(lowest_s, highest_s)
        self.setDecimals(2)
        self.setSingleStep(0.5)
        self.setSuffix(" s")
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(theme.SPACE_S_PX, 0, theme.SPACE_S_PX, 0)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Nothing is impossible while it is being typed."""
        state, text, position = super().validate(text, position)
        if state == QValidator.State.Invalid:
            state = QValidator.State.Intermediate
        return state, text, position

    def fixup(self, text: str) -> str:
        """What is not possible is said; Qt then puts the value before it back."""
        typed = text.removesuffix(self.suffix()).strip()
        lowest, highest = self.minimum(), self.maximum()
        self.refused.emit(
            f"A shot lasts from {lowest:g} to {highest:g} s, not “{typed}”: "
            f"it stays {self.value():g} s long."
        )
        return self.textFromValue(self.value()) + self.suffix()
