"""Clauses: who does what to whom, where and in which order."""

from __future__ import annotations

from collections.abc import Sequence

from engine.script.actions import Unplayed, actions_of, settled, unplayed
from engine.script.attachment import Attachment
from engine.script.breakdown import Action, DialogueLine, Substitution
from engine.script.clothes import ClothesReader
from engine.script.dialogue import SpokenLine
from engine.script.drawable import TRUE_UNSAID, undrawn
from engine.script.entities import Entities
from engine.script.lexicon_verbs import PARTICLES, verb_forms, verb_meanings
from engine.script.lexicon_words import (
    ADJECTIVES,
    ADVERBS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SILENT,
)
from engine.script.noun_phrase import NounPhrase
from engine.script.nouns import NounReader
from engine.script.phrases import Chunker
from engine.script.reading import Draft, Reading
from engine.script.setting import Setting
from engine.script.speech import SpeechReader
from engine.script.timing_words import TimingReader
from engine.script.tokens import Token
from engine.script.verbs import VerbReader

_OF_SMOKE = frozenset("rise settle linger drift swirl gather".split())
_OF_THINGS = frozenset("burn light grow ring tick pour break topple blow bounce float".split())
"""Deeds by which a capitalised stranger is told to be a thing (``Candlelight flickers``)."""
_WAYS = frozenset("away back forward forwards backwards upwards apart".split())


