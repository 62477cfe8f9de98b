"""A dialogue cut as an editor would: both first, then whoever speaks, and who listens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from engine.script.screenplay import Speech
from engine.script.story_lengths import speech_seconds
from engine.script.story_sentences import sentences_of
from engine.script.storyboard import ProposedShot

_LONGEST_S = 8.0
_TOGETHER_S = 6.5
"""Lines that are shorter than this together share the first shot."""
_TELLING_S = 5.0
"""After a line this long one wants to see who hears it."""
_REACTION_S = 1.5
_PAUSE_S = 1.0
_PAUSE = re.compile(r"(?:a |long |short |then,? )*(?:beat|pause|silence)\.?", re.IGNORECASE)
_CONTINUED = re.compile(r"cont(?:['’]?d|inued|\.)?|more", re.IGNORECASE)

Heard = Literal["on screen", "voice-over", "off screen"]


class Utterance(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a speech that is said in one go, and how."""

    speaker: str
    line: str
    seconds: float
    line_number: int
    manner: str = ""
    heard: Heard = "on screen"
    dual: bool = False

    @property
    def words(self) -> str:
        """As shots write it."""
        hows: list[str] = [] if self.heard == "on screen" else [self.heard]
        hows += [self.manner] if self.manner else []
        how = f" ({', '.join(hows)})" if hows and self.speaker.casefold() != "narrator" else ""
        return f'{self.speaker}{how}: "{self.line}"'


def utterances_of(speech: Speech, speaker: str) -> list[Utterance]:
    """What of a speech is said in one go; brackets before a piece say how it is said."""
    heard, manners = _extensions(speech)
    found: list[Utterance] = []
    pause_s = 0.0
    manner = ", ".join(manners)
    for part in speech.parts:
        if part.kind == "parenthetical":
            if _PAUSE.fullmatch(part.text):
                pause_s += _PAUSE_S
            else:
                manner = part.text.strip().rstrip(".")
            continue
        sung = "singing" if part.kind == "lyric" else manner
        for piece in _pieces(part.text):
            found.append(
                Utterance(
                    speaker=speaker,
                    line=_quotable(piece),
                    seconds=round(speech_seconds(piece) + pause_s, 1),
                    line_number=speech.line_number,
                    manner=sung,
                    heard=heard,
                    dual=speech.dual and not found,
                )
            )
            pause_s = 0.0
    return found


def _extensions(speech: Speech) -> tuple[Heard, list[str]]:
    heard: Heard = "on screen"
    manners: list[str] = []
    for words in speech.extensions:
        spelt = re.sub(r"[^a-z]", "", words.casefold())
        if spelt in ("vo", "voiceover"):
            heard = "voice-over"
        elif spelt in ("os", "oc", "offscreen", "offcamera", "off"):
            heard = "off screen"
        elif not _CONTINUED.fullmatch(words.strip()):
            manners.append(words.strip())
    return heard, manners


def _quotable(line: str) -> str:
    """A line without quotation marks in it, which would end it."""
    return re.sub(r"[\"“”«»]", "'", line)


def _pieces(line: str) -> list[str]:
    """A line in pieces of a sensible length, at the ends of sentences."""
    pieces: list[str] = []
    for sentence in (each.text for each in sentences_of(line)):
        if pieces and speech_seconds(f"{pieces[-1]} {sentence}") <= _LONGEST_S:
            pieces[-1] = f"{pieces[-1]} {sentence}"
        else:
            pieces.append(sentence)
    return pieces


@dataclass
class Exchange:
    """Cuts one dialogue; ``listeners`` are others who are known to be there."""

    utterances: list[Utterance]
    listeners: tuple[str, ...] = ()
    established: bool = False
    shots: list[ProposedShot] = field(default_factory=list)
    _seen: dict[str, int] = field(default_factory=dict)

    @property
    def people(self) -> list[str]:
        """Who speaks in the picture, in order."""
        return list(
            dict.fromkeys(each.speaker for each in self.utterances if each.heard == "on screen")
        )

    def cut(self) -> list[ProposedShot]:
        """The shots."""
        rest = list(self._opening())
        reacted = False
        for utterance in self.utterances[len(self.utterances) - len(rest) :]:
            if utterance.dual and self.shots:
                self._speak_over(utterance)
                continue
            self.shots.append(self._single(utterance))
            listener = self._listener(utterance.speaker)
            if not reacted and listener and utterance.seconds >= _TELLING_S:
                reacted = True
                self.shots.append(_reaction(listener, utterance))
        return self.shots

    def _opening(self) -> Iterator[Utterance]:
        """Both in one picture with the first lines; gives what is left to say."""
        people = self.people
        first = self.utterances[0]
        if self.established or len(people) < 2 or first.heard != "on screen":
            yield from self.utterances
            return
        said = [first]
        for utterance in self.utterances[1:3]:
            total_s = sum(each.seconds for each in said) + utterance.seconds
            if utterance.heard != "on screen" or total_s > _TOGETHER_S:
                break
            said.append(utterance)
        self.shots.append(_together(people, said))
        for each in said:
            self._seen.setdefault(each.speaker, 0)
        yield from self.utterances[len(said) :]

    def _single(self, utterance: Utterance) -> ProposedShot:
        if utterance.heard == "on screen":
            times = self._seen.get(utterance.speaker, 0)
            self._seen[utterance.speaker] = times + 1
            picture = f"{'Close-up' if times % 2 else 'Medium shot'} of {utterance.speaker}. "
        else:
            listener = self._listener(utterance.speaker)
            picture = f"Close-up of {listener}. " if listener else ""
        return _shot(f"{picture}{utterance.words}", utterance)

    def _speak_over(self, utterance: Utterance) -> None:
        """Adds what is said at the same time as the line before."""
        last = self.shots[-1]
        self.shots[-1] = msgspec.structs.replace(
            last,
            words=f"{last.words} {utterance.words}",
            seconds=max(last.seconds, utterance.seconds),
        )

    def _listener(self, speaker: str) -> str:
        others = [name for name in (*self.people, *self.listeners) if name != speaker]
        return others[0] if others else ""


def _together(people: list[str], said: list[Utterance]) -> ProposedShot:
    names = f"{', '.join(people[:-1])} and {people[-1]}"
    size = "Two-shot" if len(people) == 2 else "Medium shot"
    lines = " ".join(each.words for each in said)
    shot = _shot(f"{size} of {names}. {lines}", said[0])
    total_s = sum(each.seconds for each in said if not each.dual)
    return msgspec.structs.replace(shot, seconds=round(total_s, 1))


def _reaction(listener: str, utterance: Utterance) -> ProposedShot:
    words = f"Close-up of {listener}. {listener} looks at {utterance.speaker}."
    return ProposedShot(words=words, seconds=_REACTION_S, line_number=utterance.line_number)


def _shot(words: str, utterance: Utterance) -> ProposedShot:
    return ProposedShot(
        words=words,
        seconds=utterance.seconds,
        speaker=utterance.speaker,
        line_number=utterance.line_number,
    )
