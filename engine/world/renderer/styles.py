"""The hands that a picture can be drawn in: one entry and one file in ``shaders/styles`` each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Style:
    """What a style changes besides its own last pass.

    Attributes:
        light: switches for the passes of light and sky.
        surface: switches for the pass that fills the G-buffer.
        anchored: its strokes stick to things, so the G-buffer also keeps where on its part each
            pixel lies.
    """

    light: tuple[str, ...] = ()
    surface: tuple[str, ...] = ()
    anchored: bool = False


_TABLE: Mapping[str, Style] = MappingProxyType(
    {
        "natural": Style(),
        "cartoon": Style(light=("CARTOON",)),
        "anime": Style(anchored=True),
        "comic": Style(anchored=True),
        "watercolour": Style(anchored=True),
        "oil": Style(anchored=True),
        "paper cut-out": Style(anchored=True),
        "clay": Style(light=("CLAY",), surface=("CLAY", "BUMPY")),
        "noir": Style(anchored=True),
        "sketch": Style(anchored=True),
        "blueprint": Style(anchored=True),
        "pixel": Style(),
        "vintage": Style(),
    }
)

STYLES: tuple[str, ...] = tuple(_TABLE)
"""Canonical style names, as they are shown to people."""


def style_of(name: str) -> Style:
    """What a style changes.

    Raises:
        KeyError: no style of that name.
    """
    return _TABLE[name]


def file_of(name: str) -> str:
    """The style's own source below ``shaders``."""
    return f"styles/{name.replace(' ', '_').replace('-', '_')}.glsl"