class ClauseReader:
    """Reads the tokens that camera and setting left over, from left to right."""

    def __init__(
        self,
        tokens: Sequence[Token],
        chunker: Chunker,
        entities: Entities,
        setting: Setting,
        lines: tuple[SpokenLine, ...],
    ) -> None:
        self._now = Reading(tokens, chunker, entities, setting)
        self._timing = TimingReader(self._now)
        self._clothes = ClothesReader(self._now)
        self._verbs = VerbReader(self._now)
        self._attachment = Attachment(self._now)
        self._nouns = NounReader(self._now, self._clothes, self._attachment)
        self._speech = SpeechReader(self._now, lines)

    @property
    def entities(self) -> Entities:
        """Who and what was met."""
        return self._now.entities

    @property
    def strange(self) -> list[int]:
        """Indices of tokens that nothing was made of."""
        return self._now.strange

    @property
    def substituted(self) -> list[Substitution]:
        """What stands in for what."""
        return self._now.substituted

    @property
    def place(self) -> str:
        """The canonical place that the words name, or nothing."""
        return self._now.place

    def settle_speakers(self) -> None:
        """Lines that nobody was found for: who is there says them, or somebody comes."""
        self._speech.settle_speakers()

    def dialogue(self) -> tuple[DialogueLine, ...]:
        """The lines in order, each with its speaker."""
        return self._speech.dialogue()

    def read(self) -> None:
        """Reads everything."""
        at = 0
        while at < len(self._now.tokens):
            at += max(1, self._step(at))
        self._end_sentence()

    def _step(self, at: int) -> int:
        """Reads what stands at ``at``; how many tokens that took."""
        token = self._now.tokens[at]
        if token.kind == "quote":
            size = self._speech.read(at, token.quote)
            if self._speech.ends_sentence(at, token.quote):
                self._end_sentence()
            return size
        if token.kind == "mark":
            return self._read_mark(token)
        return (
            self._timing.read(at)
            or self._clothes.read(at)
            or self._verbs.read(at)
            or self._nouns.read_preposition(at)
            or self._nouns.read(at)
            or self._read_small(at)
        )

    def _read_mark(self, token: Token) -> int:
        now = self._now
        if token.lower in ".!?;\n…":
            self._end_sentence()
        else:
            now.comma = True
            now.preposition = ""
            if now.after is not None and now.drafts:
                now.order, now.after = now.after, None
                now.draft, now.subjects, now.role = None, [], ""
        return 1

    def _end_sentence(self) -> None:
        now = self._now
        self._speech.assign()
        if len(now.drafts) > now.first_of_sentence:
            now.order = max(draft.order for draft in now.drafts) + 1
        now.begin_sentence()

    def _read_small(self, at: int) -> int:
        now = self._now
        word = now.word(at)
        if word in ("and", "but", "or", "&"):
            now.joined = True
            now.preposition = ""
        elif word in ("who", "that", "which", "whom"):
            self._read_relative(at)
        elif word in ADVERBS or (word.endswith("ly") and len(word) > 4) or self._is_way(word):
            now.add_adverb(word)
        elif word == "full" and now.word(at + 1) == "of":
            pass
        elif word in ADJECTIVES:
            target = [] if self._describes_stranger(at) else now.last or now.subjects
            for entity in target:
                entity.attributes.append(word)
            if not target and word not in TRUE_UNSAID:
                now.strange.append(at)
        elif word in ("will", "would", "can", "could", "should", "must", "might", "to"):
            now.to = True
        elif not (word in SILENT or word in DETERMINERS or word in PREPOSITIONS
                  or word in PRONOUNS or word in PARTICLES or word == "'s"):  # fmt: skip
            return self._read_stranger(at)
        return 1

    def _describes_stranger(self, at: int) -> bool:
        """``pours blue liquid``: the colour is that of a noun nobody knows."""
        now = self._now
        after = now.word(at + 1)
        small = after in SILENT or after in PREPOSITIONS or after in ADJECTIVES or not after
        return now.role == "verb" and not small and not after.endswith("ly")

    def _is_way(self, word: str) -> bool:
        """``rolls away``: where the deed just read leads."""
        read = self._now.draft is not None and self._now.role in ("verb", "object", "target")
        return read and word in _WAYS

    def _read_relative(self, at: int) -> None:
        now = self._now
        if not now.last:
            return
        if now.role == "subject":
            now.resume = list(now.last)
        elif now.comma:
            now.aside, now.comma = list(now.subjects), False
        inner = now.chunker.phrase(at + 1)
        if inner is not None and now.word(now.after_description(inner.end)) in verb_forms():
            now.gap, now.subjects, now.role = list(now.last), [], ""
            now.draft = None
            return
        now.subjects = list(now.last)
        now.draft, now.role = None, "subject"
        self._after_relative(at)

    def _after_relative(self, at: int) -> None:
        """The verb right after ``who`` belongs to the relative clause, not to what resumes."""
        step = at + 1
        while self._now.word(step) in ADVERBS or self._now.word(step) in (
            "is",
            "are",
            "was",
            "has",
        ):
            step += 1
        self._now.relative_verb = step

    def _read_stranger(self, at: int) -> int:
        """An unknown word; a capitalised one that acts is somebody's name."""
        now = self._now
        token = now.tokens[at]
        form = verb_forms().get(now.word(at + 1))
        deed = verb_meanings().get(form[0], "") if form is not None else ""
        acts = form is not None and form[1] in ("s", "past") and now.word(at + 1) != "shot"
        acts &= deed not in _OF_THINGS and (form is None or form[0] not in _OF_SMOKE)
        if token.is_capital and acts and token.text.isalpha() and now.draft is None:
            self._attachment.attach(
                NounPhrase(at, at + 1, "person", "person", token.text, definite=True)
            )
            return 1
        now.strange.append(at)
        if now.role == "subject" and now.draft is None:
            now.draft = Draft("", "s", list(now.subjects), now.order)
            now.role = "verb"
        return 1

    # -- result -------------------------------------------------------------------------------

    def actions(self) -> tuple[Action, ...]:
        """Actions in order, one for each who acts, ordered from 0."""
        return actions_of(self._settled())

    def _settled(self) -> list[Draft]:
        done = [
            draft for draft in self._now.drafts
            if draft.subjects or (draft.objects and draft.verb != "light")
        ]  # fmt: skip
        return settled(done, self._now.implied, self._now.entities.all)

    def unplayed(self) -> Unplayed:
        """What of the actions the stage plays by a near one, or by none."""
        return unplayed(self._settled())

    def undrawn(self) -> list[int]:
        """Indices of tokens that describe somebody or something, and are not drawn."""
        words = {
            word
            for entity in self._now.entities.all
            for attribute in entity.attributes
            for word in undrawn(entity.name, attribute)
        }
        acting = {self._now.word(draft.at) for draft in self._now.implied}
        return [at for at in range(len(self._now.tokens)) if self._now.word(at) in words - acting]
