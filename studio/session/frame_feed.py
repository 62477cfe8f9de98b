"""The picture at the playhead, decoded on a thread of its own, a little ahead while playing."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

from engine.errors import EngineError
from engine.generation import Picture
from engine.media.edit_list import EditList
from studio.session.shelf import image_of

_AHEAD_FRAMES: Final = 12
_KEPT_BYTES: Final = 96 << 20
_log = logging.getLogger(__name__)

PictureSource = Callable[[int], Picture]


class FrameFeed(QObject):
    """Answers ``want(frame)`` with ``picture_ready(frame, image)``; newer wishes overtake.

    Signals:
        picture_ready(frame, image): for the newest wish.
        trouble(sentence): a file of the film cannot be read.
    """

    picture_ready = Signal(int, object)
    trouble = Signal(str)
    _decoded = Signal(int, int, object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._change = threading.Condition()
        self._edit_list: EditList | None = None
        self._generation = 0
        self._wanted = -1
        self._direction = 0
        self._is_open = True
        self._kept: OrderedDict[int, QImage] = OrderedDict()
        self._decoded.connect(self._on_decoded, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name="storyreel-frames", daemon=True)
        self._thread.start()

    def show_film(self, edit_list: EditList) -> None:
        """Shows another edit from now on."""
        with self._change:
            self._edit_list = edit_list
            self._generation += 1
            self._kept.clear()
            self._change.notify()

    def want(self, frame: int, direction: int = 0) -> None:
        """Asks for a frame; ``direction`` 1 or -1 also decodes ahead that way."""
        with self._change:
            self._wanted, self._direction = frame, direction
            ready = self._kept.get(frame)
            self._change.notify()
        if ready is not None:
            self.picture_ready.emit(frame, ready)

    def close(self) -> None:
        """Ends the thread."""
        with self._change:
            self._is_open = False
            self._change.notify()
        self._thread.join()

    def _work(self) -> None:
        """Runs on the feed's thread."""
        source: PictureSource | None = None
        close: Callable[[], None] | None = None
        shown = -1
        while True:
            with self._change:
                frame = self._next_frame()
                while self._is_open and frame is None and shown == self._generation:
                    self._change.wait()
                    frame = self._next_frame()
                if not self._is_open:
                    break
                generation, edit_list = self._generation, self._edit_list
            try:
                if shown != generation and edit_list is not None:
                    if close is not None:
                        close()
                    source, close = _open(edit_list)
                    shown = generation
                if frame is not None and source is not None:
                    self._deliver(generation, frame, source(frame))
                shown = generation
            except EngineError as error:
                shown = generation
                self._give_up(generation, frame, str(error))
        if close is not None:
            close()

    def _next_frame(self) -> int | None:
        """The nearest frame that is wanted and not there yet (lock held)."""
        if self._edit_list is None or self._wanted < 0:
            return None
        reach = _AHEAD_FRAMES if self._direction else 1
        last = max(0, self._edit_list.frame_count - 1)
        for step in range(reach):
            frame = self._wanted + step * (self._direction or 1)
            if 0 <= frame <= last and frame not in self._kept:
                return frame
        return None

    def _deliver(self, generation: int, frame: int, picture: Picture) -> None:
        image = image_of(picture)
        with self._change:
            if generation != self._generation:
                return
            self._kept[frame] = image
            limit = max(2 * _AHEAD_FRAMES, _KEPT_BYTES // max(1, image.sizeInBytes()))
            while len(self._kept) > limit:
                self._kept.popitem(last=False)
        self._decoded.emit(generation, frame, image, "")

    def _give_up(self, generation: int, frame: int | None, sentence: str) -> None:
        """A frame that cannot be made is black, and is said once."""
        black = QImage(16, 9, QImage.Format.Format_RGB888)
        black.fill(Qt.GlobalColor.black)
        with self._change:
            if frame is not None and generation == self._generation:
                self._kept[frame] = black
        self._decoded.emit(generation, -1 if frame is None else frame, black, sentence)

    @Slot(int, int, object, str)
    def _on_decoded(self, generation: int, frame: int, image: QImage, sentence: str) -> None:
        if generation != self._generation:
            return
        if sentence:
            self.trouble.emit(sentence)
        if frame == self._wanted:
            self.picture_ready.emit(frame, image)


def _open(edit_list: EditList) -> tuple[PictureSource, Callable[[], None]]:
    from engine.media.playout import Playout  # noqa: PLC0415  (heavy: only on this thread)

    playout = Playout(edit_list)
    return playout.picture, playout.close
