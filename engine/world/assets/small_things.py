"""Things to hold: books, phones, tools, coins, umbrellas, clocks, a toy robot."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import NATURAL, ROUND, Assembly, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.shapes import (
    creased,
    ellipsoid,
    grid_triangles,
    placed,
    rounded_box,
    sphere,
    transformed,
)
from engine.world.assets.sweeps import (
    capsule,
    cylinder,
    extrude,
    lathe,
    rod,
    rounded_profile,
    rounded_rectangle,
    sweep,
    torus,
)
from engine.world.model import Mesh


def _book(look: Look, _rng: np.random.Generator) -> Assembly:
    book = Assembly("paper", 0.55)
    cover = look.paint("cardboard", linear("7a3434"), roughness=0.55)
    book.add(rounded_box((0.155, 0.004, 0.22), 0.0015), cover)
    book.add(rounded_box((0.155, 0.004, 0.22), 0.0015), cover, (0, 0.034, 0))
    book.add(rounded_box((0.006, 0.038, 0.22), 0.003), cover, (-0.0755, 0, 0))
    book.add(
        rounded_box((0.146, 0.032, 0.208), 0.002),
        look.trim("paper", linear("ece2cb")),
        (0, 0.003, 0),
    )
    gold = look.trim("metal", COLOURS["gold"], pattern="plain")
    book.add(rounded_box((0.09, 0.001, 0.014), 0.0004, 1), gold, (0, 0.0376, -0.05))
    book.add(rounded_box((0.06, 0.001, 0.008), 0.0004, 1), gold, (0, 0.0376, -0.025))
    book.box((0.156, 0.038, 0.22))
    return book


def _phone(look: Look, _rng: np.random.Generator) -> Assembly:
    phone = Assembly("glass", 0.19)
    body = extrude(rounded_rectangle(0.073, 0.15, 0.012), 0.008, 0.002)
    phone.add(
        body, look.paint("plastic", linear("2b3442"), roughness=0.25), (0, 0.004, 0), (-90, 0, 0)
    )
    screen = look.trim("glass", linear("3f6f9c"), opacity=1.0, emission=0.7, roughness=0.05)
    phone.add(
        extrude(rounded_rectangle(0.067, 0.143, 0.009), 0.001), screen, (0, 0.0079, 0), (-90, 0, 0)
    )
    phone.box((0.073, 0.0084, 0.15))
    return phone


def _hammer(look: Look, _rng: np.random.Generator) -> Assembly:
    hammer = Assembly("metal", 0.65)
    steel = look.paint("metal", linear("62676c"))
    hammer.add(capsule_rod(0.33, 0.0145), look.trim("wood", linear("b78548")), (0, 0.018, 0))
    hammer.add(rounded_box((0.03, 0.03, 0.05), 0.006), steel, (0.155, 0.003, 0))
    hammer.add(cylinder(0.0165, 0.035, 0.003, 24), steel, (0.155, 0.018, 0.02), (90, 0, 0))
    wedge = [(-0.013, -0.02), (0.013, -0.02), (0.004, -0.075), (-0.004, -0.075)]
    hammer.add(extrude(wedge[::-1], 0.026, 0.002), steel, (0.155, 0.018, 0), (90, 0, 0))
    hammer.pill((-0.15, 0.018, 0), (0.14, 0.018, 0), 0.0145)
    hammer.box((0.032, 0.034, 0.115), (0.155, 0.001, -0.005))
    return hammer


def capsule_rod(length: float, radius: float) -> Mesh:
    """A round-ended handle along x, centred on the origin."""
    return transformed(capsule(radius, length, 20), placed((length / 2, 0, 0), (0, 0, 90)))


def _coin(look: Look, _rng: np.random.Generator) -> Assembly:
    coin = Assembly("metal", 0.008)
    gold = look.paint("metal", COLOURS["gold"], pattern="plain", roughness=0.25)
    line = [
        (0, 0.0003),
        (0.0108, 0.0003),
        (0.011, 0),
        (0.0126, 0),
        (0.013, 0.0004),
        (0.013, 0.0018),
        (0.0126, 0.0022),
        (0.011, 0.0022),
        (0.0108, 0.0019),
        (0, 0.0019),
    ]
    coin.add(lathe(line, 48), gold)
    star = [
        (r * np.cos(a), r * np.sin(a))
        for a, r in (
            (np.pi / 2 + n * np.pi / 5, 0.0072 if n % 2 == 0 else 0.0032) for n in range(10)
        )
    ]
    coin.add(extrude(star, 0.0006), gold, (0, 0.0019, 0), (-90, 0, 0))
    coin.post(0.013, 0.0022)
    return coin


def _umbrella(look: Look, _rng: np.random.Generator) -> Assembly:
    umbrella = Assembly("fabric", 0.55)
    cloth = look.paint("fabric", linear("a8343a"), pattern="plain", roughness=0.7)
    umbrella.add(_canopy(8, 0.52, 0.26), cloth, (0, 0.66, 0))
    steel = look.trim("metal", pattern="plain")
    umbrella.add(rod((0, 0.07, 0), (0, 0.97, 0), 0.006), steel)
    umbrella.add(cylinder(0.009, 0.05, 0.003, 14, 0.003), steel, (0, 0.915, 0))
    arc = np.linspace(0, np.pi, 14)
    hook = np.column_stack([0.035 - 0.035 * np.cos(arc), 0.05 - 0.04 * np.sin(arc), 0 * arc])
    grip = np.vstack([[(0, 0.16, 0)], hook])
    umbrella.add(sweep(grip, 0.011, 12), look.trim("wood", COLOURS["dark brown"]))
    for number in range(8):
        a = 2 * np.pi * number / 8
        tip = (0.49 * float(np.sin(a)), 0.68, 0.49 * float(np.cos(a)))
        umbrella.add(rod((0, 0.9, 0), tip, 0.003), steel)
    umbrella.pill((0, 0.02, 0), (0, 0.9, 0), 0.015)
    turn = np.arange(12) * np.pi / 6
    umbrella.hull(
        [
            (r * np.sin(a), y, r * np.cos(a))
            for r, y in ((0.5, 0.68), (0.3, 0.85), (0.02, 0.92))
            for a in turn
        ]
    )
    return umbrella


def _canopy(ribs: int, radius: float, height: float) -> Mesh:
    """A scalloped dome with an inner side, closed at the rim."""
    sides = ribs * 5
    turn = np.arange(sides) * 2 * np.pi / sides
    sag = 0.5 - 0.5 * np.cos(turn * ribs)
    rows = []
    for inner in (False, True):
        for share in np.linspace(1, 0.004, 9)[:: -1 if inner else 1]:
            r = radius * share * (1 - 0.06 * sag * share)
            y = height * (1 - share**1.9) + 0.05 * sag * share**3 - (0.004 if inner else 0.0)
            rows.append(np.column_stack([r * np.sin(turn), y, r * np.cos(turn)]))
    rows.append(rows[0])
    return creased(np.concatenate(rows), grid_triangles(len(rows), sides, wrap=True), 30.0)


_CLOCK_RIM = [
    (0, 0),
    (0.16, 0),
    (0.165, 0.008),
    (0.16, 0.042),
    (0.148, 0.046),
    (0.142, 0.03),
    (0, 0.03),
]


def _clock(look: Look, _rng: np.random.Generator) -> Assembly:
    clock = Assembly("plastic", 0.7)
    upright = (90, 0, 0)
    clock.add(
        lathe(rounded_profile(_CLOCK_RIM, 0.006), 56),
        look.paint("plastic", linear("2f5d62")),
        (0, 0.165, -0.02),
        upright,
    )
    clock.add(
        cylinder(0.142, 0.002, 0, 48),
        look.trim("paper", COLOURS["ivory"]),
        (0, 0.165, 0.011),
        upright,
    )
    ink = look.trim("plastic", COLOURS["charcoal"])
    for hour in range(12):
        a = hour * np.pi / 6
        tall = 0.024 if hour % 3 == 0 else 0.014
        mark = rounded_box((0.005, tall, 0.002), 0.0008, 1)
        at = (0.128 * float(np.sin(a)), 0.165 + 0.128 * float(np.cos(a)), 0.0135)
        clock.add(mark, ink, _toward(at, a, tall), (0, 0, -float(np.degrees(a))))
    for length, width, degrees in ((0.075, 0.009, 305), (0.11, 0.006, 60)):
        hand = rounded_box((width, length, 0.002), 0.0008, 1)
        clock.add(hand, ink, (0, 0.165, 0.016), (0, 0, -degrees))
    clock.add(
        cylinder(0.008, 0.006, 0.001, 16),
        look.trim("metal", COLOURS["brass"]),
        (0, 0.165, 0.014),
        upright,
    )
    clock.post(0.165, 0.044, (0, 0.165, -0.02), upright)
    return clock


def _toward(
    at: tuple[float, float, float], angle: float, length: float
) -> tuple[float, float, float]:
    """The point ``length`` nearer to the dial's middle along the angle."""
    return (at[0] - length * float(np.sin(angle)), at[1] - length * float(np.cos(angle)), at[2])


