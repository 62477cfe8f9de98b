"""What physics is shown with: pendulum, Newton's cradle, seesaw, swing, windmill, wrecking ball."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import NATURAL, Assembly, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.shapes import box, rounded_box, sphere
from engine.world.assets.sweeps import cone, cylinder, rod
from engine.world.model import Surface

_X, _Z = (1.0, 0.0, 0.0), (0.0, 0.0, 1.0)


def _steel(look: Look) -> Surface:
    return look.trim("metal", linear("c9ced3"), pattern="plain", roughness=0.14)


def _iron(look: Look) -> Surface:
    return look.trim("metal", linear("4a4f55"), pattern="plain", roughness=0.45)


def _pendulum(look: Look, _rng: np.random.Generator) -> Assembly:
    """A heavy bob on a rod, from a wooden gallows."""
    thing = Assembly("metal", 6.0, fixed=True)
    wood = look.trim("wood", COLOURS["brown"])
    thing.body(rounded_box((0.7, 0.06, 0.4), 0.012), wood)
    thing.add(rounded_box((0.07, 1.4, 0.07), 0.01), wood, (0, 0.05, -0.14))
    thing.add(rounded_box((0.07, 0.07, 0.26), 0.01), wood, (0, 1.38, -0.05))
    with thing.hinge("bob", "swing", (0, 1.36, 0.03), _Z):
        thing.add(rod((0, 1.36, 0.03), (0, 0.34, 0.03), 0.008), _steel(look))
        bob = look.paint("metal", linear("c9a04a"), pattern="plain", roughness=0.2)
        thing.add(sphere(0.11, 40), bob, (0, 0.26, 0.03))
        thing.ball(0.11, (0, 0.26, 0.03))
    return thing


def _cradle(look: Look, _rng: np.random.Generator) -> Assembly:
    """Five steel balls in a row on a frame; each hangs on two threads."""
    thing = Assembly("metal", 2.4, fixed=True)
    frame, radius = _steel(look), 0.05
    base = look.paint("wood", linear("3a2a20"), roughness=0.35)
    thing.body(rounded_box((0.74, 0.04, 0.44), 0.012), base)
    for z in (-0.17, 0.17):
        for x in (-0.32, 0.32):
            thing.add(rod((x, 0.03, z), (x, 0.56, z), 0.011), frame)
        thing.add(rod((-0.325, 0.56, z), (0.325, 0.56, z), 0.011), frame)
    for number in range(5):
        x = (number - 2) * (2 * radius + 0.0002)
        with thing.hinge(f"ball {number + 1}", "swing", (x, 0.56, 0.0), _Z):
            thing.add(sphere(radius, 40), frame, (x, 0.16, 0.0))
            thread = look.trim("fabric", linear("d8d8d2"))
            for z in (-0.17, 0.17):
                thing.add(rod((x, 0.56, z), (x, 0.205, 0.0), 0.0016), thread)
            thing.ball(radius, (x, 0.16, 0.0))
    return thing


def _seesaw(look: Look, _rng: np.random.Generator) -> Assembly:
    thing = Assembly("wood", 40.0, fixed=True)
    iron = _iron(look)
    thing.body(rounded_box((0.3, 0.5, 0.34), 0.04), iron)
    plank = look.paint("wood", linear("c8402f"), roughness=0.5)
    with thing.hinge("plank", "swing", (0, 0.62, 0), _Z, (-16.0, 16.0)):
        thing.add(rounded_box((3.2, 0.06, 0.3), 0.02), plank, (0, 0.55, 0))
        thing.box((3.2, 0.06, 0.3), (0, 0.55, 0))
        for x in (-1.25, 1.25):
            thing.add(rod((x, 0.6, -0.14), (x, 0.85, -0.14), 0.016), iron)
            thing.add(rod((x, 0.6, 0.14), (x, 0.85, 0.14), 0.016), iron)
            thing.add(rod((x, 0.85, -0.16), (x, 0.85, 0.16), 0.02), iron)
    return thing


def _swing(look: Look, _rng: np.random.Generator) -> Assembly:
    thing = Assembly("wood", 8.0, fixed=True)
    frame = look.paint("metal", linear("2f6fb0"), pattern="plain", roughness=0.35)
    for x in (-1.1, 1.1):
        for z in (-0.75, 0.75):
            thing.add(rod((x, 0, z), (x, 2.3, 0), 0.035), frame)
            thing.pill((x, 0.04, z), (x, 2.2, 0.04 * z), 0.035)
    thing.add(rod((-1.15, 2.3, 0), (1.15, 2.3, 0), 0.04), frame)
    with thing.hinge("seat", "swing", (0, 2.26, 0), _X, (-80.0, 80.0)):
        for x in (-0.24, 0.24):
            thing.add(rod((x, 2.26, 0), (x, 0.52, 0), 0.01), _iron(look))
        thing.add(rounded_box((0.56, 0.04, 0.24), 0.012), look.trim("wood", None), (0, 0.49, 0))
        thing.box((0.56, 0.04, 0.24), (0, 0.49, 0))
    return thing


def _windmill(look: Look, _rng: np.random.Generator) -> Assembly:
    thing = Assembly("wood", 900.0, fixed=True)
    wall = look.paint("stone", linear("e6dfd0"), roughness=0.85)
    thing.body(cylinder(1.25, 4.2, 0.1, 28), wall)
    thing.add(cone(1.45, 1.2, 28), look.trim("wood", linear("6b3b2a")), (0, 4.2, 0))
    thing.add(rounded_box((0.8, 1.7, 0.1), 0.03), look.trim("wood", COLOURS["brown"]), (0, 0, 1.22))
    thing.add(rod((0, 4.0, 1.1), (0, 4.0, 1.75), 0.09), _iron(look))
    lattice = look.trim("wood", linear("8a6a48"))
    cloth = look.trim("fabric", linear("f0ead8"))
    with thing.hinge("sails", "rotor", (0, 4.0, 1.6), _Z):
        for turn in (20.0, 110.0, 200.0, 290.0):
            angle = np.radians(turn)
            way = (float(-np.sin(angle)), float(np.cos(angle)))
            tip = (3.1 * way[0], 4.0 + 3.1 * way[1], 1.65)
            thing.add(rod((0, 4.0, 1.65), tip, 0.05), lattice)
            at = (0.9 * way[0], 4.0 + 0.9 * way[1], 1.68)
            thing.add(box((0.72, 2.1, 0.02)), cloth, at, (0, 0, turn))
    return thing


def _wrecking_ball(look: Look, _rng: np.random.Generator) -> Assembly:
    """An iron ball on a rod, from the arm of a crane that stands behind."""
    thing = Assembly("metal", 450.0, fixed=True)
    paint = look.paint("metal", linear("e0a81f"), pattern="plain", roughness=0.4)
    thing.body(rounded_box((1.3, 1.1, 1.6), 0.08), paint, (0, 0.35, -3.2))
    for x in (-0.6, 0.6):
        thing.add(rounded_box((0.4, 0.5, 2.2), 0.2), _iron(look), (x, 0, -3.2))
    thing.add(rod((0, 1.3, -2.8), (0, 5.2, 0.0), 0.11), paint)
    with thing.hinge("ball", "swing", (0, 5.1, 0.0), _Z):
        thing.add(rod((0, 5.1, 0.0), (0, 1.25, 0.0), 0.03), _iron(look))
        thing.add(sphere(0.42, 48), _iron(look), (0, 0.9, 0.0))
        thing.ball(0.42, (0, 0.9, 0.0))
    return thing


CONTRAPTIONS = things(
    {
        "pendulum": Thing(_pendulum, NATURAL),
        "newton's cradle": Thing(_cradle, NATURAL),
        "seesaw": Thing(_seesaw, NATURAL),
        "swing": Thing(_swing, NATURAL),
        "windmill": Thing(_windmill, NATURAL),
        "wrecking ball": Thing(_wrecking_ball, NATURAL),
    }
)
"""Things that hang and turn."""
