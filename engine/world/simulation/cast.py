"""The scene's things and people as bodies of the simulation."""

from __future__ import annotations

import numpy as np

from engine.world.contacts import BodyFacts
from engine.world.dry_land import Rectangle, dry_land
from engine.world.model import Collider, Matrix
from engine.world.physics import BodySpec
from engine.world.scene import Actor, Prop, Scene

GROUND = "ground"
WATER = "water"
_GROUND_DEPTH_M = 1.0
_ROUND = frozenset({"sphere", "cylinder", "capsule"})


def translation(x: float, y: float, z: float) -> Matrix:
    """4x4 of a shift."""
    matrix = np.eye(4)
    matrix[:3, 3] = (x, y, z)
    return matrix


def ground_body(scene: Scene) -> tuple[BodySpec, BodyFacts]:
    """The ground round the waters, and the waters' beds."""
    reach = max(scene.extent_m, 20.0) * 4
    slabs = [_slab(piece, 0.0) for piece in dry_land(reach, (*scene.waters, *scene.drops))]
    slabs += [_slab((*drop.low_m, *drop.high_m), -drop.depth_m) for drop in scene.drops]
    slabs += [
        _slab((*water.low_m, *water.high_m), water.level_m - water.depth_m)
        for water in scene.waters
    ]
    material = scene.ground_material
    spec = BodySpec(GROUND, tuple(slabs), material, 0.0, np.eye(4), kind="fixed")
    return spec, BodyFacts(material, 1e6, 1.0, free=False, rolls=False)


def _slab(piece: Rectangle, top: float) -> Collider:
    """A piece of ground whose top is at that height."""
    x0, z0, x1, z1 = piece
    return Collider(
        "box",
        ((x1 - x0) / 2, _GROUND_DEPTH_M / 2, (z1 - z0) / 2),
        translation((x0 + x1) / 2, top - _GROUND_DEPTH_M / 2, (z0 + z1) / 2),
    )


def prop_facts(prop: Prop) -> BodyFacts:
    """What the contact log needs to know of a thing."""
    model = prop.model
    return BodyFacts(
        material=model.material,
        mass_kg=max(model.mass_kg, 1e-3),
        size_m=float(np.cbrt(np.prod(np.maximum(model.size_m, 1e-3)))),
        free=prop.kind == "free",
        rolls=any(part.shape in _ROUND for part in model.colliders),
    )


def prop_body(prop: Prop) -> BodySpec:
    """A thing as a body.

    Raises:
        ValueError: it is free but has no colliders.
    """
    model = prop.model
    if prop.kind == "free" and not model.colliders:
        raise ValueError(f"{prop.label} is free but has no colliders")
    return BodySpec(
        name=prop.label,
        colliders=model.colliders,
        material=model.material,
        mass_kg=model.mass_kg,
        pose=prop.pose,
        kind=prop.kind,
        family=prop.family,
        velocity_mps=prop.velocity_mps,
        spin_rad_s=prop.spin_rad_s,
    )


def actor_body(actor: Actor) -> tuple[BodySpec, BodyFacts]:
    """Somebody as an upright capsule that pushes what it meets."""
    width, height, depth = actor.model.size_m
    radius = min(max(min(width, depth) * 0.42, 0.05), height * 0.45)
    radius = actor.girth_m or radius
    half = max(height / 2 - radius, 0.01)
    body = Collider("capsule", (radius, half, 0.0), translation(0.0, radius + half, 0.0))
    x, y, z = actor.performance.position(0.0)
    spec = BodySpec(
        name=actor.label,
        colliders=(body,),
        material=actor.model.material,
        mass_kg=actor.model.mass_kg,
        pose=translation(x, max(y, 0.0) + 0.01, z),
        kind="driven",
        family=actor.family,
    )
    facts = BodyFacts(actor.model.material, actor.model.mass_kg, height, free=False, rolls=False)
    return spec, facts
