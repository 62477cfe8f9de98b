"""An animal while it is built: its joints, its flesh and what it wears."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.world.figures.breeds import Breed
from engine.world.figures.hides import Flesh, bindings, hide
from engine.world.figures.joints import Array, Triple
from engine.world.model import Mesh, Surface

LEGS = tuple((end, side) for end in ("front", "hind") for side in ("L", "R"))


@dataclass
class Beast:
    """An animal while it is built; lengths in model metres, standing on y = 0, facing +Z.

    Attributes:
        joints: rest position of every bone.
        turn: (3, 3) how the face is turned down.
        flesh: what the skin is spanned over.
    """

    breed: Breed
    coat: Surface
    joints: dict[str, Array] = field(default_factory=dict)
    flesh: list[Flesh] = field(default_factory=list)
    turn: Array = field(default_factory=lambda: np.eye(3))
    parts: list[tuple[str, Mesh, Surface]] = field(default_factory=list)
    indices: list[NDArray[np.uint8]] = field(default_factory=list)
    weights: list[NDArray[np.float32]] = field(default_factory=list)

    @property
    def bones(self) -> tuple[str, ...]:
        """Names in the order of the skin's bones."""
        return tuple(self.joints)

    @property
    def spine_m(self) -> float:
        """Height of the trunk's middle."""
        return self.breed.leg + 0.12 * self.breed.barrel

    @property
    def side_m(self) -> float:
        """How far a leg stands from the middle."""
        return 0.60 * self.breed.barrel * min(self.breed.narrow, 1.1)

    def on_head(self, x: float, y: float, z: float) -> Triple:
        """A place on the head, in radii of the skull, as the face is turned."""
        place = self.joints["head"] + self.turn @ (np.array((x, y, z)) * self.breed.head)
        return (float(place[0]), float(place[1]), float(place[2]))

    def wear(self, name: str, mesh: Mesh, surface: Surface, bone: str) -> None:
        """A piece that one bone moves."""
        count = len(mesh.positions)
        rows = np.zeros((count, 4), np.uint8)
        rows[:, 0] = self.bones.index(bone)
        shares = np.zeros((count, 4), np.float32)
        shares[:, 0] = 1.0
        self.dress(name, mesh, surface, rows, shares)

    def dress(
        self, name: str, mesh: Mesh, surface: Surface, rows: NDArray[np.uint8],
        shares: NDArray[np.float32],
    ) -> None:  # fmt: skip
        """A piece that several bones move."""
        self.parts.append((name, mesh, surface))
        self.indices.append(rows)
        self.weights.append(shares)

    def cover(self, name: str, flesh: list[Flesh], surface: Surface, cell_m: float) -> None:
        """A skin over pieces, bent with their bones."""
        mesh = hide(flesh, cell_m, 0.5 * cell_m + 0.05 * self.breed.barrel)
        self.dress(name, mesh, surface, *bindings(mesh, flesh, self.bones))
