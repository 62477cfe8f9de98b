"""A timeline as one mp4 that plays everywhere: H.264 and AAC, exact to the frame and the sample.

AAC begins with 1,024 samples of run-up that are no part of the sound.  They get times before zero
and the file's edit list skips them, so that sample ``n`` sounds at ``n / 48000`` s.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from fractions import Fraction
from pathlib import Path

import av
import msgspec
import numpy as np
from av.audio.stream import AudioStream
from av.container import OutputContainer

from engine.errors import BadRequest
from engine.media.colour import FromPicture
from engine.media.edit_list import EditList
from engine.media.encode import add_h264
from engine.media.playout import Playout
from engine.media.whole_file import sweep_beside, whole_file
from engine.timing import SAMPLE_RATE_HZ

_AAC_FRAME_SAMPLES = 1024

_MP4 = {"movflags": "+faststart", "movie_timescale": "240000"}
"""The index first, and lengths counted in 1/240000 s: with the usual 1/1000 s the edit list would
cut up to 48 samples off the end."""


class ExportPreset(msgspec.Struct, frozen=True, kw_only=True):
    """How an export is compressed.

    Attributes:
        crf: picture quality, 0 lossless to 51.
        effort: the encoder's own name for how hard it tries.
        sound_bps: bits a second of stereo AAC.
        gop_s: a key frame at least this often.
    """

    name: str
    title: str
    crf: int
    effort: str
    sound_bps: int
    gop_s: Fraction


WEB = ExportPreset(
    name="web",
    title="Web (H.264 + AAC, mp4)",
    crf=18,
    effort="medium",
    sound_bps=192_000,
    gop_s=Fraction(2),
)


def export(
    edit_list: EditList,
    path: Path,
    progress: Callable[[float], None] = lambda fraction: None,
    check: Callable[[], None] = lambda: None,
    preset: ExportPreset = WEB,
) -> None:
    """Writes the film; the file is whole or not there, and an older one stays until then.

    Args:
        path: ends in ``.mp4``.
        progress: called with 0 to 1 after each frame.
        check: called before each frame; what it raises (``Cancelled``) ends the export.

    Raises:
        BadRequest: there is nothing to export, or a size or name that an mp4 cannot have.
        BadMedia: a file of the timeline is missing or damaged.
        CannotHere: the folder cannot be written or the disk is full.
    """
    _check(edit_list, path)
    sweep_beside(path)
    with (
        whole_file(path) as temporary,
        closing(Playout(edit_list)) as playout,
        av.open(str(temporary), "w", format="mp4", options=_MP4) as container,
    ):
        film = _Film(container, edit_list, preset)
        for frame in range(edit_list.frame_count):
            check()
            film.write(frame, playout)
            progress((frame + 1) / (edit_list.frame_count + 1))
        check()
        film.finish(playout)
    progress(1.0)


class _Film:
    """The two streams of an export, written side by side."""

    def __init__(
        self, container: OutputContainer, edit_list: EditList, preset: ExportPreset
    ) -> None:
        self._container = container
        self._edit_list = edit_list
        rate = edit_list.rate
        self._pictures = add_h264(
            container,
            (edit_list.width_px, edit_list.height_px),
            rate,
            crf=preset.crf,
            gop=max(1, round(rate.fraction * preset.gop_s)),
            preset=preset.effort,
            b_frames=2,
        )
        self._sounds: AudioStream = container.add_stream(
            "aac", rate=SAMPLE_RATE_HZ, layout="stereo", options={"b": str(preset.sound_bps)}
        )
        self._from_picture = FromPicture()
        self._next_sample = 0

    def write(self, frame: int, playout: Playout) -> None:
        """One frame of picture and the whole AAC frames of sound that go with it."""
        picture = self._from_picture(playout.picture(frame))
        picture.pts = frame
        self._container.mux(self._pictures.encode(picture))
        end = self._edit_list.rate.first_sample(frame + 1)
        while self._next_sample + _AAC_FRAME_SAMPLES <= end:
            self._write_sound(playout, _AAC_FRAME_SAMPLES)

    def finish(self, playout: Playout) -> None:
        """The last samples, and what the encoders still hold."""
        left = self._edit_list.sample_count - self._next_sample
        if left > 0:
            self._write_sound(playout, left)
        self._container.mux(self._pictures.encode(None))
        self._container.mux(self._sounds.encode(None))

    def _write_sound(self, playout: Playout, count: int) -> None:
        samples = playout.sound(self._next_sample, count)
        planes = np.ascontiguousarray(samples.T)
        frame = av.AudioFrame.from_ndarray(planes, format="fltp", layout="stereo")
        frame.sample_rate = SAMPLE_RATE_HZ
        frame.time_base = Fraction(1, SAMPLE_RATE_HZ)
        frame.pts = self._next_sample
        self._next_sample += count
        self._container.mux(self._sounds.encode(frame))


def _check(edit_list: EditList, path: Path) -> None:
    if edit_list.frame_count < 1:
        raise BadRequest("There is nothing on the timeline to export; place a clip first.")
    if edit_list.width_px % 2 or edit_list.height_px % 2:
        raise BadRequest(
            f"A film of {edit_list.width_px}x{edit_list.height_px} has an odd side, which mp4 "
            "cannot hold; choose an even size."
        )
    if path.suffix.lower() != ".mp4":
        raise BadRequest(f'An export is an mp4 file; name it "{path.stem}.mp4".')
