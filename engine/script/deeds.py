"""Verbs as drafts of actions: what each means, who does it to what, and when."""

from __future__ import annotations

from collections.abc import Sequence

from engine.script.entities import Entity
from engine.script.grammar import Node
from engine.script.lexicon_verbs import (
    CAUSING,
    LASTING,
    LIGHT_VERBS,
    PARTICLES,
    POSTURES,
    RESTING,
    WAYS,
    verb_meanings,
)
from engine.script.lexicon_words import ADVERBS, PREPOSITIONS
from engine.script.mentions import Mention
from engine.script.reading import Draft, Reading
from engine.script.subjects import Doers

_SEPARABLE = frozenset(
    {"pick up", "put down", "knock over", "stack", "open", "close", "light", "blow"}
)
_WAY_WORDS = frozenset("away back forward forwards backwards upwards apart home".split())
_MOVED = frozenset(
    """throw drop push pull kick hit carry pour roll stack shoot slide bounce catch score""".split()
) | {"put down", "pick up", "knock over"}
"""Verbs whose object ends up where the words after it say."""
_TOGETHER = frozenset("while as whilst whereas where although though meanwhile".split())
_EARLIER = frozenset("after when once whenever because since".split())
_FOLLOWING = frozenset("until before so till".split())
_THEN = frozenset("then afterwards afterward next finally later eventually subsequently".split())
_MEASURES = frozenset("height meter metre mile inch speed second minute time moment".split())
_STATES = frozenset("be have do wear contain consist include resemble feature depict".split())


