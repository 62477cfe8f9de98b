"""Writing takes: H.264 pictures, float WAV sound, PNG stills; each whole or not there.

The encoder is the one that PyAV brings (``libx264`` in its wheels); nothing here links it.
"""

from __future__ import annotations

import struct
from contextlib import ExitStack
from pathlib import Path

import av
import av.error
import numpy as np
from av.video.stream import VideoStream

from engine.errors import CannotHere
from engine.generation import Picture
from engine.media.colour import BT709, FromPicture
from engine.media.resampling import Stereo
from engine.media.still import write_png
from engine.media.video_file import VideoFile
from engine.media.whole_file import check_folder, whole_file
from engine.timing import SAMPLE_RATE_HZ, FrameRate

__all__ = ["TakeWriter", "VideoWriter", "write_png", "write_wav"]

ENCODER_THREADS = 2
"""Fixed, since the number of threads changes x264's output: same request, same file."""

TAKE_CRF = 14


class VideoWriter(VideoFile):
    """Writes an H.264 mp4 without sound: every picture a frame, quick to enter anywhere.

    No B-frames and a key frame at least every ``gop`` frames (half a second by default).  The file
    appears under its name when ``close`` returns; leaving the ``with`` block by an exception, or
    ``abandon``, leaves nothing.

    Args:
        width_px, height_px: even.
        crf: 0 lossless to 51; 14 is hard to tell from the original.

    Raises:
        CannotHere: the folder cannot be written, or there is no H.264 encoder.
    """

    def __init__(
        self,
        path: Path,
        width_px: int,
        height_px: int,
        rate: FrameRate,
        *,
        crf: int = TAKE_CRF,
        gop: int | None = None,
    ) -> None:
        if width_px % 2 or height_px % 2:
            raise ValueError(f"a video of {width_px}x{height_px} needs even sides")
        check_folder(path)
        super().__init__()
        self._shape = (height_px, width_px, 3)
        self._folder = path.parent
        self._from_picture = FromPicture()
        self._open = ExitStack()
        temporary = self._open.enter_context(whole_file(path))
        with self._open:
            self._container = av.open(str(temporary), "w", format="mp4")
            self._open.callback(self._container.close)
            self._stream = add_h264(
                self._container,
                (width_px, height_px),
                rate,
                crf=crf,
                gop=gop or max(1, round(rate.fraction / 2)),
                preset="veryfast",
                b_frames=0,
            )
            self._open = self._open.pop_all()

    def write(self, picture: Picture) -> None:
        """Appends a frame: (height, width, 3) uint8 sRGB.

        Raises:
            CannotHere: the disk is full.
        """
        if picture.shape != self._shape or picture.dtype != np.uint8:
            raise ValueError(f"a picture of {picture.shape} {picture.dtype}, not {self._shape}")
        self._append(self._from_picture(picture))


TakeWriter = VideoWriter
"""What generators write their pictures with."""


def add_h264(
    container: av.container.OutputContainer,
    size_px: tuple[int, int],
    rate: FrameRate,
    *,
    crf: int,
    gop: int,
    preset: str,
    b_frames: int,
) -> VideoStream:
    """Adds an H.264 stream, yuv420p, BT.709 limited range and tagged so.

    Raises:
        CannotHere: PyAV was built without an H.264 encoder.
    """
    try:
        stream = container.add_stream(
            "libx264",
            rate=rate.fraction,
            options={"crf": str(crf), "preset": preset, "sc_threshold": "40"},
        )
    except ValueError as error:
        raise CannotHere(
            "This installation of PyAV has no H.264 encoder; install the av package from PyPI."
        ) from error
    context = stream.codec_context
    stream.width, stream.height, stream.pix_fmt = *size_px, "yuv420p"
    context.time_base = 1 / rate.fraction
    context.gop_size = gop
    context.max_b_frames = b_frames
    context.thread_count = ENCODER_THREADS
    context.color_range = 1  # limited
    context.colorspace = context.color_primaries = context.color_trc = BT709
    return stream


def write_wav(path: Path, samples: Stereo) -> None:
    """Writes 48 kHz stereo as 32-bit float WAV; the file is whole or not there.

    Args:
        samples: (count, 2) float32.

    Raises:
        CannotHere: the folder cannot be written or the disk is full.
    """
    if samples.ndim != 2 or samples.shape[1] != 2:
        raise ValueError(f"stereo samples have the shape (count, 2), not {samples.shape}")
    data = np.ascontiguousarray(samples, "<f4").tobytes()
    form = struct.pack("<HHIIHHH", 3, 2, SAMPLE_RATE_HZ, SAMPLE_RATE_HZ * 8, 8, 32, 0)
    chunks = (
        (b"fmt ", form),
        (b"fact", struct.pack("<I", len(samples))),
        (b"data", data),
    )
    body = b"WAVE" + b"".join(name + struct.pack("<I", len(part)) + part for name, part in chunks)
    with whole_file(path) as temporary:
        temporary.write_bytes(b"RIFF" + struct.pack("<I", len(body)) + body)
