"""Everything the world builds has its word, and words nobody knows lose nothing else."""

from __future__ import annotations

import pytest

from engine.script.callings import callings
from engine.script.drawable import DRAWN_ON_PEOPLE
from engine.script.lexicon_setting import sounds
from engine.script.lexicon_things import THINGS, VEHICLES, exact_things, near_things
from engine.script.lexicon_vectors import stored_words
from engine.script.meaning import known_words
from engine.script.prompt import understand
from engine.sound.effects import EFFECTS
from engine.world.assets import catalogue
from engine.world.figures import wardrobe
from engine.world.staging import roles


def test_the_lexicon_names_exactly_what_the_world_builds() -> None:
    assert set(catalogue.names()) == THINGS


def test_a_word_means_a_thing_or_is_near_one_and_never_both() -> None:
    assert not exact_things().keys() & near_things().keys()


def test_every_sound_that_has_words_is_an_effect_of_its_own() -> None:
    assert set(sounds().values()) <= set(EFFECTS)


def test_a_hat_that_is_taken_off_is_in_the_hand() -> None:
    (taken, bow) = understand("A man takes off his hat and bows.").actions
    assert (taken.canonical, taken.object, bow.canonical) == ("pick up", "hat", "nod")


def test_who_runs_into_a_place_does_not_collide_with_it() -> None:
    (action,) = understand("A dog runs into the forest.").actions
    assert (action.canonical, action.target) == ("run", "forest")
    (action,) = understand("A man runs into a lamp post.").actions
    assert action.canonical == "collide"


def test_a_fire_engine_is_seen_and_neither_fire_nor_engine_is_only_heard() -> None:
    found = understand("Two fire engines race past a tower.")
    assert [(one.name, one.count) for one in found.subjects] == [("fire engine", 2), ("tower", 1)]
    assert found.sounds == ()


def test_steam_at_the_start_of_a_sentence_is_nobody() -> None:
    found = understand("Steam rises from a pot. Zerlina walks in.")
    assert [one.label for one in found.subjects] == ["pot", "Zerlina"]


def test_one_of_them_is_not_who_acts_on_it() -> None:
    found = understand("A robot hand sets a domino on a table. A finger pushes the first one.")
    done = [(act.canonical, act.subject, act.object) for act in found.actions]
    assert done == [("put down", "robot", "domino"), ("push", "person", "domino")]


def test_whom_a_camera_follows_from_behind_goes_on_acting() -> None:
    found = understand("Tracking shot behind a cyclist speeding through a forest.")
    assert found.camera.move == "follow"
    assert [(act.canonical, act.subject) for act in found.actions] == [("drive", "cyclist")]


def test_what_the_words_drive_the_stage_drives() -> None:
    assert VEHICLES == roles.VEHICLES


@pytest.mark.parametrize("name", sorted(THINGS))
def test_a_thing_is_met_by_its_own_name(name: str) -> None:
    context = "A boy holds a bat." if name == "bat" else f"There is a small {name} here."
    found = understand(context)
    assert name in [subject.name for subject in found.subjects], found


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("A bat flies out of a cave.", "bird"),
        ("A boy swings a bat.", "bat"),
        ("A baseball bat leans against a fence.", "bat"),
        ("A batter holds a wooden bat.", "bat"),
    ],
)
def test_a_bat_is_an_animal_unless_somebody_plays(prompt: str, name: str) -> None:
    assert name in [subject.name for subject in understand(prompt).subjects]


def test_a_palm_of_somebody_is_no_tree() -> None:
    found = understand("A man holds a coin in his palm.")
    assert [subject.name for subject in found.subjects] == ["man", "coin"]


def test_a_wall_of_its_own_is_built_and_the_wall_of_a_room_is_not() -> None:
    names = [subject.name for subject in understand("A ball bounces off a brick wall.").subjects]
    assert names == ["ball", "wall"]
    names = [subject.name for subject in understand("A ball bounces off the wall.").subjects]
    assert names == ["ball"]


def test_traffic_lights_are_things_and_no_deed() -> None:
    found = understand("A van passes two traffic lights.")
    assert [(one.name, one.count) for one in found.subjects] == [("van", 1), ("traffic light", 2)]
    assert [action.canonical for action in found.actions] == ["walk"]