class Deeds:
    """Reads the verbs of a sentence."""

    def __init__(self, reading: Reading, doers: Doers) -> None:
        self._now = reading
        self._doers = doers
        self.order = 0.0
        self._then = False
        self._taken: frozenset[int] = frozenset()

    def read(self, start: int, end: int) -> None:
        """Drafts of a sentence's verbs, in the order of the words."""
        now = self._now
        self._taken = frozenset()
        for verb in now.verbs(start, end):
            draft = None if verb.at in self._taken else self._draft(verb)
            if draft is None:
                continue
            draft.order = self._order_of(verb, draft)
            now.drafts.append(draft)
            now.deeds[verb] = draft
            if len(draft.subjects) > 1:
                now.group = list(draft.subjects)
            now.make_sound(
                draft.verb, draft.objects if draft.passive else draft.subjects, draft.base
            )
        for verb, draft in now.deeds.items():
            self._attach_targets(verb, draft)

    def later(self) -> None:
        """The next deed comes after everything before it."""
        self._then = True

    def end_sentence(self) -> None:
        """What follows happens after what was read."""
        now = self._now
        done = now.drafts[now.first_of_sentence :]
        if done:
            self.order = max(draft.order for draft in done) + 1
            acting = [draft for draft in done if draft.subjects]
            now.topic = list(acting[-1].subjects) if acting else now.topic
        now.first_of_sentence = len(now.drafts)
        now.deeds = {}
        self._then = False

    # -- one verb -----------------------------------------------------------------------------

    def _draft(self, verb: Node) -> Draft | None:
        size, canonical, phrase = self._phrasal(verb)
        self._taken = frozenset(range(verb.at + 1, verb.at + size))
        carries = verb.base in LIGHT_VERBS and canonical is None
        consists = verb.base == "make" and self._now.word(verb.at + 1) in ("of", "from")
        if verb.base in _STATES or carries or consists:
            return None
        subjects = self._doers.surface(verb)
        if self._is_arranged(canonical, verb, subjects):
            return None
        canonical = canonical or verb.base
        passive = self._doers.is_passive(verb)
        draft = Draft(
            canonical, verb.kind, subjects, self.order, passive,
            base=verb.base, phrase=phrase, at=verb.at,
        )  # fmt: skip
        if passive:
            draft.objects, draft.subjects = list(subjects), self._doers.said(verb)
        self._add_objects(verb, draft)
        self._add_adverbs(verb, draft, size)
        if canonical == "hit" and verb.base == "knock" and "door" in self._now.word(verb.at + 3):
            self._now.setting.add_sound("knock")
        return draft

    def _phrasal(self, verb: Node) -> tuple[int, str | None, str]:
        """The longest verb phrase known (``pick up``): tokens of it in a row, meaning, phrase."""
        meanings = verb_meanings()
        following = [self._now.word(verb.at + step) for step in (1, 2)]
        passive = self._doers.is_passive(verb)
        for size in (2, 1):
            phrase = " ".join([verb.base, *following[:size]])
            if phrase not in meanings or not following[size - 1]:
                continue
            onward = self._leads_on(verb.at + size)
            if passive and onward and verb.base in meanings:
                continue  # "is kicked over a fence" knocks nothing over
            return size + 1, meanings[phrase], phrase
        for node in verb.children:
            if node.word in PARTICLES and node.at > verb.at + 1 and node.dep in (
                "prt", "advmod", "prep"):  # fmt: skip
                phrase = f"{verb.base} {node.word}"
                onward = self._leads_on(node.at) and verb.base not in ("knock", "tip", "pick")
                if meanings.get(phrase) in _SEPARABLE and not onward:
                    return 1, meanings[phrase], phrase
        return 1, meanings.get(verb.base), verb.base

    def _leads_on(self, at: int) -> bool:
        """Does a preposition at ``at`` lead to a noun?"""
        inside = any(one.prep_at <= at < one.phrase.start and one.prep_at >= 0
                     for one in self._now.mentions)  # fmt: skip
        return self._now.word(at) in PREPOSITIONS and inside

    def _is_arranged(self, canonical: str | None, verb: Node, whom: Sequence[Entity]) -> bool:
        """``boxes stacked on a table``: how things stand, and nothing that somebody does."""
        set_for = verb.base == "set" and self._now.word(verb.at + 1) == "for"
        if set_for and whom:
            return not any(entity.is_person for entity in whom)
        agent = any(one.to is verb and one.preposition == "by" for one in self._now.mentions)
        if canonical != "stack" or verb.kind != "past" or agent or not whom:
            return False
        if any(entity.is_person for entity in whom):
            return False
        if any(one.to is verb and one.relation == "object" for one in self._now.mentions):
            return False
        for entity in whom:
            entity.attributes.append("stacked")
        return True

    def _add_objects(self, verb: Node, draft: Draft) -> None:
        gap = self._doers.gap(verb)
        if gap and not draft.objects:
            draft.objects = gap
        for one in self._now.mentions:
            if one.to is not verb or one.relation not in ("object", "dative"):
                continue
            listed = [two for two in self._now.mentions if two.relation == "with"
                      and two.beside is one]  # fmt: skip
            entities = [entity for each in (one, *listed) for entity in each.entities]
            if one.relation == "dative" and entities:
                draft.preposition, draft.target = "to", entities[0].label
            elif draft.objects and entities and not draft.passive:
                if not draft.preposition:
                    draft.preposition, draft.target = "to", draft.objects[0].label
                draft.objects = entities
            elif entities:
                draft.objects.extend(entities)
            elif one.phrase.kind in ("fixture", "place", "clothes"):
                word = one.phrase.name if one.phrase.kind == "place" else one.phrase.noun
                if word in ("left", "right", "back"):
                    draft.adverbs.append(word)
                else:
                    draft.object_words = draft.object_words or word
        if draft.verb == "stack":
            for entity in draft.objects:
                entity.is_piled = True

    def _add_adverbs(self, verb: Node, draft: Draft, size: int) -> None:
        last = draft.phrase.rpartition(" ")[2]
        said = last if " " in draft.phrase and last in PARTICLES else ""
        way = WAYS.get(draft.phrase) or ("away" if said == "off" else said)
        if way and not draft.verb.endswith(f" {said}"):
            draft.adverbs.append(way)
        taken = range(verb.at + 1, verb.at + size)
        for node in sorted(verb.children, key=lambda child: child.at):
            word = node.word
            if node.at in taken or word == said:
                continue
            manner = word in ADVERBS or (word.endswith("ly") and len(word) > 4)
            manner = manner or word in _WAY_WORDS or word in ("left", "right", "together")
            particle = word in PARTICLES and node.dep in ("prt", "advmod", "prep")
            if manner or (particle and not self._leads_on(node.at)):
                draft.adverbs.append(word)
            if word in _THEN and node.at < verb.at:
                self._then = True

    # -- where it leads -----------------------------------------------------------------------

    def _attach_targets(self, verb: Node, draft: Draft) -> None:
        for one in self._now.mentions:
            if one.relation != "prep" or one.garment or (one.preposition == "by" and draft.passive):
                continue
            if one.to is verb or self._moved_there(one, verb, draft):
                self._attach_target(one, draft)

    def _moved_there(self, one: Mention, verb: Node, draft: Draft) -> bool:
        """``puts the cup on the table``: the parser hangs the table on the cup."""
        beside = one.beside
        if beside is not None and beside.to is verb and beside.phrase.noun in _MEASURES:
            return True
        return (
            draft.verb in _MOVED and beside is not None and beside.to is verb
            and beside.relation == "object" and one.preposition not in ("of", "with", "between")
        )  # fmt: skip

    def _attach_target(self, one: Mention, draft: Draft) -> None:
        now = self._now
        name = self._target_name(one)
        if not name or one.phrase.noun in _MEASURES:
            return
        entity = one.entities[0] if one.entities else None
        if one.preposition == "of" and draft.phrase.endswith(" of"):
            draft.objects.extend(one.entities)  # "lets go of it"
            return
        if entity is not None and entity in draft.subjects and len(draft.subjects) == 1:
            return
        spare = one.preposition in ("of", "like", "without", "during", "about")
        if not draft.preposition and not spare:
            draft.preposition, draft.target = one.preposition, name
        elif entity is not None and one.preposition == "with":
            now.place_beside(draft.subjects, "with", entity)
        if entity is None:
            return
        if one.prep_at < draft.at and not any(who.where for who in draft.subjects):
            now.place_beside(draft.subjects, one.preposition, entity)  # "on a table, a glass tips"
        if draft.verb in RESTING or not draft.verb:
            still = [who for who in draft.subjects if not self._moved_before(who, draft)]
            now.place_beside(still, one.preposition, entity)

    def _target_name(self, one: Mention) -> str:
        if one.entities:
            return one.entities[0].label
        if one.phrase.kind == "place":
            return one.phrase.name
        if one.phrase.kind == "fixture":
            steady = self._now.entities.last_steady()
            edge = one.phrase.noun in ("edge", "side", "rim")
            if edge and steady is not None and one.preposition in ("off", "over", "from"):
                return steady.label
            return one.phrase.noun
        return ""

    def _moved_before(self, entity: Entity, draft: Draft) -> bool:
        """Did it do something else first, so that it only ends up where this says?"""
        return any(
            entity in earlier.subjects and earlier.order < draft.order
            for earlier in self._now.drafts
        )

    # -- when ---------------------------------------------------------------------------------

    def _order_of(self, verb: Node, draft: Draft) -> float:
        now = self._now
        done = now.drafts[now.first_of_sentence :]
        if self._then and now.drafts:
            self._then = False
            self.order = max(self.order, max((one.order for one in now.drafts), default=0)) + 1
            return self.order
        if not done:
            return self.order
        joint = self._joint(verb)
        if joint:
            return self._beside_clause(verb, joint, done)
        waiting = next((word for node in verb.children if node in now.deeds
                        if (word := self._joint(node)) in _EARLIER), "")  # fmt: skip
        if waiting:
            self.order = max(one.order for one in done) + 1
            return self.order
        if any(node in now.deeds and self._joint(node) in _TOGETHER for node in verb.children):
            return self.order
        return self._after_listed(verb, draft, done)

    def _joint(self, verb: Node) -> str:
        """The word that joins its clause to another: while, after, until."""
        mark = verb.child("mark", "advmod")
        words = [node.word for node in verb.children if node.dep in ("mark", "advmod", "prep")
                 and node.at < verb.at]  # fmt: skip
        if verb.dep == "pcomp":
            words.append(verb.head.word)
        if verb.dep not in ("advcl", "pcomp", "ccomp", "conj", "relcl") and mark is None:
            return ""
        joints = _TOGETHER | _EARLIER | _FOLLOWING
        return next((word for word in words if word in joints), "")

    def _beside_clause(self, verb: Node, joint: str, done: Sequence[Draft]) -> float:
        governor = next((node for node in verb.above() if node in self._now.deeds), None)
        base = self._now.deeds[governor].order if governor is not None else done[-1].order
        if joint in _EARLIER:
            return base - 0.5 if governor is not None else self.order
        if joint in _FOLLOWING:
            self.order = max(one.order for one in done) + 1
            return self.order
        return base

    def _after_listed(self, verb: Node, draft: Draft, done: Sequence[Draft]) -> float:
        """``and`` leads on, except between two things that go on beside each other."""
        now = self._now
        before = done[-1]
        governor = next((node for node in verb.above() if node in now.deeds), None)
        beside = verb.kind == "ing" and before.kind != "ing"
        if beside or verb.dep in ("acl", "relcl", "xcomp") or (
            before.kind == "ing" and verb.kind != "ing" and governor is None
        ):  # fmt: skip
            return now.deeds[governor].order if governor is not None else self.order
        if before.base in CAUSING:
            self.order = before.order + 1
            return self.order
        same = [e.label for e in (before.objects if before.passive else before.subjects)] == [
            e.label for e in (draft.objects if draft.passive else draft.subjects)
        ]
        if not same and before.subjects and draft.subjects:
            leads = before.verb not in LASTING
            self.order = max(self.order, before.order + leads)
            return self.order
        way = WAYS.get(draft.phrase, "")
        moved_on = {before.verb, draft.verb} <= POSTURES and (
            before.verb != draft.verb or bool(way)
        )
        together = draft.verb in LASTING and before.verb in LASTING and not moved_on
        series = any(now.word(at) == "" and now.tokens[at].lower == ","
                     for at in range(done[0].at, verb.at))  # fmt: skip
        if together and not series:
            self.order = max(self.order, before.order)
            return self.order
        self.order = before.order + 1
        return self.order
