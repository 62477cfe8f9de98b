"""Snakes, snails, spiders, insects: what creeps, scuttles and flutters, as numbers.

To add one: a line in a table and its noun in ``engine/script/things/animals.py``.
"""

# ruff: noqa: E501 (tables read better one entry a line)
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Creeper:
    """What follows its own head along the ground; lengths in metres.

    Attributes:
        length: from nose to tail; ``thick``: its radius where it is thickest.
        outline: radii from head to tail, evenly spaced, as shares of ``thick``.
        sway: amplitude of the curve that it lies in; ``period``: length of a curve.
        arch: how high it humps itself up as it goes; ``rears``: how high the head is carried.
        coats, second, pattern: its colours; ``belly`` and bands by ``extras``.
    """

    length: float
    thick: float
    outline: tuple[float, ...]
    mass: float
    coats: tuple[str, ...]
    second: str = ""
    pattern: str = "plain"
    sway: float = 0.0
    period: float = 1.0
    arch: float = 0.0
    rears: float = 0.0
    extras: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scuttler:
    """What goes on six or eight legs; lengths in metres.

    Attributes:
        pieces: of the body from front to back: (middle ahead, height, radius, length share, width
            share); the first is the head.
        legs: pairs of them; ``reach``: how far out a foot stands; ``limb``: radius of a leg.
        knee: how high the knees are carried above the hips, as a share of the reach.
    """

    pieces: tuple[tuple[float, float, float, float, float], ...]
    legs: int
    reach: float
    limb: float
    knee: float
    mass: float
    coats: tuple[str, ...]
    leg_color: str
    extras: tuple[str, ...] = ()


@dataclass(frozen=True)
class Flutterer:
    """What flies on two pairs of wings; lengths in metres.

    Attributes:
        length, thick: of the body; ``span``: of a wing; ``hind``: the hind wing's share of it.
        broad: width of a wing as a share of its span.
        wings, edge: their colours; ``opacity`` of the wings.
        beats_hz: of the wings; ``flutter``: how far it is thrown about in the air, metres.
        upright: wings are laid together above the back at rest.
    """

    length: float
    thick: float
    span: float
    hind: float
    broad: float
    mass: float
    coats: tuple[str, ...]
    wings: tuple[str, ...]
    edge: str = ""
    opacity: float = 1.0
    beats_hz: float = 8.0
    flutter: float = 0.1
    upright: bool = True
    extras: tuple[str, ...] = ()


_SNAKE = (
    0.72,
    1.0,
    0.62,
    0.70,
    0.84,
    0.94,
    1.0,
    1.0,
    0.98,
    0.94,
    0.86,
    0.76,
    0.64,
    0.50,
    0.34,
    0.20,
    0.08,
)
_WORM = (0.55, 0.85, 0.95, 1.0, 1.0, 1.0, 0.95, 0.85, 0.6)

