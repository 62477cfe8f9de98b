"""Two hundred prompts of our own: what a reader finds in them, the script finds too."""

from __future__ import annotations

import pytest

from engine.script.breakdown import (
    Action,
    Breakdown,
    CameraWords,
    DialogueLine,
    Subject,
    Substitution,
)
from engine.script.prompt import understand
from tests.engine.script.recall.labels import Labelled, loose_ends
from tests.engine.script.recall.prompts_camera import CAMERA
from tests.engine.script.recall.prompts_dialogue import DIALOGUE
from tests.engine.script.recall.prompts_long import LONG
from tests.engine.script.recall.prompts_people import PEOPLE
from tests.engine.script.recall.prompts_things import THINGS
from tests.engine.script.recall.prompts_unseen import UNSEEN
from tests.engine.script.recall.scoring import KINDS, Tallies, score, score_all, together

PROMPTS = (*PEOPLE, *THINGS, *CAMERA, *DIALOGUE, *LONG)
RECALL, PRECISION = 0.92, 0.95


def report(tallies: Tallies) -> str:
    """The figures, a line a kind, then what was missed and what was made up."""
    lines = [
        f"{kind:10} recall {tally.recall:.1%}, precision {tally.precision:.1%}"
        for kind, tally in {**tallies, "together": together(tallies)}.items()
    ]
    for kind in KINDS:
        lines += [f"{kind} missed: {item}" for item in tallies[kind].missed]
        lines += [f"{kind} made up: {item}" for item in tallies[kind].wrong]
    return "\n".join(lines)


def test_ninety_two_in_a_hundred_things_said_are_found_and_ninety_five_found_were_said() -> None:
    tallies = score_all(PROMPTS, understand)
    total = together(tallies)
    assert total.recall >= RECALL, report(tallies)
    assert total.precision >= PRECISION, report(tallies)


def test_there_are_two_hundred_prompts_and_sixty_unseen_and_no_two_alike() -> None:
    assert len(PROMPTS) == 200
    assert len(UNSEEN) == 60
    assert len({labelled.words for labelled in (*PROMPTS, *UNSEEN)}) == 260


@pytest.mark.parametrize("labelled", (*PROMPTS, *UNSEEN), ids=lambda item: item.words[:40])
def test_labels_name_only_what_is_labelled_and_said(labelled: Labelled) -> None:
    assert loose_ends(labelled) == []


LATE = Labelled(
    'Anna kicks two red balls: "Gone." Slow push in, a siren, the beach.',
    who="Anna; 2 red ball",
    does="Anna kick ball",
    place="beach",
    sounds="siren",
    camera="move=push in; speed=slow",
    says="Anna: Gone.",
)
UNDERSTOOD = Breakdown(
    subjects=(
        Subject(name="woman", label="Anna"),
        Subject(name="ball", attributes=("red",), count=2, label="red ball"),
    ),
    actions=(Action(verb="kick", subject="Anna", object="red ball"),),
    place="beach",
    camera=CameraWords(move="dolly in", speed="slow"),
    dialogue=(DialogueLine(speaker="Anna", line="Gone."),),
    sounds=("siren",),
)


def test_a_right_breakdown_scores_full_marks() -> None:
    total = together(score(UNDERSTOOD, LATE))
    assert (total.missed, total.wrong) == ([], [])
    assert len(total.found) == 12


def test_an_empty_breakdown_finds_nothing_and_asserts_nothing() -> None:
    total = together(score(Breakdown(), LATE))
    assert (total.found, total.wrong) == ([], [])
    assert len(total.missed) == 12


def test_what_the_words_do_not_say_counts_against_precision() -> None:
    invented = Breakdown(
        subjects=(Subject(name="horse", label="horse"), Subject(name="ball", attributes=("blue",))),
        actions=(Action(verb="fly", subject="horse"),),
        place="forest",
        camera=CameraWords(move="tilt up", shot_size="close-up"),
        dialogue=(DialogueLine(speaker="narrator", line="Hello."),),
        sounds=("train",),
    )
    wrong = together(score(invented, LATE)).wrong
    assert len(wrong) == 8, wrong


def test_a_stand_in_is_accepted_only_when_it_is_reported() -> None:
    zebra = Labelled("A zebra drinks.", who="zebra", does="zebra drink")
    horse = Breakdown(
        subjects=(Subject(name="horse", label="zebra"),),
        actions=(Action(verb="drink", subject="zebra"),),
    )
    reported = Breakdown(
        subjects=horse.subjects,
        actions=horse.actions,
        substituted=(Substitution(asked="zebra", used="horse"),),
    )
    assert together(score(reported, zebra)).recall == 1.0
    assert together(score(horse, zebra)).wrong == ["1 horse (zebra)"]
