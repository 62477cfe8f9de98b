"""Prose becomes shots whose words stand alone."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.script.story_people import Continuity
from engine.script.story_sentences import sentences_of
from engine.script.story_shots import shots_of_story

STORY = """\
The Lighthouse

Mara was an old woman with grey hair. One stormy night a small boat hit the rocks below. Mara ran
down to the beach. A boy lay in the sand. She carried him to the fire.

"Where am I?" he asked.

In the morning Jonas walked in the forest. He laughed.
"""


def resolved(text: str, *names: str) -> list[str]:
    people = Continuity(names)
    return [people.resolved(sentence.text) for sentence in sentences_of(text)]


def test_pronouns_become_the_last_who_fit() -> None:
    assert resolved(
        "Anna walks in. She opens the fridge and takes out her milk. Ben laughs. He throws her "
        "the bottle. She catches it. They wave.",
        "Anna",
        "Ben",
    ) == [
        "Anna walks in.",
        "Anna opens the fridge and takes out her milk.",
        "Ben laughs.",
        "Ben throws Anna the bottle.",
        "Anna catches the bottle.",
        "Ben and Anna wave.",
    ]


def test_who_has_no_name_is_called_by_looks() -> None:
    assert resolved("An old man in a grey coat sits on a bench. He feeds the birds.")[1] == (
        "The old man in a grey coat feeds the birds."
    )


def test_what_is_said_and_what_means_nothing_stay() -> None:
    assert resolved('Anna smiles. "She saw it," she says. It is raining.', "Anna") == [
        "Anna smiles.",
        '"She saw it," Anna says.',
        "It is raining.",
    ]


def test_sentences_end_neither_in_quotes_nor_behind_titles() -> None:
    text = 'Mr. Lee waits. "Stop! Who is it?" asks Ann. "Me." He goes… and comes.'
    assert [sentence.text for sentence in sentences_of(text)] == [
        "Mr. Lee waits.",
        '"Stop! Who is it?" asks Ann.',
        '"Me."',
        "He goes… and comes.",
    ]


def test_a_story_keeps_place_time_weather_and_cast_from_shot_to_shot() -> None:
    film = shots_of_story(STORY)
    assert film.title == "The Lighthouse"
    carried = next(shot for shot in film.shots if "carried" in shot.words)
    assert "Mara carried the boy" in carried.words
    assert carried.place == "beach"
    asked = next(shot for shot in film.shots if "asked" in shot.words)
    assert asked.words == 'Night, storm. "Where am I?" the boy asked.'
    assert [shot.place for shot in film.shots][-1] == "forest"
    assert [place.name for place in film.places] == ["beach", "forest"]
    looks = {member.name: member.description for member in film.cast}
    assert looks == {"Mara": "an old woman with grey hair", "Jonas": "a man"}
    assert [(each.kind, each.words) for each in film.remarks] == [("title", "The Lighthouse")]


def test_lines_of_the_story_are_counted() -> None:
    film = shots_of_story(STORY)
    assert next(shot.line_number for shot in film.shots if "asked" in shot.words) == 6


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="Anna sherunt. \n\"'?!", max_size=200) | st.text(max_size=100))
def test_any_text_is_a_story(text: str) -> None:
    film = shots_of_story(text)
    assert all(shot.words.strip() and shot.seconds > 0 for shot in film.shots)


def test_the_same_story_gives_the_same_shots() -> None:
    assert shots_of_story(STORY) == shots_of_story(STORY)
