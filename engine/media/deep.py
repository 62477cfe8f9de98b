"""Pictures of more than eight bits: OpenEXR, 16-bit PNG and lossless FFV1 video.

OpenEXR is written here: scan lines in blocks of sixteen, ZIP compression with its predictor.
Source: "OpenEXR File Layout" of the Academy Software Foundation (file format, ZIP compression).
"""

from __future__ import annotations

import struct
import zlib
from contextlib import ExitStack
from pathlib import Path

import av
import av.error
import numpy as np
from av.video.stream import VideoStream
from numpy.typing import NDArray

from engine.errors import CannotHere
from engine.media.video_file import VideoFile
from engine.media.whole_file import whole_file
from engine.timing import FrameRate

Deep = NDArray[np.uint16]
Floats = NDArray[np.float32]

_EXR_MAGIC, _EXR_VERSION = 20000630, 2
_BLOCK_LINES = 16
_ZIP = 3
_FLOAT = 2
_CHANNELS = {1: ("Y",), 2: ("R", "G"), 3: ("R", "G", "B")}


def write_exr(path: Path, values: Floats) -> None:
    """Writes 32-bit float OpenEXR; the file is whole or not there.

    Args:
        values: (h, w) as channel Y, (h, w, 2) as R and G, (h, w, 3) as R, G and B.

    Raises:
        CannotHere: the folder cannot be written or the disk is full.
    """
    planes = values[..., None] if values.ndim == 2 else values
    height, width, count = planes.shape
    names = _CHANNELS[count]
    order = np.argsort(names)
    # Within a block the lines lie one below the other, and in each line channel by channel.
    lines = np.ascontiguousarray(planes[:, :, order].transpose(0, 2, 1), "<f4")
    blocks = [
        _exr_block(first, lines[first : first + _BLOCK_LINES].tobytes())
        for first in range(0, height, _BLOCK_LINES)
    ]
    header = _exr_header(width, height, tuple(names[index] for index in order))
    offset = len(header) + 8 * len(blocks)
    offsets: list[int] = []
    for block in blocks:
        offsets.append(offset)
        offset += len(block)
    with whole_file(path) as temporary:
        temporary.write_bytes(
            header + struct.pack(f"<{len(offsets)}Q", *offsets) + b"".join(blocks)
        )


def _exr_header(width: int, height: int, names: tuple[str, ...]) -> bytes:
    channels = b"".join(
        name.encode() + b"\0" + struct.pack("<iB3xii", _FLOAT, 0, 1, 1) for name in names
    )
    window = struct.pack("<4i", 0, 0, width - 1, height - 1)
    attributes = (
        ("channels", "chlist", channels + b"\0"),
        ("compression", "compression", bytes([_ZIP])),
        ("dataWindow", "box2i", window),
        ("displayWindow", "box2i", window),
        ("lineOrder", "lineOrder", b"\0"),
        ("pixelAspectRatio", "float", struct.pack("<f", 1.0)),
        ("screenWindowCenter", "v2f", struct.pack("<2f", 0.0, 0.0)),
        ("screenWindowWidth", "float", struct.pack("<f", 1.0)),
    )
    body = b"".join(
        name.encode() + b"\0" + kind.encode() + b"\0" + struct.pack("<i", len(value)) + value
        for name, kind, value in attributes
    )
    return struct.pack("<ii", _EXR_MAGIC, _EXR_VERSION) + body + b"\0"


def _exr_block(first_line: int, raw: bytes) -> bytes:
    """Bytes of even and odd places apart, then differences, then deflate; raw when that is less."""
    plain = np.frombuffer(raw, np.uint8)
    parted = np.concatenate([plain[0::2], plain[1::2]]).astype(np.int16)
    steps = parted.copy()
    steps[1:] = parted[1:] - parted[:-1] + 128
    packed = zlib.compress((steps & 0xFF).astype(np.uint8).tobytes(), 4)
    data = packed if len(packed) < len(raw) else raw
    return struct.pack("<ii", first_line, len(data)) + data


def write_deep_png(path: Path, values: Deep) -> None:
    """Writes 16-bit grey (h, w) or RGB (h, w, 3) PNG; the file is whole or not there.

    Raises:
        CannotHere: the folder cannot be written or the disk is full.
    """
    height, width = values.shape[:2]
    kind = 0 if values.ndim == 2 else 2
    rows = np.ascontiguousarray(values, ">u2").reshape(height, -1).view(np.uint8)
    stride = 2 if kind == 0 else 6
    steps = rows.copy()
    steps[:, stride:] -= rows[:, :-stride]
    filtered = np.concatenate([np.ones((height, 1), np.uint8), steps], axis=1)
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 16, kind, 0, 0, 0)),
        (b"IDAT", zlib.compress(filtered.tobytes(), 3)),
        (b"IEND", b""),
    )
    with whole_file(path) as temporary:
        temporary.write_bytes(
            b"\x89PNG\r\n\x1a\n"
            + b"".join(
                struct.pack(">I", len(data))
                + name
                + data
                + struct.pack(">I", zlib.crc32(name + data))
                for name, data in parts
            )
        )


class DeepVideo(VideoFile):
    """Writes lossless FFV1 video in Matroska, 16 bits a channel; every frame is a key frame.

    The file appears under its name when ``close`` returns; ``abandon`` leaves nothing.

    Args:
        channels: 1 for grey (``gray16le``), 3 for RGB (``gbrp16le``).

    Raises:
        CannotHere: the folder cannot be written, or there is no FFV1 encoder.
    """

    def __init__(
        self, path: Path, size_px: tuple[int, int], rate: FrameRate, channels: int
    ) -> None:
        super().__init__()
        self._folder = path.parent
        self._format = "gray16le" if channels == 1 else "gbrp16le"
        self._open = ExitStack()
        temporary = self._open.enter_context(whole_file(path))
        with self._open:
            self._container = av.open(
                str(temporary), "w", format="matroska", options={"fflags": "bitexact"}
            )
            self._open.callback(self._container.close)
            self._stream = self._added_stream(size_px, rate)
            self._open = self._open.pop_all()

    def _added_stream(self, size_px: tuple[int, int], rate: FrameRate) -> VideoStream:
        try:
            stream = self._container.add_stream(
                "ffv1", rate=rate.fraction, options={"level": "3", "slices": "4", "g": "1"}
            )
        except ValueError as error:
            raise CannotHere(
                "This installation of PyAV has no FFV1 encoder; install the av package from PyPI."
            ) from error
        stream.width, stream.height, stream.pix_fmt = *size_px, self._format
        stream.codec_context.time_base = 1 / rate.fraction
        stream.codec_context.thread_count = 1
        return stream

    def write(self, values: Deep) -> None:
        """Appends a frame: (h, w) or (h, w, 3) uint16.

        Raises:
            CannotHere: the disk is full.
        """
        picture = np.ascontiguousarray(values)
        self._append(av.VideoFrame.from_ndarray(picture, format=self._format))
