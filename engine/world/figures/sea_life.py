"""Fishes and whales as numbers: outlines, fins, colours, how they swim.

To add one: a line in ``SEA_LIFE`` and its noun in ``engine/script/things/animals.py``.
"""

# ruff: noqa: E501 (tables read better one entry a line)
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Swimmer:
    """Shape of a kind of swimmer; lengths in metres, colours as hexadecimal sRGB.

    Attributes:
        length: from nose to the root of the tail fin; ``high``: half its height at its highest.
        wide: its width as a share of its height.
        outline: half heights from nose to tail, evenly spaced, as shares of ``high``.
        fin: length of the tail fin; ``fluke``: it lies level and beats up and down.
        dorsal, side: lengths of the fin on the back and of those at the sides.
        coats: to choose from; ``paints``: (region, colour) over it (see ``swimmers``).
        fins: their colour; empty is the coat's, darker.
        beats_hz: of the tail at an easy pace.
        leaps_m: how high it leaps as it swims along at the surface.
    """

    length: float
    high: float
    wide: float
    outline: tuple[float, ...]
    fin: float
    dorsal: float
    side: float
    mass: float
    coats: tuple[str, ...]
    paints: tuple[tuple[str, str], ...] = ()
    fins: str = ""
    fluke: bool = False
    eye: float = 0.16
    beats_hz: float = 2.2
    leaps_m: float = 0.0
    extras: tuple[str, ...] = ()


_FISH = (0.34, 0.72, 0.96, 1.0, 0.86, 0.60, 0.36, 0.24)
_TORPEDO = (0.26, 0.66, 0.92, 1.0, 0.90, 0.66, 0.36, 0.15)
_WHALE = (0.62, 0.92, 1.0, 1.0, 0.88, 0.62, 0.34, 0.16)

# fmt: off
SEA_LIFE: dict[str, Swimmer] = {
    "fish": Swimmer(0.34, 0.082, 0.52, _FISH, 0.12, 0.11, 0.08, 0.8, ("5f8fa8", "7a9a6a", "a88a5a"), paints=(("belly", "dfe4e0"),)),
    "goldfish": Swimmer(0.16, 0.052, 0.66, _FISH, 0.10, 0.06, 0.045, 0.1, ("f08a1e",), paints=(("belly", "f8c070"),), fins="f6a848", eye=0.22, extras=("veil",)),
    "clownfish": Swimmer(0.16, 0.050, 0.52, _FISH, 0.055, 0.045, 0.045, 0.1, ("f0701c",), paints=(("black bands", "1c1816"), ("white bands", "f6f2ea")), fins="e8641a", eye=0.22),
    "blue tang": Swimmer(0.2, 0.075, 0.36, _FISH, 0.07, 0.05, 0.05, 0.2, ("2450d0",), paints=(("saddle", "15141c"),), fins="f2cc2a", eye=0.16),
    "salmon": Swimmer(0.62, 0.095, 0.55, _TORPEDO, 0.14, 0.08, 0.09, 4.0, ("8a8f94",), paints=(("belly", "d8d8d4"), ("back", "5a5f58")), fins="7a6a60"),
    "shark": Swimmer(2.6, 0.31, 0.86, _TORPEDO, 0.62, 0.46, 0.58, 300.0, ("66717c",), paints=(("belly", "eceae4"),), fins="59636d", eye=0.085, beats_hz=0.9, extras=("gills", "jaws")),
    "dolphin": Swimmer(1.9, 0.225, 0.92, _TORPEDO, 0.42, 0.26, 0.34, 180.0, ("6f7f8f",), paints=(("belly", "dfe3e6"),), fins="5a6876", fluke=True, eye=0.10, beats_hz=1.2, leaps_m=1.1, extras=("rostrum",)),
    "orca": Swimmer(3.6, 0.52, 0.90, _TORPEDO, 0.95, 0.85, 0.75, 4000.0, ("17181b",), paints=(("belly", "f2f0ea"), ("eye patch", "f2f0ea")), fins="141518", fluke=True, eye=0.06, beats_hz=0.7, leaps_m=1.4),
    "whale": Swimmer(8.5, 1.25, 1.0, _WHALE, 2.1, 0.45, 1.9, 30000.0, ("4a5f74",), paints=(("belly", "c9d2d6"),), fins="3d5062", fluke=True, eye=0.05, beats_hz=0.28, extras=("grooves",)),
}
# fmt: on
