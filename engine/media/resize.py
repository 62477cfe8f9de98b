"""Pictures in another size, without distortion."""

from __future__ import annotations

import numpy as np

from engine.generation import Picture
from engine.media.opencv import cv2


def resized(picture: Picture, width_px: int, height_px: int) -> Picture:
    """The whole picture stretched to a size: area average down, cubic up."""
    height, width = picture.shape[:2]
    if (width, height) == (width_px, height_px):
        return picture
    smaller = width_px < width or height_px < height
    method = cv2.INTER_AREA if smaller else cv2.INTER_CUBIC
    scaled: Picture = cv2.resize(picture, (width_px, height_px), interpolation=method)
    return scaled


def letterboxed(picture: Picture, width_px: int, height_px: int) -> Picture:
    """The whole picture as large as fits, centred on black; its proportions are kept."""
    height, width = picture.shape[:2]
    if (width, height) == (width_px, height_px):
        return picture
    scale = min(width_px / width, height_px / height)
    inner_width = min(width_px, max(1, round(width * scale)))
    inner_height = min(height_px, max(1, round(height * scale)))
    inner = resized(picture, inner_width, inner_height)
    if (inner_width, inner_height) == (width_px, height_px):
        return inner
    canvas = np.zeros((height_px, width_px, 3), np.uint8)
    left, top = (width_px - inner_width) // 2, (height_px - inner_height) // 2
    canvas[top : top + inner_height, left : left + inner_width] = inner
    return canvas
