"""The stage director: a breakdown becomes a staged scene with positions, acts and timing."""

from engine.world.staging.director import Staging, stage

__all__ = ["Staging", "stage"]
