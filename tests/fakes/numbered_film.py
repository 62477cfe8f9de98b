"""Films whose frames carry their number, so that a test can say which frame it sees."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from engine.generation import Picture
from engine.media.encode import VideoWriter
from engine.timing import FrameRate

_BITS = 10


def numbered(number: int, width_px: int = 160, height_px: int = 96) -> Picture:
    """A picture that shows ``number`` (0 to 1023) as ten black or white bars."""
    picture = np.full((height_px, width_px, 3), 90, np.uint8)
    edges = np.linspace(0, width_px, _BITS + 1).astype(int)
    for bit in range(_BITS):
        bright = 235 if number >> bit & 1 else 16
        picture[height_px // 4 : 3 * height_px // 4, edges[bit] : edges[bit + 1]] = bright
    return picture


def number_in(picture: Picture) -> int:
    """The number that a picture shows, at any size."""
    height, width = picture.shape[:2]
    middles = ((np.arange(_BITS) + 0.5) * width / _BITS).astype(int)
    row = picture[height // 2 - 1 : height // 2 + 1][:, middles].mean(axis=(0, 2))
    return int(sum(int(value > 125) << bit for bit, value in enumerate(row)))


def write_numbered(
    path: Path, frame_count: int, rate: FrameRate, width_px: int = 160, height_px: int = 96
) -> Path:
    """A take, as generators write them, of frames numbered from 0."""
    with VideoWriter(path, width_px, height_px, rate) as writer:
        for number in range(frame_count):
            writer.write(numbered(number, width_px, height_px))
    return path


def write_foreign(
    path: Path, times_ms: list[int], codec: str = "libx264", b_frames: int = 3, gop: int = 30
) -> Path:
    """A film such as others make: B-frames, long key-frame distance, any times for its frames."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=25)
        stream.width, stream.height, stream.pix_fmt = 160, 96, "yuv420p"
        stream.codec_context.time_base = Fraction(1, 1000)
        stream.codec_context.gop_size = gop
        stream.codec_context.max_b_frames = b_frames
        for number, time_ms in enumerate(times_ms):
            frame = av.VideoFrame.from_ndarray(numbered(number), format="rgb24")
            frame.pts, frame.time_base = time_ms, Fraction(1, 1000)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def write_foreign_sound(
    path: Path, samples: np.ndarray, rate_hz: int, codec: str, layout: str = "stereo"
) -> Path:
    """A sound file such as others make; ``samples`` is (count, channels) float32."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=rate_hz, layout=layout)
        fifo = av.AudioResampler(stream.format.name, layout, rate_hz)
        size = stream.codec_context.frame_size or 1024
        for start in range(0, len(samples), size):
            part = np.ascontiguousarray(samples[start : start + size].T, np.float32)
            frame = av.AudioFrame.from_ndarray(part, format="fltp", layout=layout)
            frame.sample_rate, frame.pts = rate_hz, start
            frame.time_base = Fraction(1, rate_hz)
            for fitted in fifo.resample(frame):
                container.mux(stream.encode(fitted))
        container.mux(stream.encode(None))
    return path