def _television(look: Look, _rng: np.random.Generator) -> Assembly:
    tv = Assembly("plastic", 14.0)
    case = look.paint("plastic", COLOURS["black"], roughness=0.3)
    tv.add(rounded_box((1.24, 0.72, 0.05), 0.012), case, (0, 0.07, 0))
    screen = look.trim(
        "glass", linear("5a86a8"), opacity=1.0, emission=0.6, roughness=0.08, pattern="picture"
    )
    tv.add(rounded_box((1.2, 0.675, 0.006), 0.001), screen, (0, 0.093, 0.0235), part="screen")
    tv.add(rounded_box((0.06, 0.09, 0.04), 0.01), case, (0, 0.01, 0))
    tv.add(rounded_box((0.5, 0.014, 0.24), 0.006), case)
    tv.box((1.24, 0.72, 0.05), (0, 0.07, 0))
    tv.box((0.06, 0.09, 0.04))
    tv.box((0.5, 0.014, 0.24))
    return tv


def _laptop(look: Look, _rng: np.random.Generator) -> Assembly:
    laptop = Assembly("metal", 1.4)
    case = look.paint("metal", COLOURS["silver"], pattern="plain")
    laptop.add(rounded_box((0.33, 0.014, 0.23), 0.005), case)
    laptop.add(rounded_box((0.33, 0.22, 0.008), 0.003), case, (0, 0.012, -0.112), (-14, 0, 0))
    screen = look.trim("glass", linear("6f9bb8"), opacity=1.0, emission=0.9)
    laptop.add(rounded_box((0.31, 0.19, 0.004), 0.001), screen, (0, 0.0255, -0.1125), (-14, 0, 0))
    laptop.add(
        rounded_box((0.29, 0.003, 0.1), 0.001),
        look.trim("plastic", COLOURS["charcoal"]),
        (0, 0.0128, -0.035),
    )
    laptop.box((0.33, 0.015, 0.23))
    laptop.box((0.33, 0.22, 0.01), (0, 0.012, -0.112), (-14, 0, 0))
    return laptop


