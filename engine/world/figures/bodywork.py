"""An animal without four legs while it is built: joints, flesh, skin in several colours, parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.world.figures.hides import Flesh, bindings, hide
from engine.world.figures.joints import Array, Triple
from engine.world.model import Collider, Floats, Mesh, Model, Part, Skin, Surface

Paint = tuple[str, Callable[[Array], Array], Surface]
"""A name, a function of points (n, 3) that is above 0 where the paint lies, and what it is."""


@dataclass
class Body:
    """An animal while it is built; model metres, standing on y = 0, facing +Z.

    Attributes:
        joints: rest position of every bone.
        flesh: what the skin is spanned over.
    """

    joints: dict[str, Array] = field(default_factory=dict)
    flesh: list[Flesh] = field(default_factory=list)
    parts: list[tuple[str, Mesh, Surface]] = field(default_factory=list)
    indices: list[NDArray[np.uint8]] = field(default_factory=list)
    weights: list[NDArray[np.float32]] = field(default_factory=list)

    @property
    def bones(self) -> tuple[str, ...]:
        """Names in the order of the skin's bones."""
        return tuple(self.joints)

    def joint(self, name: str, x: float, y: float, z: float) -> None:
        """Sets the rest position of a bone."""
        self.joints[name] = np.array((x, y, z), np.float64)

    def add(
        self, bone: str, start: Sequence[float] | Array, end: Sequence[float] | Array,
        start_radius: float, end_radius: float, flat: float = 1.0,
    ) -> None:  # fmt: skip
        """One more piece of flesh."""
        self.flesh.append(Flesh(bone, triple(start), triple(end), start_radius, end_radius, flat))

    def wear(self, name: str, mesh: Mesh, surface: Surface, bone: str) -> None:
        """A piece that one bone moves."""
        rows = np.zeros((len(mesh.positions), 4), np.uint8)
        rows[:, 0] = self.bones.index(bone)
        shares = np.zeros((len(mesh.positions), 4), np.float32)
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

    def bend(self, name: str, mesh: Mesh, surface: Surface, flesh: Sequence[Flesh]) -> None:
        """A piece that moves with the nearest of some flesh."""
        self.dress(name, mesh, surface, *bindings(mesh, flesh, self.bones))

    def cover(
        self, surface: Surface, cell_m: float, blend_m: float, paints: Sequence[Paint] = ()
    ) -> None:
        """The skin over all flesh; later paints lie over earlier ones."""
        rest = hide(self.flesh, cell_m, blend_m)
        for name, where, paint in reversed(paints):
            painted, rest = cut(rest, where(rest.positions.astype(np.float64)))
            if len(painted.indices):
                self.bend(name, painted, paint, self.flesh)
        self.bend("hide", rest, surface, self.flesh)

    def finished(
        self, name: str, figure: str, mass_kg: float, colliders: tuple[Collider, ...],
        folded: frozenset[str] = frozenset(),
    ) -> Model:  # fmt: skip
        """The model; ``folded``: first words of parts that do not count for its size."""
        seen = [mesh.positions for part, mesh, _ in self.parts if part.split()[0] not in folded]
        points = np.concatenate(seen)
        width, _, depth = (float(v) for v in np.ptp(points, axis=0))
        binds = np.tile(np.eye(4), (len(self.joints), 1, 1))
        binds[:, :3, 3] = list(self.joints.values())
        none = np.zeros((0, 0, 3), np.float32)
        skin = Skin(
            bones=self.bones, binds=binds, joints=self.joints,
            indices=np.concatenate(self.indices), weights=np.concatenate(self.weights),
            morphs=(), morph_rows=np.zeros(0, np.intp), moves=none, turns=none,
        )  # fmt: skip
        parts = tuple(Part(part, mesh, surface, np.eye(4)) for part, mesh, surface in self.parts)
        return Model(
            name=name, parts=parts, colliders=colliders,
            size_m=(width, float(points[:, 1].max()), depth), mass_kg=mass_kg, material="flesh",
            figure=figure, skin=skin,
        )  # fmt: skip


def triple(values: Sequence[float] | Array) -> Triple:
    """Three plain floats."""
    x, y, z = (float(value) for value in values)
    return (x, y, z)


def cut(mesh: Mesh, values: Array) -> tuple[Mesh, Mesh]:
    """The mesh where a value (vertices,) is above 0, and the rest; triangles between are cut."""
    above = values > 0.0
    corners = above[mesh.indices]
    count = corners.sum(axis=1)
    lone = np.where((count == 1)[:, None], corners, ~corners)
    turn = np.argmax(lone, axis=1)
    order = (turn[:, None] + np.arange(3)) % 3
    rolled = np.take_along_axis(mesh.indices, order, axis=1).astype(np.int64)
    mixed = (count == 1) | (count == 2)
    a, b, c = rolled[mixed].T
    points, normals = mesh.positions, mesh.normals

    def between(p: NDArray[np.int64], q: NDArray[np.int64]) -> tuple[Array, Array]:
        share = (values[p] / np.where(values[p] == values[q], 1.0, values[p] - values[q]))[:, None]
        mixed_normals = normals[p] + (normals[q] - normals[p]) * share
        length = np.maximum(np.linalg.norm(mixed_normals, axis=1, keepdims=True), 1e-9)
        return points[p] + (points[q] - points[p]) * share, mixed_normals / length

    (ab, ab_normals), (ac, ac_normals) = between(a, b), between(a, c)
    first = len(points) + np.arange(len(a))
    second = first + len(a)
    points = np.concatenate([points, ab, ac]).astype(np.float32)
    normals = np.concatenate([normals, ab_normals, ac_normals]).astype(np.float32)
    tips = np.stack([a, first, second], 1)
    stumps = np.concatenate([np.stack([first, b, c], 1), np.stack([first, c, second], 1)])
    lone_above = count[mixed] == 1
    twice = np.concatenate([lone_above, lone_above])
    upper = np.concatenate([mesh.indices[count == 3], tips[lone_above], stumps[~twice]])
    lower = np.concatenate([mesh.indices[count == 0], tips[~lone_above], stumps[twice]])
    return _compact(points, normals, upper), _compact(points, normals, lower)


def _compact(points: Floats, normals: Floats, faces: NDArray[np.int64]) -> Mesh:
    used, indices = np.unique(faces, return_inverse=True)
    return Mesh(
        points[used].astype(np.float32), normals[used].astype(np.float32),
        indices.reshape(-1, 3).astype(np.uint32),
    )  # fmt: skip
