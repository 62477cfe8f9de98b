"""Notices that do not stand in the way: a refusal stays until closed, a notice goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from studio.views import theme
from studio.views.icons import drawing
from studio.views.panel import icon_button, label

_NOTICE_MS = 4000
_REFUSAL_MS = 12_000
_MAX_SHOWN = 4


class Banner(QFrame):
    """One sentence."""

    def __init__(self, sentence: str, *, is_refusal: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.sentence = sentence
        theme.set_role(self, "refusal" if is_refusal else "notice")
        mark = QLabel()
        tint = theme.FAILED if is_refusal else theme.TEAL
        mark.setPixmap(drawing("warning" if is_refusal else "check", tint, 20, 2.0))
        words = label(sentence, "", wrap=True)
        close = icon_button("close", "Close this notice")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(
            theme.SPACE_M_PX, theme.SPACE_S_PX, theme.SPACE_S_PX, theme.SPACE_S_PX
        )
        row.setSpacing(theme.SPACE_M_PX)
        row.addWidget(mark)
        row.addWidget(words, 1)
        row.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._timer.start(_REFUSAL_MS if is_refusal else _NOTICE_MS)

    def again(self) -> None:
        """The same was said once more: it stays longer."""
        self._timer.start(_REFUSAL_MS)


class BannerStack(QWidget):
    """Banners at the top of the middle of their host."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._banners: list[Banner] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.SPACE_S_PX)
        host.installEventFilter(self)
        self.hide()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is shown now."""
        return tuple(banner.sentence for banner in self._banners if not banner.isHidden())

    @Slot(str)
    def show_refusal(self, sentence: str) -> None:
        """Says why something was not done."""
        self._show(sentence, is_refusal=True)

    @Slot(str)
    def show_notice(self, sentence: str) -> None:
        """Says that something was done."""
        self._show(sentence, is_refusal=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the host's size; lets the stack go when all banners were closed."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        elif event.type() == QEvent.Type.Hide and isinstance(watched, Banner):
            self._sweep()
        return super().eventFilter(watched, event)

    def _show(self, sentence: str, *, is_refusal: bool) -> None:
        for banner in self._banners:
            if banner.sentence == sentence and not banner.isHidden():
                banner.again()
                return
        banner = Banner(sentence, is_refusal=is_refusal, parent=self)
        banner.installEventFilter(self)
        self._banners.append(banner)
        self._column.addWidget(banner)
        banner.show()
        while len(self._banners) > _MAX_SHOWN:
            self._banners[0].hide()
        self.show()
        self._place()
        self.raise_()

    def _sweep(self) -> None:
        for banner in [each for each in self._banners if each.isHidden()]:
            self._banners.remove(banner)
            self._column.removeWidget(banner)
            banner.deleteLater()
        if self._banners:
            self._place()
        else:
            self.hide()

    def _place(self) -> None:
        width = min(640, self._host.width() - 2 * theme.SPACE_L_PX)
        self.setFixedWidth(width)
        self._column.activate()
        height = self._column.heightForWidth(width)
        self.setGeometry(
            (self._host.width() - width) // 2,
            theme.SPACE_L_PX,
            width,
            max(height, self._column.sizeHint().height()),
        )
