"""``understand``: an editor's words in, the scene out."""

from __future__ import annotations

import re

import msgspec

from engine.request import CastMember
from engine.script import lexicon_setting as words
from engine.script.breakdown import Action, Breakdown, CameraWords, Subject, Substitution
from engine.script.camera_words import read_camera
from engine.script.clauses import ClauseReader
from engine.script.dialogue import take_out
from engine.script.entities import Entities
from engine.script.lexicon_setting import INDOOR_THINGS
from engine.script.lexicon_things import PEOPLE
from engine.script.lexicon_words import FEMALE_NAMES, MALE_NAMES
from engine.script.noun_phrase import NounPhrase
from engine.script.phrases import Chunker
from engine.script.setting import Setting, read_setting
from engine.script.tokens import Token, tokens_of

_OF_THE_STREET = {
    "car", "bus", "bicycle", "street lamp", "taxi", "police car", "van", "traffic light",
    "traffic cone", "hydrant", "mailbox", "townhouse",
}  # fmt: skip
_OF_THE_PARK = {
    "goal", "tree", "bush", "bench", "flower", "football", "fountain", "hedge", "topiary",
    "snowman", "bin", "sign", "skateboard", "baseball",
}  # fmt: skip
_OF_THE_FOREST = {"fir", "tent", "campfire", "stump", "mushroom", "log"}
_OF_THE_ROOM = {
    "table",
    "chair",
    "shelf",
    "round table",
    "wine glass",
    "candle",
    "laptop",
    "present",
}


def understand(prompt: str, cast: tuple[CastMember, ...] = (), place: str = "") -> Breakdown:
    """The scene that the words describe; never raises, whatever the text.

    Args:
        prompt: a shot in the editor's words.
        cast: who keeps a look; names are matched whatever their case.
        place: words for the place that the film's shots share, e.g. ``"a rainy street"``.

    Returns:
        The breakdown; an empty prompt gives an empty one.  Action targets and subjects' ``where``
        are labels of subjects, or else a canonical place or a part of the place (``"floor"``).
    """
    everything, left, camera, setting, reader = _read_clauses(prompt, cast)
    reader.settle_speakers()
    unplayed = reader.unplayed()
    heard = [Substitution(asked=asked, used=used) for asked, used in setting.replaced]
    reader.substituted.extend(heard)
    unmade = (*reader.strange, *unplayed.strange, *reader.undrawn())
    reader.substituted.extend(unplayed.substituted)
    strange = {left[index].position for index in unmade} | {
        everything[index].position for index in setting.refused_styles
    }
    return _breakdown(reader, setting, camera, place, _ordered(everything, strange))


def named_place(prompt: str, cast: tuple[CastMember, ...] = ()) -> str:
    """The canonical place that the words themselves name; empty when they name none."""
    *_, reader = _read_clauses(prompt, cast)
    return reader.place


def _read_clauses(
    prompt: str, cast: tuple[CastMember, ...]
) -> tuple[list[Token], list[Token], CameraWords, Setting, ClauseReader]:
    """All tokens, those left for clauses, what the others say of the shot, and the reader."""
    names = {member.name.strip().lower(): member.name.strip() for member in cast}
    names = {lower: name for lower, name in names.items() if lower}
    text, lines = take_out(prompt, frozenset(names) | FEMALE_NAMES | MALE_NAMES)
    everything = tokens_of(text)
    camera = read_camera(everything)
    setting = read_setting(everything)
    left = [token for token in everything if not token.used]
    looks = {member.name.strip(): _look(member) for member in cast}
    reader = ClauseReader(left, Chunker(left, names), Entities(looks), setting, lines)
    reader.read()
    return everything, left, camera, setting, reader


