"""Instruments."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from engine.world.assets.assembly import NATURAL, Assembly, Thing, things
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.road_vehicles import block
from engine.world.assets.shapes import ellipsoid, placed, sphere, transformed
from engine.world.assets.solids import cut
from engine.world.assets.sweeps import cylinder, extrude, lathe, rod, rounded_profile, sweep, torus
from engine.world.model import Mesh, Surface


def _lacquer(look: Look, color: str) -> Surface:
    return look.paint("wood", linear(color), roughness=0.2)


def _brass(look: Look) -> Surface:
    return look.paint("metal", linear("d9a93f"), pattern="plain", roughness=0.18)


def _steel(look: Look) -> Surface:
    return look.trim("metal", linear("d0d4d8"), pattern="plain", roughness=0.2)


def _figure_eight(length: float, upper: float, waist: float, lower: float) -> np.ndarray:
    """(n, 2) outline of a guitar or violin, its neck at +y."""
    y = (
        np.array([-0.5, -0.49, -0.44, -0.33, -0.2, -0.06, 0.07, 0.18, 0.29, 0.39, 0.46, 0.5])
        * length
    )
    x = np.array([0, 0.35, 0.72, 0.97, 0.97, 0.0, 0.0, 0.0, 0.0, 0.78, 0.38, 0]) * lower
    x[5], x[6], x[7], x[8] = (lower + waist) / 2 * 0.98, waist, (waist + upper) / 2 * 1.04, upper
    x[9], x[10] = upper * 0.92, upper * 0.55
    fine = np.linspace(0, len(y) - 1, 45)
    half = np.column_stack([np.interp(fine, range(len(y)), x), np.interp(fine, range(len(y)), y)])
    smooth = half.copy()
    for _ in range(5):
        smooth[1:-1] = (smooth[:-2] + 2 * smooth[1:-1] + smooth[2:]) / 4
    return np.vstack([smooth, (smooth * (-1, 1))[-2:0:-1]])


def _guitar_neck(
    look: Look, put: Callable[[Mesh, Surface], None], dark: Surface, side: Surface
) -> None:
    """Fingerboard, frets and head."""
    put(transformed(block((0.05, 0.5, 0.022), 0.006), placed((0, 0.1, 0.05))), dark)
    for fret in range(14):
        put(
            transformed(block((0.05, 0.003, 0.004), 0.001), placed((0, 0.58 - 0.03 * fret, 0.061))),
            _steel(look),
        )
    put(
        transformed(
            extrude(
                [
                    (-0.03, 0),
                    (0.03, 0),
                    (0.038, 0.15),
                    (0.02, 0.165),
                    (-0.02, 0.165),
                    (-0.038, 0.15),
                ],
                0.018,
                0.004,
            ),
            placed((0, 0.59, 0.045), (8, 0, 0)),
        ),
        side,
    )


def _guitar_strings(look: Look, put: Callable[[Mesh, Surface], None]) -> None:
    """Six strings, each with its peg."""
    for number in range(6):
        x = 0.045 * (1 if number % 2 else -1)
        put(
            transformed(
                cylinder(0.007, 0.014, 0.002, 12),
                placed((x, 0.63 + 0.035 * (number // 2), 0.05), (90, 0, 0)),
            ),
            _steel(look),
        )
        s = (number - 2.5) * 0.0066
        put(rod((s, -0.115, 0.058), (s * 1.0, 0.6, 0.066), 0.0011), _steel(look))


def _guitar(look: Look, _rng: np.random.Generator) -> Assembly:
    guitar = Assembly("wood", 1.9)
    lean = (-12.0, 0.0, 0.0)
    outline = _figure_eight(0.48, 0.135, 0.115, 0.185)
    body = extrude(outline, 0.095, 0.008)
    hole = transformed(cylinder(0.048, 0.06, 0, 32), placed((0, 0.03, 0.01), (90, 0, 0)))
    side, top, dark = (
        look.trim("wood", linear("6b3a1f"), roughness=0.2),
        _lacquer(look, "d9964a"),
        look.trim("wood", linear("2b1a12")),
    )
    stand = placed((0, 0.25, 0), lean)

    def put(mesh: Mesh, surface: Surface) -> None:
        guitar.add(transformed(mesh, stand), surface)

    put(body, side)
    put(cut(transformed(extrude(outline * 0.985, 0.006), placed((0, 0, 0.0465))), hole), top)
    put(transformed(torus(0.053, 0.004, 36, 8), placed((0, 0.03, 0.0495), (90, 0, 0))), dark)
    put(
        transformed(cylinder(0.047, 0.002, 0, 28), placed((0, 0.03, 0.0475), (90, 0, 0))),
        look.trim("wood", COLOURS["black"]),
    )
    _guitar_neck(look, put, dark, side)
    _guitar_strings(look, put)
    put(transformed(block((0.13, 0.022, 0.014), 0.004), placed((0, -0.125, 0.049))), dark)
    guitar.hull(
        np.vstack([np.column_stack([outline, np.full(len(outline), z)]) for z in (-0.047, 0.047)])[
            ::3
        ]
        @ stand[:3, :3].T
        + stand[:3, 3]
    )
    low, high = stand @ (0, 0.24, 0.05, 1), stand @ (0, 0.66, 0.05, 1)
    guitar.pill(tuple(low[:3]), tuple(high[:3]), 0.025)
    return guitar


def _violin_strings(look: Look, put: Callable[[Mesh, Surface], None], dark: Surface) -> None:
    """Four strings, each with its peg."""
    for number in range(4):
        side = 1 if number % 2 else -1
        put(
            rod(
                (side * 0.01, 0.325 + 0.014 * number, 0.017),
                (side * 0.038, 0.325 + 0.014 * number, 0.017),
                0.0035,
                0.006,
            ),
            dark,
        )
        s = (number - 1.5) * 0.0055
        put(
            sweep([(s, -0.13, 0.034), (s, -0.02, 0.046), (s * 0.8, 0.315, 0.038)], 0.0008, 6),
            _steel(look),
        )


def _bow(violin: Assembly, look: Look, dark: Surface) -> None:
    """The bow, beside it."""
    bow = placed((0.19, 0.008, -0.02), (0, 5, 0))
    violin.add(
        transformed(rod((0, 0.008, 0.33), (0, 0.01, -0.34), 0.0035), bow),
        look.trim("wood", linear("7a3a1c")),
    )
    violin.add(
        transformed(block((0.008, 0.004, 0.6), 0.001), bow @ placed((0, -0.004, 0))),
        look.trim("fabric", COLOURS["ivory"]),
    )
    violin.add(
        transformed(block((0.01, 0.018, 0.03), 0.003), bow @ placed((0, -0.007, 0.29))), dark
    )


def _violin(look: Look, _rng: np.random.Generator) -> Assembly:
    violin = Assembly("wood", 0.45)
    outline = _figure_eight(0.355, 0.082, 0.055, 0.103)
    wood, dark = _lacquer(look, "a3481c"), look.trim("wood", linear("1d1512"), roughness=0.25)
    flat = placed((0, 0.022, 0), (-90, 0, 0))

    def put(mesh: Mesh, surface: Surface) -> None:
        violin.add(transformed(mesh, flat), surface)

    put(extrude(outline, 0.038, 0.005), wood)
    for x in (-0.038, 0.038):
        arc = [
            (x + 0.006, 0.03, 0.0195),
            (x, 0.005, 0.0195),
            (x, -0.03, 0.0195),
            (x - 0.006, -0.052, 0.0195),
        ]
        put(sweep(arc, [0.004, 0.0025, 0.0025, 0.004], 8), dark)
    put(transformed(block((0.026, 0.27, 0.012), 0.004), placed((0, 0.05, 0.03))), dark)
    put(transformed(block((0.024, 0.14, 0.016), 0.005), placed((0, 0.175, 0.017))), wood)
    put(transformed(block((0.024, 0.075, 0.022), 0.006), placed((0, 0.31, 0.017))), wood)
    put(
        transformed(cylinder(0.019, 0.026, 0.005, 20), placed((-0.013, 0.395, 0.012), (0, 0, -90))),
        wood,
    )
    _violin_strings(look, put, dark)
    put(
        transformed(block((0.046, 0.006, 0.026), 0.002), placed((0, -0.023, 0.018))),
        look.trim("wood", linear("d9b47a")),
    )
    put(transformed(block((0.032, 0.1, 0.012), 0.004), placed((0, -0.17, 0.025))), dark)
    put(transformed(ellipsoid((0.06, 0.05, 0.018), 16), placed((-0.045, -0.155, 0.028))), dark)
    violin.hull(np.array([(x, y, -z) for x, z in outline[::3] for y in (0.003, 0.041)]))
    violin.box((0.03, 0.03, 0.25), (0, 0.03, -0.28))
    _bow(violin, look, dark)
    return violin


def _piano(look: Look, _rng: np.random.Generator) -> Assembly:
    piano = Assembly("wood", 220.0)
    wood = look.paint("wood", linear("1a1718"), pattern="plain", roughness=0.12)
    white, dark = (
        look.trim("plastic", COLOURS["ivory"], roughness=0.2),
        look.trim("plastic", COLOURS["black"], roughness=0.25),
    )
    for size, at in (
        ((1.5, 1.2, 0.3), (0, 0.02, -0.18)),
        ((1.5, 0.06, 0.36), (0, 0.62, 0.13)),
        ((0.06, 0.26, 0.34), (0.72, 0.62, 0.13)),
        ((0.06, 0.26, 0.34), (-0.72, 0.62, 0.13)),
    ):
        piano.body(block(size, 0.014), wood, at)
    for x in (-0.71, 0.71):
        piano.add(cylinder(0.03, 0.62, 0.006, 20, 0.038), wood, (x, 0, 0.25))
        piano.post(0.03, 0.62, (x, 0, 0.25))
        piano.add(block((0.07, 0.05, 0.5), 0.012), wood, (x, 0, 0.06))
    piano.add(block((1.54, 0.03, 0.36), 0.012), wood, (0, 1.215, -0.17))
    piano.box((1.38, 0.05, 0.16), (0, 0.67, 0.2))
    for key in range(36):
        x = -0.665 + 0.038 * key
        piano.add(block((0.0365, 0.025, 0.16), 0.003), white, (x, 0.68, 0.21))
        if key % 7 not in (2, 6) and key < 35:
            piano.add(block((0.02, 0.02, 0.1), 0.004), dark, (x + 0.019, 0.7, 0.175))
    piano.add(
        transformed(block((0.8, 0.3, 0.015), 0.005), placed((0, 0.84, 0.0), (-14, 0, 0))), wood
    )
    piano.add(
        transformed(block((0.42, 0.26, 0.006), 0.002), placed((0, 0.87, 0.012), (-14, 0, 0))),
        look.trim("paper"),
    )
    for x in (-0.09, 0.0, 0.09):
        piano.add(
            block((0.035, 0.012, 0.12), 0.005),
            look.trim("metal", COLOURS["brass"], pattern="plain"),
            (x, 0.06, 0.03),
        )
    with piano.hinge("lid", "lid", (0, 0.88, -0.02), (-1, 0, 0), (0, 90)):
        piano.add(block((1.38, 0.16, 0.02), 0.006), wood, (0, 0.72, 0.0))
    return piano


def _drum(look: Look, _rng: np.random.Generator) -> Assembly:
    drum = Assembly("wood", 3.2)
    drum.add(
        cylinder(0.178, 0.24, 0.004, 44),
        look.paint("wood", linear("b3271f"), pattern="plain", roughness=0.2),
        (0, 0.02, 0),
    )
    skin = look.trim("leather", linear("ece4d0"), roughness=0.6)
    drum.add(cylinder(0.176, 0.012, 0.003, 44), skin, (0, 0.258, 0))
    for y in (0.03, 0.25):
        drum.add(torus(0.182, 0.011, 44, 10), _steel(look), (0, y, 0))
    for a in np.arange(8) * np.pi / 4:
        x, z = 0.187 * float(np.sin(a)), 0.187 * float(np.cos(a))
        drum.add(rod((x, 0.03, z), (x, 0.25, z), 0.0035), _steel(look))
        drum.add(ellipsoid((0.024, 0.05, 0.024), 12), _steel(look), (x, 0.14, z))
    for s in (-1.0, 1.0):
        stick = [(s * 0.05 - 0.1, 0.279, 0.1), (s * 0.02 + 0.1, 0.279, -0.13)]
        drum.add(
            rod(
                (stick[0][0], 0.279, 0.14 * s), (stick[1][0] + 0.06, 0.279, 0.02 * s), 0.0075, 0.006
            ),
            look.trim("wood", linear("c99b62")),
        )
        drum.add(
            sphere(0.011, 14),
            look.trim("wood", linear("c99b62")),
            (stick[1][0] + 0.06, 0.281, 0.02 * s),
        )
    drum.post(0.185, 0.27)
    return drum


def _trumpet_bell(trumpet: Assembly, brass: Surface) -> None:
    """The flaring end."""
    z = np.linspace(0, 1, 16)
    bell = np.column_stack([0.0065 + 0.0555 * z**5, 0.2 * z])
    tube = [
        (0, 0),
        *bell,
        (bell[-1, 0] - 0.003, 0.199),
        *[(r - 0.002, h) for r, h in bell[-2:7:-1]],
        (0, 0.1),
    ]
    trumpet.add(lathe(tube, 32, 60), brass, (0, 0.07, 0.05), (90, 0, 0))


def _trumpet(look: Look, _rng: np.random.Generator) -> Assembly:
    trumpet = Assembly("metal", 1.1)
    brass = _brass(look)
    _trumpet_bell(trumpet, brass)
    loop = rounded_profile(
        [(-0.17, 0.07), (0.06, 0.07), (0.12, 0.07), (0.12, 0.015), (-0.14, 0.015), (-0.14, 0.07)],
        0.03,
        6,
    )
    trumpet.add(sweep([(0.0, y, z) for z, y in loop[: len(loop) - 7]], 0.006, 10), brass)
    trumpet.add(rod((0, 0.07, -0.24), (0, 0.07, 0.06), 0.006), brass)
    trumpet.add(sweep([(0.03, 0.07, -0.16), (0.03, 0.07, 0.0)], 0.006, 10), brass)
    trumpet.add(
        transformed(
            lathe(
                [(0, 0), (0.006, 0), (0.013, 0.035), (0.013, 0.04), (0.009, 0.04), (0, 0.02)], 24
            ),
            placed((0, 0.07, -0.235), (-90, 0, 0)),
        ),
        _steel(look),
    )
    for z_valve in (-0.045, -0.015, 0.015):
        trumpet.add(cylinder(0.0125, 0.11, 0.004, 20), brass, (0.012, 0.005, z_valve))
        trumpet.add(cylinder(0.004, 0.03, 0.001, 10), _steel(look), (0.012, 0.112, z_valve))
        trumpet.add(cylinder(0.011, 0.006, 0.002, 18), _steel(look), (0.012, 0.14, z_valve))
    trumpet.pill((0, 0.07, -0.25), (0, 0.07, 0.15), 0.008)
    turn = np.arange(10) * np.pi / 5
    trumpet.hull(
        [
            (r * np.sin(a), 0.07 + r * np.cos(a), z0)
            for r, z0 in ((0.012, 0.17), (0.06, 0.249))
            for a in turn
        ]
    )
    trumpet.box((0.03, 0.11, 0.09), (0.012, 0.005, -0.015))
    return trumpet


def _microphone(look: Look, _rng: np.random.Generator) -> Assembly:
    mic = Assembly("metal", 4.5)
    dark = look.paint("metal", linear("24272b"), metallic=0.0, pattern="plain", roughness=0.4)
    mic.add(
        lathe(
            rounded_profile(
                [(0, 0), (0.14, 0), (0.13, 0.018), (0.03, 0.03), (0.02, 0.06), (0, 0.06)], 0.008
            ),
            36,
        ),
        dark,
    )
    mic.add(rod((0, 0.03, 0), (0, 1.32, 0), 0.011), _steel(look))
    mic.add(cylinder(0.017, 0.06, 0.004, 18), dark, (0, 0.75, 0))
    tilt = placed((0, 1.33, 0.0), (55, 0, 0))
    mic.add(
        transformed(cylinder(0.014, 0.15, 0.003, 24, 0.022), tilt @ placed((0, -0.05, 0))), dark
    )
    mic.add(
        transformed(ellipsoid((0.062, 0.07, 0.062), 28), tilt @ placed((0, 0.125, 0))),
        look.trim("metal", linear("9aa0a6"), pattern="fabric", pattern_scale_m=0.012),
    )
    mic.add(transformed(torus(0.029, 0.004, 28, 8), tilt @ placed((0, 0.115, 0))), _steel(look))
    mic.add(transformed(block((0.05, 0.03, 0.05), 0.01), tilt @ placed((0, -0.015, 0))), dark)
    mic.post(0.14, 0.02)
    mic.post(0.015, 1.3)
    end = (tilt @ (0, 0.12, 0, 1))[:3]
    mic.pill((0, 1.32, 0), (float(end[0]), float(end[1]), float(end[2])), 0.022)
    return mic


def _bell(look: Look, _rng: np.random.Generator) -> Assembly:
    bell = Assembly("metal", 0.5)
    wall = [(0.068, 0), (0.07, 0.004), (0.052, 0.03), (0.043, 0.07), (0.03, 0.092), (0, 0.098)]
    inner = [(0, 0.092), (0.026, 0.087), (0.039, 0.066), (0.048, 0.03), (0.064, 0.002), (0.068, 0)]
    bell.add(
        lathe(np.vstack([rounded_profile(wall, 0.01), rounded_profile(inner, 0.01)]), 40, 60),
        _brass(look),
    )
    bell.add(
        lathe(
            rounded_profile(
                [
                    (0, 0.095),
                    (0.008, 0.095),
                    (0.011, 0.13),
                    (0.013, 0.17),
                    (0.006, 0.19),
                    (0, 0.19),
                ],
                0.006,
            ),
            24,
        ),
        look.trim("wood", linear("5a2e1a")),
    )
    with bell.hinge("clapper", "swing", (0, 0.09, 0), (1, 0, 0), (-25, 25)):
        bell.add(rod((0, 0.09, 0), (0, 0.015, 0), 0.002), _steel(look))
        bell.add(sphere(0.01, 16), _steel(look), (0, 0.012, 0))
    turn = np.arange(12) * np.pi / 6
    bell.hull(
        [
            (r * np.sin(a), y, r * np.cos(a))
            for r, y in ((0.069, 0), (0.045, 0.07), (0.02, 0.098))
            for a in turn
        ]
    )
    bell.pill((0, 0.1, 0), (0, 0.178, 0), 0.011)
    return bell


MUSIC = things(
    {
        "guitar": Thing(_guitar, NATURAL),
        "violin": Thing(_violin, NATURAL),
        "piano": Thing(_piano, NATURAL),
        "drum": Thing(_drum, NATURAL),
        "trumpet": Thing(_trumpet, NATURAL),
        "microphone": Thing(_microphone, NATURAL),
        "hand bell": Thing(_bell),
    }
)