# fmt: off
CREEPERS: dict[str, Creeper] = {
    "snake": Creeper(1.7, 0.060, _SNAKE, 2.0, ("5f7a34", "7a6a3c", "4f6a48"), second="2f3a1e", pattern="bands", sway=0.16, period=0.68, rears=0.13, extras=("tongue", "flat head")),
    "cobra": Creeper(1.9, 0.050, _SNAKE, 3.0, ("6b5a34",), second="3a2f1c", pattern="bands", sway=0.12, period=0.62, rears=0.36, extras=("tongue", "flat head", "hood")),
    "worm": Creeper(0.22, 0.011, _WORM, 0.01, ("c98a7e",), sway=0.018, period=0.13, arch=0.008, extras=("rings",)),
    "caterpillar": Creeper(0.20, 0.019, (1.05, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.9, 0.7), 0.01, ("7ab83c",), arch=0.022, period=0.11, extras=("beads", "feelers", "stubs")),
    "snail": Creeper(0.16, 0.017, (0.95, 0.90, 0.95, 1.0, 1.0, 0.9, 0.7, 0.45, 0.15), 0.03, ("b8a07c",), rears=0.022, period=0.1, extras=("spiral", "stalks")),
    "slug": Creeper(0.15, 0.015, (0.9, 0.9, 1.0, 1.05, 1.05, 0.95, 0.7, 0.45, 0.15), 0.02, ("8a6a44",), rears=0.012, period=0.1, extras=("stalks",)),
}
SCUTTLERS: dict[str, Scuttler] = {
    "spider": Scuttler(((0.030, 0.048, 0.026, 1.15, 1.0), (-0.040, 0.056, 0.046, 1.25, 0.95)), 4, 0.115, 0.0048, 0.55, 0.05, ("2b2422", "5a3f2c"), "241d1b", ("many eyes", "hairs")),
    "ant": Scuttler(((0.052, 0.034, 0.019, 1.1, 0.95), (0.010, 0.032, 0.014, 1.6, 0.85), (-0.048, 0.036, 0.025, 1.45, 0.9)), 3, 0.062, 0.0032, 0.35, 0.01, ("3a1f18", "6b2a1c"), "2a1612", ("feelers", "jaws")),
    "beetle": Scuttler(((0.064, 0.030, 0.020, 0.9, 1.2), (0.034, 0.034, 0.029, 0.75, 1.25), (-0.022, 0.036, 0.040, 1.5, 1.05)), 3, 0.074, 0.0042, 0.28, 0.03, ("1f4a3a", "2a2438", "26241f"), "181614", ("feelers", "seam", "shine")),
    "ladybug": Scuttler(((0.046, 0.036, 0.017, 0.9, 1.15), (-0.004, 0.043, 0.046, 1.05, 1.0)), 3, 0.060, 0.0036, 0.42, 0.01, ("d0281e",), "161414", ("feelers", "seam", "spots", "shine", "dark head")),
    "crab": Scuttler(((0.0, 0.055, 0.062, 0.82, 1.45),), 4, 0.16, 0.0085, 0.42, 0.6, ("d2522c", "c2452f"), "c2502f", ("claws", "stalks", "flat")),
    "scorpion": Scuttler(((0.045, 0.036, 0.026, 1.2, 1.05), (-0.025, 0.038, 0.031, 1.7, 1.0)), 4, 0.095, 0.0052, 0.32, 0.05, ("4a3524", "2b2420"), "3a2a1e", ("claws", "sting")),
}
FLUTTERERS: dict[str, Flutterer] = {
    "butterfly": Flutterer(0.095, 0.0095, 0.13, 0.72, 0.86, 0.002, ("2a2320",), ("f0882a", "4a86e0", "f2cc3a", "c85ab0"), edge="1f1a18", beats_hz=3.6, flutter=0.10, extras=("feelers", "dots")),
    "moth": Flutterer(0.065, 0.010, 0.075, 0.7, 0.80, 0.002, ("8a7458",), ("b09a78",), edge="7a6448", beats_hz=5.0, flutter=0.12, extras=("feelers",)),
    "bee": Flutterer(0.070, 0.0205, 0.066, 0.66, 0.46, 0.003, ("f0b41e",), ("e6eef4",), opacity=0.55, beats_hz=10.3, flutter=0.03, upright=False, extras=("stripes", "feelers", "fuzzy")),
    "wasp": Flutterer(0.080, 0.0145, 0.066, 0.66, 0.42, 0.003, ("f2c81e",), ("e6eef4",), opacity=0.5, beats_hz=10.3, flutter=0.03, upright=False, extras=("stripes", "feelers")),
    "housefly": Flutterer(0.050, 0.0145, 0.048, 0.5, 0.48, 0.001, ("2b2f36",), ("dfe6ea",), opacity=0.5, beats_hz=10.3, flutter=0.05, upright=False, extras=("red eyes",)),
    "dragonfly": Flutterer(0.125, 0.0085, 0.085, 0.94, 0.24, 0.003, ("2a8aa8", "3f9a4a"), ("dceef4",), opacity=0.5, beats_hz=9.3, flutter=0.02, upright=False, extras=("long tail", "great eyes")),
}
# fmt: on
