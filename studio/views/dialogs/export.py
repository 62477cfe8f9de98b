"""Export: where to, how far, stop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.media.edit_list import EditList
from studio.session.exporting import ExportRun
from studio.session.shot_status import remaining_words
from studio.views import theme
from studio.views.panel import label, primary_button


class ExportDialog(QDialog):
    """Does not stand in the way: the window can be used while it exports."""

    def __init__(
        self,
        edit_list: EditList,
        suggested: Path,
        warning: str,
        run: ExportRun,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export film")
        self._edit_list = edit_list
        self._run = run
        self._written: Path | None = None
        self.path = QLineEdit(str(suggested))
        self.path.setAccessibleName("File")
        self._choose = QPushButton("Choose…")
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        policy = self._bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(policy)
        self._bar.hide()
        self._state = label("", "soft", wrap=True)
        self._show = QPushButton("Show in folder")
        self._show.hide()
        self._close = QPushButton("Close")
        self.export = primary_button("Export")
        self._lay_out(warning)
        self._choose.clicked.connect(self._on_choose_clicked)
        self.export.clicked.connect(self._on_export_clicked)
        self._close.clicked.connect(self._on_close_clicked)
        self._show.clicked.connect(self._on_show_clicked)
        run.progressed.connect(self._on_run_progressed)
        run.finished.connect(self._on_run_finished)
        run.refused.connect(self._on_run_refused)
        run.stopped.connect(self._on_run_stopped)

    @property
    def state_words(self) -> str:
        """What it says of the export."""
        return self._state.text()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing stops the export."""
        if self._run.is_running:
            self._run.cancel()
        super().closeEvent(event)

    def _lay_out(self, warning: str) -> None:
        edit = self._edit_list
        seconds = edit.rate.seconds(edit.frame_count)
        about = (
            f"MP4 with H.264 picture and AAC sound, {edit.width_px} × {edit.height_px}, "
            f"{edit.rate} frames a second, {seconds:.1f} s."
        )
        where = QHBoxLayout()
        where.addWidget(self.path, 1)
        where.addWidget(self._choose)
        buttons = QHBoxLayout()
        buttons.addWidget(self._show)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACE_L_PX,) * 4)
        column.setSpacing(theme.SPACE_M_PX)
        column.addWidget(label(about, "soft", wrap=True))
        if warning:
            notice = label(warning, "", wrap=True)
            notice.setStyleSheet(f"color: {theme.AMBER};")
            column.addWidget(notice)
        column.addLayout(where)
        column.addWidget(self._bar)
        column.addWidget(self._state)
        column.addLayout(buttons)
        self.setMinimumWidth(560)

    def _set_running(self, on: bool) -> None:
        for widget in (self.path, self._choose, self.export):
            widget.setEnabled(not on)
        self._close.setText("Stop" if on else "Close")

    @Slot()
    def _on_choose_clicked(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Export film", self.path.text(), "Film (*.mp4)")
        if name:
            self.path.setText(name)

    @Slot()
    def _on_export_clicked(self) -> None:
        path = Path(self.path.text()).expanduser()
        if path.suffix.lower() != ".mp4":
            path = path.with_name(f"{path.name}.mp4")
            self.path.setText(str(path))
        self._bar.setValue(0)
        self._bar.show()
        self._state.setText("Beginning")
        self._show.hide()
        self._set_running(True)
        self._run.start(self._edit_list, path)

    @Slot()
    def _on_close_clicked(self) -> None:
        if self._run.is_running:
            self._run.cancel()
        else:
            self.close()

    @Slot()
    def _on_show_clicked(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))

    @Slot(float, float)
    def _on_run_progressed(self, fraction: float, remaining_s: float) -> None:
        self._bar.setValue(round(1000 * fraction))
        left = remaining_words(remaining_s)
        self._state.setText(f"{round(100 * fraction)} %" + (f", {left}" if left else ""))

    @Slot(object)
    def _on_run_finished(self, path: Path) -> None:
        self._written = path
        self._bar.setValue(1000)
        self._state.setText(f"Exported to {path}.")
        self._show.show()
        self._set_running(False)

    @Slot(str)
    def _on_run_refused(self, sentence: str) -> None:
        self._state.setText(sentence)
        self._bar.setVisible(self._run.is_running)
        self._set_running(self._run.is_running)

    @Slot()
    def _on_run_stopped(self) -> None:
        self._bar.hide()
        self._state.setText("Stopped; nothing was written.")
        self._set_running(False)
