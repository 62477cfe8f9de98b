"""Plays an edit list: the picture of each frame, the sound of each sample.

Preview and export both ask here, so what is heard and seen is what is written.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import numpy as np

from engine.closing import Closing
from engine.generation import Picture
from engine.media.decode import PictureReader
from engine.media.edit_list import EditList, PictureSegment, SoundSegment
from engine.media.limiter import MARGIN_SAMPLES, limited
from engine.media.resampling import Stereo
from engine.media.resize import letterboxed
from engine.media.sound import SoundReader
from engine.media.still import read_image
from engine.media.transitions import blended

_OPEN_PICTURES = 4
_OPEN_SOUNDS = 12
_KEPT_STILLS = 8


class Playout(Closing):
    """The finished film, frame by frame and sample by sample.  For one thread; close it.

    Files are opened when they are needed, and only the few used last stay open.  Errors of a file
    (``BadMedia``) come from the call that needs it.
    """

    def __init__(self, edit_list: EditList) -> None:
        self.edit_list = edit_list
        self._readers = _Recent(PictureReader, _OPEN_PICTURES)
        self._sounds = _Recent(SoundReader, _OPEN_SOUNDS)
        self._stills: OrderedDict[Path, Picture] = OrderedDict()
        self._last: tuple[tuple[Path, int], Picture] | None = None
        self._black = _read_only(
            np.zeros((edit_list.height_px, edit_list.width_px, 3), dtype=np.uint8)
        )

    def picture(self, frame: int) -> Picture:
        """What is seen at a timeline frame: (height, width, 3) uint8, read-only.

        The highest layer is seen, whole and undistorted on black; where there is none, black.

        Raises:
            BadMedia: a file is missing or damaged.
        """
        under, segment = self._seen_at(frame)
        if segment is None:
            return self._black
        picture = self._segment_picture(segment, frame)
        passed = frame - segment.start_frame
        coming = segment.transition
        if coming is None or passed >= coming.frame_count:
            return picture
        before = self._segment_picture(under, frame) if under is not None else self._black
        progress = (passed + 0.5) / coming.frame_count
        return _read_only(blended(before, picture, coming, progress))

    def sound(self, start_sample: int, count: int) -> Stereo:
        """What is heard from a timeline sample on: (count, 2) float32, peaks at most -1 dBFS.

        Raises:
            BadMedia: a file is missing or damaged.
        """
        first = start_sample - MARGIN_SAMPLES
        return limited(self._sum(first, count + 2 * MARGIN_SAMPLES))

    def close(self) -> None:
        """Closes all files."""
        self._readers.close()
        self._sounds.close()
        self._stills.clear()
        self._last = None

    def _seen_at(self, frame: int) -> tuple[PictureSegment | None, PictureSegment | None]:
        """The one that goes out beneath it, and the one that is seen: of the highest layer."""
        there = [
            segment
            for segment in self.edit_list.picture
            if segment.start_frame <= frame < segment.start_frame + segment.frame_count
        ]
        if not there:
            return None, None
        top = max(segment.layer for segment in there)
        on_top = sorted(
            (segment for segment in there if segment.layer == top),
            key=lambda segment: segment.start_frame,
        )
        return (on_top[-2] if len(on_top) > 1 else None), on_top[-1]

    def _segment_picture(self, segment: PictureSegment, frame: int) -> Picture:
        if segment.kind == "image":
            return self._still(segment.path)
        return self._moving(segment, frame)

    def _moving(self, segment: PictureSegment, frame: int) -> Picture:
        reader = self._readers.get(segment.path)
        passed = (frame - segment.start_frame) / self.edit_list.rate.fraction
        index = segment.source_start_frame + int(passed * segment.source_rate.fraction)
        index = max(0, min(index, reader.info.frame_count - 1))  # first and last stand beyond
        key = (segment.path, index)
        if self._last is None or self._last[0] != key:
            self._last = (key, self._fitted(reader.frame(index)))
        return self._last[1]

    def _still(self, path: Path) -> Picture:
        if path not in self._stills:
            self._stills[path] = self._fitted(read_image(path))
            if len(self._stills) > _KEPT_STILLS:
                self._stills.popitem(last=False)
        self._stills.move_to_end(path)
        return self._stills[path]

    def _fitted(self, picture: Picture) -> Picture:
        return _read_only(letterboxed(picture, self.edit_list.width_px, self.edit_list.height_px))

    def _sum(self, start: int, count: int) -> Stereo:
        total = np.zeros((count, 2), np.float32)
        for segment in self.edit_list.sound:
            low = max(start, segment.start_sample)
            high = min(start + count, segment.start_sample + segment.sample_count)
            if low < high:
                offset = low - segment.start_sample
                source = segment.source_start_sample + offset
                samples = self._sounds.get(segment.path).read(source, high - low)
                total[low - start : high - start] += samples * _gain(segment, offset, high - low)
        return total


def _gain(segment: SoundSegment, offset: int, count: int) -> Stereo:
    """(count, 1): the segment's gain and fades from its sample ``offset`` on."""
    gain = np.full(count, segment.gain, np.float64)
    position = np.arange(offset, offset + count)
    if segment.fade_in_samples:
        gain *= np.minimum(1.0, position / segment.fade_in_samples)
    if segment.fade_out_samples:
        left = segment.sample_count - 1 - position
        gain *= np.minimum(1.0, left / segment.fade_out_samples)
    return gain.astype(np.float32)[:, None]


def _read_only(picture: Picture) -> Picture:
    picture.flags.writeable = False
    return picture


class _Closable(Protocol):
    def close(self) -> None: ...


_Reader = TypeVar("_Reader", bound=_Closable)


class _Recent(Generic[_Reader]):
    """Readers by path; opens on demand, closes the one unused longest beyond a number."""

    def __init__(self, opener: Callable[[Path], _Reader], most: int) -> None:
        self._opener = opener
        self._most = most
        self._open: OrderedDict[Path, _Reader] = OrderedDict()

    def get(self, path: Path) -> _Reader:
        if path not in self._open:
            self._open[path] = self._opener(path)
            if len(self._open) > self._most:
                self._open.popitem(last=False)[1].close()
        self._open.move_to_end(path)
        return self._open[path]

    def close(self) -> None:
        while self._open:
            self._open.popitem()[1].close()
