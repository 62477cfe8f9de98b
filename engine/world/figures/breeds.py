"""Four-legged animals as numbers: proportions, coats, what is special, how they go.

To add one: a line in ``BREEDS`` and its noun in ``engine/script/things/animals.py``.
"""

# ruff: noqa: E501 (tables read better one entry a line)
from __future__ import annotations

from dataclasses import dataclass

from engine.world.figures.steps import Gait


@dataclass(frozen=True)
class Breed:
    """Shape of a kind of animal; lengths in metres.

    Attributes:
        leg: hip joint to ground; ``apart``: front to hind legs.
        barrel: radius of the trunk; ``chest``, ``belly``, ``rump``: shares of it there; ``narrow``:
            the trunk's width as a share of its height.
        limb: radius of a leg above the foot; ``thigh``: how much thicker a leg begins.
        neck: length, ``rise`` (radians above the level), ``nape``: its radius as a share of barrel.
        head: radius of the skull; ``muzzle``: length beyond it; ``snout``: its radius as a share.
        drop: how far the face points down, radians.
        ears: ``"flop"``, ``"point"``, ``"side"``, ``"round"``, ``"long"``, ``"sail"``, ``"human"`` or ``"none"``.
        feet: ``"paw"``, ``"hoof"`` or ``"pad"``.
        tail: length; ``bush``: its radius as a share of a leg's; ``raised``: carried, radians from hanging down.
        coats: colours to choose from; ``marks``: pattern of the coat, ``second`` its other colour.
        extras: what else it wears (see ``beasts``).
        gait: name in ``GAITS``.
    """

    leg: float
    apart: float
    barrel: float
    limb: float
    neck: float
    rise: float
    head: float
    muzzle: float
    mass: float
    coats: tuple[str, ...]
    chest: float = 1.05
    belly: float = 0.95
    rump: float = 0.92
    narrow: float = 0.86
    thigh: float = 1.75
    nape: float = 0.62
    snout: float = 0.52
    drop: float = 0.12
    ears: str = "point"
    feet: str = "paw"
    tail: float = 0.3
    bush: float = 0.55
    raised: float = 0.5
    marks: str = "plain"
    second: str = ""
    extras: tuple[str, ...] = ()
    gait: str = "trotter"


_WALK = Gait((0.25, 0.75, 0.0, 0.5), 0.64, 0.80)
GAITS: dict[str, tuple[tuple[float, Gait], ...]] = {
    "trotter": (
        (0.0, _WALK),
        (0.60, Gait((0.0, 0.5, 0.5, 0.0), 0.44, 0.95)),
        (1.30, Gait((0.47, 0.57, 0.0, 0.10), 0.22, 1.5)),
    ),
    "pacer": (
        (0.0, Gait((0.22, 0.72, 0.0, 0.5), 0.66, 0.90)),
        (0.60, Gait((0.06, 0.56, 0.0, 0.5), 0.48, 1.0)),
        (1.20, Gait((0.45, 0.60, 0.0, 0.14), 0.30, 1.35)),
    ),
    "ambler": (
        (0.0, Gait((0.25, 0.75, 0.0, 0.5), 0.72, 0.92)),
        (0.60, Gait((0.25, 0.75, 0.0, 0.5), 0.54, 1.05)),
    ),
    "bounder": (
        (0.0, Gait((0.48, 0.54, 0.0, 0.02), 0.50, 0.70)),
        (0.80, Gait((0.46, 0.54, 0.0, 0.03), 0.32, 1.15)),
    ),
    "creeper": ((0.0, Gait((0.0, 0.5, 0.5, 0.0), 0.66, 0.72)),),
    "slinker": (
        (0.0, Gait((0.25, 0.75, 0.0, 0.5), 0.66, 0.86)),
        (0.75, Gait((0.0, 0.5, 0.5, 0.0), 0.46, 0.95)),
        (1.30, Gait((0.52, 0.64, 0.0, 0.10), 0.20, 1.65)),
    ),
}
"""Footfalls by speed in units of sqrt(g * leg) (Alexander, "The gaits of bipedal and quadrupedal
animals", 1984): trot and gallop; pace of long legs; an elephant's walk at every speed; bounds of
hares; the sprawling walk of reptiles; a cat's walk, trot and stretched gallop."""

