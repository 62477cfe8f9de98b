"""People and animals: rigid-part figures, and their performances as pure functions of time."""

from __future__ import annotations

from engine.world.figures.acting import Act, Performance
from engine.world.figures.casting import FIGURES, build_figure

__all__ = ["FIGURES", "Act", "Performance", "build_figure"]
