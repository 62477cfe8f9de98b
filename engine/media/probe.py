"""What is in a media file: kind, length, size, rate; read without decoding it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Literal

import av
import av.error
import msgspec
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.video.stream import VideoStream

from engine.errors import BadMedia
from engine.media.container import (
    MAX_PIXELS,
    media_words,
    open_media,
    picture_stream,
    sound_stream,
    start_s,
    time_base_of,
)
from engine.media.still import is_moving, open_still, upright_size
from engine.timing import SAMPLE_RATE_HZ, FrameRate

_HIGHEST_RATE = 240


class MediaInfo(msgspec.Struct, frozen=True, kw_only=True):
    """A media file as it will be shown and heard.

    Attributes:
        rate: frames a second of its picture; of files with uneven frames a whole rate near it.
        frame_count: how many frames of ``rate`` it shows (1 for an image, 0 for sound); of a file
            whose end is missing, how many are really there.
        width_px, height_px: upright and with square pixels.
        sample_count: length of its sound at 48 kHz, counted from the first frame of picture.
        channels: of the sound as stored; 0 without sound.
        codec: of the picture, or of the sound when there is no picture.
    """

    kind: Literal["video", "image", "sound"]
    rate: FrameRate
    frame_count: int
    width_px: int
    height_px: int
    sample_count: int
    channels: int
    codec: str
    duration_s: float


def probe(path: Path) -> MediaInfo:
    """Says what a file is.

    Raises:
        BadMedia: it is missing, empty, damaged, unknown, or holds nothing to see or hear.
    """
    return _probe_still(path) or _probe_moving(path)


def _probe_still(path: Path) -> MediaInfo | None:
    image = open_still(path)
    if image is None:
        return None
    with image:
        if is_moving(image):
            return None
        width, height = upright_size(image, path)
        return MediaInfo(
            kind="image",
            rate=FrameRate(24),
            frame_count=1,
            width_px=width,
            height_px=height,
            sample_count=0,
            channels=0,
            codec=(image.format or "").lower(),
            duration_s=0.0,
        )


def _probe_moving(path: Path) -> MediaInfo:
    with open_media(path) as container, media_words(path):
        picture, sound = picture_stream(container), sound_stream(container)
        main = picture if picture is not None else sound
        if main is None:
            raise BadMedia(f"{path.name} holds neither picture nor sound; choose another file.")
        if picture is not None:
            check_size(picture, path)
        ends_s = _ends_s(container, path)
        rotation = _check_decodes(container, main, path)
        origin_s = start_s(main)
        samples = 0
        if sound is not None:
            samples = max(0, round((ends_s[sound.index] - origin_s) * SAMPLE_RATE_HZ))
        if picture is None:
            return _sound_info(path, sound, samples)
        width, height = shown_size(picture, rotation)
        rate = nominal_rate(picture)
        frames = max(1, round((ends_s[picture.index] - origin_s) * rate.fraction))
        return MediaInfo(
            kind="video",
            rate=rate,
            frame_count=frames,
            width_px=width,
            height_px=height,
            sample_count=samples,
            channels=sound.channels if sound is not None else 0,
            codec=picture.codec_context.name,
            duration_s=rate.seconds(frames),
        )


def _ends_s(container: InputContainer, path: Path) -> dict[int, Fraction]:
    """When each stream's last readable packet ends on the file's clock, by stream index.

    The index in the file answers without reading it all, unless it names places behind the
    file's end; then, and where there is no index, the packets themselves are counted.
    """
    streams = [one for one in (picture_stream(container), sound_stream(container)) if one]
    size_bytes = path.stat().st_size
    if all(_index_is_whole(stream, size_bytes) for stream in streams):
        return {stream.index: _end_by_index(stream) for stream in streams}
    ends = {stream.index: start_s(stream) for stream in streams}
    usual_s = {stream.index: _usual_packet_s(stream) for stream in streams}
    try:
        for packet in container.demux(streams):
            ticks = packet.pts if packet.pts is not None else packet.dts
            if ticks is None or packet.is_corrupt:
                continue
            index = packet.stream_index
            long_s = packet.duration * packet.time_base if packet.duration else usual_s[index]
            ends[index] = max(ends[index], ticks * packet.time_base + long_s)
    except av.error.FFmpegError:
        pass  # the end of what can be read
    container.seek(0)
    return ends


def _usual_packet_s(stream: VideoStream | AudioStream) -> Fraction:
    """How long a packet lasts that does not say it."""
    return 1 / nominal_rate(stream).fraction if isinstance(stream, VideoStream) else Fraction(0)


def _index_is_whole(stream: VideoStream | AudioStream, size_bytes: int) -> bool:
    entries = stream.index_entries
    return (
        len(entries) > 1
        and len(entries) >= stream.frames > 0
        and bool(stream.duration)
        and all(entry.pos + entry.size <= size_bytes for entry in entries)
    )


def _end_by_index(stream: VideoStream | AudioStream) -> Fraction:
    if isinstance(stream, AudioStream):
        return start_s(stream) + (stream.duration or 0) * time_base_of(stream)
    shown = [entry.timestamp for entry in stream.index_entries if not entry.is_discard]
    span = (shown[-1] - shown[0]) * time_base_of(stream)
    return start_s(stream) + span + 1 / nominal_rate(stream).fraction


def _check_decodes(container: InputContainer, stream: VideoStream | AudioStream, path: Path) -> int:
    """Decodes until the first frame, which also knows how the picture is turned (degrees)."""
    try:
        for frame in container.decode(stream):
            return frame.rotation if isinstance(frame, av.VideoFrame) else 0
    except av.error.FFmpegError:
        pass  # said below
    raise BadMedia(
        f"Nothing in {path.name} can be decoded; it is damaged or incomplete, so copy it again."
    )


def _sound_info(path: Path, sound: AudioStream | None, samples: int) -> MediaInfo:
    if sound is None or samples < 1:
        raise BadMedia(f"{path.name} holds no sound that can be read; choose another file.")
    return MediaInfo(
        kind="sound",
        rate=FrameRate(24),
        frame_count=0,
        width_px=0,
        height_px=0,
        sample_count=samples,
        channels=sound.channels,
        codec=sound.codec_context.name,
        duration_s=samples / SAMPLE_RATE_HZ,
    )


def nominal_rate(stream: VideoStream) -> FrameRate:
    """The rate whose frames count positions in this stream."""
    for rate in (stream.guessed_rate, stream.average_rate):
        if rate is not None and 0 < rate <= _HIGHEST_RATE:
            settled = Fraction(rate).limit_denominator(1001)
            return FrameRate(settled.numerator, settled.denominator)
    return FrameRate(25)


def shown_size(stream: VideoStream, rotation_deg: int) -> tuple[int, int]:
    """Width and height as shown: square pixels, upright."""
    width, height = stream.codec_context.width, stream.codec_context.height
    aspect = stream.sample_aspect_ratio or Fraction(1)
    if aspect > 0:
        width = round(width * aspect)
    return (height, width) if rotation_deg % 180 else (width, height)


def check_size(stream: VideoStream, path: Path) -> None:
    """Refuses pictures of no size or of far too many pixels.

    Raises:
        BadMedia: with the size.
    """
    width, height = stream.codec_context.width, stream.codec_context.height
    if not 0 < width * height <= MAX_PIXELS:
        raise BadMedia(
            f"The picture in {path.name} is {width}x{height}, which cannot be used; make it "
            "smaller or save it again."
        )
