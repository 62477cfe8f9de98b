"""Sentences: who does what to whom, where and in which order."""

from __future__ import annotations

from collections.abc import Sequence

from engine.script.actions import Unplayed, actions_of, settled, unplayed
from engine.script.breakdown import Action, DialogueLine, Substitution
from engine.script.deeds import Deeds
from engine.script.dialogue import SpokenLine
from engine.script.drawable import TRUE_UNSAID, undrawn
from engine.script.entities import Entities, Entity
from engine.script.grammar import Grammar, Node
from engine.script.lexicon_verbs import RESTING, verb_forms
from engine.script.lexicon_words import ADJECTIVES, PLACEMENT
from engine.script.mentions import Mention, Mentions
from engine.script.naming import Naming
from engine.script.phrases import Chunker
from engine.script.reading import Draft, Reading
from engine.script.setting import Setting
from engine.script.speech import SpeechReader
from engine.script.subjects import Doers
from engine.script.timing_words import TimingReader
from engine.script.tokens import Token

_FILMED = frozenset("light follow track reveal show".split())
"""What the camera does, where nobody is said to do it."""
_BODY = frozenset(
    "face head hand hands foot feet leg legs arm arms eyes eye mouth wings finger fingers".split()
)


class ClauseReader:
    """Reads the tokens that camera and setting left over, a sentence at a time."""

    def __init__(
        self,
        tokens: Sequence[Token],
        chunker: Chunker,
        entities: Entities,
        setting: Setting,
        lines: tuple[SpokenLine, ...],
    ) -> None:
        self._timing = TimingReader(tokens)
        grammar = Grammar(tokens, chunker, lines)
        self._now = Reading(tokens, chunker, grammar, entities, setting)
        self._mentions = Mentions(tokens, chunker, grammar)
        self._doers = Doers(self._now)
        self._naming = Naming(self._now, self._doers)
        self._deeds = Deeds(self._now, self._doers)
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
        for start, end in self._now.grammar.sentences:
            self._read_sentence(start, end)

    def _read_sentence(self, start: int, end: int) -> None:
        now = self._now
        self._speech.introduce(start, end)
        now.mentions = self._mentions.of(start, end, self._timing.taken)
        self._naming.settle(now.mentions)
        self._deeds.read(start, end)
        self._timing.note(now.deeds, start, end)
        self._place()
        self._describe(start, end)
        self._speech.assign(start, end)
        self._deeds.end_sentence()

    # -- where things are, and what is said of them -------------------------------------------

    def _place(self) -> None:
        """``the cat on the shelf``: where somebody or something is."""
        for one in self._now.mentions:
            if one.relation != "prep" or one.garment:
                continue
            whom = self._placed(one)
            if not whom:
                continue
            if one.entities:
                self._now.place_beside(whom, one.preposition, one.entities[0])
            elif one.phrase.kind == "fixture" and one.preposition in PLACEMENT:
                if one.phrase.noun in _BODY:
                    continue
                for entity in whom:
                    entity.where = entity.where or (PLACEMENT[one.preposition], one.phrase.noun)

    def _placed(self, one: Mention) -> list[Entity]:
        if one.beside is not None:
            beside = one.beside
            draft = self._now.deeds.get(beside.to) if beside.to is not None else None
            taken = draft is not None and one.entities and beside.relation == "object"
            if draft is not None and taken and draft.target == one.entities[0].label:
                return []
            return list(beside.entities)
        verb = one.to
        if verb is None:
            return self._first_met(one)
        draft = self._now.deeds.get(verb)
        if verb.base in ("be", "have") or (draft is None and verb not in self._now.deeds):
            return self._doers.surface(verb)
        if draft is not None and draft.verb in RESTING and not one.entities:
            return [] if one.phrase.kind != "fixture" else list(draft.subjects)
        return []

    def _first_met(self, one: Mention) -> list[Entity]:
        """``a cat, on a shelf``: who was spoken of before, or stands right after."""
        before = [
            other for other in self._now.mentions
            if other.phrase.end <= one.start and other.entities and not other.preposition
        ]  # fmt: skip
        if before:
            return list(before[-1].entities)
        after = [
            other for other in self._now.mentions
            if other.start >= one.phrase.end and other.entities and not other.preposition
        ]  # fmt: skip
        return list(after[0].entities) if after else []

    def _describe(self, start: int, end: int) -> None:
        """``the car is red``, and words that describe nobody."""
        now = self._now
        inside = {at for one in now.mentions for at in range(one.start, one.phrase.end)}
        for at in range(start, end):
            node = now.grammar.node(at)
            if node is None or at in inside or at in self._timing.taken:
                continue
            if node.word in ADJECTIVES and not node.is_verb:
                self._describe_by(node)
            elif self._is_strange(node):
                now.strange.append(at)

    def _describe_by(self, node: Node) -> None:
        verb = next((above for above in node.above() if above.is_verb), None)
        whom: list[Entity] = []
        if verb is not None and node.dep in ("acomp", "attr", "oprd", "xcomp", "conj", "amod"):
            whom = self._doers.surface(verb)
        elif verb is None:
            before = [
                one for one in self._now.mentions if one.phrase.end <= node.at and one.entities
            ]
            whom = list(before[-1].entities) if before else []
        for entity in whom:
            entity.attributes.append(node.word)
        if not whom and node.word not in TRUE_UNSAID:
            self._now.strange.append(node.at)

    def _is_strange(self, node: Node) -> bool:
        if node.is_verb or node.at in {draft.at for draft in self._now.drafts}:
            return False
        if not node.tag.startswith(("NN", "JJ")) or self._now.tokens[node.at].kind != "word":
            return False
        chunked = self._now.chunker.phrase(node.at)
        small = self._now.chunker.is_small(node.at)
        return not small and chunked is None and node.word not in verb_forms()

    # -- result -------------------------------------------------------------------------------

    def actions(self) -> tuple[Action, ...]:
        """Actions in order, one for each who acts, ordered from 0."""
        return actions_of(self._settled())

    def _settled(self) -> list[Draft]:
        done = [
            draft for draft in self._now.drafts
            if draft.subjects or (draft.objects and draft.base not in _FILMED)
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
