"""Colours by name, in linear light."""

from __future__ import annotations

from engine.world.model import Color


def linear(rgb_hex: str) -> Color:
    """Linear-light colour of ``"c83232"`` (sRGB)."""
    channels = [int(rgb_hex[k : k + 2], 16) / 255 for k in (0, 2, 4)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return (r, g, b)


def shaded(color: Color, gain: float) -> Color:
    """The same colour, darker or lighter."""
    return (color[0] * gain, color[1] * gain, color[2] * gain)


def between(first: Color, second: Color, share: float) -> Color:
    """A mixture of two colours."""
    r, g, b = (a + (c - a) * share for a, c in zip(first, second, strict=True))
    return (r, g, b)


COLORS: dict[str, Color] = {
    word: linear(code)
    for word, code in (
        ("red", "c23a34"), ("blue", "3a64b0"), ("green", "3f8a53"), ("yellow", "e6bd3c"),
        ("orange", "e0803a"), ("purple", "74509f"), ("violet", "74509f"), ("pink", "e48ba6"),
        ("white", "efebe2"), ("black", "24242a"), ("grey", "83868c"), ("gray", "83868c"),
        ("brown", "74502f"), ("beige", "d2bf9b"), ("golden", "cf9f3c"), ("gold", "cf9f3c"),
        ("silver", "b4b8be"), ("turquoise", "40a8a4"), ("cyan", "40a8c0"), ("navy", "2a3860"),
        ("dark", "33313a"), ("crimson", "9c2236"), ("cream", "eee0c0"), ("teal", "2f7f80"),
        ("lilac", "b49ccf"), ("olive", "76783c"), ("maroon", "6e2832"), ("khaki", "a39468"),
        ("magenta", "b83a86"), ("scarlet", "c8302c"), ("lavender", "b8a8d8"), ("tan", "c2a077"),
        ("burgundy", "6a2036"), ("ivory", "f0ead8"), ("charcoal", "3a3b40"), ("lime", "94c83c"),
        ("indigo", "3c3c80"), ("coral", "e87860"), ("mint", "9cd4b4"), ("peach", "f0b894"),
    )
}  # fmt: skip
