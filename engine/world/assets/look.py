"""What adjectives ask of a thing: colour, material, size, pattern, wear.

A ``Look`` is read once from the words; the families paint with it.  Words that it does not know
are left alone (``Look.used`` names those that count).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from engine.world.assets.palette import COLOURS, mixed, shaded
from engine.world.model import Color, Pattern, Surface


@dataclass(frozen=True)
class Finish:
    """How a material looks when nothing else is said."""

    color: Color
    color2: Color
    roughness: float
    metallic: float = 0.0
    pattern: Pattern = "plain"
    pattern_scale_m: float = 0.2
    opacity: float = 1.0
    refraction: float = 1.0

    def surface(self, color: Color | None = None) -> Surface:
        """The finish, in ``color`` if one is given (its second colour follows)."""
        base = self.color if color is None else color
        second = self.color2 if color is None else shaded(color, 0.55)
        return Surface(
            base,
            second,
            self.roughness,
            self.metallic,
            0.0,
            self.pattern,
            self.pattern_scale_m,
            self.opacity,
            self.refraction,
        )


_C = COLOURS
FINISHES: Mapping[str, Finish] = MappingProxyType(
    {
        "wood": Finish((0.36, 0.19, 0.085), (0.20, 0.095, 0.04), 0.5, 0.0, "wood", 0.11),
        "metal": Finish((0.74, 0.75, 0.77), (0.55, 0.55, 0.57), 0.42, 1.0, "metal_brushed", 0.3),
        "glass": Finish((0.40, 0.53, 0.52), (0.6, 0.75, 0.75), 0.06, 0.0, "plain", 0.2, 0.42, 1.5),
        "ceramic": Finish(_C["ivory"], _C["cream"], 0.22),
        "stone": Finish((0.33, 0.32, 0.30), (0.20, 0.195, 0.185), 0.85, 0.0, "concrete", 0.3),
        "concrete": Finish((0.42, 0.41, 0.39), (0.30, 0.29, 0.28), 0.9, 0.0, "concrete", 0.5),
        "asphalt": Finish((0.085, 0.085, 0.09), (0.15, 0.15, 0.15), 0.92, 0.0, "asphalt", 0.4),
        "brick": Finish((0.37, 0.13, 0.08), (0.45, 0.41, 0.36), 0.88, 0.0, "brick", 0.24),
        "plastic": Finish((0.60, 0.62, 0.63), (0.4, 0.4, 0.4), 0.38),
        "rubber": Finish((0.055, 0.055, 0.06), (0.1, 0.1, 0.1), 0.8),
        "leather": Finish((0.19, 0.085, 0.04), (0.12, 0.05, 0.025), 0.52),
        "fabric": Finish((0.30, 0.34, 0.40), (0.22, 0.25, 0.30), 0.95, 0.0, "fabric", 0.12),
        "paper": Finish(_C["cream"], _C["beige"], 0.9),
        "cardboard": Finish((0.47, 0.31, 0.17), (0.36, 0.23, 0.12), 0.9),
        "flesh": Finish((0.62, 0.36, 0.26), (0.5, 0.28, 0.2), 0.6, 0.0, "skin", 0.1),
        "grass": Finish((0.13, 0.25, 0.045), (0.24, 0.33, 0.08), 0.95, 0.0, "grass", 0.6),
        "earth": Finish((0.17, 0.10, 0.055), (0.25, 0.16, 0.09), 0.97, 0.0, "gravel", 0.2),
        "sand": Finish((0.66, 0.52, 0.33), (0.55, 0.42, 0.26), 0.97, 0.0, "sand", 0.5),
        "gravel": Finish((0.34, 0.32, 0.29), (0.22, 0.2, 0.18), 0.95, 0.0, "gravel", 0.12),
        "snow": Finish((0.80, 0.84, 0.90), (0.7, 0.76, 0.86), 0.8, 0.0, "snow", 0.6),
        "ice": Finish((0.62, 0.80, 0.88), (0.5, 0.7, 0.8), 0.1, 0.0, "plain", 0.2, 0.6, 1.31),
        "water": Finish((0.05, 0.20, 0.25), (0.35, 0.6, 0.62), 0.08, 0.0, "water", 1.2, 1.0, 1.33),
        "tiles": Finish((0.70, 0.69, 0.65), (0.45, 0.44, 0.42), 0.3, 0.0, "tiles", 0.4),
        "carpet": Finish((0.34, 0.13, 0.11), (0.45, 0.33, 0.22), 0.98, 0.0, "carpet", 0.4),
        "fruit": Finish((0.45, 0.07, 0.045), (0.5, 0.35, 0.08), 0.32),
        "foam": Finish((0.75, 0.72, 0.6), (0.6, 0.58, 0.5), 0.95),
    }
)
"""How each material of ``engine.materials`` looks, unless a thing or a word says otherwise."""

_MATERIAL_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("wooden", "wood", "timber", "bamboo"), ("wood", "")),
        "oak": ("wood", ""),
        "pine": ("wood", "tan"),
        "mahogany": ("wood", "chestnut"),
        "walnut": ("wood", "dark brown"),
        **dict.fromkeys(
            ("metal", "metallic", "steel", "aluminium", "aluminum", "tin", "chrome"), ("metal", "")
        ),
        "iron": ("metal", "dark grey"),
        "golden": ("metal", "gold"),
        "gold": ("metal", "gold"),
        "silver": ("metal", "silver"),
        "bronze": ("metal", "bronze"),
        "copper": ("metal", "copper"),
        "brass": ("metal", "brass"),
        "glass": ("glass", ""),
        "crystal": ("glass", ""),
        "plastic": ("plastic", ""),
        "rubber": ("rubber", ""),
        "stone": ("stone", ""),
        "granite": ("stone", "dark grey"),
        "marble": ("stone", "ivory"),
        "ceramic": ("ceramic", ""),
        "porcelain": ("ceramic", "white"),
        "clay": ("ceramic", "rust"),
        "terracotta": ("ceramic", "rust"),
        "concrete": ("concrete", ""),
        "brick": ("brick", ""),
        "paper": ("paper", ""),
        "cardboard": ("cardboard", ""),
        "leather": ("leather", ""),
        "fabric": ("fabric", ""),
        "cloth": ("fabric", ""),
        "velvet": ("fabric", ""),
        "woollen": ("fabric", ""),
        "foam": ("foam", ""),
        "icy": ("ice", ""),
        "ice": ("ice", ""),
    }
)
_SIZES: Mapping[str, float] = MappingProxyType(
    {
        "tiny": 0.35,
        "mini": 0.4,
        "miniature": 0.35,
        "small": 0.65,
        "little": 0.65,
        "big": 1.5,
        "large": 1.5,
        "huge": 2.3,
        "enormous": 2.8,
        "massive": 2.3,
        "giant": 3.2,
        "gigantic": 3.2,
    }
)
_STRETCHES: Mapping[str, tuple[float, float, float]] = MappingProxyType(
    {
        "tall": (1.0, 1.4, 1.0),
        "short": (1.0, 0.7, 1.0),
        "low": (1.0, 0.7, 1.0),
        "long": (1.5, 1.0, 1.0),
        "wide": (1.4, 1.0, 1.0),
        "narrow": (0.65, 1.0, 1.0),
        "flat": (1.0, 0.5, 1.0),
    }
)
_PATTERNS: Mapping[str, Pattern] = MappingProxyType(
    {
        "striped": "stripes",
        "stripy": "stripes",
        "spotted": "spots",
        "dotted": "spots",
        "polka-dot": "spots",
        "speckled": "spots",
        "checkered": "checker",
        "chequered": "checker",
        "checked": "checker",
        "marbled": "marble",
    }
)
_WEAR: Mapping[str, str] = MappingProxyType(
    {
        "old": "worn",
        "worn": "worn",
        "weathered": "worn",
        "dirty": "worn",
        "dusty": "worn",
        "battered": "worn",
        "shiny": "polished",
        "polished": "polished",
        "glossy": "polished",
        "new": "polished",
        "gleaming": "polished",
        "rusty": "rusty",
        "rusted": "rusty",
        "matte": "matte",
        "matt": "matte",
        "glowing": "glowing",
        "bright": "bright",
        "luminous": "glowing",
        "neon": "glowing",
        "dark": "dark",
        "pale": "pale",
        "light": "pale",
        "transparent": "clear",
        "see-through": "clear",
    }
)

LookKind = str
"""What a word can change: one of ``ALL_KINDS``."""

ALL_KINDS: frozenset[LookKind] = frozenset(
    {"colour", "material", "size", "stretch", "pattern", "wear"}
)


@dataclass(frozen=True)
class Look:
    """The adjectives, understood.

    Attributes:
        color: None keeps the thing's own.
        material: a name of ``engine.materials`` that replaces the thing's own, or None.
        material_color: that material's own tint (gold, granite), unless a colour is named.
        scale: size factor on all axes.
        stretch: further factors for x, y, z.
        pattern: replaces the main surface's pattern, in ``color`` and ``pattern_color``.
        wear: ``worn``, ``polished``, ``rusty``, ``matte``, ``glowing``, ``bright``, ``dark``,
            ``pale``, ``clear``.
        used: the words that count, as written.
    """

    color: Color | None = None
    material: str | None = None
    material_color: Color | None = None
    scale: float = 1.0
    stretch: tuple[float, float, float] = (1.0, 1.0, 1.0)
    pattern: Pattern | None = None
    pattern_color: Color | None = None
    wear: tuple[str, ...] = ()
    used: tuple[str, ...] = ()

    def paint(self, material: str, color: Color | None = None, **changes: Any) -> Surface:
        """The surface of the thing's main parts, as the words want it.

        Args:
            material: the thing's own material.
            color: the thing's own colour; the material's if None.
            changes: fields of ``Surface`` that belong to the thing's own look.
        """
        if self.material is None:
            own = FINISHES[material].surface(color)
            surface = replace(own, **changes)
        else:
            surface = FINISHES[self.material].surface(self.material_color)
        if self.color is not None:
            second = surface.color2 if "color2" in changes else shaded(self.color, 0.6)
            surface = replace(surface, color=self.color, color2=second)
        if self.pattern is not None:
            surface = self._patterned(surface)
        return self.aged(surface)

    def trim(self, material: str, color: Color | None = None, **changes: Any) -> Surface:
        """The surface of a part that keeps its own colour and material, but shows wear."""
        return self.aged(replace(FINISHES[material].surface(color), **changes))

    def aged(self, surface: Surface) -> Surface:
        """The surface after what the words say of wear and light."""
        for word in self.wear:
            surface = _worn(surface, word)
        return surface

    def _patterned(self, surface: Surface) -> Surface:
        assert self.pattern is not None
        light = sum(surface.color) > 1.2
        other = COLOURS["charcoal"] if light else COLOURS["ivory"]
        second = other if self.pattern_color is None else self.pattern_color
        return replace(surface, pattern=self.pattern, color2=second, metallic=0.0)


def _worn(surface: Surface, wear: str) -> Surface:
    match wear:
        case "worn":
            grey = sum(surface.color) / 3
            faded = shaded(mixed(surface.color, (grey, grey * 0.93, grey * 0.82), 0.4), 0.8)
            return replace(surface, color=faded, roughness=min(surface.roughness + 0.25, 1.0))
        case "polished":
            return replace(surface, roughness=surface.roughness * 0.4)
        case "rusty":
            rust = mixed(COLOURS["rust"], surface.color, 0.15)
            return replace(
                surface,
                color=shaded(rust, 0.8),
                color2=COLOURS["dark brown"],
                roughness=0.88,
                metallic=0.0,
                pattern="concrete",
            )
        case "matte":
            return replace(surface, roughness=0.95)
        case "glowing":
            return replace(surface, emission=1.6)
        case "bright":
            return replace(surface, color=shaded(surface.color, 1.35))
        case "dark":
            return replace(surface, color=shaded(surface.color, 0.4))
        case "pale":
            return replace(surface, color=mixed(surface.color, (0.85, 0.84, 0.81), 0.45))
        case _:
            return replace(surface, opacity=0.55, roughness=min(surface.roughness, 0.12))


def read_look(attributes: tuple[str, ...], kinds: frozenset[LookKind] = ALL_KINDS) -> Look:
    """What the adjectives ask for; the last colour, material and pattern win.

    Args:
        attributes: adjectives as written; case and spaces around them do not matter.
        kinds: what can be changed on this thing; words of other kinds are left alone.
    """
    look = Look()
    for word in attributes:
        changed = _with_word(look, " ".join(word.lower().split()), kinds)
        if changed is not look:
            look = replace(changed, used=(*look.used, word))
    return look


def _with_word(look: Look, word: str, kinds: frozenset[LookKind]) -> Look:
    changed = look
    if word in _MATERIAL_WORDS and "material" in kinds:
        name, tint = _MATERIAL_WORDS[word]
        changed = replace(
            changed,
            material=name,
            material_color=COLOURS[tint] if tint else None,
            color=None if tint else changed.color,
        )
        if word == "marble":
            changed = replace(changed, pattern="marble", pattern_color=COLOURS["grey"])
    elif word in COLOURS and "colour" in kinds:
        earlier = look.color if look.pattern in (None, "marble") else look.pattern_color
        changed = replace(changed, color=COLOURS[word], pattern_color=earlier)
    elif word in _SIZES and "size" in kinds:
        changed = replace(changed, scale=look.scale * _SIZES[word])
    elif word in _STRETCHES and "stretch" in kinds:
        factors = zip(look.stretch, _STRETCHES[word], strict=True)
        x, y, z = (own * more for own, more in factors)
        changed = replace(changed, stretch=(x, y, z))
    elif word in _PATTERNS and "pattern" in kinds:
        changed = replace(changed, pattern=_PATTERNS[word])
    elif word in _WEAR and "wear" in kinds:
        changed = replace(changed, wear=(*look.wear, _WEAR[word]))
    return changed