def _robot(look: Look, _rng: np.random.Generator) -> Assembly:
    robot = Assembly("metal", 6.5)
    shell = look.paint("metal", linear("6f97a6"), metallic=0.0, roughness=0.3, pattern="plain")
    steel = look.trim("metal", linear("555d63"), pattern="plain")
    eye = look.trim("glass", linear("f0c76a"), emission=2.2, opacity=1.0)
    robot.add(rounded_box((0.3, 0.3, 0.22), 0.05, 3), shell, (0, 0.26, 0))
    robot.add(rounded_box((0.26, 0.2, 0.2), 0.06, 3), shell, (0, 0.595, 0))
    robot.add(cylinder(0.045, 0.05, 0.008, 24), steel, (0, 0.555, 0))
    robot.add(
        rounded_box((0.17, 0.13, 0.02), 0.02),
        look.trim("plastic", COLOURS["cream"]),
        (0, 0.35, 0.105),
    )
    for x, color in ((-0.04, "c2432f"), (0.0, "d9a441"), (0.04, "4f9140")):
        robot.add(
            sphere(0.012, 14), look.trim("plastic", linear(color), emission=0.5), (x, 0.42, 0.116)
        )
    for side in (-1, 1):
        robot.add(ellipsoid((0.062, 0.062, 0.04), 20), eye, (side * 0.06, 0.71, 0.098))
        robot.add(torus(0.035, 0.008, 24, 10), steel, (side * 0.06, 0.71, 0.1), (90, 0, 0))
        robot.add(sphere(0.042, 22), steel, (side * 0.175, 0.5, 0))
        arm = [(side * 0.18, 0.5, 0), (side * 0.23, 0.42, 0.01), (side * 0.23, 0.33, 0.05)]
        robot.add(sweep(arm, 0.026, 14), steel)
        robot.add(sphere(0.045, 22), shell, (side * 0.23, 0.31, 0.06))
        robot.add(cylinder(0.036, 0.2, 0.006, 20), steel, (side * 0.075, 0.07, 0))
        robot.add(rounded_box((0.12, 0.085, 0.19), 0.035, 3), shell, (side * 0.078, 0, 0.02))
        robot.add(
            cylinder(0.03, 0.03, 0.006, 18), steel, (side * 0.125, 0.695, 0), (0, 0, -90 * side)
        )
    robot.add(rod((0, 0.79, 0), (0, 0.89, 0), 0.006), steel)
    robot.add(sphere(0.022, 20), look.trim("plastic", linear("c2432f"), emission=0.8), (0, 0.9, 0))
    robot.add(
        rounded_box((0.1, 0.014, 0.02), 0.006),
        look.trim("plastic", COLOURS["charcoal"]),
        (0, 0.635, 0.096),
    )
    _robot_colliders(robot)
    return robot


