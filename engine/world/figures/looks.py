"""What a person looks like: body, colours, hair and clothes, from a name, words and a seed.

The same name, attributes and seed give the same look.  Unknown words are left alone: the
breakdown has already said which words nothing is made of.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from engine.world.figures.anatomy import Build
from engine.world.figures.colors import COLORS, linear
from engine.world.figures.wardrobe import ROLE_FEATURES, Garment, outfit_of, role_of, words_of
from engine.world.model import Color

__all__ = ["COLORS", "PEOPLE", "Look", "linear", "look_of", "seeded"]

PEOPLE = ("man", "woman", "boy", "girl", "old man", "old woman", "person")

HAIR_COLORS: dict[str, Color] = {
    word: linear(code)
    for word, code in (
        ("blond", "c9a15a"),
        ("blonde", "c9a15a"),
        ("fair", "c9a15a"),
        ("fair-haired", "c9a15a"),
        ("blond-haired", "c9a15a"),
        ("blonde-haired", "c9a15a"),
        ("golden-haired", "cda24e"),
        ("redhead", "8e3f1c"),
        ("red-haired", "8e3f1c"),
        ("red-headed", "8e3f1c"),
        ("ginger", "a04c20"),
        ("auburn", "6d2f1c"),
        ("black-haired", "17141a"),
        ("dark-haired", "2a1d17"),
        ("brunette", "3e281b"),
        ("brown-haired", "4a3020"),
        ("grey-haired", "8f8d8b"),
        ("gray-haired", "8f8d8b"),
        ("white-haired", "d6d3cd"),
        ("silver-haired", "b4b4b4"),
    )
}
_HAIR_OF_COLOR = {
    "brown": "4a3020",
    "black": "17141a",
    "red": "8e3f1c",
    "grey": "8f8d8b",
    "gray": "8f8d8b",
    "white": "d6d3cd",
    "golden": "cda24e",
    "dark": "2a1d17",
}
_HAIR_BY_SEED = ("241813", "3d281b", "55371f", "191517", "b08a4e", "713418", "33241d")
_SKINS = ("f0c3a2", "e6b38e", "d79f77", "ba7f56", "8d5a3b", "5f3c29")
_UNEARTHLY = {"ghost": "d9e0e6", "vampire": "e4d9d4", "zombie": "8f9c7e"}
_EYES = ("4a6f93", "6b4526", "4f7a54", "55341f", "62727d")
_STYLES = {
    "bald": "bald",
    "curly": "curly",
    "curly-haired": "curly",
    "afro": "afro",
    "ponytail": "ponytail",
    "pigtails": "pigtails",
    "bun": "bun",
    "bob": "bob",
    "long-haired": "long",
    "mohawk": "mohawk",
    "short-haired": "short",
    "braid": "ponytail",
    "braids": "pigtails",
    "dreadlocks": "long",
    "wavy": "long",
    "spiky": "spiky",
    "shaved": "buzz",
    "crewcut": "buzz",
    "buzzcut": "buzz",
    "bald-headed": "bald",
    "balding": "receding",
    "parted": "side",
}
_MOODS: dict[str, tuple[tuple[str, float], ...]] = {
    "happy": (("mouthSmile", 0.55), ("cheekSquint", 0.3)),
    "smiling": (("mouthSmile", 0.6), ("cheekSquint", 0.35)),
    "cheerful": (("mouthSmile", 0.6), ("cheekSquint", 0.35)),
    "joyful": (("mouthSmile", 0.65), ("cheekSquint", 0.4)),
    "angry": (("browDown", 0.9), ("mouthFrown", 0.4), ("noseSneer", 0.3)),
    "furious": (("browDown", 1.0), ("mouthFrown", 0.5), ("noseSneer", 0.5)),
    "grumpy": (("browDown", 0.7), ("mouthFrown", 0.6)),
    "sad": (("mouthFrown", 0.7), ("browInnerUp1", 0.8)),
    "crying": (("mouthFrown", 0.9), ("browInnerUp1", 1.0), ("eyeSquint", 0.5)),
    "worried": (("browInnerUp1", 0.8), ("mouthFrown", 0.3)),
    "scared": (("browInnerUp1", 0.9), ("eyeWide", 0.8), ("mouthStretch", 0.4)),
    "frightened": (("browInnerUp1", 0.9), ("eyeWide", 0.8), ("mouthStretch", 0.4)),
    "surprised": (("browOuterUp", 0.8), ("browInnerUp1", 0.6), ("eyeWide", 0.7)),
    "tired": (("eyeSquint", 0.4), ("mouthFrown", 0.2)),
    "serious": (("browDown", 0.3),),
}


@dataclass(frozen=True)
class Look:
    """One person's look.

    Attributes:
        build: the body in numbers, with the face's features.
        hair: ``"bald"``, ``"buzz"``, ``"short"``, ``"side"``, ``"bob"``, ``"long"``,
            ``"ponytail"``, ``"pigtails"``, ``"bun"``, ``"curly"``, ``"afro"``, ``"receding"``,
            ``"mohawk"``, ``"spiky"``.
        brow: thickness of the brows, 1 usual.
        garments: everything worn.
    """

    build: Build
    feminine: bool
    old: bool
    hair: str
    hair_color: Color
    skin: Color
    lips: Color
    eyes: Color
    beard: bool
    moustache: bool
    brow: float
    garments: tuple[Garment, ...]

    @property
    def child(self) -> bool:
        """Not grown up."""
        return self.build.years < 14


def seeded(name: str, attributes: tuple[str, ...], seed: int) -> np.random.Generator:
    """Chance that depends on nothing but its arguments."""
    text = "|".join((name, *attributes, str(seed))).encode()
    return np.random.default_rng(int.from_bytes(hashlib.sha256(text).digest()[:8], "little"))


def look_of(name: str, attributes: tuple[str, ...], seed: int) -> Look:
    """The look of a person called ``name`` (one of ``PEOPLE``)."""
    words = words_of(attributes)
    known = set(words)
    chance = seeded(name, attributes, seed)
    male, female = known & {"male", "masculine"}, known & {"female", "feminine"}
    feminine = name in ("woman", "girl", "old woman") or (
        name == "person" and (bool(female) or (not male and bool(chance.random() < 0.5)))
    )
    years = _years(name, known, chance)
    tone = _tone(known, chance)
    features = _features_of(words, feminine)
    known |= set(features)
    style, color = _hair((*words, *features), feminine, years, tone, chance)
    bearded = bool({"bearded", "beard", "whiskered"} & known)
    moustache = bool({"moustache", "moustached", "mustache", "mustached"} & known)
    if not feminine and years > 24 and not {"shaven", "clean-shaven"} & known:
        bearded = bearded or (not moustache and bool(chance.random() < 0.22))
    rosy = linear("b04a48") if feminine else linear("a2604f")
    return Look(
        build=_build(name, known, feminine, years, tone, chance),
        feminine=feminine,
        old=years > 60,
        hair=style,
        hair_color=color,
        skin=linear(_UNEARTHLY.get(role_of(words), _SKINS[tone])),
        lips=rosy if tone < 4 else linear("6f3430"),
        eyes=_eye_color(words, tone, chance),
        beard=bearded,
        moustache=moustache,
        brow=float(chance.uniform(0.85, 1.15)) * (0.70 if feminine else 0.95),
        garments=outfit_of(words, feminine, years, chance),
    )


def _features_of(words: tuple[str, ...], feminine: bool) -> tuple[str, ...]:
    """Hair and build of a calling; its hair yields to hair that is told."""
    told = {"hair", "bald"} & set(words) or any(word.endswith("-haired") for word in words)
    usual = ROLE_FEATURES.get(role_of(words), ())
    built = {"muscular", "fat", "old"}
    return tuple(
        word for word in usual
        if (word in built or not told) and not (word == "bearded" and feminine)
    )  # fmt: skip


def _years(name: str, known: set[str], chance: np.random.Generator) -> float:
    ages = (
        ({"baby", "infant", "newborn"}, 1.6),
        ({"toddler"}, 3.0),
        ({"teenage", "teen", "teenager", "adolescent"}, 15.0),
        ({"old", "elderly", "aged"}, 76.0),
        ({"middle-aged"}, 48.0),
    )
    for words, years in ages:
        if words & known:
            return years
    if name.startswith("old "):
        return 76.0
    if name in ("boy", "girl"):
        return (6.0 if {"little", "small", "young", "tiny"} & known else 9.0) + float(
            chance.uniform(-0.8, 0.8)
        )
    return 22.0 if "young" in known else float(chance.uniform(25.0, 42.0))


def _tone(known: set[str], chance: np.random.Generator) -> int:
    tone = int(chance.choice(len(_SKINS), p=(0.25, 0.25, 0.17, 0.13, 0.1, 0.1)))
    said = (
        ("pale", 0),
        ("fair-skinned", 0),
        ("light-skinned", 0),
        ("white-skinned", 0),
        ("tanned", 2),
        ("asian", 1),
        ("olive-skinned", 2),
        ("indian", 3),
        ("latino", 2),
        ("latina", 2),
        ("brown-skinned", 3),
        ("dark-skinned", 5),
        ("black-skinned", 5),
        ("african", 5),
    )
    return next((index for word, index in said if word in known), tone)


_HEIGHTS = (
    (1.0, 0.78),
    (3.0, 0.96),
    (6.0, 1.16),
    (9.0, 1.34),
    (12.0, 1.50),
    (15.0, 1.66),
    (20.0, 1.72),
    (60.0, 1.72),
    (80.0, 1.66),
)


def _build(
    name: str,
    known: set[str],
    feminine: bool,
    years: float,
    tone: int,
    chance: np.random.Generator,
) -> Build:
    grown = years > 14
    weight, muscle = float(chance.uniform(0.42, 0.55)), float(chance.uniform(0.45, 0.62))
    if {"fat", "chubby", "plump", "stout", "heavy", "overweight", "obese"} & known:
        weight = 1.0
    if {"thin", "slim", "skinny", "slender", "lean"} & known:
        weight, muscle = 0.12, 0.45
    if {"strong", "muscular", "athletic", "burly", "buff"} & known:
        muscle, weight = 1.0, 0.58
    height = float(np.interp(years, [at for at, _ in _HEIGHTS], [tall for _, tall in _HEIGHTS]))
    if grown:
        height += -0.06 if feminine else 0.06
    height *= float(chance.uniform(0.97, 1.03))
    tallness = 0.5
    if {"tall", "giant", "huge", "big"} & known:
        height, tallness = height * 1.10, 0.8
    if {"short", "tiny"} & known or ({"small", "little"} & known and grown):
        height, tallness = height * 0.89, 0.25
    ethnicity = {
        0: (0.0, 0.08, 0.92),
        1: (0.0, 0.2, 0.8),
        2: (0.1, 0.3, 0.6),
        3: (0.4, 0.2, 0.4),
        4: (0.8, 0.0, 0.2),
        5: (1.0, 0.0, 0.0),
    }[tone]
    if "asian" in known:
        ethnicity = (0.0, 1.0, 0.0)
    male = 0.12 if feminine else 0.9
    return Build(
        years=years,
        male=male,
        muscle=muscle,
        weight=weight,
        height=tallness,
        ethnicity=ethnicity,
        details=(*_features(chance, grown), *_mood(known)),
        height_m=height,
    )


def _features(chance: np.random.Generator, grown: bool) -> tuple[tuple[str, float], ...]:
    """Small shapes that make one face unlike another."""
    pairs = (
        ("nose-scale-horiz-decr", "nose-scale-horiz-incr"),
        ("nose-point-down", "nose-point-up"),
        ("nose-volume-decr", "nose-volume-incr"),
        ("nose-hump-decr", "nose-hump-incr"),
        ("mouth-scale-horiz-decr", "mouth-scale-horiz-incr"),
        ("chin-width-decr", "chin-width-incr"),
        ("chin-height-decr", "chin-height-incr"),
        ("eye-trans-in", "eye-trans-out"),
        ("eye-corner2-down", "eye-corner2-up"),
        ("cheek-volume-decr", "cheek-volume-incr"),
        ("cheek-bones-decr", "cheek-bones-incr"),
        ("head-scale-horiz-decr", "head-scale-horiz-incr"),
        ("mouth-upperlip-volume-decr", "mouth-upperlip-volume-incr"),
        ("mouth-lowerlip-volume-decr", "mouth-lowerlip-volume-incr"),
        ("eyebrows-angle-down", "eyebrows-angle-up"),
        ("ear-scale-decr", "ear-scale-incr"),
    )
    strength = 0.42 if grown else 0.25
    found = []
    for less, more in pairs:
        value = float(np.clip(chance.normal(0.0, 0.5), -1.0, 1.0)) * strength
        found.append((more if value > 0 else less, abs(value)))
    shape = ("head-oval", "head-round", "head-square", "head-triangular", "head-invertedtriangular")
    found.append((shape[int(chance.integers(5))], float(chance.uniform(0.1, 0.5)) * strength * 1.4))
    found.append(("eye-scale-incr", 0.25 if grown else 0.35))
    return tuple(found)


def _mood(known: set[str]) -> tuple[tuple[str, float], ...]:
    for word in sorted(known & _MOODS.keys()):
        return tuple(
            (name[:-1] if name.endswith("1") else f"{name}{side}", strength)
            for name, strength in _MOODS[word]
            for side in (("",) if name.endswith("1") else ("Left", "Right"))
        )
    return (("mouthSmileLeft", 0.22), ("mouthSmileRight", 0.22), ("browInnerUp", 0.15))


def _hair(
    words: tuple[str, ...], feminine: bool, years: float, tone: int, chance: np.random.Generator
) -> tuple[str, Color]:
    known = set(words)
    codes = _HAIR_BY_SEED if tone < 3 else ("191517", "1c1412", "241813")
    color = linear(codes[int(chance.integers(len(codes)))])
    if years > 60:
        color = linear(("a19e99", "cfccc6", "85827f")[int(chance.integers(3))])
    styles: tuple[str, ...] = (
        ("bob", "long", "ponytail", "bun", "long") if feminine else ("short", "side", "short")
    )
    if tone >= 4:
        styles = ("afro", "bun", "curly", "ponytail") if feminine else ("buzz", "buzz", "curly")
    style = str(chance.choice(styles))
    if years > 60:
        style = str(chance.choice(("bun", "bob") if feminine else ("receding", "side", "receding")))
    if years < 2.5:
        style = "buzz"
    elif years < 13 and not feminine:
        style = "side" if style in ("side", "short") else style
    elif years < 13:
        style = str(chance.choice(("pigtails", "ponytail", "bob", "long")))
    style = next((kind for word, kind in _STYLES.items() if word in known), style)
    for word, after in zip(words, (*words, "")[1:], strict=True):
        if after == "hair" or "hair" in words[words.index(word) : words.index(word) + 3]:
            color = (
                HAIR_COLORS.get(word)
                or (
                    linear(_HAIR_OF_COLOR[word])
                    if word in _HAIR_OF_COLOR
                    else COLORS.get(word)
                    if after == "hair"
                    else None
                )
                or color
            )
    named = [HAIR_COLORS[word] for word in words if word in HAIR_COLORS and word != "fair"]
    if "hair" in known and "long" in known:
        style = "long"
    elif "hair" in known and "short" in known:
        style = "bob" if feminine else "short"
    return style, named[0] if named else color


def _eye_color(words: tuple[str, ...], tone: int, chance: np.random.Generator) -> Color:
    codes = _EYES if tone < 3 else ("3f2716", "55341f", "2f1d12")
    color = linear(codes[int(chance.integers(len(codes)))])
    said = {
        "blue": "4a78a8",
        "green": "4f7a54",
        "brown": "55341f",
        "grey": "62727d",
        "gray": "62727d",
    }
    for word, after in pairwise(words):
        if after == "eyes" and word in said:
            color = linear(said[word])
    for word, code in said.items():
        if f"{word}-eyed" in words:
            color = linear(code)
    return color
