"""``shots_of``: a screenplay cut into a proposed film, scene by scene."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from engine.request import CastMember, FilmPlace
from engine.script.screenplay import Element, Screenplay, Speech
from engine.script.screenplay_camera import in_editors_words, starts_a_shot
from engine.script.screenplay_cast import cast_of, without_introductions
from engine.script.screenplay_exchange import Exchange, Utterance, utterances_of
from engine.script.screenplay_headings import Setting, setting_of, weather_in
from engine.script.story_lengths import action_seconds
from engine.script.story_names import in_small_letters, said_name
from engine.script.story_people import Continuity
from engine.script.story_sentences import sentences_of
from engine.script.storyboard import (
    ProposedFilm,
    ProposedShot,
    Remark,
    TransitionName,
    numbered,
    within_limits,
)

_SHOT_S = 6.5
"""Sentences of one paragraph share a shot up to this length."""
_VOICE_S = 0.6
_IS_SIZED = re.compile(r"\b(?:shot|close-up|close up|POV|angle|camera|view)\b", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')
_TRANSITIONS: tuple[tuple[str, TransitionName], ...] = (
    ("DISSOLVE", "dissolve"), ("FADE IN", "dissolve"), ("FADE UP", "dissolve"),
    ("FADE TO", "dissolve"), ("CROSSFADE", "dissolve"), ("WIPE", "wipe"), ("WHIP", "whip"),
    ("MATCH", "match"),
)  # fmt: skip
_LEFT_OUT = {
    "note": "note", "boneyard": "left out by the writer", "section": "section",
    "synopsis": "synopsis", "centered": "centred text", "lyric": "lyric",
}  # fmt: skip


def shots_of(screenplay: Screenplay) -> ProposedFilm:
    """The shots that an editor would cut a screenplay into; never raises.

    Args:
        screenplay: as ``read_screenplay`` gives it.

    Returns:
        Shots whose words stand alone, the cast and the places that they name, and a remark for
        everything that is in no shot.
    """
    names, cast = cast_of(screenplay)
    film = _Cutting(names, cast)
    title, elements = _titled(screenplay)
    for element in elements:
        film.take(element)
    film.end_scene()
    remarks = [*_of_title_page(screenplay), *film.remarks]
    remarks.sort(key=_by_line)
    return ProposedFilm(
        title=title,
        shots=tuple(within_limits(film.shots)),
        cast=_used(cast, film.shots),
        places=tuple(film.places.values()),
        remarks=tuple(remarks),
    )


def _titled(screenplay: Screenplay) -> tuple[str, tuple[Element | Speech, ...]]:
    """The title and the rest; a line in capitals above everything else is a title too."""
    elements = screenplay.elements
    first = elements[0] if elements else None
    is_title = (
        not screenplay.title
        and isinstance(first, Element)
        and first.kind == "action"
        and len(elements) > 1
        and first.text == first.text.upper()
        and "\n" not in first.text
    )
    if is_title and isinstance(first, Element):
        return said_name(first.text), elements[1:]
    return screenplay.title, elements


def _by_line(remark: Remark) -> int:
    return remark.line_number


def _used(cast: Iterable[CastMember], shots: list[ProposedShot]) -> tuple[CastMember, ...]:
    """Those whom a shot names."""
    words = " ".join(shot.words for shot in shots)
    return tuple(member for member in cast if member.name in words)


def _of_title_page(screenplay: Screenplay) -> list[Remark]:
    return [
        Remark(0, "title page", f"{key}: {' '.join(value.split())}")
        for key, value in screenplay.title_page
        if key.casefold() != "title"
    ]


@dataclass
class _Scene:
    """What the scene has so far."""

    setting: Setting = field(default_factory=Setting)
    shots: list[ProposedShot] = field(default_factory=list)
    utterances: list[Utterance] = field(default_factory=list)
    met: set[frozenset[str]] = field(default_factory=set)
    present: dict[str, None] = field(default_factory=dict)
    action: list[str] = field(default_factory=list)


class _Cutting:
    """Goes through the elements once, in order."""

    def __init__(self, names: dict[str, str], cast: tuple[CastMember, ...]) -> None:
        self._names = names
        self._people = [member.name for member in cast]
        self._continuity = Continuity(self._people)
        self._scene = _Scene()
        self._transition: TransitionName = ""
        self._number = 0
        self.shots: list[ProposedShot] = []
        self.places: dict[str, FilmPlace] = {}
        self.remarks: list[Remark] = []

    def take(self, element: Element | Speech) -> None:
        """Takes the next element in."""
        if isinstance(element, Speech):
            self._take_speech(element)
            return
        if element.kind in _LEFT_OUT:
            self._remark(element.line_number, _LEFT_OUT[element.kind], element.text)
            return
        if element.kind == "page break":
            return
        self._end_exchange()
        match element.kind:
            case "heading":
                self._begin_scene(element)
            case "transition":
                self._take_transition(element)
            case _:
                self._take_action(element)

    def end_scene(self) -> None:
        """Puts the scene's shots into the film, each with place, time and weather."""
        self._end_exchange()
        scene = self._scene
        setting = scene.setting
        if not setting.weather and not setting.inside and setting.place:
            weather = weather_in(" ".join(scene.action))
            setting = msgspec.structs.replace(setting, weather=weather)
        if scene.shots:
            self._number += 1
            set_shots = [_set(shot, setting) for shot in scene.shots]
            set_shots[0] = _established(set_shots[0], setting)
            self.shots += numbered(self._number, set_shots)
            place = setting.film_place()
            if place is not None:
                self.places.setdefault(place.name, place)
        self._scene = _Scene(setting=scene.setting)

    def _begin_scene(self, element: Element) -> None:
        self.end_scene()
        setting = setting_of(element.text, self._scene.setting)
        for words in setting.notes:
            self._remark(element.line_number, "of the scene heading", words)
        self._scene = _Scene(setting=setting)

    def _take_transition(self, element: Element) -> None:
        words = element.text.upper()
        self._transition = next((name for said, name in _TRANSITIONS if said in words), "")
        if not self._transition and "CUT" not in words:
            self._remark(element.line_number, "transition", element.text)

    def _remark(self, line_number: int, kind: str, words: str) -> None:
        if words.strip():
            self.remarks.append(Remark(line_number, kind, " ".join(words.split())))

    def _add(self, shots: list[ProposedShot]) -> None:
        if shots and self._transition:
            shots[0] = msgspec.structs.replace(shots[0], transition=self._transition)
            self._transition = ""
        self._scene.shots += shots

    # ------------------------------------------------------------------------- action

    def _take_action(self, element: Element) -> None:
        if not any(letter.isalpha() for letter in element.text):
            self._remark(element.line_number, "mark", element.text)
            return
        shouted = without_introductions(element.text, self._names)
        text = in_small_letters(shouted, self._names)
        self._scene.action.append(text)
        for name in self._people:
            if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                self._scene.present[name] = None
        self._add(self._action_shots(text, element.line_number))

    def _action_shots(self, text: str, line_number: int) -> list[ProposedShot]:
        shots: list[ProposedShot] = []
        said: list[str] = []
        start = line_number
        for sentence in sentences_of(text, line_number):
            words = self._continuity.resolved(in_editors_words(sentence.text))
            longer = action_seconds(" ".join((*said, words)))
            if said and (starts_a_shot(sentence.text) or longer > _SHOT_S):
                shots.append(_action_shot(said, start))
                said = []
            if not said:
                start = sentence.line_number
            said.append(words)
        return [*shots, _action_shot(said, start)] if said else shots

    # ----------------------------------------------------------------------- dialogue

    def _take_speech(self, speech: Speech) -> None:
        speaker = self._names.get(speech.speaker, said_name(speech.speaker))
        said = utterances_of(speech, speaker)
        if not said:
            how = " ".join(part.text for part in speech.parts)
            self._remark(speech.line_number, "speech without words", f"{speaker} {how}")
        for utterance in said:
            is_voice = utterance.heard == "voice-over" or speaker == "Narrator"
            if is_voice:
                self._end_exchange()
                self._lay_over(utterance)
            else:
                self._scene.utterances.append(utterance)
                if utterance.heard == "on screen":
                    self._continuity.meet(speaker)

    def _lay_over(self, utterance: Utterance) -> None:
        """A voice is heard over the last picture of the scene, or over the place."""
        shots = self._scene.shots
        if not shots or shots[-1].speaker:
            picture = "Wide shot. " if not shots else ""
            self._add(
                [
                    ProposedShot(
                        words=f"{picture}{utterance.words}",
                        seconds=utterance.seconds,
                        speaker=utterance.speaker,
                        line_number=utterance.line_number,
                    )
                ]
            )
            return
        shots[-1] = msgspec.structs.replace(
            shots[-1],
            words=f"{shots[-1].words} {utterance.words}",
            seconds=max(shots[-1].seconds, round(utterance.seconds + _VOICE_S, 1)),
            speaker=utterance.speaker,
        )

    def _end_exchange(self) -> None:
        scene = self._scene
        if not scene.utterances:
            return
        exchange = Exchange(scene.utterances, tuple(scene.present))
        people = frozenset(exchange.people)
        exchange.established = people in scene.met
        scene.met.add(people)
        scene.utterances = []
        for name in exchange.people:
            scene.present[name] = None
        self._add(exchange.cut())


def _action_shot(said: list[str], line_number: int) -> ProposedShot:
    words = " ".join(said)
    return ProposedShot(words=words, seconds=action_seconds(words), line_number=line_number)


def _set(shot: ProposedShot, setting: Setting) -> ProposedShot:
    """A shot with the scene's place, time and weather."""
    words = f"{setting.opening} {shot.words}".strip()
    return msgspec.structs.replace(shot, words=words, place=setting.place)


def _established(shot: ProposedShot, setting: Setting) -> ProposedShot:
    """The first shot of a scene shows where it plays, unless its words say how it is filmed."""
    if _IS_SIZED.search(_QUOTED.sub("", shot.words)):
        return shot
    opening = setting.opening
    rest = shot.words.removeprefix(opening).strip()
    return msgspec.structs.replace(shot, words=f"{opening} Wide shot. {rest}".strip())
