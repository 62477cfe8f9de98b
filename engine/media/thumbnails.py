"""Small pictures of a file's frames, for lists and timelines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from engine.generation import Picture
from engine.media.decode import PictureReader
from engine.media.probe import probe
from engine.media.resize import resized
from engine.media.still import read_image


def thumbnail(path: Path, frame: int, height_px: int) -> Picture:
    """A video's frame (or a still) at a height, its proportions kept: (height, width, 3) uint8.

    Frames after the end show the last one.

    Raises:
        BadMedia: the file cannot be read or has no picture.
    """
    return next(thumbnails(path, [frame], height_px))


def thumbnails(path: Path, frames: Iterable[int], height_px: int) -> Iterator[Picture]:
    """Several frames of one file, opened once; quickest with rising frames.

    Raises:
        BadMedia: the file cannot be read or has no picture.
    """
    if probe(path).kind == "image":
        small = _small(read_image(path), height_px)
        yield from (small for _ in frames)
        return
    with PictureReader(path) as reader:
        for frame in frames:
            index = min(max(0, frame), reader.info.frame_count - 1)
            yield _small(reader.frame(index), height_px)


def _small(picture: Picture, height_px: int) -> Picture:
    height, width = picture.shape[:2]
    return resized(picture, max(1, round(width * height_px / height)), height_px)
