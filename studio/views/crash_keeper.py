"""What nobody caught: the work is kept first, then it is said."""

from __future__ import annotations

import logging
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot

from studio.session.autosave import Autosave
from studio.views.dialogs import CrashDialog

_log = logging.getLogger(__name__)


class CrashKeeper(QObject):
    """Takes what nobody caught: keeps the work first, then says so (border: excepthook)."""

    _caught = Signal(str)

    def __init__(self, autosave: Autosave) -> None:
        super().__init__()
        self._autosave = autosave
        self._before = sys.excepthook
        self._dialog: CrashDialog | None = None
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._catch

    def close(self) -> None:
        """Puts the hook back that was there before."""
        sys.excepthook = self._before

    def _catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, Exception):
            self._before(kind, error, trace)
            return
        _log.critical("uncaught fault", exc_info=(kind, error, trace))
        self._caught.emit("".join(traceback.format_exception(kind, error, trace)))

    @Slot(str)
    def _on_caught(self, details: str) -> None:
        try:
            self._autosave.write_now()
            is_kept = True
        except Exception:  # border: excepthook; saying so must not fail as well
            is_kept = False
        self._dialog = CrashDialog(details, is_kept=is_kept, parent=None)
        self._dialog.show()
