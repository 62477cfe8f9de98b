"""Birds as numbers: proportions, plumage, beaks, how they go and fly.

To add one: a line in ``FOWL`` and its noun in ``engine/script/things/animals.py``.
"""

# ruff: noqa: E501 (tables read better one entry a line)
from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Fowl:
    """Shape of a kind of bird; lengths in metres, colours as hexadecimal sRGB.

    Attributes:
        leg: hip joint to ground; ``shank``: radius of the bare leg.
        length: of the trunk; ``thick``: its radius; ``tilt``: how upright it is carried, radians.
        neck: length, ``rise`` above the level, ``bulge``: how far its middle lies ahead (negative:
            behind), as a share of its length; ``nape``: its radius as a share of the head's.
        head: radius; ``beak``: length beyond it; ``bill``: ``"cone"``, ``"dagger"``, ``"hook"``,
            ``"flat"``, ``"bent"`` or ``"great"``.
        span: of one wing; ``chord``: its depth; ``tips``: ``"point"``, ``"finger"``, ``"round"``
            or ``"flipper"``.
        tail: length; ``rudder``: ``"fan"``, ``"fork"``, ``"long"``, ``"up"``, ``"sickles"``,
            ``"train"``, ``"wheel"``.
        coats: plumage to choose from; ``paints``: (region, colour) over it (see ``birds``).
        wing, flight, horn, legs, iris: colours of coverts, flight feathers, beak, legs, eyes
            (empty: the coat's, or black).
        web: feet for swimming.
        extras: combs, crests, wattles.
        gait: ``"hop"``, ``"walk"``, ``"waddle"`` or ``"stride"``; ``bob``: nods as it walks.
        flaps_hz: wing beats; ``glide``: share of level flight without any.
    """

    leg: float
    length: float
    thick: float
    tilt: float
    neck: float
    rise: float
    head: float
    beak: float
    mass: float
    span: float
    chord: float
    tail: float
    coats: tuple[str, ...]
    paints: tuple[tuple[str, str], ...] = ()
    wing: str = ""
    flight: str = ""
    horn: str = "3a3634"
    legs: str = "c98a3a"
    iris: str = ""
    bulge: float = 0.0
    nape: float = 0.72
    bill: str = "cone"
    tips: str = "round"
    rudder: str = "fan"
    shank: float = 0.07
    web: bool = False
    bare: bool = False
    extras: tuple[str, ...] = ()
    gait: str = "walk"
    bob: float = 0.0
    flaps_hz: float = 4.0
    glide: float = 0.0


_LENGTHS = ("leg", "length", "thick", "neck", "head", "beak", "span", "chord", "tail")


def sized(fowl: Fowl, factor: float) -> Fowl:
    """The same bird, larger or smaller."""
    lengths = {key: getattr(fowl, key) * factor for key in _LENGTHS}
    return replace(fowl, mass=fowl.mass * factor**3, **lengths)


