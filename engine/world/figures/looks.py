"""What a person looks like: proportions, colours, hair and clothes, from a name, words and a seed.

The same name, attributes and seed give the same look.  Unknown words are left alone: the
breakdown has already said which words nothing is made of.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TypedDict

import numpy as np

from engine.world.model import Color

PEOPLE = ("man", "woman", "boy", "girl", "old man", "old woman", "person")


def linear(rgb_hex: str) -> Color:
    """Linear-light colour of ``"c83232"`` (sRGB)."""
    channels = [int(rgb_hex[k : k + 2], 16) / 255 for k in (0, 2, 4)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return (r, g, b)


COLORS: dict[str, Color] = {
    word: linear(code)
    for word, code in (
        ("red", "c23a34"), ("blue", "3a64b0"), ("green", "3f8a53"), ("yellow", "e6bd3c"),
        ("orange", "e0803a"), ("purple", "74509f"), ("violet", "74509f"), ("pink", "e48ba6"),
        ("white", "efebe2"), ("black", "24242a"), ("grey", "83868c"), ("gray", "83868c"),
        ("brown", "74502f"), ("beige", "d2bf9b"), ("golden", "cf9f3c"), ("gold", "cf9f3c"),
        ("silver", "b4b8be"), ("turquoise", "40a8a4"), ("cyan", "40a8c0"), ("navy", "2a3860"),
        ("dark", "33313a"), ("crimson", "9c2236"), ("cream", "eee0c0"), ("teal", "2f7f80"),
        ("lilac", "b49ccf"), ("olive", "76783c"), ("maroon", "6e2832"),
    )
}  # fmt: skip

HAIR_COLORS: dict[str, Color] = {
    word: linear(code)
    for word, code in (
        ("blond", "d9b469"), ("blonde", "d9b469"), ("fair-haired", "d9b469"),
        ("redhead", "ad5426"), ("red-haired", "ad5426"), ("ginger", "b8622c"),
        ("black-haired", "211c1e"), ("dark-haired", "32241d"), ("brunette", "4c3020"),
        ("brown-haired", "5a3a25"), ("grey-haired", "a7a5a2"), ("gray-haired", "a7a5a2"),
        ("white-haired", "e2dfd9"),
    )
}  # fmt: skip

_HAIR_BY_SEED = tuple(
    linear(c) for c in ("2b1e1a", "4a2f20", "6b4328", "1f1b1d", "c9a25c", "8c4522")
)
_SKINS = tuple(linear(c) for c in ("f2c9a8", "e8b48e", "d59c74", "b67b53", "8d5a3b", "65402b"))
_SHIRTS = tuple(
    linear(c)
    for c in ("b5483f", "40699f", "5c8f6a", "d5a646", "e8e0d0", "7c5c90", "cf7b4c", "4d9794")
)
_TROUSERS = tuple(linear(c) for c in ("37456a", "4b4440", "6d6250", "2f3138", "5c6b62", "7a6a58"))
_EYES = tuple(linear(c) for c in ("4a6f93", "6b4526", "4f7a54", "55341f", "62727d"))

CLOTHES = {
    "coat": "coat", "jacket": "coat", "raincoat": "coat", "overcoat": "coat", "robe": "coat",
    "dress": "dress", "gown": "dress", "skirt": "skirt",
    "hat": "hat", "cap": "cap", "beanie": "cap", "helmet": "cap",
    "shirt": "shirt", "t-shirt": "tee", "tshirt": "tee", "sweater": "shirt", "pullover": "shirt",
    "jumper": "shirt", "blouse": "shirt", "hoodie": "shirt", "vest": "tee", "top": "tee",
    "trousers": "trousers", "pants": "trousers", "jeans": "trousers", "shorts": "shorts",
    "shoes": "shoes", "boots": "shoes", "scarf": "scarf", "suit": "suit", "uniform": "suit",
    "hair": "hair", "haired": "hair", "eyes": "eyes", "eyed": "eyes", "beard": "beard",
}  # fmt: skip
"""Words for what is worn (and hair, eyes), each with the kind that the figure knows."""


@dataclass(frozen=True)
class Look:
    """One person's look.

    Attributes:
        height_m: standing height without hat and hair.
        head_m: chin to crown.
        shoulder_m: half the distance between the shoulder joints.
        hip_m: half the hips' width.
        girth: 1 normal, 1.35 fat, 0.85 thin.
        stoop: 0 upright to 1 bent by age.
        hair: ``"bald"``, ``"short"``, ``"side"``, ``"bob"``, ``"long"``, ``"ponytail"``, ``"bun"``,
            ``"curly"``, ``"receding"``.
        sleeves, legs_bare: long sleeves; bare shins (shorts, skirts).
        skirt: hem height above the ground as a share of the hip's height, or 0 for none.
    """

    feminine: bool
    child: bool
    old: bool
    height_m: float
    head_m: float
    shoulder_m: float
    hip_m: float
    girth: float
    stoop: float
    hair: str
    hair_color: Color
    skin: Color
    eyes: Color
    shirt: Color
    trousers: Color
    shoes: Color
    coat: Color | None
    skirt: float
    skirt_color: Color
    sleeves: bool
    legs_bare: bool
    hat: str
    hat_color: Color
    glasses: bool
    beard: bool
    scarf: Color | None
    nose: float
    jaw: float
    brow: float


class _Build(TypedDict):
    height_m: float
    head_m: float
    shoulder_m: float
    hip_m: float
    girth: float
    stoop: float


class _Head(TypedDict):
    hair: str
    hair_color: Color
    skin: Color
    eyes: Color
    beard: bool
    glasses: bool


class _Dress(TypedDict):
    shirt: Color
    trousers: Color
    shoes: Color
    coat: Color | None
    skirt: float
    skirt_color: Color
    sleeves: bool
    legs_bare: bool
    hat: str
    hat_color: Color
    scarf: Color | None


def seeded(name: str, attributes: tuple[str, ...], seed: int) -> np.random.Generator:
    """Chance that depends on nothing but its arguments."""
    text = "|".join((name, *attributes, str(seed))).encode()
    return np.random.default_rng(int.from_bytes(hashlib.sha256(text).digest()[:8], "little"))


def _words(attributes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for phrase in attributes for word in phrase.lower().replace(",", " ").split())


def worn_colors(attributes: tuple[str, ...]) -> dict[str, Color | None]:
    """What the words say is worn: kind -> colour, None where no colour is named."""
    worn: dict[str, Color | None] = {}
    color: Color | None = None
    for word in _words(attributes):
        joined = word.split("-")
        if word in CLOTHES or (joined[-1] in CLOTHES and joined[0] in COLORS):
            color = COLORS.get(joined[0], color)
            worn[CLOTHES.get(word) or CLOTHES[joined[-1]]] = color
            color = None
        elif word in COLORS:
            color = COLORS[word]
    return worn


def look_of(name: str, attributes: tuple[str, ...], seed: int) -> Look:
    """The look of a person called ``name`` (one of ``PEOPLE``)."""
    words = set(_words(attributes))
    chance = seeded(name, attributes, seed)
    feminine = name in ("woman", "girl", "old woman") or (
        name == "person" and bool(chance.random() < 0.5)
    )
    child = name in ("boy", "girl")
    old = name.startswith("old ") or (bool({"old", "elderly", "aged"} & words) and not child)
    worn = worn_colors(attributes)
    return Look(
        feminine=feminine,
        child=child,
        old=old,
        **_build(words, feminine, child, old, chance),
        **_hair(words, worn, feminine, child, old, chance),
        **_clothes(words, worn, feminine, child, chance),
        nose=float(chance.uniform(0.85, 1.2)) * (0.8 if child else 1.1 if old else 1.0),
        jaw=float(chance.uniform(0.92, 1.08)) * (0.94 if feminine else 1.04),
        brow=float(chance.uniform(0.85, 1.2)) * (0.75 if feminine else 1.15),
    )


def _build(
    words: set[str], feminine: bool, child: bool, old: bool, chance: np.random.Generator
) -> _Build:
    height = 1.64 if feminine else 1.76
    if child:
        height = 1.22
    height *= float(chance.uniform(0.97, 1.03)) * (0.96 if old else 1.0)
    height *= 1.10 if {"tall", "giant", "huge"} & words else 1.0
    height *= 0.88 if {"short", "small", "little", "tiny"} & words else 1.0
    girth = float(chance.uniform(0.96, 1.06)) * (1.05 if old else 1.0)
    girth *= 1.38 if {"fat", "chubby", "plump", "stout", "heavy", "big"} & words else 1.0
    girth *= 0.84 if {"thin", "slim", "skinny", "slender"} & words else 1.0
    girth *= 1.12 if {"strong", "muscular"} & words else 1.0
    if child:
        head, shoulder, hip = 0.262, 0.122, 0.085
    elif feminine:
        head, shoulder, hip = 0.278, 0.152, 0.108
    else:
        head, shoulder, hip = 0.288, 0.182, 0.104
    return {
        "height_m": height,
        "head_m": head,
        "shoulder_m": shoulder * (0.75 + 0.25 * girth) * (height / (1.22 if child else 1.7)) ** 0.5,
        "hip_m": hip * (0.7 + 0.3 * girth),
        "girth": girth,
        "stoop": 0.8 if old else 0.0,
    }


def _hair(
    words: set[str],
    worn: dict[str, Color | None],
    feminine: bool,
    child: bool,
    old: bool,
    chance: np.random.Generator,
) -> _Head:
    color = _HAIR_BY_SEED[int(chance.integers(len(_HAIR_BY_SEED)))]
    if old:
        color = (linear("b9b6b1"), linear("dedbd5"), linear("8f8d8b"))[int(chance.integers(3))]
    named = [HAIR_COLORS[word] for word in sorted(words) if word in HAIR_COLORS]
    color = named[0] if named else worn.get("hair") or color
    styles = ("bob", "long", "ponytail", "bun") if feminine else ("short", "side")
    style = str(chance.choice(styles))
    if old:
        style = str(chance.choice(("bun", "bob") if feminine else ("receding", "side")))
    asked = (
        ("bald", "bald"),
        ("curly", "curly"),
        ("long-haired", "long"),
        ("ponytail", "ponytail"),
        ("bun", "bun"),
        ("short-haired", "short"),
        ("curly-haired", "curly"),
    )
    style = next((kind for word, kind in asked if word in words), style)
    if "hair" in words and "long" in words:
        style = "long"
    skin = _SKINS[int(chance.choice(len(_SKINS), p=(0.25, 0.25, 0.17, 0.13, 0.1, 0.1)))]
    tones = (("pale", 0), ("fair", 0), ("tanned", 2), ("brown-skinned", 3), ("dark-skinned", 5),
             ("black-skinned", 5), ("light-skinned", 0))  # fmt: skip
    skin = next((_SKINS[index] for word, index in tones if word in words), skin)
    bearded = bool({"bearded", "beard", "moustached", "whiskered"} & words)
    return {
        "hair": style,
        "hair_color": color,
        "skin": skin,
        "eyes": worn.get("eyes") or _EYES[int(chance.integers(len(_EYES)))],
        "beard": bearded or (old and not feminine and bool(chance.random() < 0.35)),
        "glasses": bool({"glasses", "spectacles", "bespectacled"} & words),
    }


def _clothes(
    words: set[str],
    worn: dict[str, Color | None],
    feminine: bool,
    child: bool,
    chance: np.random.Generator,
) -> _Dress:
    shirt = _SHIRTS[int(chance.integers(len(_SHIRTS)))]
    trousers = _TROUSERS[int(chance.integers(len(_TROUSERS)))]
    dark = linear("33353f")
    coat = None
    if "coat" in worn or "suit" in worn:
        coat = worn.get("coat") or worn.get("suit") or dark
    skirt, skirt_color = 0.0, trousers
    if "dress" in worn or "skirt" in worn:
        skirt = 0.42
        skirt_color = worn.get("dress") or worn.get("skirt") or shirt
    elif feminine and coat is None and not {"trousers", "shorts"} & worn.keys():
        skirt = 0.48 if chance.random() < (0.6 if child else 0.35) else 0.0
    if "dress" in worn:
        shirt = skirt_color
    shirt = worn.get("shirt") or worn.get("tee") or shirt
    if "suit" in worn:
        trousers, shirt = coat or dark, linear("efebe2")
    hat = "hat" if "hat" in worn else "cap" if "cap" in worn else ""
    return {
        "shirt": shirt,
        "trousers": worn.get("trousers") or worn.get("shorts") or trousers,
        "shoes": worn.get("shoes")
        or (linear("3b2b24"), linear("2b2c31"), linear("7d4a34"))[int(chance.integers(3))],
        "coat": coat,
        "skirt": skirt,
        "skirt_color": skirt_color,
        "sleeves": not ("tee" in worn or (child and coat is None) or "dress" in worn)
        or coat is not None,
        "legs_bare": skirt > 0 or "shorts" in worn,
        "hat": hat,
        "hat_color": worn.get("hat") or worn.get("cap") or linear("5b4a3a"),
        "scarf": (worn["scarf"] or linear("b5483f")) if "scarf" in worn else None,
    }
