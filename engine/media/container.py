"""Opening media files that somebody else made: behind limits, refused in words.

Only formats of the list below are tried, so that no text file, playlist or subtitle passes for a
film, and nothing outside the file itself is ever opened.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import av.error
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.stream import Disposition
from av.video.stream import VideoStream

from engine.errors import BadMedia

MAX_PIXELS = 8192 * 8192
"""Larger pictures are refused: what unpacks to more is a trap or a mistake."""

_FORMATS = (
    "mov", "mp4", "m4a", "3gp", "3g2", "mj2", "matroska", "webm", "avi", "mpegts", "mpeg", "gif",
    "asf", "flv", "mxf", "wav", "w64", "aiff", "caf", "flac", "mp3", "aac", "ogg", "au",
)  # fmt: skip

_OPTIONS = {"format_whitelist": ",".join(_FORMATS), "protocol_whitelist": "file"}


def check_file(path: Path) -> None:
    """Refuses what cannot be a media file before anybody tries to read it.

    Raises:
        BadMedia: missing, a folder, empty, or not readable.
    """
    try:
        if path.is_dir():
            raise BadMedia(f"{path.name} is a folder; choose the files inside it.")
        if not path.exists():
            raise BadMedia(f"There is no file {path}; choose one that exists.")
        if path.stat().st_size == 0:
            raise BadMedia(f"{path.name} is empty (0 bytes); choose another file.")
        with path.open("rb") as file:
            file.read(1)
    except PermissionError as error:
        raise BadMedia(
            f"{path.name} cannot be opened because you are not allowed to read it; change its "
            "permissions or copy it to another folder."
        ) from error
    except OSError as error:
        raise BadMedia(f"{path.name} cannot be read from its disk; copy it again.") from error


def open_media(path: Path) -> InputContainer:
    """Opens a video or sound file.

    Raises:
        BadMedia: it is not one, or is damaged from the start.
    """
    check_file(path)
    with media_words(path):
        return av.open(str(path), "r", container_options=_OPTIONS, metadata_errors="ignore")


@contextlib.contextmanager
def media_words(path: Path) -> Iterator[None]:
    """Turns what the decoder says about a file into one sentence.

    Raises:
        BadMedia: in place of the decoder's own errors.
    """
    try:
        yield
    except av.error.FFmpegError as error:
        reason = (
            "is damaged or is not a video, sound or picture file"
            if isinstance(error, av.error.InvalidDataError)
            else f"cannot be read ({str(error.strerror).lower()})"
        )
        raise BadMedia(f"{path.name} {reason}; choose another file.") from error


def picture_stream(container: InputContainer) -> VideoStream | None:
    """The moving picture of a file; cover pictures of sound files do not count."""
    for stream in container.streams.video:
        if _has_decoder(stream) and not stream.disposition & Disposition.attached_pic:
            return stream
    return None


def sound_stream(container: InputContainer) -> AudioStream | None:
    """The first sound of a file."""
    return next((stream for stream in container.streams.audio if _has_decoder(stream)), None)


def _has_decoder(stream: VideoStream | AudioStream) -> bool:
    """Is the stream's codec known?  (PyAV gives no codec context otherwise.)"""
    return getattr(stream, "codec_context", None) is not None


def time_base_of(stream: VideoStream | AudioStream) -> Fraction:
    """Seconds per tick of the stream's time stamps."""
    return stream.time_base if stream.time_base is not None else Fraction(1, av.time_base)


def start_s(stream: VideoStream | AudioStream) -> Fraction:
    """When the stream starts on the file's clock, in seconds."""
    return (stream.start_time or 0) * time_base_of(stream)