def _robot_colliders(robot: Assembly) -> None:
    robot.box((0.3, 0.28, 0.22), (0, 0.28, 0))
    robot.box((0.26, 0.24, 0.2), (0, 0.57, 0))
    for side in (-1, 1):
        robot.box((0.12, 0.28, 0.18), (side * 0.078, 0, 0.02))
        robot.pill((side * 0.2, 0.48, 0), (side * 0.23, 0.32, 0.05), 0.035)


def _key(look: Look, _rng: np.random.Generator) -> Assembly:
    key = Assembly("metal", 0.02)
    brass = look.paint("metal", COLOURS["brass"], pattern="plain")
    key.add(torus(0.011, 0.0025, 28, 8), brass, (-0.025, 0.0025, 0))
    key.add(rod((-0.014, 0.0025, 0), (0.03, 0.0025, 0), 0.0025), brass)
    for x in (0.02, 0.027):
        key.add(rounded_box((0.004, 0.004, 0.009), 0.0005), brass, (x, 0.0006, 0.005))
    key.box((0.066, 0.005, 0.024), (-0.003, 0, 0.001))
    return key


def _hat(look: Look, _rng: np.random.Generator) -> Assembly:
    hat = Assembly("fabric", 0.15)
    line = [
        (0, 0),
        (0.16, 0.004),
        (0.165, 0.01),
        (0.1, 0.012),
        (0.092, 0.03),
        (0.08, 0.105),
        (0.05, 0.118),
        (0, 0.11),
    ]
    hat.add(lathe(rounded_profile(line, 0.012), 44, 60), look.paint("fabric", linear("8a6a48")))
    band = [(0.0925, 0.022), (0.0955, 0.022), (0.0915, 0.045), (0.088, 0.045), (0.0925, 0.022)]
    hat.add(lathe(band, 44), look.trim("fabric", COLOURS["dark brown"]))
    hat.post(0.16, 0.01)
    hat.post(0.09, 0.1, (0, 0.01, 0))
    return hat


