"""A screenplay is cut as an editor would, and what is in no shot is said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.request import CastMember, FrameRate, ShotRequest, check_request
from engine.script.screenplay_reading import read_screenplay
from engine.script.screenplay_shots import shots_of
from engine.script.storyboard import ProposedFilm


def proposed(text: str) -> ProposedFilm:
    return shots_of(read_screenplay(text))


def words(text: str) -> list[str]:
    return [shot.words for shot in proposed(text).shots]


TALK = """\
INT. KITCHEN - NIGHT

ANNA (30s, red coat) and BEN (70s) sit at a table.

ANNA
(angry)
You are late.

BEN
I know.

ANNA
I waited for you the whole long evening, and then the whole long night as well.

BEN
Sorry.

ANNA
Fine.
"""


def test_every_shot_has_its_place_its_time_and_a_name_in_order() -> None:
    film = proposed(
        "EXT. BEACH - NIGHT\n\nIt is raining. A dog barks.\n\nINT. ANNA'S ROOM - CONTINUOUS\n\n"
        "ANNA\nHello.\n\nEXT. BEACH - DAY\n\nThe dog sleeps."
    )
    assert [(shot.name, shot.place) for shot in film.shots] == [
        ("1.1", "Beach"),
        ("2.1", "Anna's room"),
        ("3.1", "Beach"),
    ]
    night, inside, day = (shot.words for shot in film.shots)
    assert night.startswith("Night, rain. Wide shot. ")
    assert inside.startswith("Night. Medium shot of Anna. ")
    assert day == "Wide shot. The dog sleeps."
    assert [place.name for place in film.places] == ["Beach", "Anna's room"]


def test_a_dialogue_opens_on_both_and_goes_on_in_singles_that_come_closer() -> None:
    exchange = words(TALK)[1:]
    assert exchange[0] == (
        'Night. Two-shot of Anna and Ben. Anna (angry): "You are late." Ben: "I know."'
    )
    assert exchange[1].startswith("Night. Medium shot of Anna. ")
    assert exchange[2] == "Night. Close-up of Ben. Ben looks at Anna."
    assert exchange[3] == 'Night. Medium shot of Ben. Ben: "Sorry."'
    assert exchange[4].startswith("Night. Close-up of Anna. ")


def test_speech_lasts_as_long_as_its_words() -> None:
    film = proposed("INT. ROOM - DAY\n\nANNA\n" + "word " * 13 + "\n")
    assert film.shots[0].seconds == pytest.approx(13 / 2.6 + 0.6, abs=0.1)


def test_a_long_speech_is_cut_between_its_sentences() -> None:
    sentence = "Nobody in this town has ever seen anything quite like it before."
    film = proposed("INT. ROOM - DAY\n\nANNA\n" + f"{sentence} " * 6)
    lines = [shot for shot in film.shots if shot.speaker]
    assert len(lines) == 6
    assert all(sentence in shot.words for shot in lines)
    assert all(shot.seconds <= 8.0 for shot in lines)


def test_a_paragraph_of_action_is_cut_when_it_grows_too_long() -> None:
    film = proposed(
        "EXT. STREET - DAY\n\nA boy runs down the street. He jumps over a fence. He climbs a tree. "
        "He looks around. He waves at a bus. The bus stops. He gets in.\n\nIt drives away."
    )
    assert len(film.shots) >= 3
    assert all(2.0 <= shot.seconds <= 9.0 for shot in film.shots)


def test_a_voice_over_lies_over_the_picture_and_off_screen_speech_over_who_listens() -> None:
    film = proposed(
        "EXT. BEACH - DAY\n\nAnna walks along the water.\n\nANNA (V.O.)\nI was young then.\n\n"
        "ANNA\nBen?\n\nBEN (O.S.)\nHere!"
    )
    assert [shot.words for shot in film.shots] == [
        'Wide shot. Anna walks along the water. Anna (voice-over): "I was young then."',
        'Medium shot of Anna. Anna: "Ben?"',
        'Close-up of Anna. Ben (off screen): "Here!"',
    ]


def test_dual_dialogue_shares_one_shot() -> None:
    film = proposed("INT. ROOM - DAY\n\nANNA\nGo!\n\nBEN ^\nStop!\n\nANNA\nNow.")
    assert film.shots[0].words.endswith('Anna: "Go!" Ben: "Stop!" Anna: "Now."')


def test_camera_words_begin_a_shot_and_are_said_in_an_editors_words() -> None:
    assert words(
        "INT. ROOM - DAY\n\nA clock ticks. CLOSE ON: the letter on the desk. Anna picks it up.\n\n"
        "ANGLE ON THE DOOR\n\nINSERT - a key"
    ) == [
        "Wide shot. A clock ticks.",
        "Close-up of the letter on the desk. Anna picks it up.",
        "Shot of the door",
        "Close-up of a key",
    ]


def test_capitals_are_written_small_and_names_keep_theirs() -> None:
    (shot,) = proposed(
        "INT. ROOM - DAY\n\nThe SCREEN DOOR slams. McCLANE'S dog and MARY-ANN watch TV.\n\n"
    ).shots
    assert "The screen door slams." in shot.words
    assert "TV" in shot.words


def test_pronouns_are_put_into_names_so_that_each_shot_stands_alone() -> None:
    film = proposed(
        "EXT. STREET - DAY\n\nANNA (20s) waits.\n\nShe looks at her watch.\n\nA bus stops."
    )
    assert film.shots[1].words == "Anna looks at her watch."


def test_the_cast_has_the_looks_of_its_introduction() -> None:
    film = proposed(
        "INT. BAR - NIGHT\n\n"
        "ANNA (30s, red coat) waits. MRS. LEE, 70s, a tall woman with grey hair, sings. SAM (late "
        "20s, bearded, deep voice, leather jacket) drinks. He nods. TOMMY (8) sleeps.\n\n"
        "ANNA\nHi.\n\nSAM\nHi.\n\nTOMMY\nHi.\n\nMRS. LEE\nHi.\n\nOLD MAN\nHi.\n\nNARRATOR\nSo."
    )
    assert film.cast == (
        CastMember(name="Anna", description="a woman in a red coat"),
        CastMember(name="Mrs. Lee", description="a tall old woman with grey hair"),
        CastMember(name="Sam", description="a young bearded man in a leather jacket", voice="deep"),
        CastMember(name="Tommy", description="a child"),
        CastMember(name="Old Man", description="an old man"),
    )


def test_transitions_come_with_the_shot_after_them() -> None:
    film = proposed(
        "FADE IN:\n\nINT. A - DAY\n\nA dog runs.\n\nDISSOLVE TO:\n\nINT. B - DAY\n\nA cat runs.\n\n"
        "CUT TO:\n\nINT. C - DAY\n\nA cow runs.\n\nFADE OUT.\n"
    )
    assert [shot.transition for shot in film.shots] == ["dissolve", "dissolve", ""]
    assert [(each.kind, each.words) for each in film.remarks] == [("transition", "FADE OUT.")]


def test_everything_in_no_shot_is_a_remark_with_its_line() -> None:
    film = proposed(
        "Title: T\nAuthor: A\n\n# One\n\n= They meet\n\nINT. A (1987) - DAY\n\n"
        "A dog runs. [[red?]]\n\n~ La la\n\n> THE END <\n\n/* old */\n\nANNA\n(nods)\n"
    )
    assert [(each.line_number, each.kind, each.words) for each in film.remarks] == [
        (0, "title page", "Author: A"),
        (4, "section", "One"),
        (6, "synopsis", "They meet"),
        (8, "of the scene heading", "1987"),
        (10, "note", "red?"),
        (12, "lyric", "La la"),
        (14, "centred text", "THE END"),
        (16, "left out by the writer", "old"),
        (18, "speech without words", "Anna nods"),
    ]


def test_looks_between_commas_go_to_the_cast_and_leave_the_shot() -> None:
    film = proposed(
        "THE LAST TRAIN\n\nINT. STATION - DAY\n\nMARCUS WEBB, 40s, rumpled suit, runs\ndown the "
        "stairs, hat in hand.\n\nMARCUS\nWait!\n\nWIDE ON the city.\n\nWIDE: a dog runs."
    )
    assert film.title == "The Last Train"
    assert film.cast == (CastMember(name="Marcus", description="a person in a rumpled suit"),)
    assert [shot.words for shot in film.shots] == [
        "Wide shot. Marcus runs down the stairs, hat in hand.",
        'Medium shot of Marcus. Marcus: "Wait!"',
        "Wide shot of the city.",
        "Wide shot. A dog runs.",
    ]


def test_page_numbers_are_no_shots() -> None:
    film = proposed("INT. A - DAY\n\nA dog runs.\n\n12.\n\nA cat runs.")
    assert len(film.shots) == 2
    assert [(each.kind, each.words) for each in film.remarks] == [("mark", "12.")]


MARKS = st.text(alphabet="INT. EXABC \n()\"'~>@.:!?-ab", max_size=300)


@settings(max_examples=60, deadline=None)
@given(MARKS | st.text(max_size=120))
def test_any_text_gives_shots_that_can_be_asked_for(text: str) -> None:
    for shot in proposed(text).shots:
        check_request(
            ShotRequest(
                prompt=shot.words,
                frame_count=FrameRate(24).nearest_frame(shot.seconds),
                rate=FrameRate(24),
                width_px=64,
                height_px=64,
            )
        )


def test_words_beyond_what_a_request_takes_are_split() -> None:
    film = proposed("INT. A - DAY\n\n" + "dog " * 3000)
    assert all(len(shot.words) <= 4000 for shot in film.shots)
    assert sum(shot.words.lower().count("dog") for shot in film.shots) == 3000
