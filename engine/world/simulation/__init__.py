"""Plays a staged scene: steps the physics, records every frame's poses, finds what touched."""

from engine.world.simulation.cast import GROUND
from engine.world.simulation.ending import final_state
from engine.world.simulation.motion import Break, Motion, Splash
from engine.world.simulation.run import simulate

__all__ = ["GROUND", "Break", "Motion", "Splash", "final_state", "simulate"]
