"""Fountain is read as its syntax says, and nothing of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.script.screenplay import Element, Speech, SpeechPart
from engine.script.screenplay_reading import read_screenplay


def kinds(text: str) -> list[tuple[str, str]]:
    """Each element's kind and words; of speeches who speaks."""
    return [
        ("speech", each.speaker) if isinstance(each, Speech) else (each.kind, each.text)
        for each in read_screenplay(text).elements
    ]


def test_a_title_page_keeps_its_keys_and_lines_and_loses_its_emphasis() -> None:
    play = read_screenplay(
        "Title:\n    _**BRICK & STEEL**_\n    FULL RETIRED\nAuthor: Stu\n\nEXT. PATIO - DAY\n"
    )
    assert play.title_page == (("Title", "BRICK & STEEL\nFULL RETIRED"), ("Author", "Stu"))
    assert play.title == "BRICK & STEEL FULL RETIRED"
    assert [each.line_number for each in play.elements] == [6]


def test_a_fade_in_at_the_top_is_no_title_page() -> None:
    assert kinds("FADE IN:\n\nINT. ROOM - DAY\n") == [
        ("transition", "FADE IN:"),
        ("heading", "INT. ROOM - DAY"),
    ]


@pytest.mark.parametrize(
    "line",
    ["INT. ROOM - DAY", "ext. field", "EST. CITY", "INT./EXT. CAR", "INT/EXT CAR", "I/E TRAIN"],
)
def test_headings_are_known_by_their_first_word_in_any_case(line: str) -> None:
    assert kinds(f"A bird sings.\n\n{line}\n\nIt stops.")[1] == ("heading", line)


def test_a_word_that_only_begins_like_a_heading_is_action() -> None:
    assert kinds("Internal affairs knock.\n\nEstablished in 1900.") == [
        ("action", "Internal affairs knock."),
        ("action", "Established in 1900."),
    ]


def test_a_full_stop_forces_a_heading_and_an_ellipsis_does_not() -> None:
    assert kinds(".SNIPER SCOPE POV\n\n...where is he?") == [
        ("heading", "SNIPER SCOPE POV"),
        ("action", "...where is he?"),
    ]


def test_scene_numbers_leave_the_heading() -> None:
    (heading,) = read_screenplay("INT. HOUSE - DAY #110-A.1#").elements
    assert isinstance(heading, Element)
    assert (heading.text, heading.scene_number) == ("INT. HOUSE - DAY", "110-A.1")


def test_a_speech_has_its_speaker_extensions_manner_and_lines() -> None:
    (speech,) = read_screenplay(
        "STEEL (V.O.) (CONT'D)\n(starting the engine)\nSo much for\nretirement!\n(beat)\nGo.\n"
    ).elements
    assert isinstance(speech, Speech)
    assert (speech.speaker, speech.extensions) == ("STEEL", ("V.O.", "CONT'D"))
    assert speech.parts == (
        SpeechPart("parenthetical", "starting the engine"),
        SpeechPart("line", "So much for retirement!"),
        SpeechPart("parenthetical", "beat"),
        SpeechPart("line", "Go."),
    )


@pytest.mark.parametrize("name", ["JÜRGEN", "ÉLODIE", "MR. O'NEIL", "R2D2", "DEALER #2", "АННА"])
def test_names_of_any_alphabet_in_capitals_speak(name: str) -> None:
    assert kinds(f"{name}\nHello.")[0] == ("speech", name)


def test_a_number_alone_speaks_nothing_and_an_at_sign_lets_any_name_speak() -> None:
    assert kinds("23\nis a number.") == [("action", "23\nis a number.")]
    assert kinds("@McCLANE\nYippie ki-yay!") == [("speech", "McCLANE")]


def test_a_caret_makes_a_speech_dual() -> None:
    first, second = read_screenplay("BRICK\nScrew it.\n\nSTEEL ^\nScrew it.\n").elements
    assert isinstance(first, Speech) and isinstance(second, Speech)
    assert (first.dual, second.dual) == (False, True)


def test_two_spaces_keep_a_speech_going_over_an_empty_line() -> None:
    (speech,) = read_screenplay("DEALER\nTen.\n  \nHit or stand?\n").elements
    assert isinstance(speech, Speech)
    assert speech.parts == (SpeechPart("line", "Ten. Hit or stand?"),)


def test_capitals_without_a_line_below_are_action_and_an_exclamation_mark_forces_it() -> None:
    assert kinds("THE DOOR OPENS\n\n!SCANNING THE AISLES\nWhere is he?") == [
        ("action", "THE DOOR OPENS"),
        ("action", "SCANNING THE AISLES\nWhere is he?"),
    ]


def test_transitions_end_in_to_or_are_forced() -> None:
    assert kinds("CUT TO:\n\n> BURN TO PINK.\n\nWE CUT TO:\nnothing") == [
        ("transition", "CUT TO:"),
        ("transition", "BURN TO PINK."),
        ("speech", "WE CUT TO:"),
    ]


def test_centred_text_lyrics_sections_synopses_and_page_breaks_are_kept() -> None:
    assert kinds("> THE END <\n\n~La la\n\n## Two\n\n= They meet\n\n===\n") == [
        ("centered", "THE END"),
        ("lyric", "La la"),
        ("section", "Two"),
        ("synopsis", "They meet"),
        ("page break", ""),
    ]


def test_notes_and_the_boneyard_leave_the_text_and_are_kept_with_their_lines() -> None:
    play = read_screenplay("He waits [[how\nlong?]] and\n/* cut\n\nthis */ sings.\n\nOn [[ no end.")
    assert [(each.line_number, getattr(each, "text", "")) for each in play.elements] == [
        (1, "He waits and\nsings."),
        (1, "how long?"),
        (3, "cut this"),
        (7, "On [[ no end."),
    ]


def test_emphasis_goes_and_what_is_escaped_stays() -> None:
    text = "*a **b** c* _under_ ***all*** \\*not\\* 2 * 3 * 4 snake_case_name"
    assert kinds(text) == [("action", "a b c under all *not* 2 * 3 * 4 snake_case_name")]


def test_line_ends_and_tabs_of_any_kind_are_read_alike() -> None:
    text = "INT. ROOM - DAY\n\nANNA\n\tHello.\n\nShe goes."
    assert kinds(text.replace("\n", "\r\n")) == kinds(text) == kinds(text.replace("\n", "\r"))


MARKS = st.text(alphabet="INT.EXaé \n\t*_[]/()~#=>@!^:\\", max_size=200)


@settings(max_examples=150, deadline=None)
@given(MARKS | st.text(max_size=200))
def test_no_text_is_too_strange_and_no_letter_of_it_is_lost(text: str) -> None:
    play = read_screenplay(text)
    told = "".join(
        "".join((each.speaker, *each.extensions, *(part.text for part in each.parts)))
        if isinstance(each, Speech)
        else each.text + each.scene_number
        for each in play.elements
    ) + "".join(key + value for key, value in play.title_page)
    for letter in "aé":
        assert told.count(letter) == text.count(letter)
