"""Putting a model together: parts, colliders, size and weight.

A family's maker adds parts to an ``Assembly`` in natural size; ``finished`` applies the words'
size and material and stands the model on y = 0.  Parts of the same surface become one mesh.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from engine.materials import MATERIALS
from engine.world.assets.look import ALL_KINDS, Look, LookKind
from engine.world.assets.shapes import Vector, merged, placed, transformed, volume_m3
from engine.world.model import (
    Collider,
    ColliderShape,
    Hinge,
    HingeKind,
    Mesh,
    Model,
    Part,
    Surface,
    Weave,
)

Maker = Callable[[Look, np.random.Generator], "Assembly"]

_LIGHT = frozenset({"rubber", "plastic", "leather", "paper", "cardboard", "fabric", "foam"})
"""Materials of which things are hollow shells."""


@dataclass(frozen=True)
class Thing:
    """An entry of a family's table.

    Attributes:
        make: builds it in natural size.
        kinds: which kinds of adjectives change it.
        rest_m: height at which something put on it lies; None is its top.
    """

    make: Maker
    kinds: frozenset[LookKind] = ALL_KINDS
    rest_m: float | None = None


ROUND = ALL_KINDS - {"stretch"}
NATURAL = ALL_KINDS - {"material", "pattern"}
BUILT = ALL_KINDS - {"material", "pattern", "stretch"}


def things(table: dict[str, Thing]) -> Mapping[str, Thing]:
    """The table, read-only."""
    return MappingProxyType(table)


class _Moving(NamedTuple):
    """A hinge in natural size."""

    name: str
    kind: HingeKind
    pivot: Vector
    axis: Vector
    range_deg: tuple[float, float]
    colliders: tuple[int, ...]


@dataclass
class Assembly:
    """A model being put together.

    Attributes:
        material: the thing's own; a material word replaces it.
        mass_kg: natural weight in its own material.
        solid: its weight in another material is that of the full volume (balls, cubes), not that
            of its own construction.
        fixed: never moves.
        moving: name of the hinge whose parts are being added.
        weaves: name of a part to what it is woven like.
    """

    material: str
    mass_kg: float
    solid: bool = False
    fixed: bool = False
    pieces: list[tuple[str, Mesh, Surface]] = field(default_factory=list)
    colliders: list[Collider] = field(default_factory=list)
    hinges: list[_Moving] = field(default_factory=list)
    moving: str = ""
    weaves: dict[str, Weave] = field(default_factory=dict)

    def drape(self, grid: Mesh, surface: Surface, weave: Weave) -> None:
        """Adds a cloth: a grid of vertices, row after row, that will hang and blow."""
        name = f"cloth {len(self.weaves) + 1}"
        self.weaves[name] = weave
        self.pieces.append((name, grid, surface))

    def add(
        self,
        mesh: Mesh,
        surface: Surface,
        at: Vector = (0, 0, 0),
        turn: Vector = (0, 0, 0),
        part: str = "",
    ) -> None:
        """Adds a mesh; pieces of one surface and ``part`` name are joined."""
        moved = transformed(mesh, placed(at, turn)) if any(at) or any(turn) else mesh
        self.pieces.append((part or self.moving, moved, surface))

    def body(
        self,
        mesh: Mesh,
        surface: Surface,
        at: Vector = (0, 0, 0),
        turn: Vector = (0, 0, 0),
        part: str = "",
    ) -> None:
        """Adds a mesh and its convex hull as a collider."""
        moved = transformed(mesh, placed(at, turn)) if any(at) or any(turn) else mesh
        self.pieces.append((part or self.moving, moved, surface))
        self.hull(outermost(moved.positions))

    @contextmanager
    def hinge(
        self,
        name: str,
        kind: HingeKind,
        pivot: Vector,
        axis: Vector,
        range_deg: tuple[float, float] = (-math.inf, math.inf),
    ) -> Iterator[None]:
        """What is added inside moves together about an axis through ``pivot``."""
        first, before = len(self.colliders), self.moving
        self.moving = name
        yield
        self.moving = before
        shapes = tuple(range(first, len(self.colliders)))
        self.hinges.append(_Moving(name, kind, pivot, axis, range_deg, shapes))

    def box(self, size: Vector, at: Vector = (0, 0, 0), turn: Vector = (0, 0, 0)) -> None:
        """A box collider whose underside middle is ``at`` (before turning)."""
        matrix = placed(at, turn) @ placed((0, size[1] / 2, 0))
        self._collide("box", (size[0] / 2, size[1] / 2, size[2] / 2), matrix)

    def ball(self, radius: float, at: Vector = (0, 0, 0)) -> None:
        """A sphere collider around ``at``."""
        self._collide("sphere", (radius, 0.0, 0.0), placed(at))

    def post(
        self, radius: float, height: float, at: Vector = (0, 0, 0), turn: Vector = (0, 0, 0)
    ) -> None:
        """A cylinder collider standing on ``at`` (before turning)."""
        matrix = placed(at, turn) @ placed((0, height / 2, 0))
        self._collide("cylinder", (radius, height / 2, 0.0), matrix)

    def pill(self, start: Vector, end: Vector, radius: float) -> None:
        """A capsule collider; ``start`` and ``end`` are the centres of its round ends."""
        first, last = np.asarray(start, float), np.asarray(end, float)
        along = last - first
        length = float(np.linalg.norm(along))
        self._collide("capsule", (radius, length / 2, 0.0), _upright_to(along, (first + last) / 2))

    def hull(self, points: ArrayLike) -> None:
        """A convex collider round ``points``."""
        corners = np.asarray(points, dtype=np.float32)
        self.colliders.append(Collider("convex", (0.0, 0.0, 0.0), np.eye(4), corners))

    def _collide(self, shape: ColliderShape, size: Vector, matrix: np.ndarray) -> None:
        self.colliders.append(Collider(shape, size, matrix))

    def finished(self, name: str, look: Look) -> Model:
        """The model, at the size and in the material that the words ask for."""
        material = look.material or self.material
        volume = sum(abs(volume_m3(mesh)) for _, mesh, _ in self.pieces)
        pieces = _scaled_pieces(self.pieces, look)
        lowest = min(float(mesh.positions[:, 1].min()) for _, mesh, _ in pieces)
        parts = tuple(
            replace(part, weave=self.weaves.get(part.name.rsplit(" ", 1)[0]))
            for part in _joined_parts(pieces, -lowest)
        )
        everything = np.concatenate([part.mesh.positions for part in parts])
        width, height, depth = (float(side) for side in np.ptp(everything, axis=0))
        growth = look.scale**3 * math.prod(look.stretch)
        return Model(
            name=name,
            parts=parts,
            colliders=tuple(_scaled_collider(item, look, -lowest) for item in self.colliders),
            size_m=(width, height, depth),
            mass_kg=self._mass_in(material, volume) * growth,
            material=material,
            fixed=self.fixed,
            hinges=tuple(_finished_hinge(item, parts, look, -lowest) for item in self.hinges),
        )

    def _mass_in(self, material: str, volume: float) -> float:
        if material == self.material:
            return self.mass_kg
        density = MATERIALS[material].density_kg_m3
        if self.solid and material not in _LIGHT:
            return volume * density
        if self.solid:
            return volume * density * 0.08
        return self.mass_kg * density / MATERIALS[self.material].density_kg_m3


def outermost(points: ArrayLike, count: int = 48) -> np.ndarray:
    """At most ``count`` (n, 3) of the points, those farthest out in evenly spread directions."""
    cloud = np.asarray(points, dtype=np.float64)
    step = np.arange(count - 6) + 0.5
    height = 1 - 2 * step / (count - 6)
    turn = np.pi * (1 + 5**0.5) * step
    flat = np.sqrt(1 - height**2)
    spread = np.column_stack([flat * np.cos(turn), height, flat * np.sin(turn)])
    size = np.maximum(np.ptp(cloud, axis=0), 1e-6)
    ways = np.concatenate([np.eye(3), -np.eye(3), spread]) / size
    chosen = np.unique(np.argmax(cloud @ ways.T, axis=0))
    return np.asarray(cloud[chosen], dtype=np.float32)


def rescaled(model: Model, factor: float) -> Model:
    """A model without hinges larger or smaller on all axes, standing where it stood."""
    matrix = np.diag([factor, factor, factor, 1.0])
    parts = tuple(
        replace(part, mesh=transformed(part.mesh, matrix), offset=_moved(part.offset, factor))
        for part in model.parts
    )
    look = Look(scale=factor)
    width, height, depth = (side * factor for side in model.size_m)
    return replace(
        model,
        parts=parts,
        colliders=tuple(_scaled_collider(item, look, 0.0) for item in model.colliders),
        size_m=(width, height, depth),
        mass_kg=model.mass_kg * factor**3,
    )


def _moved(offset: np.ndarray, factor: float) -> np.ndarray:
    moved = offset.copy()
    moved[:3, 3] *= factor
    return moved


def _finished_hinge(moving: _Moving, parts: Sequence[Part], look: Look, lift_m: float) -> Hinge:
    x, y, z = (
        float(at * look.scale * axis) for at, axis in zip(moving.pivot, look.stretch, strict=True)
    )
    low, high = moving.range_deg
    slides = moving.kind == "drawer"
    return Hinge(
        name=moving.name,
        kind=moving.kind,
        parts=tuple(p.name for p in parts if p.name.rsplit(" ", 1)[0] == moving.name),
        pivot_m=(x, y + lift_m, z),
        axis=moving.axis,
        range_rad=(low, high) if slides else (math.radians(low), math.radians(high)),
        colliders=moving.colliders,
    )


def _scaled_pieces(
    pieces: Sequence[tuple[str, Mesh, Surface]], look: Look
) -> list[tuple[str, Mesh, Surface]]:
    factors = tuple(look.scale * axis for axis in look.stretch)
    if factors == (1.0, 1.0, 1.0):
        return list(pieces)
    matrix = np.diag([*factors, 1.0])
    return [
        (
            part,
            transformed(mesh, matrix),
            replace(surface, pattern_scale_m=surface.pattern_scale_m * look.scale),
        )
        for part, mesh, surface in pieces
    ]


def _joined_parts(pieces: Sequence[tuple[str, Mesh, Surface]], lift_m: float) -> tuple[Part, ...]:
    """One part per (name, surface), in order of first appearance, lifted by ``lift_m``."""
    groups: dict[tuple[str, Surface], list[Mesh]] = {}
    for part, mesh, surface in pieces:
        groups.setdefault((part, surface), []).append(mesh)
    lift = placed((0.0, lift_m, 0.0))
    parts = []
    for number, ((name, surface), meshes) in enumerate(groups.items()):
        mesh = meshes[0] if len(meshes) == 1 else merged(meshes)
        parts.append(
            Part(name=f"{name or 'piece'} {number}", mesh=mesh, surface=surface, offset=lift)
        )
    return tuple(parts)


def _scaled_collider(collider: Collider, look: Look, lift_m: float) -> Collider:
    factors = np.array([look.scale * axis for axis in look.stretch])
    lift = np.array([0.0, lift_m, 0.0])
    if collider.points is not None:
        points = (collider.points * factors + lift).astype(np.float32)
        return replace(collider, points=points)
    offset = collider.offset.copy()
    offset[:3, 3] = offset[:3, 3] * factors + lift
    if np.ptp(factors) < 1e-9:
        x, y, z = (side * look.scale for side in collider.size_m)
        return replace(collider, size_m=(x, y, z), offset=offset)
    turned = np.abs(offset[:3, :3])
    if collider.shape == "box" and np.allclose(turned, np.round(turned), atol=1e-6):
        x, y, z = (float(side) for side in np.asarray(collider.size_m) * (turned.T @ factors))
        return replace(collider, size_m=(x, y, z), offset=offset)
    corners = (_outline(collider) @ collider.offset.T)[:, :3] * factors + lift
    return Collider("convex", (0.0, 0.0, 0.0), np.eye(4), corners.astype(np.float32))


def _outline(collider: Collider) -> np.ndarray:
    """(n, 4) points whose hull is about the collider, in its own space."""
    x, y, z = collider.size_m
    match collider.shape:
        case "box":
            signs = np.array(np.meshgrid((-1, 1), (-1, 1), (-1, 1))).reshape(3, -1).T
            return np.column_stack([signs * (x, y, z), np.ones(8)])
        case "cylinder":
            rings = [(x, -y), (x, y)]
        case "capsule":
            rings = [(x * 0.01, -y - x), (x * 0.71, -y - x * 0.71), (x, -y), (x, y),
                     (x * 0.71, y + x * 0.71), (x * 0.01, y + x)]  # fmt: skip
        case _:
            rings = [(x * math.cos(a), x * math.sin(a)) for a in np.linspace(-1.5, 1.5, 7)]
    turn = np.arange(16) * np.pi / 8
    return np.concatenate(
        [
            np.column_stack([r * np.cos(turn), np.full(16, h), r * np.sin(turn), np.ones(16)])
            for r, h in rings
        ]
    )


def _upright_to(along: np.ndarray, middle: np.ndarray) -> np.ndarray:
    """The 4x4 that lays the y axis along a direction, round ``middle``."""
    up = along / max(float(np.linalg.norm(along)), 1e-12)
    across = np.cross(up, np.eye(3)[int(np.argmin(np.abs(up)))])
    across /= np.linalg.norm(across)
    matrix = np.eye(4)
    matrix[:3, 0], matrix[:3, 1], matrix[:3, 2] = across, up, np.cross(across, up)
    matrix[:3, 3] = middle
    return matrix
