"""Who says the lines in quotes."""

from __future__ import annotations

from engine.script.breakdown import DialogueLine
from engine.script.dialogue import SpokenLine, is_narrator
from engine.script.lexicon_verbs import SPEAKING, verb_forms, verb_meanings
from engine.script.noun_phrase import NounPhrase
from engine.script.reading import Draft, Reading
from engine.script.tokens import Token, tokens_of


class SpeechReader:
    """Reads quotations and finds their speakers."""

    def __init__(self, reading: Reading, lines: tuple[SpokenLine, ...]) -> None:
        self._now = reading
        self._lines = lines
        self._speakers: dict[int, tuple[str, str]] = {}
        self._quotes: list[int] = []

    def read(self, at: int, index: int) -> int:
        """Reads a quotation; how many tokens it took."""
        line = self._lines[index]
        if line.speaker:
            self._speakers[index] = (self._named_speaker(line.speaker), line.manner)
            return 1
        draft = self._now.draft
        if draft is not None and draft.verb in SPEAKING and draft.subjects:
            self._speakers[index] = self._speaker_of(draft)
            return 1
        self._quotes.append(index)
        return 1 + self._inverted(at + 1)

    def ends_sentence(self, at: int, index: int) -> bool:
        """``Tom says, “Yes.” Rain falls``: the full stop of the line is that of the sentence."""
        now = self._now
        told = now.draft is not None and now.draft.verb in SPEAKING and bool(now.draft.subjects)
        stops = self._lines[index].line[-1:] in (".", "!", "?", "…")
        follows = now.tokens[at + 1 : at + 2]
        return told and stops and any(token.is_capital for token in follows)

    def _inverted(self, at: int) -> int:
        """``says the man`` after a quotation: the verb before its subject."""
        now = self._now
        start = at
        while (
            at < len(now.tokens) and now.tokens[at].kind == "mark" and (now.tokens[at].lower == ",")
        ):
            at += 1
        form = verb_forms().get(now.word(at))
        canonical = verb_meanings().get(form[0]) if form is not None else None
        if form is None or canonical not in SPEAKING:
            return at - start
        if now.chunker.phrase(at + 1) is None or now.subjects:
            return at - start
        draft = Draft(canonical, form[1], [], now.order, quoted=True, base=form[0])
        now.drafts.append(draft)
        now.draft, now.role = draft, "verb"
        now.preposition = ""
        return at + 1 - start

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

    def _speaker_of(self, draft: Draft) -> tuple[str, str]:
        manner = SPEAKING.get(draft.verb, "")
        said = [word for word in draft.adverbs if word.endswith("ly")]
        return draft.subjects[0].label, " ".join([*([manner] if manner else []), *said])

    def assign(self) -> None:
        """Quotations of a sentence whose speaker the words around them tell."""
        for index in self._quotes:
            speaking = [
                draft for draft in self._now.drafts[self._now.first_of_sentence :]
                if draft.verb in SPEAKING and draft.subjects
            ]  # fmt: skip
            if speaking:
                self._speakers[index] = self._speaker_of(speaking[0])
        self._quotes = [index for index in self._quotes if index not in self._speakers]
        person = next((entity for entity in self._now.subjects if entity.is_person), None)
        if self._quotes and person is not None:
            for index in self._quotes:
                self._speakers[index] = (person.label, "")
            self._quotes = []

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
