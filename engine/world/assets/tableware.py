"""Vessels and plates: turned shells with real walls, open to what falls into them."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from engine.world.assets.assembly import Assembly, Maker, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.sweeps import cylinder, lathe, rounded_profile, sweep, torus
from engine.world.model import Color, Mesh


def shell(outside: ArrayLike, wall: float, floor: float, segments: int = 44) -> Mesh:
    """A vessel: its outer profile from foot to rim, hollowed to a wall thickness.

    Args:
        outside: (n, 2) of (radius, height) upward, starting at the foot's edge.
        wall, floor: thickness in metres.
    """
    line = np.asarray(outside, dtype=np.float64)
    inner = line.copy()[::-1]
    inner[:, 0] = np.maximum(inner[:, 0] - wall, 0.002)
    inner = inner[inner[:, 1] > line[0, 1] + floor]
    bottom = [(max(line[0, 0] - wall, 0.002), line[0, 1] + floor), (0.0, line[0, 1] + floor)]
    rim = [(line[-1, 0] - wall / 2, line[-1, 1] + wall * 0.35)]
    return lathe(np.vstack([[(0.0, line[0, 1])], line, rim, inner, bottom]), segments, 50.0)


def open_wall(vessel: Assembly, low: float, high: float, height: float, wall: float) -> None:
    """Colliders of an open vessel: a floor and ten leaning boards, empty in the middle."""
    vessel.post(low * 0.98, max(wall, 0.004))
    sides = 10
    radius = (low + high) / 2
    lean = math.degrees(math.atan2(high - low, height))
    width = 2 * radius * math.tan(math.pi / sides)
    thick = max(wall, 0.003)
    for number in range(sides):
        turn = 360.0 * number / sides
        a = math.radians(turn)
        at = ((low - thick / 2) * math.sin(a), 0.0, (low - thick / 2) * math.cos(a))
        vessel.box((width * 0.98, height * 0.99, thick), at, (lean, turn, 0))


def _curve(*points: tuple[float, float], steps: int = 5, radius: float = 0.02) -> np.ndarray:
    return rounded_profile(points, radius, steps)


def _glass(look: Look, _rng: np.random.Generator) -> Assembly:
    glass = Assembly("glass", 0.28)
    body = shell([(0.029, 0), (0.031, 0.002), (0.0365, 0.13)], 0.0022, 0.011)
    glass.add(body, look.paint("glass"))
    glass.add(torus(0.0354, 0.0013, 40, 8), look.paint("glass"), (0, 0.1297, 0))
    open_wall(glass, 0.0305, 0.0365, 0.13, 0.0025)
    return glass


def _wine_glass(look: Look, _rng: np.random.Generator) -> Assembly:
    glass = Assembly("glass", 0.16)
    foot = [(0, 0), (0.036, 0), (0.036, 0.002), (0.008, 0.006), (0.0038, 0.02), (0.0036, 0.07),
            (0.008, 0.085), (0.028, 0.1), (0.038, 0.128), (0.038, 0.15), (0.03, 0.2)]  # fmt: skip
    inside = [(0.0285, 0.2), (0.0365, 0.15), (0.0365, 0.128), (0.026, 0.1025), (0, 0.09)]
    glass.add(lathe(rounded_profile(foot + inside, 0.01), 44, 60), look.paint("glass"))
    glass.add(torus(0.0293, 0.0009, 40, 8), look.paint("glass"), (0, 0.2, 0))
    glass.post(0.036, 0.006)
    glass.post(0.005, 0.08, (0, 0.006, 0))
    glass.post(0.036, 0.115, (0, 0.085, 0))
    return glass


def _cup(material: str, color: Color, radius: float, height: float, mass: float) -> Maker:
    def make(look: Look, _rng: np.random.Generator) -> Assembly:
        cup = Assembly(material, mass)
        low = radius * 0.74
        line = _curve((low, 0), (radius * 0.94, height * 0.32), (radius, height), radius=0.03)
        glaze = look.paint(material, color)
        cup.add(shell(line, 0.004, 0.006), glaze)
        arc = np.linspace(-1.25, 1.25, 14)
        bow = np.column_stack(
            [
                radius * 0.82 + height * 0.36 * np.cos(arc),
                height * (0.52 + 0.3 * np.sin(arc)),
                0 * arc,
            ]
        )
        cup.add(sweep(bow, 0.0052, 10), glaze)
        open_wall(cup, low, radius, height, 0.004)
        return cup

    return make


def _bowl(look: Look, _rng: np.random.Generator) -> Assembly:
    bowl = Assembly("ceramic", 0.55)
    line = _curve((0.05, 0), (0.055, 0.012), (0.115, 0.04), (0.135, 0.085), radius=0.03)
    bowl.add(shell(line, 0.005, 0.012), look.paint("ceramic", linear("5b8a94")))
    open_wall(bowl, 0.07, 0.13, 0.083, 0.006)
    return bowl


def _plate(look: Look, _rng: np.random.Generator) -> Assembly:
    plate = Assembly("ceramic", 0.48)
    line = [(0, 0), (0.075, 0), (0.082, 0.003), (0.128, 0.019), (0.13, 0.0215), (0.127, 0.023),
            (0.09, 0.0105), (0.078, 0.007), (0, 0.0065)]  # fmt: skip
    plate.add(lathe(rounded_profile(line, 0.006), 56, 60), look.paint("ceramic"))
    rim = look.trim("ceramic", linear("41607d"))
    plate.add(torus(0.1175, 0.0009, 56, 8), rim, (0, 0.0197, 0))
    plate.post(0.085, 0.007)
    plate.post(0.128, 0.01, (0, 0.012, 0))
    return plate


def _bottle(look: Look, _rng: np.random.Generator) -> Assembly:
    bottle = Assembly("glass", 0.55)
    line = _curve((0.034, 0), (0.0375, 0.004), (0.0375, 0.185), (0.014, 0.245), (0.0135, 0.3),
                  radius=0.035, steps=6)  # fmt: skip
    bottle.add(shell(line, 0.003, 0.008), look.paint("glass", linear("3c6b46"), opacity=0.55))
    bottle.add(torus(0.0135, 0.0026, 28, 8), look.paint("glass", linear("3c6b46")), (0, 0.293, 0))
    label = [(0.0372, 0.06), (0.0379, 0.06), (0.0379, 0.14), (0.0372, 0.14), (0.0372, 0.06)]
    bottle.add(lathe(label, 44), look.trim("paper"))
    bottle.add(cylinder(0.0115, 0.022, 0.002, 20), look.trim("wood", COLOURS["tan"]), (0, 0.288, 0))
    bottle.post(0.0375, 0.2)
    bottle.hull(_rings(((0.0375, 0.2), (0.0145, 0.25))))
    bottle.post(0.0145, 0.058, (0, 0.25, 0))
    return bottle


def _rings(rings: tuple[tuple[float, float], ...]) -> np.ndarray:
    turn = np.arange(12) * np.pi / 6
    return np.array([(r * np.sin(a), h, r * np.cos(a)) for r, h in rings for a in turn])


def _vase(look: Look, _rng: np.random.Generator) -> Assembly:
    vase = Assembly("ceramic", 1.1)
    y = np.linspace(0, 1, 20)
    radius = 0.05 + 0.052 * np.sin(np.pi * np.clip(y * 1.25, 0, 1)) ** 1.3 - 0.014 * y + 0.02 * y**8
    line = np.column_stack([radius, y * 0.3])
    vase.add(shell(line, 0.005, 0.01), look.paint("ceramic", linear("3e6f8e"), roughness=0.18))
    band = [(r + 0.0006, h) for r, h in line[8:11]]
    inner = [(r - 0.002, h) for r, h in line[10:7:-1]]
    vase.add(lathe([*band, *inner, band[0]], 44), look.trim("ceramic", COLOURS["cream"]))
    vase.hull(_rings(((0.05, 0.0), (0.1, 0.09), (0.1, 0.14), (0.05, 0.24))))
    open_wall_above = 0.058
    vase.post(open_wall_above, 0.06, (0, 0.238, 0))
    return vase


def _teapot(look: Look, _rng: np.random.Generator) -> Assembly:
    pot = Assembly("ceramic", 0.9)
    glaze = look.paint("ceramic", linear("b4543c"), roughness=0.18)
    angle = np.linspace(-np.pi / 2, np.pi / 2, 21)
    body = np.column_stack([0.088 * np.cos(angle), 0.066 + 0.066 * np.sin(angle)])
    pot.add(lathe([(0, 0), (0.045, 0), (0.05, 0.008), *body[6:]], 44, 60), glaze)
    pot.add(lathe([(0, 0), (0.014, 0.004), (0.013, 0.016), (0, 0.02)], 24, 60), glaze, (0, 0.13, 0))
    spout = [(0.07, 0.05, 0), (0.105, 0.065, 0), (0.125, 0.1, 0), (0.145, 0.125, 0)]
    pot.add(sweep(spout, [0.022, 0.015, 0.011, 0.009], 14), glaze)
    arc = np.linspace(-1.4, 1.4, 16)
    bow = np.column_stack([-0.07 - 0.055 * np.cos(arc), 0.07 + 0.042 * np.sin(arc), 0 * arc])
    pot.add(sweep(bow, 0.007, 10), glaze)
    pot.hull(_rings(((0.05, 0.0), (0.086, 0.05), (0.086, 0.085), (0.045, 0.13))))
    return pot


def _bucket(look: Look, _rng: np.random.Generator) -> Assembly:
    bucket = Assembly("metal", 1.1)
    steel = look.paint("metal", linear("ccd3d6"))
    line = [(0.105, 0), (0.108, 0.006), (0.115, 0.09), (0.118, 0.096), (0.12, 0.102), (0.15, 0.28)]
    bucket.add(shell(line, 0.003, 0.008), steel)
    bucket.add(torus(0.15, 0.005, 44, 10), steel, (0, 0.281, 0))
    arc = np.linspace(0, np.pi, 22)
    bow = np.column_stack([0.152 * np.cos(arc), 0.262 + 0.075 * np.sin(arc), 0.13 * np.sin(arc)])
    bucket.add(sweep(bow, 0.0034, 8), look.trim("metal", COLOURS["charcoal"]))
    open_wall(bucket, 0.107, 0.15, 0.28, 0.004)
    return bucket


def _pan(look: Look, _rng: np.random.Generator) -> Assembly:
    pan = Assembly("metal", 1.2)
    iron = look.paint("metal", COLOURS["charcoal"], roughness=0.45)
    pan.add(shell([(0.1, 0), (0.108, 0.004), (0.13, 0.045)], 0.004, 0.005), iron)
    handle = [(0.0, 0.035, 0.125), (0.0, 0.05, 0.2), (0.0, 0.058, 0.33)]
    pan.add(sweep(handle, [0.008, 0.01, 0.013], 12), look.trim("wood", COLOURS["dark brown"]))
    open_wall(pan, 0.105, 0.13, 0.045, 0.005)
    pan.pill((0, 0.045, 0.16), (0, 0.058, 0.32), 0.011)
    return pan


TABLEWARE = things(
    {
        "glass": Thing(_glass),
        "wine glass": Thing(_wine_glass),
        "cup": Thing(_cup("ceramic", linear("dfd3bc"), 0.041, 0.075, 0.22)),
        "mug": Thing(_cup("ceramic", linear("b6533b"), 0.043, 0.098, 0.34)),
        "bowl": Thing(_bowl),
        "plate": Thing(_plate),
        "bottle": Thing(_bottle),
        "vase": Thing(_vase),
        "teapot": Thing(_teapot),
        "bucket": Thing(_bucket),
        "pan": Thing(_pan),
    }
)
