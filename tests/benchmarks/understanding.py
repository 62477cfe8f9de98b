"""How much of a prompt the script finds, and how much of what it finds was said.

Two figures for each kind over the two hundred prompts of the tests, and over sixty that nothing was
tuned on.
"""

from __future__ import annotations

from engine.script.prompt import understand
from tests.engine.script.recall.labels import Labelled
from tests.engine.script.recall.prompts_camera import CAMERA
from tests.engine.script.recall.prompts_dialogue import DIALOGUE
from tests.engine.script.recall.prompts_long import LONG
from tests.engine.script.recall.prompts_people import PEOPLE
from tests.engine.script.recall.prompts_things import THINGS
from tests.engine.script.recall.prompts_unseen import UNSEEN
from tests.engine.script.recall.scoring import score_all, together

SETS: dict[str, tuple[Labelled, ...]] = {
    "200 prompts": (*PEOPLE, *THINGS, *CAMERA, *DIALOGUE, *LONG),
    "60 unseen": UNSEEN,
}


def measure() -> list[tuple[str, float, str]]:
    """(name, value, unit): recall and precision of each kind, of both sets."""
    rows: list[tuple[str, float, str]] = []
    for name, prompts in SETS.items():
        tallies = score_all(prompts, understand)
        for kind, tally in {"everything": together(tallies), **tallies}.items():
            rows.append((f"{name}: {kind}, recall", 100 * tally.recall, "%"))
            rows.append((f"{name}: {kind}, precision", 100 * tally.precision, "%"))
    return rows