# fmt: off
FOWL: dict[str, Fowl] = {
    "bird": Fowl(0.062, 0.165, 0.052, 0.42, 0.05, 1.0, 0.040, 0.026, 0.15, 0.24, 0.11, 0.11, ("4a6fa8", "8f5a36", "b8483c", "6a7078", "c79a3c"), paints=(("belly", "pale"),), gait="hop", flaps_hz=6.5, legs="5a463a"),
    "crow": Fowl(0.13, 0.30, 0.088, 0.32, 0.085, 0.9, 0.055, 0.075, 0.5, 0.48, 0.19, 0.20, ("1b1b20",), flight="131318", horn="141416", legs="17171a", bill="dagger", tips="finger", bob=0.4, flaps_hz=3.6, glide=0.25),
    "pigeon": Fowl(0.105, 0.27, 0.085, 0.25, 0.085, 1.15, 0.040, 0.028, 0.35, 0.34, 0.15, 0.14, ("8b919c", "a3a8b0"), paints=(("hood", "4d5a60"), ("collar", "4f7a62")), flight="4c5058", horn="3b3a3c", legs="c05a50", iris="d8702a", bob=1.0, flaps_hz=5.0, glide=0.2),
    "seagull": Fowl(0.14, 0.36, 0.092, 0.12, 0.10, 0.95, 0.056, 0.062, 0.9, 0.62, 0.17, 0.14, ("f0efec",), wing="9aa2aa", flight="3a3d42", horn="e2b13c", legs="e0a890", iris="e8d27a", bill="dagger", tips="point", web=True, flaps_hz=2.8, glide=0.5),
    "eagle": Fowl(0.24, 0.56, 0.165, 0.75, 0.16, 1.05, 0.088, 0.085, 5.0, 1.05, 0.42, 0.30, ("4a3423", "553c28"), paints=(("hood", "f2eee4"),), flight="33251a", horn="e8b23a", legs="e3b23c", iris="f0d060", nape=0.95, bill="hook", tips="finger", shank=0.10, extras=("brow", "white tail"), flaps_hz=1.9, glide=0.7),
    "hawk": Fowl(0.18, 0.38, 0.105, 0.8, 0.09, 1.05, 0.060, 0.048, 1.2, 0.62, 0.25, 0.24, ("7a5334", "86603c"), paints=(("belly", "e6d6b8"),), flight="5a3c26", horn="4a4a4e", legs="e3b23c", iris="e8a030", nape=0.95, bill="hook", tips="finger", shank=0.09, extras=("brow",), flaps_hz=2.6, glide=0.6),
    "vulture": Fowl(0.26, 0.58, 0.175, 0.55, 0.26, 0.75, 0.062, 0.08, 8.0, 1.1, 0.44, 0.26, ("3a2e27",), paints=(("hood", "cf9a8c"), ("collar", "d8cfc0")), flight="2a211c", horn="cfc0a0", legs="8a8078", bulge=0.15, nape=0.60, bill="hook", tips="finger", shank=0.09, flaps_hz=1.7, glide=0.85),
    "owl": Fowl(0.14, 0.32, 0.135, 1.15, 0.03, 1.4, 0.118, 0.022, 1.8, 0.60, 0.28, 0.14, ("7d5c3c", "8a6a4c", "6b533f"), paints=(("belly", "d8bf96"), ("face", "efe0c4")), flight="6b5036", horn="3a3430", legs="b59a72", iris="f0a018", nape=1.0, bill="hook", shank=0.13, extras=("owl eyes", "tufts"), flaps_hz=2.6, glide=0.45),
    "parrot": Fowl(0.085, 0.26, 0.075, 0.95, 0.06, 1.2, 0.064, 0.040, 0.6, 0.42, 0.17, 0.42, ("cf2a26", "2f9a44", "2f6fc0"), paints=(("face", "f0e8dc"),), wing="e8b82e", flight="2c62b4", horn="2c2a2a", legs="55504c", iris="f0e090", nape=0.95, bill="great", rudder="long", flaps_hz=4.6, glide=0.1),
    "chicken": Fowl(0.21, 0.30, 0.130, 0.22, 0.17, 1.10, 0.048, 0.028, 2.5, 0.34, 0.20, 0.17, ("f0ece2", "a8642e", "c98a4a", "4a4240"), horn="e0ac4a", legs="e0ac3c", iris="d8702a", bulge=0.06, nape=1.0, rudder="up", extras=("comb", "wattles"), bob=1.0, flaps_hz=7.0),
    "rooster": Fowl(0.26, 0.33, 0.138, 0.38, 0.22, 1.20, 0.050, 0.032, 3.5, 0.38, 0.22, 0.36, ("a8401e", "b8501f"), paints=(("belly", "24302c"), ("hood", "e2952c")), wing="8a2f18", flight="2a4a3c", horn="e0ac4a", legs="e0ac3c", iris="d8702a", bulge=0.05, nape=1.1, rudder="sickles", extras=("great comb", "great wattles"), bob=1.0, flaps_hz=6.0),
    "turkey": Fowl(0.30, 0.50, 0.235, 0.40, 0.28, 1.20, 0.055, 0.040, 8.0, 0.52, 0.30, 0.40, ("3d2b20", "4a3626"), paints=(("hood", "7fa0b8"), ("head", "c0504a")), flight="7a6450", horn="d8c090", legs="b88a7a", bulge=0.12, nape=0.85, rudder="wheel", extras=("snood",), bob=0.8, flaps_hz=5.0),
    "duck": Fowl(0.115, 0.36, 0.118, 0.10, 0.14, 1.15, 0.058, 0.070, 1.2, 0.42, 0.16, 0.11, ("9a938a",), paints=(("breast", "6a3e28"), ("hood", "1f6b3c"), ("collar", "f0ece4")), wing="8a7a68", flight="4a4440", horn="e3b52e", legs="e8802a", bulge=0.05, nape=0.80, bill="flat", tips="point", web=True, gait="waddle", flaps_hz=5.5),
    "goose": Fowl(0.22, 0.52, 0.172, 0.14, 0.36, 1.28, 0.066, 0.075, 4.0, 0.72, 0.26, 0.14, ("f2efe8", "8a8278"), horn="e8902c", legs="e8902c", bulge=-0.05, nape=0.78, bill="flat", tips="finger", web=True, gait="waddle", flaps_hz=3.4),
    "swan": Fowl(0.24, 0.74, 0.225, 0.12, 0.68, 1.38, 0.076, 0.105, 10.0, 1.1, 0.34, 0.20, ("f6f4ef",), horn="e8812c", legs="33302e", bulge=-0.30, nape=0.74, bill="flat", tips="finger", web=True, extras=("knob",), gait="waddle", flaps_hz=2.1, glide=0.1),
    "penguin": Fowl(0.13, 0.62, 0.172, 1.42, 0.12, 1.45, 0.092, 0.085, 15.0, 0.34, 0.12, 0.10, ("22262e",), paints=(("belly", "f4f1ea"), ("hood", "1b1d22"), ("patch", "efb63a")), flight="1f232b", horn="2a2624", legs="2e2826", iris="c8b89a", nape=1.05, bill="dagger", tips="flipper", web=True, shank=0.30, gait="waddle", flaps_hz=3.0),
    "ostrich": Fowl(1.22, 0.95, 0.37, 0.12, 1.00, 1.42, 0.098, 0.105, 110.0, 0.75, 0.45, 0.40, ("26231f",), paints=(("hood", "cfa48e"),), wing="2a2622", flight="f2eee6", horn="c9a888", legs="c9a08a", bulge=0.07, nape=0.55, bill="flat", shank=0.11, bare=True, gait="stride", flaps_hz=1.6),
    "flamingo": Fowl(0.80, 0.46, 0.140, 0.20, 0.78, 1.32, 0.062, 0.105, 2.8, 0.62, 0.22, 0.12, ("ee8f9f", "f2a3a6"), flight="d85a6a", horn="f0c8b8", legs="e8809a", bulge=-0.26, nape=0.55, bill="bent", shank=0.085, bare=True, web=True, gait="stride", bob=0.2, flaps_hz=2.8),
    "stork": Fowl(0.55, 0.50, 0.150, 0.25, 0.46, 1.20, 0.064, 0.19, 3.5, 0.85, 0.30, 0.14, ("f2efe8",), flight="1f1d1e", horn="d8452c", legs="d8452c", bulge=-0.08, nape=0.66, bill="dagger", tips="finger", shank=0.08, bare=True, gait="stride", flaps_hz=2.2, glide=0.6),
    "peacock": Fowl(0.36, 0.46, 0.140, 0.30, 0.40, 1.25, 0.050, 0.040, 5.0, 0.55, 0.26, 1.05, ("1f4fae",), wing="8a9a8c", flight="8a6a44", horn="8a8276", legs="8a8276", bulge=0.04, nape=0.95, rudder="train", extras=("crest",), bob=0.6, flaps_hz=4.0),
    "toucan": Fowl(0.10, 0.28, 0.085, 0.75, 0.07, 1.1, 0.060, 0.17, 0.6, 0.34, 0.16, 0.20, ("1c1b1e",), paints=(("bib", "f4e8a0"),), horn="f09a22", legs="5a7ab0", iris="4a90d0", nape=1.0, bill="great", flaps_hz=4.2),
    "pelican": Fowl(0.22, 0.62, 0.19, 0.20, 0.46, 1.25, 0.078, 0.32, 7.0, 1.1, 0.36, 0.16, ("f2eee6",), flight="2e2b2a", horn="eaa84a", legs="d8902c", bulge=-0.22, nape=0.75, bill="flat", tips="finger", web=True, extras=("pouch",), gait="waddle", flaps_hz=2.1, glide=0.6),
}
# fmt: on
