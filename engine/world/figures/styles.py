"""Ways of walking: slow, tired, sneaking, marching, limping, drunk, proud."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.world.figures.acts import Act


@dataclass(frozen=True)
class Manner:
    """How a walk differs from the usual one.

    Attributes:
        lean: of the trunk, radians; ``nod`` of the head.
        crouch: how far the hips sink, leg lengths.
        arms: how far arms swing, 1 usual.
        bounce, sway: of the hips, 1 usual.
        limp: how much one leg is spared, 0 to 1.
        knees: how high feet are lifted, leg lengths more than usual.
        bend: of the elbows, radians more than usual.
    """

    lean: float = 0.0
    nod: float = 0.0
    crouch: float = 0.0
    arms: float = 1.0
    sway: float = 1.0
    limp: float = 0.0
    knees: float = 0.0
    bend: float = 0.0


USUAL = Manner()
GAITS: Mapping[str, Manner] = {
    "slow": Manner(arms=0.7),
    "tired": Manner(lean=0.16, nod=0.28, crouch=0.025, arms=0.55, sway=1.4),
    "sad": Manner(lean=0.10, nod=0.34, arms=0.4),
    "sneak": Manner(lean=0.30, crouch=0.10, arms=0.35, knees=0.06, bend=1.0),
    "march": Manner(lean=-0.04, arms=1.35, sway=0.4, knees=0.10),
    "limp": Manner(lean=0.08, arms=0.7, sway=2.2, limp=1.0),
    "drunk": Manner(lean=0.05, nod=0.10, arms=1.2, sway=4.0),
    "proud": Manner(lean=-0.07, nod=-0.10, arms=1.1),
    "old": Manner(lean=0.12, nod=0.05, arms=0.6),
    "happy": Manner(lean=-0.03, arms=1.25, sway=1.3, knees=0.03),
}
"""Manners by the ``style`` of a walk."""


def manner_at(acts: Sequence[Act], time_s: float) -> tuple[Manner, float]:
    """The manner of the walk that is on, and how much it is felt (0 to 1)."""
    for act in acts:
        if act.kind in ("walk", "run") and act.style in GAITS:
            weight = act.weight(time_s, 0.4, 0.5)
            if weight > 0.0:
                return GAITS[act.style], weight
    return USUAL, 0.0
