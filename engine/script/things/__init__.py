"""What the world can build, and every word for it: one table a family, one line a thing.

**Adding a thing** is one line in ``EXACT`` of its family's module (``animals.py``, ``kitchen.py``):

    teapot: tea pot, samovar (big metal)

``teapot`` is the canonical name, exactly as the world builds it; after the colon come other words
for the very same thing, in the singular.  What such a word says beside its name stands behind it in
brackets (``puppy (small)``) and becomes attributes.  A name that has no other words stands alone,
without a colon.  Plurals, counts and adjectives need nothing.

A line in ``NEAR`` names what stands in for things that the world does not build, with the
attributes that bring it nearer (``striped horse: zebra``); the editor is told so.  A word that is
in ``EXACT`` anywhere is the thing itself: its line in ``NEAR`` then no longer counts.

A new family is a module with ``EXACT`` and ``NEAR``, added to ``FAMILIES`` below.  A test holds the
canonical names and the world's catalogue together, so add a line with the thing that it names.
"""

from __future__ import annotations

from engine.script.things import (
    animals,
    buildings,
    contraptions,
    food,
    furniture,
    further,
    household,
    kitchen,
    music,
    nature,
    people,
    play,
    shapes,
    sports,
    tools,
    vehicles,
)

FAMILIES: dict[str, tuple[str, str]] = {
    "people": (people.EXACT, people.NEAR),
    "animals": (animals.EXACT, animals.NEAR),
    "vehicles": (vehicles.EXACT, vehicles.NEAR),
    "sports": (sports.EXACT, sports.NEAR),
    "kitchen": (kitchen.EXACT, kitchen.NEAR),
    "furniture": (furniture.EXACT, furniture.NEAR),
    "household": (household.EXACT, household.NEAR),
    "shapes": (shapes.EXACT, shapes.NEAR),
    "tools": (tools.EXACT, tools.NEAR),
    "food": (food.EXACT, food.NEAR),
    "music": (music.EXACT, music.NEAR),
    "play": (play.EXACT, play.NEAR),
    "nature": (nature.EXACT, nature.NEAR),
    "buildings": (buildings.EXACT, buildings.NEAR),
    "contraptions": (contraptions.EXACT, contraptions.NEAR),
    "further": (further.EXACT, further.NEAR),
}
"""Name of a family -> its two tables."""
