"""Tools, lying as they are put down; blades and heads collide apart from their handles."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import NATURAL, Assembly, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.shapes import (
    Vector,
    ellipsoid,
    placed,
    rounded_box,
    stretched,
    transformed,
)
from engine.world.assets.solids import cut, hull_of, joined
from engine.world.assets.sweeps import capsule, cylinder, extrude, lathe, rod, sweep, torus
from engine.world.model import Mesh, Surface

FLAT: Vector = (-90, 0, 0)
"""Turns a shape drawn in x-y so that it lies on the ground, its face up."""


def steel_of(look: Look) -> Surface:
    """Bare blades and fittings."""
    return look.trim("metal", linear("c3c8cc"), pattern="plain", roughness=0.3)


def ash_of(look: Look) -> Surface:
    """Handles."""
    return look.paint("wood", linear("c4955a"))


def grip(length: float, radius: float) -> Mesh:
    """A round-ended handle along x, centred on the origin."""
    return transformed(capsule(radius, length, 20), placed((length / 2, 0, 0), (0, 0, 90)))


def _saw(look: Look, _rng: np.random.Generator) -> Assembly:
    saw = Assembly("metal", 0.6)
    teeth = [(-0.2 + 0.01 * n, -0.045 - (0.007 if n % 2 else 0.0)) for n in range(48)]
    saw.body(
        extrude([*teeth, (0.28, 0.0), (-0.2, 0.055)], 0.0022), steel_of(look), (0, 0.013, 0), FLAT
    )
    outside = [
        (-0.17, -0.055),
        (-0.17, 0.06),
        (-0.215, 0.085),
        (-0.33, 0.06),
        (-0.335, 0.02),
        (-0.31, -0.03),
        (-0.33, -0.07),
        (-0.3, -0.08),
        (-0.22, -0.065),
    ]
    hole = [(-0.215, -0.02), (-0.215, 0.03), (-0.29, 0.035), (-0.285, -0.025)]
    wood = look.paint("wood", linear("a2633a"))
    handle = cut(extrude(outside, 0.026, 0.003), extrude(hole, 0.1))
    saw.add(handle, wood, (0, 0.013, 0), FLAT)
    saw.box((0.16, 0.026, 0.13), (-0.255, 0, 0))
    return saw


def _screwdriver(look: Look, _rng: np.random.Generator) -> Assembly:
    tool = Assembly("plastic", 0.12)
    flutes = [
        transformed(
            cylinder(0.0045, 0.2, 0, 10),
            placed((0.03, 0.0165 * np.cos(a), 0.0165 * np.sin(a)), (0, 0, 90)),
        )
        for a in np.arange(6) * np.pi / 3
    ]
    handle = cut(grip(0.105, 0.0155), *flutes)
    tool.body(handle, look.paint("plastic", linear("c9302c"), roughness=0.3), (-0.08, 0.0155, 0))
    tool.add(rod((-0.03, 0.0155, 0), (0.115, 0.0155, 0), 0.0034), steel_of(look))
    tip = hull_of(
        [
            (x, y, z)
            for x, h, w in ((0.1, 0.0034, 0.0034), (0.128, 0.0006, 0.0042))
            for y in (-h, h)
            for z in (-w, w)
        ]
    )
    tool.add(tip, steel_of(look), (0, 0.0155, 0))
    tool.pill((-0.03, 0.0155, 0), (0.12, 0.0155, 0), 0.004)
    return tool


def _wrench(look: Look, _rng: np.random.Generator) -> Assembly:
    wrench = Assembly("metal", 0.35)
    shaft = extrude([(-0.1, -0.011), (0.1, -0.013), (0.1, 0.013), (-0.1, 0.011)], 0.008, 0.002)
    ring = transformed(cylinder(0.021, 0.012, 0.003, 28), placed((-0.11, 0, -0.006), (90, 0, 0)))
    jaw = transformed(cylinder(0.029, 0.012, 0.003, 28), placed((0.115, 0, -0.006), (90, 0, 0)))
    gap = transformed(rounded_box((0.05, 0.024, 0.05), 0.004), placed((0.132, 0, 0), (0, 0, 15)))
    hole = transformed(cylinder(0.0115, 0.05, 0, 6), placed((-0.11, 0, -0.025), (90, 0, 0)))
    notch = transformed(gap, placed((0, -0.012, 0)))
    wrench.add(
        cut(joined(shaft, ring, jaw), hole, notch),
        look.paint("metal", linear("b9bec3"), pattern="plain", roughness=0.25),
        (0, 0.006, 0),
        FLAT,
    )
    wrench.box((0.28, 0.012, 0.026))
    return wrench


def _drill(look: Look, _rng: np.random.Generator) -> Assembly:
    drill = Assembly("plastic", 1.6)
    case = look.paint("plastic", linear("e0a51f"))
    dark = look.trim("plastic", COLOURS["charcoal"])
    drill.body(transformed(capsule(0.036, 0.2, 28), placed((0, 0.2, -0.1), (90, 0, 0))), case)
    drill.body(
        extrude([(-0.03, 0.05), (0.03, 0.05), (0.032, 0.2), (-0.026, 0.2)], 0.046, 0.012),
        dark,
        (0, 0, -0.045),
        (8, 90, 0),
    )
    drill.body(rounded_box((0.07, 0.055, 0.11), 0.012), case, (0, 0, -0.04))
    drill.add(
        rounded_box((0.02, 0.03, 0.03), 0.008),
        look.trim("plastic", COLOURS["red"]),
        (0, 0.135, 0.0),
    )
    drill.body(
        transformed(cylinder(0.03, 0.06, 0.006, 24, 0.018), placed((0, 0.2, 0.09), (90, 0, 0))),
        dark,
    )
    drill.add(
        transformed(cylinder(0.0036, 0.1, 0, 12, 0.0012), placed((0, 0.2, 0.145), (90, 0, 0))),
        steel_of(look),
    )
    drill.pill((0, 0.2, 0.15), (0, 0.2, 0.24), 0.004)
    return drill


def _axe(look: Look, _rng: np.random.Generator) -> Assembly:
    axe = Assembly("metal", 1.8)
    line = np.array(
        [(-0.36, 0.012, 0.02), (-0.2, 0.012, 0.0), (0.1, 0.012, 0.012), (0.36, 0.012, 0)]
    )
    axe.add(sweep(line, [0.019, 0.0145, 0.0145, 0.0165], 14), ash_of(look), (0, 0.005, 0))
    head = [
        (0.3, -0.035),
        (0.37, -0.035),
        (0.375, 0.05),
        (0.4, 0.11),
        (0.33, 0.135),
        (0.25, 0.12),
        (0.29, 0.05),
    ]
    axe.add(
        extrude(head, 0.03, 0.006),
        look.trim("metal", linear("8f2f28"), metallic=0.0, pattern="plain"),
        (0, 0.017, 0),
        FLAT,
    )
    edge = [
        (0.252, 0.121),
        (0.3, 0.11),
        (0.36, 0.106),
        (0.402, 0.111),
        (0.4, 0.128),
        (0.33, 0.152),
        (0.262, 0.14),
    ]
    axe.add(extrude(edge, 0.009, 0.003), steel_of(look), (0, 0.017, 0), FLAT)
    axe.pill((-0.34, 0.017, -0.015), (0.34, 0.017, 0), 0.015)
    axe.box((0.1, 0.03, 0.17), (0.335, 0.002, -0.06))
    return axe


def _blade_tool(look: Look, length: float, mass: float) -> tuple[Assembly, Surface]:
    """A long-handled tool lying along x, its head at +x."""
    tool = Assembly("wood", mass)
    wood = ash_of(look)
    tool.add(grip(length, 0.0155), wood, (0, 0.03, 0))
    tool.pill((-length / 2, 0.03, 0), (length / 2, 0.03, 0), 0.0155)
    return tool, wood


def _shovel(look: Look, _rng: np.random.Generator) -> Assembly:
    shovel, wood = _blade_tool(look, 0.95, 2.0)
    across = rod((-0.5, 0.03, -0.06), (-0.5, 0.03, 0.06), 0.016)
    shovel.add(across, wood)
    for z in (-0.052, 0.052):
        shovel.add(rod((-0.42, 0.03, 0), (-0.5, 0.03, z), 0.011), wood)
    x = np.linspace(0, 1, 13)
    half = 0.115 * np.clip(1.06 - np.abs(x - 0.25) ** 2.6 * 2.3, 0.04, 1)
    rim = np.vstack(
        [np.column_stack([0.45 + 0.3 * x, -half]), np.column_stack([0.45 + 0.3 * x, half])[::-1]]
    )
    blade = extrude(rim, 0.004)
    bent = blade.positions.copy()
    bent[:, 2] += 1.6 * bent[:, 1] ** 2 - 0.05 * (bent[:, 0] - 0.45)
    iron = look.trim("metal", linear("5d666b"), pattern="plain", roughness=0.4)
    shovel.add(Mesh(bent, blade.normals, blade.indices), iron, (0, 0.03, 0), FLAT)
    shovel.add(
        sweep([(0.36, 0.03, 0), (0.47, 0.034, 0), (0.56, 0.03, 0)], [0.019, 0.02, 0.008], 12), iron
    )
    shovel.box((0.3, 0.02, 0.2), (0.6, 0.016, 0), (0, 0, -3))
    return shovel


def _rake(look: Look, _rng: np.random.Generator) -> Assembly:
    rake, _ = _blade_tool(look, 1.4, 1.3)
    iron = look.trim("metal", linear("3f6b4c"), metallic=0.0, pattern="plain")
    rake.add(rod((0.73, 0.03, -0.2), (0.73, 0.03, 0.2), 0.009), iron)
    for z in (-0.07, 0.07):
        rake.add(rod((0.66, 0.03, 0), (0.73, 0.03, z), 0.007), iron)
    for z in np.linspace(-0.19, 0.19, 11):
        bow = [(0.73, 0.03, float(z)), (0.745, 0.026, float(z)), (0.75, -0.03, float(z))]
        rake.add(sweep(bow, [0.005, 0.005, 0.002], 8), iron)
    rake.box((0.03, 0.068, 0.4), (0.738, -0.03, 0))
    return rake


def _broom(look: Look, rng: np.random.Generator) -> Assembly:
    broom, wood = _blade_tool(look, 1.25, 0.8)
    broom.body(rounded_box((0.05, 0.03, 0.28), 0.01), wood, (0.64, 0.015, 0))
    straw = look.trim("wood", linear("d8b25a"), pattern="plain", roughness=0.9)
    for z in np.linspace(-0.12, 0.12, 13):
        for y in (0.022, 0.038):
            tip = (
                0.87 + float(rng.uniform(-0.012, 0.012)),
                y + float(rng.uniform(-0.006, 0.006)),
                float(z) * 1.25,
            )
            broom.add(rod((0.655, y, float(z)), tip, 0.008, 0.0045), straw)
    broom.box((0.22, 0.03, 0.29), (0.765, 0.015, 0))
    return broom


def _ladder(look: Look, _rng: np.random.Generator) -> Assembly:
    ladder = Assembly("metal", 9.0)
    rail = look.paint("metal", linear("b9c0c6"), pattern="plain", roughness=0.35)
    for lean, z in ((12, 0.42), (-12, -0.42)):
        for x in (-1.0, 1.0):
            ladder.body(
                rounded_box((0.03, 1.9, 0.06), 0.006), rail, (x * 0.25, 0, z), (-lean, 0, 0)
            )
            foot = rounded_box((0.045, 0.05, 0.08), 0.01)
            ladder.add(foot, look.trim("rubber"), (x * 0.25, 0, z), (-lean, 0, 0))
    for step in range(6):
        y = 0.27 + 0.28 * step
        z = 0.42 - y * float(np.tan(np.radians(12)))
        ladder.body(rounded_box((0.48, 0.03, 0.1), 0.006), rail, (0, y, z))
        if step % 2 == 0:
            ladder.add(rounded_box((0.48, 0.03, 0.03), 0.006), rail, (0, y, -z))
    ladder.body(
        rounded_box((0.56, 0.05, 0.2), 0.015), look.paint("plastic", linear("d8432f")), (0, 1.84, 0)
    )
    return ladder


def _barrow_frame(barrow: Assembly, look: Look) -> None:
    """Handles and legs of both sides."""
    for x in (-1.0, 1.0):
        line = [
            (x * 0.05, 0.2, 0.5),
            (x * 0.16, 0.28, 0.1),
            (x * 0.2, 0.3, -0.3),
            (x * 0.25, 0.52, -0.9),
        ]
        barrow.add(
            sweep(line, 0.017, 10),
            look.trim("metal", COLOURS["charcoal"], metallic=0.0, pattern="plain"),
        )
        barrow.add(
            rod((x * 0.245, 0.5, -0.86), (x * 0.262, 0.565, -1.0), 0.022), look.trim("rubber")
        )
        barrow.add(
            sweep(
                [
                    (x * 0.19, 0.3, -0.3),
                    (x * 0.24, 0.02, -0.34),
                    (x * 0.19, 0.02, -0.2),
                    (x * 0.19, 0.3, -0.12),
                ],
                0.013,
                8,
            ),
            look.trim("metal", COLOURS["charcoal"], metallic=0.0, pattern="plain"),
        )
        barrow.pill((x * 0.24, 0.02, -0.34), (x * 0.19, 0.3, -0.3), 0.013)


def _wheelbarrow(look: Look, _rng: np.random.Generator) -> Assembly:
    barrow = Assembly("metal", 14.0)
    paint = look.paint("metal", linear("3c7a4d"), metallic=0.0, pattern="plain", roughness=0.35)
    low = [(x * 0.2, 0.3, z) for x in (-1, 1) for z in (-0.28, 0.16)]
    high = [(x * 0.34, 0.62, z) for x in (-1, 1) for z in (-0.42, 0.46)]
    inner = [(x * 0.98, y + 0.03, z * 0.97) for x, y, z in (*low, *high)]
    barrow.add(cut(hull_of(low + high), hull_of(inner)), paint)
    walls = (
        ((0.4, 0.02, 0.46), (0, 0.3, -0.06), (0, 0, 0)),
        ((0.6, 0.34, 0.02), (0, 0.31, 0.17), (40, 0, 0)),
        ((0.6, 0.33, 0.02), (0, 0.31, -0.29), (-23, 0, 0)),
        ((0.02, 0.34, 0.6), (0.2, 0.31, -0.02), (0, 0, -23)),
        ((0.02, 0.34, 0.6), (-0.2, 0.31, -0.02), (0, 0, 23)),
    )
    for size, at, turn in walls:
        barrow.box(size, at, turn)
    _barrow_frame(barrow, look)
    with barrow.hinge("wheel", "wheel", (0, 0.2, 0.52), (1, 0, 0)):
        barrow.add(torus(0.155, 0.045, 32, 12), look.trim("rubber"), (0, 0.2, 0.52), (0, 0, 90))
        barrow.add(cylinder(0.12, 0.05, 0.01, 28), steel_of(look), (0.025, 0.2, 0.52), (0, 0, 90))
        barrow.post(0.2, 0.09, (0.045, 0.2, 0.52), (0, 0, 90))
    return barrow


def _bristles(brush: Assembly, look: Look) -> None:
    """The hair, its tip wet with paint."""
    hair = [
        (0.05, -0.029),
        (0.105, -0.03),
        (0.118, -0.012),
        (0.12, 0.012),
        (0.105, 0.03),
        (0.05, 0.029),
    ]
    brush.body(
        extrude(hair, 0.015, 0.005),
        look.trim("fabric", linear("3f2a1b"), roughness=0.9),
        (0, 0.01, 0),
        FLAT,
    )
    brush.add(
        extrude(
            [
                (0.088, -0.029),
                (0.106, -0.0285),
                (0.12, -0.011),
                (0.122, 0.011),
                (0.106, 0.0285),
                (0.088, 0.029),
            ],
            0.0165,
            0.004,
        ),
        look.trim("plastic", linear("2f74b8"), roughness=0.2),
        (0, 0.01, 0),
        FLAT,
    )


def _paintbrush(look: Look, _rng: np.random.Generator) -> Assembly:
    brush = Assembly("wood", 0.08)
    handle = [
        (-0.13, -0.008),
        (-0.03, -0.013),
        (0.0, -0.028),
        (0.02, -0.028),
        (0.02, 0.028),
        (0.0, 0.028),
        (-0.03, 0.013),
        (-0.13, 0.008),
        (-0.138, 0),
    ]
    brush.body(
        extrude(handle, 0.016, 0.005), look.paint("wood", linear("b8443a")), (0, 0.01, 0), FLAT
    )
    brush.body(rounded_box((0.035, 0.019, 0.06), 0.003), steel_of(look), (0.035, 0.0005, 0))
    _bristles(brush, look)
    return brush


def _scissors(look: Look, _rng: np.random.Generator) -> Assembly:
    scissors = Assembly("metal", 0.09)
    blade = [(-0.02, -0.006), (0.115, 0.0), (0.03, 0.01), (-0.02, 0.007)]
    grips = look.paint("plastic", linear("d0392b"), roughness=0.35)
    for side, y in ((1, 0.0055), (-1, 0.0085)):
        turn: Vector = (-90, 13 * side, 0)
        name = "left blade" if side > 0 else "right blade"
        with scissors.hinge(name, "door", (0, y, 0), (0, 1, 0), (-15, 20)):
            scissors.add(
                extrude(blade if side > 0 else [(x, -z) for x, z in blade[::-1]], 0.003, 0.0006),
                steel_of(look),
                (0, y, 0),
                turn,
            )
            loop = stretched(torus(0.021, 0.0048, 28, 10), 1.35, 1, 1)
            scissors.add(loop, grips, (-0.068, y, side * 0.03), (0, -side * 18, 0))
            scissors.add(rod((-0.012, y, 0), (-0.045, y, side * 0.014), 0.005), grips)
    scissors.add(cylinder(0.005, 0.014, 0.001, 16), steel_of(look))
    scissors.box((0.19, 0.012, 0.05), (0.01, 0.001, 0))
    return scissors


def _toolbox(look: Look, _rng: np.random.Generator) -> Assembly:
    case = Assembly("metal", 4.0)
    paint = look.paint("metal", linear("b8322b"), metallic=0.0, pattern="plain", roughness=0.35)
    inside = transformed(rounded_box((0.44, 0.2, 0.19), 0.004), placed((0, 0.012, 0)))
    case.add(cut(rounded_box((0.46, 0.17, 0.21), 0.01), inside), paint)
    case.box((0.46, 0.012, 0.21))
    for x in (-1.0, 1.0):
        case.box((0.012, 0.17, 0.21), (x * 0.224, 0, 0))
        case.box((0.46, 0.17, 0.012), (0, 0, x * 0.099))
        case.add(rounded_box((0.05, 0.05, 0.012), 0.003), steel_of(look), (x * 0.13, 0.14, 0.106))
    with case.hinge("lid", "lid", (0, 0.17, -0.105), (-1, 0, 0), (0, 100)):
        roof = [
            (-0.105, 0.0),
            (0.105, 0.0),
            (0.105, 0.015),
            (0.055, 0.05),
            (-0.055, 0.05),
            (-0.105, 0.015),
        ]
        case.body(extrude(roof, 0.46, 0.006), paint, (0, 0.172, 0), (0, 90, 0))
        bow = [(-0.1, 0.215, 0), (-0.09, 0.25, 0), (0, 0.262, 0), (0.09, 0.25, 0), (0.1, 0.215, 0)]
        case.add(sweep(bow, 0.009, 10), look.trim("plastic", COLOURS["charcoal"]))
    return case


def _rope(look: Look, _rng: np.random.Generator) -> Assembly:
    rope = Assembly("fabric", 1.8)
    turn = np.linspace(0, 4.6 * 2 * np.pi, 150)
    level = 0.016 + 0.026 * turn / (2 * np.pi)
    wide = 0.15 + 0.012 * np.sin(turn * 0.37 + 1)
    coil = np.column_stack([wide * np.cos(turn), level, wide * np.sin(turn)])
    tail = np.array([(0.17, 0.0135, -0.06), (0.24, 0.0135, -0.12), (0.33, 0.0135, -0.08)])
    line = np.vstack([tail[::-1], coil])
    hemp = look.paint(
        "fabric", linear("c7a06a"), pattern="stripes", pattern_scale_m=0.02, roughness=0.95
    )
    rope.add(sweep(line, 0.0135, 9), hemp)
    rope.post(0.155, 0.13)
    return rope


def _nail(look: Look, _rng: np.random.Generator) -> Assembly:
    nail = Assembly("metal", 0.006)
    iron = look.paint("metal", linear("aab0b5"), pattern="plain", roughness=0.3)
    nail.add(
        sweep([(-0.04, 0.004, 0), (0.03, 0.004, 0), (0.042, 0.004, 0)], [0.002, 0.002, 0.0], 12),
        iron,
    )
    nail.add(cylinder(0.005, 0.0016, 0.0005, 20), iron, (-0.04, 0.005, 0), (0, 0, 90))
    nail.pill((-0.036, 0.004, 0), (0.038, 0.004, 0), 0.002)
    nail.post(0.005, 0.0016, (-0.04, 0.005, 0), (0, 0, 90))
    return nail


def _anvil(look: Look, _rng: np.random.Generator) -> Assembly:
    anvil = Assembly("metal", 75.0)
    iron = look.paint("metal", linear("565c62"), metallic=0.0, pattern="plain", roughness=0.35)
    foot = [
        (-0.17, 0),
        (0.17, 0),
        (0.17, 0.05),
        (0.08, 0.1),
        (0.08, 0.17),
        (0.22, 0.2),
        (0.22, 0.29),
        (-0.17, 0.29),
        (-0.17, 0.22),
        (-0.08, 0.17),
        (-0.08, 0.1),
        (-0.17, 0.05),
    ]
    anvil.add(extrude(foot, 0.14, 0.012), iron)
    anvil.add(
        sweep([(-0.16, 0.245, 0), (-0.3, 0.25, 0), (-0.4, 0.27, 0)], [0.045, 0.035, 0.004], 18),
        iron,
    )
    anvil.box((0.34, 0.06, 0.14))
    anvil.box((0.16, 0.12, 0.14), (0, 0.06, 0))
    anvil.box((0.39, 0.1, 0.14), (0.025, 0.19, 0))
    anvil.pill((-0.2, 0.247, 0), (-0.36, 0.262, 0), 0.025)
    return anvil


def _gear(look: Look, _rng: np.random.Generator) -> Assembly:
    gear = Assembly("metal", 1.2)
    rim = []
    for tooth in range(14):
        a = 2 * np.pi * tooth / 14
        rim += [
            (r * np.cos(a + d), r * np.sin(a + d))
            for d, r in ((-0.11, 0.084), (-0.065, 0.104), (0.065, 0.104), (0.11, 0.084))
        ]
    holes = [
        transformed(
            cylinder(0.016, 0.1, 0, 20),
            placed((0.05 * np.cos(a), 0.05 * np.sin(a), -0.05), (90, 0, 0)),
        )
        for a in np.arange(5) * 2 * np.pi / 5
    ]
    axle = transformed(cylinder(0.014, 0.1, 0, 24), placed((0, 0, -0.05), (90, 0, 0)))
    brass = look.paint("metal", linear("c69a45"), pattern="plain", roughness=0.3)
    with gear.hinge("gear", "rotor", (0, 0.104, 0), (0, 0, 1)):
        gear.add(cut(extrude(rim, 0.026, 0.003), *holes, axle), brass, (0, 0.104, 0))
        gear.post(0.1, 0.026, (0, 0.104, -0.013), (90, 0, 0))
    return gear


def _magnet(look: Look, _rng: np.random.Generator) -> Assembly:
    magnet = Assembly("metal", 0.5)
    red = look.paint("metal", linear("c8312a"), metallic=0.0, pattern="plain", roughness=0.3)
    arc = np.linspace(0, np.pi, 20)
    outer = [(0.06 * np.cos(a), 0.06 * np.sin(a)) for a in arc]
    inner = [(0.032 * np.cos(a), 0.032 * np.sin(a)) for a in arc[::-1]]
    magnet.add(
        extrude(
            [(0.06, -0.05), *outer, (-0.06, -0.05), (-0.032, -0.05), *inner, (0.032, -0.05)],
            0.022,
            0.003,
        ),
        red,
        (0, 0.011, 0),
        FLAT,
    )
    for x in (-0.046, 0.046):
        magnet.body(rounded_box((0.028, 0.0222, 0.026), 0.003), steel_of(look), (x, 0, 0.062))
        magnet.box((0.028, 0.022, 0.05), (x, 0, 0.03))
    magnet.box((0.11, 0.022, 0.05), (0, 0, -0.025))
    return magnet


def _toothbrush(look: Look, _rng: np.random.Generator) -> Assembly:
    brush = Assembly("plastic", 0.02)
    line = [(-0.09, 0.006, 0), (-0.02, 0.007, 0), (0.03, 0.006, 0), (0.09, 0.006, 0)]
    brush.add(
        sweep(line, [0.006, 0.0065, 0.0035, 0.005], 12),
        look.paint("plastic", linear("2f9ec2"), roughness=0.25),
    )
    for number in range(6):
        tuft = rounded_box((0.0045, 0.012, 0.01), 0.0012, 1)
        brush.add(
            tuft,
            look.trim("plastic", COLOURS["white"] if number % 2 else linear("8fd0e0")),
            (0.062 + 0.0055 * number, 0.009, 0),
        )
    brush.pill((-0.088, 0.006, 0), (0.088, 0.006, 0), 0.006)
    return brush


def _lightbulb(look: Look, _rng: np.random.Generator) -> Assembly:
    bulb = Assembly("glass", 0.06)
    angle = np.linspace(-0.95, np.pi / 2, 16)
    round_part = [(0.03 * np.cos(a), 0.075 + 0.03 * np.sin(a)) for a in angle]
    glass = look.trim("glass", linear("ffe9b0"), emission=1.2, opacity=1.0)
    bulb.add(
        lathe([(0, 0.026), (0.013, 0.026), (0.0135, 0.036), *round_part[:-1], (0, 0.105)], 32, 60),
        glass,
    )
    brass = look.trim("metal", pattern="plain")
    bulb.add(cylinder(0.012, 0.024, 0.002, 24), brass, (0, 0.004, 0))
    for y in (0.009, 0.015, 0.021):
        bulb.add(torus(0.012, 0.0018, 24, 8), brass, (0, y, 0))
    bulb.add(
        ellipsoid((0.012, 0.01, 0.012), 14),
        look.trim("plastic", COLOURS["charcoal"]),
        (0, 0.005, 0),
    )
    bulb.ball(0.03, (0, 0.075, 0))
    bulb.post(0.013, 0.04)
    return bulb


TOOLS = things(
    {
        "saw": Thing(_saw),
        "screwdriver": Thing(_screwdriver),
        "wrench": Thing(_wrench),
        "drill": Thing(_drill),
        "axe": Thing(_axe),
        "shovel": Thing(_shovel),
        "rake": Thing(_rake),
        "broom": Thing(_broom),
        "ladder": Thing(_ladder),
        "wheelbarrow": Thing(_wheelbarrow, NATURAL),
        "paintbrush": Thing(_paintbrush),
        "scissors": Thing(_scissors),
        "toolbox": Thing(_toolbox),
        "rope": Thing(_rope, NATURAL),
        "nail": Thing(_nail),
        "anvil": Thing(_anvil),
        "gear": Thing(_gear),
        "magnet": Thing(_magnet),
        "toothbrush": Thing(_toothbrush),
        "light bulb": Thing(_lightbulb, NATURAL),
    }
)
