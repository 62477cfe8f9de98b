"""Which describing words the world draws; the others are reported, and kept as attributes.

The world keeps its own tables of how each is drawn; a test holds the two together.
"""

from __future__ import annotations

from itertools import pairwise

from engine.script.callings import callings
from engine.script.lexicon_things import ANIMALS, PEOPLE

_COLORS = frozenset(
    """red crimson scarlet maroon burgundy orange coral salmon peach yellow mustard amber gold
    golden green lime olive mint emerald khaki teal turquoise cyan aqua blue navy indigo purple
    violet lavender magenta pink brown tan beige cream ivory white black charcoal grey gray silver
    bronze copper brass""".split()
)
SHADES = frozenset(
    {"dark red", "light red", "dark orange", "light orange", "dark yellow", "light yellow",
     "dark green", "light green", "dark blue", "light blue", "sky blue", "navy blue", "royal blue",
     "dark purple", "light purple", "dark pink", "light pink", "dark brown", "light brown",
     "dark grey", "dark gray", "light grey", "light gray"}
)  # fmt: skip
"""Colours of two words that are colours of their own."""

_MATERIALS = frozenset(
    """wooden wood metal metallic steel aluminium aluminum tin chrome iron glass crystal plastic
    rubber stone marble ceramic porcelain clay concrete brick paper cardboard leather fabric cloth
    velvet woollen foam icy ice""".split()
)
_SIZES = frozenset(
    """tiny mini miniature small little big large huge enormous massive giant gigantic tall short
    low long wide narrow flat""".split()
)
_SURFACES = frozenset(
    """striped spotted checkered checked old worn weathered dirty dusty shiny polished new rusty
    glowing bright dark pale light transparent see-through""".split()
)
DRAWN_ON_THINGS: frozenset[str] = _COLORS | SHADES | _MATERIALS | _SIZES | _SURFACES
"""Words that change how a thing looks."""

WORN_COLORS = frozenset(
    """red blue green yellow orange purple violet pink white black grey gray brown beige golden
    gold silver turquoise cyan navy dark crimson cream teal lilac olive maroon khaki magenta
    scarlet lavender tan burgundy ivory charcoal lime indigo coral mint peach""".split()
)
"""Colours of clothes."""

WORN = frozenset(
    """anorak apron armor armour backpack bag barefoot bathrobe beanie belt beret bikini blazer
    blouse boots bowtie cap cape cardigan chinos cloak coat crown dress dress-shirt dungarees
    eyepatch fedora glasses gloves goggles gown handbag hard-hat hardhat hat headphones heels
    helmet high-heels hood hoodie hoody jacket jeans jersey jumper jumpsuit kilt kimono labcoat
    leggings leotard mask miniskirt mittens necklace necktie overalls overcoat pajamas pants parka
    polo pullover pyjamas raincoat robe rucksack sandals scarf shirt shoes shorts singlet skirt
    slacks slippers sneakers socks spacesuit spectacles suit sundress sunglasses sunhat sweater
    sweatshirt swimsuit t-shirt tanktop tee tiara tie tights toga tophat tracksuit trainers
    trenchcoat trousers trunks tshirt turtleneck tutu tuxedo undershirt uniform veil vest waistcoat
    wellingtons wetsuit hair eyes beard ponytail moustache mustache braids""".split()
)
"""What is worn, and hair."""

_WORN_TOGETHER = frozenset(
    "lab coat,trench coat,chef hat,cowboy hat,top hat,witch hat,wizard hat,party hat,straw hat,"
    "hard hat,baseball cap,bow tie,eye patch,swimming trunks,high heels,tank top,dress shirt".split(
        ","
    )
)
"""Garments of two words, whose first says nothing alone."""

WORN_CLOTH = frozenset(
    """leather denim woollen woolen knitted silk satin velvet rubber shiny striped stripy
    checked checkered chequered plaid tartan flannel spotted dotted polka-dot floral
    flowery""".split()
)
"""What clothes are made of or patterned with; alone it says nothing."""

_BUILD = frozenset(
    """tall giant huge short small little tiny fat chubby heavy big thin slim skinny strong muscular
    old elderly aged blond blonde brunette bald curly bearded pale redhead ginger tanned
    red-haired black-haired dark-haired fair-haired grey-haired gray-haired white-haired
    brown-haired long-haired short-haired curly-haired baby toddler teenage teenager adolescent
    middle-aged plump stout slender lean athletic burly blond-haired blonde-haired golden-haired
    red-headed auburn silver-haired pigtails bun bob mohawk braid dreadlocks wavy spiky shaved
    balding bearded clean-shaven fair-skinned light-skinned dark-skinned brown-skinned asian african
    indian blue-eyed green-eyed brown-eyed happy smiling cheerful joyful angry furious grumpy sad
    crying worried scared frightened surprised tired serious""".split()
)
DRAWN_ON_PEOPLE: frozenset[str] = (
    WORN_COLORS | WORN | WORN_CLOTH | _BUILD | frozenset(callings().values())
)
"""Words that change how a person looks."""

DRAWN_ON_ANIMALS: frozenset[str] = WORN_COLORS | frozenset(
    "striped spotted tabby dalmatian big large huge giant small little tiny young baby".split()
)
"""Words that change how an animal looks."""

ARRANGEMENTS: frozenset[str] = frozenset({"stacked", "piled", "in a row"})
"""Words for how several stand to each other, which the stage keeps to."""

TRUE_UNSAID: frozenset[str] = frozenset(
    """empty alone lone single plain simple ordinary typical real parked clean dry human adult
    stationary silent quiet same young shining last first second third next final
    remaining""".split()
)
"""What is so in every scene unless something is done about it: nothing has to be drawn."""


def undrawn(name: str, attribute: str) -> tuple[str, ...]:
    """The words of an attribute of a ``name`` (canonical) that change nothing in the picture."""
    if attribute in ARRANGEMENTS or attribute in TRUE_UNSAID:
        return ()
    drawn = DRAWN_ON_THINGS
    if name in PEOPLE:
        drawn = DRAWN_ON_PEOPLE
    elif name in ANIMALS:
        drawn = DRAWN_ON_ANIMALS
    if attribute in drawn:
        return ()
    words = attribute.split()
    if name in PEOPLE:
        drawn = drawn | {"long"} if "hair" in words else drawn
        pairs = [pair for pair in pairwise(words) if " ".join(pair) in _WORN_TOGETHER]
        drawn = drawn.union(*pairs)
    return tuple(word for word in words if word not in drawn | TRUE_UNSAID | {"and"})