def _look(member: CastMember) -> NounPhrase:
    """What a cast member's description says it is; a person when it says nothing."""
    tokens = tokens_of(member.description)
    entities = Entities({})
    ClauseReader(tokens, Chunker(tokens, {}), entities, Setting(), ()).read()
    by_name = Chunker(tokens_of(member.name.title()), {}).phrase(0)
    name = by_name.name if by_name is not None and by_name.kind == "person" else "person"
    if not entities.all:
        return NounPhrase(0, 0, "thing", name, member.name)
    first = entities.all[0]
    settled = name if first.name == "person" else first.name
    return NounPhrase(
        0, 0, "thing", settled, member.name, tuple(dict.fromkeys(first.attributes)), first.count
    )


def _ordered(tokens: list[Token], positions: set[int]) -> tuple[str, ...]:
    found = [token.lower for token in tokens if token.position in positions]
    return tuple(dict.fromkeys(found))


def _breakdown(
    reader: ClauseReader,
    setting: Setting,
    camera: CameraWords,
    place_words: str,
    not_understood: tuple[str, ...],
) -> Breakdown:
    actions = reader.actions()
    subjects = tuple(entity.subject() for entity in reader.entities.all)
    shared = Setting()
    place = ""
    if place_words.strip():
        shared, place, more = _shared_place(place_words)
        reader.substituted.extend(more)
    place = place or reader.place or _fitting_place(reader, actions, setting)
    return Breakdown(
        subjects=subjects,
        actions=actions,
        place=place,
        time=setting.time or shared.time or "day",
        weather=setting.weather or shared.weather or "clear",
        style=setting.style or shared.style or "natural",
        camera=_aimed(camera, subjects),
        dialogue=reader.dialogue(),
        sounds=tuple(setting.sounds),
        particles=tuple(setting.particles),
        not_understood=not_understood,
        substituted=tuple(dict.fromkeys(reader.substituted)),
    )


def _aimed(camera: CameraWords, subjects: tuple[Subject, ...]) -> CameraWords:
    """The camera's words with whose eyes it looks through, and between whom the focus goes."""
    people = [subject.label for subject in subjects if subject.name in PEOPLE]
    over = camera.shot_size == "over-the-shoulder" or camera.move == "over the shoulder"
    if over and people:
        camera = msgspec.structs.replace(camera, whose=people[0])
    if camera.move == "rack focus" and len(subjects) > 1:
        labels = (subjects[0].label, subjects[1].label)
        camera = msgspec.structs.replace(camera, focus=labels)
    return camera


def _shared_place(place_words: str) -> tuple[Setting, str, list[Substitution]]:
    """The film's place: its name, and the weather and time that come with it."""
    tokens = tokens_of(re.sub(r"\x00", " ", place_words))
    setting = read_setting(tokens)
    left = [token for token in tokens if not token.used]
    reader = ClauseReader(left, Chunker(left, {}), Entities({}), setting, ())
    reader.read()
    lower = place_words.strip().lower()
    known = words.places().get(lower, "")
    return setting, known or reader.place, [] if known else reader.substituted


def _fitting_place(reader: ClauseReader, actions: tuple[Action, ...], setting: Setting) -> str:
    """The place that things and deeds suggest when the words name none."""
    names = {one.name for one in reader.entities.all if one.label != "christmas tree"}
    verbs = {act.verb for act in actions}
    nouns = {word for entity in reader.entities.all for word in entity.label.split()}
    if "hoop" in names or "dunk" in verbs or {"basketball", "player"} <= nouns:
        return "court"
    if names & {"boat", "palm"}:
        return "beach"
    if names & _OF_THE_STREET or "drive" in verbs:
        return "street"
    if names & INDOOR_THINGS:
        return "room"
    if "desk" in names:
        return "office"
    if names & {"cow", "horse"}:
        return "meadow"
    if names & _OF_THE_FOREST:
        return "forest"
    if names & _OF_THE_PARK:
        return "park"
    if names & {"house", "building", "tower"}:
        return "street"
    if names & _OF_THE_ROOM:
        return "room"
    if setting.weather in ("rain", "snow", "storm") and names:
        return "street"
    return "studio"
