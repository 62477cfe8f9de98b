"""Between decoded frames and RGB pictures: the right matrix and range, exactly rounded."""

from __future__ import annotations

import av
import numpy as np
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter

from engine.generation import Picture

_EXACT = int(
    Interpolation.BILINEAR
    | Interpolation.ACCURATE_RND
    | Interpolation.FULL_CHR_H_INT
    | Interpolation.FULL_CHR_H_INP
)
"""Without these flags colours come back up to 3 of 255 off instead of 2."""

BT709 = 1
"""The number of BT.709 in H.264's colour tags (matrix, primaries, transfer)."""

_MATRIX_BY_TAG = {
    1: Colorspace.ITU709,
    4: Colorspace.FCC,
    5: Colorspace.ITU601,
    6: Colorspace.SMPTE170M,
    7: Colorspace.SMPTE240M,
    9: Colorspace.BT2020,
    10: Colorspace.BT2020,
}


class ToPicture:
    """Turns decoded frames into RGB; keeps its conversion tables between frames."""

    def __init__(self) -> None:
        self._reformatter = VideoReformatter()

    def __call__(self, frame: av.VideoFrame) -> Picture:
        """The frame as (height, width, 3) uint8, turned upright, pixels as stored (not squared).

        A file that does not say its matrix is taken as BT.709 from 720 lines up, else BT.601, and
        as limited range, as players do.
        """
        matrix = _MATRIX_BY_TAG.get(frame.colorspace)
        if matrix is None:
            matrix = Colorspace.ITU709 if frame.height >= 720 else Colorspace.ITU601
        is_full = frame.color_range == ColorRange.JPEG or frame.format.name.startswith("yuvj")
        rgb = self._reformatter.reformat(
            frame,
            format="rgb24",
            src_colorspace=matrix,
            dst_colorspace=Colorspace.ITU709,
            interpolation=_EXACT,
            src_color_range=ColorRange.JPEG if is_full else ColorRange.MPEG,
            dst_color_range=ColorRange.JPEG,
        )
        picture: Picture = rgb.to_ndarray().astype(np.uint8, copy=False)
        turns = round(frame.rotation / 90) % 4
        return np.ascontiguousarray(np.rot90(picture, turns)) if turns else picture


class FromPicture:
    """Turns RGB pictures into yuv420p frames, BT.709, limited range, tagged as such."""

    def __init__(self) -> None:
        self._reformatter = VideoReformatter()

    def __call__(self, picture: Picture) -> av.VideoFrame:
        """The picture as a frame without time stamp."""
        rgb = av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="rgb24")
        frame = self._reformatter.reformat(
            rgb,
            format="yuv420p",
            src_colorspace=Colorspace.ITU709,
            dst_colorspace=Colorspace.ITU709,
            interpolation=_EXACT,
            src_color_range=ColorRange.JPEG,
            dst_color_range=ColorRange.MPEG,
        )
        frame.color_primaries = BT709
        frame.color_trc = BT709
        return frame
