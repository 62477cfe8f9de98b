"""What flies in the air without being a thing of its own: smoke, sparks, leaves, confetti."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from engine.script.tokens import Token

_ALWAYS: Mapping[str, str] = MappingProxyType(
    {
        "confetti": "confetti", "sparks": "sparks", "embers": "sparks", "bubbles": "bubbles",
        "smoke": "smoke", "steam": "steam", "petals": "leaves",
    }
)  # fmt: skip
"""Words that mean it wherever they stand."""
_WITH_A_VERB: Mapping[str, str] = MappingProxyType({"leaves": "leaves", "dust": "dust"})
"""Words that mean it when something moves them: ``leaves blow``, not ``green leaves``."""
_MOVING = frozenset(
    """blow blows blowing blown fly flies flying fall falls falling drift drifts drifting swirl
    swirls swirling rise rises rising float floats floating flutter flutters fluttering whirl
    whirls whirling dance dances dancing billow billows billowing rain rains raining pour pours
    pouring shower showers showering drop drops dropping scatter scatters scattering""".split()
)
_HEAPS = frozenset("cloud clouds puff puffs column plume plumes wisp wisps shower".split())
_NEAR = 2


def read_airborne(tokens: Sequence[Token], at: int) -> str:
    """The kind of particles that a word names, or empty; uses the word and what moves it."""
    word = tokens[at].lower
    moved = [
        near
        for near in range(max(at - _NEAR, 0), min(at + _NEAR + 1, len(tokens)))
        if tokens[near].kind == "word" and tokens[near].lower in _MOVING
    ]
    kind = _ALWAYS.get(word, "")
    if not kind and moved:
        kind = _WITH_A_VERB.get(word, "")
    before = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if not kind or before in {"machine", "train", "engine", "detector", "alarm", "bath", "iron"}:
        return ""
    tokens[at].used = True
    for near in moved:
        if near in {at - 1, at + 1}:
            tokens[near].used = True
    _use_heap(tokens, at)
    return kind


def _use_heap(tokens: Sequence[Token], at: int) -> None:
    """``a cloud of dust``: the cloud is the dust's."""
    if at >= 2 and tokens[at - 1].lower == "of" and tokens[at - 2].lower in _HEAPS:
        tokens[at - 1].used = tokens[at - 2].used = True
