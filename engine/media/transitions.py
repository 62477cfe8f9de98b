"""What is seen while one picture gives way to the next."""

from __future__ import annotations

import numpy as np

from engine.generation import Picture
from engine.media.edit_list import Box, PictureTransition
from engine.media.opencv import cv2

_WIPE_SOFTNESS = 0.04
_WHIP_BLUR = 0.35
_WHOLE: Box = (0.0, 0.0, 1.0, 1.0)


def blended(
    before: Picture, after: Picture, transition: PictureTransition, progress: float
) -> Picture:
    """The picture between two: (height, width, 3) uint8.

    Args:
        before, after: of one size.
        progress: 0 all before, 1 all after.
    """
    match transition.kind:
        case "dissolve":
            return _dissolved(before, after, progress)
        case "wipe":
            return _wiped(before, after, progress)
        case "whip":
            return _whipped(before, after, _eased(progress))
        case "match":
            return _matched(before, after, transition, _eased(progress))


def _eased(progress: float) -> float:
    """Slow at both ends (smoothstep)."""
    return progress * progress * (3.0 - 2.0 * progress)


def _dissolved(before: Picture, after: Picture, progress: float) -> Picture:
    mixed: Picture = cv2.addWeighted(before, 1.0 - progress, after, progress, 0.0)
    return mixed


def _wiped(before: Picture, after: Picture, progress: float) -> Picture:
    """A soft edge runs from left to right."""
    width = before.shape[1]
    edge = progress * (1.0 + _WIPE_SOFTNESS) - _WIPE_SOFTNESS / 2
    across = (np.arange(width) + 0.5) / width
    share = np.clip((edge - across) / _WIPE_SOFTNESS + 0.5, 0.0, 1.0)[None, :, None]
    mixed = before + (after.astype(np.float32) - before) * share
    return np.asarray(np.rint(mixed), np.uint8)


def _whipped(before: Picture, after: Picture, progress: float) -> Picture:
    """The camera is thrown sideways: both pictures pass, blurred along the way."""
    width = before.shape[1]
    offset = round(progress * width)
    passing = np.concatenate([before, after], axis=1)[:, offset : offset + width]
    speed = 4.0 * progress * (1.0 - progress)
    reach = max(1, round(_WHIP_BLUR * width * speed))
    if reach < 3:
        return np.ascontiguousarray(passing)
    blurred: Picture = cv2.blur(
        np.ascontiguousarray(passing), (reach, 1), borderType=cv2.BORDER_REPLICATE
    )
    return blurred


def _matched(
    before: Picture, after: Picture, transition: PictureTransition, progress: float
) -> Picture:
    """Both subjects lie on each other and move together from the one place to the other."""
    start, end = transition.before or _WHOLE, transition.after or _WHOLE
    place = tuple(one + (other - one) * progress for one, other in zip(start, end, strict=True))
    moved = [_moved(before, start, place), _moved(after, end, place)]
    return _dissolved(moved[0], moved[1], progress)


def _moved(picture: Picture, here: Box, there: tuple[float, ...]) -> Picture:
    """The picture scaled and shifted so that what fills ``here`` fills ``there`` in height."""
    height, width = picture.shape[:2]
    scale = max(there[3] - there[1], 1e-3) / max(here[3] - here[1], 1e-3)
    scale = min(max(scale, 0.25), 4.0)
    shift_x = (there[0] + there[2]) / 2 * width - scale * (here[0] + here[2]) / 2 * width
    shift_y = (there[1] + there[3]) / 2 * height - scale * (here[1] + here[3]) / 2 * height
    matrix = np.array([[scale, 0.0, shift_x], [0.0, scale, shift_y]])
    moved: Picture = cv2.warpAffine(
        picture, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return moved
