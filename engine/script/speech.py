"""Who says the lines in quotes."""

from __future__ import annotations

from engine.script.breakdown import DialogueLine
from engine.script.dialogue import SpokenLine, is_narrator
from engine.script.lexicon_verbs import SPEAKING
from engine.script.noun_phrase import NounPhrase
from engine.script.reading import Draft, Reading
from engine.script.tokens import Token, tokens_of


class SpeechReader:
    """Finds the speakers of quotations."""

    def __init__(self, reading: Reading, lines: tuple[SpokenLine, ...]) -> None:
        self._now = reading
        self._lines = lines
        self._speakers: dict[int, tuple[str, str]] = {}

    def introduce(self, start: int, end: int) -> None:
        """Meets the speakers that stand before their lines (``ANNA: ...``)."""
        for token in self._now.tokens[start:end]:
            if token.kind == "quote" and self._lines[token.quote].speaker:
                line = self._lines[token.quote]
                self._speakers[token.quote] = (self._named_speaker(line.speaker), line.manner)

    def _named_speaker(self, words: str) -> str:
        if is_narrator(words):
            return "narrator"
        spelled = words.title() if words.isupper() else words
        tokens = tokens_of(spelled)
        phrase = self._now.chunker.over(tokens).phrase(0)
        if phrase is None and tokens:
            lowered = [Token(t.lower, t.lower, t.kind, t.position) for t in tokens]
            phrase = self._now.chunker.over(lowered).phrase(0)
        if phrase is None or phrase.kind not in ("thing", "person", "pronoun"):
            phrase = NounPhrase(0, 1, "person", "person", spelled.strip() or "person")
        definite = NounPhrase(
            0, 1, phrase.kind, phrase.name, phrase.noun, phrase.attributes, 1, True
        )
        return self._now.entities.met(definite).label

    def assign(self, start: int, end: int) -> None:
        """Finds who says the quotations of a sentence from the words around them."""
        now = self._now
        speaking = [
            draft for draft in now.drafts[now.first_of_sentence :]
            if draft.verb in SPEAKING and draft.subjects
        ]  # fmt: skip
        for at in range(start, end):
            index = now.tokens[at].quote
            if now.tokens[at].kind != "quote" or index in self._speakers:
                continue
            before = [draft for draft in speaking if draft.at < at]
            after = [draft for draft in speaking if draft.at > at]
            if before or after:
                self._speakers[index] = self._speaker_of(before[-1] if before else after[0])
                continue
            who = [
                entity for one in now.mentions for entity in one.entities
                if entity.is_person and one.relation != "prep"
            ] or [
                entity for one in now.mentions for entity in one.entities if entity.is_person
            ]  # fmt: skip
            if who:
                self._speakers[index] = (who[0].label, "")

    def _speaker_of(self, draft: Draft) -> tuple[str, str]:
        manner = SPEAKING.get(draft.verb, "")
        said = [word for word in draft.adverbs if word.endswith("ly")]
        return draft.subjects[0].label, " ".join([*([manner] if manner else []), *said])

    def dialogue(self) -> tuple[DialogueLine, ...]:
        """The lines in order, each with its speaker."""
        result = []
        for index, line in enumerate(self._lines):
            speaker, manner = self._speakers.get(index, ("", ""))
            if not line.line:
                continue
            result.append(DialogueLine(speaker=speaker, line=line.line, manner=manner))
        return tuple(result)

    def settle_speakers(self) -> None:
        """Lines that nobody was found for: who is there says them, or somebody comes."""
        for index, line in enumerate(self._lines):
            if index in self._speakers or not line.line:
                continue
            person = self._now.entities.last_person()
            if person is None:
                person = self._now.entities.met(NounPhrase(0, 1, "thing", "person", "person"))
            self._speakers[index] = (person.label, line.manner)
