"""A timeline as plain media: what preview and export both play, so that they never differ.

Positions are timeline frames of ``rate`` (end-exclusive); where a segment reads its file is given
in the file's own frames and rate for pictures, in 48 kHz samples for sound.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from engine.timing import FrameRate

TransitionKind = Literal["dissolve", "wipe", "whip", "match"]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in fractions of the picture's width and height."""


class PictureTransition(msgspec.Struct, frozen=True, kw_only=True):
    """How a segment comes in over what its own layer shows until then, or over black.

    Attributes:
        frame_count: of the timeline, from the segment's start.
        before, after: where the subject is in the outgoing and in the incoming picture; a match
            moves the one onto the other.
    """

    kind: TransitionKind
    frame_count: int
    before: Box | None = None
    after: Box | None = None


class PictureSegment(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of picture on the timeline.

    Attributes:
        start_frame, frame_count: on the timeline.
        layer: higher layers cover lower ones.
        path, kind: a video or a still image file.
        source_rate: the file's rate (stills: the timeline's).
        source_start_frame: which of the file's frames is shown first; before the file's start
            (negative) its first picture stands, beyond its end the last.
        transition: how it comes in; None is a cut.
    """

    start_frame: int
    frame_count: int
    layer: int
    path: Path
    kind: Literal["video", "image"]
    source_rate: FrameRate
    source_start_frame: int
    transition: PictureTransition | None = None


class SoundSegment(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of sound on the timeline: ``sample_count`` samples from ``source_start_sample``.

    Attributes:
        start_sample: on the timeline, 48 kHz.
        gain: linear.
        fade_in_samples, fade_out_samples: short linear fades inside the segment.
    """

    start_sample: int
    sample_count: int
    path: Path
    source_start_sample: int
    gain: float = 1.0
    fade_in_samples: int = 0
    fade_out_samples: int = 0


class EditList(msgspec.Struct, frozen=True, kw_only=True):
    """All that is seen and heard, in the timeline's size and rate; gaps are black and silent."""

    rate: FrameRate
    width_px: int
    height_px: int
    frame_count: int
    picture: tuple[PictureSegment, ...]
    sound: tuple[SoundSegment, ...]

    @property
    def sample_count(self) -> int:
        """Length of the sound at 48 kHz."""
        return self.rate.first_sample(self.frame_count)
