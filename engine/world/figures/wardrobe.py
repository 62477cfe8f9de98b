"""What is worn: garments with colours and patterns, read from the words about a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from engine.world.figures.colors import COLORS, linear, shaded
from engine.world.model import Color, Pattern

KINDS: Mapping[str, str] = {
    "shirt": "shirt", "blouse": "shirt", "dress-shirt": "shirt", "polo": "tee",
    "t-shirt": "tee", "tshirt": "tee", "tee": "tee", "jersey": "tee", "top": "tee",
    "tanktop": "vest", "tank": "vest", "undershirt": "vest", "singlet": "vest",
    "sweater": "sweater", "pullover": "sweater", "jumper": "sweater", "sweatshirt": "sweater",
    "turtleneck": "turtleneck", "cardigan": "jacket", "hoodie": "hoodie", "hoody": "hoodie",
    "jacket": "jacket", "blazer": "blazer", "parka": "coat", "anorak": "jacket",
    "coat": "coat", "overcoat": "coat", "raincoat": "raincoat", "trenchcoat": "coat",
    "labcoat": "labcoat", "cloak": "cape", "cape": "cape", "robe": "robe", "bathrobe": "robe",
    "kimono": "kimono", "toga": "robe", "suit": "suit", "tuxedo": "tuxedo", "uniform": "uniform",
    "waistcoat": "waistcoat", "vest": "waistcoat",
    "dress": "dress", "gown": "gown", "sundress": "dress", "skirt": "skirt",
        "miniskirt": "miniskirt",
    "kilt": "skirt", "tutu": "miniskirt",
    "trousers": "trousers", "pants": "trousers", "slacks": "trousers", "chinos": "trousers",
    "jeans": "jeans", "leggings": "leggings", "tights": "leggings", "shorts": "shorts",
    "overalls": "overalls", "dungarees": "overalls", "jumpsuit": "jumpsuit", "pyjamas": "pyjamas",
    "pajamas": "pyjamas", "tracksuit": "tracksuit", "swimsuit": "swimsuit", "bikini": "bikini",
    "trunks": "trunks", "swimming-trunks": "trunks", "leotard": "swimsuit",
    "spacesuit": "spacesuit", "armour": "armour", "armor": "armour", "wetsuit": "wetsuit",
    "apron": "apron", "scarf": "scarf", "tie": "tie", "necktie": "tie", "bowtie": "bowtie",
    "hat": "hat", "fedora": "hat", "sunhat": "sunhat", "straw-hat": "sunhat",
    "cowboy-hat": "cowboy hat", "top-hat": "top hat", "tophat": "top hat",
    "witch-hat": "pointed hat", "wizard-hat": "pointed hat", "party-hat": "party hat",
    "chef-hat": "chef hat", "cap": "cap", "baseball-cap": "cap", "beanie": "beanie",
    "beret": "beret", "helmet": "helmet", "hardhat": "helmet", "hard-hat": "helmet",
    "crown": "crown", "tiara": "crown", "hood": "hood", "headphones": "headphones",
    "glasses": "glasses", "spectacles": "glasses", "sunglasses": "sunglasses",
    "goggles": "goggles", "mask": "mask", "veil": "veil", "eyepatch": "eyepatch",
    "gloves": "gloves", "mittens": "gloves", "belt": "belt", "backpack": "backpack",
    "rucksack": "backpack", "bag": "bag", "handbag": "bag", "necklace": "necklace",
    "shoes": "shoes", "boots": "boots", "wellingtons": "boots", "sneakers": "sneakers",
    "trainers": "sneakers", "sandals": "sandals", "heels": "heels", "high-heels": "heels",
    "slippers": "shoes", "socks": "socks", "barefoot": "barefoot",
}  # fmt: skip
"""Words for what is worn, each with the kind that the tailors know."""

OUTFITS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "suit": (("shirt", "white"), ("trousers", ""), ("blazer", ""), ("tie", "crimson"),
             ("shoes", "black")),
    "tuxedo": (("shirt", "white"), ("trousers", "black"), ("blazer", "black"),
               ("bowtie", "black"), ("shoes", "black")),
    "uniform": (("shirt", ""), ("trousers", ""), ("belt", "black"), ("boots", "black")),
    "tracksuit": (("jacket", ""), ("tee", "white"), ("trousers", ""), ("sneakers", "white")),
    "pyjamas": (("shirt", ""), ("trousers", "")),
    "overalls": (("tee", "white"), ("overalls", "")),
    "raincoat": (("raincoat", ""), ("trousers", ""), ("boots", "")),
    "labcoat": (("labcoat", "white"), ("shirt", ""), ("trousers", "")),
    "spacesuit": (("spacesuit", "white"), ("gloves", "white"), ("backpack", "white")),
    "armour": (("armour", "silver"),),
    "wetsuit": (("wetsuit", "black"), ("barefoot", "")),
    "swimsuit": (("swimsuit", ""), ("barefoot", "")),
    "bikini": (("bikini", ""), ("barefoot", "")),
    "trunks": (("trunks", ""), ("barefoot", "")),
    "robe": (("robe", ""),),
    "kimono": (("kimono", ""), ("sandals", "")),
    "gown": (("gown", ""), ("heels", "")),
}  # fmt: skip

ROLES: Mapping[str, tuple[str, ...]] = {
    role: tuple(worn.split())
    for role, worn in (
        ("archer", "green shirt brown waistcoat brown boots hood"),
        ("artist", "blue shirt beige apron beret"),
        ("astronaut", "white spacesuit"),
        ("athlete", "tee shorts sneakers"),
        ("baby", "white tee shorts barefoot"),
        ("baker", "white shirt white apron white chef-hat"),
        ("ballerina", "pink leotard pink tutu white tights"),
        ("basketballer", "orange tanktop orange shorts sneakers"),
        ("beggar", "brown coat grey trousers grey beanie brown scarf"),
        ("beekeeper", "white jumpsuit sunhat veil white gloves"),
        ("blacksmith", "grey shirt brown leather apron boots"),
        ("boxer", "red trunks red gloves black boots"),
        ("bride", "white gown veil"),
        ("builder", "jeans yellow helmet orange waistcoat boots"),
        ("businessman", "navy suit"),
        ("businesswoman", "charcoal blazer white blouse charcoal skirt heels"),
        ("butcher", "white shirt white apron white cap"),
        ("butler", "tuxedo"),
        ("chef", "white shirt white apron white chef-hat"),
        ("clown", "yellow spotted jumpsuit red shoes party-hat"),
        ("conductor", "tuxedo"),
        ("cook", "white shirt white apron"),
        ("cowboy", "plaid shirt brown waistcoat jeans brown cowboy-hat brown boots"),
        ("cyclist", "yellow jersey black shorts red helmet"),
        ("dancer", "leotard leggings"),
        ("detective", "beige coat brown hat"),
        ("diver", "black wetsuit goggles"),
        ("doctor", "labcoat"),
        ("farmer", "plaid shirt overalls sunhat boots"),
        ("fencer", "white jacket white trousers white gloves white sneakers"),
        ("firefighter", "maroon uniform yellow helmet"),
        ("footballer", "red jersey white shorts sneakers"),
        ("gardener", "green shirt overalls sunhat boots"),
        ("ghost", "white robe"),
        ("gladiator", "brown armour helmet brown sandals"),
        ("goalkeeper", "green jersey black shorts white gloves sneakers"),
        ("golfer", "white polo beige trousers white cap"),
        ("groom", "tuxedo"),
        ("guard", "grey uniform black cap"),
        ("hiker", "jacket beige trousers backpack brown boots"),
        ("hitchhiker", "jacket jeans backpack"),
        ("jogger", "tee shorts sneakers"),
        ("judge", "black robe"),
        ("king", "purple robe red cape golden crown"),
        ("knight", "silver armour silver helmet"),
        ("lawyer", "charcoal suit"),
        ("lifeguard", "red trunks"),
        ("lumberjack", "red plaid shirt jeans brown boots beanie"),
        ("maid", "black dress white apron"),
        ("mechanic", "blue jumpsuit black boots"),
        ("monk", "brown robe sandals"),
        ("motorcyclist", "black leather jacket black trousers black helmet black boots"),
        ("ninja", "black jumpsuit black hood black mask black boots"),
        ("nun", "black robe white veil"),
        ("nurse", "turquoise pyjamas white sneakers"),
        ("paramedic", "green uniform"),
        ("pilot", "navy suit navy cap"),
        ("pirate", "white shirt red waistcoat black hat eyepatch black boots"),
        ("police", "navy uniform navy cap"),
        ("priest", "black robe"),
        ("prince", "blue cape golden crown white shirt"),
        ("princess", "pink gown golden crown"),
        ("prisoner", "orange jumpsuit"),
        ("queen", "purple gown golden crown"),
        ("referee", "black striped jersey black shorts sneakers"),
        ("robber", "black sweater black trousers black beanie black mask"),
        ("rockstar", "black tee black leather jacket black jeans sunglasses boots"),
        ("runner", "singlet shorts sneakers"),
        ("sailor", "white shirt navy scarf navy trousers white cap"),
        ("samurai", "crimson armour black helmet"),
        ("santa", "red coat red trousers red beanie black belt black boots"),
        ("schoolgirl", "white blouse navy skirt backpack"),
        ("scientist", "labcoat glasses"),
        ("skateboarder", "hoodie jeans beanie sneakers"),
        ("skier", "red anorak black trousers white helmet goggles gloves boots"),
        ("soldier", "olive uniform olive helmet"),
        ("student", "hoodie jeans backpack"),
        ("superhero", "blue wetsuit red cape red boots"),
        ("surfer", "wetsuit"),
        ("surgeon", "teal pyjamas mask"),
        ("swimmer", "swimsuit"),
        ("teacher", "cardigan shirt trousers glasses"),
        ("teenager", "hoodie jeans sneakers"),
        ("tennis player", "white polo white shorts white sneakers"),
        ("thief", "black sweater black trousers black beanie"),
        ("toddler", "yellow tee blue overalls"),
        ("tourist", "floral shirt shorts sunhat sunglasses backpack"),
        ("trucker", "plaid shirt jeans red cap"),
        ("vampire", "white shirt black trousers black cape black shoes"),
        ("viking", "brown robe helmet brown boots"),
        ("waiter", "white shirt black waistcoat black trousers bowtie"),
        ("witch", "black gown black witch-hat"),
        ("wizard", "navy robe navy wizard-hat"),
        ("worker", "jeans yellow helmet"),
        ("zombie", "grey shirt brown trousers"),
    )
}
"""What people of a calling wear unless the words say otherwise."""

ROLE_FEATURES: Mapping[str, tuple[str, ...]] = {
    "ballerina": ("bun",), "boxer": ("muscular", "shaved"), "clown": ("afro", "red", "hair"),
    "ghost": ("white-haired", "long-haired"), "gladiator": ("muscular",),
    "lumberjack": ("bearded",), "monk": ("bald",), "rockstar": ("long-haired",),
    "santa": ("bearded", "white-haired", "fat", "old"), "soldier": ("shaved",),
    "superhero": ("muscular",), "vampire": ("black-haired",),
    "viking": ("bearded", "long-haired", "blond"), "wizard": ("bearded", "long-haired",
        "white-haired"),
}  # fmt: skip
"""Hair and build of a calling, which words about the hair overrule."""

PATTERNS: Mapping[str, tuple[Pattern, float]] = {
    "striped": ("stripes", 0.045), "stripy": ("stripes", 0.045), "stripes": ("stripes", 0.045),
    "checked": ("checker", 0.05), "checkered": ("checker", 0.05), "chequered": ("checker", 0.05),
    "plaid": ("checker", 0.07), "tartan": ("checker", 0.06), "flannel": ("checker", 0.06),
    "spotted": ("spots", 0.06), "dotted": ("spots", 0.05), "polka-dot": ("spots", 0.05),
    "polka": ("spots", 0.05), "floral": ("spots", 0.07), "flowery": ("spots", 0.07),
}  # fmt: skip
_MATERIALS = frozenset(
    "leather denim woollen woolen knitted silk satin velvet rubber shiny".split()
)
TOPS = frozenset(
    "shirt tee vest sweater turtleneck hoodie dress gown swimsuit bikini jumpsuit robe kimono "
    "spacesuit armour wetsuit".split()
)
BOTTOMS = frozenset(
    "trousers jeans leggings shorts overalls skirt miniskirt dress gown swimsuit bikini trunks "
    "jumpsuit robe kimono spacesuit armour wetsuit".split()
)
_OF_ONE_CLOTH = frozenset({"suit", "uniform", "tracksuit", "pyjamas"})
_CLOTHED = TOPS | _OF_ONE_CLOTH | {"coat", "trunks", "blazer", "labcoat", "tuxedo", "raincoat"}
_ALWAYS_WORN = frozenset(
    "chef hat,pointed hat,cowboy hat,party hat,cap,helmet,crown,beret,hat,sunhat,beanie,apron,veil,"
    "eyepatch,mask,cape,backpack,gloves,goggles,glasses".split(",")
)
"""What tells a calling, whatever else is worn."""
FOOTWEAR = frozenset("shoes boots sneakers sandals heels barefoot spacesuit armour".split())


@dataclass(frozen=True)
class Garment:
    """One thing that is worn.

    Attributes:
        kind: one of the values of ``KINDS``.
        color, color2: of the cloth and of its pattern.
        material: ``""``, ``"leather"``, ``"denim"``, ``"rubber"``...
    """

    kind: str
    color: Color
    pattern: Pattern = "plain"
    pattern_scale_m: float = 0.05
    color2: Color = (0.8, 0.8, 0.8)
    material: str = ""


@dataclass
class _Named:
    kind: str
    colors: list[Color]
    pattern: str
    material: str


def words_of(attributes: tuple[str, ...]) -> tuple[str, ...]:
    """Single words; words that name one thing together are joined by a hyphen."""
    text = " ".join(attributes).lower().replace(",", " ").replace("'s", "").replace("’s", "")
    words = text.split()
    joined: list[str] = []
    for word in words:
        if joined and f"{joined[-1]}-{word}" in KINDS:
            joined[-1] = f"{joined[-1]}-{word}"
        elif joined and f"{joined[-1]}{word}" in KINDS and word not in ("shirt",):
            joined[-1] = f"{joined[-1]}{word}"
        else:
            joined.append(word)
    return tuple(joined)


def role_of(words: tuple[str, ...]) -> str:
    """The calling that the words name, empty if none: one of ``ROLES``."""
    pairs = (f"{first} {second}" for first, second in pairwise(words))
    return next((word for word in (*pairs, *words) if word in ROLES), "")


def named_garments(words: tuple[str, ...]) -> list[_Named]:
    """Garments in the order of the words, each with the colours and pattern said before it."""
    found: list[_Named] = []
    colors: list[Color] = []
    pattern = material = ""
    for word in words:
        base = word
        head, _, tail = word.partition("-")
        if tail in KINDS and head in COLORS:
            colors.append(COLORS[head])
            base = tail
        if base in COLORS:
            colors.append(COLORS[base])
        elif base in PATTERNS:
            pattern = base
        elif base in _MATERIALS:
            material = base
        elif base in KINDS:
            found.append(_Named(KINDS[base], colors, pattern, material))
            colors, pattern, material = [], "", ""
        elif base in {"hair", "eyes", "haired", "eyed", "beard", "skin", "moustache"}:
            colors, pattern, material = [], "", ""
        elif base.endswith(("-haired", "-eyed", "-skinned")):
            colors = []
    return found


def outfit_of(
    words: tuple[str, ...], feminine: bool, years: float, chance: np.random.Generator
) -> tuple[Garment, ...]:
    """Everything somebody wears: what is named, and what goes with it by chance."""
    named = named_garments(words)
    kinds = {item.kind for item in named}
    role = role_of(words)
    if role:
        clothed = bool(kinds & _CLOTHED)
        further = (item for item in named_garments(ROLES[role]) if item.kind not in kinds)
        named += [i for i in further if i.kind in _ALWAYS_WORN or not clothed]
    palette = _palette(chance)
    garments: dict[str, Garment] = {}
    for item in named:
        for kind, color in OUTFITS.get(item.kind, ((item.kind, ""),)):
            usual = palette(item.kind if item.kind in _OF_ONE_CLOTH else kind)
            told = item.colors[0] if item.colors else COLORS.get(color, usual)
            own = kind == item.kind or not color
            if item.kind == "raincoat" and kind == "boots" and not item.colors:
                told = COLORS["black"]
            if color and not (own and item.colors):
                told = COLORS[color]
            if item.kind == "raincoat" and kind == "trousers":
                told = palette("trousers")
            explicit = kind == item.kind
            if explicit or kind not in garments:
                garments[kind] = _garment(item, kind, told)
    _complete(garments, feminine, years, chance, palette)
    return tuple(garments.values())


def _garment(item: _Named, kind: str, color: Color) -> Garment:
    pattern, scale = PATTERNS.get(item.pattern, ("plain", 0.05))
    second = item.colors[1] if len(item.colors) > 1 else _second(color)
    if kind in ("shoes", "boots", "belt", "tie", "bowtie") and item.kind != kind:
        pattern = "plain"
    return Garment(kind, color, pattern, scale, second, item.material)


def _second(color: Color) -> Color:
    light = 0.3 * color[0] + 0.6 * color[1] + 0.1 * color[2]
    return COLORS["white"] if light < 0.45 else shaded(color, 0.25)


_SHIRTS = ("b5483f", "40699f", "5c8f6a", "d5a646", "e8e0d0", "7c5c90", "cf7b4c", "4d9794",
           "dfe3e6", "374a63", "8a3b4a", "9fb4c7")  # fmt: skip
_TROUSERS = ("2c3a5c", "3b3733", "6d6250", "26282e", "4c5850", "8b7a62")
_COATS = ("5a4634", "2f3a4c", "6b6f60", "7d2f33", "a5885c", "30302f")
_SHOES = ("3b2b24", "24242a", "6b4630", "e4e1da")


def _palette(chance: np.random.Generator) -> Callable[[str], Color]:
    picks = {
        name: linear(codes[int(chance.integers(len(codes)))])
        for name, codes in (
            ("top", _SHIRTS), ("bottom", _TROUSERS), ("coat", _COATS), ("shoes", _SHOES),
            ("other", _SHIRTS),
        )
    }  # fmt: skip
    fixed = {
        "jeans": linear("30486e"), "glasses": linear("1c1b1c"), "sunglasses": linear("141315"),
        "crown": linear("d9a93c"), "helmet": linear("c9ccd0"), "backpack": linear("3d5a52"),
        "belt": linear("2e2019"), "armour": linear("a7adb5"), "spacesuit": linear("e6e6e2"),
        "mask": linear("dfe8ee"), "sandals": linear("6b4630"), "gloves": linear("2b2a2c"),
        "sunhat": linear("d8bd86"), "apron": linear("ece8de"), "tie": linear("8a2733"),
        "headphones": linear("1f2024"), "goggles": linear("2a3038"), "necklace": linear("e0b848"),
        "leggings": linear("26262c"), "suit": linear("2b3140"), "blazer": linear("2b3140"),
        "veil": linear("f2efe8"), "boots": linear("3a2a20"), "eyepatch": linear("161416"),
        "swimsuit": linear("b03045"), "socks": linear("e4e1da"),
    }  # fmt: skip

    def pick(kind: str) -> Color:
        if kind in fixed:
            return fixed[kind]
        if kind in ("trousers", "shorts", "skirt", "miniskirt", "overalls", "trunks"):
            return picks["bottom"]
        if kind in ("coat", "jacket", "raincoat", "cape", "hat", "robe", "waistcoat", "beanie"):
            return picks["coat"]
        if kind in FOOTWEAR:
            return picks["shoes"]
        return picks["top"] if kind in TOPS else picks["other"]

    return pick


def _complete(
    garments: dict[str, Garment], feminine: bool, years: float, chance: np.random.Generator,
    palette: Callable[[str], Color],
) -> None:  # fmt: skip
    """Adds what is missing so that nobody stands undressed."""
    roll = float(chance.random())
    if not TOPS & garments.keys() and "trunks" not in garments:
        young = years < 16
        kinds = (
            ("tee", "tee", "hoodie", "sweater") if young
            else ("tee", "shirt", "sweater", "turtleneck") if feminine
            else ("shirt", "tee", "sweater", "shirt")
        )  # fmt: skip
        if years > 60:
            kinds = ("shirt", "sweater", "sweater", "shirt")
        kind = kinds[int(chance.integers(4))]
        if "waistcoat" in garments or "blazer" in garments or "tie" in garments:
            kind = "shirt"
        if feminine and not BOTTOMS & garments.keys() and roll < 0.24:
            kind = "dress"
        garments[kind] = Garment(kind, palette(kind))
    if not BOTTOMS & garments.keys():
        kind = "jeans" if roll < 0.5 and years < 60 else "trousers"
        if years < 12 and roll > 0.6:
            kind = "shorts"
        if feminine and 0.24 <= roll < 0.36:
            kind = "skirt"
        garments[kind] = Garment(kind, palette(kind))
    if not FOOTWEAR & garments.keys():
        kind = "sneakers" if years < 30 and "blazer" not in garments else "shoes"
        color = palette("shoes")
        garments[kind] = Garment(kind, color)