# fmt: off
BREEDS: dict[str, Breed] = {
    "dog": Breed(0.34, 0.44, 0.118, 0.034, 0.19, 0.9, 0.088, 0.095, 22.0, ("a8743f", "5a3d28", "d8c6a4", "38322f", "c08a4e"), belly=0.8, ears="flop", tail=0.28, bush=0.75, raised=0.95),
    "cat": Breed(0.17, 0.25, 0.068, 0.021, 0.085, 0.85, 0.06, 0.026, 4.5, ("c7803f", "6f6d6c", "2c2a2c", "d9cdb8", "8c6a4a"), belly=0.88, snout=0.55, tail=0.27, bush=0.75, raised=0.95, extras=("slit eyes",), gait="slinker"),
    "horse": Breed(0.92, 1.05, 0.3, 0.062, 0.68, 0.92, 0.135, 0.3, 480.0, ("6b3f24", "8a5a34", "3a2a22", "b3aca2", "c79a62"), nape=0.66, snout=0.6, drop=0.55, feet="hoof", tail=0.66, bush=1.2, raised=0.35, extras=("mane", "horse tail")),
    "zebra": Breed(0.8, 0.95, 0.285, 0.056, 0.55, 0.85, 0.125, 0.26, 320.0, ("efece4",), nape=0.7, snout=0.62, drop=0.55, feet="hoof", tail=0.5, bush=0.6, raised=0.3, marks="stripes", second="1c1a1b", extras=("brush mane", "tuft", "dark nose")),
    "donkey": Breed(0.68, 0.8, 0.245, 0.05, 0.46, 0.8, 0.12, 0.24, 190.0, ("857b73", "6e5a4c", "9c948b"), nape=0.64, snout=0.64, drop=0.55, ears="long", feet="hoof", tail=0.42, bush=0.5, raised=0.2, extras=("brush mane", "tuft", "pale nose")),
    "cow": Breed(0.72, 1.12, 0.345, 0.072, 0.42, 0.42, 0.16, 0.21, 600.0, ("efe9df", "7a4a2c", "4a3328", "efe9df"), belly=1.12, rump=1.0, nape=0.6, snout=0.72, drop=0.5, ears="side", feet="hoof", tail=0.72, bush=0.42, raised=0.15, extras=("horns", "udder", "tuft", "pink nose")),
    "sheep": Breed(0.36, 0.55, 0.235, 0.034, 0.18, 0.75, 0.085, 0.105, 70.0, ("e9e3d6", "d9d1c0"), chest=1.0, belly=1.04, rump=1.0, narrow=0.95, snout=0.66, drop=0.45, ears="side", feet="hoof", tail=0.14, bush=1.1, raised=0.1, extras=("wool", "dark face")),
    "goat": Breed(0.42, 0.56, 0.185, 0.032, 0.24, 0.95, 0.08, 0.115, 60.0, ("d9d2c4", "7b5b42", "3c3531", "a98c6a"), nape=0.52, snout=0.62, drop=0.4, ears="side", feet="hoof", tail=0.14, bush=0.9, raised=1.9, extras=("goat horns", "beard")),
    "pig": Breed(0.33, 0.62, 0.24, 0.05, 0.12, 0.25, 0.135, 0.115, 150.0, ("e3a9a0", "d99a90", "5b4a45"), belly=1.06, rump=1.0, narrow=0.92, nape=0.8, snout=0.62, drop=0.18, ears="side", feet="hoof", tail=0.12, bush=0.4, raised=1.6, extras=("snout disc",)),
    "deer": Breed(0.7, 0.78, 0.205, 0.036, 0.42, 1.0, 0.09, 0.15, 90.0, ("9a6a3f", "8a5c38", "a87848"), belly=0.86, nape=0.52, snout=0.56, drop=0.45, ears="side", feet="hoof", tail=0.13, bush=1.0, raised=0.8, extras=("antlers", "pale rump")),
    "camel": Breed(1.15, 1.05, 0.33, 0.07, 0.85, 0.62, 0.14, 0.26, 500.0, ("b98d56", "c9a06a"), belly=0.86, nape=0.44, snout=0.62, drop=0.3, ears="round", feet="pad", tail=0.45, bush=0.4, raised=0.15, extras=("hump", "tuft"), gait="pacer"),
    "giraffe": Breed(1.75, 1.35, 0.4, 0.085, 1.95, 1.12, 0.17, 0.34, 900.0, ("e0b873",), belly=0.85, rump=0.84, nape=0.5, snout=0.58, drop=0.6, ears="side", feet="hoof", tail=0.85, bush=0.35, raised=0.12, marks="spots", second="84522a", extras=("ossicones", "brush mane", "tuft"), gait="pacer"),
    "elephant": Breed(1.45, 1.75, 0.78, 0.19, 0.45, 0.3, 0.42, 0.24, 4200.0, ("7b7874", "6d6a68"), chest=1.0, belly=1.02, rump=0.95, narrow=0.84, thigh=1.35, snout=0.6, drop=0.7, ears="sail", feet="pad", tail=1.0, bush=0.22, raised=0.1, extras=("trunk", "tusks", "tuft"), gait="ambler"),
    "rhino": Breed(0.85, 1.45, 0.56, 0.14, 0.45, 0.12, 0.26, 0.33, 2000.0, ("85817b", "77726c"), belly=1.0, thigh=1.4, nape=0.66, snout=0.72, drop=0.55, feet="pad", tail=0.5, bush=0.22, raised=0.1, extras=("nose horns",)),
    "lion": Breed(0.62, 0.88, 0.23, 0.068, 0.28, 0.55, 0.15, 0.12, 190.0, ("c69a5a", "b88a4c"), belly=0.84, nape=0.78, snout=0.64, ears="round", tail=0.75, bush=0.42, raised=0.75, extras=("lion mane", "tuft", "dark nose"), gait="slinker"),
    "tiger": Breed(0.6, 0.92, 0.235, 0.068, 0.28, 0.5, 0.15, 0.115, 200.0, ("d98436",), belly=0.86, nape=0.78, snout=0.64, ears="round", tail=0.8, bush=0.5, raised=0.75, marks="stripes", second="241c18", extras=("pale nose",), gait="slinker"),
    "leopard": Breed(0.5, 0.76, 0.18, 0.05, 0.22, 0.5, 0.118, 0.09, 60.0, ("d3a253",), belly=0.84, nape=0.76, snout=0.62, ears="round", tail=0.75, bush=0.6, raised=0.8, marks="spots", second="2a211c", extras=("pale nose",), gait="slinker"),
    "bear": Breed(0.62, 0.85, 0.36, 0.1, 0.3, 0.25, 0.185, 0.15, 300.0, ("4f3625", "3a2a20", "6a4a30"), chest=1.02, belly=1.04, rump=1.0, narrow=0.9, nape=0.74, drop=0.2, ears="round", tail=0.1, bush=0.8, raised=0.3, extras=("pale nose",), gait="ambler"),
    "polar bear": Breed(0.66, 0.95, 0.375, 0.105, 0.42, 0.28, 0.17, 0.165, 400.0, ("efeade", "e6dfcf"), belly=1.02, rump=1.02, nape=0.64, drop=0.15, ears="round", tail=0.1, bush=0.8, raised=0.3, extras=("dark nose",), gait="ambler"),
    "panda": Breed(0.46, 0.66, 0.32, 0.09, 0.2, 0.4, 0.19, 0.085, 110.0, ("f0ece2",), belly=1.08, rump=1.02, narrow=0.95, nape=0.72, snout=0.58, ears="round", tail=0.1, bush=1.0, raised=0.3, extras=("dark legs", "dark ears", "eye patches"), gait="ambler"),
    "wolf": Breed(0.46, 0.6, 0.16, 0.042, 0.24, 0.65, 0.108, 0.125, 45.0, ("7b7a78", "5c5a59", "9a9186"), belly=0.8, nape=0.78, snout=0.5, tail=0.42, bush=1.35, extras=("pale nose",)),
    "fox": Breed(0.25, 0.36, 0.092, 0.024, 0.15, 0.75, 0.068, 0.08, 7.0, ("c8612a", "b9551f"), belly=0.84, nape=0.74, snout=0.42, tail=0.4, bush=2.2, raised=0.9, extras=("pale nose", "dark socks", "pale tip")),
    "rabbit": Breed(0.115, 0.17, 0.078, 0.019, 0.045, 0.95, 0.052, 0.026, 2.0, ("a58f76", "e9e4dc", "6c6259", "c9b79c"), chest=0.86, belly=1.05, rump=1.12, thigh=2.4, snout=0.72, ears="long", tail=0.035, bush=1.7, raised=0.7, extras=("pale tip",), gait="bounder"),
    "squirrel": Breed(0.065, 0.11, 0.042, 0.011, 0.03, 0.95, 0.031, 0.018, 0.4, ("9a5428", "77706a"), chest=0.86, rump=1.1, thigh=2.3, nape=0.66, snout=0.58, tail=0.17, bush=2.7, raised=2.4, gait="bounder"),
    "mouse": Breed(0.022, 0.045, 0.019, 0.0045, 0.012, 0.55, 0.014, 0.011, 0.03, ("8a8580", "b3aaa0", "efeae2"), chest=0.85, rump=1.1, nape=0.8, snout=0.46, ears="round", tail=0.085, raised=1.3, extras=("pink nose",), gait="bounder"),
    "hedgehog": Breed(0.068, 0.1, 0.06, 0.012, 0.025, 0.25, 0.036, 0.032, 0.8, ("6b5a48",), chest=0.95, belly=1.05, rump=1.0, narrow=1.1, snout=0.42, ears="round", tail=0.015, bush=0.5, raised=0.2, extras=("spines", "dark nose"), gait="creeper"),
    "monkey": Breed(0.4, 0.27, 0.105, 0.03, 0.06, 1.3, 0.098, 0.018, 12.0, ("6b4a30", "8a6a48"), chest=1.1, belly=0.86, rump=0.84, nape=0.5, snout=0.66, ears="human", tail=0.58, raised=1.8, extras=("pale face",), gait="slinker"),
    "crocodile": Breed(0.24, 1.3, 0.2, 0.062, 0.26, 0.02, 0.15, 0.43, 300.0, ("5d6642", "4e5a3c"), chest=0.95, belly=1.05, narrow=1.45, nape=0.88, snout=0.46, drop=0.0, ears="none", tail=1.7, bush=1.7, raised=1.45, extras=("back scales", "teeth"), gait="creeper"),
    "turtle": Breed(0.155, 0.34, 0.095, 0.04, 0.13, 0.25, 0.055, 0.02, 30.0, ("6d7a4a", "7b7048"), chest=0.8, belly=1.0, narrow=1.2, nape=0.42, snout=0.72, ears="none", feet="pad", tail=0.09, bush=0.45, raised=1.2, extras=("shell",), gait="creeper"),
    "frog": Breed(0.04, 0.075, 0.04, 0.01, 0.006, 0.45, 0.038, 0.01, 0.3, ("5f9a3c", "7fa84a"), chest=0.95, belly=1.02, rump=0.78, narrow=1.2, thigh=2.6, nape=0.9, snout=0.84, ears="none", tail=0.004, bush=0.3, raised=0.0, extras=("frog eyes",), gait="bounder"),
}
# fmt: on
