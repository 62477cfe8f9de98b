"""The picture at the playhead, decoded on a thread of its own, a little ahead while playing."""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

from engine.errors import EngineError
from engine.generation import Picture
from engine.media.edit_list import EditList
from studio.session.playout_source import PlayoutSource
from studio.session.shelf import image_of

_AHEAD_FRAMES: Final = 12
_KEPT_BYTES: Final = 96 << 20
_EVERY_FRAME_UP_TO: Final = 2.0
"""Up to this speed every frame is shown; above it every second, fourth ... one."""


class FrameFeed(QObject):
    """Answers ``want(frame)`` with ``picture_ready(frame, image)``; newer wishes overtake.

    A wish that comes late is still answered unless something newer was shown meanwhile, so slow
    files are seen with fewer pictures, never with none.

    Signals:
        picture_ready(frame, image).
        trouble(sentence): a file of the film cannot be read.
    """

    picture_ready = Signal(int, object)
    trouble = Signal(str)
    _decoded = Signal(int, int, int, object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._change = threading.Condition()
        self._edit_list: EditList | None = None
        self._generation = 0
        self._wanted = -1
        self._wish = 0
        self._answered_wish = -1
        self._stride = 0
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

    def want(self, frame: int, speed: float = 0.0) -> None:
        """Asks for a frame.

        Args:
            frame: of the film.
            speed: of playback; decodes ahead in its direction, above double speed not every frame.
        """
        stride = stride_at(speed)
        if abs(stride) > 1:
            frame -= frame % stride
        with self._change:
            self._wish += 1
            self._wanted, self._stride = frame, stride
            ready = self._kept.get(frame)
            if ready is not None:
                self._answered_wish = self._wish
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
        with PlayoutSource() as source:
            while True:
                with self._change:
                    while self._is_open and self._next_frame() is None:
                        self._change.wait()
                    frame, edit_list = self._next_frame(), self._edit_list
                    generation, wish = self._generation, self._wish
                    if not self._is_open:
                        return
                    if frame != self._wanted:
                        wish = -1
                if frame is None or edit_list is None:
                    continue
                try:
                    self._deliver(generation, wish, frame, source.playout(edit_list).picture(frame))
                except EngineError as error:
                    is_new = source.is_new_fault(str(error))
                    self._give_up(generation, wish, frame, str(error) if is_new else "")

    def _next_frame(self) -> int | None:
        """The nearest frame that is wanted and not there yet (lock held)."""
        if self._edit_list is None or self._wanted < 0:
            return None
        reach = _AHEAD_FRAMES if self._stride else 1
        last = max(0, self._edit_list.frame_count - 1)
        for step in range(reach):
            frame = self._wanted + step * self._stride
            if 0 <= frame <= last and frame not in self._kept:
                return frame
        return None

    def _deliver(self, generation: int, wish: int, frame: int, picture: Picture) -> None:
        self._keep(generation, frame, image_of(picture))
        image = self._kept.get(frame)
        if image is not None:
            self._decoded.emit(generation, wish, frame, image, "")

    def _give_up(self, generation: int, wish: int, frame: int, sentence: str) -> None:
        """A frame that cannot be made is black, and is said once."""
        black = QImage(16, 9, QImage.Format.Format_RGB888)
        black.fill(Qt.GlobalColor.black)
        self._keep(generation, frame, black)
        self._decoded.emit(generation, wish, frame, black, sentence)

    def _keep(self, generation: int, frame: int, image: QImage) -> None:
        with self._change:
            if generation != self._generation:
                return
            self._kept[frame] = image
            limit = max(2 * _AHEAD_FRAMES, _KEPT_BYTES // max(1, image.sizeInBytes()))
            while len(self._kept) > limit:
                self._kept.popitem(last=False)

    @Slot(int, int, int, object, str)
    def _on_decoded(
        self, generation: int, wish: int, frame: int, image: QImage, sentence: str
    ) -> None:
        if generation != self._generation:
            return
        if sentence:
            self.trouble.emit(sentence)
        if frame == self._wanted:
            wish = self._wish
        if wish > self._answered_wish:
            self._answered_wish = wish
            self.picture_ready.emit(frame, image)


def stride_at(speed: float) -> int:
    """Frames from one shown picture to the next: 0 standing, negative backwards."""
    if speed == 0.0:
        return 0
    stride = max(1, math.ceil(abs(speed) / _EVERY_FRAME_UP_TO))
    return stride if speed > 0 else -stride
