"""A picture's colours as the palette of another: found in OKLab, laid out as a table of grades.

Source of OKLab: Bjorn Ottosson, "A perceptual color space for image processing" (2020).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Reals = NDArray[np.float64]

GRADE_STEPS = 32
"""Levels of each of red, green and blue in a table of grades."""

_MOST_COLORS = 8
_FEWEST_COLORS = 5
_SAMPLES_PX = 72
_ROUNDS = 24
_SAME = 0.045
_LEAST_SHARE = 0.012
_REACH = 0.16
_HUE_STRENGTH = 0.74
_TONE_STRENGTH = 0.38
_INTO_CONE = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_INTO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


@dataclass(frozen=True, eq=False)
class Palette:
    """The main colours of a picture.

    Attributes:
        colors: (n, 3) OKLab, 5 to 8 of them (fewer in a picture of fewer colours), dark to light.
        shares: (n,) how much of the picture each takes, sums to 1.
    """

    colors: Reals
    shares: Reals


def oklab(srgb: Reals) -> Reals:
    """(..., 3) sRGB from 0 to 1 as OKLab: lightness 0 to 1, green-red, blue-yellow."""
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    return np.asarray(np.cbrt(linear @ _INTO_CONE.T) @ _INTO_LAB.T)


def srgb(lab: Reals) -> Reals:
    """(..., 3) OKLab as sRGB, cut off to 0 to 1."""
    cone = (lab @ np.linalg.inv(_INTO_LAB).T) ** 3
    linear = np.clip(cone @ np.linalg.inv(_INTO_CONE).T, 0.0, 1.0)
    return np.asarray(
        np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    )


def palette_of(picture: NDArray[np.uint8]) -> Palette:
    """The 5 to 8 colours that stand for a picture (h, w, 3); the same picture gives the same."""
    rows = np.linspace(0, picture.shape[0] - 1, min(_SAMPLES_PX, picture.shape[0])).astype(int)
    columns = np.linspace(0, picture.shape[1] - 1, min(_SAMPLES_PX, picture.shape[1])).astype(int)
    points = oklab(picture[np.ix_(rows, columns)].reshape(-1, 3) / 255.0)
    centers = _spread(points)
    for _ in range(_ROUNDS):
        nearest = _nearest(points, centers)
        centers = np.array(
            [
                points[nearest == index].mean(axis=0) if (nearest == index).any() else center
                for index, center in enumerate(centers)
            ]
        )
    shares = np.bincount(_nearest(points, centers), minlength=len(centers)) / len(points)
    return _joined(centers, shares)


def _spread(points: Reals) -> Reals:
    """Starting colours: each new one is likely far from those there are (k-means++)."""
    rng = np.random.default_rng(0)
    centers = [points[rng.integers(len(points))]]
    for _ in range(_MOST_COLORS - 1):
        gaps = np.min(((points[:, None] - np.array(centers)) ** 2).sum(axis=-1), axis=1)
        total = float(gaps.sum())
        if total < 1e-9:
            break
        centers.append(points[rng.choice(len(points), p=gaps / total)])
    return np.array(centers)


def _nearest(points: Reals, centers: Reals) -> NDArray[np.intp]:
    return np.asarray(((points[:, None] - centers) ** 2).sum(axis=-1).argmin(axis=1))


def _joined(centers: Reals, shares: Reals) -> Palette:
    """Colours that look alike become one, traces are left out, as long as five remain."""
    kept: list[int] = []
    for index in np.argsort(-shares, kind="stable"):
        alike = any(np.linalg.norm(centers[index] - centers[other]) < _SAME for other in kept)
        small = shares[index] < _LEAST_SHARE
        if shares[index] > 0.0 and (len(kept) < _FEWEST_COLORS or not (alike or small)):
            kept.append(int(index))
    kept.sort(key=lambda index: float(centers[index, 0]))
    return Palette(centers[kept], shares[kept] / shares[kept].sum())


def grades_of(palette: Palette) -> NDArray[np.uint8]:
    """(steps, steps * steps, 3) uint8: the grade of each colour; slices of blue side by side.

    A colour goes towards the palette's colours that are near to it in tone and hue; hue gives way
    more than tone, so that the picture keeps its form.
    """
    axis = np.linspace(0.0, 1.0, GRADE_STEPS)
    green, blue, red = np.meshgrid(axis, axis, axis, indexing="ij")
    own = oklab(np.stack([red, green, blue], axis=-1))
    low, high = float(palette.colors[:, 0].min()), float(palette.colors[:, 0].max())
    # The palette's tones stretched over all tones: its darkest colour is for the picture's darks.
    tones = (palette.colors[:, 0] - low) / max(high - low, 0.15)
    gap = own[..., None, :] - palette.colors
    gap[..., 0] = 0.8 * (own[..., 0:1] - (0.08 + 0.84 * tones))
    gap[..., 1:] *= 1.35
    weights = np.exp(-(gap**2).sum(axis=-1) / (2.0 * _REACH**2))
    weights = weights * palette.shares**0.35 + 1e-9
    weights /= weights.sum(axis=-1, keepdims=True)
    aim = weights @ palette.colors
    strength = np.array([_TONE_STRENGTH, _HUE_STRENGTH, _HUE_STRENGTH])
    # Black and white stay what they are, so that nothing turns to fog.
    ends = np.clip(np.minimum(own[..., 0], 1.02 - own[..., 0]) / 0.12, 0.0, 1.0)[..., None]
    graded = own + (aim - own) * strength * (0.35 + 0.65 * ends)
    table = np.rint(srgb(graded) * 255.0).astype(np.uint8)
    return np.ascontiguousarray(table.reshape(GRADE_STEPS, GRADE_STEPS * GRADE_STEPS, 3))
