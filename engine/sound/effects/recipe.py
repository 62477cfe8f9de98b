"""What a named sound is: how to make it, how long it naturally lasts, how loud it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from engine.sound.score import Mono

Maker = Callable[[np.random.Generator, int], Mono]
"""Draws ``count`` samples of the sound; scale does not matter, the recipe's level does."""


@dataclass(frozen=True)
class Recipe:
    """A named sound.

    Attributes:
        seconds: natural length; a lasting sound goes on as long as its cue says.
        level_db: peak at 1 m.
        lasting: has no end of its own (an engine, rain).
        pitch_per_mps: how much faster it turns per metre a second of its source.
    """

    make: Maker
    seconds: float
    level_db: float
    lasting: bool = False
    pitch_per_mps: float = 0.0
