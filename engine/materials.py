"""Materials as physics and sound know them: density, friction, restitution, how they ring.

One table for both, so that what looks like wood falls, slides and sounds like wood.  Values are
typical handbook figures (densities, Young's moduli) and everyday restitution figures; the pair's
restitution and friction are the geometric mean of the two: sand stops a ball however bouncy it is,
and everything slides on ice.
"""

from __future__ import annotations

import math

import msgspec


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """A material.

    Attributes:
        density_kg_m3: bulk density.
        friction: Coulomb coefficient against a like surface.
        restitution: bounciness against a like surface, 0 to 1.
        stiffness_gpa: Young's modulus, sets the pitch for a size.
        damping: loss factor; 0.0005 rings like glass, 0.3 is dead like cloth.
        brightness: 0 dull to 1 bright, the share of high modes in a hit.
    """

    name: str
    density_kg_m3: float
    friction: float
    restitution: float
    stiffness_gpa: float
    damping: float
    brightness: float


_TABLE: tuple[Material, ...] = tuple(
    Material(
        name=name,
        density_kg_m3=density,
        friction=friction,
        restitution=restitution,
        stiffness_gpa=stiffness,
        damping=damping,
        brightness=brightness,
    )
    for name, density, friction, restitution, stiffness, damping, brightness in (
        ("wood", 650, 0.45, 0.60, 11.0, 0.020, 0.45),
        ("metal", 7800, 0.35, 0.70, 200.0, 0.0015, 0.90),
        ("glass", 2500, 0.30, 0.70, 70.0, 0.0010, 1.00),
        ("ceramic", 2300, 0.35, 0.60, 60.0, 0.0030, 0.90),
        ("stone", 2600, 0.60, 0.55, 50.0, 0.0080, 0.70),
        ("concrete", 2400, 0.65, 0.62, 30.0, 0.0150, 0.55),
        ("asphalt", 2300, 0.75, 0.60, 5.0, 0.0600, 0.40),
        ("brick", 1900, 0.60, 0.50, 15.0, 0.0200, 0.50),
        ("plastic", 1050, 0.35, 0.60, 2.5, 0.0350, 0.55),
        ("rubber", 1100, 0.80, 0.85, 0.05, 0.1200, 0.25),
        ("leather", 900, 0.60, 0.75, 0.10, 0.1200, 0.30),
        ("fabric", 300, 0.60, 0.15, 0.01, 0.3000, 0.10),
        ("paper", 700, 0.50, 0.20, 2.0, 0.1500, 0.45),
        ("cardboard", 200, 0.50, 0.30, 1.0, 0.1200, 0.30),
        ("flesh", 1000, 0.60, 0.25, 0.01, 0.3000, 0.10),
        ("grass", 900, 0.60, 0.45, 0.05, 0.2500, 0.15),
        ("earth", 1500, 0.65, 0.30, 0.10, 0.2500, 0.12),
        ("sand", 1600, 0.60, 0.12, 0.05, 0.3000, 0.20),
        ("gravel", 1800, 0.65, 0.25, 1.00, 0.1500, 0.60),
        ("snow", 300, 0.25, 0.10, 0.01, 0.3000, 0.10),
        ("ice", 917, 0.05, 0.60, 9.0, 0.0060, 0.85),
        ("water", 1000, 0.10, 0.02, 0.01, 0.3000, 0.30),
        ("tiles", 2300, 0.40, 0.62, 60.0, 0.0060, 0.80),
        ("carpet", 400, 0.65, 0.35, 0.02, 0.3000, 0.08),
        ("fruit", 850, 0.50, 0.35, 0.01, 0.2500, 0.15),
        ("foam", 60, 0.70, 0.55, 0.005, 0.3000, 0.05),
    )
)

MATERIALS: dict[str, Material] = {material.name: material for material in _TABLE}


def material(name: str) -> Material:
    """The material of that name.

    Raises:
        KeyError: no such material.
    """
    return MATERIALS[name]


def pair_restitution(first: str, second: str) -> float:
    """Coefficient of restitution of two materials meeting (geometric mean)."""
    return math.sqrt(material(first).restitution * material(second).restitution)


def pair_friction(first: str, second: str) -> float:
    """Coulomb friction of two materials meeting (geometric mean)."""
    return math.sqrt(material(first).friction * material(second).friction)


_ROLLING: dict[str, float] = {
    "sand": 0.20, "snow": 0.12, "gravel": 0.08, "grass": 0.06, "earth": 0.04, "carpet": 0.03,
    "fabric": 0.03, "foam": 0.03, "flesh": 0.03, "cardboard": 0.015, "rubber": 0.010,
    "leather": 0.012, "fruit": 0.015, "asphalt": 0.012, "paper": 0.010,
}  # fmt: skip
_ROLLING_HARD = 0.004


def pair_rolling(first: str, second: str) -> float:
    """Rolling resistance of two materials: that share of the load slows what rolls."""
    return max(_ROLLING.get(first, _ROLLING_HARD), _ROLLING.get(second, _ROLLING_HARD))
