"""What people own and carry: bags, cameras, weapons of legend, prizes."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import NATURAL, Assembly, Thing, things
from engine.world.assets.kitchenware import rounded_path
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.road_vehicles import block
from engine.world.assets.shapes import ellipsoid, placed, sphere, transformed
from engine.world.assets.solids import cut, hull_of
from engine.world.assets.sweeps import (
    cylinder,
    extrude,
    lathe,
    rod,
    rounded_profile,
    rounded_rectangle,
    sweep,
    torus,
)
from engine.world.model import Surface

_FLAT = (-90.0, 0.0, 0.0)


def _steel(look: Look) -> Surface:
    return look.trim("metal", linear("cfd4d8"), pattern="plain", roughness=0.2)


def _dark(look: Look) -> Surface:
    return look.trim("plastic", linear("22252a"), roughness=0.35)


def _radio_dial(radio: Assembly, look: Look) -> None:
    """The scale with its needle, and the two knobs."""
    radio.add(
        cylinder(0.042, 0.008, 0.003, 32),
        look.trim("plastic", COLOURS["ivory"]),
        (0.092, 0.145, 0.058),
        (90, 0, 0),
    )
    radio.add(
        block((0.003, 0.035, 0.003), 0),
        look.trim("plastic", COLOURS["red"]),
        (0.092, 0.145, 0.067),
        (0, 0, -30),
    )
    for x in (0.065, 0.12):
        radio.add(
            cylinder(0.015, 0.018, 0.004, 20),
            look.trim("metal", COLOURS["brass"], pattern="plain"),
            (x, 0.06, 0.058),
            (90, 0, 0),
        )


def _radio(look: Look, _rng: np.random.Generator) -> Assembly:
    radio = Assembly("wood", 2.2)
    radio.body(
        extrude(rounded_rectangle(0.34, 0.2, 0.04), 0.12, 0.012),
        look.paint("wood", linear("9a5a2c"), roughness=0.25),
        (0, 0.11, 0),
    )
    radio.add(
        extrude(rounded_rectangle(0.17, 0.15, 0.025), 0.01, 0.003),
        look.trim("fabric", linear("d9c79a"), pattern="stripes", pattern_scale_m=0.012),
        (-0.07, 0.11, 0.058),
    )
    _radio_dial(radio, look)
    radio.add(rod((0.14, 0.2, -0.03), (0.26, 0.46, -0.03), 0.0028), _steel(look))
    radio.add(
        sweep(
            rounded_path([(-0.12, 0.2, 0), (-0.12, 0.25, 0), (0.12, 0.25, 0), (0.12, 0.2, 0)]),
            0.007,
            8,
        ),
        look.trim("leather"),
    )
    for x in (-0.13, 0.13):
        radio.add(cylinder(0.012, 0.014, 0.002, 14), _dark(look), (x, 0, 0))
    return radio


def _camera_lens(camera: Assembly, look: Look) -> None:
    """The barrel of the lens and its front glass."""
    lens = rounded_profile(
        [
            (0, 0),
            (0.034, 0),
            (0.034, 0.022),
            (0.03, 0.024),
            (0.03, 0.05),
            (0.026, 0.05),
            (0.024, 0.042),
            (0, 0.042),
        ],
        0.003,
    )
    camera.add(lathe(lens, 36), _dark(look), (0, 0.037, 0.022), (90, 0, 0))
    camera.add(
        ellipsoid((0.046, 0.046, 0.016), 24),
        look.trim("glass", linear("26305a"), opacity=1.0, roughness=0.03),
        (0, 0.037, 0.064),
    )
    camera.post(0.034, 0.048, (0, 0.037, 0.022), (90, 0, 0))


def _camera(look: Look, _rng: np.random.Generator) -> Assembly:
    camera = Assembly("metal", 0.8)
    skin = look.paint("plastic", linear("26282c"), roughness=0.6)
    camera.body(block((0.14, 0.075, 0.05), 0.012, 2), skin)
    camera.add(block((0.142, 0.02, 0.051), 0.008), _steel(look), (0, 0.066, 0))
    camera.body(
        hull_of(
            [
                (s * w, y, z)
                for s in (-1, 1)
                for w, y, z in (
                    (0.028, 0.084, 0.024),
                    (0.02, 0.104, 0.02),
                    (0.028, 0.084, -0.022),
                    (0.02, 0.104, -0.018),
                )
            ]
        ),
        _steel(look),
    )
    _camera_lens(camera, look)
    camera.add(cylinder(0.009, 0.008, 0.002, 18), _steel(look), (0.052, 0.084, 0))
    camera.add(cylinder(0.013, 0.009, 0.002, 18), _steel(look), (-0.05, 0.084, 0))
    camera.add(
        block((0.02, 0.012, 0.004), 0.002),
        look.trim("glass", linear("dfe8ef"), opacity=1.0),
        (0.045, 0.056, 0.024),
    )
    strap = rounded_path(
        [
            (0.07, 0.07, 0),
            (0.1, 0.03, 0.02),
            (0.13, 0.004, -0.07),
            (0, 0.004, -0.13),
            (-0.13, 0.004, -0.07),
            (-0.1, 0.03, 0.02),
            (-0.07, 0.07, 0),
        ]
    )
    camera.add(sweep(strap, 0.004, 6), look.trim("leather", linear("6b3d20")))
    return camera


def _suitcase_leather(case: Assembly, look: Look) -> None:
    """Straps with buckles, corners and the handle."""
    strap = look.trim("leather", linear("4a2614"))
    for x in (-0.18, 0.18):
        case.add(block((0.045, 0.43, 0.184), 0.006), strap, (x, 0.01, 0.002))
        case.add(
            block((0.055, 0.03, 0.012), 0.004),
            look.trim("metal", COLOURS["brass"], pattern="plain"),
            (x, 0.32, 0.094),
        )
    for x in (-1.0, 1.0):
        for y in (0.035, 0.415):
            case.add(
                transformed(
                    ellipsoid((0.08, 0.08, 0.18), 14),
                    placed((x * 0.28, y + (0.008 if y < 0.2 else -0.008), 0.002)),
                ),
                strap,
            )
    case.add(
        sweep(
            rounded_path(
                [(-0.08, 0.435, 0), (-0.075, 0.48, 0), (0.075, 0.48, 0), (0.08, 0.435, 0)]
            ),
            0.011,
            10,
        ),
        strap,
    )


def _suitcase(look: Look, _rng: np.random.Generator) -> Assembly:
    case = Assembly("leather", 4.5)
    hide = look.paint("leather", linear("8a4e28"))
    with case.hinge("lid", "lid", (0, 0.03, -0.015), (1, 0, 0), (0, 110)):
        case.add(
            transformed(
                extrude(rounded_rectangle(0.62, 0.42, 0.05), 0.085, 0.012),
                placed((0, 0.225, 0.0475)),
            ),
            hide,
        )
        case.box((0.62, 0.42, 0.085), (0, 0.015, 0.0475))
    case.add(
        transformed(
            extrude(rounded_rectangle(0.62, 0.42, 0.05), 0.085, 0.012), placed((0, 0.225, -0.0435))
        ),
        hide,
    )
    case.box((0.62, 0.42, 0.085), (0, 0.015, -0.0435))
    _suitcase_leather(case, look)
    return case


def _backpack_straps(bag: Assembly, look: Look, strap: Surface) -> None:
    """Closing straps with buckles, and those of the shoulders."""
    for x in (-0.065, 0.065):
        bag.add(block((0.028, 0.22, 0.008), 0.003), strap, (x, 0.2, 0.105), (-9, 0, 0))
        bag.add(block((0.036, 0.026, 0.012), 0.004), _steel(look), (x, 0.225, 0.108))
        bag.add(
            sweep(
                rounded_path(
                    [
                        (x * 1.3, 0.4, -0.075),
                        (x * 1.5, 0.42, -0.15),
                        (x * 1.8, 0.2, -0.18),
                        (x * 1.9, 0.04, -0.075),
                    ]
                ),
                0.016,
                8,
            ),
            strap,
        )


def _backpack(look: Look, _rng: np.random.Generator) -> Assembly:
    bag = Assembly("fabric", 1.6)
    cloth = look.paint("fabric", linear("2f6a8a"), pattern="plain", roughness=0.8)
    strap = look.trim("leather", linear("8a5a30"))
    bag.body(
        transformed(
            extrude(rounded_rectangle(0.31, 0.42, 0.1, 6), 0.16, 0.035), placed((0, 0.21, 0))
        ),
        cloth,
    )
    bag.body(
        transformed(
            extrude(rounded_rectangle(0.23, 0.18, 0.04, 5), 0.07, 0.02), placed((0, 0.12, 0.105))
        ),
        look.paint("fabric", linear("285a76"), pattern="plain", roughness=0.8),
    )
    bag.add(transformed(ellipsoid((0.32, 0.16, 0.2), 24), placed((0, 0.385, 0.015))), cloth)
    bag.add(block((0.19, 0.008, 0.012), 0.003), strap, (0, 0.185, 0.137))
    _backpack_straps(bag, look, strap)
    for x in (-0.165, 0.165):
        bag.add(
            transformed(ellipsoid((0.06, 0.18, 0.13), 18), placed((x, 0.12, 0))),
            look.paint("fabric", linear("285a76"), pattern="plain", roughness=0.8),
        )
    bag.add(torus(0.028, 0.007, 20, 8), strap, (0, 0.46, -0.03), (0, 0, 0))
    return bag


def _piggy_bank(look: Look, _rng: np.random.Generator) -> Assembly:
    pig = Assembly("ceramic", 0.7)
    pink = look.paint("ceramic", linear("e89aa8"), roughness=0.12)
    body = transformed(ellipsoid((0.15, 0.14, 0.2), 32), placed((0, 0.1, 0)))
    slot = transformed(block((0.012, 0.04, 0.05), 0.002), placed((0, 0.15, 0)))
    pig.body(cut(body, slot), pink)
    pig.add(transformed(cylinder(0.03, 0.03, 0.008, 24), placed((0, 0.1, 0.088), (90, 0, 0))), pink)
    for x in (-1.0, 1.0):
        pig.add(
            ellipsoid((0.009, 0.013, 0.004), 10),
            look.trim("ceramic", linear("a85a6b")),
            (x * 0.011, 0.1, 0.1185),
        )
        pig.add(
            sphere(0.0075, 12),
            look.trim("plastic", COLOURS["black"], roughness=0.1),
            (x * 0.034, 0.128, 0.083),
        )
        ear = hull_of(
            [
                (x * 0.03, 0.15, 0.07),
                (x * 0.065, 0.15, 0.045),
                (x * 0.058, 0.19, 0.07),
                (x * 0.04, 0.155, 0.04),
            ]
        )
        pig.add(ear, pink)
        for z in (-0.055, 0.05):
            pig.add(cylinder(0.021, 0.05, 0.005, 18, 0.026), pink, (x * 0.042, 0, z))
            pig.post(0.02, 0.05, (x * 0.042, 0, z))
    a = np.linspace(0, 4 * np.pi, 30)
    pig.add(
        sweep(
            np.column_stack([0.011 * np.sin(a), 0.115 + 0.011 * np.cos(a), -0.095 - 0.0018 * a]),
            0.0042,
            8,
        ),
        pink,
    )
    return pig


def _flashlight(look: Look, _rng: np.random.Generator) -> Assembly:
    light = Assembly("metal", 0.25)
    body = look.paint("metal", linear("2b2f34"), metallic=0.0, pattern="plain", roughness=0.4)
    line = rounded_profile(
        [
            (0, 0),
            (0.016, 0),
            (0.016, 0.13),
            (0.028, 0.16),
            (0.028, 0.19),
            (0.025, 0.19),
            (0.022, 0.175),
            (0, 0.175),
        ],
        0.004,
    )
    light.add(lathe(line, 28), body, (0, 0.028, -0.09), (90, 0, 0))
    light.add(
        ellipsoid((0.046, 0.046, 0.012), 22),
        look.trim("glass", linear("fff6d8"), emission=2.5, opacity=1.0),
        (0, 0.028, 0.092),
    )
    light.add(
        block((0.01, 0.006, 0.02), 0.003), look.trim("plastic", COLOURS["red"]), (0, 0.0425, 0)
    )
    for z in (-0.07, -0.05, -0.03):
        light.add(torus(0.0162, 0.0015, 24, 6), _dark(look), (0, 0.028, z), (90, 0, 0))
    light.pill((0, 0.028, -0.07), (0, 0.028, 0.05), 0.016)
    light.post(0.028, 0.03, (0, 0.028, 0.07), (90, 0, 0))
    return light


def _glasses(look: Look, _rng: np.random.Generator) -> Assembly:
    glasses = Assembly("plastic", 0.03)
    frame = look.paint("plastic", linear("22201f"), roughness=0.2)
    for x in (-1.0, 1.0):
        ring = rounded_rectangle(0.052, 0.042, 0.019, 6)
        rim = np.column_stack([ring[:, 0] + x * 0.034, ring[:, 1] + 0.026, np.zeros(len(ring))])
        glasses.add(sweep(rim, 0.0028, 8, loop=True), frame)
        lens = transformed(extrude(ring, 0.002), placed((x * 0.034, 0.026, 0)))
        glasses.add(lens, look.trim("glass", linear("dbe8ec"), opacity=0.25, refraction=1.5))
        arm = rounded_path(
            [
                (x * 0.06, 0.036, 0),
                (x * 0.07, 0.036, -0.005),
                (x * 0.068, 0.036, -0.12),
                (x * 0.064, 0.008, -0.145),
            ]
        )
        with glasses.hinge(
            "left arm" if x > 0 else "right arm",
            "lid",
            (x * 0.062, 0.036, -0.003),
            (0, -x, 0),
            (0, 90),
        ):
            glasses.add(sweep(arm, 0.0024, 8), frame)
    glasses.add(sweep([(-0.01, 0.034, 0), (0, 0.038, 0.002), (0.01, 0.034, 0)], 0.0026, 8), frame)
    glasses.box((0.13, 0.045, 0.01), (0, 0.003, 0))
    glasses.box((0.13, 0.012, 0.13), (0, 0.03, -0.065))
    return glasses


def _bag(look: Look, _rng: np.random.Generator) -> Assembly:
    bag = Assembly("leather", 0.9)
    hide = look.paint("leather", linear("a8432f"), roughness=0.4)
    sides = hull_of(
        [
            (s * x, y, t * z)
            for s in (-1, 1)
            for t in (-1, 1)
            for x, y, z in ((0.17, 0, 0.075), (0.175, 0.08, 0.085), (0.14, 0.24, 0.03))
        ],
        20,
    )
    bag.body(sides, hide)
    brass = look.trim("metal", COLOURS["brass"], pattern="plain", roughness=0.25)
    for z in (-0.035, 0.035):
        bag.add(
            sweep(
                rounded_path(
                    [(-0.08, 0.2, z), (-0.085, 0.36, z), (0.085, 0.36, z), (0.08, 0.2, z)]
                ),
                0.008,
                10,
            ),
            hide,
        )
    bag.add(block((0.05, 0.03, 0.015), 0.006), brass, (0, 0.19, 0.045))
    bag.add(rod((-0.135, 0.242, 0), (0.135, 0.242, 0), 0.006), brass)
    return bag


BELONGINGS = things(
    {
        "radio": Thing(_radio),
        "polaroid": Thing(_camera, NATURAL),
        "suitcase": Thing(_suitcase),
        "backpack": Thing(_backpack, NATURAL),
        "handbag": Thing(_bag, NATURAL),
        "piggy bank": Thing(_piggy_bank),
        "flashlight": Thing(_flashlight, NATURAL),
        "eyeglasses": Thing(_glasses, NATURAL),
    }
)
