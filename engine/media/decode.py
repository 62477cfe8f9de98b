"""Frames and samples of a file by their number, exactly, also out of order.

Frame ``i`` of a file is what it shows at ``i / rate`` seconds after its first picture, with the
rate that ``probe`` names; sample 0 of its sound is the one that sounds with the first picture.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import av.error
from av.container import InputContainer
from av.video.stream import VideoStream

from engine.closing import Closing
from engine.errors import BadMedia
from engine.generation import Picture
from engine.media.colour import ToPicture
from engine.media.container import media_words, open_media, picture_stream, start_s, time_base_of
from engine.media.probe import MediaInfo, check_size, probe, shown_size
from engine.media.resize import resized
from engine.media.sound import SoundReader, read_sound
from engine.media.still import read_image

__all__ = ["PictureReader", "SoundReader", "read_image", "read_sound"]

_KEPT_BYTES = 48 << 20
_SEEK_BEYOND_S = Fraction(1)
"""Further ahead than this it is quicker to seek than to decode everything between."""

_DECODER_THREADS = 2


class _Shown:
    """A decoded frame and the time for which it is shown (seconds on the file's clock)."""

    def __init__(self, frame: av.VideoFrame, from_s: Fraction) -> None:
        self.frame = frame
        self.from_s = from_s
        self.until_s: Fraction | None = None

    def covers(self, time_s: Fraction) -> bool:
        return self.from_s <= time_s and (self.until_s is None or time_s < self.until_s)


class PictureReader(Closing):
    """Reads a video's frames by index; quick in order, right in any order.  For one thread.

    Attributes:
        info: what ``probe`` says of the file.

    Raises:
        BadMedia: the file is no video, or is damaged.
    """

    def __init__(self, path: Path) -> None:
        self.info: MediaInfo = probe(path)
        if self.info.kind != "video":
            raise BadMedia(f"{path.name} holds no moving picture; choose a video file.")
        self._path = path
        self._container, self._stream = _opened(path)
        self._start_s = start_s(self._stream)
        self._to_picture = ToPicture()
        self._kept: OrderedDict[Fraction, _Shown] = OrderedDict()
        self._decoding: Iterator[av.VideoFrame] = iter(())
        self._ahead: _Shown | None = None
        self._last: tuple[int, Picture] | None = None
        with media_words(path):
            self._begin()

    def frame(self, index: int) -> Picture:
        """The picture of a frame: (height, width, 3) uint8, upright, square pixels.

        Raises:
            IndexError: there is no such frame.
            BadMedia: the file is damaged there.
        """
        if not 0 <= index < self.info.frame_count:
            raise IndexError(f"frame {index} of {self.info.frame_count} in {self._path.name}")
        if self._last is not None and self._last[0] == index:
            return self._last[1]
        with media_words(self._path):
            shown = self._find(index)
        picture = self._to_picture(shown.frame)
        size = shown_size(self._stream, shown.frame.rotation)
        picture = resized(picture, *size)
        picture.flags.writeable = False
        self._last = (index, picture)
        return picture

    def close(self) -> None:
        """Closes the file."""
        self._kept.clear()
        self._ahead = None
        self._decoding = iter(())
        self._container.close()

    def _find(self, index: int) -> _Shown:
        # A quarter of a frame later, since containers round time stamps (to 1 ms in Matroska).
        time_s = self._start_s + (index + Fraction(1, 4)) / self.info.rate.fraction
        for shown in self._kept.values():
            if shown.covers(time_s):
                return shown
        ahead = self._ahead
        if ahead is None or not ahead.from_s <= time_s <= ahead.from_s + _SEEK_BEYOND_S:
            self._restart_before(time_s)
        return self._advance(time_s)

    def _restart_before(self, time_s: Fraction) -> None:
        """Seeks so that decoding begins at or before a time; seeks of some formats overshoot."""
        for back_s in (0, 1, 5, 30):
            self._restart(max(self._start_s, time_s - back_s))
            if self._ahead is not None and self._ahead.from_s <= time_s:
                return
        self._container.close()
        self._container, self._stream = _opened(self._path)
        self._begin()

    def _restart(self, time_s: Fraction) -> None:
        position = int(time_s / time_base_of(self._stream))
        self._container.seek(position, stream=self._stream, backward=True)
        self._begin()

    def _begin(self) -> None:
        self._ahead = None
        self._decoding = self._decoded()
        self._ahead = self._next()

    def _advance(self, time_s: Fraction) -> _Shown:
        """Decodes forward to the frame shown at a time (the last one when the file ends first)."""
        shown = self._ahead
        if shown is None:
            raise BadMedia(f"Nothing in {self._path.name} can be decoded there; copy it again.")
        while (following := self._next()) is not None:
            shown.until_s = following.from_s
            self._ahead = following
            self._keep(shown)
            if time_s < following.from_s:
                break
            shown = following
        return shown

    def _next(self) -> _Shown | None:
        frame = next(self._decoding, None)
        if frame is None:
            return None
        ticks = frame.pts if frame.pts is not None else frame.dts
        if ticks is not None:
            return _Shown(frame, ticks * time_base_of(self._stream))
        before_s = self._ahead.from_s if self._ahead is not None else self._start_s
        return _Shown(frame, before_s + 1 / self.info.rate.fraction)

    def _decoded(self) -> Iterator[av.VideoFrame]:
        """Frames from the present place on; damaged packets are skipped, as players do."""
        packets = self._container.demux(self._stream)
        while True:
            try:
                packet = next(packets, None)
                frames = packet.decode() if packet is not None else []
            except av.error.InvalidDataError:
                continue
            if packet is None:
                return
            yield from (frame for frame in frames if isinstance(frame, av.VideoFrame))

    def _keep(self, shown: _Shown) -> None:
        """Keeps decoded frames for steps back, as many as fit into a bounded memory."""
        size_bytes = sum(plane.buffer_size for plane in shown.frame.planes)
        self._kept[shown.from_s] = shown
        self._kept.move_to_end(shown.from_s)
        while len(self._kept) > max(2, _KEPT_BYTES // max(1, size_bytes)):
            self._kept.popitem(last=False)


def _opened(path: Path) -> tuple[InputContainer, VideoStream]:
    container = open_media(path)
    stream = picture_stream(container)
    if stream is None:
        container.close()
        raise BadMedia(f"{path.name} holds no moving picture; choose a video file.")
    check_size(stream, path)
    stream.codec_context.thread_count = _DECODER_THREADS
    stream.thread_type = "AUTO"
    return container, stream
