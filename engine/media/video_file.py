"""A video file while it is written: frame after frame, whole at the end or not there."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

import av
from av.container import OutputContainer
from av.video.stream import VideoStream

from engine.errors import Cancelled
from engine.media.whole_file import machine_trouble


class VideoFile:
    """What every writer of a video does with its frames; the writer opens file and stream.

    The file appears under its name when ``close`` returns; leaving the ``with`` block by an
    exception, or ``abandon``, leaves nothing.
    """

    _folder: Path
    _container: OutputContainer
    _stream: VideoStream
    _open: ExitStack

    def __init__(self) -> None:
        self._frames_written = 0

    def _append(self, frame: av.VideoFrame) -> None:
        frame.pts = self._frames_written
        self._frames_written += 1
        try:
            self._container.mux(self._stream.encode(frame))
        except OSError as error:
            raise machine_trouble(error, self._folder) from error

    def close(self) -> None:
        """Finishes the file.

        Raises:
            CannotHere: the disk is full; then there is no file.
        """
        with self._open:
            self._container.mux(self._stream.encode(None))

    def abandon(self) -> None:
        """Stops writing; nothing is left."""
        self._open.__exit__(Cancelled, Cancelled(), None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            self.close()
        else:
            self.abandon()
