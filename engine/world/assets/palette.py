"""Colour words and their linear-light values: slightly muted, as on film."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.world.model import Color


def linear(hexadecimal: str) -> Color:
    """Linear RGB of an sRGB colour written as ``"c8402f"``."""
    red, green, blue = (_linear_part(int(hexadecimal[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return (red, green, blue)


def _linear_part(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def linear_colors(srgb: ArrayLike) -> NDArray[np.float64]:
    """Linear RGB of sRGB bytes (any shape)."""
    value = np.asarray(srgb, dtype=np.float64) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def mixed(first: Color, second: Color, share: float) -> Color:
    """``first`` with ``share`` (0 to 1) of ``second`` in it."""
    red, green, blue = (a + (b - a) * share for a, b in zip(first, second, strict=True))
    return (red, green, blue)


def shaded(color: Color, factor: float) -> Color:
    """The colour darker (below 1) or lighter (above 1), never above white."""
    red, green, blue = (min(part * factor, 1.0) for part in color)
    return (red, green, blue)


_WRITTEN = {
    "red": "c23a2e", "dark red": "7d1f1e", "light red": "e0776c", "crimson": "a3203a",
    "scarlet": "d0392b", "maroon": "64212b", "burgundy": "5f1d2f", "wine": "65202f",
    "orange": "e07b2e", "dark orange": "bf5a1c", "light orange": "f0a766", "coral": "e2785f",
    "salmon": "e69280", "peach": "f0bf9d", "apricot": "eeb079", "rust": "a04a25",
    "yellow": "e8bf3a", "dark yellow": "b8922a", "light yellow": "f1dc8d", "mustard": "c99a2e",
    "lemon": "ecd851", "amber": "dd9a2c", "gold": "d9a441", "golden": "d9a441",
    "green": "4f9140", "dark green": "2c5a33", "light green": "98c37c", "lime": "9fc93c",
    "olive": "75783a", "mint": "a5d6b8", "emerald": "2a8f63", "khaki": "b1a373",
    "teal": "23797c", "turquoise": "3ea9a6", "cyan": "4bb7c4", "aqua": "62c3c4",
    "blue": "2f62b0", "dark blue": "1e3a70", "light blue": "86b6de", "sky blue": "7db4de",
    "navy": "1c2b4f", "navy blue": "1c2b4f", "royal blue": "2b4fa8", "indigo": "3c3a80",
    "purple": "6f4497", "dark purple": "452a66", "light purple": "aa8cc9", "violet": "7b52ab",
    "lavender": "b6a5d6", "lilac": "b99fcc", "magenta": "b73b84", "pink": "e29aae",
    "dark pink": "c55c80", "light pink": "f0c6cf", "hot pink": "dd4f8d", "rose": "cf6b7c",
    "brown": "77492c", "dark brown": "4a2c1c", "light brown": "a9764c", "tan": "c39d70",
    "beige": "d9c5a1", "cream": "eee2c6", "ivory": "f0e9d8", "chestnut": "6d3a26",
    "white": "edece8", "off-white": "e8e3d6", "black": "1d1d20", "charcoal": "34363b",
    "grey": "84868a", "gray": "84868a", "dark grey": "4a4c51", "dark gray": "4a4c51",
    "light grey": "b9bbbe", "light gray": "b9bbbe", "silver": "b8bcc2", "bronze": "9a6a3a",
    "copper": "b56b45", "brass": "bf9a4a",
}  # fmt: skip

COLOURS: Mapping[str, Color] = MappingProxyType(
    {word: linear(written) for word, written in _WRITTEN.items()}
)
"""Linear RGB of each colour word."""
