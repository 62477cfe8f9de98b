"""A place as a value, and the set builder that fills it.

Every place is composed for a camera that looks along -Z from about (0, 1.6, 6): the stage round
the origin is clear, tall things stand behind and beside it.  The ground's top is y = 0.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from engine.world.assets.assembly import Assembly
from engine.world.assets.buildings import LIT_PANES
from engine.world.assets.catalogue import build
from engine.world.assets.look import Look
from engine.world.assets.shapes import Vector, box
from engine.world.model import Color, Drop, Mesh, Model, PointLight, Surface, Water

_PLAIN = Look()
_EVENING: Color = (1.0, 0.72, 0.36)


@dataclass(frozen=True, eq=False)
class Placed:
    """A model that stands somewhere; ``yaw_rad`` turns it about y (0 faces +Z)."""

    model: Model
    position_m: Vector
    yaw_rad: float = 0.0


class Stage(NamedTuple):
    """The clear floor where subjects act: nothing higher than 2 cm stands in the circle.

    Attributes:
        center_m: x, z.
        radius_m: of the circle.
    """

    center_m: tuple[float, float] = (0.0, 0.0)
    radius_m: float = 2.5


@dataclass(frozen=True, eq=False)
class Place:
    """Where a shot happens.

    Attributes:
        ground, ground_material: how the floor at y = 0 looks and what it is made of.
        indoors: the sky is not seen.
        extent_m: the ground reaches this far from the origin on each side.
        things: everything that stands there; all fixed.  Indoors also ``"back wall"``,
            ``"left wall"``, ``"right wall"`` and ``"ceiling"``, each a model of its own, so that
            those can be hidden which a camera outside the room would look through.
        walls: the ``"front wall"`` behind the camera, for shots that look towards +Z.
        lights: lamps; outdoors they burn after dark only.
        stage: where subjects act.
        supports: top height in metres of what things can be put on, by name.
        road_z: where vehicles drive along x, None where there is no road.
        gravity_mps2: how hard things fall.
        waters: where things float; the ground ends at their edges.
        drops: where the ground falls away: beside a roof, along a platform.
    """

    name: str
    ground: Surface
    ground_material: str
    indoors: bool
    extent_m: float
    things: tuple[Placed, ...]
    walls: tuple[Placed, ...] = ()
    lights: tuple[PointLight, ...] = ()
    stage: Stage = field(default_factory=Stage)
    supports: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    road_z: float | None = None
    gravity_mps2: float = 9.81
    waters: tuple[Water, ...] = ()
    drops: tuple[Drop, ...] = ()


@dataclass
class Set:
    """A place being filled.

    Attributes:
        rng: the place's chance; one per seed.
        night: windows glow and lamps burn.
    """

    rng: np.random.Generator
    night: bool
    things: list[Placed] = field(default_factory=list)
    walls: list[Placed] = field(default_factory=list)
    lights: list[PointLight] = field(default_factory=list)

    def model(self, name: str, *attributes: str) -> Model:
        """A catalogue thing of a random variation, fixed, its windows lit after dark."""
        return self.still(build(name, attributes, int(self.rng.integers(2**31))))

    def still(self, model: Model) -> Model:
        """The model as set dressing."""
        return replace(at_night(model) if self.night else model, fixed=True)

    def put(self, model: Model, at: Vector, yaw_deg: float = 0.0) -> None:
        """Stands a model somewhere."""
        self.things.append(Placed(model, at, math.radians(yaw_deg)))

    def paint(
        self,
        name: str,
        mesh: Mesh,
        surface: Surface,
        at: Vector = (0, 0, 0),
        *,
        solid: bool = False,
        hill: bool = False,
    ) -> None:
        """Scenery of one mesh that is seen but not hit (or hit as a box if ``solid``).

        A ``hill`` keeps the heights of its mesh; all else stands on ``at``.
        """
        if hill:
            x, y, z = at
            at = (x, y + float(mesh.positions[:, 1].min()), z)
        self.put(scenery(name, mesh, surface, solid=solid), at)

    def light(self, at: Vector, color: Color, reach_m: float) -> None:
        """A lamp."""
        self.lights.append(PointLight(at, color, reach_m))

    def wall(self, assembly: Assembly, name: str, at: Vector, yaw_deg: float = 0.0) -> None:
        """A side of a room."""
        model = self.still(assembly.finished(name, _PLAIN))
        (self.walls if name == "front wall" else self.things).append(
            Placed(model, at, math.radians(yaw_deg))
        )


def scenery(name: str, mesh: Mesh, surface: Surface, *, solid: bool = False) -> Model:
    """A fixed model of one mesh, standing on y = 0; a box to physics if ``solid``, else nothing."""
    assembly = Assembly("stone", 100.0, fixed=True)
    assembly.add(mesh, surface)
    if solid:
        low, high = mesh.positions.min(axis=0), mesh.positions.max(axis=0)
        width, height, depth = (float(side) for side in high - low)
        middle = (float(low[0] + high[0]) / 2, float(low[1]), float(low[2] + high[2]) / 2)
        assembly.box((width, height, depth), middle)
    return assembly.finished(name, _PLAIN)


def slab(
    set_: Set, name: str, size: Vector, surface: Surface, at: Vector, *, solid: bool = True
) -> None:
    """A sharp-edged block of scenery whose underside middle is ``at``."""
    set_.paint(name, box(size), surface, at, solid=solid)


def at_night(model: Model) -> Model:
    """The model with its lived-in windows lit from within."""
    return replace(
        model,
        parts=tuple(
            replace(part, surface=replace(part.surface, color=_EVENING, emission=1.3))
            if part.name.startswith(LIT_PANES)
            else part
            for part in model.parts
        ),
    )


def coat(material: str, color: Color | None = None, **changes: Any) -> Surface:
    """A material's finish in a colour, with changed fields."""
    return Look().trim(material, color, **changes)
