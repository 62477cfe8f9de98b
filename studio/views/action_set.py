"""The action table as Qt actions: menus and shortcuts are made here, nowhere else."""

from __future__ import annotations

import logging
import sys

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from studio.session.actions import MENUS, Action, Situation
from studio.session.project_session import REFUSALS

_log = logging.getLogger(__name__)


class TableAction(QAction):
    """One row of the table.

    Signals:
        refused(sentence): what was tried is not possible, in words.
    """

    refused = Signal(str)

    def __init__(self, row: Action, parent: QObject) -> None:
        super().__init__(row.words, parent)
        self.row = row
        self.setObjectName(row.id)
        self.setShortcuts([QKeySequence(keys) for keys in row.shortcuts])
        self.setCheckable(row.checked_when is not None)
        self.setAutoRepeat(row.group in ("step", "go", "zoom"))
        self.triggered.connect(self._on_triggered)

    def refresh(self, situation: Situation) -> None:
        """Follows how things stand."""
        title = self.row.title(situation)
        self.setText(title)
        keys = self.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{title}   {keys}" if keys else title)
        self.setEnabled(self.row.enabled_when(situation))
        if self.row.checked_when is not None:
            self.setChecked(self.row.checked_when(situation))

    @Slot()
    def _on_triggered(self) -> None:
        try:
            self.row.run()
        except REFUSALS as error:
            self.refused.emit(str(error))
        except Exception:  # border: slot wrapper; the excepthook shows and logs it once
            sys.excepthook(*sys.exc_info())


class ActionSet(QObject):
    """All actions of the window."""

    def __init__(self, table: tuple[Action, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {row.id: TableAction(row, self) for row in table}

    @property
    def all(self) -> tuple[TableAction, ...]:
        """In the order of the table."""
        return tuple(self._actions.values())

    def __getitem__(self, action_id: str) -> TableAction:
        return self._actions[action_id]

    def refresh(self, situation: Situation) -> None:
        """Follows how things stand."""
        for action in self._actions.values():
            action.refresh(situation)

    def fill(self, menu_bar: QMenuBar) -> dict[str, QMenu]:
        """Makes the menus; a line stands between groups."""
        menus: dict[str, QMenu] = {}
        for name in MENUS:
            menu = menu_bar.addMenu(name)
            menus[name] = menu
            group = ""
            for action in self.all:
                if action.row.menu != name:
                    continue
                if group and action.row.group != group:
                    menu.addSeparator()
                group = action.row.group
                menu.addAction(action)
        return menus
