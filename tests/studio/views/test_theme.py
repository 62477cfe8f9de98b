"""Claims about the look: contrast, icons, no emoji."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from studio.views import theme
from studio.views.icons import drawing
from studio.views.shot_card import STATUS_COLOURS

GROUNDS = (theme.GROUND, theme.PANEL, theme.CARD, theme.RAISED)
TEXTS = (theme.TEXT, theme.TEXT_SOFT, theme.TEXT_FAINT, *STATUS_COLOURS.values())


def luminance(token: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    colour = QColor(token)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("text", "ground"), list(itertools.product(TEXTS, GROUNDS)))
def test_text_stands_out_from_every_ground(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (theme.ON_ACCENT, theme.AMBER),
        (theme.ON_ACCENT, theme.TEAL),
        (theme.TEXT, theme.VIDEO_CLIP),
        (theme.TEXT, theme.SOUND_CLIP),
        (theme.TEXT, theme.TEAL_SOFT),
        (theme.TEXT_SOFT, theme.AMBER_SOFT),
    ],
)
def test_text_stands_out_from_accents_and_clips(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 4.5


def test_every_icon_draws_something_in_the_colour_asked_for(qtbot: QtBot) -> None:
    names = [path.stem for path in theme.ICON_FOLDER.glob("*.svg")]
    assert len(names) > 20
    for name in names:
        if name == "chevron-soft":
            continue
        image = drawing(name, "#ff0000", 24).toImage()
        reds = [
            image.pixelColor(x, y)
            for x in range(24)
            for y in range(24)
            if image.pixelColor(x, y).alpha() > 128
        ]
        assert reds, f"{name} is empty"
        assert all(colour.red() > 200 and colour.green() < 60 for colour in reds), name
