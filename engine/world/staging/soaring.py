"""A kite on the wind: it stands high at the end of its line, swings and dips with the gusts."""

from __future__ import annotations

import math

import numpy as np
from scipy.spatial.transform import Rotation

from engine.world.model import Matrix
from engine.world.staging.roles import Role, Setting, placed

_HEIGHT_M = 3.6
_ASIDE_M = 0.9
_LEAN_RAD = 0.6


def soar(stage: Setting, role: Role, index: int) -> None:
    """Lets it stand in the sky above the stage.

    Args:
        index: counts the members of its group, which fly beside each other.
    """
    x, z = stage.place.stage.center_m
    x += 1.8 * index * (-1) ** index
    phase = 1.7 * index + stage.seed % 5

    def track(time_s: float) -> Matrix:
        beat = 0.9 * time_s + phase
        aside = _ASIDE_M * math.sin(beat)
        dip = 0.35 * math.sin(2.0 * beat) + 0.12 * math.sin(3.7 * time_s)
        pose = placed(x + aside, _HEIGHT_M + dip + 0.5 * index, z, 0.25 * math.sin(beat))
        banked = -0.45 * math.cos(beat)
        turn = np.eye(4)
        turn[:3, :3] = Rotation.from_euler("xz", (-_LEAN_RAD, banked)).as_matrix()
        return np.asarray(pose @ turn)

    role.kind, role.track, role.hangs_on = "driven", track, True
    role.x, role.y, role.z = x, _HEIGHT_M, z
