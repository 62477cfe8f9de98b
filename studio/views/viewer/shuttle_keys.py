"""K held down makes L and J go slowly: shortcuts alone cannot say that a key is held."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from studio.session.transport import Transport

_STOP = Qt.Key.Key_K
_SHUTTLES = (Qt.Key.Key_J, Qt.Key.Key_L)


class ShuttleKeys(QObject):
    """Watches a window's keys; takes none of them."""

    def __init__(self, transport: Transport, window: QObject) -> None:
        super().__init__(window)
        self._transport = transport
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes K, J and L going down and up."""
        kind = event.type()
        if kind == QEvent.Type.WindowDeactivate:
            self._transport.hold_stop(held=False)
        elif isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            if event.key() == _STOP and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                if kind == QEvent.Type.ShortcutOverride:
                    self._transport.hold_stop(held=True)
                elif kind == QEvent.Type.KeyRelease:
                    self._transport.hold_stop(held=False)
            elif event.key() in _SHUTTLES and kind == QEvent.Type.KeyRelease:
                self._transport.end_slow()
        return super().eventFilter(watched, event)