@pytest.mark.parametrize(
    ("prompt", "name", "count"),
    [
        ("Two old fishermen in yellow coats argue.", "old man", 2),
        ("Three horsewomen laugh.", "woman", 3),
        ("The sommelier pours water.", "person", 1),
        ("A glassblower shouts.", "person", 1),
        ("The townsfolk dance.", "person", 2),
    ],
)
def test_somebody_named_by_what_they_do_acts(prompt: str, name: str, count: int) -> None:
    found = understand(prompt)
    (who,) = found.subjects
    assert (who.name, who.count) == (name, count)
    assert {action.subject for action in found.actions} == {who.label}


def test_what_only_ends_like_a_doer_is_nobody() -> None:
    assert [one.name for one in understand("The printer opens.").subjects] == ["box"]
    assert understand("The escalator moves.").not_understood == ("escalator",)


def test_an_unknown_noun_is_told_and_its_known_verb_is_not() -> None:
    found = understand("A zorble falls on a flimp.")
    assert found.not_understood == ("zorble", "flimp")
    assert found.actions == ()


def test_what_is_carried_is_with_whoever_has_it() -> None:
    found = understand("A man with an umbrella walks beside a girl with a dog.")
    where = {subject.name: subject.where for subject in found.subjects}
    assert where["umbrella"] == ("with", "man")
    assert where["dog"] == ("next to", "girl")


def test_a_sentence_before_the_speaker_is_not_part_of_the_name() -> None:
    found = understand('Two shot. Tom says: "I bet you." Dr. Gray: "No." Anna says: "Watch me."')
    said = [(line.speaker, line.line) for line in found.dialogue]
    assert said == [("Tom", "I bet you."), ("Dr Gray", "No."), ("Anna", "Watch me.")]
    assert found.camera.shot_size == "two shot"


def test_what_a_view_is_of_does_what_follows() -> None:
    found = understand("Slow motion of a coffee cup falling off a desk and shattering.")
    assert [(act.subject, act.canonical) for act in found.actions] == [
        ("coffee cup", "fall"),
        ("coffee cup", "break"),
    ]


def test_a_hand_belongs_to_somebody_who_acts() -> None:
    found = understand("Close up of a hand holding a coin.")
    assert [subject.name for subject in found.subjects] == ["person", "coin"]
    assert (found.actions[0].canonical, found.actions[0].object) == ("carry", "coin")


@pytest.mark.parametrize(
    "tail",
    [
        "Moody, atmospheric, high contrast.",
        "Shot on 35mm film, shallow depth of field.",
        "Wide lens, epic scale, Roger Deakins lighting.",
        "Crisp shadows, bright lighting, broadcast look.",
        "Eerie, desaturated, volumetric light.",
    ],
)
def test_words_of_light_and_mood_add_nobody_and_nothing(tail: str) -> None:
    plain, styled = understand("A man walks."), understand(f"A man walks. {tail}")
    assert styled.subjects == plain.subjects
    assert styled.actions == plain.actions
    assert styled.place == plain.place


def test_every_calling_that_the_words_know_has_its_clothes_and_every_garment_its_word() -> None:
    assert set(callings().values()) == wardrobe.ROLES.keys()
    spoken = {word for word in wardrobe.KINDS if "-" not in word} - {"tank", "top"}
    assert spoken <= DRAWN_ON_PEOPLE


def test_a_knight_is_told_to_be_one_and_an_apron_is_drawn() -> None:
    (knight,) = understand("A knight waits.").subjects
    assert (knight.calling, knight.attributes) == ("knight", ())
    found = understand("A chef in a red apron waits.")
    assert found.subjects[0].looks == ("red apron", "chef")
    assert found.not_understood == ()


def test_the_meanings_of_nearly_all_words_are_embedded_beforehand() -> None:
    missing = set(known_words()) - stored_words()
    assert len(missing) < 100, "Run packaging/embed_lexicon.py."


@pytest.mark.parametrize("prompt", ["zxqv blorp", "A zxqv blorp.", "The flimp."])
def test_what_is_no_word_stands_for_nothing(prompt: str) -> None:
    found = understand(prompt)
    assert (found.subjects, found.substituted) == ((), ())
    assert found.not_understood
