"""Contraptions: what hangs, rocks and turns."""

from __future__ import annotations

EXACT = """
pendulum: plumb bob
newton's cradle: newton 's cradle, newtons cradle, newton cradle, newton 's pendulum
seesaw: see-saw, teeter-totter, teeter totter
swing: playground swing, swing set
windmill: mill
wrecking ball: demolition ball
"""

NEAR = """
pendulum: metronome
windmill: wind turbine
"""
