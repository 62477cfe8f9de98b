"""Waveforms as picture tiles, kept by content and zoom so that scrolling only copies them."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from studio.session.shelf import SAMPLES_PER_PEAK, Peaks

TILE_PX: Final = 256
_MOST_TILES: Final = 1200
_QUIET_LIFT: Final = 0.72
"""Exponent below 1: speech far from full scale is still seen."""

Key = tuple[str, float, int, int, float, str]


class WaveTiles:
    """Tiles that were drawn; the ones unused longest go first."""

    def __init__(self) -> None:
        self._tiles: OrderedDict[Key, QImage] = OrderedDict()

    def tile(
        self,
        sha256: str,
        peaks: Peaks,
        samples_per_px: float,
        index: int,
        height_px: int,
        gain: float,
        colour: str,
    ) -> QImage:
        """Pixels ``index * TILE_PX`` onwards of a whole sound at this zoom."""
        key = (sha256, round(samples_per_px, 3), index, height_px, round(gain, 4), colour)
        found = self._tiles.get(key)
        if found is None:
            found = self._tiles[key] = drawn(
                peaks, samples_per_px, index, height_px, gain, QColor(colour)
            )
            if len(self._tiles) > _MOST_TILES:
                self._tiles.popitem(last=False)
        else:
            self._tiles.move_to_end(key)
        return found


def drawn(
    peaks: Peaks, samples_per_px: float, index: int, height_px: int, gain: float, colour: QColor
) -> QImage:
    """One tile, ``TILE_PX`` wide: the envelope about the middle line, soft at its edges."""
    low, high = envelope(peaks, samples_per_px, index)
    middle = height_px / 2
    top = middle - _lifted(high * gain) * (middle - 1) - 0.5
    bottom = middle - _lifted(low * gain) * (middle - 1) + 0.5
    rows = np.arange(height_px)[:, None]
    cover = np.clip(rows + 1 - top[None], 0, 1) * np.clip(bottom[None] - rows, 0, 1)
    beyond = (np.arange(TILE_PX) + index * TILE_PX) * samples_per_px >= (
        len(peaks) * SAMPLES_PER_PEAK
    )
    alpha = (cover * 235 * ~beyond).astype(np.uint32)
    red, green, blue = (
        alpha * part // 255 for part in (colour.red(), colour.green(), colour.blue())
    )
    pixels = np.ascontiguousarray((alpha << 24) | (red << 16) | (green << 8) | blue, np.uint32)
    image = QImage(
        pixels.data, TILE_PX, height_px, 4 * TILE_PX, QImage.Format.Format_ARGB32_Premultiplied
    )
    return image.copy()


def envelope(
    peaks: Peaks, samples_per_px: float, index: int
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Least and greatest value under each pixel of a tile, both (TILE_PX,) float32."""
    edges = (np.arange(TILE_PX + 1) + index * TILE_PX) * (samples_per_px / SAMPLES_PER_PEAK)
    if len(peaks) == 0:
        nothing = np.zeros(TILE_PX, np.float32)
        return nothing, nothing
    if samples_per_px < SAMPLES_PER_PEAK:
        centres = (edges[:-1] + edges[1:]) / 2 - 0.5
        grid = np.arange(len(peaks))
        low, high = (np.interp(centres, grid, peaks[:, side]) for side in (0, 1))
        return low.astype(np.float32), high.astype(np.float32)
    first = int(edges[0])
    part = peaks[first : int(np.ceil(edges[-1])) + 1]
    if len(part) == 0:
        nothing = np.zeros(TILE_PX, np.float32)
        return nothing, nothing
    begins = np.minimum(edges[:-1].astype(np.int64) - first, len(part) - 1)
    return (
        np.minimum.reduceat(part[:, 0], begins).astype(np.float32),
        np.maximum.reduceat(part[:, 1], begins).astype(np.float32),
    )


def _lifted(values: NDArray[np.float32]) -> NDArray[np.float32]:
    clipped = np.clip(values, -1.0, 1.0)
    return (np.sign(clipped) * np.abs(clipped) ** _QUIET_LIFT).astype(np.float32)