def _candle(look: Look, _rng: np.random.Generator) -> Assembly:
    candle = Assembly("plastic", 0.3)
    candle.add(
        cylinder(0.03, 0.14, 0.006, 28), look.paint("plastic", COLOURS["cream"], roughness=0.6)
    )
    candle.add(rod((0, 0.138, 0), (0.002, 0.152, 0), 0.0015), look.trim("fabric", COLOURS["black"]))
    flame = lathe([(0, 0.145), (0.007, 0.156), (0.004, 0.17), (0, 0.182)], 16, 80)
    candle.add(flame, look.trim("plastic", (1.0, 0.68, 0.25), emission=6.0), part="flame")
    candle.post(0.03, 0.14)
    return candle


def _teddy(look: Look, _rng: np.random.Generator) -> Assembly:
    bear = Assembly("fabric", 0.45)
    fur = look.paint("fabric", linear("a4733f"))
    light = look.trim("fabric", linear("d3ad77"))
    black = look.trim("plastic", COLOURS["black"], roughness=0.2)
    bear.add(ellipsoid((0.2, 0.22, 0.17), 24), fur, (0, 0.13, 0))
    bear.add(ellipsoid((0.13, 0.14, 0.06), 24), light, (0, 0.13, 0.063))
    bear.add(ellipsoid((0.17, 0.155, 0.155), 24), fur, (0, 0.3, 0.01))
    bear.add(ellipsoid((0.08, 0.06, 0.06), 20), light, (0, 0.28, 0.075))
    bear.add(ellipsoid((0.026, 0.018, 0.016), 14), black, (0, 0.292, 0.104))
    for side in (-1, 1):
        bear.add(ellipsoid((0.07, 0.07, 0.04), 20), fur, (side * 0.065, 0.365, 0))
        bear.add(ellipsoid((0.04, 0.04, 0.02), 20), light, (side * 0.065, 0.365, 0.014))
        bear.add(sphere(0.0095, 14), black, (side * 0.034, 0.318, 0.08))
        bear.add(
            ellipsoid((0.07, 0.15, 0.075), 20), fur, (side * 0.11, 0.17, 0.025), (-25, 0, side * 35)
        )
        bear.add(
            ellipsoid((0.085, 0.085, 0.17), 20),
            fur,
            (side * 0.075, 0.044, 0.085),
            (0, side * 18, 0),
        )
        bear.add(
            ellipsoid((0.06, 0.06, 0.02), 20), light, (side * 0.1, 0.046, 0.166), (0, side * 18, 0)
        )
    bear.ball(0.1, (0, 0.12, 0))
    bear.ball(0.08, (0, 0.3, 0.01))
    bear.box((0.22, 0.08, 0.2), (0, 0.003, 0.06))
    return bear


SMALL_THINGS = things(
    {
        "book": Thing(_book),
        "phone": Thing(_phone),
        "laptop": Thing(_laptop),
        "hammer": Thing(_hammer),
        "coin": Thing(_coin, ROUND),
        "key": Thing(_key),
        "umbrella": Thing(_umbrella, NATURAL | {"pattern"}),
        "hat": Thing(_hat),
        "clock": Thing(_clock),
        "candle": Thing(_candle),
        "television": Thing(_television),
        "robot": Thing(_robot),
        "teddy bear": Thing(_teddy, NATURAL),
    }
)
