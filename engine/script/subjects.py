"""Who acts: the subject of a verb, said or understood."""

from __future__ import annotations

from engine.script.entities import Entity
from engine.script.grammar import Node
from engine.script.lexicon_verbs import CAUSING, INVARIANT
from engine.script.mentions import Mention
from engine.script.reading import Reading

_WATCHING = frozenset({"see", "watch", "hear", "look", "notice", "spot", "observe", "catch"})


class Doers:
    """Finds who does what a verb says, over relative clauses, lists and participles."""

    def __init__(self, reading: Reading) -> None:
        self._now = reading

    def is_passive(self, verb: Node) -> bool:
        """Does the verb's subject suffer it (``is thrown``, ``a ball thrown by Tom``)?"""
        done = verb.kind in ("past", "participle") or verb.base in INVARIANT
        if not done:
            return False
        if verb.child("auxpass", "nsubjpass") is not None or self._is_said(verb):
            return True
        active = verb.child("nsubj") is not None
        if verb.child("agent") is not None and not active:
            return True
        if verb.dep == "conj" and verb.head.is_verb and not active:
            return self.is_passive(verb.head) and verb.child("dobj") is None
        return verb.dep == "acl" and verb.tag == "VBN"

    def _is_said(self, verb: Node) -> bool:
        """``is``, ``gets`` or ``being`` right before it."""
        step = verb.at - 1
        while self._now.word(step).endswith("ly"):
            step -= 1
        be = ("is", "are", "was", "were", "being", "been", "gets", "get", "got", "'s", "'re")
        return self._now.word(step) in be and verb.child("dobj") is None

    def surface(self, verb: Node, seen: frozenset[Node] = frozenset()) -> list[Entity]:
        """Who or what stands as the verb's subject in the words, even of a passive."""
        if verb in seen:
            return []
        own = self._own(verb)
        if own or self._has_subject(verb):
            return own
        seen = seen | {verb}
        if self._now.word(verb.at - 1) in ("both", "all"):
            moving = [one for one in self._now.entities.all if not one.is_steady]
            everybody = moving if len(moving) > 1 else self._now.entities.all
            return everybody[-2:] if self._now.word(verb.at - 1) == "both" else list(moving)
        clause = self._now.grammar.node(verb.at - 1)
        if clause is not None and clause.is_verb and clause.dep == "relcl" and verb.kind == "s":
            headed = self._of_noun(clause.head)  # "the ball that she threw rolls"
            if headed:
                return headed
        relative = verb.dep == "relcl" or (verb.dep == "acl" and not verb.head.is_verb)
        if relative:
            headed = self._of_noun(verb.head)
            if headed:
                return headed
        governor = next((node for node in verb.above() if node.is_verb), None)
        if verb.dep in ("ROOT", "dep") or governor is None:
            return self._before(verb, seen) or self._near(verb)
        causing = governor.base in CAUSING | _WATCHING and verb.dep in ("ccomp", "xcomp", "acl")
        if causing:
            objects = self._objects(governor)
            if objects:
                return objects
        return self.surface(governor, seen) or self._near(verb)

    def _before(self, verb: Node, seen: frozenset[Node]) -> list[Entity]:
        """Who does what the verb before it says, when both are finite."""
        subjects = {
            one.to for one in self._now.mentions
            if one.relation == "subject" and one.to is not None and one.to.at < verb.at
        }  # fmt: skip
        finite = [
            one for one in subjects
            if one.dep not in ("relcl", "acl", "xcomp") and one.kind != "ing"
            and not (one.dep == "ccomp" and one.head.at < one.at)
        ]  # fmt: skip
        if verb.kind == "ing" or not finite:
            return []
        return self.surface(max(finite, key=lambda one: one.at), seen)

    def said(self, verb: Node) -> list[Entity]:
        """Who does it: the subject, or who a passive is ``by``."""
        if not self.is_passive(verb):
            return self.surface(verb)
        agents = [
            one for one in self._now.mentions
            if one.to is verb and one.relation == "prep" and one.preposition == "by"
        ]  # fmt: skip
        found = [entity for one in agents for entity in one.entities]
        if found or verb.dep != "conj" or not verb.head.is_verb:
            return found
        return self.said(verb.head) if self.is_passive(verb.head) else found

    def gap(self, verb: Node) -> list[Entity]:
        """What a relative clause without its object is about (``the ball that she threw``)."""
        own = bool(self._own(verb)) and not self.is_passive(verb)
        if verb.dep != "relcl" or not own or self._objects(verb):
            return []
        led = verb.child("prep")
        if led is not None and not any(one.to is verb for one in self._now.mentions
                                       if one.relation == "prep"):  # fmt: skip
            return []
        return self._of_noun(verb.head)

    def _own(self, verb: Node) -> list[Entity]:
        heads = [
            one for one in self._now.mentions if one.to is verb and one.relation == "subject"
        ]  # fmt: skip
        joined = [
            one for one in self._now.mentions
            if one.relation == "with" and one.beside is not None and self._root(one) in heads
        ]  # fmt: skip
        found = [entity for one in (*heads, *joined) for entity in one.entities]
        return list(dict.fromkeys(found))

    def _root(self, mention: Mention) -> Mention:
        """The first of a list (``Tom`` of ``Tom, Anna and Ben``)."""
        while mention.relation == "with" and mention.beside is not None:
            mention = mention.beside
        return mention

    def _has_subject(self, verb: Node) -> bool:
        """Has it one that nothing was made of, so that nobody else does it?"""
        return any(
            one.relation == "subject" and one.to is verb and one.phrase.name != "thing"
            for one in self._now.mentions
        )

    def _objects(self, verb: Node) -> list[Entity]:
        return [
            entity for one in self._now.mentions
            if one.to is verb and one.relation == "object" for entity in one.entities
        ]  # fmt: skip

    def _of_noun(self, node: Node) -> list[Entity]:
        for one in self._now.mentions:
            if one.phrase.start <= node.at < one.phrase.end:
                return list(one.entities)
        return []

    def _near(self, verb: Node) -> list[Entity]:
        """The noun before a participle or a fragment's verb, or who acted before."""
        before = [
            one for one in self._now.mentions
            if one.phrase.end <= verb.at and one.entities and not one.garment
        ]  # fmt: skip
        if verb.kind in ("past", "base") and not before and verb.at > 0:
            return []
        if before and before[-1].phrase.end == verb.at:
            return list(before[-1].entities)
        free = [one for one in before if not one.preposition]
        if free:
            return list(free[-1].entities)
        if before:
            return list(before[-1].entities)
        after = [
            one for one in self._now.mentions
            if one.phrase.start > verb.at and one.relation == "subject" and one.entities
        ]  # fmt: skip
        if verb.kind == "ing" and after:
            return list(after[0].entities)
        return list(self._now.topic) if verb.kind in ("s", "ing") else []
