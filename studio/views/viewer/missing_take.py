"""What the viewer says over the picture of a shot that has no take, and the way to one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from studio.views import theme
from studio.views.panel import label


class MissingTake(QWidget):
    """Lies over the picture while the shot at the playhead has no take.

    Its buttons leave the keyboard to the viewer, so that space plays when the take is there.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = label("", "soft", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.generate = QPushButton("Generate this shot")
        self.generate_all = QPushButton("Generate all")
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_S_PX)
        row.addStretch(1)
        for button in (self.generate, self.generate_all):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(theme.SPACE_M_PX)
        column.addStretch(1)
        column.addWidget(self.sentence)
        column.addLayout(row)
        column.addStretch(1)

    def say_busy(self, sentence: str) -> None:
        """The take is on its way."""
        self.sentence.setText(sentence)
        self.generate.hide()
        self.generate_all.hide()

    def offer(self, sentence: str, missing_shots: int, *, has_key: bool) -> None:
        """Offers to make this shot's take, and those of all shots when more need one.

        Args:
            missing_shots: how many shots of the film need a take, this one among them.
            has_key: does the G key mean this shot?
        """
        self.sentence.setText(sentence)
        self.generate.setText("Generate this shot (G)" if has_key else "Generate this shot")
        self.generate_all.setText(f"Generate all {missing_shots} (Ctrl+Shift+G)")
        offers_all = missing_shots > 1
        theme.set_role(self.generate, "" if offers_all else "primary")
        theme.set_role(self.generate_all, "primary")
        self.generate.show()
        self.generate_all.setVisible(offers_all)
