"""Builds a bird: a round body, wings in two pieces, a fanned tail, thin legs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.world.figures.forms import (
    Array,
    ball,
    bent,
    limb,
    loft,
    merged,
    mirrored,
    moved,
    tube,
    turned,
)
from engine.world.figures.looks import COLORS, linear, seeded
from engine.world.model import Collider, Color, Mesh, Model, Part, Surface

_PLUMAGE = ("4a6a9a", "8a5a3a", "b8483c", "4a4a50", "c79a3c")


def _wing(span: float, chord: float, tip: float) -> Mesh:
    """A flat left wing along +X from the joint: leading edge to the front."""
    rows = [
        (-0.06 * span, 0.35 * chord, 0.30 * chord, -0.55 * chord),
        (0.35 * span, 0.5 * chord, 0.32 * chord, -0.72 * chord),
        (0.80 * span, 0.5 * chord, 0.26 * chord, -0.72 * chord * (0.4 + 0.6 * tip)),
        (1.00 * span, 0.3 * chord, 0.10 * chord * tip, -0.60 * chord * tip),
    ]
    mesh = moved(loft(rows, 20, 2.0, 4), rotation=turned(z=-90))  # y runs along +X

    def flat(points: Array) -> Array:
        return points * (1.0, 0.09, 1.0)

    return bent(mesh, flat)


@dataclass(frozen=True)
class _Bird:
    """A bird in the making."""

    size: float
    parts: list[Part]

    def add(self, name: str, mesh: Mesh, surface: Surface, at: tuple[float, float, float]) -> None:
        offset = np.eye(4)
        offset[:3, 3] = np.asarray(at) * self.size
        scaled = Mesh(mesh.positions * np.float32(self.size), mesh.normals, mesh.indices)
        self.parts.append(Part(name, scaled, surface, offset))


def _body(bird: _Bird, coat: Surface, belly: Surface) -> None:
    middle = (0.0, 0.135, 0.0)
    body = moved(
        loft([(-0.125, 0.024, 0.022, -0.022), (-0.05, 0.056, 0.058, -0.048),
              (0.03, 0.066, 0.070, -0.058), (0.085, 0.046, 0.046, -0.050)], 24, 2.0, 4),
        rotation=turned(x=90),
    )  # fmt: skip
    bird.add("pelvis", body, coat, middle)
    bird.add(
        "pelvis.belly",
        ball((0, -0.022, 0.025), (0.056, 0.052, 0.074), 20),
        belly,
        middle,
    )


def _head(bird: _Bird, coat: Surface, horn: Surface) -> None:
    head = (0.0, 0.205, 0.085)
    bird.add(
        "head",
        merged(
            ball((0, 0, 0), 0.048, 20), tube([(0, -0.055, -0.035), (0, 0, 0)], (0.045, 0.042), 14)
        ),
        coat,
        head,
    )
    eye = ball((0.033, 0.012, 0.027), 0.0105, 12)
    bird.add(
        "head.eyes", merged(eye, mirrored(eye)), Surface(linear("100d0c"), roughness=0.15), head
    )
    upper = tube([(0, -0.002, 0.038), (0, -0.005, 0.072)], (0.015, 0.002), 10)
    lower = tube([(0, -0.006, 0.0), (0, -0.004, 0.026)], (0.011, 0.002), 10)
    bird.add("head.beak", upper, horn, head)
    bird.add("jaw", lower, horn, (head[0], head[1] - 0.006, head[2] + 0.038))


def _tail(bird: _Bird, wing: Surface) -> None:
    rows = [(0.0, 0.022, 0.01, -0.01), (0.07, 0.036, 0.007, -0.007), (0.12, 0.05, 0.005, -0.005)]
    mesh = moved(loft(rows, 16), rotation=turned(x=-90))
    bird.add("tail", mesh, wing, (0.0, 0.140, -0.105))


def _wings_and_legs(bird: _Bird, wing: Surface, horn: Surface) -> None:
    inner, outer = _wing(0.15, 0.115, 1.0), _wing(0.19, 0.105, 0.35)
    for side, sign in (("L", 1.0), ("R", -1.0)):
        first, last = (inner, outer) if sign > 0 else (mirrored(inner), mirrored(outer))
        bird.add(f"wing_{side}", first, wing, (sign * 0.045, 0.165, 0.035))
        bird.add(f"wing_tip_{side}", last, wing, (sign * 0.190, 0.165, 0.035))
        leg = merged(
            limb(0.078, (0.012, 0.006, 0.005), 8),
            *(tube([(0, -0.078, 0), (x, -0.082, z)], (0.005, 0.003), 6)
              for x, z in ((0.0, 0.035), (0.018, 0.028), (-0.018, 0.028), (0.0, -0.02))),
        )  # fmt: skip
        bird.add(f"leg_{side}", leg, horn, (sign * 0.026, 0.087, -0.005))


def build_bird(attributes: tuple[str, ...], seed: int) -> Model:
    """A bird with figure rig ``"bird"``."""
    chance = seeded("bird", attributes, seed)
    words = [word for phrase in attributes for word in phrase.lower().split()]
    size = 1.5 if {"big", "large"} & set(words) else 0.75 if {"small", "little"} & set(
        words) else 1.0  # fmt: skip
    color = linear(_PLUMAGE[int(chance.integers(len(_PLUMAGE)))])
    color = next((COLORS[word] for word in words if word in COLORS), color)
    wing_color: Color = (color[0] * 0.7, color[1] * 0.7, color[2] * 0.7)
    belly = (0.5 + 0.5 * color[0], 0.5 + 0.45 * color[1], 0.45 + 0.45 * color[2])
    coat, wing = Surface(color, roughness=0.8), Surface(wing_color, roughness=0.8)
    horn = Surface(linear("e0962e"), roughness=0.5)
    bird = _Bird(size, [])
    _body(bird, coat, Surface(belly, roughness=0.8))
    _head(bird, coat, horn)
    _tail(bird, wing)
    _wings_and_legs(bird, wing, horn)
    offset = np.eye(4)
    offset[1, 3] = 0.135 * size
    return Model(
        name="bird",
        parts=tuple(bird.parts),
        colliders=(Collider("sphere", (0.075 * size, 0, 0), offset),),
        size_m=(0.16 * size, 0.255 * size, 0.38 * size),
        mass_kg=0.25 * size**3,
        material="flesh",
        figure="bird",
    )
