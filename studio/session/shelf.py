"""Pictures and waveforms that views show of stored media: made once, in the background.

A view asks; what is there comes at once, what is not there yet comes with ``arrived``.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from functools import partial
from pathlib import Path
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from engine.generation import Picture
from studio.session.background import Background

SAMPLES_PER_PEAK: Final = 128
_MAX_ENTRIES: Final = 600

Peaks = NDArray[np.float32]
Key = tuple[str, str]
_log = logging.getLogger(__name__)


class MediaPaths(Protocol):
    """Where stored files are."""

    def media_path(self, sha256: str) -> Path:
        """The file's path; raises ``BadMedia`` when it is gone."""
        ...


def image_of(picture: Picture) -> QImage:
    """A picture as Qt draws it (a copy: the array may go)."""
    rows = np.ascontiguousarray(picture)
    height, width, _ = rows.shape
    return QImage(rows.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


class MediaShelf(QObject):
    """Keeps what was made; the oldest unused entries go first.

    Signals:
        arrived(): something that was asked for is there now.
    """

    arrived = Signal()

    def __init__(
        self, paths: MediaPaths, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._paths = paths
        self._background = background
        self._images: OrderedDict[Key, QImage] = OrderedDict()
        self._peaks: OrderedDict[Key, Peaks] = OrderedDict()
        self._asked: set[Key] = set()

    def poster(self, sha256: str) -> QImage | None:
        """A stored still, at most 270 pixels high."""
        return self._image(("still", sha256))

    def peaks(self, sha256: str) -> Peaks | None:
        """(n, 2) minima and maxima of every ``SAMPLES_PER_PEAK`` samples of a stored sound."""
        key = ("sound", sha256)
        found = self._peaks.get(key)
        if found is None:
            self._ask(key)
        return found

    def _image(self, key: Key) -> QImage | None:
        found = self._images.get(key)
        if found is None:
            self._ask(key)
        else:
            self._images.move_to_end(key)
        return found

    def _ask(self, key: Key) -> None:
        if key not in self._asked:
            self._asked.add(key)
            task = partial(_make, key, self._paths)
            self._background.run(task, self._on_made, self._on_failed)

    @Slot(object)
    def _on_made(self, made: tuple[Key, QImage | Peaks]) -> None:
        key, value = made
        if isinstance(value, QImage):
            self._images[key] = value
            while len(self._images) > _MAX_ENTRIES:
                self._asked.discard(self._images.popitem(last=False)[0])
        else:
            self._peaks[key] = value
        self.arrived.emit()

    @Slot(object)
    def _on_failed(self, fault: Exception) -> None:
        _log.info("no picture of a stored file: %s", fault)


def _make(key: Key, paths: MediaPaths) -> tuple[Key, QImage | Peaks]:
    """Runs in the background."""
    kind, sha256 = key
    path = paths.media_path(sha256)
    if kind == "still":
        image = QImage(str(path))
        return key, image.scaledToHeight(min(270, max(1, image.height())))
    from engine.media.waveform import peaks  # noqa: PLC0415  (heavy: only when needed)

    return key, peaks(path, SAMPLES_PER_PEAK)
