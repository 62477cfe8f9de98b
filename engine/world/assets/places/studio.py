"""A photographer's bare backdrop."""

from __future__ import annotations

import numpy as np

from engine.world.assets.palette import linear
from engine.world.assets.setting import Place, Set, Stage, coat
from engine.world.assets.shapes import creased, grid_triangles


def studio(set_: Set) -> Place:
    """A grey cyclorama: the floor runs up into the wall in one curve."""
    grey = coat("concrete", linear("a7a9ab"), pattern="plain", roughness=0.92)
    radius, cove, height = 11.0, 3.5, 8.0
    arc = np.linspace(0, np.pi / 2, 14)
    profile = [(radius - cove + cove * np.sin(a), cove - cove * np.cos(a)) for a in arc]
    line = np.array([*profile, (radius, height)])
    turn = np.radians(np.linspace(-125, 125, 61))
    rows = np.stack(
        [
            line[:, None, 0] * np.sin(turn),
            np.broadcast_to(line[:, None, 1], (len(line), 61)),
            -line[:, None, 0] * np.cos(turn),
        ],
        axis=-1,
    )
    sheet = creased(rows.reshape(-1, 3), grid_triangles(len(line), 61), 60)
    set_.paint("backdrop", sheet, grey, (0, 0, 0))
    set_.light((-3.5, 4.2, 3.5), (15.0, 14.2, 13.0), 16.0)
    set_.light((4.0, 3.2, 2.0), (7.0, 7.4, 8.2), 14.0)
    set_.light((0.0, 5.0, -4.5), (9.0, 9.0, 9.0), 14.0)
    return Place(
        "studio",
        grey,
        "concrete",
        True,
        30.0,
        tuple(set_.things),
        (),
        tuple(set_.lights),
        Stage((0.0, 0.0), 3.5),
    )
