"""``shots_of_story``: plain prose as a proposed film."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from engine.request import CastMember, FilmPlace
from engine.script.language import parsed
from engine.script.lexicon_words import FEMALE_NAMES, MALE_NAMES
from engine.script.prompt import named_place
from engine.script.screenplay_camera import in_editors_words, starts_a_shot
from engine.script.screenplay_headings import Setting, time_in, weather_in
from engine.script.story_lengths import action_seconds, speech_seconds, tokens_in
from engine.script.story_people import COMMON_NOUNS, Continuity, gender_of_name
from engine.script.story_sentences import Sentence, sentences_of
from engine.script.storyboard import ProposedFilm, ProposedShot, Remark, numbered, within_limits

if TYPE_CHECKING:
    from spacy.tokens import Token

_SHOT_S = 6.5
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_QUOTED = re.compile(r"[\"“](?P<line>[^\"”]*)[\"”]")
_PLACES = frozenset("in at on into inside to through across along onto near outside".split())
_LOOKS = r"(?:,| is| was) (?P<looks>an? [^,.;]+?)(?=,|\.|;| who\b| and\b)"
_NOUNS = {"she": "a woman", "he": "a man"}
_ENDS = re.compile(
    r"\b(?:rain|storm|snow|fog|wind)\w* (?:(?:is|was|had) (?:over|gone)|stop|end|lift)"
)
_TITLE_WORDS = 12
_SPEAKER_GAP_S = 0.6


def shots_of_story(text: str) -> ProposedFilm:
    """The shots that a story tells, in order; never raises, whatever the text.

    Sentences that follow each other in one place share a shot while it stays short.  Pronouns are
    put into names, so that the words of each shot stand alone; who has a name is the cast.  A line
    of few words without a full stop, over an empty line, is a title and listed as a remark.
    """
    whole = text.replace("\r\n", "\n").replace("\r", "\n")
    story = _Story(_names_in(whole))
    number = 1
    for paragraph in _PARAGRAPH_END.split(whole):
        if paragraph.strip():
            story.take(paragraph, number)
        number += paragraph.count("\n") + 2
    story.end_scene()
    return ProposedFilm(
        title=story.title,
        shots=tuple(within_limits(story.shots)),
        cast=tuple(story.member(name) for name in story.names),
        places=tuple(FilmPlace(name=name, description=name) for name in story.places),
        remarks=tuple(story.remarks),
    )


@dataclass
class _Story:
    """What has been told so far."""

    names: list[str]
    title: str = ""
    shots: list[ProposedShot] = field(default_factory=list)
    places: dict[str, None] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    _scene: list[ProposedShot] = field(default_factory=list)
    _setting: Setting = field(default_factory=Setting)
    _said: list[str] = field(default_factory=list)
    _known: dict[str, str] = field(default_factory=dict)
    _told: list[str] = field(default_factory=list)
    _line_number: int = 0
    _number: int = 0

    def __post_init__(self) -> None:
        self.people = Continuity(self.names)

    def take(self, paragraph: str, line_number: int) -> None:
        """Takes the next paragraph in; a shot never goes over its end."""
        if _is_title(paragraph):
            self._take_title(" ".join(paragraph.split()), line_number)
            return
        for sentence in sentences_of(paragraph, line_number):
            self._take_sentence(sentence)
        self._end_shot()

    def end_scene(self) -> None:
        """Numbers the shots told so far as one scene."""
        self._end_shot()
        if self._scene:
            self._number += 1
            self.shots += numbered(self._number, self._scene)
            self._scene = []

    def member(self, name: str) -> CastMember:
        """A look from ``Anna, a woman in a red coat,``, else from the name and its pronouns."""
        for sentence in self._told:
            found = re.search(rf"(?<!\w){re.escape(name)}{_LOOKS}", sentence)
            if found and COMMON_NOUNS & set(re.findall(r"\w+", found["looks"].casefold())):
                return CastMember(name=name, description=found["looks"])
        gender = self.people.gender(name) or gender_of_name(name)
        return CastMember(name=name, description=_NOUNS.get(gender, "a person"))

    def _take_title(self, words: str, line_number: int) -> None:
        self.title = self.title or words.lstrip("# ")
        self.remarks.append(Remark(line_number, "title", words))

    def _take_sentence(self, sentence: Sentence) -> None:
        if not any(letter.isalpha() for letter in sentence.text):
            self.remarks.append(Remark(sentence.line_number, "mark", sentence.text))
            return
        words = in_editors_words(self.people.resolved(sentence.text))
        self._settle(_QUOTED.sub("", words))
        self._told.append(words)
        if self._said and (starts_a_shot(words) or _seconds([*self._said, words]) > _SHOT_S):
            self._end_shot()
        if not self._said:
            self._line_number = sentence.line_number
        self._said.append(words)

    def _settle(self, told: str) -> None:
        """Place, time and weather from here on; another place or time is another scene."""
        place, time, weather = _place_in(told, self._known), time_in(told), weather_in(told)
        before = self._setting
        moves = bool(place) and self._known[place] != self._known.get(before.place, "")
        passes = bool(time) and time != before.time
        if (moves and before.place) or (passes and before.time):
            self.end_scene()
        elif moves or passes:
            self._end_shot()
        self._setting = Setting(
            place=place if moves else before.place,
            time=time or before.time,
            weather="" if _ENDS.search(told) else weather or ("" if passes else before.weather),
        )
        if moves:
            self.places.setdefault(place, None)

    def _end_shot(self) -> None:
        if not self._said:
            return
        words = " ".join(self._said)
        told = _QUOTED.sub("", words)
        setting = self._setting
        if time_in(told):
            setting = msgspec.structs.replace(setting, time="")
        if weather_in(told):
            setting = msgspec.structs.replace(setting, weather="")
        self._scene.append(
            ProposedShot(
                words=f"{setting.opening} {words}".strip(),
                seconds=_seconds(self._said),
                place=setting.place,
                speaker=_speaker(words, self.names),
                line_number=self._line_number,
            )
        )
        self._said = []


def _is_title(paragraph: str) -> bool:
    words = paragraph.split()
    return 0 < len(words) <= _TITLE_WORDS and words[-1][-1] not in ".!?…\"”'’:;,"


def _seconds(said: list[str]) -> float:
    """Action and speech one after the other."""
    words = " ".join(said)
    lines = [match["line"] for match in _QUOTED.finditer(words)]
    told = " ".join(_QUOTED.sub("", words).split())
    spoken_s = sum(speech_seconds(line) + _SPEAKER_GAP_S for line in lines)
    is_only_said = bool(lines) and len(told.split()) <= 3
    return round((0.0 if is_only_said else action_seconds(told)) + spoken_s, 1)


def _speaker(words: str, names: list[str]) -> str:
    """Who speaks: the name that stands nearest to the first line."""
    match = _QUOTED.search(words)
    if match is None:
        return ""
    near = [
        (min(abs(found.start() - match.end()), abs(match.start() - found.end())), name)
        for name in names
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", words)
        if not match.start() < found.start() < match.end()
    ]
    return min(near)[1] if near else ""


def _place_in(sentence: str, known: dict[str, str]) -> str:
    """The place that a sentence is set in, in its own words: ``the old harbour``.

    Args:
        known: canonical places of words that were looked up before; empty for words of none.
    """
    words, starts = tokens_in(sentence)
    if not _PLACES & {word.lower() for word in words}:
        return ""
    for token in parsed(words, starts):
        if token.dep_ != "pobj" or token.head.lower_ not in _PLACES:
            continue
        said = _place_words(token)
        if said not in known:
            known[said] = named_place(f"in the {said}")
        if known[said]:
            return said
    return ""


def _place_words(noun: Token) -> str:
    """A noun with what stands before it, and what it is of."""
    kept = {noun.i}
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "poss", "nummod") or child.lower_ == "of":
            kept |= {each.i for each in child.subtree}
    return " ".join(noun.doc[at].text for at in sorted(kept)).replace(" '", "'").replace(" ’", "’")


def _names_in(text: str) -> list[str]:
    """Who has a name: first names, and what is written like a name and does something."""
    found: dict[str, None] = {}
    paragraphs = (each for each in _PARAGRAPH_END.split(text) if not _is_title(each))
    for sentence in (each for paragraph in paragraphs for each in sentences_of(paragraph)):
        words, starts = tokens_in(_QUOTED.sub(" ", sentence.text))
        if not words:
            continue
        for token in parsed(words, starts):
            name = _name_of(token)
            if name:
                found[name] = None
    return [name for name in found if not any(_is_longer(name, other) for other in found)]


def _is_longer(name: str, other: str) -> bool:
    """Is it the full form of a name that also stands alone?"""
    return name != other and name.split(" ", maxsplit=1)[0] == other


def _name_of(token: Token) -> str:
    """The name whose last word the token is; empty when it is none."""
    if token.pos_ != "PROPN" or not token.text[0].isupper() or token.dep_ == "compound":
        return ""
    before = [
        child.text
        for child in token.children
        if child.dep_ == "compound" and child.i < token.i and child.text[0].isupper()
    ]
    name = " ".join((*before, token.text))
    first = (before[0] if before else token.text).casefold()
    if first in COMMON_NOUNS or named_place(name):
        return ""
    acts = token.dep_ in ("nsubj", "nsubjpass")
    return name if acts or first in FEMALE_NAMES | MALE_NAMES else ""
