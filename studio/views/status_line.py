"""The status bar: sound, jobs, saved or not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from engine.events import Running
from studio.session.engine_bridge import EngineBridge
from studio.session.project_session import ProjectSession
from studio.session.shot_status import remaining_words
from studio.session.transport import Transport
from studio.views import theme
from studio.views.icons import drawing
from studio.views.panel import label


class StatusLine(QStatusBar):
    """What holds for the whole window.

    Signals:
        jobs_asked(): the editor wants to see the jobs.
    """

    jobs_asked = Signal()

    def __init__(
        self,
        session: ProjectSession,
        bridge: EngineBridge,
        transport: Transport,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._bridge = bridge
        self._transport = transport
        self.setSizeGripEnabled(False)
        self.setFixedHeight(28)
        self._sound_mark = QLabel()
        self._sound = label("")
        self._jobs = QPushButton()
        self._jobs.setStyleSheet("padding: 1px 8px; font-size: 12px;")
        self._jobs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.set_role(self._jobs, "quiet")
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(110)
        self._saved = label("")
        left = QWidget()
        row = QHBoxLayout(left)
        row.setContentsMargins(theme.SPACE_S_PX, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sound_mark)
        row.addWidget(self._sound)
        row.addStretch(1)
        self.addWidget(left, 1)
        self.addPermanentWidget(self._bar)
        self.addPermanentWidget(self._jobs)
        self.addPermanentWidget(self._saved)
        self._jobs.clicked.connect(self.jobs_asked)
        session.file_changed.connect(self._on_session_file_changed)
        bridge.jobs_changed.connect(self._on_bridge_jobs_changed)
        transport.clock_changed.connect(self._on_transport_clock_changed)
        self._on_session_file_changed()
        self._on_bridge_jobs_changed()
        self._on_transport_clock_changed(transport.clock_note)

    @property
    def saved_words(self) -> str:
        """What it says of the file."""
        return self._saved.text()

    @Slot()
    def _on_session_file_changed(self) -> None:
        if self._session.is_dirty:
            words = "Edited, recovery copy kept"
        elif self._session.path is None:
            words = "Not saved yet"
        else:
            words = "Saved"
        self._saved.setText(words)

    @Slot()
    def _on_bridge_jobs_changed(self) -> None:
        active = self._bridge.active_jobs
        self._bar.setVisible(bool(active))
        if not active:
            self._jobs.setText("No jobs running")
            return
        running = next((job.state for job in active if isinstance(job.state, Running)), None)
        count = "1 shot" if len(active) == 1 else f"{len(active)} shots"
        left = remaining_words(running.remaining_s) if running is not None else ""
        self._jobs.setText(f"Generating {count}" + (f", {left}" if left else ""))
        self._bar.setValue(round(1000 * running.fraction) if running is not None else 0)

    @Slot(str)
    def _on_transport_clock_changed(self, note: str) -> None:
        silent = note.startswith("No ")
        mark = drawing(
            "muted" if silent else "sound", theme.AMBER if silent else theme.TEXT_SOFT, 14, 2.0
        )
        self._sound_mark.setPixmap(mark)
        self._sound.setText(note)
