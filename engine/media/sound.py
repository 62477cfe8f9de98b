"""Sound of a file at 48 kHz in stereo, by sample number, exactly.

Files whose time stamps count samples (WAV, FLAC, MP4 and the like) are entered by seeking, with
some packets of run-up so that the decoder has settled; in others (MP3, Ogg, transport streams)
places are found by counting from the start, since their seeks land only near the asked place.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import av.error
import numpy as np
from av.audio.stream import AudioStream
from av.container import InputContainer

from engine.closing import Closing
from engine.errors import BadMedia
from engine.media.container import (
    media_words,
    open_media,
    picture_stream,
    sound_stream,
    start_s,
    time_base_of,
)
from engine.media.resampling import Resampling, Stereo
from engine.timing import SAMPLE_RATE_HZ

_SEEKABLE = frozenset(("mov", "wav", "w64", "flac", "aiff", "caf", "au"))
_RUN_UP_S = Fraction(1, 4)
_SKIP_AHEAD_S = 2
_KEPT_S = 20
_JITTER_S = Fraction(1, 100)
"""Time stamps may be rounded (1 ms in Matroska); up to this, counting samples is righter."""


class SoundReader(Closing):
    """Reads a file's sound anywhere; silence before its start and after its end.  For one thread.

    Raises:
        BadMedia: the file has no sound, or is damaged.
    """

    def __init__(self, path: Path) -> None:
        self._native = _NativeSound(path)
        rate_hz = self._native.rate_hz
        self._resampling = Resampling(rate_hz) if rate_hz != SAMPLE_RATE_HZ else None

    def read(self, start_sample: int, count: int) -> Stereo:
        """``count`` samples from ``start_sample``: (count, 2) float32 at 48 kHz.

        Mono goes to both sides at its own level; more channels are mixed down.

        Raises:
            BadMedia: the file is damaged.
        """
        if count <= 0:
            return np.zeros((0, 2), np.float32)
        if self._resampling is None:
            return self._native.read(start_sample, count)
        source = self._native.read(*self._resampling.needed(start_sample, count))
        return self._resampling.resample(source, start_sample, count)

    def close(self) -> None:
        """Closes the file."""
        self._native.close()


def read_sound(path: Path, start_sample: int, count: int) -> Stereo:
    """One piece of a file's sound; see ``SoundReader.read``.

    Raises:
        BadMedia: the file has no sound, or is damaged.
    """
    with SoundReader(path) as reader:
        return reader.read(start_sample, count)


class _NativeSound:
    """Stereo samples at the file's own rate; keeps the last seconds decoded."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._container, self._stream = _opened(path)
        picture = picture_stream(self._container)
        self._origin_s = start_s(picture if picture is not None else self._stream)
        self._seeks = bool(_SEEKABLE.intersection(self._container.format.name.split(",")))
        self._blocks: deque[tuple[int, Stereo]] = deque()
        self._decoding: Iterator[tuple[int, Stereo]] = iter(())
        self._known_from: int | None = None  # from here to the last block all is known
        self.rate_hz = self._decoded_rate_hz()

    def close(self) -> None:
        """Closes the file."""
        self._blocks.clear()
        self._decoding = iter(())
        self._container.close()

    def read(self, start: int, count: int) -> Stereo:
        """(count, 2) float32 at the native rate, zeros where the file has nothing."""
        samples = np.zeros((count, 2), np.float32)
        end = start + count
        if end <= 0:
            return samples
        with media_words(self._path):
            self._place(max(0, start))
            self._decode_until(end, max(0, start))
        for block_start, block in self._blocks:
            low, high = max(start, block_start), min(end, block_start + len(block))
            if low < high:
                samples[low - start : high - start] = block[low - block_start : high - block_start]
        return samples

    def _place(self, start: int) -> None:
        """Makes sure that decoding on from here passes ``start`` soon."""
        is_behind = self._known_from is not None and self._known_from <= start
        gap = start - self._decoded_end()
        if is_behind and (not self._seeks or gap <= _SKIP_AHEAD_S * self.rate_hz):
            return
        first_s = start_s(self._stream)
        run_up_s = self._origin_s + Fraction(start, self.rate_hz) - _RUN_UP_S
        if self._seeks and run_up_s > first_s:
            self._restart(run_up_s)
            self._decode_until(self._decoded_end() + 1, start)
            if self._blocks and self._blocks[0][0] <= start:
                self._known_from = start
                return
        self._reopen()

    def _restart(self, time_s: Fraction) -> None:
        self._blocks.clear()
        position = int(time_s / time_base_of(self._stream))
        self._container.seek(position, stream=self._stream, backward=True)
        self._decoding = self._decoded()

    def _reopen(self) -> None:
        """Begins anew; surer than a seek to the start, which some formats miss."""
        self._container.close()
        self._container, self._stream = _opened(self._path)
        self._blocks.clear()
        self._decoding = self._decoded()
        self._known_from = 0

    def _decode_until(self, end: int, start: int) -> None:
        """Decodes up to ``end``; of what lies before ``start``, the last seconds stay."""
        while self._decoded_end() < end:
            block = next(self._decoding, None)
            if block is None:
                return
            self._blocks.append(block)
            oldest = self._decoded_end() - _KEPT_S * self.rate_hz
            while (first_end := _end_of(self._blocks[0])) <= min(start, oldest):
                self._blocks.popleft()
                self._known_from = first_end

    def _decoded_end(self) -> int:
        return _end_of(self._blocks[-1]) if self._blocks else 0

    def _decoded(self) -> Iterator[tuple[int, Stereo]]:
        """(position, samples) from the present place on; damaged packets are skipped."""
        to_stereo = _ToStereo(self.rate_hz)
        position: int | None = None
        for frame in self._frames():
            if frame.pts is not None:
                time_s = frame.pts * time_base_of(self._stream) - self._origin_s
                stamped = round(time_s * self.rate_hz)
                if position is None or abs(stamped - position) > _JITTER_S * self.rate_hz:
                    position = stamped
            position = position if position is not None else 0
            samples = to_stereo(frame)
            yield position, samples
            position += len(samples)

    def _frames(self) -> Iterator[av.AudioFrame]:
        packets = self._container.demux(self._stream)
        while True:
            try:
                packet = next(packets, None)
                frames = packet.decode() if packet is not None else []
            except av.error.InvalidDataError:
                continue
            if packet is None:
                return
            yield from (frame for frame in frames if isinstance(frame, av.AudioFrame))

    def _decoded_rate_hz(self) -> int:
        """The rate that comes out of the decoder (twice the stored one for some AAC)."""
        with media_words(self._path):
            for frame in self._frames():
                return frame.sample_rate
        self._container.close()
        raise BadMedia(f"No sound in {self._path.name} can be decoded; copy it again.")


