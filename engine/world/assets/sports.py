"""Sports gear: a hoop that balls rebound from and fall through, a goal, pins."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from engine.world.assets.assembly import NATURAL, Assembly, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.shapes import Vector, merged, rounded_box
from engine.world.assets.sweeps import cylinder, extrude, lathe, rod, rounded_profile, sweep, torus
from engine.world.model import Mesh, Surface

RING_RADIUS_M = 0.2286
RING_CENTRE_M: Vector = (0.0, 3.05, 1.5)
"""Middle of a basketball hoop's ring in the hoop's own space (natural size)."""
BOARD_FRONT_M = RING_CENTRE_M[2] - RING_RADIUS_M - 0.15
_BAR_M = 0.009


def _hoop(look: Look, _rng: np.random.Generator) -> Assembly:
    hoop = Assembly("plastic", 180.0, fixed=True)
    steel = look.trim("metal", linear("39464d"), metallic=0.0, pattern="plain", roughness=0.4)
    board_z = BOARD_FRONT_M - 0.02
    hoop.add(rounded_box((0.9, 0.2, 1.1), 0.05), steel, (0, 0, -0.1))
    hoop.add(rounded_box((0.16, 2.75, 0.16), 0.03), steel, (0, 0.1, 0.0))
    for x in (-0.05, 0.05):
        hoop.add(rod((x, 2.3, 0.0), (x, 2.98, board_z - 0.05), 0.035), steel)
        hoop.add(rod((x, 2.8, 0.0), (x, 3.5, board_z - 0.03), 0.03), steel)
    board = look.trim("plastic", COLOURS["white"], roughness=0.18)
    hoop.add(rounded_box((1.8, 1.05, 0.04), 0.012), board, (0, 2.9, board_z))
    line = look.paint("metal", linear("c2432f"), metallic=0.0, pattern="plain", roughness=0.35)
    _frame(hoop, line, (1.8, 1.05), (0, 2.9, board_z + 0.021), 0.05)
    _frame(hoop, line, (0.63, 0.48), (0, 3.05, board_z + 0.021), 0.045)
    x, y, z = RING_CENTRE_M
    hoop.add(torus(RING_RADIUS_M, _BAR_M, 48, 10), line, RING_CENTRE_M)
    hoop.add(rounded_box((0.14, 0.1, 0.16), 0.012), line, (0, y - 0.085, z - RING_RADIUS_M - 0.075))
    hoop.add(_net(), look.trim("fabric", COLOURS["white"], pattern="plain"), RING_CENTRE_M)
    hoop.box((0.9, 0.2, 1.1), (0, 0, -0.1))
    hoop.box((0.16, 2.75, 0.16), (0, 0.1, 0))
    hoop.box((1.8, 1.05, 0.04), (0, 2.9, board_z))
    hoop.box((0.1, 0.06, 0.14), (0, y - 0.05, z - RING_RADIUS_M - 0.08))
    turn = np.arange(17) * np.pi / 8
    ring = [
        (x + RING_RADIUS_M * float(np.sin(a)), y, z + RING_RADIUS_M * float(np.cos(a)))
        for a in turn
    ]
    for start, end in pairwise(ring):
        hoop.pill(start, end, _BAR_M)
    return hoop


def _frame(
    thing: Assembly, surface: Surface, size: tuple[float, float], at: Vector, bar: float
) -> None:
    """A painted rectangle: its underside middle at ``at``."""
    width, height = size
    x, y, z = at
    for side in (-1, 1):
        upright = rounded_box((bar, height, 0.006), 0.001, 1)
        thing.add(upright, surface, (x + side * (width - bar) / 2, y, z))
        level = rounded_box((width, bar, 0.006), 0.001, 1)
        thing.add(level, surface, (x, y + (height - bar if side > 0 else 0.0), z))


def _net() -> Mesh:
    """Crossing cords that hang from the ring."""
    cords = []
    share = np.linspace(0, 1, 7)
    radius = RING_RADIUS_M * (1 - 0.42 * share**0.7)
    for number in range(12):
        for way in (-1, 1):
            a = 2 * np.pi * number / 12 + way * share * np.pi / 4
            path = np.column_stack([radius * np.sin(a), -0.4 * share, radius * np.cos(a)])
            cords.append(sweep(path, 0.0035, 5))
    return merged(cords)


def _goal(look: Look, _rng: np.random.Generator) -> Assembly:
    width, height, depth, radius = 4.0, 2.0, 1.2, 0.05
    goal = Assembly("fabric", 90.0, fixed=True)  # the net is what is hit
    white = look.paint("metal", COLOURS["white"], metallic=0.0, roughness=0.3, pattern="plain")
    half = width / 2
    bars = [((-half, 0, 0), (-half, height, 0)), ((half, 0, 0), (half, height, 0)),
            ((-half, height, 0), (half, height, 0)),
            ((-half, radius, -depth), (half, radius, -depth))]  # fmt: skip
    for x in (-half, half):
        bars += [((x, radius, 0), (x, radius, -depth)), ((x, height, 0), (x, radius, -depth))]
    for start, end in bars:
        goal.add(rod(start, end, radius), white)
        goal.pill(start, end, radius) if start[1] > 0 else goal.post(radius, height, start)
    net = look.trim("fabric", COLOURS["light grey"], pattern="plain")
    goal.add(_goal_net(width, height, depth), net)
    goal.hull(
        [
            (x, y, -depth * (1 - y / height) - o)
            for x in (-half, half)
            for y in (0.0, height)
            for o in (0.0, 0.03)
        ]
    )
    for x in (-half, half):
        goal.hull(
            [
                (x + o, y, z)
                for o in (-0.015, 0.015)
                for y, z in ((0.0, 0.0), (height, 0.0), (0.0, -depth))
            ]
        )
    return goal


def _goal_net(width: float, height: float, depth: float) -> Mesh:
    cords = []
    for x in np.linspace(-width / 2, width / 2, 21):
        cords.append(rod((float(x), height, 0), (float(x), 0.03, -depth), 0.005))
    for share in np.linspace(0, 1, 12)[1:-1]:
        y, z = height * float(1 - share), -depth * float(share)
        cords.append(rod((-width / 2, y, z), (width / 2, y, z), 0.005))
        for x in (-width / 2, width / 2):
            cords.append(rod((x, y, 0), (x, y, z), 0.005))
            cords.append(rod((x, height * float(1 - share), z), (x, 0.02, z), 0.005))
    return merged(cords)


def _pin(look: Look, _rng: np.random.Generator) -> Assembly:
    pin = Assembly("wood", 1.55)
    line = [(0, 0), (0.026, 0), (0.029, 0.01), (0.047, 0.06), (0.0605, 0.115), (0.055, 0.165),
            (0.036, 0.21), (0.0235, 0.252), (0.024, 0.285), (0.031, 0.33), (0.029, 0.36),
            (0.016, 0.378), (0, 0.381)]  # fmt: skip
    white = look.paint("wood", COLOURS["white"], pattern="plain", roughness=0.15)
    pin.add(lathe(rounded_profile(line, 0.03, 4), 40, 60), white)
    red = look.trim("plastic", linear("b8332b"))
    for y, r in ((0.245, 0.0262), (0.272, 0.0258)):
        band = [(r - 0.003, y), (r, y), (r, y + 0.011), (r - 0.003, y + 0.011), (r - 0.003, y)]
        pin.add(lathe(band, 40), red)
    turn = np.arange(12) * np.pi / 6
    low = ((0.029, 0.0), (0.0605, 0.1), (0.0605, 0.13), (0.03, 0.22))
    high = ((0.026, 0.22), (0.03, 0.3), (0.031, 0.34), (0.012, 0.38))
    for rings in (low, high):
        pin.hull([(r * np.sin(a), h, r * np.cos(a)) for r, h in rings for a in turn])
    return pin


def _bat(look: Look, _rng: np.random.Generator) -> Assembly:
    bat = Assembly("wood", 0.95)
    line = [
        (0, 0),
        (0.026, 0.0),
        (0.028, 0.015),
        (0.013, 0.03),
        (0.013, 0.3),
        (0.034, 0.6),
        (0.033, 0.81),
        (0.02, 0.84),
        (0, 0.845),
    ]
    bat.add(
        lathe(rounded_profile(line, 0.02), 32, 60),
        look.paint("wood", linear("c59a5c")),
        (-0.42, 0.034, 0),
        (0, 0, -90),
    )
    bat.pill((-0.4, 0.034, 0), (0.1, 0.034, 0), 0.014)
    bat.pill((0.1, 0.034, 0), (0.385, 0.034, 0), 0.033)
    return bat


def _racket(look: Look, _rng: np.random.Generator) -> Assembly:
    racket = Assembly("plastic", 0.3)
    frame = look.paint("plastic", linear("a8332f"))
    turn = np.arange(40) * np.pi / 20
    oval = np.column_stack([0.17 * np.cos(turn) + 0.16, 0 * turn + 0.013, 0.13 * np.sin(turn)])
    racket.add(sweep(oval, 0.011, 10, loop=True), frame)
    for z in (-0.05, 0.05):
        racket.add(rod((0.02, 0.013, z), (-0.16, 0.013, z * 0.16), 0.009), frame)
    racket.add(rod((-0.15, 0.015, 0), (-0.36, 0.015, 0), 0.015), look.trim("leather"))
    string = look.trim("plastic", COLOURS["ivory"])
    for t in np.linspace(-0.85, 0.85, 13):
        reach = float(np.sqrt(1 - t * t))
        racket.add(
            rod(
                (0.16 + 0.17 * float(t), 0.013, -0.13 * reach),
                (0.16 + 0.17 * float(t), 0.013, 0.13 * reach),
                0.001,
            ),
            string,
        )
        racket.add(
            rod(
                (0.16 - 0.17 * reach, 0.013, 0.13 * float(t)),
                (0.16 + 0.17 * reach, 0.013, 0.13 * float(t)),
                0.001,
            ),
            string,
        )
    racket.box((0.36, 0.022, 0.28), (0.16, 0.002, 0))
    racket.box((0.36, 0.026, 0.03), (-0.18, 0.001, 0))
    return racket


def _skateboard(look: Look, _rng: np.random.Generator) -> Assembly:
    board = Assembly("wood", 2.6)
    x = np.linspace(-0.4, 0.4, 17)
    y = 0.095 + 0.05 * np.clip((np.abs(x) - 0.26) / 0.14, 0, 1) ** 1.4
    outline = np.vstack([np.column_stack([x, y]), np.column_stack([x, y + 0.012])[::-1]])
    board.add(extrude(outline, 0.2), look.paint("wood", linear("b5543d")))
    for side in (-1, 1):
        board.add(
            rounded_box((0.06, 0.04, 0.16), 0.01), look.trim("metal"), (side * 0.22, 0.052, 0)
        )
        for z in (-0.085, 0.085):
            wheel = cylinder(0.028, 0.034, 0.006, 24)
            board.add(
                wheel,
                look.trim("plastic", COLOURS["cream"]),
                (side * 0.22, 0.028, z - 0.017),
                (90, 0, 0),
            )
    board.box((0.6, 0.014, 0.2), (0, 0.094, 0))
    for side in (-1, 1):
        board.post(0.028, 0.2, (side * 0.22, 0.028, -0.1), (90, 0, 0))
    return board


SPORTS = things(
    {
        "hoop": Thing(_hoop, NATURAL - {"stretch"}),
        "goal": Thing(_goal, NATURAL),
        "bowling pin": Thing(_pin),
        "bat": Thing(_bat),
        "racket": Thing(_racket),
        "skateboard": Thing(_skateboard),
    }
)
