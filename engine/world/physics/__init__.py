"""Rigid bodies: what falls, rolls, hits, hangs and rebounds.  The only package that knows SAPIEN.

Stands on SAPIEN's PhysX (MIT).  ``Simulator`` is the whole surface that the rest of the engine
sees, so another engine can take its place.  +Y up, metres, kilograms, seconds.
"""

from engine.world.physics.bodies import BodySpec, Joint, Touch, matrix_of
from engine.world.physics.simulator import EARTH_GRAVITY_MPS2, STEP_RATE_HZ, Simulator

__all__ = [
    "EARTH_GRAVITY_MPS2", "STEP_RATE_HZ", "BodySpec", "Joint", "Simulator", "Touch", "matrix_of",
]  # fmt: skip
