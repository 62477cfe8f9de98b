"""Bare scenes for the simulation's tests: things on a ground, nobody acting."""

from __future__ import annotations

import numpy as np

from engine.materials import material
from engine.timing import FrameRate
from engine.world.model import Atmosphere, Collider, Matrix, Model, Surface
from engine.world.scene import Prop, Scene

RATE = FrameRate(24)


def at(x: float, y: float, z: float) -> Matrix:
    """Pose without a turn."""
    pose = np.eye(4)
    pose[:3, 3] = (x, y, z)
    return pose


def body(
    name: str, collider: Collider, size: tuple[float, float, float], made_of: str, mass_kg: float
) -> Model:
    """A thing of one collider, not seen."""
    assert material(made_of).name == made_of
    return Model(name, (), (collider,), size, mass_kg, made_of)


def box(size: tuple[float, float, float], made_of: str, mass_kg: float) -> Model:
    """A box that stands on its origin."""
    half = (size[0] / 2, size[1] / 2, size[2] / 2)
    return body("box", Collider("box", half, at(0, half[1], 0)), size, made_of, mass_kg)


def ball(radius: float, made_of: str, mass_kg: float) -> Model:
    """A ball that lies on its origin."""
    shape = Collider("sphere", (radius, 0.0, 0.0), at(0, radius, 0))
    size = (2 * radius, 2 * radius, 2 * radius)
    return body("ball", shape, size, made_of, mass_kg)


def scene(*props: Prop, **more: object) -> Scene:
    """Things on wooden ground, indoors (no wind)."""
    values: dict[str, object] = {
        "place": "studio",
        "ground": Surface((0.5, 0.5, 0.5)),
        "ground_material": "wood",
        "extent_m": 20.0,
        "indoors": True,
        "atmosphere": Atmosphere(wind_mps=(0.0, 0.0)),
        "lights": (),
        "props": props,
        "actors": (),
        "carries": (),
        "launches": (),
        "lines": (),
        "effects": (),
    }
    return Scene(**(values | more))  # type: ignore[arg-type]