class _ToStereo:
    """Frames of any layout and number format as (samples, 2) float32."""

    def __init__(self, rate_hz: int) -> None:
        self._rate_hz = rate_hz
        self._resampler: av.AudioResampler | None = None
        self._made_for: tuple[str, str, int] | None = None

    def __call__(self, frame: av.AudioFrame) -> Stereo:
        channels = len(frame.layout.channels)
        made_for = (frame.format.name, frame.layout.name, frame.sample_rate)
        if self._resampler is None or self._made_for != made_for:
            layout = frame.layout.name if channels == 1 else "stereo"
            self._resampler = av.AudioResampler("fltp", layout, self._rate_hz)
            self._made_for = made_for
        planes = [part.to_ndarray() for part in self._resampler.resample(frame)]
        if not planes:
            return np.zeros((0, 2), np.float32)
        samples = np.concatenate(planes, axis=1).T
        return np.ascontiguousarray(np.broadcast_to(samples, (len(samples), 2)), np.float32)


def _opened(path: Path) -> tuple[InputContainer, AudioStream]:
    container = open_media(path)
    stream = sound_stream(container)
    if stream is None:
        container.close()
        raise BadMedia(f"{path.name} holds no sound; choose a file with sound.")
    return container, stream


def _end_of(block: tuple[int, Stereo]) -> int:
    return block[0] + len(block[1])
