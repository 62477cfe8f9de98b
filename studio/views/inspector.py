"""The right panel: the selected shot, how it is understood, its takes, and the jobs."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QTabWidget, QWidget

from studio.session.workplace import Workplace
from studio.views.breakdown_view import BreakdownView
from studio.views.job_list import JobList
from studio.views.shot_form import ShotForm
from studio.views.take_list import TakeList


class Inspector(QTabWidget):
    """Four pages; the last one's tab tells how many jobs there are."""

    def __init__(self, work: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = work.bridge
        self.setDocumentMode(True)
        self.setMinimumWidth(300)
        self.tabBar().setExpanding(False)
        self.tabBar().setDrawBase(False)
        self.tabBar().setUsesScrollButtons(False)
        self.shot_form = ShotForm(work.session, work.bridge, work.commands)
        self.breakdown = BreakdownView(work.session, work.background)
        self.take_list = TakeList(work.session, work.commands, work.shelf)
        self.job_list = JobList(work.session, work.bridge, work.shelf)
        for page, words in (
            (self.shot_form, "Shot"),
            (self.breakdown, "Understood"),
            (self.take_list, "Takes"),
            (self.job_list, "Jobs"),
        ):
            self.addTab(page, words)
        self._bridge.jobs_changed.connect(self._on_bridge_jobs_changed)

    @Slot()
    def show_jobs(self) -> None:
        """Brings the jobs to the front."""
        self.setCurrentWidget(self.job_list)

    def edit_words(self) -> None:
        """Puts the cursor into the selected shot's words."""
        self.setCurrentWidget(self.shot_form)
        self.shot_form.words.setFocus()

    @Slot()
    def _on_bridge_jobs_changed(self) -> None:
        count = len(self._bridge.active_jobs)
        self.setTabText(self.indexOf(self.job_list), f"Jobs ({count})" if count else "Jobs")
