"""Balls: one sphere collider exactly as large as the ball looks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.world.assets.assembly import ROUND, Assembly, Maker, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.shapes import blob, creased, icosphere, rounded_box, sphere
from engine.world.assets.sweeps import lathe, sweep
from engine.world.model import Color, Mesh, Pattern

_FLUORESCENT = linear("c9d845")


def _ball(
    diameter: float,
    mass: float,
    material: str,
    color: Color,
    *,
    color2: Color = (0.05, 0.045, 0.04),
    pattern: Pattern = "plain",
    roughness: float = 0.5,
    detail: int = 48,
) -> Maker:
    def make(look: Look, _rng: np.random.Generator) -> Assembly:
        ball = Assembly(material, mass, solid=True)
        surface = look.paint(
            material,
            color,
            color2=color2,
            pattern=pattern,
            pattern_scale_m=diameter,
            roughness=roughness,
        )
        if look.pattern in {"stripes", "spots", "checker"}:
            surface = replace(surface, pattern_scale_m=diameter / 3)
        ball.add(sphere(diameter / 2, detail), surface)
        ball.ball(diameter / 2)
        return ball

    return make


def _baseball(look: Look, _rng: np.random.Generator) -> Assembly:
    """A seam like that of two figures of eight, with its red stitches."""
    radius = 0.037
    ball = Assembly("leather", 0.145, solid=True)
    ball.add(sphere(radius, 48), look.paint("leather", COLOURS["ivory"], roughness=0.5))
    turn = np.linspace(0, 2 * np.pi, 109)[:-1]
    lift = 0.44
    seam = np.column_stack([
        np.cos(turn) + lift * np.cos(3 * turn),
        2 * np.sqrt(lift) * np.sin(2 * turn),
        np.sin(turn) - lift * np.sin(3 * turn),
    ])  # fmt: skip
    seam /= np.linalg.norm(seam, axis=1, keepdims=True)
    thread = look.trim("fabric", linear("b3262a"), pattern="plain")
    along = np.roll(seam, -1, axis=0) - np.roll(seam, 1, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    aside = np.cross(seam, along)
    for at in range(0, 108, 3):
        for side in (-1.0, 1.0):
            outer = seam[at] + side * 0.1 * aside[at] + 0.05 * along[at]
            ends = np.array([seam[at] - 0.02 * along[at], outer / np.linalg.norm(outer)])
            ball.add(sweep(ends * radius * 0.999, 0.0007, 4), thread)
    ball.add(sweep(seam * radius * 0.998, 0.0005, 4, loop=True), thread)
    ball.ball(radius)
    return ball


def _golf_ball(look: Look, _rng: np.random.Generator) -> Assembly:
    """Dimples in a spiral."""
    radius, count = 0.0215, 260
    ball = Assembly("plastic", 0.046, solid=True)
    points, faces = icosphere(1.0, 4)
    step = np.arange(count) + 0.5
    height = 1 - 2 * step / count
    flat = np.sqrt(1 - height**2)
    around = np.pi * (1 + 5**0.5) * step
    middles = np.column_stack([flat * np.cos(around), height, flat * np.sin(around)])
    gap = np.arccos(np.clip((points @ middles.T).max(axis=1), -1, 1))
    depth = 0.035 * np.clip(1 - (gap / 0.105) ** 2, 0, None)
    shell = creased(points * (radius * (1 - depth))[:, None], faces, 180)
    ball.add(shell, look.paint("plastic", COLOURS["white"], roughness=0.25))
    ball.ball(radius)
    return ball


def _bowling_ball(look: Look, _rng: np.random.Generator) -> Assembly:
    radius = 0.108
    ball = Assembly("plastic", 7.0, solid=True)
    ball.add(sphere(radius, 48), look.paint("plastic", linear("28406f"), roughness=0.12))
    hole = look.trim("rubber", roughness=1.0)
    dot = stud(0.013)
    for x, z in ((-0.018, 0.0), (0.018, 0.0), (0.0, 0.045)):
        y = float(np.sqrt(radius**2 - x * x - z * z))
        tilt = float(np.degrees(np.arctan2(z, y)))
        ball.add(dot, hole, (x, y - 0.0022, z), (tilt, 0, float(-np.degrees(np.arctan2(x, y)))))
    ball.ball(radius)
    return ball


def stud(radius: float) -> Mesh:
    """A flat round dot for finger holes, buttons and eyes; stands on y = 0."""
    return lathe([(0, 0), (radius, 0), (radius * 0.92, 0.0025), (0, 0.003)], 18)


def _beach_ball(look: Look, _rng: np.random.Generator) -> Assembly:
    ball = Assembly("plastic", 0.12, solid=True)
    own = (COLOURS["ivory"], COLOURS["coral"] if look.color is None else look.color)
    teal = COLOURS["teal"] if look.color is None else COLOURS["ivory"]
    profile = [(0.2 * np.cos(a), 0.2 * np.sin(a)) for a in np.linspace(-np.pi / 2, np.pi / 2, 19)]
    whole = lathe(profile, 36, 80.0)
    middle = whole.positions[whole.indices].mean(axis=1)
    slice_of = ((np.arctan2(middle[:, 0], middle[:, 2]) + np.pi) / (np.pi / 3)).astype(int) % 6
    for number in range(6):
        color = own[0] if number % 2 == 0 else (own[1] if number % 4 == 1 else teal)
        cut = replace(whole, indices=whole.indices[slice_of == number])
        ball.add(cut, look.trim("plastic", color, roughness=0.3))
    ball.ball(0.2)
    return ball


def _apple(look: Look, _rng: np.random.Generator) -> Assembly:
    fruit = Assembly("fruit", 0.18)
    angle = np.linspace(-np.pi / 2, np.pi / 2, 25)
    dent = 1 - 0.42 * np.exp(-(((np.pi / 2 - np.abs(angle)) / 0.32) ** 2))
    radius = 0.04 * np.cos(angle) * (1 + 0.05 * np.sin(angle))
    body = np.column_stack([radius, 0.038 * np.sin(angle) * dent])
    fruit.add(lathe(body, 36, 80.0), look.paint("fruit", linear("b3291f"), color2=linear("d9a03a")))
    stem = [(0, 0.02, 0), (0.001, 0.032, 0), (0.006, 0.044, 0.002)]
    fruit.add(sweep(stem, [0.0014, 0.0014, 0.0022], 8), look.trim("wood", COLOURS["dark brown"]))
    leaf = rounded_box((0.026, 0.0016, 0.012), 0.0008)
    fruit.add(leaf, look.trim("fruit", COLOURS["green"]), (0.018, 0.0385, 0.0), (15, 20, 18))
    fruit.ball(0.0385)
    return fruit


def _orange(look: Look, _rng: np.random.Generator) -> Assembly:
    fruit = Assembly("fruit", 0.16)
    fruit.add(blob(0.037, 5, roughness=0.008, divisions=3), look.paint("fruit", linear("e2861f")))
    fruit.add(stud(0.004), look.trim("fruit", COLOURS["olive"]), (0, 0.0362, 0))
    fruit.ball(0.037)
    return fruit


def _balloon(look: Look, _rng: np.random.Generator) -> Assembly:
    balloon = Assembly("rubber", 0.008)
    angle = np.linspace(-np.pi / 2, np.pi / 2, 29)
    neck = 1 - 0.16 * np.clip(-np.sin(angle), 0, 1) ** 2
    body = np.column_stack([0.14 * np.cos(angle) * neck, 0.17 * np.sin(angle)])
    skin = look.paint("rubber", linear("c8402f"), roughness=0.22)
    balloon.add(lathe(body, 40, 80.0), skin)
    balloon.add(lathe([(0, -0.19), (0.016, -0.19), (0.004, -0.168), (0, -0.168)], 16), skin)
    y = np.linspace(0, 1, 12)
    string = np.column_stack([0.012 * np.sin(y * 7), -0.185 - 0.42 * y, 0.01 * np.cos(y * 5)])
    balloon.add(sweep(string, 0.0012, 6), look.trim("fabric", COLOURS["ivory"]))
    balloon.ball(0.15)
    return balloon


_BASKETBALL = linear("c4622d")

BALLS = things(
    {
        "ball": Thing(_ball(0.22, 0.32, "rubber", linear("c8402f"), roughness=0.35), ROUND),
        "basketball": Thing(
            _ball(0.24, 0.62, "rubber", _BASKETBALL, pattern="basketball", roughness=0.62), ROUND
        ),
        "football": Thing(
            _ball(0.22, 0.43, "leather", COLOURS["white"], pattern="football", roughness=0.4), ROUND
        ),
        "tennis ball": Thing(
            _ball(
                0.067,
                0.058,
                "rubber",
                _FLUORESCENT,
                color2=_FLUORESCENT,
                pattern="fabric",
                roughness=0.95,
            ),
            ROUND,
        ),
        "baseball": Thing(_baseball, ROUND),
        "golf ball": Thing(_golf_ball, ROUND),
        "marble": Thing(
            _ball(
                0.025,
                0.02,
                "glass",
                linear("3f7fa8"),
                color2=COLOURS["ivory"],
                pattern="marble",
                roughness=0.05,
            ),
            ROUND,
        ),
        "bowling ball": Thing(_bowling_ball, ROUND),
        "beach ball": Thing(_beach_ball, ROUND - {"material", "pattern"}),
        "sphere": Thing(
            _ball(0.5, 20.0, "plastic", linear("3f78a8"), roughness=0.3, detail=64), ROUND
        ),
        "apple": Thing(_apple, ROUND),
        "orange": Thing(_orange, ROUND),
        "balloon": Thing(_balloon, ROUND),
    }
)
