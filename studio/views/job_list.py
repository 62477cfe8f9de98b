"""Jobs: what waits, runs and has ended, with progress, time left, the picture as it comes."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.events import (
    Cancelled,
    Cancelling,
    Done,
    Failed,
    JobState,
    Loading,
    PreviewArrived,
    Queued,
    Running,
)
from studio.session.engine_bridge import EngineBridge, ShotJob
from studio.session.project_session import ProjectSession
from studio.session.shelf import MediaShelf
from studio.session.shot_status import remaining_words
from studio.views import theme
from studio.views.panel import EmptyState, icon_button, label

_PREVIEW = QSize(112, 64)


def state_words(state: JobState) -> str:
    """A job's state for people."""
    match state:
        case Queued():
            return "Waits for its turn"
        case Loading():
            return "Getting ready"
        case Running(stage=stage, fraction=fraction, remaining_s=remaining_s):
            left = remaining_words(remaining_s)
            words = f"{stage}, {round(100 * fraction)} %"
            return f"{words}, {left}" if left else words
        case Cancelling():
            return "Stopping"
        case Done(from_cache=True):
            return "Was there already"
        case Done():
            return "Finished"
        case Failed(message=message):
            return message
        case Cancelled():
            return "Stopped"
        case unreachable:
            assert_never(unreachable)


class JobCard(QFrame):
    """One job.

    Signals:
        stop_asked(job_id).
    """

    stop_asked = Signal(str)

    def __init__(self, job: ShotJob, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self._job_id = job.job_id
        self._preview = QLabel()
        self._preview.setFixedSize(_PREVIEW)
        self._preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._preview.setStyleSheet(f"background: {theme.GROUND}; border-radius: 4px;")
        self._title = label(title, "", wrap=True)
        self._state = label("", "small", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._stop = icon_button("close", "Stop this job")
        self._stop.clicked.connect(self._on_stop_clicked)
        words = QVBoxLayout()
        words.setSpacing(theme.SPACE_XS_PX)
        words.addWidget(self._title)
        words.addWidget(self._state)
        top = QHBoxLayout()
        top.addWidget(self._preview, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        top.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACE_S_PX,) * 4)
        column.setSpacing(theme.SPACE_S_PX)
        column.addLayout(top)
        column.addWidget(self._bar)
        self.show_job(job)

    @property
    def picture(self) -> QPixmap:
        """What is shown of the take; null while there is nothing."""
        return self._preview.pixmap()

    def show_job(self, job: ShotJob) -> None:
        """Follows the job's state."""
        self._state.setText(state_words(job.state))
        self._stop.setVisible(not job.is_over)
        self._bar.setVisible(not job.is_over)
        if isinstance(job.state, Running):
            self._bar.setValue(round(1000 * job.state.fraction))

    def show_picture(self, image: QImage) -> None:
        """The newest picture, or the finished take's poster."""
        scaled = image.scaled(
            _PREVIEW, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        self._preview.setPixmap(QPixmap.fromImage(scaled))

    @Slot()
    def _on_stop_clicked(self) -> None:
        self.stop_asked.emit(self._job_id)


class JobList(QWidget):
    """What runs, then what waits, in order; then what has ended, newest first."""

    def __init__(
        self,
        session: ProjectSession,
        bridge: EngineBridge,
        shelf: MediaShelf,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._bridge = bridge
        self._shelf = shelf
        self._posters: set[str] = set()
        self._cards: dict[str, JobCard] = {}
        self._clear = QPushButton("Clear finished")
        self._stop_all = QPushButton("Stop all")
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.SPACE_S_PX)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack = QStackedWidget()
        self._stack.addWidget(
            EmptyState("generate", "Shots that are being generated appear here as they come.")
        )
        self._stack.addWidget(scroll)
        row = QHBoxLayout()
        row.addWidget(self._clear)
        row.addWidget(self._stop_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACE_M_PX,) * 4)
        column.setSpacing(theme.SPACE_S_PX)
        column.addWidget(self._stack, 1)
        column.addLayout(row)
        self._clear.clicked.connect(bridge.forget_finished)
        self._stop_all.clicked.connect(bridge.cancel_all)
        bridge.jobs_changed.connect(self._on_bridge_jobs_changed)
        bridge.preview_arrived.connect(self._on_bridge_preview_arrived)
        shelf.arrived.connect(self._show_posters)
        self._on_bridge_jobs_changed()

    def _title(self, job: ShotJob) -> str:
        shot = self._session.shot(job.shot_id)
        words = " ".join(job.request.prompt.split())
        short = words if len(words) <= 44 else f"{words[:43].rstrip()}…"
        return f"{shot.name}: {short}" if shot is not None and shot.name else short

    def _arrange(self, jobs: dict[str, ShotJob]) -> None:
        """Puts the cards in order; those that are in their place stay untouched."""
        over = [job_id for job_id, job in jobs.items() if job.is_over]
        active = [job_id for job_id, job in jobs.items() if not job.is_over]
        for place, job_id in enumerate((*active, *reversed(over))):
            card = self._cards[job_id]
            if self._column.indexOf(card) != place:
                self._column.removeWidget(card)
                self._column.insertWidget(place, card)

    @Slot()
    def _show_posters(self) -> None:
        """Each finished job's card shows its take, also when it came from the cache."""
        for job in self._bridge.jobs:
            card = self._cards.get(job.job_id)
            if card is None or job.job_id in self._posters or not isinstance(job.state, Done):
                continue
            poster = self._shelf.poster(job.state.take.poster_sha256)
            if poster is not None:
                card.show_picture(poster)
                self._posters.add(job.job_id)

    @Slot()
    def _on_bridge_jobs_changed(self) -> None:
        jobs = {job.job_id: job for job in self._bridge.jobs}
        for job_id in [job_id for job_id in self._cards if job_id not in jobs]:
            card = self._cards.pop(job_id)
            self._posters.discard(job_id)
            self._column.removeWidget(card)
            card.deleteLater()
        for job_id, job in jobs.items():
            known = self._cards.get(job_id)
            if known is None:
                known = JobCard(job, self._title(job))
                known.stop_asked.connect(self._bridge.cancel)
                self._cards[job_id] = known
            else:
                known.show_job(job)
        self._arrange(jobs)
        self._show_posters()
        self._stack.setCurrentIndex(1 if jobs else 0)
        self._clear.setVisible(bool(jobs))
        self._clear.setEnabled(len(self._bridge.active_jobs) < len(jobs))
        self._stop_all.setVisible(bool(jobs))
        self._stop_all.setEnabled(bool(self._bridge.active_jobs))

    @Slot(object)
    def _on_bridge_preview_arrived(self, preview: PreviewArrived) -> None:
        card = self._cards.get(preview.job_id)
        if card is not None:
            card.show_picture(preview_image(preview))


def preview_image(preview: PreviewArrived) -> QImage:
    """A preview as Qt draws it."""
    return QImage(
        preview.rgb,
        preview.width_px,
        preview.height_px,
        3 * preview.width_px,
        QImage.Format.Format_RGB888,
    ).copy()
