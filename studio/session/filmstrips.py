"""Small pictures along clips: decoded in the background, several of a file at a time.

A view names what it shows in one painting, between ``begin`` and the next; what is not visible any
more is not decoded any more.  Until a picture is there, the nearest one of its file stands in.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from studio.session.background import Background
from studio.session.shelf import MediaPaths, image_of

STRIP_HEIGHT_PX: Final = 72
_AT_ONCE: Final = 6
_MOST_IMAGES: Final = 1500
_REST_MS: Final = 15
_log = logging.getLogger(__name__)

Made = tuple[str, tuple[tuple[int, QImage], ...]]


class FilmStrips(QObject):
    """Keeps pictures by content hash and frame; the ones unused longest go first.

    Signals:
        arrived(): some that were asked for are there.
    """

    arrived = Signal()

    def __init__(
        self, paths: MediaPaths, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._paths = paths
        self._background = background
        self._strips: OrderedDict[str, dict[int, QImage]] = OrderedDict()
        self._wanted: dict[str, set[int]] = {}
        self._broken: set[str] = set()
        self._decoding = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._on_timer_timeout)

    def begin(self) -> None:
        """A new painting: only what it asks for is wanted."""
        self._wanted.clear()

    def picture(self, sha256: str, frame: int) -> QImage | None:
        """A frame of a stored video, ``STRIP_HEIGHT_PX`` high, or the nearest that is there."""
        strip = self._strips.get(sha256)
        found = strip.get(frame) if strip is not None else None
        if found is not None:
            return found
        if sha256 not in self._broken:
            self._wanted.setdefault(sha256, set()).add(frame)
            if not self._decoding and not self._timer.isActive():
                self._timer.start()
        if not strip:
            return None
        return strip[min(strip, key=lambda each: abs(each - frame))]

    @Slot()
    def _on_timer_timeout(self) -> None:
        if self._decoding or not self._wanted:
            return
        sha256 = next(iter(self._wanted))
        frames = sorted(self._wanted.pop(sha256))
        rest = frames[_AT_ONCE:]
        if rest:
            self._wanted[sha256] = set(rest)
        self._decoding = sha256
        task = partial(_decode, sha256, tuple(frames[:_AT_ONCE]), self._paths)
        self._background.run(task, self._on_decoded, self._on_failed)

    @Slot(object)
    def _on_decoded(self, made: Made) -> None:
        sha256, pictures = made
        self._decoding = ""
        self._strips.setdefault(sha256, {}).update(pictures)
        self._strips.move_to_end(sha256)
        while (
            len(self._strips) > 1
            and sum(len(strip) for strip in self._strips.values()) > _MOST_IMAGES
        ):
            self._strips.popitem(last=False)
        self.arrived.emit()
        self._timer.start()

    @Slot(object)
    def _on_failed(self, fault: Exception) -> None:
        _log.info("no pictures of a stored file: %s", fault)
        self._broken.add(self._decoding)
        self._decoding = ""
        self._timer.start()


def _decode(sha256: str, frames: tuple[int, ...], paths: MediaPaths) -> Made:
    """Runs in the background."""
    from engine.media.thumbnails import thumbnails  # noqa: PLC0415  (heavy: only when needed)

    pictures = thumbnails(paths.media_path(sha256), frames, STRIP_HEIGHT_PX)
    return sha256, tuple(
        (frame, image_of(picture)) for frame, picture in zip(frames, pictures, strict=True)
    )
